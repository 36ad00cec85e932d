"""The slow average: a mean of the days told so far in which a day counts half as much as one a week later.

For day d it is the sum of 0.5^((d - i) / 7) · x_i over the days i up to d that were told, divided by the sum of the
weights: exponential smoothing (Holt 1957, doi 10.1016/j.ijforecast.2003.09.015) by the calendar. A day that was not
told has no value and adds nothing.
"""

from collections.abc import Sequence
from datetime import date

HALF_LIFE_DAYS = 7
# A day this long ago weighs less than a hundred-millionth: what is read before a range may begin here.
DAYS_THAT_MATTER = 190


def slow_average(told: Sequence[tuple[date, float]]) -> list[float]:
    """The slow average on each day told; `told` has each day once, oldest first."""
    averages: list[float] = []
    total = weight = 0.0
    before: date | None = None
    for day, value in told:
        kept = 0.5 ** ((day - before).days / HALF_LIFE_DAYS) if before else 0.0
        total, weight, before = total * kept + value, weight * kept + 1.0, day
        averages.append(total / weight)
    return averages
