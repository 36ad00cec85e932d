"""What else may happen to a person's answers, and what the rule makes of it at each setting."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from math import exp, isinf
from statistics import median

from evaluation import tables
from evaluation.measures import false_rate, found
from evaluation.people import (
    FIRST_ORDINAL,
    Course,
    Kind,
    Rise,
    Slide,
    TwoRises,
    WildDay,
    courses,
    day_of,
    lives,
    ordinary,
    piled,
)
from evaluation.rules import Ours, ours
from evaluation.settings import AFTER_FIVE_MONTHS, YEAR
from evaluation.work import Pool
from herwidget.core.signals.detector import Detector
from herwidget.core.signals.readings import DayReading
from herwidget.core.signals.reasons import SignalState
from herwidget.core.signals.sensitivity import Sensitivity
from herwidget.core.solitude import CONTENT_DAYS, SolitudeTold, is_alone_by_choice

WHOLE = Kind(3)
Situation = Callable[[Ours, int], str]


def slide(days: int, rule: Ours, people: int) -> str:
    """A slow slide: the share named by three weeks after its end, the same without a slide, the median day."""
    steady = courses(WHOLE, people, AFTER_FIVE_MONTHS + days + 21, "slide")
    begin = FIRST_ORDINAL + AFTER_FIVE_MONTHS
    sliding = [_first_from(rule, life, begin) for life in lives(steady, Slide(AFTER_FIVE_MONTHS, days))]
    without = [_first_from(rule, life, begin) for life in lives(steady)]
    middle = median(sliding)
    named = sum(not isinf(each) for each in sliding) / people
    anyway = sum(not isinf(each) for each in without) / people
    return f"{named:.2f} ({anyway:.2f}), day {'–' if isinf(middle) else f'{middle:.0f}'}"


def _first_from(rule: Ours, life: list[DayReading], begin: int) -> float:
    return next((day - begin for day in rule.suggestions(life) if day >= begin), float("inf"))


def never_varying(rule: Ours, people: int) -> str:
    """Every answer the same for a year."""
    total = sum(_count(rule, [_same(day, answer) for day in range(YEAR)]) for answer in (0.0, 20.0, 50.0, 100.0))
    return f"{total}"


def one_bad_evening(rule: Ours, people: int) -> str:
    """Every answer the same for a year, but for one evening as bad as can be."""
    total = 0
    for answer in (0.0, 20.0, 50.0):
        life = [_same(day, 100.0 if day == AFTER_FIVE_MONTHS else answer) for day in range(YEAR)]
        total += _count(rule, life)
    return f"{total}"


def _same(day: int, answer: float) -> DayReading:
    return DayReading(day_of(day), answer, answer, answer)


def _count(rule: Ours, life: list[DayReading]) -> int:
    return sum(1 for _ in rule.suggestions(life))


def wild_day(rule: Ours, people: int) -> str:
    """One day eight deviations out: the share with a suggestion in the fortnight after, and without the day."""
    steady = courses(replace(WHOLE, missing=0.0), people, AFTER_FIVE_MONTHS + 60, "wild day")
    begins = [FIRST_ORDINAL + AFTER_FIVE_MONTHS] * people
    wild = found(rule, lives(steady, WildDay(AFTER_FIVE_MONTHS, 8.0)), begins, 14)
    without = found(rule, lives(steady), begins, 14)
    return f"{wild.share:.3f} ({without.share:.3f})"


def other_use(rule: Ours, people: int) -> str:
    """From a day on a person answers higher for good: suggestions a person in the half year after it."""
    return _after_change(rule, people, None)


def other_use_told(rule: Ours, people: int) -> str:
    """The same, where the person says "this is my new usual" 30 days later."""
    return _after_change(rule, people, AFTER_FIVE_MONTHS + 30)


def _after_change(rule: Ours, people: int, told: int | None) -> str:
    rule = replace(rule, fresh_start=None if told is None else _told_on(told))
    changed = lives(
        courses(replace(WHOLE, missing=0.0), people, AFTER_FIVE_MONTHS + 182, "scale"), Rise(AFTER_FIVE_MONTHS, 1.0)
    )
    begin = FIRST_ORDINAL + AFTER_FIVE_MONTHS
    return f"{sum(day >= begin for life in changed for day in rule.suggestions(life)) / people:.2f}"


def _told_on(day: int) -> int:
    return FIRST_ORDINAL + day


def wider_use(rule: Ours, people: int) -> str:
    """From a day on all answers lie twice as far from the same middle: suggestions per 100 user-months from then."""
    stretched: list[Course] = [
        [(day, tuple(value * (2 if day >= AFTER_FIVE_MONTHS else 1) for value in values)) for day, values in course]
        for course in courses(WHOLE, people, YEAR, "wider")
    ]
    begin = FIRST_ORDINAL + AFTER_FIVE_MONTHS
    made = sum(day >= begin for life in lives(stretched) for day in rule.suggestions(life))
    return f"{100 * made / (people * (YEAR - AFTER_FIVE_MONTHS) / 30):.1f}"


def piled_false(series: int, rule: Ours, people: int) -> str:
    """86 % of all answers the lowest: suggestions per 100 user-months."""
    return tables.rate(false_rate(rule, lives(courses(Kind(series), people, YEAR, "piled"), scale=piled), YEAR))


def piled_power(rule: Ours, people: int) -> str:
    """The same with a rise: the latent value by 1 and by 1.5 deviations."""
    begins = [FIRST_ORDINAL + AFTER_FIVE_MONTHS] * people
    steady = courses(WHOLE, people, AFTER_FIVE_MONTHS + 60, "piled, rising")
    shares = [
        tables.share(found(rule, lives(steady, Rise(AFTER_FIVE_MONTHS, height), piled), begins))
        for height in (1.0, 1.5)
    ]
    return " · ".join(shares)


def skewed(rule: Ours, people: int) -> str:
    """Answers with a long tail upwards: suggestions per 100 user-months."""
    return tables.rate(false_rate(rule, lives(courses(WHOLE, people, YEAR, "skewed"), scale=_long_tail), YEAR))


def _long_tail(value: float) -> float:
    return min(100.0, 20.0 * exp(0.6 * value))


def persistent(persistence: float, rule: Ours, people: int) -> str:
    """Days that follow more, or less, upon each other: suggestions per 100 user-months."""
    kind = replace(WHOLE, persistence=persistence)
    return tables.rate(false_rate(rule, lives(courses(kind, people, YEAR, "persistence")), YEAR))


def later_years(rule: Ours, people: int) -> str:
    """Suggestions per 100 user-months in the second and third year."""
    steady = lives(courses(WHOLE, people // 2, 3 * YEAR, "later years"))
    made = sum(day >= FIRST_ORDINAL + YEAR for life in steady for day in rule.suggestions(life))
    return f"{100 * made / (people // 2 * 2 * YEAR / 30):.1f}"


def second_rise(rule: Ours, people: int) -> str:
    """Two months of a rise of 1.25 deviations, three months as before, and the rise again: the share found again."""
    lived = lives(courses(WHOLE, people, AFTER_FIVE_MONTHS + 210, "second rise"), TwoRises(AFTER_FIVE_MONTHS, 1.25))
    return tables.share(found(rule, lived, [FIRST_ORDINAL + AFTER_FIVE_MONTHS + 150] * people))


def only_connection(rule: Ours, people: int) -> str:
    """A rise of 1 and of 1.5 deviations in felt connection alone, where three series are answered."""
    return _one_of_three(0, rule, people)


def only_mood(rule: Ours, people: int) -> str:
    """The same in the mood alone."""
    return _one_of_three(2, rule, people)


def _one_of_three(series: int, rule: Ours, people: int) -> str:
    shares = []
    for height in (1.0, 1.5):
        rise = Rise(AFTER_FIVE_MONTHS, height)
        risen: list[Course] = [
            [
                (day, tuple(value + rise(day) * (place == series) for place, value in enumerate(values)))
                for day, values in course
            ]
            for course in courses(WHOLE, people, AFTER_FIVE_MONTHS + 60, "one of three")
        ]
        shares.append(tables.share(found(rule, lives(risen), [FIRST_ORDINAL + AFTER_FIVE_MONTHS] * people)))
    return " · ".join(shares)


def alone_by_choice(told: SolitudeTold | None, rule: Ours, people: int) -> str:
    """Nobody heard all year, felt connection 80 and mood 65 (give or take 8 and 12): people with any suggestion.

    `told` is what they tell of their time alone; the detector does not know it, the program asks it besides.
    """
    some = 0
    for course in courses(Kind(2), people, YEAR, "alone by choice"):
        life = [
            DayReading(
                day_of(day), min(100.0, max(0.0, 20 + 8 * far)), None, max(0.0, ordinary(mood) - 10), heard=False
            )
            for day, (far, mood) in course
        ]
        some += _is_ever_suggested(rule, life, told)
    return f"{some} of {people}"


def _is_ever_suggested(rule: Ours, life: list[DayReading], told: SolitudeTold | None) -> bool:
    detector = Detector(tuning=rule.tuning)
    for place, reading in enumerate(life):
        detector.advance(reading)
        if detector.state is SignalState.REACH_OUT:
            lately = life[max(0, place - CONTENT_DAYS) : place + 1]
            if told is None or not is_alone_by_choice(detector.verdict, lately, told, reading.day):
                return True
    return False


SITUATIONS: dict[str, Situation] = {
    "slide of 1.5 SD over 30 days: named by 21 days after (no slide), median day": partial(slide, 30),
    "slide over 60 days": partial(slide, 60),
    "slide over 120 days": partial(slide, 120),
    "rise in felt connection alone, 1 · 1.5 SD: power": only_connection,
    "rise in mood alone, 1 · 1.5 SD: power": only_mood,
    "a second rise of 1.25 SD, after one of two months: power": second_rise,
    "never varying, a year: suggestions": never_varying,
    "never varying but for one evening: suggestions": one_bad_evening,
    "one wild day: suggested in 14 days (without it)": wild_day,
    "answers 1 SD higher for good: suggestions in half a year": other_use,
    "the same, told as the new usual after 30 days": other_use_told,
    "answers spread twice as wide for good: false per 100 months": wider_use,
    "86 % of answers the lowest, one series: false": partial(piled_false, 1),
    "86 % of answers the lowest, three series: false": partial(piled_false, 3),
    "86 % of answers the lowest, three series: power 1 · 1.5 SD": piled_power,
    "answers with a long tail: false": skewed,
    "days independent of each other: false": partial(persistent, 0.0),
    "days with persistence .6: false": partial(persistent, 0.6),
    "the second and third year: false": later_years,
    "alone by choice, a year, by the detector alone: people with any suggestion": partial(alone_by_choice, None),
    "the same, as they also tell that time alone is welcome": partial(alone_by_choice, SolitudeTold(welcome=4)),
}


def print_situations(pool: Pool, people: int) -> None:
    """The table of situations, at each setting."""
    rules = [ours(sensitivity) for sensitivity in Sensitivity]
    cells = pool.run([partial(situation, rule, people) for situation in SITUATIONS.values() for rule in rules])
    rows = [(name, *cells[place * 3 : place * 3 + 3]) for place, name in enumerate(SITUATIONS)]
    print(
        "\n## Other situations, made-up people with three series\n"
        f"{people} people in each cell; what happens begins after five months; 30 % of days missing where not said.\n"
    )
    print(tables.table(("situation", *(sensitivity.value for sensitivity in Sensitivity)), rows), flush=True)
