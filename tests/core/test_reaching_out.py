"""Whom a suggestion names: easy people first, nobody after whom it was heavier, old friends after a first success."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.first_lines import Register
from herwidget.core.history.differences import Difference, Direction
from herwidget.core.people import Person
from herwidget.core.questions import Outcome
from herwidget.core.reaching_out import (
    EASY_DAYS,
    NOT_THIS_PERSON_DAYS,
    OLD_FRIEND_DAYS,
    Nearness,
    last_suggestion_day,
    manner_with,
    nearness,
    whom_to_suggest,
)
from herwidget.core.suggestion import REACHED_OUT, Suggestion, SuggestionAnswer

TODAY = date(2026, 11, 23)
MINA, JUN, SAM, MOTHER, OLD = (
    Person(number, name) for number, name in enumerate(("Mina", "Jun", "Sam", "어머니", "Old"), 1)
)
LIGHTER, HEAVIER, UNCLEAR = Difference(9, 0.8, 0.3, 1.3), Difference(9, -0.8, -1.3, -0.3), Difference(9, 0.1, -0.4, 0.6)
FEW = Difference(3)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def suggested(
    number: int,
    days: int,
    person: Person | None,
    answer: SuggestionAnswer | None = SuggestionAnswer.WROTE,
    outcome: Outcome | None = None,
    left: int | None = None,
    *,
    by_hand: bool = False,
) -> Suggestion:
    moment = datetime.combine(ago(days), time(19), UTC)
    named = person.id if person else None
    return Suggestion(number, ago(days), moment, named, by_hand, answer, outcome=outcome, left=left)


def names(
    people: tuple[Person, ...],
    heard: dict[Person, int],
    differences: dict[Person, Difference] | None = None,
    suggestions: tuple[Suggestion, ...] = (),
) -> list[str]:
    last = {person.id: ago(days) for person, days in heard.items()}
    told = {person.id: one for person, one in (differences or {}).items()}
    return [person.name for person in whom_to_suggest(people, last, told, suggestions, TODAY)]


def test_nobody_on_the_list_is_nobody() -> None:
    assert names((), {}) == []


@pytest.mark.parametrize(
    ("days", "difference", "expected"),
    [
        (None, None, Nearness.UNTOLD),
        (None, FEW, Nearness.UNTOLD),
        (0, LIGHTER, Nearness.EASY),
        (EASY_DAYS, UNCLEAR, Nearness.EASY),
        (EASY_DAYS + 1, LIGHTER, Nearness.BETWEEN),
        (OLD_FRIEND_DAYS - 1, None, Nearness.BETWEEN),
        (OLD_FRIEND_DAYS, LIGHTER, Nearness.OLD_FRIEND),
        (3, HEAVIER, Nearness.HEAVIER),
        (400, HEAVIER, Nearness.HEAVIER),
    ],
)
def test_how_near_a_person_is(days: int | None, difference: Difference | None, expected: Nearness) -> None:
    last = {} if days is None else {1: ago(days)}
    assert nearness(1, last, {1: difference} if difference else {}, TODAY) is expected


def test_easy_people_come_by_lighter_then_mean_then_recency() -> None:
    lightest = Difference(12, 1.4, 0.9, 1.9)
    heard = {MINA: 3, JUN: 20, SAM: 1, MOTHER: 2}
    assert names((SAM, MOTHER, JUN, MINA), heard, {MINA: LIGHTER, JUN: lightest, SAM: FEW}) == [
        *("Jun", "Mina", "Sam", "어머니")
    ]


def test_untold_people_come_after_easy_ones_and_old_friends_behind_all_before_a_success() -> None:
    assert names((OLD, SAM, MINA), {OLD: 200, MINA: 50}, {OLD: LIGHTER}) == ["Mina", "Sam", "Old"]


def test_heavier_is_never_first_and_kept_for_the_end() -> None:
    assert names((MINA, SAM), {MINA: 1}, {MINA: HEAVIER}) == ["Sam", "Mina"]
    assert names((MINA,), {MINA: 1}, {MINA: HEAVIER}) == []


def test_whom_the_last_suggestion_named_goes_behind_the_others() -> None:
    people, heard = (MINA, JUN, SAM), {MINA: 1, JUN: 9}
    assert names(people, heard) == ["Mina", "Jun", "Sam"]
    assert names(people, heard, suggestions=(suggested(1, 20, MINA),)) == ["Jun", "Sam", "Mina"]
    assert names(people, heard, suggestions=(suggested(1, 40, MINA), suggested(2, 20, JUN))) == ["Mina", "Sam", "Jun"]
    assert names((MINA,), heard, suggestions=(suggested(1, 20, MINA),)) == ["Mina"], "nobody else is there"


def test_not_this_person_holds_for_ninety_days() -> None:
    people, heard = (MINA, JUN), {MINA: 1, JUN: 9}
    refused = SuggestionAnswer.NOT_PERSON
    assert names(people, heard, suggestions=(suggested(1, NOT_THIS_PERSON_DAYS - 1, MINA, refused),)) == ["Jun"]
    later = (suggested(1, NOT_THIS_PERSON_DAYS, MINA, refused), suggested(2, 30, JUN))
    assert names(people, heard, suggestions=later) == ["Mina", "Jun"]


def test_not_yet_twice_lets_others_go_first() -> None:
    people, heard = (MINA, JUN, SAM), {MINA: 1, JUN: 9}
    once = (suggested(1, 60, MINA, outcome=Outcome.NOT_YET), suggested(2, 20, SAM))
    assert names(people, heard, suggestions=once)[0] == "Mina"
    twice = (suggested(0, 80, MINA, outcome=Outcome.NOT_YET), *once)
    assert names(people, heard, suggestions=twice) == ["Jun", "Mina", "Sam"]


def test_a_yes_that_left_the_person_lighter_brings_somebody_sooner() -> None:
    people, heard = (MINA, JUN, SAM), {MINA: 1, JUN: 9, SAM: 30}
    done = (suggested(1, 60, SAM, outcome=Outcome.YES, left=5), suggested(2, 40, MINA), suggested(3, 20, JUN))
    assert names(people, heard, {MINA: LIGHTER}, done)[0] == "Sam"
    heavy = (suggested(1, 60, SAM, outcome=Outcome.YES, left=2), *done[1:])
    assert names(people, heard, {MINA: LIGHTER}, heavy)[0] == "Mina"


def test_after_a_first_success_old_and_easy_take_turns() -> None:
    people, heard = (MINA, JUN, OLD), {MINA: 1, JUN: 9, OLD: 200}
    success = suggested(1, 90, MINA, outcome=Outcome.YES, left=4)
    assert names(people, heard, suggestions=(success,))[0] == "Old"
    second = suggested(2, 70, OLD)
    assert names(people, heard, suggestions=(success, second))[0] in ("Mina", "Jun")
    third = suggested(3, 50, MINA)
    assert names(people, heard, suggestions=(success, second, third))[0] == "Old"


def test_an_old_friend_is_offered_before_a_success_only_where_nobody_else_is() -> None:
    assert names((OLD,), {OLD: 200}) == ["Old"]
    assert names((OLD, MINA), {OLD: 200, MINA: 1}, {MINA: HEAVIER}) == ["Old", "Mina"]


people = st.lists(st.integers(1, 8), unique=True, max_size=8).map(
    lambda ids: tuple(Person(one, f"P{one}") for one in ids)
)
heard = st.dictionaries(st.integers(1, 8), st.integers(0, 400).map(ago))
told = st.dictionaries(st.integers(1, 8), st.sampled_from([LIGHTER, HEAVIER, UNCLEAR, FEW]))


@st.composite
def pasts(draw: st.DrawFn) -> tuple[Suggestion, ...]:
    days = sorted(draw(st.lists(st.integers(0, 500), max_size=12)), reverse=True)
    return tuple(
        suggested(
            number,
            day,
            draw(st.none() | st.integers(1, 8).map(lambda one: Person(one, f"P{one}"))),
            draw(st.sampled_from([None, *SuggestionAnswer])),
            draw(st.sampled_from([None, *Outcome])),
            draw(st.none() | st.integers(1, 5)),
        )
        for number, day in enumerate(days)
    )


@given(people, heard, told, pasts())
def test_whatever_was_told_the_promises_hold(
    people: tuple[Person, ...], heard: dict[int, date], told: dict[int, Difference], past: tuple[Suggestion, ...]
) -> None:
    named = whom_to_suggest(people, heard, told, past, TODAY)
    near = [nearness(person.id, heard, told, TODAY) for person in named]
    assert len(set(named)) == len(named)
    refused = {
        one.person for one in past if one.answer is SuggestionAnswer.NOT_PERSON and one.day > ago(NOT_THIS_PERSON_DAYS)
    }
    left = {person for person in people if person.id not in refused}
    assert set(named) == left or (
        not named and all(nearness(person.id, heard, told, TODAY) is Nearness.HEAVIER for person in left)
    )
    assert near[:1] != [Nearness.HEAVIER]
    assert near == sorted(near, key=lambda one: one is Nearness.HEAVIER), "who left it heavier stands at the end"
    if not any(one.outcome is Outcome.YES and one.person for one in past):
        lighter = [one for one in near if one is not Nearness.HEAVIER]
        assert lighter == sorted(lighter, key=lambda one: one is Nearness.OLD_FRIEND), "no old friend before a success"
    others = [person for person in named if told.get(person.id, FEW).direction is not Direction.HEAVIER]
    last = [one.person for one in past if one.person][-1:]
    if last and len(others) > 1 and not any(one.outcome for one in past) and Nearness.OLD_FRIEND not in near:
        assert named[0].id != last[0], "not the same person twice in a row"
    assert whom_to_suggest(people, heard, told, tuple(reversed(past)), TODAY) == named, "the order they are read in"


def test_the_manner_last_taken_with_a_person_is_remembered() -> None:
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    one = Suggestion(1, ago(9), moment, 1, answer=SuggestionAnswer.WROTE, language="ko", register=Register.JONDAEMAL)
    two = Suggestion(2, ago(8), moment + timedelta(1), 1, answer=SuggestionAnswer.NOT_NOW)
    assert manner_with(1, (two, one)) == ("ko", Register.JONDAEMAL)
    assert manner_with(2, (one, two)) is None


def test_the_days_of_quiet_count_what_was_made_and_what_was_done_by_hand() -> None:
    assert last_suggestion_day(()) is None
    looked = suggested(2, 2, MINA, SuggestionAnswer.NOT_NOW, by_hand=True)
    assert last_suggestion_day((suggested(1, 30, MINA, None), looked)) == ago(30)
    assert last_suggestion_day((suggested(1, 30, MINA), suggested(2, 2, MINA, by_hand=True))) == ago(2)


def test_only_what_was_acted_upon_has_an_outcome() -> None:
    not_acted = {SuggestionAnswer.NOT_NOW, SuggestionAnswer.NOT_PERSON, SuggestionAnswer.STOPPED}
    assert set(SuggestionAnswer) - REACHED_OUT == not_acted
