"""Is the person there, and free to be asked? What the desktop itself says; whatever it does not say counts as free."""

import os
import sys
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtDBus import QDBusConnection

from herwidget.core.asking import Busy
from herwidget.core.ports import Presence
from herwidget.desktop import x11
from herwidget.desktop.bus_calls import BusCalls
from herwidget.desktop.gsettings import desktop_boolean

AWAY_AFTER = timedelta(minutes=5)

_LOGIND = "org.freedesktop.login1"
_LOGIND_PATH = "/org/freedesktop/login1"
_LOGIND_SESSION = "org.freedesktop.login1.Session"
_IDLE_MONITOR = "org.gnome.Mutter.IdleMonitor"

# Screen lockers with the method GetActive: name (of the interface too) and path.
_LOCKERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)
_NOTIFICATIONS = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications")
_DUNST = (_NOTIFICATIONS[0], _NOTIFICATIONS[1], "org.dunstproject.cmd0")
_XFCE_SETTINGS = ("org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf")

# Do-not-disturb in a desktop's own settings: part of XDG_CURRENT_DESKTOP, schema, key, the value that means it.
_QUIET_KEYS = (
    ("GNOME", "org.gnome.desktop.notifications", "show-banners", False),
    ("Cinnamon", "org.cinnamon.desktop.notifications", "display-notifications", False),
    ("MATE", "org.mate.NotificationDaemon", "do-not-disturb", True),
)


class NoPresence:
    """For desktops that are not asked: nothing is known, so the person is never busy."""

    def busy(self) -> Busy | None:
        """Always None."""
        return None


class LinuxPresence:
    """Asks logind, the screen locker, the notification daemon and the X server or the compositor.

    A call takes a few milliseconds. Programs that do not run are not asked and never started; each that runs may
    take 300 ms at most, and is left alone for ten minutes when it took longer.
    """

    def __init__(self, session_bus: QDBusConnection | None = None, system_bus: QDBusConnection | None = None) -> None:
        self._session = BusCalls(session_bus or QDBusConnection.sessionBus())
        self._system = BusCalls(system_bus or QDBusConnection.systemBus())
        self._login_path: str | None = None
        self._names: frozenset[str] = frozenset()

    def busy(self) -> Busy | None:
        """Why the person is not to be disturbed at this moment, None when nothing says so."""
        self._names = self._session.names()
        reasons: tuple[tuple[Callable[[], bool], Busy], ...] = (
            (self._is_locked, Busy.LOCKED),
            (self._is_full_screen, Busy.FULL_SCREEN),
            (self._is_quiet, Busy.DO_NOT_DISTURB),
            (self._is_away, Busy.AWAY),
        )
        return next((reason for holds, reason in reasons if holds()), None)

    def _is_locked(self) -> bool:
        if self._login_property("LockedHint") is True:
            return True
        return any(
            self._session.ask(name, path, name, "GetActive") is True for name, path in _LOCKERS if name in self._names
        )

    def _is_full_screen(self) -> bool:
        return x11.active_window_is_full_screen() is True

    def _is_quiet(self) -> bool:
        if _NOTIFICATIONS[0] in self._names and (
            self._session.property(*_NOTIFICATIONS, "Inhibited") is True
            or self._session.property(*_DUNST, "paused") is True
        ):
            return True
        if (
            _XFCE_SETTINGS[0] in self._names
            and self._session.ask(*_XFCE_SETTINGS, "GetProperty", "xfce4-notifyd", "/do-not-disturb") is True
        ):
            return True
        desktops = os.environ.get("XDG_CURRENT_DESKTOP", "")
        return any(
            part in desktops and desktop_boolean(schema, key) is quiet for part, schema, key, quiet in _QUIET_KEYS
        )

    def _is_away(self) -> bool:
        # Somebody else sits at the computer: the screen shows another person's session.
        if self._login_property("Active") is False:
            return True
        idle = x11.idle_time()
        if idle is None and _IDLE_MONITOR in self._names:
            idle = self._mutter_idle_time()
        if idle is not None:
            return idle >= AWAY_AFTER
        return self._login_property("IdleHint") is True

    def _mutter_idle_time(self) -> timedelta | None:
        answer = self._session.ask(_IDLE_MONITOR, "/org/gnome/Mutter/IdleMonitor/Core", _IDLE_MONITOR, "GetIdletime")
        return timedelta(milliseconds=answer) if isinstance(answer, int) else None

    def _login_property(self, name: str) -> object | None:
        if self._login_path is None:
            self._login_path = self._find_login_session()
        if self._login_path is None:
            return None
        return self._system.property(_LOGIND, self._login_path, _LOGIND_SESSION, name)

    def _find_login_session(self) -> str | None:
        """The path of the person's own session; None when logind, or elogind, knows none yet."""
        # systemd's word for "mine, or the one of my user's desktop"; elogind and old systemd may not know it.
        automatic = f"{_LOGIND_PATH}/session/auto"
        if self._system.property(_LOGIND, automatic, _LOGIND_SESSION, "LockedHint") is not None:
            return automatic
        number = os.environ.get("XDG_SESSION_ID")
        if not number:
            return None
        path = self._system.ask(_LOGIND, _LOGIND_PATH, f"{_LOGIND}.Manager", "GetSession", number)
        return path if isinstance(path, str) else None


def presence_for_this_desktop() -> Presence:
    """The presence that fits the platform."""
    return LinuxPresence() if sys.platform == "linux" else NoPresence()
