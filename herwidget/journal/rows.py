"""Rows of the journal to core's dataclasses and back."""

import sqlite3
from datetime import UTC, date, datetime

from herwidget.core.people import Person, ReachKind
from herwidget.core.prompts import Prompt, PromptKind


def to_text(moment: datetime) -> str:
    """An aware moment as the journal writes it: UTC, to the millisecond, "Z" at its end."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def to_moment(text: str) -> datetime:
    """The moment that `to_text` wrote."""
    return datetime.fromisoformat(text)


def optional_moment(text: str | None) -> datetime | None:
    """The moment, or None for an empty column."""
    return None if text is None else to_moment(text)


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
