"""The evaluation reads both formats, and says in one sentence what is wrong with a file."""

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation.data import BadData, read_people

DAILY = "person,day,disconnection,loneliness,low_mood\n"
BEEPS = "person,day,beep,happy,excited,relaxed,satisfied,angry,anxious,depressed,sad\n"


def file(folder: Path, text: str) -> Path:
    path = folder / "days.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_daily_series_with_blanks_and_holes(tmp_path: Path) -> None:
    path = file(tmp_path, DAILY + "b,1,10,,\nb,5,,20.5,\na,2,,,\na,1,,,7\n")
    people = {person.name: person for person in read_people(path)}
    assert set(people) == {"a", "b"}
    told = [(one.disconnection, one.loneliness, one.low_mood) for one in people["b"].readings]
    assert told == [(10.0, None, None), (None, 20.5, None)]
    assert (people["b"].readings[1].day - people["b"].readings[0].day).days == 4


def test_answered_prompts_become_the_mean_of_their_day(tmp_path: Path) -> None:
    path = file(tmp_path, BEEPS + "4,1,1,0,0,0,0,10,20,30,40\n4,1,2,0,0,0,0,30,40,50,60\n")
    (person,) = read_people(path)
    (day,) = person.readings
    assert day.low_mood == pytest.approx(35.0) and day.disconnection is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a,b\n1,2\n",
        DAILY,
        DAILY + "a,1.5,1,,\n",
        DAILY + "a,1,101,,\n",
        DAILY + "a,1,x,,\n",
        DAILY + "a,1,1,,\na,1,2,,\n",
    ],
    ids=["empty", "other columns", "no rows", "no whole day", "over 100", "no number", "a day twice"],
)
def test_what_is_not_as_it_should_be_is_said(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadData) as told:
        read_people(file(tmp_path, text))
    assert str(told.value) and "\n" not in str(told.value)


def test_the_trace_tells_each_day(tmp_path: Path) -> None:
    rows = "".join(f"p,{day},{90 if day > 60 else 30 + day % 5},,\n" for day in range(1, 100))
    command = [sys.executable, "-m", "evaluation", str(file(tmp_path, DAILY + rows)), "--trace"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    lines = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(lines) == 99 and set(lines[0]) == {"person", "day", "state", "reason"}
    states = [line["state"] for line in lines]
    assert states[0] == "learning" and states[50] == "usual" and states[-1] == "reach_out"
    assert sum("a suggestion is due" in line["reason"] for line in lines) in (1, 2)


def test_a_file_that_is_not_there_ends_with_one_sentence(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "evaluation", str(tmp_path / "none.csv")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert done.returncode == 2 and done.stdout == "" and len(done.stderr.strip().splitlines()) == 1
