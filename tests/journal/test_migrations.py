"""The schema is made once, whole or not at all, and written down column by column."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.journal import checks, opening
from herwidget.journal.backups import backups_folder
from herwidget.journal.journal import Journal
from herwidget.journal.schema import KNOWN_MIGRATIONS, add_history, add_suggestions, create_first_tables
from tests.journal.children import child
from tests.journal.examples import NOW, all_words, everything, say, trouble_when_said
from tests.journal.histories import ZONES, contents, heard, live, mood
from tests.journal.old import write_as_first_version

FIRST_STARTS = 40
ARCHITECTURE = Path(__file__).parents[2] / "ARCHITECTURE.md"
Migration = Callable[[Database], None]


def test_first_starts_at_the_same_time_all_succeed(tmp_path: Path) -> None:
    for round_ in range(FIRST_STARTS):
        path = tmp_path / str(round_) / "herwidget" / "journal.sqlite"
        with ExitStack() as stack:
            starts = [stack.enter_context(child(_start, path, f"{number}")) for number in range(3)]
            for start in starts:
                assert start.recv() == "ready"
            for start in starts:
                start.send("go")
            seeds = {start.recv() for start in starts}
        assert len(seeds) == 1
        journal = Journal(path)
        assert sorted(all_words(journal)) == ["0", "1", "2"]
        assert _applied(journal) == sorted(KNOWN_MIGRATIONS)
        assert journal.check() == "ok"
        journal.close()


def _start(pipe: Connection, path: Path, words: str) -> None:
    pipe.send("ready")
    pipe.recv()
    journal = Journal(path)
    pipe.send(journal.seed())
    say(journal, words)
    journal.close()


def test_every_column_is_written_down_and_none_that_is_not_there(journal: Journal) -> None:
    columns = [
        f"{row['table']}.{row['column']}"
        for row in journal.connection.execute(
            "SELECT tables.name AS 'table', columns.name AS 'column' "
            "FROM pragma_table_list AS tables JOIN pragma_table_info(tables.name) AS columns "
            "WHERE tables.name NOT LIKE 'sqlite_%' AND tables.name != '_sqlite_migrations'"
        )
    ]
    written_down = re.findall(r"^\| `(\w+\.\w+)` \|", ARCHITECTURE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(columns) > 40
    assert sorted(written_down) == sorted(columns)


def test_opening_again_applies_nothing_again(path: Path) -> None:
    for _ in range(2):
        journal = Journal(path)
        assert _applied(journal) == sorted(KNOWN_MIGRATIONS)
        journal.close()


def test_a_later_migration_keeps_what_was_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fill(path)
    before = _state(path)
    _install(monkeypatch, _add_weather)
    journal = Journal(path)
    assert _applied(journal) == sorted({*KNOWN_MIGRATIONS, "_add_weather"})
    assert everything(journal) == before[1]
    assert {row["weather"] for row in journal.connection.execute("SELECT weather FROM answers")} == {""}
    journal.close()


def _break(db: Database) -> None:
    _add_weather(db)
    db.conn.execute("DELETE FROM answers")
    raise RuntimeError("a mistake in a migration")


def _ask_for_what_is_not_there(db: Database) -> None:
    _add_weather(db)
    db.conn.execute("DELETE FROM clouds")


def _add_weather(db: Database) -> None:
    db.conn.execute("ALTER TABLE answers ADD COLUMN weather TEXT NOT NULL DEFAULT ''")


@pytest.mark.parametrize("broken", [_break, _ask_for_what_is_not_there])
def test_a_migration_that_fails_leaves_the_old_state(
    path: Path, monkeypatch: pytest.MonkeyPatch, broken: Migration
) -> None:
    _fill(path)
    before, size = _state(path), path.stat().st_size
    with monkeypatch.context() as patch:
        _install(patch, _rename_people, broken)
        with pytest.raises(JournalError) as caught:
            Journal(path)
    assert caught.value.trouble is JournalTrouble.NOT_MIGRATED
    assert path.stat().st_size == size
    assert sorted(path.parent.iterdir()) == [backups_folder(path), path]
    assert _state(path) == before


def _rename_people(db: Database) -> None:
    db.conn.execute("ALTER TABLE people RENAME TO friends")


def test_a_first_migration_that_fails_leaves_a_file_that_can_be_filled_later(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        _install(patch, _break)
        with pytest.raises(JournalError) as caught:
            Journal(path)
    assert caught.value.trouble is JournalTrouble.NOT_MIGRATED
    assert list(path.parent.iterdir()) == [path], "what is not there yet needs no backup"
    _fill(path)
    assert _state(path)[0] == sorted(KNOWN_MIGRATIONS)


def _install(monkeypatch: pytest.MonkeyPatch, *later: Migration) -> None:
    """Let opening know the migrations of today and `later` ones, by the functions' names."""
    migrations = Migrations("herwidget")
    for migration in (create_first_tables, add_history, add_suggestions, *later):
        migrations()(migration)
    monkeypatch.setattr(opening, "migrations", migrations)
    monkeypatch.setattr(checks, "KNOWN_MIGRATIONS", KNOWN_MIGRATIONS | {each.__name__ for each in later})


def _migrate_as_a_newer_herwidget(path: Path, change: str) -> None:
    with closing(sqlite3.connect(path)) as newer, newer:
        newer.execute(change)
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('herwidget', 'add_weather', '')"
        )


