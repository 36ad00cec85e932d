"""A chart on the screen: painted once and kept, with the mark under the mouse or the keyboard told in words."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from herwidget.ui.charts.chart import Chart, Step
from herwidget.ui.words import keep_words

_ARROWS = {
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
}
_NOTCH = 120  # of a wheel, https://doc.qt.io/qt-6/qwheelevent.html#angleDelta
_BUBBLE_WIDTH = 300


class Bubble(QFrame):
    """Words beside a mark, over the page, never under the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setProperty("role", "bubble")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 9)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setMaximumWidth(_BUBBLE_WIDTH)
        column.addWidget(self._label)
        self.hide()

    def tell(self, text: str, beside: QRectF) -> None:
        """Show `text` beside a rectangle of the parent: right of it, left where there is no room."""
        self._label.setText(keep_words(text))
        metrics = self._label.fontMetrics()
        widest = max(metrics.horizontalAdvance(line) for line in text.split("\n"))
        self._label.setFixedWidth(min(_BUBBLE_WIDTH, widest + 4))
        self.adjustSize()
        room, size = self._page.rect(), self.size()
        x = int(beside.right()) + 12
        if x + size.width() > room.width() - 8:
            x = int(beside.left()) - 12 - size.width()
        y = min(int(beside.center().y()) - size.height() // 2, room.height() - size.height() - 8)
        self.move(QPoint(max(8, x), max(8, y)))
        self.show()
        self.raise_()


class ChartView(QWidget):
    """One chart. Arrow keys, Home and End go from mark to mark; Enter or a click takes one."""

    taken = Signal(int)
    """The mark of this number was clicked, or Enter was pressed on it."""
    turned = Signal(int)
    """The wheel was turned by so many notches, up is positive."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self._chart = chart
        self._picture: QPixmap | None = None
        self._mark: int | None = None
        self._by_mouse = False
        self._bubble: Bubble | None = None
        self._wheel = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(320)
        self.show_chart(chart)

    @property
    def chart(self) -> Chart:
        """What is shown."""
        return self._chart

    @property
    def mark(self) -> int | None:
        """The mark that is told of now."""
        return self._mark

    @property
    def key_mark(self) -> int | None:
        """The mark that the keyboard went to."""
        return None if self._by_mouse else self._mark

    def show_chart(self, chart: Chart) -> None:
        """Show another chart in place of this one."""
        self._chart = chart
        self._tell(None)
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.summary())
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(600, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._tell(None)
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatioF() != ratio:
            self._picture = self._draw(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._chart.look.colours
        if self._mark is not None:
            painter.setPen(QPen(QColor(colours.ember), 1.5))
            painter.drawRoundedRect(self._chart.outline(self._mark), 4, 4)
        elif self.hasFocus():
            painter.setPen(QPen(QColor(colours.ember), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        self._by_mouse = True
        self._tell(self._chart.mark_at(position.x(), position.y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        mark = self._chart.mark_at(position.x(), position.y())
        if event.button() == Qt.MouseButton.LeftButton and mark is not None:
            self.taken.emit(mark)

    def leaveEvent(self, event: QEvent) -> None:
        if self._by_mouse:
            self._tell(None)

    def hideEvent(self, event: QEvent) -> None:
        self._tell(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._tell(None)
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._chart.count or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            here = self._mark
            self.go_to(self._chart.first_mark() if here is None else self._chart.neighbour(here, _ARROWS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else self._chart.count - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._mark is not None:
            self.taken.emit(self._mark)
        elif key == Qt.Key.Key_Escape and self._mark is not None:
            self._tell(None)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.receivers("2turned(int)") == 0 or not event.angleDelta().y():
            event.ignore()
            return
        # A touch pad sends parts of a notch.
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / _NOTCH)
        self._wheel -= notches * _NOTCH
        if notches:
            self.turned.emit(notches)
        event.accept()

    def go_to(self, mark: int) -> None:
        """Point the mark of this number out, as the keyboard does; one that is not there any more is no mark."""
        if mark >= self._chart.count:
            return
        # Read when first needed, like all that the first picture of the window can do without.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self._by_mouse = False
        self._tell(mark)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._chart.words(mark)))

    def _tell(self, mark: int | None) -> None:
        """Point `mark` out and say it in words, or nothing any more."""
        if mark is not None and mark >= self._chart.count:
            mark = None
        if mark == self._mark:
            return
        self._mark = mark
        if mark is None:
            self.setAccessibleDescription(self._chart.summary())
            if self._bubble is not None:
                self._bubble.hide()
        else:
            words = self._chart.words(mark)
            self.setAccessibleDescription(words)
            if self._bubble is None or self._bubble.parentWidget() is not self.window():
                self._bubble = Bubble(self.window())
                self.destroyed.connect(self._bubble.deleteLater)
            outline = self._chart.outline(mark)
            corner = self.mapTo(self.window(), QPointF(outline.topLeft()))
            self._bubble.tell(words, QRectF(corner, outline.size()))
        self.update()

    def _lay_out(self) -> None:
        self._picture = None
        self.setFixedHeight(round(self._chart.lay_out(max(320, self.width()))))
        self.update()

    def _draw(self, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._chart.look.colours.surface))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._chart.paint(painter)
        painter.end()
        return picture
