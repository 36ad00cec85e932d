"""The protocol on real people, of whom no event is known: false suggestions as they are and with their days shuffled,
and with their days drawn again and again in blocks, so that they last a year and a rise can be laid upon them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil, sqrt
from random import Random

from evaluation import tables
from evaluation.comparison import AFTER_TWO_MONTHS, HEADINGS, MISSING, compared_row, matched
from evaluation.comparison import HEIGHTS as COMPARED_HEIGHTS
from evaluation.data import Person
from evaluation.measures import POWER_DAYS, FalseRate, Found, false_rate, found
from evaluation.people import FIRST_ORDINAL, day_of
from evaluation.rules import FROM_BOOKS, Life, Ours, Rule, growing, ours, ours_at
from evaluation.settings import AFTER_FIVE_MONTHS, CURVE_LEVELS, HEIGHTS, WANTED, YEAR, Reached, settings_table
from evaluation.work import Pool
from herwidget.core.signals.detector import FIRST_DAYS
from herwidget.core.signals.readings import DayReading, Series
from herwidget.core.signals.sensitivity import Sensitivity

BLOCK_DAYS = 7
ORDINARILY_MISSING = 0.3
LEAST_ANSWERED = 14
# Enough shuffled days for a rate that is right to a tenth.
SHUFFLED_DAYS = 300_000
MOST_SHUFFLES = 200


@dataclass(frozen=True)
class Drawn:
    """A file's people, each living on for as long as needed: blocks of a week drawn from their own days."""

    people: tuple[Person, ...]
    lives: int
    missing: float = ORDINARILY_MISSING

    def draw(self, days: int, seed: str, height: float = 0.0, begin: int = 0) -> list[list[DayReading]]:
        """So many lives of so many days; from `begin` on all answers stand higher by `height` of the person's SD."""
        random = Random(f"{seed} {self.missing}")
        each = ceil(self.lives / len(self.people))
        drawn = []
        for person in self.people:
            spreads = [_spread(person, series) * height for series in Series]
            calendar = _calendar(person)
            for _ in range(each):
                drawn.append(self._life(calendar, days, random, spreads, begin))
        return drawn

    def _life(
        self, calendar: list[DayReading | None], days: int, random: Random, added: list[float], begin: int
    ) -> list[DayReading]:
        life: list[DayReading] = []
        last = max(0, len(calendar) - BLOCK_DAYS)
        for first in range(0, days, BLOCK_DAYS):
            place = random.randint(0, last)
            for offset, reading in enumerate(calendar[place : place + BLOCK_DAYS]):
                day = first + offset
                kept = random.random() >= self.missing
                if reading is not None and kept and day < days:
                    life.append(_raised(reading, day, added if day >= begin else [0.0, 0.0, 0.0]))
        return life


def _calendar(person: Person) -> list[DayReading | None]:
    """The person's days, the missing ones as None."""
    first = person.readings[0].day.toordinal()
    calendar: list[DayReading | None] = [None] * (person.readings[-1].day.toordinal() - first + 1)
    for reading in person.readings:
        if reading.observed:
            calendar[reading.day.toordinal() - first] = reading
    return calendar


def _spread(person: Person, series: Series) -> float:
    values = [value for reading in person.readings if (value := reading.value(series)) is not None]
    if len(values) < 2:
        return 0.0
    mean = sum(values) / len(values)
    return sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))


def _raised(reading: DayReading, day: int, added: Sequence[float]) -> DayReading:
    far, lonely, low = (
        None if value is None else min(100.0, max(0.0, value + more))
        for value, more in zip((reading.value(series) for series in Series), added, strict=True)
    )
    return DayReading(day_of(day), far, lonely, low, reading.heard)


def shuffled_rate(rule: Rule, people: Sequence[Person], times: int) -> FalseRate:
    """The rule on the people with their answered days in random order."""
    random = Random("shuffled")
    lives: list[Life] = []
    for _ in range(times):
        for person in people:
            order = list(person.readings)
            random.shuffle(order)
            lives.append(
                [
                    DayReading(at.day, each.disconnection, each.loneliness, each.low_mood, each.heard)
                    for at, each in zip(person.readings, order, strict=True)
                ]
            )
    return false_rate(rule, lives)


