"""Changes to the list of people are taken back one after the other, with the edits of the past."""

from datetime import date

import pytest

from herwidget.core.people import Person, ReachKind
from herwidget.core.people_port import NameTaken, NewPerson
from herwidget.journal.history import JournalHistory
from herwidget.journal.journal import Journal
from herwidget.journal.people import JournalPeople
from herwidget.services.history_editor import CannotUndo, HistoryEditor
from herwidget.services.people_editor import PeopleEditor
from tests.services.clockwork import ZONE, FakeClock


@pytest.fixture
def history(journal: Journal, clock: FakeClock) -> HistoryEditor:
    """What takes back."""
    return HistoryEditor(JournalHistory(journal, lambda: ZONE), clock)


@pytest.fixture
def editor(journal: Journal, clock: FakeClock, history: HistoryEditor) -> PeopleEditor:
    """The list of a journal with three people."""
    made = PeopleEditor(JournalPeople(journal), clock, history)
    made.add([NewPerson("Mina"), NewPerson("Jun"), NewPerson("어머니")])
    return made


def names(editor: PeopleEditor) -> list[str]:
    return [person.name for person in editor.people()]


def test_each_change_is_taken_back(editor: PeopleEditor, history: HistoryEditor) -> None:
    editor.move(3, 0)
    editor.put_away(1)
    editor.change(Person(2, "준", ReachKind.PHONE, "010-1234-5678"))
    editor.take_back(1)
    assert names(editor) == ["어머니", "Mina", "준"]
    history.undo()
    assert names(editor) == ["어머니", "준"]
    history.undo()
    assert list(editor.people()) == [Person(3, "어머니"), Person(2, "Jun")]
    history.undo()
    history.undo()
    assert names(editor) == ["Mina", "Jun", "어머니"]
    history.undo()
    assert names(editor) == []
    assert not history.can_undo


def test_edits_of_people_and_of_the_past_are_one_row(editor: PeopleEditor, history: HistoryEditor) -> None:
    editor.put_away(1)
    history.add_period("move", date(2026, 11, 1), date(2026, 11, 3))
    editor.put_away(2)
    history.undo()
    assert names(editor) == ["Jun", "어머니"]
    history.undo()
    history.undo()
    assert names(editor) == ["Mina", "Jun", "어머니"]


def test_what_was_changed_since_is_left(
    editor: PeopleEditor, history: HistoryEditor, journal: Journal, clock: FakeClock
) -> None:
    editor.put_away(1)
    journal.add_person("Mina", clock())
    with pytest.raises(CannotUndo):
        history.undo()
    assert names(editor) == ["Mina", "Jun", "어머니"]


def test_somebody_added_meanwhile_is_no_hindrance(
    editor: PeopleEditor, history: HistoryEditor, journal: Journal, clock: FakeClock
) -> None:
    editor.put_away(1)
    journal.add_person("Sam", clock())
    history.undo()
    assert names(editor) == ["Mina", "Jun", "어머니", "Sam"]


def test_what_changes_nothing_is_nothing_to_take_back(editor: PeopleEditor, history: HistoryEditor) -> None:
    editor.move(1, 0)
    with pytest.raises(NameTaken):
        editor.add([NewPerson("Jun")])
    history.undo()
    assert names(editor) == []
