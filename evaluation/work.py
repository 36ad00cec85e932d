"""Work that two processes share. The order of the results is the order of the tasks."""

import multiprocessing
import multiprocessing.pool
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TypeVar

Result = TypeVar("Result")

MOST_PROCESSES = 2
LEAST_PRIORITY = 19


class Pool:
    """Runs tasks, on two processors where there are two, behind everything else that the machine does."""

    def __init__(self, pool: multiprocessing.pool.Pool) -> None:
        self._pool = pool

    def run(self, tasks: Sequence[Callable[[], Result]]) -> list[Result]:
        """The results, in the tasks' order. Tasks go to other processes: partials of functions of a module."""
        return self._pool.map(_call, tasks, chunksize=1)


@contextmanager
def workers() -> Iterator[Pool]:
    """A pool that is closed at the end."""
    with multiprocessing.Pool(min(MOST_PROCESSES, os.cpu_count() or 1), _step_back) as pool:
        yield Pool(pool)


def _step_back() -> None:
    with suppress(OSError, AttributeError):
        os.nice(LEAST_PRIORITY)


def _call(task: Callable[[], Result]) -> Result:
    return task()
