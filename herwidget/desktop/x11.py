"""What an X server knows: full screen, idle time, compositor, panels, old-style tray. None means: cannot tell. And
what window manager and panel are told that Qt has no words for.

A connection is opened for each question and closed after it. That takes a tenth of a millisecond, and nothing
stays open that could be woken or that dies with the server.
"""

import ctypes
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from typing import Literal, NamedTuple, TypeVar

from herwidget.core.desk_place import Box

log = logging.getLogger(__name__)

_Answer = TypeVar("_Answer")

StrutEdge = Literal["left", "right", "top", "bottom"]

_ANY_PROPERTY_TYPE = 0
_ATOM_TYPE, _CARDINAL_TYPE = 4, 6
_REPLACE = 0
_CLIENT_MESSAGE, _MESSAGE_BYTES, _PROPERTY_CHANGES = 33, 20, 1 << 22
_ALL_DESKTOPS = 0xFFFFFFFF
_MOST_LONGS = 1024
_STRUT_EDGES: tuple[StrutEdge, ...] = ("left", "right", "top", "bottom")
_ErrorHandler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


class Strut(NamedTuple):
    """How far a panel reaches from an edge of all screens together, and from where to where along it, in pixels."""

    edge: StrutEdge
    pixels: int
    begin: int
    end: int


class Panels(NamedTuple):
    """What is known of the places of panels, in pixels.

    `work_areas` is what the desktop leaves free of each screen: empty where it does not tell.
    """

    root_width: int
    root_height: int
    struts: tuple[Strut, ...]
    work_areas: tuple[Box, ...]


def can_open() -> bool | None:
    """Whether the server that `DISPLAY` names is there and lets this program in. Qt ends the process where not."""
    xlib = _xlib()
    if xlib is None:
        return None
    with _connection(xlib) as display:
        return display is not None


def has_compositor() -> bool | None:
    """Whether a compositor runs: without one, windows have neither shadows nor round corners."""
    return _ask(lambda display: display.has_owner(f"_NET_WM_CM_S{display.screen}"))


def has_xembed_tray() -> bool | None:
    """Whether a tray of the older kind takes icons."""
    return _ask(lambda display: display.has_owner(f"_NET_SYSTEM_TRAY_S{display.screen}"))


def active_window_is_full_screen() -> bool | None:
    """Whether the window the person works in covers the whole screen, by the window manager's word."""
    return _ask(_active_window_is_full_screen)


def idle_time() -> timedelta | None:
    """How long neither mouse nor keyboard was used."""
    return _ask(lambda display: display.idle_time())


def panels() -> Panels | None:
    """What panels cover: as their windows say it, and as GNOME and its kin do, whose panels are no windows."""
    return _ask(_panels)


def keep_on_desktop(window: int) -> None:
    """Ask for a window, before it is shown, to be on every desktop and in no list of windows. Qt adds to that."""
    _ask(lambda display: display.keep_on_desktop(window))


def tell_that_started(startup_id: str) -> None:
    """Have the desktop wait no more for a window of the start that it named so (the environment's DESKTOP_STARTUP_ID);
    see the Startup Notification Protocol 0.1, freedesktop.org. Qt says it when it shows a window."""
    quoted = startup_id.replace("\\", "\\\\").replace('"', '\\"')
    _ask(lambda display: display.broadcast("_NET_STARTUP_INFO", f'remove: ID="{quoted}"'))


class _ScreenSaverInfo(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    )


class _MessageData(ctypes.Union):
    _fields_ = (("bytes", ctypes.c_char * _MESSAGE_BYTES), ("longs", ctypes.c_long * 5))


