"""Backups: whole or not there, soon without what was removed, and never fewer than are promised."""

import os
import signal
import sqlite3
import stat
import time
from contextlib import closing
from datetime import date, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.journal.backups import (
    BY_HAND,
    WEEKLY,
    back_up,
    back_up_before,
    backup_of_lost,
    backups_folder,
    backups_of,
    copy_journal,
    last_good_backup,
    tend,
)
from herwidget.journal.journal import Journal
from herwidget.journal.restoring import belongings, put_back
from tests.journal.children import Child, KillMoments, child, result_of
from tests.journal.damage import fill, is_sound
from tests.journal.examples import NOW, TODAY, all_words, say, words_in
from tests.journal.histories import contents, live, mood, remove
from tests.journal.mounting import fill_up, make_read_only, mount_small_disk

WEEK = timedelta(days=7)
KILLS = 60
SECRET = "something that nobody is to read any more"


def holds(path: Path, words: str) -> bool:
    """Whether these words are anywhere in the folder of backups, in whatever file."""
    return any(words.encode() in file.read_bytes() for file in backups_folder(path).iterdir())


def kinds(path: Path) -> list[tuple[date, str]]:
    return [(backup.day, backup.kind) for backup in backups_of(path)]


def test_old_drafts_go_and_what_only_begins_like_one_stays(journal: Journal, path: Path, tmp_path: Path) -> None:
    left = [".herwidget-ab_12xyz.part" + end for end in ("", "-wal", "-shm", "-journal")]
    theirs = [".herwidget-my.partners", ".herwidget-notes.part", ".herwidget-ab_12xyz.part.txt", ".herwidget-ab_12xyz"]
    for name in (*left, *theirs):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time.time() - 7200,) * 2)
    copy_journal(path, tmp_path / "copy.db")
    there = {path.name for path in tmp_path.iterdir()}
    assert there >= {"copy.db", *theirs}
    assert not there & set(left)


def test_a_backup_is_one_private_file_with_everything(journal: Journal) -> None:
    person = journal.add_person("민지", NOW).id
    journal.seed()
    live(journal, NOW, mood(4, "오늘 🌧️", (person,)))
    made = back_up(journal.path, TODAY, WEEKLY)
    assert made == journal.path.parent / "backups" / "journal-2026-11-23-weekly.sqlite"
    assert list(backups_folder(journal.path).iterdir()) == [made]
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    copy = Journal(made)
    assert contents(copy) == contents(journal)
    copy.close()


def test_a_copy_goes_where_it_is_wanted_and_replaces_nothing(journal: Journal, tmp_path: Path) -> None:
    say(journal, "kept")
    target = tmp_path / "copy of it.db"
    copy_journal(journal.path, target)
    assert words_in(target) == ["kept"]
    for taken in (target, tmp_path):
        with pytest.raises(FileExistsError):
            copy_journal(journal.path, taken)
    dangling = tmp_path / "link"
    dangling.symlink_to(tmp_path / "nowhere")
    with pytest.raises(FileExistsError):
        copy_journal(journal.path, dangling)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy of it.db", "herwidget", "link"]


