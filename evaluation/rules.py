"""The rules that are compared: Herwidget's, and four charts from the books. Each gives the days of its suggestions.

All have the same budget: a suggestion after 14 days of quiet at the earliest, in one stretch ever more rarely.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import sqrt
from typing import Protocol

from herwidget.core.signals.baseline import Baseline
from herwidget.core.signals.budget import may_suggest
from herwidget.core.signals.chart import Cusum, Ewma, Usual
from herwidget.core.signals.detector import DAYS_BETWEEN_MOVES, FIRST_DAYS, Detector
from herwidget.core.signals.figure import LEAST_DAYS
from herwidget.core.signals.readings import DayReading, Series
from herwidget.core.signals.reasons import Reason, SignalState, Verdict
from herwidget.core.signals.reasons import Rule as RuleName
from herwidget.core.signals.sensitivity import Sensitivity
from herwidget.core.signals.tuning import TUNINGS, Tuning

Life = Sequence[DayReading]
# The growing baseline of the charts that are compared.
WINDOW_DAYS = 365
NEWEST_DAYS = 21
LEAST_SPREAD = 1.0


class Rule(Protocol):
    """A rule that can be tried on a life."""

    @property
    def name(self) -> str:
        """What it is called in the tables."""

    def suggestions(self, life: Life) -> Iterator[int]:
        """The days (ordinals) on which it suggests somebody, as the life goes on."""


@dataclass(frozen=True)
class Ours:
    """Herwidget's rule. `fresh_start` is the day (ordinal) on which the person says "this is my new usual"."""

    name: str
    tuning: Tuning
    fresh_start: int | None = None

    def suggestions(self, life: Life) -> Iterator[int]:
        """The days of its suggestions."""
        detector = Detector(tuning=self.tuning)
        last: date | None = None
        for reading in life:
            if self.fresh_start == reading.day.toordinal():
                detector.begin_afresh()
            detector.advance(reading)
            if detector.state is SignalState.REACH_OUT and may_suggest(detector.verdict, last, reading.day):
                last = reading.day
                yield last.toordinal()


def ours(sensitivity: Sensitivity) -> Ours:
    """Herwidget's rule at one of its settings."""
    return Ours(f"Herwidget, {sensitivity.value}", TUNINGS[sensitivity])


def ours_at(level: float) -> Ours:
    """Herwidget's rule with another limit than those of its settings, for the curve."""
    return Ours(f"limit {level:.2f}", replace(TUNINGS[Sensitivity.USUAL], alone=level, together=level))


Values = Iterator[tuple[int, float]]


@dataclass(frozen=True)
class FromBooks:
    """A chart that suggests when its figure is above `threshold`.

    `scale` makes values of a life's days, with their baseline taken off or as they are, and `chart` figures of those.
    """

    name: str
    chart: Callable[[Values], Values]
    threshold: float
    scale: Callable[[Life], Values]

    def figures(self, life: Life) -> Values:
        """What the chart shows day by day."""
        return self.chart(self.scale(life))

    def suggestions(self, life: Life) -> Iterator[int]:
        """The days of its suggestions."""
        return suggestions_above(self.figures(life), self.threshold)


def suggestions_above(figures: Values, threshold: float) -> Iterator[int]:
    """The days of the suggestions, where a chart's figures rise above a threshold, by the budget of Herwidget."""
    since = last = None
    for day, figure in figures:
        if figure <= threshold:
            since = None
            continue
        today = date.fromordinal(day)
        since = since or today
        if may_suggest(Verdict(SignalState.REACH_OUT, since, _NO_REASON), last, today):
            last = today
            yield day


_NO_REASON = Reason(RuleName.SLOW_AVERAGE)


def day_values(life: Life) -> Values:
    """Day by day the mean of what was answered."""
    for reading in life:
        given = [value for series in Series if (value := reading.value(series)) is not None]
        if given:
            yield reading.day.toordinal(), sum(given) / len(given)


def from_first_days(life: Life) -> Values:
    """Each day after the first 28 as its distance from their mean, in their standard deviations."""
    return _standardised(life, grows=False)


def from_growing(life: Life) -> Values:
    """The same with a baseline that is moved on once a week: the last 365 days less the newest 21."""
    return _standardised(life, grows=True)


def _standardised(life: Life, grows: bool) -> Values:
    baseline = Baseline()
    waiting: deque[tuple[int, float]] = deque()
    usual: Usual | None = None
    first = next_move = 0
    for day, value in day_values(life):
        first = first or day
        if usual is None and (day < first + FIRST_DAYS or len(baseline) < LEAST_DAYS):
            baseline.add(day, value)
            continue
        if usual is None or (grows and day >= next_move):
            next_move = day + DAYS_BETWEEN_MOVES
            while waiting and waiting[0][0] <= day - NEWEST_DAYS:
                baseline.add(*waiting.popleft())
            baseline.forget_before(day - WINDOW_DAYS)
            usual = baseline.usual(LEAST_SPREAD) if len(baseline) >= LEAST_DAYS else usual
        assert usual is not None
        waiting.append((day, value))
        yield day, (value - usual.mean) / usual.spread


def after_first_days(life: Life) -> Values:
    """The answers themselves, after the first 28 days."""
    return (each for each in day_values(life) if each[0] >= life[0].day.toordinal() + FIRST_DAYS)


def shewhart(values: Values) -> Values:
    """One day by itself (Shewhart 1931)."""
    return values


def plain_ewma(values: Values) -> Values:
    """The EWMA with smoothing 0.1 in its own standard errors, as if the baseline were known and days independent."""
    average = Ewma(0.0, 0.1)
    for day, value in values:
        average.advance(value)
        yield day, average.value / sqrt(0.1 / 1.9 * (1 - 0.9 ** (2 * average.days)))


def cusum(values: Values) -> Values:
    """The CUSUM with an allowance of 0.25."""
    total = Cusum(0.25)
    for day, value in values:
        yield day, total.advance(value)


def fixed_threshold(values: Values) -> Values:
    """The lowest of the last three answered days: above the threshold when all three are."""
    last: deque[float] = deque(maxlen=3)
    for day, value in values:
        last.append(value)
        if len(last) == 3:
            yield day, min(last)


FROM_BOOKS = (
    FromBooks("Shewhart, textbook 3", shewhart, 3.0, from_first_days),
    FromBooks("plain EWMA, textbook 2.7", plain_ewma, 2.7, from_first_days),
    FromBooks("CUSUM, textbook 8.5", cusum, 8.5, from_first_days),
    FromBooks("fixed threshold 70", fixed_threshold, 70.0, after_first_days),
)


def growing(chart: FromBooks) -> FromBooks:
    """The chart with a growing baseline, where it has one."""
    name = chart.chart.__name__.replace("_", " ")
    return replace(chart, name=name, scale=from_growing if chart.scale is from_first_days else chart.scale)
