"""The journal: everything asked and answered, in one SQLite file that any SQLite tool can open.

A connection belongs to the thread that made it. Each method is one transaction, on disk when it returns.
"""

import secrets
import sqlite3
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from herwidget.core.asking import Pause
from herwidget.core.local_time import local_day
from herwidget.core.people import Person
from herwidget.core.prompts import AskedQuestion, Prompt, PromptKind, Slot, StepAnswer, StepName
from herwidget.journal.opening import open_database, told_as_journal_error
from herwidget.journal.rows import optional_moment, to_person, to_prompt, to_text

_ENDINGS = ("skipped_at", "expired_at", "closed_at")


class Journal:
    """An open journal. Every method may raise JournalError; what was acknowledged before stays."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db: Database = open_database(path)
        self._db.conn.row_factory = sqlite3.Row

    def close(self) -> None:
        """Close the file; SQLite then folds the write-ahead log back into it."""
        with told_as_journal_error(self.path):
            self._db.close()

    def seed(self) -> str:
        """The random text that the plan and the choice of questions are drawn from; made once."""
        self._write("INSERT OR IGNORE INTO facts (name, value) VALUES ('seed', ?)", secrets.token_hex(8))
        return str(self._rows("SELECT value FROM facts WHERE name = 'seed'")[0]["value"])

    def prompts_since(self, moment: datetime) -> Sequence[Prompt]:
        """The prompts planned at or after `moment`, and every one that is not closed; oldest first."""
        rows = self._rows(
            "SELECT * FROM prompts WHERE planned_at >= ? OR closed_at IS NULL ORDER BY planned_at, id",
            to_text(moment),
        )
        return tuple(to_prompt(row) for row in rows)

    def prompt(self, prompt_id: int) -> Prompt:
        """One prompt.

        Raises:
            LookupError: there is none with this id.
        """
        rows = self._rows("SELECT * FROM prompts WHERE id = ?", prompt_id)
        if not rows:
            raise LookupError(prompt_id)
        return to_prompt(rows[0])

    def asked_since(self, day: date) -> Sequence[AskedQuestion]:
        """The questions put on or after the local `day`."""
        rows = self._rows(
            "SELECT plan_day, question_id, dimension FROM prompts WHERE plan_day >= ? AND question_id IS NOT NULL",
            day.isoformat(),
        )
        return tuple(
            AskedQuestion(date.fromisoformat(row["plan_day"]), row["question_id"], row["dimension"]) for row in rows
        )

    def last_mood_since(self, moment: datetime) -> int | None:
        """The newest mood (1-5) answered at or after `moment`."""
        rows = self._rows(
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
        with told_as_journal_error(self.path), self._db.atomic():
            self._db.conn.executemany(
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
        moment = to_text(at)
        with told_as_journal_error(self.path), self._db.atomic():
            connection = self._db.conn
            answer_id = connection.execute(
                "INSERT INTO answers (prompt_id, step, question_id, dimension, answered_at, zone, local_day, "
                "value, choice, words, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (prompt_id, step) DO UPDATE SET question_id = excluded.question_id, "
                "dimension = excluded.dimension, answered_at = excluded.answered_at, zone = excluded.zone, "
                "local_day = excluded.local_day, value = excluded.value, choice = excluded.choice, "
                "words = excluded.words, note = excluded.note RETURNING id",
                (
                    *(prompt_id, answer.step.value, answer.question_id, answer.dimension),
                    *(moment, zone, local_day(at, zone).isoformat()),
                    *(answer.value, answer.choice, answer.words, answer.note),
                ),
            ).fetchone()[0]
            connection.execute("DELETE FROM answer_people WHERE answer_id = ?", (answer_id,))
            connection.executemany(
                "INSERT INTO answer_people (answer_id, position, person_id) VALUES (?, ?, ?)",
                [(answer_id, position, person) for position, person in enumerate(answer.people)],
            )
            connection.execute(
                "UPDATE prompts SET answered_at = ? WHERE id = ? AND answered_at IS NULL", (moment, prompt_id)
            )

    def remove_answer(self, prompt_id: int, step: str) -> None:
        """Forget a step's answer that the person took back."""
        with told_as_journal_error(self.path), self._db.atomic():
            connection = self._db.conn
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
        rows = self._rows("SELECT * FROM answers WHERE prompt_id = ? ORDER BY id", prompt_id)
        return tuple(self._to_answer(row) for row in rows)

    def pause(self, now: datetime) -> Pause | None:
        """The pause in force at `now`."""
        rows = self._rows("SELECT until_at FROM pauses WHERE ended_at IS NULL ORDER BY id DESC LIMIT 1")
        pause = Pause(optional_moment(rows[0]["until_at"])) if rows else None
        return pause if pause is not None and pause.holds(now) else None

    def start_pause(self, at: datetime, until: datetime | None) -> None:
        """Pause until a moment, or, with None, until the person ends it; replaces a pause in force."""
        with told_as_journal_error(self.path), self._db.atomic():
            self._db.conn.execute("UPDATE pauses SET ended_at = ? WHERE ended_at IS NULL", (to_text(at),))
            self._db.conn.execute(
                "INSERT INTO pauses (started_at, until_at) VALUES (?, ?)",
                (to_text(at), None if until is None else to_text(until)),
            )

    def end_pause(self, at: datetime) -> None:
        """End the pause in force, if there is one."""
        self._write("UPDATE pauses SET ended_at = ? WHERE ended_at IS NULL", to_text(at))

    def people(self) -> Sequence[Person]:
        """The people on the list, in its order."""
        rows = self._rows("SELECT * FROM people WHERE put_away_at IS NULL ORDER BY position, id")
        return tuple(to_person(row) for row in rows)

    def add_person(self, name: str, at: datetime) -> Person:
        """Add a person by name at the end of the list; the same name gives the person already there.

        Raises:
            ValueError: the name is empty.
        """
        name = " ".join(name.split())
        if not name:
            raise ValueError(name)
        self._write(
            "INSERT INTO people (name, reach, position, added_at) "
            "VALUES (?, '', (SELECT coalesce(max(position), 0) + 1 FROM people), ?) "
            "ON CONFLICT (name) DO UPDATE SET put_away_at = NULL",
            *(name, to_text(at)),
        )
        return to_person(self._rows("SELECT * FROM people WHERE name = ?", name)[0])

    def check(self) -> str:
        """SQLite's own word on the file's health: "ok" when it is sound."""
        return str(self._rows("PRAGMA quick_check(1)")[0][0])

    def counts(self) -> dict[str, int]:
        """How many prompts and answers the journal holds."""
        return {
            table: int(self._rows(f"SELECT count(*) AS n FROM {table}")[0]["n"]) for table in ("prompts", "answers")
        }

    def answers_since(self, day: date) -> Sequence[tuple[date, datetime, StepAnswer]]:
        """The answers of the local `day` and after, newest first, with the day and the moment they were given."""
        rows = self._rows(
            "SELECT * FROM answers WHERE local_day >= ? ORDER BY answered_at DESC, id DESC", day.isoformat()
        )
        return tuple(
            (
                date.fromisoformat(row["local_day"]),
                datetime.fromisoformat(row["answered_at"]),
                self._to_answer(row),
            )
            for row in rows
        )

    def _to_answer(self, row: sqlite3.Row) -> StepAnswer:
        people = self._rows("SELECT person_id FROM answer_people WHERE answer_id = ? ORDER BY position", row["id"])
        return StepAnswer(
            StepName(row["step"]),
            row["question_id"],
            row["dimension"],
            row["value"],
            row["choice"],
            tuple(person["person_id"] for person in people),
            row["words"],
            row["note"],
        )

    def _end(self, prompt_id: int, at: datetime, ending: str) -> None:
        assert ending in _ENDINGS
        self._write(
            f"UPDATE prompts SET {ending} = ?, closed_at = ?, later_until = NULL WHERE id = ? AND closed_at IS NULL",
            *(to_text(at), to_text(at), prompt_id),
        )

    def _rows(self, sql: str, *parameters: Any) -> list[sqlite3.Row]:
        with told_as_journal_error(self.path):
            return list(self._db.conn.execute(sql, parameters))

    def _write(self, sql: str, *parameters: Any) -> int:
        with told_as_journal_error(self.path):
            return self._db.execute(sql, parameters).lastrowid or 0
