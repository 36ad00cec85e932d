"""The composition root of the tray program: the one place where all layers meet. `launch.py` starts it."""

import gc
import logging
import os
import sys
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from herwidget.cards import Cards
from herwidget.core.ports import JournalError
from herwidget.core.settings import Settings
from herwidget.desktop.instance import SingleInstance
from herwidget.desktop.program_file import Change, ProgramFile
from herwidget.desktop.resources import help_lines_text
from herwidget.desktop.settings_file import SettingsNotSaved
from herwidget.desktop.zone import current_zone
from herwidget.environment import Environment, Translations, system_country
from herwidget.journal_keeper import JournalKeeper
from herwidget.ui.program import Program
from herwidget.ui.session_end import SessionEnd
from herwidget.ui.theme import ThemeKeeper
from herwidget.ui.tray import Tray
from herwidget.ui.typeface import has_korean, load_serif
from herwidget.ui.words import settings_trouble, translate
from herwidget.ways_to_ask import WaysToAsk
from herwidget.windows import Windows

if TYPE_CHECKING:
    from herwidget.backup_keeper import BackupKeeper
    from herwidget.core.help_lines import HelpLines
    from herwidget.desktop.tray_host import TrayHost
    from herwidget.erasing import Eraser
    from herwidget.services.check_in import CheckIn
    from herwidget.services.ticker import Ticker

log = logging.getLogger(__name__)

NO_KOREAN_FONT = (
    "Korean needs a font with Korean letters, and this computer has none. "
    "English is shown until one is installed, for example Noto Sans CJK."
)
_REALIGN_MILLISECONDS = 5 * 60 * 1000
_AFTER_THE_WINDOW_MILLISECONDS = 500
# By then all that a start reads once has been read.
_AFTER_THE_START_MILLISECONDS = 10_000
# A panel that starts together with the session needs a moment before "there is none" is true.
_TRAY_GRACE_MILLISECONDS = 2500


