"""The window: until it is there, until a key or the mouse shows, and what is left of it in memory once it is closed.

Everything is measured in the tray program itself, in a session, with journals of ten made-up years
(`benchmarks.journals`). The clock of an opening runs from the call that opens the window until its first paint event
was handled and sent to the X server, and until its charts were painted as they stay; when a chart's colour is on the
screen for the first time is seen by a second client of the X server as well. Beside it stands an empty window of the
same size in a program that does nothing else. The first opening of a start also reads the window's code. The programs
take turns.

Memory is held to what is resident, page by page: the PSS of a program falls when another one maps the same libraries,
as anything with a window does that runs while it is looked at.
"""

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any

from benchmarks.journals import CLOCK, write_many, write_ten_years
from benchmarks.processes import Memory
from benchmarks.programs import YARDSTICKS
from benchmarks.screen_watch import ScreenWatch
from benchmarks.table import NotMeasured
from tests.session.configuration import PANEL_HEIGHT
from tests.session.desktop import SCREEN_SIZE, DesktopSession
from tests.session.picture import Box
from tests.session.processes import Process, wait_for

# Wherever the window is, its thread runs through here, with the sage dots of some weeks.
_STRIP = Box(600, 0, 150, SCREEN_SIZE[1] - PANEL_HEIGHT)
_BETWEEN_LOOKS = 0.004
_TIMEOUT = 240.0


@dataclass
class OpenTimes:
    """Milliseconds since the call that opens the window: to its first paint, its charts' last, and a chart seen."""

    painted: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    seen: list[float] = field(default_factory=list)


@dataclass
class Openings:
    """The first openings of all starts, and the later ones."""

    first: OpenTimes = field(default_factory=OpenTimes)
    later: OpenTimes = field(default_factory=OpenTimes)

    def add(self, number: int, told: Mapping[str, Any], seen: float | None = None) -> None:
        """Add what was told of the opening of this number in its start."""
        times = self.later if number else self.first
        times.painted.append((told["painted"] - told["opened"]) * 1000)
        if "whole" in told:
            times.whole.append((told["whole"] - told["opened"]) * 1000)
        if seen is not None:
            times.seen.append((seen - told["opened"]) * 1000)


@dataclass
class UseTimes:
    """Milliseconds until a key or the mouse shows, by the range shown then."""

    thread: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    thread_anew: list[float] = field(default_factory=list)
    thread_again: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    hover: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))


@dataclass
class WindowMemory:
    """Before the first opening, and with each window and after each; `read_before` are modules read too early."""

    read_before: list[str]
    idle: Memory
    opened: list[Memory] = field(default_factory=list)
    closed: list[Memory] = field(default_factory=list)


@dataclass
class WindowTimes:
    """All that was measured of the window. `check_ins` are those of the fuller journal."""

    check_ins: int
    ten_years: Openings
    many: Openings
    empty: Openings
    use: UseTimes
    memory: WindowMemory


def measure_window(
    session: DesktopSession, disk_folder: Path, starts: int, openings: int, windows: int, hovers: int
) -> WindowTimes:
    """Open the window `openings` times in each of `starts`, use `windows`, the mouse along `hovers` bars at most.

    Raises:
        NotMeasured: a program has ended too soon, or not all was seen.
    """
    session.move_pointer(0, 0)
    with tempfile.TemporaryDirectory(prefix="window-", dir=disk_folder) as name:
        ten_years, many = Path(name) / "ten-years.db", Path(name) / "many.db"
        write_ten_years(session, ten_years)
        check_ins = write_many(ten_years, many)
        opened = {ten_years: Openings(), many: Openings()}
        empty = Openings()
        for _ in range(starts):
            for journal, times in opened.items():
                size = _open_often(session, journal, openings, times)
            _open_empty(session, openings, size, empty)
        use = _use(session, ten_years, windows, hovers)
        memory = _memory(session, ten_years, windows)
    return WindowTimes(check_ins, opened[ten_years], opened[many], empty, use, memory)


