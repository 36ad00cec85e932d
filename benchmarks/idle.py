"""Memory, wake-ups and processor time of the programs when nobody does anything.

All three idle in the same session at the same time. After a while their memory is read: the PSS, and beside it what
is the program's own for certain, for the PSS of a program falls when another one maps the same libraries, as they
all do here, and as anything else that runs on the machine may do. From then on they are watched for a minute.
Counted are

- wake-ups: the voluntary context switches of all threads. A thread makes one when it goes to sleep, so they are
  how often a sleeping thread was woken. A tick that wakes three threads counts three times: the strictest measure
  there is, and the one the target is held to;
- context switches: these, and the involuntary ones, which tell more of what else runs on the machine;
- moments: tenths of a second in which any thread was awake, those that follow on each other taken as one. This is
  what a battery feels, for threads that wake one another find the processor awake.

Qt itself wakes every program that has drawn a letter each ten seconds for about the first two minutes (its cache
of fonts shrinks). A whole run looks after that; in a quick one, the bare program is the ground to compare with.
"""

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.processes import Memory, ThreadState, memory_of, process_tree, threads_of
from benchmarks.programs import PROGRAMS, Program
from benchmarks.startup import TrayListener
from benchmarks.table import NotMeasured
from tests.session.desktop import DesktopSession
from tests.session.processes import Process

_SAMPLE_SECONDS = 0.1


@dataclass
class Watched:
    """One program's idling. `wake_ups` are by the threads' names."""

    memory: Memory
    wake_ups: Counter[str] = field(default_factory=Counter)
    switches: int = 0
    moments: int = 0
    run_milliseconds: float = 0.0


def measure_idle(session: DesktopSession, settle: float, watch: float) -> dict[Program, Watched]:
    """Let all programs idle for `settle` seconds, then watch them for `watch` seconds.

    Raises:
        NotMeasured: a program did not start, has ended, or had an error that nobody caught.
    """
    processes: dict[Program, Process] = {}
    began = time.time()
    with TrayListener(session) as listener:
        for program in PROGRAMS:
            processes[program] = session.start(program.argv)
            listener.icon_of(processes[program].pid)
    time.sleep(settle)
    _pass_a_whole_minute(since=began)
    try:
        watched = _watch(processes, watch)
    except OSError as error:
        ended = [program.name for program, process in processes.items() if process.exit_code is not None]
        raise NotMeasured(f"ended while it should idle: {', '.join(ended) or error}") from error
    for program, process in processes.items():
        process.end()
        if "Traceback" in process.stderr_text():
            raise NotMeasured(f"{program.name}: {process.stderr_text()}")
    return watched


def _pass_a_whole_minute(since: float) -> None:
    """Herwidget ticks on the minute, and its first tick has more to do than those of every minute."""
    first_tick = (since // 60 + 1) * 60
    time.sleep(max(0.0, first_tick + 3 - time.time()))


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
        earlier = before.get(number) or ThreadState(state.name, 0, 0, 0)
        wake_ups = state.sleeps - earlier.sleeps
        switches = wake_ups + state.pushed_off - earlier.pushed_off
        if wake_ups:
            watched.wake_ups[state.name] += wake_ups
        watched.switches += switches
        watched.run_milliseconds += (state.run_nanoseconds - earlier.run_nanoseconds) / 1e6
        stirred = stirred or switches > 0
    return stirred
