"""What the kernel tells of a process and of all it has started: memory, wake-ups, time on a processor."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")


@dataclass(frozen=True)
class ThreadState:
    """What one thread has done so far.

    `switches` counts how often it was taken off a processor, nearly always because it went to sleep; so it is
    also how often it was woken. `run_nanoseconds` is the scheduler's own account, finer than utime + stime, which
    count in hundredths of a second.
    """

    name: str
    switches: int
    run_nanoseconds: int


def process_tree(pid: int) -> list[int]:
    """The process and all processes that descend from it."""
    tree = [pid]
    for member in tree:
        for children in _PROC.glob(f"{member}/task/*/children"):
            with contextlib.suppress(OSError):  # the thread has ended
                tree += [int(child) for child in children.read_text().split()]
    return tree


def memory_of(pid: int) -> float:
    """PSS of a process tree in MB (2^20 bytes): pages shared between programs count in parts.

    Raises:
        OSError: the process has ended.
    """
    kilobytes = 0
    for member in process_tree(pid):
        for line in (_PROC / str(member) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                kilobytes += int(line.split()[1])
    return kilobytes / 1024


def threads_of(pid: int) -> dict[int, ThreadState]:
    """The threads of a process tree by their numbers."""
    states: dict[int, ThreadState] = {}
    for member in process_tree(pid):
        for folder in (_PROC / str(member) / "task").iterdir():
            with contextlib.suppress(OSError):  # the thread has ended
                states[int(folder.name)] = _thread_state(folder)
    return states


def _thread_state(folder: Path) -> ThreadState:
    fields = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
    switches = int(fields["voluntary_ctxt_switches"]) + int(fields["nonvoluntary_ctxt_switches"])
    run_nanoseconds = int((folder / "schedstat").read_text().split()[0])
    return ThreadState(fields["Name"].strip(), switches, run_nanoseconds)
