"""Which question stands on the desk card: a pure function of the day and a seed."""

from datetime import date
from random import Random

from herwidget.core.prompts import PromptKind
from herwidget.core.questions import Bank, Dimension, Question

# Of people and what is wished for. None of loneliness: it would stand there all day, for passers-by too.
_DIMENSIONS = frozenset({Dimension.CONNECTION, Dimension.PRESENCE, Dimension.NEED})


def desk_question(bank: Bank, day: date, seed: str) -> Question | None:
    """The soft question of `day`; None where the bank has none. None comes back before all others have been."""
    gentle = [one for one in bank.for_moment(PromptKind.DAY) if one.soft and one.dimension in _DIMENSIONS]
    if not gentle:
        return None
    ordered = sorted(gentle, key=lambda question: question.id)
    Random(f"{seed}:desk").shuffle(ordered)
    return ordered[day.toordinal() % len(ordered)]
