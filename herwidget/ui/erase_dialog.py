"""Asking before everything is erased: what goes, in numbers, and what stays. Nothing happens by a hasty key."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from herwidget.core.keeping import Belongings
from herwidget.ui.controls import ClickableLabel, Switch, button, heading, label, rule
from herwidget.ui.erase_words import what_goes
from herwidget.ui.export_row import ExportRow
from herwidget.ui.layout import height_of
from herwidget.ui.program import Program
from herwidget.ui.sheet import Sheet
from herwidget.ui.words import translate
from herwidget.ui.work_area import largest_window

_WIDTH = 500


class EraseDialog(QDialog):
    """Erases once the switch is on and the button was pressed; Esc and Enter leave everything as it is."""

    def __init__(self, parent: QWidget, program: Program, there: Belongings, erase: Callable[[], None]) -> None:
        super().__init__(parent.window())
        self._program, self._erase = program, erase
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = translate("Erase", "Erase everything")
        self.setWindowTitle(title)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._sheet = Sheet(28, 24, 28, 20)
        self._sheet.header.addWidget(heading(title, 20))
        self._sheet.header.addSpacing(10)
        column = self._sheet.middle
        column.setSpacing(10)
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
        buttons.setContentsMargins(0, 18, 0, 0)
        buttons.addStretch(1)
        self.cancel = button(translate("People", "Cancel"), "primary", self.close)
        self.cancel.setDefault(True)
        self.go_on = button(translate("Erase", "Erase"), "outline", self._begin)
        self.go_on.setEnabled(False)
        self.sure.toggled.connect(self.go_on.setEnabled)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.cancel)
        self._sheet.footer.addLayout(buttons)
        self._outer.addWidget(self._sheet)
        self._sheet.watch_middle(self)
        self.cancel.setFocus()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            # What became of an export is said in sentences that need room of their own.
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._sheet.take_key(event):
            super().keyPressEvent(event)

    def _fit(self) -> None:
        most = largest_window(self.screen(), self._program.free_of_panels)
        width = min(_WIDTH, most.width())
        self._sheet.fit(width, most.height())
        self.setFixedSize(width, min(height_of(self._outer, width), most.height()))

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
