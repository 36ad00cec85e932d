"""Opening a journal file: made private, checked, migrated; refused kindly when it is not ours to write."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.journal.schema import APPLICATION_ID, KNOWN_MIGRATIONS, migrations

# A second process may hold the file for one short write at a time; longer than this it is stuck.
WAIT_FOR_LOCK_SECONDS = 5.0

_TROUBLE_OF_CODE = {
    sqlite3.SQLITE_FULL: JournalTrouble.FULL,
    sqlite3.SQLITE_READONLY: JournalTrouble.READ_ONLY,
    sqlite3.SQLITE_PERM: JournalTrouble.READ_ONLY,
    sqlite3.SQLITE_BUSY: JournalTrouble.LOCKED,
    sqlite3.SQLITE_LOCKED: JournalTrouble.LOCKED,
    sqlite3.SQLITE_CORRUPT: JournalTrouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: JournalTrouble.DAMAGED,
    sqlite3.SQLITE_IOERR: JournalTrouble.UNREACHABLE,
    sqlite3.SQLITE_CANTOPEN: JournalTrouble.UNREACHABLE,
}
_NO_SPACE_ERRORS = frozenset({28, 122})  # ENOSPC, EDQUOT: a full disk can surface as an I/O error


@contextlib.contextmanager
def told_as_journal_error(path: Path) -> Iterator[None]:
    """Turns SQLite's and the system's errors into JournalError."""
    try:
        yield
    except sqlite3.Error as error:
        raise JournalError(_trouble(error, path), str(path), _code_name(error)) from error
    except OSError as error:
        trouble = JournalTrouble.FULL if error.errno in _NO_SPACE_ERRORS else JournalTrouble.UNREACHABLE
        if isinstance(error, PermissionError) or error.errno == 30:  # EROFS
            trouble = JournalTrouble.READ_ONLY
        raise JournalError(trouble, str(path), error.strerror or "") from error


def open_database(path: Path) -> Database:
    """Open or make the journal at `path`, bring it to the newest schema, and ready the connection for writing.

    A new file has mode 0600 and a new folder 0700.

    Raises:
        JournalError: it cannot be opened, is damaged, was written by a newer Herwidget, or is another program's.
    """
    with told_as_journal_error(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        is_new = not path.exists()
        if is_new:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection = sqlite3.connect(path, timeout=WAIT_FOR_LOCK_SECONDS)
        try:
            _refuse_what_is_not_ours(connection, path)
            db = Database(connection, execute_plugins=False)
            _ready(db)
            _migrate(db)
        except BaseException:
            connection.close()
            raise
    return db


def _refuse_what_is_not_ours(connection: sqlite3.Connection, path: Path) -> None:
    """Reads only: nothing is written before it is clear whose file this is."""
    application_id = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if application_id != APPLICATION_ID and (application_id or tables):
        raise JournalError(JournalTrouble.FOREIGN, str(path))
    if "_sqlite_migrations" in tables:
        rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'herwidget'")
        if not {row[0] for row in rows} <= KNOWN_MIGRATIONS:
            raise JournalError(JournalTrouble.NEWER, str(path))


def _ready(db: Database) -> None:
    if db.conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        with db.ensure_autocommit_on():
            db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.enable_wal()
    db.conn.execute("PRAGMA synchronous = FULL")
    db.conn.execute("PRAGMA foreign_keys = ON")


def _migrate(db: Database) -> None:
    """Applies what is pending under one write lock, so that two first starts do not race."""
    if not migrations.pending(db):
        return
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        if migrations.pending(db):
            migrations.apply(db)
    except BaseException:
        db.conn.rollback()
        raise
    db.conn.commit()


def _trouble(error: sqlite3.Error, path: Path) -> JournalTrouble:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    trouble = _TROUBLE_OF_CODE.get(code, JournalTrouble.DAMAGED)
    if trouble is JournalTrouble.UNREACHABLE and path.exists() and not os.access(path.parent, os.W_OK):
        return JournalTrouble.READ_ONLY
    return trouble


def _code_name(error: sqlite3.Error) -> str:
    return getattr(error, "sqlite_errorname", type(error).__name__)
