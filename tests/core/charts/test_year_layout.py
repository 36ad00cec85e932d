"""Where a year's cells stand: each day has its own, and is found there again."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.charts.year_layout import HEIGHT_OF_LABELS, YearLayout

# Leap years and others that begin on each weekday, among them the two with 54 columns (2000, 2028).
YEARS = (1999, 2000, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029)


def days_of_year(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=offset) for offset in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("width", [320, 400.5, 790, 1200])
@pytest.mark.parametrize("year", YEARS)
def test_each_day_is_found_at_its_cell(year: int, width: float) -> None:
    layout = YearLayout(year, 36, width)
    places = set()
    for day in days_of_year(year):
        x, y = layout.place(day)
        places.add((x, y))
        assert x >= 36 and x + layout.cell <= min(width, layout.width)
        assert y >= HEIGHT_OF_LABELS and y + layout.cell <= layout.height
        for part in (0.01, 0.5, 0.99):
            assert layout.day_at(x + part * layout.cell, y + part * layout.cell) == day
    assert len(places) == len(days_of_year(year))


@given(st.integers(1900, 2100), st.floats(320, 2000), st.floats(8, 30), st.floats(-50, 2100), st.floats(-50, 400))
def test_any_point_is_over_one_day_or_none(year: int, width: float, pitch: float, x: float, y: float) -> None:
    layout = YearLayout(year, 36, width, pitch)
    assert layout.pitch <= pitch
    day = layout.day_at(x, y)
    if day is None:
        # Left of, above, below, right of all cells, or in the weeks that other years share.
        edges = {date(year, 1, 1), date(year, 12, 31)}
        columns = [layout.place(edge)[0] for edge in edges]
        beside = x <= 36 + 1e-6 or y <= HEIGHT_OF_LABELS + 1e-6 or y >= layout.height - 1e-6 or x >= layout.width - 1e-6
        assert beside or any(column <= x <= column + layout.pitch for column in columns)
    else:
        left, top = layout.place(day)
        assert day.year == year
        assert left - 1e-6 <= x <= left + layout.pitch + 1e-6 and top - 1e-6 <= y <= top + layout.pitch + 1e-6


@given(st.integers(1900, 2100), st.floats(320, 2000))
def test_cells_never_overlap(year: int, width: float) -> None:
    layout = YearLayout(year, 36, width)
    assert 0 < layout.cell < layout.pitch
    places = [layout.place(day) for day in days_of_year(year)]
    columns = sorted({x for x, _ in places})
    rows = sorted({y for _, y in places})
    assert (len(columns), len(rows)) == (layout.columns, 7)
    for along in (columns, rows):
        for one, after in pairwise(along):
            assert after - one == pytest.approx(layout.pitch)


@given(st.integers(1900, 2100))
def test_months_are_named_over_their_own_columns_in_order(year: int) -> None:
    layout = YearLayout(year, 36, 790)
    places = [layout.month_x(month) for month in range(1, 13)]
    for month, x in enumerate(places, 1):
        named = [layout.day_at(x + layout.cell / 2, HEIGHT_OF_LABELS + (row + 0.5) * layout.pitch) for row in range(7)]
        assert any(day is not None and day.month == month for day in named)
    for one, after in pairwise(places):
        assert after - one >= 4 * layout.pitch - 1e-6
