"""Lives through weeks of day questions, and what has to be true of them afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, groupby, pairwise

from hypothesis import strategies as st

from herwidget.core.choosing import choose_question
from herwidget.core.prompts import AskedQuestion, PromptKind
from herwidget.core.questions import Bank, Dimension, Question

FIRST_DAY = date(2026, 3, 2)
seeds = st.text("0123456789abcdef", max_size=16)
CLOSENESS = {Dimension.CONNECTION, Dimension.LONELINESS}


@dataclass(frozen=True)
class DayPlan:
    """A day on which questions are put: after how many days without any, and after which of them it is heavy."""

    gap: int
    heavy: tuple[bool, ...]


@dataclass(frozen=True)
class Put:
    """A question that was put, and those that could have been: `fresh` were open and not put for 14 days."""

    day: date
    question: Question
    heavy: bool
    fresh: frozenset[str]

    @property
    def asked(self) -> AskedQuestion:
        """What the journal keeps of it."""
        return AskedQuestion(self.day, self.question.id, self.question.dimension)


def weeks() -> st.SearchStrategy[list[DayPlan]]:
    """Up to 120 days with questions, in stretches that repeat a few of them."""
    day = st.builds(
        DayPlan,
        st.sampled_from([0, 0, 0, 0, 1, 2, 6, 20]),
        st.lists(st.booleans(), min_size=1, max_size=2).map(tuple),
    )
    stretch = st.builds(lambda days, times: days * times, st.lists(day, min_size=1, max_size=5), st.integers(1, 30))
    return st.lists(stretch, min_size=1, max_size=8).map(lambda stretches: list(chain.from_iterable(stretches))[:120])


def live(bank: Bank, days: Sequence[DayPlan], seed: str, others: Sequence[AskedQuestion] = ()) -> list[Put]:
    """The questions put on `days`; `others` were put at other moments of the same weeks."""
    day, lived = FIRST_DAY, list[Put]()
    for plan in days:
        day += timedelta(days=plan.gap)
        for heavy in plan.heavy:
            asked = [*others, *(put.asked for put in lived)]
            question = choose_question(bank, PromptKind.DAY, day, asked, seed, after_heavy=heavy)
            lived.append(Put(day, question, heavy, _fresh(bank, day, asked, heavy)))
        day += timedelta(days=1)
    return lived


def assert_none_returns_within_a_fortnight_while_another_is_left(lived: Sequence[Put]) -> None:
    """None is put twice within 14 days unless all that were open had been put."""
    for number, put in enumerate(lived):
        fortnight = {earlier.question.id for earlier in lived[:number] if put.day - earlier.day < timedelta(days=14)}
        if put.fresh:
            assert put.question.id in put.fresh
            assert put.question.id not in fortnight


def assert_softness_after_heaviness(lived: Sequence[Put]) -> None:
    """After a heavy mood the question is a soft one."""
    assert all(put.question.soft for put in lived if put.heavy)


def assert_closeness_every_second_day(lived: Sequence[Put]) -> None:
    """Of two days with questions that follow each other, one asks about loneliness or connection."""
    for (_, one), (_, other) in pairwise(_by_day(lived)):
        assert (one | other) & CLOSENESS


def assert_solitude_every_week(lived: Sequence[Put]) -> None:
    """Of seven days with questions that follow each other, one asks about solitude."""
    by_day = _by_day(lived)
    for first in range(len(by_day) - 6):
        assert any(Dimension.SOLITUDE in dimensions for _, dimensions in by_day[first : first + 7])


def _by_day(lived: Sequence[Put]) -> list[tuple[date, set[Dimension]]]:
    return [(day, {put.question.dimension for put in puts}) for day, puts in groupby(lived, key=lambda put: put.day)]


def _fresh(bank: Bank, day: date, asked: Sequence[AskedQuestion], heavy: bool) -> frozenset[str]:
    open_questions = bank.for_moment(PromptKind.DAY)
    if heavy:
        open_questions = tuple(question for question in open_questions if question.soft) or open_questions
    lately = {one.question_id for one in asked if day - one.day < timedelta(days=14)}
    return frozenset(question.id for question in open_questions) - lately
