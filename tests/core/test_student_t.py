"""Student's t against the published tables (two-sided levels in their usual three decimals)."""

from math import pi, sqrt, tan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.student_t import mean_and_half_width, t_quantile

TABLE = [
    (0.975, 1, 12.706),
    (0.975, 2, 4.303),
    (0.975, 7, 2.365),
    (0.95, 10, 1.812),
    (0.995, 3, 5.841),
    (0.975, 30, 2.042),
    (0.975, 120, 1.980),
    (0.975, 1000, 1.962),
    (0.9995, 1, 636.619),
    (0.75, 5, 0.727),
]


@pytest.mark.parametrize(("probability", "degrees", "value"), TABLE)
def test_published_values(probability: float, degrees: int, value: float) -> None:
    assert t_quantile(probability, degrees) == pytest.approx(value, abs=0.0005)


@given(st.floats(0.001, 0.999))
def test_one_and_two_degrees_have_closed_forms(probability: float) -> None:
    assert t_quantile(probability, 1) == pytest.approx(tan(pi * (probability - 0.5)), rel=1e-6, abs=1e-9)
    two = (2 * probability - 1) * sqrt(2 / (4 * probability * (1 - probability)))
    assert t_quantile(probability, 2) == pytest.approx(two, rel=1e-6, abs=1e-9)


@given(st.floats(0.0001, 0.9999), st.integers(1, 3000))
def test_both_sides_are_alike(probability: float, degrees: int) -> None:
    value = t_quantile(probability, degrees)
    assert t_quantile(1 - probability, degrees) == pytest.approx(-value, rel=1e-6, abs=1e-9)
    assert value * (probability - 0.5) >= 0
    wider = t_quantile(min(0.99995, probability + 0.00005), degrees)
    assert wider >= value


@pytest.mark.parametrize(("probability", "degrees"), [(0.0, 5), (1.0, 5), (-0.1, 5), (1.5, 5), (0.975, 0)])
def test_what_has_no_quantile_is_refused(probability: float, degrees: int) -> None:
    with pytest.raises(ValueError, match="no t quantile"):
        t_quantile(probability, degrees)


def test_known_interval() -> None:
    # Mean 5, standard deviation sqrt(2.5), t(4) = 2.776: 2.776445 * 1.581139 / 2.236068 = 1.963243.
    assert mean_and_half_width([3, 4, 5, 6, 7]) == pytest.approx((5.0, 1.963243), abs=1e-5)
    assert mean_and_half_width([3, 4, 5, 6, 7], 0.9)[1] == pytest.approx(2.131847 * sqrt(0.5), abs=1e-5)
    assert mean_and_half_width([2.0, 2.0]) == (2.0, 0.0)


@pytest.mark.parametrize("values", [[], [1.0]])
def test_an_interval_needs_two_values(values: list[float]) -> None:
    with pytest.raises(ValueError, match="two values"):
        mean_and_half_width(values)
