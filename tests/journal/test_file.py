"""The file itself: private, durable, strict, and whole without its companions."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.journal.journal import Journal
from herwidget.journal.schema import APPLICATION_ID
from tests.journal.examples import all_words, say


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """What the desktop leaves of the modes of new files."""
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_only_its_owner_reads_a_new_journal(path: Path) -> None:
    journal = Journal(path)
    say(journal, "mine")
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {"journal.sqlite": 0o600, "journal.sqlite-wal": 0o600, "journal.sqlite-shm": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    journal.close()


def test_a_folder_that_is_there_keeps_its_mode(path: Path) -> None:
    path.parent.mkdir()
    path.parent.chmod(0o755)
    Journal(path).close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o755


@pytest.mark.parametrize("mode", [0o644, 0o666, 0o640, 0o700])
def test_a_journal_that_others_could_read_is_closed_to_them(path: Path, mode: int) -> None:
    first = Journal(path)
    say(first, "mine")
    files = list(path.parent.iterdir())
    assert len(files) == 3
    for file in files:
        file.chmod(mode)
    path.parent.chmod(0o755)
    second = Journal(path)
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o755
    assert all_words(second) == ["mine"]
    second.close()
    first.close()


def test_behind_a_link_it_is_the_file_that_is_closed(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "synced.sqlite"
    Journal(real).close()
    real.chmod(0o644)
    path.parent.mkdir()
    path.symlink_to(real)
    Journal(path).close()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


def test_another_programs_file_keeps_its_mode(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE theirs (x)")
    path.chmod(0o644)
    with pytest.raises(JournalError):
        Journal(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_file_system_without_modes_does_not_stop_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Journal(path).close()
    path.chmod(0o644)

    def refuse(*_arguments: object, **_options: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refuse)
    Journal(path).close()


def test_one_file_is_left_when_it_is_closed(path: Path) -> None:
    journal = Journal(path)
    say(journal, "kept")
    journal.close()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("application_id", APPLICATION_ID),
    ],
)
def test_the_connection_is_set_up_for_keeping(path: Path, pragma: str, value: object) -> None:
    for _ in ("new", "opened again"):
        journal = Journal(path)
        assert journal.connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value
        assert journal.check() == "ok"
        journal.close()


def test_every_table_of_ours_is_strict(journal: Journal) -> None:
    tables = {row["name"]: row["strict"] for row in journal.connection.execute("PRAGMA table_list")}
    ours = {name for name in tables if not name.startswith(("sqlite_", "_sqlite_"))}
    assert ours == {
        *("prompts", "answers", "people", "answer_people", "pauses", "periods", "suggestions", "new_usuals", "facts")
    }
    assert all(tables[name] for name in ours)


def test_a_copy_of_the_file_alone_has_everything_while_the_journal_is_open(journal: Journal, tmp_path: Path) -> None:
    say(journal, "처음")
    say(journal, "지금")
    copy = tmp_path / "copy.sqlite"
    shutil.copyfile(journal.path, copy)
    copied = Journal(copy)
    assert all_words(copied) == ["처음", "지금"]
    copied.close()


def test_any_sqlite_tool_reads_it(journal: Journal) -> None:
    say(journal, "오늘 🌧️")
    with closing(sqlite3.connect(f"{journal.path.as_uri()}?mode=ro", uri=True)) as tool:
        assert tool.execute("SELECT words, answered_at, local_day FROM answers").fetchall() == [
            ("오늘 🌧️", "2026-11-23T09:41:00.250Z", "2026-11-23")
        ]


def test_a_journal_moved_away_takes_no_more_answers_and_has_the_earlier_ones(journal: Journal, tmp_path: Path) -> None:
    say(journal, "before")
    elsewhere = journal.path.rename(tmp_path / "elsewhere.sqlite")
    with pytest.raises(JournalError) as caught:
        say(journal, "to nowhere")
    assert caught.value.trouble is JournalTrouble.UNREACHABLE
    new = Journal(journal.path)
    with pytest.raises(JournalError) as caught:
        say(journal, "to nowhere")
    assert caught.value.trouble is JournalTrouble.UNREACHABLE
    new.close()
    moved = Journal(elsewhere)
    assert all_words(moved) == ["before"]
    moved.close()


def test_a_journal_moved_back_goes_on(journal: Journal, tmp_path: Path) -> None:
    say(journal, "before")
    elsewhere = journal.path.rename(tmp_path / "elsewhere.sqlite")
    with pytest.raises(JournalError):
        say(journal, "to nowhere")
    elsewhere.rename(journal.path)
    say(journal, "after")
    assert all_words(journal) == ["before", "after"]


def test_a_journal_behind_a_link_is_made_where_the_link_leads(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(tmp_path / "synced.sqlite")
    journal = Journal(path)
    say(journal, "kept")
    journal.close()
    journal = Journal(tmp_path / "synced.sqlite")
    assert all_words(journal) == ["kept"]
    journal.close()
