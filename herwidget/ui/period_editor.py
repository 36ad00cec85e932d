"""Giving a stretch of days a name, so that the thread shows it: a move, a new job, a holiday."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from herwidget.core.history.ranges import Days
from herwidget.core.history.records import Period
from herwidget.core.ports import JournalError
from herwidget.ui.controls import button, heading, label, say
from herwidget.ui.history import History
from herwidget.ui.program import Program
from herwidget.ui.view import View
from herwidget.ui.words import journal_trouble, translate

_LONGEST_NAME = 60


class PeriodEditor(QDialog):
    """A name, a first day and a last day; Enter keeps them, Esc changes nothing."""

    def __init__(
        self,
        parent: QWidget,
        program: Program,
        view: View,
        history: History,
        proposed: Days,
        period: Period | None = None,
    ) -> None:
        super().__init__(parent.window())
        self._view, self._history, self._period = view, history, period
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = translate("Period", "A name for some days") if period is None else translate("Period", "A named period")
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(heading(title, 20))
        self._name = QLineEdit(period.name if period else "")
        self._name.setMaxLength(_LONGEST_NAME)
        self._name.setAccessibleName(translate("Period", "Name"))
        self._name.setPlaceholderText(translate("Period", "A move, a new job, a holiday"))
        column.addWidget(self._name)
        days = Days(period.first, period.last) if period else proposed
        row = QHBoxLayout()
        row.setSpacing(8)
        self._first = _date_edit(days.first, translate("Period", "First day"), program.language)
        self._last = _date_edit(days.last, translate("Period", "Last day"), program.language)
        row.addWidget(self._first)
        row.addWidget(label("–", "quiet"))
        row.addWidget(self._last)
        row.addStretch(1)
        column.addLayout(row)
        self._trouble = label("", "trouble", wrap=True)
        self._trouble.hide()
        column.addWidget(self._trouble)
        column.addSpacing(6)
        buttons = QHBoxLayout()
        if period is not None:
            buttons.addWidget(button(translate("Period", "Remove"), "plain", self._remove))
        buttons.addStretch(1)
        buttons.addWidget(button(translate("Period", "Cancel"), "outline", self.close))
        buttons.addWidget(button(translate("Period", "Save"), "primary", self.save))
        column.addLayout(buttons)
        self._name.setFocus()

    def save(self) -> None:
        """Keep what was given, or say what is missing."""
        name, first, last = self._name.text().strip(), _day(self._first), _day(self._last)
        if not name:
            self._say(translate("Period", "Give it a name first, as short as you like."))
            return
        if last < first:
            self._say(translate("Period", "The last day lies before the first one. Change one of them."))
            return
        try:
            if self._period is None:
                self._history.editor.add_period(name, first, last)
            else:
                self._history.editor.change_period(Period(self._period.id, name, first, last))
        except JournalError as error:
            self._say(journal_trouble(error))
            return
        except LookupError:
            self._say_gone()
            return
        self.close()
        self._view.say_edited(translate("Period", "The period was kept."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        assert self._period is not None
        try:
            self._history.editor.remove_period(self._period.id)
        except JournalError as error:
            self._say(journal_trouble(error))
            return
        except LookupError:
            self._say_gone()
            return
        self.close()
        self._view.say_edited(translate("Period", "The period was removed. The answers of its days are all there."))

    def _say_gone(self) -> None:
        """It was removed elsewhere: say so, and let the page behind show what is there now."""
        self._say(translate("Period", "This period is not there any more. It was removed elsewhere."))
        self._view.edited.emit()

    def _say(self, sentence: str) -> None:
        say(self._trouble, sentence)
        self._trouble.show()


def _date_edit(day: date, name: str, language: str) -> QDateEdit:
    made = QDateEdit(QDate(day.year, day.month, day.day))
    made.setAccessibleName(name)
    made.setDisplayFormat("yyyy. M. d." if language == "ko" else "d MMM yyyy")
    made.setFixedWidth(124)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def _day(edit: QDateEdit) -> date:
    return date(edit.date().year(), edit.date().month(), edit.date().day())
