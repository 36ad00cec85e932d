"""One chart at work: a figure of the day, its baseline, its slow average and the limits."""

from collections.abc import Iterable

from herwidget.core.signals.baseline import Baseline
from herwidget.core.signals.chart import Usual, limits
from herwidget.core.signals.figure import LEAST_DAYS, Figure
from herwidget.core.signals.readings import DayReading, Series
from herwidget.core.signals.tuning import Tuning

# From here on the number of days hardly moves the limits: they change with the baseline only.
SETTLED_DAYS = 40
# A chart whose answers ceased this long ago no longer counts; the others go on.
STALE_DAYS = 28


class Watch:
    """A chart over some series. It stands once one of them has a baseline.

    `over`, `above` and `under` count the observed days in a row on which the slow average stood above the reach-out
    limit, above the watch limit, and not above it.
    """

    __slots__ = (
        "_tuning",
        "above",
        "average",
        "baseline",
        "days",
        "figure",
        "highest",
        "last_day",
        "lowest",
        "over",
        "reach_level",
        "reach_limit",
        "smoothing",
        "under",
        "usual",
        "watch_limit",
    )

    def __init__(self, series: Iterable[Series], tuning: Tuning) -> None:
        self._tuning = tuning
        self.smoothing = tuning.smoothing
        self.figure = Figure(series, tuning.least_spread)
        self.baseline = Baseline()
        self.usual: Usual | None = None
        self.reach_level = tuning.alone
        self.average = self.reach_limit = self.watch_limit = self.lowest = self.highest = 0.0
        self.days = self.over = self.above = self.under = self.last_day = 0

    def refer(self, learned: Iterable[DayReading], recent: Iterable[DayReading]) -> None:
        """Take the scales and the baseline from the days learned anew, and redraw the average over recent days."""
        days = tuple(learned)
        self.figure.refer(days)
        self.baseline = Baseline()
        if not self.figure.usuals:
            return
        for reading in days:
            self.learn(reading)
        began = self.usual is not None
        self.settle()
        assert self.usual is not None
        self.average = self.usual.mean
        if began:
            for reading in recent:
                if (value := self.figure.of(reading)) is not None:
                    self.average += self.smoothing * (min(self.highest, max(self.lowest, value)) - self.average)

    def learn(self, reading: DayReading) -> None:
        """Take a day into the baseline."""
        if (value := self.figure.of(reading)) is not None:
            self.baseline.add(reading.day.toordinal(), value)

    def settle(self) -> None:
        """Work out usual and limits from the baseline as it stands."""
        if len(self.baseline) < LEAST_DAYS:
            return
        self.usual = usual = self.baseline.usual(self.figure.least_spread)
        reach = self._tuning.most_distance * usual.spread
        self.lowest, self.highest = usual.mean - reach, usual.mean + reach
        self._set_limits(usual)

    def advance(self, reading: DayReading, day: int) -> None:
        """Move the average by one day; a day without a figure moves nothing."""
        value = self.figure.of(reading)
        if value is None:
            return
        if value > self.highest:
            value = self.highest
        elif value < self.lowest:
            value = self.lowest
        self.average = average = self.average + self.smoothing * (value - self.average)
        self.days += 1
        self.last_day = day
        if self.days <= SETTLED_DAYS and self.usual is not None:
            self._set_limits(self.usual)
        if average > self.watch_limit:
            self.above += 1
            self.under = 0
            self.over = self.over + 1 if average > self.reach_limit else 0
        else:
            self.under += 1
            self.above = self.over = 0

    def begin_anew(self) -> None:
        """Let the average stand at the usual again, with nothing counted."""
        if self.usual is not None:
            self.average = self.usual.mean
        self.over = self.above = self.under = 0

    def is_live(self, day: int) -> bool:
        """Whether the chart has moved lately."""
        return day - self.last_day <= STALE_DAYS

    def _set_limits(self, usual: Usual) -> None:
        reach = self.reach_level
        watch = reach * self._tuning.watch_share
        self.reach_limit, self.watch_limit = limits(usual, self.smoothing, max(1, self.days), reach, watch)
