"""`herwidget doctor`: what was found of tray, notifications, journal, folders, versions. Holds no private words."""

import argparse
import os
import platform
import sqlite3
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtDBus import QDBusConnection

from herwidget import __version__
from herwidget.commands.say import (
    backup_to_put_back,
    begun_anew,
    is_running,
    journal_not_there,
    open_beside_program,
    with_way_out,
)
from herwidget.core.ports import JournalError
from herwidget.core.questions import BankError
from herwidget.desktop.bus_calls import BusCalls
from herwidget.desktop.notifications.dbus_notifier import NOTIFICATION_SERVICE, DBusNotifier
from herwidget.desktop.notifications.plyer_notifier import PlyerNotifier
from herwidget.desktop.tray_host import TrayHost
from herwidget.desktop.zone import current_zone
from herwidget.environment import Environment, load_bank
from herwidget.journal.checks import is_missing
from herwidget.ui.words import check_ins, journal_trouble, settings_unread, translate

_PACKAGES = ("PySide6-Essentials", "apscheduler", "sqlite-utils", "plyer")


def doctor(environment: Environment, _chosen: argparse.Namespace) -> int:
    """Print one line a finding; 1 when something stands in the way of asking."""
    well = True
    for name, look in _LOOKS:
        healthy, finding = look(environment)
        well = well and healthy
        mark = "✓" if healthy else "✗"
        print(f"{mark} {name()}: {finding}")
    return 0 if well else 1


def _versions(_environment: Environment) -> tuple[bool, str]:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return True, (
        f"herwidget {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"SQLite {sqlite3.sqlite_version}, {packages}"
    )


def _screen(_environment: Environment) -> tuple[bool, str]:
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "")
    session = os.environ.get("XDG_SESSION_TYPE", "")
    kind = "Wayland" if os.environ.get("WAYLAND_DISPLAY") else "X11" if os.environ.get("DISPLAY") else ""
    if sys.platform in ("win32", "darwin"):
        kind = platform.system()
    return True, " ".join(filter(None, (kind, desktop, session))) or translate("Doctor", "none; the terminal is used")


def _tray(_environment: Environment) -> tuple[bool, str]:
    if TrayHost().present():
        return True, translate("Doctor", "a panel with a tray is there")
    return True, translate("Doctor", "none; the window opens instead")


def _notifications(_environment: Environment) -> tuple[bool, str]:
    over_bus, plain = DBusNotifier(), PlyerNotifier()
    ways = [over_bus.name] if over_bus.is_compatible() and _has_notification_service() else []
    if plain.is_compatible():
        ways.append(plain.name)
    return True, ", ".join(ways) or translate("Doctor", "none; the card is shown instead")


def _has_notification_service() -> bool:
    return BusCalls(QDBusConnection.sessionBus()).has_service(NOTIFICATION_SERVICE)


def _questions(_environment: Environment) -> tuple[bool, str]:
    try:
        bank = load_bank()
    except BankError as error:
        return False, str(error)
    return True, translate("Doctor", "{questions} questions from {ideas} ideas").format(
        questions=len(bank.questions), ideas=len(bank.ideas)
    )


def _journal(environment: Environment) -> tuple[bool, str]:
    path = environment.journal_path
    if is_missing(path):
        if backup_to_put_back(environment):
            return False, journal_not_there(environment)
        return True, translate("Doctor", "none yet; it will be {path}").format(path=path)
    try:
        journal = open_beside_program(environment)
        sound, counts = journal.check(), journal.counts()
        journal.close()
        lost = begun_anew(environment)
    except JournalError as error:
        return False, with_way_out(environment, error, journal_trouble(error))
    finding = translate("Doctor", "{path}, {check_ins} answered, SQLite says: {sound}")
    finding = finding.format(path=path, check_ins=check_ins(counts["answered"]), sound=sound)
    return sound == "ok" and not lost, " ".join(filter(None, (finding, lost)))


def _settings(environment: Environment) -> tuple[bool, str]:
    loaded, path = environment.loaded, environment.settings_file.path
    if loaded.unreadable is not None:
        return False, f"{path}: {settings_unread(loaded.unreadable, loaded.line)}"
    if loaded.problems:
        return False, f"{path}: " + ", ".join(
            f"{problem.key} = {problem.value} ({problem.expected})" for problem in loaded.problems
        )
    return True, str(path) if path.exists() else translate("Doctor", "the usual ones; none changed yet")


def _folders(environment: Environment) -> tuple[bool, str]:
    folders = (environment.journal_path.parent, environment.settings_file.path.parent, environment.folders.log)
    locked = [str(folder) for folder in folders if not _is_writable(folder)]
    if locked:
        return False, translate("Doctor", "not writable: {folders}").format(folders=", ".join(locked))
    return True, ", ".join(map(str, folders))


def _is_writable(folder: Path) -> bool:
    """Whether something could be written there, or the folder be made."""
    while not os.access(folder, os.F_OK) and folder != folder.parent:
        folder = folder.parent
    return os.access(folder, os.W_OK)


def _running(environment: Environment) -> tuple[bool, str]:
    return True, translate("Doctor", "yes") if is_running(environment) else translate("Doctor", "no")


def _autostart(environment: Environment) -> tuple[bool, str]:
    return True, translate("Doctor", "yes") if environment.autostart().is_on() else translate("Doctor", "no")


def _zone(_environment: Environment) -> tuple[bool, str]:
    return True, current_zone()


_LOOKS: tuple[tuple[Callable[[], str], Callable[[Environment], tuple[bool, str]]], ...] = (
    (lambda: translate("Doctor", "Versions"), _versions),
    (lambda: translate("Doctor", "Running"), _running),
    (lambda: translate("Doctor", "Starts with the computer"), _autostart),
    (lambda: translate("Doctor", "Screen"), _screen),
    (lambda: translate("Doctor", "Tray"), _tray),
    (lambda: translate("Doctor", "Notifications"), _notifications),
    (lambda: translate("Doctor", "Questions"), _questions),
    (lambda: translate("Doctor", "Journal"), _journal),
    (lambda: translate("Doctor", "Settings"), _settings),
    (lambda: translate("Doctor", "Folders"), _folders),
    (lambda: translate("Doctor", "Time zone"), _zone),
)
