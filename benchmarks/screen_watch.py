"""A second client of the X server that sees when a colour comes onto the screen."""

import ctypes
import threading
import time
from types import TracebackType
from typing import Self

from benchmarks.table import NotMeasured
from tests.session.picture import Box

_ALL_PLANES = ctypes.c_ulong(-1)
_Z_PIXMAP = 2


class _Image(ctypes.Structure):
    """The beginning of Xlib's XImage."""

    _fields_ = (
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("x_offset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.c_void_p),
        ("byte_order", ctypes.c_int),
        ("bitmap_unit", ctypes.c_int),
        ("bitmap_bit_order", ctypes.c_int),
        ("bitmap_pad", ctypes.c_int),
        ("depth", ctypes.c_int),
        ("bytes_per_line", ctypes.c_int),
    )


class ScreenWatch:
    """Looks at a part of the screen again and again, in a thread of its own.

    `appearances` holds the moments, on the monotonic clock, at which the colour was there and had not been before;
    they are late by `seconds_between` looks at most. A colour is three bytes: red, green, blue.
    """

    def __init__(self, display: str, part: Box, colour: bytes, seconds_between: float) -> None:
        self.appearances: list[float] = []
        self._display, self._part, self._seconds_between = display, part, seconds_between
        self._pixel = bytes(reversed(colour))  # as a little-endian server with 24-bit colours has it
        self._ended = threading.Event()
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="screen watch", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join(5)
        if self._error is not None and error is None:
            raise NotMeasured(f"the screen could not be watched: {self._error}") from self._error

    def _run(self) -> None:
        try:
            self._look_again_and_again()
        except Exception as error:
            self._error = error

    def _look_again_and_again(self) -> None:
        xlib = _xlib()
        connection = xlib.XOpenDisplay(self._display.encode())
        if not connection:
            raise OSError(f"no display {self._display}")
        root, was_there = xlib.XDefaultRootWindow(connection), False
        while not self._ended.wait(self._seconds_between):
            image = xlib.XGetImage(connection, root, *self._part, _ALL_PLANES, _Z_PIXMAP)
            now = time.monotonic()
            size = image.contents.bytes_per_line * image.contents.height
            is_there = self._pixel in ctypes.string_at(image.contents.data, size)
            xlib.XDestroyImage(image)
            if is_there and not was_there:
                self.appearances.append(now)
            was_there = is_there
        xlib.XCloseDisplay(connection)


def _xlib() -> ctypes.CDLL:
    xlib = ctypes.CDLL("libX11.so.6")
    pointer, number, whole, image = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.POINTER(_Image)
    xlib.XOpenDisplay.restype, xlib.XOpenDisplay.argtypes = pointer, [ctypes.c_char_p]
    xlib.XCloseDisplay.argtypes = [pointer]
    xlib.XDefaultRootWindow.restype, xlib.XDefaultRootWindow.argtypes = number, [pointer]
    xlib.XGetImage.restype = image
    xlib.XGetImage.argtypes = [pointer, number, whole, whole, ctypes.c_uint, ctypes.c_uint, number, whole]
    xlib.XDestroyImage.argtypes = [image]
    return xlib
