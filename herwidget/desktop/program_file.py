"""The packaged program's own file, which an upgrade replaces and a removal takes away while it runs (Linux)."""

import sys
from enum import StrEnum
from pathlib import Path

_RUNNING = Path("/proc/self/exe")


class Change(StrEnum):
    """What became of the file."""

    REPLACED = "replaced"
    REMOVED = "removed"


class ProgramFile:
    """Asked from time to time, it tells of a change when that was seen twice in a row, not amid an upgrade."""

    def __init__(self) -> None:
        self._seen: Change | None = None

    def change(self) -> Change | None:
        """What has become of it; None while it is as it was, and where the program is not packaged."""
        if sys.platform != "linux" or not getattr(sys, "frozen", False):
            return None
        before, self._seen = self._seen, change_between(_RUNNING, Path(sys.executable))
        return self._seen if self._seen is before else None


def change_between(running: Path, place: Path) -> Change | None:
    """What lies at `place` now, where the program `running` (a link of /proc, which leads to it wherever it is) was."""
    try:
        return None if running.samefile(place) else Change.REPLACED
    except (FileNotFoundError, NotADirectoryError):
        return Change.REMOVED
    except OSError:  # a disk that is away tells nothing of what lies on it
        return None
