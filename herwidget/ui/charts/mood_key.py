"""The key to the moods' colours and shapes."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from herwidget.ui.charts.chart import Look
from herwidget.ui.charts.drawing import KEY_ROW, draw_mood_key, mood_key_rows, mood_key_width


class MoodKey(QWidget):
    """A cell of each mood with its name, and an empty one; in more than one row where it is narrow."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(KEY_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" ")

    def sizeHint(self) -> QSize:
        return QSize(round(mood_key_width(self._look)), KEY_ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(KEY_ROW * mood_key_rows(self._look, self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mood_key(painter, self._look, 1.0, KEY_ROW / 2, self.width())
