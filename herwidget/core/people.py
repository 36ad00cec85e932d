"""The people who can hear somebody: a name and how to reach them, nothing more."""

from dataclasses import dataclass
from enum import StrEnum


class ReachKind(StrEnum):
    """How a person is reached."""

    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"


@dataclass(frozen=True)
class Person:
    """A person on the list, in the order the list shows them."""

    id: int
    name: str
    reach_kind: ReachKind | None = None
    reach: str = ""


def initial(name: str) -> str:
    """The letter that stands for a name in its round badge."""
    stripped = name.strip()
    return stripped[:1].upper() if stripped else "·"
