"""What is usual, from the observed days of a window: running sums, so that a day costs the same in the tenth year."""

from collections import deque
from math import sqrt

from herwidget.core.signals.chart import Usual, shrunk_persistence

# Two observed days further apart than this say nothing of how one day follows upon another.
NEIGHBOUR_DAYS = 3
# What rounding leaves of a variance that is none.
_TINY = 1e-9


class Baseline:
    """Observed days, oldest first, with the sums that mean, spread and lag-1 autocorrelation come from.

    Neighbours are observed days that follow upon each other, with no more than two missing days between them: the chart
    counts observed days too.
    """

    __slots__ = ("_days", "_pair_products", "_pair_sums", "_pairs", "_squares", "_total")

    def __init__(self) -> None:
        self._days: deque[tuple[int, float]] = deque()
        self._total = self._squares = 0.0
        self._pairs = 0
        self._pair_sums = self._pair_products = 0.0

    def __len__(self) -> int:
        return len(self._days)

    def add(self, day: int, value: float) -> None:
        """Take in one observed day, later than all before; `day` is its ordinal."""
        days = self._days
        if days:
            before, earlier = days[-1]
            if day - before <= NEIGHBOUR_DAYS:
                self._pairs += 1
                self._pair_sums += earlier + value
                self._pair_products += earlier * value
        days.append((day, value))
        self._total += value
        self._squares += value * value

    def forget_before(self, day: int) -> None:
        """Leave out all days before this one."""
        days = self._days
        while days and days[0][0] < day:
            gone, value = days.popleft()
            self._total -= value
            self._squares -= value * value
            if days:
                after, later = days[0]
                if after - gone <= NEIGHBOUR_DAYS:
                    self._pairs -= 1
                    self._pair_sums -= value + later
                    self._pair_products -= value * later

    def usual(self, least_spread: float) -> Usual:
        """What the days tell; at least two are needed. The spread is no less than `least_spread`."""
        count = len(self._days)
        mean = self._total / count
        variance = max(0.0, self._squares - count * mean * mean) / (count - 1)
        lag = 0.0
        if self._pairs and variance > _TINY:
            covariance = (self._pair_products - mean * self._pair_sums) / self._pairs + mean * mean
            lag = min(1.0, max(-1.0, covariance / (variance * (count - 1) / count)))
        return Usual(count, mean, max(least_spread, sqrt(variance)), shrunk_persistence(lag, count))
