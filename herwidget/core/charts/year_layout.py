"""Where the cells of the year chart stand: a column a week, from Monday to Sunday."""

from datetime import date, timedelta

HEIGHT_OF_LABELS = 18.0
USUAL_PITCH = 13.6
_CELL_SHARE = 11.4 / USUAL_PITCH


class YearLayout:
    """A year's days as cells in columns of weeks, across at most `width` pixels, right of `left`."""

    def __init__(self, year: int, left: float, width: float, widest_pitch: float = USUAL_PITCH) -> None:
        self.year, self._left = year, left
        self._first, self._last = date(year, 1, 1), date(year, 12, 31)
        self.columns = self._column(self._last) + 1
        self.pitch = min(widest_pitch, (width - left) / self.columns)
        self.cell = self.pitch * _CELL_SHARE
        self.height = HEIGHT_OF_LABELS + 7 * self.pitch

    @property
    def width(self) -> float:
        """How wide all the columns are, labels included."""
        return self._left + self.columns * self.pitch

    def place(self, day: date) -> tuple[float, float]:
        """The left upper corner of a day's cell; the day lies in the year."""
        return self._left + self._column(day) * self.pitch, HEIGHT_OF_LABELS + day.weekday() * self.pitch

    def day_at(self, x: float, y: float) -> date | None:
        """The day whose cell, with the gap right of and below it, is under a point."""
        column, row = (x - self._left) // self.pitch, (y - HEIGHT_OF_LABELS) // self.pitch
        if not (0 <= column < self.columns and 0 <= row < 7):
            return None
        monday = self._first - timedelta(days=self._first.weekday())
        day = monday + timedelta(days=7 * int(column) + int(row))
        return day if self._first <= day <= self._last else None

    def month_x(self, month: int) -> float:
        """Where a month's name stands: above the first column that begins in it."""
        first = date(self.year, month, 1)
        column = self._column(first) + (1 if first.weekday() > 3 else 0)
        return self._left + column * self.pitch

    def _column(self, day: date) -> int:
        return ((day - self._first).days + self._first.weekday()) // 7
