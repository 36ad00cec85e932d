"""What the X server knows, asked of a real one."""

from __future__ import annotations

import ctypes
import subprocess
import time
from datetime import timedelta
from pathlib import Path

import pytest

from herwidget.desktop import x11
from tests.desktop.support import Helper, need_programs, wait_until

QUESTIONS = (x11.has_compositor, x11.has_xembed_tray, x11.active_window_is_full_screen, x11.idle_time)

# A window that goes full screen, and back, by a line on its standard input.
WINDOW = """
import sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget
qt = QApplication(["window", "-platform", "xcb"])
window = QWidget(); window.resize(200, 100); window.show()
def obey():
    line = sys.stdin.readline()
    window.showFullScreen() if line == "full\\n" else window.showNormal()
watch = QSocketNotifier(0, QSocketNotifier.Type.Read); watch.activated.connect(obey)
print(int(window.winId()), flush=True)
qt.exec()
"""

# Says what is told at the root window, piece by piece.
LISTENER = """
import ctypes
from herwidget.desktop import x11
xlib, event = x11._xlib(), x11._ClientMessage()
xlib.XGetAtomName.restype = ctypes.c_char_p
display = ctypes.c_void_p(xlib.XOpenDisplay(None))
xlib.XSelectInput(display, ctypes.c_ulong(xlib.XDefaultRootWindow(display)), ctypes.c_long(x11._PROPERTY_CHANGES))
xlib.XSync(display, False)
print("listening", flush=True)
while True:
    xlib.XNextEvent(display, ctypes.byref(event))
    if event.kind == x11._CLIENT_MESSAGE:
        piece = ctypes.string_at(ctypes.addressof(event) + x11._ClientMessage.data.offset, x11._MESSAGE_BYTES)
        print(xlib.XGetAtomName(display, ctypes.c_ulong(event.message_type)).decode(), piece.hex(), flush=True)
"""


