"""Which whole days lay within pauses."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from herwidget.core.history.records import PausedDays
from herwidget.core.local_time import at_local_time, local_day

_DAY = timedelta(days=1)


def whole_days(
    pauses: Iterable[tuple[datetime, datetime | None]], first: date, last: date, zone: str
) -> Sequence[PausedDays]:
    """The whole days between `first` and `last` of pauses (from, until), oldest first.

    A pause without an end goes on to `last`. Pauses that touch are one: who pauses for longer has paused all along.
    """
    if last < first:
        return ()
    begin, end = _midnight(first, zone), _midnight(last + _DAY, zone)
    days = []
    for start, stop in _joined((max(start, begin), min(stop or end, end)) for start, stop in pauses):
        day = local_day(start, zone)
        from_day = day if _midnight(day, zone) >= start else day + _DAY
        to_day = local_day(stop, zone) - _DAY
        if from_day <= to_day:
            days.append(PausedDays(from_day, to_day))
    return tuple(days)


def _joined(stretches: Iterable[tuple[datetime, datetime]]) -> Sequence[tuple[datetime, datetime]]:
    joined: list[tuple[datetime, datetime]] = []
    for start, stop in sorted(each for each in stretches if each[0] < each[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return joined


def _midnight(day: date, zone: str) -> datetime:
    """The moment at which `day` begins."""
    return at_local_time(day, time(), zone)
