"""After being with somebody: the mean difference of mood, its interval, and how many pairs it rests on."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from herwidget.core.charts.after_layout import HEIGHT_OF_LABELS, ROW, AfterLayout
from herwidget.core.history.differences import Difference, Direction
from herwidget.ui.charts.chart import Chart, Look, Table
from herwidget.ui.charts.drawing import draw_disc, draw_text, text_width
from herwidget.ui.history_words import difference_words, interval_numbers, interval_words, number
from herwidget.ui.words import translate

_WIDEST_NAME = 120.0


class AfterChart(Chart):
    """A row for each person, and one for the days when nobody heard."""

    name = "people"

    def __init__(self, look: Look, shown: Sequence[tuple[str, Difference]]) -> None:
        super().__init__(look)
        self.title = translate("Charts", "After being with…")
        self.legend = translate("Charts", "association, not cause")
        self._shown = tuple(shown)
        self._said = [difference_words(one, look.language) for _, one in shown]
        self._names_width = min(_WIDEST_NAME, 14 + max((text_width(name, 13) for name, _ in shown), default=0.0))
        self._said_width = 14 + max((text_width(said) for said in self._said), default=0.0)
        self.lay_out(380)

    def lay_out(self, width: float) -> float:
        self._width = width
        right = max(self._names_width + 40, width - self._said_width)
        self.layout = AfterLayout([one for _, one in self._shown], self._names_width + 6, right - 6)
        return self.layout.height

    def paint(self, painter: QPainter) -> None:
        colours, layout = self.look.colours, self.layout
        middle = layout.x(0)
        for row in range(len(self._shown)):
            self._paint_track(painter, layout.rows.centre(row))
        painter.setPen(QPen(QColor(colours.grid), 1))
        painter.drawLine(QLineF(round(middle) + 0.5, HEIGHT_OF_LABELS - 2, round(middle) + 0.5, layout.height))
        start, end = layout.differences.start, layout.differences.end
        top = QRectF(start, 0, middle - start - 4, HEIGHT_OF_LABELS - 4)
        reach = number(layout.reach, self.look.language)
        heavier, lighter = translate("Charts", "heavier"), translate("Charts", "lighter")
        # The ends of the axis are told where there is room for them.
        if text_width(f"−{reach} {heavier}") <= middle - start - 4:
            heavier, lighter = f"−{reach} {heavier}", f"{lighter} +{reach}"
        draw_text(painter, top, heavier, colours.ink_3)
        top = QRectF(middle + 4, 0, end - middle - 4, HEIGHT_OF_LABELS - 4)
        draw_text(painter, top, lighter, colours.ink_3, Qt.AlignmentFlag.AlignRight)
        for row, (name, difference) in enumerate(self._shown):
            y = layout.rows.centre(row)
            draw_text(painter, QRectF(0, y - 10, self._names_width - 8, 20), name, colours.ink_2, pixels=13)
            said = QRectF(self._width - self._said_width, y - 10, self._said_width, 20)
            draw_text(painter, said, self._said[row], colours.ink_3, Qt.AlignmentFlag.AlignRight)
            self._paint_difference(painter, y, difference)

    @property
    def count(self) -> int:
        return len(self._shown)

    def mark_at(self, x: float, y: float) -> int | None:
        row = self.layout.row_at(y)
        return row if row is not None and row < len(self._shown) else None

    def outline(self, mark: int) -> QRectF:
        return QRectF(-4, self.layout.rows.edge(mark) + 2, self._width + 8, ROW - 4)

    def first_mark(self) -> int:
        return 0

    def words(self, mark: int) -> str:
        name, difference = self._shown[mark]
        return "\n".join(
            part
            for part in (
                f"{name}: {self._said[mark]}",
                interval_words(difference, self.look.language),
                translate("Charts", "Association, not cause."),
            )
            if part
        )

    def summary(self) -> str:
        return " ".join(f"{name}: {said}." for (name, _), said in zip(self._shown, self._said, strict=True))

    def table(self) -> Table:
        columns = (
            translate("Charts", "Name"),
            translate("Charts", "Pairs (n)"),
            translate("Charts", "Mean difference"),
            translate("Charts", "95 % from"),
            translate("Charts", "to"),
        )
        language = self.look.language
        rows = tuple((name, str(one.pairs), *interval_numbers(one, language)) for name, one in self._shown)
        return Table(columns, rows)

    def _paint_difference(self, painter: QPainter, y: float, one: Difference) -> None:
        colours, layout = self.look.colours, self.layout
        if one.mean is None or one.low is None or one.high is None:
            return
        levels = {Direction.LIGHTER: colours.moods[5], Direction.HEAVIER: colours.moods[1]}
        colour = levels.get(one.direction, colours.ink_3)
        painter.setPen(QPen(QColor(colour), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QLineF(layout.x(one.low), y, layout.x(one.high), y))
        draw_disc(painter, QPointF(layout.x(one.mean), y), 4.5, colour, filled=one.direction is not Direction.UNCLEAR)

    def _paint_track(self, painter: QPainter, y: float) -> None:
        layout = self.layout
        track = QRectF(layout.differences.start, y - 4, layout.differences.end - layout.differences.start, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.colours.sunken))
        painter.drawRoundedRect(track, 4, 4)
