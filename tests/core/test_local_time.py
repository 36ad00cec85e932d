"""Local days and clock times, across every way in which clocks are moved."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from herwidget.core.local_time import at_local_time, local_clock, local_day, whole_minute
from tests.core.zones import clocks, days_somewhere, moments, zones


@given(days_somewhere, clocks)
def test_the_clock_shows_the_time_asked_for_unless_spring_left_it_out(somewhere: tuple[date, str], clock: time) -> None:
    day, zone = somewhere
    moment = at_local_time(day, clock, zone)
    shown = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    wanted = datetime.combine(day, clock)
    if shown != wanted:
        jump = shown - wanted
        assert timedelta() < jump <= timedelta(hours=1)
        before, after = (_offset(moment + step, zone) for step in (-jump - timedelta(minutes=1), timedelta()))
        assert after - before == jump


@given(days_somewhere, clocks)
def test_a_time_that_happens_twice_gives_the_first(somewhere: tuple[date, str], clock: time) -> None:
    day, zone = somewhere
    moment = at_local_time(day, clock, zone)
    shown = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    earlier = (moment - timedelta(minutes=minutes) for minutes in range(1, 181))
    assert all(other.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != shown for other in earlier)


@given(moments, zones)
def test_day_and_clock_of_a_moment_lead_back_to_it_or_to_its_twin(moment: datetime, zone: str) -> None:
    back = at_local_time(local_day(moment, zone), local_clock(moment, zone), zone)
    assert moment - back in (timedelta(), timedelta(minutes=30), timedelta(hours=1))


@pytest.mark.parametrize(
    ("day", "clock", "zone", "expected"),
    [
        (date(2026, 3, 8), time(2, 30), "America/New_York", datetime(2026, 3, 8, 7, 30, tzinfo=UTC)),
        (date(2026, 11, 1), time(1, 30), "America/New_York", datetime(2026, 11, 1, 5, 30, tzinfo=UTC)),
        (date(2026, 4, 5), time(1, 45), "Australia/Lord_Howe", datetime(2026, 4, 4, 14, 45, tzinfo=UTC)),
        (date(2026, 10, 4), time(2, 10), "Australia/Lord_Howe", datetime(2026, 10, 3, 15, 40, tzinfo=UTC)),
        (date(2026, 11, 24), time(10), "Asia/Seoul", datetime(2026, 11, 24, 1, tzinfo=UTC)),
        (date(2026, 11, 24), time(), "Pacific/Apia", datetime(2026, 11, 23, 11, tzinfo=UTC)),
    ],
)
def test_known_moments_come_out_right(day: date, clock: time, zone: str, expected: datetime) -> None:
    assert at_local_time(day, clock, zone) == expected
    assert at_local_time(day, clock, zone).tzinfo is UTC


def test_one_moment_lies_on_two_days_at_either_side_of_the_date_line() -> None:
    moment = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
    assert local_day(moment, "Pacific/Kiritimati") == date(2026, 11, 25)
    assert local_day(moment, "Pacific/Pago_Pago") == date(2026, 11, 23)


@given(moments)
def test_a_whole_minute_is_the_minute_the_moment_lies_in(moment: datetime) -> None:
    minute = whole_minute(moment)
    assert (minute.second, minute.microsecond) == (0, 0)
    assert timedelta() <= moment - minute < timedelta(minutes=1)
    assert minute.tzinfo is UTC


def _offset(moment: datetime, zone: str) -> timedelta:
    offset = moment.astimezone(ZoneInfo(zone)).utcoffset()
    assert offset is not None
    return offset
