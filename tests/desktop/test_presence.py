"""Whether the person is free, by the word of made-up and real programs."""

from __future__ import annotations

import itertools
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection

from herwidget.core.asking import Busy
from herwidget.desktop import bus_calls, presence, x11
from herwidget.desktop.gsettings import desktop_boolean
from herwidget.desktop.presence import LinuxPresence, NoPresence, presence_for_this_desktop
from tests.desktop.support import FakeService, Helper, PrivateBus, need_programs, wait_until

LOGIND = "org.freedesktop.login1"
LOGIND_SESSION = "org.freedesktop.login1.Session"
NOTIFICATIONS = "org.freedesktop.Notifications"

_numbers = itertools.count()

Service = Callable[[str], FakeService]


@pytest.fixture
def connection(bus: PrivateBus) -> Iterator[QDBusConnection]:
    """Qt's connection to the test's bus, which stands for the system's bus too."""
    name = f"presence-{next(_numbers)}"
    yield QDBusConnection.connectToBus(bus.address, name)
    QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def service(bus: PrivateBus) -> Iterator[Service]:
    """Starts made-up programs by name."""
    with ExitStack() as running:
        yield lambda name: running.enter_context(FakeService(bus.address, name))


@pytest.fixture
def desk(connection: QDBusConnection) -> LinuxPresence:
    return LinuxPresence(connection, connection)


def test_a_desktop_that_says_nothing_leaves_the_person_free(desk: LinuxPresence) -> None:
    assert desk.busy() is None


def test_no_bus_at_all_leaves_the_person_free() -> None:
    nowhere = QDBusConnection("nowhere")
    assert LinuxPresence(nowhere, nowhere).busy() is None


def test_each_platform_has_one() -> None:
    assert NoPresence().busy() is None
    assert isinstance(presence_for_this_desktop(), (LinuxPresence, NoPresence))


