"""Where the marks of the "after being with" chart stand: a row a person, differences from heavier to lighter."""

from collections.abc import Sequence

from herwidget.core.charts.scales import BandScale, LinearScale
from herwidget.core.history.differences import Difference

ROW = 25.0
HEIGHT_OF_LABELS = 18.0
_LEAST_REACH, _MOST_REACH = 1.0, 4.0


class AfterLayout:
    """Rows between the names left of `left` and the words right of `right`; nothing lies in the middle."""

    def __init__(self, shown: Sequence[Difference], left: float, right: float) -> None:
        ends = [abs(end) for one in shown for end in (one.low, one.high) if end is not None]
        # Whole and half steps only, so that the axis does not creep with each answer.
        reach = min(_MOST_REACH, max([_LEAST_REACH, *(-(-end * 2 // 1) / 2 for end in ends)]))
        self.height = HEIGHT_OF_LABELS + ROW * max(1, len(shown))
        self.differences = LinearScale(-reach, reach, left, max(left + 1.0, right))
        self.rows = BandScale(max(1, len(shown)), HEIGHT_OF_LABELS, self.height)
        self.reach = reach

    def x(self, steps: float) -> float:
        """The pixel of a difference, kept on the axis."""
        return self.differences.at(max(-self.reach, min(self.reach, steps)))

    def row_at(self, y: float) -> int | None:
        """The row under a height."""
        return self.rows.band_at(y)
