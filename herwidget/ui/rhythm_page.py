"""The rhythm of the weeks: mood by weekday and hour."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from herwidget.core.history.ranges import Range, days_of
from herwidget.ui.charts.chart import Look
from herwidget.ui.charts.chart_panel import ChartPanel
from herwidget.ui.charts.mood_key import MoodKey
from herwidget.ui.charts.rhythm_chart import RhythmChart
from herwidget.ui.controls import heading, label
from herwidget.ui.empty_history import EmptyHistory
from herwidget.ui.history import History
from herwidget.ui.history_words import range_names, rhythm_note
from herwidget.ui.layout import WIDE
from herwidget.ui.program import Program
from herwidget.ui.segments import Segments
from herwidget.ui.theme import HEADING_PIXELS
from herwidget.ui.view import View
from herwidget.ui.words import translate


class RhythmPage(QWidget):
    """A cell for each hour of the week, over the chosen range up to today."""

    def __init__(self, program: Program, view: View, history: History) -> None:
        super().__init__()
        assert program.opened is not None, "the history is there with an open journal only"
        self._program, self._view, self._journal = program, view, history.journal
        self._look = Look.of(program.theme.colours, program.language, program.opened.bank)
        self._first = history.journal.first_day()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(30, 22, 30, 24)
        column.setSpacing(14)
        if self._first is None:
            column.addWidget(EmptyHistory(program, "rhythm"))
            column.addStretch(1)
            return
        row = self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(heading(translate("Rhythm", "The rhythm of your weeks"), HEADING_PIXELS))
        under = translate("Rhythm", "The mean mood of each hour, as the clock showed it where you were.")
        texts.addWidget(label(under, "quiet", wrap=True))
        row.addLayout(texts, 1)
        options: list[tuple[str, object]] = [(text, one) for one, text in range_names().items()]
        name = translate("Thread", "How much is shown")
        segments = Segments(name, options, view.rhythm_range, lambda one: self._choose(Range(str(one))))
        row.addWidget(segments, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        chart, note = self._chart()
        self._panel = ChartPanel(program, view, chart, note)
        self._panel.layout().insertWidget(2, MoodKey(self._look))  # type: ignore[union-attr]  # the panel has one
        column.addWidget(self._panel)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._first is not None:
            wide = event.size().width() >= WIDE
            self._top.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
            # At once, or the page would be painted in its old shape first.
            self._column.activate()
        super().resizeEvent(event)

    def _choose(self, shown: Range) -> None:
        self._view.rhythm_range = shown
        self._program.reading(lambda: self._panel.show_chart(*self._chart()))

    def _chart(self) -> tuple[RhythmChart, str]:
        days = days_of(self._view.rhythm_range, self._view.today, self._first)
        told = self._journal.hour_summaries(days.first, days.last)
        return RhythmChart(self._look, told), rhythm_note(told)
