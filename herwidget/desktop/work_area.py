"""What panels leave free of a screen on X11, where Qt does not know it when there are several screens."""

from collections.abc import Iterable
from typing import NamedTuple

from herwidget.core.desk_place import Box
from herwidget.desktop import x11

_MOST_TAKEN = 0.5
"""Panels that would leave less than this part of a screen stand on the screen beside it."""


class Edges(NamedTuple):
    """How many pixels are taken at each edge of a screen."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


def free_of_panels(screen: Box) -> Box | None:
    """The part of a screen, in pixels, that no panel covers; None where that cannot be told."""
    told = x11.panels()
    if told is None:
        return None
    taken = taken_by_areas(screen, told.work_areas)
    if taken is None:
        taken = taken_by_struts(screen, told.root_width, told.root_height, told.struts)
    left, top, right, bottom = taken
    return Box(screen.x + left, screen.y + top, screen.width - left - right, screen.height - top - bottom)


def taken_by_areas(screen: Box, areas: Iterable[Box]) -> Edges | None:
    """What the desktop's own work areas, one for each screen, leave out of `screen`; None where none is in it."""
    for area in areas:
        left, top = area.x - screen.x, area.y - screen.y
        edges = Edges(left, top, screen.width - left - area.width, screen.height - top - area.height)
        if min(edges) >= 0:
            return edges
    return None


def taken_by_struts(screen: Box, root_width: int, root_height: int, struts: Iterable[x11.Strut]) -> Edges:
    """What panels take of `screen` by their struts, which count from the edges of all screens together.

    Extended Window Manager Hints 1.5, `_NET_WM_STRUT_PARTIAL`.
    """
    left = top = right = bottom = 0
    for strut in struts:
        rows = strut.begin <= screen.y + screen.height - 1 and strut.end >= screen.y
        columns = strut.begin <= screen.x + screen.width - 1 and strut.end >= screen.x
        if strut.edge == "left" and rows:
            left = max(left, _within(strut.pixels - screen.x, screen.width))
        elif strut.edge == "right" and rows:
            right = max(right, _within(strut.pixels - (root_width - screen.x - screen.width), screen.width))
        elif strut.edge == "top" and columns:
            top = max(top, _within(strut.pixels - screen.y, screen.height))
        elif strut.edge == "bottom" and columns:
            bottom = max(bottom, _within(strut.pixels - (root_height - screen.y - screen.height), screen.height))
    return Edges(left, top, right, bottom)


def _within(pixels: int, length: int) -> int:
    return pixels if 0 < pixels <= length * _MOST_TAKEN else 0
