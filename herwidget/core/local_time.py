"""Local days and wall-clock times of a zone, joined to UTC moments."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


def local_day(moment: datetime, zone: str) -> date:
    """The civil day of `moment` (aware) where the clock shows `zone` (IANA name)."""
    return moment.astimezone(ZoneInfo(zone)).date()


def local_clock(moment: datetime, zone: str) -> time:
    """The wall-clock time of `moment` (aware) in `zone`."""
    return moment.astimezone(ZoneInfo(zone)).time()


def at_local_time(day: date, clock: time, zone: str) -> datetime:
    """The UTC moment at which the clock of `zone` shows `clock` on `day`.

    A time that happens twice in autumn gives the first; one that is skipped in spring gives the moment as far
    past the jump as it would have been past the old time; a `clock` with fold=1 gives the other reading (PEP 495).
    """
    return datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC)


def whole_minute(moment: datetime) -> datetime:
    """`moment` without its seconds."""
    return moment.replace(second=0, microsecond=0)
