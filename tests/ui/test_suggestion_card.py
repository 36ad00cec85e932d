"""The suggestion card: what it opens, what it keeps, and that it can always be put away."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, QRect, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from herwidget.core.first_lines import Register
from herwidget.core.history.differences import Difference
from herwidget.core.people import Person, ReachKind
from herwidget.core.prompts import PromptKind, StepAnswer, StepName
from herwidget.core.reaching_out import Nearness, OfferedPerson
from herwidget.core.signals.readings import Series
from herwidget.core.signals.reasons import Reason, Rule, SignalState, Verdict
from herwidget.core.suggestion import SuggestionAnswer
from herwidget.journal.suggestions import JournalSuggestions
from herwidget.ui.signal_words import person_line, reason_lines
from herwidget.ui.suggestion_card import SuggestionCard
from tests.ui.conftest import ZONE, Desk

LINE = "Mina & Jun?\nA walk, 100 % no hurry: 내일 어때?"


class Opened(QObject):
    """Takes what the card opens in place of the desktop's programs."""

    def __init__(self) -> None:
        super().__init__()
        self.uris: list[str] = []
        for scheme in ("mailto", "tel", "sms", "https"):
            QDesktopServices.setUrlHandler(scheme, self, "take")  # type: ignore[arg-type]  # bytes, say its stubs

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.uris.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))

    def end(self) -> None:
        for scheme in ("mailto", "tel", "sms", "https"):
            QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def opened() -> Iterator[Opened]:
    made = Opened()
    yield made
    made.end()


def add(desk: Desk, name: str, kind: ReachKind | None = None, reach: str = "") -> int:
    person = desk.journal.add_person(name, desk.now)
    with desk.journal.connection as connection:
        connection.execute("UPDATE people SET reach_kind = ?, reach = ? WHERE id = ?", (kind, reach, person.id))
    return person.id


def drift(desk: Desk, days: int = 5) -> None:
    """Evenings far from everyone, with nobody who heard."""
    for ago in range(days, 0, -1):
        at = desk.now - timedelta(days=ago)
        prompt = desk.journal.add_prompt(PromptKind.EVENING, at.date(), None, at, at, ZONE)
        for answer in (
            StepAnswer(StepName.MOOD, "mood", "mood", value=2),
            StepAnswer(StepName.CONNECTED, "connected", "connection", value=8),
            StepAnswer(StepName.HEARD, "heard", "heard", choice="not-yet"),
        ):
            desk.journal.save_answer(prompt.id, answer, at, ZONE)


def open_card(desk: Desk, *, by_hand: bool = False) -> SuggestionCard:
    noticing = desk.noticing()
    card = SuggestionCard(desk.program, noticing, noticing.begin(by_hand=by_hand), QRect)
    card.appear(take_focus=True)
    return card


def press(card: SuggestionCard, text: str) -> None:
    (found,) = (one for one in card.findChildren(QPushButton) if one.text() == text and one.isVisible())
    found.click()


def write(card: SuggestionCard, text: str) -> None:
    edits = [one for one in card.findChildren(QPlainTextEdit) if one.isVisible()]
    edits[-1].setPlainText(text)


def kept(desk: Desk) -> list[tuple[str | None, int | None]]:
    return [(one.answer, one.person) for one in JournalSuggestions(desk.journal).since()]


def said(card: SuggestionCard) -> str:
    return " ".join(one.accessibleName() for one in card.findChildren(QLabel) if one.isVisible())


def test_a_mail_is_opened_with_the_changed_line_and_nothing_else(desk: Desk, opened: Opened) -> None:
    mina = add(desk, "Mina", ReachKind.EMAIL, "mina+home@example.org")
    card = open_card(desk)
    write(card, LINE)
    press(card, "Write to Mina")
    (uri,) = opened.uris
    address, _, headers = uri.removeprefix("mailto:").partition("?")
    assert address == "mina%2Bhome@example.org"
    body = dict(part.split("=") for part in headers.split("&"))["body"]
    assert QUrl.fromPercentEncoding(body.encode()) == LINE.replace("\n", "\r\n")
    assert card.over and kept(desk) == [(SuggestionAnswer.WROTE, mina)]


