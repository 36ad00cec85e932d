"""Addresses of files, as SQLite takes them."""

import sqlite3
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest

from herwidget.journal.checks import address


@pytest.mark.parametrize("name", ["journal.db", "일기 #1?.db", "50%25 & more.db"])
def test_a_file_is_found_by_its_address(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    with closing(sqlite3.connect(address(tmp_path / name, "rw"), uri=True)) as connection:
        assert connection.execute("PRAGMA database_list").fetchone()[2] == str(tmp_path / name)


@pytest.mark.parametrize(
    ("path", "there"),
    [
        (r"C:\Users\지우\journal.db", "file:///C:/Users/%EC%A7%80%EC%9A%B0/journal.db?mode=ro"),
        (r"\\server\home\ji u\journal.db", "file:////server/home/ji%20u/journal.db?mode=ro"),
    ],
)
def test_drives_and_shares_of_windows(path: str, there: str) -> None:
    assert address(PureWindowsPath(path), "ro") == there


def test_sqlite_takes_a_share_for_a_path_and_not_for_a_computer() -> None:
    """It looks for the file, and only that fails: the computer's name alone would be refused before."""
    with pytest.raises(sqlite3.OperationalError) as caught:
        sqlite3.connect(address(PureWindowsPath(r"\\server\home\journal.db"), "ro"), uri=True)
    assert caught.value.sqlite_errorcode == sqlite3.SQLITE_CANTOPEN
