"""Questions to programs on a message bus, through QtDBus: short, and never starting a program."""

import logging
import time

from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusVariant

log = logging.getLogger(__name__)

TIMEOUT_MS = 300
_REST_SECONDS = 600.0
_SLOW_ERRORS = ("org.freedesktop.DBus.Error.NoReply", "org.freedesktop.DBus.Error.Timeout")

_BUS = "org.freedesktop.DBus"
_PROPERTIES = "org.freedesktop.DBus.Properties"


class BusCalls:
    """Calls on one bus; each gives None when there is no answer. They block, for 300 ms at most.

    A program that did not answer in time is left alone for ten minutes.
    """

    def __init__(self, connection: QDBusConnection) -> None:
        self._connection = connection
        self._resting: dict[str, float] = {}

    def names(self) -> frozenset[str]:
        """The names that have an owner; none when the bus is not there."""
        names = self.ask(_BUS, "/org/freedesktop/DBus", _BUS, "ListNames")
        return frozenset(names) if isinstance(names, list) else frozenset()

    def has_service(self, name: str) -> bool:
        """Whether a name has an owner or a program that the bus would start for it."""
        startable = self.ask(_BUS, "/org/freedesktop/DBus", _BUS, "ListActivatableNames")
        return name in self.names() or (isinstance(startable, list) and name in startable)

    def property(self, service: str, path: str, interface: str, name: str) -> object | None:
        """A property of an object."""
        return self.ask(service, path, _PROPERTIES, "Get", interface, name)

    def ask(self, service: str, path: str, interface: str, method: str, *arguments: str) -> object | None:
        """The first value a method answers with."""
        if time.monotonic() < self._resting.get(service, 0.0) or not self._connection.isConnected():
            return None
        message = call_message(service, path, interface, method, *arguments)
        answer = self._connection.call(message, QDBus.CallMode.Block, TIMEOUT_MS)
        if came_too_late(answer):
            log.info("%s does not answer", service)
            self._resting[service] = time.monotonic() + _REST_SECONDS
        return first_value(answer)


def call_message(service: str, path: str, interface: str, method: str, *arguments: str) -> QDBusMessage:
    """A method call that does not start the program it is for."""
    message = QDBusMessage.createMethodCall(service, path, interface, method)
    message.setAutoStartService(False)
    message.setArguments(list(arguments))
    return message


def came_too_late(answer: QDBusMessage) -> bool:
    """Whether this stands for an answer that did not come in time."""
    return answer.errorName() in _SLOW_ERRORS


def first_value(answer: QDBusMessage) -> object | None:
    """The first value of an answer, None of an error."""
    if answer.type() is not QDBusMessage.MessageType.ReplyMessage:
        return None
    values = answer.arguments()
    return _plain(values[0]) if values else None


def _plain(value: object) -> object:
    """A value without Qt's wrapping; of arrays and structures only those that PySide can read."""
    if isinstance(value, QDBusVariant):
        return _plain(value.variant())
    return value.path() if isinstance(value, QDBusObjectPath) else value
