"""Words by the idea behind their question."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.history.by_idea import by_idea
from herwidget.core.history.records import Entry
from herwidget.core.prompts import StepAnswer, StepName
from herwidget.core.questions import IDEAS_FILE, STEPS_FILE, parse_bank
from tests.core.bank_files import IDEAS, QUESTIONS, STEPS

BANK = parse_bank({IDEAS_FILE: IDEAS, STEPS_FILE: STEPS, "questions.toml": QUESTIONS})
BEGIN = datetime(2026, 3, 1, 12, tzinfo=UTC)


def entry(number: int, question: str, days: int = 0) -> Entry:
    step = StepName(question) if question in ("mood", "connected", "heard") else StepName.QUESTION
    moment = BEGIN + timedelta(days=days)
    answer = StepAnswer(step, question, "mood", words="words")
    return Entry(number, number, answer, moment, "UTC", moment.date())


def test_groups_follow_the_bank_and_what_has_no_idea_of_its_own_comes_last() -> None:
    entries = [
        entry(1, "mood", 9),
        entry(2, "turned", 1),
        entry(3, "gone-from-the-bank", 8),
        entry(4, "near", 2),
        entry(5, "turned", 5),
        entry(6, "heard-today", 3),
        entry(7, "connected", 1),
    ]
    groups = by_idea(entries, BANK)
    told = [(group.idea and group.idea.id, [one.id for one in group.entries]) for group in groups]
    assert told == [("2a", [4]), ("3b", [5, 6, 2]), (None, [1, 3, 7])]


def test_an_idea_without_words_is_left_out() -> None:
    assert by_idea([], BANK) == []
    assert [group.idea for group in by_idea([entry(1, "heard")], BANK)] == [None]


@given(st.lists(st.tuples(st.sampled_from(["near", "turned", "mood", "gone"]), st.integers(0, 5))))
def test_each_entry_is_in_one_group_newest_first(drawn: list[tuple[str, int]]) -> None:
    entries = [entry(number, question, days) for number, (question, days) in enumerate(drawn)]
    groups = by_idea(entries, BANK)
    assert sorted(one.id for group in groups for one in group.entries) == list(range(len(entries)))
    for group in groups:
        order = [(one.moment, one.id) for one in group.entries]
        assert order == sorted(order, reverse=True)
