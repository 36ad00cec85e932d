"""Differences between two moods, with how many pairs they rest on and how sure they are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from herwidget.core.history.records import DaySummary, MoodPair
from herwidget.core.questions import HEARD_BY_SOMEONE
from herwidget.core.student_t import mean_and_half_width

LEAST_PAIRS = 8
"""Below this nothing is claimed."""
A_LITTLE = 0.5
"""Steps of mood: a mean difference smaller than this is called a little one."""
_FORTNIGHT = timedelta(days=14)
# A mood has five steps; a difference surer than half a step could be told apart by nobody.
_LEAST_HALF_WIDTH = 0.1


class Direction(StrEnum):
    """What may be said of a difference."""

    LIGHTER = "lighter"
    HEAVIER = "heavier"
    UNCLEAR = "unclear"
    TOO_FEW = "too-few"


@dataclass(frozen=True)
class Difference:
    """The mean difference of `pairs` pairs in steps of mood (-4 to 4), with its 95 % interval; None under 8 pairs."""

    pairs: int
    mean: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def direction(self) -> Direction:
        """Lighter or heavier where the whole interval is on that side of nothing."""
        if self.low is None or self.high is None:
            return Direction.TOO_FEW
        if self.low > 0:
            return Direction.LIGHTER
        return Direction.HEAVIER if self.high < 0 else Direction.UNCLEAR


def difference(values: Sequence[float]) -> Difference:
    """The mean of differences, where there are enough of them."""
    if len(values) < LEAST_PAIRS:
        return Difference(len(values))
    mean, half_width = mean_and_half_width(list(values))
    half_width = max(half_width, _LEAST_HALF_WIDTH)
    return Difference(len(values), mean, mean - half_width, mean + half_width)


def after_being_with(pairs: Sequence[MoodPair]) -> Mapping[int | None, Difference]:
    """For each person named, and for None (nobody heard that day), the moods after minus those before."""
    values: defaultdict[int | None, list[float]] = defaultdict(list)
    for pair in pairs:
        values[pair.person].append(float(pair.after - pair.before))
    return {person: difference(given) for person, given in values.items()}


@dataclass(frozen=True)
class Span:
    """Some days in figures: on how many it was told whether somebody heard the person, on how many somebody did."""

    days_told: int
    days_heard: int
    days_with_mood: int
    mean: float | None


def span(summaries: Sequence[DaySummary]) -> Span:
    """The figures of some days; `mean` is the mean of the days' means."""
    told = [one.heard in HEARD_BY_SOMEONE for one in summaries if one.heard is not None]
    means = [one.mean for one in summaries if one.mean is not None]
    return Span(len(told), sum(told), len(means), sum(means) / len(means) if means else None)


def fortnights_compared(summaries: Sequence[DaySummary], last: date) -> tuple[Span, Span, Difference]:
    """The 14 days up to `last`, the 14 before them, and their moods compared.

    A pair is a day of the one and the same weekday two weeks earlier, both with a mood; the difference is of day means.
    """
    begin = last - _FORTNIGHT + timedelta(days=1)
    now = [one for one in summaries if begin <= one.day <= last]
    before = [one for one in summaries if begin - _FORTNIGHT <= one.day < begin]
    means = {one.day: one.mean for one in before}
    values = []
    for one in now:
        earlier = means.get(one.day - _FORTNIGHT)
        if one.mean is not None and earlier is not None:
            values.append(one.mean - earlier)
    return span(now), span(before), difference(values)
