"""How often to ask: less as somebody hears the person week after week, and as usual again once signals rise.

A week runs from Monday to Sunday and is judged once, when it is over. It counts when the state in force on each of
its days was usual and somebody heard the person on three of them; a day of which nothing was told is no such day.
Four weeks in a row that count lead to one question a day, four more to three a week.

Asked less, a person can tell less, so a slower pace is not taken back for a week that tells too little: that only
begins the count towards the next pace anew. It ends after four weeks in a row of which no day tells that somebody
heard the person. A state other than usual ends it the same day, and counting begins anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from herwidget.core.signals.reasons import SignalState

WEEKS_TO_A_SLOWER_PACE = 4
HEARD_DAYS_OF_A_FULL_WEEK = 3
WEEKS_WITHOUT_ANYBODY = 4
_ALL_STEPS = 2 * WEEKS_TO_A_SLOWER_PACE
_DAY = timedelta(days=1)
_MONDAY, _SUNDAY = 0, 6


class Pace(StrEnum):
    """How often there is a question."""

    USUAL = "usual"
    ONE_A_DAY = "one-a-day"
    THREE_A_WEEK = "three-a-week"

    def is_less_than(self, check_ins_a_day: int) -> bool:
        """Whether it asks less often than a person who chose so many check-ins a day would be asked."""
        if self is Pace.ONE_A_DAY:
            return check_ins_a_day > 1
        return self is Pace.THREE_A_WEEK and check_ins_a_day > 0


@dataclass(frozen=True)
class LivedDay:
    """What counts of a day: where its signals stood, and whether somebody heard the person; None where not known."""

    day: date
    state: SignalState | None = None
    heard: bool | None = None


def pace(days: Iterable[LivedDay], today: date) -> Pace:
    """The pace on `today` from the days up to it, in any order. A day's state holds until another is known."""
    lived = {one.day: one for one in days if one.day <= today}
    if not lived:
        return Pace.USUAL
    steps = _Steps()
    first = min(lived)
    day = first - first.weekday() * _DAY
    while day <= today:
        steps.live(lived.get(day) or LivedDay(day), is_over=day < today)
        day += _DAY
    return steps.pace


def can_change(before: Pace, day: date) -> bool:
    """Whether the pace of `day` may be another than `before`, that of the day before it."""
    return before is not Pace.USUAL or day.weekday() == _MONDAY


class _Steps:
    """Counts the weeks. `taken` is how far the pace has slowed, in weeks."""

    def __init__(self) -> None:
        self.taken = self._without_anybody = 0
        self._state: SignalState | None = None
        self._begin_week()

    @property
    def pace(self) -> Pace:
        """The pace after so many steps."""
        if self.taken < WEEKS_TO_A_SLOWER_PACE:
            return Pace.USUAL
        return Pace.ONE_A_DAY if self.taken < _ALL_STEPS else Pace.THREE_A_WEEK

    def live(self, day: LivedDay, *, is_over: bool) -> None:
        """Take in the next day; `is_over` says whether it has passed."""
        self._state = day.state or self._state
        if self._state is not SignalState.USUAL:
            self._calm = False
            self.taken = 0
        self._heard += day.heard is True
        if day.day.weekday() == _SUNDAY and is_over:
            self._judge_week()
            self._begin_week()

    def _begin_week(self) -> None:
        self._calm, self._heard = True, 0

    def _judge_week(self) -> None:
        self._without_anybody = 0 if self._heard else self._without_anybody + 1
        if self._calm and self._heard >= HEARD_DAYS_OF_A_FULL_WEEK:
            self.taken = min(self.taken + 1, _ALL_STEPS)
        elif self._without_anybody >= WEEKS_WITHOUT_ANYBODY:
            self.taken = 0
        else:
            # Back to where the pace that holds began.
            self.taken -= self.taken % WEEKS_TO_A_SLOWER_PACE
