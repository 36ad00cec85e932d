"""What is measured of a rule: suggestions for nothing, and how soon it finds a rise."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import exp, inf, sqrt
from statistics import median

from evaluation.rules import Life, Rule
from herwidget.core.signals.detector import FIRST_DAYS

MONTH_DAYS = 30
POWER_DAYS = 21
# How long a rise is waited for, to tell the median delay.
WAIT_DAYS = 60


@dataclass(frozen=True)
class FalseRate:
    """Suggestions to people to whom nothing happened, in so many months after their first 28 days."""

    suggestions: int
    months: float

    @property
    def per_hundred(self) -> float:
        """Suggestions per 100 user-months."""
        return 100 * self.suggestions / self.months if self.months else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The exact 95 % interval of the rate (Garwood 1936, doi 10.1093/biomet/28.3-4.437)."""
        count = self.suggestions
        low = _where(lambda mean: 1 - _poisson_below(count - 1, mean), 0.025) if count else 0.0
        high = _where(lambda mean: 1 - _poisson_below(count, mean), 0.975)
        return (100 * low / self.months, 100 * high / self.months) if self.months else (0.0, inf)


def _poisson_below(count: int, mean: float) -> float:
    term = total = exp(-mean)
    for number in range(1, count + 1):
        term *= mean / number
        total += term
    return total


def _where(rising: Callable[[float], float], wanted: float) -> float:
    low, high = 0.0, 700.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < wanted else (low, middle)
    return low


@dataclass(frozen=True)
class Found:
    """How often a rise was followed by a suggestion within 21 days, and after how many days half of them were."""

    share: float
    people: int
    delay: float

    @property
    def error(self) -> float:
        """The standard error of the share."""
        return sqrt(self.share * (1 - self.share) / self.people) if self.people else 0.0


def false_rate(rule: Rule, lives: Iterable[Life], days: int | None = None) -> FalseRate:
    """Suggestions per user-month. `days` is how long each life lasts; without, from its first day to its last."""
    suggestions = 0
    watched = 0
    for life in lives:
        if not life:
            continue
        lasted = days or (life[-1].day - life[0].day).days + 1
        watched += max(0, lasted - FIRST_DAYS)
        suggestions += sum(1 for _ in rule.suggestions(life))
    return FalseRate(suggestions, watched / MONTH_DAYS)


def found(rule: Rule, lives: Sequence[Life], begins: Sequence[int], within: int = POWER_DAYS) -> Found:
    """How a rule finds the rises of these lives; `begins` are the days (ordinals) of the rises."""
    delays = [delay(rule, life, begin) for life, begin in zip(lives, begins, strict=True)]
    if not delays:
        return Found(0.0, 0, inf)
    return Found(sum(each < within for each in delays) / len(delays), len(delays), median(delays))


def delay(rule: Rule, life: Life, begin: int) -> float:
    """The days from a rise to the first suggestion after it; infinite where none comes in 60 days."""
    end = begin + WAIT_DAYS
    for day in rule.suggestions([reading for reading in life if reading.day.toordinal() < end]):
        if day >= begin:
            return day - begin
    return inf
