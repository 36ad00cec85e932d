"""The tray icon and its menu, made anew whenever a panel appears."""

import logging
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from herwidget.core.ports import JournalError, NotificationResponse
from herwidget.ui.icon import program_icon
from herwidget.ui.pause_menu import fill_pause_menu
from herwidget.ui.program import Program
from herwidget.ui.words import asking_less, next_question, pause_state, translate

log = logging.getLogger(__name__)


class Tray(QObject):
    """Shows the icon while there is a panel for it. An icon made before its panel never appears: so it is remade."""

    clicked = Signal()

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._icon: QSystemTrayIcon | None = None
        self._menu = QMenu()
        self._respond: Callable[[NotificationResponse], None] | None = None
        self._menu.aboutToShow.connect(self._refresh)
        program.language_changed.connect(self._fill)
        program.state_changed.connect(self._refresh)
        program.settings_changed.connect(self._refresh)
        self._next: QAction | None = None
        self._pause_menu: QMenu | None = None
        self._resume: QAction | None = None
        self._desk_card: QAction | None = None
        self._fill()

    @property
    def shown(self) -> bool:
        """Whether an icon stands in a panel that exists."""
        return self._icon is not None and QSystemTrayIcon.isSystemTrayAvailable()

    def show_if_possible(self) -> bool:
        """Make the icon when there is a panel for it; False when there is none."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        self.remove()
        icon = QSystemTrayIcon(program_icon(paused=self._is_paused()), self)
        icon.setContextMenu(self._menu)
        icon.setToolTip("Herwidget")
        icon.activated.connect(self._activated)
        icon.messageClicked.connect(self._message_clicked)
        icon.show()
        self._icon = icon
        log.info("the tray icon is shown")
        return True

    def remove(self) -> None:
        """Take the icon away: its panel has gone."""
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def geometry(self) -> QRect:
        """Where the icon is on the screen; not valid where the tray does not tell."""
        return self._icon.geometry() if self._icon is not None else QRect()

    def message(self, title: str, body: str, respond: Callable[[NotificationResponse], None]) -> bool:
        """Show the tray's own message, under the program's own icon."""
        if self._icon is None or not QSystemTrayIcon.supportsMessages():
            return False
        self._respond = respond
        # The default icon would turn a StatusNotifier icon into a light bulb while the message lasts.
        self._icon.showMessage(title, body, program_icon(), 15_000)
        return True

    def _fill(self) -> None:
        program, menu = self._program, self._menu
        menu.clear()
        _add(menu, translate("Tray", "Check in now"), program.check_in_wanted.emit)
        _add(menu, translate("Tray", "History"), lambda: program.window_wanted.emit("thread"))
        _add(menu, translate("Tray", "Reach out to someone"), program.reach_out_wanted.emit)
        menu.addSeparator()
        self._next = menu.addAction("")
        self._next.setEnabled(False)
        self._pause_menu = menu.addMenu(translate("Tray", "Pause"))
        fill_pause_menu(self._pause_menu, program)
        self._resume = _add(menu, translate("Tray", "Ask again as planned"), program.end_pause)
        self._desk_card = _add(menu, "", lambda: program.desk_card_wanted.emit(not program.settings.desk_card))
        menu.addSeparator()
        _add(menu, translate("Tray", "Settings"), lambda: program.window_wanted.emit("settings"))
        _add(menu, translate("Tray", "Look for a newer version"), self._look_for_newer)
        _add(menu, translate("Tray", "If you need help now"), lambda: program.window_wanted.emit("help"))
        _add(menu, translate("Tray", "Quit"), program.quit_wanted.emit)
        self._refresh()

    def _refresh(self) -> None:
        program = self._program
        assert self._next is not None and self._pause_menu is not None
        assert self._resume is not None and self._desk_card is not None
        # Always one entry: panels lay the menu out once, and one that grew would have to be scrolled.
        paused, text = False, next_question(None, program.clock(), "UTC")
        try:
            if program.opened is not None:
                now, zone = program.clock(), program.zone()
                pause = program.pause()
                paused = pause is not None
                moment = None if pause else program.opened.asker.next_moment()
                text = pause_state(pause, now, zone) if pause else next_question(moment, now, zone)
                if pause is None and program.opened.asker.asks_less():
                    text = f"{text} · {asking_less()}"
            elif program.trouble:
                text = translate("Tray", "The journal cannot be opened")
        except JournalError:
            text = translate("Tray", "The journal cannot be opened")
        if self._next.text() != text:
            self._next.setText(text)
        self._pause_menu.menuAction().setVisible(not paused)
        self._pause_menu.menuAction().setEnabled(program.opened is not None)
        self._resume.setVisible(paused)
        shown = program.settings.desk_card
        text = translate("Tray", "Hide the desk card") if shown else translate("Tray", "Show the desk card")
        if self._desk_card.text() != text:
            self._desk_card.setText(text)
        if self._icon is not None and self._icon.property("paused") != paused:
            self._icon.setIcon(program_icon(paused=paused))
            self._icon.setProperty("paused", paused)

    def _look_for_newer(self) -> None:
        from herwidget.ui.releases import open_releases

        trouble = open_releases()
        self._program.note("releases", trouble)
        if trouble:
            self._program.window_wanted.emit("settings")

    def _is_paused(self) -> bool:
        try:
            return self._program.pause() is not None
        except JournalError:
            return False

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if sys.platform == "darwin":  # every click opens the menu there, and this is told as well
            return
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.clicked.emit()

    def _message_clicked(self) -> None:
        if self._respond is not None:
            self._respond(NotificationResponse.OPENED)
            self._respond = None


class TrayNotifier:
    """The tray's own message as one of the ways to show a notification."""

    name = "tray"

    def __init__(self, tray: Tray) -> None:
        self._tray = tray

    def is_compatible(self) -> bool:
        """Whether there is an icon that shows it itself: a StatusNotifier icon would only pass it on to D-Bus."""
        return self._tray.shown and self._tray.geometry().isValid()

    def notify(self, title: str, body: str, action: str, respond: Callable[[NotificationResponse], None]) -> bool:
        """Show it; a click on it is the action."""
        return self._tray.message(title, body, respond)

    def withdraw(self) -> None:
        """The tray's messages go by themselves."""


def _add(menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda: act())
    return action
