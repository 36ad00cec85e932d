"""The thread: a bar a day from its heaviest to its lightest moment, the slow average, contact beneath."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from herwidget.core.charts.thread_layout import HEIGHT, ThreadLayout
from herwidget.core.history.ranges import Days, Grain
from herwidget.core.history.records import PausedDays, Period
from herwidget.core.history.thread import Bar, Thread
from herwidget.ui.charts.chart import Chart, Look, Table
from herwidget.ui.charts.drawing import draw_disc, draw_text, mood_colour, mood_level, text_width
from herwidget.ui.history_words import axis_date, bar_words, days_name, heard_count, mood_count, number
from herwidget.ui.words import translate

_TOP, _MARK_HEIGHT = 6.0, 152.0
_ROUND_FROM = 3.0
_MOST_DAYS_WITH_RINGS = 180


@dataclass(frozen=True)
class _Mark:
    """Days pointed out, with their name; `fill` is empty for the person's own."""

    days: Days
    name: str
    fill: str
    ink: str
    pattern: Qt.BrushStyle = Qt.BrushStyle.SolidPattern


class ThreadChart(Chart):
    """Mood and contact along the days."""

    name = "thread"

    def __init__(
        self,
        look: Look,
        thread: Thread,
        periods: Sequence[Period] = (),
        paused: Sequence[PausedDays] = (),
        more_words: Callable[[Bar], str] = lambda bar: "",
        reached: Sequence[date] = (),
    ) -> None:
        """`reached` are the days on which a suggestion was told to have led to somebody."""
        super().__init__(look)
        self.title = translate("Charts", "Mood and contact")
        if thread.grain is not Grain.DAY:
            self.legend = translate("Charts", "● days somebody heard you: the larger, the more of them")
        elif thread.days.count > _MOST_DAYS_WITH_RINGS:
            self.legend = translate("Charts", "dots: face to face above, call or writing below")
        else:
            self.legend = translate("Charts", "● face to face   ○ call or writing")
        self._reached = tuple(day for day in reached if day in thread.days)
        if self._reached:
            self.legend += "   " + translate("Charts", "◆ reached out")
        if thread.quieter:
            self.legend = translate("Charts", "shaded: quieter weeks") + "   " + self.legend
        self._thread, self._periods, self._paused, self._more_words = thread, periods, paused, more_words
        self._moods = look.moods
        self._left = max(34.0, 12 + max(text_width(name) for name in self._moods))
        self.layout = ThreadLayout(thread, self._left, 790)

    def lay_out(self, width: float) -> float:
        self.layout = ThreadLayout(self._thread, self._left, width)
        return HEIGHT

    def paint(self, painter: QPainter) -> None:
        self._paint_marks(painter)
        self._paint_axes(painter)
        self._paint_bars(painter)
        self._paint_average(painter)
        self._paint_contact(painter)
        self._paint_reached(painter)

    @property
    def count(self) -> int:
        return len(self._thread.cuts)

    def mark_at(self, x: float, y: float) -> int | None:
        return self.layout.bar_at(x, y)

    def outline(self, mark: int) -> QRectF:
        bars = self.layout.bars
        width = max(bars.step, 5.0)
        return QRectF(bars.centre(mark) - width / 2, _TOP, width, self.layout.contact_y + 6 - _TOP)

    def words(self, mark: int) -> str:
        bar, cut = self._thread.bars[mark], self._thread.cuts[mark]
        told = bar_words(bar, cut, self.look)
        more = self._more_words(bar) if bar is not None else ""
        return f"{told}\n{more}" if more else told

    def summary(self) -> str:
        told = self._thread.told
        if not told:
            return translate("Charts", "Nothing was told in these days.")
        sentence = translate("Charts", "{days}: {moods}, from {lowest} to {highest}. {heard}")
        lowest = min((bar.lowest for bar in told if bar.lowest is not None), default=None)
        highest = max((bar.highest for bar in told if bar.highest is not None), default=None)
        return sentence.format(
            days=days_name(self._thread.days, self.look.language),
            moods=mood_count(sum(bar.moods for bar in told)),
            lowest=self._mood(lowest),
            highest=self._mood(highest),
            heard=heard_count(sum(bar.days_heard for bar in told), sum(bar.days_told for bar in told)),
        )

    def table(self) -> Table:
        columns = (
            translate("Charts", "When"),
            translate("Charts", "Check-ins"),
            translate("Charts", "Moods (n)"),
            translate("Charts", "Heaviest"),
            translate("Charts", "Lightest"),
            translate("Charts", "Mean"),
            translate("Charts", "Slow average"),
            translate("Charts", "Heard, of days you said whether"),
        )
        rows = tuple(
            (
                days_name(bar.days, self.look.language),
                str(bar.check_ins),
                str(bar.moods),
                self._mood(bar.lowest),
                self._mood(bar.highest),
                number(bar.mean, self.look.language),
                number(bar.average, self.look.language),
                f"{bar.days_heard}/{bar.days_told}" if bar.days_told else "–",
            )
            for bar in reversed(self._thread.told)
        )
        return Table(columns, rows)

    def _mood(self, mood: float | None) -> str:
        """A mood's name; where it is a mean, the number."""
        if mood is None:
            return "–"
        return self._moods[int(mood) - 1] if self._thread.grain is Grain.DAY else number(mood, self.look.language)

    def _paint_axes(self, painter: QPainter) -> None:
        colours, layout = self.look.colours, self.layout
        pen = QPen(QColor(colours.grid), 1)
        pen.setDashPattern([1, 4])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        for mood, name in enumerate(self._moods, 1):
            y = layout.y(mood)
            draw_text(painter, QRectF(0, y - 8, self._left - 6, 16), name, colours.ink_3)
            painter.setPen(pen)
            painter.drawLine(QLineF(layout.bars.start, round(y) + 0.5, layout.bars.end, round(y) + 0.5))
        for label in layout.labels():
            text = axis_date(label.day, self._thread.days, self.look.language)
            box = QRectF(label.x - 40, layout.dates_y - 4, 80, 16)
            if box.left() < 0:
                box.moveLeft(0)
            draw_text(painter, box, text, colours.ink_3, Qt.AlignmentFlag.AlignHCenter)

    def _paint_marks(self, painter: QPainter) -> None:
        colours, layout = self.look.colours, self.layout
        quiet = translate("Charts", "quieter weeks")
        paused = translate("Charts", "paused")
        marks = [_Mark(one, quiet, colours.dusk_soft, colours.dusk) for one in self._thread.quieter]
        marks += [
            _Mark(Days(one.first, one.last), paused, colours.grid, colours.ink_3, Qt.BrushStyle.BDiagPattern)
            for one in self._paused
        ]
        named = [_Mark(Days(one.first, one.last), one.name, "", colours.ink_2) for one in self._periods]
        within = self._thread.days
        shown = [one for one in marks + named if one.days.first <= within.last and one.days.last >= within.first]
        boxes: list[tuple[_Mark, QRectF]] = []
        for mark in sorted(shown, key=lambda one: one.days.first):
            begin, end = layout.mark(mark.days)
            box = QRectF(begin, _TOP, max(2.0, end - begin), _MARK_HEIGHT)
            boxes.append((mark, box))
            if mark.fill:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QBrush(QColor(mark.fill), mark.pattern))
            else:
                painter.setPen(QPen(QColor(colours.ink_3), 1, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, min(8.0, box.width() / 2), 8)
        free = [layout.bars.start] * 3
        for mark, box in boxes:
            self._name_mark(painter, mark, box, free)

    def _name_mark(self, painter: QPainter, mark: _Mark, box: QRectF, free: list[float]) -> None:
        """Write a mark's name where nothing else stands; `free` is where each line of names is free from.

        The person's own names are shortened where there is little room, the program's are left out.
        """
        begin, wide = box.left() + 8, text_width(mark.name) + 2
        room = self.layout.bars.end - begin
        for line, taken in enumerate(free):
            if taken <= box.left() and (wide <= max(room, 0) or not mark.fill):
                if mark.fill and wide > box.width() - 12 and len(self._thread.quieter) > 3:
                    return
                width = min(wide, max(48.0, room))
                draw_text(painter, QRectF(begin, _TOP + 5 + 15 * line, width, 16), mark.name, mark.ink)
                free[line] = begin + width + 6
                return

    def _paint_bars(self, painter: QPainter) -> None:
        layout = self.layout
        lines: defaultdict[int, list[QLineF]] = defaultdict(list)
        dots: defaultdict[int, list[QPointF]] = defaultdict(list)
        for index, bar in enumerate(self._thread.bars):
            if bar is None or bar.mean is None or bar.lowest is None or bar.highest is None:
                continue
            x, level = layout.bars.centre(index), mood_level(bar.mean)
            # A day of one mood still has a bar, as short as its dot.
            lines[level].append(QLineF(x, layout.y(bar.lowest) + 0.05, x, layout.y(bar.highest) - 0.05))
            dots[level].append(QPointF(x, layout.y(bar.mean)))
        for level, drawn in lines.items():
            colour = mood_colour(self.look, level)
            colour.setAlphaF(self.look.colours.bar_opacity)
            if layout.bar_width <= _ROUND_FROM:
                self._fill_bars(painter, drawn, colour)
                continue
            painter.setPen(QPen(colour, layout.bar_width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLines(drawn)
        diameter = 2 * min(2.5 if layout.bar_width < 5 else 4.0, max(0.8, layout.bar_width * 0.75))
        for level, points in dots.items():
            painter.setPen(
                QPen(mood_colour(self.look, level), diameter, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            )
            painter.drawPoints(points)

    def _fill_bars(self, painter: QPainter, lines: Sequence[QLineF], colour: QColor) -> None:
        """Bars too narrow for round ends, on whole pixels: crisp, and ten times as fast as lines."""
        width = max(1.0, float(round(self.layout.bar_width)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for line in lines:
            painter.fillRect(QRectF(round(line.x1() - width / 2), line.y2(), width, line.y1() - line.y2()), colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_average(self, painter: QPainter) -> None:
        layout = self.layout
        pen = QPen(QColor(self.look.colours.ink), 1.8)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = min(4.0, layout.bars.step / 2)
        for stretch in self._thread.joined_averages():
            points = [QPointF(layout.bars.centre(index), layout.y(value)) for index, value in stretch]
            if len(points) == 1:
                painter.drawLine(points[0] - QPointF(half, 0), points[0] + QPointF(half, 0))
            else:
                painter.drawPolyline(QPolygonF(points))

    def _paint_reached(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.colours.ember))
        for day in self._reached:
            x, y = self.layout.x(day), self.layout.contact_y - 9
            painter.drawPolygon([QPointF(x, y - 4), QPointF(x + 4, y), QPointF(x, y + 4), QPointF(x - 4, y)])

    def _paint_contact(self, painter: QPainter) -> None:
        layout, sage = self.layout, self.look.colours.sage
        for index, bar in enumerate(self._thread.bars):
            if bar is None or not bar.days_heard:
                continue
            centre = QPointF(layout.bars.centre(index), layout.contact_y)
            met = bar.days_met > 0
            if self._thread.grain is not Grain.DAY:
                share = (bar.days_heard / bar.days_told) ** 0.5
                draw_disc(painter, centre, layout.dot_radius * share, sage)
            elif self._thread.days.count > _MOST_DAYS_WITH_RINGS:
                # Too small for a ring to be told from a disc: told by their places.
                draw_disc(painter, centre + QPointF(0, -2.5 if met else 2.5), 0.8, sage)
            else:
                draw_disc(painter, centre, layout.dot_radius * (1 if met else 0.72), sage, filled=met)
