"""The few things that only the X library itself tells or does."""

from __future__ import annotations

import contextlib
import ctypes
import functools
from collections.abc import Iterator

from .processes import DesktopError

Pointer = ctypes.c_void_p
Number = ctypes.c_ulong
Integer = ctypes.c_int

SIGNATURES = {
    "XOpenDisplay": (Pointer, [ctypes.c_char_p]),
    "XCloseDisplay": (Integer, [Pointer]),
    "XInternAtom": (Number, [Pointer, ctypes.c_char_p, Integer]),
    "XGetSelectionOwner": (Number, [Pointer, Number]),
    "XKeysymToKeycode": (ctypes.c_ubyte, [Pointer, Number]),
    "XKeycodeToKeysym": (Number, [Pointer, ctypes.c_ubyte, Integer]),
    "XChangeKeyboardMapping": (Integer, [Pointer, Integer, Integer, ctypes.POINTER(Number), Integer]),
}

KEYCODES = range(8, 256)
UNICODE_OFFSET = 0x01000000


@functools.cache
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL("libX11.so.6")
    for name, (result, arguments) in SIGNATURES.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


@contextlib.contextmanager
def _connection(display: str) -> Iterator[int]:
    connection = _library().XOpenDisplay(display.encode())
    if not connection:
        raise DesktopError(f"cannot open the display {display}")
    try:
        yield connection
    finally:
        _library().XCloseDisplay(connection)


def selection_has_owner(display: str, selection: str) -> bool:
    """Whether some program owns an X selection: how XEmbed trays and compositors make themselves known."""
    with _connection(display) as connection:
        atom = _library().XInternAtom(connection, selection.encode(), False)
        return bool(_library().XGetSelectionOwner(connection, atom))


def give_keys_to(text: str, display: str) -> None:
    """Give a spare key of the keyboard to each character that has none, until a later text needs that key.

    xdotool would lend each a key for a moment only, and a program that asks what the key means asks too late.
    """
    library = _library()
    symbols = dict.fromkeys(_key_symbol(character) for character in text)
    with _connection(display) as connection:
        homeless = [symbol for symbol in symbols if not library.XKeysymToKeycode(connection, symbol)]
        meanings = {code: library.XKeycodeToKeysym(connection, code, 0) for code in KEYCODES}
        spare = [code for code, meaning in meanings.items() if not meaning]
        given = [code for code, meaning in meanings.items() if meaning > UNICODE_OFFSET]
        spare += [code for code in given if meanings[code] not in symbols]
        if len(homeless) > len(spare):
            raise DesktopError(f"{len(homeless)} characters need a key, only {len(spare)} keys are spare")
        for symbol, code in zip(homeless, spare, strict=False):
            library.XChangeKeyboardMapping(connection, code, 1, Number(symbol), 1)


def _key_symbol(character: str) -> int:
    """The X name of a character: Latin-1 as it is, control characters and the rest of Unicode at an offset."""
    code = ord(character)
    if character in "\n\t":
        return {"\n": 0xFF0D, "\t": 0xFF09}[character]
    return code if 0x20 <= code <= 0xFF else UNICODE_OFFSET + code
