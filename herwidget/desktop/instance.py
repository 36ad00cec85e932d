"""One running program per journal, and short messages from a second launch to the first."""

import contextlib
import logging
import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

from herwidget.desktop.paths import make_private

# Read when a message is sent or awaited: the tray icon is up before that.
if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)

MOST_MESSAGE_BYTES = 4096
_ACKNOWLEDGEMENT = b"ok\n"
_RETRY_SECONDS = 0.05
_SECOND_CLAIM_SECONDS = 0.5
_LISTENER_MS = 300
# Longer than a program waits, and answers nobody, for a journal that another one holds.
_ANSWER_MS = 10_000
# A lock file this young may be one that is just being made: its maker has not locked it yet.
_SETTLED_SECONDS = 2.0


class SingleInstance(QObject):
    """The arbiter is a lock file; a local socket, open to the same user only, carries the messages.

    `received` is emitted with the JSON text of each message: an object whose values are strings.
    """

    received = Signal(str)

    def __init__(self, runtime_folder: Path, journal: Path) -> None:
        super().__init__()
        self._folder = runtime_folder
        self._lock_path, self._address = _names(runtime_folder, journal)
        self._lock = QLockFile(str(self._lock_path))
        # Age says nothing: the program runs for weeks. Whether its process lives does, and that is always looked at.
        self._lock.setStaleLockTime(0)
        self._claimed = False
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Become the one program of this journal; False when another one is. Messages are heard from `listen` on.

        Where that cannot be found out, because no lock can be written, the answer is True: better two than none.
        """
        if self._claimed:
            return True
        try:
            make_private(self._folder)
        except OSError as error:
            log.warning("no folder for the lock (%s)", type(error).__name__)
        if self._take_lock():
            self._remove_old_socket()
        else:
            if self._lock.error() is QLockFile.LockError.LockFailedError:
                return False
            log.warning("no lock can be made (%s): another instance would not be noticed", self._lock.error().name)
        self._claimed = True
        return True

    def claim_patiently(self) -> bool:
        """As `claim`, tried once more a moment later when who holds the place does not listen: it may be ending."""
        if self.claim():
            return True
        if self._someone_listens():
            return False
        time.sleep(_SECOND_CLAIM_SECONDS)
        return self.claim()

    def listen(self) -> None:
        """Hear the messages of other launches from now on, for the one that has the place."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._address)  # also where no lock could be made
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._accept)
        if not server.listen(self._address):
            log.warning("messages cannot be received (%s)", server.serverError().name)
        self._server = server

    def is_running(self) -> bool:
        """Whether a program has the place; asked without taking it, so nobody who claims it meanwhile is refused."""
        return self._claimed or self._is_held()

    def tell(self, message: dict[str, str], timeout_ms: int = _ANSWER_MS) -> bool:
        """Send `message` to the program that runs, and wait until it has it.

        False when none runs or it does not answer within `timeout_ms` milliseconds. While one holds the lock
        without listening yet, its socket is waited for. Blocks; for a process that has no window.

        Raises:
            ValueError: the message is longer than 4 KiB.
        """
        import json

        from PySide6.QtNetwork import QLocalSocket

        line = json.dumps(message).encode() + b"\n"
        if len(line) > MOST_MESSAGE_BYTES:
            raise ValueError(f"a message of {len(line)} bytes is too long")
        deadline = time.monotonic() + timeout_ms / 1000
        while True:
            socket = QLocalSocket()
            socket.connectToServer(self._address)
            if socket.waitForConnected(_milliseconds_until(deadline)):
                return _deliver(socket, line, deadline)
            if time.monotonic() + _RETRY_SECONDS > deadline or not self._is_held():
                return False
            time.sleep(_RETRY_SECONDS)

    def wait_until_free(self, timeout_ms: int) -> bool:
        """Wait until the program that runs has given its place free, the last it does; False when it has not by then.

        Blocks; for a process that has no window.
        """
        deadline = time.monotonic() + timeout_ms / 1000
        while self._is_held():
            if time.monotonic() > deadline:
                return False
            time.sleep(_RETRY_SECONDS)
        return True

    def stop_listening(self) -> None:
        """Hear no more messages, but keep the place."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def release(self) -> None:
        """Give the place free for another instance."""
        self.stop_listening()
        self._lock.unlock()
        self._claimed = False

    def _take_lock(self) -> bool:
        if self._lock.tryLock(0):
            return True
        if self._lock.error() is not QLockFile.LockError.LockFailedError or self._is_young():
            return False
        # Qt goes by the process number in the file, which after a kill may be another program's (in a Flatpak it is
        # always a low one). The system's own lock on the file tells for sure: this fails when a living process has it.
        return self._lock.removeStaleLockFile() and self._lock.tryLock(0)

    def _is_young(self) -> bool:
        try:
            return abs(time.time() - self._lock_path.stat().st_mtime) < _SETTLED_SECONDS
        except OSError:
            return False

    def _is_held(self) -> bool:
        """Whether a process that lives seems to hold the lock; never takes it, not even for a moment."""
        if sys.platform == "win32":
            return _is_open_elsewhere(self._lock_path)
        try:
            holder = int(self._lock_path.read_text(encoding="utf-8", errors="replace").partition("\n")[0])
        except ValueError:  # one that is just being made, or that was cut short
            return self._is_young() or self._someone_listens()
        except OSError:
            return self._lock_path.exists()
        # Each start of a Flatpak counts its processes from one, so that their numbers say nothing to another start.
        if "FLATPAK_ID" not in os.environ and not _lives(holder):
            return False
        # The number may be a stranger's. What was killed leaves a socket at which nobody listens; whoever has only
        # just started, or cannot listen, has none.
        return not os.path.lexists(self._address) or self._someone_listens()

    def _remove_old_socket(self) -> None:
        """Remove what a killed predecessor left behind, which would be taken for a sign that nobody is there."""
        if sys.platform != "win32":
            with contextlib.suppress(OSError):
                os.unlink(self._address)  # noqa: PTH108  # a name in text, as Qt takes it

    def _someone_listens(self) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._address)
        listens = socket.waitForConnected(_LISTENER_MS)
        socket.abort()
        return listens

    def _accept(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(MOST_MESSAGE_BYTES)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._read, socket))

    def _read(self, socket: "QLocalSocket") -> None:
        if socket.state() is not socket.LocalSocketState.ConnectedState:  # it has had its answer
            return
        if not socket.canReadLine():
            if socket.bytesAvailable() >= MOST_MESSAGE_BYTES:
                log.warning("a message was too long")
                socket.abort()
            return
        text = _checked(bytes(socket.readLine().data()))
        if text is None:
            log.warning("a message was not understood")
            socket.abort()
            return
        socket.write(_ACKNOWLEDGEMENT)
        socket.flush()
        socket.disconnectFromServer()
        self.received.emit(text)


class PlaceTaken(Exception):
    """A program has the place of this journal."""


@contextlib.contextmanager
def place_held(runtime_folder: Path, journal: Path) -> Iterator[None]:
    """While nothing else has the place of this journal, nor can take it.

    Raises:
        PlaceTaken: a program has it.
    """
    instance = SingleInstance(runtime_folder, journal)
    if not instance.claim():
        raise PlaceTaken
    try:
        yield
    finally:
        instance.release()


def _names(folder: Path, journal: Path) -> tuple[Path, str]:
    """The lock file and the socket of a journal. Both names are short, for a socket's path has about 100 bytes."""
    journal_path = os.path.normcase(os.path.realpath(journal))
    digest = QCryptographicHash.hash(os.fsencode(journal_path), QCryptographicHash.Algorithm.Sha256)
    name = bytes(digest.toHex().data()).decode()[:16]
    if sys.platform == "win32":
        return folder / f"{name}.lock", f"herwidget-{name}"
    return folder / f"{name}.lock", str(folder / f"{name}.socket")


def _checked(line: bytes) -> str | None:
    """The text of a message, None when it is not an object of strings."""
    import json

    try:
        text = line.decode().strip()
        message = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(message, dict) or not all(isinstance(value, str) for value in message.values()):
        return None
    return text


def _deliver(socket: "QLocalSocket", line: bytes, deadline: float) -> bool:
    socket.write(line)
    while socket.bytesToWrite():
        if not socket.waitForBytesWritten(_milliseconds_until(deadline)):
            return False
    answer = b""
    while not answer.endswith(b"\n") and len(answer) < len(_ACKNOWLEDGEMENT):
        if not socket.bytesAvailable() and not socket.waitForReadyRead(_milliseconds_until(deadline)):
            return False
        answer += bytes(socket.readAll().data())
    return answer == _ACKNOWLEDGEMENT


def _is_open_elsewhere(file: Path) -> bool:
    """Whether another process of this Windows has the lock file: then it may be read, but not written."""
    try:
        with file.open("r+b"):
            return False
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _milliseconds_until(deadline: float) -> int:
    return max(1, round((deadline - time.monotonic()) * 1000))
