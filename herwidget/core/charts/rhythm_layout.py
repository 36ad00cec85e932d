"""Where the cells of the rhythm chart stand: a column an hour, a row a weekday."""

from collections.abc import Sequence

from herwidget.core.charts.scales import BandScale
from herwidget.core.history.records import HourSummary

HEIGHT_OF_LABELS = 20.0
ROW = 34.0
HEIGHT = HEIGHT_OF_LABELS + 7 * ROW
_USUAL_HOURS = (10, 21)


class RhythmLayout:
    """Hours from the earliest to the latest told, at least those of a usual day, across `width`, right of `left`."""

    def __init__(self, told: Sequence[HourSummary], left: float, width: float) -> None:
        hours = [one.hour for one in told]
        first, last = min([_USUAL_HOURS[0], *hours]), max([_USUAL_HOURS[1], *hours])
        self.hours = range(first, last + 1)
        self.columns = BandScale(len(self.hours), left, max(left + 1.0, width))
        self.rows = BandScale(7, HEIGHT_OF_LABELS, HEIGHT)

    def centre(self, weekday: int, hour: int) -> tuple[float, float]:
        """The middle of a cell; the hour is one of `hours`, weekday 0 is Monday."""
        return self.columns.centre(hour - self.hours.start), self.rows.centre(weekday)

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The (weekday, hour) under a point."""
        column, row = self.columns.band_at(x), self.rows.band_at(y)
        return None if column is None or row is None else (row, self.hours[column])
