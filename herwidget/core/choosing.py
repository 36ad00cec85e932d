"""Which question is put: a pure function of what was asked before, the day and a seed."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from random import Random

from herwidget.core.prompts import AskedQuestion, PromptKind
from herwidget.core.questions import Bank, Dimension, Question

DAYS_BEFORE_A_QUESTION_RETURNS = 14
CLOSENESS = frozenset({Dimension.CONNECTION, Dimension.LONELINESS})
DAYS_BETWEEN_CLOSENESS = 2
# Five, not seven: a day on which closeness goes first still leaves the week's promise room.
DAYS_BETWEEN_SOLITUDE = 5


def choose_question(
    bank: Bank, kind: PromptKind, day: date, asked: Sequence[AskedQuestion], seed: str, *, after_heavy: bool
) -> Question:
    """The question for a prompt of `kind` on `day`.

    `asked` holds the questions put before, in any order; those of the same `kind` and of the last 14 days matter.
    After a heavy mood only soft questions are open. Among what is open, loneliness or connection comes at least
    every second day and solitude weekly; none comes back within 14 days while another is left; the one put
    longest ago comes first, and the seed decides between equals.

    Raises:
        LookupError: the bank has no question for `kind`.
    """
    open_questions = bank.for_moment(kind)
    if after_heavy:
        open_questions = tuple(question for question in open_questions if question.soft) or open_questions
    if not open_questions:
        raise LookupError(kind)
    before = tuple(one for one in asked if one.day <= day)
    last_put = _last_put(before)
    fresh = [question for question in open_questions if _is_fresh(question, day, last_put)]
    turn = _dimensions_whose_turn_it_is(kind, day, before)
    candidates = [question for question in fresh if question.dimension in turn] or fresh
    if not candidates:
        # Everything was put lately: the one put longest ago is the least of a repetition.
        oldest = min(last_put[question.id] for question in open_questions)
        candidates = [question for question in open_questions if last_put[question.id] == oldest]
    ordered = sorted(candidates, key=lambda question: question.id)
    return Random(f"{seed}:{kind}:{day.isoformat()}:{len(before)}").choice(ordered)


def _dimensions_whose_turn_it_is(kind: PromptKind, day: date, before: Sequence[AskedQuestion]) -> frozenset[Dimension]:
    """Closeness and solitude when they are due, and only then, so that their questions are not used up between."""
    if kind is not PromptKind.DAY:
        return frozenset(Dimension)
    if not _within((one.day for one in before if one.dimension in CLOSENESS), day, DAYS_BETWEEN_CLOSENESS):
        return CLOSENESS
    solitude = (one.day for one in before if one.dimension == Dimension.SOLITUDE)
    if not _within(solitude, day, DAYS_BETWEEN_SOLITUDE):
        return frozenset({Dimension.SOLITUDE})
    return frozenset(Dimension) - CLOSENESS - {Dimension.SOLITUDE}


def _within(days: Iterable[date], day: date, span: int) -> bool:
    return any(day - earlier < timedelta(days=span) for earlier in days)


def _is_fresh(question: Question, day: date, last_put: dict[str, date]) -> bool:
    last = last_put.get(question.id)
    return last is None or (day - last).days >= DAYS_BEFORE_A_QUESTION_RETURNS


def _last_put(before: Iterable[AskedQuestion]) -> dict[str, date]:
    last: dict[str, date] = {}
    for one in before:
        last[one.question_id] = max(one.day, last.get(one.question_id, one.day))
    return last
