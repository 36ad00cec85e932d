"""A day's page: what it tells, and that changing, removing and adding ends in the journal or is refused in words."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QTimeEdit, QWidget

from herwidget.core.history.records import Entry
from herwidget.core.local_time import local_clock, local_day
from herwidget.core.prompts import PromptKind, StepAnswer, StepName
from herwidget.core.questions import AnswerType
from herwidget.ui.day_page import DayPage
from herwidget.ui.lamp import Lamp
from herwidget.ui.scale import Scale
from herwidget.ui.window import Window
from tests.desktop.support import wait_until
from tests.ui.conftest import EVENING, ZONE, Desk

TODAY = local_day(EVENING, ZONE)
MOOD = StepAnswer(StepName.MOOD, "mood", "mood", value=4)
LONG = "It was said twice and heard once. " * 20 + "https://example.org/" + "a" * 200
NOTE = "A few words, if you like"


class Opened:
    """The window at a day, as small as it can be."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.window = Window(desk.program, "help", lambda: None)
        self.window.resize(self.window.minimumSize())
        self.window.show()
        self.view = self.window.view

    def at(self, day: date = TODAY) -> "Opened":
        self.view.open_day(day, "help")
        self.settle()
        return self

    def settle(self) -> None:
        QTest.qWait(10)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def page(self) -> DayPage:
        (page,) = (one for one in self.window.findChildren(DayPage) if one.isVisible())
        return page

    def texts(self) -> list[str]:
        return [one.accessibleName() for one in self.window.findChildren(QLabel) if one.isVisible()]

    def says(self, words: str) -> bool:
        return any(words in text for text in self.texts())

    def button(self, name: str) -> QAbstractButton:
        there = [one for one in self.window.findChildren(QAbstractButton) if one.isVisible()]
        (found,) = [one for one in there if one.accessibleName() == name] or [
            one for one in there if one.accessibleName().startswith(name)
        ]
        return found

    def press(self, name: str) -> None:
        """Click the button of this name, or the one whose name begins so."""
        there = self.button(name)
        there.setFocus()
        there.click()
        self.settle()

    def buttons(self) -> list[str]:
        return [one.accessibleName() for one in self.page.findChildren(QAbstractButton) if one.isVisible()]

    def note(self) -> QPlainTextEdit:
        (field,) = (one for one in self.page.findChildren(QPlainTextEdit) if one.accessibleName() == NOTE)
        return field

    def time(self) -> QTimeEdit:
        (field,) = self.page.findChildren(QTimeEdit)
        return field

    def lamp(self, name: str) -> Lamp:
        (lamp,) = (one for one in self.page.findChildren(Lamp) if one.accessibleName() == name)
        return lamp

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)
        self.settle()

    def save(self) -> None:
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def opened(desk: Desk) -> Iterator[Opened]:
    made = Opened(desk)
    yield made
    made.window.close()
    made.settle()


def told(desk: Desk, *answers: StepAnswer, at: datetime = EVENING, zone: str = ZONE) -> int:
    """Answers of one check-in in the journal; its number."""
    prompt = desk.journal.add_prompt(PromptKind.EVENING, local_day(at, zone), None, at, at, zone)
    for answer in answers:
        desk.journal.save_answer(prompt.id, answer, at, zone)
    desk.journal.record_closed(prompt.id, at)
    return prompt.id


def kept(desk: Desk, day: date = TODAY) -> Sequence[Entry]:
    return desk.history().journal.entries_of(day)


def test_a_day_tells_each_check_in_where_it_was_lived(desk: Desk, opened: Opened) -> None:
    mina = desk.journal.add_person("Mina", desk.now)
    morning = datetime(2026, 11, 23, 8, 10, tzinfo=UTC)
    told(desk, MOOD, at=morning, zone="Europe/Lisbon")
    heard = StepAnswer(StepName.HEARD, "heard", "heard", choice="call", people=(mina.id,), note="a long talk")
    told(desk, StepAnswer(StepName.MOOD, "mood", "mood", value=2), heard)
    said = opened.at().texts()
    assert {"Monday, 23 November 2026", "Today · 2 check-ins", "08:10 · Lisbon", "19:41"} <= set(said)
    assert {"Light", "Low", "On a call · Mina", "“a long talk”"} <= set(said)
    assert said.index("Light") < said.index("Low")
    assert {"Edit: 08:10, Light", "Remove: 08:10, Light", "Remove all of 19:41"} <= set(opened.buttons())
    assert "Remove all of 08:10" not in opened.buttons()


