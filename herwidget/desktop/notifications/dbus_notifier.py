"""Notifications of the freedesktop kind, with an action, through the desktop's own notification daemon."""

import importlib.util
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSocketNotifier, QTimer

from herwidget import APP_ID
from herwidget.core.ports import NotificationResponse
from herwidget.desktop.bus_connection import (
    BUS,
    BUS_PATH,
    BusConnection,
    BusLate,
    BusRefused,
    session_bus_address,
)

log = logging.getLogger(__name__)

NOTIFICATION_SERVICE = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_RULES = (
    f"type='signal',sender='{NOTIFICATION_SERVICE}',interface='{NOTIFICATION_SERVICE}',path='{_PATH}'",
    f"type='signal',sender='{BUS}',interface='{BUS}',member='NameOwnerChanged',arg0='{NOTIFICATION_SERVICE}'",
)
_MOST_SECONDS = 0.9
_DEFAULT_ACTION = "default"
_HINTS = {"urgency": ("y", 0), "transient": ("b", True), "desktop-entry": ("s", APP_ID)}
_SERVER_DECIDES = -1

_Respond = Callable[[NotificationResponse], None]


class DBusNotifier:
    """Shows one notification at a time. Connected only while one is on the screen, so it costs nothing in between.

    `icon` is the name of an icon of the desktop's theme or the path of a picture.
    """

    name = "D-Bus"

    def __init__(self, icon: str = APP_ID) -> None:
        self._icon = Path(icon).as_uri() if Path(icon).is_absolute() else icon
        self._connection: BusConnection | None = None
        self._watch: QSocketNotifier | None = None
        self._server = ""
        self._capabilities: frozenset[str] = frozenset()
        self._shown: int | None = None
        self._respond: _Respond | None = None
        self._abandoned: set[int] = set()

    def is_compatible(self) -> bool:
        """Whether there is a session bus to ask; connects to nothing."""
        return (
            sys.platform == "linux"
            and session_bus_address() is not None
            and importlib.util.find_spec("jeepney") is not None
        )

    def notify(self, title: str, body: str, action: str, respond: _Respond) -> bool:
        """Show it in place of an earlier one; False when that did not work. Takes less than a second in any case.

        `respond` is called from the event loop, once: OPENED when the person chose the action, CLOSED when the
        notification went away otherwise. It is not called after `withdraw` or a later `notify`.
        """
        deadline = time.monotonic() + _MOST_SECONDS
        for attempt in ("first", "second"):
            fresh = self._connection is None
            try:
                self._show(title, body, action, deadline)
            except OSError as error:
                # The bus of the last notification may have ended since; a new connection may find another.
                log.info("the %s attempt to reach the bus failed (%s)", attempt, type(error).__name__)
                self._disconnect()
                self._server, self._shown, self._respond = "", None, None
                if fresh:
                    return False
            except (BusRefused, BusLate, ValueError) as error:
                log.info("the notification daemon did not take it (%s)", _kind(error))
                self._rest()
                return False
            else:
                self._respond = respond
                # What came while answers were waited for makes the socket signal nothing.
                QTimer.singleShot(0, self._read)
                return True
        return False

    def withdraw(self) -> None:
        """Take the notification off the screen; does nothing when none is there."""
        shown, self._shown, self._respond = self._shown, None, None
        if shown is not None:
            self._close_on_screen(shown)
        self._rest()

    def _show(self, title: str, body: str, action: str, deadline: float) -> None:
        connection = self._connect(deadline)
        self._meet_server(connection, deadline)
        if "body-markup" in self._capabilities:
            body = body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        actions = [_DEFAULT_ACTION, action] if "actions" in self._capabilities else []
        # The bus throws out a program that sends a text with a zero in it.
        texts = [text.replace("\0", "") for text in (title, body)]
        arguments = ("Herwidget", self._shown or 0, self._icon, *texts, actions, _HINTS, _SERVER_DECIDES)
        try:
            (self._shown,) = connection.call(
                NOTIFICATION_SERVICE, _PATH, NOTIFICATION_SERVICE, "Notify", deadline, "susssasa{sv}i", *arguments
            )
        except BusLate as late:
            # Something else is shown in its stead; should it still come, it is taken away again.
            self._abandoned.add(late.serial)
            raise

    def _connect(self, deadline: float) -> BusConnection:
        if self._connection is None:
            connection = BusConnection(deadline)
            self._connection = connection
            for rule in _RULES:
                connection.send(BUS, BUS_PATH, BUS, "AddMatch", "s", rule)
            self._watch = QSocketNotifier(connection.descriptor, QSocketNotifier.Type.Read)
            self._watch.activated.connect(self._read)
        return self._connection

    def _meet_server(self, connection: BusConnection, deadline: float) -> None:
        """Find out who shows notifications, starting that program if need be, and what a new one can do."""
        try:
            (server,) = connection.call_bus("GetNameOwner", deadline, "s", NOTIFICATION_SERVICE)
        except BusRefused:
            # Waited for without a notification under way: when it is slow, nothing comes late and twice.
            connection.call_bus("StartServiceByName", deadline, "su", NOTIFICATION_SERVICE, 0)
            (server,) = connection.call_bus("GetNameOwner", deadline, "s", NOTIFICATION_SERVICE)
        if server == self._server:
            return
        self._shown = None  # by another server, which has gone
        try:
            (names,) = connection.call(NOTIFICATION_SERVICE, _PATH, NOTIFICATION_SERVICE, "GetCapabilities", deadline)
        except BusRefused:
            names = []
        self._server, self._capabilities = server, frozenset(names)

    def _read(self) -> None:
        if self._connection is None:
            return
        try:
            messages = self._connection.take()
        except OSError as error:
            log.info("the session bus has gone (%s)", type(error).__name__)
            self._disconnect()
            self._server = ""
            self._end(NotificationResponse.CLOSED)
            return
        for message in messages:
            self._handle(message)

    def _handle(self, message: Any) -> None:
        from jeepney import HeaderFields, MessageType

        fields, body = message.header.fields, message.body
        if message.header.message_type is MessageType.signal:
            sender, signal = fields.get(HeaderFields.sender), fields.get(HeaderFields.member)
            if sender == BUS and signal == "NameOwnerChanged" and body[:2] == (NOTIFICATION_SERVICE, self._server):
                self._end(NotificationResponse.CLOSED)
            elif sender == self._server and body and body[0] == self._shown:
                self._take_signal(signal, body)
        elif (serial := fields.get(HeaderFields.reply_serial)) in self._abandoned:
            self._abandoned.discard(serial)
            if message.header.message_type is MessageType.method_return:
                self._close_on_screen(body[0])
            self._rest()

    def _take_signal(self, signal: str, body: tuple[Any, ...]) -> None:
        if signal == "ActionInvoked" and body[1:] == (_DEFAULT_ACTION,):
            self._end(NotificationResponse.OPENED)
        elif signal == "NotificationClosed":
            self._end(NotificationResponse.CLOSED)

    def _end(self, response: NotificationResponse) -> None:
        """The notification is over: be at rest first, since the answer may lead to the next one."""
        if self._shown is None:
            return
        respond, self._respond, self._shown = self._respond, None, None
        self._rest()
        if respond is not None:
            respond(response)

    def _close_on_screen(self, identifier: int) -> None:
        if self._connection is None:
            return
        try:
            self._connection.send(
                NOTIFICATION_SERVICE, _PATH, NOTIFICATION_SERVICE, "CloseNotification", "u", identifier
            )
        except OSError as error:
            log.info("a notification could not be closed (%s)", type(error).__name__)

    def _rest(self) -> None:
        """Disconnect when nothing is waited for any more."""
        if self._shown is None and not self._abandoned:
            self._disconnect()

    def _disconnect(self) -> None:
        if self._watch is not None:
            self._watch.setEnabled(False)
            self._watch.deleteLater()
            self._watch = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._abandoned.clear()


def _kind(error: Exception) -> str:
    return error.name if isinstance(error, BusRefused) else type(error).__name__
