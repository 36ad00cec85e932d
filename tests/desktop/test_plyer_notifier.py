"""plyer, with the commands it calls replaced by ones that keep what they were given."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from herwidget.core.ports import NotificationResponse, Notifier
from herwidget.desktop.notifications import plyer_notifier
from herwidget.desktop.notifications.plyer_notifier import PlyerNotifier, safe_text
from tests.desktop.support import need_library

SECRET = "Mina"


def _nobody(_response: NotificationResponse) -> None:
    raise AssertionError("plyer tells nothing")


class TestSafeText:
    @pytest.mark.parametrize(
        ("text", "safe"),
        [
            ("A small question", "A small question"),
            ("it's", "it’s"),
            ("-u critical", "–u critical"),
            ("--help", "–-help"),
            (" - dash", "– dash"),
            ("two\nlines\tand\0more", "two lines and more"),
            ("<b> & \\'", "‹b› ＆ ＼’"),
            ("작은 질문 하나", "작은 질문 하나"),
            ("", ""),
        ],
    )
    def test_examples(self, text: str, safe: str) -> None:
        assert safe_text(text, 255) == safe

    @given(st.text(max_size=400), st.integers(2, 255))
    @example("😀" * 200, 63)
    @example("\ud800", 63)
    @example("x" * 63, 63)
    def test_anything_becomes_one_short_line_without_traps(self, text: str, most_units: int) -> None:
        safe = safe_text(text, most_units)
        assert len(safe.encode("utf-16-le")) // 2 <= most_units
        assert not set(safe) & set("'\\<>&\n\r\0")
        assert not safe.startswith("-")
        assert safe_text(safe, most_units) == safe

    def test_what_fits_is_not_cut_and_what_does_not_says_so(self) -> None:
        assert safe_text("x" * 63, 63) == "x" * 63
        assert safe_text("x" * 64, 63) == "x" * 62 + "…"
        assert safe_text("😀" * 32, 63) == "😀" * 31 + "…"


class TestOnTheRealPlyer:
    @pytest.fixture
    def commands(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        if sys.platform != "linux":
            pytest.skip("the commands are those of Linux")
        monkeypatch.setenv("PATH", str(folder))
        monkeypatch.setitem(sys.modules, "dbus", None)  # as on most machines, there is no dbus-python
        for name in [name for name in sys.modules if name == "plyer" or name.startswith("plyer.")]:
            monkeypatch.delitem(sys.modules, name)
        return folder

    def test_without_the_command_it_is_not_compatible_and_fails_quietly(self, commands: Path) -> None:
        notifier: Notifier = PlyerNotifier()
        assert not notifier.is_compatible()
        assert not notifier.notify("t", "b", "a", _nobody)

    def test_the_command_gets_the_safe_texts(self, commands: Path) -> None:
        kept = commands / "kept"
        command = commands / "notify-send"
        command.write_text(f'#!/bin/sh\nfor word in "$@"; do echo "$word"; done > {kept}\n')
        command.chmod(0o700)
        notifier = PlyerNotifier()
        assert notifier.is_compatible()
        assert notifier.notify("-it's", "-body's end", "Answer", _nobody)
        assert kept.read_text().splitlines()[:2] == ["–it’s", "–body’s end"]
        notifier.withdraw()

    def test_a_command_that_hangs_holds_nothing_up(self, commands: Path, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level(logging.DEBUG)
        command = commands / "notify-send"
        command.write_text("#!/bin/sh\nexec /bin/sleep 20\n")
        command.chmod(0o700)
        began = time.monotonic()
        assert not PlyerNotifier().notify(SECRET, SECRET, SECRET, _nobody)
        assert time.monotonic() - began < 15
        assert "takes too long" in caplog.text
        assert SECRET not in caplog.text
        time.sleep(0.4)


@pytest.mark.parametrize("error", [ValueError(SECRET), SystemExit(1), NotImplementedError(SECRET)])
def test_whatever_plyer_raises_is_logged_by_its_type(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: BaseException
) -> None:
    caplog.set_level(logging.DEBUG)

    def fail(**_texts: str) -> None:
        raise error

    def offer() -> Callable[..., None]:
        return fail

    monkeypatch.setattr(plyer_notifier, "_plyer_notify", offer)
    assert not PlyerNotifier().notify(SECRET, SECRET, SECRET, _nobody)
    assert type(error).__name__ in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize("text", ["it's", "back\\slash", 'say "x"', "{'a': <1>}", "작은 질문", "%s $HOME `ls`"])
def test_the_flatpak_way_of_plyer_takes_the_safe_texts(text: str) -> None:
    """plyer puts the texts into GVariant's text form; glib's own parser says whether that holds together."""
    need_library("libglib-2.0.so.0")
    form = "{'title': <'" + safe_text(text, 63) + "'>, 'body': <'" + safe_text(text, 255) + "'>}"
    code = (
        "import sys, ctypes\n"
        "glib = ctypes.CDLL('libglib-2.0.so.0')\n"
        "glib.g_variant_parse.restype = ctypes.c_void_p\n"
        "glib.g_variant_parse.argtypes = [ctypes.c_void_p, ctypes.c_char_p] + [ctypes.c_void_p] * 3\n"
        "sys.exit(not glib.g_variant_parse(None, sys.argv[1].encode(), None, None, None))\n"
    )
    assert subprocess.run([sys.executable, "-c", code, form], check=False).returncode == 0
