"""The year: a cell a day, a column a week, a dot where somebody heard the person."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from herwidget.core.charts.year_layout import HEIGHT_OF_LABELS, USUAL_PITCH, YearLayout
from herwidget.core.history.ranges import Days
from herwidget.core.history.records import DaySummary
from herwidget.core.history.thread import bar_of
from herwidget.core.questions import HEARD_BY_SOMEONE
from herwidget.ui.charts.chart import Chart, Look, Step, Table
from herwidget.ui.charts.drawing import draw_cell, draw_text, text_width
from herwidget.ui.history_words import (
    bar_words,
    day_count,
    days_name,
    heard_count,
    month_short,
    number,
    weekday_short,
)
from herwidget.ui.words import translate

_LABELLED_WEEKDAYS = (0, 2, 4, 6)
_FAINT = 0.4
SHEET_PITCH = 15.2
"""The pitch of the cells where the year has a page of its own."""
_STEPS = {Step.LEFT: -7, Step.RIGHT: 7, Step.UP: -1, Step.DOWN: 1}


class YearChart(Chart):
    """A calendar year, up to today."""

    name = "year"
    has_cells = True

    def __init__(
        self,
        look: Look,
        year: int,
        today: date,
        summaries: Sequence[DaySummary],
        more_words: Callable[[date], str] = lambda day: "",
        widest_pitch: float = USUAL_PITCH,
        since: date | None = None,
    ) -> None:
        """Days before `since`, the first one told of, are faint and not counted."""
        super().__init__(look)
        self.title = translate("Charts", "{year}, a day at a time").format(year=year)
        self.legend = translate("Charts", "a dot marks a day when someone heard you")
        self.year = year
        self._first = date(year, 1, 1)
        self._since = max(self._first, since or self._first)
        self._last = min(today, date(year, 12, 31))
        self._told = {one.day: one for one in summaries if one.day.year == year}
        self._more_words, self._widest_pitch = more_words, widest_pitch
        self._left = max(34.0, 10 + max(text_width(weekday_short(one, look.language)) for one in range(7)))
        self.layout = YearLayout(year, self._left, 790, widest_pitch)

    def lay_out(self, width: float) -> float:
        self.layout = YearLayout(self.year, self._left, width, self._widest_pitch)
        return self.layout.height

    def paint(self, painter: QPainter) -> None:
        colours, layout, language = self.look.colours, self.layout, self.look.language
        for month in range(1, 13):
            if date(self.year, month, 1) <= self._last:
                box = QRectF(layout.month_x(month), 0, 4 * layout.pitch, HEIGHT_OF_LABELS - 4)
                draw_text(painter, box, month_short(month, language), colours.ink_3)
        for weekday in _LABELLED_WEEKDAYS:
            box = QRectF(0, HEIGHT_OF_LABELS + weekday * layout.pitch, self._left - 6, layout.cell)
            draw_text(painter, box, weekday_short(weekday, language), colours.ink_3)
        for offset in range(self.count):
            day = self.day(offset)
            told = self._told.get(day)
            box = self._cell(day)
            painter.setOpacity(1.0 if day >= self._since else _FAINT)
            draw_cell(painter, self.look, box, told.mean if told else None)
            painter.setOpacity(1.0)
            if told is not None and told.heard in HEARD_BY_SOMEONE:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.sage if told.mean is None else colours.surface))
                painter.drawEllipse(QPointF(box.center()), layout.cell * 0.16, layout.cell * 0.16)

    @property
    def count(self) -> int:
        return max(0, (self._last - self._first).days + 1)

    @property
    def days(self) -> int:
        """How many days there have been to tell of."""
        return max(0, (self._last - self._since).days + 1)

    def day(self, mark: int) -> date:
        """The day of a mark."""
        return self._first + timedelta(days=mark)

    def mark_at(self, x: float, y: float) -> int | None:
        day = self.layout.day_at(x, y)
        return (day - self._first).days if day is not None and self._first <= day <= self._last else None

    def outline(self, mark: int) -> QRectF:
        return self._cell(self.day(mark)).adjusted(-1.5, -1.5, 1.5, 1.5)

    def neighbour(self, mark: int, step: Step) -> int:
        after = mark + _STEPS[step]
        return after if 0 <= after < self.count else mark

    def words(self, mark: int) -> str:
        day = self.day(mark)
        told = self._told.get(day)
        words = bar_words(bar_of(Days(day, day), [told], {}) if told else None, Days(day, day), self.look)
        more = self._more_words(day) if told else ""
        return f"{words}\n{more}" if more else words

    def summary(self) -> str:
        told = self._told.values()
        heard = [one.heard in HEARD_BY_SOMEONE for one in told if one.heard is not None]
        sentence = translate("Charts", "{year}: told of {days} out of {all}. {heard}")
        return sentence.format(
            year=self.year, days=day_count(len(self._told)), all=self.days, heard=heard_count(sum(heard), len(heard))
        )

    def table(self) -> Table:
        columns = (
            translate("Charts", "Day"),
            translate("Charts", "Check-ins"),
            translate("Charts", "Moods (n)"),
            translate("Charts", "Heaviest"),
            translate("Charts", "Lightest"),
            translate("Charts", "Mean"),
            translate("Charts", "Heard"),
        )
        moods, language = self.look.moods, self.look.language
        rows = tuple(
            (
                days_name(Days(one.day, one.day), language),
                str(one.check_ins),
                str(one.moods),
                moods[one.lowest - 1] if one.lowest else "–",
                moods[one.highest - 1] if one.highest else "–",
                number(one.mean, language),
                self.look.heard.get(one.heard, one.heard) if one.heard else "–",
            )
            for one in sorted(self._told.values(), key=lambda one: one.day, reverse=True)
        )
        return Table(columns, rows)

    def _cell(self, day: date) -> QRectF:
        return QRectF(*self.layout.place(day), self.layout.cell, self.layout.cell)
