"""`herwidget demo`, as far as it goes without opening its window."""

import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from herwidget.core.history.differences import Direction, after_being_with
from herwidget.core.history.ranges import Range, days_of
from herwidget.core.history.records import PausedDays
from herwidget.core.questions import Outcome
from herwidget.core.signals.budget import QUIET_DAYS
from herwidget.journal.history import JournalHistory
from herwidget.journal.journal import Journal
from herwidget.journal.suggestions import JournalSuggestions
from tests.commands.command_line import CommandLine, read

TABLES = ("prompts", "answers", "people", "answer_people", "periods", "pauses", "suggestions")


def _content(journal: Path) -> list[list[tuple[object, ...]]]:
    return [read(journal, f"SELECT * FROM {table} ORDER BY rowid") for table in TABLES]


def test_the_same_moment_writes_the_same_life(herwidget: CommandLine) -> None:
    journals = [herwidget.home / "one.db", herwidget.home / "two.db"]
    for journal in journals:
        done = herwidget("demo", "--write", journal)
        assert (done.code, done.err) == (0, "")
        assert str(journal) in done.out
    assert _content(journals[0]) == _content(journals[1])
    assert len(read(journals[0], "SELECT * FROM prompts")) > 500
    assert not herwidget.journal.exists()


def test_the_life_has_what_the_charts_can_show(herwidget: CommandLine) -> None:
    path, today = herwidget.home / "one.db", date(2026, 11, 23)
    assert herwidget("demo", "--write", path).code == 0
    journal = Journal(path)
    try:
        history = JournalHistory(journal, lambda: "Asia/Seoul")
        last_months = days_of(Range.QUARTER, today, None)
        people = {person.id: person.name for person in history.everyone()}
        differences = after_being_with(history.mood_pairs(last_months.first, last_months.last))
        clear = {people[one] for one, told in differences.items() if one and told.direction is Direction.LIGHTER}
        assert "Mina" in clear
        assert sum(told.pairs >= 8 for one, told in differences.items() if one) >= 2
        nobody = differences[None].mean
        assert nobody is not None and nobody < 0
        assert [period.name for period in history.periods()] == ["Moving house", "Lisbon"]
        assert history.paused_days(last_months.first, last_months.last) == (
            PausedDays(date(2026, 11, 3), date(2026, 11, 4)),
        )
        days = history.day_summaries(date(2026, 1, 1), today)
        assert any((after.day - before.day).days > 7 for before, after in pairwise(days))
        assert any(one.lowest and one.highest and one.highest - one.lowest > 1 for one in days)
    finally:
        journal.close()
    assert read(path, "SELECT DISTINCT zone FROM answers ORDER BY 1") == [("Asia/Seoul",), ("Europe/Lisbon",)]
    assert read(path, "SELECT count(*) FROM answers WHERE answered_at > '2026-11-23T03:41'") == [(0,)]
    assert len(read(path, "SELECT DISTINCT note FROM answers WHERE note != ''")) >= 14


def test_what_was_written_is_in_the_persons_language(herwidget: CommandLine) -> None:
    english, korean = herwidget.home / "en.db", herwidget.home / "ko.db"
    assert herwidget("demo", "--write", english).code == herwidget("--lang", "ko", "demo", "--write", korean).code == 0
    queries = (
        "SELECT DISTINCT note FROM answers WHERE note != ''",
        "SELECT DISTINCT words FROM answers WHERE words != ''",
        "SELECT name FROM people",
        "SELECT name FROM periods",
    )
    for query in queries:
        told, told_in_korean = ([str(text) for (text,) in read(path, query)] for path in (english, korean))
        assert len(told) == len(told_in_korean) >= 2
        assert not any(re.search("[가-힣]", text) for text in told)
        assert all(re.search("[가-힣]", text) and not re.search("[A-Za-z]", text) for text in told_in_korean)
    # It is the same life.
    lived = "SELECT prompt_id, step, value, choice, answered_at FROM answers ORDER BY id"
    assert read(english, lived) == read(korean, lived)


def test_somebody_was_suggested_when_the_life_drifted_and_it_was_told_what_became_of_it(herwidget: CommandLine) -> None:
    path = herwidget.home / "one.db"
    assert herwidget("demo", "--write", path).code == 0
    journal = Journal(path)
    try:
        made = JournalSuggestions(journal).since()
        last = JournalSuggestions(journal).to_ask(date(2026, 11, 23))
        days = JournalHistory(journal, lambda: "Asia/Seoul").reached_days(date.min, date.max)
    finally:
        journal.close()
    assert len(made) >= 2
    assert all((after.day - before.day).days >= QUIET_DAYS for before, after in pairwise(made))
    assert {one.outcome for one in made} >= {Outcome.YES}
    assert days == tuple(one.day + timedelta(days=1) for one in made if one.outcome is Outcome.YES)
    assert last is None


def test_a_file_that_is_there_is_left_as_it_is(herwidget: CommandLine) -> None:
    path = herwidget.home / "mine.db"
    path.write_text("mine")
    done = herwidget("demo", "--write", path)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("herwidget: There is a file already")
    assert path.read_text() == "mine"


@pytest.mark.parametrize("years", ["0", "51"])
def test_years_have_bounds(herwidget: CommandLine, years: str) -> None:
    done = herwidget("demo", f"--years={years}", "--write", herwidget.home / "x.db")
    assert (done.code, done.err) == (2, "herwidget: Between 1 and 50 years, please.\n")
    assert not (herwidget.home / "x.db").exists()


def test_without_a_screen_it_says_what_is_possible(herwidget: CommandLine) -> None:
    done = herwidget("demo")
    assert done.code == 1
    assert "--write FILE" in done.err


@pytest.fixture
def folder(herwidget: CommandLine) -> Path:
    """The demonstration's folder, on a computer that has a screen of a kind."""
    herwidget.variables["QT_QPA_PLATFORM"] = "offscreen"
    return herwidget.journal.parent / "demo"


def test_an_open_demonstration_keeps_its_journal(herwidget: CommandLine, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "journal.db").write_text("in use")
    with herwidget.running(folder / "journal.db"):
        done = herwidget("demo")
    assert (done.code, done.out) == (1, "")
    assert done.err == "herwidget: The demonstration is open already. Quit it, then start it again.\n"
    assert (folder / "journal.db").read_text() == "in use"


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(herwidget: CommandLine, folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("a file in the way")
    done = herwidget("demo")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"herwidget: The demonstration cannot be written to {folder}")
    assert done.err.count("\n") == 1


def test_something_in_the_way_of_the_journal_is_told_in_one_sentence(herwidget: CommandLine, folder: Path) -> None:
    (folder / "journal.db").mkdir(parents=True)
    done = herwidget("demo")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"herwidget: The demonstration cannot be written to {folder}")
