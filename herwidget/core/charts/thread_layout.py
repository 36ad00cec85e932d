"""Where the marks of the thread chart stand."""

from dataclasses import dataclass
from datetime import date

from herwidget.core.charts.scales import BandScale, LinearScale
from herwidget.core.history.ranges import Days, Grain
from herwidget.core.history.thread import Thread
from herwidget.core.prompts import HEAVIEST_MOOD, WARMEST_MOOD

HEIGHT = 192.0
"""How tall the chart is, without what stands above it."""
_TOP, _MOODS_END, _CONTACT, _DATES = 12.0, 152.0, 168.0, 179.0
_RIGHT = 14.0
_WIDEST_BAR, _BAR_SHARE = 7.0, 0.42
_LEAST_LABEL_GAP = 84.0


@dataclass(frozen=True)
class Label:
    """A date under the chart."""

    x: float
    day: date


class ThreadLayout:
    """The thread's bars as bands across `width` pixels, right of `left`; moods upwards, contact and dates below.

    Above them `head` pixels are left for names, half of which the chart grows by and half of which the bars give.
    """

    def __init__(self, thread: Thread, left: float, width: float, head: float = 0.0) -> None:
        self.thread = thread
        grown = head / 2
        self.head, self.height = head, HEIGHT + grown
        self.contact_y, self.dates_y = _CONTACT + grown, _DATES + grown
        self.bars = BandScale(len(thread.cuts), left, max(left + 1.0, width - _RIGHT))
        self.moods = LinearScale(HEAVIEST_MOOD, WARMEST_MOOD, _MOODS_END + grown, _TOP + head)
        self.bar_width = min(_WIDEST_BAR, max(self.bars.step * _BAR_SHARE, min(1.6, self.bars.step * 0.8)))
        self.dot_radius = min(3.4, max(1.0, self.bars.step * (0.34 if thread.grain is Grain.DAY else 0.48)))

    def x(self, day: date) -> float:
        """The middle of the bar in which a day lies."""
        return self.bars.centre(min(int(self.thread.position(day)), len(self.thread.cuts) - 1))

    def y(self, mood: float) -> float:
        """The height of a mood, 1-5."""
        return self.moods.at(mood)

    def bar_at(self, x: float, y: float) -> int | None:
        """The number of the bar under a point, as tall as the chart, None beside the bars."""
        return self.bars.band_at(x) if 0 <= y <= self.height else None

    def mark(self, days: Days) -> tuple[float, float]:
        """Where a marked stretch begins and ends, clipped to the chart."""
        after = Days(days.last, days.last).moved(1).last
        return self.bars.edge(self.thread.position(days.first)), self.bars.edge(self.thread.position(after))

    def labels(self) -> list[Label]:
        """The dates to write, so far apart that none runs into another."""
        thread, found = self.thread, list[Label]()
        for index, cut in enumerate(thread.cuts):
            x = self.bars.centre(index)
            if not _is_landmark(cut.first, thread.days, thread.grain):
                continue
            if (not found or x - found[-1].x >= _LEAST_LABEL_GAP) and x <= self.bars.end - 24:
                found.append(Label(x, cut.first))
        return found


def _is_landmark(day: date, days: Days, grain: Grain) -> bool:
    """Whether a date under this bar helps to find one's way: each day of a week, Mondays, first days of months."""
    if days.count <= 10:
        return True
    if days.count <= 100:
        return day.weekday() == 0
    if grain is Grain.WEEK:
        return day.day <= 7
    return day.day == 1
