"""The settings table: what each setting is to reach, beside what it reaches."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from evaluation import tables
from evaluation.measures import FalseRate, Found, false_rate, found
from evaluation.people import FIRST_ORDINAL, Kind, Rise, courses, lives
from evaluation.rules import Ours, ours, ours_at
from evaluation.work import Pool
from herwidget.core.signals.sensitivity import Sensitivity

YEAR = 365
AFTER_FIVE_MONTHS = 150
PEOPLE = 1500
HEIGHTS = (1.0, 1.5)
CURVE_LEVELS = (1.6, 1.8, 2.0, 2.2, 2.4, 2.6)


@dataclass(frozen=True)
class Wanted:
    """What a setting is to reach: suggestions per 100 user-months at most, and power for a rise of 1 and of 1.5 SD."""

    false: float
    power: tuple[float, float]


WANTED = {
    Sensitivity.QUIET: Wanted(2, (0.45, 0.82)),
    Sensitivity.USUAL: Wanted(6, (0.67, 0.93)),
    Sensitivity.SOONER: Wanted(12, (0.80, 0.97)),
}


@dataclass(frozen=True)
class Reached:
    """What a rule reaches with some people."""

    false: FalseRate
    power: tuple[Found, Found]

    def missed(self, wanted: Wanted) -> list[str]:
        """What of the wanted is missed, in words."""
        texts = []
        if self.false.per_hundred > wanted.false:
            texts.append(f"false suggestions {self.false.per_hundred:.1f} > {wanted.false:g}")
        for height, power, want in zip(HEIGHTS, self.power, wanted.power, strict=True):
            if power.share < want:
                texts.append(
                    f"power at {height:g} SD {power.share:.3f} < {want:.2f} (standard error {power.error:.3f})"
                )
        return texts


KINDS = {
    "felt connection, loneliness, mood": Kind(3),
    "felt connection, mood": Kind(2),
    "one series alone": Kind(1),
}


def false_of_kind(rule: Ours, kind: Kind, people: int = PEOPLE, days: int = YEAR) -> FalseRate:
    """A rule among made-up people to whom nothing happens."""
    return false_rate(rule, lives(courses(kind, people, days, "steady")), days)


def found_of_kind(rule: Ours, kind: Kind, height: float, begin: int = AFTER_FIVE_MONTHS, people: int = PEOPLE) -> Found:
    """A rule among made-up people who rise on a day."""
    risen = lives(courses(kind, people, begin + 60, "rising"), Rise(begin, height))
    return found(rule, risen, [FIRST_ORDINAL + begin] * people)


def reach(pool: Pool, rules: Sequence[Ours], kinds: Sequence[Kind], people: int) -> list[Reached]:
    """What rules reach with people of some kinds, rule by rule."""
    pairs = [(rule, kind) for rule in rules for kind in kinds]
    false = pool.run([partial(false_of_kind, rule, kind, people) for rule, kind in pairs])
    power = pool.run(
        [
            partial(found_of_kind, rule, kind, height, AFTER_FIVE_MONTHS, people)
            for rule, kind in pairs
            for height in HEIGHTS
        ]
    )
    return [Reached(each, (power[2 * place], power[2 * place + 1])) for place, each in enumerate(false)]


def settings_table(entries: Sequence[tuple[Sensitivity, str, Reached]]) -> str:
    """The table, and below it what is missed."""
    rows = []
    missed = []
    for sensitivity, who, reached in entries:
        wanted = WANTED[sensitivity]
        texts = reached.missed(wanted)
        rows.append(
            (
                sensitivity.value,
                who,
                f"{wanted.false:g}",
                tables.rate(reached.false),
                *(
                    text
                    for want, power in zip(wanted.power, reached.power, strict=True)
                    for text in (f"{want:.2f}"[1:], tables.share(power))
                ),
                "MISSED" if texts else "met",
            )
        )
        missed += [f"MISSED: {sensitivity.value}, {who}: {text}." for text in texts]
    headings = (
        "setting",
        "people",
        "false, at most",
        "reached",
        "1 SD, wanted",
        "reached",
        "1.5 SD, wanted",
        "reached",
        "",
    )
    text = tables.table(headings, rows)
    return "\n".join([text, *missed] if missed else [text, "No setting is missed."])


def print_settings(pool: Pool, people: int) -> None:
    """The settings table of made-up people, and the curve of the kinds that miss a setting."""
    print(
        "\n## Settings, made-up people\n"
        "AR(1) day means, persistence .3, 30 % of days missing; two and three series go together at .5. False\n"
        "suggestions per 100 user-months of a year without events; power: a suggestion within 21 days of a rise of\n"
        f"all series after five months. {people} people in each cell.\n"
    )
    rules = [ours(sensitivity) for sensitivity in Sensitivity]
    reached = iter(reach(pool, rules, list(KINDS.values()), people))
    entries = [(sensitivity, who, next(reached)) for sensitivity in Sensitivity for who in KINDS]
    print(settings_table(entries), flush=True)
    missing = {who for sensitivity, who, each in entries if each.missed(WANTED[sensitivity])}
    for who in (who for who in KINDS if who in missing):
        print(f"\nThe curve, {who}: what other limits reach.\n")
        curve = reach(pool, [ours_at(level) for level in CURVE_LEVELS], [KINDS[who]], people)
        rows = [
            (f"{level:.1f}", tables.rate(each.false), *(tables.share(power) for power in each.power))
            for level, each in zip(CURVE_LEVELS, curve, strict=True)
        ]
        print(tables.table(("limit", "false", "1 SD", "1.5 SD"), rows), flush=True)
