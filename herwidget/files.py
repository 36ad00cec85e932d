"""What journal and desktop both need of files, which know nothing of each other. The standard library only."""

import contextlib
import os
from pathlib import Path


def behind_links(path: Path) -> Path:
    """The file that symbolic links lead to; where they lead in a circle, `path` in full; opening it tells."""
    return Path(os.path.realpath(path))  # Path.resolve raises in a circle


def sync_folder(folder: Path) -> None:
    """Make the new name in `folder` last through a power cut, where the platform can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
