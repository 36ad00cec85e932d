"""The thread: mood and contact along a range of days, the year beneath, and what the last two weeks say."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from herwidget.core.history.differences import Difference, after_being_with, fortnights_compared
from herwidget.core.history.ranges import Days, Grain, Range, days_of, first_range
from herwidget.core.history.records import DaySummary, Period
from herwidget.core.history.thread import Thread, days_to_read, thread
from herwidget.ui.charts.after_chart import AfterChart
from herwidget.ui.charts.chart import Look
from herwidget.ui.charts.chart_panel import ChartPanel, how_button, text_panel
from herwidget.ui.charts.thread_chart import ThreadChart
from herwidget.ui.charts.year_chart import YearChart
from herwidget.ui.controls import button, clear, heading, label, say
from herwidget.ui.day_words import DayWords
from herwidget.ui.history import History
from herwidget.ui.history_words import after_rows, days_name, fortnight_words, moods_note, range_heading, range_names
from herwidget.ui.layout import WIDE
from herwidget.ui.program import Program
from herwidget.ui.segments import Segments
from herwidget.ui.theme import HEADING_PIXELS
from herwidget.ui.view import View
from herwidget.ui.words import translate

_RANGES = tuple(Range)
_AFTER_PEOPLE_SHOWN = 2
# The page is on the screen by then.
_PREPARE_MILLISECONDS = 150


class ThreadPage(QWidget):
    """Keys: + and - change the range, Page Up and Page Down go back and forth by one."""

    def __init__(self, program: Program, view: View, history: History) -> None:
        super().__init__()
        assert program.opened is not None, "the history is there with an open journal only"
        self._program, self._view, self._journal = program, view, history.journal
        self._history = history
        self._look = Look.of(program.theme.colours, program.language, program.opened.bank)
        self._day_words = DayWords(history.journal, program.opened.bank, program.language)
        self._summaries: Sequence[DaySummary] = ()
        self._read: Days | None = None
        self._threads: dict[Days, Thread] = {}
        self._differences: dict[Days, Mapping[int | None, Difference]] = {}
        self._first = history.journal.first_day()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(30, 20, 30, 12)
        column.setSpacing(12)
        if self._first is None:
            from herwidget.ui.empty_history import EmptyHistory

            column.addWidget(EmptyHistory(program, "thread"))
            column.addStretch(1)
            return
        column.addLayout(self._header())
        chart = self._thread_chart()
        self._panel = ChartPanel(program, view, chart, moods_note(self._thread))
        self._panel.chart_view.turned.connect(lambda notches: self._change_range(-1 if notches > 0 else 1))
        self._panel.chart_view.taken.connect(self._take)
        column.addWidget(self._panel)
        column.addWidget(self._year_panel())
        below = self._below = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        below.setSpacing(12)
        below.addWidget(self._fortnight(), 1)
        self._after_place = QVBoxLayout()
        below.insertLayout(0, self._after_place, 1)
        column.addLayout(below)
        column.addStretch(1)
        self._after: QWidget | None = None
        self._afterwards = QTimer(self, singleShot=True, interval=0)
        self._afterwards.timeout.connect(partial(program.reading, self._follow_range))
        self._follow_range()
        self._preparing = QTimer(self, singleShot=True, interval=_PREPARE_MILLISECONDS)
        self._preparing.timeout.connect(partial(program.reading, self._prepare_next))
        self._preparing.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._first is not None:
            wide = event.size().width() >= WIDE
            direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
            self._top.setDirection(direction)
            self._below.setDirection(direction)
            # At once, or the page would be painted in its old shape first.
            self._column.activate()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._first is None or event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._change_range(1 if key == Qt.Key.Key_Minus else -1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._move(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    @property
    def days(self) -> Days:
        """The days shown."""
        return days_of(self.range, self._view.last, self._first)

    @property
    def range(self) -> Range:
        """How much is shown."""
        return self._view.range or first_range(self._view.today, self._first)

    def choose_range(self, shown: Range) -> None:
        """Show this much of the past."""
        self._view.range = shown
        if shown is Range.ALL:
            self._view.end = None
        self._segments.choose(shown)
        self._program.reading(self._refresh)

    def _header(self) -> QVBoxLayout:
        column, row = QVBoxLayout(), QHBoxLayout()
        column.setSpacing(2)
        row.setSpacing(2)
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._heading = heading("", HEADING_PIXELS)
        self._top.addWidget(self._heading, 1)
        self._top.addLayout(row)
        self._earlier = button("‹", "icon", lambda: self._move(-1))
        self._earlier.setAccessibleName(translate("Thread", "Earlier"))
        self._later = button("›", "icon", lambda: self._move(1))
        self._later.setAccessibleName(translate("Thread", "Later"))
        options: list[tuple[str, object]] = [(text, one) for one, text in range_names().items()]
        name = translate("Thread", "How much is shown")
        self._segments = Segments(name, options, self.range, lambda one: self.choose_range(Range(str(one))))
        for step in (self._earlier, self._later):
            row.addWidget(step)
        row.addSpacing(8)
        row.addWidget(self._segments)
        row.addStretch(0)
        self._under = label("", "quiet", wrap=True)
        column.addLayout(self._top)
        column.addWidget(self._under)
        return column

    def _refresh(self) -> None:
        self._panel.show_chart(self._thread_chart(), moods_note(self._thread))
        # The thread is painted first, at once; what follows from the range may come a moment later.
        self._panel.chart_view.repaint()
        self._afterwards.start()

    def _thread_chart(self) -> ThreadChart:
        days = self.days
        self._thread = self._thread_of(days)
        self._say_what_is_shown(days)
        return ThreadChart(
            self._look,
            self._thread,
            self._journal.periods(),
            self._journal.paused_days(days.first, days.last),
            lambda bar: self._day_words.of(bar.days),
            self._journal.reached_days(days.first, days.last),
        )

    def _thread_of(self, days: Days) -> Thread:
        if days not in self._threads:
            self._threads[days] = thread(self._told(days_to_read(days)), days)
        return self._threads[days]

    def _prepare_next(self) -> None:
        """Work out one range that is not shown yet, so that a change to it is as quick as any other."""
        for shown in (Range.YEAR, Range.ALL):
            days = days_of(shown, self._view.last, self._first)
            if days not in self._threads or days not in self._differences:
                self._thread_of(days)
                self._differences_of(days)
                self._preparing.start()
                return

    def _say_what_is_shown(self, days: Days) -> None:
        today = self._view.last == self._view.today
        text = range_heading(self.range) if today else days_name(days, self._program.language)
        say(self._heading, text)
        under = {
            Grain.DAY: translate(
                "Thread", "The line is a slow average; each bar is a day, from its heaviest to its lightest moment."
            ),
            Grain.WEEK: translate(
                "Thread", "The line is a slow average; each bar is a week, from its heaviest to its lightest day."
            ),
            Grain.MONTH: translate(
                "Thread", "The line is a slow average; each bar is a month, from its heaviest to its lightest day."
            ),
        }
        say(self._under, under[self._thread.grain])
        whole = self.range is Range.ALL
        self._earlier.setEnabled(not whole and self._first is not None and days.first > self._first)
        self._later.setEnabled(not whole and not today)

    def _told(self, days: Days) -> Sequence[DaySummary]:
        """The summaries of some days; read from the journal only where more is wanted than was read."""
        if self._read is None or days.first < self._read.first or days.last > self._read.last:
            first = min(days.first, date(self._view.today.year, 1, 1))
            last = max(days.last, self._view.today)
            self._summaries = self._journal.day_summaries(first, last)
            self._read = Days(first, last)
        return [one for one in self._summaries if days.first <= one.day <= days.last]

    def _year_panel(self) -> QWidget:
        today = self._view.today
        summaries = self._told(Days(date(today.year, 1, 1), today))
        chart = YearChart(
            self._look, today.year, today, summaries, lambda day: self._day_words.of(Days(day, day)), since=self._first
        )
        made = ChartPanel(self._program, self._view, chart, "")
        made.chart_view.taken.connect(lambda mark: self._view.open_day(chart.day(mark), "thread"))
        return made

    def _follow_range(self) -> None:
        self._show_after()
        self._offer_periods()

    def _show_after(self) -> None:
        if self._after is not None:
            self._after_place.removeWidget(self._after)
            clear(self._after)
        days = self.days
        people = {person.id: person.name for person in self._journal.everyone()}
        rows = after_rows(self._differences_of(days), people, _AFTER_PEOPLE_SHOWN)
        if rows:
            chart = AfterChart(self._look, rows)
            self._after = ChartPanel(self._program, self._view, chart, "")
        else:
            box, column = text_panel(translate("Charts", "After being with…"))
            text = translate("Thread", "Who hears you, and how you were after, will be here once you have told of it.")
            column.addWidget(label(text, "quiet", wrap=True))
            column.addStretch(1)
            self._after = box
        self._after_place.addWidget(self._after)

    def _differences_of(self, days: Days) -> Mapping[int | None, Difference]:
        if days not in self._differences:
            self._differences[days] = after_being_with(self._journal.mood_pairs(days.first, days.last))
        return self._differences[days]

    def _fortnight(self) -> QWidget:
        today = self._view.today
        told = self._told(Days(today - timedelta(days=27), today))
        title = translate("Thread", "What the last two weeks say")
        box, column = text_panel(title)
        words = fortnight_words(*fortnights_compared(told, today), self._program.language)
        column.addWidget(label(words, "quiet", wrap=True))
        how = how_button(self._program, "fortnight", title)
        column.addWidget(how, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return box

    def _change_range(self, step: int) -> None:
        index = _RANGES.index(self.range) + step
        if 0 <= index < len(_RANGES):
            self.choose_range(_RANGES[index])

    def _move(self, step: int) -> None:
        """To the days before or after those shown, never beyond today or before the first day told."""
        days, today = self.days, self._view.today
        if self._first is None or self.range is Range.ALL or (step < 0 and days.first <= self._first):
            return
        end = days.moved(step * days.count).last
        self._view.end = None if end >= today else end
        self._program.reading(self._refresh)

    def _take(self, mark: int) -> None:
        """A day opens; a week or a month shows its days."""
        cut = self._thread.cuts[mark]
        if cut.count == 1:
            self._view.open_day(cut.first, "thread")
        else:
            self._view.end = min(cut.last, self._view.today)
            self.choose_range(Range.MONTH)

    def _offer_periods(self) -> None:
        """The menu's entries for named periods: a new one, and those that lie in the days shown."""
        days = self.days
        actions: list[tuple[str, Callable[[], None]]] = [
            (translate("Thread", "Name a period…"), lambda: self._edit_period(None))
        ]
        for period in self._journal.periods():
            if period.first <= days.last and period.last >= days.first:
                text = translate("Thread", "Change “{name}”…").format(name=period.name)
                actions.append((text, partial(self._edit_period, period)))
        self._panel.set_actions(actions)

    def _edit_period(self, period: Period | None) -> None:
        from herwidget.ui.period_editor import PeriodEditor

        PeriodEditor(self, self._program, self._view, self._history, self.days, period).open()
