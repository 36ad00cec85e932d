"""Edits of the past, and taking them back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from herwidget.core.history.records import Entry, Period
from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.core.prompts import PromptKind, StepAnswer, StepName
from herwidget.journal.history import JournalHistory
from herwidget.journal.journal import Journal
from herwidget.services.history_editor import CannotUndo, HistoryEditor
from tests.services.clockwork import MINUTE, TUESDAY, ZONE, FakeClock, at

NOON = at("12:00")
DAYS = (TUESDAY, TUESDAY + timedelta(days=6))
TABLES = ("prompts", "answers", "answer_people", "people", "periods")


def mood(value: int, words: str = "", people: tuple[int, ...] = ()) -> StepAnswer:
    """How the person felt."""
    return StepAnswer(StepName.MOOD, "mood", "mood", value, people=people, words=words)


def heard(*people: int) -> StepAnswer:
    """That somebody heard them."""
    return StepAnswer(StepName.HEARD, "heard", "heard", choice="call", people=people)


@pytest.fixture
def history(journal: Journal) -> JournalHistory:
    """The history of a fresh journal."""
    return JournalHistory(journal, lambda: ZONE)


@pytest.fixture
def editor(history: JournalHistory, clock: FakeClock) -> HistoryEditor:
    """Somebody who looks back."""
    return HistoryEditor(history, clock)


@pytest.fixture
def person(journal: Journal) -> int:
    """Somebody to be named."""
    return journal.add_person("민지", NOON).id


def contents(journal: Journal) -> list[tuple[object, ...]]:
    """All that can be edited."""
    return [tuple(row) for table in TABLES for row in journal.rows(f"SELECT * FROM {table} ORDER BY 1, 2")]


class Broken(JournalHistory):
    """A journal that does not take the edit after so many."""

    left = 1000
    trouble: Exception = JournalError(JournalTrouble.FULL, "journal")

    def remove_answer_for_good(self, entry: Entry) -> None:
        """Forget an entry, or not."""
        self._count()
        super().remove_answer_for_good(entry)

    def put_back(self, state: object) -> None:
        """Put back, or not."""
        self._count()
        super().put_back(state)  # type: ignore[arg-type]

    def _count(self) -> None:
        self.left -= 1
        if self.left == -1:  # once: what is then done to mend it works
            raise self.trouble


def test_what_is_added_is_written_down_now_and_trimmed(
    history: JournalHistory, editor: HistoryEditor, clock: FakeClock
) -> None:
    prompt = editor.add([mood(4, " 산책 \n")], NOON - timedelta(days=3), ZONE)
    (entry,) = history.entries_of(TUESDAY - timedelta(days=3))
    assert (entry.prompt_id, entry.answer, entry.added_at) == (prompt, mood(4, "산책"), clock.now)


def test_each_edit_is_taken_back_last_first(
    journal: Journal, history: JournalHistory, editor: HistoryEditor, person: int
) -> None:
    states = [contents(journal)]

    def entries() -> Sequence[Entry]:
        return history.entries_of(TUESDAY)

    edits: list[Callable[[], object]] = [
        lambda: editor.add([mood(2, "하나", (person,)), heard(person)], NOON, ZONE),
        lambda: editor.change(entries()[0], mood(5, "둘"), NOON + MINUTE),
        lambda: editor.add([mood(1)], NOON + 2 * MINUTE, ZONE),
        lambda: editor.add_period("여행", *DAYS),
        lambda: editor.remove(entries()),
        lambda: editor.change_period(Period(1, "집", TUESDAY, TUESDAY)),
        lambda: editor.remove_period(1),
    ]
    for edit in edits:
        assert editor.can_undo is (len(states) > 1)
        edit()
        states.append(contents(journal))
        assert states[-1] != states[-2]
    for state in reversed(states[:-1]):
        assert editor.can_undo
        editor.undo()
        assert contents(journal) == state
    assert not editor.can_undo
    with pytest.raises(CannotUndo):
        editor.undo()
    assert contents(journal) == states[0]


def test_entries_of_several_check_ins_go_and_come_back_as_one_edit(
    journal: Journal, history: JournalHistory, editor: HistoryEditor
) -> None:
    for number in range(3):
        editor.add([mood(number + 1), heard()], NOON + number * MINUTE, ZONE)
    before = contents(journal)
    first, second, *_, last = history.entries_of(TUESDAY)
    editor.remove([first, last, second])
    assert len(history.entries_of(TUESDAY)) == 3
    editor.undo()
    assert contents(journal) == before


def test_nothing_removed_or_changed_is_no_edit(
    journal: Journal, history: JournalHistory, editor: HistoryEditor
) -> None:
    prompt = journal.add_prompt(
        kind=PromptKind.DAY, plan_day=TUESDAY, slot=None, planned_at=NOON, shown_at=NOON, zone=ZONE
    )
    journal.save_answer(prompt.id, mood(3), NOON, ZONE)
    period = history.add_period("여행", *DAYS)
    editor.remove([])
    editor.change(history.entries_of(TUESDAY)[0], mood(3, "  "), NOON)
    editor.change_period(period)
    assert not editor.can_undo


@pytest.mark.parametrize("meanwhile", ["changed", "removed", "another step answered", "people"])
def test_what_was_changed_meanwhile_is_left_alone(
    journal: Journal, history: JournalHistory, editor: HistoryEditor, person: int, meanwhile: str
) -> None:
    editor.add([mood(5)], NOON - timedelta(days=1), ZONE)
    editor.add([mood(2, people=(person,)), heard(person)], NOON, ZONE)
    entry, hearing = history.entries_of(TUESDAY)
    editor.change(entry, mood(3, people=(person,)), NOON)
    if meanwhile == "changed":
        history.change_answer(hearing, heard(), NOON)
    elif meanwhile == "people":
        history.change_answer(entry, mood(3, people=(person, person)), NOON)
    elif meanwhile == "removed":
        history.remove_answer_for_good(entry)
    else:
        journal.save_answer(entry.prompt_id, replace(mood(3), step=StepName.CONNECTED), NOON, ZONE)
    before = contents(journal)
    for _ in range(2):
        with pytest.raises(CannotUndo):
            editor.undo()
        assert contents(journal) == before
    editor.undo()
    assert not history.entries_of(TUESDAY - timedelta(days=1))
    assert not editor.can_undo


def test_a_check_in_answered_after_a_removal_is_untouched_by_its_undo(
    journal: Journal, history: JournalHistory, editor: HistoryEditor
) -> None:
    """The new answer and its prompt get the numbers that follow, or those that were given up."""
    editor.add([mood(2)], NOON, ZONE)
    editor.remove(history.entries_of(TUESDAY))
    prompt = journal.add_prompt(
        kind=PromptKind.DAY, plan_day=TUESDAY, slot=0, planned_at=NOON, shown_at=NOON, zone=ZONE
    )
    journal.save_answer(prompt.id, mood(4), NOON + MINUTE, ZONE)
    editor.undo()
    assert [entry.answer.value for entry in history.entries_of(TUESDAY)] == [2, 4]
    editor.undo()
    assert [entry.answer.value for entry in history.entries_of(TUESDAY)] == [4]


def test_a_period_changed_meanwhile_is_left_alone(history: JournalHistory, editor: HistoryEditor) -> None:
    period = editor.add_period("여행", *DAYS)
    moved = replace(period, first=DAYS[1])
    history.change_period(moved)
    with pytest.raises(CannotUndo):
        editor.undo()
    assert list(history.periods()) == [moved]
    editor.remove_period(period.id)
    other = history.add_period("집", *DAYS)
    assert other.id == period.id
    with pytest.raises(CannotUndo):
        editor.undo()
    assert list(history.periods()) == [other]


def test_what_is_not_there_any_more_is_told(history: JournalHistory, editor: HistoryEditor) -> None:
    history.add_entry([mood(2)], NOON, ZONE, NOON)
    (entry,) = history.entries_of(TUESDAY)
    history.remove_answer_for_good(entry)
    edits: list[Callable[[], object]] = [
        lambda: editor.change(entry, mood(3), NOON),
        lambda: editor.remove([entry]),
        lambda: editor.change_period(Period(1, "집", *DAYS)),
        lambda: editor.remove_period(1),
    ]
    for edit in edits:
        with pytest.raises(LookupError):
            edit()
    assert not editor.can_undo
    assert not history.periods()


@pytest.mark.parametrize("name", ["", " "])
def test_what_says_nothing_is_refused(
    journal: Journal, history: JournalHistory, editor: HistoryEditor, name: str
) -> None:
    history.add_entry([mood(2)], NOON, ZONE, NOON)
    period = history.add_period("여행", *DAYS)
    empty = StepAnswer(StepName.MOOD, "mood", "mood", words=name)
    before = contents(journal)
    edits: list[Callable[[], object]] = [
        lambda: editor.add([empty], NOON, ZONE),
        lambda: editor.add([], NOON, ZONE),
        lambda: editor.change(history.entries_of(TUESDAY)[0], empty, NOON),
        lambda: editor.add_period(name, *DAYS),
        lambda: editor.change_period(replace(period, name=name)),
    ]
    for edit in edits:
        with pytest.raises(ValueError):
            edit()
    assert contents(journal) == before
    assert not editor.can_undo


@pytest.mark.parametrize("after", range(3))
@pytest.mark.parametrize("trouble", [JournalError(JournalTrouble.FULL, ""), LookupError()], ids=["full", "gone"])
def test_a_removal_that_fails_on_the_way_removes_nothing(
    journal: Journal, clock: FakeClock, after: int, trouble: Exception
) -> None:
    broken = Broken(journal, lambda: ZONE)
    editor = HistoryEditor(broken, clock)
    for number in range(3):
        broken.add_entry([mood(number + 1, "말")], NOON + number * MINUTE, ZONE, NOON)
    before = contents(journal)
    broken.left, broken.trouble = after, trouble
    with pytest.raises(type(trouble)):
        editor.remove(broken.entries_of(TUESDAY))
    assert contents(journal) == before
    assert not editor.can_undo


@pytest.mark.parametrize("after", range(3))
def test_an_undo_that_fails_on_the_way_changes_nothing_and_can_be_tried_again(
    journal: Journal, clock: FakeClock, after: int
) -> None:
    broken = Broken(journal, lambda: ZONE)
    editor = HistoryEditor(broken, clock)
    for number in range(3):
        broken.add_entry([mood(number + 1, "말")], NOON + number * MINUTE, ZONE, NOON)
    before = contents(journal)
    editor.remove(broken.entries_of(TUESDAY))
    removed = contents(journal)
    broken.left = after
    with pytest.raises(JournalError):
        editor.undo()
    assert contents(journal) == removed
    assert editor.can_undo
    editor.undo()
    assert contents(journal) == before


def test_what_the_journal_cannot_take_back_any_more_cannot_be_undone(
    journal: Journal, history: JournalHistory, editor: HistoryEditor, person: int
) -> None:
    editor.add([mood(2, people=(person,))], NOON, ZONE)
    editor.remove(history.entries_of(TUESDAY))
    with journal.connection as connection:
        connection.execute("DELETE FROM people")
    before = contents(journal)
    with pytest.raises(CannotUndo):
        editor.undo()
    assert contents(journal) == before


@pytest.mark.parametrize("seed", range(20))
def test_any_number_of_edits_is_taken_back_to_the_last_byte(
    journal: Journal, history: JournalHistory, editor: HistoryEditor, person: int, seed: int
) -> None:
    chance = Random(seed)
    for number in range(3):
        history.add_entry([mood(number + 1, "처음", (person,)), heard(person)], NOON + number * MINUTE, ZONE, NOON)
    states = [contents(journal)]
    for _ in range(12):
        _edit_somehow(history, editor, person, chance)
        if contents(journal) != states[-1]:
            states.append(contents(journal))
    for state in reversed(states[:-1]):
        editor.undo()
        assert contents(journal) == state
    assert not editor.can_undo


def _edit_somehow(history: JournalHistory, editor: HistoryEditor, person: int, chance: Random) -> None:
    entries = [entry for day in (TUESDAY, TUESDAY + timedelta(days=1)) for entry in history.entries_of(day)]
    periods = history.periods()
    moment = NOON + chance.randrange(1440) * MINUTE
    some = chance.sample(entries, min(len(entries), chance.randint(1, 3)))
    match chance.choice(["add", "change", "remove", "add period", "change period", "remove period"]):
        case "add":
            editor.add([mood(chance.randint(1, 5)), heard(*[person] * chance.randrange(3))], moment, ZONE)
        case "change" if some:
            editor.change(some[0], mood(chance.randint(1, 5), chance.choice(["", "말"]), (person,)), moment)
        case "remove" if some:
            editor.remove(some)
        case "add period":
            editor.add_period(f"{chance.random()}", *DAYS)
        case "change period" if periods:
            editor.change_period(replace(chance.choice(periods), name=f"{chance.random()}"))
        case "remove period" if periods:
            editor.remove_period(chance.choice(periods).id)
