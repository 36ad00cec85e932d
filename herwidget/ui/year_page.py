"""The year, a day a cell, with the years before to step through."""

from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from herwidget.core.history.ranges import Days
from herwidget.ui.charts.chart import Look
from herwidget.ui.charts.chart_panel import ChartPanel
from herwidget.ui.charts.mood_key import MoodKey
from herwidget.ui.charts.year_chart import SHEET_PITCH, YearChart
from herwidget.ui.controls import button, clear, heading, say
from herwidget.ui.day_words import DayWords
from herwidget.ui.empty_history import EmptyHistory
from herwidget.ui.history import History
from herwidget.ui.history_words import year_note
from herwidget.ui.program import Program
from herwidget.ui.theme import HEADING_PIXELS
from herwidget.ui.view import View
from herwidget.ui.words import translate

# Shown under the chosen year, to look across.
_YEARS_BENEATH = 2


class YearPage(QWidget):
    """Keys: Page Up and Page Down step through the years."""

    def __init__(self, program: Program, view: View, history: History) -> None:
        super().__init__()
        assert program.opened is not None, "the history is there with an open journal only"
        self._program, self._view, self._journal = program, view, history.journal
        self._look = Look.of(program.theme.colours, program.language, program.opened.bank)
        self._words = DayWords(history.journal, program.opened.bank, program.language)
        first = self._first = history.journal.first_day()
        self._first_year = first.year if first else view.today.year
        self._panel: QWidget | None = None
        self._afterwards = QTimer(self, singleShot=True, interval=0)
        self._afterwards.timeout.connect(self._arrange_panels)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(30, 22, 30, 24)
        self._column.setSpacing(14)
        if first is None:
            self._column.addWidget(EmptyHistory(program, "year"))
            self._column.addStretch(1)
            return
        self._column.addLayout(self._header())
        self._column.addStretch(1)
        self._show()

    @property
    def year(self) -> int:
        """The year shown."""
        return min(max(self._view.year or self._view.today.year, self._first_year), self._view.today.year)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if Qt.Key(event.key()) in steps:
            self.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A chart knows its height only when it has its width, and its panel was placed before.
        self._afterwards.start()

    def step(self, years: int) -> None:
        """Show an earlier or later year, from the first one told to this one."""
        there = self.year + years
        if self._first_year <= there <= self._view.today.year:
            self._view.year = there
            self._program.reading(self._show)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self._heading: QLabel = heading("", HEADING_PIXELS)
        row.addWidget(self._heading, 1)
        self._earlier = button("‹", "icon", lambda: self.step(-1))
        self._earlier.setAccessibleName(translate("Year", "The year before"))
        self._later = button("›", "icon", lambda: self.step(1))
        self._later.setAccessibleName(translate("Year", "The year after"))
        row.addWidget(self._earlier)
        row.addWidget(self._later)
        return row

    def _show(self) -> None:
        year, today = self.year, self._view.today
        text = translate("Year", "{year}, as you told it").format(year=year)
        say(self._heading, text)
        self._earlier.setEnabled(year > self._first_year)
        self._later.setEnabled(year < today.year)
        if self._panel is not None:
            self._column.removeWidget(self._panel)
            clear(self._panel)
        self._panel = QWidget()
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(MoodKey(self._look))
        for shown in range(year, max(self._first_year, year - _YEARS_BENEATH) - 1, -1):
            column.addWidget(self._year(shown))
        self._column.insertWidget(1, self._panel)

    def _arrange_panels(self) -> None:
        if self._panel is not None and (layout := self._panel.layout()) is not None:
            layout.invalidate()
            layout.activate()

    def _year(self, year: int) -> QWidget:
        summaries = self._journal.day_summaries(date(year, 1, 1), date(year, 12, 31))
        chart = YearChart(
            self._look,
            year,
            self._view.today,
            summaries,
            lambda day: self._words.of(Days(day, day)),
            SHEET_PITCH,
            self._first,
        )
        made = ChartPanel(self._program, self._view, chart, year_note(summaries, chart.days, self._program.language))
        made.chart_view.taken.connect(lambda mark: self._view.open_day(chart.day(mark), "year"))
        return made
