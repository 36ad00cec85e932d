"""A clock that goes when it is told to, and somebody at a desk in Seoul on a Tuesday."""

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from herwidget.core.asking import Busy
from herwidget.core.local_time import at_local_time
from herwidget.core.planner import plan_day
from herwidget.core.prompts import Prompt, PromptKind, Slot
from herwidget.core.questions import Bank
from herwidget.core.settings import Settings
from herwidget.journal.journal import Journal
from herwidget.services.asker import Asker
from herwidget.services.check_in import CheckIn

ZONE = "Asia/Seoul"
TUESDAY = date(2026, 11, 24)
SEED = "7"
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def at(clock: str, day: date = TUESDAY) -> datetime:
    """The UTC moment at which the clock in Seoul shows "HH:MM"."""
    return at_local_time(day, time.fromisoformat(clock), ZONE)


def planned(day: date = TUESDAY) -> tuple[Slot, ...]:
    """The plan of a day with the settings a new person has."""
    return plan_day(day, ZONE, Settings().hours, Settings().check_ins_a_day, SEED)


class FakeClock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def go(self, span: timedelta) -> None:
        """Move on, or back."""
        self.now += span


class Desk:
    """An asker with a journal, and the person it asks: what was put before them, and what was taken away."""

    def __init__(self, journal: Journal, bank: Bank, clock: FakeClock) -> None:
        self.journal, self.bank, self.clock = journal, bank, clock
        self.settings = Settings()
        self.is_busy: Busy | None = None
        self.put: list[CheckIn] = []
        self.taken_away: list[CheckIn] = []
        self.asker = self.start()

    def start(self) -> Asker:
        """The program's start, with the same journal."""
        self.asker = Asker(
            self.journal,
            self.bank,
            lambda: self.settings,
            self.clock,
            lambda: ZONE,
            self,
            self.put.append,
            self.taken_away.append,
        )
        return self.asker

    def busy(self) -> Busy | None:
        """The person's presence, as the desktop tells it."""
        return self.is_busy

    def tick_until(self, moment: datetime) -> None:
        """Let minute after minute pass."""
        while self.clock.now < moment:
            self.clock.go(MINUTE)
            self.asker.tick()

    def prompts(self) -> list[Prompt]:
        """What was shown, oldest first."""
        return [prompt for prompt in self.journal.prompts_since(LONG_AGO) if prompt.shown_at is not None]

    def check_in(self, kind: PromptKind = PromptKind.DAY) -> CheckIn:
        """A check-in of a kind, begun by hand and driven without the asker."""
        now = self.clock.now
        prompt = self.journal.add_prompt(kind, TUESDAY, None, now, now, ZONE)
        return CheckIn(prompt, self.journal, self.bank, self.clock, lambda: ZONE, self.taken_away.append)


@contextlib.contextmanager
def unwritable(journal: Journal) -> Iterator[None]:
    """SQLite itself refuses every write, as with a file that may only be read."""
    journal.connection.execute("PRAGMA query_only = ON")
    yield
    journal.connection.execute("PRAGMA query_only = OFF")


@contextlib.contextmanager
def held(journal: Journal) -> Iterator[None]:
    """Another program writes into the journal and does not end; nobody has the patience to wait for it."""
    journal.connection.execute("PRAGMA busy_timeout = 0")
    with contextlib.closing(sqlite3.connect(journal.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
