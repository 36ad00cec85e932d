"""Where the hours of the week stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.charts.rhythm_layout import HEIGHT, HEIGHT_OF_LABELS, RhythmLayout
from herwidget.core.history.records import HourSummary

told = st.lists(st.builds(HourSummary, st.integers(0, 6), st.integers(0, 23), st.integers(1, 9), st.floats(1, 5)))
layouts = st.builds(RhythmLayout, told, st.floats(34, 90), st.floats(320, 2000))


def test_the_hours_of_a_usual_day_are_always_there() -> None:
    assert RhythmLayout([], 36, 790).hours == range(10, 22)
    early, late = HourSummary(0, 6, 1, 3.0), HourSummary(6, 23, 1, 3.0)
    assert RhythmLayout([early], 36, 790).hours == range(6, 22)
    assert RhythmLayout([early, late], 36, 790).hours == range(6, 24)


@given(told, st.floats(34, 90), st.floats(320, 2000))
def test_each_hour_is_found_at_its_cell(hours: list[HourSummary], left: float, width: float) -> None:
    layout = RhythmLayout(hours, left, width)
    assert {one.hour for one in hours} <= set(layout.hours)
    for weekday in range(7):
        for hour in layout.hours:
            x, y = layout.centre(weekday, hour)
            assert left < x < width and HEIGHT_OF_LABELS < y < HEIGHT
            assert layout.cell_at(x, y) == (weekday, hour)


@given(layouts)
def test_beside_the_cells_there_is_none(layout: RhythmLayout) -> None:
    x, y = layout.centre(0, layout.hours.start)
    assert layout.cell_at(layout.columns.start - 1, y) is layout.cell_at(layout.columns.end + 1, y) is None
    assert layout.cell_at(x, HEIGHT_OF_LABELS - 1) is layout.cell_at(x, HEIGHT + 1) is None


def test_cells_share_the_width() -> None:
    layout = RhythmLayout([], 36, 300)
    assert layout.columns.step == pytest.approx(22)