class App(QObject):
    """The running program: joins the journal, the ticker, the tray, the cards and the windows."""

    ticked = Signal()

    def __init__(self, qt: QApplication, environment: Environment, instance: SingleInstance) -> None:
        super().__init__()
        self._qt, self._environment, self._instance = qt, environment, instance
        loaded = environment.loaded
        self._translations = Translations(environment.resources)
        theme = ThemeKeeper(qt, loaded.settings.theme, loaded.settings.contrast)
        self.program = Program(
            loaded.settings,
            self._save_settings,
            theme,
            _load_help_lines,
            environment.clock,
            current_zone,
            environment.resources,
            environment.journal_path,
        )
        if not environment.made_up:
            # Kept, for the system's answer may come when whoever asked has gone.
            self.program.autostart = cache(environment.autostart)
        self._speak()
        trouble = settings_trouble(loaded.problems, loaded.unreadable, loaded.line, environment.settings_file.path)
        self.program.note("settings-file", trouble)
        self._ticker: Ticker | None = None
        self._session_end = SessionEnd(qt, self.program)
        self._windows = Windows(self.program)
        self._was_paused = False
        self._keeper = JournalKeeper(
            environment,
            self.program,
            self._put,
            lambda check_in: self._ways.taken_away(check_in),
            lambda: self._cards.hold_journal,
            self._settle,
        )
        self._backups: BackupKeeper | None = None
        self._tray = Tray(self.program)
        self._cards = Cards(self.program, self._tray.geometry, self._keeper.fail_on)
        self._ways = WaysToAsk(self.program, self._cards, self._tray, self._check_in)
        self._tray_host: TrayHost | None = None
        self._program_file = ProgramFile()
        self.successor: tuple[str, ...] = ()
        """The command that goes on in this process once the program has ended."""
        self.erases = False
        """Whether all that was ever written goes once the program has ended."""
        self._connect()
        self._tray.show_if_possible()

    def begin(self, *, background: bool, wanted: dict[str, str]) -> None:
        """All that can wait until the icon is up: other launches, the journal, the questions, the ticking."""
        from herwidget.desktop.appearance import prefers_dark, wants_motion
        from herwidget.desktop.work_area import free_of_panels

        gc.enable()
        self._start_log()
        log.info("started%s", " in the background" if background else "")
        self._instance.listen()
        self._watch_for_panels()
        self.program.theme.start(desktop_is_dark=prefers_dark())
        self.program.translucent = _can_be_translucent()
        self.program.free_of_panels = free_of_panels
        self.program.motion = wants_motion()
        self.program.system_country = system_country()
        load_serif(self._environment.resources)
        self._keeper.open()
        if not self._environment.made_up:
            from herwidget.backup_keeper import BackupKeeper

            keeper = self._keeper
            self.program.backups = self._backups = BackupKeeper(self.program, keeper.offer_backup, keeper.put_back)
            self.program.eraser = self._eraser
        self._start_ticker()
        if not self.program.settings.welcomed and not background:
            self._windows.welcome()
        elif wanted:
            self._received(wanted)
        elif not background:
            if self.program.trouble or self.program.way_out or self.program.notices:
                self._windows.open("thread")
            QTimer.singleShot(_TRAY_GRACE_MILLISECONDS, self, self._open_window_without_tray)
        elif self.program.settings.welcomed and self.program.way_out:
            # Nothing else tells of a lost journal: without its window, a start with the computer would hide the loss.
            self._windows.open("thread", take_focus=False)
        self._windows.follow_settings()
        if sys.platform == "darwin":
            from herwidget.ui.reopening import when_reopened

            # The start itself brings the program to the front.
            QTimer.singleShot(
                _TRAY_GRACE_MILLISECONDS, self, lambda: when_reopened(self._qt, lambda: self._windows.open("thread"))
            )
        QTimer.singleShot(_AFTER_THE_START_MILLISECONDS, self, self._keep_starting)
        QTimer.singleShot(_AFTER_THE_START_MILLISECONDS, self, self._give_memory_back)
        # The card's code is read now, so that the first one is painted the moment it is due; and the one library that
        # only the window needs, because an upgrade may bring another that does not fit those that are read already.
        import PySide6.QtSvg  # noqa: F401

        import herwidget.ui.card  # noqa: F401

    def quit(self) -> None:
        """Begin to end: the windows close, and with them nothing is decided."""
        self._session_end.is_certain()
        self._qt.quit()

    def end(self) -> None:
        """Write down what is on the card, and leave; but where all is to be erased, nobody else comes before that."""
        self._cards.save_draft()
        if self._ticker is not None:
            self._ticker.stop()
        self._ways.withdraw()
        self._tray.remove()
        if self._backups is not None:
            self._backups.end()
        self._keeper.close()
        self._instance.stop_listening()
        if not self.erases:
            self._instance.release()
        log.info("ended")

    def _connect(self) -> None:
        program = self.program
        self.ticked.connect(self._tick, Qt.ConnectionType.QueuedConnection)
        program.check_in_wanted.connect(self._check_in)
        program.reach_out_wanted.connect(self._reach_out)
        program.window_wanted.connect(self._windows.open)
        program.quit_wanted.connect(self.quit)
        program.words_kept.connect(self._cards.look_at_words)
        program.settings_changed.connect(self._speak)
        program.settings_changed.connect(self._windows.follow_settings)
        program.desk_card_wanted.connect(self._windows.want_desk_card)
        self._windows.welcomed.connect(self._welcomed)
        self._windows.closed.connect(self._window_closed)
        self._tray.clicked.connect(self._check_in)
        self._instance.received.connect(lambda text: self._received(_parse(text)))

    def _start_log(self) -> None:
        from herwidget.desktop.log_file import install_excepthook, start_log

        start_log(self._environment.folders.log)
        install_excepthook()

    def _watch_for_panels(self) -> None:
        from herwidget.desktop.tray_host import TrayHost

        self._tray_host = TrayHost()
        self._tray_host.appeared.connect(self._panel_came)
        self._tray_host.vanished.connect(self._tray.remove)
        if not self._tray.shown:
            # A panel may have come between the first try and the watching.
            self._tray.show_if_possible()

    def _panel_came(self) -> None:
        if self._tray.show_if_possible():
            self.program.note("tray", "")

    def _start_ticker(self) -> None:
        from herwidget.services.ticker import Ticker

        interval = timedelta(minutes=1) / self._environment.clock_speed
        self._ticker = Ticker(self.ticked.emit, interval)
        self._ticker.start()
        realign = QTimer(self)
        realign.setTimerType(Qt.TimerType.VeryCoarseTimer)
        realign.timeout.connect(self._ticker.realign)
        realign.start(_REALIGN_MILLISECONDS)

    def _tick(self) -> None:
        change = self._program_file.change()
        # Another start would take a journal that is waited for as lost, and begin a new one.
        if change is not None and self._windows.nothing_is_open and not self._keeper.waits_for_its_file:
            self.give_way(change)
            return
        if self._tray_host is not None and not self._tray_host.present():
            self._tray_host.check()
        self._windows.follow_clock()
        if self.program.opened is None:
            self._keeper.open()
        if self.program.opened is None or not self.program.settings.welcomed:
            # Nothing is asked before the person has said when it may be.
            return
        try:
            self.program.opened.asker.tick()
            paused = self.program.pause() is not None
        except JournalError as error:
            self._keeper.fail_on(error)
            return
        self._keeper.say_all_is_well()
        if self._backups is not None:
            self._backups.tick()
        if paused != self._was_paused:
            self._was_paused = paused
            self.program.state_changed.emit()

    def _keep_starting(self) -> None:
        """An AppImage's upgrade is another file, which the session is to start from now on."""
        from herwidget.desktop.autostart.here import keep_starting

        if self.program.autostart is not None:
            keep_starting(self.program.autostart())

    def give_way(self, change: Change) -> None:
        """What is read from now on would be another version's, or is not there: go on as that version, or end. The
        demonstration ends: another start would take its journal for a person's."""
        log.info("the program's file was %s", change)
        if change is Change.REPLACED and not self._environment.made_up:
            from herwidget.desktop.autostart.start_command import start_command

            language = self._environment.language_override
            spoken = ["--lang", language] if language else []
            self.successor = start_command([*self._environment.named_files, *spoken])
        self.quit()

    def _put(self, check_in: "CheckIn") -> None:
        self._ways.put(check_in)

    def _reach_out(self) -> None:
        """The person wants to reach out to somebody now."""
        if not self.program.settings.welcomed:
            self._windows.welcome()
            return
        if self.program.opened is None:
            self._windows.open("thread")
            return
        try:
            self._cards.reach_out()
        except JournalError as error:
            self._keeper.fail_on(error)
            self._windows.open("thread")

    def _check_in(self) -> None:
        """The person wants a check-in now."""
        if not self.program.settings.welcomed:
            self._windows.welcome()
            return
        if self.program.opened is None:
            self._windows.open("thread")
            return
        self._ways.by_hand = True
        try:
            check_in = self.program.opened.asker.begin_by_hand()
            self._cards.show_check_in(check_in, take_focus=True)
        except JournalError as error:
            self._keeper.fail_on(error)
            self._windows.open("thread")
        finally:
            self._ways.by_hand = False

    def _welcomed(self, ask_now: bool) -> None:
        if ask_now:
            self._check_in()
        else:
            self._open_window_without_tray()

    def _settle(self) -> None:
        if self._backups is not None:
            self._backups.settle()

    def _eraser(self) -> "Eraser":
        from herwidget.erasing import Eraser

        return Eraser(self._environment, self._erase)

    def _erase(self) -> None:
        self.erases = True
        self.quit()

    def _window_closed(self) -> None:
        self._keeper.forget_way_back()
        QTimer.singleShot(_AFTER_THE_WINDOW_MILLISECONDS, self, self._give_memory_back)

    def _give_memory_back(self) -> None:
        """A window is opened now and then, and the program runs all day."""
        from herwidget.desktop.memory import give_back

        if not self._windows.window_is_open:
            self._keeper.shrink()
            give_back()

    def _open_window_without_tray(self) -> None:
        if not self._tray.shown and not self._cards.hold_journal and not self._windows.window_is_open:
            log.info("there is no tray: the window is opened instead")
            sentence = translate(
                "App",
                "This desktop has no tray. Herwidget keeps running when you close this window; "
                "start it again to come back here.",
            )
            self.program.note("tray", sentence)
            self._windows.open("thread")

    def _received(self, message: dict[str, str]) -> None:
        """What a second launch asks for."""
        command = message.get("command", "window")
        log.info("asked by a second launch: %s", command)
        if token := message.get("activation_token"):
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        if command == "check-in":
            self._check_in()
        elif command == "refresh":
            self.program.state_changed.emit()
        elif command == "quit":
            self.quit()
        else:
            self._windows.show_wanted(message)

    def _save_settings(self, settings: Settings) -> str:
        try:
            self._environment.settings_file.save(settings)
        except SettingsNotSaved as error:
            log.error("the settings were not written: %s", error.reason)
            return translate(
                "App",
                "Your choice holds until Herwidget ends, but it could not be written to {path}. "
                "Allow writing there, then choose again.",
            ).format(path=error.path)
        return ""

    def _speak(self) -> None:
        """Use the language that is chosen now."""
        language = self._environment.language(self.program.settings)
        without_font = language == "ko" and not has_korean()
        # Not a text to translate: it is shown where Korean cannot be.
        self.program.note("font", NO_KOREAN_FONT if without_font else "")
        language = "en" if without_font else language
        if language != self.program.language or not self._translations.in_use:
            self.program.language = language
            self._translations.use(language)
            self.program.language_changed.emit()


def _can_be_translucent() -> bool:
    """Whether see-through parts of a window are seen through: on X11 only with a compositor."""
    if QGuiApplication.platformName() != "xcb":
        return True
    from herwidget.desktop.x11 import has_compositor

    return bool(has_compositor())


def _load_help_lines() -> "HelpLines":
    from herwidget.core.help_lines import parse_help_lines

    return parse_help_lines(help_lines_text())


def _parse(text: str) -> dict[str, str]:
    import json

    try:
        message = json.loads(text)
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in message.items()} if isinstance(message, dict) else {}
