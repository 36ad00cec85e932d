"""Memory given back to the system once something large has gone."""

import ctypes
import gc
import sys


def give_back() -> None:
    """Collect what nothing refers to any more, and let the C library hand its free pages back where it can."""
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's; musl has none and keeps nothing
        if trim is not None:
            trim(0)
