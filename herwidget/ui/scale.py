"""The slider of a scale question."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSlider

from herwidget.ui.theme import ThemeKeeper


class Scale(QSlider):
    """A slider from 0 to 100 that stands nowhere until it was touched: no answer is suggested."""

    def __init__(self, theme: ThemeKeeper, kept: int | None) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.touched = kept is not None
        self.setRange(0, 100)
        self.setSingleStep(5)
        self.setPageStep(25)
        self.setValue(50 if kept is None else kept)
        self.setFixedHeight(34)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def take(self, value: int) -> None:
        """Stand at `value`, as an answer."""
        moved = self.value() != value
        self.touched = True
        self.setValue(value)
        if not moved:
            self.valueChanged.emit(value)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self.setSliderDown(True)
        self.take(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.take(self._value_at(event.position().x()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it scrolls what the slider stands in, and changes no answer that comes under the pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}
        if event.key() in arrows | {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} and not self.touched:
            self.touched = True
            self.valueChanged.emit(self.value())
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, left, right = self.height() / 2, 12.0, self.width() - 12.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(QRectF(left, middle - 3, right - left, 6), 3, 3)
        for tick in range(5):
            painter.drawEllipse(QPointF(left + (right - left) * tick / 4, middle + 13), 1.5, 1.5)
        if self.touched:
            here = left + (right - left) * self.value() / 100
            painter.setBrush(QColor(colours.ember))
            painter.drawRoundedRect(QRectF(left, middle - 3, here - left, 6), 3, 3)
            painter.drawEllipse(QPointF(here, middle), 9, 9)
            painter.setBrush(QColor(colours.surface))
            painter.drawEllipse(QPointF(here, middle), 3.5, 3.5)
        if self.hasFocus():
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setWidthF(1.5)
            pen.setColor(QColor(colours.ember))
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(1, 1, self.width() - 2, self.height() - 2), 10, 10)

    def _value_at(self, x: float) -> int:
        return max(0, min(100, round(100 * (x - 12) / max(1, self.width() - 24))))
