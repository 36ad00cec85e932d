"""Suggestions in the journal: what was shown, what became of it, and that it is asked once."""

from datetime import date, timedelta

import pytest

from herwidget.core.first_lines import Register
from herwidget.core.prompts import StepAnswer, StepName
from herwidget.core.questions import Outcome
from herwidget.core.suggestion import OUTCOME_DAYS, REACHED_OUT, Suggestion, SuggestionAnswer
from herwidget.journal.history import JournalHistory
from herwidget.journal.journal import Journal
from herwidget.journal.people import JournalPeople
from herwidget.journal.suggestions import JournalSuggestions
from tests.journal.examples import NOW, SEOUL, TODAY, ask
from tests.journal.histories import contents, live, put

DAY = timedelta(days=1)


@pytest.fixture
def suggestions(journal: Journal) -> JournalSuggestions:
    return JournalSuggestions(journal)


@pytest.fixture
def mina(journal: Journal) -> int:
    return journal.add_person("Mina", NOW).id


def reached(person: int, outcome: Outcome | str = Outcome.YES, left: int | None = 4) -> StepAnswer:
    return StepAnswer(StepName.REACHED, "reached", "reached", left, outcome, (person,))


def wrote(suggestions: JournalSuggestions, person: int, days_ago: int = 1) -> Suggestion:
    moment = NOW - days_ago * DAY
    made = suggestions.add(TODAY - days_ago * DAY, moment, person, by_hand=False)
    suggestions.answer(made.id, SuggestionAnswer.WROTE, moment, person, "en", Register.WARM)
    return made


def test_a_suggestion_comes_back_as_it_was_kept(journal: Journal, suggestions: JournalSuggestions, mina: int) -> None:
    made = suggestions.add(TODAY, NOW, mina, by_hand=True)
    assert suggestions.since() == (made,)
    other = journal.add_person("Jun", NOW).id
    suggestions.answer(made.id, SuggestionAnswer.COPIED, NOW, other, "ko", Register.BANMAL)
    assert suggestions.since() == (
        Suggestion(made.id, TODAY, NOW, other, True, SuggestionAnswer.COPIED, "ko", Register.BANMAL),
    )


def test_there_may_be_nobody_to_name(suggestions: JournalSuggestions) -> None:
    made = suggestions.add(TODAY, NOW, None, by_hand=False)
    suggestions.answer(made.id, SuggestionAnswer.NOT_NOW, NOW, None)
    assert suggestions.since()[0].person is None
    assert suggestions.to_ask(TODAY) is None


def test_they_are_told_since_a_day_oldest_first(suggestions: JournalSuggestions, mina: int) -> None:
    made = [suggestions.add(TODAY - days * DAY, NOW - days * DAY, mina, by_hand=False) for days in (3, 9, 0)]
    assert [one.id for one in suggestions.since()] == [made[1].id, made[0].id, made[2].id]
    assert [one.id for one in suggestions.since(TODAY - 3 * DAY)] == [made[0].id, made[2].id]


@pytest.mark.parametrize("answer", SuggestionAnswer)
def test_only_what_was_acted_upon_is_asked_about(
    suggestions: JournalSuggestions, mina: int, answer: SuggestionAnswer
) -> None:
    made = suggestions.add(TODAY, NOW, mina, by_hand=False)
    assert suggestions.to_ask(TODAY) is None, "nothing was done with it yet"
    suggestions.answer(made.id, answer, NOW, mina)
    assert (suggestions.to_ask(TODAY) is not None) == (answer in REACHED_OUT)


def test_it_is_asked_once(journal: Journal, suggestions: JournalSuggestions, mina: int) -> None:
    made = wrote(suggestions, mina)
    prompt = ask(journal)
    suggestions.mark_asked(made, prompt.id, NOW)
    assert suggestions.to_ask(TODAY) is None
    asked = suggestions.asked_in(prompt.id)
    assert asked is not None
    assert (asked.id, asked.asked_at, asked.outcome, asked.left) == (made.id, NOW, None, None)
    assert suggestions.asked_in(prompt.id + 1) is None


def test_what_is_long_ago_is_not_asked(suggestions: JournalSuggestions, mina: int) -> None:
    wrote(suggestions, mina, OUTCOME_DAYS + 1)
    assert suggestions.to_ask(TODAY) is None
    wrote(suggestions, mina, OUTCOME_DAYS)
    assert suggestions.to_ask(TODAY) is not None


