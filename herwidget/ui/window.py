"""The window's frame: on the screen at once, with what it shows right after its first picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from herwidget.ui.program import Program
from herwidget.ui.theme import SIDEBAR_WIDTH
from herwidget.ui.work_area import largest_window

if TYPE_CHECKING:
    from herwidget.ui.view import View
    from herwidget.ui.window_content import WindowContent

_SIZE = QSize(1100, 728)
_SMALLEST = QSize(680, 460)
_BESIDE = QSize(24, 20)
"""So much of the desktop is seen beside a new window."""


class Window(QWidget):
    """One window. Nothing of what it shows is read, neither code nor journal, before it is on the screen."""

    def __init__(self, program: Program, page: str, closed: Callable[[], None], *, at_once: bool = True) -> None:
        """Without `at_once` the content comes right after the window's first picture, which is there sooner."""
        super().__init__()
        self._program, self._page, self._closed = program, page, closed
        self._content: WindowContent | None = None
        self._waiting: list[Callable[[View], None]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Herwidget")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bound()
        for screen in QGuiApplication.screens():
            screen.availableGeometryChanged.connect(self._bound)
        self.resize(_SIZE.boundedTo(self._largest() - _BESIDE))
        if at_once:
            self._fill()

    @property
    def view(self) -> View:
        """What the window shows; fills it if that is still to come."""
        self._fill()
        assert self._content is not None
        return self._content.view

    def with_view(self, act: Callable[[View], None]) -> None:
        """Call `act` with what the window shows, as soon as it shows something."""
        if self._content is None:
            self._waiting.append(act)
        else:
            act(self._content.view)

    def open_page(self, name: str, *, take_focus: bool = True) -> None:
        """Show the page of this name and bring the window to the front, or let what has the keyboard keep it."""
        if self._content is None:
            self._page = name
        else:
            self._content.open_page(name)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not take_focus)
        is_new = self.windowHandle() is None
        self.show()
        if is_new:
            self.windowHandle().screenChanged.connect(self._bound)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        if take_focus:
            self.raise_()
            self.activateWindow()

    def follow_clock(self) -> None:
        """A minute has passed: a new day is to be seen."""
        if self._content is not None:
            self._content.follow_clock()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = self._program.theme.colours, QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.paper))
        painter.fillRect(QRect(0, 0, SIDEBAR_WIDTH, self.height()), QColor(colours.sunken))
        if self._content is None:
            QTimer.singleShot(0, self, self._fill)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._closed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._content is not None and self._content.take_key(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _bound(self) -> None:
        """Let the window be as small as its screen needs it, and else not smaller than what looks well."""
        self.setMinimumSize(_SMALLEST.boundedTo(self._largest()))

    def _largest(self) -> QSize:
        return largest_window(self.screen(), self._program.free_of_panels)

    def _fill(self) -> None:
        if self._content is not None:
            return
        from herwidget.ui.window_content import WindowContent

        self._content = WindowContent(self._program, self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._content)
        self._content.show()
        self.setFocus()
        for act in self._waiting:
            act(self._content.view)
        self._waiting.clear()