@pytest.mark.parametrize("place", ["no folder/copy.db", "file/copy.db"])
def test_a_copy_that_cannot_be_written_is_told_of_the_place(journal: Journal, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(JournalError) as caught:
        copy_journal(journal.path, tmp_path / place)
    assert (caught.value.trouble, caught.value.path) == (JournalTrouble.UNREACHABLE, str(tmp_path / place))


def test_a_backup_made_while_another_process_writes_is_of_one_moment(path: Path) -> None:
    Journal(path).close()
    with child(_say_until_told, path) as writer:
        writer.recv()
        lengths = []
        for number in range(10):
            made = words_in(back_up(path, TODAY + number * WEEK, WEEKLY))
            assert made == [str(number) for number in range(len(made))]
            lengths.append(len(made))
        writer.send("enough")
        said = writer.recv()
    assert lengths == sorted(lengths)
    journal = Journal(path)
    assert all_words(journal) == [str(number) for number in range(said)]
    journal.close()


def _say_until_told(pipe: Connection, path: Path) -> None:
    journal = Journal(path)
    said = 0
    while not pipe.poll():
        say(journal, str(said))
        said += 1
        if said == 1:
            pipe.send("begun")
    journal.close()
    pipe.recv()
    pipe.send(said)


def test_two_processes_that_back_up_by_hand_make_a_backup_each(path: Path) -> None:
    fill(path)
    with child(_back_up_by_hand, path) as one, child(_back_up_by_hand, path) as other:
        for each in (one, other):
            assert each.recv() == "ready"
        for each in (one, other):
            each.send("go")
        made = {each.recv() for each in (one, other)}
    assert made == {backup.path for backup in backups_of(path)}
    assert len(made) == 2
    assert len({tuple(words_in(each)) for each in made}) == 1


def _back_up_by_hand(pipe: Connection, path: Path) -> None:
    pipe.send("ready")
    pipe.recv()
    pipe.send(back_up(path, TODAY, BY_HAND))


def test_a_backup_is_made_once_a_week_and_the_last_four_are_kept(journal: Journal) -> None:
    say(journal, "one")
    by_hand = back_up(journal.path, TODAY, BY_HAND)
    made = []
    for number in range(50):
        day = TODAY + timedelta(days=number)
        if tend(journal.path, day):
            made.append(day)
    assert made == [TODAY + number * WEEK for number in range(8)]
    assert kinds(journal.path) == [*((day, WEEKLY) for day in reversed(made[-4:])), (TODAY, BY_HAND)]
    assert by_hand.exists()


def test_a_clock_that_was_far_ahead_does_not_keep_backups_from_being_made(journal: Journal) -> None:
    say(journal, "one")
    for number in range(5):
        assert tend(journal.path, TODAY + (500 + number) * WEEK)
    made = tend(journal.path, TODAY)
    assert made is not None and made.exists()
    assert tend(journal.path, TODAY) is None


def test_backups_of_a_clock_that_was_ahead_are_the_last_to_be_used_and_the_first_to_go(journal: Journal) -> None:
    say(journal, "one")
    ahead = [tend(journal.path, TODAY + number * 52 * WEEK) for number in range(1, 4)]
    before = tend(journal.path, TODAY)
    say(journal, "two")
    newest = tend(journal.path, TODAY + WEEK)
    today = TODAY + WEEK
    assert [each.path for each in backups_of(journal.path, today)] == [newest, before, *reversed(ahead[1:])]
    found = last_good_backup(journal.path, today)
    assert found is not None and found.path == newest
    for number in (2, 3):
        tend(journal.path, TODAY + number * WEEK)
    assert kinds(journal.path) == [(TODAY + number * WEEK, WEEKLY) for number in (3, 2, 1, 0)]


def test_an_empty_journal_needs_no_backup(journal: Journal) -> None:
    journal.seed()
    assert tend(journal.path, TODAY) is None
    assert not backups_folder(journal.path).exists()
    journal.add_person("민지", NOW)
    assert tend(journal.path, TODAY) is not None


def test_journals_in_one_folder_have_backups_of_their_own(path: Path) -> None:
    others = [path, path.with_name("journal.db"), path.with_name("journal-old.sqlite")]
    for each in others:
        journal = Journal(each)
        say(journal, each.name)
        back_up(each, TODAY, WEEKLY)
        journal.close()
    for each in others:
        assert [words_in(backup.path) for backup in backups_of(each)] == [[each.name]]


@pytest.mark.parametrize("name", [f"{'가' * 80}.db", f"{'가' * 76}.db", f"{'a' * 243}", f"2026. {'기록' * 39}"])
def test_a_journal_with_a_long_name_has_backups_of_its_own(tmp_path: Path, name: str) -> None:
    path, other = tmp_path / name, tmp_path / name.replace("기", "나", 1).replace("가", "나", 1).replace("a", "b", 1)
    alike = tmp_path / name.replace("록", "나").replace("가.", "나.").replace("aa", "ab")
    for each in (path, other, alike):
        journal = Journal(each)
        say(journal, each.name)
        assert tend(each, TODAY) is not None
        back_up(each, TODAY, BY_HAND)
        back_up(each, TODAY, BY_HAND)
        back_up_before(each, "add_something_with_quite_a_long_name", TODAY)
        journal.close()
    for each in (path, other, alike):
        there = backups_of(each)
        assert sorted(backup.kind.split("_")[0] for backup in there) == ["before-add", BY_HAND, BY_HAND, WEEKLY]
        assert [words_in(backup.path) for backup in there] == [[each.name]] * 4
        aside = put_back(each, there[0].path, TODAY)
        again = put_back(each, there[0].path, TODAY)
        assert {aside, again, *(backup.path for backup in there)} < set(belongings(each))
    assert len(backups_of(path)) == 4


def test_a_new_journal_takes_no_backup_of_the_one_that_was_lost(path: Path) -> None:
    lost = Journal(path)
    lost.seed()
    say(lost, "years of words")
    for weeks in range(4, -1, -1):
        tend(path, TODAY - weeks * WEEK)
    back_up(path, TODAY, BY_HAND)
    lost.close()
    path.unlink()
    of_lost = {backup.path: backup.path.read_bytes() for backup in backups_of(path)}
    assert len(of_lost) == 5
    new = Journal(path)
    new.seed()
    say(new, SECRET)
    say(new, "new words")
    tend(path, TODAY)
    assert holds(path, SECRET), "the first of the week is due for the new one too"
    remove(new, SECRET)
    tend(path, TODAY)
    assert not holds(path, SECRET)
    for weeks in range(1, 7):
        tend(path, TODAY + weeks * WEEK)
    assert {backup: backup.read_bytes() for backup in of_lost} == of_lost
    assert len(backups_of(path)) == len(of_lost) + 4
    new.close()


def test_the_backup_of_a_lost_journal_is_known_until_something_is_told_to_the_new_one(path: Path) -> None:
    lost = Journal(path)
    lost.seed()
    say(lost, "years of words")
    made = back_up(path, TODAY, WEEKLY)
    assert backup_of_lost(path) is None, "it is this journal's own"
    lost.close()
    path.unlink()
    new = Journal(path)
    found = [backup_of_lost(path)]
    new.seed()
    found.append(backup_of_lost(path))
    assert [each and each.path for each in found] == [made, made]
    say(new, "new words")
    assert backup_of_lost(path) is None
    remove(new, "new words")
    assert backup_of_lost(path) is None, "it was emptied by the person"
    new.close()


def test_a_journal_emptied_by_the_person_is_no_new_one(journal: Journal) -> None:
    journal.seed()
    say(journal, "one")
    tend(journal.path, TODAY)
    remove(journal, "one")
    tend(journal.path, TODAY)
    assert backups_of(journal.path)
    assert backup_of_lost(journal.path) is None


def test_behind_a_link_the_backups_lie_beside_the_file(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "moods.db"
    path.parent.mkdir()
    path.symlink_to(elsewhere)
    elsewhere.parent.mkdir()
    journal = Journal(path)
    say(journal, "kept")
    assert tend(path, TODAY) == elsewhere.parent / "backups" / "moods-2026-11-23-weekly.db"
    assert list(path.parent.iterdir()) == [path]
    journal.close()


def test_what_was_removed_is_soon_in_no_backup(journal: Journal) -> None:
    say(journal, SECRET)
    say(journal, "this stays")
    for number in range(3):
        tend(journal.path, TODAY + number * WEEK)
    back_up(journal.path, TODAY, BY_HAND)
    remove(journal, SECRET)
    assert holds(journal.path, SECRET)
    made = tend(journal.path, TODAY + 2 * WEEK)
    assert [backup.path for backup in backups_of(journal.path)] == [made]
    assert made is not None and words_in(made) == ["this stays"]
    assert not holds(journal.path, SECRET)
    assert tend(journal.path, TODAY + 2 * WEEK) is None


def test_the_last_answer_that_is_removed_leaves_the_backups_too(journal: Journal) -> None:
    say(journal, SECRET)
    tend(journal.path, TODAY)
    remove(journal, SECRET)
    assert tend(journal.path, TODAY) is not None
    assert not holds(journal.path, SECRET)
    assert len(backups_of(journal.path)) == 1


def test_a_removal_is_remembered_by_the_journal_alone(journal: Journal, path: Path) -> None:
    """Its copies are not outdated by themselves, and a removal during a backup is seen the next time."""
    say(journal, SECRET)
    remove(journal, SECRET)
    made = back_up(path, TODAY, WEEKLY)
    with closing(sqlite3.connect(made)) as tool:
        assert tool.execute("SELECT count(*) FROM facts WHERE name = 'erased'").fetchone() == (0,)
    assert journal.rows("SELECT 1 FROM facts WHERE name = 'erased'")


_ACTS = st.lists(st.sampled_from(["say", "remove", "by hand", "day", "week", "tend"]), max_size=25)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=_ACTS)
def test_whatever_is_done_there_is_a_backup_and_none_with_what_was_removed(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str]
) -> None:
    path = tmp_path_factory.mktemp("life") / "journal.sqlite"
    journal = Journal(path)
    day = TODAY
    kept: list[str] = []
    removed: list[str] = []
    had_backup = False
    for number, act in enumerate([*acts, "tend"]):
        if act == "say":
            kept.append(f"<{number}>")
            say(journal, kept[-1])
        elif act == "remove" and kept:
            removed.append(kept.pop(0))
            remove(journal, removed[-1])
        elif act == "by hand":
            back_up(path, day, BY_HAND)
        elif act in ("day", "week"):
            day += WEEK if act == "week" else timedelta(days=1)
        elif act == "tend":
            tend(path, day)
            assert not backups_folder(path).exists() or not any(holds(path, words) for words in removed)
        there = backups_of(path)
        assert there or not had_backup
        had_backup = bool(there)
        assert sum(backup.kind == WEEKLY for backup in there) <= 4
    newest = last_good_backup(path)
    assert newest is not None or not kept
    journal.close()


