"""The charts against published values, and the limit against numbers worked out by hand."""

from math import sqrt
from statistics import NormalDist

import pytest

from herwidget.core.signals.chart import Cusum, Ewma, Usual, limits, shrunk_persistence, standard_error, t_like_normal
from herwidget.core.student_t import t_quantile

KNOWN = Usual(days=10**12, mean=0.0, spread=1.0, persistence=0.0)
"""A mean and a spread that are known, and days that do not follow upon each other, as the tables take them."""
FOREVER = 10**6


def average_run_length(smoothing: float, level: float, states: int = 101) -> float:
    """Days until a two-sided EWMA first leaves its limits, by a Markov chain (Brook & Evans 1972, doi
    10.1093/biomet/59.3.539; for the EWMA Lucas & Saccucci 1990, doi 10.1080/00401706.1990.10484583)."""
    limit = level * standard_error(KNOWN, smoothing, FOREVER)
    width = 2 * limit / states
    middles = [-limit + (state + 0.5) * width for state in range(states)]
    normal = NormalDist()

    def reached(start: float, end: float) -> float:
        centre = (end - (1 - smoothing) * start) / smoothing
        half = width / smoothing / 2
        return normal.cdf(centre + half) - normal.cdf(centre - half)

    rows = [
        [(start == end) - reached(middles[start], middles[end]) for end in range(states)] for start in range(states)
    ]
    lengths = [1.0] * states
    for pivot in range(states):
        scale = rows[pivot][pivot]
        for below in range(pivot + 1, states):
            factor = rows[below][pivot] / scale
            if factor:
                rows[below] = [one - factor * other for one, other in zip(rows[below], rows[pivot], strict=True)]
                lengths[below] -= factor * lengths[pivot]
    for pivot in reversed(range(states)):
        known = sum(rows[pivot][end] * lengths[end] for end in range(pivot + 1, states))
        lengths[pivot] = (lengths[pivot] - known) / rows[pivot][pivot]
    return lengths[states // 2]


@pytest.mark.parametrize(
    ("smoothing", "level", "days"),
    [
        (0.05, 2.32, 250),
        (0.10, 2.55, 250),
        (0.15, 2.65, 250),
        (0.20, 2.72, 250),
        (0.25, 2.76, 250),
        (0.20, 2.962, 500),
        (0.10, 2.814, 500),
    ],
)
def test_critical_values_of_the_ewma_are_the_published_ones(smoothing: float, level: float, days: int) -> None:
    """Crowder 1989, doi 10.1080/00224065.1989.11979164; the last two Lucas & Saccucci 1990."""
    assert average_run_length(smoothing, level) == pytest.approx(days, rel=0.03)


def test_the_limit_is_the_formula_worked_out_by_hand() -> None:
    usual = Usual(days=28, mean=40.0, spread=10.0, persistence=0.3)
    # After 5 days with smoothing .1: .1/1.9 · (1 - .9^10) · 1.27/.73, and 1.3/.7 of 1/28.
    of_chart = 0.1 / 1.9 * (1 - 0.9**10) * 1.27 / 0.73
    of_baseline = 1.3 / 0.7 / 28
    assert standard_error(usual, 0.1, 5) == pytest.approx(sqrt(of_chart + of_baseline))
    (limit,) = limits(usual, 0.1, 5, 2.0)
    assert limit == pytest.approx(40 + 10 * t_like_normal(2.0, 27) * sqrt(of_chart + of_baseline))
    assert limit == pytest.approx(47.44, abs=0.01)


@pytest.mark.parametrize("degrees", [19, 27, 60, 364])
@pytest.mark.parametrize("level", [1.5, 1.76, 2.22, 2.64, 3.0])
def test_the_quick_t_quantile_is_the_exact_one(degrees: int, level: float) -> None:
    assert t_like_normal(level, degrees) == pytest.approx(t_quantile(NormalDist().cdf(level), degrees), abs=1e-3)


def test_persistence_is_shrunk_towards_an_ordinary_person() -> None:
    assert shrunk_persistence(0.3, 28) == pytest.approx(0.3)
    assert shrunk_persistence(0.9, 20) == pytest.approx(0.6)
    assert (shrunk_persistence(-1.0, 100), shrunk_persistence(0.99, 10_000)) == (0.0, 0.8)


def test_ewma_and_cusum_by_hand() -> None:
    average = Ewma(40.0, 0.1)
    assert [round(average.advance(value), 3) for value in (50, 50, 30)] == [41.0, 41.9, 40.71]
    total = Cusum(0.25)
    assert [total.advance(value) for value in (1.25, -3.0, 0.5, 0.5)] == [1.0, 0.0, 0.25, 0.5]
