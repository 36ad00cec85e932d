"""One on-off value out of dconf's database, where GNOME and its kin keep what a person has set.

No library and no program is started for it: the file is a small hash table made to be read in place. Its format
is that of GVDB: a header, then tables of 24-byte items whose numbers are little-endian.
"""

import logging
import os
import struct
from pathlib import Path

log = logging.getLogger(__name__)

_SIGNATURE = b"GVariant"
_ROOT = struct.Struct("<II")  # of the root table: start and end
_TABLE = struct.Struct("<II")  # words of its bloom filter (in the lower 27 bits), number of buckets
_ITEM = struct.Struct(
    "<IIIHcxII"
)  # hash, index of the parent, start and size of the key, kind, start and end of the value
_ROOT_OFFSET = 16
_BLOOM_WORDS = 0x07FFFFFF
_NO_PARENT = 0xFFFFFFFF
_BOOLEANS = {b"\x00\x00b": False, b"\x01\x00b": True}
_MOST_BYTES = 4 * 1024 * 1024


def dconf_boolean(key: str) -> bool | None:
    """The person's own value of a key such as "/org/gnome/desktop/notifications/show-banners".

    None when it was never set, is no boolean, or there is no database that can be read.
    """
    try:
        path = _database()
        if path.stat().st_size > _MOST_BYTES:
            return None
        return _boolean_in(path.read_bytes(), key)
    except OSError:
        return None
    except (struct.error, IndexError):
        log.info("the dconf database was not understood")
        return None


def _database() -> Path:
    configuration = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(configuration) / "dconf" / "user"


def _boolean_in(data: bytes, key: str) -> bool | None:
    if not data.startswith(_SIGNATURE):
        return None
    start, end = _ROOT.unpack_from(data, _ROOT_OFFSET)
    bloom_words, buckets = _TABLE.unpack_from(data, start)
    first_item = start + _TABLE.size + 4 * ((bloom_words & _BLOOM_WORDS) + buckets)
    count = (end - first_item) // _ITEM.size
    items = list(_ITEM.iter_unpack(data[first_item : first_item + count * _ITEM.size]))
    wanted, wanted_hash = key.encode(), _hash(key.encode())
    for index, (item_hash, _, _, _, kind, value_start, value_end) in enumerate(items):
        if item_hash == wanted_hash and kind == b"v" and _name(data, items, index) == wanted:
            return _BOOLEANS.get(data[value_start:value_end])
    return None


def _name(data: bytes, items: list[tuple[int, int, int, int, bytes, int, int]], index: int) -> bytes:
    """The whole key of an item: each holds only what comes after its parent's."""
    name = b""
    for _ in range(len(items)):  # a damaged file may lead in a circle
        _, parent, start, size, _, _, _ = items[index]
        name = data[start : start + size] + name
        if parent == _NO_PARENT:
            return name
        index = parent
    return name


def _hash(key: bytes) -> int:
    value = 5381
    for byte in key:
        value = (value * 33 + byte) & 0xFFFFFFFF
    return value
