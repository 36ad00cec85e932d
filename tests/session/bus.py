"""The session bus of a desktop session: calls, tray items, and every notification that passes by."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, field, replace
from typing import Any

from jeepney import (  # type: ignore[import-untyped, unused-ignore]
    DBusAddress,
    DBusErrorResponse,
    HeaderFields,
    Message,
    MessageType,
    new_method_call,
)
from jeepney.io.blocking import (  # type: ignore[import-untyped, unused-ignore]
    DBusConnection,
    open_dbus_connection,
)
from jeepney.wrappers import unwrap_msg  # type: ignore[import-untyped, unused-ignore]

from .processes import DesktopError, wait_for

NOTIFICATIONS = "org.freedesktop.Notifications"
NOTIFY_SIGNATURE = "susssasa{sv}i"
WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
PROPERTIES = "org.freedesktop.DBus.Properties"
BUS = "org.freedesktop.DBus"
DBUS_MENU = "com.canonical.dbusmenu"
CALL_TIMEOUT = 5.0


@dataclass(frozen=True)
class SeenNotification:
    """A notification as it was sent over the bus, and what became of it."""

    application: str
    replaces: int
    icon: str
    summary: str
    body: str
    actions: tuple[str, ...]
    hints: dict[str, Any]
    timeout: int
    identifier: int | None = None
    """The number the daemon gave it; None before its answer, and when it refused."""
    invoked_actions: tuple[str, ...] = ()
    closed_reason: int | None = None
    """1 expired, 2 dismissed by the person, 3 closed by the program; None while it is open."""


class BusControl:
    """Calls on the session bus of a session; `bus_address` names it."""

    bus_address: str
    _connection: DBusConnection | None = None

    def bus_call(
        self,
        service: str,
        path: str,
        interface: str,
        method: str,
        signature: str | None = None,
        *arguments: Any,
    ) -> tuple[Any, ...]:
        """Call a method and return its answer; variants come as pairs of signature and value."""
        message = new_method_call(DBusAddress(path, service, interface), method, signature, arguments)
        if self._connection is None:
            self._connection = open_dbus_connection(self.bus_address)
        try:
            reply = self._connection.send_and_get_reply(message, timeout=CALL_TIMEOUT)
            return tuple(unwrap_msg(reply))
        except DBusErrorResponse as error:
            raise DesktopError(f"{service} refused {method}: {error}") from error

    def bus_property(self, service: str, path: str, interface: str, name: str) -> Any:
        """One property of an object on the bus."""
        ((_, value),) = self.bus_call(service, path, PROPERTIES, "Get", "ss", interface, name)
        return value

    def bus_name_has_owner(self, name: str) -> bool:
        """Whether some program owns a well-known name."""
        return bool(self.bus_call(BUS, "/org/freedesktop/DBus", BUS, "NameHasOwner", "s", name)[0])

    def close_bus_connection(self) -> None:
        """Close the harness's own connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def tray_host_is_there(self) -> bool:
        """Whether a panel shows StatusNotifier items."""
        return self.bus_name_has_owner(WATCHER) and bool(
            self.bus_property(WATCHER, "/StatusNotifierWatcher", WATCHER, "IsStatusNotifierHostRegistered")
        )

    def tray_items(self) -> list[str]:
        """The StatusNotifier items the panel knows, each as bus name and object path in one string."""
        if not self.bus_name_has_owner(WATCHER):
            return []
        items = self.bus_property(WATCHER, "/StatusNotifierWatcher", WATCHER, "RegisteredStatusNotifierItems")
        return [str(item) for item in items]

    def tray_item_of(self, pid: int) -> str | None:
        """The StatusNotifier item of a process, or None."""
        for item in self.tray_items():
            with contextlib.suppress(DesktopError):  # the owner can vanish between two calls
                owner = item.partition("/")[0]
                if self.bus_call(BUS, "/org/freedesktop/DBus", BUS, "GetConnectionUnixProcessID", "s", owner) == (pid,):
                    return item
        return None

    def wait_for_tray_item(self, pid: int, timeout: float = 30.0) -> str:
        """Wait until a process has a StatusNotifier item in the panel, and return it."""
        item = wait_for(lambda: self.tray_item_of(pid), timeout, f"a tray item of process {pid}")
        assert item is not None
        return item

    def tray_item_properties(self, item: str) -> dict[str, Any]:
        """All properties of a StatusNotifier item; pixmaps are lists of (width, height, ARGB bytes)."""
        service, path = _service_and_path(item)
        (properties,) = self.bus_call(service, path, PROPERTIES, "GetAll", "s", ITEM)
        return {name: value for name, (_, value) in properties.items()}

    def activate_tray_item(self, item: str, x: int = 0, y: int = 0) -> None:
        """Activate a StatusNotifier item by message, as a panel does after a left click."""
        service, path = _service_and_path(item)
        self.bus_call(service, path, ITEM, "Activate", "ii", x, y)


