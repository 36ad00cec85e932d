"""The present moment, and for tests of the whole program a clock that starts elsewhere and runs faster."""

import math
import time
from datetime import UTC, datetime, timedelta

from herwidget.core.ports import Clock


def system_clock() -> datetime:
    """The computer's clock, aware, in UTC."""
    return datetime.now(UTC)


def clock_from_environment(value: str | None) -> tuple[Clock, float]:
    """The clock an environment variable asks for, and how many times faster than real time it runs.

    "2026-11-23T09:00:00Z;480" starts at that moment now and runs 480 times as fast; without ";480" it runs
    as fast as real time. None or an empty value is the system clock. For tests only.

    Raises:
        ValueError: the value has another form.
    """
    if not value:
        return system_clock, 1.0
    moment, separator, speed_text = value.partition(";")
    start, speed = _moment(moment, value), _speed(speed_text, value) if separator else 1.0
    # The monotonic clock goes on evenly when somebody sets the computer's clock.
    began = time.monotonic()

    def clock() -> datetime:
        return start + timedelta(seconds=(time.monotonic() - began) * speed)

    return clock, speed


def _moment(text: str, value: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise ValueError(f'"{value}" is not a clock: expected a moment as in 2026-11-23T09:00:00Z;480') from error
    if moment.tzinfo is None:
        raise ValueError(f'"{value}" is not a clock: the moment needs its offset from UTC, as in 2026-11-23T09:00:00Z')
    return moment.astimezone(UTC)


def _speed(text: str, value: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = math.nan
    if not (math.isfinite(speed) and speed > 0):
        raise ValueError(f'"{value}" is not a clock: the speed after ";" must be a number above 0')
    return speed
