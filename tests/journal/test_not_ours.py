"""Files that are not ours to write are refused and stay as they are, to the byte."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from herwidget.core.ports import JournalTrouble
from herwidget.journal.journal import Journal
from tests.journal.examples import all_words, say, trouble_when_opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file lies, alone in its folder."""
    return tmp_path / "journal.sqlite"


def _assert_refused_and_left_alone(path: Path, trouble: JournalTrouble) -> None:
    before = path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_mode
    assert trouble_when_opened(path) is trouble
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_mode) == before
    assert list(path.parent.iterdir()) == [path]


def test_a_journal_of_a_newer_herwidget_is_told_as_such(path: Path) -> None:
    journal = Journal(path)
    say(journal, "from the future")
    with journal.connection as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('herwidget', 'add_weather', '')"
        )
        connection.execute("ALTER TABLE answers ADD COLUMN weather TEXT")
    journal.close()
    _assert_refused_and_left_alone(path, JournalTrouble.NEWER)


def test_a_newer_herwidget_that_is_running_is_not_disturbed(path: Path) -> None:
    newer = Journal(path)
    with newer.connection as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('herwidget', 'add_weather', '')"
        )
    assert trouble_when_opened(path) is JournalTrouble.NEWER
    say(newer, "still here")
    assert all_words(newer) == ["still here"]
    newer.close()


@pytest.mark.parametrize("journal_mode", ["DELETE", "WAL"])
@pytest.mark.parametrize("application_id", [0, 252006674])
@pytest.mark.parametrize("table", ["notes", "prompts", "_sqlite_migrations"])
def test_another_programs_database_is_foreign(path: Path, journal_mode: str, application_id: int, table: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(f"PRAGMA application_id = {application_id}")
        other.execute(f"PRAGMA journal_mode = {journal_mode}")
        other.execute(f"CREATE TABLE {table} (name TEXT)")
        other.execute(f"INSERT INTO {table} VALUES ('theirs')")
    _assert_refused_and_left_alone(path, JournalTrouble.FOREIGN)


def test_another_programs_database_is_foreign_before_it_has_tables(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA application_id = 252006674")
    _assert_refused_and_left_alone(path, JournalTrouble.FOREIGN)


@pytest.mark.parametrize(
    "content",
    [
        b"Dear diary,\n" * 1000,
        b"\x89PNG\r\n\x1a\n" + bytes(5000),
        b"SQLite format 3\0",
        b"SQLite format 3\0" + bytes(8176),
        bytes(8192),
        b"no",
    ],
    ids=["text", "picture", "magic only", "magic and zeros", "zeros", "two letters"],
)
def test_a_file_that_is_no_database_is_damaged(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    _assert_refused_and_left_alone(path, JournalTrouble.DAMAGED)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(min_size=2, max_size=2000))
def test_any_bytes_at_all_are_damaged(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    _assert_refused_and_left_alone(path, JournalTrouble.DAMAGED)


@pytest.mark.parametrize("content", [b"", b"\n"], ids=["nothing", "one byte, which to SQLite is nothing too"])
def test_an_empty_file_becomes_a_journal(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    journal = Journal(path)
    say(journal, "처음")
    assert all_words(journal) == ["처음"]
    journal.close()


def test_a_path_below_a_file_is_unreachable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert trouble_when_opened(tmp_path / "file" / "journal.sqlite") is JournalTrouble.UNREACHABLE
    assert trouble_when_opened(tmp_path / "file" / "folder" / "journal.sqlite") is JournalTrouble.UNREACHABLE
    assert (tmp_path / "file").read_text() == "not a folder"


def test_a_folder_in_the_journals_place_is_unreachable(path: Path) -> None:
    path.mkdir()
    assert trouble_when_opened(path) is JournalTrouble.UNREACHABLE
    assert list(path.iterdir()) == []


def test_a_link_that_leads_nowhere_is_unreachable(path: Path, tmp_path: Path) -> None:
    path.symlink_to(tmp_path / "no folder" / "journal.sqlite")
    assert trouble_when_opened(path) is JournalTrouble.UNREACHABLE
