"""The part of a screen that panels leave free."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen

from herwidget.core.desk_place import Box

_FRAME = QSize(16, 40)
"""What a window manager puts around a window takes no more."""


def work_area(screen: QScreen, free_of_panels: Callable[[Box], Box | None]) -> QRect:
    """The part of `screen` that no panel covers, in Qt's coordinates; `free_of_panels` tells it in pixels.

    On X11 `_NET_WORKAREA` is one rectangle for all screens together, and Qt leaves it aside where there are several:
    then the whole of each would count as free, and a card would cover the panel with its own icon.
    """
    if QGuiApplication.platformName() != "xcb" or len(QGuiApplication.screens()) < 2:
        return screen.availableGeometry()
    whole, ratio = screen.geometry(), screen.devicePixelRatio()
    # Only the size of a screen is scaled; its place among the others is told as it is.
    pixels = Box(whole.x(), whole.y(), round(whole.width() * ratio), round(whole.height() * ratio))
    free = free_of_panels(pixels)
    if free is None:
        return screen.availableGeometry()
    left, top = free.x - pixels.x, free.y - pixels.y
    right, bottom = pixels.width - left - free.width, pixels.height - top - free.height
    return whole.adjusted(ceil(left / ratio), ceil(top / ratio), -ceil(right / ratio), -ceil(bottom / ratio))


def largest_window(screen: QScreen, free_of_panels: Callable[[Box], Box | None]) -> QSize:
    """The size that a window with a frame may have, so that all of it is on `screen` and beside its panels."""
    return work_area(screen, free_of_panels).size() - _FRAME