class TestWithoutX11:
    @pytest.mark.parametrize("question", QUESTIONS)
    def test_no_display_cannot_tell(self, question: object) -> None:
        assert callable(question) and question() is None

    @pytest.mark.parametrize("question", QUESTIONS)
    def test_a_display_that_is_not_there_cannot_tell(self, question: object, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DISPLAY", ":9876")
        assert callable(question) and question() is None

    @pytest.mark.parametrize(("name", "value"), [("WAYLAND_DISPLAY", "wayland-0"), ("XDG_SESSION_TYPE", "wayland")])
    def test_under_wayland_the_x_server_is_not_asked(
        self, display: str, monkeypatch: pytest.MonkeyPatch, name: str, value: str
    ) -> None:
        monkeypatch.setenv(name, value)
        assert [question() for question in QUESTIONS] == [None] * 4

    @pytest.mark.parametrize("question", QUESTIONS)
    def test_no_library_cannot_tell(self, question: object, display: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(x11, "_library", lambda _name: None)
        x11._xlib.cache_clear()
        x11._screen_saver_library.cache_clear()
        assert callable(question) and question() is None
        monkeypatch.undo()
        x11._xlib.cache_clear()
        x11._screen_saver_library.cache_clear()

    def test_only_the_idle_time_needs_the_screen_saver_library(
        self, display: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(x11, "_screen_saver_library", lambda: None)
        assert x11.idle_time() is None
        assert x11.has_compositor() is False


class TestOpening:
    def test_a_server_that_is_there(self, display: str) -> None:
        assert x11.can_open() is True

    @pytest.mark.parametrize("name", [":9876", "nonsense", ""])
    def test_one_that_is_not(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        monkeypatch.setenv("DISPLAY", name)
        assert x11.can_open() is False

    def test_no_library_cannot_tell(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(x11, "_xlib", lambda: None)
        assert x11.can_open() is None


def test_a_bare_server(display: str) -> None:
    assert x11.has_compositor() is False
    assert x11.has_xembed_tray() is False
    assert x11.active_window_is_full_screen() is None  # no window manager


def test_a_compositor(display: str) -> None:
    need_programs("picom")
    with Helper(["picom", "--backend", "xrender", "--config", "/dev/null"]):
        wait_until(x11.has_compositor, what="picom")
    wait_until(lambda: x11.has_compositor() is False)


def test_an_old_tray(display: str) -> None:
    need_programs("trayer")
    with Helper(["trayer"]):
        wait_until(x11.has_xembed_tray, what="trayer")
    wait_until(lambda: x11.has_xembed_tray() is False)


def test_full_screen(display: str) -> None:
    need_programs("openbox")
    with Helper(["openbox", "--sm-disable"]):
        wait_until(lambda: x11.active_window_is_full_screen() is False, what="openbox")
        with Helper.python(WINDOW) as window:
            assert window.line()
            for _ in range(2):
                window.say("full")
                wait_until(x11.active_window_is_full_screen, what="a full screen")
                window.say("normal")
                wait_until(lambda: x11.active_window_is_full_screen() is False, what="a normal window")
            window.say("full")
            wait_until(x11.active_window_is_full_screen)
        wait_until(lambda: x11.active_window_is_full_screen() is False, what="a window that was killed")


def test_a_window_that_has_gone_kills_nobody(display: str) -> None:
    """BadWindow, which Xlib's own error handler answers by ending the process."""
    need_programs("xprop")
    gone = "0x3fffff7"
    subprocess.run(
        ["xprop", "-root", "-f", "_NET_ACTIVE_WINDOW", "32x", "-set", "_NET_ACTIVE_WINDOW", gone], check=True
    )
    try:
        assert x11.active_window_is_full_screen() is False
    finally:
        subprocess.run(["xprop", "-root", "-remove", "_NET_ACTIVE_WINDOW"], check=True)


def test_the_error_handler_of_the_program_comes_back(display: str) -> None:
    xlib = x11._xlib()
    assert xlib is not None
    own = x11._ErrorHandler(lambda _display, _event: 0)
    before = xlib.XSetErrorHandler(own)
    x11.has_compositor()
    during = xlib.XSetErrorHandler(ctypes.cast(before, x11._ErrorHandler))
    assert during == ctypes.cast(own, ctypes.c_void_p).value


def test_idle_time(display: str) -> None:
    need_programs("xdotool")
    subprocess.run(["xdotool", "mousemove", "10", "10", "mousemove", "20", "20"], check=True)
    first = x11.idle_time()
    assert first is not None and first < timedelta(seconds=2)
    time.sleep(0.3)
    second = x11.idle_time()
    assert second is not None and second >= timedelta(seconds=0.3)
    subprocess.run(["xdotool", "key", "a"], check=True)
    third = x11.idle_time()
    assert third is not None and third < second


@pytest.mark.parametrize("startup_id", ["xfce4-panel/1234-0-host_TIME77", 'a "quoted" \\ one', "7 bytes", ""])
def test_the_desktop_hears_that_a_start_is_over(display: str, startup_id: str) -> None:
    with Helper.python(LISTENER) as listener:
        assert listener.line() == "listening"
        x11.tell_that_started(startup_id)
        kinds, said = [], b""
        while not said.endswith(b"\0"):
            kind, _, piece = listener.line().partition(" ")
            kinds.append(kind)
            said += bytes.fromhex(piece)
    assert kinds == ["_NET_STARTUP_INFO_BEGIN", *["_NET_STARTUP_INFO"] * (len(kinds) - 1)]
    quoted = startup_id.replace("\\", "\\\\").replace('"', '\\"')
    assert said.rstrip(b"\0").decode() == f'remove: ID="{quoted}"'


def test_nothing_stays_open(display: str) -> None:
    descriptors = Path("/proc/self/fd")
    x11.has_compositor()
    before = len(list(descriptors.iterdir()))
    for _ in range(50):
        x11.has_xembed_tray()
    assert len(list(descriptors.iterdir())) == before
