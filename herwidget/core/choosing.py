"""Which question is put: a pure function of what was asked before, the day and a seed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from random import Random

from herwidget.core.prompts import AskedQuestion, PromptKind
from herwidget.core.questions import Bank, Dimension, Question

DAYS_BEFORE_A_QUESTION_RETURNS = 14
CLOSENESS = frozenset({Dimension.CONNECTION, Dimension.LONELINESS})
SOLITUDE = frozenset({Dimension.SOLITUDE})
DAYS_BETWEEN_CLOSENESS = 2
# Five, not seven: a day on which closeness goes first still leaves the week's promise room.
DAYS_BETWEEN_SOLITUDE = 5


def choose_question(
    bank: Bank, kind: PromptKind, day: date, asked: Sequence[AskedQuestion], seed: str, *, after_heavy: bool
) -> Question:
    """The question for a prompt of `kind` on `day`.

    `asked` holds the questions put before, in any order; those that may be put in a prompt of `kind` matter.
    After a heavy mood only soft questions are open. Among what is open, none comes back within 14 days while
    another is left; loneliness or connection comes at least every second day and solitude weekly; the one put
    longest ago comes first, and the seed decides between equals.

    Raises:
        LookupError: the bank has no question for `kind`.
    """
    open_questions = bank.for_moment(kind)
    if after_heavy:
        open_questions = tuple(question for question in open_questions if question.soft) or open_questions
    if not open_questions:
        raise LookupError(kind)
    of_kind = {question.id for question in bank.for_moment(kind)}
    before = [one for one in asked if one.day <= day and one.question_id in of_kind]
    last_put = _last_put(before)
    left = [question for question in open_questions if _is_fresh(question, day, last_put)] or open_questions
    turn = _dimensions_whose_turn_it_is(kind, day, before)
    candidates = [question for question in left if question.dimension in turn] or left
    oldest = min(last_put.get(question.id, date.min) for question in candidates)
    equals = [question for question in candidates if last_put.get(question.id, date.min) == oldest]
    ordered = sorted(equals, key=lambda question: question.id)
    return Random(f"{seed}:{kind}:{day.isoformat()}:{len(before)}").choice(ordered)


def _dimensions_whose_turn_it_is(kind: PromptKind, day: date, before: Sequence[AskedQuestion]) -> frozenset[Dimension]:
    """Closeness and solitude when they are due, and only then, so that their questions are not used up between.

    Days without a question do not count: else closeness alone would be due to somebody who is asked now and then.
    """
    if kind is not PromptKind.DAY:
        return frozenset(Dimension)
    days = sorted({day, *(one.day for one in before)}, reverse=True)
    if not _put_on(days[:DAYS_BETWEEN_CLOSENESS], CLOSENESS, before):
        return CLOSENESS
    if not _put_on(days[:DAYS_BETWEEN_SOLITUDE], SOLITUDE, before):
        return SOLITUDE
    return frozenset(Dimension) - CLOSENESS - SOLITUDE


def _put_on(days: Sequence[date], dimensions: frozenset[Dimension], before: Iterable[AskedQuestion]) -> bool:
    return any(one.day in days and one.dimension in dimensions for one in before)


def _is_fresh(question: Question, day: date, last_put: Mapping[str, date]) -> bool:
    last = last_put.get(question.id)
    return last is None or (day - last).days >= DAYS_BEFORE_A_QUESTION_RETURNS


def _last_put(before: Iterable[AskedQuestion]) -> dict[str, date]:
    last: dict[str, date] = {}
    for one in before:
        last[one.question_id] = max(one.day, last.get(one.question_id, one.day))
    return last
