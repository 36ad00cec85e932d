"""A program on a message bus that answers as it is told. Run as `python fake_service.py ADDRESS NAME`.

It reads commands from standard input, one JSON array a line, and writes what was called, one JSON array a line:

- ["answer", interface, method, signature, values] answers that method from now on; a values of null is an error,
  and "never" no answer at all
- ["property", interface, name, signature, value]
- ["emit", path, interface, name, signature, values] or, to one program only, with its unique name at the end
- ["notifications", [capabilities]] plays a notification daemon that takes nothing but the exact signature of Notify
- ["hasty"] says from now on that a notification is closed before it says that it is shown
- ["slow", seconds] waits before each answer
- ["drop"] gives the name back, ["take"] takes it again, ["ping"] does nothing

Each command is answered with ["done"].
"""

from __future__ import annotations

import json
import selectors
import sys
import time
from typing import Any

from jeepney import HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusAddress

NOTIFICATIONS = "org.freedesktop.Notifications"
PROPERTIES = "org.freedesktop.DBus.Properties"
REFUSED = "org.freedesktop.DBus.Error.InvalidArgs"
SIGNATURES = {"Notify": "susssasa{sv}i", "CloseNotification": "u", "GetCapabilities": ""}


class Service:
    """The program's state."""

    def __init__(self, address: str, name: str) -> None:
        self.name = name
        self.connection: DBusConnection = open_dbus_connection(address)
        self.answers: dict[tuple[str, str], tuple[str, Any]] = {}
        self.properties: dict[tuple[str, str], tuple[str, Any]] = {}
        self.capabilities: list[str] | None = None
        self.seconds = 0.0
        self.last_identifier = 0
        self.hasty = False

    def run(self) -> None:
        """Serve until standard input ends."""
        self.connection.send_and_get_reply(message_bus.RequestName(self.name))
        say(["up"])
        with selectors.DefaultSelector() as selector:
            selector.register(sys.stdin, selectors.EVENT_READ, "command")
            selector.register(self.connection.sock, selectors.EVENT_READ, "call")
            while True:
                for key, _ in selector.select():
                    if key.data == "command":
                        line = sys.stdin.readline()
                        if not line:
                            return
                        self.obey(*json.loads(line))
                    else:
                        self.serve()

    def obey(self, command: str, *arguments: Any) -> None:
        """Do what the test wants."""
        if command == "answer":
            interface, method, signature, values = arguments
            self.answers[(interface, method)] = (signature, values)
        elif command == "property":
            interface, name, signature, value = arguments
            self.properties[(interface, name)] = (signature, value)
        elif command == "emit":
            path, interface, name, signature, values, *receiver = arguments
            signal = new_signal(DBusAddress(path, interface=interface), name, signature, tuple(values))
            if receiver:
                signal.header.fields[HeaderFields.destination] = receiver[0]
            self.connection.send(signal)
        elif command == "notifications":
            (self.capabilities,) = arguments
        elif command == "hasty":
            self.hasty = True
        elif command == "slow":
            (self.seconds,) = arguments
        elif command == "drop":
            self.connection.send_and_get_reply(message_bus.ReleaseName(self.name))
        elif command == "take":
            self.connection.send_and_get_reply(message_bus.RequestName(self.name))
        say(["done"])

    def serve(self) -> None:
        """Answer what was called."""
        while True:
            try:
                message = self.connection.receive(timeout=0)
            except TimeoutError:
                return
            if message.header.message_type is MessageType.method_call:
                answer = self.answer(message)
                if answer is not None:
                    time.sleep(self.seconds)
                    self.connection.send(answer)

    def answer(self, message: Message) -> Message | None:
        """The answer to one call."""
        fields = message.header.fields
        interface, method = fields.get(HeaderFields.interface, ""), fields[HeaderFields.member]
        say([method, fields.get(HeaderFields.signature, ""), list(message.body), fields[HeaderFields.sender]])
        if interface == PROPERTIES and method == "Get" and tuple(message.body) in self.properties:
            return new_method_return(message, "v", (self.properties[tuple(message.body)],))
        if interface == NOTIFICATIONS and self.capabilities is not None and method in SIGNATURES:
            return self.notification_answer(message, method)
        signature, values = self.answers.get((interface, method), ("", None))
        if values == "never":
            return None
        if values is None:
            return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
        return new_method_return(message, signature, tuple(values))

    def notification_answer(self, message: Message, method: str) -> Message:
        """What a strict notification daemon answers."""
        if message.header.fields.get(HeaderFields.signature, "") != SIGNATURES[method]:
            return new_error(message, REFUSED)
        if method == "GetCapabilities":
            return new_method_return(message, "as", (self.capabilities,))
        if method == "CloseNotification":
            return new_method_return(message, "", ())
        replaced = message.body[1]
        if not replaced:
            self.last_identifier += 1
        identifier = replaced or self.last_identifier
        if self.hasty:
            address = DBusAddress("/org/freedesktop/Notifications", interface=NOTIFICATIONS)
            self.connection.send(new_signal(address, "NotificationClosed", "uu", (identifier, 4)))
        return new_method_return(message, "u", (identifier,))


def say(words: list[Any]) -> None:
    """Tell the test."""
    print(json.dumps(words), flush=True)


if __name__ == "__main__":
    Service(*sys.argv[1:]).run()
