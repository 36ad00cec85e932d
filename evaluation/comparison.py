"""Herwidget's rule beside the charts from the books, on made-up people with one series."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from evaluation import tables
from evaluation.measures import FalseRate, Found, false_rate, found
from evaluation.people import FIRST_ORDINAL, Kind, Rise, courses, lives
from evaluation.rules import FROM_BOOKS, FromBooks, Life, Rule, growing, ours, suggestions_above
from evaluation.settings import AFTER_FIVE_MONTHS, YEAR
from evaluation.work import Pool
from herwidget.core.signals.sensitivity import Sensitivity

HEIGHTS = (0.5, 1.0, 1.5)
MISSING = (0.0, 0.3, 0.5)
AFTER_TWO_MONTHS = 60


def false_cell(rule: Rule, kind: Kind, people: int) -> FalseRate:
    """One cell: a year without events."""
    return false_rate(rule, lives(courses(kind, people, YEAR, "compared")), YEAR)


def power_cell(rule: Rule, kind: Kind, people: int, height: float, begin: int) -> Found:
    """One cell: a rise."""
    risen = lives(courses(kind, people, begin + 60, "compared, rising"), Rise(begin, height))
    return found(rule, risen, [FIRST_ORDINAL + begin] * people)


def matched(chart: FromBooks, steady: Sequence[Life], suggestions: int) -> FromBooks:
    """The chart with the lowest threshold that makes no more suggestions to these people than so many."""
    figures = [list(chart.figures(life)) for life in steady]
    low, high = 0.0, 200.0
    for _ in range(14):
        middle = (low + high) / 2
        made = sum(1 for each in figures for _ in suggestions_above(iter(each), middle))
        low, high = (middle, high) if made > suggestions else (low, middle)
    return replace(chart, name=f"{chart.name}, above {high:.2f}", threshold=high)


def _matched(chart: FromBooks, kind: Kind, people: int, suggestions: int) -> FromBooks:
    return matched(chart, lives(courses(kind, people, YEAR, "compared")), suggestions)


HEADINGS = ("rule", "missing", "false", ".5 SD", "1 SD", "1.5 SD", "delay .5", "1", "1.5")


def print_comparison(pool: Pool, people: int) -> None:
    """The table of comparison, after five months and after two."""
    kind = Kind(1)
    usual = ours(Sensitivity.USUAL)
    budget = false_cell(usual, kind, people).suggestions
    as_many = pool.run([partial(_matched, growing(chart), kind, people, budget) for chart in FROM_BOOKS])
    rules: list[tuple[Rule, int]] = [
        *((ours(each), 1) for each in Sensitivity),
        (replace(usual, name="Herwidget, usual, three series"), 3),
        *((each, 1) for each in as_many),
        *((each, 1) for each in FROM_BOOKS),
    ]
    print(
        "\n## Beside other charts, made-up people\n"
        f"One series unless said otherwise; {people} people in each cell. The other charts have a growing baseline\n"
        "(the last 365 days less the newest 21) and a threshold that makes as many false suggestions as Herwidget's\n"
        "usual setting with 30 % of days missing; below that they are as in the books, with a baseline of the first\n"
        "28 days. False suggestions per 100 user-months, power within 21 days, median delay in days (– where fewer\n"
        "than half were found within 60 days)."
    )
    for begin, when, missing in ((AFTER_FIVE_MONTHS, "five months", MISSING), (AFTER_TWO_MONTHS, "two months", (0.3,))):
        cells = [(rule, Kind(series, share)) for rule, series in rules for share in missing]
        false = pool.run([partial(false_cell, rule, kind, people) for rule, kind in cells])
        power = pool.run(
            [partial(power_cell, rule, kind, people, height, begin) for rule, kind in cells for height in HEIGHTS]
        )
        print(f"\nA rise after {when}:\n")
        rows = [
            compared_row(rule.name, kind.missing, false[place], power[3 * place : 3 * place + 3])
            for place, (rule, kind) in enumerate(cells)
        ]
        print(tables.table(HEADINGS, rows), flush=True)


def compared_row(name: str, missing: float, false: FalseRate, power: Sequence[Found]) -> tuple[str, ...]:
    """One line of the comparison."""
    shares, delays = [tables.share(each) for each in power], [tables.delay(each) for each in power]
    return name, f"{missing:.0%}", tables.rate(false), *shares, *delays
