"""The window and the first run: what they say when something fails, and that help opens whatever else does not."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.core.prompts import PromptKind, StepAnswer, StepName
from herwidget.core.settings import AskWith
from herwidget.ui.first_run import FirstRun
from herwidget.ui.page_names import page_names
from herwidget.ui.window import Window
from herwidget.ui.words import journal_trouble
from tests.ui.conftest import ZONE, Desk


def texts(window: QWidget) -> list[str]:
    return [label.accessibleName() for label in window.findChildren(QLabel) if not label.isHidden()]


def day_of(desk: Desk) -> Window:
    window = Window(desk.program, "settings", lambda: None)
    window.view.open_day(window.view.today, "settings")
    return window


def test_a_day_tells_the_answers_in_words(desk: Desk) -> None:
    prompt = desk.journal.add_prompt(PromptKind.EVENING, desk.now.date(), None, desk.now, desk.now, ZONE)
    mina = desk.journal.add_person("Mina", desk.now)
    for answer in (
        StepAnswer(StepName.MOOD, "mood", "mood", value=4, note="a long walk"),
        StepAnswer(StepName.CONNECTED, "connected", "connection", value=70),
        StepAnswer(StepName.HEARD, "heard", "heard", choice="face-to-face", people=(mina.id,)),
    ):
        desk.journal.save_answer(prompt.id, answer, desk.now, ZONE)
    said = texts(day_of(desk))
    assert {"Light", "“a long walk”", "Yes, face to face · Mina", "Today · 1 check-in", "19:41"} <= set(said)
    assert "70 of 100, from “far from everyone” to “close to someone”" in said


def test_a_value_nobody_could_have_given_does_not_close_the_house(desk: Desk) -> None:
    prompt = desk.journal.add_prompt(PromptKind.DAY, desk.now.date(), None, desk.now, desk.now, ZONE)
    odd = StepAnswer(StepName.MOOD, "mood", "mood", value=7)
    desk.journal.save_answer(prompt.id, odd, desk.now, ZONE)
    assert "7" in texts(day_of(desk))


def test_help_opens_without_a_journal(desk: Desk) -> None:
    desk.program.opened = None
    desk.program.trouble = journal_trouble(JournalError(JournalTrouble.DAMAGED, "journal.db"))
    desk.program.system_country = "KR"
    said = texts(Window(desk.program, "help", lambda: None))
    assert "109" in said and any("damaged" in sentence for sentence in said)


def test_a_choice_that_could_not_be_written_is_said_at_once(desk: Desk) -> None:
    window = Window(desk.program, "settings", lambda: None)
    desk.refusal = "It could not be written."
    desk.program.change_settings(ask_with=AskWith.NOTIFICATION)
    assert "It could not be written." in texts(window)
    desk.refusal = ""
    desk.program.change_settings(ask_with=AskWith.CARD)
    assert "It could not be written." not in texts(window)


def test_a_pause_that_could_not_be_kept_is_said(desk: Desk) -> None:
    window = Window(desk.program, "settings", lambda: None)
    desk.break_journal()
    desk.program.start_pause(None)
    desk.mend_journal()
    assert any("Another program is holding the journal" in sentence for sentence in texts(window))
    assert desk.program.pause() is None


def test_every_control_has_a_name(desk: Desk) -> None:
    for page in (*page_names(), "day"):
        window = day_of(desk) if page == "day" else Window(desk.program, page, lambda: None)
        controls = [child for child in window.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
        nameless = [control for control in controls if not control.accessibleName() and control.parent() is not None]
        inner = ("qt_spinbox_lineedit", "qt_scrollarea_viewport", "")
        assert [one for one in nameless if one.objectName() not in inner or isinstance(one, QPushButton)] == []


def test_names_that_cannot_be_kept_stop_the_first_run_once(desk: Desk) -> None:
    done: list[bool] = []
    first_run = FirstRun(desk.program, done.append)
    first_run.show()
    for _ in range(2):
        QTest.keyClick(first_run, Qt.Key.Key_Return)
    (field,) = (edit for edit in first_run.findChildren(QLineEdit) if edit.accessibleName() == "Name 1")
    QTest.keyClicks(field, "Mina")
    desk.break_journal()
    QTest.keyClick(first_run, Qt.Key.Key_Return)
    assert done == [] and any("could not be kept" in sentence for sentence in texts(first_run))
    QTest.keyClick(first_run, Qt.Key.Key_Return)
    desk.mend_journal()
    assert done == [True]
    assert desk.journal.people() == ()
