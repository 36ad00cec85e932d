"""A prompt: one moment at which a question was, or is to be, put; and the answers that belong to it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class PromptKind(StrEnum):
    """Which steps a prompt has."""

    DAY = "day"
    EVENING = "evening"
    WEEK = "week"


class StepName(StrEnum):
    """One thing a check-in asks."""

    MOOD = "mood"
    CONNECTED = "connected"
    HEARD = "heard"
    QUESTION = "question"
    REACHED = "reached"


STEPS: dict[PromptKind, tuple[StepName, ...]] = {
    PromptKind.DAY: (StepName.MOOD, StepName.QUESTION),
    PromptKind.EVENING: (StepName.MOOD, StepName.CONNECTED, StepName.HEARD),
    PromptKind.WEEK: (StepName.QUESTION,),
}

HEAVIEST_MOOD, WARMEST_MOOD = 1, 5
# The choice kept where a question asks for people and nobody comes to mind.
NO_ONE = "no-one"


@dataclass(frozen=True)
class Slot:
    """A planned moment of a day: `number` counts from 0 within `plan_day`, `planned_at` is UTC, a whole minute."""

    plan_day: date
    number: int
    kind: PromptKind
    planned_at: datetime


@dataclass(frozen=True)
class Prompt:
    """What the journal keeps of one prompt; every time is UTC, None where it has not happened.

    `slot` is None for a check-in begun by hand; `planned_at` is then the moment it was begun. `shown_at` is the
    last time it was shown. `answered_at` is the first step kept. `later_until` stands only while it is put off.
    `closed_at` ends a prompt, whatever became of it; `lapsed_at` marks a moment that passed with nothing shown.
    """

    id: int
    kind: PromptKind
    plan_day: date
    slot: int | None
    planned_at: datetime
    zone: str
    shown_at: datetime | None = None
    answered_at: datetime | None = None
    later_at: datetime | None = None
    later_until: datetime | None = None
    skipped_at: datetime | None = None
    expired_at: datetime | None = None
    lapsed_at: datetime | None = None
    closed_at: datetime | None = None
    question_id: str | None = None

    @property
    def by_hand(self) -> bool:
        """Whether the person began it, rather than the plan."""
        return self.slot is None

    @property
    def open(self) -> bool:
        """Whether it was shown and is neither closed nor put off."""
        return self.closed_at is None and self.shown_at is not None and self.later_until is None

    @property
    def put_off(self) -> bool:
        """Whether the person said "later" and it has not come back yet."""
        return self.closed_at is None and self.later_until is not None


@dataclass(frozen=True)
class StepAnswer:
    """One step's answer. `people` are ids, in the order chosen.

    `value` is 1-5 for the mood and for how reaching out left the person, 0-100 for a scale.
    """

    step: StepName
    question_id: str
    dimension: str
    value: int | None = None
    choice: str | None = None
    people: tuple[int, ...] = ()
    words: str = ""
    note: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing at all was said."""
        return (
            self.value is None
            and self.choice is None
            and not self.people
            and not self.words.strip()
            and not self.note.strip()
        )


@dataclass(frozen=True)
class AskedQuestion:
    """That a question was put on a local day."""

    day: date
    question_id: str
    dimension: str
