"""A connection to the session bus through jeepney, on which nothing waits longer than it is told.

jeepney's own connection waits for ever in its greeting and throws away signals that come while it waits for an
answer. QtDBus cannot be used to notify: it has no way to send an unsigned 32-bit number.
"""

import os
import socket
import sys
import time
from itertools import count
from typing import Any

BUS = "org.freedesktop.DBus"
BUS_PATH = "/org/freedesktop/DBus"
_READ_BYTES = 4096


class BusRefused(Exception):
    """A call was answered with an error; `name` is its D-Bus name. The connection is as good as before."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


class BusLate(Exception):
    """An answer did not come in time; it may still come. `serial` is the number of the call."""

    def __init__(self, serial: int) -> None:
        self.serial = serial
        super().__init__(f"no answer to call {serial}")


def session_bus_address() -> str | None:
    """Where the session bus listens, None when there is none."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    if address:
        return address
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    path = os.path.join(runtime, "bus") if runtime else ""  # noqa: PTH118  # an address, not a file to be read
    return f"unix:path={path}" if path and os.path.exists(path) else None  # noqa: PTH110


def _local_socket() -> socket.socket:
    if sys.platform == "win32":
        raise ConnectionError("no session bus")
    return socket.socket(socket.AF_UNIX)


class BusConnection:
    """One connection. Times are moments of `time.monotonic()`; a moment that has passed means: do not wait."""

    def __init__(self, deadline: float) -> None:
        """Connect and say hello by `deadline`.

        Raises:
            OSError: there is no bus, or it did not answer by then.
        """
        from jeepney import Parser

        self.waiting: list[Any] = []
        """Messages that came while an answer was waited for; the oldest first."""
        self._parser = Parser()
        self._serials = count(1)
        self._socket = _local_socket()
        try:
            self._authenticate(deadline)
            self.call_bus("Hello", deadline)
        except (BusRefused, BusLate, ValueError, RuntimeError, StopIteration) as error:
            self.close()
            raise ConnectionError("the session bus cannot be used") from error
        except OSError:
            self.close()
            raise

    @property
    def descriptor(self) -> int:
        """The socket, for an event loop to watch."""
        return self._socket.fileno()

    def call_bus(self, method: str, deadline: float, signature: str | None = None, *arguments: object) -> Any:
        """Call a method of the bus itself; see `call`."""
        return self.call(BUS, BUS_PATH, BUS, method, deadline, signature, *arguments)

    def call(
        self,
        service: str,
        path: str,
        interface: str,
        method: str,
        deadline: float,
        signature: str | None = None,
        *arguments: object,
    ) -> Any:
        """Call a method and return the values of its answer.

        Raises:
            BusRefused: the answer is an error.
            BusLate: none came by `deadline`.
            OSError: the connection is broken.
        """
        from jeepney import HeaderFields, MessageType

        serial = self.send(service, path, interface, method, signature, *arguments)
        while True:
            message = self._next(deadline)
            if message is None:
                raise BusLate(serial)
            fields = message.header.fields
            if fields.get(HeaderFields.reply_serial) != serial:
                self.waiting.append(message)
            elif message.header.message_type is MessageType.error:
                raise BusRefused(fields.get(HeaderFields.error_name, ""))
            else:
                return message.body

    def wait_for_name(self, name: str, deadline: float) -> bool:
        """Wait until a name of the bus has an owner; False when it has none by `deadline`.

        Raises:
            BusRefused, BusLate: the bus did not answer.
            OSError: the connection is broken.
        """
        rule = f"type='signal',sender='{BUS}',member='NameOwnerChanged',arg0='{name}'"
        self.call_bus("AddMatch", deadline, "s", rule)
        while not self.call_bus("NameHasOwner", deadline, "s", name)[0]:
            if self._next(deadline) is None:
                return False
        return True

    def send(
        self, service: str, path: str, interface: str, method: str, signature: str | None = None, *arguments: object
    ) -> int:
        """Call a method without waiting, and return the number by which its answer can be known.

        Raises:
            OSError: the connection is broken.
        """
        from jeepney import DBusAddress, new_method_call

        message = new_method_call(DBusAddress(path, service, interface), method, signature, arguments)
        serial = next(self._serials)
        # Our messages are far smaller than the socket's buffer, so this does not wait for the bus to read.
        self._socket.settimeout(0.2)
        self._socket.sendall(message.serialise(serial))
        return serial

    def take(self) -> list[Any]:
        """All messages that have come, without waiting.

        Raises:
            OSError: the connection is broken. Messages that came before are returned first.
        """
        try:
            while (message := self._next(0.0)) is not None:
                self.waiting.append(message)
        except OSError:
            if not self.waiting:
                raise
        taken, self.waiting = self.waiting, []
        return taken

    def close(self) -> None:
        """Give the socket back."""
        self._socket.close()

    def _authenticate(self, deadline: float) -> None:
        from jeepney.auth import Authenticator
        from jeepney.bus import get_bus

        address = session_bus_address()
        if address is None:
            raise ConnectionError("no session bus")
        target = get_bus(address)
        self._socket.settimeout(_seconds_until(deadline))
        self._socket.connect(target)
        authenticator = Authenticator()
        for line in authenticator:
            self._socket.settimeout(_seconds_until(deadline))
            if line:
                self._socket.sendall(line)
            authenticator.feed(self._read())
        self._socket.sendall(b"BEGIN\r\n")

    def _next(self, deadline: float) -> Any:
        """The next message, None when none has come by `deadline`."""
        while (message := self._parser.get_next_message()) is None:
            self._socket.settimeout(max(0.0, deadline - time.monotonic()))
            try:
                self._parser.add_data(self._read())
            except (BlockingIOError, TimeoutError):
                return None
        return message

    def _read(self) -> bytes:
        data = self._socket.recv(_READ_BYTES)
        if not data:
            raise ConnectionResetError("the session bus has gone")
        return data


def _seconds_until(deadline: float) -> float:
    return max(0.01, deadline - time.monotonic())
