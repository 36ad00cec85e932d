"""macOS starts no second program where one runs: it brings the one that runs to the front."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def when_reopened(application: QApplication, act: Callable[[], object]) -> None:
    """Call `act` whenever the program comes to the front with nothing to show: then its window is looked for."""

    def state_changed(state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and not any(map(_is_why, application.topLevelWidgets())):
            act()

    application.applicationStateChanged.connect(state_changed)


def _is_why(window: QWidget) -> bool:
    """Whether the program may have come to the front for this window: the desk card is always there, and only a click
    on it does so."""
    lies_below = bool(window.windowFlags() & Qt.WindowType.WindowStaysOnBottomHint)
    return window.isVisible() and (not lies_below or window.underMouse())
