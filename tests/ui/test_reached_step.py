"""The step after a suggestion on the card and on the day's page: chips, lamps after a yes, and its answer in words."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from herwidget.core.local_time import local_day
from herwidget.core.people import Person
from herwidget.core.prompts import StepAnswer, StepName
from herwidget.core.questions import Outcome
from herwidget.core.suggestion import SuggestionAnswer
from herwidget.environment import load_bank
from herwidget.journal.suggestions import JournalSuggestions
from herwidget.ui.answer_words import question_of, say_answer
from herwidget.ui.card import Card
from herwidget.ui.lamp import Lamp
from herwidget.ui.step_widgets import ReachedStep
from tests.desktop.support import wait_until
from tests.ui.conftest import ZONE, Desk

Key = Qt.Key


@pytest.fixture
def mina(desk: Desk) -> Person:
    return desk.journal.add_person("Mina", desk.now)


def card_after(desk: Desk, person: Person, answer: SuggestionAnswer = SuggestionAnswer.WROTE) -> Card:
    """The card of the next day."""
    suggestions = JournalSuggestions(desk.journal)
    made = suggestions.add(local_day(desk.now, ZONE), desk.now, person.id, by_hand=False)
    suggestions.answer(made.id, answer, desk.now, person.id)
    desk.later(timedelta(days=1))
    return desk.open_card()


def press(card: Card, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(card.focusWidget() or card, key)
        QCoreApplication.processEvents()


def lamps(card: Card) -> list[Lamp]:
    return [lamp for lamp in card.findChildren(Lamp) if lamp.isVisible()]


def chips(card: Card) -> Iterator[QPushButton]:
    (step,) = card.findChildren(ReachedStep)
    return (button for button in step.findChildren(QPushButton) if button.isVisible())


def test_it_asks_by_name_with_three_chips_and_no_lamps(desk: Desk, mina: Person) -> None:
    card = card_after(desk, mina)
    assert any(label.text() == "Did you get to Mina?" for label in card.findChildren(QLabel))
    assert [button.text() for button in chips(card)] == ["Yes", "Not yet", "Rather not say"]
    assert lamps(card) == []


def test_a_yes_brings_the_lamps_and_keys_are_enough(desk: Desk, mina: Person) -> None:
    card = card_after(desk, mina)
    before = card.height()
    press(card, Key.Key_1)
    assert len(lamps(card)) == 5
    wait_until(lambda: card.height() > before)
    press(card, Key.Key_5)
    assert desk.answers() == [("reached", 5, "", "")]
    press(card, Key.Key_Return)
    assert desk.journal.people() == (mina,)
    outcome = JournalSuggestions(desk.journal).since()[0]
    assert (outcome.outcome, outcome.left) == (Outcome.YES, 5)


def test_taking_the_yes_back_takes_the_lamp_with_it(desk: Desk, mina: Person) -> None:
    card = card_after(desk, mina)
    press(card, Key.Key_1, Key.Key_4)
    next(button for button in chips(card) if button.text() == "Not yet").click()
    assert lamps(card) == []
    outcome = JournalSuggestions(desk.journal).since()[0]
    assert (outcome.outcome, outcome.left) == (Outcome.NOT_YET, None)


def test_somebody_who_did_already_sees_the_lamps_alone(desk: Desk, mina: Person) -> None:
    card = card_after(desk, mina, SuggestionAnswer.DID)
    assert list(chips(card)) == []
    assert len(lamps(card)) == 5
    press(card, Key.Key_2)
    outcome = JournalSuggestions(desk.journal).since()[0]
    assert (outcome.outcome, outcome.left) == (Outcome.YES, 2)


def test_what_was_kept_is_there_again_after_going_back(desk: Desk, mina: Person) -> None:
    card = card_after(desk, mina)
    press(card, Key.Key_1, Key.Key_3, Key.Key_Return)
    next(button for button in card.findChildren(QPushButton) if button.text() == "Back").click()
    QCoreApplication.processEvents()
    assert [lamp.isChecked() for lamp in lamps(card)] == [False, False, True, False, False]
    assert desk.answers() == [("reached", 3, "", "")]


@pytest.mark.parametrize(
    ("value", "choice", "language", "said"),
    [
        (4, Outcome.YES, "en", "Yes · Light · Mina"),
        (None, Outcome.YES, "ko", "네 · Mina"),
        (None, Outcome.NOT_YET, "en", "Not yet · Mina"),
        (None, Outcome.RATHER_NOT, "ko", "말하지 않을래요 · Mina"),
        (77, Outcome.YES, "en", "77 · Yes · Mina"),
    ],
)
def test_the_answer_is_told_in_words(value: int | None, choice: str, language: str, said: str) -> None:
    bank = load_bank()
    answer = StepAnswer(StepName.REACHED, "reached", "reached", value, choice, (1,))
    question = question_of(bank, answer)
    assert question is not None and "{" not in question.text.en + question.text.ko
    assert say_answer(question, answer, {1: Person(1, "Mina")}, language) == said


def test_the_day_page_changes_it_as_it_was_answered(desk: Desk, mina: Person) -> None:
    answer = StepAnswer(StepName.REACHED, "reached", "reached", 4, Outcome.YES, (mina.id,))
    question = load_bank().steps[StepName.REACHED]
    step = ReachedStep(desk.program.theme, question, "en", answer)
    given = step.answer()
    assert (given.value, given.choice, given.people) == (4, Outcome.YES, (mina.id,))
    step.choose(1)
    assert step.answer().value == 1
