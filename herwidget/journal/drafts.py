"""Files that have their name only once they are whole, and names that are free."""

import contextlib
import hashlib
import os
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from herwidget.files import sync_folder

COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite puts beside a file, under its name with one of these behind it."""

# File systems take 255 bytes, of which a number and a companion's ending need some; a Korean letter takes three.
_LONGEST_NAME = 255 - len("-999-journal")
_DRAFT_START, _DRAFT_END = ".herwidget-", ".part"
# What `mkstemp` makes of them, and their companions. Whatever else begins like that is a file of the person's.
_DRAFT = re.compile(rf"\.herwidget-[a-z0-9_]{{8}}\.part(?:{'|'.join(COMPANIONS)})?")
# A draft this old was left by a process that was killed.
_DRAFT_SECONDS = 3600


@contextlib.contextmanager
def draft_in(folder: Path) -> Iterator[Path]:
    """A new file of mode 0600 in `folder`; when it has not got another name in the end, it goes."""
    for old in drafts_in(folder):
        with contextlib.suppress(OSError):
            if time.time() - old.stat().st_mtime > _DRAFT_SECONDS:
                old.unlink()
    descriptor, name = tempfile.mkstemp(prefix=_DRAFT_START, suffix=_DRAFT_END, dir=folder)
    os.close(descriptor)
    draft = Path(name)
    try:
        yield draft
    finally:
        for path in (draft, *(draft.with_name(draft.name + end) for end in COMPANIONS)):
            path.unlink(missing_ok=True)


def drafts_in(folder: Path) -> Sequence[Path]:
    """The drafts in `folder` that are being written, or that were left by a process that was killed."""
    with contextlib.suppress(OSError):
        return [path for path in folder.iterdir() if _DRAFT.fullmatch(path.name)]
    return []


def name_draft(draft: Path, target: Path, *, replace: bool) -> bool:
    """Give a draft its name, at once and for good; False where the name is taken and is not to be replaced."""
    if replace:
        draft.replace(target)
    else:
        try:
            target.hardlink_to(draft)
        except FileExistsError:
            return False
        except OSError:  # a file system without links
            if os.path.lexists(target):
                return False
            draft.rename(target)
    sync_folder(target.parent)
    return True


def name_with(file: Path, ending: str) -> str:
    """The name of `file` with `ending` behind its stem; cut, but still of no other file, where it would be too long."""
    name = f"{file.stem}{ending}{file.suffix}"
    if len(os.fsencode(name)) <= _LONGEST_NAME:
        return name
    stem, suffix = _cut(file)
    return f"{stem}{ending}{suffix}"


def names_with(file: Path, endings: str) -> re.Pattern[str]:
    """What fits the names that `name_with` and `free_name` give, `endings` being a pattern itself."""
    cut_stem, cut_suffix = map(re.escape, _cut(file))
    stem, suffix = re.escape(file.stem), re.escape(file.suffix)
    return re.compile(rf"(?:{stem}|{cut_stem}){endings}(?:-\d+)?(?:{suffix}|{cut_suffix})")


def _cut(file: Path) -> tuple[str, str]:
    whole = hashlib.sha256(os.fsencode(file.name)).hexdigest()[:8]
    return f"{_first_bytes(file.stem, 120)}~{whole}", _first_bytes(file.suffix, 20)


def _first_bytes(text: str, count: int) -> str:
    return os.fsencode(text)[:count].decode(errors="ignore")


def free_name(path: Path) -> Path:
    """`path`, or the first like it with a number that is not taken."""
    free, number = path, 1
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
