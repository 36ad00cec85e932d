"""The help card: when it comes, what it offers, and that nothing is kept of why it came."""

from __future__ import annotations

import logging
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from herwidget.core.prompts import PromptKind, StepName
from herwidget.core.settings import Language, Theme
from herwidget.environment import Translations
from herwidget.ui import help_card
from herwidget.ui.add_editor import AddEditor
from herwidget.ui.card_frame import CardFrame
from herwidget.ui.change_editor import ChangeEditor
from herwidget.ui.controls import MenuField
from herwidget.ui.help_at_once import HelpAtOnce
from herwidget.ui.help_card import HelpCard
from tests.desktop.support import wait_until
from tests.ui.conftest import ZONE, Desk

HEAVY = "I want to die"
ANOTHER = "I will kill myself"
FINE = "I nearly died of laughter"


class Help:
    """The desk with help at hand, as the program has it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.at_once = HelpAtOnce(desk.program, QRect)
        self.shown = 0
        self.opened: list[str] = []
        self.pages: list[str] = []
        desk.program.words_kept.connect(self._look)
        desk.program.window_wanted.connect(self.pages.append)

    @property
    def card(self) -> HelpCard:
        card = self.at_once._card
        assert card is not None and card.isVisible()
        return card

    def _look(self, text: str, before: str) -> None:
        was_open = self.at_once.is_open
        self.at_once.look_at(text, before, self.desk.card)
        self.shown += self.at_once.is_open and not was_open

    def close(self) -> None:
        self.card.close()

    def texts(self) -> list[str]:
        """What is on the card, as a screen reader has it."""
        seen = [*self.card.findChildren(QLabel), *self.card.findChildren(QAbstractButton)]
        return [widget.accessibleName() for widget in seen if widget.isVisibleTo(self.card)]

    def button(self, name: str) -> QPushButton:
        (found,) = (
            one
            for one in self.card.findChildren(QPushButton)
            if one.accessibleName() == name and one.isVisibleTo(self.card)
        )
        return found

    def say(self, text: str, before: str = "") -> None:
        self.desk.program.words_were_kept(text, before)


@pytest.fixture
def help(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Help]:
    desk.program.change_settings(help_country="KR")
    made = Help(desk)

    def open_address(uri: str) -> bool:
        made.opened.append(uri)
        return True

    monkeypatch.setattr(help_card, "open_address", open_address)
    yield made
    if made.at_once._card is not None:
        made.at_once._card.close()
        made.at_once._card.deleteLater()


def note_of(card: QWidget) -> QLineEdit:
    (found,) = (edit for edit in card.findChildren(QLineEdit) if edit.accessibleName().startswith("A few words"))
    return found


def add(desk: Desk, name: str, kind: str | None = None, reach: str = "") -> None:
    person = desk.journal.add_person(name, desk.now)
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as connection:
        connection.execute("UPDATE people SET reach_kind = ?, reach = ? WHERE id = ?", (kind, reach, person.id))


def press(card: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(card.focusWidget() or card, key)


def test_it_comes_when_the_words_are_kept_not_at_each_letter(desk: Desk, help: Help) -> None:
    card = desk.open_card()
    QTest.keyClicks(note_of(card), HEAVY)
    assert not help.at_once.is_open
    press(card, Qt.Key.Key_Return)
    assert help.at_once.is_open
    assert desk.answers()[0][3] == HEAVY


def test_it_comes_while_the_hand_rests_and_takes_nothing_away(desk: Desk, help: Help) -> None:
    card = desk.open_card()
    note = note_of(card)
    note.setFocus()
    QTest.keyClicks(note, HEAVY)
    wait_until(lambda: help.at_once.is_open)
    assert card.isVisible() and desk.card is card
    assert card.focusWidget() is note and note.text() == HEAVY
    assert not help.card.surface().intersects(card.surface())
    QTest.keyClicks(note, " tonight")
    assert note.text() == f"{HEAVY} tonight"


def test_it_comes_once_for_the_same_words(desk: Desk, help: Help) -> None:
    card = desk.open_card()
    note = note_of(card)
    QTest.keyClicks(note, HEAVY)
    card.save_draft()
    help.close()
    QTest.keyClicks(note, " really")
    card.save_draft()
    note.setText(f"{HEAVY}. It rains")
    card.save_draft()
    assert help.shown == 1
    note.setText(f"{HEAVY}. {ANOTHER}")
    card.save_draft()
    assert help.shown == 2


def test_it_comes_again_for_other_words(desk: Desk, help: Help) -> None:
    for _ in range(2):
        card = desk.open_card()
        QTest.keyClicks(note_of(card), HEAVY)
        press(card, Qt.Key.Key_Return)
        assert help.at_once.is_open
        help.close()
        card.close()
    assert help.shown == 2


@pytest.mark.parametrize("text", [FINE, "", "   ", "I don't want to die"])
def test_other_words_bring_nothing(help: Help, text: str) -> None:
    help.say(text)
    assert not help.at_once.is_open


def test_words_that_cannot_be_kept_bring_it_too(desk: Desk, help: Help) -> None:
    card = desk.open_card()
    desk.break_journal()
    QTest.keyClicks(note_of(card), HEAVY)
    press(card, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert help.shown == 1
    desk.mend_journal()


def test_it_comes_in_a_pause(desk: Desk, help: Help) -> None:
    desk.program.start_pause(None)
    card = desk.open_card()
    note_of(card).setText("죽고 싶다")
    press(card, Qt.Key.Key_Escape)
    assert desk.card is None
    assert help.at_once.is_open


def test_words_of_the_week_bring_it(desk: Desk, help: Help) -> None:
    now = desk.now
    desk.journal.add_prompt(PromptKind.WEEK, now.date(), 0, now, now, ZONE)
    desk.asker.resume()
    assert desk.card is not None
    (words,) = desk.card.findChildren(QPlainTextEdit)
    words.setPlainText("그냥 사라지고 싶어요")
    assert not help.at_once.is_open
    wait_until(lambda: help.at_once.is_open)
    assert desk.card is not None


def test_an_entry_added_to_a_day_brings_it_when_saved(desk: Desk, help: Help) -> None:
    steps = (desk.asker._bank.steps[StepName.MOOD], desk.asker._bank.steps[StepName.HEARD])
    written: list[object] = []
    editor = AddEditor(desk.program, date(2026, 11, 22), steps, (), lambda answers, _moment: written.append(answers))
    (note,) = (one for one in editor.findChildren(QPlainTextEdit) if one.accessibleName().startswith("A few words"))
    note.setPlainText(HEAVY)
    press(editor, Qt.Key.Key_3)
    assert not help.at_once.is_open
    editor.save()
    assert written and help.at_once.is_open


def test_a_changed_entry_brings_it_only_for_what_is_new(desk: Desk, help: Help) -> None:
    card = desk.open_card()
    QTest.keyClicks(note_of(card), HEAVY)
    press(card, Qt.Key.Key_4, Qt.Key.Key_Escape)
    help.close()
    history = desk.history()
    (entry,) = history.journal.entries_of(date(2026, 11, 23))
    question = desk.asker._bank.steps[StepName.MOOD]
    editor = ChangeEditor(desk.program, entry, question, (), lambda _answer, _moment: None)
    (note,) = editor.findChildren(QPlainTextEdit)
    note.setPlainText(f"{HEAVY}, and it rained")
    editor.save()
    assert help.shown == 1
    note.setPlainText(f"{HEAVY}, and it rained. {ANOTHER}")
    editor.save()
    assert help.shown == 2


def test_what_it_says(help: Help) -> None:
    help.say(HEAVY)
    texts = " | ".join(help.texts())
    assert "You wrote something heavy" in texts
    assert "If you are thinking about ending your life, a person can listen right now." in texts
    assert "109" in texts and "In an emergency: 119, 112 (South Korea)" in texts
    assert "Only this computer read your words. Nothing was sent." in texts
    assert help.card.accessibleName().startswith("If you are thinking")
    assert all(name.strip() or name == " " for name in help.texts())


def test_a_call_and_a_copy(help: Help) -> None:
    help.say(HEAVY)
    help.button("Call 109").click()
    assert help.opened == ["tel:109"]
    assert "If nothing opens, dial 109 on any phone." in help.texts()
    help.button("Copy 109").click()
    assert QGuiApplication.clipboard().text() == "109"


def test_someone_i_trust(desk: Desk, help: Help) -> None:
    add(desk, "Mina", "phone", "+82 10-1234-5678")
    add(desk, "Jun", "email", "jun@example.org")
    add(desk, "수아", "link", "https://example.org/x")
    add(desk, "어머니")
    add(desk, "Odd", "link", "javascript:alert(1)")
    help.say(HEAVY)
    assert "Mina" not in help.texts()
    help.button("Someone I trust").click()
    assert {"Mina", "Jun", "수아", "어머니", "Odd"} <= set(help.texts())
    assert help.card.focusWidget() is help.button("Call Mina")
    help.button("Call Mina").click()
    help.button("Write to Jun").click()
    help.button("Open the link of 수아").click()
    assert help.opened == ["tel:+821012345678", "mailto:jun@example.org", "https://example.org/x"]
    names = [one.accessibleName() for one in help.card.findChildren(QPushButton)]
    assert not [name for name in names if "어머니" in name or "Odd" in name]


def test_many_people_are_scrolled(desk: Desk, help: Help) -> None:
    for number in range(40):
        add(desk, f"Person {number}")
    help.say(HEAVY)
    help.button("Someone I trust").click()
    QCoreApplication.processEvents()
    assert help.card.findChildren(QScrollArea)[-1].height() < 240


def test_nobody_on_the_list_hides_someone_i_trust(help: Help) -> None:
    help.say(HEAVY)
    assert "Someone I trust" not in help.texts()


def test_it_works_without_a_journal(desk: Desk, help: Help) -> None:
    add(desk, "Mina")
    desk.program.opened = None
    help.say(HEAVY)
    assert "109" in help.texts()
    assert "Someone I trust" not in help.texts()


def test_other_countries_are_in_the_window(help: Help) -> None:
    help.say(HEAVY)
    help.button("Other countries").click()
    assert help.pages == ["help"]
    assert not help.at_once.is_open


def test_where_no_country_is_known_one_can_be_chosen(desk: Desk, help: Help) -> None:
    desk.program.change_settings(help_country="")
    help.say(HEAVY)
    assert "In danger now, call your local emergency number." in help.texts()
    field = help.button("Country: Choose your country")
    assert isinstance(field, MenuField)
    menu = field.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Japan").trigger()
    assert desk.program.settings.help_country == "JP"
    assert "0120-279-338" in help.texts()


def test_it_is_closed_by_escape_and_worked_by_keys(help: Help) -> None:
    help.say(HEAVY)
    reached = set()
    for _ in range(8):
        press(help.card, Qt.Key.Key_Tab)
        focused = help.card.focusWidget()
        assert focused is not None
        reached.add(focused.accessibleName())
    assert {"Close", "Call 109", "Copy 109", "Other countries"} <= reached
    help.button("Call 109").setFocus()
    press(help.card, Qt.Key.Key_Return)
    assert help.opened == ["tel:109"]
    press(help.card, Qt.Key.Key_Escape)
    assert not help.at_once.is_open


def test_it_follows_language_and_theme(desk: Desk, help: Help) -> None:
    help.say(HEAVY)
    translations = Translations(desk.program.resources)
    translations.use("ko")
    try:
        desk.program.language = "ko"
        desk.program.change_settings(language=Language.KOREAN, theme=Theme.DARK)
        desk.program.language_changed.emit()
        assert "무거운 마음이 적혀 있어요" in help.texts()
        assert help.card._theme.colours.surface == "#27201C"
    finally:
        translations.use("en")
        desk.program.change_settings(theme=Theme.LIGHT)


@pytest.mark.parametrize(
    "other", [QRect(1000, 400, 384, 300), QRect(0, 0, 384, 300), QRect(300, 500, 384, 300), QRect(300, 0, 384, 200)]
)
def test_it_stays_on_the_screen_wherever_the_other_card_is(help: Help, other: QRect) -> None:
    help.say(HEAVY)
    help.card.stand_beside(other)
    free = QGuiApplication.primaryScreen().availableGeometry()
    assert free.top() <= help.card.surface().top() and help.card.surface().left() >= free.left()


def test_another_card_gets_its_place(desk: Desk, help: Help) -> None:
    help.say(HEAVY)
    card = desk.open_card()
    assert isinstance(card, CardFrame)
    help.at_once.make_room(card)
    assert not help.card.surface().intersects(card.surface())


def test_a_file_that_cannot_be_read_stops_nothing(
    desk: Desk, help: Help, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    desk.program.resources = tmp_path
    help.say(HEAVY)
    help.say(HEAVY)
    assert not help.at_once.is_open
    assert [record.getMessage() for record in caplog.records if HEAVY in record.getMessage()] == []
    assert len(caplog.records) == 1


def test_nothing_of_it_is_kept_or_logged(
    tmp_path: Path, application: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    """The journal is the same, letter for letter, as with words that bring nothing."""
    dumps = []
    for folder, note in (("heavy", HEAVY), ("fine", FINE)):
        (tmp_path / folder).mkdir()
        desk = Desk(tmp_path / folder, application)
        help = Help(desk)
        changed: list[object] = []
        desk.program.settings_changed.connect(partial(changed.append, None))
        with caplog.at_level(logging.DEBUG, "herwidget"):
            card = desk.open_card()
            note_of(card).setText(note)
            card.close()
            assert help.at_once.is_open is (note == HEAVY)
            if help.at_once.is_open:
                help.button("Other countries").click()
        assert changed == []
        dumps.append([line.replace(note, "") for line in dump(desk) if not re.search("facts|_migrations", line)])
        desk.journal.close()
    assert dumps[0] == dumps[1]
    assert [record for record in caplog.records if record.name.startswith("herwidget")] == []


def dump(desk: Desk) -> list[str]:
    """All that is in the journal's file."""
    return list(desk.journal.connection.iterdump())
