"""Child processes that open a journal of their own.

They are forked from a server that has the imports behind it and holds no lock, thread or journal of the tests.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from time import perf_counter
from typing import Any, TypeVar

_NOBODY = 65534
_Result = TypeVar("_Result")

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["pytest", "hypothesis", "herwidget.journal.journal"])


class Child:
    """A running child and the parent's end of the pipe to it; `work` gets the other end first."""

    def __init__(self, work: Callable[..., None], *arguments: Any) -> None:
        self.pipe, theirs = _context.Pipe()
        self._process = _context.Process(target=work, args=(theirs, *arguments))
        self._process.start()
        theirs.close()

    def kill(self) -> None:
        """End it as `kill -9` does."""
        self._process.kill()

    def end(self) -> int | None:
        """Wait for its end and give its exit code, a signal's number below zero."""
        self._process.join()
        code = self._process.exitcode
        self._process.close()
        self.pipe.close()
        return code


class KillMoments:
    """When to kill: about half before the work is done and half after, be the machine fast or slow.

    The longest wait grows when a kill came early and shrinks when it came late (an up-and-down design: Dixon & Mood
    1948, doi:10.1080/01621459.1948.10483254).
    """

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._longest = 0.02

    def wait(self) -> None:
        spin(self._chance.uniform(0, self._longest))

    def came(self, late: bool) -> None:
        """Learn from the last kill whether the work was done by then."""
        self._longest *= 1 / 1.3 if late else 1.3


def spin(seconds: float) -> None:
    """Wait for far less than a sleep takes at least."""
    end = perf_counter() + seconds
    while perf_counter() < end:
        pass


@contextmanager
def child(work: Callable[..., None], *arguments: Any) -> Iterator[Connection]:
    """A child for the length of a block, which must end well by itself."""
    running = Child(work, *arguments)
    try:
        yield running.pipe
    except BaseException:
        running.kill()
        running.end()
        raise
    assert running.end() == 0


def result_of(work: Callable[..., _Result], *arguments: Any) -> _Result:
    """What `work` returns in a child."""
    with child(_send_result, work, arguments) as pipe:
        try:
            result: _Result = pipe.recv()
        except EOFError as error:
            raise AssertionError(f"{work.__name__} failed in the child, which wrote why") from error
        return result


def _send_result(pipe: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    pipe.send(work(*arguments))


def give_to_nobody(*paths: os.PathLike[str]) -> None:
    """Root is bound by no permission, so its files go to the user that `become_nobody` turns into."""
    if os.geteuid() == 0:
        for path in paths:
            os.chown(path, _NOBODY, _NOBODY)


def become_nobody() -> None:
    """Leave root's powers behind for good; without them nothing changes."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)


def limit_files(size: int) -> None:
    """Let no file of this process, a child, grow beyond `size` bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
