"""Ending well when the system asks for it."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class _Bell(QObject):
    rung = Signal()


def quit_on_signals(leave: Callable[[], None]) -> Callable[[], None]:
    """End well on SIGTERM, SIGINT and SIGHUP: Qt's loop would not see a Python handler until its next event.

    On Windows these are Ctrl+C and Ctrl+Break in the terminal. What is returned ends the listening.
    """
    read, write = os.pipe()
    if sys.platform != "win32":
        os.set_blocking(write, False)
    signal.set_wakeup_fd(write)

    def ignore(_number: int, _frame: FrameType | None) -> None:
        """The byte in the pipe is what counts."""

    for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), ignore)
    return _listen_on_thread(read, leave) if sys.platform == "win32" else _listen(read, leave)


def _listen(pipe: int, leave: Callable[[], None]) -> Callable[[], None]:
    notifier = QSocketNotifier(pipe, QSocketNotifier.Type.Read)

    def woken() -> None:
        os.read(pipe, 64)
        leave()

    notifier.activated.connect(woken)
    return lambda: notifier.setEnabled(False)


def _listen_on_thread(pipe: int, leave: Callable[[], None]) -> Callable[[], None]:
    """Windows' event loop can watch network sockets only, not a pipe."""
    bell = _Bell()
    bell.rung.connect(leave)

    def listen() -> None:
        while os.read(pipe, 64):
            bell.rung.emit()

    threading.Thread(target=listen, name="signals", daemon=True).start()

    def stop() -> None:
        bell.rung.disconnect()

    return stop
