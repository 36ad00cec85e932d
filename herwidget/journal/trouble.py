"""What SQLite's and the system's errors mean for the person who writes a journal."""

import contextlib
import errno
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from herwidget.core.ports import JournalError, JournalTrouble

_TROUBLE_OF_CODE = {
    sqlite3.SQLITE_FULL: JournalTrouble.FULL,
    sqlite3.SQLITE_READONLY: JournalTrouble.READ_ONLY,
    sqlite3.SQLITE_PERM: JournalTrouble.READ_ONLY,
    sqlite3.SQLITE_BUSY: JournalTrouble.LOCKED,
    sqlite3.SQLITE_LOCKED: JournalTrouble.LOCKED,
    sqlite3.SQLITE_PROTOCOL: JournalTrouble.LOCKED,
    sqlite3.SQLITE_CORRUPT: JournalTrouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: JournalTrouble.DAMAGED,
    sqlite3.SQLITE_IOERR: JournalTrouble.UNREACHABLE,
    sqlite3.SQLITE_CANTOPEN: JournalTrouble.UNREACHABLE,
    # A disk takes a write into its cache first; what it refuses at once is room: a quota, a limit on a file's size.
    sqlite3.SQLITE_IOERR_WRITE: JournalTrouble.FULL,
    sqlite3.SQLITE_IOERR_SHMSIZE: JournalTrouble.FULL,
}
_NO_SPACE_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextlib.contextmanager
def told_as_journal_error(path: Path) -> Iterator[None]:
    """Turns SQLite's and the system's errors into JournalError.

    Raises:
        JournalError: something is wrong with the file or the disk.
        ValueError: what was to be written breaks a rule of the journal's tables. The file is sound.
    """
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise  # a mistake in Herwidget, such as a closed journal
    except sqlite3.IntegrityError as error:
        raise ValueError(f"the journal does not take this: {error}") from error
    except sqlite3.Error as error:
        # Without a code it is the driver's "could not decode", which quotes the text a person wrote.
        cause = error if hasattr(error, "sqlite_errorcode") else None
        raise JournalError(_trouble(error, path), str(path), _code_name(error)) from cause
    except UnicodeDecodeError:
        # SQLite quotes damaged bytes in its own message, which the driver then cannot decode.
        raise JournalError(JournalTrouble.DAMAGED, str(path), "not UTF-8") from None
    except OSError as error:
        trouble = JournalTrouble.FULL if error.errno in _NO_SPACE_ERRORS else JournalTrouble.UNREACHABLE
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            trouble = JournalTrouble.READ_ONLY
        raise JournalError(trouble, str(path), error.strerror or "") from error


def known_trouble(error: sqlite3.Error) -> JournalTrouble | None:
    """What an error of SQLite's means for the person; None where it says nothing of the file or the disk."""
    code = getattr(error, "sqlite_errorcode", 0)
    return _TROUBLE_OF_CODE.get(code) or _TROUBLE_OF_CODE.get(code & 0xFF)


def _trouble(error: sqlite3.Error, path: Path) -> JournalTrouble:
    trouble = known_trouble(error) or JournalTrouble.DAMAGED
    # A disk that the system made read-only while the file was open refuses a write as a full one does.
    is_refused = os.access(path, os.F_OK) and not os.access(path, os.W_OK)
    if trouble in (JournalTrouble.FULL, JournalTrouble.UNREACHABLE) and is_refused:
        return JournalTrouble.READ_ONLY
    return trouble


def _code_name(error: sqlite3.Error) -> str:
    return getattr(error, "sqlite_errorname", type(error).__name__)
