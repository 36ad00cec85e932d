"""Where the differences after being with somebody stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.charts.after_layout import HEIGHT_OF_LABELS, ROW, AfterLayout
from herwidget.core.history.differences import Difference, difference

differences = st.lists(st.lists(st.integers(-4, 4).map(float), max_size=20).map(difference), max_size=30)
layouts = st.builds(
    lambda shown, left, width: AfterLayout(shown, left, left + width),
    differences,
    st.floats(10, 130),
    st.floats(40, 900),
)


@given(differences, st.floats(10, 130), st.floats(40, 900))
def test_each_row_is_found_and_holds_its_interval(shown: list[Difference], left: float, width: float) -> None:
    layout = AfterLayout(shown, left, left + width)
    assert layout.height == HEIGHT_OF_LABELS + ROW * max(1, len(shown))
    for row, one in enumerate(shown):
        assert layout.row_at(layout.rows.centre(row)) == row
        if one.low is not None and one.mean is not None and one.high is not None:
            places = [layout.x(value) for value in (one.low, one.mean, one.high)]
            assert places == sorted(places)
            assert left - 1e-6 <= places[0] and places[-1] <= left + width + 1e-6


@given(layouts)
def test_no_difference_lies_in_the_middle(layout: AfterLayout) -> None:
    scale = layout.differences
    assert layout.x(0) == pytest.approx((scale.start + scale.end) / 2)
    assert (layout.x(-9), layout.x(9)) == pytest.approx((scale.start, scale.end))
    assert layout.row_at(HEIGHT_OF_LABELS - 1) is layout.row_at(layout.height + 1) is None


@pytest.mark.parametrize(
    ("low", "high", "reach"),
    [(-0.2, 0.4, 1.0), (-0.2, 1.0, 1.0), (0.3, 1.1, 1.5), (-1.6, 0.1, 2.0), (-6.0, 5.0, 4.0)],
)
def test_the_axis_grows_by_half_steps(low: float, high: float, reach: float) -> None:
    assert AfterLayout([Difference(9, 0.0, low, high)], 0, 100).reach == reach


def test_too_few_pairs_leave_the_axis_at_a_step() -> None:
    assert AfterLayout([Difference(3)], 0, 100).reach == AfterLayout([], 0, 100).reach == 1.0
