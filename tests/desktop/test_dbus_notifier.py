"""Notifications over a bus, with a daemon that takes nothing but what the specification says, and with dunst."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from herwidget import APP_ID
from herwidget.core.ports import NotificationResponse, Notifier
from herwidget.desktop.notifications.dbus_notifier import DBusNotifier
from tests.desktop.support import ROOT, FakeService, Helper, PrivateBus, let_qt_work, need_programs, wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux desktops have these notifications")

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
ALL_CAPABILITIES = ["actions", "body", "body-markup"]
TEXTS = ("A small question", "when you like", "Answer")

OPENED, CLOSED = NotificationResponse.OPENED, NotificationResponse.CLOSED


class Shown:
    """A notifier and what became of its notifications."""

    def __init__(self) -> None:
        self.notifier = DBusNotifier("herwidget")
        self.responses: list[NotificationResponse] = []

    def show(self) -> bool:
        """Show the usual texts."""
        return self.notifier.notify(*TEXTS, self.responses.append)


@pytest.fixture
def shown() -> Iterator[Shown]:
    made = Shown()
    yield made
    made.notifier.withdraw()


@pytest.fixture
def daemon(bus: PrivateBus) -> Iterator[FakeService]:
    with FakeService(bus.address, SERVICE) as service:
        service.do("notifications", ALL_CAPABILITIES)
        yield service


def _emit(daemon: FakeService, name: str, signature: str, *values: object) -> None:
    daemon.do("emit", PATH, SERVICE, name, signature, values)


def _descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


class TestShowing:
    def test_what_is_sent_is_what_the_specification_says(self, daemon: FakeService, shown: Shown) -> None:
        assert shown.show()
        assert daemon.signatures("Notify") == {"susssasa{sv}i"}
        hints = {"urgency": ["y", 0], "transient": ["b", True], "desktop-entry": ["s", APP_ID]}
        assert daemon.called("Notify") == [
            ["Herwidget", 0, "herwidget", TEXTS[0], TEXTS[1], ["default", "Answer"], hints, -1]
        ]

    def test_it_is_a_notifier(self, shown: Shown, bus: PrivateBus) -> None:
        notifier: Notifier = shown.notifier
        assert notifier.is_compatible()

    def test_markup_is_escaped_where_there_is_markup(self, daemon: FakeService, shown: Shown) -> None:
        body = "a <b> & 'c' \"d\"\0"
        shown.notifier.notify("<t> & t", body, "Answer", shown.responses.append)
        (values,) = daemon.called("Notify")
        assert values[3:5] == ["<t> & t", "a &lt;b&gt; &amp; 'c' \"d\""]

    def test_a_daemon_that_can_do_nothing_gets_plain_text_and_no_action(
        self, daemon: FakeService, shown: Shown
    ) -> None:
        daemon.do("notifications", [])
        shown.notifier.notify("t", "a <b> & c", "Answer", shown.responses.append)
        (values,) = daemon.called("Notify")
        assert values[4:6] == ["a <b> & c", []]

    def test_a_picture_is_named_by_its_address(self, daemon: FakeService) -> None:
        notifier = DBusNotifier("/usr/share/icons/her widget.svg")
        notifier.notify(*TEXTS, lambda _response: None)
        assert daemon.called("Notify")[0][2] == "file:///usr/share/icons/her%20widget.svg"
        notifier.withdraw()

    def test_capabilities_are_asked_once(self, daemon: FakeService, shown: Shown) -> None:
        for _ in range(3):
            assert shown.show()
            shown.notifier.withdraw()
        assert len(daemon.called("GetCapabilities")) == 1

    def test_a_second_one_takes_the_place_of_the_first(self, daemon: FakeService, shown: Shown) -> None:
        first: list[NotificationResponse] = []
        shown.notifier.notify(*TEXTS, first.append)
        shown.show()
        assert [values[1] for values in daemon.called("Notify")] == [0, 1]
        _emit(daemon, "NotificationClosed", "uu", 1, 2)
        wait_until(lambda: shown.responses)
        assert (first, shown.responses) == ([], [CLOSED])

    def test_nothing_is_connected_before_and_after(self, daemon: FakeService, shown: Shown) -> None:
        before = _descriptors()
        assert shown.notifier.is_compatible()
        assert _descriptors() == before
        shown.show()
        assert _descriptors() == before + 1
        _emit(daemon, "NotificationClosed", "uu", 1, 2)
        wait_until(lambda: shown.responses)
        assert _descriptors() == before

    def test_no_text_is_logged(self, daemon: FakeService, shown: Shown, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level(logging.DEBUG)
        shown.show()
        daemon.kill()
        wait_until(lambda: shown.responses)
        shown.show()
        assert caplog.text
        assert not any(text in caplog.text for text in TEXTS)


class TestResponding:
    def test_the_action_and_only_once(self, daemon: FakeService, shown: Shown) -> None:
        shown.show()
        _emit(daemon, "ActionInvoked", "us", 1, "default")
        _emit(daemon, "NotificationClosed", "uu", 1, 2)
        wait_until(lambda: shown.responses)
        let_qt_work(0.05)
        assert shown.responses == [OPENED]

    @pytest.mark.parametrize("reason", [1, 2, 3, 4])
    def test_closing(self, daemon: FakeService, shown: Shown, reason: int) -> None:
        shown.show()
        _emit(daemon, "NotificationClosed", "uu", 1, reason)
        wait_until(lambda: shown.responses)
        assert shown.responses == [CLOSED]

    def test_others_notifications_and_other_actions_are_not_ours(self, daemon: FakeService, shown: Shown) -> None:
        shown.show()
        _emit(daemon, "ActionInvoked", "us", 2, "default")
        _emit(daemon, "NotificationClosed", "uu", 7, 2)
        _emit(daemon, "ActionInvoked", "us", 1, "inline-reply")
        let_qt_work(0.1)
        assert shown.responses == []

    def test_a_stranger_on_the_bus_cannot_answer(self, bus: PrivateBus, daemon: FakeService, shown: Shown) -> None:
        shown.show()
        with FakeService(bus.address, "org.example.Stranger") as stranger:
            _emit(stranger, "ActionInvoked", "us", 1, "default")
            (ours,) = daemon.callers("Notify")
            stranger.do("emit", PATH, SERVICE, "ActionInvoked", "us", [1, "default"], ours)
            let_qt_work(0.1)
        assert shown.responses == []

    def test_an_answer_that_comes_before_the_event_loop_does(self, daemon: FakeService, shown: Shown) -> None:
        """It lies in the connection's buffer, where the socket no longer signals it."""
        shown.show()
        _emit(daemon, "ActionInvoked", "us", 1, "default")
        time.sleep(0.1)
        connection = shown.notifier._connection
        assert connection is not None
        connection.call_bus("GetId", time.monotonic() + 1)
        shown.notifier._read()
        assert shown.responses == [OPENED]

    def test_one_that_is_closed_before_it_is_shown(self, daemon: FakeService, shown: Shown) -> None:
        daemon.do("hasty")
        assert shown.show()
        assert shown.responses == [], "never from within notify"
        wait_until(lambda: shown.responses)
        assert shown.responses == [CLOSED]

    def test_the_last_word_of_a_bus_that_ends_counts(self, bus: PrivateBus, daemon: FakeService, shown: Shown) -> None:
        shown.show()
        _emit(daemon, "ActionInvoked", "us", 1, "default")
        time.sleep(0.1)
        bus.kill()
        wait_until(lambda: shown.responses)
        let_qt_work(0.05)
        assert shown.responses == [OPENED]

    def test_the_next_one_may_be_shown_from_the_answer(self, daemon: FakeService, shown: Shown) -> None:
        worked: list[bool] = []
        shown.notifier.notify(*TEXTS, lambda _response: worked.append(shown.show()))
        _emit(daemon, "NotificationClosed", "uu", 1, 1)
        wait_until(lambda: worked)
        assert worked == [True]
        _emit(daemon, "ActionInvoked", "us", 2, "default")
        wait_until(lambda: shown.responses)
        assert shown.responses == [OPENED]

    def test_withdrawing(self, daemon: FakeService, shown: Shown) -> None:
        shown.notifier.withdraw()
        shown.show()
        shown.notifier.withdraw()
        wait_until(lambda: daemon.called("CloseNotification") == [[1]])
        _emit(daemon, "NotificationClosed", "uu", 1, 3)
        let_qt_work(0.05)
        assert shown.responses == []


