"""What the journal tells of the past, as the history's figures take it."""

from dataclasses import dataclass
from datetime import date, datetime

from herwidget.core.prompts import StepAnswer
from herwidget.core.questions import HeardHow


@dataclass(frozen=True)
class DaySummary:
    """One local day with at least one answer.

    `check_ins` counts the check-ins answered. `moods` is how many moods (1-5) were told; `lowest`, `highest` and
    `mean` are theirs, None where there was none. `heard` is the nearest way somebody heard the person (face to face
    before a call before writing before not at all), None where it was not told.
    """

    day: date
    check_ins: int
    moods: int = 0
    lowest: int | None = None
    highest: int | None = None
    mean: float | None = None
    heard: HeardHow | None = None


@dataclass(frozen=True)
class HourSummary:
    """The moods told in one hour (0-23, as the clock showed it where they were lived) of one weekday (0 is Monday)."""

    weekday: int
    hour: int
    moods: int
    mean: float


@dataclass(frozen=True)
class MoodPair:
    """The mood of a check-in that told who heard the person (`after`), and the last one told before it (`before`).

    One for each person named; `person` is None where nobody heard them that day. Both moods are 1-5.
    """

    person: int | None
    day: date
    before: int
    after: int


@dataclass(frozen=True)
class LastHeard:
    """When somebody last heard the person, and how."""

    day: date
    how: HeardHow


@dataclass(frozen=True)
class Entry:
    """One answer as it stands in the journal.

    `moment` (UTC) is when it was lived and `zone` where; `day` is the local day. `added_at` is when it was written
    down by looking back, None when it was answered at its moment.
    """

    id: int
    prompt_id: int
    answer: StepAnswer
    moment: datetime
    zone: str
    day: date
    added_at: datetime | None = None


@dataclass(frozen=True)
class Period:
    """A stretch of days that the person gave a name, first and last day included."""

    id: int
    name: str
    first: date
    last: date


@dataclass(frozen=True)
class PausedDays:
    """Whole local days during which the asking was paused, first and last included."""

    first: date
    last: date
