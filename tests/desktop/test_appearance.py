"""Dark colours and reduced motion, as a settings portal tells them."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection

from herwidget.desktop.appearance import prefers_dark, wants_motion
from tests.desktop.support import FakeService, PrivateBus

SETTINGS = "org.freedesktop.portal.Settings"
_numbers = itertools.count()


@pytest.fixture
def bus(folder: Path) -> Iterator[PrivateBus]:
    with PrivateBus(folder) as own_bus:
        yield own_bus


@pytest.fixture
def connection(bus: PrivateBus) -> Iterator[QDBusConnection]:
    name = f"motion-{next(_numbers)}"
    yield QDBusConnection.connectToBus(bus.address, name)
    QDBusConnection.disconnectFromBus(name)


@pytest.mark.parametrize(
    ("signature", "value", "moves"),
    [("u", 1, False), ("u", 0, True), ("b", False, False), ("b", True, True), ("s", "0", False), ("s", "1", True)],
)
def test_the_portal_is_believed(
    bus: PrivateBus, connection: QDBusConnection, signature: str, value: object, moves: bool
) -> None:
    with FakeService(bus.address, "org.freedesktop.portal.Desktop") as portal:
        portal.do("answer", SETTINGS, "Read", "v", [["v", [signature, value]]])
        assert wants_motion(connection) is moves


def test_things_move_where_no_portal_says_otherwise(bus: PrivateBus, connection: QDBusConnection) -> None:
    assert wants_motion(connection)
    with FakeService(bus.address, "org.freedesktop.portal.Desktop"):
        assert wants_motion(connection)


@pytest.mark.parametrize(("scheme", "dark"), [(0, None), (1, True), (2, False)])
def test_the_preferred_colours_are_told(
    bus: PrivateBus, connection: QDBusConnection, scheme: int, dark: bool | None
) -> None:
    assert prefers_dark(connection) is None
    with FakeService(bus.address, "org.freedesktop.portal.Desktop") as portal:
        portal.do("answer", SETTINGS, "Read", "v", [["v", ["u", scheme]]])
        assert prefers_dark(connection) is dark
