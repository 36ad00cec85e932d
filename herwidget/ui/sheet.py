"""What a card shows: its head and its foot stay in their places, and what is between them scrolls where it must."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollArea, QVBoxLayout, QWidget

from herwidget.ui.layout import height_of

_LEAST = 48
"""So much of the middle is seen on the smallest screen."""
_AROUND = 10
"""So much is seen above and below what has the keyboard."""


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
        self._scrolled = _Middle(left, right)
        self.middle = self._scrolled.column
        column.addLayout(self.header)
        column.addWidget(self._scrolled)
        column.addStretch(1)
        column.addLayout(self.footer)

    def fit(self, width: int, most: int) -> None:
        """Be at most `most` pixels high where it is `width` wide: what is too much for that is scrolled."""
        self.middle.activate()
        fixed = height_of(self.header, width) + height_of(self.footer, width)
        self._scrolled.take_room(height_of(self.middle, width), max(_LEAST, most - fixed))
        self._column.activate()

    def take_key(self, event: QKeyEvent) -> bool:
        """Scroll by a page, where that is what the key means; whether it did anything."""
        return self._scrolled.take_key(event)

    def show_end(self) -> None:
        """Scroll to the end of the middle, where something has come."""
        bar = self._scrolled.verticalScrollBar()
        bar.setValue(bar.maximum())


class _Middle(QScrollArea):
    """Scrolls what it holds only when it has less room than that needs; what has the keyboard stays in view."""

    def __init__(self, left: int, right: int) -> None:
        super().__init__()
        self._left, self._right = left, right
        self._follows = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        viewport, self._content = QWidget(), QWidget()
        self.setViewport(viewport)
        viewport.setAutoFillBackground(False)
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(left, 0, right, 0)
        self.column.setSpacing(0)
        self.setWidget(self._content)
        self._content.setAutoFillBackground(False)

    def take_room(self, wanted: int, most: int) -> None:
        """Be as high as what it holds, which is `wanted`, or `most` pixels high and scroll."""
        scrolls = wanted > most
        self.setFixedHeight(min(wanted, most))
        on, off = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(on if scrolls else off)
        # The bar stands in the margin, so that no line breaks elsewhere for it.
        bar = self.verticalScrollBar().sizeHint().width() if scrolls else 0
        self.column.setContentsMargins(self._left, 0, self._right - bar, 0)
        if scrolls:
            # Qt would learn of it later, and could not scroll to what is new until then.
            self._content.resize(self._content.width(), wanted)
            self._follow()

    def take_key(self, event: QKeyEvent) -> bool:
        """Scroll by a page, where that is what the key means."""
        pages = {
            Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
            Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
        }
        page = pages.get(Qt.Key(event.key()))
        if page is None or not self._follows:
            return False
        self.verticalScrollBar().triggerAction(page)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # arrows that nothing took are the card's

    def _follow(self) -> None:
        """From now on what has the keyboard stays in view, and in a field the place that is written at."""
        if self._follows:
            return
        self._follows = True
        qt = QGuiApplication.instance()
        assert isinstance(qt, QGuiApplication)
        qt.focusObjectChanged.connect(self._show_focused)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._show_focused)

    def _show_focused(self) -> None:
        focused = self.window().focusWidget()
        # What is clicked must not move away from under the pointer.
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if focused is not None and not pressed and self._content.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, _AROUND)
