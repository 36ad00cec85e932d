"""What the window shows: a sidebar and a page, built when it is opened and gone when it is closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPixmap,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from herwidget.core.ports import JournalError
from herwidget.services.history_editor import CannotUndo
from herwidget.ui.controls import button, clear, heading, label
from herwidget.ui.foot import Foot
from herwidget.ui.history import History
from herwidget.ui.page_names import HISTORY_PAGES, page_names
from herwidget.ui.pages import make_page
from herwidget.ui.program import Open, Program, WayOut
from herwidget.ui.sheet import Sheet
from herwidget.ui.theme import SIDEBAR_WIDTH
from herwidget.ui.view import View
from herwidget.ui.words import journal_trouble, translate

if TYPE_CHECKING:
    from herwidget.ui.charts.chart_view import ChartView


@dataclass(frozen=True)
class _Place:
    """Where somebody is on a page: how far it is scrolled, the name of what has the keyboard, and a chart's mark."""

    scrolled: int
    keyboard: str
    mark: int | None


class Banner(QWidget):
    """What stands in the way, and what else is to be said, above the page."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._column = QVBoxLayout(self)
        self._sentences: list[QWidget] = []
        program.state_changed.connect(self._fill)
        program.notices_changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        for sentence in self._sentences:
            self._column.removeWidget(sentence)
            clear(sentence)
        told = [(self._program.trouble, "trouble")] if self._program.trouble else []
        told += [(notice, "notice") for notice in self._program.notices]
        self._sentences = [label(text, role, wrap=True) for text, role in told]
        if (way_out := self._program.way_out) is not None:
            self._sentences.append(_offer(way_out))
        for sentence in self._sentences:
            self._column.addWidget(sentence)
        self._column.setContentsMargins(30, 18 if self._sentences else 0, 30, 0)


def _offer(way_out: WayOut) -> QWidget:
    """What a click would do, and the button for it."""
    shown = QFrame()
    shown.setProperty("role", "offer")
    row = QHBoxLayout(shown)
    row.setContentsMargins(15, 8, 8, 8)  # its words begin where those of a notice do
    row.setSpacing(20)
    row.addWidget(label(way_out.sentence, wrap=True), 1)
    row.addWidget(button(way_out.button, "outline", way_out.take))
    return shown


def _trouble(sentence: str) -> QWidget:
    """A page that could not be made: what stands in its way, where the banner would say it."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(30, 18, 30, 24)
    column.addWidget(label(sentence, "trouble", wrap=True))
    column.addStretch(1)
    return page


