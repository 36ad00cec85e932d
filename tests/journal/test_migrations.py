"""The schema is made once, whole or not at all, and written down column by column."""

import re
from collections.abc import Callable
from contextlib import ExitStack
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.journal import opening
from herwidget.journal.journal import Journal
from herwidget.journal.schema import KNOWN_MIGRATIONS, add_history, create_first_tables
from tests.journal.children import child
from tests.journal.examples import NOW, all_words, everything, say

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
        with pytest.raises((RuntimeError, JournalError)) as caught:
            Journal(path)
    if isinstance(caught.value, JournalError):
        assert caught.value.trouble is JournalTrouble.DAMAGED
    assert path.stat().st_size == size
    assert list(path.parent.iterdir()) == [path]
    assert _state(path) == before


def _rename_people(db: Database) -> None:
    db.conn.execute("ALTER TABLE people RENAME TO friends")


def test_a_first_migration_that_fails_leaves_a_file_that_can_be_filled_later(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        _install(patch, _break)
        with pytest.raises(RuntimeError, match="a mistake in a migration"):
            Journal(path)
    _fill(path)
    assert _state(path)[0] == sorted(KNOWN_MIGRATIONS)


def _install(monkeypatch: pytest.MonkeyPatch, *later: Migration) -> None:
    """Let opening know the migrations of today and `later` ones, by the functions' names."""
    migrations = Migrations("herwidget")
    for migration in (create_first_tables, add_history, *later):
        migrations()(migration)
    monkeypatch.setattr(opening, "migrations", migrations)
    monkeypatch.setattr(opening, "KNOWN_MIGRATIONS", KNOWN_MIGRATIONS | {each.__name__ for each in later})


def _fill(path: Path) -> None:
    journal = Journal(path)
    journal.add_person("민지", NOW)
    say(journal, "before")
    journal.close()


def _state(path: Path) -> tuple[list[str], list[object], list[str]]:
    journal = Journal(path)
    tables = [row["sql"] for row in journal.connection.execute("SELECT sql FROM sqlite_master ORDER BY name")]
    state = _applied(journal), everything(journal), tables
    journal.close()
    return state


def _applied(journal: Journal) -> list[str]:
    rows = journal.connection.execute("SELECT name FROM _sqlite_migrations ORDER BY name")
    return [row["name"] for row in rows]
