"""macOS starts no second program where one runs: it brings the one that runs to the front."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


def when_reopened(application: QApplication, act: Callable[[], object]) -> None:
    """Call `act` whenever the program comes to the front with nothing to show: then its window is looked for."""

    def state_changed(state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and not any(
            window.isVisible() for window in application.topLevelWidgets()
        ):
            act()

    application.applicationStateChanged.connect(state_changed)
