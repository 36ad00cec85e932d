"""What panels leave free of a screen, told by their windows or by the desktop."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.desk_place import Box
from herwidget.desktop.work_area import Edges, taken_by_areas, taken_by_struts
from herwidget.desktop.x11 import Strut, StrutEdge

LEFT, RIGHT = Box(0, 0, 1280, 800), Box(1280, 0, 1024, 768)
ROOT = (2304, 800)

edges = st.sampled_from(("left", "right", "top", "bottom"))
struts = st.builds(Strut, edges, st.integers(0, 3000), st.integers(0, 2304), st.integers(0, 2304))


@pytest.mark.parametrize(
    ("strut", "of_left", "of_right"),
    [
        (Strut("bottom", 28, 0, 1279), Edges(bottom=28), Edges()),
        # The second screen ends 32 pixels above the end of all of them.
        (Strut("bottom", 60, 1280, 2303), Edges(), Edges(bottom=28)),
        (Strut("bottom", 60, 0, 2303), Edges(bottom=60), Edges(bottom=28)),
        (Strut("top", 24, 0, 1279), Edges(top=24), Edges()),
        (Strut("right", 40, 0, 767), Edges(), Edges(right=40)),
        (Strut("left", 64, 0, 799), Edges(left=64), Edges()),
        # A panel between the screens belongs to the one whose edge it stands at.
        (Strut("left", 1320, 0, 767), Edges(), Edges(left=40)),
        (Strut("right", 1064, 0, 799), Edges(right=40), Edges()),
    ],
)
def test_a_panel_takes_its_place_of_the_screen_it_stands_on(strut: Strut, of_left: Edges, of_right: Edges) -> None:
    assert taken_by_struts(LEFT, *ROOT, [strut]) == of_left
    assert taken_by_struts(RIGHT, *ROOT, [strut]) == of_right


def test_of_several_panels_the_widest_at_each_edge_counts() -> None:
    panels = [Strut("bottom", 28, 0, 1279), Strut("bottom", 48, 400, 800), Strut("top", 20, 0, 1279)]
    assert taken_by_struts(LEFT, *ROOT, panels) == Edges(top=20, bottom=48)


@given(st.lists(struts, max_size=6), st.sampled_from((LEFT, RIGHT)))
def test_no_panel_takes_more_than_half_a_screen_at_an_edge(panels: list[Strut], screen: Box) -> None:
    left, top, right, bottom = taken_by_struts(screen, *ROOT, panels)
    assert 0 <= max(left, right) <= screen.width / 2
    assert 0 <= max(top, bottom) <= screen.height / 2


@given(edges, st.integers(0, 300))
def test_a_panel_of_one_screen_takes_all_its_pixels(edge: StrutEdge, pixels: int) -> None:
    strut = Strut(edge, pixels, 0, 5000)
    assert taken_by_struts(Box(0, 0, 1000, 800), 1000, 800, [strut]) == Edges()._replace(**{edge: pixels})


def test_the_desktop_tells_the_area_of_each_screen() -> None:
    areas = [Box(1280, 0, 1024, 768), Box(64, 27, 1216, 773)]
    assert taken_by_areas(LEFT, areas) == Edges(left=64, top=27)
    assert taken_by_areas(RIGHT, areas) == Edges()
    assert taken_by_areas(Box(0, 800, 800, 600), areas) is None
