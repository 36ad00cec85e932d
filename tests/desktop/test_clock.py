"""The system's clock, and the one of tests."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from herwidget.desktop.clock import clock_from_environment, system_clock


def test_the_system_clock_is_aware_and_in_utc() -> None:
    assert system_clock().tzinfo is UTC
    assert abs(system_clock() - datetime.now(UTC)) < timedelta(seconds=20)


@pytest.mark.parametrize("value", [None, ""])
def test_nothing_asked_for_is_the_system_clock(value: str | None) -> None:
    assert clock_from_environment(value) == (system_clock, 1.0)


def test_a_clock_that_starts_elsewhere_and_runs_fast() -> None:
    clock, speed = clock_from_environment("2026-11-23T09:00:00Z;480")
    start = datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert speed == 480.0
    first = clock()
    assert timedelta() <= first - start < timedelta(hours=1)
    before = time.monotonic()
    earlier = clock()
    at_least_from = at_least_to = time.monotonic()
    while (later := clock()) - earlier < timedelta(seconds=24):
        at_least_to = time.monotonic()
    after = time.monotonic()
    least, most = (480 * timedelta(seconds=span) for span in (at_least_to - at_least_from, after - before))
    rounding = timedelta(milliseconds=1)
    assert least - rounding <= later - earlier <= most + rounding
    assert clock().tzinfo is UTC


def test_the_speed_may_be_left_out_and_the_offset_be_another() -> None:
    clock, speed = clock_from_environment("2026-11-23T18:00:00+09:00")
    assert speed == 1.0
    assert timedelta() <= clock() - datetime(2026, 11, 23, 9, tzinfo=UTC) < timedelta(seconds=20)


@pytest.mark.parametrize(
    "value",
    ["tomorrow", ";480", "2026-11-23T09:00:00;480", "2026-13-01T00:00:00Z;2"]
    + [f"2026-11-23T09:00:00Z;{speed}" for speed in ("", "fast", "0", "-1", "nan", "inf")],
)
def test_anything_else_is_refused_with_the_value_in_the_text(value: str) -> None:
    with pytest.raises(ValueError, match="is not a clock") as caught:
        clock_from_environment(value)
    assert value in str(caught.value)
