"""The thread: what each bar tells, that nothing is made up for a hole, and where days stand among the bars."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.history.ranges import Days, Grain
from herwidget.core.history.records import DaySummary
from herwidget.core.history.thread import Bar, Thread, days_to_read, thread
from herwidget.core.questions import HEARD_BY_SOMEONE, HeardHow
from tests.core.history.days_told import day, heard_or_not, some_days, summaries, told

WEEK = Days(day(0), day(6))


def test_a_bar_of_a_day_runs_from_its_heaviest_to_its_lightest_mood() -> None:
    shown = thread([told(1, 2, 5, 2, heard=HeardHow.FACE_TO_FACE)], WEEK)
    assert shown.bars[1] == Bar(Days(day(1), day(1)), 3, 3, 2, 5, 3.0, 3.0, 1, 1, 1)
    assert shown.bars[:1] + shown.bars[2:] == (None,) * 6
    assert shown.told == (shown.bars[1],)


def test_a_bar_of_a_week_runs_from_its_heaviest_to_its_lightest_day() -> None:
    days = [
        told(0, 1, 5, heard=HeardHow.FACE_TO_FACE),
        told(2, 4, heard=HeardHow.CALL),
        told(3, heard=HeardHow.KEPT),
        told(5, 2, 2, 2, 3),
    ]
    (bar,) = thread(days, WEEK, Grain.WEEK).bars
    assert bar is not None
    assert (bar.lowest, bar.highest, bar.mean) == pytest.approx((2.25, 4.0, 19 / 7))
    assert (bar.check_ins, bar.moods, bar.days_told, bar.days_heard, bar.days_met) == (8, 7, 3, 2, 1)


def test_a_day_told_without_a_mood_has_a_bar_without_figures() -> None:
    (bar,) = thread([told(0, heard=HeardHow.CALL)], Days(day(0), day(0))).bars
    assert bar == Bar(Days(day(0), day(0)), 1, 0, None, None, None, None, 1, 1, 0)


def test_the_average_knows_the_days_before_the_range() -> None:
    days = [told(0, 1), told(7, 4)]
    (bar,) = thread(days, Days(day(7), day(7))).bars
    assert bar is not None and bar.average == pytest.approx(3.0)


def test_the_line_ends_where_nothing_was_told() -> None:
    days = [told(0, 3), told(1, 3), told(3, 3), told(4, heard=HeardHow.CALL), told(5, 3), told(6, 3)]
    stretches = list(thread(days, WEEK).joined_averages())
    assert [[index for index, _ in stretch] for stretch in stretches] == [[0, 1], [3], [5, 6]]
    assert list(thread([], WEEK).joined_averages()) == []


@given(summaries, some_days, st.sampled_from([None, *Grain]))
def test_each_day_told_is_in_one_bar(days: list[DaySummary], within: Days, grain: Grain | None) -> None:
    shown = thread(days, within, grain)
    inside = [one for one in days if one.day in within]
    assert (shown.cuts[0].first, shown.cuts[-1].last) == (within.first, within.last)
    assert sum(cut.count for cut in shown.cuts) == within.count
    assert sum(bar.check_ins for bar in shown.told) == sum(one.check_ins for one in inside)
    assert sum(bar.moods for bar in shown.told) == sum(one.moods for one in inside)
    assert sum(bar.days_told for bar in shown.told) == sum(one.heard is not None for one in inside)
    assert sum(bar.days_heard for bar in shown.told) == sum(one.heard in HEARD_BY_SOMEONE for one in inside)
    for cut, bar in zip(shown.cuts, shown.bars, strict=True):
        assert (bar is None) is not any(one.day in cut for one in inside)
        assert bar is None or bar.days == cut
        if bar is not None and bar.mean is not None:
            assert bar.lowest is not None and bar.highest is not None and bar.average is not None
            assert 1 <= bar.lowest <= bar.mean + 1e-9 and bar.mean - 1e-9 <= bar.highest <= 5


@given(summaries, some_days)
def test_the_line_never_joins_over_a_hole(days: list[DaySummary], within: Days) -> None:
    shown = thread(days, within)
    stretches = list(shown.joined_averages())
    on_line = [(index, average) for stretch in stretches for index, average in stretch]
    with_average = [
        (index, bar.average) for index, bar in enumerate(shown.bars) if bar is not None and bar.average is not None
    ]
    assert on_line == with_average
    for stretch in stretches:
        assert [index for index, _ in stretch] == list(range(stretch[0][0], stretch[0][0] + len(stretch)))
    for stretch, after in pairwise(stretches):
        assert after[0][0] > stretch[-1][0] + 1


@given(summaries, some_days)
def test_a_range_is_told_the_same_however_much_was_read_before_it(days: list[DaySummary], within: Days) -> None:
    read = [one for one in days if one.day in days_to_read(within)]
    whole, part = thread(days, within), thread(read, within)
    for bar, same in zip(whole.bars, part.bars, strict=True):
        assert bar == same or (bar is not None and same is not None and bar.average == pytest.approx(same.average))
    assert part.quieter == thread([one for one in days if one.day <= within.last], within).quieter


def test_quieter_weeks_are_cut_to_the_range() -> None:
    days = heard_or_not([*[True, False] * 84, *[None] * 14, *[False] * 20])
    assert thread(days, Days(day(180), day(400))).quieter == (Days(day(182), day(201)),)
    assert thread(days, Days(day(190), day(195))).quieter == (Days(day(190), day(195)),)
    assert thread(days, Days(day(202), day(400))).quieter == ()
    assert thread(days, Days(day(0), day(181))).quieter == ()


def test_a_day_stands_in_its_part_of_a_bar() -> None:
    shown = thread([], Days(day(2), day(15)), Grain.WEEK)  # Wednesday to Sunday, a week, Monday to Tuesday
    assert [cut.count for cut in shown.cuts] == [5, 7, 2]
    assert shown.position(day(2)) == 0.0
    assert shown.position(day(3)) == pytest.approx(0.2)
    assert shown.position(day(7)) == 1.0
    assert shown.position(day(15)) == pytest.approx(2.5)
    assert (shown.position(day(1)), shown.position(day(16))) == (0.0, 3.0)


@given(some_days, st.sampled_from(Grain), st.data())
def test_days_stand_in_their_order(within: Days, grain: Grain, data: st.DataObject) -> None:
    shown: Thread = thread([], within, grain)
    offset = data.draw(st.integers(0, within.count - 1))
    one = within.first + timedelta(days=offset)
    assert one in shown.cuts[int(shown.position(one))]
    assert shown.position(one) < shown.position(one + timedelta(days=1)) <= len(shown.cuts)
