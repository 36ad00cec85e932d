"""A small screen, or a large scale: no button is off it, what does not fit scrolls, and what fits looks as ever."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from herwidget.core.contacts import Contacts, ImportedPerson
from herwidget.core.history.ranges import Days
from herwidget.core.keeping import Backup, Belongings, Contents
from herwidget.core.prompts import PromptKind
from herwidget.core.settings import Contrast, Theme
from herwidget.environment import Translations
from herwidget.ui import card_frame, work_area
from herwidget.ui.card import Card
from herwidget.ui.card_frame import CardFrame
from herwidget.ui.charts.drawing import KEY_LINE
from herwidget.ui.charts.mood_key import MoodKey
from herwidget.ui.erase_dialog import EraseDialog
from herwidget.ui.explanation import Explanation
from herwidget.ui.first_run import FirstRun
from herwidget.ui.help_card import HelpCard
from herwidget.ui.import_dialog import ImportDialog
from herwidget.ui.page_names import page_names
from herwidget.ui.period_editor import PeriodEditor
from herwidget.ui.person_editor import PersonEditor
from herwidget.ui.restore_dialog import RestoreDialog
from herwidget.ui.scale import Scale
from herwidget.ui.sheet import Sheet
from herwidget.ui.suggestion_card import SuggestionCard
from herwidget.ui.window import Window
from tests.ui.conftest import ZONE, Desk
from tests.ui.test_suggestion_card import add, drift

SMALL = QRect(0, 0, 640, 386)
"""1280 by 800 pixels at a scale of 2, with a panel."""
LARGE = QRect(0, 0, 1280, 800)
FRAME = 40
NAMES = ("Mina", "Jun", "어머니", "Alexander Konstantinopoulos", "Grandmother Kim")


EVERYTHING = Belongings(Contents(900, 5), 4, 2, demonstration=True, settings=True, log=True, starts=True)


class NoBackups:
    """Where there are no backups."""

    def there(self) -> Sequence[Backup]:
        return ()

    def look_into(self, backup: Path) -> Contents:
        raise AssertionError("there is none")

    def put_back(self, backup: Path) -> str:
        raise AssertionError("there is none")

    def make(self) -> None:
        raise AssertionError("nobody asked for one")


class Screen:
    """The screen, as large as a test wants it."""

    def __init__(self) -> None:
        self.free = SMALL

    def shrink(self, free: QRect) -> None:
        """A panel has come, or the scale was changed."""
        self.free = free
        QGuiApplication.primaryScreen().availableGeometryChanged.emit(free)
        settle()


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    made = Screen()
    for module in (card_frame, work_area):
        monkeypatch.setattr(module, "work_area", lambda _screen, _free_of_panels: made.free)
    return made


@pytest.fixture(params=["en", "ko"])
def spoken(request: pytest.FixtureRequest, desk: Desk, screen: Screen) -> Iterator[Desk]:
    """The desk on a small screen, in each language."""
    translations = Translations(desk.program.resources)
    translations.use(request.param)
    desk.program.language = request.param
    yield desk
    translations.use("en")


def settle() -> None:
    for _ in range(4):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def is_whole(widget: QWidget) -> bool:
    """Whether nothing of it is cut off."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def bar_of(window: QWidget) -> QScrollBar | None:
    """What the middle is scrolled by, None where it is not."""
    (sheet,) = (one for one in window.findChildren(Sheet) if one.isVisible())
    bars = [one for one in sheet.findChildren(QScrollBar) if one.isVisible()]
    return bars[0] if bars and bars[0].parent() is sheet._scrolled else None


def fixed_buttons(window: QWidget) -> list[QPushButton]:
    """The buttons that do not scroll."""
    (sheet,) = (one for one in window.findChildren(Sheet) if one.isVisible())
    buttons = [one for one in window.findChildren(QPushButton) if one.isVisible()]
    return [one for one in buttons if not sheet._scrolled.isAncestorOf(one)]


def assert_in_reach(card: CardFrame) -> None:
    """The card is on the screen, at its usual distance from the edges, and so are the buttons of head and foot."""
    settle()
    assert SMALL.adjusted(10, 10, -10, -10).contains(card.surface())
    assert fixed_buttons(card) and all(is_whole(one) for one in fixed_buttons(card))


