"""Quieter weeks: stretches in which somebody heard the person at most half as often as in the months before.

A description of counts, not a verdict: the rule is stated beside the chart, and each day is judged by itself and the
days before it alone.
"""

from collections import deque
from collections.abc import Sequence
from datetime import date, timedelta

from herwidget.core.history.ranges import Days
from herwidget.core.history.records import DaySummary
from herwidget.core.questions import HEARD_BY_SOMEONE

WINDOW_DAYS = 14
USUAL_DAYS = 182
LEAST_TOLD_IN_WINDOW = 8
LEAST_TOLD_BEFORE = 30
# At least this share of days with somebody before, or half of it is too little to see.
LEAST_USUAL_SHARE = 0.2
# What has to be read before a range to know its quieter weeks.
DAYS_THAT_MATTER = WINDOW_DAYS + USUAL_DAYS


def quieter_weeks(summaries: Sequence[DaySummary]) -> tuple[Days, ...]:
    """The stretches, oldest first, each from its first to its last day; `summaries` are oldest first.

    Fourteen days are quieter when it was told on at least 8 of them whether somebody heard the person, and the share
    of days on which somebody did is at most half the share of the 182 days before, of which at least 30 were told.
    """
    window, before = _Stretch(), _Stretch()
    found: list[Days] = []
    for summary in summaries:
        if summary.heard is None:
            continue
        day = summary.day
        window.add(day, heard=summary.heard in HEARD_BY_SOMEONE)
        begin = day - timedelta(days=WINDOW_DAYS - 1)
        for gone, heard in window.leave(begin):
            before.add(gone, heard=heard)
        before.leave(begin - timedelta(days=USUAL_DAYS))
        if len(window.told) < LEAST_TOLD_IN_WINDOW or len(before.told) < LEAST_TOLD_BEFORE:
            continue
        if before.share >= LEAST_USUAL_SHARE and window.share <= before.share / 2:
            first = window.told[0][0]
            if found and first <= found[-1].last + timedelta(days=1):
                found[-1] = Days(found[-1].first, day)
            else:
                found.append(Days(first, day))
    return tuple(found)


class _Stretch:
    """Days told, in their order, with how many of them somebody heard the person."""

    def __init__(self) -> None:
        self.told: deque[tuple[date, bool]] = deque()
        self._heard = 0

    @property
    def share(self) -> float:
        return self._heard / len(self.told)

    def add(self, day: date, *, heard: bool) -> None:
        self.told.append((day, heard))
        self._heard += heard

    def leave(self, begin: date) -> list[tuple[date, bool]]:
        """Take out, and give, the days before `begin`."""
        gone = []
        while self.told and self.told[0][0] < begin:
            gone.append(self.told.popleft())
            self._heard -= gone[-1][1]
        return gone