def risen_found(rule: Rule, people: Sequence[Person], height: float, begin: int) -> Found:
    """The rule on the people as they are, with a rise laid upon all series from a day of their record on."""
    lives: list[Life] = []
    begins = []
    for person in people:
        first = person.readings[0].day.toordinal()
        added = [_spread(person, series) * height for series in Series]
        lives.append(
            [
                _raised(
                    each, each.day.toordinal() - first, added if each.day.toordinal() - first >= begin else (0, 0, 0)
                )
                for each in person.readings
            ]
        )
        begins.append(FIRST_ORDINAL + begin)
    return found(rule, lives, begins)


def _drawn_false(rule: Rule, drawn: Drawn) -> FalseRate:
    return false_rate(rule, drawn.draw(YEAR, "steady"), YEAR)


def _drawn_found(rule: Rule, drawn: Drawn, height: float) -> Found:
    lives = drawn.draw(AFTER_FIVE_MONTHS + 60, "rising", height, AFTER_FIVE_MONTHS)
    return found(rule, lives, [FIRST_ORDINAL + AFTER_FIVE_MONTHS] * len(lives))


def print_real(pool: Pool, people: Sequence[Person], count: int) -> None:
    """All tables of the file."""
    answered = {series: sum(_has(person, series) for person in people) for series in Series}
    lengths = sorted(len(person.readings) for person in people)
    print(
        "\n## The file\n"
        f"{len(people)} people, {sum(lengths)} days in it ({lengths[0]} to {lengths[-1]} a person); "
        + ", ".join(f"{series.value} of {number} people" for series, number in answered.items())
    )
    observed = [person for person in people if any(reading.observed for reading in person.readings)]
    if not observed:
        print("\nNobody answered anything: there is nothing to try on these people.")
        return
    _print_false(pool, observed)
    _print_as_they_are(pool, observed)
    able = tuple(
        person
        for person in observed
        if sum(reading.observed for reading in person.readings) >= LEAST_ANSWERED
        and any(_spread(person, series) > 0 for series in Series)
    )
    if not able:
        print(f"\nNobody has {LEAST_ANSWERED} answered days that vary: no rise is laid upon days drawn again.")
        return
    left_out = len(observed) - len(able)
    if len(able) > count:
        able = tuple(Random("some of many").sample(able, count))
    _print_drawn(pool, able, left_out, count)


def _has(person: Person, series: Series) -> bool:
    return any(reading.value(series) is not None for reading in person.readings)


