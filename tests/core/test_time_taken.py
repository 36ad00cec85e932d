"""The time that Herwidget took: every check-in counts, none for long."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.time_taken import MOST_OF_A_CHECK_IN, first_day_of_week, time_taken, whole_minutes

SECOND = timedelta(seconds=1)
times = st.lists(st.timedeltas(timedelta(days=-400), timedelta(days=400)), max_size=30)


def test_the_times_are_added_up_to_three_minutes_each() -> None:
    assert time_taken([]) == timedelta()
    assert time_taken([20 * SECOND, 70 * SECOND]) == 90 * SECOND
    assert time_taken([10 * SECOND, timedelta(hours=9)]) == timedelta(minutes=3, seconds=10)
    assert time_taken([10 * SECOND, timedelta(hours=-9)]) == 10 * SECOND


@given(times, times)
def test_more_check_ins_never_take_less_and_none_takes_more_than_its_most(
    some: list[timedelta], more: list[timedelta]
) -> None:
    assert timedelta() <= time_taken(some) <= time_taken(some + more) == time_taken(some) + time_taken(more)
    assert time_taken(some) <= len(some) * MOST_OF_A_CHECK_IN


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(0, 0), (59, 0), (60, 1), (89, 1), (91, 2), (149, 2), (151, 3), (3600, 60)]
)
def test_minutes_are_whole(seconds: int, minutes: int) -> None:
    assert whole_minutes(seconds * SECOND) == minutes


@given(st.dates())
def test_a_week_begins_on_its_monday(today: date) -> None:
    first = first_day_of_week(today)
    assert first.weekday() == 0
    assert 0 <= (today - first).days < 7
