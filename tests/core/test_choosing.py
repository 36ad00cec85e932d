"""Which question is put: fair to every dimension, soft after heaviness, and never too soon again."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herwidget.core.choosing import choose_question
from herwidget.core.prompts import AskedQuestion, PromptKind
from herwidget.core.questions import AnswerType, Bank, Dimension, Idea, Question, Text
from tests.core.diary import (
    FIRST_DAY,
    DayPlan,
    assert_closeness_every_second_day,
    assert_none_returns_within_a_fortnight_while_another_is_left,
    assert_softness_after_heaviness,
    assert_solitude_every_week,
    live,
    seeds,
    weeks,
)

IDEA = Idea("2a", 2, Text("gist", "gist"), Text("telling", "telling"))
DAY = frozenset({PromptKind.DAY})


def a_question(name: str, dimension: Dimension, *, soft: bool = True, moments: frozenset[PromptKind] = DAY) -> Question:
    """A question that differs in nothing else."""
    return Question(name, IDEA, dimension, AnswerType.WORDS, moments, soft, Text(f"{name}?", f"{name}요?"))


def a_bank(*questions: Question) -> Bank:
    """A bank of these questions."""
    return Bank({IDEA.id: IDEA}, questions, {})


def many(dimension: Dimension, soft: int, probing: int) -> list[Question]:
    """Some soft and some probing questions of one dimension."""
    kinds = [True] * soft + [False] * probing
    return [a_question(f"{dimension}-{number}", dimension, soft=kind) for number, kind in enumerate(kinds)]


# As small as the promises allow, when every day is heavy and has two questions.
ROOMY = a_bank(
    *many(Dimension.CONNECTION, 4, 3),
    *many(Dimension.LONELINESS, 4, 3),
    *many(Dimension.SOLITUDE, 4, 2),
    *many(Dimension.NEED, 8, 4),
    *many(Dimension.PRESENCE, 7, 4),
    *many(Dimension.CONFIDING, 7, 4),
)
EVENINGS = [
    a_question(f"evening-{number}", Dimension.HEARD, moments=frozenset({PromptKind.EVENING})) for number in range(6)
]
WEEKLY = [
    a_question(f"weekly-{number}", Dimension.REFLECTION, moments=frozenset({PromptKind.WEEK})) for number in range(4)
]

small_banks = st.builds(
    lambda questions: a_bank(
        *(a_question(f"q{number}", *rest[:1], soft=rest[1]) for number, rest in enumerate(questions))
    ),
    st.lists(st.tuples(st.sampled_from(Dimension), st.booleans()), min_size=1, max_size=24),
)


@settings(max_examples=40)
@given(weeks(), seeds)
def test_with_a_roomy_bank_every_promise_is_kept_for_months(days: list[DayPlan], seed: str) -> None:
    lived = live(ROOMY, days, seed)
    assert all(put.fresh for put in lived)
    assert_none_returns_within_a_fortnight_while_another_is_left(lived)
    assert_softness_after_heaviness(lived)
    assert_closeness_every_second_day(lived)
    assert_solitude_every_week(lived)


@pytest.mark.parametrize("gap", [0, 1, 2, 6])
@pytest.mark.parametrize("questions", [1, 2])
@pytest.mark.parametrize("heavy", [True, False])
def test_the_promises_hold_in_a_steady_rhythm(gap: int, questions: int, heavy: bool) -> None:
    lived = live(ROOMY, [DayPlan(gap, (heavy,) * questions)] * 120, "seed")
    assert_none_returns_within_a_fortnight_while_another_is_left(lived)
    assert_softness_after_heaviness(lived)
    assert_closeness_every_second_day(lived)
    assert_solitude_every_week(lived)


@settings(max_examples=25)
@given(small_banks, weeks(), seeds)
def test_with_any_bank_none_returns_too_soon_while_another_is_left_and_heaviness_is_met_softly(
    bank: Bank, days: list[DayPlan], seed: str
) -> None:
    lived = live(bank, days, seed)
    assert_none_returns_within_a_fortnight_while_another_is_left(lived)
    if any(question.soft for question in bank.questions):
        assert_softness_after_heaviness(lived)


@settings(max_examples=25)
@given(weeks(), seeds, st.lists(st.tuples(st.integers(0, 150), st.sampled_from(EVENINGS + WEEKLY)), max_size=150))
def test_evening_and_weekly_questions_take_no_days_turn(
    days: list[DayPlan], seed: str, others: list[tuple[int, Question]]
) -> None:
    bank = a_bank(*ROOMY.questions, *EVENINGS, *WEEKLY)
    asked = [
        AskedQuestion(FIRST_DAY + timedelta(days=number), question.id, question.dimension)
        for number, question in others
    ]
    assert [put.asked for put in live(bank, days, seed, asked)] == [put.asked for put in live(ROOMY, days, seed)]


@settings(max_examples=25)
@given(weeks(), seeds, st.randoms(use_true_random=False), st.sampled_from(PromptKind), st.booleans())
def test_the_choice_depends_on_nothing_but_what_it_is_given(
    days: list[DayPlan], seed: str, random: Random, kind: PromptKind, heavy: bool
) -> None:
    bank = a_bank(*ROOMY.questions, *EVENINGS, *WEEKLY)
    lived = live(bank, days, seed)
    asked = [put.asked for put in lived]
    shuffled = random.sample(asked, len(asked))
    choices = {
        choose_question(bank, kind, lived[-1].day, order, seed, after_heavy=heavy).id
        for order in (asked, shuffled, asked)
    }
    assert len(choices) == 1


@settings(max_examples=25)
@given(st.sampled_from(PromptKind), weeks(), seeds, st.booleans())
def test_a_prompt_gets_a_question_of_its_kind(kind: PromptKind, days: list[DayPlan], seed: str, heavy: bool) -> None:
    bank = a_bank(*ROOMY.questions, *EVENINGS, *WEEKLY)
    asked = [put.asked for put in live(bank, days, seed)]
    assert kind in choose_question(bank, kind, FIRST_DAY, asked, seed, after_heavy=heavy).moments


@pytest.mark.parametrize("kind", [PromptKind.EVENING, PromptKind.WEEK])
def test_evening_and_weekly_questions_take_their_turns_too(kind: PromptKind) -> None:
    bank = a_bank(*ROOMY.questions, *EVENINGS, *WEEKLY)
    asked: list[AskedQuestion] = []
    for number in range(120):
        day = FIRST_DAY + timedelta(days=number)
        question = choose_question(bank, kind, day, asked, "seed", after_heavy=False)
        asked.append(AskedQuestion(day, question.id, question.dimension))
    of_kind = len(bank.for_moment(kind))
    assert all(
        len({one.question_id for one in asked[first : first + of_kind]}) == of_kind for first in range(120 - of_kind)
    )


def test_the_question_put_longest_ago_comes_first() -> None:
    bank = a_bank(*many(Dimension.NEED, 30, 0))
    lived = live(bank, [DayPlan(0, (False,))] * 90, "seed")
    assert set(Counter(put.question.id for put in lived).values()) == {3}


def test_a_question_returns_after_fourteen_days_and_not_after_thirteen() -> None:
    bank = a_bank(a_question("old", Dimension.NEED), a_question("new", Dimension.NEED))
    day = date(2026, 11, 24)

    def chosen(old_days: int, new_days: int) -> str:
        put = {"old": old_days, "new": new_days}
        asked = [AskedQuestion(day - timedelta(days=days), name, Dimension.NEED) for name, days in put.items()]
        return choose_question(bank, PromptKind.DAY, day, asked, "seed", after_heavy=False).id

    assert chosen(old_days=14, new_days=13) == "old"
    assert chosen(old_days=13, new_days=14) == "new"
    assert chosen(old_days=5, new_days=4) == "old"


def test_a_bank_without_soft_questions_still_asks_after_heaviness() -> None:
    bank = a_bank(*many(Dimension.NEED, 0, 2))
    assert not choose_question(bank, PromptKind.DAY, FIRST_DAY, (), "seed", after_heavy=True).soft


def test_the_first_question_of_all_is_about_closeness() -> None:
    question = choose_question(ROOMY, PromptKind.DAY, FIRST_DAY, (), "seed", after_heavy=False)
    assert question.dimension in (Dimension.CONNECTION, Dimension.LONELINESS)


def test_seeds_differ_in_what_they_choose() -> None:
    first = {
        choose_question(ROOMY, PromptKind.DAY, FIRST_DAY, (), str(seed), after_heavy=False).id for seed in range(40)
    }
    assert len(first) > 7


def test_a_bank_with_no_question_of_the_kind_is_an_error() -> None:
    with pytest.raises(LookupError):
        choose_question(ROOMY, PromptKind.WEEK, FIRST_DAY, (), "seed", after_heavy=False)
