"""The window, the first run and the desk card: one owner, so that there is one of each at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from herwidget.ui.program import Program

if TYPE_CHECKING:
    from herwidget.ui.desk_card import DeskCard
    from herwidget.ui.first_run import FirstRun
    from herwidget.ui.view import View
    from herwidget.ui.window import Window


class Windows(QObject):
    """Opens them when they are wanted; nothing of them is read before.

    As long as nobody went through the first run, it comes in the place of everything but the help lines.
    """

    welcomed = Signal(bool)
    """The first run is over: whether the person wants to be asked now."""
    closed = Signal()
    """The window was closed."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._window: Window | None = None
        self._first_run: FirstRun | None = None
        self._desk_card: DeskCard | None = None

    @property
    def window_is_open(self) -> bool:
        """Whether the window is there; it may be behind others."""
        return self._window is not None

    @property
    def nothing_is_open(self) -> bool:
        """Whether no window, card or menu is on the screen, but for the desk card, which comes back by itself."""
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        return all(one is self._desk_card for one in shown)

    def open(self, page: str, *, take_focus: bool = True) -> None:
        """Show the page of this name in the window."""
        from herwidget.ui.window import Window

        if not self._program.settings.welcomed and page != "help":
            self.welcome()
            return
        if self._window is None:
            self._window = Window(self._program, page, self._closed, at_once=False)
            self._window.with_view(self._watch_edits)
        self._window.open_page(page, take_focus=take_focus)

    def show_wanted(self, message: dict[str, str]) -> None:
        """Show the page, the range and the year that a message names, where it names any."""
        self.open(message.get("page", "thread"))
        if self._window is not None:
            self._window.with_view(lambda view: show_wanted(view, message))

    def welcome(self) -> None:
        """Show the first run."""
        from herwidget.ui.first_run import FirstRun

        if self._first_run is None:
            self._first_run = FirstRun(self._program, self._welcomed)
        self._first_run.show()
        self._first_run.raise_()
        self._first_run.activateWindow()

    def follow_clock(self) -> None:
        """A minute has passed."""
        if self._desk_card is not None:
            self._desk_card.follow_clock()
        if self._window is not None:
            self._window.follow_clock()

    def want_desk_card(self, wanted: bool) -> None:
        """The tray's entry: a card that is asked for there has the keyboard, which no list of windows leads to."""
        if wanted and not self._program.settings.welcomed:
            self.welcome()
            return
        self._program.change_settings(desk_card=wanted)
        if self._desk_card is not None:
            self._desk_card.appear(take_focus=True)

    def follow_settings(self) -> None:
        """Show the desk card while it is switched on."""
        settings = self._program.settings
        wanted = settings.desk_card and settings.welcomed
        if wanted and self._desk_card is None:
            from herwidget.desktop.x11 import keep_on_desktop
            from herwidget.ui.desk_card import DeskCard

            self._desk_card = DeskCard(self._program, keep_on_desktop)
            self._desk_card.appear(take_focus=False)
        elif not wanted and self._desk_card is not None:
            self._desk_card.hide()
            self._desk_card.deleteLater()
            self._desk_card = None

    def _closed(self) -> None:
        self._window = None
        self.closed.emit()

    def _welcomed(self, ask_now: bool) -> None:
        assert self._first_run is not None
        self._first_run.deleteLater()
        self._first_run = None
        self.welcomed.emit(ask_now)

    def _watch_edits(self, view: View) -> None:
        view.edited.connect(self._past_edited)

    def _past_edited(self) -> None:
        if self._desk_card is not None:
            self._desk_card.refresh()


def show_wanted(view: View, message: dict[str, str]) -> None:
    """Let the window show the range and the year that a message names, where it names any."""
    from herwidget.core.history.ranges import Range

    shown, year = message.get("range", ""), message.get("year", "")
    if shown in tuple(Range):
        if message.get("page") == "rhythm":
            view.rhythm_range = Range(shown)
        else:
            view.range, view.end = Range(shown), None
    if year.isdecimal() and len(year) <= 4:
        view.year = int(year)
    if shown or year:
        view.edited.emit()
