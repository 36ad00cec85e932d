"""Rows of the journal to core's dataclasses and back."""

import secrets
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from herwidget.core.local_time import local_clock, local_day
from herwidget.core.people import Person, ReachKind
from herwidget.core.prompts import Prompt, PromptKind, StepAnswer, StepName
from herwidget.journal.schema import ERASED

# An answer with its people in one row, in the order chosen.
ANSWER_COLUMNS = (
    "answers.*, (SELECT group_concat(person_id) FROM (SELECT person_id FROM answer_people "
    "WHERE answer_id = answers.id ORDER BY position)) AS people"
)


def listed(words: Iterable[str]) -> str:
    """Words of Herwidget's own as an SQL list."""
    return ", ".join(f"'{word}'" for word in sorted(words))


def to_text(moment: datetime) -> str:
    """An aware moment as the journal writes it: UTC, to the millisecond, "Z" at its end."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def to_moment(text: str) -> datetime:
    """The moment that `to_text` wrote; without a zone, as SQLite's own functions write one, it is UTC."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def optional_moment(text: str | None) -> datetime | None:
    """The moment, or None for an empty column."""
    return None if text is None else to_moment(text)


def lived_at(moment: datetime, zone: str) -> tuple[str, str, str, int]:
    """When and where an answer was lived, as its columns: `answered_at`, `zone`, `local_day`, `local_hour`.

    Raises:
        ValueError: there is no such zone.
    """
    try:
        day, hour = local_day(moment, zone), local_clock(moment, zone).hour
    except (KeyError, OSError) as error:  # a name that is not found, or that of a folder of zones
        raise ValueError(zone) from error
    return to_text(moment), zone, day.isoformat(), hour


def one_spelling(name: str) -> str:
    """A name as it is kept: a Korean one typed on a Mac comes in pieces (Unicode NFD) and would be another name."""
    return unicodedata.normalize("NFC", " ".join(name.split()))


def to_prompt(row: sqlite3.Row) -> Prompt:
    """One row of `prompts`."""
    return Prompt(
        id=row["id"],
        kind=PromptKind(row["kind"]),
        plan_day=date.fromisoformat(row["plan_day"]),
        slot=row["slot"],
        planned_at=to_moment(row["planned_at"]),
        zone=row["zone"],
        shown_at=optional_moment(row["shown_at"]),
        answered_at=optional_moment(row["answered_at"]),
        later_at=optional_moment(row["later_at"]),
        later_until=optional_moment(row["later_until"]),
        skipped_at=optional_moment(row["skipped_at"]),
        expired_at=optional_moment(row["expired_at"]),
        lapsed_at=optional_moment(row["lapsed_at"]),
        closed_at=optional_moment(row["closed_at"]),
        question_id=row["question_id"],
    )


def to_person(row: sqlite3.Row) -> Person:
    """One row of `people`."""
    kind = row["reach_kind"]
    return Person(row["id"], row["name"], ReachKind(kind) if kind else None, row["reach"])


def to_people(ids: str | None) -> tuple[int, ...]:
    """The people of an answer, from the column `people` of ANSWER_COLUMNS."""
    return tuple(map(int, ids.split(","))) if ids else ()


def to_answer(row: sqlite3.Row) -> StepAnswer:
    """One row of ANSWER_COLUMNS."""
    return StepAnswer(
        StepName(row["step"]),
        row["question_id"],
        row["dimension"],
        row["value"],
        row["choice"],
        to_people(row["people"]),
        row["words"],
        row["note"],
    )


def write_people(connection: sqlite3.Connection, answer_id: int, people: Sequence[int]) -> None:
    """Let an answer name `people`, in this order, and nobody else."""
    connection.execute("DELETE FROM answer_people WHERE answer_id = ?", (answer_id,))
    connection.executemany(
        "INSERT INTO answer_people (answer_id, position, person_id) VALUES (?, ?, ?)",
        [(answer_id, position, person) for position, person in enumerate(people)],
    )


def insert_answer(
    connection: sqlite3.Connection,
    prompt_id: int,
    answer: StepAnswer,
    lived: tuple[str, str, str, int],
    added_at: str | None = None,
) -> int:
    """Write a new answer, lived as `lived_at` says, but for its people; its id."""
    answer_id = connection.execute(
        "INSERT INTO answers (prompt_id, step, question_id, dimension, answered_at, zone, local_day, local_hour, "
        "value, choice, words, note, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(prompt_id, answer.step.value, answer.question_id, answer.dimension, *lived),
            *(answer.value, answer.choice, answer.words, answer.note, added_at),
        ),
    ).lastrowid
    assert answer_id is not None
    return answer_id


def mark_erased(connection: sqlite3.Connection) -> None:
    """Keep, within the transaction that takes something out for good, that backups still hold it."""
    connection.execute(
        "INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (ERASED, secrets.token_hex(8)),
    )
