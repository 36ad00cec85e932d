"""A small disk of its own for a child process; it goes away with the child, and nobody else sees it."""

import ctypes
import os
from pathlib import Path

_CLONE_NEWNS, _CLONE_NEWUSER = 0x0002_0000, 0x1000_0000
_MS_RDONLY, _MS_REMOUNT, _MS_REC, _MS_PRIVATE = 1, 32, 0x4000, 0x4_0000


def can_mount(folder: Path) -> bool:
    """Whether this process, a child, may do all this here; some systems do not let it."""
    try:
        mount_small_disk(folder)
    except (OSError, AttributeError):
        return False
    return True


def mount_small_disk(folder: Path, kilobytes: int = 256) -> None:
    """Put an empty disk at `folder`, in a view of the file system that only this process has."""
    user, group = os.geteuid(), os.getegid()
    _call("unshare", _CLONE_NEWNS if user == 0 else _CLONE_NEWNS | _CLONE_NEWUSER)
    if user != 0:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"0 {user} 1")
        Path("/proc/self/gid_map").write_text(f"0 {group} 1")
    _call("mount", None, b"/", None, _MS_REC | _MS_PRIVATE, None)
    _call("mount", b"small", os.fsencode(folder), b"tmpfs", 0, f"size={kilobytes}k".encode())


def make_read_only(folder: Path) -> None:
    """Let the disk at `folder` take no more writes."""
    _call("mount", None, os.fsencode(folder), None, _MS_REMOUNT | _MS_RDONLY, None)


def fill_up(folder: Path) -> Path:
    """A file that takes all the room there is."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (4096, 1):
            try:
                while file.write(b"x" * size):
                    pass
            except OSError:
                continue
    return filler


def _call(name: str, *arguments: bytes | int | None) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if name == "mount":
        libc.mount.argtypes = (ctypes.c_char_p,) * 3 + (ctypes.c_ulong, ctypes.c_char_p)
    if getattr(libc, name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
