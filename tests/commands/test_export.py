"""`herwidget export`: everything that was told, in a file in an open format."""

import csv
import json
import stat
from pathlib import Path

import pytest

from tests.commands.command_line import CommandLine, read


@pytest.fixture
def told(herwidget: CommandLine) -> CommandLine:
    """A computer on which a check-in was answered."""
    assert herwidget("check-in", "--terminal", lines="4\n=1+1 “가벼운 하루”\n").code == 0
    return herwidget


def test_the_answers_are_a_table_that_spreadsheets_open(told: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    done = told("export", path)
    (count,) = read(told.journal, "SELECT count(*) FROM answers")[0]
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        f"{'1 answer was' if count == 1 else f'{count} answers were'} exported: {path}\n"
        "Herwidget does not protect this file: whoever can open it can read what you told.\n"
    )
    assert path.read_bytes().startswith(b"\xef\xbb\xbfCheck-in,")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with path.open(encoding="utf-8-sig", newline="") as file:
        first, *_ = rows = list(csv.DictReader(file))
    assert len(rows) == count
    assert (first["Day"], first["Time"], first["Time zone"]) == ("2026-11-23", "12:41", "Asia/Seoul")
    assert (first["Question"], first["Answer"], first["Number"]) == ("How is it inside you right now?", "Light", "4")


def test_a_table_speaks_korean(told: CommandLine, tmp_path: Path) -> None:
    done = told("export", tmp_path / "mine.csv", "--lang", "ko")
    assert done.code == 0 and "Herwidget은 이 파일을 보호하지 않아요." in done.out
    text = (tmp_path / "mine.csv").read_text(encoding="utf-8-sig")
    assert text.startswith("안부 번호,안부 종류,날짜,시각,시간대,") and "가벼워요" in text


def test_programs_get_all_of_it(told: CommandLine, tmp_path: Path) -> None:
    assert told("export", tmp_path / "mine.json").code == 0
    made = json.loads((tmp_path / "mine.json").read_bytes())
    assert (made["format"], made["version"]) == ("herwidget-export", 1)
    assert made["exported_at"].startswith("2026-11-23T03:41:")
    ids = [row[0] for row in read(told.journal, "SELECT id FROM answers ORDER BY id")]
    assert sorted(answer["id"] for answer in made["answers"]) == ids


def test_it_works_while_the_program_runs(told: CommandLine, tmp_path: Path) -> None:
    with told.running():
        assert told("export", tmp_path / "mine.csv").code == 0


def test_a_file_that_is_there_is_replaced_only_by_force(told: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("mine")
    done = told("export", path)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("herwidget: Nothing was exported: there is a file already")
    assert done.err.endswith("Or replace it with --force.\n") and done.err.count("\n") == 1
    assert path.read_text() == "mine"
    assert told("export", path, "--force").code == 0
    assert path.read_text() != "mine"


@pytest.mark.parametrize("name", ["mine", "mine.xlsx", "mine.csv.gz"])
def test_other_endings_are_refused_in_one_sentence(told: CommandLine, tmp_path: Path, name: str) -> None:
    done = told("export", tmp_path / name)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"herwidget: Nothing was exported: {tmp_path / name} does not end in .csv or .json. Choose one of these two.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_not_there_is_told(told: CommandLine, tmp_path: Path) -> None:
    done = told("export", tmp_path / "nowhere" / "mine.csv")
    assert (done.code, done.out) == (1, "")
    assert f"there is no folder {tmp_path / 'nowhere'}. Make it first, or choose another place." in done.err


def test_the_journal_is_never_replaced_by_its_export(herwidget: CommandLine, tmp_path: Path) -> None:
    journal = tmp_path / "journal.json"
    herwidget("check-in", "--terminal", "--journal", journal, lines="4\n")
    before = read(journal, "SELECT * FROM answers")
    done = herwidget("export", "--journal", journal, journal, "--force")
    assert done.code == 1 and "is the journal itself" in done.err
    assert read(journal, "SELECT * FROM answers") == before


def test_a_fresh_computer_has_nothing_to_export_and_gets_no_journal(herwidget: CommandLine, tmp_path: Path) -> None:
    done = herwidget("export", tmp_path / "mine.csv")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("herwidget: There is no journal yet, so there is nothing to export")
    assert not herwidget.journal.parent.exists() and list(tmp_path.iterdir()) == []


def test_words_that_will_not_do(herwidget: CommandLine) -> None:
    assert herwidget("export").code == 2
    assert herwidget("export", "a.csv", "b.csv").code == 2
