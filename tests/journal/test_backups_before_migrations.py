"""A journal in use is backed up before it is migrated: it is the old one or the new one, whatever comes between."""

import signal
import sqlite3
from contextlib import closing
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.journal.backups import backups_of
from herwidget.journal.journal import Journal
from herwidget.journal.schema import KNOWN_MIGRATIONS
from tests.journal.children import Child, KillMoments, result_of
from tests.journal.examples import NOW, all_words, everything, words_in
from tests.journal.histories import live, mood
from tests.journal.mounting import fill_up, mount_small_disk
from tests.journal.old import write_as_first_version

KILLS = 60


@pytest.fixture
def old(path: Path, tmp_path: Path) -> Path:
    """A journal of the first version, with several dozen entries."""
    today = Journal(path)
    for number in range(40):
        live(today, NOW + timedelta(hours=number), mood(3, f"{number} 오늘은 " * 20))
    made = tmp_path / "old" / "journal.sqlite"
    made.parent.mkdir()
    write_as_first_version(today, made)
    today.close()
    return made


def test_before_a_migration_a_backup_of_the_journal_as_it_was_is_made(old: Path) -> None:
    with closing(sqlite3.connect(old)) as tool:
        before = list(tool.iterdump())
    journal = Journal(old)
    migrated = everything(journal)
    journal.close()
    (backup,) = backups_of(old)
    assert backup.kind == "before-add_history"
    with closing(sqlite3.connect(backup.path)) as tool:
        assert list(tool.iterdump()) == before
    Journal(old).close()
    assert backups_of(old) == [backup], "nothing is migrated, so nothing is backed up"
    again = Journal(backup.path)
    assert everything(again) == migrated
    again.close()


def test_a_migration_that_fails_leaves_the_journal_and_a_backup(old: Path) -> None:
    with closing(sqlite3.connect(old)) as tool:
        tool.execute("CREATE TABLE suggestions (whose TEXT)")  # which the second migration wants to make
        before = list(tool.iterdump())
    for _ in range(2):
        with pytest.raises(JournalError) as caught:
            Journal(old)
        assert (caught.value.trouble, caught.value.path) == (JournalTrouble.NOT_MIGRATED, str(old))
        with closing(sqlite3.connect(old)) as tool:
            assert list(tool.iterdump()) == before
    (backup,) = backups_of(old)
    with closing(sqlite3.connect(backup.path)) as tool:
        assert list(tool.iterdump()) == before


def test_without_room_for_the_backup_the_migration_does_not_begin(disk: Path, old: Path) -> None:
    assert result_of(_migrate_on_a_full_disk, disk, old) == {
        "full": (JournalTrouble.NO_BACKUP, True),
        "with room": (None, False),
        "applied": sorted(KNOWN_MIGRATIONS),
        "backups": ["before-add_history"],
    }


def _migrate_on_a_full_disk(disk: Path, old: Path) -> dict[str, object]:
    mount_small_disk(disk, 1024)
    path = disk / "journal.sqlite"
    path.write_bytes(old.read_bytes())
    Path(disk / "room").write_bytes(b"x" * 48 * 1024)  # for what SQLite needs to read, but not for a copy
    filler = fill_up(disk)
    (disk / "room").unlink()
    before, observed = path.read_bytes(), dict[str, object]()
    for name in ("full", "with room"):
        trouble = None
        try:
            Journal(path).close()
        except JournalError as error:
            trouble = error.trouble
        observed[name] = trouble, path.read_bytes() == before
        filler.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as tool:
        observed["applied"] = sorted(row[0] for row in tool.execute("SELECT name FROM _sqlite_migrations"))
    observed["backups"] = [backup.kind for backup in backups_of(path)]
    return observed


def test_a_kill_while_migrating_leaves_the_old_journal_or_the_new_one(old: Path, tmp_path: Path) -> None:
    wanted = words_in(old)
    source = old.read_bytes()
    moments = KillMoments(seed=12)
    states = set()
    for round_ in range(KILLS):
        path = tmp_path / str(round_) / "journal.sqlite"
        path.parent.mkdir()
        path.write_bytes(source)
        process = Child(_open, path)
        assert process.pipe.recv() == "now"
        moments.wait()
        process.kill()
        assert process.end() == -signal.SIGKILL
        with closing(sqlite3.connect(path)) as tool:
            applied = {row[0] for row in tool.execute("SELECT name FROM _sqlite_migrations")}
        assert applied in ({"create_first_tables"}, KNOWN_MIGRATIONS)
        states.add(len(applied))
        moments.came(late=len(applied) > 1)
        for backup in backups_of(path):
            assert words_in(backup.path) == wanted
        assert len(applied) == 1 or backups_of(path)
        journal = Journal(path)
        assert journal.check() == "ok"
        assert all_words(journal) == wanted
        journal.close()
    assert states == {1, len(KNOWN_MIGRATIONS)}


def _open(pipe: Connection, path: Path) -> None:
    pipe.send("now")
    Journal(path)
    pipe.recv()
