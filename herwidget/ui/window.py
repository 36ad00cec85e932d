"""The window: a sidebar and its pages, built when it is opened and gone when it is closed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from herwidget.core.ports import JournalError
from herwidget.ui.controls import button, clear, heading, label
from herwidget.ui.help_page import HelpPage
from herwidget.ui.history_page import HistoryPage
from herwidget.ui.icon import program_icon
from herwidget.ui.program import Program
from herwidget.ui.settings_page import SettingsPage
from herwidget.ui.words import check_ins, journal_trouble, month_name, translate

PAGES: dict[str, Callable[[Program], QWidget]] = {"history": HistoryPage, "settings": SettingsPage, "help": HelpPage}
_SIZE = QSize(1000, 700)
_SMALLEST = QSize(680, 460)
_SIDEBAR_WIDTH = 196


class Banner(QWidget):
    """What stands in the way, and what else is to be said, above the page."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._column = QVBoxLayout(self)
        self._sentences: list[QLabel] = []
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
        for sentence in self._sentences:
            self._column.addWidget(sentence)
        self._column.setContentsMargins(30, 18 if told else 0, 30, 0)


class Window(QWidget):
    """Sidebar and page. Language and theme changes build it anew at the page it shows."""

    def __init__(self, program: Program, page: str, closed: Callable[[], None]) -> None:
        super().__init__()
        self._program, self._closed = program, closed
        self._page_name = page if page in PAGES else "history"
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Herwidget")
        self.setWindowIcon(program_icon())
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(_SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        free = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(_SIZE.boundedTo(QSize(free.width() - 40, free.height() - 60)))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._sidebar = self._page = QWidget()
        program.language_changed.connect(self._build)
        program.theme.changed.connect(self._build)
        program.state_changed.connect(self._refresh_page)
        program.settings_changed.connect(self._refresh_help)
        self._build()

    def open_page(self, name: str) -> None:
        """Show the page of this name and bring the window to the front."""
        if name in PAGES and name != self._page_name:
            self._page_name = name
            self._build()
        self.show()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._closed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        for old in (self._sidebar, self._page):
            self._row.removeWidget(old)
            clear(old)
        self._sidebar = self._make_sidebar()
        self._page = self._make_page()
        self._row.addWidget(self._sidebar)
        self._row.addWidget(self._page, 1)
        self._sidebar.show()
        self._page.show()
        # The keyboard begins at the window, not on an entry that would look pressed.
        self.setFocus()

    def _refresh_page(self) -> None:
        if self._page_name != "help":
            self._build_in_place()

    def _refresh_help(self) -> None:
        if self._page_name == "help":
            self._build_in_place()

    def _build_in_place(self) -> None:
        """Build anew what may be being read: it stays where it was scrolled to."""
        before = self._page.findChild(QScrollArea)
        place = before.verticalScrollBar().value() if before is not None else 0
        self._build()
        after = self._page.findChild(QScrollArea)
        if after is not None:
            # The page has its height only once it was laid out.
            QTimer.singleShot(0, after, lambda: after.verticalScrollBar().setValue(place))

    def _make_sidebar(self) -> QWidget:
        program = self._program
        sidebar = QWidget()
        sidebar.setProperty("role", "sidebar")
        sidebar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        sidebar.setFixedWidth(_SIDEBAR_WIDTH)
        column = QVBoxLayout(sidebar)
        column.setContentsMargins(14, 22, 14, 22)
        column.setSpacing(2)
        brand = QHBoxLayout()
        brand.setContentsMargins(10, 0, 0, 14)
        brand.setSpacing(8)
        dot = label("")
        dot.setPixmap(program_icon().pixmap(QSize(20, 20), self.devicePixelRatioF()))
        dot.setAccessibleName(" ")
        brand.addWidget(dot)
        brand.addWidget(heading("Herwidget", 16), 1)
        column.addLayout(brand)
        group = QButtonGroup(sidebar)
        for name, text in self._names().items():
            entry = button(text, "navigation", partial(self.open_page, name))
            entry.setCheckable(True)
            entry.setChecked(name == self._page_name)
            self._add_icon(entry, name)
            group.addButton(entry)
            column.addWidget(entry)
        column.addStretch(1)
        foot = label(
            translate("Window", "Kept on this computer only.") + "\n" + self._count(program), "small", wrap=True
        )
        foot.setContentsMargins(12, 0, 0, 0)
        column.addWidget(foot)
        return sidebar

    def _names(self) -> dict[str, str]:
        """The pages' names, in their order."""
        return {
            "history": translate("Window", "History"),
            "settings": translate("Window", "Settings"),
            "help": translate("Window", "Help now"),
        }

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
        scroll.setAccessibleName(self._names()[self._page_name])
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        try:
            content = PAGES[self._page_name](self._program)
        except JournalError as error:
            content = label(journal_trouble(error), wrap=True)
            content.setContentsMargins(30, 24, 30, 24)
        scroll.setWidget(content)
        content.setAutoFillBackground(False)
        column.addWidget(scroll, 1)
        return page

    def _count(self, program: Program) -> str:
        if program.opened is None:
            return ""
        try:
            first, count = program.opened.days.first_day(), program.opened.days.counts()["answered"]
        except JournalError:
            return ""
        if first is None:
            return translate("Window", "Nothing answered yet")
        since = translate("Window", "{check_ins} since {month}")
        return since.format(check_ins=check_ins(count), month=month_name(first, program.language))

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
