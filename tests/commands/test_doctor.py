"""`herwidget doctor`."""

import re

import pytest

from tests.commands.command_line import CommandLine
from tests.desktop.support import FakeService, PrivateBus

SERVICE = "[D-BUS Service]\nName=org.freedesktop.Notifications\nExec=/bin/false\n"


def _notifications(herwidget: CommandLine) -> str:
    found = re.search(r"^. Notifications: (.*)$", herwidget("doctor").out, re.MULTILINE)
    assert found
    return found[1]


def test_a_line_for_each_finding(herwidget: CommandLine) -> None:
    done = herwidget("doctor")
    assert (done.code, done.err) == (0, "")
    names = [line[2:].partition(":")[0] for line in done.out.splitlines()]
    assert names == [
        *("Versions", "Running", "Starts with the computer", "Screen", "Tray", "Notifications"),
        *("Questions", "Journal", "Settings", "Folders", "Time zone"),
    ]
    assert all(line.startswith("✓ ") for line in done.out.splitlines())
    assert f"Journal: none yet; it will be {herwidget.journal}" in done.out


def test_nothing_private_is_told(herwidget: CommandLine) -> None:
    herwidget("check-in", "--terminal", lines="2 a secret\n")
    out = herwidget("doctor").out
    assert "1 check-in answered" in out
    assert "secret" not in out


def test_a_damaged_journal_stands_in_the_way(herwidget: CommandLine) -> None:
    herwidget.journal.parent.mkdir(parents=True)
    herwidget.journal.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    done = herwidget("doctor")
    assert done.code == 1
    assert "✗ Journal: " in done.out


def test_it_speaks_korean(herwidget: CommandLine) -> None:
    done = herwidget("--lang", "ko", "doctor")
    assert done.code == 0
    assert "Notifications" not in done.out


def test_without_a_bus_notifications_over_it_are_not_claimed(herwidget: CommandLine) -> None:
    assert "D-Bus" not in _notifications(herwidget)


def test_a_bus_that_nobody_listens_at_is_no_bus(herwidget: CommandLine) -> None:
    herwidget.variables["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
    assert "D-Bus" not in _notifications(herwidget)


@pytest.mark.parametrize(("services", "claimed"), [("", False), (SERVICE, True)], ids=["empty", "activatable"])
def test_a_bus_is_claimed_when_it_can_start_a_service(herwidget: CommandLine, services: str, claimed: bool) -> None:
    with PrivateBus(herwidget.home / "bus", services) as bus:
        herwidget.variables["DBUS_SESSION_BUS_ADDRESS"] = bus.address
        assert ("D-Bus" in _notifications(herwidget)) is claimed


def test_a_bus_is_claimed_when_a_service_is_there(herwidget: CommandLine) -> None:
    with (
        PrivateBus(herwidget.home / "bus") as bus,
        FakeService(bus.address, "org.freedesktop.Notifications"),
    ):
        herwidget.variables["DBUS_SESSION_BUS_ADDRESS"] = bus.address
        assert "D-Bus" in _notifications(herwidget)