def test_a_change_is_kept_and_can_be_undone(desk: Desk, opened: Opened) -> None:
    told(desk, MOOD)
    opened.at().press("Edit: 19:41, Light")
    assert opened.window.focusWidget() is opened.lamp("Light")
    opened.key(Qt.Key.Key_2)
    opened.note().setFocus()
    QTest.keyClicks(opened.note(), "it rained")
    opened.save()
    (entry,) = kept(desk)
    assert (entry.answer.value, entry.answer.note, entry.moment) == (2, "it rained", EVENING)
    assert opened.says("Changed.") and opened.says("“it rained”")
    assert opened.window.focusWidget() is opened.button("Edit: 19:41, Low")
    opened.press("Undo")
    assert kept(desk)[0].answer == MOOD and "Light" in opened.texts()


def test_what_is_saved_unchanged_is_no_edit(desk: Desk, opened: Opened) -> None:
    told(desk, MOOD)
    opened.at().press("Edit: 19:41, Light")
    opened.save()
    assert not opened.says("Changed.") and not opened.page.findChildren(QTimeEdit)


def test_a_time_is_that_of_the_place(desk: Desk, opened: Opened) -> None:
    told(desk, MOOD, at=datetime(2026, 11, 23, 8, 10, 20, tzinfo=UTC), zone="Europe/Lisbon")
    opened.at().press("Edit: 08:10, Light")
    assert opened.time().time() == QTime(8, 10) and opened.says("Lisbon")
    opened.time().setTime(QTime(7, 5))
    opened.save()
    (entry,) = kept(desk)
    assert (entry.moment, entry.zone) == (datetime(2026, 11, 23, 7, 5, tzinfo=UTC), "Europe/Lisbon")
    assert opened.says("07:05 · Lisbon")


def test_what_is_removed_comes_back(desk: Desk, opened: Opened) -> None:
    told(desk, MOOD, StepAnswer(StepName.CONNECTED, "connected", "connection", value=70))
    before = kept(desk)
    opened.at().press("Remove: 19:41, Light")
    assert [entry.answer.step for entry in kept(desk)] == [StepName.CONNECTED]
    assert opened.says("Removed.") and "Light" not in opened.texts()
    opened.press("Undo")
    assert [entry.answer for entry in kept(desk)] == [entry.answer for entry in before]
    opened.press("Remove all of 19:41")
    assert not kept(desk) and opened.says("Nothing is written down for this day,")
    opened.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [entry.answer for entry in kept(desk)] == [entry.answer for entry in before]


def test_something_is_added_to_a_day_that_has_passed(desk: Desk, opened: Opened) -> None:
    day = TODAY - timedelta(days=60)
    opened.at(day).press("Add something to this day")
    assert opened.time().time() == QTime(12, 0) and opened.time().hasFocus()
    opened.lamp("Warm").click()
    opened.press("On a call")
    opened.press("+ someone")
    (name,) = (one for one in opened.page.findChildren(QLineEdit) if one.accessibleName() == "Their name")
    QTest.keyClicks(name, "Mina")
    QTest.keyClick(name, Qt.Key.Key_Return)
    opened.note().setPlainText("a letter came")
    opened.press("Save")
    (mina,) = desk.journal.people()
    mood, heard = (entry.answer for entry in kept(desk, day))
    assert (mood.value, mood.note) == (5, "a letter came")
    assert (heard.choice, heard.people, heard.note) == ("call", (mina.id,), "")
    assert {local_clock(entry.moment, entry.zone).hour for entry in kept(desk, day)} == {12}
    assert {entry.added_at for entry in kept(desk, day)} == {desk.now}
    assert opened.says("Added.") and opened.says("added later") and opened.says("On a call · Mina")
    opened.press("Undo")
    assert not kept(desk, day)


def test_today_begins_at_now_and_the_future_is_refused(desk: Desk, opened: Opened) -> None:
    opened.at().press("Add something to this day")
    assert opened.time().time() == QTime(19, 41)
    opened.lamp("Low").click()
    opened.time().setTime(QTime(19, 42))
    opened.press("Save")
    assert opened.says("That is still to come.") and not kept(desk)
    opened.time().setTime(QTime(9, 30))
    opened.press("Save")
    assert local_clock(kept(desk)[0].moment, ZONE).hour == 9


def test_a_day_does_not_begin_before_it_came(desk: Desk, opened: Opened) -> None:
    opened.at(TODAY + timedelta(days=3))
    assert "Monday, 23 November 2026" in opened.texts()
    assert not opened.button("The day after").isEnabled()


