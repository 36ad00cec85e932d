"""The key to the moods' colours and shapes."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from herwidget.ui.charts.chart import Look
from herwidget.ui.charts.drawing import draw_mood_key, mood_key_width

_HEIGHT = 20


class MoodKey(QWidget):
    """A cell of each mood with its name, and an empty one."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" ")

    def sizeHint(self) -> QSize:
        return QSize(round(mood_key_width(self._look)), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mood_key(painter, self._look, 1.0, _HEIGHT / 2)
