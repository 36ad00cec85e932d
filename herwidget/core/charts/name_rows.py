"""Where the names of marked stretches stand above a chart: none over another, nor over another's stem."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

INSET, GAP = 6.0, 8.0
"""How far a name begins right of its mark's edge, and what lies between two names of a row at least."""
MOST_ROWS = 3
LEAST_WIDTH = 40.0
"""What a name needs at least where it is cut."""


@dataclass(frozen=True)
class NamePlace:
    """A name's row, from 0 right above the chart upwards, where it begins, and how wide it may be."""

    row: int
    x: float
    width: float


def place_names(names: Sequence[tuple[float, float]], end: float) -> list[NamePlace | None]:
    """A place for each name, or None where all rows are taken.

    Names are (left edge of the mark, width of the name), by their left edges. None goes beyond `end`. A name that
    would meet one before it goes below that one; from a row above the lowest, a stem leads down to the mark's edge.
    Near the end a name is moved to the left, and cut only where there is no room for that.
    """
    found: list[NamePlace | None] = []
    together: list[int] = []
    free = [float("-inf")] * MOST_ROWS
    for edge, width in names:
        x = min(edge + INSET, end - width)
        if together and max(free) <= x:
            _let_down(found, together)
            together, free = [], [float("-inf")] * MOST_ROWS
        # The stem crosses the rows below, so they are free from here on too.
        row = next((one for one in range(MOST_ROWS) if max(free[one:]) <= x), None)
        if row is None and end - edge - INSET >= LEAST_WIDTH:
            x = edge + INSET
            width = min(width, end - x)
            row = next((one for one in range(MOST_ROWS) if max(free[one:]) <= x), None)
        found.append(None if row is None else NamePlace(row, x, width))
        if row is not None:
            together.append(len(found) - 1)
            free[row] = x + width + GAP
            free[row + 1 :] = [max(one, edge + INSET) for one in free[row + 1 :]]
    _let_down(found, together)
    return found


def _let_down(found: list[NamePlace | None], together: Sequence[int]) -> None:
    """Turn the rows of names that stand together, so far counted from the top, into rows from the chart upwards."""
    places = {index: place for index in together if (place := found[index]) is not None}
    lowest = max((place.row for place in places.values()), default=0)
    for index, place in places.items():
        found[index] = replace(place, row=lowest - place.row)
