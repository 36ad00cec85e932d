"""Files that are written whole or not at all."""

import os
import re
import tempfile
from pathlib import Path

from herwidget.files import behind_links, sync_folder

_DRAFT_START, _DRAFT_END = ".herwidget-", ".part"
# What `mkstemp` makes of them. Whatever else begins like that is a file of the person's.
_DRAFT = re.compile(r"\.herwidget-[a-z0-9_]{8}\.part")


def write_draft(folder: Path, text: str) -> Path:
    """A new file in `folder` (mode 0600) with `text` safely on the disk, to take another's place.

    Raises:
        OSError: it cannot be written; none is left behind.
    """
    descriptor, name = tempfile.mkstemp(prefix=_DRAFT_START, suffix=_DRAFT_END, dir=folder)
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    return draft


def drafts_in(folder: Path) -> list[Path]:
    """The drafts in `folder` that are being written, or that were left by a process that was killed.

    Raises:
        OSError: the folder cannot be read.
    """
    return [path for path in folder.iterdir() if _DRAFT.fullmatch(path.name) and path.is_file()]


def write_whole(path: Path, text: str) -> None:
    """Put `text` in the place of what `path` held, all of it or nothing; behind a symbolic link lies the file meant.

    Raises:
        OSError: it cannot be written; the file is as it was.
    """
    target = behind_links(path)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = write_draft(target.parent, text)
    try:
        draft.replace(target)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)
