"""What the kernel tells of a process and of all it has started: memory, wake-ups, time on a processor."""

import contextlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")


@dataclass(frozen=True)
class ThreadState:
    """What one thread has done so far.

    `sleeps` are its voluntary context switches: how often it went to sleep, and so how often it was woken.
    `pushed_off` are the involuntary ones: how often another thread took its processor, which is no wake-up.
    `run_nanoseconds` is the scheduler's own account; utime and stime say the same in hundredths of a second.
    """

    name: str
    sleeps: int
    pushed_off: int
    run_nanoseconds: int


def process_tree(pid: int) -> list[int]:
    """The process and all processes that descend from it."""
    children: dict[int, list[int]] = {}
    for folder in _PROC.glob("[0-9]*"):
        with contextlib.suppress(OSError):  # the process has ended
            # The name comes before, in brackets, and may hold anything.
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            children.setdefault(int(parent), []).append(int(folder.name))
    tree = [pid]
    for member in tree:
        tree += children.get(member, [])
    return tree


@dataclass(frozen=True)
class Memory:
    """In MB (2^20 bytes): `pss` counts pages shared between programs in parts, `anonymous` no pages of files at all.

    `resident` counts every page in whole, so that no other program can change it.
    """

    pss: float
    anonymous: float
    resident: float


def memory_of(processes: Iterable[int]) -> Memory:
    """The memory of processes, all taken together.

    Raises:
        OSError: one of them has ended.
    """
    kilobytes = Counter[str]()
    for process in processes:
        for line in (_PROC / str(process) / "smaps_rollup").read_text().splitlines()[1:]:
            name, number, _ = line.split()
            kilobytes[name] += int(number)
    return Memory(*(kilobytes[name] / 1024 for name in ("Pss:", "Anonymous:", "Rss:")))


def threads_of(processes: Iterable[int]) -> dict[int, ThreadState]:
    """The threads of processes by their numbers.

    Raises:
        OSError: one of the processes has ended.
    """
    states: dict[int, ThreadState] = {}
    for process in processes:
        for folder in (_PROC / str(process) / "task").iterdir():
            with contextlib.suppress(OSError):  # the thread has ended
                states[int(folder.name)] = _thread_state(folder, is_main=folder.name == str(process))
    return states


def _thread_state(folder: Path, *, is_main: bool) -> ThreadState:
    fields = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
    run_nanoseconds = int((folder / "schedstat").read_text().split()[0])
    return ThreadState(
        "main" if is_main else fields["Name"].strip(),
        int(fields["voluntary_ctxt_switches"]),
        int(fields["nonvoluntary_ctxt_switches"]),
        run_nanoseconds,
    )