class UndoBar(QFrame):
    """What was just changed, and the way back."""

    def __init__(self, sentence: str, undo: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("role", "undo")
        row = QHBoxLayout(self)
        row.setContentsMargins(30, 6, 24, 6)
        row.addWidget(label(sentence), 1)
        self.undo_button = button(translate("Window", "Undo"), "outline", undo)
        self.undo_button.setToolTip(QKeySequence(QKeySequence.StandardKey.Undo).toString())
        row.addWidget(self.undo_button)


class _Sidebar(Sheet):
    """Its entries scroll where the window is too low for them; that of the page is seen."""

    def __init__(self) -> None:
        super().__init__(14, 22, 14, 22)
        self.current: QPushButton | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(SIDEBAR_WIDTH, self.height())
        if self.current is not None:
            self.reveal(self.current)


class WindowContent(QWidget):
    """Sidebar and page. Language and theme changes build it anew at the page it shows."""

    def __init__(self, program: Program, page: str) -> None:
        super().__init__()
        self._program = program
        self._page_name = page if page in page_names() else "thread"
        self.view = View(program)
        self._history: History | None = None
        self._opened: Open | None = None
        self._before_day: _Place | None = None
        self._wanted_scroll: int | None = None
        """Where the page is to be scrolled to, once it was built."""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._sidebar = self._page = self._content = QWidget()
        program.language_changed.connect(self._build)
        program.theme.changed.connect(self._build)
        program.state_changed.connect(self._refresh_page)
        program.settings_changed.connect(self._refresh_help)
        self.view.page_wanted.connect(self.open_page)
        self.view.edited.connect(self._build_in_place)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._undo)
        self._build()

    def open_page(self, name: str) -> None:
        """Show the page of this name."""
        if (name in page_names() and name != self._page_name) or name == "day":
            before = self._page_name
            place = self._before_day if before == "day" and name == self.view.day_from else None
            if name == "day" and before != "day":
                self._before_day = self._place()
            self._page_name = name
            self.view.edit_said = ""
            self._wanted_scroll = None
            self._build(place.keyboard if place else None)
            if place is not None:
                self._scroll_to(place.scrolled)
                if place.mark is not None and (chart := self._chart_with_keyboard()) is not None:
                    chart.go_to(place.mark)

    def follow_clock(self) -> None:
        """At midnight, today is another day."""
        if self.view.today != self._built_on:
            self._build_in_place()

    def take_key(self, event: QKeyEvent) -> bool:
        """What a key that nothing else took does here; whether it did anything."""
        if event.key() == Qt.Key.Key_Escape and self._page_name == "day":
            self.open_page(self.view.day_from)
            return True
        if event.key() != Qt.Key.Key_Escape and not self._content.isAncestorOf(self.window().focusWidget() or self):
            # The page's keys work before anything of it has the focus; it ignores what is none of them.
            self._content.keyPressEvent(event)
            return event.isAccepted()
        return False

    def _place(self) -> _Place:
        """Where on the page the person is, for when they come back to it."""
        chart = self._chart_with_keyboard()
        if chart is None:
            return _Place(self._scrolled(), self._focused_name(), None)
        # Where the mouse took a mark, the chart does not point at one by itself afterwards.
        by_keys = chart.key_mark is not None
        return _Place(self._scrolled(), self._focused_name() if by_keys else "", chart.key_mark)

    def _chart_with_keyboard(self) -> ChartView | None:
        # Not every page has charts, and their code is read with the first one.
        from herwidget.ui.charts.chart_view import ChartView

        focused = self.window().focusWidget()
        return focused if isinstance(focused, ChartView) else None

    def _scrolled(self) -> int:
        area = self._page.findChild(QScrollArea)
        return area.verticalScrollBar().value() if area is not None else 0

    def _build(self, keyboard: str | None = None) -> None:
        """Build the page anew; the keyboard goes to what has the name `keyboard`, or stays where it is."""
        name = self._focused_name() if keyboard is None else keyboard
        for old in (self._sidebar, self._page):
            self._row.removeWidget(old)
            clear(old)
        self._find_history()
        self._built_on = self.view.today
        self._sidebar = self._make_sidebar()
        self._page = self._make_page()
        self._row.addWidget(self._sidebar)
        self._row.addWidget(self._page, 1)
        self._sidebar.show()
        self._page.show()
        # The keyboard stays where it was. Else it begins at the window, not on an entry that would look pressed.
        same = (one for one in self._page.findChildren(QWidget) if name and _without_value(one) == name)
        next((one for one in same if one.focusPolicy() != Qt.FocusPolicy.NoFocus), self.window()).setFocus()

    def _focused_name(self) -> str:
        """The name of what has the keyboard on the page, empty where nothing of it has."""
        focused = self.window().focusWidget()
        return _without_value(focused) if focused is not None and self._page.isAncestorOf(focused) else ""

    def _find_history(self) -> None:
        """The history belongs to the open journal; with another journal, undo would mend the wrong one."""
        opened = self._program.opened
        if opened is not self._opened:
            self._opened = opened
            self._history = opened.history() if opened is not None else None
            self.view.edit_said = ""

    def _refresh_page(self) -> None:
        if self._page_name != "help":
            self._build_in_place()

    def _refresh_help(self) -> None:
        if self._page_name == "help":
            self._build_in_place()

    def _build_in_place(self) -> None:
        """Build anew what may be being read: it stays where it was scrolled to."""
        scrolled = self._scrolled() if self._wanted_scroll is None else self._wanted_scroll
        self._build()
        self._scroll_to(scrolled)

    def _scroll_to(self, scrolled: int) -> None:
        self._wanted_scroll = scrolled
        # The page has its height only once it was laid out; until then it may be built once more.
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        area, wanted, self._wanted_scroll = self._page.findChild(QScrollArea), self._wanted_scroll, None
        if area is not None and wanted is not None:
            area.verticalScrollBar().setValue(wanted)

    def _entry_toggled(self, name: str, on: bool) -> None:
        if on:
            self.open_page(name)

    def _undo(self) -> None:
        if self._history is None or not self._history.editor.can_undo:
            return
        try:
            self._history.editor.undo()
            self.view.edit_said = translate("Window", "It is as it was before.")
        except CannotUndo:
            self.view.edit_said = translate(
                "Window", "This was changed again since, so it was left as it is now. Nothing was lost."
            )
        except JournalError as error:
            self.view.edit_said = journal_trouble(error)
        self._build_in_place()

    def _make_sidebar(self) -> QWidget:
        sidebar = _Sidebar()
        sidebar.setProperty("role", "sidebar")
        sidebar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        sidebar.setFixedWidth(SIDEBAR_WIDTH)
        brand = QHBoxLayout()
        brand.setContentsMargins(10, 0, 0, 14)
        brand.setSpacing(8)
        dot = label("")
        dot.setPixmap(QGuiApplication.windowIcon().pixmap(QSize(20, 20), self.devicePixelRatioF()))
        dot.setAccessibleName(" ")
        brand.addWidget(dot)
        brand.addWidget(heading("Herwidget", 16), 1)
        sidebar.header.addLayout(brand)
        sidebar.middle.addSpacing(2)
        sidebar.middle.setSpacing(2)
        group = QButtonGroup(sidebar)
        shown = self.view.day_from if self._page_name == "day" else self._page_name
        for name, text in page_names().items():
            entry = button(text, "navigation", partial(self.open_page, name))
            entry.setCheckable(True)
            entry.setAutoExclusive(True)
            entry.setChecked(name == shown)
            if name == shown:
                sidebar.current = entry
            # A screen reader takes an entry without clicking it.
            entry.toggled.connect(partial(self._entry_toggled, name))
            self._add_icon(entry, name)
            group.addButton(entry)
            sidebar.middle.addWidget(entry)
        journal = self._history.journal if self._history is not None else None
        sidebar.footer.addSpacing(10)
        sidebar.footer.addWidget(Foot(self._program, self.view.today, journal))
        return sidebar

    def _make_page(self) -> QWidget:
        page = QWidget()
        page.setProperty("role", "paper")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Banner(self._program))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(page_names().get(self._page_name, translate("Window", "A day")))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A viewport of our own: asking for Qt's costs the wrapping of classes that nothing else needs.
        viewport = QWidget()
        scroll.setViewport(viewport)
        viewport.setAutoFillBackground(False)
        try:
            content = self._make_content()
        except JournalError as error:
            content = _trouble(journal_trouble(error))
        scroll.setWidget(content)
        content.setAutoFillBackground(False)
        self._content = content
        column.addWidget(scroll, 1)
        if self.view.edit_said and self._history is not None:
            bar = UndoBar(self.view.edit_said, self._undo)
            bar.undo_button.setVisible(self._history.editor.can_undo)
            column.addWidget(bar)
        return page

    def _make_content(self) -> QWidget:
        if self._page_name in HISTORY_PAGES and self._history is None:
            return QWidget()  # the banner says why
        return make_page(self._page_name, self._program, self.view, self._history)

    def _add_icon(self, entry: QPushButton, name: str) -> None:
        colours = self._program.theme.colours
        svg = (self._program.resources / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        colour = colours.ink if entry.isChecked() else colours.ink_2
        renderer = QSvgRenderer(QByteArray(svg.replace("#000", colour).encode()))
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QSize(16, 16) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, 16, 16))
        painter.end()
        entry.setIcon(QIcon(pixmap))
        entry.setIconSize(QSize(20, 16))


def _without_value(widget: QWidget) -> str:
    """A widget's name, without what is chosen in it."""
    return widget.accessibleName().partition(": ")[0]
