"""The thread: a bar a day from its heaviest to its lightest moment, the slow average, contact beneath."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from herwidget.core.charts.name_rows import NamePlace, place_names
from herwidget.core.charts.thread_layout import ThreadLayout
from herwidget.core.history.ranges import Days, Grain
from herwidget.core.history.records import PausedDays, Period
from herwidget.core.history.thread import Bar, Thread
from herwidget.core.prompts import HEAVIEST_MOOD
from herwidget.ui.charts.chart import Chart, Look, Table
from herwidget.ui.charts.drawing import draw_disc, draw_text, mood_colour, mood_level, text_width
from herwidget.ui.history_words import axis_date, bar_words, days_name, heard_count, mood_count, number
from herwidget.ui.words import translate

# How far a mark reaches beyond the heaviest and the lightest mood.
_EDGE = 6.0
_ROUND_FROM = 3.0
_MOST_DAYS_WITH_RINGS = 180
# A name that is longer than its days may take this much; the rest is told beside the days, and in the table.
_ROW, _LONGEST_NAME = 16.0, 140.0
_MOST_QUIETER_OVERFLOWING = 3


@dataclass(frozen=True)
class _Mark:
    """Days pointed out, with their name; `fill` is empty for the person's own."""

    days: Days
    name: str
    fill: str
    ink: str
    pattern: Qt.BrushStyle = Qt.BrushStyle.SolidPattern

    def meets(self, days: Days) -> bool:
        """Whether some of its days are among these."""
        return self.days.first <= days.last and self.days.last >= days.first


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
        self._thread, self._more_words = thread, more_words
        self._marks = self._marks_of(periods, paused)
        self._names: dict[_Mark, NamePlace] = {}
        self._moods = look.moods
        self._left = max(34.0, 12 + max(text_width(name) for name in self._moods))
        self.layout = ThreadLayout(thread, self._left, 790)

    def lay_out(self, width: float) -> float:
        self.layout = ThreadLayout(self._thread, self._left, width)
        self._names = self._place_names()
        rows = max((one.row + 1 for one in self._names.values()), default=0)
        self.layout = ThreadLayout(self._thread, self._left, width, rows * _ROW)
        return self.layout.height

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
        top = self._mark_top
        return QRectF(bars.centre(mark) - width / 2, top, width, self.layout.contact_y + 6 - top)

    def words(self, mark: int) -> str:
        bar, cut = self._thread.bars[mark], self._thread.cuts[mark]
        told = bar_words(bar, cut, self.look)
        more = self._more_words(bar) if bar is not None else ""
        return "\n".join(filter(None, (told, " · ".join(self._names_in(cut)), more)))

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
            translate("Charts", "Within"),
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
                ", ".join(self._names_in(bar.days)) or "–",
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

    def _marks_of(self, periods: Sequence[Period], paused: Sequence[PausedDays]) -> list[_Mark]:
        """What is pointed out in these days, by the first day; the person's own names last."""
        colours = self.look.colours
        quiet = translate("Charts", "quieter weeks")
        pause = translate("Charts", "paused")
        marks = [_Mark(one, quiet, colours.dusk_soft, colours.dusk) for one in self._thread.quieter]
        marks += [
            _Mark(Days(one.first, one.last), pause, colours.grid, colours.ink_3, Qt.BrushStyle.BDiagPattern)
            for one in paused
        ]
        marks += [_Mark(Days(one.first, one.last), one.name, "", colours.ink_2) for one in periods]
        return sorted((one for one in marks if one.meets(self._thread.days)), key=lambda one: one.days.first)

    def _names_in(self, days: Days) -> list[str]:
        """The names of the marks in which some of these days lie."""
        return list(dict.fromkeys(one.name for one in self._marks if one.meets(days)))

    def _place_names(self) -> dict[_Mark, NamePlace]:
        """Where names are written: the person's own shortened where they are long, the program's left out."""
        wanted: list[tuple[_Mark, float, float]] = []
        written_up_to: dict[str, float] = {}
        many = len(self._thread.quieter) > _MOST_QUIETER_OVERFLOWING
        for mark in self._marks:
            begin, end = self.layout.mark(mark.days)
            width = text_width(mark.name) + 2
            if mark.fill:
                overflows = width > end - begin - 12
                if (overflows and many) or written_up_to.get(mark.name, begin) > begin:
                    continue
                written_up_to[mark.name] = begin + width
            else:
                width = min(width, max(_LONGEST_NAME, end - begin - 12))
            wanted.append((mark, begin, width))
        places = place_names([(begin, width) for _, begin, width in wanted], self.layout.bars.end)
        return {mark: place for (mark, *_), place in zip(wanted, places, strict=True) if place is not None}

    @property
    def _mark_top(self) -> float:
        return self.layout.head + _EDGE

    def _paint_marks(self, painter: QPainter) -> None:
        colours = self.look.colours
        for mark in self._marks:
            begin, end = self.layout.mark(mark.days)
            box = QRectF(
                begin, self._mark_top, max(2.0, end - begin), self.layout.y(HEAVIEST_MOOD) + _EDGE - self._mark_top
            )
            name = self._names.get(mark)
            head = self._mark_top - _ROW * (name.row + 1) if name is not None else self._mark_top
            if mark.fill:
                box.setTop(head)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QBrush(QColor(mark.fill), mark.pattern))
            else:
                painter.setPen(QPen(QColor(colours.ink_3), 1, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = min(8.0, box.width() / 2)
            painter.drawRoundedRect(box, radius, 8)
            if not mark.fill and name is not None and name.row:
                # Beside the name, or where that is moved to the left, from beneath it.
                painter.drawLine(QLineF(begin, box.top() + 8, begin, head + (3 if name.x > begin else _ROW)))
        for mark, name in self._names.items():
            top = self._mark_top - _ROW * (name.row + 1)
            draw_text(painter, QRectF(name.x, top, name.width, _ROW), mark.name, mark.ink)

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
