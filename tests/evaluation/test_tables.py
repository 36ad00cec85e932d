"""The evaluation measures what it says, the same each time, and prints all tables for a small file of any kind."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from evaluation import tables
from evaluation.measures import FalseRate, Found
from evaluation.people import Kind, courses
from evaluation.rules import suggestions_above
from evaluation.settings import Reached, settings_table
from herwidget.core.signals.sensitivity import Sensitivity

ROOT = Path(__file__).parents[2]


def test_the_same_seed_gives_the_same_people() -> None:
    assert courses(Kind(2), 3, 50, "a") == courses(Kind(2), 3, 50, "a")
    assert courses(Kind(2), 3, 50, "a") != courses(Kind(2), 3, 50, "b")


def test_made_up_people_are_as_they_are_said_to_be() -> None:
    people = courses(Kind(2), 60, 400, "a")
    days = [values for course in people for _, values in course]
    assert len(days) == pytest.approx(60 * 400 * 0.7, rel=0.03)
    variance = [sum(values[series] ** 2 for values in days) / len(days) for series in (0, 1)]
    together = sum(one * other for one, other in days) / len(days)
    pairs = [
        (values[0], later[0])
        for course in people
        for (day, values), (next_day, later) in pairwise(course)
        if next_day == day + 1
    ]
    assert variance == pytest.approx([1, 1], abs=0.05) and together == pytest.approx(0.5, abs=0.05)
    assert sum(one * other for one, other in pairs) / len(pairs) == pytest.approx(0.3, abs=0.05)


@pytest.mark.parametrize(("count", "low", "high"), [(0, 0.0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.39)])
def test_the_interval_is_the_published_one(count: int, low: float, high: float) -> None:
    # Garwood 1936, for a count in 100 months.
    assert FalseRate(count, 100).interval == pytest.approx((low, high), abs=0.005)


@pytest.mark.parametrize(("share", "text"), [(0.0, ".00"), (0.434, ".43"), (0.996, "1.00"), (1.0, "1.00")])
def test_shares_are_two_digits(share: float, text: str) -> None:
    assert tables.share(Found(share, 100, 5.0)) == text


def test_suggestions_above_a_threshold_keep_the_quiet() -> None:
    figures = [(day, 1.0 if day != 30 else 0.0) for day in range(1, 60)]
    assert list(suggestions_above(iter(figures), 0.5)) == [1, 15, 31, 45]


def test_a_setting_that_is_missed_is_said() -> None:
    good = Reached(FalseRate(5, 100), (Found(0.7, 100, 12), Found(0.95, 100, 8)))
    bad = Reached(FalseRate(7, 100), (Found(0.6, 100, 12), Found(0.95, 100, 8)))
    text = settings_table([(Sensitivity.USUAL, "these", good), (Sensitivity.USUAL, "those", bad)])
    assert "MISSED: usual, those: false suggestions 7.0 > 6." in text
    assert "MISSED: usual, those: power at 1 SD 0.600 < 0.67" in text
    assert "usual, these" not in text
    assert "No setting is missed." in settings_table([(Sensitivity.USUAL, "these", good)])


@pytest.mark.parametrize(
    "rows",
    [
        "a,3,,,\n",
        "a,3,5,,\na,4,,,7\n",
        "".join(f"a,{day},0,0,0\n" for day in range(60)),
        "".join(f"{who},{day},,{25 * (day % 7 == who)},\n" for who in range(3) for day in range(50)),
    ],
    ids=["nothing answered", "two days", "never varying", "piled up"],
)
def test_every_file_gets_its_tables(tmp_path: Path, rows: str) -> None:
    path = tmp_path / "days.csv"
    path.write_text("person,day,disconnection,loneliness,low_mood\n" + rows, encoding="utf-8")
    command = [sys.executable, "-m", "evaluation", str(path), "--people", "10"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    for heading in ("## Settings, made-up people", "## The file", "## Beside other charts", "## Other situations"):
        assert heading in done.stdout
    assert "Ten years of days" in done.stdout and "nan" not in done.stdout
