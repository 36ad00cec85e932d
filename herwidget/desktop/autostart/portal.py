"""A Flatpak: org.freedesktop.portal.Background starts the program, once the system or the person allows it."""

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

from herwidget.core.ports import AutostartError, AutostartTrouble
from herwidget.desktop.whole_file import write_whole

log = logging.getLogger(__name__)

_SERVICE = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Background"
_REQUEST = "org.freedesktop.portal.Request"
_GRANTED = 0

Done = Callable[[AutostartError | None], None]


class PortalAutostart(QObject):
    """The portal tells the state in its answers alone, so the last of them is kept in a file of the program's own."""

    def __init__(
        self, command: Sequence[str], answer_file: Path, reason: str, session_bus: QDBusConnection | None = None
    ) -> None:
        """`command` is run inside the sandbox; `reason` is what the system may show when it asks the person."""
        super().__init__()
        self._command, self._answer_file, self._reason = tuple(command), answer_file, reason
        self._bus = session_bus or QDBusConnection.sessionBus()

    def is_on(self) -> bool:
        """What the portal last said."""
        return self._answer_file.exists()

    def change(self, on: bool, done: Done) -> None:
        """Ask the portal; it may ask the person, so the answer comes when it comes."""
        request = _Request(self, self._bus, lambda trouble, allowed: self._answered(on, trouble, allowed, done))
        request.send({"autostart": on, "commandline": list(self._command), "reason": self._reason})

    def is_there(self) -> bool:
        """As `is_on`: where the portal starts nothing, nothing is kept."""
        return self.is_on()

    def remove(self, done: Done) -> None:
        """Ask the portal to start it no more."""
        self.change(False, done)

    def _answered(self, wanted: bool, trouble: AutostartTrouble | None, allowed: bool | None, done: Done) -> None:
        if trouble is None and bool(allowed) != wanted:
            trouble = AutostartTrouble.REFUSED
        elif trouble is AutostartTrouble.REFUSED and not wanted and allowed is False:
            # What was refused is to run in the background; that it starts no more is said beside it.
            trouble = None
        if trouble is not None:
            log.warning("the portal changed nothing (%s)", trouble)
            done(AutostartError(trouble))
            return
        try:
            if wanted:
                write_whole(self._answer_file, "The portal starts Herwidget with the computer.\n")
            else:
                self._answer_file.unlink(missing_ok=True)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            done(AutostartError(AutostartTrouble.NOT_WRITTEN, str(self._answer_file), reason))
        else:
            done(None)


class _Request(QObject):
    """One request and its one response; gone afterwards."""

    def __init__(
        self, parent: QObject, bus: QDBusConnection, done: Callable[[AutostartTrouble | None, bool | None], None]
    ) -> None:
        super().__init__(parent)
        self._bus, self._done = bus, done
        self._paths: set[str] = set()

    def send(self, options: dict[str, object]) -> None:
        """Listen first: the response may come before the call returns."""
        token = f"herwidget_{uuid4().hex}"
        sender = self._bus.baseService().removeprefix(":").replace(".", "_")
        self._listen(f"{_PATH}/request/{sender}/{token}")
        call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _INTERFACE, "RequestBackground")
        call.setArguments(["", {"handle_token": token, **options}])
        answer = QDBusPendingCallWatcher(self._bus.asyncCall(call), self)
        answer.finished.connect(lambda: self._called(answer.reply()))

    def _listen(self, path: str) -> None:
        if path not in self._paths:
            self._paths.add(path)
            # PySide's type stubs want bytes for the slot; what works is the text that SLOT gives.
            self._bus.connect(  # type: ignore[call-overload]
                _SERVICE, path, _REQUEST, "Response", self, SLOT("_responded(uint,QVariantMap)")
            )

    def _called(self, reply: QDBusMessage) -> None:
        if reply.type() is not QDBusMessage.MessageType.ReplyMessage:
            log.info("the portal cannot be asked (%s)", reply.errorName())
            self._end(AutostartTrouble.NO_ANSWER, None)
            return
        # Portals older than the token choose a path of their own.
        for handle in reply.arguments()[:1]:
            self._listen(handle.path())

    @Slot("uint", "QVariantMap")
    def _responded(self, code: int, results: Mapping[str, object]) -> None:
        allowed = results.get("autostart")
        trouble = None if code == _GRANTED else AutostartTrouble.REFUSED
        self._end(trouble, allowed if isinstance(allowed, bool) else None)

    def _end(self, trouble: AutostartTrouble | None, allowed: bool | None) -> None:
        self.deleteLater()
        self._done(trouble, allowed)
