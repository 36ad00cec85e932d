"""The list of people: who is on it, in which order, how they are reached, and who was put away."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from herwidget.core.people import Person
from herwidget.core.people_port import NameTaken, NewPerson
from herwidget.core.reach import Reach, as_kept, check_reach
from herwidget.journal.journal import Journal
from herwidget.journal.rows import mark_erased, one_spelling, to_person, to_text

_COLUMNS = ("name", "reach_kind", "reach", "position", "added_at", "put_away_at")
_ON_LIST = "SELECT id FROM people WHERE put_away_at IS NULL ORDER BY position, id"


@dataclass(frozen=True)
class KeptPerson:
    """A row of `people`, but for its id."""

    name: str
    reach_kind: str | None
    reach: str
    position: int
    added_at: str
    put_away_at: str | None


class JournalPeople:
    """The people of an open journal. Every method may raise JournalError; what was kept before stays."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def people(self) -> Sequence[Person]:
        """The people on the list, in its order."""
        return self._journal.people()

    def people_put_away(self) -> Sequence[Person]:
        """Those put away, the last one first."""
        return self._journal.read(
            to_person, "SELECT * FROM people WHERE put_away_at IS NOT NULL ORDER BY put_away_at DESC, id DESC"
        )

    def add_people(self, people: Sequence[NewPerson], at: datetime) -> Sequence[Person]:
        """Put people at the end of the list, all of them or none; those put away come back to where they were.

        Raises:
            NameTaken: one is on the list already, or named twice.
            ValueError: a name is empty, or `check_reach` does not take an address.
        """
        erase = False
        with self._journal.change() as connection:
            added = []
            for one in people:
                person_id, replaced = _add(connection, _checked_name(one.name), _checked(one.reach), to_text(at))
                erase = erase or replaced
                rows = connection.execute("SELECT * FROM people WHERE id = ?", (person_id,))
                added.append(to_person(rows.fetchone()))
            if erase:
                mark_erased(connection)
        if erase:
            self._journal.erase_leftovers()
        return added

    def change_person(self, person: Person) -> None:
        """Keep the new name and reach of the person with this id; of what was replaced, nothing is left on the disk.

        Raises:
            LookupError: there is none.
            NameTaken: somebody else has the name.
            ValueError: the name is empty, or `check_reach` does not take the address.
        """
        name = _checked_name(person.name)
        kind, reach = _checked(Reach(person.reach_kind, person.reach) if person.reach_kind else None)
        with self._journal.erasing() as connection:
            other = _named(connection, name)
            if other is not None and other["id"] != person.id:
                raise NameTaken(name, put_away=other["put_away_at"] is not None)
            changed = connection.execute(
                "UPDATE people SET name = ?, reach_kind = ?, reach = ? WHERE id = ?", (name, kind, reach, person.id)
            )
            _require_one(changed, person.id)

    def put_away(self, person_id: int, at: datetime) -> None:
        """Take a person off the list; the answers keep them.

        Raises:
            LookupError: there is none on the list with this id.
        """
        with self._journal.change() as connection:
            changed = connection.execute(
                "UPDATE people SET put_away_at = ? WHERE id = ? AND put_away_at IS NULL", (to_text(at), person_id)
            )
            _require_one(changed, person_id)

    def take_back(self, person_id: int) -> None:
        """Put a person back on the list, where they were.

        Raises:
            LookupError: there is none put away with this id.
        """
        with self._journal.change() as connection:
            changed = connection.execute(
                "UPDATE people SET put_away_at = NULL WHERE id = ? AND put_away_at IS NOT NULL", (person_id,)
            )
            _require_one(changed, person_id)

    def move(self, person_id: int, position: int) -> None:
        """Put a person at a place of the list, from 0; one beyond its end is its end.

        Raises:
            LookupError: there is none on the list with this id.
        """
        with self._journal.change() as connection:
            order = [row["id"] for row in connection.execute(_ON_LIST)]
            if person_id not in order:
                raise LookupError(person_id)
            order.remove(person_id)
            order.insert(max(0, position), person_id)
            connection.executemany(
                "UPDATE people SET position = ?1 WHERE id = ?2 AND position != ?1",
                [(place, each) for place, each in enumerate(order, 1)],
            )

    def state(self) -> Mapping[int, KeptPerson]:
        """All that is kept of each person, by id."""
        rows = self._journal.read(
            lambda row: (row["id"], KeptPerson(*(row[column] for column in _COLUMNS))), "SELECT * FROM people"
        )
        return dict(rows)

    def put_back(self, state: Mapping[int, object | None]) -> None:
        """Make the journal hold exactly this of these people; of what it held instead, nothing is left on the disk.

        Raises:
            ValueError: it does not go with what the journal holds otherwise: a name is somebody else's now, or an
                answer names a person who is not to be there.
        """
        with self._journal.erasing() as connection:
            for person_id, kept in state.items():
                if kept is None:
                    connection.execute("DELETE FROM people WHERE id = ?", (person_id,))
                    continue
                assert isinstance(kept, KeptPerson)
                connection.execute(
                    f"INSERT INTO people (id, {', '.join(_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) "
                    f"DO UPDATE SET {', '.join(f'{column} = excluded.{column}' for column in _COLUMNS)}",
                    (person_id, *(getattr(kept, column) for column in _COLUMNS)),
                )


def _add(connection: sqlite3.Connection, name: str, reach: tuple[str | None, str], at: str) -> tuple[int, bool]:
    """Put one person on the list; their id, and whether an address that was kept was replaced."""
    there = _named(connection, name)
    if there is not None and there["put_away_at"] is None:
        raise NameTaken(name, put_away=False)
    if there is not None:
        kind, address = reach if reach[0] else (there["reach_kind"], there["reach"])
        connection.execute(
            "UPDATE people SET put_away_at = NULL, reach_kind = ?, reach = ? WHERE id = ?",
            (kind, address, there["id"]),
        )
        return there["id"], bool(there["reach"]) and address != there["reach"]
    added = connection.execute(
        "INSERT INTO people (name, reach_kind, reach, position, added_at) "
        "VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM people), ?)",
        (name, *reach, at),
    )
    assert added.lastrowid is not None
    return added.lastrowid, False


def _named(connection: sqlite3.Connection, name: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute("SELECT * FROM people WHERE name = ?", (name,)).fetchone()
    return row


def _checked_name(name: str) -> str:
    name = one_spelling(name)
    if not name:
        raise ValueError("a person has a name")
    return name


def _checked(reach: Reach | None) -> tuple[str | None, str]:
    """The two columns of how a person is reached."""
    if reach is None:
        return None, ""
    problem = check_reach(reach.kind, reach.address)
    if problem is not None:
        raise ValueError(problem)
    return reach.kind.value, as_kept(reach.kind, reach.address)


def _require_one(changed: sqlite3.Cursor, person_id: int) -> None:
    if changed.rowcount != 1:
        raise LookupError(person_id)
