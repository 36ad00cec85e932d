"""Zones, days and hours at which clocks are worth distrusting."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from herwidget.core.settings import Hours

ZONES = (
    "Asia/Seoul",
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",  # half an hour of summer time
    "America/St_Johns",
    "Asia/Kathmandu",
    "Africa/Casablanca",  # winter time in Ramadan
    "Pacific/Apia",
    "UTC",
)


def _days_of_clock_changes(zone: str, first: date, last: date) -> list[date]:
    """The local days on which the offset of `zone` is not the same at both ends."""
    every_day = (first + timedelta(days=number) for number in range((last - first).days))
    offsets = {day: datetime.combine(day, time(), ZoneInfo(zone)).utcoffset() for day in every_day}
    return [day for day in offsets if offsets[day] != offsets.get(day + timedelta(days=1), offsets[day])]


CLOCK_CHANGES = {zone: _days_of_clock_changes(zone, date(2024, 1, 1), date(2028, 1, 1)) for zone in ZONES}
NIGHT_CLOCKS = tuple(time(hour, minute) for hour in range(4) for minute in (0, 15, 30, 45))

zones = st.sampled_from(ZONES)
moments = st.datetimes(datetime(2012, 1, 3), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
# From 2012 on: in December 2011 Apia left out a whole day.
_any_day = st.tuples(st.dates(date(2012, 1, 1), date(2040, 12, 31)), zones)
_near_a_change = st.sampled_from(
    [(day - timedelta(days=before), zone) for zone, days in CLOCK_CHANGES.items() for day in days for before in (0, 1)]
)
days_somewhere = st.one_of(_any_day, _near_a_change)
clocks = st.one_of(st.builds(time, st.integers(0, 23), st.integers(0, 59)), st.sampled_from(NIGHT_CLOCKS))
_EDGES = ((10, 22), (10, 2), (22, 6), (0, 0), (9, 9))
_some_hours = st.sampled_from([Hours(time(start), time(end)) for start, end in _EDGES])
# Hours of about as many minutes as two or three questions need.
_tight_hours = st.builds(
    lambda start, minutes: Hours(start, _later(start, minutes)),
    clocks,
    st.one_of(st.integers(1, 10), st.integers(148, 162), st.integers(298, 318)),
)


all_hours = st.one_of(st.builds(Hours, clocks, clocks), _some_hours, _tight_hours)


def _later(clock: time, minutes: int) -> time:
    moment = datetime.combine(date(2026, 1, 1), clock, UTC) + timedelta(minutes=minutes)
    return moment.time()


def shows_a_time_inside(moment: datetime, zone: str, hours: Hours) -> bool:
    """Whether the clock on the wall of `zone` shows a time of the hours: told without `window_of`."""
    clock = moment.astimezone(ZoneInfo(zone)).time()
    if hours.start < hours.end:
        return hours.start <= clock < hours.end
    return clock >= hours.start or clock < hours.end