def test_a_full_disk_keeps_the_backups_that_are_there_even_outdated_ones(disk: Path) -> None:
    assert result_of(_tend_on_a_full_disk, disk) == {
        "full": (JournalTrouble.FULL, 1, True, ["journal-2026-11-23-weekly.sqlite"]),
        "with room": (None, 1, False, ["journal-2026-11-30-weekly.sqlite"]),
    }


def _tend_on_a_full_disk(disk: Path) -> dict[str, object]:
    mount_small_disk(disk, 1024)
    path = disk / "journal.sqlite"
    journal = Journal(path)
    say(journal, SECRET)
    tend(path, TODAY)
    remove(journal, SECRET)
    filler = fill_up(disk)
    observed: dict[str, object] = {}
    for name in ("full", "with room"):
        trouble = None
        try:
            tend(path, TODAY + WEEK)
        except JournalError as error:
            trouble = error.trouble
        files = sorted(each.name for each in backups_folder(path).iterdir())
        observed[name] = trouble, len(backups_of(path)), holds(path, SECRET), files
        filler.unlink(missing_ok=True)
    journal.close()
    return observed


def _spoil_a_value(path: Path, column: str, old: str, new: str | bytes) -> None:
    """What a flipped bit may do, of which SQLite's own checks know nothing."""
    table, name = column.split(".")
    with closing(sqlite3.connect(path)) as tool, tool:
        spoilt = f"CAST(replace({name}, ?, ?) AS TEXT)"
        tool.execute(f"UPDATE {table} SET {name} = {spoilt} WHERE id = (SELECT max(id) FROM {table})", (old, new))
        assert tool.execute("PRAGMA integrity_check").fetchone() == ("ok",)


