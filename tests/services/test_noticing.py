"""When a suggestion is due, what it offers, and what becomes of it; with a real journal."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from herwidget.core.first_lines import Register
from herwidget.core.history.differences import Direction
from herwidget.core.people import Person
from herwidget.core.prompts import PromptKind, StepAnswer, StepName
from herwidget.core.questions import Bank, HeardHow
from herwidget.core.reaching_out import Nearness
from herwidget.core.settings import Settings
from herwidget.core.signals.reasons import Rule, SignalState
from herwidget.core.signals.sensitivity import Sensitivity
from herwidget.core.suggestion import SuggestionAnswer
from herwidget.journal.journal import Journal
from tests.services.clockwork import HOUR, ZONE
from tests.services.year import Inside, Life

DAY = timedelta(days=1)


@pytest.fixture
def life(journal: Journal, bank: Bank) -> Life:
    """The program, on its first evening at nine."""
    made = Life(journal, bank, lambda _day: Inside())
    made.clock.go(12 * HOUR)
    return made


def evening(life: Life, connected: int = 20, mood: int = 2, how: HeardHow = HeardHow.NOT_YET, *people: Person) -> None:
    """An evening is told, and the next one comes."""
    now, journal = life.clock.now, life.journal
    earlier = journal.add_prompt(PromptKind.DAY, life.today, None, now, now, ZONE)
    journal.save_answer(earlier.id, StepAnswer(StepName.MOOD, "mood", "mood", 3), now - HOUR, ZONE)
    prompt = journal.add_prompt(PromptKind.EVENING, life.today, None, now, now, ZONE)
    told = (
        StepAnswer(StepName.MOOD, "mood", "mood", mood),
        StepAnswer(StepName.CONNECTED, "connected", "connection", connected),
        StepAnswer(StepName.HEARD, "heard", "heard", choice=how, people=tuple(person.id for person in people)),
    )
    for answer in told:
        journal.save_answer(prompt.id, answer, now, ZONE)
    life.clock.go(DAY)


def far_evenings(life: Life, count: int = 3) -> None:
    """Evenings far from everyone; the clock stands on the last of them."""
    for _ in range(count):
        evening(life)
    life.clock.go(-DAY)


def test_before_the_first_answer_there_is_no_verdict(life: Life) -> None:
    assert life.noticing.verdict() is None
    assert not life.noticing.suggestion_due()


def test_three_evenings_far_from_everyone_are_enough_while_the_usual_is_learned(life: Life) -> None:
    far_evenings(life, 2)
    assert not life.noticing.suggestion_due()
    life.clock.go(DAY)
    far_evenings(life, 1)
    verdict = life.noticing.verdict()
    assert verdict is not None
    assert (verdict.state, verdict.reason.rule) == (SignalState.REACH_OUT, Rule.FAR_EVENINGS)
    assert life.noticing.suggestion_due()


def test_light_evenings_alone_are_left_in_peace(life: Life) -> None:
    for _ in range(5):
        evening(life, mood=4)
    verdict = life.noticing.verdict()
    assert verdict is not None and verdict.state is SignalState.REACH_OUT
    assert not life.noticing.suggestion_due()


def _off(life: Life) -> None:
    life.settings = replace(life.settings, suggestions=False)


def _pause(life: Life) -> None:
    life.journal.start_pause(life.clock.now, None)


def _new_usual(life: Life) -> None:
    life.noticing.say_new_usual()
    for _ in range(4):
        evening(life)


def _made(life: Life) -> None:
    life.noticing.begin(by_hand=False)
    life.clock.go(13 * DAY)


def _reached_out_by_hand(life: Life) -> None:
    offered = life.noticing.begin(by_hand=True)
    life.noticing.answer(offered, SuggestionAnswer.CALLED)


@pytest.mark.parametrize("change", [_off, _pause, _new_usual, _made, _reached_out_by_hand])
def test_what_keeps_a_suggestion_back(life: Life, change: Callable[[Life], None]) -> None:
    far_evenings(life)
    assert life.noticing.suggestion_due()
    change(life)
    assert not life.noticing.suggestion_due()


def test_looking_by_hand_without_reaching_out_keeps_nothing_back(life: Life) -> None:
    far_evenings(life)
    offered = life.noticing.begin(by_hand=True)
    life.noticing.answer(offered, SuggestionAnswer.NOT_NOW)
    assert life.noticing.suggestion_due()


def test_the_sensitivity_is_the_settings(life: Life) -> None:
    life.settings = Settings(sensitivity=Sensitivity.SOONER)
    far_evenings(life)
    assert life.noticing.verdict() is not None


def test_nobody_on_the_list_is_said(life: Life) -> None:
    far_evenings(life)
    offered = life.noticing.begin(by_hand=False)
    assert (offered.people, offered.list_empty, offered.suggestion.person) == ((), True, None)
    assert offered.verdict is not None and offered.verdict.reason.days
    assert life.noticing.answer(offered, SuggestionAnswer.NOT_NOW) is None


def test_by_hand_it_is_offered_at_any_time(life: Life) -> None:
    mina = life.journal.add_person("Mina", life.clock.now)
    offered = life.noticing.begin(by_hand=True)
    assert offered.verdict is None
    assert [one.person for one in offered.people] == [mina]
    assert life.suggestions.since()[0].by_hand


def test_people_come_with_what_was_told_of_them(life: Life) -> None:
    mina, jun = (life.journal.add_person(name, life.clock.now) for name in ("Mina", "준"))
    heavy, old = (life.journal.add_person(name, life.clock.now) for name in ("Max", "Ola"))
    evening(life, 60, 4, HeardHow.CALL, old)
    life.clock.go(100 * DAY)
    for _ in range(8):
        evening(life, 60, 5, HeardHow.CALL, mina)
        evening(life, 60, 1, HeardHow.CALL, heavy)
    offered = life.noticing.begin(by_hand=True)
    assert [(one.person, one.nearness) for one in offered.people] == [
        (mina, Nearness.EASY),
        (jun, Nearness.UNTOLD),
        (old, Nearness.OLD_FRIEND),
        (heavy, Nearness.HEAVIER),
    ]
    first, untold, old_friend, last = offered.people
    assert (first.difference.pairs, first.difference.direction) == (8, Direction.LIGHTER)
    assert last.difference.direction is Direction.HEAVIER
    assert first.last_heard is not None and untold.last_heard is None
    assert offered.suggestion.person == mina.id
    assert (first.register, untold.register) == (Register.CASUAL, Register.BANMAL)
    assert next(iter(untold.lines)) is Register.BANMAL and set(untold.lines) == set(Register)
    assert untold.lines[Register.BANMAL][0].text.startswith("준, ")
    assert old_friend.lines[Register.CASUAL] != first.lines[Register.CASUAL]


def test_the_manner_taken_is_remembered_and_another_line_comes_first(life: Life) -> None:
    mina = life.journal.add_person("Mina", life.clock.now)
    first = life.noticing.begin(by_hand=True)
    life.noticing.answer(first, SuggestionAnswer.COPIED, mina, Register.JONDAEMAL)
    second = life.noticing.begin(by_hand=True).people[0]
    assert second.register is Register.JONDAEMAL and next(iter(second.lines)) is Register.JONDAEMAL
    assert second.lines[Register.WARM][0] != first.people[0].lines[Register.WARM][0]
    (kept, _) = life.suggestions.since()
    assert (kept.answer, kept.person, kept.language, kept.register) == (
        *(SuggestionAnswer.COPIED, mina.id, "ko", Register.JONDAEMAL),
    )


def test_a_call_takes_no_line(life: Life) -> None:
    life.journal.add_person("Mina", life.clock.now)
    offered = life.noticing.begin(by_hand=True)
    life.noticing.answer(offered, SuggestionAnswer.CALLED, register=Register.WARM)
    assert (life.suggestions.since()[0].language, life.suggestions.since()[0].register) == ("", None)


def test_not_this_person_gives_the_next_one(life: Life) -> None:
    mina, jun = (life.journal.add_person(name, life.clock.now) for name in ("Mina", "Jun"))
    offered = life.noticing.begin(by_hand=False)
    following = life.noticing.answer(offered, SuggestionAnswer.NOT_PERSON, mina)
    assert following is not None
    assert [one.person for one in following.people] == [jun]
    assert not following.suggestion.by_hand and following.verdict == offered.verdict
    assert life.noticing.answer(following, SuggestionAnswer.NOT_PERSON, jun) is None
    assert [one.answer for one in life.suggestions.since()] == [SuggestionAnswer.NOT_PERSON] * 2
    assert life.noticing.begin(by_hand=True).people == ()
    assert not life.noticing.begin(by_hand=True).list_empty


def test_someone_else_may_be_chosen(life: Life) -> None:
    _, jun = (life.journal.add_person(name, life.clock.now) for name in ("Mina", "Jun"))
    offered = life.noticing.begin(by_hand=False)
    assert life.noticing.answer(offered, SuggestionAnswer.WROTE, jun, Register.WARM) is None
    assert life.suggestions.since()[0].person == jun.id


def test_stop_suggesting_turns_it_off(life: Life) -> None:
    far_evenings(life)
    life.noticing.answer(life.noticing.begin(by_hand=False), SuggestionAnswer.STOPPED)
    assert not life.settings.suggestions


def test_a_new_usual_is_learned_anew_and_can_be_taken_back(life: Life) -> None:
    far_evenings(life)
    before = life.noticing.verdict()
    day = life.noticing.say_new_usual()
    verdict = life.noticing.verdict()
    assert verdict is not None and verdict.state is SignalState.LEARNING
    assert life.noticing.new_usual() == day
    life.noticing.take_back_new_usual(day)
    assert life.noticing.verdict() == before
    assert life.noticing.new_usual() is None
