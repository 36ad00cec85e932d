"""The release check: it names each help line that was not looked at for six months."""

from datetime import date

import pytest

from tools.release_check import HELP_LINES, main, months_later, problems

TEXT = HELP_LINES.read_text(encoding="utf-8")
SMALL = """
elsewhere = { en = "-", ko = "-", source = "https://example.org", checked = "2026-05-01" }
[[country]]
code = "AA"
[[country.line]]
number = "1"
source = "https://example.org/1"
checked = "2026-01-31"
[[country.line]]
number = "2"
source = ""
checked = "soon"
"""


def test_rows_are_named_once_they_are_older_than_six_months() -> None:
    assert problems(SMALL, date(2026, 7, 31)) == [
        "AA 2: no source is named",
        "AA 2: no day is named on which it was checked",
    ]
    assert "AA 1: last checked on 2026-01-31; look again at https://example.org/1" in problems(SMALL, date(2026, 8, 1))
    old = problems(SMALL, date(2027, 1, 1))
    assert [problem.partition(":")[0] for problem in old] == ["elsewhere", "AA 1", "AA 2", "AA 2"]


def test_a_day_to_come_is_no_check() -> None:
    assert "AA 1: checked on 2026-01-31, which is still to come" in problems(SMALL, date(2026, 1, 30))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 6, 30), 6, date(2026, 12, 30)),
        (date(2026, 7, 1), 6, date(2027, 1, 1)),
    ],
)
def test_months(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


def test_the_file_is_fresh_now_and_not_for_ever(capsys: pytest.CaptureFixture[str]) -> None:
    assert problems(TEXT, date(2026, 11, 24)) == []
    assert main(["2026-11-24"]) == 0
    assert main(["2028-01-01"]) == 1
    rows = capsys.readouterr().err.splitlines()
    assert any(row.startswith("KR 109: last checked on ") for row in rows)
    assert len(rows) == TEXT.count("[[country.line]]") + 1


def test_a_day_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tomorrow"]) == 2
    assert "not a day: tomorrow" in capsys.readouterr().err
