"""`herwidget history`: a page's chart as a picture, and what is handed to the window."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import cast
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from herwidget.core.history.ranges import Range
from herwidget.ui.program import Program
from herwidget.ui.theme import DARK, DARK_HIGH, LIGHT, LIGHT_HIGH, Colours
from herwidget.ui.view import View
from herwidget.windows import show_wanted
from tests.commands.command_line import CommandLine, Done

SVG = "{http://www.w3.org/2000/svg}"
TITLES = {
    "thread": ("Mood and contact", "마음과 만남"),
    "year": ("2026, a day at a time", "2026년, 하루 한 칸"),
    "rhythm": ("Weekdays and hours", "요일과 시각"),
    "people": ("After being with…", "함께한 뒤…"),
}


@pytest.fixture(scope="module")
def lived_through() -> Iterator[Path]:
    """The journal of a made-up year."""
    with TemporaryDirectory(prefix="hw-") as name:
        home = Path(name)
        journal = home / "made-up.db"
        assert CommandLine(home)("demo", "--write", journal).code == 0
        yield journal


@pytest.fixture
def told(herwidget: CommandLine, lived_through: Path) -> CommandLine:
    """A computer on which that year is the person's own."""
    herwidget.journal.parent.mkdir(parents=True)
    copyfile(lived_through, herwidget.journal)
    return herwidget


def _colours_of(picture: Path) -> set[str]:
    image = QImage(str(picture))
    assert not image.isNull()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def _refused(done: Done, code: int) -> None:
    """Told in one sentence, on standard error."""
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("herwidget: ")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("settings", "colours"),
    [
        ("", LIGHT),
        ('theme = "light"\ncontrast = "high"\n', LIGHT_HIGH),
        ('theme = "dark"\n', DARK),
        ('theme = "dark"\ncontrast = "high"\n', DARK_HIGH),
    ],
    ids=["as usual", "light and high", "dark", "dark and high"],
)
def test_a_png_has_the_colours_of_the_theme(told: CommandLine, settings: str, colours: Colours) -> None:
    told.config.parent.mkdir(parents=True)
    told.config.write_text(settings)
    picture = told.home / "year.png"
    done = told("history", "--page", "year", "--save", picture)
    assert (done.code, done.out, done.err) == (0, f"Saved: {picture}\n", "")
    assert {colours.surface, *colours.moods} <= _colours_of(picture)


def test_that_it_was_saved_is_said_in_the_persons_language(told: CommandLine) -> None:
    told.variables |= {"LANG": "ko_KR.UTF-8", "PYTHONUTF8": "1"}
    picture = told.home / "year.png"
    done = told("history", "--page", "year", "--save", picture)
    assert (done.code, done.out, done.err) == (0, f"저장했어요: {picture}\n", "")


def test_a_png_has_twice_the_pixels_of_its_sheet(told: CommandLine) -> None:
    picture = told.home / "thread.PNG"
    assert told("history", "--save", picture).code == 0
    image = QImage(str(picture))
    rows_of_names = (image.height() / 2 - (52 + 192 + 34)) / 8
    assert image.width() == 2 * 860 and rows_of_names in (1, 2, 3)
    assert set(LIGHT.moods[1:]) <= _colours_of(picture)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("page", TITLES)
def test_an_svg_is_xml_with_the_charts_title(told: CommandLine, page: str, language: str) -> None:
    picture = told.home / "chart.svg"
    done = told("--lang", language, "history", "--page", page, "--save", picture)
    assert (done.code, done.err) == (0, "")
    root = ElementTree.fromstring(picture.read_bytes())
    title = TITLES[page][language == "ko"]
    assert root.findtext(f"{SVG}title") == title
    # Qt cuts a line where another font takes over.
    texts = "".join("".join(one.itertext()) for one in root.iter(f"{SVG}text"))
    for part in (title, "2026", *(("Mina", "Mum") if page == "people" else ())):
        assert part.replace(" ", "") in texts.replace(" ", "")


def test_a_pdf_has_one_page(told: CommandLine) -> None:
    picture = told.home / "chart.pdf"
    assert told("history", "--page", "rhythm", "--range", "all", "--save", picture).code == 0
    made = picture.read_bytes()
    assert made.startswith(b"%PDF")
    assert made.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("page", ["thread", "rhythm", "people"])