def test_nobody_is_asked_about_somebody_who_was_put_away(
    journal: Journal, suggestions: JournalSuggestions, mina: int
) -> None:
    wrote(suggestions, mina)
    JournalPeople(journal).put_away(mina, NOW)
    assert suggestions.to_ask(TODAY) is None


def test_one_question_is_for_all_that_was_written_to_a_person(
    journal: Journal, suggestions: JournalSuggestions, mina: int
) -> None:
    jun = journal.add_person("Jun", NOW).id
    others, first, second = wrote(suggestions, jun, 4), wrote(suggestions, mina, 3), wrote(suggestions, mina, 2)
    to_ask = suggestions.to_ask(TODAY)
    assert to_ask is not None and to_ask.id == second.id
    prompt = ask(journal)
    suggestions.mark_asked(to_ask, prompt.id, NOW)
    journal.save_answer(prompt.id, reached(mina), NOW, SEOUL)
    outcomes = {one.id: one.outcome for one in suggestions.since()}
    assert outcomes == {others.id: None, first.id: None, second.id: Outcome.YES}, "counted once"
    left = suggestions.to_ask(TODAY)
    assert left is not None and left.id == others.id


@pytest.mark.parametrize("outcome", Outcome)
def test_the_outcome_is_the_check_ins_own_answer(
    journal: Journal, suggestions: JournalSuggestions, mina: int, outcome: Outcome
) -> None:
    made, prompt = wrote(suggestions, mina), ask(journal)
    suggestions.mark_asked(made, prompt.id, NOW)
    journal.save_answer(prompt.id, reached(mina, outcome, 2), NOW, SEOUL)
    assert (suggestions.since()[0].outcome, suggestions.since()[0].left) == (outcome, 2)
    history = JournalHistory(journal, lambda: SEOUL)
    (entry,) = history.entries_of(TODAY)
    history.change_answer(entry, reached(mina, Outcome.NOT_YET, None), entry.moment)
    assert (suggestions.since()[0].outcome, suggestions.since()[0].left) == (Outcome.NOT_YET, None)
    history.remove_answer_for_good(entry)
    assert suggestions.since()[0].outcome is None
    assert suggestions.to_ask(TODAY) is None, "taken out of the past, it is not asked again"


def test_what_another_tool_wrote_as_an_outcome_is_none(
    journal: Journal, suggestions: JournalSuggestions, mina: int
) -> None:
    made, prompt = wrote(suggestions, mina), ask(journal)
    suggestions.mark_asked(made, prompt.id, NOW)
    journal.save_answer(prompt.id, reached(mina, "perhaps", 77), NOW, SEOUL)
    assert (suggestions.since()[0].outcome, suggestions.since()[0].left) == (None, None)


def test_a_new_usual_is_said_and_taken_back(journal: Journal, suggestions: JournalSuggestions) -> None:
    empty = contents(journal)
    for day in (date(2026, 5, 1), date(2026, 3, 1), date(2026, 5, 1)):
        suggestions.add_new_usual(day, NOW)
    assert suggestions.new_usuals() == (date(2026, 3, 1), date(2026, 5, 1))
    for day in suggestions.new_usuals():
        suggestions.remove_new_usual(day)
    assert contents(journal) == empty


def test_what_another_tool_wrote_as_an_answer_or_a_register_is_none(
    journal: Journal, suggestions: JournalSuggestions, mina: int
) -> None:
    made = wrote(suggestions, mina)
    with journal.connection as connection:
        connection.execute("UPDATE suggestions SET answer = 'shouted', register = 'grand'")
    (kept,) = suggestions.since()
    assert (kept.id, kept.answer, kept.register) == (made.id, None, None)
    assert suggestions.to_ask(TODAY) is None


def test_a_new_usual_whose_day_cannot_be_read_is_left_out(journal: Journal, suggestions: JournalSuggestions) -> None:
    for day in ("soon", "2026-02-30", ""):
        put(journal, "new_usuals", day=day, said_at="2026-11-23T09:41:00.000Z")
    suggestions.add_new_usual(date(2026, 3, 1), NOW)
    assert suggestions.new_usuals() == (date(2026, 3, 1),)


def test_a_suggestion_names_somebody_who_is_there(journal: Journal, suggestions: JournalSuggestions) -> None:
    with pytest.raises(ValueError):
        suggestions.add(TODAY, NOW, 99, by_hand=False)
    live(journal, NOW, reached(journal.add_person("Mina", NOW).id))
    put(
        journal,
        "suggestions",
        day="2026-11-23",
        made_at="2026-11-23T09:41:00.000Z",
        by_hand=0,
        language="",
        register="",
    )
    assert len(suggestions.since()) == 1
