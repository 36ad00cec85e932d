"""The control charts: how far a slow average stands above what is usual, and how far it may.

EWMA: Roberts 1959 (doi 10.1080/00401706.1959.10489860), its limit for values that follow upon each other (AR(1)) after
Schmid 1997 (doi 10.1080/02331889708802580), here with the error of the estimated mean added. CUSUM: Page 1954
(doi 10.1093/biomet/41.1-2.100).
"""

from math import sqrt
from typing import NamedTuple

# A short baseline says little about how days follow upon each other: it counts beside 20 days of an ordinary person.
ORDINARY_PERSISTENCE = 0.3
ORDINARY_DAYS = 20
MOST_PERSISTENCE = 0.8


class Usual(NamedTuple):
    """What a baseline tells: observed days, their mean and standard deviation, and their lag-1 autocorrelation."""

    days: int
    mean: float
    spread: float
    persistence: float


def shrunk_persistence(estimate: float, days: int) -> float:
    """The lag-1 autocorrelation to reckon with, where `days` observed days gave `estimate`."""
    mixed = (days * estimate + ORDINARY_DAYS * ORDINARY_PERSISTENCE) / (days + ORDINARY_DAYS)
    return min(MOST_PERSISTENCE, max(0.0, mixed))


def t_like_normal(level: float, degrees: int) -> float:
    """The t quantile at the probability that the standard normal has at `level`.

    The first terms of Fisher and Cornish's expansion (Abramowitz & Stegun 26.7.5), right to 0.001 for levels to 3 and
    19 degrees of freedom or more; exact quantiles would take a thousand times as long.
    """
    square = level * level
    one = (square + 1) / 4
    two = ((5 * square + 16) * square + 3) / 96
    three = (((3 * square + 19) * square + 17) * square - 15) / 384
    return level * (1 + (one + (two + three / degrees) / degrees) / degrees)


def standard_error(usual: Usual, smoothing: float, days: int) -> float:
    """The standard error of an EWMA after `days` observed days less the baseline's mean, in units of the spread."""
    persistence = usual.persistence
    kept = 1 - smoothing
    lag = persistence * kept
    of_chart = smoothing / (2 - smoothing) * (1 - kept ** (2 * days)) * (1 + lag) / (1 - lag)
    of_baseline = (1 + persistence) / (1 - persistence) / usual.days
    return sqrt(of_chart + of_baseline)


def limits(usual: Usual, smoothing: float, days: int, *levels: float) -> list[float]:
    """Where the EWMA may stand after `days` observed days, at each of `levels` in standard errors by Student's t."""
    points = usual.spread * standard_error(usual, smoothing, days)
    return [usual.mean + t_like_normal(level, usual.days - 1) * points for level in levels]


class Ewma:
    """The slow average: each observed day counts `smoothing`, all before it the rest."""

    __slots__ = ("days", "smoothing", "value")

    def __init__(self, start: float, smoothing: float) -> None:
        self.value = start
        self.smoothing = smoothing
        self.days = 0

    def advance(self, value: float) -> float:
        """Take in one observed day and give where the average stands now."""
        self.value += self.smoothing * (value - self.value)
        self.days += 1
        return self.value


class Cusum:
    """The sum of what lies above the usual by more than `allowance` spreads; never below zero.

    Not part of the rule: it is here to compare with.
    """

    __slots__ = ("allowance", "value")

    def __init__(self, allowance: float = 0.25) -> None:
        self.value = 0.0
        self.allowance = allowance

    def advance(self, standardised: float) -> float:
        """Take in one observed day, (value - mean) / spread, and give the sum."""
        self.value = max(0.0, self.value + standardised - self.allowance)
        return self.value