@pytest.mark.parametrize(
    "change",
    ["ALTER TABLE answers ADD COLUMN weather TEXT NOT NULL DEFAULT ''", "ALTER TABLE prompts RENAME TO questions"],
)
def test_a_journal_that_a_newer_herwidget_migrates_meanwhile_takes_nothing_more(path: Path, change: str) -> None:
    """An upgrade replaces the program's files while it runs; a command of the new one then opens the journal."""
    journal = Journal(path)
    say(journal, "before")
    _migrate_as_a_newer_herwidget(path, change)
    with closing(sqlite3.connect(path)) as tool:
        before = list(tool.iterdump())
    for _ in range(2):
        assert trouble_when_said(journal, "after") is JournalTrouble.NEWER
        with pytest.raises(JournalError) as caught:
            journal.people()
        assert caught.value.trouble is JournalTrouble.NEWER
    with closing(sqlite3.connect(path)) as tool:
        assert list(tool.iterdump()) == before
    journal.close()


def test_a_table_that_a_newer_herwidget_takes_away_within_a_change_is_no_damage(journal: Journal) -> None:
    with pytest.raises(JournalError) as caught, journal.change() as connection:
        _migrate_as_a_newer_herwidget(journal.path, "ALTER TABLE prompts RENAME TO questions")
        connection.execute("DELETE FROM prompts")
    assert caught.value.trouble is JournalTrouble.NEWER


def test_another_schema_of_the_same_version_is_gone_on_with(journal: Journal) -> None:
    say(journal, "before")
    with closing(sqlite3.connect(journal.path, isolation_level=None)) as tool:
        tool.execute("VACUUM")
        tool.execute("CREATE VIEW words AS SELECT words FROM answers")
    say(journal, "after")
    assert all_words(journal) == ["before", "after"]


def test_a_journal_in_use_is_not_migrated_where_it_may_not_be(path: Path, tmp_path: Path) -> None:
    today, old = Journal(path, may_migrate=lambda: False), tmp_path / "old.sqlite"  # a new one is made all the same
    say(today, "before")
    write_as_first_version(today, old)
    today.close()
    with closing(sqlite3.connect(old)) as tool:
        before = list(tool.iterdump())
    with pytest.raises(JournalError) as caught:
        Journal(old, may_migrate=lambda: False)
    assert (caught.value.trouble, caught.value.path) == (JournalTrouble.IN_USE, str(old))
    with closing(sqlite3.connect(old)) as tool:
        assert list(tool.iterdump()) == before
    assert not backups_folder(old).exists()
    Journal(path, may_migrate=lambda: False).close()


def _fill(path: Path) -> None:
    journal = Journal(path)
    journal.add_person("민지", NOW)
    say(journal, "before")
    journal.close()


def _state(path: Path) -> tuple[list[str], list[object], list[str]]:
    journal = Journal(path)
    state = _applied(journal), everything(journal), _tables(journal)
    journal.close()
    return state


def _applied(journal: Journal) -> list[str]:
    rows = journal.connection.execute("SELECT name FROM _sqlite_migrations ORDER BY name")
    return [row["name"] for row in rows]


def test_a_journal_of_the_first_version_becomes_what_it_would_be_today(path: Path, tmp_path: Path) -> None:
    today = Journal(path)
    person = today.add_person("민지", NOW).id
    for number, zone in enumerate(ZONES):
        live(today, NOW + number * timedelta(hours=5), mood(number + 1, "말", (person,)), heard("call"), zone=zone)
    today.start_pause(NOW, None)
    old = tmp_path / "old.sqlite"
    write_as_first_version(today, old)
    migrated = Journal(old)
    assert _applied(migrated) == _applied(today)
    assert contents(migrated) == contents(today)
    assert [row["local_hour"] for row in migrated.rows("SELECT local_hour FROM answers ORDER BY id")][::2] == [
        *(18, 9, 1, 14, 18)
    ]
    assert _tables(migrated) == _tables(today)
    assert migrated.check() == "ok"
    migrated.close()
    today.close()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("zone", b"Mars/Olympus"),
        ("zone", b"Asia"),
        ("zone", b"/etc/passwd"),
        ("zone", b"\xff\xfe"),
        ("zone", b"a\0b"),
        ("zone", b""),
        ("zone", b"x" * 5000),
        ("answered_at", b"\xff"),
        ("answered_at", b"noon"),
        ("answered_at", b"9999-12-31T23:59:59.000Z"),
        ("answered_at", b""),
    ],
)
def test_a_row_that_cannot_be_read_does_not_keep_an_old_journal_from_opening(
    path: Path, tmp_path: Path, column: str, value: bytes
) -> None:
    today = Journal(path)
    for _ in range(2):
        live(today, NOW, mood())
    old = tmp_path / "old.sqlite"
    write_as_first_version(today, old)
    today.close()
    with closing(sqlite3.connect(old)) as tool, tool:
        tool.execute(f"UPDATE answers SET {column} = CAST(? AS TEXT) WHERE id = 1", (value,))
    migrated = Journal(old)
    assert [tuple(row) for row in migrated.rows("SELECT id, local_hour FROM answers")] == [(1, None), (2, 18)]
    kept = migrated.rows(f"SELECT CAST({column} AS BLOB) FROM answers WHERE id = 1")
    assert kept[0][0] == value
    migrated.close()


def test_an_old_journal_that_cannot_be_migrated_now_is_left_as_it_was(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = Journal(path)
    live(today, NOW, mood())
    old = tmp_path / "old.sqlite"
    write_as_first_version(today, old)
    today.close()
    before = old.read_bytes()
    monkeypatch.setattr(opening, "WAIT_FOR_LOCK_SECONDS", 0.01)
    with closing(sqlite3.connect(old, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalError) as caught:
            Journal(old)
        assert caught.value.trouble is JournalTrouble.LOCKED
    assert old.read_bytes() == before
    Journal(old).close()


def _tables(journal: Journal) -> list[str]:
    return [row["sql"] for row in journal.rows("SELECT sql FROM sqlite_master ORDER BY name")]
