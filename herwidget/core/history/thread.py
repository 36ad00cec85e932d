"""The thread: mood and contact along the days of a range, as bars of a day, a week or a month."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from herwidget.core.history import quieter
from herwidget.core.history import slow_average as average
from herwidget.core.history.ranges import Days, Grain, grain_of, parts
from herwidget.core.history.records import DaySummary
from herwidget.core.questions import HEARD_BY_SOMEONE, HeardHow

# What has to be read before the first day shown, so that its figures are those of any other range.
DAYS_READ_BEFORE = max(average.DAYS_THAT_MATTER, quieter.DAYS_THAT_MATTER)


@dataclass(frozen=True)
class Bar:
    """What was told in the days of one bar; moods are 1-5, None where none was told.

    `lowest` and `highest` are the heaviest and lightest mood of a day, in a week or month those of its days' means:
    over so many days nearly every bar would reach from end to end. `mean` is over its `moods` moods; `average` is the
    slow average on the last of its days with a mood. `days_told` counts the days on which it was told whether somebody
    heard the person, `days_heard` those on which somebody did, `days_met` those of them face to face.
    """

    days: Days
    check_ins: int
    moods: int
    lowest: float | None
    highest: float | None
    mean: float | None
    average: float | None
    days_told: int
    days_heard: int
    days_met: int


@dataclass(frozen=True)
class Thread:
    """The bars of a range; None stands where nothing was told. `quieter` lies within the range."""

    days: Days
    grain: Grain
    bars: tuple[Bar | None, ...]
    cuts: tuple[Days, ...]
    quieter: tuple[Days, ...]

    @property
    def told(self) -> tuple[Bar, ...]:
        """The bars in which something was told."""
        return tuple(bar for bar in self.bars if bar is not None)

    def position(self, day: date) -> float:
        """Where a day begins among the bars: 2.5 is the middle of the third bar; clipped to the range."""
        if day < self.days.first:
            return 0.0
        if day > self.days.last:
            return float(len(self.cuts))
        index = bisect_right([cut.first for cut in self.cuts], day) - 1
        cut = self.cuts[index]
        return index + (day - cut.first).days / cut.count

    def joined_averages(self) -> Iterator[list[tuple[int, float]]]:
        """Stretches of bars in a row that have a slow average, as (bar, average): where nothing was told it ends."""
        stretch: list[tuple[int, float]] = []
        for index, bar in enumerate(self.bars):
            if bar is not None and bar.average is not None:
                stretch.append((index, bar.average))
            elif stretch:
                yield stretch
                stretch = []
        if stretch:
            yield stretch


def thread(summaries: Sequence[DaySummary], days: Days, grain: Grain | None = None) -> Thread:
    """The thread of `days`.

    `summaries` are oldest first and begin `DAYS_READ_BEFORE` days before the range, or where the journal begins.
    """
    grain = grain or grain_of(days)
    with_mood = [(one.day, one.mean) for one in summaries if one.mean is not None]
    averages = dict(zip((day for day, _ in with_mood), average.slow_average(with_mood), strict=True))
    cuts = parts(days, grain)
    dates = [one.day for one in summaries]
    bars: list[Bar | None] = []
    begin = bisect_left(dates, days.first)
    for cut in cuts:
        end = bisect_right(dates, cut.last, begin)
        bars.append(bar_of(cut, summaries[begin:end], averages) if end > begin else None)
        begin = end
    marked = (
        Days(max(one.first, days.first), min(one.last, days.last))
        for one in quieter.quieter_weeks(summaries)
        if one.first <= days.last and one.last >= days.first
    )
    return Thread(days, grain, tuple(bars), tuple(cuts), tuple(marked))


def days_to_read(days: Days) -> Days:
    """The days whose summaries `thread` needs for `days`."""
    return Days(days.first - timedelta(days=DAYS_READ_BEFORE), days.last)


def bar_of(cut: Days, told: Sequence[DaySummary], averages: Mapping[date, float]) -> Bar:
    """What was told in the days of `cut`; `averages` are the slow averages of its days with a mood, where known."""
    with_mood = [one for one in told if one.mean is not None]
    moods = sum(one.moods for one in with_mood)
    means = [one.mean for one in with_mood if one.mean is not None]
    lowest, highest = min(means, default=None), max(means, default=None)
    if cut.count == 1 and with_mood:
        lowest, highest = with_mood[0].lowest, with_mood[0].highest
    heard = [one.heard for one in told if one.heard is not None]
    return Bar(
        days=cut,
        check_ins=sum(one.check_ins for one in told),
        moods=moods,
        lowest=lowest,
        highest=highest,
        mean=sum((one.mean or 0.0) * one.moods for one in with_mood) / moods if moods else None,
        average=averages.get(with_mood[-1].day) if with_mood else None,
        days_told=len(heard),
        days_heard=sum(one in HEARD_BY_SOMEONE for one in heard),
        days_met=sum(one is HeardHow.FACE_TO_FACE for one in heard),
    )
