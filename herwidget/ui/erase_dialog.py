"""Asking before everything is erased: what goes, in numbers, and what stays. Nothing happens by a hasty key."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from herwidget.core.keeping import Belongings
from herwidget.ui.controls import ClickableLabel, Switch, button, heading, label, rule
from herwidget.ui.erase_words import what_goes
from herwidget.ui.export_row import ExportRow
from herwidget.ui.program import Program
from herwidget.ui.words import translate

_WIDTH = 500


class EraseDialog(QDialog):
    """Erases once the switch is on and the button was pressed; Esc and Enter leave everything as it is."""

    def __init__(self, parent: QWidget, program: Program, there: Belongings, erase: Callable[[], None]) -> None:
        super().__init__(parent.window())
        self._erase = erase
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = translate("Erase", "Erase everything")
        self.setWindowTitle(title)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(heading(title, 20))
        column.addWidget(label(translate("Erase", "This goes for good:")))
        lines = QVBoxLayout()
        lines.setSpacing(3)
        for line in what_goes(there):
            lines.addWidget(label(f"·  {line}", wrap=True))
        column.addLayout(lines)
        stays = translate(
            "Erase",
            "Copies, exports and pictures that you put elsewhere stay, and so does Herwidget itself. It ends then, "
            "and would begin as on its first day.",
        )
        column.addWidget(label(stays, "quiet", wrap=True))
        if program.opened is not None:
            column.addWidget(rule())
            self._export = ExportRow(program)
            column.addLayout(_row(self._export.below, self._export.button, self._export.title))
        column.addWidget(rule())
        sure = translate("Erase", "Yes, all of this, for good")
        self.sure = Switch(program.theme, sure)
        column.addLayout(_row(ClickableLabel(sure, self.sure), self.sure))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 8, 0, 0)
        buttons.addStretch(1)
        self.cancel = button(translate("People", "Cancel"), "primary", self.close)
        self.cancel.setDefault(True)
        self.go_on = button(translate("Erase", "Erase"), "outline", self._begin)
        self.go_on.setEnabled(False)
        self.sure.toggled.connect(self.go_on.setEnabled)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.cancel)
        column.addLayout(buttons)
        self.cancel.setFocus()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            # What became of an export is said in sentences that need room of their own.
            self.setFixedSize(_WIDTH, self._column.totalHeightForWidth(_WIDTH))
        return done

    def _begin(self) -> None:
        self.close()
        self._erase()


def _row(told: QWidget, control: QWidget, title: str = "") -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(20)
    texts = QVBoxLayout()
    texts.setSpacing(1)
    if title:
        texts.addWidget(label(title, wrap=True))
    texts.addWidget(told)
    row.addLayout(texts, 1)
    row.addWidget(control)
    return row
