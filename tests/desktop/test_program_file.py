"""What becomes of a running program's file: a real program, a real upgrade and a real removal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from herwidget.desktop import program_file
from herwidget.desktop.program_file import Change, ProgramFile, change_between
from tests.desktop.support import Helper, wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a running program's file cannot be replaced")


@pytest.fixture
def place(folder: Path) -> Path:
    """A program that can be started from here."""
    return Path(shutil.copy(shutil.which("sleep") or "", folder / "program"))


@pytest.fixture
def running(place: Path) -> Iterator[Path]:
    """The link to the file that the started program is."""
    with Helper([place, "60"]) as program:
        link = Path(f"/proc/{program.pid}/exe")
        wait_until(lambda: link.samefile(place), what="the program")
        yield link


def upgrade(place: Path) -> None:
    """As dpkg and rpm do it: what is new lies beside, and takes the name at once."""
    new = place.with_suffix(".new")
    shutil.copy(place, new)
    new.rename(place)


def test_left_alone_it_is_as_it_was(running: Path, place: Path) -> None:
    assert change_between(running, place) is None


def test_an_upgrade_is_seen(running: Path, place: Path) -> None:
    upgrade(place)
    assert change_between(running, place) is Change.REPLACED


def test_an_upgrade_that_moves_the_whole_folder_is_seen(running: Path, place: Path) -> None:
    place.rename(place.with_suffix(".old"))
    upgrade(place.with_suffix(".old"))
    shutil.copy(place.with_suffix(".old"), place)
    assert change_between(running, place) is Change.REPLACED


def test_a_removal_is_seen(running: Path, place: Path) -> None:
    place.unlink()
    assert change_between(running, place) is Change.REMOVED


def test_it_is_told_when_it_was_seen_twice(running: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(place))
    monkeypatch.setattr(program_file, "_RUNNING", running)
    file = ProgramFile()
    assert file.change() is None
    content = place.read_bytes()
    place.unlink()
    assert file.change() is None, "an upgrade may be at work"
    place.write_bytes(content)
    assert file.change() is None, "it is another now"
    assert file.change() is Change.REPLACED


def test_a_checkout_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere")
    file = ProgramFile()
    assert [file.change(), file.change()] == [None, None]