class TestLogin:
    def test_locked_is_heard_and_ends(self, desk: LinuxPresence, service: Service) -> None:
        logind = service(LOGIND)
        for locked in (False, True, False):
            logind.do("property", LOGIND_SESSION, "LockedHint", "b", locked)
            assert desk.busy() is (Busy.LOCKED if locked else None)

    def test_a_logind_that_knows_no_automatic_session(
        self, desk: LinuxPresence, service: Service, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        logind = service(LOGIND)
        assert desk.busy() is None
        assert logind.called("GetSession") == []
        monkeypatch.setenv("XDG_SESSION_ID", "c7")
        logind.do("answer", "org.freedesktop.login1.Manager", "GetSession", "o", ["/org/freedesktop/login1/session/c7"])
        assert desk.busy() is None
        logind.do("property", LOGIND_SESSION, "LockedHint", "b", True)
        assert desk.busy() is Busy.LOCKED
        assert logind.called("GetSession")[-1] == ["c7"]

    def test_another_persons_session_on_the_screen_is_absence(self, desk: LinuxPresence, service: Service) -> None:
        logind = service(LOGIND)
        logind.do("property", LOGIND_SESSION, "LockedHint", "b", False)
        logind.do("property", LOGIND_SESSION, "Active", "b", False)
        assert desk.busy() is Busy.AWAY
        logind.do("property", LOGIND_SESSION, "Active", "b", True)
        assert desk.busy() is None

    def test_idle_by_logind_counts_where_nothing_better_is_known(
        self, desk: LinuxPresence, service: Service, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        logind = service(LOGIND)
        logind.do("property", LOGIND_SESSION, "LockedHint", "b", False)
        logind.do("property", LOGIND_SESSION, "IdleHint", "b", True)
        assert desk.busy() is Busy.AWAY
        monkeypatch.setattr(x11, "idle_time", lambda: timedelta(seconds=1))
        assert desk.busy() is None


@pytest.mark.parametrize("name", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.xfce.ScreenSaver"])
def test_a_screen_locker(desk: LinuxPresence, service: Service, name: str) -> None:
    locker = service(name)
    assert desk.busy() is None, "a locker without the method cannot tell"
    for active in (False, True, False):
        locker.do("answer", name, "GetActive", "b", [active])
        assert desk.busy() is (Busy.LOCKED if active else None)


class TestDoNotDisturb:
    def test_notifications_that_are_inhibited(self, desk: LinuxPresence, service: Service) -> None:
        daemon = service(NOTIFICATIONS)
        assert desk.busy() is None
        for inhibited in (False, True):
            daemon.do("property", NOTIFICATIONS, "Inhibited", "b", inhibited)
            assert desk.busy() is (Busy.DO_NOT_DISTURB if inhibited else None)

    def test_xfce(self, desk: LinuxPresence, service: Service) -> None:
        settings = service("org.xfce.Xfconf")
        assert desk.busy() is None
        settings.do("answer", "org.xfce.Xfconf", "GetProperty", "v", [["b", True]])
        assert desk.busy() is Busy.DO_NOT_DISTURB
        assert settings.called("GetProperty")[-1] == ["xfce4-notifyd", "/do-not-disturb"]

    def test_the_real_dunst(self, bus: PrivateBus, desk: LinuxPresence, display: str) -> None:
        need_programs("dunst", "dunstctl")
        with Helper(["dunst", "-conf", "/dev/null"]):
            wait_until(
                lambda: subprocess.run(["dunstctl", "is-paused"], capture_output=True, check=False).stdout == b"false\n"
            )
            assert desk.busy() is None
            for paused in ("true", "false"):
                subprocess.run(["dunstctl", "set-paused", paused], check=True)
                assert desk.busy() is (Busy.DO_NOT_DISTURB if paused == "true" else None)

    def test_the_real_settings_of_gnome(
        self, folder: Path, desk: LinuxPresence, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        need_programs("gsettings")
        schema, key = "org.gnome.desktop.notifications", "show-banners"
        monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
        monkeypatch.setenv("GSETTINGS_BACKEND", "keyfile")
        monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
        assert desk.busy() is None
        for shown in ("false", "true", "false"):
            subprocess.run(["gsettings", "set", schema, key, shown], check=True)
            assert desktop_boolean(schema, key) is (shown == "true")
            assert desk.busy() is (None if shown == "true" else Busy.DO_NOT_DISTURB)
        assert desktop_boolean("org.gnome.desktop.interface", "font-name") is None, "a text is no boolean"
        assert desktop_boolean("org.example.unknown", "key") is None, "an unknown schema tells nothing"
        monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
        assert desk.busy() is None, "another desktop's settings do not count"


class TestAway:
    def test_the_x_servers_idle_time(self, desk: LinuxPresence, display: str, monkeypatch: pytest.MonkeyPatch) -> None:
        need_programs("xdotool")
        monkeypatch.setattr(presence, "AWAY_AFTER", timedelta(seconds=0.2))
        time.sleep(0.25)
        assert desk.busy() is Busy.AWAY
        subprocess.run(["xdotool", "mousemove", "30", "30", "mousemove", "40", "40"], check=True)
        monkeypatch.setattr(presence, "AWAY_AFTER", timedelta(seconds=5))
        assert desk.busy() is None

    @pytest.mark.parametrize(("milliseconds", "away"), [(299_999, False), (300_000, True), (2**40, True)])
    def test_mutter(self, desk: LinuxPresence, service: Service, milliseconds: int, away: bool) -> None:
        monitor = service("org.gnome.Mutter.IdleMonitor")
        monitor.do("answer", "org.gnome.Mutter.IdleMonitor", "GetIdletime", "t", [milliseconds])
        assert desk.busy() is (Busy.AWAY if away else None)


def test_the_x_server_knows_better_than_the_compositor(
    desk: LinuxPresence, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monitor = service("org.gnome.Mutter.IdleMonitor")
    monitor.do("answer", "org.gnome.Mutter.IdleMonitor", "GetIdletime", "t", [999_999])
    monkeypatch.setattr(x11, "idle_time", lambda: timedelta(seconds=1))
    assert desk.busy() is None


def test_full_screen(desk: LinuxPresence, monkeypatch: pytest.MonkeyPatch) -> None:
    for answer, busy in ((None, None), (False, None), (True, Busy.FULL_SCREEN)):
        monkeypatch.setattr(x11, "active_window_is_full_screen", lambda answer=answer: answer)
        assert desk.busy() is busy


def test_a_program_that_hangs_is_waited_for_once(desk: LinuxPresence, service: Service) -> None:
    locker, daemon = service("org.gnome.ScreenSaver"), service(NOTIFICATIONS)
    locker.do("answer", "org.gnome.ScreenSaver", "GetActive", "b", "never")
    daemon.do("property", NOTIFICATIONS, "Inhibited", "b", True)
    began = time.monotonic()
    assert desk.busy() is Busy.DO_NOT_DISTURB
    assert desk.busy() is Busy.DO_NOT_DISTURB
    assert time.monotonic() - began < 15
    assert len(locker.called("GetActive")) == 1


def test_no_program_is_ever_started(folder: Path) -> None:
    mark = folder / "started"
    start = f"[D-BUS Service]\nName=org.gnome.ScreenSaver\nExec=/usr/bin/touch {mark}\n"
    with PrivateBus(folder / "starting-bus", start) as starting:
        connection = QDBusConnection.connectToBus(starting.address, "starting")
        calls = bus_calls.BusCalls(connection)
        name = "org.gnome.ScreenSaver"
        assert calls.ask(name, "/org/gnome/ScreenSaver", name, "GetActive") is None
        assert LinuxPresence(connection, connection).busy() is None
        QDBusConnection.disconnectFromBus("starting")
    assert not mark.exists()


def test_a_bus_that_ends_leaves_the_person_free(bus: PrivateBus, desk: LinuxPresence, service: Service) -> None:
    locker = service("org.gnome.ScreenSaver")
    locker.do("answer", "org.gnome.ScreenSaver", "GetActive", "b", [True])
    assert desk.busy() is Busy.LOCKED
    bus.kill()
    wait_until(lambda: desk.busy() is None)