def test_an_entry_is_not_moved_into_the_future(desk: Desk, opened: Opened) -> None:
    told(desk, MOOD)
    opened.at().press("Edit: 19:41, Light")
    opened.time().setTime(QTime(23, 0))
    opened.save()
    assert opened.says("That is still to come.") and kept(desk)[0].moment == EVENING


def test_nothing_is_not_kept(desk: Desk, opened: Opened) -> None:
    connected = StepAnswer(StepName.HEARD, "heard", "heard", choice="kept", note="quiet")
    told(desk, connected)
    opened.at().press("Edit: 19:41, I kept it to myself")
    opened.button("I kept it to myself").click()
    opened.note().setPlainText(" ")
    opened.press("Save")
    assert opened.says("“Remove” takes it away") and kept(desk)[0].answer == connected
    opened.press("Remove")
    assert not kept(desk)
    opened.press("Add something to this day")
    opened.press("Save")
    assert opened.says("There is nothing to keep yet") and not kept(desk)


def test_a_note_alone_can_be_added(desk: Desk, opened: Opened) -> None:
    opened.at().press("Add something to this day")
    opened.note().setPlainText("first snow")
    opened.press("Save")
    assert [(entry.answer.step, entry.answer.note) for entry in kept(desk)] == [(StepName.MOOD, "first snow")]


def test_a_time_that_the_clock_skipped_is_kept_and_said(desk: Desk, opened: Opened) -> None:
    told(desk, MOOD, at=datetime(2026, 3, 29, 8, 0, tzinfo=UTC), zone="Europe/Berlin")
    opened.at(date(2026, 3, 29)).press("Edit: 10:00, Light")
    opened.time().setTime(QTime(2, 30))
    opened.save()
    assert opened.says("The clock skipped 02:30 that day, so it stands at 03:30.")
    assert kept(desk, date(2026, 3, 29))[0].moment == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_a_time_that_came_twice_keeps_its_reading(desk: Desk, opened: Opened) -> None:
    day = date(2026, 10, 25)
    told(desk, MOOD, at=datetime(2026, 10, 25, 1, 30, tzinfo=UTC), zone="Europe/Berlin")
    opened.at(day).press("Edit: 02:30, Light")
    opened.time().setTime(QTime(2, 40))
    opened.save()
    assert kept(desk, day)[0].moment == datetime(2026, 10, 25, 1, 40, tzinfo=UTC)
    opened.press("Edit: 02:40, Light")
    opened.time().setTime(QTime(1, 0))
    opened.save()
    opened.press("Edit: 01:00, Light")
    opened.time().setTime(QTime(2, 30))
    opened.save()
    assert kept(desk, day)[0].moment == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_locked_journal_loses_nothing_typed(desk: Desk, opened: Opened) -> None:
    told(desk, MOOD)
    opened.at().press("Edit: 19:41, Light")
    opened.note().setPlainText("a long walk")
    desk.break_journal()
    opened.save()
    assert opened.says("Another program is holding the journal")
    assert opened.note().toPlainText() == "a long walk"
    desk.mend_journal()
    opened.save()
    assert kept(desk)[0].answer.note == "a long walk"
    desk.break_journal()
    opened.press("Remove: 19:41, Light")
    desk.mend_journal()
    assert opened.says("Another program is holding the journal") and len(kept(desk)) == 1


def test_what_is_gone_meanwhile_is_said(desk: Desk, opened: Opened) -> None:
    prompt = told(desk, MOOD)
    opened.at().press("Edit: 19:41, Light")
    desk.journal.remove_answer(prompt, StepName.MOOD)
    opened.note().setPlainText("a long walk")
    opened.save()
    assert opened.says("This entry is not there any more") and opened.note().toPlainText() == "a long walk"
    opened.press("Cancel")
    opened.press("Remove: 19:41, Light")
    assert opened.says("This is not there any more.")


def test_a_page_built_anew_keeps_what_is_typed(desk: Desk, opened: Opened) -> None:
    told(desk, MOOD)
    opened.at().press("Edit: 19:41, Light")
    opened.note().setPlainText("half a sent")
    opened.time().setTime(QTime(18, 0))
    desk.program.state_changed.emit()
    opened.settle()
    assert (opened.note().toPlainText(), opened.time().time()) == ("half a sent", QTime(18, 0))
    opened.press("Cancel")
    opened.press("Add something to this day")
    opened.lamp("Warm").click()
    desk.program.state_changed.emit()
    opened.settle()
    assert opened.lamp("Warm").isChecked()
    opened.press("Save")
    desk.program.state_changed.emit()
    opened.settle()
    assert not opened.page.findChildren(QTimeEdit) and len(kept(desk)) == 2


