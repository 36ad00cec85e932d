"""A logout that is called off: what is closed afterwards was closed by the person."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import SIGNAL, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from herwidget.ui.session_end import SessionEnd
from tests.ui.conftest import Desk


@pytest.fixture
def session_end(desk: Desk, application: QApplication) -> Iterator[SessionEnd]:
    made = SessionEnd(application, desk.program)
    yield made
    made.is_certain()


def test_what_closes_while_the_session_ends_is_not_ended(desk: Desk, session_end: SessionEnd) -> None:
    card = desk.open_card()
    session_end.asked()
    card.close()
    assert desk.card is card
    (prompt,) = desk.journal.prompts_since(desk.now)
    assert prompt.closed_at is None


def test_it_is_asked_by_the_session(desk: Desk, application: QApplication, session_end: SessionEnd) -> None:
    assert application.receivers(SIGNAL("commitDataRequest(QSessionManager&)")) > 0
    assert not desk.program.ending


def test_a_card_ends_by_the_first_key_after_a_logout_that_was_called_off(desk: Desk, session_end: SessionEnd) -> None:
    card = desk.open_card()
    session_end.asked()
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert desk.card is None and not desk.program.ending
    (prompt,) = desk.journal.prompts_since(desk.now)
    assert prompt.closed_at is not None


def test_after_a_click_the_window_manager_s_close_is_the_person_s(desk: Desk, session_end: SessionEnd) -> None:
    card = desk.open_card()
    session_end.asked()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    card.close()
    assert desk.card is None


def test_a_second_logout_counts_as_the_first(desk: Desk, session_end: SessionEnd) -> None:
    card = desk.open_card()
    for _ in range(2):
        session_end.asked()
        assert desk.program.ending
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        assert not desk.program.ending


def test_what_only_happens_is_no_use_and_an_end_that_is_certain_stays(
    desk: Desk, session_end: SessionEnd, application: QApplication
) -> None:
    card = desk.open_card()
    session_end.asked()
    for happening in (QEvent(QEvent.Type.WindowActivate), QEvent(QEvent.Type.Leave), QInputMethodEvent()):
        application.sendEvent(card, happening)
    assert desk.program.ending
    session_end.is_certain()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert desk.program.ending