def _service_and_path(item: str) -> tuple[str, str]:
    service, _, path = item.partition("/")
    return service, "/" + (path or "StatusNotifierItem")


@dataclass
class NotificationMonitor:
    """Listens to everything said to and by the notification daemon, in a thread of its own."""

    bus_address: str
    _seen: list[SeenNotification] = field(default_factory=list)
    _unanswered: dict[tuple[str, int], int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _ended: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._connection = open_dbus_connection(self.bus_address)
        rules = [f"interface='{NOTIFICATIONS}'", f"type='method_return',sender='{NOTIFICATIONS}'"]
        monitoring = DBusAddress("/org/freedesktop/DBus", BUS, "org.freedesktop.DBus.Monitoring")
        message = new_method_call(monitoring, "BecomeMonitor", "asu", (rules, 0))
        unwrap_msg(self._connection.send_and_get_reply(message, timeout=CALL_TIMEOUT))
        self._thread = threading.Thread(target=self._listen, name="notification monitor", daemon=True)
        self._thread.start()

    def seen(self) -> list[SeenNotification]:
        """The notifications so far, in the order they were sent."""
        with self._lock:
            return list(self._seen)

    def forget(self) -> None:
        """Start again with an empty list."""
        with self._lock:
            self._seen.clear()
            self._unanswered.clear()

    def close(self) -> None:
        """Stop to listen."""
        self._ended.set()
        self._thread.join(5)
        self._connection.close()

    def _listen(self) -> None:
        while not self._ended.is_set():
            try:
                message = self._connection.receive(timeout=0.1)
            except TimeoutError:
                continue
            except OSError:  # the bus has ended
                return
            with self._lock:
                self._note(message)

    def _note(self, message: Message) -> None:
        fields = message.header.fields
        kind, member = message.header.message_type, fields.get(HeaderFields.member)
        if kind is MessageType.method_call and member == "Notify":
            if fields.get(HeaderFields.signature) != NOTIFY_SIGNATURE:
                return  # a daemon refuses it
            self._unanswered[(fields[HeaderFields.sender], message.header.serial)] = len(self._seen)
            self._seen.append(_notification_of(message.body))
        elif kind is MessageType.method_return:
            key = (fields.get(HeaderFields.destination), fields.get(HeaderFields.reply_serial))
            index = self._unanswered.pop(key, None)
            if index is not None:
                self._seen[index] = replace(self._seen[index], identifier=message.body[0])
        elif kind is MessageType.signal and member == "ActionInvoked":
            self._update(message.body[0], invoked=message.body[1])
        elif kind is MessageType.signal and member == "NotificationClosed":
            self._update(message.body[0], closed_reason=message.body[1])

    def _update(self, identifier: int, *, invoked: str | None = None, closed_reason: int | None = None) -> None:
        """Note what became of a notification; of several with one number, the last is the one still shown."""
        for index in reversed(range(len(self._seen))):
            notification = self._seen[index]
            if notification.identifier == identifier:
                if invoked is not None:
                    actions = (*notification.invoked_actions, invoked)
                    self._seen[index] = replace(notification, invoked_actions=actions)
                if closed_reason is not None:
                    self._seen[index] = replace(notification, closed_reason=closed_reason)
                return


def _notification_of(body: tuple[Any, ...]) -> SeenNotification:
    application, replaces, icon, summary, text, actions, hints, timeout = body
    return SeenNotification(
        application,
        replaces,
        icon,
        summary,
        text,
        tuple(actions),
        {name: value for name, (_, value) in hints.items()},
        timeout,
    )
