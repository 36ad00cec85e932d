"""What is drawn on the desk card: its lamp and the cells of its week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRadialGradient,
)
from PySide6.QtWidgets import QLabel, QPushButton

from herwidget.ui.charts.chart import Look
from herwidget.ui.charts.drawing import draw_cell, mood_level
from herwidget.ui.history_words import weekday_long
from herwidget.ui.icon import EMBER
from herwidget.ui.program import Program
from herwidget.ui.words import translate

LAMP, LAMP_RADIUS, _GLOW_RADIUS = 30, 6.0, 14.0
_CELL_HEIGHT = 26


class Ember(QPushButton):
    """The program's lamp, which says nothing of anybody's mood; under the mouse or with the keyboard, a quiet ×."""

    def __init__(self, program: Program, hide: Callable[[], None]) -> None:
        super().__init__()
        self._program = program
        self._offered = False
        self.lit = True
        self.setStyleSheet(
            f"min-width: {LAMP}px; max-width: {LAMP}px; min-height: {LAMP}px; max-height: {LAMP}px;"
            "padding: 0; border: none;"
        )
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: hide())

    def offer(self, *, offered: bool) -> None:
        """Show the × in place of the lamp, or the lamp again."""
        self._offered = offered
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(LAMP, LAMP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(LAMP / 2, LAMP / 2)
        if self._offered or self.hasFocus():
            self._paint_cross(painter, middle)
        else:
            self._paint_lamp(painter, middle)

    def _paint_cross(self, painter: QPainter, middle: QPointF) -> None:
        colours = self._program.theme.colours
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(QColor(colours.ember), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.sunken))
            painter.drawEllipse(middle, 10.5, 10.5)
        pen = QPen(QColor(colours.ink if self.underMouse() else colours.ink_3), 1.3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        arm = 3.6
        painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm))
        painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))

    def _paint_lamp(self, painter: QPainter, middle: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if not self.lit:
            painter.setBrush(QColor(self._program.theme.colours.line))
            painter.drawEllipse(middle, LAMP_RADIUS, LAMP_RADIUS)
            return
        glow = QRadialGradient(middle, _GLOW_RADIUS)
        inner, outer = QColor(EMBER), QColor(EMBER)
        inner.setAlphaF(0.5)
        outer.setAlphaF(0.0)
        glow.setColorAt(LAMP_RADIUS / _GLOW_RADIUS, inner)
        glow.setColorAt(1, outer)
        painter.setBrush(glow)
        painter.drawEllipse(middle, _GLOW_RADIUS, _GLOW_RADIUS)
        painter.setBrush(QColor(EMBER))
        painter.drawEllipse(middle, LAMP_RADIUS, LAMP_RADIUS)


class DayCell(QLabel):
    """One day of the week: its mean mood by colour and shape; an outline for one to come."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._look: Look | None = None
        self._mean: float | None = None
        self._to_come = False
        self.setFixedHeight(_CELL_HEIGHT)

    def tell(self, day: date, mean: float | None, look: Look, *, to_come: bool) -> None:
        """Show a day."""
        self._look, self._mean, self._to_come = look, mean, to_come
        if to_come:
            text = translate("DeskCard", "{day}: still to come")
        elif mean is None:
            text = translate("DeskCard", "{day}: no mood told")
        else:
            text = "{day}: " + look.moods[mood_level(mean) - 1]
        words = text.format(day=weekday_long(day.weekday(), look.language))
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, colours = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._look.colours
        if not self._to_come:
            draw_cell(painter, self._look, box, self._mean)
        if self._to_come or (self._mean is None and colours.high_contrast):
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 3, 3)
