"""Starting with the computer: switched on by hand, and then started as a session starts it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .bus import BUS
from .desktop import DesktopSession
from .processes import wait_for
from .program import Herwidget
from .test_homes import AS_ANYBODY

NAME = "io.github.herwidget.Herwidget.desktop"
SWITCH = "Start with the computer"


@pytest.fixture
def seeing(desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]) -> Herwidget:
    """Through a screen reader's eyes."""
    return new_herwidget(desktop, accessible=True)


def autostart_file(herwidget: Herwidget) -> Path:
    return herwidget.folder / "config" / "autostart" / NAME


def open_settings(herwidget: Herwidget) -> None:
    herwidget.start("--lang", "en")
    herwidget.choose_from_menu("Up", "Up", "Up", "Up", "Return")
    herwidget.wait_for_focus(herwidget.wait_for_window())
    herwidget.wait_for_words(SWITCH)


def press_switch(herwidget: Herwidget) -> None:
    herwidget.session.press_accessible("herwidget", "check box", SWITCH)


def is_on(herwidget: Herwidget) -> bool:
    """What a screen reader is told of the switch."""
    (switch,) = (node for node in herwidget.tree().walk() if node.role == "check box" and node.name == SWITCH)
    return "checked" in switch.states


def doctor_says(herwidget: Herwidget) -> str:
    done = herwidget.launch("--lang", "en", "doctor")
    (line,) = (line for line in done.stdout_text().splitlines() if "Starts with the computer" in line)
    return line.partition(": ")[2]


def test_what_the_settings_switch_on_a_session_starts_hidden(seeing: Herwidget, artifacts: Path) -> None:
    file = autostart_file(seeing)
    open_settings(seeing)
    assert not is_on(seeing)
    press_switch(seeing)
    wait_for(file.exists, what="the autostart file")
    assert is_on(seeing)
    assert doctor_says(seeing) == "yes"
    seeing.keep_picture(artifacts / "autostart-settings-en.png")
    subprocess.run(["desktop-file-validate", file], check=True)
    seeing.quit()
    wait_for(seeing.icon_is_gone, what="the icon to be gone")
    # As GNOME's session does it: the command of the file, started by GLib, from a folder that says nothing.
    session = seeing.session
    session.start(["env", "--chdir=/", "gio", "launch", file], **seeing.environment).wait_exit()
    try:
        seeing.icon()
        (item,) = wait_for(session.tray_items, what="the icon's item")
        owner = item.split("/")[0]
        (pid,) = session.bus_call(BUS, "/org/freedesktop/DBus", BUS, "GetConnectionUnixProcessID", "s", owner)
        assert Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[2] == b"--background"
        # A card that is asked for now comes after whatever else was on its way.
        assert seeing.launch("check-in").exit_code == 0
        wait_for(lambda: len(session.windows(pid=pid)) == 1, what="the card, and no window")
    finally:
        done = seeing.launch("quit")
    assert done.stdout_text() == "Herwidget has ended.\n", "it is the one of the same journal"


def test_switched_off_nothing_is_left(seeing: Herwidget) -> None:
    open_settings(seeing)
    press_switch(seeing)
    wait_for(autostart_file(seeing).exists, what="the autostart file")
    press_switch(seeing)
    wait_for(lambda: not autostart_file(seeing).exists(), what="the file to be gone")
    assert not is_on(seeing)
    assert doctor_says(seeing) == "no"


def test_a_folder_that_may_not_be_written_to_is_told_beside_the_switch(seeing: Herwidget, artifacts: Path) -> None:
    (seeing.folder / "config").mkdir(mode=0o500)
    seeing.expected_log.append("the autostart file was not written (PermissionError)")
    seeing.start("--lang", "en", prefix=AS_ANYBODY)
    seeing.choose_from_menu("Up", "Up", "Up", "Up", "Return")
    seeing.wait_for_focus(seeing.wait_for_window())
    seeing.wait_for_words(SWITCH)
    press_switch(seeing)
    seeing.wait_for_words("This could not be changed, so it is as it was")
    assert not is_on(seeing)
    seeing.keep_picture(artifacts / "autostart-trouble-en.png")


def test_the_first_run_offers_it_and_leaves_it_to_the_person(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]
) -> None:
    newcomer = new_herwidget(desktop, None, fresh=True, accessible=True)
    newcomer.start("--lang", "en")
    newcomer.wait_for_focus(newcomer.wait_for_window())
    newcomer.session.key("Return")
    newcomer.wait_for_words(SWITCH)
    assert not is_on(newcomer)
    assert not autostart_file(newcomer).exists()
    press_switch(newcomer)
    wait_for(autostart_file(newcomer).exists, what="the autostart file")
    assert is_on(newcomer)
    newcomer.session.key("Escape")
    wait_for(lambda: newcomer.window() is None, what="the first run to close")


def test_the_demonstration_does_not_start_with_the_computer(seeing: Herwidget) -> None:
    seeing.start("--lang", "en", "demo")
    seeing.wait_for_window(30)
    seeing.choose_from_menu("Up", "Up", "Up", "Up", "Return")
    seeing.wait_for_words("Not for the made-up journal")
    (switch,) = (node for node in seeing.tree().walk() if node.role == "check box" and node.name == SWITCH)
    assert "enabled" not in switch.states
