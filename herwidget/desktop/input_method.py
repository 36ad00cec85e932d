"""Which input method Qt is to use, where the person's own has no part in this program."""

import contextlib
import os
import time

_NAMED, _LISTED = "QT_IM_MODULE", "QT_IM_MODULES"
_THERE = ("", "none", "wayland", "ibus", "compose")
_FCITX = "fcitx"
_IBUS, _PORTAL = "org.freedesktop.IBus", "org.freedesktop.portal.IBus"


def fall_back() -> None:
    """Let Qt go on to another way of composing when the one that is asked for is not there; before Qt begins.

    Each build of Qt needs input method modules of its own, and only those for IBus and for composed keys come with this
    one. Fcitx speaks IBus' language too, so with this, and not without it, Korean can be written there.
    """
    named = os.environ.get(_NAMED, "")
    if named not in _THERE and not os.environ.get(_LISTED):
        os.environ[_LISTED] = f"{named};wayland;ibus;compose"
    if is_fcitx():
        # Over the session's bus: otherwise the module wants IBus' own daemon to be installed.
        os.environ.setdefault("IBUS_USE_PORTAL", "1")


def wait_until_there(seconds: float = 10.0) -> None:
    """Wait for the person's input method, which may begin with the session, as this program does: Qt looks for it once.

    After `seconds` it goes on without. There is nothing to wait for in a Flatpak, where a portal starts it, nor where
    the compositor of Wayland stands between the two.
    """
    named = os.environ.get(_NAMED, "")
    if named not in ("ibus", "fcitx", "fcitx5") or "FLATPAK_ID" in os.environ:
        return
    if named != "ibus" and os.environ.get("WAYLAND_DISPLAY"):
        return
    name = _IBUS if named == "ibus" else _PORTAL
    from herwidget.desktop.bus_connection import BusConnection, BusLate, BusRefused

    deadline = time.monotonic() + seconds
    with (
        contextlib.suppress(OSError, BusLate, BusRefused),
        contextlib.closing(BusConnection(deadline)) as connection,
    ):
        connection.wait_for_name(name, deadline)


def is_fcitx() -> bool:
    """Whether the person writes with Fcitx, as far as the session says so."""
    return any(_FCITX in os.environ.get(name, "") for name in (_NAMED, _LISTED))