def test_a_phone_can_be_texted_and_called(desk: Desk, opened: Opened) -> None:
    mina = add(desk, "Mina", ReachKind.PHONE, "+82 10-1234-5678")
    press(open_card(desk), "Call")
    card = open_card(desk)
    write(card, "Hi")
    press(card, "Text Mina")
    assert opened.uris == ["tel:+821012345678", "sms:+821012345678?body=Hi"]
    assert kept(desk) == [(SuggestionAnswer.CALLED, mina), (SuggestionAnswer.WROTE, mina)]


def test_a_link_is_opened_with_the_line_on_the_clipboard(desk: Desk, opened: Opened) -> None:
    add(desk, "Mina", ReachKind.LINK, "https://example.org/mina")
    card = open_card(desk)
    write(card, LINE)
    press(card, "Copy, and open the link")
    assert opened.uris == ["https://example.org/mina"] and QGuiApplication.clipboard().text() == LINE


def test_without_an_address_the_line_is_copied(desk: Desk) -> None:
    mina = add(desk, "Mina")
    card = open_card(desk)
    write(card, LINE)
    press(card, "Copy")
    assert QGuiApplication.clipboard().text() == LINE and kept(desk) == [(SuggestionAnswer.COPIED, mina)]


def test_it_says_why_with_the_days_and_the_rule(desk: Desk) -> None:
    add(desk, "Mina")
    drift(desk)
    card = open_card(desk)
    assert "Several evenings in a row felt far from everyone." in said(card)
    press(card, "Why now?")
    told = said(card)
    assert "Still learning your usual" in told and "22 Nov: 92" in told


def usual_days(desk: Desk, days: int = 40) -> None:
    """Answered days that hardly differ, long enough for the usual to be known."""
    for ago in range(days, 0, -1):
        at = desk.now - timedelta(days=ago)
        prompt = desk.journal.add_prompt(PromptKind.EVENING, at.date(), None, at, at, ZONE)
        for answer in (
            StepAnswer(StepName.MOOD, "mood", "mood", value=3 + ago % 2),
            StepAnswer(StepName.CONNECTED, "connected", "connection", value=60 + ago % 7),
        ):
            desk.journal.save_answer(prompt.id, answer, at, ZONE)


def test_asked_for_by_hand_it_claims_no_change_that_there_is_not(desk: Desk) -> None:
    add(desk, "Mina")
    usual_days(desk)
    card = open_card(desk, by_hand=True)
    press(card, "Why now?")
    told = said(card)
    assert "You asked for this yourself. Your answers are as usual for you." in told
    assert "Slow average:" in told and "22 Nov: " in told
    assert "stood above" not in told and "sustained change" not in told
    offered = [one.text() for one in card.findChildren(QPushButton) if one.isVisible()]
    assert "See the chart" in offered and "This is my new usual" not in offered


def test_asked_for_by_hand_while_the_usual_is_still_learned(desk: Desk) -> None:
    add(desk, "Mina")
    usual_days(desk, 4)
    card = open_card(desk, by_hand=True)
    press(card, "Why now?")
    assert "You asked for this yourself. Still learning your usual: 4 of 20 days answered." in said(card)


@pytest.mark.parametrize("state", SignalState)
def test_a_change_is_told_of_only_where_there_is_one(desk: Desk, state: SignalState) -> None:
    reason = Reason(Rule.SLOW_AVERAGE, Series.DISCONNECTION, usual=45, average=30, limit=67)
    told = " ".join(reason_lines(Verdict(state, desk.now.date(), reason), "en"))
    assert ("have stood above" in told, "sustained change" in told) == (state is SignalState.REACH_OUT,) * 2
    assert told.startswith("You asked for this yourself.") is (state is not SignalState.REACH_OUT)
    assert ("a little away" in told) is (state is SignalState.WATCHING)


