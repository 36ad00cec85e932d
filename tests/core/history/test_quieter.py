"""Quieter weeks: the stated rule at its edges, and that later days take nothing back."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.history.quieter import (
    DAYS_THAT_MATTER,
    LEAST_TOLD_BEFORE,
    LEAST_TOLD_IN_WINDOW,
    LEAST_USUAL_SHARE,
    USUAL_DAYS,
    WINDOW_DAYS,
    quieter_weeks,
)
from herwidget.core.history.ranges import Days
from herwidget.core.history.records import DaySummary
from herwidget.core.questions import HEARD_BY_SOMEONE
from tests.core.history.days_told import day, heard_or_not

Answers = list[bool | None]
EVERY_SECOND_DAY: Answers = [True, False] * 91
"""Half a year in which somebody heard on every second day."""
# Mostly what makes quieter weeks: months of one rhythm after another.
answers: st.SearchStrategy[Answers] = st.lists(
    st.tuples(st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=7), st.integers(1, 12)), max_size=8
).map(lambda stretches: [answer for pattern, times in stretches for answer in pattern * times])


def quiet_days(summaries: list[DaySummary]) -> set[int]:
    """The days of all stretches, as offsets."""
    return {
        offset
        for one in quieter_weeks(summaries)
        for offset in range((one.first - day(0)).days, (one.last - day(0)).days + 1)
    }


def after_half_a_year(fortnight: Answers, before: Answers = EVERY_SECOND_DAY) -> tuple[Days, ...]:
    """The quieter weeks of a fortnight that follows on half a year."""
    assert (len(before), len(fortnight)) == (USUAL_DAYS, WINDOW_DAYS)
    # Told only at its end, the fortnight is judged once.
    return quieter_weeks(heard_or_not(before + fortnight))


def test_fourteen_quieter_days_are_marked_from_first_to_last() -> None:
    before = EVERY_SECOND_DAY[:168] + [None] * 14
    assert after_half_a_year([False] * 14, before) == (Days(day(182), day(195)),)
    assert after_half_a_year([True, False] * 7, before) == ()


@pytest.mark.parametrize(("told", "marked"), [(7, False), (8, True)])
def test_a_fortnight_needs_eight_days_told(told: int, marked: bool) -> None:
    fortnight: Answers = [None] * (14 - told) + [False] * told
    assert bool(after_half_a_year(fortnight)) is marked


@pytest.mark.parametrize(
    ("heard", "told", "marked"), [(2, 8, True), (3, 12, True), (3, 11, False), (3, 8, False), (4, 14, False)]
)
def test_half_as_often_is_quieter_and_more_is_not(heard: int, told: int, marked: bool) -> None:
    # Heard days first, so that no shorter stretch of the same days is judged to be quieter.
    fortnight: Answers = [None] * (14 - told) + [True] * heard + [False] * (told - heard)
    found = after_half_a_year(fortnight)
    assert bool(found) is marked
    assert not found or found[-1].last == day(195)


@pytest.mark.parametrize(("told", "marked"), [(29, False), (30, True)])
def test_the_half_year_before_needs_thirty_days_told(told: int, marked: bool) -> None:
    before: Answers = [None] * (182 - told) + [True] * told
    assert bool(after_half_a_year([False] * 14, before)) is marked


def test_what_lies_more_than_half_a_year_before_does_not_count() -> None:
    # The thirtieth day told stands one day too early.
    told: Answers = [True] + [None] * 153 + [True] * 29 + [None] * 6 + [False] * 8
    assert quieter_weeks(heard_or_not(told)) == ()
    told.pop(1)
    assert quieter_weeks(heard_or_not(told)) == (Days(day(188), day(195)),)


@pytest.mark.parametrize(("heard", "marked"), [(7, False), (8, True)])
def test_a_usual_share_under_a_fifth_is_too_little_to_halve(heard: int, marked: bool) -> None:
    before: Answers = [None] * 128 + [True] * heard + [False] * (40 - heard) + [None] * 14
    fortnight: Answers = [None] * 6 + [False] * 8
    assert bool(after_half_a_year(fortnight, before)) is marked


def test_stretches_that_touch_are_one_and_others_are_not() -> None:
    quiet: Answers = [False] * 20
    long = quieter_weeks(heard_or_not(EVERY_SECOND_DAY + quiet))
    assert len(long) == 1 and long[0].last == day(201)
    apart = quieter_weeks(heard_or_not(EVERY_SECOND_DAY + quiet + [True, True, False] * 10 + quiet))
    assert len(apart) == 2 and apart[0].last < apart[1].first


@given(answers, st.integers(0, 200))
def test_later_days_take_nothing_back(told: Answers, later: int) -> None:
    summaries = heard_or_not(told)
    earlier = summaries[: max(0, len(summaries) - later)]
    assert quiet_days(earlier) <= quiet_days(summaries)


@given(answers)
def test_stretches_are_what_the_rule_says_and_stand_apart(told: Answers) -> None:
    summaries = heard_or_not(told)
    expected: set[int] = set()
    for offset, answer in enumerate(told):
        if answer is None:
            continue
        begin = offset - WINDOW_DAYS + 1
        window = [(at, one) for at, one in enumerate(told[: offset + 1]) if at >= begin and one is not None]
        before = [one for at, one in enumerate(told[: max(0, begin)]) if at >= begin - USUAL_DAYS and one is not None]
        if len(window) < LEAST_TOLD_IN_WINDOW or len(before) < LEAST_TOLD_BEFORE:
            continue
        usual, share = sum(before) / len(before), sum(one for _, one in window) / len(window)
        if usual >= LEAST_USUAL_SHARE and share <= usual / 2:
            expected |= set(range(window[0][0], offset + 1))
    assert quiet_days(summaries) == expected
    found = quieter_weeks(summaries)
    for one, after in pairwise(found):
        assert after.first > one.last + timedelta(days=1)


@given(answers, st.integers(0, 400))
def test_a_range_knows_its_quieter_weeks_wherever_reading_begins(told: Answers, first: int) -> None:
    summaries = heard_or_not(told)
    read = [one for one in summaries if one.day >= day(first - DAYS_THAT_MATTER)]
    shown = {offset for offset in quiet_days(summaries) if offset >= first}
    assert {offset for offset in quiet_days(read) if offset >= first} == shown


def test_each_way_of_being_heard_counts() -> None:
    assert {"face-to-face", "call", "writing"} == HEARD_BY_SOMEONE
