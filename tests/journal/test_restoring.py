"""A backup is put back: the journal is always the one or the other, and what was there is never lost."""

import errno
import os
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.journal import restoring
from herwidget.journal.backups import BY_HAND, WEEKLY, back_up, backups_folder, backups_of, copy_journal, tend
from herwidget.journal.journal import Journal
from herwidget.journal.restoring import belongings, looks_ours, put_back, set_aside
from tests.journal.children import Child, KillMoments, child, result_of
from tests.journal.damage import fill
from tests.journal.examples import TODAY, all_words, say
from tests.journal.histories import remove
from tests.journal.mounting import can_mount, fill_up, mount_small_disk
from tests.journal.old import write_as_first_version

KILLS = 60


@contextmanager
def opened(path: Path) -> Iterator[Journal]:
    journal = Journal(path)
    yield journal
    journal.close()


def words_of(path: Path) -> list[str]:
    with opened(path) as journal:
        assert journal.check() == "ok"
        return all_words(journal)


@pytest.fixture
def backup(path: Path) -> Path:
    """A backup with one answer, beside a journal that has two."""
    with opened(path) as journal:
        say(journal, "then")
        made = back_up(path, TODAY, WEEKLY)
        say(journal, "since")
    return made


def _refused(path: Path, backup: Path) -> JournalTrouble:
    """What is wrong; the journal and its folder are as they were."""
    before = {each: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    with pytest.raises(JournalError) as caught:
        put_back(path, backup, TODAY)
    assert {each: each.read_bytes() for each in path.parent.iterdir() if each.is_file()} == before
    return caught.value.trouble


def test_a_sound_journal_is_set_aside_and_can_be_put_back_in_its_turn(path: Path, backup: Path) -> None:
    aside = put_back(path, backup, TODAY)
    assert aside == path.with_name("journal-before-restore-2026-11-23.sqlite")
    assert words_of(path) == ["then"]
    again = put_back(path, aside, TODAY)
    assert again == path.with_name("journal-before-restore-2026-11-23-2.sqlite")
    assert words_of(path) == ["then", "since"]
    assert words_of(again) == ["then"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_is_still_in_the_log_is_set_aside_too(path: Path, backup: Path, tmp_path: Path) -> None:
    """A killed process leaves a log beside the file."""
    log = path.with_name(path.name + "-wal")
    with opened(path) as journal:
        journal.connection.execute("PRAGMA wal_autocheckpoint = 0")
        say(journal, "in the log")
        kept = {each: each.read_bytes() for each in (path, log)}
    for each, content in kept.items():
        each.write_bytes(content)
    aside = put_back(path, backup, TODAY)
    assert aside is not None
    assert words_of(path) == ["then"]
    assert words_of(aside) == ["then", "since", "in the log"]


def test_what_is_in_the_log_beside_the_file_is_put_back_through_a_link_too(
    path: Path, backup: Path, tmp_path: Path
) -> None:
    elsewhere, link = tmp_path / "elsewhere" / "copy.db", tmp_path / "link.db"
    elsewhere.parent.mkdir()
    link.symlink_to(elsewhere)
    with opened(path) as journal:
        journal.connection.execute("PRAGMA wal_autocheckpoint = 0")
        say(journal, "in the log")
        shutil.copyfile(path, elsewhere)
        shutil.copyfile(path.with_name(path.name + "-wal"), elsewhere.with_name(elsewhere.name + "-wal"))
    put_back(path, link, TODAY)
    assert words_of(path) == ["then", "since", "in the log"]


def test_a_change_that_was_cut_short_is_no_part_of_what_is_put_back(path: Path, tmp_path: Path) -> None:
    fill(path)
    wanted, copy = words_of(path), tmp_path / "copy.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as tool:
        for statement in ("PRAGMA journal_mode = DELETE", "PRAGMA cache_size = 1", "BEGIN"):
            tool.execute(statement)
        tool.execute("UPDATE answers SET words = 'half of this is in the file'")
        # As a power cut leaves them.
        for end in ("", "-journal"):
            shutil.copyfile(path.with_name(path.name + end), copy.with_name(copy.name + end))
    assert b"half of this is in the file" in copy.read_bytes()
    put_back(path, copy, TODAY)
    assert words_of(path) == wanted


SECRET = "something that nobody is to read any more"


def _removed_between_two_backups(path: Path) -> list[Path]:
    with opened(path) as journal:
        journal.seed()
        say(journal, "kept")
        say(journal, SECRET)
        before = back_up(path, TODAY, BY_HAND)
        remove(journal, SECRET)
        return [before, back_up(path, TODAY, BY_HAND)]


def test_what_was_removed_is_soon_in_no_backup_after_one_was_put_back_too(path: Path) -> None:
    after = _removed_between_two_backups(path)[1]
    put_back(path, after, TODAY)
    made = tend(path, TODAY)
    assert [backup.path for backup in backups_of(path)] == [made]
    assert made is not None and words_of(made) == ["kept"]
    assert SECRET.encode() not in b"".join(each.read_bytes() for each in backups_folder(path).iterdir())
    assert tend(path, TODAY) is None


def test_no_good_backup_goes_because_one_was_put_back(path: Path) -> None:
    """Neither where nothing was removed, nor instead of a damaged journal, nor of another one."""
    with opened(path) as journal:
        say(journal, "kept")
        made = [back_up(path, TODAY, BY_HAND), back_up(path, TODAY, WEEKLY)]
    put_back(path, made[0], TODAY)
    assert tend(path, TODAY) is None
    assert len(backups_of(path)) == 2
    for each in made:
        each.unlink()
    made = _removed_between_two_backups(path)
    path.write_bytes(b"damaged" * 2000)
    put_back(path, made[1], TODAY)
    tend(path, TODAY)
    assert {each.path for each in backups_of(path)} > set(made)
    path.unlink()
    with opened(path) as other:
        other.seed()
        say(other, SECRET)
        remove(other, SECRET)
    put_back(path, made[1], TODAY)
    tend(path, TODAY)
    assert {each.path for each in backups_of(path)} > set(made)


def test_a_lost_journal_is_put_back_and_a_log_without_one_is_no_part_of_it(path: Path, backup: Path) -> None:
    path.unlink()
    assert put_back(path, backup, TODAY) is None
    assert words_of(path) == ["then"]
    path.unlink()
    path.with_name(path.name + "-wal").write_bytes(b"old log")
    put_back(path, backup, TODAY)
    assert words_of(path) == ["then"]
    assert path.with_name("journal-before-restore-2026-11-23.sqlite-wal").read_bytes() == b"old log"


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_however_a_journal_is_damaged_it_is_kept_to_the_byte(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("damage") / "journal.sqlite"
    with opened(path) as journal:
        for number in range(12):
            say(journal, f"{number} 오늘은 " * 20)
    backup = back_up(path, TODAY, WEEKLY)
    wanted = words_of(backup)
    spoilt = bytearray(path.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(spoilt) - 1), max_size=40)):
        spoilt[place] = data.draw(st.integers(0, 255))
    path.write_bytes(spoilt[: data.draw(st.one_of(st.just(len(spoilt)), st.integers(0, len(spoilt))))])
    before = path.read_bytes()
    try:
        aside = put_back(path, backup, TODAY)
    except JournalError as error:
        # The number that says whose file it is was hit: it passes for another program's, or for a newer version's.
        assert error.trouble is JournalTrouble.FOREIGN
        assert path.read_bytes() == before
        return
    assert words_of(path) == wanted
    assert aside is not None
    if "-damaged-" in aside.name:
        assert aside.read_bytes() == before


@pytest.mark.parametrize("content", [b"Dear diary,\n" * 500, b"", b"SQLite format 3\0" + bytes(8176)])
def test_a_file_that_is_no_journal_is_not_put_back(path: Path, backup: Path, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file.db"
    file.write_bytes(content)
    assert _refused(path, file) in (JournalTrouble.DAMAGED, JournalTrouble.FOREIGN)
    assert words_of(path) == ["then", "since"]


def test_what_is_not_there_cannot_be_put_back(path: Path, backup: Path, tmp_path: Path) -> None:
    assert _refused(path, tmp_path / "nothing.db") is JournalTrouble.UNREACHABLE
    assert _refused(path, tmp_path) is JournalTrouble.UNREACHABLE


def test_a_newer_backup_is_refused_and_a_newer_journal_is_set_aside(path: Path, backup: Path, tmp_path: Path) -> None:
    with opened(path) as journal, journal.connection as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('herwidget', 'add_weather', '')"
        )
    newer = tmp_path / "newer.db"
    newer.write_bytes(path.read_bytes())
    assert put_back(path, backup, TODAY) == path.with_name("journal-before-restore-2026-11-23.sqlite")
    assert words_of(path) == ["then"]
    assert _refused(path, newer) is JournalTrouble.NEWER


def test_another_programs_database_keeps_its_place(path: Path, backup: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE films (title TEXT)")
    assert _refused(path, backup) is JournalTrouble.FOREIGN


def test_a_journal_in_use_keeps_its_place(path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restoring, "WAIT_FOR_LOCK_SECONDS", 0.05)
    with child(_keep_open, path) as holder:
        assert holder.recv() == "open"
        with pytest.raises(JournalError) as caught:
            put_back(path, backup, TODAY)
        assert caught.value.trouble is JournalTrouble.LOCKED
        holder.send("close")
    assert words_of(path) == ["then", "since", "and now"]


def _keep_open(pipe: Connection, path: Path) -> None:
    with opened(path) as journal:
        pipe.send("open")
        pipe.recv()
        say(journal, "and now")


def test_a_backup_of_an_older_version_is_brought_up_to_date_when_it_is_opened(path: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite"
    with opened(path) as journal:
        say(journal, "then")
        write_as_first_version(journal, old)
        say(journal, "since")
    put_back(path, old, TODAY)
    assert words_of(path) == ["then"]


def test_behind_a_link_the_file_is_put_back_where_the_link_leads(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "synced" / "moods.db"
    real.parent.mkdir()
    path.parent.mkdir()
    path.symlink_to(real)
    with opened(path) as journal:
        say(journal, "then")
        backup = back_up(path, TODAY, WEEKLY)
        say(journal, "since")
    assert put_back(path, backup, TODAY) == real.with_name("moods-before-restore-2026-11-23.db")
    assert path.is_symlink() and words_of(path) == ["then"]
    assert list(path.parent.iterdir()) == [path]


def test_on_a_full_disk_nothing_is_put_back_and_nothing_is_set_aside(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if not result_of(can_mount, disk):
        pytest.skip("this system lets no test mount a disk of its own")
    assert result_of(_put_back_on_a_full_disk, disk) == {
        "full": (JournalTrouble.FULL, ["journal.sqlite"], ["then", "since"]),
        "with room": (None, ["journal-before-restore-2026-11-23.sqlite", "journal.sqlite"], ["then"]),
    }


def _put_back_on_a_full_disk(disk: Path) -> dict[str, object]:
    mount_small_disk(disk, 1024)
    path = disk / "journal.sqlite"
    with opened(path) as journal:
        say(journal, "then")
        backup = back_up(path, TODAY, WEEKLY)
        say(journal, "since")
    filler = fill_up(disk)
    observed: dict[str, object] = {}
    for name in ("full", "with room"):
        trouble = None
        try:
            put_back(path, backup, TODAY)
        except JournalError as error:
            trouble = error.trouble
        filler.unlink(missing_ok=True)
        files = sorted(each.name for each in disk.iterdir() if each.is_file())
        observed[name] = trouble, files, words_of(path)
    return observed


def test_without_hard_links_what_was_there_is_set_aside_too(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _no_links)
    before = sorted(each.name for each in path.parent.iterdir())
    monkeypatch.setattr(shutil, "copyfile", _half_a_copy)
    with pytest.raises(JournalError) as caught:
        put_back(path, backup, TODAY)
    assert caught.value.trouble is JournalTrouble.FULL
    assert sorted(each.name for each in path.parent.iterdir()) == before
    monkeypatch.setattr(shutil, "copyfile", _copyfile)
    aside = put_back(path, backup, TODAY)
    assert aside is not None and aside.stat().st_mode & 0o777 == 0o600
    assert words_of(path) == ["then"]
    assert words_of(aside) == ["then", "since"]


_copyfile = shutil.copyfile


def _no_links(*_arguments: object, **_named: object) -> None:
    """As FAT says it."""
    raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))


def _half_a_copy(source: Path, target: Path) -> None:
    target.write_bytes(source.read_bytes()[: source.stat().st_size // 2])
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_kill_while_putting_back_leaves_the_one_or_the_other(path: Path, tmp_path: Path) -> None:
    fill(path)
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    copy_journal(path, old)
    with opened(path) as journal:
        say(journal, "since")
    copy_journal(path, new)
    states = {tuple(words_of(old)): old, tuple(words_of(new)): new}
    moments, seen = KillMoments(seed=13), set()
    for round_ in range(KILLS):
        here = tmp_path / str(round_) / "journal.sqlite"
        here.parent.mkdir()
        here.write_bytes(new.read_bytes())
        process = Child(_put_back, here, old)
        assert process.pipe.recv() == "now"
        moments.wait()
        process.kill()
        assert process.end() == -signal.SIGKILL
        found = states[tuple(words_of(here))]
        seen.add(found)
        moments.came(late=found is old)
        if found is old:
            (aside,) = here.parent.glob("journal-before-restore-*.sqlite")
            assert states[tuple(words_of(aside))] is new
        with opened(here) as journal:
            say(journal, "and on it goes")
    assert seen == {old, new}


def _put_back(pipe: Connection, path: Path, backup: Path) -> None:
    pipe.send("now")
    put_back(path, backup, TODAY)
    pipe.recv()


def test_belongings_are_all_that_was_written_for_a_journal_and_nothing_else(path: Path, backup: Path) -> None:
    back_up(path, TODAY, BY_HAND)
    put_back(path, backup, TODAY)
    path.write_bytes(b"damaged")
    put_back(path, backup, TODAY)
    (path.parent / ".herwidget-left_0ne.part").touch()
    (backups_folder(path) / ".herwidget-left_0ne.part-wal").touch()
    ours = sorted(each for each in path.parent.rglob("*") if each.is_file())
    theirs = [path.with_name(name) for name in ("notes.txt", "journal.db", "journal-2.sqlite", "journal-damaged.db")]
    theirs += [backups_folder(path) / name for name in ("journal-2026-11-23-weekly.db", "old.sqlite")]
    for each in theirs:
        each.touch()
    assert sorted(belongings(path)) == ours
    assert len(ours) == 7
    names = ("journal-before-restore-2026-11-23.sqlite", "journal-damaged-2026-11-23.sqlite")
    assert [each.name for each in set_aside(path)] == list(names)


def test_belongings_of_a_linked_journal_are_the_link_and_the_file(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "moods.db"
    path.parent.mkdir()
    path.symlink_to(real)
    with opened(path) as journal:
        say(journal, "one")
    assert list(belongings(path)) == [path, real]


def test_only_what_says_it_is_a_journal_looks_like_ours(path: Path, backup: Path, tmp_path: Path) -> None:
    assert looks_ours(path) and looks_ours(backup)
    path.write_bytes(path.read_bytes()[:3000] + b"\xff" * 3000)
    assert looks_ours(path)
    other = tmp_path / "other.txt"
    other.write_text("Dear diary, " * 20)
    assert not looks_ours(other)
    other.write_bytes(b"")
    assert looks_ours(other)
