"""Memory, wake-ups and processor time of the programs when nobody does anything.

All three idle in the same session at the same time. After a while their memory is read; from then on they are
watched for a minute. Counted are

- wake-ups: the context switches of all threads, that is, how often a thread that slept was woken. A minute's tick
  that wakes three threads counts three times: the strictest measure there is, and the one the target is held to;
- moments: tenths of a second in which any thread was awake, with those that follow on each other taken as one.
  What a battery feels, for threads that wake one another find the processor awake.
"""

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.processes import ThreadState, memory_of, process_tree, threads_of
from benchmarks.programs import PROGRAMS, Program
from benchmarks.startup import TrayListener
from benchmarks.table import NotMeasured
from tests.session.desktop import DesktopSession
from tests.session.processes import Process

_SAMPLE_SECONDS = 0.1


@dataclass
class Watched:
    """One program's idling. `wake_ups` are by the threads' names."""

    memory: float = 0.0
    wake_ups: Counter[str] = field(default_factory=Counter)
    moments: int = 0
    run_milliseconds: float = 0.0


def measure_idle(session: DesktopSession, settle: float, watch: float) -> dict[Program, Watched]:
    """Let all programs idle for `settle` seconds, then watch them for `watch` seconds.

    Raises:
        NotMeasured: a program did not start or has ended.
    """
    processes: dict[Program, Process] = {}
    with TrayListener(session) as listener:
        for program in PROGRAMS:
            processes[program] = session.start(program.argv)
            listener.icon_of(processes[program].pid)
    time.sleep(settle)
    try:
        watched = _watch(processes, watch)
    except OSError as error:
        ended = [program.name for program, process in processes.items() if process.exit_code is not None]
        raise NotMeasured(f"ended while it should idle: {', '.join(ended) or error}") from error
    for process in processes.values():
        process.end()
    return watched


def _watch(processes: Mapping[Program, Process], seconds: float) -> dict[Program, Watched]:
    trees = {program: process_tree(process.pid) for program, process in processes.items()}
    watched = {program: Watched(memory=memory_of(tree)) for program, tree in trees.items()}
    seen = {program: threads_of(tree) for program, tree in trees.items()}
    awake = dict.fromkeys(trees, False)
    began = time.monotonic()
    for number in range(1, round(seconds / _SAMPLE_SECONDS) + 1):
        time.sleep(max(0.0, began + number * _SAMPLE_SECONDS - time.monotonic()))
        for program, tree in trees.items():
            now = threads_of(tree)
            stirred = _add(watched[program], seen[program], now)
            watched[program].moments += stirred and not awake[program]
            awake[program], seen[program] = stirred, now
    return watched


def _add(watched: Watched, before: Mapping[int, ThreadState], now: Mapping[int, ThreadState]) -> bool:
    """Add what the threads did between two looks at them; whether any was awake."""
    stirred = False
    for number, state in now.items():
        earlier = before.get(number) or ThreadState(state.name, 0, 0)
        if state.switches != earlier.switches:
            stirred = True
            watched.wake_ups[state.name] += state.switches - earlier.switches
            watched.run_milliseconds += (state.run_nanoseconds - earlier.run_nanoseconds) / 1e6
    return stirred