def _lighter_after(name: str) -> OfferedPerson:
    lighter = Difference(83, 1.1, 0.8, 1.4)
    return OfferedPerson(Person(1, name), Nearness.EASY, None, lighter, Register.CASUAL, {})


def test_lighter_afterwards_is_told_as_what_was_seen(desk: Desk) -> None:
    told = person_line(_lighter_after("Mina"), desk.now.date())
    assert told == "After Mina heard you, you were lighter than before, on average over 83 times."


def test_lighter_afterwards_is_told_in_korean(desk: Desk, korean_words: None) -> None:
    told = person_line(_lighter_after("민아"), desk.now.date())
    assert told == "민아: 이야기를 들어준 83번, 평균적으로 그 전보다 마음이 가벼웠어요."


def test_the_new_usual_can_be_said_where_there_is_a_change(desk: Desk) -> None:
    add(desk, "Mina")
    drift(desk)
    card = open_card(desk)
    press(card, "Why now?")
    press(card, "This is my new usual")
    assert "Your usual is learned anew from today on." in said(card)
    press(card, "Undo")
    assert desk.noticing().new_usual() is None


def test_it_is_switched_off_in_one_click(desk: Desk) -> None:
    add(desk, "Mina")
    drift(desk)
    assert desk.noticing().suggestion_due()
    press(open_card(desk), "Stop suggesting")
    assert not desk.program.settings.suggestions
    desk.later(timedelta(days=30))
    assert not desk.noticing().suggestion_due()


def test_not_this_person_brings_somebody_else(desk: Desk) -> None:
    mina, jun = add(desk, "Mina"), add(desk, "Jun")
    card = open_card(desk)
    first = JournalSuggestions(desk.journal).since()[0].person
    press(card, "Not this person")
    assert not card.over
    press(card, "Not this person")
    assert {one for _, one in kept(desk)} == {mina, jun} and kept(desk)[0] == (SuggestionAnswer.NOT_PERSON, first)


def test_another_line_and_another_tone(desk: Desk) -> None:
    add(desk, "민아")
    card = open_card(desk)
    (edit,) = (one for one in card.findChildren(QPlainTextEdit) if one.isVisible())
    first = edit.toPlainText()
    assert first.startswith("민아, ")
    (another,) = (one for one in card.findChildren(QPushButton) if one.accessibleName() == "Another line")
    another.click()
    assert edit.toPlainText() not in ("", first)


def test_nobody_on_the_list_is_said_kindly(desk: Desk) -> None:
    wanted: list[str] = []
    desk.program.window_wanted.connect(wanted.append)
    card = open_card(desk, by_hand=True)
    assert "Nobody is on your list yet." in said(card)
    press(card, "Open People")
    assert wanted == ["people"] and card.over


def test_escape_is_not_now_and_works_with_a_journal_that_cannot_be_written(desk: Desk) -> None:
    add(desk, "Mina")
    card, second = open_card(desk), open_card(desk)
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert card.over and kept(desk)[0][0] is SuggestionAnswer.NOT_NOW
    desk.break_journal()
    QTest.keyClick(second, Qt.Key.Key_Escape)
    desk.mend_journal()
    assert second.over


def test_what_was_done_is_not_lost_when_the_journal_is_held(desk: Desk) -> None:
    add(desk, "Mina")
    card = open_card(desk)
    write(card, LINE)
    desk.break_journal()
    press(card, "Copy")
    desk.mend_journal()
    assert not card.over and "Another program is holding the journal" in said(card)
    press(card, "Copy")
    assert card.over and kept(desk)[0][0] is SuggestionAnswer.COPIED


def test_every_control_has_a_name(desk: Desk) -> None:
    add(desk, "Mina", ReachKind.PHONE, "010 1234 5678")
    add(desk, "Jun")
    drift(desk)
    card = open_card(desk)
    press(card, "Why now?")
    controls = [one for one in card.findChildren(QPushButton) if one.isVisible()]
    assert len(controls) > 8 and all(one.accessibleName() for one in controls)
