"""Time alone that was wanted: it is no ground for a suggestion.

Solitude has costs and gifts, and choosing it matters (Weinstein et al. 2023, doi 10.1038/s41598-023-44507-7). So far
evenings alone do not suffice while moods are light and loneliness is low.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from herwidget.core.signals.readings import DayReading
from herwidget.core.signals.reasons import Rule, Verdict

CONTENT_DAYS = 14
"""So many days are looked at to see whether it hurts."""
SOLITUDE_DAYS = 28
"""So many days are looked at to see whether time alone was welcome."""
LEAST_TOLD = 2
WELCOME_FROM, UNWELCOME_TO = 60, 40
"""A scale about time alone from here up, and up to here."""
WELCOME_CHOICES = frozenset({"yes", "a-relief", "quiet-and-fine"})
UNWELCOME_CHOICES = frozenset({"not-really", "a-bit-empty", "rather-not-alone"})
"""The options of the questions about solitude that say so; others say neither."""
_MIDDLE = 50.0


@dataclass(frozen=True)
class SolitudeTold:
    """How many answers of the last 28 days told of time alone that it was welcome, and that it was not."""

    welcome: int = 0
    unwelcome: int = 0

    @property
    def is_welcome(self) -> bool:
        """Whether it mostly was: twice as often as not, and told twice or more."""
        return self.welcome >= max(LEAST_TOLD, 2 * self.unwelcome)


def is_alone_by_choice(verdict: Verdict, readings: Sequence[DayReading], solitude: SolitudeTold, today: date) -> bool:
    """Whether a verdict tells of nothing but time alone that was wanted.

    It does where it does not hurt (the last 14 days were lighter and less lonely than the middle of the scale) and time
    alone was mostly welcome. While the usual is still being learned, that it does not hurt is enough.
    """
    begin = today - timedelta(days=CONTENT_DAYS - 1)
    recent = [reading for reading in readings if begin <= reading.day <= today]
    means = [
        sum(values) / len(values)
        for values in (
            [one.low_mood for one in recent if one.low_mood is not None],
            [one.loneliness for one in recent if one.loneliness is not None],
        )
        if values
    ]
    if not means or sum(means) / len(means) >= _MIDDLE:
        return False
    return verdict.reason.rule in (Rule.LEARNING, Rule.FAR_EVENINGS) or solitude.is_welcome
