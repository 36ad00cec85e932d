"""Counting itself: how much time Herwidget took."""

from collections.abc import Iterable
from datetime import date, timedelta

# A card that was left open, or answered long after it came, is not counted for longer than this.
MOST_OF_A_CHECK_IN = timedelta(minutes=3)
_MINUTE = timedelta(minutes=1)


def first_day_of_week(today: date) -> date:
    """The Monday with which this week began."""
    return today - timedelta(days=today.weekday())


def time_taken(check_ins: Iterable[timedelta]) -> timedelta:
    """The time of all check-ins together, given how long each was there; a clock set back counts for nothing."""
    return sum((min(max(one, timedelta()), MOST_OF_A_CHECK_IN) for one in check_ins), timedelta())


def whole_minutes(taken: timedelta) -> int:
    """To the nearest minute; 0 only for less than one."""
    return 0 if taken < _MINUTE else round(taken / _MINUTE)
