"""A backup put in the journal's place, and what there was before set aside; and all files of a journal, to erase."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.files import behind_links
from herwidget.journal.backups import backups_folder, backups_of, fill_draft
from herwidget.journal.checks import WAIT_FOR_LOCK_SECONDS, at_rest, refuse_damage, refuse_what_is_not_ours
from herwidget.journal.drafts import (
    COMPANIONS,
    draft_in,
    drafts_in,
    free_name,
    name_draft,
    name_with,
    names_with,
)
from herwidget.journal.rows import mark_erased
from herwidget.journal.schema import APPLICATION_ID, ERASED
from herwidget.journal.trouble import told_as_journal_error

_DAMAGED, _BEFORE_RESTORE = "damaged", "before-restore"
# Where the header of an SQLite file has the number that says whose it is.
_APPLICATION_ID_AT = 68


def put_back(journal: Path, backup: Path, day: date) -> Path | None:
    """Let the journal be what a backup holds. Where the file that was there lies now; None where there was none.

    No process may have the journal open. Whenever this is cut short, the journal is the one or the other.

    Raises:
        JournalError: the backup cannot be used, or the file in the journal's place is another program's, in use, or
            cannot be set aside. The journal is as it was.
    """
    file = behind_links(journal)
    with told_as_journal_error(file):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (
        told_as_journal_error(backup),
        at_rest(backup) as source,
        told_as_journal_error(file),
        draft_in(file.parent) as draft,
    ):
        fill_draft(draft, source, backup)
        if _backups_hold_more(file, draft):
            with closing(sqlite3.connect(draft)) as connection, connection:
                mark_erased(connection)
        aside = _set_aside(file, day)
        name_draft(draft, file, replace=True)
    return aside


def belongings(journal: Path) -> Sequence[Path]:
    """The journal and all files that Herwidget ever wrote for it, as far as they are there; its link first."""
    file = behind_links(journal)
    found = [journal, file] if journal.is_symlink() else [file]
    found += [file.with_name(file.name + end) for end in COMPANIONS]
    found += _set_aside_beside(file)
    found += drafts_in(file.parent)
    found += [backup.path for backup in backups_of(journal)]
    found += drafts_in(backups_folder(journal))
    return [path for path in found if os.path.lexists(path)]


def set_aside(journal: Path) -> Sequence[Path]:
    """The journals that had this one's place before a backup was put there, without their companions."""
    return [path for path in _set_aside_beside(behind_links(journal)) if not path.name.endswith(COMPANIONS)]


def _set_aside_beside(file: Path) -> Sequence[Path]:
    name = names_with(file, rf"-(?:{_DAMAGED}|{_BEFORE_RESTORE})-\d{{4}}-\d\d-\d\d")
    with contextlib.suppress(OSError):
        return sorted(path for path in file.parent.iterdir() if name.fullmatch(_without_companion(path.name)))
    return []


def _without_companion(name: str) -> str:
    return next((name.removesuffix(end) for end in COMPANIONS if name.endswith(end)), name)


def looks_ours(file: Path) -> bool:
    """Whether the file says of itself that it is a journal, however damaged; an empty one does too.

    Raises:
        OSError: it cannot be read.
    """
    with file.open("rb") as opened:
        header = opened.read(_APPLICATION_ID_AT + 4)
    return not header or header[_APPLICATION_ID_AT:] == APPLICATION_ID.to_bytes(4, "big")


def _backups_hold_more(file: Path, draft: Path) -> bool:
    """Whether the journal in place is the draft's own and says that backups hold what was removed from it for good.

    One that cannot be read says nothing: no good backup is to go because a journal was damaged.
    """
    with contextlib.suppress(JournalError), told_as_journal_error(file):
        facts, restored = _facts(file), _facts(draft)
        seeds = {facts.get("seed"), restored.get("seed")} - {None}
        return ERASED in facts and len(seeds) < 2
    return False


def _facts(file: Path) -> dict[str, str]:
    with at_rest(file) as connection:
        return dict(connection.execute("SELECT name, value FROM facts"))


def _set_aside(file: Path, day: date) -> Path | None:
    """Give what is in the journal's place a second name, and its companions another one; None where nothing is."""
    companions = [end for end in COMPANIONS if os.path.lexists(file.with_name(file.name + end))]
    if not companions and not os.path.lexists(file):
        return None
    what = _BEFORE_RESTORE
    if file.exists():
        what = _BEFORE_RESTORE if _folded(file) else _DAMAGED
    aside = free_name(file.with_name(name_with(file, f"-{what}-{day}")))
    if file.exists():
        try:
            aside.hardlink_to(file)
        except OSError:  # a file system without links
            _copy(file, aside)
    # SQLite would take the old log for the new file's.
    for end in companions:
        with contextlib.suppress(FileNotFoundError):  # it went when the journal was folded
            file.with_name(file.name + end).rename(aside.with_name(aside.name + end))
    return aside


def _copy(file: Path, target: Path) -> None:
    with draft_in(file.parent) as draft:
        shutil.copyfile(file, draft)
        with draft.open("rb+") as copy:
            os.fsync(copy.fileno())
        if not name_draft(draft, target, replace=False):
            raise FileExistsError(target)


def _folded(file: Path) -> bool:
    """Put all that a sound journal has into its one file; False where it is damaged, which is then left as it is.

    Raises:
        JournalError: it is another program's, or in use.
    """
    try:
        with told_as_journal_error(file):
            with at_rest(file) as connection:
                _refuse_what_is_no_journal(connection, file)
                refuse_damage(connection, file)
            with closing(sqlite3.connect(file, timeout=WAIT_FOR_LOCK_SECONDS)) as connection:
                connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except JournalError as error:
        if error.trouble is not JournalTrouble.DAMAGED:
            raise
        return False
    return True


def _refuse_what_is_no_journal(connection: sqlite3.Connection, file: Path) -> None:
    try:
        refuse_what_is_not_ours(connection, file)
    except JournalError as error:
        if error.trouble is not JournalTrouble.NEWER:  # which is sound, and set aside like any other
            raise
        connection.rollback()
