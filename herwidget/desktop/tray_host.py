"""Is there a tray that would show an icon made now?"""

import logging
import sys
from enum import StrEnum

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher, QDBusServiceWatcher

from herwidget.desktop import x11
from herwidget.desktop.bus_calls import BusCalls, call_message, came_too_late, first_value

log = logging.getLogger(__name__)

_WATCHER = "org.kde.StatusNotifierWatcher"
_WATCHER_PATH = "/StatusNotifierWatcher"
_HAS_HOST = "IsStatusNotifierHostRegistered"
_PROPERTIES = "org.freedesktop.DBus.Properties"


# Windows and macOS have a tray at all times.
_ALWAYS_THERE = sys.platform in ("win32", "darwin")


class _Tray(StrEnum):
    BUILT_IN = "built in"
    STATUS_NOTIFIER = "StatusNotifier"
    XEMBED = "XEmbed"


class TrayHost(QObject):
    """Watches for panels that show icons, of the StatusNotifier kind and of the older XEmbed kind.

    `appeared` says that an icon made from now on is shown, `vanished` that one made before is shown no more.
    When one panel takes another's place, `vanished` and then `appeared` are emitted: the icon is to be made anew.
    """

    appeared = Signal()
    vanished = Signal()

    def __init__(self, session_bus: QDBusConnection | None = None) -> None:
        super().__init__()
        self._tray: _Tray | None = _Tray.BUILT_IN if _ALWAYS_THERE else None
        if not _ALWAYS_THERE:
            self._watch(session_bus or QDBusConnection.sessionBus())

    def present(self) -> bool:
        """Whether there was a tray when it was last looked for; costs nothing."""
        return self._tray is not None

    def check(self) -> None:
        """Look again; what changed is told by a signal, at once or when the panel has answered.

        To be called about once a minute: an XEmbed tray does not announce itself.
        """
        if not _ALWAYS_THERE:
            self._ask(xembed_too=True)

    def _watch(self, session_bus: QDBusConnection) -> None:
        self._connection = session_bus
        self._watcher = QDBusServiceWatcher(
            _WATCHER, self._connection, QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange, self
        )
        self._watcher.serviceOwnerChanged.connect(self._owner_changed)
        for signal in ("StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"):
            # PySide's type stubs want bytes for the slot; what works is the text that SLOT gives.
            self._connection.connect(  # type: ignore[call-overload]
                _WATCHER, _WATCHER_PATH, _WATCHER, signal, self, SLOT("_host_changed()")
            )
        # Asked at once, so that an icon can be made at once where a tray is there, as it nearly always is.
        has_host = BusCalls(self._connection).property(_WATCHER, _WATCHER_PATH, _WATCHER, _HAS_HOST)
        self._tray = _Tray.STATUS_NOTIFIER if has_host is True else _xembed()
        if has_host is None:  # perhaps only slow, as panels are when a session begins
            self._ask()

    def _ask(self, xembed_too: bool = False) -> None:
        # Some panels own the watcher's name some time before they show icons, so its owner alone says nothing.
        message = call_message(_WATCHER, _WATCHER_PATH, _PROPERTIES, "Get", _WATCHER, _HAS_HOST)
        answer = QDBusPendingCallWatcher(self._connection.asyncCall(message), self)
        answer.finished.connect(lambda: self._answered(answer, xembed_too))

    def _answered(self, answer: QDBusPendingCallWatcher, xembed_too: bool) -> None:
        answer.deleteLater()
        reply = answer.reply()
        if came_too_late(reply):  # a panel that hangs still has its icons
            return
        if first_value(reply) is True:
            self._become(_Tray.STATUS_NOTIFIER)
        elif xembed_too:
            self._become(_xembed())
        elif self._tray is _Tray.STATUS_NOTIFIER:
            # A panel of both kinds may be about to start: the older kind waits for the next check, so that the icon
            # is not made twice within a moment.
            self._become(None)

    def _become(self, tray: _Tray | None) -> None:
        before, self._tray = self._tray, tray
        if before is tray:
            return
        log.info("tray: %s", tray or "none")
        if before is not None:
            self.vanished.emit()
        if tray is not None:
            self.appeared.emit()

    def _owner_changed(self, _name: str, old: str, _new: str) -> None:
        if old and self._tray is _Tray.STATUS_NOTIFIER:
            # Gone with its icons; a watcher that takes its place knows nothing of them.
            self._become(None)
        self._ask()

    @Slot()
    def _host_changed(self) -> None:
        self._ask()


def _xembed() -> _Tray | None:
    return _Tray.XEMBED if x11.has_xembed_tray() else None
