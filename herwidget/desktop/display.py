"""Is there a screen?"""

import os
import sys


def has_display() -> bool:
    """Whether there is a screen to show anything on."""
    if sys.platform in ("win32", "darwin"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform not in ("", "xcb") or (not platform and os.environ.get("WAYLAND_DISPLAY")):
        return True
    if not os.environ.get("DISPLAY"):
        return False
    from herwidget.desktop.x11 import can_open

    return can_open() is not False
