"""Quantiles of Student's t distribution, which the standard library lacks."""

from functools import lru_cache
from math import exp, lgamma, log, pi, sqrt

_ITERATIONS = 300
_TINY = 1e-300


@lru_cache(maxsize=512)
def t_quantile(probability: float, degrees: int) -> float:
    """The value below which a t variable with `degrees` of freedom (1 or more) lies with `probability` (0 to 1).

    Raises:
        ValueError: an argument is out of its range.
    """
    if not 0.0 < probability < 1.0 or degrees < 1:
        raise ValueError(f"no t quantile for {probability} and {degrees} degrees of freedom")
    if probability < 0.5:
        return -t_quantile(1.0 - probability, degrees)
    low, high = 0.0, 2.0
    while _t_below(high, degrees) < probability:
        low, high = high, high * 2
    # Newton's steps, held between the two: some six of them instead of forty halvings.
    value = (low + high) / 2
    for _ in range(_ITERATIONS):
        missing = probability - _t_below(value, degrees)
        low, high = (value, high) if missing > 0 else (low, value)
        following = value + missing / _density(value, degrees)
        if not low < following < high:
            following = (low + high) / 2
        if abs(following - value) <= 1e-13 * max(1.0, value):
            break
        value = following
    return value


def _t_below(value: float, degrees: int) -> float:
    """P(T <= value) for value >= 0, by the incomplete beta function (https://dlmf.nist.gov/8.17)."""
    return 1.0 - _incomplete_beta(degrees / (degrees + value * value), degrees / 2, 0.5) / 2


def _density(value: float, degrees: int) -> float:
    front: float = exp(lgamma((degrees + 1) / 2) - lgamma(degrees / 2)) / sqrt(degrees * pi)
    return front * float((1.0 + value * value / degrees) ** (-(degrees + 1) / 2))


def _incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularized I_x(a, b)."""
    if x <= 0.0 or x >= 1.0:
        return min(1.0, max(0.0, x))
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1.0 - x))
    if x > (a + 1.0) / (a + b + 2.0):
        return 1.0 - front * _continued_fraction(1.0 - x, b, a) / b
    return front * _continued_fraction(x, a, b) / a


def _continued_fraction(x: float, a: float, b: float) -> float:
    """The fraction of https://dlmf.nist.gov/8.17.E22, from the front (Lentz 1976, doi 10.1364/AO.15.000668)."""
    c, d = 1.0, 1.0 / _not_zero(1.0 - (a + b) * x / (a + 1.0))
    fraction = d
    for m in range(1, _ITERATIONS):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1.0 / _not_zero(1.0 + term * d)
            c = _not_zero(1.0 + term / c)
            fraction *= c * d
        if abs(c * d - 1.0) < 1e-15:
            break
    return fraction


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def mean_and_half_width(values: list[float], confidence: float = 0.95) -> tuple[float, float]:
    """The mean of at least two values, and half the width of its confidence interval by Student's t (Gosset 1908,
    doi 10.1093/biomet/6.1.1).

    Raises:
        ValueError: there are fewer than two.
    """
    count = len(values)
    if count < 2:
        raise ValueError("an interval needs two values at least")
    mean = sum(values) / count
    spread = sqrt(sum((value - mean) ** 2 for value in values) / (count - 1))
    return mean, t_quantile((1 + confidence) / 2, count - 1) * spread / sqrt(count)
