"""Nothing leaves the computer: the kernel is asked which sockets the program opens."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable

import pytest

from .desktop import DesktopSession
from .fast_clock import MINUTE, clock, planned
from .processes import wait_for
from .program import WELCOMED, Herwidget

SOCKET = re.compile(r"\b(?:socket|socketpair)\((\w+)")
ADDRESS = re.compile(r"sa_family=(\w+)")


def test_program_opens_no_internet_socket(desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]) -> None:
    if shutil.which("strace") is None:
        # In CI the packages are there; a machine without them says so.
        assert not os.environ.get("CI"), "strace is not installed"
        pytest.skip("strace is not installed")
    herwidget = new_herwidget(desktop, WELCOMED + 'ask_with = "notification"\n')
    trace = herwidget.folder / "trace"
    # With -D the program keeps its own place in the family of processes, and strace stands aside.
    strace = ["strace", "-D", "-f", "-e", "trace=network", "-o", str(trace)]
    herwidget.start(prefix=strace, clock=clock(planned()[0].planned_at - 6 * MINUTE))
    wait_for(lambda: desktop.windows(window_class="^Dunst$"), what="the notification")
    herwidget.open_card()
    herwidget.session.key("4", "Return", "2", "Return")
    herwidget.wait_until_card_is_gone()
    assert herwidget.launch("history").exit_code == 0
    herwidget.wait_for_focus(herwidget.wait_for_window())
    assert herwidget.launch("pause", "1h").exit_code == 0
    herwidget.choose_from_menu("Up", "Return")
    assert herwidget.process.wait_exit() == 0
    text = trace.read_text()
    assert set(SOCKET.findall(text)) == {"AF_UNIX"}, "the screen, the session bus, second launches"
    assert set(ADDRESS.findall(text)) == {"AF_UNIX"}
