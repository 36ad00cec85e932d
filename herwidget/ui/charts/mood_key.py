"""The key to the moods' colours and shapes."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from herwidget.ui.charts.chart import Look
from herwidget.ui.charts.drawing import draw_cell, draw_text, text_width
from herwidget.ui.words import translate

_CELL, _GAP, _HEIGHT = 11.4, 18.0, 20


class MoodKey(QWidget):
    """A cell of each mood with its name, and an empty one."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._names = (translate("Charts", "not told"), *look.moods)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" ")

    def sizeHint(self) -> QSize:
        return QSize(round(sum(_CELL + 6 + text_width(name) + _GAP for name in self._names)), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 1.0
        for level, name in enumerate(self._names):
            draw_cell(painter, self._look, QRectF(x, (_HEIGHT - _CELL) / 2, _CELL, _CELL), level or None)
            width = text_width(name) + 4
            draw_text(painter, QRectF(x + _CELL + 6, 0, width, _HEIGHT), name, self._look.colours.ink_3)
            x += _CELL + 6 + width + _GAP
