"""One tick a minute, on the minute: the only importer of APScheduler."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from apscheduler.executors.debug import DebugExecutor
from apscheduler.job import Job
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from herwidget.core.local_time import whole_minute


class Ticker:
    """Calls `tick` from its own thread once every `interval`, aligned to the whole minute."""

    def __init__(self, tick: Callable[[], None], interval: timedelta = timedelta(minutes=1)) -> None:
        logging.getLogger("apscheduler").setLevel(logging.WARNING)
        self._interval = interval
        # The tick only hands over to the program's own thread, so it needs no pool of workers.
        self._scheduler = BackgroundScheduler(timezone=UTC, executors={"default": DebugExecutor()})
        # Trigger objects, not names: names are looked up in package metadata, which a frozen build has not.
        self._job: Job = self._scheduler.add_job(
            tick, self._trigger(), coalesce=True, max_instances=1, misfire_grace_time=None
        )

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.start()

    def realign(self) -> None:
        """Begin anew when the clock was set back: the scheduler waits for a wall-clock time that is far ahead now."""
        next_run: datetime | None = self._job.next_run_time
        if next_run is not None and next_run - datetime.now(UTC) > 2 * self._interval:
            self._job.reschedule(self._trigger())

    def stop(self) -> None:
        """End the thread."""
        self._scheduler.shutdown(wait=False)

    def _trigger(self) -> IntervalTrigger:
        return IntervalTrigger(
            seconds=self._interval.total_seconds(), start_date=whole_minute(datetime.now(UTC)), timezone=UTC
        )
