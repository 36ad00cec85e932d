"""A Flatpak asks the portal: one that answers as it is told, on a real bus."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection

from herwidget.core.ports import AutostartError, AutostartTrouble
from herwidget.desktop.autostart import here
from herwidget.desktop.autostart.here import autostart_here
from herwidget.desktop.autostart.portal import PortalAutostart
from herwidget.desktop.autostart.xdg import XdgAutostart
from tests.desktop.support import FakeService, Helper, PrivateBus, need_programs, wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Flatpak is for Linux")

NAME = "org.freedesktop.portal.Desktop"
BACKGROUND = "org.freedesktop.portal.Background"
REQUEST = "org.freedesktop.portal.Request"
OLD_HANDLE = "/org/freedesktop/portal/desktop/request/old/1"
_numbers = itertools.count()


class Asked:
    """The program in its sandbox, and what it was told."""

    def __init__(self, folder: Path, connection: QDBusConnection) -> None:
        self.file = folder / "herwidget" / "starts-with-computer"
        self.connection = connection
        self.told: list[AutostartError | None] = []
        self.autostart = PortalAutostart(("herwidget", "--background"), self.file, "It asks.", connection)

    def change(self, on: bool) -> None:
        self.autostart.change(on, self.told.append)

    def requests(self) -> list[QObject]:
        """Those that wait for an answer."""
        return self.autostart.children()

    def trouble(self) -> AutostartTrouble | None:
        wait_until(lambda: self.told, what="the answer")
        (error,) = self.told
        return error.trouble if error else None


@pytest.fixture
def asked(bus: PrivateBus, folder: Path) -> Iterator[Asked]:
    name = f"autostart-{next(_numbers)}"
    yield Asked(folder / "config", QDBusConnection.connectToBus(bus.address, name))
    QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def portal(bus: PrivateBus) -> Iterator[FakeService]:
    with FakeService(bus.address, NAME) as portal:
        portal.do("answer", BACKGROUND, "RequestBackground", "o", [OLD_HANDLE])
        yield portal


def options_of(portal: FakeService) -> dict[str, tuple[str, object]]:
    """What was asked for last, as soon as it was."""
    wait_until(lambda: portal.called("RequestBackground"), what="the request")
    parent, options = portal.called("RequestBackground")[-1]
    assert parent == ""
    return {key: (signature, value) for key, (signature, value) in options.items()}


def respond(portal: FakeService, asked: Asked, code: int, results: dict[str, object], path: str = "") -> None:
    """Answer as the portal does, on the path that follows from caller and token."""
    _, token = options_of(portal)["handle_token"]
    sender = asked.connection.baseService().removeprefix(":").replace(".", "_")
    path = path or f"/org/freedesktop/portal/desktop/request/{sender}/{token}"
    portal.do("emit", path, REQUEST, "Response", "ua{sv}", [code, results])


def test_it_is_asked_for_and_granted(asked: Asked, portal: FakeService) -> None:
    assert not asked.autostart.is_on()
    asked.change(True)
    options = options_of(portal)
    assert portal.signatures("RequestBackground") == {"sa{sv}"}
    assert options["autostart"] == ("b", True)
    assert options["commandline"] == ("as", ["herwidget", "--background"])
    assert options["reason"] == ("s", "It asks.")
    respond(portal, asked, 0, {"background": ["b", True], "autostart": ["b", True]})
    assert asked.trouble() is None
    assert asked.autostart.is_on()
    wait_until(lambda: not asked.requests(), what="the request to be gone")


def test_it_comes_through_the_filter_that_flatpak_puts_before_the_bus(
    bus: PrivateBus, portal: FakeService, folder: Path
) -> None:
    need_programs("xdg-dbus-proxy")
    socket = folder / "filtered"
    allowed = ("--call=org.freedesktop.portal.*=*", "--broadcast=org.freedesktop.portal.*=@/org/freedesktop/portal/*")
    with Helper(["xdg-dbus-proxy", bus.address, socket, "--filter", *allowed]):
        name, address = f"autostart-{next(_numbers)}", f"unix:path={socket}"
        # Its file is there a moment before it lets anybody in.
        wait_until(lambda: _is_let_in(address, name), what="the filter")
        asked = Asked(folder / "config", QDBusConnection(name))
        asked.change(True)
        respond(portal, asked, 0, {"autostart": ["b", True]})
        assert asked.trouble() is None
        assert asked.autostart.is_on()
        QDBusConnection.disconnectFromBus(name)


def _is_let_in(address: str, name: str) -> bool:
    if QDBusConnection.connectToBus(address, name).isConnected():
        return True
    QDBusConnection.disconnectFromBus(name)
    return False


@pytest.mark.parametrize("code", [0, 1], ids=["granted", "background refused, autostart ended"])
def test_it_is_taken_back(asked: Asked, portal: FakeService, code: int) -> None:
    asked.file.parent.mkdir(parents=True)
    asked.file.touch()
    assert asked.autostart.is_on()
    asked.change(False)
    assert options_of(portal)["autostart"] == ("b", False)
    respond(portal, asked, code, {"background": ["b", not code], "autostart": ["b", False]})
    assert asked.trouble() is None
    assert not asked.autostart.is_on()


def test_to_take_it_back_can_be_refused(asked: Asked, portal: FakeService) -> None:
    asked.file.parent.mkdir(parents=True)
    asked.file.touch()
    asked.change(False)
    respond(portal, asked, 2, {})
    assert asked.trouble() is AutostartTrouble.REFUSED
    assert asked.autostart.is_on()


@pytest.mark.parametrize(
    ("code", "results"),
    [(0, {"autostart": ["b", False]}), (0, {}), (1, {}), (2, {"autostart": ["b", True]})],
    ids=["not allowed", "says nothing", "the person said no", "ended in another way"],
)
def test_a_refusal_changes_nothing(asked: Asked, portal: FakeService, code: int, results: dict[str, object]) -> None:
    asked.change(True)
    respond(portal, asked, code, results)
    assert asked.trouble() is AutostartTrouble.REFUSED
    assert not asked.autostart.is_on()


def test_an_old_portal_answers_on_a_path_of_its_own(asked: Asked, portal: FakeService) -> None:
    asked.change(True)
    options_of(portal)
    # Until the call has returned, nobody listens there.
    wait_until(lambda: OLD_HANDLE in asked.requests()[0]._paths, what="the handle")  # type: ignore[attr-defined]
    respond(portal, asked, 0, {"autostart": ["b", True]}, OLD_HANDLE)
    assert asked.trouble() is None
    assert asked.autostart.is_on()


def test_no_portal_is_told(asked: Asked) -> None:
    asked.change(True)
    assert asked.trouble() is AutostartTrouble.NO_ANSWER
    assert not asked.autostart.is_on()


def test_a_portal_that_knows_nothing_of_it_is_told(asked: Asked, bus: PrivateBus) -> None:
    with FakeService(bus.address, NAME):
        asked.change(True)
        assert asked.trouble() is AutostartTrouble.NO_ANSWER


def test_an_answer_that_cannot_be_kept_is_told(asked: Asked, portal: FakeService) -> None:
    asked.file.parent.parent.mkdir()
    asked.file.parent.write_text("no folder")
    asked.change(True)
    respond(portal, asked, 0, {"autostart": ["b", True]})
    assert asked.trouble() is AutostartTrouble.NOT_WRITTEN


def test_a_flatpak_is_known_by_its_file(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(here, "_IN_FLATPAK", folder / "flatpak-info")
    assert isinstance(autostart_here((), folder, ""), XdgAutostart)
    (folder / "flatpak-info").touch()
    assert isinstance(autostart_here((), folder, ""), PortalAutostart)
