"""A dialog that is only read."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout

from herwidget.ui.controls import button
from herwidget.ui.words import translate


class ReadDialog(QDialog):
    """Esc, Enter or its button closes it."""

    def close_row(self) -> QHBoxLayout:
        """The dialog's last row, with the button, which has the keyboard."""
        row = QHBoxLayout()
        row.addStretch(1)
        close = button(translate("Charts", "Close"), "primary", self.close)
        row.addWidget(close)
        close.setParent(self)  # else it has no keyboard to take yet
        close.setFocus()
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)
