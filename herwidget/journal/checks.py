"""Whose file it is and whether it is sound, found out by connections that only look."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePath

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.files import behind_links
from herwidget.journal.legible import refuse_what_cannot_be_read
from herwidget.journal.schema import APPLICATION_ID, KNOWN_MIGRATIONS
from herwidget.journal.trouble import told_as_journal_error

# A second process may hold the file for one short write at a time; longer than this it is stuck.
WAIT_FOR_LOCK_SECONDS = 5.0

_HIGHEST_FORMAT = 2


def is_missing(journal: Path) -> bool:
    """Whether there is none: no file, or an empty one, as a power cut may leave it.

    Where that cannot be found out there may be one: opening it says what is wrong.
    """
    try:
        return journal.stat().st_size == 0
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False


def address(file: PurePath, mode: str) -> str:
    """A file's full path as SQLite's address of it (https://www.sqlite.org/uri.html), to be opened in that mode."""
    uri = file.as_uri()
    if not uri.startswith("file:///"):
        # A share of Windows'. SQLite refuses the name of a computer, and takes the same as a path.
        uri = uri.replace("file://", "file:////", 1)
    return f"{uri}?mode={mode}"


@contextlib.contextmanager
def at_rest(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a journal that nobody writes to. It only reads, and makes no companion where there is none.

    But a change that was cut short in the midst of the file is undone first, as SQLite does.

    Raises:
        OSError: there is no such file.
        JournalError: its format is newer than any that SQLite writes.
    """
    if not path.is_file():
        raise FileNotFoundError(2, "No such file", str(path))
    file = behind_links(path)  # companions lie beside the file itself
    _refuse_newer_format(file, path)
    mode = "ro&immutable=1"
    if file.with_name(file.name + "-journal").exists():
        mode = "rw"
    elif file.with_name(file.name + "-wal").exists():
        mode = "ro"
    with closing(sqlite3.connect(address(file, mode), uri=True)) as connection:
        yield connection


def _refuse_newer_format(file: Path, path: Path) -> None:
    """Look at the numbers of the file's format: SQLite only reads, as a newer format, what damage has made higher.

    They are the bytes 18 and 19, at most 2 (https://www.sqlite.org/fileformat2.html#file_format_version_numbers). This
    process must not have the file open: closing it here would take away the locks of its connections
    (https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_).

    Raises:
        JournalError: one is higher.
    """
    with file.open("rb") as opened:
        numbers = opened.read(20)[18:]
    if max(numbers, default=0) > _HIGHEST_FORMAT:
        raise JournalError(JournalTrouble.DAMAGED, str(path), "format")


def refuse_what_is_no_sound_journal(connection: sqlite3.Connection, path: Path, *, legible: bool = True) -> None:
    """Look through all of a journal; without `legible`, not whether each row can be read.

    Raises:
        JournalError: it is damaged, another program's, a newer Herwidget's, or nothing is in it yet.
    """
    refuse_what_is_not_ours(connection, path)
    if not connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'answers'").fetchone()[0]:
        raise JournalError(JournalTrouble.FOREIGN, str(path))
    refuse_damage(connection, path)
    if legible:
        refuse_what_cannot_be_read(connection, path)


def refuse_damage(connection: sqlite3.Connection, path: Path) -> None:
    """Let SQLite look through the whole file.

    Raises:
        JournalError: something is wrong with it.
    """
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise JournalError(JournalTrouble.DAMAGED, str(path), "quick_check")


@contextlib.contextmanager
def beside_others(journal: Path) -> Iterator[sqlite3.Connection]:
    """A connection beside others to a journal in use, within one view of it."""
    with told_as_journal_error(journal):
        file = Path(os.path.realpath(journal, strict=True))
        try:
            with told_as_journal_error(journal):
                connection = _reading(file, "rw")
        except JournalError as error:
            if error.trouble not in (JournalTrouble.FULL, JournalTrouble.READ_ONLY) or _has_log(file):
                raise
            # There is no room for SQLite's companions, so nobody else has it open, and all is in the one file.
            connection = _reading(file, "ro&immutable=1")
    with closing(connection):
        yield connection


def _reading(file: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address(file, mode), uri=True, timeout=WAIT_FOR_LOCK_SECONDS)
    try:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _has_log(file: Path) -> bool:
    logs = (file.with_name(file.name + end) for end in ("-wal", "-journal"))
    return any(log.exists() and log.stat().st_size for log in logs)


def refuse_what_is_not_ours(connection: sqlite3.Connection, path: Path) -> None:
    """Reads only: nothing is written before it is clear whose file this is.

    Raises:
        JournalError: it is another program's, or a newer Herwidget's.
    """
    connection.execute("BEGIN")  # one view of the file, which another first start may be filling at this moment
    application_id = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if application_id != APPLICATION_ID and (application_id or tables):
        raise JournalError(JournalTrouble.FOREIGN, str(path))
    if "_sqlite_migrations" in tables:
        # Every column that sqlite-utils reads, so that a damaged name of one is noticed here.
        rows = connection.execute("SELECT name, applied_at FROM _sqlite_migrations WHERE migration_set = 'herwidget'")
        if not {row[0] for row in rows} <= KNOWN_MIGRATIONS:
            raise JournalError(JournalTrouble.NEWER, str(path))
    connection.rollback()
