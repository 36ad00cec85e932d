"""How much longer it takes where there is more to do: a ratio, which is the same on a fast machine and a slow one.

How long things take is told by `make bench`.
"""

from collections.abc import Callable
from time import process_time


def growth(prepare: Callable[[int], Callable[[], object]], less: int, more: int, rounds: int = 5) -> float:
    """The time of the work with `more` to do over that with `less`; of each the shortest of some rounds, in turn.

    `prepare` is given how much there is to do and returns the work.
    """
    works = [prepare(amount) for amount in (less, more)]
    spans = [float("inf")] * 2
    for _ in range(rounds):
        for place, work in enumerate(works):
            began = process_time()
            work()
            spans[place] = min(spans[place], process_time() - began)
    return spans[1] / spans[0]