def press(card: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(card.focusWidget() or card, key)
    settle()


def turn_wheel(widget: QWidget, angle: int) -> None:
    window = widget.window()
    QTest.wheelEvent(window.windowHandle(), QPointF(widget.mapTo(window, widget.rect().center())), QPoint(0, angle))
    settle()


def heard_step(desk: Desk) -> Card:
    """The longest step: somebody heard the person, and five people are on the list."""
    for name in NAMES:
        desk.journal.add_person(name, desk.now)
    card = desk.open_card()
    press(card, Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_5, Qt.Key.Key_Return, Qt.Key.Key_1)
    return card


def note_of(card: Card) -> QLineEdit:
    return next(edit for edit in card.findChildren(QLineEdit) if edit.isVisible() and edit.maxLength() == 2000)


def test_every_step_of_an_evening_has_its_buttons_on_the_screen(spoken: Desk) -> None:
    for name in NAMES:
        spoken.journal.add_person(name, spoken.now)
    card = spoken.open_card()
    for keys in ((Qt.Key.Key_2, Qt.Key.Key_Return), (Qt.Key.Key_5, Qt.Key.Key_Return), (Qt.Key.Key_1,)):
        assert_in_reach(card)
        press(card, *keys)
    assert_in_reach(card)
    assert bar_of(card) is not None
    spoken.break_journal()
    press(card, Qt.Key.Key_2, Qt.Key.Key_Return)
    spoken.mend_journal()
    assert_in_reach(card)
    (trouble,) = (one for one in card.findChildren(QLabel) if one.property("role") == "trouble")
    assert is_whole(trouble), "what went wrong stays in sight"


def test_a_question_for_words_has_its_buttons_on_the_screen_and_its_reason_in_sight(spoken: Desk) -> None:
    spoken.journal.add_prompt(PromptKind.WEEK, spoken.now.date(), 0, spoken.now, spoken.now, ZONE)
    spoken.asker.resume()
    card = spoken.card
    assert card is not None
    assert_in_reach(card)
    why = next(one for one in card.findChildren(QPushButton) if one.property("role") == "link")
    why.click()
    assert_in_reach(card)
    told = [one for one in card.findChildren(QLabel) if one.property("role") == "why" and one.isVisible()]
    assert is_whole(told[-1])


def test_a_suggestion_has_its_buttons_on_the_screen_with_its_reasons_and_without(spoken: Desk) -> None:
    for name in NAMES:
        add(spoken, name)
    drift(spoken)
    noticing = spoken.noticing()
    card = SuggestionCard(spoken.program, noticing, noticing.begin(by_hand=False), QRect)
    card.appear(take_focus=True)
    assert_in_reach(card)
    (way,) = (one for one in fixed_buttons(card) if one.property("role") == "primary")
    assert is_whole(way)
    card._toggle_why()
    assert_in_reach(card)
    reasons = [one for one in card.findChildren(QLabel) if one.property("role") == "why" and one.isVisible()]
    assert is_whole(reasons[-1])


def test_help_at_once_has_its_ways_on_the_screen_and_brings_the_people_into_sight(spoken: Desk) -> None:
    spoken.program.change_settings(help_country="KR")
    for name in NAMES:
        spoken.journal.add_person(name, spoken.now)
    card = HelpCard(spoken.program, QRect)
    card.show_at_once(None)
    assert_in_reach(card)
    call = next(one for one in card.findChildren(QPushButton) if one.accessibleName().count("109"))
    assert is_whole(call)
    card._open_people()
    assert_in_reach(card)
    names = [one for one in card.findChildren(QLabel) if one.accessibleName() == NAMES[1]]
    assert names and is_whole(names[-1])
    card.close()


def test_a_card_that_fits_is_as_high_as_its_contents_and_has_no_bar(desk: Desk, screen: Screen) -> None:
    screen.free = LARGE
    card = heard_step(desk)
    assert bar_of(card) is None and card.findChildren(QScrollBar) == []
    assert all(is_whole(one) for one in card.findChildren(QPushButton) if one.isVisible())
    height = card.surface().height()
    screen.shrink(SMALL)
    assert bar_of(card) is not None and card.surface().height() == SMALL.height() - 20
    screen.shrink(LARGE)
    assert bar_of(card) is None and card.surface().height() == height
    assert LARGE.adjusted(10, 10, -10, -10).bottomRight() == card.surface().bottomRight()


def test_a_screen_narrower_than_the_card_holds_it(desk: Desk, screen: Screen) -> None:
    screen.free = QRect(0, 0, 400, 386)
    card = desk.open_card()
    assert screen.free.adjusted(10, 10, -10, -10).contains(card.surface())
    assert all(is_whole(one) for one in card.findChildren(QPushButton) if one.isVisible())


def test_what_has_the_keyboard_is_in_sight(desk: Desk, screen: Screen) -> None:
    card, seen = heard_step(desk), set[str]()
    for forward in (True, False):
        for _ in range(20):
            press(card, Qt.Key.Key_Tab) if forward else QTest.keyClick(card.focusWidget(), Qt.Key.Key_Backtab)
            settle()
            focused = card.focusWidget()
            assert focused is not None and is_whole(focused), focused.accessibleName()
            seen.add(focused.accessibleName())
    assert {"Yes, face to face", "Grandmother Kim", "Why this question?", "Done", "Close"} <= seen
    press(card, Qt.Key.Key_5)
    assert is_whole(card.focusWidget() or card) and card.focusWidget() is not card


def test_typing_brings_back_the_field_that_was_scrolled_away(desk: Desk, screen: Screen) -> None:
    card = heard_step(desk)
    note = note_of(card)
    note.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert is_whole(note)
    turn_wheel(note, 1200)
    assert not is_whole(note)
    QTest.keyClicks(note, "a walk")
    settle()
    assert is_whole(note) and note.text() == "a walk"


def test_in_a_field_higher_than_its_room_the_line_that_is_written_on_is_in_sight(desk: Desk, screen: Screen) -> None:
    sheet = Sheet(0, 0, 0, 0)
    field = QPlainTextEdit("\n" * 30)
    field.setFixedHeight(600)
    sheet.middle.addWidget(field)
    holder = QWidget()
    QVBoxLayout(holder).addWidget(sheet)
    holder.resize(300, 200)
    holder.show()
    sheet.fit(280, 180)
    field.setFocus()
    settle()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Return):
        QTest.keyClick(field, key)
        settle()
        caret = field.viewport().mapTo(sheet, field.cursorRect().center())
        assert sheet.rect().contains(caret)
    holder.hide()


