"""The key to the moods' colours and shapes."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from herwidget.ui.charts.chart import Look
from herwidget.ui.charts.drawing import KEY_LINE, draw_mood_key, mood_key_places, mood_key_width

_LEFT = 1


class MoodKey(QWidget):
    """A cell of each mood with its name, and an empty one; it goes on in the next line where there is no room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(" ")

    def sizeHint(self) -> QSize:
        return QSize(round(mood_key_width(self._look)) + _LEFT, round(KEY_LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, round(KEY_LINE))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(KEY_LINE * (mood_key_places(self._look, width - _LEFT)[-1][1] + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mood_key(painter, self._look, _LEFT, KEY_LINE / 2, self.width() - _LEFT)
