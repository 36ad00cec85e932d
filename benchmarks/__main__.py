"""`python -m benchmarks`: measure Herwidget beside the yardsticks and print one table.

The exit code is 0 whatever the figures are: a benchmark is not a test. It is 1 when something was not measured.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.card import measure_cards
from benchmarks.idle import measure_idle
from benchmarks.machine import describe_machine, is_busy
from benchmarks.packages import NOTHING, built, measure_packages
from benchmarks.programs import BARE, HERWIDGET, LOADED, welcome
from benchmarks.reckoning import measure_reckoning
from benchmarks.saving import measure_saving
from benchmarks.startup import measure_startup
from benchmarks.table import Row, table
from benchmarks.window import UseTimes, WindowMemory, measure_window, percentile_95
from tests.session.desktop import DesktopSession, missing_packages

# On the disk of the checkout, as /tmp may lie in memory; `make clean` removes what a killed run leaves there.
DISK_FOLDER = Path(__file__).resolve().parent.parent / "build"


@dataclass(frozen=True)
class Extent:
    """How long and how often to measure."""

    starts: int = 11
    # Until then Qt's cache of fonts wakes every program that has drawn a letter.
    settle: float = 130.0
    watch: float = 60.0
    card_starts: int = 7
    cards: int = 3
    answers: int = 300
    window_starts: int = 7
    openings: int = 4
    windows: int = 5
    hovers: int = 400


QUICK = Extent(
    starts=3,
    settle=15.0,
    watch=60.0,
    card_starts=2,
    answers=50,
    window_starts=2,
    openings=2,
    windows=1,
    hovers=60,
)

Part = Callable[[DesktopSession, Extent], Iterator[Row]]


def startup_rows(session: DesktopSession, extent: Extent) -> Iterator[Row]:
    """Start to tray icon."""
    times = measure_startup(session, extent.starts)
    herwidget, bare, loaded = (times[program] for program in (HERWIDGET, BARE, LOADED))
    yield Row("start to tray icon, ms", herwidget.registered, bare.registered, "bare", 1.5)
    yield Row("start to tray icon, ms", herwidget.registered, loaded.registered, "loaded")
    yield Row("start to icon seen in the panel, ms", herwidget.shown, bare.shown, "bare")
    yield Row("start to icon seen in the panel, ms", herwidget.shown, loaded.shown, "loaded")


def card_rows(session: DesktopSession, extent: Extent) -> Iterator[Row]:
    """Due moment to card."""
    first, later = measure_cards(session, extent.card_starts, extent.cards)
    yield Row("due to first card on screen, ms", first.seen, most=100, absolute=True)
    yield Row("  of that until painted, ms", first.painted)
    yield Row("due to later card on screen, ms", later.seen, most=100, absolute=True)
    yield Row("  of that until painted, ms", later.painted)


def idle_rows(session: DesktopSession, extent: Extent) -> Iterator[Row]:
    """Memory and wake-ups."""
    watched = measure_idle(session, extent.settle, extent.watch)
    herwidget, bare, loaded = (watched[program] for program in (HERWIDGET, BARE, LOADED))
    memory = f"PSS after {extent.settle:g} s idle or more, MB"
    yield Row(memory, [herwidget.memory.pss], [loaded.memory.pss], "loaded", 1.1)
    yield Row("  of that no pages of files, MB", [herwidget.memory.anonymous], [loaded.memory.anonymous], "loaded")
    yield Row(memory, [herwidget.memory.pss], [bare.memory.pss], "bare")
    per_minute = 60 / extent.watch
    counts = [sum(each.wake_ups.values()) * per_minute for each in (herwidget, bare)]
    yield Row("wake-ups of all threads per minute", counts[:1], counts[1:], "bare", 4, absolute=True)
    for thread, wake_ups in sorted(herwidget.wake_ups.items()):
        yield Row(f"  thread {thread}", [wake_ups * per_minute], [bare.wake_ups[thread] * per_minute], "bare")
    switches = [each.switches * per_minute for each in (herwidget, bare)]
    yield Row("context switches per minute", switches[:1], switches[1:], "bare")
    moments = [each.moments * per_minute for each in (herwidget, bare)]
    yield Row("moments awake per minute", moments[:1], moments[1:], "bare")
    run = [each.run_milliseconds * per_minute for each in (herwidget, bare)]
    yield Row("processor time per idle minute, ms", run[:1], run[1:], "bare")


def saving_rows(_session: DesktopSession, extent: Extent) -> Iterator[Row]:
    """One answer kept."""
    times = measure_saving(DISK_FOLDER, extent.answers)
    yield Row("one answer kept, ms", times.herwidget, times.plain, "sqlite3", 2)
    yield Row("  both folding the log each time, ms", times.herwidget, times.plain_folding, "sqlite3")


def reckoning_rows(_session: DesktopSession, extent: Extent) -> Iterator[Row]:
    """What is worked out while somebody waits."""
    yield from measure_reckoning(DISK_FOLDER, extent.starts)


def package_rows(session: DesktopSession, extent: Extent) -> Iterator[Row]:
    """The packages, where they were built."""
    if built():
        yield from measure_packages(session, extent.starts)
    else:
        print(NOTHING, flush=True)


def window_rows(session: DesktopSession, extent: Extent) -> Iterator[Row]:
    """The window, its use, and what it leaves."""
    measured = measure_window(
        session, DISK_FOLDER, extent.window_starts, extent.openings, extent.windows, extent.hovers
    )
    openings = {"ten years": (measured.ten_years, 1.3), f"{measured.check_ins:,} check-ins": (measured.many, 2.0)}
    for journal, (opened, most) in openings.items():
        yield Row(
            f"first window, {journal}: to first paint, ms",
            opened.first.painted,
            measured.empty.first.painted,
            "empty",
            most,
        )
        yield Row("  until its charts are painted, ms", opened.first.whole)
        yield Row("  until a chart is seen on the screen, ms", opened.first.seen)
        yield Row(
            f"later window, {journal}: to first paint, ms", opened.later.painted, measured.empty.later.painted, "empty"
        )
        yield Row("  until its charts are painted, ms", opened.later.whole)
        yield Row("  until a chart is seen on the screen, ms", opened.later.seen)
    yield from _use_rows(measured.use)
    yield from _window_memory_rows(measured.memory)


def _use_rows(use: UseTimes) -> Iterator[Row]:
    every = [time for times in use.thread.values() for time in times]
    kinds = {
        "change of range": every,
        **{f"change of range to {name}": use.thread[name] for name in ("year", "all")},
        **{f"mouse to the next bar, range {name}": use.hover[name] for name in ("year", "all")},
    }
    for what, times in kinds.items():
        yield Row(f"{what}: to its paint, ms", times)
        yield Row("  95th percentile, ms", [percentile_95(times)], most=16, absolute=True)
    yield Row("change to a range not shown before, ms", use.thread_anew)
    yield Row("change to a range shown before, ms", use.thread_again)
    yield Row("change of range until the whole page is painted, ms", use.whole)


def _window_memory_rows(memory: WindowMemory) -> Iterator[Row]:
    idle, first, last = memory.idle, memory.closed[0], memory.closed[-1]
    yield Row("idle before the first window, PSS, MB", [idle.pss])
    yield Row("with the window, resident more than idle, MB", [memory.opened[0].resident - idle.resident])
    after = {"after it was closed": first}
    if len(memory.closed) > 1:
        after[f"after {len(memory.closed)} windows"] = last
    for when, now in after.items():
        yield Row(f"{when}, resident more than idle, MB", [now.resident - idle.resident], most=5, absolute=True)
        yield Row("  of that no pages of files, MB", [now.anonymous - idle.anonymous], most=5, absolute=True)
        yield Row("  PSS more than idle, MB", [now.pss - idle.pss])
    yield Row("modules of the window read before it", [len(memory.read_before)], most=0, absolute=True)
    if memory.read_before:
        print(f"read before the window: {', '.join(memory.read_before)}", flush=True)


PARTS: dict[str, Part] = {
    "startup": startup_rows,
    "card": card_rows,
    "window": window_rows,
    "idle": idle_rows,
    "saving": saving_rows,
    "reckoning": reckoning_rows,
    "packages": package_rows,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for, print the table; 0, or 1 when something was not measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure Herwidget beside yardsticks.")
    parser.add_argument("parts", nargs="*", metavar="part", help=f"one of {', '.join(PARTS)}; all without any")
    parser.add_argument("--quick", action="store_true", help="fewer runs and a shorter wait: about three minutes")
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.parts) - PARTS.keys():
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if missing := missing_packages():
        print(f"nothing was measured: these Debian packages are missing: {' '.join(missing)}", file=sys.stderr)
        return 1
    DISK_FOLDER.mkdir(exist_ok=True)
    print(describe_machine(DISK_FOLDER), flush=True)
    if is_busy():
        print("The machine is busy with something else: times say less than they could.", flush=True)
    rows, failures = _measure(chosen.parts or list(PARTS), QUICK if chosen.quick else Extent())
    print(f"\n{table(rows)}\n\nFigures are medians, where measured several times between smallest and largest.")
    for failure in failures:
        print(f"\nNOT MEASURED: {failure}", file=sys.stderr)
    return 1 if failures else 0


def _measure(parts: Sequence[str], extent: Extent) -> tuple[list[Row], list[str]]:
    rows: list[Row] = []
    failures: list[str] = []
    for part in parts:
        began = time.monotonic()
        try:
            # A session for each, so that none finds what another has left.
            with DesktopSession() as session:
                welcome(session)
                rows += PARTS[part](session, extent)
        except Exception as error:
            failures.append(f"{part}: {type(error).__name__}: {error}")
        print(f"{part}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return rows, failures


if __name__ == "__main__":
    sys.exit(main())
