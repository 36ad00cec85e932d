"""The smallest PySide6 program that is running already when it opens a window, with nothing in it, several times.

Arguments: how many times, and the window's width and height. Writes one line of JSON for each time: when it began to
make the window, and when its first paint event had been handled and flushed.
"""

import json
import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

TIMES, WIDTH, HEIGHT = map(int, sys.argv[1:])
_QUIET, _SHOWN = 700, 400  # milliseconds
_PAINTED = QEvent.Type(QEvent.registerEventType())


class EmptyWindow(QWidget):
    """Notes when its first paint event was handled: an event of high priority is next after it."""

    def __init__(self) -> None:
        self._opened, self._is_painted = time.monotonic(), False
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QCoreApplication.postEvent(self, QEvent(_PAINTED), Qt.EventPriority.HighEventPriority.value)

    def customEvent(self, event: QEvent) -> None:
        print(json.dumps({"opened": self._opened, "painted": time.monotonic()}), flush=True)
        QTimer.singleShot(_SHOWN, self, self.close)


def open_window() -> None:
    """Open one, and the next once this one is gone."""
    global left
    if not left:
        application.quit()
        return
    left -= 1
    window = EmptyWindow()
    window.destroyed.connect(lambda: QTimer.singleShot(_QUIET, open_window))
    open_windows[:] = [window]
    window.show()
    window.raise_()
    window.activateWindow()


left = TIMES
open_windows: list[QWidget] = []
application = QApplication(sys.argv)
application.setQuitOnLastWindowClosed(False)
QTimer.singleShot(_QUIET, open_window)
sys.exit(application.exec())
