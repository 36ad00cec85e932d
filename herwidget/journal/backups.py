"""Copies of the journal in a folder beside it: made before a migration, once a week and by hand; checked, thinned.

A copy is one file without companions, of mode 0600 in a folder of mode 0700. It has its name only once it is whole.
What was taken out of the journal for good is soon in no backup either, see `tend`.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from herwidget.core.keeping import Backup
from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.files import behind_links
from herwidget.journal.checks import WAIT_FOR_LOCK_SECONDS, at_rest, beside_others, refuse_what_is_no_sound_journal
from herwidget.journal.drafts import draft_in, drafts_in, free_name, name_draft, name_with, names_with
from herwidget.journal.schema import ERASED
from herwidget.journal.trouble import told_as_journal_error

WEEKLY, BY_HAND, _BEFORE = "weekly", "by-hand", "before-"
_WEEKLY_KEPT, _BEFORE_KEPT = 4, 2


def backups_folder(journal: Path) -> Path:
    """The folder of the journal's backups, which need not be there."""
    return behind_links(journal).parent / "backups"


def backups_of(journal: Path, today: date = date.max) -> Sequence[Backup]:
    """The backups of the journal, the newest first; those of other journals in the same folder are not its.

    Those of days after `today` come last: the clock was wrong when they were made.
    """
    name = names_with(behind_links(journal), rf"-(\d{{4}}-\d\d-\d\d)-({WEEKLY}|{BY_HAND}|{_BEFORE}\w+)")
    found = []
    with contextlib.suppress(OSError):
        for path in backups_folder(journal).iterdir():
            if parts := name.fullmatch(path.name):
                with contextlib.suppress(ValueError, OSError):  # there is no such day; it is gone meanwhile
                    backup = Backup(path, date.fromisoformat(parts[1]), parts[2])
                    found.append((backup.day <= today, backup.day, path.stat().st_mtime_ns, path.name, backup))
    return [backup for *_, backup in sorted(found, key=lambda each: each[:4], reverse=True)]


def last_good_backup(journal: Path, today: date = date.max) -> Backup | None:
    """The newest backup that is sound and that this version can read. Reads all of it, so it takes a moment."""
    for backup in backups_of(journal, today):
        with contextlib.suppress(JournalError):
            with told_as_journal_error(backup.path), at_rest(backup.path) as connection:
                refuse_what_is_no_sound_journal(connection, backup.path)
            return backup
    return None


def backup_of_lost(journal: Path, today: date = date.max) -> Backup | None:
    """The last good backup, where it is of another journal that was lost before this one was begun.

    None once this one has answers or people, or had some that were removed.

    Raises:
        JournalError: the journal cannot be read.
    """
    with beside_others(journal) as connection, told_as_journal_error(journal):
        erased, is_empty = _erased(connection), _is_empty(connection)
    if erased is not None or not is_empty:
        return None
    backup, seed = last_good_backup(journal, today), _seed_of(journal)
    if backup is not None and seed is not None and _seed_of(backup.path) == seed:
        return None
    return backup


def copy_journal(journal: Path, target: Path, *, replace: bool = False, legible: bool = True) -> None:
    """Write a checked copy of the journal to `target`, also while other connections have it open and write.

    Without `legible`, a row that cannot be read is copied as it is.

    Raises:
        FileExistsError: there is something already, and it is not to be replaced.
        JournalError: the journal cannot be read, or the copy cannot be written; then there is none.
    """
    named = replace or not os.path.lexists(target)
    if named:
        with beside_others(journal) as source, told_as_journal_error(target), draft_in(target.parent) as draft:
            fill_draft(draft, source, journal, legible=legible)
            named = name_draft(draft, target, replace=replace)
    if not named:
        raise FileExistsError(target)