def _print_false(pool: Pool, people: Sequence[Person]) -> None:
    days = sum(len(person.readings) for person in people)
    times = max(5, min(MOST_SHUFFLES, SHUFFLED_DAYS // max(1, days)))
    rules: list[Rule] = [*(ours(sensitivity) for sensitivity in Sensitivity), *FROM_BOOKS]
    as_they_are = [false_rate(rule, [person.readings for person in people]) for rule in rules]
    shuffled = pool.run([partial(shuffled_rate, rule, people, times) for rule in rules])
    budgets = [*(WANTED[sensitivity].false for sensitivity in Sensitivity), *(None for _ in FROM_BOOKS)]
    rows = []
    for rule, budget, real, mixed in zip(rules, budgets, as_they_are, shuffled, strict=True):
        verdict = "" if budget is None else "yes" if mixed.per_hundred <= budget else "NO"
        wanted = "" if budget is None else f"{budget:g}"
        rows.append((rule.name, wanted, tables.rate_with_interval(real), tables.rate(mixed), verdict))
    print(
        "\nFalse suggestions per 100 user-months after the first 28 days, as these people are (no event is known;\n"
        f"with the 95 % interval) and with their days shuffled {times} times:\n"
    )
    print(tables.table(("rule", "budget", "as they are", "shuffled", "within"), rows), flush=True)
    if not as_they_are[0].months:
        print("No record here is longer than the first baseline: nothing can be said of false suggestions.")


def _print_as_they_are(pool: Pool, people: Sequence[Person]) -> None:
    varying = [person for person in people if any(_spread(person, series) > 0 for series in Series)]
    begin, able = FIRST_DAYS, _lasting(varying, FIRST_DAYS)
    for later in (AFTER_TWO_MONTHS, AFTER_FIVE_MONTHS):
        if 2 * len(lasting := _lasting(varying, later)) >= len(able):
            begin, able = later, lasting
    if not able:
        print("\nNo record here varies and is long enough to lay a rise upon the people as they are.")
        return
    longest = max(_length(person) for person in able)
    rules: list[Rule] = [*(ours(sensitivity) for sensitivity in Sensitivity), *FROM_BOOKS]
    cells = pool.run([partial(risen_found, rule, able, height, begin) for rule in rules for height in COMPARED_HEIGHTS])
    rows = [
        (rule.name, *(tables.share(each) for each in cells[3 * place : 3 * place + 3]))
        for place, rule in enumerate(rules)
    ]
    print(
        f"\nA rise laid upon {len(able)} people as they are, from their day {begin + 1} on: the share with a\n"
        f"suggestion within 21 days, or before the record ends (after {longest - begin} days at most).\n"
    )
    print(tables.table(("rule", ".5 SD", "1 SD", "1.5 SD"), rows), flush=True)


def _lasting(people: Sequence[Person], begin: int) -> list[Person]:
    """Those of whom there are days enough after this one to see a rise."""
    return [person for person in people if _length(person) > begin + POWER_DAYS // 2]


def _length(person: Person) -> int:
    return (person.readings[-1].day - person.readings[0].day).days + 1


def _print_drawn(pool: Pool, able: tuple[Person, ...], left_out: int, count: int) -> None:
    drawn = Drawn(able, count)
    rules = [ours(sensitivity) for sensitivity in Sensitivity]
    print(
        "\n## Settings, the people of the file\n"
        f"{len(able)} people ({left_out} left out, who answered too little or never vary), each lived on by blocks of\n"
        "a week drawn from their own days, 30 % of days missing; a rise is laid upon all series, in their own SD,\n"
        f"after five months. About {drawn.lives} lives in each cell.\n"
    )
    reached = _reach(pool, rules, drawn)
    who = "people of the file"
    entries = [(sensitivity, who, each) for sensitivity, each in zip(Sensitivity, reached, strict=True)]
    print(settings_table(entries), flush=True)
    if any(each.missed(WANTED[sensitivity]) for sensitivity, _, each in entries):
        print("\nThe curve, people of the file: what other limits reach.\n")
        curve = _reach(pool, [ours_at(level) for level in CURVE_LEVELS], drawn)
        lines = [
            (f"{level:.1f}", tables.rate(each.false), *(tables.share(power) for power in each.power))
            for level, each in zip(CURVE_LEVELS, curve, strict=True)
        ]
        print(tables.table(("limit", "false", "1 SD", "1.5 SD"), lines), flush=True)
    _print_compared(pool, drawn)


def _reach(pool: Pool, rules: Sequence[Ours], drawn: Drawn) -> list[Reached]:
    false = pool.run([partial(_drawn_false, rule, drawn) for rule in rules])
    power = pool.run([partial(_drawn_found, rule, drawn, height) for rule in rules for height in HEIGHTS])
    return [Reached(each, (power[2 * place], power[2 * place + 1])) for place, each in enumerate(false)]


def _print_compared(pool: Pool, drawn: Drawn) -> None:
    usual = ours(Sensitivity.USUAL)
    budget = _drawn_false(usual, drawn).suggestions
    steady = drawn.draw(YEAR, "steady")
    rules: list[Rule] = [usual, *(matched(growing(chart), steady, budget) for chart in FROM_BOOKS)]
    variants = [(rule, replace(drawn, missing=missing)) for rule in rules for missing in MISSING]
    false = pool.run([partial(_drawn_false, rule, each) for rule, each in variants])
    power = pool.run(
        [partial(_drawn_found, rule, each, height) for rule, each in variants for height in COMPARED_HEIGHTS]
    )
    rows = [
        compared_row(rule.name, each.missing, false[place], power[3 * place : 3 * place + 3])
        for place, (rule, each) in enumerate(variants)
    ]
    print("\nThe same people beside other charts, at as many false suggestions with 30 % of days missing:\n")
    print(tables.table(HEADINGS, rows), flush=True)
