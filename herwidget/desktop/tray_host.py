"""Is there a tray that would show an icon made now?"""

import logging
from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

from herwidget.desktop import x11
from herwidget.desktop.bus_calls import BusCalls

log = logging.getLogger(__name__)

_WATCHER = "org.kde.StatusNotifierWatcher"
_WATCHER_PATH = "/StatusNotifierWatcher"


class _Tray(StrEnum):
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
        self._connection = session_bus or QDBusConnection.sessionBus()
        self._calls = BusCalls(self._connection)
        self._watcher = QDBusServiceWatcher(
            _WATCHER, self._connection, QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange, self
        )
        self._watcher.serviceOwnerChanged.connect(self._owner_changed)
        # The slot's name with Qt's mark for slots before it: PySide's own SLOT() gives no bytes, its type wants them.
        for signal in ("StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"):
            self._connection.connect(_WATCHER, _WATCHER_PATH, _WATCHER, signal, self, "1_host_changed()")  # type: ignore[call-overload]  # the stub wants bytes, PySide 6.12 refuses them
        self._tray = self._find()

    def present(self) -> bool:
        """Whether there was a tray when it was last looked for; costs nothing."""
        return self._tray is not None

    def check(self) -> None:
        """Look again, and tell what changed. To be called once a minute: an XEmbed tray does not announce itself."""
        self._become(self._find())

    def _find(self) -> _Tray | None:
        # Some panels own the watcher's name some time before they show icons.
        if self._calls.property(_WATCHER, _WATCHER_PATH, _WATCHER, "IsStatusNotifierHostRegistered") is True:
            return _Tray.STATUS_NOTIFIER
        return _Tray.XEMBED if x11.has_xembed_tray() else None

    def _become(self, tray: _Tray | None) -> None:
        before, self._tray = self._tray, tray
        if before is tray:
            return
        log.info("tray: %s", tray or "none")
        if before is not None:
            self.vanished.emit()
        if tray is not None:
            self.appeared.emit()

    def _owner_changed(self, _name: str, old: str, new: str) -> None:
        if old and new and self._tray is _Tray.STATUS_NOTIFIER:  # the new watcher knows nothing of the old one's icons
            self._become(None)
        self.check()

    @Slot()
    def _host_changed(self) -> None:
        self.check()