class TestTrouble:
    def test_no_bus(self, shown: Shown) -> None:
        assert not shown.notifier.is_compatible()
        assert not shown.show()

    def test_the_runtime_folders_bus_is_found(
        self, folder: Path, bus: PrivateBus, daemon: FakeService, shown: Shown, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder / "bus"))
        assert shown.notifier.is_compatible()
        assert shown.show()

    @pytest.mark.parametrize("address", ["unix:path=/nowhere", "tcp:host=localhost,port=1", "nonsense", "unix:"])
    def test_an_address_that_leads_nowhere(self, shown: Shown, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        before = _descriptors()
        assert not shown.show()
        assert _descriptors() == before

    def test_no_daemon(self, bus: PrivateBus, shown: Shown) -> None:
        assert not shown.show()

    def test_a_daemon_that_refuses(self, bus: PrivateBus, shown: Shown) -> None:
        with FakeService(bus.address, SERVICE):
            assert not shown.show()

    def test_a_bus_that_hangs(self, bus: PrivateBus, shown: Shown) -> None:
        bus.signal(signal.SIGSTOP)
        began = time.monotonic()
        assert not shown.show()
        assert time.monotonic() - began < 15
        bus.signal(signal.SIGCONT)

    def test_a_daemon_that_hangs_and_shows_it_late_has_it_taken_away_again(
        self, daemon: FakeService, shown: Shown
    ) -> None:
        shown.show()
        shown.notifier.withdraw()
        daemon.do("slow", 4)
        began = time.monotonic()
        assert not shown.show()
        assert time.monotonic() - began < 3
        wait_until(lambda: daemon.called("CloseNotification") == [[1], [2]])
        wait_until(lambda: shown.notifier._connection is None, what="rest")
        assert shown.responses == []

    def test_a_daemon_that_ends_closes_what_it_showed(self, bus: PrivateBus, shown: Shown) -> None:
        with FakeService(bus.address, SERVICE) as first:
            first.do("notifications", ALL_CAPABILITIES)
            shown.show()
        wait_until(lambda: shown.responses)
        assert shown.responses == [CLOSED]
        with FakeService(bus.address, SERVICE) as second:
            second.do("notifications", [])
            assert shown.show()
            assert second.called("Notify")[0][5] == [], "a new daemon is asked anew what it can"

    def test_a_bus_that_ends_closes_it_and_the_next_bus_is_used(
        self, folder: Path, shown: Shown, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for number in (1, 2):
            with PrivateBus(folder / f"bus{number}") as one:
                monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", one.address)
                with FakeService(one.address, SERVICE) as daemon:
                    daemon.do("notifications", ALL_CAPABILITIES)
                    assert shown.show()
                    one.kill()
                    wait_until(lambda: shown.responses)
                    assert shown.responses.pop() is CLOSED

    def test_a_bus_that_ended_unnoticed_is_left_for_the_next_one(
        self, folder: Path, shown: Shown, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for number in (1, 2):
            with PrivateBus(folder / f"bus{number}") as one:
                monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", one.address)
                with FakeService(one.address, SERVICE) as daemon:
                    daemon.do("notifications", ALL_CAPABILITIES)
                    assert shown.show()
                    assert daemon.called("Notify")[0][1] == 0, "the first bus's number means nothing here"
        assert shown.responses == []

    def test_a_daemon_that_only_starts_when_asked(
        self, folder: Path, shown: Shown, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        starter = folder / "start-daemon"
        starter.write_text(
            f"#!/bin/sh\ncd {ROOT}\n(echo '[\"notifications\", []]'; sleep 5) | "
            f'{sys.executable} -m tests.desktop.fake_service "$DBUS_STARTER_ADDRESS" {SERVICE} >/dev/null 2>&1\n'
        )
        starter.chmod(0o700)
        start = f"[D-BUS Service]\nName={SERVICE}\nExec={starter}\n"
        with PrivateBus(folder / "starting", start) as starting:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", starting.address)
            began = time.monotonic()
            if not shown.show():  # slow machine: nothing was sent, and by now it runs
                assert time.monotonic() - began < 4
                wait_until(shown.show)
            shown.notifier.withdraw()


class TestDunst:
    @pytest.fixture
    def dunst(self, bus: PrivateBus, display: str, folder: Path) -> Iterator[Helper]:
        need_programs("dunst", "dunstctl", "xdotool")
        configuration = folder / "dunstrc"
        configuration.write_text(
            "[global]\norigin = top-left\noffset = 0x0\nwidth = 300\nmouse_middle_click = do_action, close_current\n"
        )
        with Helper(["dunst", "-conf", configuration]) as running:
            wait_until(
                lambda: subprocess.run(["dunstctl", "is-paused"], capture_output=True, check=False).returncode == 0
            )
            yield running

    def _wait_for_bubble(self) -> None:
        search = ["xdotool", "search", "--onlyvisible", "--class", "Dunst"]
        wait_until(lambda: subprocess.run(search, capture_output=True, check=False).stdout, what="the bubble")

    def test_a_click_on_the_bubble(self, dunst: Helper, shown: Shown) -> None:
        assert shown.show()
        self._wait_for_bubble()
        subprocess.run(["xdotool", "mousemove", "30", "20", "click", "2"], check=True)
        wait_until(lambda: shown.responses)
        assert shown.responses == [OPENED]

    def test_dismissing_it(self, dunst: Helper, shown: Shown) -> None:
        assert shown.show()
        self._wait_for_bubble()
        subprocess.run(["dunstctl", "close-all"], check=True)
        wait_until(lambda: shown.responses)
        assert shown.responses == [CLOSED]

    def test_withdrawing_it(self, dunst: Helper, shown: Shown) -> None:
        assert shown.show()
        self._wait_for_bubble()
        shown.notifier.withdraw()
        count = ["dunstctl", "count", "displayed"]
        wait_until(lambda: subprocess.run(count, capture_output=True, check=True).stdout.strip() == b"0")
        assert shown.responses == []


def test_jeepney_is_imported_only_for_the_first_notification() -> None:
    code = (
        "import sys; from herwidget.desktop.notifications.dbus_notifier import DBusNotifier\n"
        "DBusNotifier().is_compatible(); print('jeepney' in sys.modules)"
    )
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    argv = [sys.executable, "-c", code]
    done = subprocess.run(argv, capture_output=True, text=True, cwd=ROOT, env=environment, check=True)
    assert done.stdout == "False\n"
