"""The list of people as the window changes it; each change can be taken back with the others of the sitting."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from herwidget.core.people import Person
from herwidget.core.people_port import NewPerson, PeopleJournal
from herwidget.core.ports import Clock, JournalError
from herwidget.services.history_editor import CannotUndo, HistoryEditor


@dataclass(frozen=True)
class _OfPeople:
    """A change: what was kept of the people it touched, and what was kept of them afterwards."""

    journal: PeopleJournal
    before: Mapping[int, object | None]
    after: Mapping[int, object | None]

    def take_back(self) -> None:
        now = self.journal.state()
        if any(now.get(person) != kept for person, kept in self.after.items()):
            raise CannotUndo
        self.journal.put_back(self.before)


class PeopleEditor:
    """Changes to the list, taken back through the editor of the history.

    Every method may raise JournalError, and has then changed nothing.
    """

    def __init__(self, journal: PeopleJournal, clock: Clock, editor: HistoryEditor) -> None:
        self._journal, self._clock, self._editor = journal, clock, editor

    def people(self) -> Sequence[Person]:
        """The people on the list, in its order."""
        return self._journal.people()

    def people_put_away(self) -> Sequence[Person]:
        """Those put away, the last one first."""
        return self._journal.people_put_away()

    def add(self, people: Sequence[NewPerson]) -> None:
        """Put people on the list, all of them or none; those put away come back.

        Raises:
            NameTaken: one is on the list already, or named twice.
            ValueError: a name is empty, or `check_reach` does not take an address.
        """
        self._edit(lambda: self._journal.add_people(people, self._clock()))

    def change(self, person: Person) -> None:
        """Keep a person's new name and reach.

        Raises:
            LookupError: there is no such person.
            NameTaken: somebody else has the name.
            ValueError: the name is empty, or `check_reach` does not take the address.
        """
        self._edit(lambda: self._journal.change_person(person))

    def put_away(self, person_id: int) -> None:
        """Take a person off the list.

        Raises:
            LookupError: there is none on it with this id.
        """
        self._edit(lambda: self._journal.put_away(person_id, self._clock()))

    def take_back(self, person_id: int) -> None:
        """Put a person back on the list.

        Raises:
            LookupError: there is none put away with this id.
        """
        self._edit(lambda: self._journal.take_back(person_id))

    def move(self, person_id: int, position: int) -> None:
        """Put a person at a place of the list, from 0.

        Raises:
            LookupError: there is none on it with this id.
        """
        self._edit(lambda: self._journal.move(person_id, position))

    def _edit(self, act: Callable[[], object]) -> None:
        before = self._journal.state()
        act()
        with suppress(JournalError):  # the change is made, but cannot be taken back
            after = self._journal.state()
            changed = [person for person in {**before, **after} if before.get(person) != after.get(person)]
            if changed:
                self._editor.remember(
                    _OfPeople(
                        self._journal,
                        {person: before.get(person) for person in changed},
                        {person: after.get(person) for person in changed},
                    )
                )
