"""People as an address book tells of them."""

from dataclasses import dataclass
from enum import StrEnum

from herwidget.core.reach import Reach


@dataclass(frozen=True)
class ImportedPerson:
    """Somebody in an address book, and the ways to reach them, the likeliest first."""

    name: str
    reaches: tuple[Reach, ...] = ()

    @property
    def reach(self) -> Reach | None:
        """The likeliest way to reach them."""
        return self.reaches[0] if self.reaches else None


@dataclass(frozen=True)
class Contacts:
    """What was read of an address book: its people by name, and how many of its cards could not be read."""

    people: tuple[ImportedPerson, ...]
    unreadable: int = 0


class ContactsTrouble(StrEnum):
    """Why nothing could be read of an address book."""

    UNREACHABLE = "unreachable"
    TOO_LARGE = "too-large"
    NO_CARDS = "no-cards"


class ContactsError(Exception):
    """Nothing was read; `reason` is the system's, where it gave one."""

    def __init__(self, trouble: ContactsTrouble, reason: str = "") -> None:
        super().__init__(trouble.value, reason)
        self.trouble, self.reason = trouble, reason
