"""Backups as somebody at the desktop meets them: made by the week and by hand, and used when the journal is damaged."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from herwidget.journal.backups import WEEKLY, back_up, backups_folder, backups_of
from herwidget.journal.journal import Journal
from tests.journal.examples import TODAY, say
from tests.journal.histories import remove
from tests.journal.old import write_as_first_version

from .desktop import DesktopSession
from .fast_clock import MINUTE, Passing, at, clock
from .processes import wait_for
from .program import WELCOMED, Herwidget
from .test_export import click_on
from .test_journal_lost import held_by_another_program
from .test_simulated_day import full_screen

NewHerwidget = Callable[..., Herwidget]
# A journal that is begun anew has a plan of its own, whose first moment may be now.
NOTHING_ASKED = 'hours = "15:00-19:00"\n'
FORENOON = clock(at("10:20"))
# The program waits five seconds for a journal that is held, and shows nothing meanwhile.
A_TICK_IN_TEN_SECONDS = "2026-11-24T01:20:30Z;6"


def press(herwidget: Herwidget, name: str) -> None:
    """Press a button as a screen reader does, as soon as it is there."""
    wait_for(lambda: herwidget.tree().find("button", name) is not None, what=f"the button {name!r}")
    herwidget.session.press_accessible("herwidget", "button", name)


def damage(journal: Path, start: int = 20, length: int = 6000) -> bytes:
    """Overwrite a stretch of the journal; what it is then."""
    with journal.open("r+b") as file:
        file.seek(start)
        file.write(b"?" * length)
    return journal.read_bytes()


def words_of(path: Path) -> list[str]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        return [row[0] for row in connection.execute("SELECT words FROM answers ORDER BY id")]


@pytest.fixture
def used(desktop: DesktopSession, new_herwidget: NewHerwidget) -> Herwidget:
    return with_a_backup(new_herwidget(desktop, WELCOMED + NOTHING_ASKED + 'language = "en"\n', accessible=True))


def with_a_backup(made: Herwidget) -> Herwidget:
    """Somebody who told something before and has a backup of it, and told more since."""
    journal = Journal(made.journal)
    say(journal, "then")
    back_up(made.journal, TODAY, WEEKLY)
    say(journal, "since")
    journal.close()
    return made


def test_the_first_backup_of_a_week_is_made_while_the_program_runs(used: Herwidget) -> None:
    (monday,) = backups_of(used.journal)
    monday.path.unlink()
    used.start("--background", clock=FORENOON)
    wait_for(lambda: backups_of(used.journal), what="the backup")
    (made,) = backups_of(used.journal)
    assert made.path.name == "journal-2026-11-24-weekly.db"
    assert words_of(made.path) == ["then", "since"]
    used.quit()
    assert [each.name for each in used.journal.parent.iterdir() if each.is_file()] == [used.journal.name]


def test_a_damaged_journal_is_left_for_its_backup_by_one_click(used: Herwidget, artifacts: Path) -> None:
    used.expected_log.append("cannot ask")
    before = damage(used.journal)
    used.start(clock=FORENOON)
    used.wait_for_words("The journal cannot be read; it seems damaged")
    used.wait_for_words("The last good backup is of 23 November.")
    used.keep_picture(artifacts / "backup-offered.png")
    assert used.journal.read_bytes() == before
    press(used, "Use the backup of 23 November")
    used.wait_for_words("The journal is the backup of 23 November now.")
    aside = used.journal.with_name("journal-damaged-2026-11-24.db")
    assert aside.read_bytes() == before
    wait_for(lambda: not any("seems damaged" in words for words in used.words()), what="the sentence to go")
    assert "The journal cannot be opened" not in used.menu()
    assert used.launch("check-in").exit_code == 0
    used.wait_for_focus(used.wait_for_card())
    used.answer_both_steps()
    assert [row["words"] for row in used.answers()][:1] == ["then"]
    assert [row["value"] for row in used.answers()][1:] == [4, 25]


def test_damage_that_shows_while_it_runs_is_told_and_the_backup_is_offered(used: Herwidget) -> None:
    """What no question needs is found by whoever looks through all of it, as each backup does."""
    used.expected_log.append("no backup was made: damaged")
    (monday,) = backups_of(used.journal)
    # A backup is due: this one is of last week.
    monday.path.rename(monday.path.with_name("journal-2026-11-16-weekly.db"))
    with closing(sqlite3.connect(used.journal)) as tool:
        (page,) = tool.execute("SELECT rootpage FROM sqlite_master WHERE name = 'periods'")
    damage(used.journal, (page[0] - 1) * 4096, 4096)
    used.start(clock=FORENOON)
    used.icon()
    # The page of people reads nothing of it.
    used.launch("history", "--page", "people")
    used.wait_for_words("Parts of the journal seem damaged, so no backup was made")
    press(used, "Use the backup of 16 November")
    used.wait_for_words("The journal is the backup of 16 November now.")
    assert [row["words"] for row in used.answers()] == ["then"]
    assert words_of(used.journal.with_name("journal-damaged-2026-11-24.db")) == ["then", "since"]


@pytest.mark.parametrize("lose", [Path.unlink, partial(os.truncate, length=0)], ids=["deleted", "emptied"])
def test_a_journal_that_was_lost_is_begun_anew_and_its_backup_is_offered(
    used: Herwidget, artifacts: Path, lose: Callable[[Path], None]
) -> None:
    lose(used.journal)
    used.start(clock=FORENOON)
    used.wait_for_words("There was no journal in its place, so a new one was begun")
    used.keep_picture(artifacts / "backup-offered-new.png")
    assert used.answers() == []
    press(used, "Use the backup of 23 November")
    used.wait_for_words("What was there before is kept")
    assert [row["words"] for row in used.answers()] == ["then"]


def test_a_start_with_the_computer_tells_of_a_lost_journal_each_time_and_takes_no_keyboard(used: Herwidget) -> None:
    used.journal.unlink()
    with full_screen(used.session):
        in_use = used.session.active_window()
        for _ in range(2):
            used.start("--background", clock=FORENOON)
            used.wait_for_words("There was no journal in its place, so a new one was begun")
            used.wait_for_window()
            used.session.wait_for_still_screen()
            assert used.session.active_window() == in_use
            used.quit()
    used.start("--background", clock=FORENOON)
    press(used, "Use the backup of 23 November")
    used.wait_for_words("The journal is the backup of 23 November now.")
    assert [row["words"] for row in used.answers()] == ["then"]
    used.quit()
    used.start("--background", clock=FORENOON)
    used.icon()
    assert used.window() is None


def test_what_was_said_of_a_backup_in_use_goes_when_its_journal_is_lost(used: Herwidget) -> None:
    used.expected_log.append("cannot ask")
    damage(used.journal)
    used.start(clock=FORENOON)
    press(used, "Use the backup of 23 November")
    used.wait_for_words("The journal is the backup of 23 November now.")
    for file in used.journal.parent.glob("journal.db*"):
        file.unlink()
    assert used.launch("check-in").exit_code == 0
    used.wait_for_words("The journal is not in its place any more")
    assert not any("The journal is the backup" in words for words in used.words())


def test_the_backup_is_still_offered_after_a_trouble_that_passes(used: Herwidget) -> None:
    used.expected_log.append("cannot ask: locked")
    used.journal.unlink()
    used.start(clock=A_TICK_IN_TEN_SECONDS)
    used.wait_for_words("There was no journal in its place, so a new one was begun")
    with held_by_another_program(used):
        assert used.launch("check-in").exit_code == 0
        used.wait_for_words("Another program is holding the journal")
    wait_for(
        lambda: not any("Another program is holding the journal" in words for words in used.words()),
        timeout=30,
        what="the trouble to have passed",
    )
    press(used, "Use the backup of 23 November")
    used.wait_for_words("The journal is the backup of 23 November now.")


def test_a_newer_journal_is_told_with_its_backup_from_before(used: Herwidget) -> None:
    used.expected_log.append("cannot ask")
    with closing(sqlite3.connect(used.journal)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('herwidget', 'of_2036', '')"
        )
    used.start(clock=FORENOON)
    used.wait_for_words("This journal was written by a newer Herwidget")
    used.wait_for_words(f"A backup from before is there, too: {backups_folder(used.journal)}")


def test_a_journal_that_a_newer_version_migrates_while_it_runs_is_told_of_and_takes_nothing(used: Herwidget) -> None:
    used.expected_log.append("cannot ask: newer")
    used.start(clock=FORENOON)
    used.icon()
    with closing(sqlite3.connect(used.journal)) as connection, connection:
        connection.execute("ALTER TABLE answers RENAME COLUMN words TO said")
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('herwidget', 'of_2036', '')"
        )
    wait_for(lambda: "The journal cannot be opened" in used.menu(), what="the next tick")
    used.launch("history")
    used.wait_for_words("This journal was written by a newer Herwidget")
    assert not any("damaged" in words for words in used.words())


def test_a_journal_that_cannot_be_brought_up_to_date_is_told_of_and_left_alone(used: Herwidget) -> None:
    used.expected_log.append("cannot ask: not-migrated OperationalError")
    old = used.folder / "old.db"
    journal = Journal(used.journal)
    write_as_first_version(journal, old)
    journal.close()
    with closing(sqlite3.connect(old)) as tool:
        tool.execute("CREATE TABLE suggestions (whose TEXT)")
        before = list(tool.iterdump())
    old.replace(used.journal)
    used.start(clock=FORENOON)
    used.wait_for_words("The journal is from an earlier version and could not be brought up to date")
    first = backups_of(used.journal)[0].path.stat()
    passing = Passing(at("10:20"))
    passing.wait_for(at("11:20"))
    assert used.log().count("cannot ask") == 1
    assert backups_of(used.journal)[0].path.stat() == first, "no backup is made again and again"
    with closing(sqlite3.connect(used.journal)) as tool:
        assert list(tool.iterdump()) == before


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ko", "dark")])
def test_a_backup_is_made_from_the_settings(
    desktop: DesktopSession, new_herwidget: NewHerwidget, artifacts: Path, language: str, theme: str
) -> None:
    settings = f'{WELCOMED}language = "{language}"\ntheme = "{theme}"\n'
    herwidget = new_herwidget(desktop, settings, accessible=True)
    herwidget.start()
    herwidget.open_card()
    herwidget.answer_both_steps()
    herwidget.launch()
    herwidget.wait_for_focus(herwidget.wait_for_window())
    english = language == "en"
    herwidget.session.press_accessible("herwidget", "radio button", "Settings" if english else "설정")
    herwidget.wait_for_words("None yet; one is made each week" if english else "매주 하나씩 만들어져요")
    click_on(herwidget, "Back up now" if english else "지금 백업하기")
    herwidget.wait_for_words("One, of 24 November" if english else "1개, 11월 24일")
    (made,) = backups_of(herwidget.journal)
    assert made.kind == "by-hand"
    press(herwidget, "Back up now" if english else "지금 백업하기")
    herwidget.wait_for_words("2, the last of 24 November" if english else "2개, 마지막은 11월 24일")
    herwidget.keep_picture(artifacts / f"backups-settings-{theme}-{language}.png")


def test_what_is_removed_is_in_no_backup_within_the_hour(used: Herwidget) -> None:
    used.start("--background", clock=FORENOON)
    journal = Journal(used.journal)
    remove(journal, "then")
    journal.close()
    wait_for(
        lambda: [each.name for each in backups_folder(used.journal).iterdir()] == ["journal-2026-11-24-weekly.db"],
        65 * MINUTE.total_seconds() / 480 + 10,
        what="the backup in place of the others",
    )
    (made,) = backups_of(used.journal)
    assert words_of(made.path) == ["since"]
    assert b"then" not in made.path.read_bytes()


def test_a_backup_that_cannot_be_made_is_told_once(used: Herwidget) -> None:
    used.expected_log.append("no backup was made: unreachable")
    (monday,) = backups_of(used.journal)
    folder = backups_folder(used.journal)
    monday.path.unlink()
    folder.rmdir()
    folder.write_text("a file where the folder is to be")
    used.start(clock=FORENOON)
    used.icon()
    used.launch()
    used.wait_for_words("No backup could be made")
    # Two hours, in which it is tried again.
    wait_for(lambda: used.log().count("no backup was made") == 3, 2 * 60 * MINUTE.total_seconds() / 480 + 10, "tries")
    assert sum("No backup could be made" in words for words in used.words()) == 1
    folder.unlink()
    wait_for(lambda: backups_of(used.journal), 60 * MINUTE.total_seconds() / 480 + 10, what="the backup")
    wait_for(lambda: not any("No backup could be made" in words for words in used.words()), what="the sentence to go")
