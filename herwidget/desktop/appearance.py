"""What the person prefers to see, as the desktop's settings portal tells it: dark colours, and whether things move."""

import sys

from PySide6.QtDBus import QDBusConnection

from herwidget.desktop.bus_calls import BusCalls

_PORTAL = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"

# What the desktops tell through the settings portal: namespace, key, and the values that ask for stillness.
_STILL: tuple[tuple[str, str, tuple[object, ...]], ...] = (
    ("org.freedesktop.appearance", "reduced-motion", (1,)),
    ("org.gnome.desktop.interface", "enable-animations", (False,)),
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", ("0", 0.0)),
)


def prefers_dark(session_bus: QDBusConnection | None = None) -> bool | None:
    """Whether the desktop prefers dark colours; None where it does not say.

    Qt follows a change of this, but does not read it at the start (seen in 6.10 to 6.12).
    """
    if sys.platform != "linux":
        return None
    calls = BusCalls(session_bus or QDBusConnection.sessionBus())
    if _PORTAL not in calls.names():
        return None
    scheme = calls.ask(_PORTAL, _PATH, _SETTINGS, "Read", "org.freedesktop.appearance", "color-scheme")
    return {1: True, 2: False}.get(scheme) if isinstance(scheme, int) else None


def wants_motion(session_bus: QDBusConnection | None = None) -> bool:
    """False when the desktop asks for reduced motion; True where it says nothing."""
    if sys.platform != "linux":
        return True
    calls = BusCalls(session_bus or QDBusConnection.sessionBus())
    if _PORTAL not in calls.names():
        return True
    for namespace, key, still in _STILL:
        value = calls.ask(_PORTAL, _PATH, _SETTINGS, "Read", namespace, key)
        if value is not None and any(value == one and type(value) is type(one) for one in still):
            return False
    return True
