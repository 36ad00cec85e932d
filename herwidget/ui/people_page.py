"""People: when each last heard the person, and how it was after."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from herwidget.core.history.differences import after_being_with
from herwidget.core.history.ranges import Range, days_of
from herwidget.core.people import Person
from herwidget.ui.charts.after_chart import AfterChart
from herwidget.ui.charts.chart import Look
from herwidget.ui.charts.chart_panel import ChartPanel, text_panel
from herwidget.ui.controls import badge, heading, label, rule
from herwidget.ui.history_words import after_rows, long_date
from herwidget.ui.program import Program
from herwidget.ui.theme import HEADING_PIXELS
from herwidget.ui.view import History, View
from herwidget.ui.words import translate


class PeoplePage(QWidget):
    """The people on the list, and the differences of mood after them."""

    def __init__(self, program: Program, view: View, history: History) -> None:
        super().__init__()
        assert program.opened is not None, "the history is there with an open journal only"
        journal = history.journal
        column = QVBoxLayout(self)
        column.setContentsMargins(30, 22, 30, 24)
        column.setSpacing(14)
        column.addWidget(heading(translate("People", "People who hear you"), HEADING_PIXELS))
        everyone = {person.id: person.name for person in journal.everyone()}
        listed = program.opened.people.people()
        if not everyone:
            text = translate(
                "People",
                "Nobody is here yet. When a check-in asks who heard you, the names you give stand here, "
                "with the day they last did and how you were after.",
            )
            column.addWidget(label(text, "quiet", wrap=True))
            column.addStretch(1)
            return
        days = days_of(Range.ALL, view.today, journal.first_day())
        rows = after_rows(after_being_with(journal.mood_pairs(days.first, days.last)), everyone)
        if rows:
            look = Look.of(program.theme.colours, program.language, program.opened.bank)
            note = translate(
                "People", "The mood told with a person's name, compared with the one told before it. All your answers."
            )
            column.addWidget(ChartPanel(program, view, AfterChart(look, rows), note))
        column.addWidget(self._list(program, listed, history))
        column.addStretch(1)

    def _list(self, program: Program, listed: Sequence[Person], history: History) -> QWidget:
        box, column = text_panel(translate("People", "Last heard"))
        last = history.journal.last_heard()
        for index, person in enumerate(listed):
            if index:
                column.addWidget(rule())
            row = QHBoxLayout()
            row.setSpacing(10)
            picture = QLabel()
            picture.setPixmap(badge(person, 26, self.devicePixelRatioF()))
            picture.setAccessibleName(" ")
            row.addWidget(picture)
            name = label(person.name)
            row.addWidget(name, 1)
            day = last.get(person.id)
            text = long_date(day, program.language) if day else translate("People", "not told yet")
            row.addWidget(label(text, "quiet"), 0, Qt.AlignmentFlag.AlignRight)
            column.addLayout(row)
        return box
