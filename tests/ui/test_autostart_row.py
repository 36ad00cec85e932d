"""The row that lets Herwidget start with the computer, on a real autostart folder."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from herwidget.core.ports import AutostartError, AutostartTrouble
from herwidget.desktop.autostart.xdg import FILE_NAME, XdgAutostart
from herwidget.ui.autostart_row import AutostartRow
from tests.ui.conftest import Desk


class Asking:
    """A system that asks the person first, and has not been answered yet."""

    def __init__(self) -> None:
        self.on = False
        self.done: Callable[[AutostartError | None], None] | None = None

    def is_on(self) -> bool:
        return self.on

    def change(self, on: bool, done: Callable[[AutostartError | None], None]) -> None:
        self.done = done

    def is_there(self) -> bool:
        return self.on

    def remove(self, done: Callable[[AutostartError | None], None]) -> None:
        self.change(False, done)


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Path:
    autostart = XdgAutostart((sys.executable, "--background"), [tmp_path / "config", tmp_path / "system"])
    desk.program.autostart = lambda: autostart
    return tmp_path / "config" / "autostart" / FILE_NAME


def test_a_click_on_the_switch_or_its_name_writes_the_file(desk: Desk, file: Path) -> None:
    row = AutostartRow(desk.program)
    row.switch.click()
    assert file.exists() and row.switch.isChecked() and row.below.sentence is None
    assert AutostartRow(desk.program).switch.isChecked()
    row.title.mousePressEvent(None)  # type: ignore[arg-type]  # which it does not look at
    assert not file.exists() and not row.switch.isChecked()


def test_a_change_made_elsewhere_shows_when_the_person_comes_back(desk: Desk, file: Path) -> None:
    window = QWidget()
    row = AutostartRow(desk.program)
    column = QVBoxLayout(window)
    column.addWidget(row.switch)
    window.show()
    row.switch.click()
    file.unlink()
    assert row.switch.isChecked()
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    assert not row.switch.isChecked()


def test_what_stands_in_the_way_is_said_and_the_switch_goes_back(desk: Desk, file: Path) -> None:
    file.parent.parent.write_text("no folder")
    row = AutostartRow(desk.program)
    row.switch.click()
    assert not row.switch.isChecked()
    assert row.below.sentence is not None and row.below.sentence.property("role") == "trouble"
    assert str(file) in row.below.sentence.accessibleName()
    file.parent.parent.unlink()
    row.switch.click()
    assert row.below.sentence is None and row.switch.isChecked()


@pytest.mark.parametrize("trouble", [AutostartTrouble.REFUSED, AutostartTrouble.NO_ANSWER])
def test_a_late_refusal_is_said_too(desk: Desk, trouble: AutostartTrouble) -> None:
    system = Asking()
    desk.program.autostart = lambda: system
    row = AutostartRow(desk.program)
    row.switch.click()
    assert system.done is not None and row.below.sentence is None
    system.done(AutostartError(trouble))
    assert not row.switch.isChecked()
    assert row.below.sentence is not None and row.below.sentence.accessibleName().startswith("The system ")


def test_an_answer_after_the_page_has_gone_harms_nobody(desk: Desk) -> None:
    system = Asking()
    desk.program.autostart = lambda: system
    row = AutostartRow(desk.program)
    row.switch.click()
    row.switch.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert system.done is not None
    system.done(None)


def test_where_it_is_not_to_be_changed_it_says_so(desk: Desk) -> None:
    row = AutostartRow(desk.program)
    assert not row.switch.isEnabled() and not row.switch.isChecked()
    assert row.switch.accessibleDescription() == "Not for the made-up journal"
