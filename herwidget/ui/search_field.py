"""The search field above the person's words."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QIcon,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QLineEdit

from herwidget.ui.words import translate


class SearchField(QLineEdit):
    """The search. What an input method is still putting together is searched for as well."""

    typed = Signal()
    left_downwards = Signal()

    def __init__(self, text: str, colour: str) -> None:
        super().__init__(text)
        self._composed = ""
        ratio = self.devicePixelRatioF()
        lens = self.addAction(QIcon(_lens(colour, ratio)), QLineEdit.ActionPosition.LeadingPosition)
        lens.setText(translate("WordsPage", "Search your words"))  # Qt makes a button of it, which needs a name
        lens.setEnabled(False)
        self._clear = self.addAction(QIcon(_cross(colour, ratio)), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setText(translate("WordsPage", "Clear the search"))
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(bool(text))
        self.setStyleSheet("QLineEdit { padding: 0 5px; }")  # the magnifying glass brings room of its own
        self.setPlaceholderText(translate("WordsPage", "Search your words"))
        self.setAccessibleName(translate("WordsPage", "Search your words"))
        self.setToolTip(QKeySequence(QKeySequence.StandardKey.Find).toString())
        self.textChanged.connect(self._change)

    def searched(self) -> str:
        """The text with what is being put together in its place."""
        text, at = self.text(), self.cursorPosition()
        return text[:at] + self._composed + text[at:]

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composed = event.preeditString()
        super().inputMethodEvent(event)
        self.typed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def _change(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.typed.emit()


def _lens(colour: str, ratio: float) -> QPixmap:
    """A magnifying glass."""
    path = QPainterPath()
    path.addEllipse(QPointF(7, 7), 4.5, 4.5)
    path.moveTo(10.4, 10.4)
    path.lineTo(14, 14)
    return _drawn(path, colour, ratio)


def _cross(colour: str, ratio: float) -> QPixmap:
    path = QPainterPath(QPointF(4.5, 4.5))
    path.lineTo(11.5, 11.5)
    path.moveTo(11.5, 4.5)
    path.lineTo(4.5, 11.5)
    return _drawn(path, colour, ratio)


def _drawn(path: QPainterPath, colour: str, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(16, 16) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(path)
    painter.end()
    return pixmap
