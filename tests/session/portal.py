"""A desktop portal that tells of one setting: whether the person prefers dark colours."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Any, Self

from jeepney import (  # type: ignore[import-untyped, unused-ignore]
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped, unused-ignore]
from jeepney.wrappers import unwrap_msg  # type: ignore[import-untyped, unused-ignore]

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"
APPEARANCE = "org.freedesktop.appearance"
COLOUR_SCHEME = "color-scheme"
DARK, LIGHT = 1, 2


class Portal:
    """Owns the portal's name on a session bus for the length of a `with` block, in a thread of its own."""

    def __init__(self, bus_address: str, scheme: int) -> None:
        self._scheme = scheme
        self._connection = open_dbus_connection(bus_address)
        unwrap_msg(self._connection.send_and_get_reply(message_bus.RequestName(NAME), timeout=5))
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._answer, name="portal", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join(5)
        self._connection.close()

    def prefer(self, scheme: int) -> None:
        """Change the preference, and tell everyone."""
        self._scheme = scheme
        emitter = DBusAddress(PATH, interface=SETTINGS)
        body = (APPEARANCE, COLOUR_SCHEME, ("u", scheme))
        self._connection.send(new_signal(emitter, "SettingChanged", "ssv", body))

    def _answer(self) -> None:
        while not self._ended.is_set():
            try:
                message = self._connection.receive(timeout=0.1)
            except TimeoutError:
                continue
            except OSError:  # the bus has ended
                return
            if message.header.message_type is MessageType.method_call:
                self._connection.send(self._reply(message))

    def _reply(self, call: Message) -> Message:
        fields, value = call.header.fields, ("u", self._scheme)
        member = fields.get(HeaderFields.member)
        if fields.get(HeaderFields.interface) == SETTINGS and member == "ReadAll":
            return new_method_return(call, "a{sa{sv}}", ({APPEARANCE: {COLOUR_SCHEME: value}},))
        if fields.get(HeaderFields.interface) == SETTINGS and call.body == (APPEARANCE, COLOUR_SCHEME):
            answers: dict[Any, Any] = {"Read": ("v", value), "ReadOne": value}
            if member in answers:
                return new_method_return(call, "v", (answers[member],))
        if member == "Register":  # a program gives its name
            return new_method_return(call)
        return new_error(call, "org.freedesktop.portal.Error.NotFound", "s", (f"no {member} here",))
