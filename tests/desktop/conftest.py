"""Fixtures for tests of the desktop layer."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from .support import Helper, PrivateBus, need_programs

# The screen and the bus of whoever runs the tests are none of their business.
_FOREIGN_VARIABLES = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XDG_SESSION_TYPE",
    "XDG_SESSION_ID",
    "XDG_CURRENT_DESKTOP",
    "DBUS_SESSION_BUS_ADDRESS",
    "DBUS_SYSTEM_BUS_ADDRESS",
    "XDG_RUNTIME_DIR",
)


@pytest.fixture(autouse=True)
def no_foreign_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins without a desktop."""
    for name in _FOREIGN_VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session", autouse=True)
def qt() -> QCoreApplication:
    """Qt's application object, of which there is one per process: the tests of the widgets want theirs."""
    return QCoreApplication.instance() or QApplication(["herwidget-tests", "-platform", "offscreen"])


@pytest.fixture
def folder() -> Iterator[Path]:
    """A temporary folder with a short path: a socket's may have 107 bytes at most."""
    with tempfile.TemporaryDirectory(prefix="hw-") as name:
        yield Path(name)


@pytest.fixture
def bus(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    """A bus of the test's own, which its environment names as the session bus."""
    with PrivateBus(folder / "bus") as private:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", private.address)
        yield private


@pytest.fixture(scope="session")
def x_server() -> Iterator[str]:
    """An X server for the tests, with a display number that was free."""
    need_programs("Xvfb")
    options = ["-screen", "0", "800x600x24", "-nolisten", "tcp", "-noreset"]
    with Helper(["Xvfb", "-displayfd", "1", *options]) as server:
        number = server.line()
        assert number, "the X server did not start"
        yield f":{number}"


@pytest.fixture
def display(x_server: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The X server, named by the test's environment."""
    monkeypatch.setenv("DISPLAY", x_server)
    if "bus" not in request.fixturenames:
        # Programs with a display but no bus start one, which stays behind.
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    return x_server


@pytest.fixture
def root_log() -> Iterator[logging.Logger]:
    """The root logger, with its handlers and level put back afterwards."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield root
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