SPOILT = [
    *(
        ("prompts.planned_at", "-11-", "-1q-"),
        ("prompts.closed_at", "Z", "z"),
        ("prompts.kind", "evening", "evening\x7f"),
    ),
    *(("prompts.plan_day", "-01-01", "-13-01"), ("answers.local_day", "-11-23", "-11-31")),
    *(("answers.answered_at", "-11-23", "-02-30"), ("answers.answered_at", "2026", "0000"), ("answers.step", "o", "n")),
    *(("answers.words", "spoilt", b"\xff"), ("answers.zone", "Seoul", b"\xeb"), ("people.name", "Ana", b"An\xe1")),
    *(("people.reach_kind", "phone", "phonm"), ("pauses.started_at", "T09", "T24"), ("periods.last_day", "-", "=")),
]


@pytest.fixture
def lived_in(journal: Journal) -> Path:
    """A journal with something in each table, and a sound backup of it."""
    journal.seed()
    journal.add_person("Ana", NOW)
    with journal.change() as connection:
        connection.execute("UPDATE people SET reach_kind = 'phone', reach = '1'")
        connection.execute("INSERT INTO periods (name, first_day, last_day) VALUES ('a', '2026-01-01', '2026-02-01')")
    journal.start_pause(NOW, None)
    live(journal, NOW, mood(3, "spoilt"))
    back_up(journal.path, TODAY - WEEK, WEEKLY)
    return journal.path


@pytest.mark.parametrize(("column", "old", "new"), SPOILT)
def test_a_value_that_cannot_be_read_makes_no_backup_and_no_good_one(
    lived_in: Path, column: str, old: str, new: str | bytes
) -> None:
    (good,) = backups_of(lived_in)
    bad = back_up(lived_in, TODAY, BY_HAND)
    assert last_good_backup(lived_in) == backups_of(lived_in)[0]
    for each in (bad, lived_in):
        _spoil_a_value(each, column, old, new)
    assert last_good_backup(lived_in) == good
    with pytest.raises(JournalError) as caught:
        back_up(lived_in, TODAY, BY_HAND)
    assert (caught.value.trouble, caught.value.path) == (JournalTrouble.DAMAGED, str(lived_in))
    journal = Journal(lived_in)
    with pytest.raises(JournalError):
        journal.check()
    journal.close()
    assert [each.kind for each in backups_of(lived_in)] == [BY_HAND, WEEKLY]


