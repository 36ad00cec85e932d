"""Differences between moods: what they rest on, how sure they are, and that too few claim nothing."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.history.differences import (
    LEAST_PAIRS,
    Difference,
    Direction,
    Span,
    after_being_with,
    difference,
    fortnights_compared,
    span,
)
from herwidget.core.history.records import DaySummary, MoodPair
from herwidget.core.questions import HeardHow
from tests.core.history.days_told import day, summaries, told

steps = st.integers(-4, 4).map(float)


def test_known_answer() -> None:
    # Mean 4.5, standard deviation sqrt(6), t(7, 97.5 %) = 2.364624: half the interval is 2.047825.
    one = difference([1, 2, 3, 4, 5, 6, 7, 8])
    assert (one.pairs, one.mean) == (8, 4.5)
    assert (one.low, one.high) == pytest.approx((2.452175, 6.547825), abs=1e-5)
    assert one.direction is Direction.LIGHTER


@given(st.lists(steps, max_size=LEAST_PAIRS - 1))
def test_below_eight_pairs_nothing_is_claimed(values: list[float]) -> None:
    one = difference(values)
    assert one == Difference(len(values), None, None, None) and one.direction is Direction.TOO_FEW


@given(st.lists(steps, min_size=LEAST_PAIRS, max_size=60))
def test_lighter_and_heavier_are_said_of_whole_intervals_only(values: list[float]) -> None:
    one = difference(values)
    assert one.mean == pytest.approx(sum(values) / len(values))
    assert one.low is not None and one.high is not None and one.mean is not None
    assert one.low < one.mean < one.high
    assert (one.direction is Direction.LIGHTER) is (one.low > 0)
    assert (one.direction is Direction.HEAVIER) is (one.high < 0)
    mirrored = difference([-value for value in values])
    assert (mirrored.low, mirrored.high) == pytest.approx((-one.high, -one.low))


@pytest.mark.parametrize(
    ("value", "direction"), [(1.0, Direction.LIGHTER), (-1.0, Direction.HEAVIER), (0.0, Direction.UNCLEAR)]
)
def test_pairs_that_are_all_alike_still_have_an_interval(value: float, direction: Direction) -> None:
    one = difference([value] * 8)
    assert one.mean == value and one.direction is direction
    assert one.low == pytest.approx(value - 0.1) and one.high == pytest.approx(value + 0.1)


def test_each_person_has_their_own_pairs() -> None:
    pairs = [MoodPair(7, day(n), 2, 4) for n in range(8)] + [MoodPair(9, day(n), 4, 3) for n in range(7)]
    pairs += [MoodPair(None, day(n), 3, 2 + n % 2) for n in range(8)]
    found = after_being_with(pairs)
    assert set(found) == {7, 9, None}
    assert (found[7].mean, found[7].direction) == (2.0, Direction.LIGHTER)
    assert (found[9].pairs, found[9].mean) == (7, None)
    assert found[None].mean == -0.5
    assert after_being_with([]) == {}


def test_a_span_counts_days_by_what_was_told_on_them() -> None:
    days = [told(0, 1, 3, heard=HeardHow.CALL), told(1, 5), told(2, heard=HeardHow.KEPT), told(3)]
    assert span(days) == Span(days_told=2, days_heard=1, days_with_mood=2, mean=3.5)
    assert span([]) == Span(0, 0, 0, None)


def test_fortnights_pair_the_same_weekdays() -> None:
    # The fortnight before is days 0 to 13, the last one 14 to 27; the ends beyond them do not count.
    days = [told(-1, 5)] + [told(n, 2, heard=HeardHow.NOT_YET) for n in range(14)]
    days += [told(n, 3, 4, heard=HeardHow.CALL) for n in range(14, 28)] + [told(28, 1)]
    now, before, mood = fortnights_compared(days, day(27))
    assert (now, before) == (Span(14, 14, 14, 3.5), Span(14, 0, 14, 2.0))
    assert (mood.pairs, mood.mean, mood.direction) == (14, 1.5, Direction.LIGHTER)


@pytest.mark.parametrize(("pairs", "claims"), [(7, False), (8, True)])
def test_days_without_a_counterpart_are_no_pair(pairs: int, claims: bool) -> None:
    days = [told(n, 3) for n in range(pairs)] + [told(n, 3) for n in range(14, 28)]
    _, _, mood = fortnights_compared(days, day(27))
    assert mood.pairs == pairs and (mood.mean is not None) is claims


@given(summaries, st.integers(0, 900))
def test_a_fortnight_that_nobody_told_of_says_nothing(days: list[DaySummary], last: int) -> None:
    now, before, mood = fortnights_compared(days, day(last))
    shown = [one for one in days if day(last) - timedelta(days=13) <= one.day <= day(last)]
    assert now == span(shown)
    assert mood.pairs <= min(now.days_with_mood, before.days_with_mood) <= 14
    if not shown:
        assert now == Span(0, 0, 0, None) and mood == Difference(0)
