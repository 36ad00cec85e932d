"""What is otherwise on macOS."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from herwidget.ui.desk_card import DeskCard
from herwidget.ui.reopening import when_reopened
from herwidget.ui.tray import Tray
from tests.ui.conftest import Desk

ACTIVE, INACTIVE = Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive


@pytest.mark.parametrize(("platform", "clicks"), [("linux", 1), ("win32", 1), ("darwin", 0)])
def test_a_click_that_opens_the_menu_is_no_click(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, platform: str, clicks: int
) -> None:
    tray = Tray(desk.program)
    seen: list[None] = []
    tray.clicked.connect(lambda: seen.append(None))
    monkeypatch.setattr(sys, "platform", platform)
    tray._activated(QSystemTrayIcon.ActivationReason.Trigger)
    assert len(seen) == clicks


def test_opened_again_with_nothing_to_show_the_window_is_looked_for(desk: Desk) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    seen: list[None] = []
    when_reopened(application, lambda: seen.append(None))
    application.applicationStateChanged.emit(INACTIVE)
    assert seen == []
    application.applicationStateChanged.emit(ACTIVE)
    assert seen == [None]
    window = QWidget()
    window.show()
    application.applicationStateChanged.emit(ACTIVE)
    assert seen == [None]
    window.deleteLater()


@pytest.mark.parametrize("pointed_at", [False, True])
def test_the_desk_card_is_no_window_that_was_looked_for(desk: Desk, pointed_at: bool) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    card = DeskCard(desk.program, lambda _window: None)
    card.show()
    card.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, pointed_at)
    seen: list[None] = []
    when_reopened(application, lambda: seen.append(None))
    application.applicationStateChanged.emit(ACTIVE)
    assert seen == ([] if pointed_at else [None])
    card.hide()


def test_the_card_is_seen_while_another_program_is_in_front(desk: Desk) -> None:
    card = desk.open_card()
    assert card.testAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