def test_one_entry_is_open_at_a_time_and_none_is_left_by_accident(desk: Desk, opened: Opened) -> None:
    told(desk, MOOD, StepAnswer(StepName.CONNECTED, "connected", "connection", value=70))
    opened.at().press("Edit: 19:41, Light")
    opened.press("Edit: 19:41, 70 of 100")
    assert not opened.page.findChildren(Lamp)
    opened.note().setPlainText("nearly")
    for name in ("Edit: 19:41, Light", "The day before", "Back to: Help now"):
        opened.press(name)
        assert opened.says("This is not kept yet.") and opened.note().toPlainText() == "nearly"
    opened.note().setFocus()
    opened.key(Qt.Key.Key_Escape)
    assert opened.says("Esc once more lets it go.") and opened.note().toPlainText() == "nearly"
    QTest.keyClicks(opened.note(), "!")
    opened.key(Qt.Key.Key_Escape)
    assert opened.page.findChildren(QPlainTextEdit), "it was asked about other words"
    opened.key(Qt.Key.Key_Escape)
    assert not opened.page.findChildren(QPlainTextEdit) and kept(desk)[1].answer.note == ""


def test_days_are_turned_by_button_and_key(desk: Desk, opened: Opened) -> None:
    opened.at()
    assert not opened.button("The day after").isEnabled()
    opened.press("The day before")
    assert "Sunday, 22 November 2026" in opened.texts() and "Yesterday" in opened.texts()
    assert opened.window.focusWidget() is opened.button("The day before")
    opened.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "Saturday, 21 November 2026" in opened.texts()
    for _ in range(5):
        opened.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert "Monday, 23 November 2026" in opened.texts()
    opened.press("Back to: Help now")
    assert not any(page.isVisible() for page in opened.window.findChildren(DayPage))


def test_what_nobody_could_have_given_is_not_lost_by_a_change(desk: Desk, opened: Opened) -> None:
    odd = StepAnswer(StepName.MOOD, "mood", "mood", value=7)
    gone = StepAnswer(StepName.QUESTION, "gone", "need", choice="a-thing", words="something said")
    told(desk, odd, gone)
    opened.at().press("Edit: 19:41, 7")
    opened.note().setPlainText("noted")
    opened.save()
    opened.press("Edit: 19:41, a-thing · “something said”")
    (words,) = (one for one in opened.page.findChildren(QPlainTextEdit) if one.accessibleName() != NOTE)
    words.setPlainText("something else")
    opened.save()
    kept_odd, kept_gone = (entry.answer for entry in kept(desk))
    assert (kept_odd.value, kept_odd.note) == (7, "noted")
    assert (kept_gone.choice, kept_gone.words) == ("a-thing", "something else")


def test_a_place_that_is_none_does_not_close_the_house(desk: Desk, opened: Opened) -> None:
    told(desk, MOOD)
    desk.journal.connection.execute("UPDATE answers SET zone = 'Nowhere/Land'")
    assert "Light" in opened.at().texts()


def test_someone_put_away_stays_in_the_answer(desk: Desk, opened: Opened) -> None:
    mina, jun = (desk.journal.add_person(name, desk.now) for name in ("Mina", "Jun"))
    told(desk, StepAnswer(StepName.HEARD, "heard", "heard", choice="call", people=(jun.id, mina.id)))
    desk.journal.connection.execute("UPDATE people SET put_away_at = added_at WHERE name = 'Mina'")
    opened.at().press("Edit: 19:41, On a call · Jun, Mina")
    opened.note().setPlainText("late")
    opened.save()
    assert kept(desk)[0].answer.people == (jun.id, mina.id)
    opened.press("Add something to this day")
    opened.press("On a call")
    assert "Jun" in opened.buttons() and "Mina" not in opened.buttons()


def test_a_name_half_typed_is_not_put_on_the_list(desk: Desk, opened: Opened) -> None:
    opened.at().press("Add something to this day")
    opened.press("On a call")
    opened.press("+ someone")
    QTest.keyClicks(opened.window.focusWidget(), "Min")
    opened.key(Qt.Key.Key_Escape)
    assert not opened.page.findChildren(QTimeEdit) and desk.journal.people() == ()


def test_the_wheel_changes_no_answer(desk: Desk, opened: Opened) -> None:
    told(desk, StepAnswer(StepName.CONNECTED, "connected", "connection", value=70))
    opened.at().press("Edit: 19:41, 70 of 100")
    (scale,) = opened.page.findChildren(Scale)
    for widget in (scale, opened.time()):
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(widget, event)
    assert scale.value() == 70 and opened.time().time() == QTime(19, 41)


