"""When a question may come: the moments of a day, planned ahead from a seed."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations, pairwise
from random import Random
from zoneinfo import ZoneInfo

from herwidget.core.local_time import at_local_time, local_day
from herwidget.core.prompts import PromptKind, Slot
from herwidget.core.settings import Hours
from herwidget.core.stepping_back import Pace

MINIMUM_GAP = timedelta(hours=2, minutes=30)
EVENING_BEGINS = time(18)
WEEKLY_WEEKDAY = 6  # Sunday, as date.weekday() counts
# Asked three times a week: all ways to take three weekdays of which no two follow on each other.
_THREE_OF_A_WEEK = tuple(
    days for days in combinations(range(7), 3) if all(later - earlier > 1 for earlier, later in pairwise(days))
)
_MINUTE = timedelta(minutes=1)
# A minute to step off a full hour, and one because a tick comes a moment after its minute.
_APART = MINIMUM_GAP + 2 * _MINUTE


def window_of(day: date, hours: Hours, zone: str) -> tuple[datetime, datetime]:
    """The UTC moments at which the person's hours of `day` begin and end; the end is after the start or equal.

    Where the clock is changed at an edge of the hours, it shows a time inside them at every moment between.
    """
    last_day = day if hours.end > hours.start else day + timedelta(days=1)
    start = max(_both_readings(day, hours.start, zone))
    return start, max(start, min(_both_readings(last_day, hours.end, zone)))


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
    before = max(0, _fitting(start, end, check_ins) - 1)
    evening = _evening_moment(day, zone, start + before * _APART, end, random)
    if evening is None:
        moments = _spread(start, end, check_ins, random)
        kinds = [PromptKind.DAY] * len(moments)
    else:
        moments = [*_spread(start, evening - MINIMUM_GAP, before, random), evening]
        kinds = [PromptKind.DAY] * (len(moments) - 1) + [PromptKind.EVENING]
    if day.weekday() == WEEKLY_WEEKDAY and kinds:
        kinds[0] = PromptKind.WEEK
    off_the_hour = (_off_the_hour(moment, zone) for moment in moments)
    return tuple(
        Slot(day, number, kind, moment) for number, (kind, moment) in enumerate(zip(kinds, off_the_hour, strict=True))
    )


def plan_days(
    now: datetime,
    zone: str,
    hours: Hours,
    check_ins: int,
    seed: str,
    pace_on: Callable[[date], Pace] = lambda _day: Pace.USUAL,
    ahead: int = 1,
) -> tuple[Slot, ...]:
    """The moments of yesterday, today and `ahead` more days as `now` sees them, at the pace of each day.

    With tomorrow they are all that can matter at one moment.
    """
    today = local_day(now, zone)
    days = [today + timedelta(days=number) for number in range(-1, ahead + 1)]
    counts = [(day, check_ins_on(day, check_ins, pace_on(day), seed)) for day in days]
    return tuple(slot for day, count in counts for slot in plan_day(day, zone, hours, count, seed))


def check_ins_on(day: date, chosen: int, pace: Pace, seed: str) -> int:
    """How many check-ins `day` has at a pace, of so many chosen: never more than those.

    Three a week are on three weekdays drawn for each week, with a day or more between any two of them.
    """
    if pace is Pace.USUAL:
        return chosen
    if pace is Pace.THREE_A_WEEK and day.weekday() not in _asked_weekdays(day, seed):
        return 0
    return min(1, chosen)


def _asked_weekdays(day: date, seed: str) -> tuple[int, ...]:
    """The weekdays of the week of `day` that are asked on, of three."""
    monday = day - timedelta(days=day.weekday())
    ends, before_ended = (_ends_on_sunday(one, seed) for one in (monday, monday - timedelta(days=7)))
    fitting = [one for one in _THREE_OF_A_WEEK if (6 in one) is ends and not (before_ended and 0 in one)]
    return Random(f"{seed}:three:{monday.isoformat()}").choice(fitting)


def _ends_on_sunday(monday: date, seed: str) -> bool:
    """Whether a week's last question of three is on its Sunday: drawn first, so that the next week can know."""
    return Random(f"{seed}:sunday:{monday.isoformat()}").random() < 3 / 7


def next_morning(now: datetime, zone: str, hours: Hours) -> datetime:
    """When the person's hours next begin on a later day, in UTC.

    Hours that reach past midnight still belong to the day before: in them, the later day is the one that has begun.
    """
    today = local_day(now, zone)
    _, end = window_of(today - timedelta(days=1), hours, zone)
    start, _ = window_of(today if now < end else today + timedelta(days=1), hours, zone)
    return start


def _both_readings(day: date, clock: time, zone: str) -> tuple[datetime, datetime]:
    """The two moments a time can mean that happens twice or not at all; the same one twice for any other."""
    first, second = (at_local_time(day, clock.replace(fold=fold), zone) for fold in (0, 1))
    return first, second


def _evening_moment(day: date, zone: str, earliest: datetime, end: datetime, random: Random) -> datetime | None:
    """A moment of the evening from `earliest` on, or None when the hours leave no minute of it."""
    evening = max(earliest, at_local_time(day, EVENING_BEGINS, zone))
    spread = _spread(evening, end, 1, random)
    return spread[0] if spread else None


def _fitting(start: datetime, end: datetime, count: int) -> int:
    """How many of `count` moments [start, end) has room for."""
    minutes = _minutes(start, end)
    return 0 if minutes < 0 else min(count, 1 + minutes // int(_APART / _MINUTE))


def _spread(start: datetime, end: datetime, count: int, random: Random) -> list[datetime]:
    """Up to `count` uniformly random whole minutes of [start, end), far enough from each other."""
    fitting = _fitting(start, end, count)
    slack = _minutes(start, end) - (fitting - 1) * int(_APART / _MINUTE)
    offsets = sorted(random.randint(0, slack) for _ in range(fitting))
    return [start + offset * _MINUTE + index * _APART for index, offset in enumerate(offsets)]


def _minutes(start: datetime, end: datetime) -> int:
    """The minutes of [start, end) to draw from: the last ones leave room to step off a full hour."""
    return int((end - start) / _MINUTE) - 2


def _off_the_hour(moment: datetime, zone: str) -> datetime:
    on_the_hour = moment.astimezone(ZoneInfo(zone)).minute == 0
    return (moment + _MINUTE if on_the_hour else moment).astimezone(UTC)
