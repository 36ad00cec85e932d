"""The ticker with a short interval: a real scheduler in a real thread."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from herwidget.services.ticker import Ticker

INTERVAL = timedelta(milliseconds=50)
PATIENCE = 30.0


class Counter:
    """Counts ticks, and lets a test wait for them."""

    def __init__(self) -> None:
        self.count = 0
        self.moments: list[datetime] = []
        self.threads: set[threading.Thread] = set()
        self._changed = threading.Condition()

    def tick(self) -> None:
        with self._changed:
            self.count += 1
            self.moments.append(datetime.now(UTC))
            self.threads.add(threading.current_thread())
            self._changed.notify_all()

    def wait_for(self, count: int, seconds: float = PATIENCE) -> bool:
        """Whether there were so many ticks in time."""
        with self._changed:
            return self._changed.wait_for(lambda: self.count >= count, seconds)


@pytest.fixture
def counter() -> Counter:
    return Counter()


@pytest.fixture
def ticker(counter: Counter) -> Iterator[Ticker]:
    """A ticker that has begun."""
    made = Ticker(counter.tick, INTERVAL)
    made.start()
    yield made
    made.stop()


def test_it_ticks_again_and_again_in_one_thread_of_its_own(ticker: Ticker, counter: Counter) -> None:
    assert counter.wait_for(5)
    assert len(counter.threads) == 1
    assert threading.main_thread() not in counter.threads


def test_ticks_are_aligned_to_the_whole_minute(ticker: Ticker, counter: Counter) -> None:
    assert counter.wait_for(5)
    late = sorted((moment - moment.replace(second=0, microsecond=0)) % INTERVAL for moment in counter.moments)
    assert late[0] < INTERVAL / 2


def test_it_stops(counter: Counter) -> None:
    ticker = Ticker(counter.tick, INTERVAL)
    ticker.start()
    assert counter.wait_for(1)
    (thread,) = counter.threads
    ticker.stop()
    thread.join(PATIENCE)
    assert not thread.is_alive()
    count = counter.count
    assert not counter.wait_for(count + 1, 4 * INTERVAL.total_seconds())


def test_slow_tick_is_not_followed_by_all_that_were_missed(counter: Counter) -> None:
    may_go = threading.Event()

    def tick() -> None:
        counter.tick()
        if counter.count == 1:
            may_go.wait(PATIENCE)

    ticker = Ticker(tick, INTERVAL)
    ticker.start()
    assert counter.wait_for(1)
    assert not counter.wait_for(2, 10 * INTERVAL.total_seconds())
    may_go.set()
    assert counter.wait_for(2)
    ticker.stop()
    assert counter.count < 5


def test_tick_that_fails_is_followed_by_the_next(counter: Counter, caplog: pytest.LogCaptureFixture) -> None:
    def tick() -> None:
        counter.tick()
        raise RuntimeError("no")

    ticker = Ticker(tick, INTERVAL)
    ticker.start()
    assert counter.wait_for(3)
    ticker.stop()
    assert any("raised an exception" in record.getMessage() for record in caplog.records)


def test_realigned_after_the_clock_was_set_back_it_ticks_at_once(counter: Counter) -> None:
    ticker = Ticker(counter.tick, INTERVAL)
    ticker.start()
    assert counter.wait_for(1)
    # What a clock that was set back by an hour leaves behind: a next run that is an hour off.
    ticker._job.modify(next_run_time=datetime.now(UTC) + timedelta(hours=1))
    count = counter.count
    assert not counter.wait_for(count + 2, 4 * INTERVAL.total_seconds())
    ticker.realign()
    assert counter.wait_for(count + 3)
    ticker.stop()


def test_realigning_a_ticker_that_is_well_changes_nothing(ticker: Ticker, counter: Counter) -> None:
    assert counter.wait_for(2)
    before = ticker._job.trigger
    ticker.realign()
    assert ticker._job.trigger is before
