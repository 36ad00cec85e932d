"""The words page: what was written is there, is found as it is typed, and leads to its day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QScrollArea

from herwidget.core.local_time import local_day
from herwidget.core.prompts import PromptKind, StepAnswer, StepName
from herwidget.core.questions import AnswerType
from herwidget.ui.day_page import DayPage
from herwidget.ui.window import Window
from herwidget.ui.word_rows import EntryRow
from herwidget.ui.words_page import WordsPage
from tests.ui.conftest import EVENING, ZONE, Desk

LONG = "It went on and on. " * 260 + "The lighthouse came last."


class Opened:
    """The window at the words, as small as it can be."""

    def __init__(self, desk: Desk) -> None:
        self.window = Window(desk.program, "words", lambda: None)
        self.window.resize(self.window.minimumSize())
        self.window.show()
        self.window.activateWindow()
        self.view = self.window.view
        self.settle()

    def settle(self) -> None:
        for _ in range(5):
            QTest.qWait(5)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def page(self) -> WordsPage:
        (page,) = (one for one in self.window.findChildren(WordsPage) if one.isVisible())
        return page

    def rows(self) -> list[EntryRow]:
        there = [one for one in self.page.findChildren(EntryRow) if one.isVisible()]
        return sorted(there, key=lambda row: row.mapTo(self.page, row.rect().topLeft()).y())

    def texts(self) -> list[str]:
        """What each row tells between its time and its question."""
        return [row.shown().split("\n")[1].replace("\u2060", "") for row in self.rows()]

    def labels(self) -> list[str]:
        return [one.accessibleName() for one in self.page.findChildren(QLabel) if one.isVisible()]

    def says(self, words: str) -> bool:
        return any(words in text for text in self.labels())

    def press(self, name: str) -> None:
        there = [one for one in self.page.findChildren(QAbstractButton) if one.isVisible()]
        found = [one for one in there if one.accessibleName().startswith(name)]
        found[0].setFocus()
        found[0].click()
        self.settle()

    def type(self, text: str) -> None:
        self.page.search.setFocus()
        self.page.search.setText(text)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)
        self.settle()


@pytest.fixture
def opened(desk: Desk) -> Iterator[list[Opened]]:
    """The windows that a test opens."""
    made: list[Opened] = []
    yield made
    for one in made:
        one.window.close()
        one.settle()


def told(desk: Desk, answer: StepAnswer, at: datetime = EVENING, zone: str = ZONE) -> None:
    prompt = desk.journal.add_prompt(PromptKind.DAY, local_day(at, zone), None, at, at, zone)
    desk.journal.save_answer(prompt.id, answer, at, zone)
    desk.journal.record_closed(prompt.id, at)


def note(text: str) -> StepAnswer:
    return StepAnswer(StepName.MOOD, "mood", "mood", value=3, note=text)


def words(text: str, question: str = "gone-from-the-bank", beside: str = "") -> StepAnswer:
    return StepAnswer(StepName.QUESTION, question, "reflection", words=text, note=beside)


def some(desk: Desk) -> None:
    told(desk, note("우리엄마랑 오래 통화했다"), EVENING)
    told(desk, words("A walk with Mina", beside="and <b>tea</b> & cake"), EVENING - timedelta(days=1))
    told(desk, note("Quiet."), EVENING - timedelta(days=2))
    told(desk, StepAnswer(StepName.MOOD, "mood", "mood", value=3), EVENING - timedelta(days=3))


def open_page(desk: Desk, opened: list[Opened]) -> Opened:
    opened.append(Opened(desk))
    return opened[-1]


def test_nothing_written_yet_is_said_kindly(desk: Desk, opened: list[Opened]) -> None:
    told(desk, StepAnswer(StepName.MOOD, "mood", "mood", value=3))
    shown = open_page(desk, opened)
    assert shown.says("In your own words") and shown.says("Nothing has to be written.")
    wanted: list[bool] = []
    desk.program.check_in_wanted.connect(lambda: wanted.append(True))
    shown.press("Check in now")
    assert wanted == [True]


def test_everything_written_is_there_newest_first(desk: Desk, opened: list[Opened]) -> None:
    some(desk)
    told(desk, words("In Lisbon"), datetime(2025, 11, 23, 8, 10, tzinfo=UTC), "Europe/Lisbon")
    shown = open_page(desk, opened)
    assert shown.texts() == ["우리엄마랑 오래 통화했다", "A walk with Mina", "Quiet.", "In Lisbon"]
    assert [row.when for row in shown.rows()] == [
        "Today · 19:41",
        "Yesterday · 19:41",
        "Saturday, 21 November · 19:41",
        "Sunday, 23 November 2025 · 08:10",
    ]
    assert shown.says("4 notes and answers")
    assert desk.program.opened is not None
    assert shown.rows()[0].shown().split("\n")[2:] == [desk.program.opened.bank.by_id["mood"].text.en]
    assert shown.rows()[1].shown().split("\n")[2:] == ["and <b>tea</b> & cake"]


def test_a_zone_that_no_one_knows_is_read_as_here(desk: Desk, opened: list[Opened]) -> None:
    told(desk, note("somewhere"))
    desk.journal.connection.execute("UPDATE answers SET zone = 'Nowhere/At_All'")
    assert [row.when for row in open_page(desk, opened).rows()] == ["Today · 19:41"]


def test_typing_finds_and_marks(desk: Desk, opened: list[Opened]) -> None:
    some(desk)
    shown = open_page(desk, opened)
    shown.type("엄ㅁ")
    assert shown.texts() == ["우리엄마랑 오래 통화했다"] and shown.rows()[0].marked() == ["엄마"]
    assert shown.says("1 of 3 found")
    shown.type("MINA tea")
    assert [row.marked() for row in shown.rows()] == [["Mina", "tea"]]
    assert shown.view.search == "MINA tea"
    shown.key(Qt.Key.Key_Escape)
    assert shown.page.search.text() == "" and len(shown.rows()) == 3 and shown.window.isVisible()


def test_what_an_input_method_is_putting_together_is_searched_for(desk: Desk, opened: list[Opened]) -> None:
    some(desk)
    shown = open_page(desk, opened)
    shown.page.search.setFocus()
    QCoreApplication.sendEvent(shown.page.search, QInputMethodEvent("엄", []))
    shown.settle()
    assert shown.texts() == ["우리엄마랑 오래 통화했다"]
    done = QInputMethodEvent("ㅂ", [])
    done.setCommitString("엄")
    QCoreApplication.sendEvent(shown.page.search, done)
    shown.settle()
    assert shown.texts() == [] and shown.says("“엄ㅂ” was not found")
    QCoreApplication.sendEvent(shown.page.search, QInputMethodEvent("", []))
    shown.settle()
    assert len(shown.texts()) == 1 and shown.view.search == "엄"


def test_every_button_has_a_name_for_a_screen_reader(desk: Desk, opened: list[Opened]) -> None:
    some(desk)
    told(desk, note(LONG))
    shown = open_page(desk, opened)
    for searched in ("", "nowhere", "a"):
        shown.type(searched)
        for one in shown.page.findChildren(QAbstractButton):
            name = QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
            assert name.strip(), (searched, one)


def test_nothing_found_says_what_was_searched_and_leads_back(desk: Desk, opened: list[Opened]) -> None:
    some(desk)
    shown = open_page(desk, opened)
    shown.type("<i>nowhere</i> " + "x" * 100)
    assert shown.says("0 of 3 found") and shown.says("“<i>nowhere</i> xxx") and shown.says("x…” was not found")
    shown.press("Clear the search")
    assert len(shown.rows()) == 3 and shown.window.focusWidget() is shown.page.search


def test_a_row_opens_its_day_and_the_way_back_leads_to_it(desk: Desk, opened: list[Opened]) -> None:
    some(desk)
    shown = open_page(desk, opened)
    shown.type("q")
    shown.key(Qt.Key.Key_Down)
    assert shown.window.focusWidget() is shown.rows()[0]
    shown.key(Qt.Key.Key_Return)
    assert shown.view.day == date(2026, 11, 21) and shown.view.day_from == "words"
    assert shown.window.findChildren(DayPage)
    shown.key(Qt.Key.Key_Escape)
    assert shown.texts() == ["Quiet."] and shown.page.search.text() == "q"
    assert shown.window.focusWidget() is shown.rows()[0]
    QTest.mouseClick(shown.rows()[0], Qt.MouseButton.LeftButton)
    shown.settle()
    assert shown.window.findChildren(DayPage)


def test_the_page_built_anew_keeps_the_search_and_the_keyboard_in_it(desk: Desk, opened: list[Opened]) -> None:
    some(desk)
    shown = open_page(desk, opened)
    shown.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert shown.window.focusWidget() is shown.page.search
    QTest.keyClicks(shown.page.search, "walk")
    shown.page.search.setCursorPosition(2)
    before = shown.page
    desk.program.state_changed.emit()
    shown.settle()
    assert shown.page is not before
    assert shown.window.focusWidget() is shown.page.search and shown.page.search.cursorPosition() == 2
    assert shown.texts() == ["A walk with Mina"]
    for name in ("Settings", "Words"):
        (entry,) = (one for one in shown.window.findChildren(QPushButton) if one.text() == name)
        entry.setFocus()
        entry.click()
        shown.settle()
    assert shown.page.search.text() == "walk" and shown.window.focusWidget() is not shown.page.search


def test_by_idea_shows_some_of_each_and_all_on_request(desk: Desk, opened: list[Opened]) -> None:
    assert desk.program.opened is not None
    bank = desk.program.opened.bank
    question = next(one for one in bank.questions if one.answer is AnswerType.WORDS)
    for number in range(12):
        told(desk, words(f"answer {number}", question.id), EVENING - timedelta(days=number))
    told(desk, note("a note"))
    shown = open_page(desk, opened)
    shown.press("Order: By idea")
    assert shown.view.by_idea
    gist = question.idea.gist.en
    assert shown.says(gist[0].upper() + gist[1:])
    assert shown.says(f"From the essay, part {question.idea.part} · 12 entries") and shown.says("Notes beside a mood")
    assert shown.texts() == ["answer 0", "answer 1", "answer 2", "a note"]
    shown.press("Show all 12")
    assert shown.texts() == [*(f"answer {number}" for number in range(12)), "a note"]
    assert shown.window.focusWidget() is shown.rows()[3]
    shown.type("answer 11")
    assert shown.texts() == ["answer 11"] and not shown.says("Notes beside a mood")


def test_forty_at_a_time(desk: Desk, opened: list[Opened]) -> None:
    for number in range(100):
        told(desk, note(f"n{number}"), EVENING - timedelta(hours=number))
    shown = open_page(desk, opened)
    assert len(shown.rows()) == 40
    shown.press("Show 40 more")
    assert len(shown.rows()) == 80 and shown.window.focusWidget() is shown.rows()[40]
    desk.program.state_changed.emit()
    shown.settle()
    assert len(shown.rows()) == 80
    shown.press("Show all 100")
    assert shown.texts() == [f"n{number}" for number in range(100)]
    assert not any(one.accessibleName().startswith("Show") for one in shown.page.findChildren(QAbstractButton))


def test_a_long_note_is_shortened_around_what_was_found(desk: Desk, opened: list[Opened]) -> None:
    told(desk, note(LONG))
    shown = open_page(desk, opened)
    (row,) = shown.rows()
    assert "lighthouse" not in row.shown() and "…" in row.shown()
    low = row.height()
    shown.press("Show all")
    assert "lighthouse" in row.shown() and row.height() > 3 * low
    shown.press("Show less")
    assert row.height() == low
    shown.type("lighthouse")
    (row,) = shown.rows()
    assert row.marked() == ["lighthouse"] and row.shown().split("\n")[1].startswith("… ")


@pytest.mark.parametrize("text", ["a" * 3000, "가" * 3000, "line\n" * 40, "\r\n \u2028\u2029\ufdd0\ufffc x"])
def test_no_text_is_wider_than_the_page(desk: Desk, opened: list[Opened], text: str) -> None:
    told(desk, note(text))
    shown = open_page(desk, opened)
    (scroll,) = (one for one in shown.window.findChildren(QScrollArea) if one.isVisible())
    assert shown.page.width() == scroll.viewport().width()
    (row,) = shown.rows()
    assert row.height() == row.heightForWidth(row.width())
    assert row._document.idealWidth() <= row.width()


def test_rows_are_told_to_screen_readers(desk: Desk, opened: list[Opened]) -> None:
    some(desk)
    row = open_page(desk, opened).rows()[1]
    assert row.accessibleName() == "Yesterday · 19:41. A walk with Mina. and <b>tea</b> & cake"
    assert row.accessibleDescription() == "Opens this day"


def test_where_the_keyboard_is_can_be_seen(desk: Desk, opened: list[Opened]) -> None:
    some(desk)
    shown = open_page(desk, opened)
    row = shown.rows()[0]
    before = row.grab().toImage()
    row.setFocus()
    shown.settle()
    assert row.grab().toImage() != before


def test_of_thousands_that_are_found_a_letter_builds_no_more_than_can_be_seen(desk: Desk, opened: list[Opened]) -> None:
    many(desk)
    shown = open_page(desk, opened)
    assert shown.says("12000 notes and answers")
    for text in ("m", "mi", "min", "mina", "mina 엄", "mina 엄마"):
        shown.page.search.setText(text)
        # The rest is built afterwards, some rows each time that nothing else is to be done.
        assert len(shown.rows()) == 10
        assert sum(row.height() for row in shown.rows()) > shown.window.height()
    shown.settle()
    assert shown.says(" of 12000 found") and len(shown.rows()) <= 40


def many(desk: Desk) -> None:
    """Twelve thousand notes of five to thirty words."""
    pieces = [
        "오늘은",
        "우리엄마랑",
        "오래",
        "통화했다.",
        "a",
        "long",
        "walk",
        "with",
        "Mina,",
        "work",
        "조용한",
        "저녁",
    ]
    connection = desk.journal.connection
    connection.execute("BEGIN")
    for number in range(1, 12_001):
        at = EVENING - timedelta(hours=5 * number)
        text = " ".join(pieces[(number * 7 + step) % len(pieces)] for step in range(5 + number % 26))
        moment = at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        day = local_day(at, ZONE).isoformat()
        connection.execute(
            "INSERT INTO prompts (id, kind, plan_day, planned_at, zone, answered_at, closed_at) "
            "VALUES (?, 'day', ?, ?, ?, ?, ?)",
            (number, day, moment, ZONE, moment, moment),
        )
        connection.execute(
            "INSERT INTO answers (prompt_id, step, question_id, dimension, answered_at, zone, local_day, local_hour, "
            "words, note) VALUES (?, 'mood', 'mood', 'mood', ?, ?, ?, 12, '', ?)",
            (number, moment, ZONE, day, text),
        )
    connection.execute("COMMIT")
