"""What Herwidget keeps on the computer, as it is told before a backup is put back and before everything is erased."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

# Named in types alone: nothing here touches a file.
if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@dataclass(frozen=True)
class Backup:
    """A backup in the journal's folder of them; `kind` is the part of its name after the day."""

    path: Path
    day: date
    kind: str


@dataclass(frozen=True)
class Contents:
    """How much a journal holds: check-ins with an answer, and people."""

    entries: int
    people: int


@dataclass(frozen=True)
class Belongings:
    """All that there is of a journal, in numbers."""

    contents: Contents | None
    """None where the journal cannot be read."""
    backups: int
    set_aside: int
    """The journals that were set aside when a backup was put back."""
    demonstration: bool
    settings: bool
    log: bool
    starts: bool
    """Whether it starts with the computer."""


class EraseTrouble(StrEnum):
    """Why nothing was erased."""

    DEMONSTRATION_OPEN = "demonstration-open"
    NO_JOURNAL = "no-journal"
    """What is in the journal's place does not say of itself that it is one."""
    NO_SETTINGS = "no-settings"


class EraseError(Exception):
    """Nothing was erased, for the sake of the file at `path`."""

    def __init__(self, trouble: EraseTrouble, path: str) -> None:
        self.trouble, self.path = trouble, path
        super().__init__(f"{trouble}: {path}")
