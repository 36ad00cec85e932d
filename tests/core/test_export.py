"""What is exported can be read back as it was, whatever was written, and no cell of it is a formula."""

import csv
import io
import json
from dataclasses import replace
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.export import (
    BYTE_ORDER_MARK,
    COLUMNS,
    ExportError,
    ExportForm,
    ExportProblem,
    TableWords,
    ToldAnswer,
    csv_pieces,
    export_form,
    json_pieces,
)
from herwidget.core.questions import parse_bank
from tests.core.bank_files import FILES

BANK = parse_bank(FILES)
WORDS = TableWords("en", {column: column for column in COLUMNS}, "nobody", "{value}, {low} to {high}")
KOREAN = replace(WORDS, language="ko", headings=dict.fromkeys(COLUMNS, "열"), no_one="아무도")

MOOD = ToldAnswer(
    *(7, "day", "mood", "mood", "mood", "2026-11-23T10:41:00.000Z", "Asia/Seoul", "2026-11-23", 4, None, "", "", None),
    people=(),
)

# Any text that SQLite takes, and often the signs that a table or a spreadsheet program gives a meaning.
texts = st.text(st.characters(exclude_categories=["Cs"])) | st.text("=+-@＝'\",;\t\r\n\0\ufeff 가힣🌧a1", max_size=12)
answers = st.builds(
    ToldAnswer,
    check_in=st.integers(1, 2**62),
    kind=texts,
    step=texts,
    dimension=texts,
    question_id=texts,
    answered_at=texts,
    zone=texts,
    day=texts,
    value=st.none() | st.integers(-(2**62), 2**62),
    choice=st.none() | texts,
    words=texts,
    note=texts,
    added_at=st.none() | texts,
    people=st.lists(st.text("=-'\",; 가힣🌧a", min_size=1), max_size=3).map(tuple),
)


def cells(text: str) -> list[dict[str, str]]:
    """The rows of a table as the file has them."""
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


def read_back(text: str) -> list[dict[str, str]]:
    """The rows of a table as `docs/export.md` says to read them."""
    return [{column: cell.removeprefix("'") for column, cell in row.items()} for row in cells(text)]


@given(st.lists(answers, max_size=4))
def test_a_table_read_back_has_the_same_answers(told: list[ToldAnswer]) -> None:
    rows = read_back("".join(csv_pieces(told, BANK, WORDS)))
    assert len(rows) == len(told)
    for row, answer in zip(rows, told, strict=True):
        assert tuple(row) == COLUMNS
        for column in ("kind", "step", "dimension", "question_id", "answered_at", "zone", "day", "words", "note"):
            assert row[column] == getattr(answer, column)
        assert row["check_in"] == str(answer.check_in)
        assert row["value"] == ("" if answer.value is None else str(answer.value))
        assert (row["choice"], row["added_at"]) == (answer.choice or "", answer.added_at or "")
        assert row["people"] == "\n".join(answer.people)


@given(st.lists(answers, max_size=4))
def test_no_cell_is_a_formula(told: list[ToldAnswer]) -> None:
    for row in cells("".join(csv_pieces(told, BANK, WORDS))):
        for column, cell in row.items():
            if column != "value":  # a number, which may be below zero
                assert not cell.lstrip("\0\ufeff \t\r\n").startswith(tuple("=+-@＝＋－＠"))
                assert not cell.startswith(("\t", "\r", "\n", "\0"))


@given(st.lists(st.dictionaries(texts, st.none() | st.integers() | texts | st.lists(st.integers()))), texts)
def test_json_read_back_is_the_same(rows: list[dict[str, object]], at: str) -> None:
    pieces = json_pieces([("answers", rows), ("people", [])], BANK.questions, at)
    told = json.loads("".join(pieces).encode())
    assert (told["format"], told["version"], told["exported_at"]) == ("herwidget-export", 1, at)
    assert (told["answers"], told["people"]) == (rows, [])
    assert [one["id"] for one in told["questions"]] == [question.id for question in BANK.questions]


def row_of(answer: ToldAnswer, words: TableWords = WORDS) -> list[str]:
    text = "".join(csv_pieces([answer], BANK, words)).removeprefix(BYTE_ORDER_MARK)
    return list(csv.reader(io.StringIO(text, newline="")))[1]


def test_a_row_tells_day_time_question_and_answer_in_words() -> None:
    assert row_of(MOOD) == [
        *("7", "day", "2026-11-23", "19:41", "Asia/Seoul", "mood", "mood", "mood", "How is it right now?", "Light"),
        *("4", "", "", "", "", "2026-11-23T10:41:00.000Z", ""),
    ]
    assert row_of(MOOD, KOREAN)[8:11] == ["지금 마음이 어때요?", "가벼워요", "4"]


@pytest.mark.parametrize(
    ("step", "value", "choice", "told", "told_in_korean"),
    [
        (
            "connected",
            62,
            None,
            "62, far from everyone to close to someone",
            "62, 모두에게서 멀어요 to 누군가와 가까워요",
        ),
        ("heard", None, "call", "On a call", "통화로"),
        ("reached", 4, "yes", "Yes · Light", "네 · 가벼워요"),
        ("question", None, "no-one", "nobody", "아무도"),
        # Whatever another program may have written is told as it is.
        ("mood", 9, None, "", ""),
        ("heard", None, "by pigeon", "by pigeon", "by pigeon"),
        ("nothing", 4, "left", "left", "left"),
    ],
)
def test_answers_are_told_in_words(
    step: str, value: int | None, choice: str | None, told: str, told_in_korean: str
) -> None:
    answer = replace(MOOD, step=step, question_id=step, value=value, choice=choice)
    place = COLUMNS.index("answer")
    assert (row_of(answer)[place], row_of(answer, KOREAN)[place]) == (told, told_in_korean)


def test_a_zone_or_a_time_that_is_not_known_leaves_the_hour_open() -> None:
    place = COLUMNS.index("time")
    assert row_of(replace(MOOD, zone="Mars/Olympus"))[place] == ""
    assert row_of(replace(MOOD, answered_at="yesterday"))[place] == ""
    assert row_of(replace(MOOD, answered_at="2026-11-23 10:41:00"))[place] == "19:41"


@pytest.mark.parametrize(("name", "form"), [("a.csv", ExportForm.CSV), ("a.b/답.JSON", ExportForm.JSON)])
def test_the_ending_says_the_form(name: str, form: ExportForm) -> None:
    assert export_form(PurePath(name)) is form


@pytest.mark.parametrize("name", ["a", "a.txt", ".csv", "csv", "a.csv.gz", "a.csv.", ""])
def test_other_endings_are_refused(name: str) -> None:
    with pytest.raises(ExportError) as told:
        export_form(PurePath(name))
    assert told.value.problem is ExportProblem.ENDING
