"""Starts the tray program, or hands what is wanted to the one that runs."""

import logging
import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from herwidget import APP_ID
from herwidget.app import App
from herwidget.desktop.input_method import fall_back, is_fcitx, wait_until_there
from herwidget.desktop.instance import SingleInstance
from herwidget.desktop.signals import quit_on_signals
from herwidget.environment import Environment, Translations
from herwidget.ui.icon import program_icon
from herwidget.ui.words import translate

log = logging.getLogger(__name__)

_ICON_FIRST_MILLISECONDS = 80


def run(environment: Environment, *, background: bool, wanted: dict[str, str], notice: str = "") -> int:
    """Start the tray program, or hand `wanted` to the one that runs. The exit code.

    `notice` is a sentence that the window shows.
    """
    if sys.platform == "win32":
        from herwidget.desktop.console import start_without_console
        from herwidget.desktop.taskbar import be_known_as

        if start_without_console(sys.argv[1:]):
            return 0
        be_known_as(APP_ID)
    elif sys.platform == "darwin" and background:
        # Else Qt brings the program to the front, and whoever is typing types into nothing.
        os.environ.setdefault("QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM", "1")
    # Of this start alone, whatever goes on in this process later.
    startup_id = os.environ.get("DESKTOP_STARTUP_ID", "")
    fall_back()
    if background:
        wait_until_there()
    QGuiApplication.setDesktopFileName(APP_ID)
    qt = QApplication(["herwidget"])
    qt.setApplicationName("herwidget")
    qt.setApplicationDisplayName("Herwidget")
    qt.setQuitOnLastWindowClosed(False)
    instance = SingleInstance(environment.folders.runtime, environment.journal_path)
    if not instance.claim_patiently():
        _end_waiting(startup_id)
        token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
        message = wanted or ({"command": "none"} if background else {"command": "window"})
        return _hand_over(instance, message | ({"activation_token": token} if token else {}), environment)
    qt.setWindowIcon(program_icon())
    app = App(qt, environment, instance)
    app.program.note("demo", notice)
    if is_fcitx():
        from herwidget.ui.composition import KeysAfterComposition

        KeysAfterComposition(qt)

    def begin() -> None:
        app.begin(background=background, wanted=wanted)
        _end_waiting(startup_id)

    # The panel asks for the icon's picture and menu before it shows it: it is answered first.
    QTimer.singleShot(_ICON_FIRST_MILLISECONDS, app, begin)
    stop_listening = quit_on_signals(app.quit)
    # Windows ends a program with the session before `exec` has returned, but not before this.
    qt.aboutToQuit.connect(app.end)
    code = qt.exec()
    stop_listening()
    if app.erases:
        delete(app)  # no timer of it is to begin a new journal
        return _erase_and_say(environment, instance)
    return _go_on_as(app.successor) if app.successor else code


def _erase_and_say(environment: Environment, instance: SingleInstance) -> int:
    """Erase all that was ever written, once nothing of the program is left that could write, and say so."""
    from herwidget.core.keeping import EraseError
    from herwidget.desktop.log_file import stop_log
    from herwidget.erasing import demonstration_closed, erase, find, remove_empty_folders
    from herwidget.ui.erase_words import erase_trouble
    from herwidget.ui.farewell import say_nothing_was_erased, say_what_was_erased

    stop_log()
    try:
        with demonstration_closed(environment):
            left = erase(environment, find(environment))
    except EraseError as error:
        say_nothing_was_erased(erase_trouble(error))
        return 1
    finally:
        instance.release()
    remove_empty_folders(environment)
    say_what_was_erased(left.files, still_starts=left.starts)
    return 1 if left.files or left.starts else 0


def _go_on_as(command: tuple[str, ...]) -> int:
    """Let another program go on in this process; the exit code where that cannot be."""
    of_this_start = ("DESKTOP_STARTUP_ID", "XDG_ACTIVATION_TOKEN")
    variables = {name: value for name, value in os.environ.items() if name not in of_this_start}
    # The loader of the packaged program would take this one's folder for its own.
    variables["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    try:
        os.execve(command[0], command, variables)
    except OSError as error:
        log.error("the new version cannot be started (%s)", type(error).__name__)
        return 1


def _end_waiting(startup_id: str) -> None:
    """There may be no window: the desktop, where this was started from a menu, need not show that it waits for one."""
    if startup_id:
        from herwidget.desktop.x11 import tell_that_started

        tell_that_started(startup_id)


def _hand_over(instance: SingleInstance, message: dict[str, str], environment: Environment) -> int:
    if message["command"] == "none":
        return 0
    if sys.platform == "win32":
        from herwidget.desktop.taskbar import let_others_come_forward

        let_others_come_forward()
    if instance.tell(message):
        return 0
    translations = Translations(environment.resources)
    translations.use(environment.language(environment.loaded.settings))
    sentence = translate(
        "App", "Herwidget is running but does not answer. Nothing was changed. Quit it, then start it again."
    )
    print(f"herwidget: {sentence}", file=sys.stderr)
    return 1
