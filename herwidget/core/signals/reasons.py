"""Why the detector says what it says: figures and days, which the interface puts into words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from herwidget.core.signals.readings import Series


class Rule(StrEnum):
    """Which rule speaks.

    LEARNING: too few answered days to know the usual. FAR_EVENINGS: the plain rule while the usual is still being
    learned, some answered days in a row far from everyone with nobody who heard. SLOW_AVERAGE: where the slow average
    of one series stands. SLOW_AVERAGE_TOGETHER: the same for all series taken together.
    """

    LEARNING = "learning"
    FAR_EVENINGS = "far-evenings"
    SLOW_AVERAGE = "slow-average"
    SLOW_AVERAGE_TOGETHER = "slow-average-together"


class SignalState(StrEnum):
    """Where a person stands against their own usual."""

    LEARNING = "learning"
    USUAL = "usual"
    WATCHING = "watching"
    REACH_OUT = "reach_out"


@dataclass(frozen=True)
class Reason:
    """The ground of a verdict.

    `series` is the series that speaks (of several the one that moved most) and `days` its latest answered days with
    their values, oldest first. `usual` is its mean in the baseline; `average` is the slow average and `limit` what it
    may reach, both on the scale of `series` (of several series taken together: as far as if this one had moved alone).
    `answered` of `needed` days are known of the usual. `days_since_heard` is None where nobody was ever named.
    """

    rule: Rule
    series: Series | None = None
    days: tuple[tuple[date, float], ...] = ()
    usual: float | None = None
    average: float | None = None
    limit: float | None = None
    answered: int = 0
    needed: int = 0
    days_since_heard: int | None = None


@dataclass(frozen=True)
class Verdict:
    """The state on the last day read, since which day it holds, and why."""

    state: SignalState
    since: date | None
    reason: Reason
