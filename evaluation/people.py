"""People who never lived: AR(1) day means, and all that may happen to their answers.

A `Course` is what a person's days would be without any event, in standard deviations around their usual; an event and
a scale make readings of it. The same course is used with and without an event.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import sqrt
from random import Random

from herwidget.core.signals.readings import DayReading, Series

FIRST_ORDINAL = date(2001, 1, 1).toordinal()
PERSISTENCE = 0.3
CORRELATION = 0.5
USUAL = 45.0
SPREAD = 12.0
# Which series a person with one, two or three of them answers.
ANSWERED = {
    1: (Series.DISCONNECTION,),
    2: (Series.DISCONNECTION, Series.LOW_MOOD),
    3: (Series.DISCONNECTION, Series.LONELINESS, Series.LOW_MOOD),
}

Course = list[tuple[int, tuple[float, ...]]]
# What is added to the standardised value on a day (counted from 0).
Event = Callable[[int], float]
# From a standardised value to an answer.
Scale = Callable[[float], float]


@lru_cache(maxsize=4000)
def day_of(number: int) -> date:
    """The date of a made-up person's day, counted from 0."""
    return date.fromordinal(FIRST_ORDINAL + number)


@dataclass(frozen=True)
class Kind:
    """What kind of people: how many series they answer, how many days they miss, how days follow upon each other."""

    series: int = 1
    missing: float = 0.3
    persistence: float = PERSISTENCE


def courses(kind: Kind, count: int, days: int, seed: str) -> list[Course]:
    """Some people of a kind. A seed always gives the same people."""
    random = Random(f"{seed} {kind}")
    return [_course(kind, days, random) for _ in range(count)]


def _course(kind: Kind, days: int, random: Random) -> Course:
    persistence, gauss = kind.persistence, random.gauss
    fresh = sqrt(1 - persistence * persistence)
    shared, own = (sqrt(CORRELATION), sqrt(1 - CORRELATION)) if kind.series > 1 else (0.0, 1.0)
    values = [0.0] * kind.series
    course: Course = []
    # A month to forget that all began at zero.
    for day in range(-30, days):
        common = shared * gauss(0, 1)
        values = [persistence * value + fresh * (common + own * gauss(0, 1)) for value in values]
        if random.random() >= kind.missing and day >= 0:
            course.append((day, tuple(values)))
    return course


def ordinary(value: float) -> float:
    """The scale of ordinary people: 45, give or take 12."""
    return min(100.0, max(0.0, USUAL + SPREAD * value))


def piled(value: float) -> float:
    """Answers that pile up at the lowest value: 86 % of them, the others in steps of 25 up to the highest."""
    above = value - 1.08
    return 0.0 if above <= 0 else min(100.0, 25.0 * (1 + int(above / 0.5)))


def lives(
    people: Sequence[Course], event: Event | None = None, scale: Scale = ordinary, heard: bool | None = None
) -> list[list[DayReading]]:
    """The readings of these people, with an event if there is one."""
    return [
        [
            _reading(day, [scale(value + (event(day) if event else 0.0)) for value in values], heard)
            for day, values in course
        ]
        for course in people
    ]


def _reading(day: int, answers: Sequence[float], heard: bool | None) -> DayReading:
    if len(answers) == 1:
        return DayReading(day_of(day), answers[0], heard=heard)
    if len(answers) == 2:
        return DayReading(day_of(day), answers[0], None, answers[1], heard)
    return DayReading(day_of(day), answers[0], answers[1], answers[2], heard)


@dataclass(frozen=True)
class Rise:
    """From a day on, all series stand higher by so many standard deviations."""

    begin: int
    height: float

    def __call__(self, day: int) -> float:
        return self.height if day >= self.begin else 0.0


@dataclass(frozen=True)
class Slide:
    """From a day on, all series rise evenly over so many days, and stay there."""

    begin: int
    days: int
    height: float = 1.5

    def __call__(self, day: int) -> float:
        return self.height * min(1.0, max(0.0, (day - self.begin) / self.days))


@dataclass(frozen=True)
class WildDay:
    """One day far out of the ordinary; when it was missed, the next answered days are ordinary all the same."""

    day: int
    height: float

    def __call__(self, day: int) -> float:
        return self.height if day == self.day else 0.0


@dataclass(frozen=True)
class TwoRises:
    """A rise of two months, three months as before, and another rise."""

    begin: int
    height: float

    def __call__(self, day: int) -> float:
        passed = day - self.begin
        return self.height if 0 <= passed < 60 or passed >= 150 else 0.0
