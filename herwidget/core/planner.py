"""When a question may come: the moments of a day, planned ahead from a seed."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from herwidget.core.local_time import at_local_time, local_day
from herwidget.core.prompts import PromptKind, Slot
from herwidget.core.settings import Hours

MINIMUM_GAP = timedelta(hours=2, minutes=30)
EVENING_BEGINS = time(18)
WEEKLY_WEEKDAY = 6  # Sunday, as date.weekday() counts
_MINUTE = timedelta(minutes=1)


def window_of(day: date, hours: Hours, zone: str) -> tuple[datetime, datetime]:
    """The UTC moments at which the person's hours of `day` begin and end; the end is after the start or equal."""
    start = at_local_time(day, hours.start, zone)
    last_day = day if hours.end > hours.start else day + timedelta(days=1)
    return start, max(start, at_local_time(last_day, hours.end, zone))


def plan_day(day: date, zone: str, hours: Hours, check_ins: int, seed: str) -> tuple[Slot, ...]:
    """The moments of `day`, earliest first: at most `check_ins`, fewer when the hours are too short for the gap.

    Each lies inside the hours, on a whole minute that is not a full hour of the zone's clock, and at least
    `MINIMUM_GAP` after the one before. One is the evening's when the hours reach past 18:00; on Sundays the
    first of the others, or else the only one, is the week's.
    """
    if check_ins == 0:
        return ()
    random = Random(f"{seed}:{day.isoformat()}")
    start, end = window_of(day, hours, zone)
    evening = _evening_moment(day, zone, start, end, random)
    if evening is None:
        moments = _spread(start, end, check_ins, random)
        kinds = [PromptKind.DAY] * len(moments)
    else:
        moments = [*_spread(start, evening - MINIMUM_GAP, check_ins - 1, random), evening]
        kinds = [PromptKind.DAY] * (len(moments) - 1) + [PromptKind.EVENING]
    if day.weekday() == WEEKLY_WEEKDAY and kinds:
        kinds[0] = PromptKind.WEEK
    off_the_hour = (_off_the_hour(moment, zone) for moment in moments)
    return tuple(
        Slot(day, number, kind, moment) for number, (kind, moment) in enumerate(zip(kinds, off_the_hour, strict=True))
    )


def plan_days(now: datetime, zone: str, hours: Hours, check_ins: int, seed: str) -> tuple[Slot, ...]:
    """The moments of yesterday, today and tomorrow as `now` sees them: all that can matter at one moment."""
    today = local_day(now, zone)
    days = (today - timedelta(days=1), today, today + timedelta(days=1))
    return tuple(slot for day in days for slot in plan_day(day, zone, hours, check_ins, seed))


def _evening_moment(day: date, zone: str, start: datetime, end: datetime, random: Random) -> datetime | None:
    """A moment of the evening, or None when the hours end before it or leave no minute of it."""
    evening = max(start, at_local_time(day, EVENING_BEGINS, zone))
    spread = _spread(evening, end, 1, random)
    return spread[0] if spread else None


def _spread(start: datetime, end: datetime, count: int, random: Random) -> list[datetime]:
    """Up to `count` uniformly random whole minutes of [start, end), the gap and a minute to spare between them."""
    # A minute more than the gap, and one less of the end, leave room to step off a full hour.
    gap = int(MINIMUM_GAP / _MINUTE) + 1
    minutes = int((end - start) / _MINUTE) - 2
    if minutes < 0:
        return []
    fitting = min(count, 1 + minutes // gap)
    slack = minutes - (fitting - 1) * gap
    offsets = sorted(random.randint(0, slack) for _ in range(fitting))
    return [start + (offset + index * gap) * _MINUTE for index, offset in enumerate(offsets)]


def _off_the_hour(moment: datetime, zone: str) -> datetime:
    on_the_hour = moment.astimezone(ZoneInfo(zone)).minute == 0
    return (moment + _MINUTE if on_the_hour else moment).astimezone(UTC)
