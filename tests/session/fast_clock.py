"""A Tuesday in Seoul that passes in seconds, for tests of what the program does by itself."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, time, timedelta
from time import monotonic

from herwidget.core.local_time import at_local_time
from herwidget.core.planner import plan_day
from herwidget.core.prompts import Slot
from herwidget.core.settings import Hours

from .journal_file import SEED
from .processes import wait_for
from .program import ZONE

TUESDAY = date(2026, 11, 24)
SPEED = 480
MINUTE = timedelta(minutes=1)
EXPIRY = 15 * MINUTE
# The clock goes on between a decision and its row, and ticks can be late by as much as a machine under load is.
SLACK = 8 * MINUTE


def at(clock_time: str) -> datetime:
    """A moment of that Tuesday in Seoul."""
    return at_local_time(TUESDAY, time.fromisoformat(clock_time), ZONE)


def planned(hours: Hours | None = None) -> tuple[Slot, ...]:
    """The plan of that Tuesday, with the usual hours or others."""
    return plan_day(TUESDAY, ZONE, hours or Hours(), 2, SEED)


def clock(moment: datetime) -> str:
    """A clock that starts at a moment and runs fast."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ};{SPEED}"


def moment_of(row: sqlite3.Row, column: str) -> datetime:
    """A time as a row has it."""
    return datetime.fromisoformat(row[column])


def seconds_for(span: timedelta) -> float:
    """How long a test waits for what is to happen within a span of the program's time."""
    return span.total_seconds() / SPEED + 5


class Passing:
    """The program's time as far as it can be known from outside; made when the program is started."""

    def __init__(self, start: datetime) -> None:
        self._start, self._began = start, monotonic()

    def wait_for(self, moment: datetime) -> None:
        """Wait until it is past a moment, to see that nothing happened until then."""
        until = self._began + (moment - self._start).total_seconds() / SPEED + 1
        wait_for(lambda: monotonic() > until, until - monotonic() + 1, f"{moment}")
