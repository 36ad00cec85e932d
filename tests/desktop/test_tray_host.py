"""Trays that come late, go, and come again."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtDBus import QDBusConnection

from herwidget.desktop import tray_host
from herwidget.desktop.tray_host import TrayHost
from tests.desktop.support import FakeService, Helper, PrivateBus, let_qt_work, need_programs, wait_until

WATCHER = "org.kde.StatusNotifierWatcher"
HOST = "IsStatusNotifierHostRegistered"

_numbers = itertools.count()


@pytest.fixture
def connection(bus: PrivateBus) -> Iterator[QDBusConnection]:
    name = f"tray-{next(_numbers)}"
    yield QDBusConnection.connectToBus(bus.address, name)
    QDBusConnection.disconnectFromBus(name)


class Watched:
    """A tray host and what it told."""

    def __init__(self, connection: QDBusConnection) -> None:
        self.host = TrayHost(connection)
        self.told: list[str] = []
        self.host.appeared.connect(lambda: self.told.append("appeared"))
        self.host.vanished.connect(lambda: self.told.append("vanished"))


def _has_told(watched: Watched, times: int) -> bool:
    return len(watched.told) == times


def _checked(watched: Watched) -> list[str]:
    """What was told so far, after one more look."""
    watched.host.check()
    return watched.told


def _announce(panel: FakeService, registered: bool) -> None:
    panel.do("property", WATCHER, HOST, "b", registered)
    signal = "StatusNotifierHostRegistered" if registered else "StatusNotifierHostUnregistered"
    panel.do("emit", "/StatusNotifierWatcher", WATCHER, signal, "", [])


def test_a_panel_that_is_there_already(bus: PrivateBus, connection: QDBusConnection) -> None:
    with FakeService(bus.address, WATCHER) as panel:
        panel.do("property", WATCHER, HOST, "b", True)
        watched = Watched(connection)
        assert watched.host.present()
        watched.host.check()
        let_qt_work(0.05)
        assert watched.told == []


def test_a_late_panel_counts_once_it_shows_icons(bus: PrivateBus, connection: QDBusConnection) -> None:
    watched = Watched(connection)
    assert not watched.host.present()
    with FakeService(bus.address, WATCHER) as panel:
        let_qt_work(0.1)
        assert watched.told == [], "the watcher alone shows nothing"
        _announce(panel, True)
        wait_until(lambda: watched.told)
        assert watched.told == ["appeared"] and watched.host.present()
        _announce(panel, False)
        wait_until(lambda: len(watched.told) == 2)
        assert not watched.host.present()
        _announce(panel, True)
        wait_until(lambda: len(watched.told) == 3)
    wait_until(lambda: len(watched.told) == 4)
    assert watched.told == ["appeared", "vanished"] * 2


def test_a_panel_that_says_nothing_is_found_by_the_check(bus: PrivateBus, connection: QDBusConnection) -> None:
    watched = Watched(connection)
    with FakeService(bus.address, WATCHER) as panel:
        let_qt_work(0.05)
        panel.do("property", WATCHER, HOST, "b", True)
        let_qt_work(0.05)
        assert watched.told == []
        watched.host.check()
        wait_until(lambda: watched.told)
        assert watched.told == ["appeared"]


def test_a_panel_that_was_restarted_asks_for_a_new_icon(bus: PrivateBus, connection: QDBusConnection) -> None:
    watched = Watched(connection)
    for told in (2, 4):
        with FakeService(bus.address, WATCHER) as panel:
            _announce(panel, True)
            wait_until(partial(_has_told, watched, told - 1))
            panel.kill()
        wait_until(partial(_has_told, watched, told))
    assert watched.told == ["appeared", "vanished"] * 2


def test_a_watcher_that_is_replaced_without_a_gap(bus: PrivateBus, connection: QDBusConnection) -> None:
    with FakeService(bus.address, WATCHER) as first, FakeService(bus.address, WATCHER) as queued:
        for panel in (first, queued):
            panel.do("property", WATCHER, HOST, "b", True)
        watched = Watched(connection)
        assert watched.host.present()
        first.do("drop")
        wait_until(lambda: len(watched.told) == 2)
        assert watched.told == ["vanished", "appeared"]


def test_an_old_tray_is_found_by_the_check(connection: QDBusConnection, display: str) -> None:
    need_programs("trayer")
    watched = Watched(connection)
    with Helper(["trayer"]):
        wait_until(lambda: _checked(watched))
        assert watched.told == ["appeared"] and watched.host.present()
    wait_until(lambda: len(_checked(watched)) == 2)
    assert watched.told == ["appeared", "vanished"]


def test_from_the_old_kind_to_the_new_the_icon_is_made_anew(
    bus: PrivateBus, connection: QDBusConnection, display: str
) -> None:
    need_programs("trayer")
    watched = Watched(connection)
    with Helper(["trayer"]):
        wait_until(lambda: _checked(watched))
        with FakeService(bus.address, WATCHER) as panel:
            _announce(panel, True)
            wait_until(lambda: len(watched.told) == 3)
            assert watched.told == ["appeared", "vanished", "appeared"]
            panel.kill()
        wait_until(lambda: len(watched.told) == 4)
        wait_until(lambda: len(_checked(watched)) == 5)
        assert watched.told[3:] == ["vanished", "appeared"] and watched.host.present()


def test_a_slow_watcher_holds_nothing_up_and_is_heard_when_it_answers(
    bus: PrivateBus, connection: QDBusConnection
) -> None:
    with FakeService(bus.address, WATCHER) as panel:
        panel.do("property", WATCHER, HOST, "b", True)
        panel.do("slow", 4)
        began = time.monotonic()
        watched = Watched(connection)
        assert time.monotonic() - began < 3
        assert not watched.host.present()
        wait_until(lambda: watched.told)
        assert watched.told == ["appeared"]


def test_a_panel_that_hangs_has_not_vanished(
    bus: PrivateBus, connection: QDBusConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    with FakeService(bus.address, WATCHER) as panel:
        panel.do("property", WATCHER, HOST, "b", True)
        watched = Watched(connection)
        monkeypatch.setattr(tray_host, "came_too_late", lambda _answer: True)
        panel.do("property", WATCHER, HOST, "b", False)
        watched.host.check()
        let_qt_work(0.1)
        assert watched.told == [] and watched.host.present()


def test_windows_and_macos_always_have_one(connection: QDBusConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tray_host, "_ALWAYS_THERE", True)
    watched = Watched(connection)
    watched.host.check()
    let_qt_work(0.05)
    assert watched.host.present() and watched.told == []


def test_no_bus_is_no_tray() -> None:
    watched = Watched(QDBusConnection("nowhere"))
    watched.host.check()
    let_qt_work(0.05)
    assert not watched.host.present()


def test_the_real_panel_comes_late_and_is_restarted(monkeypatch: pytest.MonkeyPatch) -> None:
    session_desktop = pytest.importorskip("tests.session.desktop", reason="a desktop session runs on Linux only")
    missing = session_desktop.missing_packages()
    if missing:
        sentence = f"a desktop session needs these Debian packages, which are missing: {' '.join(missing)}"
        pytest.fail(sentence) if os.environ.get("CI") else pytest.skip(sentence)
    with session_desktop.DesktopSession(panel=None, notifications=False) as session:
        monkeypatch.setenv("DISPLAY", session.display)
        watched = Watched(QDBusConnection.connectToBus(session.bus_address, "panel"))
        let_qt_work(0.1)
        assert not watched.host.present()
        session.start_panel("xfce")
        wait_until(lambda: watched.told, what="the panel")
        assert watched.told == ["appeared"]
        session.stop_panel()
        wait_until(lambda: watched.told == ["appeared", "vanished"], what="the panel's end")
        session.start_panel("xfce")
        wait_until(lambda: len(watched.told) == 3, what="the panel's return")
        session.restart_panel()  # all at once, as far as Qt can see
        wait_until(lambda: len(watched.told) == 5, what="the panel's second return")
        let_qt_work(0.3)
        assert watched.told == ["appeared", "vanished", "appeared", "vanished", "appeared"]
        QDBusConnection.disconnectFromBus("panel")
