"""Whether every row can be read. SQLite looks; Python reads only what does not look as Herwidget writes it.

A file that SQLite finds sound may still have a value that was spoilt: a month of "1q".
"""

import sqlite3
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from herwidget.core.people import ReachKind
from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.core.prompts import PromptKind, StepName
from herwidget.journal.rows import to_moment

# What the program makes something of when it reads a row; all other columns may hold any text.
_MOMENTS = {
    "prompts": (
        *("planned_at", "shown_at", "answered_at", "later_at", "later_until"),
        *("skipped_at", "expired_at", "lapsed_at", "closed_at"),
    ),
    "answers": ("answered_at", "added_at"),
    "pauses": ("started_at", "until_at", "ended_at"),
    "suggestions": ("made_at", "asked_at"),
}
_DAYS = {
    "prompts": ("plan_day",),
    "answers": ("local_day",),
    "periods": ("first_day", "last_day"),
    "suggestions": ("day",),
}
_CHOICES = (("prompts", "kind", PromptKind), ("answers", "step", StepName), ("people", "reach_kind", ReachKind))
# Texts of which there are few different ones, and what the person wrote: the driver refuses what is not UTF-8.
_TEXTS = (
    "SELECT DISTINCT zone, question_id, dimension FROM prompts",
    "SELECT DISTINCT zone, question_id, dimension, choice FROM answers",
    "SELECT words, note FROM answers WHERE words != '' OR note != ''",
    "SELECT name, reach FROM people",
)
# SQLite reads the 31st of February and an hour of 24 too, but reckons on from another day, and a "z" as a "Z".
_STRANGE_MOMENT = "date({0}, '+0 days') IS NOT substr({0}, 1, 10) OR {0} NOT GLOB '[1-9]*Z'"
_STRANGE_DAY = "date({0}, '+0 days') IS NOT {0} OR {0} < '1'"


def refuse_what_cannot_be_read(connection: sqlite3.Connection, path: Path) -> None:
    """Look for a row that the program could not read; tables and columns that came later may be missing.

    Raises:
        JournalError: there is one.
        sqlite3.OperationalError: a text is not UTF-8.
    """
    try:
        _read_strange(connection, _MOMENTS, _STRANGE_MOMENT, to_moment)
        _read_strange(connection, _DAYS, _STRANGE_DAY, date.fromisoformat)
        for table, column, choice in _CHOICES:
            for (text,) in connection.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} != ''"):
                choice(text)
    except ValueError as error:
        raise JournalError(JournalTrouble.DAMAGED, str(path), "a row that cannot be read") from error
    for statement in _TEXTS:
        for _ in connection.execute(statement):
            pass


def _read_strange(
    connection: sqlite3.Connection,
    columns_of: Mapping[str, tuple[str, ...]],
    strange: str,
    read: Callable[[str], object],
) -> None:
    for table, columns in columns_of.items():
        there = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        names = [column for column in columns if column in there]
        if names:  # the table itself may have come later
            any_strange = " OR ".join(map(strange.format, names))
            for row in connection.execute(f"SELECT {', '.join(names)} FROM {table} WHERE {any_strange}"):
                for text in row:
                    if text is not None:
                        read(text)