@pytest.mark.parametrize("shown", Range)
def test_each_range_is_another_picture_of_the_same_journal(told: CommandLine, page: str, shown: Range) -> None:
    before = told.journal.read_bytes()
    picture = told.home / "chart.svg"
    done = told("history", "--page", page, "--range", shown, "--save", picture)
    assert (done.code, done.err) == (0, "")
    with closing(sqlite3.connect(told.journal)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
    assert told.journal.read_bytes() == before


def test_a_year_can_be_named(told: CommandLine) -> None:
    picture = told.home / "chart.svg"
    assert told("history", "--year", "2025", "--save", picture).code == 0
    assert "2025, a day at a time" in picture.read_text()


def test_a_desktop_theme_that_wants_a_screen_is_not_asked(told: CommandLine) -> None:
    told.variables |= {"QT_QPA_PLATFORM": "xcb", "QT_QPA_PLATFORMTHEME": "gtk3", "DISPLAY": ":9876"}
    assert told("history", "--save", told.home / "chart.svg").code == 0


@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_is_overwritten(told: CommandLine, language: str) -> None:
    mine, link = told.home / "mine.svg", told.home / "link.svg"
    mine.write_text("mine")
    link.symlink_to(told.home / "nowhere")
    for path in (mine, link):
        done = told("history", "--lang", language, "--save", path)
        _refused(done, 1)
        assert str(path) in done.err
    assert mine.read_text() == "mine"
    assert link.is_symlink()


def test_without_a_journal_none_is_made(herwidget: CommandLine) -> None:
    done = herwidget("history", "--save", herwidget.home / "chart.png")
    _refused(done, 1)
    assert "There is no journal yet" in done.err
    assert [path.name for path in herwidget.home.iterdir()] == ["run"]


@pytest.mark.parametrize(
    "words", [["--year", "1999"], ["--year", "2030"], ["--range", "week"], ["--page", "people", "--range", "week"]]
)
def test_where_nothing_was_told_nothing_is_saved(told: CommandLine, words: list[str]) -> None:
    with closing(sqlite3.connect(told.journal)) as connection, connection:
        connection.execute("DELETE FROM answer_people")
        connection.execute("DELETE FROM answers WHERE local_day > '2026-11-10'")
    picture = told.home / "chart.svg"
    done = told("history", *words, "--save", picture)
    _refused(done, 1)
    assert "Nothing was told that this chart could show" in done.err
    assert not picture.exists()


@pytest.mark.parametrize("name", ["chart", "chart.jpg", "", ".png"])
def test_another_ending_is_told(told: CommandLine, name: str) -> None:
    done = told("history", "--save", f"{told.home}/{name}" if name else "")
    _refused(done, 2)
    assert ".png, .svg" in done.err


def test_a_place_that_cannot_be_written_to_is_told(told: CommandLine) -> None:
    done = told("history", "--save", told.home / "missing" / "chart.svg")
    _refused(done, 1)
    assert "Nothing was saved to" in done.err
    _refused(told("history", "--save", told.home / f"{'x' * 300}.svg"), 1)


@pytest.mark.parametrize(
    "words",
    [
        ["--page", "year", "--range", "week"],
        ["--page", "thread", "--year", "2026"],
        ["--range", "week", "--year", "2026"],
        ["--year", "0"],
        ["--year", "10000"],
    ],
)
@pytest.mark.parametrize("saved", [True, False])
def test_words_that_do_not_go_together(told: CommandLine, words: list[str], saved: bool) -> None:
    told.variables["QT_QPA_PLATFORM"] = "offscreen"
    save: list[str | Path] = ["--save", told.home / "chart.png"] if saved else []
    _refused(told("history", *words, *save), 2)


@pytest.mark.parametrize("words", [["--page", "settings"], ["--range", "decade"], ["--year", "last"], ["--save"]])
def test_words_that_are_none(told: CommandLine, words: list[str]) -> None:
    done = told("history", *words)
    assert (done.code, done.out) == (2, "")


def test_a_journal_that_cannot_be_read_is_told(herwidget: CommandLine) -> None:
    stranger = herwidget.home / "notes.txt"
    stranger.write_text("not a journal, and long enough to be something else\n" * 20)
    _refused(herwidget("history", "--journal", stranger, "--save", herwidget.home / "chart.svg"), 1)


def test_without_a_screen_it_says_what_is_possible(herwidget: CommandLine) -> None:
    done = herwidget("history")
    _refused(done, 1)
    assert "--save FILE" in done.err


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], {"page": "thread"}),
        (["--page", "rhythm", "--range", "month"], {"page": "rhythm", "range": "month"}),
        (["--year", "2025"], {"page": "year", "year": "2025"}),
    ],
)
def test_the_one_that_runs_is_told_what_to_show(
    herwidget: CommandLine, words: list[str], wanted: dict[str, str]
) -> None:
    herwidget.variables["QT_QPA_PLATFORM"] = "offscreen"
    with herwidget.running() as running:
        done = herwidget("history", *words)
        assert (done.code, done.out) == (0, "")
        assert json.loads(running.line()) == {"command": "window", **wanted}


def test_the_window_shows_what_is_wanted() -> None:
    view = View(cast(Program, None))
    seen: list[str] = []
    view.edited.connect(lambda: seen.append("built anew"))
    show_wanted(view, {"page": "thread", "range": "month"})
    show_wanted(view, {"page": "rhythm", "range": "all"})
    show_wanted(view, {"page": "year", "year": "2025"})
    assert (view.range, view.rhythm_range, view.year) == (Range.MONTH, Range.ALL, 2025)
    assert len(seen) == 3
    show_wanted(view, {"page": "thread"})
    assert len(seen) == 3
    show_wanted(view, {"range": "decade", "year": "-1" * 3000})
    assert (view.range, view.year) == (Range.MONTH, 2025)