def percentile_95(figures: list[float]) -> float:
    """What 95 of 100 figures do not exceed."""
    return quantiles(figures, n=20, method="inclusive")[-1]


def _open_often(session: DesktopSession, journal: Path, openings: int, times: Openings) -> tuple[int, int]:
    """Open and close the window of one start of the program; its size."""
    process = _start_probe(session, "open", journal, openings)
    try:
        begun = _beginning(process)
        with _watch(session, begun["sage"]) as screen:
            told = _end(process)
    finally:
        process.end()
    if not len(told) == len(screen.appearances) == openings:
        counts = f"{len(told)} painted, {len(screen.appearances)} seen on the screen, {openings} expected"
        raise NotMeasured(f"windows: {counts}\n{process.stderr_text()}")
    for number, (opening, seen) in enumerate(zip(told, screen.appearances, strict=True)):
        times.add(number, opening, seen)
    return told[0]["width"], told[0]["height"]


def _open_empty(session: DesktopSession, openings: int, size: tuple[int, int], times: Openings) -> None:
    argv = [sys.executable, str(YARDSTICKS / "empty_window.py"), str(openings), *map(str, size)]
    process = session.start(argv)
    try:
        # Watched just as Herwidget's own, which costs a little.
        with _watch(session, "#4F6F5E"):
            told = _end(process)
    finally:
        process.end()
    if len(told) != openings:
        raise NotMeasured(f"empty windows: {len(told)} of {openings}\n{process.stderr_text()}")
    for number, opening in enumerate(told):
        times.add(number, opening)


def _use(session: DesktopSession, journal: Path, windows: int, hovers: int) -> UseTimes:
    process = _start_probe(session, "use", journal, windows, hovers)
    try:
        _beginning(process)
        told = _end(process)
    finally:
        process.end()
    times = UseTimes()
    for act in told:
        if "hover" in act:
            times.hover[act["hover"]].append(act["painted"] * 1000)
        else:
            times.thread[act["range"]].append(act["painted"] * 1000)
            (times.thread_anew if act["anew"] else times.thread_again).append(act["painted"] * 1000)
            times.whole.append(act["whole"] * 1000)
    return times


def _memory(session: DesktopSession, journal: Path, openings: int) -> WindowMemory:
    process = _start_probe(session, "remember", journal, openings)
    try:
        begun = _beginning(process)
        told = _end(process)
    finally:
        process.end()
    looks = [(look["when"], Memory(**look["memory"])) for look in told]
    memory = WindowMemory(begun["read"], looks[0][1])
    for when, look in looks[1:]:
        (memory.opened if when == "open" else memory.closed).append(look)
    return memory


def _start_probe(session: DesktopSession, task: str, journal: Path, times: int, hovers: int = 0) -> Process:
    argv = [sys.executable, "-m", "benchmarks.window_probe", task, str(journal), str(times), str(hovers)]
    return session.start(argv, **CLOCK)


def _beginning(process: Process) -> Mapping[str, Any]:
    """Wait for the first line of a probe; what it says."""
    wait_for(lambda: _lines(process) or process.exit_code is not None, 20, "the program to be ready")
    if process.exit_code is not None:
        raise NotMeasured(f"the program ended\n{process.stderr_text()}")
    return _lines(process)[0]


def _end(process: Process) -> list[Mapping[str, Any]]:
    """Wait for a program to end; its lines, but for a probe's first one."""
    if process.wait_exit(_TIMEOUT):
        raise NotMeasured(f"the program ended with {process.exit_code}\n{process.stderr_text()}")
    return [line for line in _lines(process) if "read" not in line]


def _lines(process: Process) -> list[Mapping[str, Any]]:
    return [json.loads(line) for line in process.stdout_text().splitlines(keepends=True) if line.endswith("\n")]


def _watch(session: DesktopSession, colour: str) -> ScreenWatch:
    return ScreenWatch(session.display, _STRIP, bytes.fromhex(colour.removeprefix("#")), _BETWEEN_LOOKS)
