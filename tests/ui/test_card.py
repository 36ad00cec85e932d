"""The card: keys, what is kept, and that nothing typed is lost when the journal cannot take it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton

from herwidget.core.prompts import PromptKind
from herwidget.core.settings import Theme
from herwidget.ui.card import Card
from herwidget.ui.scale import Scale
from tests.ui.conftest import NOON, ZONE, Desk


def press(card: Card, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(card.focusWidget() or card, key)


def pressable(card: Card, text: str) -> QPushButton:
    (found,) = (button for button in card.findChildren(QPushButton) if button.text().strip() == text)
    return found


def note_of(card: Card) -> QLineEdit:
    (found,) = (edit for edit in card.findChildren(QLineEdit) if edit.accessibleName().startswith("A few words"))
    return found


def told(card: Card) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.property("role") == "trouble"]


def settle() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def test_an_evening_is_answered_with_keys_alone(desk: Desk) -> None:
    card = desk.open_card()
    press(card, Qt.Key.Key_4, Qt.Key.Key_Return, Qt.Key.Key_5, Qt.Key.Key_Left, Qt.Key.Key_Return)
    press(card, Qt.Key.Key_3, Qt.Key.Key_Return)
    assert [answer[:2] for answer in desk.answers()] == [("mood", 4), ("connected", 95), ("heard", "writing")]
    assert desk.card is None, "the check-in is over"


@pytest.mark.parametrize(("key", "mood"), [(Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, 5)])
def test_the_first_arrow_takes_the_lamp_at_its_end(desk: Desk, key: Qt.Key, mood: int) -> None:
    press(desk.open_card(), key)
    assert desk.answers() == [("mood", mood, "", "")]


def test_an_untouched_slider_is_no_answer(desk: Desk) -> None:
    card = desk.open_card()
    press(card, Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert [answer[0] for answer in desk.answers()] == ["mood"]


def test_a_drag_is_written_once(desk: Desk) -> None:
    card = desk.open_card()
    press(card, Qt.Key.Key_2, Qt.Key.Key_Return)
    (scale,) = card.findChildren(Scale)
    changes = desk.journal.connection.total_changes
    QTest.mousePress(scale, Qt.MouseButton.LeftButton, pos=QPoint(20, 17))
    for x in range(20, 260, 4):
        QTest.mouseMove(scale, QPoint(x, 17))
    assert desk.journal.connection.total_changes == changes, "the hand is still on it"
    QTest.mouseRelease(scale, Qt.MouseButton.LeftButton, pos=QPoint(260, 17))
    assert [answer[0] for answer in desk.answers()] == ["mood", "connected"]


def test_enter_presses_the_button_that_has_the_keyboard(desk: Desk) -> None:
    card = desk.open_card()
    press(card, Qt.Key.Key_4)
    pressable(card, "Skip").setFocus()
    press(card, Qt.Key.Key_Return)
    assert desk.answers() == [], "skipping takes the mood back"


def test_enter_in_the_name_field_adds_the_person_and_stays(desk: Desk) -> None:
    card = desk.open_card()
    press(card, Qt.Key.Key_3, Qt.Key.Key_Return, Qt.Key.Key_3, Qt.Key.Key_Return, Qt.Key.Key_1)
    for name in ("Mina", "어머니"):
        pressable(card, "+ someone").click()
        (field,) = (edit for edit in card.findChildren(QLineEdit) if edit.accessibleName() == "Their name")
        field.setText(name)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.card is card
    assert [person.name for person in desk.journal.people()] == ["Mina", "어머니"]
    assert pressable(card, "Mina").isChecked() and pressable(card, "어머니").isChecked()


def test_later_keeps_what_was_just_typed_and_counts_from_now(desk: Desk) -> None:
    card = desk.open_card()
    QTest.keyClicks(note_of(card), "half a thought")
    desk.later(timedelta(minutes=14))
    menu = pressable(card, "Later").menu()
    assert menu is not None
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert desk.answers() == [("mood", None, "", "half a thought")]
    (until,) = desk.journal.connection.execute("SELECT later_until FROM prompts").fetchone()
    assert until == "2026-11-23T11:25:00.000Z", "half an hour from 14 minutes after it was opened"


def test_a_failed_save_is_said_on_the_card_and_tried_again(desk: Desk) -> None:
    card = desk.open_card()
    desk.break_journal()
    press(card, Qt.Key.Key_4)
    assert "Another program is holding the journal" in told(card)[0]
    desk.mend_journal()
    press(card, Qt.Key.Key_Return)
    assert desk.answers() == [("mood", 4, "", "")]
    settle()
    assert told(card) == []


def test_closing_waits_for_the_journal_and_a_second_close_lets_go(desk: Desk) -> None:
    card = desk.open_card()
    desk.break_journal()
    QTest.keyClicks(note_of(card), "still here")
    press(card, Qt.Key.Key_Escape)
    assert desk.card is card and note_of(card).text() == "still here"
    desk.mend_journal()
    press(card, Qt.Key.Key_Escape)
    assert desk.card is None
    assert desk.answers() == [("mood", None, "", "still here")]


def test_a_card_that_can_never_be_written_can_be_put_away(desk: Desk) -> None:
    card = desk.open_card()
    desk.break_journal()
    press(card, Qt.Key.Key_2, Qt.Key.Key_Escape)
    assert desk.card is None
    desk.mend_journal()


def test_the_window_managers_close_keeps_a_card_whose_answer_is_not_written(desk: Desk) -> None:
    card = desk.open_card()
    desk.break_journal()
    QTest.keyClicks(note_of(card), "words")
    assert not card.close() and card.isVisible()
    desk.mend_journal()


def test_a_change_of_colours_keeps_what_cannot_be_written_yet(desk: Desk) -> None:
    card = desk.open_card()
    desk.break_journal()
    QTest.keyClicks(note_of(card), "words")
    desk.program.change_settings(theme=Theme.DARK)
    assert note_of(card).text() == "words"
    desk.mend_journal()
    desk.program.change_settings(theme=Theme.LIGHT)
    settle()
    assert note_of(card).text() == "words"
    assert desk.answers() == [("mood", None, "", "words")]


def test_a_step_that_cannot_be_shown_says_why_and_can_be_tried_again(desk: Desk) -> None:
    desk.now = NOON
    card = desk.open_card()
    press(card, Qt.Key.Key_4)
    desk.break_journal()
    press(card, Qt.Key.Key_Return)
    settle()
    assert told(card) and pressable(card, "Try again").isVisible()
    press(card, Qt.Key.Key_3, Qt.Key.Key_Return)
    settle()
    desk.mend_journal()
    pressable(card, "Try again").click()
    settle()
    assert told(card) == [] and desk.asker.current is not None
    assert desk.asker.current.question().moments == {PromptKind.DAY}


def test_a_name_that_cannot_be_kept_stays_in_its_field(desk: Desk) -> None:
    card = desk.open_card()
    press(card, Qt.Key.Key_3, Qt.Key.Key_Return, Qt.Key.Key_3, Qt.Key.Key_Return, Qt.Key.Key_1)
    pressable(card, "+ someone").click()
    (field,) = (edit for edit in card.findChildren(QLineEdit) if edit.accessibleName() == "Their name")
    field.setText("Mina")
    desk.break_journal()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Mina" and field.isVisible() and told(card)
    desk.mend_journal()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [person.name for person in desk.journal.people()] == ["Mina"]


def test_words_are_kept_when_the_program_ends(desk: Desk) -> None:
    now = desk.now
    desk.journal.add_prompt(PromptKind.WEEK, now.date(), 0, now, now, ZONE)
    desk.asker.resume()
    assert desk.card is not None
    (words,) = desk.card.findChildren(QPlainTextEdit)
    QTest.keyClicks(words, "It was Mina")
    desk.program.ending = True
    desk.card.close()
    assert [(answer[0], answer[2]) for answer in desk.answers()] == [("question", "It was Mina")]
    (prompt,) = desk.journal.prompts_since(now)
    assert prompt.closed_at is None, "it is taken up again after a restart"


def test_enter_after_why_this_question_goes_on_and_not_back(desk: Desk) -> None:
    card = desk.open_card()
    press(card, Qt.Key.Key_4, Qt.Key.Key_Return, Qt.Key.Key_5)
    pressable(card, "Why this question?").setFocus()
    press(card, Qt.Key.Key_Return)
    assert card.focusWidget() is card
    press(card, Qt.Key.Key_Return, Qt.Key.Key_3)
    assert [answer[0] for answer in desk.answers()] == ["mood", "connected", "heard"]


def test_why_this_question_pressed_by_a_screen_reader_leaves_the_keyboard_on_the_card(desk: Desk) -> None:
    card = desk.open_card()
    press(card, Qt.Key.Key_4, Qt.Key.Key_Return)
    why = pressable(card, "Why this question?")
    why.setFocus()
    action = QAccessible.queryAccessibleInterface(why).actionInterface()
    action.doAction(action.pressAction())
    for _ in range(100):  # Qt presses it visibly, which takes a moment
        if why.isVisible():
            QTest.qWait(20)
    assert not why.isVisible() and card.focusWidget() is card


def test_the_card_is_as_tall_as_the_telling_needs(desk: Desk) -> None:
    card = desk.open_card()
    press(card, Qt.Key.Key_4, Qt.Key.Key_Return)
    settle()
    pressable(card, "Why this question?").click()
    settle()
    height = card.height()
    press(card, Qt.Key.Key_5)
    settle()
    assert card.height() == height