def test_every_way_of_answering_can_be_opened_and_is_named(desk: Desk, opened: Opened) -> None:
    assert desk.program.opened is not None
    desk.journal.add_person("Mina", desk.now)
    bank = desk.program.opened.bank
    told(desk, MOOD, StepAnswer(StepName.CONNECTED, "connected", "connection", value=70))
    answers = {
        AnswerType.SCALE: StepAnswer(StepName.QUESTION, "", "", value=30),
        AnswerType.CHOICE: StepAnswer(StepName.QUESTION, "", "", choice="odd"),
        AnswerType.PEOPLE: StepAnswer(StepName.QUESTION, "", "", people=(1,)),
        AnswerType.WORDS: StepAnswer(StepName.QUESTION, "", "", words=LONG),
    }
    for hour, (kind, answer) in enumerate(answers.items()):
        question = next(one for one in bank.questions if one.answer is kind)
        told(
            desk,
            StepAnswer(
                answer.step, question.id, question.dimension, answer.value, answer.choice, answer.people, answer.words
            ),
            at=EVENING - timedelta(hours=hour + 1),
        )
    opened.at()
    before = [entry.answer for entry in kept(desk)]
    for name in [name for name in opened.buttons() if name.startswith("Edit: ")] + ["Add something to this day"]:
        opened.press(name)
        controls = [one for one in opened.page.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        inner = ("qt_spinbox_lineedit", "qt_scrollarea_viewport")
        nameless = [one for one in controls if not one.accessibleName() and one.objectName() not in inner]
        assert nameless == []
        assert opened.page.isAncestorOf(opened.window.focusWidget())
        if name.startswith("Edit: "):
            opened.save()
    assert [entry.answer for entry in kept(desk)] == before


def test_nothing_is_cut_off_in_the_smallest_window(desk: Desk, opened: Opened) -> None:
    mina = desk.journal.add_person("Mina " * 12, desk.now)
    told(
        desk,
        StepAnswer(StepName.MOOD, "mood", "mood", value=4, note=LONG),
        StepAnswer(StepName.HEARD, "heard", "heard", choice="face-to-face", people=(mina.id,), note="글" * 300),
    )
    opened.at()
    (scroll,) = (one for one in opened.window.findChildren(QScrollArea) if one.isVisible())
    for name in ("", "Edit: 19:41, Light", "Add something to this day"):
        if name:
            opened.press(name)
        assert opened.page.width() <= scroll.viewport().width()
        for one in opened.page.findChildren(QWidget):
            if one.isVisible() and not isinstance(one.parentWidget(), (QPlainTextEdit, QTimeEdit)):
                right = one.mapTo(opened.page, QPoint(one.width(), 0)).x()
                assert right <= opened.page.width(), one
        for text in opened.page.findChildren(QLabel):
            if text.isVisible() and text.wordWrap():
                assert text.height() >= text.heightForWidth(text.width()), text.text()


def test_an_opened_form_is_scrolled_into_view(desk: Desk, opened: Opened) -> None:
    for hour in range(8):
        told(desk, MOOD, at=EVENING - timedelta(hours=hour))
    opened.at().press("Add something to this day")
    (scroll,) = (one for one in opened.window.findChildren(QScrollArea) if one.isVisible())

    def is_in_view() -> bool:
        top = opened.time().mapTo(scroll.viewport(), QPoint(0, 0)).y()
        return 0 <= top <= scroll.viewport().height() - opened.time().height()

    wait_until(is_in_view, what="the form in view")


def test_a_page_built_anew_takes_no_half_typed_name(desk: Desk, opened: Opened) -> None:
    opened.at().press("Add something to this day")
    opened.press("On a call")
    opened.press("+ someone")
    QTest.keyClicks(opened.window.focusWidget(), "Min")
    desk.program.state_changed.emit()
    opened.settle()
    assert desk.journal.people() == () and opened.button("On a call").isChecked()


def test_a_note_is_as_high_as_it_is_long(desk: Desk, opened: Opened) -> None:
    opened.at().press("Add something to this day")
    low = opened.note().height()
    opened.note().setFocus()
    QTest.keyClicks(opened.note(), "a word and another " * 30)
    (scroll,) = (one for one in opened.window.findChildren(QScrollArea) if one.isVisible())

    def caret_is_in_view() -> bool:
        caret = opened.note().viewport().mapTo(scroll.viewport(), opened.note().cursorRect().center())
        return scroll.viewport().rect().contains(caret)

    wait_until(lambda: opened.note().height() > 5 * low and caret_is_in_view(), what="the caret in view")
    assert opened.note().verticalScrollBar().maximum() == 0
