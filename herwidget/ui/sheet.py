"""Head and foot that stay in their places, and between them what scrolls where there is no room for all of it."""

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QScrollBar, QVBoxLayout, QWidget

from herwidget.ui.layout import height_of

_LEAST = 48
"""So much of the middle is seen on the smallest screen."""
_AROUND = 10
"""So much is seen above and below what has the keyboard."""
_LINE = 20


class Sheet(QWidget):
    """Three columns, one below the other: `header`, `middle` and `footer`. They are filled in this order."""

    def __init__(self, left: int, top: int, right: int, bottom: int) -> None:
        super().__init__()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header, self.footer = QVBoxLayout(), QVBoxLayout()
        self.header.setContentsMargins(left, top, right, 0)
        self.footer.setContentsMargins(left, 0, right, bottom)
        for part in (self.header, self.footer):
            part.setSpacing(0)
        self._scrolled = _Middle()
        self.middle = self._scrolled.column
        self.middle.setContentsMargins(left, 0, right, 0)
        self.middle.setSpacing(0)
        column.addLayout(self.header)
        column.addWidget(self._scrolled)
        column.addStretch(1)
        column.addLayout(self.footer)

    def fit(self, width: int, most: int) -> None:
        """Be at most `most` pixels high where it is `width` wide: what is too much for that is scrolled."""
        fixed = height_of(self.header, width) + height_of(self.footer, width)
        self._scrolled.fit(width, max(_LEAST, most - fixed))
        self._column.activate()

    def watch_middle(self, watcher: QObject) -> None:
        """Let `watcher` filter the events of what scrolls: that it has grown is not told to the window."""
        self._scrolled.content.installEventFilter(watcher)

    def take_key(self, event: QKeyEvent) -> bool:
        """Scroll by a page, where that is what the key means; whether it was."""
        return self._scrolled.take_key(event)

    def reveal(self, part: QWidget) -> None:
        """Bring a part of the middle into view."""
        self._scrolled.reveal(part, part.rect())

    def show_end(self) -> None:
        """Scroll to the end of the middle, where something has come."""
        self._scrolled.show_end()


class _Middle(QWidget):
    """Scrolls its content when it has less room than that needs; what has the keyboard stays in view.

    A QScrollArea builds and styles its bars before it knows that there is anything to scroll, which each card would
    wait for. Here the bar comes when it is wanted, and stands in the content's margin: no line breaks elsewhere for it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.content = QWidget(self)
        self.column = QVBoxLayout(self.content)
        self._wanted = 0
        self._bar: QScrollBar | None = None

    def fit(self, width: int, most: int) -> None:
        """Be as high as the content, or `most` pixels high and scroll."""
        self.column.activate()
        self._wanted = height_of(self.column, width)
        self.setFixedHeight(min(self._wanted, most))
        if self._wanted > most and self._bar is None:
            self._bar = self._make_bar()
        self._lay_out()
        self._show_focused()

    def take_key(self, event: QKeyEvent) -> bool:
        """Scroll by a page, where that is what the key means."""
        pages = {
            Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
            Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
        }
        page = pages.get(Qt.Key(event.key()))
        if page is None or self._bar is None:
            return False
        self._bar.triggerAction(page)
        return True

    def reveal(self, part: QWidget, rectangle: QRect) -> None:
        """Bring a rectangle of a part of the content into view."""
        if self._bar is None:
            return
        # Before it is shown, Qt leaves everything in one place.
        self.column.setGeometry(self.content.rect())
        top = part.mapTo(self.content, rectangle.topLeft()).y()
        last = top + rectangle.height() + _AROUND - self.height()
        self._bar.setValue(min(max(self._bar.value(), last), top - _AROUND))

    def show_end(self) -> None:
        """Scroll to the end."""
        if self._bar is not None:
            self._bar.setValue(self._bar.maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
        if self._bar is not None:
            QCoreApplication.sendEvent(self._bar, event)

    def _lay_out(self) -> None:
        if self._bar is not None:
            width = self._bar.sizeHint().width()
            self._bar.setGeometry(self.width() - width, 0, width, self.height())
            self._bar.setPageStep(self.height())
            self._bar.setRange(0, max(0, self._wanted - self.height()))
            self._bar.setVisible(self._bar.maximum() > 0)
        top = -self._bar.value() if self._bar is not None else 0
        self.content.setGeometry(0, top, self.width(), max(self._wanted, self.height()))

    def _make_bar(self) -> QScrollBar:
        made = QScrollBar(Qt.Orientation.Vertical, self)
        made.setSingleStep(_LINE)
        made.valueChanged.connect(lambda value: self.content.move(QPoint(0, -value)))
        qt = QGuiApplication.instance()
        assert isinstance(qt, QGuiApplication)
        qt.focusObjectChanged.connect(self._show_focused)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._show_focused)
        return made

    def _show_focused(self) -> None:
        focused = self.window().focusWidget()
        # What is clicked must not move away from under the pointer.
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if self._bar is None or focused is None or pressed or not self.content.isAncestorOf(focused):
            return
        place = focused.rect()
        if place.height() + 2 * _AROUND > self.height():  # then of a field the line that is written on
            place = QRectF(focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).toRect()
        self.reveal(focused, place)
