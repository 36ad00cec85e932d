"""A suggestion to reach out as it is remembered: whom it named, what was done with it, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

# Named in types alone: this is read at the start, and what they need is not.
if TYPE_CHECKING:
    from datetime import date, datetime

    from herwidget.core.first_lines import Register
    from herwidget.core.questions import Outcome

OUTCOME_DAYS = 21
"""What became of an older suggestion is not asked any more."""


class SuggestionAnswer(StrEnum):
    """What the person did with a suggestion."""

    WROTE = "wrote"
    CALLED = "called"
    LINK = "link"
    COPIED = "copied"
    DID = "did"
    NOT_NOW = "not-now"
    NOT_PERSON = "not-person"
    STOPPED = "stopped"


REACHED_OUT = frozenset(
    {
        *(SuggestionAnswer.WROTE, SuggestionAnswer.CALLED, SuggestionAnswer.LINK),
        *(SuggestionAnswer.COPIED, SuggestionAnswer.DID),
    }
)
"""The answers after which it is asked, once, what became of it."""


@dataclass(frozen=True)
class Suggestion:
    """One suggestion that was shown, on the local `day`, or that the person asked for (`by_hand`).

    `person` is whom it named, in the end; None where nobody was on the list. `language` and `register` are those of the
    first line that was taken. `asked_at` is when the outcome was asked; `left` is how it left the person, 1-5.
    """

    id: int
    day: date
    made_at: datetime
    person: int | None = None
    by_hand: bool = False
    answer: SuggestionAnswer | None = None
    language: str = ""
    register: Register | None = None
    asked_at: datetime | None = None
    outcome: Outcome | None = None
    left: int | None = None