def back_up(journal: Path, day: date, kind: str) -> Path:
    """Make a backup in the journal's folder of them, in place of its own of the same day and kind unless made by hand.

    Raises:
        JournalError: it could not be made. The other backups are as they were.
    """
    file, folder = behind_links(journal), backups_folder(journal)
    # A row that cannot be read keeps no journal from being migrated: what was there before is copied with it.
    legible = not kind.startswith(_BEFORE)
    with told_as_journal_error(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    usual = folder / name_with(file, f"-{day}-{kind}")
    if kind != BY_HAND and (not os.path.lexists(usual) or _may_be_of(usual, _seed_of(journal))):
        copy_journal(journal, usual, replace=True, legible=legible)
        return usual
    while True:
        target = free_name(usual)
        with contextlib.suppress(FileExistsError):  # another process took the name meanwhile
            copy_journal(journal, target, legible=legible)
            return target


def back_up_before(journal: Path, migration: str, today: date) -> None:
    """The backup before a migration; earlier ones are thinned out.

    Raises:
        JournalError: it could not be made, so the migration is not to begin.
    """
    try:
        made = back_up(journal, today, f"{_BEFORE}{migration}")
    except JournalError as error:
        if error.trouble in (JournalTrouble.DAMAGED, JournalTrouble.LOCKED):  # which is the journal itself
            raise
        raise JournalError(JournalTrouble.NO_BACKUP, error.path, f"{error.trouble} {error.detail}".strip()) from error
    _thin(journal, made, today)


def tend(journal: Path, today: date) -> Path | None:
    """Make the backup that is due: the first of a week, or one in place of all from before a removal; else None.

    Nothing older is removed before the new one was checked, and nothing of a journal that was lost before this one was
    begun. A journal without any answers and people needs none.

    Raises:
        JournalError: it could not be made, and no other was removed; or the journal cannot be read, or is damaged.
    """
    there = _own(journal, _seed_of(journal))
    monday = today - timedelta(days=today.weekday())
    is_due = not any(backup.kind == WEEKLY and monday <= backup.day <= today for backup in there)
    with beside_others(journal) as connection, told_as_journal_error(journal):
        erased, is_empty = _erased(connection), _is_empty(connection)
    are_outdated = erased is not None and bool(there)
    if not are_outdated and (is_empty or not is_due):
        return None
    made = back_up(journal, today, WEEKLY)
    if erased is None:
        _thin(journal, made, today)
        return made
    folder = backups_folder(journal)
    with told_as_journal_error(folder):
        older = (backup.path for backup in _own(journal, _seed_of(made)) if backup.path != made)
        _remove([*older, *drafts_in(folder), *drafts_in(folder.parent)])
    _forget_erased(journal, erased)
    return made


def fill_draft(draft: Path, source: sqlite3.Connection, told: Path, *, legible: bool = True) -> None:
    """Write what `source` reads to `draft`, look through it, and wait until it is on the disk.

    Raises:
        JournalError: what was read is no sound journal; it is told of the file `told`.
    """
    # Reading holds the file: the driver would try for ever to copy one that it cannot lock.
    if not source.in_transaction:
        source.execute("BEGIN")
    with told_as_journal_error(told):
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
    with closing(sqlite3.connect(draft, isolation_level=None)) as copy:
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        with told_as_journal_error(told):
            refuse_what_is_no_sound_journal(copy, told, legible=legible)
        # It says that older backups hold more than the journal; of the copy, none does.
        copy.execute("DELETE FROM facts WHERE name = ?", (ERASED,))
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _erased(connection: sqlite3.Connection) -> str | None:
    """The mark that something was removed for good which backups may still hold."""
    row = connection.execute("SELECT value FROM facts WHERE name = ?", (ERASED,)).fetchone()
    return row[0] if row else None


def _is_empty(connection: sqlite3.Connection) -> bool:
    told = connection.execute("SELECT EXISTS (SELECT 1 FROM answers) OR EXISTS (SELECT 1 FROM people)").fetchone()
    return not told[0]


def _own(journal: Path, seed: str | None, today: date = date.max) -> Sequence[Backup]:
    """The backups of the journal, without those of another that had its place before."""
    return [backup for backup in backups_of(journal, today) if _may_be_of(backup.path, seed)]


def _may_be_of(backup: Path, seed: str | None) -> bool:
    """Whether a backup is of the journal with this seed, as far as can be told: each journal draws its own, once."""
    try:
        other = _seed_of(backup)
    except JournalError:
        return True
    return seed is None or other is None or other == seed


def _seed_of(journal: Path) -> str | None:
    with beside_others(journal) as connection, told_as_journal_error(journal):
        row = connection.execute("SELECT value FROM facts WHERE name = 'seed'").fetchone()
    return row[0] if row else None


def _forget_erased(journal: Path, erased: str) -> None:
    """No backup is from before that removal any more; one that came meanwhile has another value, which stays."""
    with (
        told_as_journal_error(journal),
        closing(sqlite3.connect(journal, timeout=WAIT_FOR_LOCK_SECONDS)) as connection,
        connection,
    ):
        connection.execute("DELETE FROM facts WHERE name = ? AND value = ?", (ERASED, erased))


def _thin(journal: Path, made: Path, today: date) -> None:
    """Keep `made` and the last few others of its kind; what cannot be removed now is the next time."""
    there = _own(journal, _seed_of(made), today)
    is_weekly = any(backup.path == made and backup.kind == WEEKLY for backup in there)
    alike = [each.path for each in there if (each.kind == WEEKLY if is_weekly else each.kind.startswith(_BEFORE))]
    others = [path for path in alike if path != made]
    with contextlib.suppress(OSError):
        _remove(others[(_WEEKLY_KEPT if is_weekly else _BEFORE_KEPT) - 1 :])


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
