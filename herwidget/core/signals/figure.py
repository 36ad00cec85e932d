"""The day's figure: a day's answers in all series as one number.

Each answer is taken as its distance from the usual in standard deviations; the distances are weighed, felt connection
twice as much as the others, and the sum is scaled so that days on which fewer series were answered vary as much as full
ones. With one series it is that series, on another scale.
"""

from collections.abc import Iterable, Mapping
from math import sqrt

from herwidget.core.signals.readings import DayReading, Series

WEIGHTS: Mapping[Series, float] = {Series.DISCONNECTION: 2.0, Series.LONELINESS: 1.0, Series.LOW_MOOD: 1.0}
# How far two series of one person go together, for the scale of the sum only.
CORRELATION = 0.5
# A series joins when it was answered on this many days of the baseline.
LEAST_DAYS = 20


class Figure:
    """How the answers of a day become one number; `refer` says from which days the scales are taken."""

    __slots__ = ("_least", "_offsets", "_scales", "_slopes", "least_spread", "spreads", "usuals", "watched")

    def __init__(self, watched: Iterable[Series], least_spread: float) -> None:
        self.watched = tuple(watched)
        self._least = least_spread
        self.usuals: dict[Series, float] = {}
        self.spreads: dict[Series, float] = {}
        self.least_spread = 1.0
        self._slopes = [0.0, 0.0, 0.0]
        self._offsets = [0.0, 0.0, 0.0]
        self._scales = [0.0] * 8

    @property
    def series(self) -> tuple[Series, ...]:
        """The series that take part."""
        return tuple(self.usuals)

    def refer(self, readings: Iterable[DayReading]) -> None:
        """Take means and standard deviations from these days; a series with too few days takes no part."""
        days = tuple(readings)
        self.usuals, self.spreads = {}, {}
        for series in self.watched:
            values = [value for reading in days if (value := reading.value(series)) is not None]
            if len(values) >= LEAST_DAYS:
                mean = sum(values) / len(values)
                spread = sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))
                self.usuals[series], self.spreads[series] = mean, max(self._least, spread)
        for place, series in enumerate(Series):
            taking_part = series in self.usuals
            self._slopes[place] = WEIGHTS[series] / self.spreads[series] if taking_part else 0.0
            self._offsets[place] = self._slopes[place] * self.usuals[series] if taking_part else 0.0
        for answered in range(8):
            weights = [
                WEIGHTS[series]
                for place, series in enumerate(Series)
                if answered & 1 << place and series in self.usuals
            ]
            self._scales[answered] = 1 / _spread_of_sum(weights) if weights else 0.0
        # In the figure's own unit: the least spread of each series, weighed.
        total = sum(WEIGHTS[series] for series in self.usuals)
        if total:
            weighed = sum(WEIGHTS[series] * self._least / self.spreads[series] for series in self.usuals)
            self.least_spread = weighed / total

    def of(self, reading: DayReading) -> float | None:
        """The day's figure; None where nothing was answered that takes part."""
        answered = 0
        total = 0.0
        slopes, offsets = self._slopes, self._offsets
        if (value := reading.disconnection) is not None:
            answered = 1
            total = value * slopes[0] - offsets[0]
        if (value := reading.loneliness) is not None:
            answered += 2
            total += value * slopes[1] - offsets[1]
        if (value := reading.low_mood) is not None:
            answered += 4
            total += value * slopes[2] - offsets[2]
        scale = self._scales[answered]
        return total * scale if scale else None


def _spread_of_sum(weights: list[float]) -> float:
    squares = sum(weight * weight for weight in weights)
    return sqrt((1 - CORRELATION) * squares + CORRELATION * sum(weights) ** 2)
