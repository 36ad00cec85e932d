"""A program whose file was replaced or removed while it runs: what goes on in its place, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from herwidget.app import App
from herwidget.core.settings import Settings
from herwidget.desktop.autostart.start_command import start_command
from herwidget.desktop.instance import SingleInstance
from herwidget.desktop.program_file import Change
from herwidget.environment import Environment, Options
from herwidget.windows import Windows
from tests.ui.conftest import Desk


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    (tmp_path / "settings.toml").write_text("welcomed = true\n")
    return Environment.find(Options(tmp_path / "journal.db", tmp_path / "settings.toml", "en"))


@pytest.fixture
def started(application: QApplication, environment: Environment, tmp_path: Path) -> Iterator[App]:
    made = App(application, environment, SingleInstance(tmp_path, environment.journal_path))
    yield made
    made.end()


def test_the_new_version_has_the_same_files_and_speaks_the_same_language(started: App, tmp_path: Path) -> None:
    started.give_way(Change.REPLACED)
    files = ["--journal", str(tmp_path / "journal.db"), "--config", str(tmp_path / "settings.toml")]
    assert started.successor == start_command([*files, "--lang", "en"])


def test_what_was_removed_has_no_successor(started: App) -> None:
    started.give_way(Change.REMOVED)
    assert started.successor == () and started.program.ending


@pytest.mark.parametrize("erases", [False, True])
def test_where_all_is_to_be_erased_nobody_comes_before_that(
    application: QApplication, environment: Environment, tmp_path: Path, erases: bool
) -> None:
    instance = SingleInstance(tmp_path, environment.journal_path)
    assert instance.claim()
    started = App(application, environment, instance)
    started.erases = erases
    started.end()
    other = SingleInstance(tmp_path, environment.journal_path)
    assert other.claim() is not erases
    other.release()
    instance.release()


def test_the_demonstration_does_not_go_on_as_a_persons_own(
    application: QApplication, environment: Environment, tmp_path: Path
) -> None:
    shown = App(application, replace(environment, made_up=True), SingleInstance(tmp_path, tmp_path / "demo.db"))
    shown.give_way(Change.REPLACED)
    assert shown.successor == () and shown.program.ending
    shown.end()


def test_a_journal_that_is_waited_for_is_not_begun_anew(started: App, environment: Environment) -> None:
    keeper = started._keeper
    assert not keeper.waits_for_its_file
    keeper.open()
    assert started.program.opened is not None and not keeper.waits_for_its_file
    keeper.close()
    started.program.opened = None
    for file in environment.journal_path.parent.glob("journal.db*"):
        file.unlink()
    assert keeper.waits_for_its_file
    started._program_file.change = lambda: Change.REPLACED
    started._tick()
    assert started.successor == () and not started.program.ending
    assert not environment.journal_path.exists()


@pytest.fixture
def windows(desk: Desk) -> Iterator[Windows]:
    made = Windows(desk.program)
    yield made
    desk.program.change_settings(desk_card=False)
    made.follow_settings()


def test_a_window_and_a_card_are_open_and_the_desk_card_is_not(desk: Desk, windows: Windows) -> None:
    assert windows.nothing_is_open
    windows.open("settings")
    assert not windows.nothing_is_open
    assert windows._window is not None
    windows._window.close()
    desk.open_card()
    assert not windows.nothing_is_open
    assert desk.card is not None
    desk.card.put_away()
    desk.program.change_settings(desk_card=True)
    windows.follow_settings()
    assert windows._desk_card is not None and windows._desk_card.isVisible()
    assert windows.nothing_is_open


def test_nothing_was_asked_of_a_newcomer(desk: Desk, windows: Windows) -> None:
    desk.program.settings = Settings()
    windows.open("thread")
    assert not windows.nothing_is_open, "the first run is not passed over"