def test_pages_scroll_by_key_and_wheel_and_neither_moves_the_slider(desk: Desk, screen: Screen) -> None:
    screen.free = QRect(0, 0, 640, 300)
    card = desk.open_card()
    press(card, Qt.Key.Key_2, Qt.Key.Key_Return)
    bar = bar_of(card)
    assert bar is not None and bar.value() == 0
    (scale,) = (one for one in card.findChildren(Scale) if one.isVisible())
    turn_wheel(scale, -120)
    assert bar.value() > 0
    press(card, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    press(card, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    assert not scale.touched and [answer[0] for answer in desk.answers()] == ["mood"]


def test_arrows_from_the_note_are_still_the_steps(desk: Desk, screen: Screen) -> None:
    card = heard_step(desk)
    note_of(card).setFocus()
    press(card, Qt.Key.Key_Down)
    focused = card.focusWidget()
    assert isinstance(focused, QPushButton) and focused.text() == "Yes, face to face" and is_whole(focused)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_what_scrolls_has_the_colour_of_the_card(desk: Desk, screen: Screen, theme: Theme) -> None:
    desk.program.theme.choose(theme, Contrast.USUAL)
    card = heard_step(desk)
    assert bar_of(card) is not None
    picture, x = card.grab().toImage(), card.surface().left() - card.x() + 12
    column = {picture.pixelColor(x, y).name() for y in range(picture.height() // 4, picture.height() * 3 // 4)}
    assert column == {QColor(desk.program.theme.colours.surface).name()}
    desk.program.theme.choose(Theme.LIGHT, Contrast.USUAL)


def test_the_first_run_has_its_buttons_on_the_screen(spoken: Desk) -> None:
    window = FirstRun(spoken.program, lambda _ask_now: None)
    window.show()
    for _ in range(3):
        settle()
        assert window.height() <= SMALL.height() - FRAME and bar_of(window) is not None
        assert all(is_whole(one) for one in fixed_buttons(window))
        window._go_on() if window._pane < 2 else None
    press(window, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert is_whole(window.focusWidget() or window)
    window._trouble = "The names could not be kept. " * 4
    window._build()
    settle()
    assert window.height() <= SMALL.height() - FRAME and all(is_whole(one) for one in fixed_buttons(window))
    spoken.program.ending = True
    window.close()


def test_every_dialog_is_within_the_screen_with_what_it_has_to_say(spoken: Desk) -> None:
    program, history, today = spoken.program, spoken.history(), spoken.now.date()
    window = Window(program, "people", lambda: None)
    window.show()
    people = tuple(ImportedPerson(f"Person {number}", ()) for number in range(30))
    person = PersonEditor(window, program, window.view, history)
    period = PeriodEditor(window, program, window.view, history, Days(today, today))
    imports = ImportDialog(window, program, window.view, history, Contacts(people, 3), ())
    restore = RestoreDialog(window, program, NoBackups())
    erase = EraseDialog(window, program, EVERYTHING, lambda: None)
    dialogs: list[QDialog] = [person, period, imports, restore, erase, Explanation(window, program, "time")]
    for dialog in dialogs:
        dialog.open()
    settle()
    person.save()
    period.save()
    imports._say("It could not be kept. " * 6)
    restore._say("It could not be put back. " * 6)
    settle()
    for dialog in dialogs:
        assert dialog.height() <= SMALL.height() - FRAME and dialog.width() <= SMALL.width(), dialog
        buttons = dialog.findChildren(QPushButton) if dialog is not erase else fixed_buttons(erase)
        assert all(is_whole(one) for one in buttons if one.isVisible()), dialog
    assert {erase.cancel, erase.go_on} <= set(fixed_buttons(erase)) and bar_of(erase) is not None
    erase.activateWindow()
    settle()
    erase.sure.setFocus()
    settle()
    assert is_whole(erase.sure)
    assert imports.findChildren(QListWidget)[0].height() > 30
    for dialog in dialogs:
        dialog.close()
    window.close()


@pytest.mark.parametrize("page", ["thread", "settings", "help"])
def test_the_window_is_within_the_screen_and_shows_the_entry_of_its_page(spoken: Desk, page: str) -> None:
    window = Window(spoken.program, page, lambda: None)
    window.open_page(page)
    window.resize(window.minimumSize())
    settle()
    assert window.width() <= SMALL.width() and window.height() <= SMALL.height() - FRAME
    buttons, name = window.findChildren(QPushButton), page_names()[page]
    (entry,) = (one for one in buttons if one.isCheckable() and one.text() == name)
    assert entry.isChecked() and is_whole(entry)
    window.close()


def test_on_a_large_screen_the_window_is_never_so_small_that_its_entries_scroll(spoken: Desk, screen: Screen) -> None:
    screen.free = LARGE
    spoken.journal.add_prompt(PromptKind.DAY, spoken.now.date(), None, spoken.now, spoken.now, ZONE)
    window = Window(spoken.program, "settings", lambda: None)
    window.open_page("settings")
    window.resize(1, 1)
    settle()
    assert (window.width(), window.height()) == (680, 460)
    assert bar_of(window) is None
    screen.shrink(SMALL)
    window.resize(1, 1)
    settle()
    assert window.height() <= SMALL.height() - FRAME and bar_of(window) is not None
    window.close()


@pytest.mark.parametrize("page", ["year", "rhythm"])
def test_the_key_to_the_moods_has_a_row_more_rather_than_being_cut(spoken: Desk, screen: Screen, page: str) -> None:
    drift(spoken)
    for free, rows in ((LARGE, 1), (SMALL, 2)):
        screen.free = free
        window = Window(spoken.program, page, lambda: None)
        window.open_page(page)
        settle()
        (key,) = window.findChildren(MoodKey)
        assert key.height() == rows * KEY_LINE
        window.close()
        settle()
