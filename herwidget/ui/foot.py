"""The foot of the sidebar: where all is kept, how much there is, and how much time it took."""

from datetime import date, time

from PySide6.QtWidgets import QVBoxLayout, QWidget

from herwidget.core.history.ports import HistoryJournal
from herwidget.core.local_time import at_local_time
from herwidget.core.ports import JournalError
from herwidget.core.time_taken import first_day_of_week, time_taken, whole_minutes
from herwidget.ui.controls import button, label
from herwidget.ui.program import Program
from herwidget.ui.words import check_ins, minutes_taken, month_name, translate

_INDENT = 12


class Foot(QWidget):
    """Some small lines; the last of them, where something was answered this week, with how it is worked out."""

    def __init__(self, program: Program, today: date, journal: HistoryJournal | None) -> None:
        super().__init__()
        self._program, self._today, self._journal = program, today, journal
        column = QVBoxLayout(self)
        column.setContentsMargins(_INDENT, 0, 0, 0)
        column.setSpacing(2)
        try:
            count, taken = self._count(), self._time_taken()
        except JournalError:
            count = taken = ""
        lines = [translate("Window", "Kept on this computer only."), count, taken]
        column.addWidget(label("\n".join(line for line in lines if line), "small", wrap=True))
        if taken:
            how = translate("Charts", "How this is worked out")
            link = button(how, "link", self._explain)
            link.setAccessibleName(f"{how}: {taken}")
            column.addWidget(link)

    def _count(self) -> str:
        if self._journal is None:
            return ""
        first = self._journal.first_day()
        if first is None:
            return translate("Window", "Nothing answered yet")
        since = translate("Window", "{check_ins} since {month}")
        count = check_ins(self._journal.check_in_count())
        return since.format(check_ins=count, month=month_name(first, self._program.language))

    def _explain(self) -> None:
        from herwidget.ui.explanation import explain

        explain(self, self._program, "time")

    def _time_taken(self) -> str:
        if self._journal is None:
            return ""
        monday = at_local_time(first_day_of_week(self._today), time(), self._program.zone())
        times = self._journal.times_of_check_ins(monday)
        return minutes_taken(whole_minutes(time_taken(times))) if times else ""
