"""A journal as any SQLite tool sees it, and one that is made before the program starts."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from herwidget.journal.journal import Journal

from .processes import wait_for

SEED = "7"
"""With it the questions of Tuesday, 24 November 2026 are planned for 12:49 and 20:27 in Seoul."""


class JournalReader:
    """Reads `journal` without Herwidget's help."""

    journal: Path

    def rows(self, sql: str, *parameters: object) -> list[sqlite3.Row]:
        """Rows of the journal, read by SQLite itself."""
        with contextlib.closing(sqlite3.connect(f"{self.journal.as_uri()}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            return list(connection.execute(sql, parameters))

    def prompts(self, condition: str = "1") -> list[sqlite3.Row]:
        """The prompts kept, oldest first; those that lapsed before anything was asked are not among them."""
        return self.rows(f"SELECT * FROM prompts WHERE shown_at IS NOT NULL AND {condition} ORDER BY id")

    def answers(self) -> list[sqlite3.Row]:
        """The answers kept, oldest first."""
        return self.rows("SELECT * FROM answers ORDER BY id")

    def wait_for_answers(self, count: int) -> list[sqlite3.Row]:
        """Wait until so many answers are kept."""
        return wait_for(lambda: len(found := self.answers()) == count and found, what=f"{count} answers") or []

    def wait_for_mood(self, mood: int) -> None:
        """Until this mood is the only answer there is."""
        wait_for(lambda: [row["value"] for row in self.answers()] == [mood], what="the mood")


def make_journal(path: Path, seed: str = SEED) -> None:
    """A journal in which nothing was asked yet, with a plan that is known."""
    Journal(path).close()
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO facts (name, value) VALUES ('seed', ?)", (seed,))
