"""A mood's lamp: one of five, of its own size, glow and word."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QRadialGradient
from PySide6.QtWidgets import QRadioButton

from herwidget.ui.controls import leaves_enter
from herwidget.ui.theme import KICKER_PIXELS, ThemeKeeper


class Lamp(QRadioButton):
    """One mood: a lamp of its own size, glow and word."""

    _DIAMETERS = (16, 20, 25, 31, 38)

    def __init__(self, theme: ThemeKeeper, mood: int, name: str) -> None:
        super().__init__(name)
        self._theme, self._mood = theme, mood
        self.setAccessibleName(name)
        self.setFixedSize(64, 76)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(64, 76)

    def hitButton(self, position: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not leaves_enter(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(3, 1, 58, 52)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.sunken))
            painter.drawRoundedRect(frame, 16, 16)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine if self.isChecked() else Qt.PenStyle.DotLine)
            pen.setColor(QColor(colours.ember))
            pen.setWidthF(1.5)
            painter.setPen(pen)
            painter.drawRoundedRect(frame.adjusted(0.75, 0.75, -0.75, -0.75), 15.5, 15.5)
        self._paint_glow(painter, frame)
        font = QFont(self.font())
        font.setPixelSize(KICKER_PIXELS)
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink if self.isChecked() else colours.ink_3))
        painter.drawText(QRectF(-4, 56, 72, 18), Qt.AlignmentFlag.AlignCenter, self.text())

    def _paint_glow(self, painter: QPainter, frame: QRectF) -> None:
        colour = QColor(self._theme.colours.moods[self._mood])
        radius = self._DIAMETERS[self._mood - 1] / 2
        glow = radius + (self._mood - 1) * 2
        painter.setPen(Qt.PenStyle.NoPen)
        if glow > radius:
            gradient = QRadialGradient(frame.center(), glow)
            inner, outer = QColor(colour), QColor(colour)
            inner.setAlphaF(0.45)
            outer.setAlphaF(0)
            gradient.setColorAt(radius / glow, inner)
            gradient.setColorAt(1, outer)
            painter.setBrush(gradient)
            painter.drawEllipse(frame.center(), glow, glow)
        painter.setBrush(colour)
        painter.drawEllipse(frame.center(), radius, radius)
