"""Ranges of days: their lengths, how finely they are shown, and that cutting them loses no day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.history.ranges import Days, Grain, Range, days_of, first_range, grain_of, parts
from tests.core.history.days_told import some_days

LAST = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("shown", "first"),
    [
        (Range.WEEK, date(2026, 11, 17)),
        (Range.MONTH, date(2026, 10, 25)),
        (Range.QUARTER, date(2026, 8, 25)),
        (Range.YEAR, date(2025, 11, 24)),
        (Range.ALL, date(2021, 2, 3)),
    ],
)
def test_a_range_ends_on_its_last_day(shown: Range, first: date) -> None:
    assert days_of(shown, LAST, date(2021, 2, 3)) == Days(first, LAST)


@pytest.mark.parametrize("first_told", [None, LAST, LAST - timedelta(days=3), LAST + timedelta(days=2)])
def test_all_is_a_week_at_least(first_told: date | None) -> None:
    assert days_of(Range.ALL, LAST, first_told) == days_of(Range.WEEK, LAST, first_told)


@pytest.mark.parametrize(
    ("days", "shown"), [(1, "week"), (7, "week"), (8, "month"), (30, "month"), (31, "3m"), (92, "3m"), (4000, "3m")]
)
def test_what_is_shown_first_holds_all_that_was_told_up_to_three_months(days: int, shown: str) -> None:
    assert first_range(LAST, LAST - timedelta(days=days - 1)) == shown
    assert first_range(LAST, None) is Range.QUARTER


@pytest.mark.parametrize(
    ("count", "grain"),
    [(1, Grain.DAY), (400, Grain.DAY), (401, Grain.WEEK), (2400, Grain.WEEK), (2401, Grain.MONTH)],
)
def test_longer_ranges_are_shown_in_weeks_and_months(count: int, grain: Grain) -> None:
    assert grain_of(Days(LAST - timedelta(days=count - 1), LAST)) is grain


def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    days = Days(date(2024, 2, 28), date(2024, 3, 12))
    assert [(one.first.day, one.last.day) for one in parts(days, Grain.WEEK)] == [(28, 3), (4, 10), (11, 12)]
    assert [(one.first.day, one.last.day) for one in parts(days, Grain.MONTH)] == [(28, 29), (1, 12)]
    assert parts(Days(date(2025, 12, 31), date(2026, 1, 1)), Grain.MONTH) == [
        Days(date(2025, 12, 31), date(2025, 12, 31)),
        Days(date(2026, 1, 1), date(2026, 1, 1)),
    ]


@given(some_days, st.sampled_from(Grain))
def test_parts_cover_each_day_once(days: Days, grain: Grain) -> None:
    cut = parts(days, grain)
    assert (cut[0].first, cut[-1].last, sum(one.count for one in cut)) == (days.first, days.last, days.count)
    for one, after in pairwise(cut):
        assert after.first == one.last + timedelta(days=1)
    for one in cut:
        assert one.count == 1 or grain is not Grain.DAY
        assert one.first.isocalendar()[:2] == one.last.isocalendar()[:2] or grain is not Grain.WEEK
        assert (one.first.year, one.first.month) == (one.last.year, one.last.month) or grain is not Grain.MONTH


@given(some_days, st.integers(-400, 400))
def test_moved_days_stay_as_many(days: Days, by: int) -> None:
    moved = days.moved(by)
    assert moved.count == days.count and (moved.last - days.last).days == by
    assert days.first in days and days.last in days
    assert days.first - timedelta(days=1) not in days and days.last + timedelta(days=1) not in days
