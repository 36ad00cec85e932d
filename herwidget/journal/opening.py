"""Opening a journal file: made private, checked, migrated; refused kindly when it is not ours to write."""

import contextlib
import os
import sqlite3
import stat
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.files import behind_links
from herwidget.journal.checks import WAIT_FOR_LOCK_SECONDS, refuse_what_is_not_ours
from herwidget.journal.schema import APPLICATION_ID, migrations
from herwidget.journal.trouble import known_trouble, told_as_journal_error

_OF_OTHERS = 0o177  # and the right to run it


def open_database(path: Path, may_migrate: Callable[[], bool]) -> Database:
    """Open or make the journal at `path`, bring it to the newest schema, and ready the connection for writing.

    A new file has mode 0600 and a new folder 0700. A file that is there is closed to everyone but its owner.
    `may_migrate` is asked before a journal in use is migrated.

    Raises:
        JournalError: it cannot be opened, is damaged, was written by a newer Herwidget, is another program's, or cannot
            or may not be migrated, and then is as it was.
    """
    with told_as_journal_error(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        elif not os.access(path, os.W_OK):
            # SQLite would open it, and leave companions behind that stay read-only when the file no longer is.
            raise JournalError(JournalTrouble.READ_ONLY, str(path))
        connection = sqlite3.connect(path, timeout=WAIT_FOR_LOCK_SECONDS)
        try:
            refuse_what_is_not_ours(connection, path)
            _make_private(path)
            db = Database(connection, execute_plugins=False)
            _ready(db)
            _migrate(db, path, may_migrate)
        except BaseException:
            connection.close()
            raise
    return db


def _make_private(path: Path) -> None:
    """Close the file and its companions to everyone but this user, whose they are; say after a copy from elsewhere."""
    if sys.platform == "win32":  # a person's files are private there by their access lists
        return
    file = behind_links(path)  # the companions lie beside the file itself
    for one in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))):
        # A companion may go away at any moment, and some file systems keep no modes.
        with contextlib.suppress(OSError):
            state = one.stat()
            if state.st_uid == os.geteuid() and state.st_mode & _OF_OTHERS:
                one.chmod(stat.S_IMODE(state.st_mode) & ~_OF_OTHERS)


def _ready(db: Database) -> None:
    if db.conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        with db.ensure_autocommit_on():
            db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _enable_wal(db)
    # Every write is folded into the file at once: a copy of the file alone, or the file moved away, has everything.
    db.conn.execute("PRAGMA wal_autocheckpoint = 1")
    db.conn.execute("PRAGMA synchronous = FULL")
    db.conn.execute("PRAGMA foreign_keys = ON")
    # What is forgotten is overwritten in the file, not only left out, and is in no temporary file either.
    db.conn.execute("PRAGMA secure_delete = ON")
    db.conn.execute("PRAGMA temp_store = MEMORY")


def _enable_wal(db: Database) -> None:
    """SQLite does not wait by itself for another process that makes this same switch."""
    give_up_at = time.monotonic() + WAIT_FOR_LOCK_SECONDS
    while True:
        try:
            return db.enable_wal()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= give_up_at:
                raise
            time.sleep(0.01)


def _migrate(db: Database, path: Path, may_migrate: Callable[[], bool]) -> None:
    """Applies what is pending under one write lock, so that two first starts do not race; all of it or nothing.

    A journal that is in use is backed up before.
    """
    if not migrations.pending(db):
        return
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        pending = migrations.pending(db)
        if pending and migrations.applied(db):
            if not may_migrate():
                raise JournalError(JournalTrouble.IN_USE, str(path))
            from herwidget.journal.backups import back_up_before

            back_up_before(path, pending[0].name, datetime.now().astimezone().date())
        if pending:
            _apply(db, path)
    except BaseException:
        db.conn.rollback()
        raise
    db.conn.commit()


def _apply(db: Database, path: Path) -> None:
    try:
        migrations.apply(db)
    except Exception as error:
        if isinstance(error, sqlite3.Error) and known_trouble(error) is not None:
            raise
        # Whatever else went wrong is a mistake in the migration, not in the file.
        raise JournalError(JournalTrouble.NOT_MIGRATED, str(path), type(error).__name__) from error
