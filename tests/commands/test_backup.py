"""`herwidget backup`, `restore` and `erase`."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from herwidget.journal.journal import Journal
from tests.commands.command_line import CommandLine, read
from tests.journal.old import write_as_first_version


def say(herwidget: CommandLine, mood: str) -> None:
    assert herwidget("check-in", "--terminal", lines=f"{mood}\n").code == 0


def moods(herwidget: CommandLine, journal: Path | None = None) -> list[object]:
    return [row[0] for row in read(journal or herwidget.journal, "SELECT value FROM answers WHERE step = 'mood'")]


def folder_of(herwidget: CommandLine) -> Path:
    return herwidget.journal.parent / "backups"


def files(herwidget: CommandLine) -> list[str]:
    return sorted(str(each.relative_to(herwidget.home)) for each in herwidget.home.rglob("*") if each.is_file())


@pytest.fixture
def used(herwidget: CommandLine) -> CommandLine:
    """A computer with a journal of one check-in."""
    say(herwidget, "3")
    return herwidget


def test_without_a_journal_there_is_nothing_to_back_up_and_nothing_is_made(herwidget: CommandLine) -> None:
    done = herwidget("backup")
    assert (done.code, done.out) == (1, "")
    assert "There is no journal yet" in done.err
    done = herwidget("backup", "--list")
    assert done.code == 0 and done.out.startswith("There are no backups yet")
    assert herwidget("restore").code == 1
    done = herwidget("erase")
    assert (done.code, done.out) == (0, "There is nothing to erase.\n")
    assert files(herwidget) == []


def test_a_backup_goes_among_the_others_and_is_told(used: CommandLine) -> None:
    for number in ("", "-2"):
        made = folder_of(used) / f"journal-2026-11-23-by-hand{number}.db"
        done = used("backup")
        assert (done.code, done.err) == (0, "")
        assert done.out == f"A backup was made: {made}\n"
        assert moods(used, made) == [3]
    listed = used("backup", "--list").out.splitlines()
    assert len(listed) == 2
    assert listed[1] == f"2026-11-23  by hand  {folder_of(used) / 'journal-2026-11-23-by-hand.db'}"


def test_a_backup_is_made_while_the_program_runs(used: CommandLine) -> None:
    with used.running():
        assert used("backup").code == 0


def test_a_named_file_is_never_replaced(used: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "한 권.db"
    assert used("backup", target).out == f"A backup was made: {target}\n"
    assert target.stat().st_mode & 0o777 == 0o600
    target.write_bytes(b"mine")
    done = used("backup", target)
    assert (done.code, done.out) == (1, "")
    assert f"There is something already: {target}." in done.err
    assert target.read_bytes() == b"mine"
    done = used("backup", tmp_path / "nowhere" / "copy.db")
    assert done.code == 1 and "cannot be reached" in done.err
    assert used("backup", target, "--list").code == 2


def test_restore_asks_and_without_a_yes_changes_nothing(used: CommandLine) -> None:
    used("backup")
    say(used, "5")
    before = files(used)
    for lines in ("", "n\n", "maybe\n"):
        done = used("restore", lines=lines)
        assert done.code == 1
        backup = folder_of(used) / "journal-2026-11-23-by-hand.db"
        assert f"Put back {backup}?" in done.out and "Nothing was changed." in done.out
    assert files(used) == before
    assert moods(used) == [3, 5]


def test_a_file_that_is_not_there_is_told_before_anything_is_asked(used: CommandLine) -> None:
    done = used("restore", used.home / "nowhere.db", lines="y\n")
    assert (done.code, done.out) == (1, "")
    assert "Nothing was changed; name another file." in done.err


@pytest.mark.parametrize("command", [("backup",), ("export", "all.csv"), ("history", "--save", "thread.png")])
def test_what_needs_the_journal_names_the_backup_of_a_lost_one(used: CommandLine, command: tuple[str, ...]) -> None:
    assert used("backup").code == 0
    used.journal.unlink()
    done = used(*command)
    assert (done.code, done.out) == (1, "")
    lost = f"The journal is not in its place: {used.journal}."
    assert done.err.startswith(f"herwidget: {lost} The last good backup is of 23 November; ")
    assert not used.journal.exists()


def test_a_lost_journal_is_told_with_the_backup_that_is_left(used: CommandLine) -> None:
    used("backup")
    used.journal.unlink()
    told = (
        f"The journal is not in its place: {used.journal}. The last good backup is of 23 November; “herwidget restore”"
    )
    assert told in used("status").out
    done = used("doctor")
    assert done.code == 1 and f"✗ Journal: {told}" in done.out
    assert not used.journal.exists()


def test_a_journal_begun_in_the_place_of_a_lost_one_is_told_until_something_is_told_to_it(used: CommandLine) -> None:
    used("backup")
    used.journal.unlink()
    Journal(used.journal).close()
    told = (
        f"There was no journal in its place, so a new one was begun: {used.journal}. "
        "The last good backup is of 23 November; “herwidget restore” puts it back."
    )
    for _ in range(2):  # the first draws the journal's seed
        assert told in used("status").out
        done = used("doctor")
        assert done.code == 1 and "✗ Journal: " in done.out and told in done.out
    say(used, "4")
    assert "a new one was begun" not in used("status").out
    assert "✓ Journal: " in used("doctor").out


def test_a_damaged_journal_is_told_by_the_doctor_with_the_backup_that_is_left(used: CommandLine) -> None:
    used("backup")
    used.journal.write_bytes(b"damaged" * 2000)
    assert "“herwidget restore” puts it back." in used("doctor").out


@pytest.mark.parametrize(("language", "yes"), [("en", "y"), ("en", "Yes"), ("ko", "네")])
def test_restore_puts_back_and_keeps_what_was_there(used: CommandLine, language: str, yes: str) -> None:
    used("backup")
    say(used, "5")
    assert used("restore", "--lang", language, lines=f"{yes}\n").code == 0
    assert moods(used) == [3]
    aside = used.journal.with_name("journal-before-restore-2026-11-23.db")
    assert moods(used, aside) == [3, 5]
    done = used("restore", aside, "--yes")
    assert done.code == 0 and "(y/n)" not in done.out
    assert moods(used) == [3, 5]


def test_a_backup_is_found_by_its_name_alone(used: CommandLine) -> None:
    used("backup")
    say(used, "5")
    assert used("restore", "--yes", "journal-2026-11-23-by-hand.db").code == 0
    assert moods(used) == [3]


def test_a_damaged_journal_is_told_with_the_way_back_and_kept_beside(used: CommandLine) -> None:
    used("backup")
    with used.journal.open("r+b") as file:
        file.seek(20)
        file.write(b"?" * 6000)
    damaged = used.journal.read_bytes()
    done = used("status")
    assert done.code == 1
    assert "The last good backup is of 23 November; “herwidget restore” puts it back." in done.err
    assert "11월 23일" in used("status", "--lang", "ko").err
    assert "The last good backup is of 23 November" in used("backup").err
    assert used("restore", "--yes").code == 0
    assert moods(used) == [3]
    assert used.journal.with_name("journal-damaged-2026-11-23.db").read_bytes() == damaged


def test_a_value_that_cannot_be_read_is_told_and_the_backup_without_it_is_put_back(used: CommandLine) -> None:
    used("backup")
    good = folder_of(used) / "journal-2026-11-23-by-hand.db"
    bad = used.home / "bad.db"
    with closing(sqlite3.connect(used.journal)) as tool, tool:
        tool.execute("UPDATE prompts SET planned_at = replace(planned_at, '2026-1', '2026-q')")
    bad.write_bytes(used.journal.read_bytes())
    bad.rename(good.with_name("journal-2026-11-23-weekly.db"))
    done = used("doctor")
    assert done.code == 1 and "✗ Journal: The journal cannot be read; it seems damaged" in done.out
    done = used("backup")
    assert done.code == 1 and "no backup was made" in done.err
    assert f"The journal is now what this backup holds: {good}" in used("restore", "--yes").out
    assert moods(used) == [3]
    assert "✓ Journal" in used("doctor").out


def test_a_backup_of_a_clock_that_was_ahead_is_not_the_last_good_one(used: CommandLine) -> None:
    used.variables["HERWIDGET_TEST_CLOCK"] = "2031-11-23T03:41:00Z;0.000001"
    used("backup")
    del used.variables["HERWIDGET_TEST_CLOCK"]
    say(used, "5")
    used("backup")
    assert [line[:10] for line in used("backup", "--list").out.splitlines()] == ["2026-11-23", "2031-11-23"]
    used.journal.unlink()
    assert "The last good backup is of 23 November; " in used("status").out
    assert used("restore", "--yes").code == 0
    assert moods(used) == [3, 5]


def test_a_newer_journal_is_told_with_the_backup_from_before(used: CommandLine) -> None:
    used("backup")
    with closing(sqlite3.connect(used.journal)) as tool, tool:
        tool.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('herwidget', 'of_2036', '')"
        )
    done = used("status")
    assert "written by a newer Herwidget" in done.err
    assert f"A backup from before is there, too: {folder_of(used)}" in done.err
    done = used("backup")
    assert done.code == 1 and "written by a newer Herwidget" in done.err


def test_a_journal_is_not_brought_up_to_date_under_a_program_of_an_earlier_version(used: CommandLine) -> None:
    old = used.home / "old.db"
    journal = Journal(used.journal)
    write_as_first_version(journal, old)
    journal.close()
    used.journal.write_bytes(old.read_bytes())
    applied = used.rows("SELECT name FROM _sqlite_migrations")
    with used.running():
        for command in ("status", "people"):
            done = used(command)
            assert (done.code, done.out) == (1, "")
            assert (
                "Herwidget is running and has not brought the journal up to date, so it was left exactly as it is"
                in done.err
            )
        assert "✗ Journal: Herwidget is running and has not" in used("doctor").out
        assert used("backup", used.home / "copy.db").code == 0
    assert used.rows("SELECT name FROM _sqlite_migrations") == applied
    assert not folder_of(used).exists()
    assert used("status").code == 0
    assert len(used.rows("SELECT name FROM _sqlite_migrations")) > len(applied)


def test_restore_and_erase_wait_for_the_program_to_be_ended(used: CommandLine) -> None:
    used("backup")
    before = files(used)
    with used.running():
        for command in ("restore", "erase"):
            done = used(command, "--yes")
            assert (done.code, done.out) == (1, "")
            assert "Herwidget is running, so nothing was changed. End it with “herwidget quit”" in done.err
    assert [each for each in files(used) if not each.startswith("run")] == before


@pytest.mark.parametrize("content", [b"Dear diary,\n" * 500, b""], ids=["text", "nothing"])
def test_a_file_that_is_no_backup_changes_nothing(used: CommandLine, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file.db"
    file.write_bytes(content)
    done = used("restore", file, "--yes")
    assert (done.code, done.out) == (1, "")
    assert str(file) in done.err
    done = used("restore", tmp_path / "nothing.db", "--yes")
    assert done.code == 1 and "cannot be reached" in done.err
    assert moods(used) == [3]


def test_a_journal_that_is_open_elsewhere_is_not_replaced(used: CommandLine) -> None:
    used("backup")
    with closing(sqlite3.connect(used.journal, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = used("restore", "--yes")
    assert done.code == 1 and "Another program is holding the journal" in done.err
    assert moods(used) == [3]


def test_erase_takes_all_that_was_ever_written_and_nothing_else(used: CommandLine, tmp_path: Path) -> None:
    for arguments in (["backup"], ["restore", "--yes"], ["backup", tmp_path / "mine.db"]):
        assert used(*arguments).code == 0
    used.journal.with_name("journal-damaged-2026-11-22.db").touch()
    used.config.parent.mkdir(parents=True)
    used.config.write_text("welcomed = true\n")
    used.config.with_name("settings.toml.set-aside-20261122-101112").touch()
    log = used.home / "state" / "herwidget" / "log" / "herwidget.log"
    log.parent.mkdir(parents=True)
    log.touch()
    log.with_name("herwidget.log.1").touch()
    used("demo", "--write", used.journal.parent / "demo" / "journal.db")
    mine = used.journal.with_name("letter.txt")
    mine.write_text("mine")
    kept = files(used)
    done = used("erase", lines="n\n")
    assert done.code == 1 and "Nothing was erased." in done.out
    assert files(used) == kept
    done = used("erase", lines="y\n")
    assert (done.code, done.err) == (0, "")
    for gone in kept:
        assert (f"  {used.home / gone}\n" in done.out) is (gone != str(mine.relative_to(used.home)))
    assert "Copies, exports and pictures that you put elsewhere are still there" in done.out
    assert files(used) == [str(mine.relative_to(used.home))]
    assert moods(used, tmp_path / "mine.db") == [3]
    assert not any(used.home.joinpath(name, "herwidget").exists() for name in ("config", "state"))
    assert not folder_of(used).exists()


def test_erase_lets_it_start_with_the_computer_no_more(used: CommandLine) -> None:
    entry = used.home / "config" / "autostart" / "io.github.herwidget.Herwidget.desktop"
    entry.parent.mkdir(parents=True)
    entry.write_text("[Desktop Entry]\nType=Application\nName=Herwidget\nExec=herwidget --background\n")
    done = used("erase", "--yes")
    assert (done.code, done.err) == (0, "")
    assert "(and starting with the computer)" in done.out
    assert not entry.exists() or "Hidden=true" in entry.read_text()


@pytest.mark.parametrize("line", ["TryExec=/gone/herwidget", "Hidden=true", "X-Theirs=1\nHidden=true"])
def test_erase_takes_an_entry_that_starts_nothing(herwidget: CommandLine, line: str) -> None:
    entry = herwidget.home / "config" / "autostart" / "io.github.herwidget.Herwidget.desktop"
    entry.parent.mkdir(parents=True)
    entry.write_text(f"[Desktop Entry]\nType=Application\nName=Herwidget\nExec=/gone/herwidget --journal /a\n{line}\n")
    done = herwidget("erase", "--yes")
    assert (done.code, done.err) == (0, "")
    assert "(and what is left of starting with the computer)" in done.out
    assert files(herwidget) == []
    assert herwidget("erase").out == "There is nothing to erase.\n"


def test_erase_leaves_an_entry_only_to_keep_the_system_s_from_starting(herwidget: CommandLine) -> None:
    of_system = herwidget.home / "etc" / "autostart" / "io.github.herwidget.Herwidget.desktop"
    of_system.parent.mkdir(parents=True)
    of_system.write_text("[Desktop Entry]\nType=Application\nName=Herwidget\nExec=herwidget --background\n")
    herwidget.variables["XDG_CONFIG_DIRS"] = str(of_system.parents[1])
    assert herwidget("erase", "--yes").code == 0
    entry = herwidget.home / "config" / "autostart" / of_system.name
    assert "Hidden=true" in entry.read_text()
    assert herwidget("erase").out == "There is nothing to erase.\n"


def test_erase_names_an_entry_that_cannot_be_removed(used: CommandLine) -> None:
    entry = used.home / "config" / "autostart" / "io.github.herwidget.Herwidget.desktop"
    entry.mkdir(parents=True)
    done = used("erase", "--yes")
    assert done.code == 1
    assert f"could not be removed: {entry}." in done.err
    assert "may still start" not in done.err
    assert not used.journal.exists()


def test_erase_says_when_it_may_still_start_with_the_computer(used: CommandLine) -> None:
    of_system = used.home / "etc" / "autostart" / "io.github.herwidget.Herwidget.desktop"
    of_system.parent.mkdir(parents=True)
    of_system.write_text("[Desktop Entry]\nType=Application\nName=Herwidget\nExec=herwidget --background\n")
    used.variables["XDG_CONFIG_DIRS"] = str(of_system.parents[1])
    (used.home / "config").mkdir(exist_ok=True)
    (used.home / "config" / "autostart").symlink_to("/proc/nowhere")  # where nothing can be written
    done = used("erase", "--yes")
    assert done.code == 1
    assert "Herwidget may still start with the computer." in done.err
    assert "All of this is erased" not in done.out
    assert not used.journal.exists()


def test_erase_of_another_journal_leaves_what_is_the_usual_one_s(used: CommandLine, tmp_path: Path) -> None:
    entry = used.home / "config" / "autostart" / "io.github.herwidget.Herwidget.desktop"
    log = used.home / "state" / "herwidget" / "log" / "herwidget.log"
    demo = used.journal.parent / "demo"
    for file in (used.config, entry, log, demo / "settings.toml"):
        file.parent.mkdir(parents=True, exist_ok=True)
    used.config.write_text("welcomed = true\n")
    log.touch()
    entry.write_text("[Desktop Entry]\nType=Application\nName=Herwidget\nExec=herwidget --background\n")
    used("demo", "--write", demo / "journal.db", "--years", "1")
    (demo / "settings.toml").write_text("welcomed = true\n")
    kept = files(used)

    other, settings = tmp_path / "other.db", tmp_path / "other.toml"
    for words in ([], ["--config", str(settings)]):
        assert used("check-in", "--terminal", "--journal", other, lines="4\n").code == 0
        settings.write_text("welcomed = true\n")
        with used.running(), used.running(demo / "journal.db"):
            done = used("erase", "--yes", "--journal", other, *words)
        assert (done.code, done.err) == (0, "")
        assert f"  {other}\n" in done.out and str(used.home) not in done.out
        assert not other.exists() and settings.exists() is not bool(words)
    assert [each for each in files(used) if not each.startswith("run")] == kept


def test_erase_waits_for_an_open_demonstration(used: CommandLine) -> None:
    demo = used.journal.parent / "demo" / "journal.db"
    used("demo", "--write", demo, "--years", "1")
    with used.running(demo):
        done = used("erase", "--yes")
    assert (done.code, done.out) == (1, "")
    assert "The demonstration is open, so nothing was changed." in done.err
    assert demo.exists() and used.journal.exists()
    assert used("erase", "--yes").code == 0
    assert not demo.exists() and not used.journal.exists()


def test_erase_leaves_what_is_no_journal(herwidget: CommandLine, tmp_path: Path) -> None:
    other = tmp_path / "thesis.db"
    with closing(sqlite3.connect(other)) as tool:
        tool.execute("CREATE TABLE chapters (words TEXT)")
    done = herwidget("erase", "--yes", "--journal", other)
    assert (done.code, done.out) == (1, "")
    assert "does not look like a journal of Herwidget, so nothing was erased" in done.err
    assert other.exists()


def test_erase_leaves_settings_that_are_none_and_what_only_begins_like_a_draft(
    herwidget: CommandLine, tmp_path: Path
) -> None:
    thesis = tmp_path / "thesis.txt"
    thesis.write_text("Theme = loneliness\n[herwidget]\ntheme = 3\n")
    names = (".herwidget-work.toml", ".herwidget-journal.db", ".herwidget-notes", "thesis.txt.set-aside-for-mum")
    for name in names:
        (tmp_path / name).write_text("mine")
    before = sorted(tmp_path.iterdir())
    done = herwidget("erase", "--journal", tmp_path / "none.db", "--config", thesis, "--yes")
    assert (done.code, done.out) == (1, "")
    assert f"does not look like settings of Herwidget, so nothing was erased: {thesis}." in done.err
    assert sorted(tmp_path.iterdir()) == before

    # Beside settings that are ours they stay, too; what a writer left that was killed goes.
    ours = tmp_path / "thesis.txt"
    ours.write_text("# mine\nwelcomed = true\n")
    draft = tmp_path / ".herwidget-a0_zzzz9.part"
    draft.write_text("welcomed")
    done = herwidget("erase", "--journal", tmp_path / "none.db", "--config", ours, "--yes")
    assert (done.code, done.err) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


@pytest.mark.parametrize("option", ["--journal", "--config"])
def test_erase_takes_an_empty_file_only_from_its_usual_place(
    herwidget: CommandLine, tmp_path: Path, option: str
) -> None:
    empty = tmp_path / "notes.txt"
    empty.touch()
    done = herwidget("erase", option, empty, "--yes")
    assert (done.code, done.out) == (1, "")
    assert "does not look like" in done.err and str(empty) in done.err
    assert empty.exists()
    for usual in (herwidget.journal, herwidget.config):
        usual.parent.mkdir(parents=True)
        usual.touch()
    assert herwidget("erase", "--yes").code == 0
    assert files(herwidget) == []


def test_what_cannot_be_removed_is_named(used: CommandLine) -> None:
    stubborn = used.journal.with_name("journal-damaged-2026-11-22.db")
    stubborn.mkdir()
    done = used("erase", "--yes")
    assert done.code == 1
    assert f"could not be removed: {stubborn}." in done.err
    assert not used.journal.exists()
