"""`herwidget quit`: the program that runs ends, and has let go of everything when the command returns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .desktop import DesktopSession
from .processes import wait_for
from .program import Herwidget


def holds(pid: int, folder: Path) -> bool:
    """Whether a process has a file of a folder open."""
    try:
        opened = [descriptor.readlink() for descriptor in Path(f"/proc/{pid}/fd").iterdir()]
    except OSError:  # it has ended, or closed one just now
        return False
    return any(path.is_relative_to(folder) for path in opened)


def test_the_running_program_ends_and_lets_go(herwidget: Herwidget) -> None:
    herwidget.start()
    wait_for(lambda: holds(herwidget.process.pid, herwidget.journal.parent), what="the journal to be open")
    done = herwidget.launch("quit")
    assert (done.exit_code, done.stdout_text()) == (0, "Herwidget has ended.\n")
    assert not holds(herwidget.process.pid, herwidget.journal.parent)
    assert list((herwidget.folder / "run" / "herwidget").iterdir()) == [], "neither lock nor socket"
    assert herwidget.process.wait_exit() == 0
    assert herwidget.launch("quit").stdout_text() == "Herwidget is not running.\n"


def test_what_is_on_the_card_is_kept(herwidget: Herwidget) -> None:
    herwidget.start()
    herwidget.open_card()
    herwidget.session.key("4", "Tab")
    herwidget.session.type_text("still being written")
    assert herwidget.launch("quit").exit_code == 0
    (answer,) = herwidget.answers()
    assert (answer["value"], answer["note"]) == (4, "still being written")
    assert herwidget.process.wait_exit() == 0


@pytest.mark.parametrize("arguments", [["history"], ["--lang", "en"]], ids=["its window", "its first run"])
def test_an_open_window_does_not_stand_in_the_way(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget], arguments: list[str]
) -> None:
    newcomer = arguments != ["history"]
    herwidget = new_herwidget(desktop, None if newcomer else "welcomed = true\n", fresh=newcomer)
    herwidget.start(*arguments)
    herwidget.wait_for_window()
    assert herwidget.launch("quit").exit_code == 0
    assert herwidget.process.wait_exit() == 0
    assert not herwidget.config.exists() or not newcomer, "the first run comes again"


def test_a_start_right_after_finds_its_place(herwidget: Herwidget) -> None:
    herwidget.start()
    herwidget.icon()
    assert herwidget.launch("quit").exit_code == 0
    assert herwidget.process.wait_exit() == 0
    herwidget.start()
    herwidget.icon()