def test_times_and_days_written_by_other_tools_can_be_read(lived_in: Path) -> None:
    with closing(sqlite3.connect(lived_in)) as tool, tool:
        tool.execute("UPDATE prompts SET planned_at = '2026-11-23 09:41:00', closed_at = '2026-11-23T18:41:00+09:00'")
        tool.execute("UPDATE answers SET local_day = '20261123', zone = 'Mars/Olympus'")
    assert last_good_backup(lived_in) is not None
    assert back_up(lived_in, TODAY, BY_HAND).exists()


def test_a_journal_on_a_full_disk_or_one_that_takes_no_writes_is_copied_to_another(disk: Path, tmp_path: Path) -> None:
    words = result_of(_copy_from_a_full_disk, disk, tmp_path)
    assert words == {"full": ["kept"], "read-only": ["kept"], "with a log": JournalTrouble.FULL}


def _copy_from_a_full_disk(disk: Path, elsewhere: Path) -> dict[str, object]:
    mount_small_disk(disk, 1024)
    path = disk / "journal.sqlite"
    journal = Journal(path)
    say(journal, "kept")
    journal.close()
    log = path.with_name(path.name + "-wal")
    observed: dict[str, object] = {}
    fill_up(disk)
    copy_journal(path, elsewhere / "full.db")
    observed["full"] = words_in(elsewhere / "full.db")
    (disk / "filler").unlink()
    log.write_bytes(b"something that may belong to it")
    fill_up(disk)
    try:
        copy_journal(path, elsewhere / "with a log.db")
    except JournalError as error:
        observed["with a log"] = error.trouble
    for left in (disk / "filler", log, path.with_name(path.name + "-shm")):
        left.unlink(missing_ok=True)
    make_read_only(disk)
    copy_journal(path, elsewhere / "read-only.db")
    observed["read-only"] = words_in(elsewhere / "read-only.db")
    return observed


def test_a_damaged_journal_makes_no_backup(path: Path) -> None:
    fill(path)
    good = back_up(path, TODAY, WEEKLY)
    damaged = bytearray(path.read_bytes())
    for page in range(4, len(damaged) // 4096):
        damaged[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    path.write_bytes(damaged)
    with pytest.raises(JournalError) as caught:
        tend(path, TODAY + WEEK)
    assert (caught.value.trouble, caught.value.path) == (JournalTrouble.DAMAGED, str(path))
    assert list(good.parent.iterdir()) == [good]
    found = last_good_backup(path)
    assert found is not None and (found.path, found.day) == (good, TODAY)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_backup_called_good_can_be_read(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.mktemp("damage") / "journal.sqlite"
    journal = Journal(path)
    for number in range(12):
        live(journal, NOW, mood(3, f"{number} 오늘은 " * 20))
    journal.close()
    older, newer = back_up(path, TODAY, WEEKLY), back_up(path, TODAY + WEEK, WEEKLY)
    spoilt = bytearray(newer.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(spoilt) - 1), min_size=1, max_size=40)):
        spoilt[place] = data.draw(st.integers(0, 255))
    newer.write_bytes(spoilt[: data.draw(st.one_of(st.just(len(spoilt)), st.integers(0, len(spoilt))))])
    found = last_good_backup(path)
    assert found is not None
    assert found.path in (older, newer)
    assert is_sound(found.path)


def test_a_kill_while_backing_up_leaves_whole_backups_only(path: Path) -> None:
    fill(path)
    wanted = words_in(path)
    moments, before = KillMoments(seed=11), _stamps(path)
    for round_ in range(KILLS):
        process = Child(_back_up_again_and_again, path)
        assert process.pipe.recv() == "now"
        moments.wait()
        process.kill()
        assert process.end() == -signal.SIGKILL
        after = _stamps(path)
        moments.came(late=after != before)
        before = after
        for backup in backups_of(path):
            assert words_in(backup.path) == wanted
        if round_ == 0:
            back_up(path, TODAY, BY_HAND)
            before = _stamps(path)
    journal = Journal(path)
    assert journal.check() == "ok"
    remove(journal, wanted[0])
    tend(path, TODAY)
    assert len(list(backups_folder(path).iterdir())) == 1, "what kills left goes with what is outdated"
    journal.close()


def _stamps(path: Path) -> set[tuple[Path, int]]:
    return {(backup.path, backup.path.stat().st_mtime_ns) for backup in backups_of(path)}


def _back_up_again_and_again(pipe: Connection, path: Path) -> None:
    pipe.send("now")
    for number in range(1000):
        back_up(path, TODAY + number % 3 * WEEK, WEEKLY)
