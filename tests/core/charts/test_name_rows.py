"""Names above a chart never run into each other, nor does a stem lead through one."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.charts.name_rows import GAP, INSET, LEAST_WIDTH, MOST_ROWS, NamePlace, place_names

END = 800.0
# Left edge of the mark, width of the name.
names = st.lists(st.tuples(st.floats(40, END), st.floats(8, 160)), max_size=14).map(sorted)


def test_a_name_alone_stands_right_above_its_mark() -> None:
    assert place_names([], END) == []
    assert place_names([(100, 40), (300, 40)], END) == [NamePlace(0, 100 + INSET, 40), NamePlace(0, 300 + INSET, 40)]


def test_names_that_would_meet_stand_in_rows_and_the_next_one_is_low_again() -> None:
    placed = place_names([(100, 80), (120, 30), (400, 50)], END)
    assert [one.row for one in placed if one] == [1, 0, 0]


def test_a_name_at_the_end_is_moved_to_the_left() -> None:
    assert place_names([(END - 10, 60)], END) == [NamePlace(0, END - 60, 60)]


def test_a_name_that_cannot_be_moved_is_cut() -> None:
    placed = place_names([(END - 80, 60), (END - 60, 90)], END)
    assert placed == [NamePlace(1, END - 74, 60), NamePlace(0, END - 54, 54)]


def test_where_all_rows_are_taken_there_is_no_place() -> None:
    placed = place_names([(100 + step, 140) for step in range(MOST_ROWS + 1)], END)
    assert [one.row if one else None for one in placed] == [*range(MOST_ROWS - 1, -1, -1), None]


@given(names)
def test_no_name_meets_another_or_a_stem(marks: list[tuple[float, float]]) -> None:
    placed = [(*mark, place) for mark, place in zip(marks, place_names(marks, END), strict=True) if place]
    for edge, width, place in placed:
        assert 0 <= place.row < MOST_ROWS
        moved = NamePlace(place.row, min(edge + INSET, END - width), width)
        cut = NamePlace(place.row, edge + INSET, min(width, END - edge - INSET))
        assert place == moved or (place == cut and cut.width >= min(width, LEAST_WIDTH))
    for (edge, _, place), (_, _, after) in combinations(placed, 2):
        if place.row > after.row:
            assert after.x >= edge + INSET
        else:
            assert place.x + place.width + GAP <= after.x + 1e-6


@given(names)
def test_the_lowest_row_is_used_first(marks: list[tuple[float, float]]) -> None:
    rows = {place.row for place in place_names(marks, END) if place}
    assert rows == set(range(len(rows)))
