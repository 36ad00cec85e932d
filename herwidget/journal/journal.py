"""The journal: everything asked and answered, in one SQLite file that any SQLite tool can open.

A connection belongs to the thread that made it. Each method is one transaction, on disk when it returns.
"""

import contextlib
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from herwidget.core.asking import Pause
from herwidget.core.people import Person
from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.core.prompts import AskedQuestion, Prompt, PromptKind, Slot, StepAnswer
from herwidget.journal.checks import refuse_what_is_not_ours
from herwidget.journal.legible import refuse_what_cannot_be_read
from herwidget.journal.opening import open_database
from herwidget.journal.rows import (
    ANSWER_COLUMNS,
    lived_at,
    mark_erased,
    one_spelling,
    optional_moment,
    to_answer,
    to_person,
    to_prompt,
    to_text,
    write_people,
)
from herwidget.journal.trouble import told_as_journal_error

COUNT_OF_ANSWERED = "SELECT count(*) FROM prompts WHERE answered_at IS NOT NULL"
_ENDINGS = ("skipped_at", "expired_at", "closed_at")
_WAIT_FOR_READER_MILLISECONDS = 200
_Read = TypeVar("_Read")


class Journal:
    """An open journal. Every method may raise JournalError; what was acknowledged before stays.

    A method that writes raises ValueError, and writes nothing, when what it is given breaks a rule of the tables.
    """

    def __init__(self, path: Path, may_migrate: Callable[[], bool] = lambda: True) -> None:
        """`may_migrate` is asked before a journal of an earlier version is brought up to date."""
        self.path = path
        self._db: Database = open_database(path, may_migrate)
        self._db.conn.row_factory = sqlite3.Row
        self._file = path.stat()
        self._closed = False
        with told_as_journal_error(path):
            self._schema_version = self._read_schema_version()

    @property
    def connection(self) -> sqlite3.Connection:
        """SQLite's own connection, for the layer's bulk work."""
        return self._db.conn

    def close(self) -> None:
        """Close the file; SQLite then folds the write-ahead log back into it. Later calls raise JournalError."""
        self._closed = True
        with told_as_journal_error(self.path):
            self._db.close()

    def shrink(self) -> None:
        """Give back the memory that pages of the file were kept in."""
        self.rows("PRAGMA shrink_memory")

    def seed(self) -> str:
        """The random text that the plan and the choice of questions are drawn from; made once."""
        rows = self.rows("SELECT value FROM facts WHERE name = 'seed'")
        if not rows:
            self._write("INSERT OR IGNORE INTO facts (name, value) VALUES ('seed', ?)", secrets.token_hex(8))
            rows = self.rows("SELECT value FROM facts WHERE name = 'seed'")
        return str(rows[0]["value"])

    def prompts_since(self, moment: datetime) -> Sequence[Prompt]:
        """The prompts planned at or after `moment`, and every one that is not closed; oldest first."""
        return self.read(
            to_prompt,
            "SELECT * FROM prompts WHERE planned_at >= ? OR closed_at IS NULL ORDER BY planned_at, id",
            to_text(moment),
        )

    def prompt(self, prompt_id: int) -> Prompt:
        """One prompt.

        Raises:
            LookupError: there is none with this id.
        """
        prompts = self.read(to_prompt, "SELECT * FROM prompts WHERE id = ?", prompt_id)
        if not prompts:
            raise LookupError(prompt_id)
        return prompts[0]

    def asked_since(self, day: date) -> Sequence[AskedQuestion]:
        """The questions put on or after the local `day`."""
        return self.read(
            lambda row: AskedQuestion(date.fromisoformat(row["plan_day"]), row["question_id"], row["dimension"]),
            "SELECT plan_day, question_id, dimension FROM prompts WHERE plan_day >= ? AND question_id IS NOT NULL",
            day.isoformat(),
        )

    def last_mood_since(self, moment: datetime) -> int | None:
        """The newest mood (1-5) answered at or after `moment`."""
        rows = self.rows(
            "SELECT value FROM answers WHERE step = 'mood' AND value IS NOT NULL AND answered_at >= ? "
            "ORDER BY answered_at DESC LIMIT 1",
            to_text(moment),
        )
        return rows[0]["value"] if rows else None

    def add_prompt(
        self,
        kind: PromptKind,
        plan_day: date,
        slot: int | None,
        planned_at: datetime,
        shown_at: datetime,
        zone: str,
    ) -> Prompt:
        """Keep that a prompt is shown."""
        prompt_id = self._write(
            "INSERT INTO prompts (kind, plan_day, slot, planned_at, shown_at, zone) VALUES (?, ?, ?, ?, ?, ?)",
            *(kind.value, plan_day.isoformat(), slot, to_text(planned_at), to_text(shown_at), zone),
        )
        return self.prompt(prompt_id)

    def record_lapsed(self, slots: Sequence[Slot], at: datetime, zone: str) -> None:
        """Keep that moments passed with nothing shown."""
        with self.change() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO prompts (kind, plan_day, slot, planned_at, zone, lapsed_at, closed_at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (slot.kind, slot.plan_day.isoformat(), slot.number, to_text(slot.planned_at), zone)
                    + (to_text(at),) * 2
                    for slot in slots
                ],
            )

    def record_shown(self, prompt_id: int, at: datetime) -> None:
        """Keep that a prompt put off is shown again."""
        self._write("UPDATE prompts SET shown_at = ?, later_until = NULL WHERE id = ?", to_text(at), prompt_id)

    def record_question(self, prompt_id: int, question_id: str, dimension: str) -> None:
        """Keep which question was put."""
        self._write(
            "UPDATE prompts SET question_id = ?, dimension = ? WHERE id = ?",
            question_id,
            dimension,
            prompt_id,
        )

    def record_later(self, prompt_id: int, at: datetime, until: datetime) -> None:
        """Keep that a prompt is put off."""
        self._write(
            "UPDATE prompts SET later_at = ?, later_until = ? WHERE id = ?",
            to_text(at),
            to_text(until),
            prompt_id,
        )

    def record_skipped(self, prompt_id: int, at: datetime) -> None:
        """Keep that a prompt was closed unanswered by the person."""
        self._end(prompt_id, at, "skipped_at")

    def record_expired(self, prompt_id: int, at: datetime) -> None:
        """Keep that a prompt went away untouched."""
        self._end(prompt_id, at, "expired_at")

    def record_closed(self, prompt_id: int, at: datetime) -> None:
        """Keep that an answered prompt has ended."""
        self._end(prompt_id, at, "closed_at")

    def save_answer(self, prompt_id: int, answer: StepAnswer, at: datetime, zone: str) -> None:
        """Keep one step's answer durably, in place of an earlier one for the same step."""
        lived = lived_at(at, zone)
        with self.change() as connection:
            answer_id = connection.execute(
                "INSERT INTO answers (prompt_id, step, question_id, dimension, answered_at, zone, local_day, "
                "local_hour, value, choice, words, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (prompt_id, step) DO UPDATE SET question_id = excluded.question_id, "
                "dimension = excluded.dimension, answered_at = excluded.answered_at, zone = excluded.zone, "
                "local_day = excluded.local_day, local_hour = excluded.local_hour, value = excluded.value, "
                "choice = excluded.choice, words = excluded.words, note = excluded.note RETURNING id",
                (
                    *(prompt_id, answer.step.value, answer.question_id, answer.dimension),
                    *lived,
                    *(answer.value, answer.choice, answer.words, answer.note),
                ),
            ).fetchone()[0]
            write_people(connection, answer_id, answer.people)
            connection.execute(
                "UPDATE prompts SET answered_at = ? WHERE id = ? AND answered_at IS NULL", (lived[0], prompt_id)
            )

    def remove_answer(self, prompt_id: int, step: str) -> None:
        """Forget a step's answer that the person took back."""
        with self.change() as connection:
            connection.execute(
                "DELETE FROM answer_people WHERE answer_id IN "
                "(SELECT id FROM answers WHERE prompt_id = ? AND step = ?)",
                (prompt_id, step),
            )
            connection.execute("DELETE FROM answers WHERE prompt_id = ? AND step = ?", (prompt_id, step))
            connection.execute(
                "UPDATE prompts SET answered_at = NULL WHERE id = ? "
                "AND NOT EXISTS (SELECT 1 FROM answers WHERE prompt_id = prompts.id)",
                (prompt_id,),
            )

    def answers_of(self, prompt_id: int) -> Sequence[StepAnswer]:
        """The answers of one prompt, in the order they were given."""
        return self.read(to_answer, f"SELECT {ANSWER_COLUMNS} FROM answers WHERE prompt_id = ? ORDER BY id", prompt_id)

    def pause(self, now: datetime) -> Pause | None:
        """The pause in force at `now`."""
        pauses = self.read(
            lambda row: Pause(optional_moment(row["until_at"])),
            "SELECT until_at FROM pauses WHERE ended_at IS NULL ORDER BY id DESC LIMIT 1",
        )
        return next((pause for pause in pauses if pause.holds(now)), None)

    def start_pause(self, at: datetime, until: datetime | None) -> None:
        """Pause until a moment, or, with None, until the person ends it; replaces a pause in force."""
        with self.change() as connection:
            connection.execute("UPDATE pauses SET ended_at = ? WHERE ended_at IS NULL", (to_text(at),))
            connection.execute(
                "INSERT INTO pauses (started_at, until_at) VALUES (?, ?)",
                (to_text(at), None if until is None else to_text(until)),
            )

    def end_pause(self, at: datetime) -> None:
        """End the pause in force, if there is one."""
        self._write("UPDATE pauses SET ended_at = ? WHERE ended_at IS NULL", to_text(at))

    def people(self) -> Sequence[Person]:
        """The people on the list, in its order."""
        return self.read(to_person, "SELECT * FROM people WHERE put_away_at IS NULL ORDER BY position, id")

    def add_person(self, name: str, at: datetime) -> Person:
        """Add a person by name at the end of the list; the same name gives the person already there.

        Raises:
            ValueError: the name is empty.
        """
        name = one_spelling(name)
        if not name:
            raise ValueError(name)
        self._write(
            "INSERT INTO people (name, reach, position, added_at) "
            "VALUES (?, '', (SELECT coalesce(max(position), 0) + 1 FROM people), ?) "
            "ON CONFLICT (name) DO UPDATE SET put_away_at = NULL",
            *(name, to_text(at)),
        )
        return self.read(to_person, "SELECT * FROM people WHERE name = ?", name)[0]

    def check(self) -> str:
        """SQLite's own word on the file's health: "ok" when it is sound, and every row can be read."""
        word = str(self.rows("PRAGMA quick_check(1)")[0][0])
        if word == "ok":
            with told_as_journal_error(self.path):
                refuse_what_cannot_be_read(self._db.conn, self.path)
        return word

    def counts(self) -> dict[str, int]:
        """How many prompts and answers there are, and how many of the prompts were answered."""
        row = self.rows(
            "SELECT (SELECT count(*) FROM prompts) AS prompts, (SELECT count(*) FROM answers) AS answers, "
            f"({COUNT_OF_ANSWERED}) AS answered"
        )[0]
        return {name: int(row[name]) for name in ("prompts", "answers", "answered")}

    def first_day(self) -> date | None:
        """The local day of the first answer, None before there is one."""
        days = self.read(
            lambda row: date.fromisoformat(row["local_day"]),
            "SELECT local_day FROM answers ORDER BY local_day LIMIT 1",
        )
        return days[0] if days else None

    def read(self, make: Callable[[sqlite3.Row], _Read], sql: str, *parameters: Any) -> tuple[_Read, ...]:
        """What `make` makes of each row; one that it cannot read is told as damage."""
        rows = self.rows(sql, *parameters)
        try:
            return tuple(make(row) for row in rows)
        except (IndexError, TypeError, ValueError) as error:  # a damaged name of a column, or a damaged value
            raise JournalError(JournalTrouble.DAMAGED, str(self.path), "a row that cannot be read") from error

    def rows(self, sql: str, *parameters: Any) -> list[sqlite3.Row]:
        """The rows of a query."""
        with self._usable():
            return list(self._db.conn.execute(sql, parameters))

    @contextlib.contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """One transaction, committed at its end or undone."""
        with self._usable(), self._db.atomic():
            yield self._db.conn

    @contextlib.contextmanager
    def erasing(self) -> Iterator[sqlite3.Connection]:
        """One transaction; of what it replaces or forgets, no byte is left in the file and, soon, none in a backup."""
        with self.change() as connection:
            yield connection
            mark_erased(connection)
        self.erase_leftovers()

    def erase_leftovers(self) -> None:
        """Write the file anew and empty its log: of what was replaced or forgotten, no byte is left in either.

        SQLite overwrites what it deletes, but not the copies left behind when rows moved to other pages. Where there
        is no room for this now, or another process is reading, the leftovers stay until it is done the next time.
        """
        connection = self._db.conn
        patience = connection.execute("PRAGMA busy_timeout").fetchone()[0]
        connection.execute(f"PRAGMA busy_timeout = {_WAIT_FOR_READER_MILLISECONDS}")
        try:
            for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                # What was to be kept or forgotten is done already: trouble here is told by the next read or write, and
                # damage, of which the error may quote bytes that are no text, by the next backup.
                with contextlib.suppress(sqlite3.DatabaseError, UnicodeDecodeError):
                    connection.execute(statement).fetchone()
        finally:
            connection.execute(f"PRAGMA busy_timeout = {patience}")

    def _write(self, sql: str, *parameters: Any) -> int:
        with self.change() as connection:
            return connection.execute(sql, parameters).lastrowid or 0

    def _end(self, prompt_id: int, at: datetime, ending: str) -> None:
        assert ending in _ENDINGS
        self._write(
            f"UPDATE prompts SET {ending} = ?, closed_at = ?, later_until = NULL WHERE id = ? AND closed_at IS NULL",
            *(to_text(at), to_text(at), prompt_id),
        )

    @contextlib.contextmanager
    def _usable(self) -> Iterator[None]:
        with told_as_journal_error(self.path):
            self._refuse_a_lost_file()
            self._refuse_a_newer_schema()
            try:
                yield
            except sqlite3.OperationalError as error:
                # A table or column that was there a moment ago.
                if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
                    self._refuse_a_newer_schema()
                raise

    def _refuse_a_newer_schema(self) -> None:
        """A newer Herwidget may have migrated the file while it was open here, as after an upgrade."""
        connection = self._db.conn
        if connection.in_transaction:  # whose view of the file stays as it was
            return
        version = self._read_schema_version()
        if version != self._schema_version:
            try:
                refuse_what_is_not_ours(connection, self.path)
            finally:
                connection.rollback()
            self._schema_version = version

    def _read_schema_version(self) -> int:
        return int(self._db.conn.execute("PRAGMA schema_version").fetchone()[0])

    def _refuse_a_lost_file(self) -> None:
        """A file that was moved or deleted would go on taking answers that nobody finds again."""
        if self._closed:
            raise JournalError(JournalTrouble.UNREACHABLE, str(self.path), "closed")
        if not os.path.samestat(self._file, self.path.stat()):
            raise JournalError(JournalTrouble.UNREACHABLE, str(self.path), "another file is in its place")
