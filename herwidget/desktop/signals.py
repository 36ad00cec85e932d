"""Ending well when the system asks for it."""

import os
import signal
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QSocketNotifier


def quit_on_signals(leave: Callable[[], None]) -> QSocketNotifier:
    """End well on SIGTERM, SIGINT and SIGHUP: Qt's loop would not see a Python handler until its next event."""
    read, write = os.pipe()
    os.set_blocking(write, False)
    signal.set_wakeup_fd(write)

    def ignore(_number: int, _frame: FrameType | None) -> None:
        """The byte in the pipe is what counts."""

    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), ignore)
    notifier = QSocketNotifier(read, QSocketNotifier.Type.Read)

    def woken() -> None:
        os.read(read, 64)
        leave()

    notifier.activated.connect(woken)
    return notifier
