"""The rhythm: the mean mood of each hour of each weekday, with how many moods it rests on."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from herwidget.core.charts.rhythm_layout import HEIGHT, HEIGHT_OF_LABELS, ROW, RhythmLayout
from herwidget.core.history.records import HourSummary
from herwidget.ui.charts.chart import Chart, Look, Step, Table
from herwidget.ui.charts.drawing import draw_cell, draw_text, mood_colour, mood_level, text_width
from herwidget.ui.history_words import mood_count, number, weekday_long, weekday_short
from herwidget.ui.words import translate

FEW = 3
"""A cell of fewer moods than this is pale."""
_PALE = 0.35
_GAP = 3.0


class RhythmChart(Chart):
    """Weekday by hour."""

    name = "rhythm"
    has_cells = True

    def __init__(self, look: Look, told: Sequence[HourSummary]) -> None:
        super().__init__(look)
        self.title = translate("Charts", "Weekdays and hours")
        self.legend = translate("Charts", "the number is how many moods a cell rests on; pale under 3")
        self._told = {(one.weekday, one.hour): one for one in told}
        self._left = max(34.0, 10 + max(text_width(weekday_short(one, look.language)) for one in range(7)))
        self.layout = RhythmLayout(tuple(self._told.values()), self._left, 790)

    def lay_out(self, width: float) -> float:
        self.layout = RhythmLayout(tuple(self._told.values()), self._left, width)
        return HEIGHT

    def paint(self, painter: QPainter) -> None:
        colours, layout, language = self.look.colours, self.layout, self.look.language
        for hour in layout.hours:
            x, _ = layout.centre(0, hour)
            step = layout.columns.step
            if step > 26 or hour % 2 == 0:
                box = QRectF(x - 20, 0, 40, HEIGHT_OF_LABELS - 4)
                draw_text(painter, box, f"{hour}", colours.ink_3, Qt.AlignmentFlag.AlignHCenter)
        for weekday in range(7):
            _, y = layout.centre(weekday, layout.hours.start)
            box = QRectF(0, y - 8, self._left - 6, 16)
            draw_text(painter, box, weekday_short(weekday, language), colours.ink_3)
            for hour in layout.hours:
                self._paint_cell(painter, weekday, hour)

    @property
    def count(self) -> int:
        return 7 * len(self.layout.hours)

    def mark_at(self, x: float, y: float) -> int | None:
        cell = self.layout.cell_at(x, y)
        return None if cell is None else self._mark(*cell)

    def outline(self, mark: int) -> QRectF:
        return self._box(*self._cell(mark)).adjusted(-1.5, -1.5, 1.5, 1.5)

    def neighbour(self, mark: int, step: Step) -> int:
        weekday, hour = self._cell(mark)
        weekday += {Step.UP: -1, Step.DOWN: 1}.get(step, 0)
        hour += {Step.LEFT: -1, Step.RIGHT: 1}.get(step, 0)
        return self._mark(weekday, hour) if 0 <= weekday < 7 and hour in self.layout.hours else mark

    def first_mark(self) -> int:
        return 0

    def words(self, mark: int) -> str:
        weekday, hour = self._cell(mark)
        when = translate("Charts", "{weekday}, {hour}:00 to {next_hour}:00").format(
            weekday=weekday_long(weekday, self.look.language), hour=hour, next_hour=hour + 1
        )
        told = self._told.get((weekday, hour))
        if told is None:
            return when + "\n" + translate("Charts", "Nothing told")
        text = translate("Charts", "On average {mood} ({mean}), n = {moods}").format(
            mood=self.look.moods[mood_level(told.mean) - 1],
            mean=number(told.mean, self.look.language),
            moods=told.moods,
        )
        if told.moods < FEW:
            text += "\n" + translate("Charts", "Too few to say much")
        return f"{when}\n{text}"

    def summary(self) -> str:
        moods = sum(one.moods for one in self._told.values())
        return translate("Charts", "{moods} in {cells} of the week's hours.").format(
            moods=mood_count(moods), cells=len(self._told)
        )

    def table(self) -> Table:
        columns = (
            translate("Charts", "Weekday"),
            translate("Charts", "Hour"),
            translate("Charts", "Moods (n)"),
            translate("Charts", "Mean"),
        )
        language = self.look.language
        rows = tuple(
            (weekday_long(one.weekday, language), f"{one.hour:02}:00", str(one.moods), number(one.mean, language))
            for _, one in sorted(self._told.items())
        )
        return Table(columns, rows)

    def _paint_cell(self, painter: QPainter, weekday: int, hour: int) -> None:
        told, box = self._told.get((weekday, hour)), self._box(weekday, hour)
        if told is None:
            draw_cell(painter, self.look, box, None)
            return
        few = told.moods < FEW
        draw_cell(painter, self.look, box, None)
        if few and self.look.colours.high_contrast:
            # A pale colour would not stand out: such a cell has an edge of its mood, and no filling.
            painter.setPen(QPen(mood_colour(self.look, told.mean), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        else:
            painter.setOpacity(_PALE if few else 1.0)
            draw_cell(painter, self.look, box, told.mean)
            painter.setOpacity(1.0)
        ink = self.look.colours.ink if few else self.look.colours.on_moods[mood_level(told.mean)]
        draw_text(painter, box, str(told.moods), ink, Qt.AlignmentFlag.AlignHCenter)

    def _box(self, weekday: int, hour: int) -> QRectF:
        x, y = self.layout.centre(weekday, hour)
        width, height = self.layout.columns.step - _GAP, ROW - _GAP
        return QRectF(x - width / 2, y - height / 2, width, height)

    def _cell(self, mark: int) -> tuple[int, int]:
        weekday, column = divmod(mark, len(self.layout.hours))
        return weekday, self.layout.hours[column]

    def _mark(self, weekday: int, hour: int) -> int:
        return weekday * len(self.layout.hours) + hour - self.layout.hours.start
