"""Another process at the same file: short waits pass unnoticed, long ones are told."""

import sqlite3
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from herwidget.core.ports import JournalTrouble
from herwidget.journal import opening
from herwidget.journal.journal import Journal
from tests.journal.children import child
from tests.journal.examples import NOW, all_words, say, trouble_when_opened, trouble_when_said

LOCKED = JournalTrouble.LOCKED
WRITES = 200


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for a lock only briefly."""
    monkeypatch.setattr(opening, "WAIT_FOR_LOCK_SECONDS", 0.05)


@pytest.mark.usefixtures("impatient")
def test_a_file_locked_for_too_long_is_told_and_writing_works_once_it_is_free(path: Path) -> None:
    journal = Journal(path)
    say(journal, "before")
    with child(_hold, path, "BEGIN IMMEDIATE") as holder:
        assert holder.recv() == "held"
        assert trouble_when_said(journal, "no") is LOCKED
        assert trouble_when_said(journal, "still not") is LOCKED
        assert all_words(journal) == ["before"]
        assert trouble_when_opened(path) is None
        holder.send("let go")
    assert trouble_when_said(journal, "after") is None
    assert all_words(journal) == ["before", "after"]
    journal.close()


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("exists", [True, False])
def test_a_file_another_program_keeps_to_itself_is_told_when_it_is_opened(path: Path, exists: bool) -> None:
    if exists:
        journal = Journal(path)
        say(journal, "before")
        journal.close()
    else:
        path.parent.mkdir()
        path.touch()
    with child(_hold, path, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE") as holder:
        assert holder.recv() == "held"
        assert trouble_when_opened(path) is LOCKED
        holder.send("let go")
    journal = Journal(path)
    assert all_words(journal) == (["before"] if exists else [])
    journal.close()


def _hold(pipe: Connection, path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement).fetchone()
        pipe.send("held")
        pipe.recv()


def test_a_write_waits_for_another_process(path: Path) -> None:
    Journal(path).close()
    with child(_hold, path, "BEGIN IMMEDIATE") as holder, child(_say_when_told, path, "patience") as writer:
        assert holder.recv() == "held"
        writer.send("say")
        assert not writer.poll(0.3)
        holder.send("let go")
        assert writer.recv() == "said"
    journal = Journal(path)
    assert all_words(journal) == ["patience"]
    journal.close()


def test_opening_waits_for_a_writer_that_keeps_the_log_from_being_set_up(path: Path) -> None:
    """Here SQLite does not wait by itself."""
    journal = Journal(path)
    say(journal, "before")
    journal.connection.execute("PRAGMA journal_mode = DELETE")
    journal.close()
    with child(_hold, path, "BEGIN IMMEDIATE") as holder:
        assert holder.recv() == "held"
        with child(_open, path) as opener:
            assert opener.recv() == "opening"
            assert not opener.poll(0.3)
            holder.send("let go")
            assert opener.recv() == "wal"


def _open(pipe: Connection, path: Path) -> None:
    pipe.send("opening")
    journal = Journal(path)
    pipe.send(journal.connection.execute("PRAGMA journal_mode").fetchone()[0])
    journal.close()


def _say_when_told(pipe: Connection, path: Path, words: str) -> None:
    journal = Journal(path)
    pipe.recv()
    say(journal, words)
    pipe.send("said")
    journal.close()


def test_two_processes_that_write_at_the_same_time_lose_nothing(path: Path) -> None:
    Journal(path).close()
    names = ("민지", "Ana")
    with child(_say_many, path, names[0]) as one, child(_say_many, path, names[1]) as other:
        for writer in (one, other):
            assert writer.recv() == "ready"
        for writer in (one, other):
            writer.send("go")
    journal = Journal(path)
    words = all_words(journal)
    for name in names:
        assert [said for said in words if said.startswith(name)] == [f"{name} {number}" for number in range(WRITES)]
    assert len(words) == 2 * WRITES
    assert [person.name for person in journal.people()] == ["both"]
    assert journal.check() == "ok"
    journal.close()


def _say_many(pipe: Connection, path: Path, name: str) -> None:
    journal = Journal(path)
    pipe.send("ready")
    pipe.recv()
    for number in range(WRITES):
        say(journal, f"{name} {number}")
    journal.add_person("both", NOW)
    journal.close()


@pytest.mark.usefixtures("impatient")
def test_a_write_that_fails_at_its_very_end_does_not_swallow_the_next_one(path: Path) -> None:
    """On a disk without shared memory SQLite keeps no write-ahead log, and a reader can hold up the commit itself."""
    journal = Journal(path)
    assert journal.connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] == "delete"
    say(journal, "before")
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM prompts").fetchone()
        assert trouble_when_said(journal, "no") is LOCKED
        assert not journal.connection.in_transaction
    say(journal, "after")
    with closing(sqlite3.connect(path)) as reader:
        assert reader.execute("SELECT words FROM answers").fetchall() == [("before",), ("after",)]
        assert reader.execute("SELECT count(*) FROM prompts").fetchone() == (2,)
    journal.close()