class _ClientMessage(ctypes.Structure):
    _fields_ = (
        ("kind", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("sent", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("width", ctypes.c_int),
        ("data", _MessageData),
        ("rest_of_the_union", ctypes.c_long * 24),
    )


class _Display:
    """An open connection. Its questions answer None or False when the server answers with an error."""

    def __init__(self, xlib: ctypes.CDLL, pointer: int) -> None:
        self._xlib, self._pointer = xlib, pointer
        self._atoms: dict[str, int] = {}
        self.screen: int = xlib.XDefaultScreen(pointer)
        self.root: int = xlib.XDefaultRootWindow(pointer)
        self.width: int = xlib.XDisplayWidth(pointer, self.screen)
        self.height: int = xlib.XDisplayHeight(pointer, self.screen)

    def atom(self, name: str) -> int:
        """The number of a name; asked for once."""
        if name not in self._atoms:
            self._atoms[name] = self._xlib.XInternAtom(self._pointer, name.encode(), False)
        return self._atoms[name]

    def has_owner(self, selection: str) -> bool:
        """Whether some program owns a selection."""
        return bool(self._xlib.XGetSelectionOwner(self._pointer, self.atom(selection)))

    def numbers(self, window: int, property_name: str) -> list[int] | None:
        """The 32-bit numbers of a window's property, None when it has no such property or is gone."""
        kind, count, left = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_ulong()
        width, data = ctypes.c_int(), ctypes.POINTER(ctypes.c_ulong)()
        status = self._xlib.XGetWindowProperty(
            self._pointer,
            window,
            self.atom(property_name),
            0,
            _MOST_LONGS,
            False,
            _ANY_PROPERTY_TYPE,
            ctypes.byref(kind),
            ctypes.byref(width),
            ctypes.byref(count),
            ctypes.byref(left),
            ctypes.byref(data),
        )
        try:
            if status != 0 or width.value != 32:
                return None
            # Xlib hands out 32-bit numbers as C longs, whatever their width.
            return data[: count.value]
        finally:
            if data:
                self._xlib.XFree(data)

    def keep_on_desktop(self, window: int) -> None:
        """Say of a window not shown yet that it belongs to the desktop."""
        states = [self.atom(f"_NET_WM_STATE_{name}") for name in ("STICKY", "SKIP_TASKBAR", "SKIP_PAGER")]
        self._write(window, "_NET_WM_STATE", _ATOM_TYPE, states)
        self._write(window, "_NET_WM_DESKTOP", _CARDINAL_TYPE, [_ALL_DESKTOPS])

    def broadcast(self, message_type: str, text: str) -> None:
        """Tell all who listen at the root window a text, in pieces: the first is marked, the last ends with zero."""
        window = self._xlib.XCreateSimpleWindow(self._pointer, self.root, -1, -1, 1, 1, 0, 0, 0)
        data = text.encode() + b"\0"
        for start in range(0, len(data), _MESSAGE_BYTES):
            kind = self.atom(message_type if start else f"{message_type}_BEGIN")
            piece = data[start : start + _MESSAGE_BYTES]
            message = _ClientMessage(_CLIENT_MESSAGE, 0, 1, self._pointer, window, kind, 8, _MessageData(piece))
            self._xlib.XSendEvent(self._pointer, self.root, False, _PROPERTY_CHANGES, ctypes.byref(message))

    def _write(self, window: int, property_name: str, kind: int, numbers: Sequence[int]) -> None:
        data = (ctypes.c_ulong * len(numbers))(*numbers)
        self._xlib.XChangeProperty(
            self._pointer, window, self.atom(property_name), kind, 32, _REPLACE, data, len(numbers)
        )

    def idle_time(self) -> timedelta | None:
        """Milliseconds since the last input, from the screen saver extension."""
        extension = _screen_saver_library()
        if extension is None:
            return None
        event, error = ctypes.c_int(), ctypes.c_int()
        if not extension.XScreenSaverQueryExtension(self._pointer, ctypes.byref(event), ctypes.byref(error)):
            return None
        info = _ScreenSaverInfo()
        if not extension.XScreenSaverQueryInfo(self._pointer, self.root, ctypes.byref(info)):
            return None
        return timedelta(milliseconds=info.idle)


def _active_window_is_full_screen(display: _Display) -> bool | None:
    active = display.numbers(display.root, "_NET_ACTIVE_WINDOW")
    if not active or not active[0]:
        # No window is active, as far as there is a window manager that would tell.
        return False if display.numbers(display.root, "_NET_SUPPORTING_WM_CHECK") else None
    states = display.numbers(active[0], "_NET_WM_STATE") or []
    return display.atom("_NET_WM_STATE_FULLSCREEN") in states


def _panels(display: _Display) -> Panels:
    struts: list[Strut] = []
    for window in display.numbers(display.root, "_NET_CLIENT_LIST") or ():
        numbers = display.numbers(window, "_NET_WM_STRUT_PARTIAL")
        if numbers is None or len(numbers) < 12:
            numbers = display.numbers(window, "_NET_WM_STRUT")
            if numbers is None or len(numbers) < 4:
                continue
            numbers = [*numbers[:4], *(0, display.height - 1) * 2, *(0, display.width - 1) * 2]
        for place, edge in enumerate(_STRUT_EDGES):
            if numbers[place]:
                struts.append(Strut(edge, numbers[place], *numbers[4 + 2 * place : 6 + 2 * place]))
    desktop = display.numbers(display.root, "_NET_CURRENT_DESKTOP") or [0]
    areas = display.numbers(display.root, f"_GTK_WORKAREAS_D{desktop[0]}") or []
    boxes = tuple(Box(*areas[first : first + 4]) for first in range(0, len(areas) - 3, 4))
    return Panels(display.width, display.height, tuple(struts), boxes)


def _ask(question: Callable[[_Display], _Answer | None]) -> _Answer | None:
    if not _is_x11_session():
        return None
    xlib = _xlib()
    if xlib is None:
        return None
    with _connection(xlib) as display:
        return None if display is None else question(display)


def _is_x11_session() -> bool:
    """Not under Wayland: an X server is there too, but knows only of the windows of X programs."""
    if sys.platform in ("win32", "darwin") or not os.environ.get("DISPLAY"):
        return False
    return not os.environ.get("WAYLAND_DISPLAY") and os.environ.get("XDG_SESSION_TYPE") != "wayland"


@contextmanager
def _connection(xlib: ctypes.CDLL) -> Iterator[_Display | None]:
    pointer = xlib.XOpenDisplay(None)
    if not pointer:
        yield None
        return
    # Xlib's own handler ends the process, say when the window asked about has just been closed. The handler is one
    # for the whole process, so the one in place, Qt's, comes back afterwards.
    earlier = xlib.XSetErrorHandler(_ignore_error)
    try:
        yield _Display(xlib, pointer)
    finally:
        xlib.XSync(pointer, False)
        xlib.XSetErrorHandler(ctypes.cast(earlier, _ErrorHandler))
        xlib.XCloseDisplay(pointer)


def _go_on(_display: int | None, _event: int | None) -> int:
    return 0


# Kept here, for Xlib holds only its address.
_ignore_error = _ErrorHandler(_go_on)


@cache
def _xlib() -> ctypes.CDLL | None:
    library = _library("libX11.so.6")
    if library is None:
        return None
    pointer, number, whole = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int
    _declare(library, "XOpenDisplay", pointer, ctypes.c_char_p)
    _declare(library, "XCloseDisplay", whole, pointer)
    _declare(library, "XDefaultScreen", whole, pointer)
    _declare(library, "XDefaultRootWindow", number, pointer)
    _declare(library, "XDisplayWidth", whole, pointer, whole)
    _declare(library, "XDisplayHeight", whole, pointer, whole)
    _declare(library, "XInternAtom", number, pointer, ctypes.c_char_p, whole)
    _declare(library, "XGetSelectionOwner", number, pointer, number)
    _declare(library, "XFree", whole, pointer)
    _declare(library, "XSync", whole, pointer, whole)
    _declare(library, "XSetErrorHandler", pointer, _ErrorHandler)
    _declare(
        library,
        "XGetWindowProperty",
        whole,
        *(pointer, number, number, ctypes.c_long, ctypes.c_long, whole, number),
        *(pointer, pointer, pointer, pointer, pointer),
    )
    _declare(
        library,
        "XChangeProperty",
        whole,
        *(pointer, number, number, number, whole, whole, pointer, whole),
    )
    _declare(library, "XCreateSimpleWindow", number, pointer, number, *(whole,) * 5, number, number)
    _declare(library, "XSendEvent", whole, pointer, number, whole, ctypes.c_long, pointer)
    return library


@cache
def _screen_saver_library() -> ctypes.CDLL | None:
    library = _library("libXss.so.1")
    if library is not None:
        pointer = ctypes.c_void_p
        _declare(library, "XScreenSaverQueryExtension", ctypes.c_int, pointer, pointer, pointer)
        _declare(library, "XScreenSaverQueryInfo", ctypes.c_int, pointer, ctypes.c_ulong, pointer)
    return library


def _library(name: str) -> ctypes.CDLL | None:
    # By its exact name: ctypes.util.find_library starts a compiler or ldconfig to find it.
    try:
        return ctypes.CDLL(name)
    except OSError:
        log.info("%s is not there", name)
        return None


def _declare(library: ctypes.CDLL, function: str, result: type, *arguments: type) -> None:
    declared = getattr(library, function)
    declared.restype, declared.argtypes = result, arguments
