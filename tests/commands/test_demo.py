"""`herwidget demo`, as far as it goes without opening its window."""

from pathlib import Path

import pytest

from tests.commands.command_line import CommandLine, read

TABLES = ("prompts", "answers", "people", "answer_people")


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
