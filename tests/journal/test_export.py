"""All that the journal holds of the person is in the export, as it is now, in a file that is whole and theirs alone."""

import csv
import io
import json
import resource
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.export import COLUMNS, FORMAT, VERSION, ExportError, ExportProblem, TableWords
from herwidget.core.first_lines import Register
from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.core.prompts import StepAnswer, StepName
from herwidget.core.suggestion import SuggestionAnswer
from herwidget.environment import load_bank
from herwidget.journal.export import export_journal
from herwidget.journal.history import JournalHistory
from herwidget.journal.journal import Journal
from herwidget.journal.suggestions import JournalSuggestions
from tests.journal.children import Child
from tests.journal.examples import MINUTE, NOW, SEOUL, TODAY, mood
from tests.journal.histories import connected, live
from tests.journal.writing import write_until_killed

BANK = load_bank()
WORDS = TableWords("en", {column: column for column in COLUMNS}, "nobody", "{value}")
NOTE = '=HYPERLINK("x")\n가벼운 “하루” 🌧'

# Tables and columns that are the program's own, and what the JSON calls the others.
OF_THE_PROGRAM = {"facts", "_sqlite_migrations"}
KEYS = {"prompts": "check_ins", "prompt_id": "check_in", "person_id": "person"}

# Any text that SQLite takes, and often the signs that a table or a spreadsheet program gives a meaning.
texts = st.text(st.characters(exclude_categories=["Cs"])) | st.text("=+-@'\",;\t\r\n\0 가힣🌧a1", max_size=12)


def export(journal: Journal, path: Path, *, replace: bool = False) -> int:
    return export_journal(journal, path, BANK, WORDS, NOW, replace=replace)


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def document(path: Path) -> Mapping[str, Any]:
    told = json.loads(path.read_bytes())
    assert isinstance(told, dict)
    return told


@pytest.fixture
def told(journal: Journal) -> Journal:
    """A journal with something in each of its tables."""
    mina, jun = journal.add_person("Mina Kim, PhD", NOW), journal.add_person("지은", NOW)
    evening = StepAnswer(StepName.HEARD, "heard", "heard", choice="call", people=(jun.id, mina.id), note=NOTE)
    live(journal, NOW, mood(4), connected(62), evening)
    live(journal, NOW - MINUTE, mood(2, words="earlier"))
    history = JournalHistory(journal, lambda: SEOUL)
    history.add_entry([mood(1)], NOW - 2 * MINUTE, SEOUL, NOW)
    history.add_period("이사", TODAY, TODAY)
    journal.start_pause(NOW, None)
    suggestions = JournalSuggestions(journal)
    one = suggestions.add(TODAY, NOW, jun.id, by_hand=True)
    suggestions.answer(one.id, SuggestionAnswer.WROTE, NOW, jun.id, "ko", Register.BANMAL)
    suggestions.add_new_usual(TODAY, NOW)
    return journal


def test_the_table_has_a_row_for_each_answer_as_it_was_lived(told: Journal, tmp_path: Path) -> None:
    assert export(told, tmp_path / "told.csv") == 5
    rows = table(tmp_path / "told.csv")
    assert [(row["check_in"], row["step"], row["value"]) for row in rows] == [
        *(("3", "mood", "1"), ("2", "mood", "2"), ("1", "mood", "4"), ("1", "connected", "62"), ("1", "heard", "")),
    ]
    last = rows[-1]
    assert (last["day"], last["time"], last["zone"]) == ("2026-11-23", "18:41", SEOUL)
    assert (last["kind"], last["dimension"], last["answer"]) == ("evening", "heard", "On a call")
    assert last["people"].splitlines() == ["지은", "Mina Kim, PhD"]
    assert last["note"] == f"'{NOTE}"
    assert [bool(row["added_at"]) for row in rows] == [True, False, False, False, False]


def test_the_document_has_every_column_of_every_table(told: Journal, tmp_path: Path) -> None:
    assert export(told, tmp_path / "told.json") == 5
    made = document(tmp_path / "told.json")
    assert (made["format"], made["version"], made["exported_at"]) == (FORMAT, VERSION, "2026-11-23T09:41:00.250Z")
    tables = told.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    for (name,) in tables:
        if name in OF_THE_PROGRAM | {"answer_people"}:
            continue
        kept = [dict(row) for row in told.rows(f"SELECT * FROM {name}")]
        rows = [{KEYS.get(key, key): value for key, value in row.items()} for row in kept]
        for row in rows if name == "answers" else ():
            people = told.rows("SELECT person_id FROM answer_people WHERE answer_id = ? ORDER BY position", row["id"])
            row["people"] = [person for (person,) in people]
        assert rows
        assert sorted(made[KEYS.get(name, name)], key=repr) == sorted(rows, key=repr)
    assert {one["id"] for one in made["questions"]} == {"mood", "connected", "heard"}


def test_what_was_taken_out_is_in_no_export(told: Journal, tmp_path: Path) -> None:
    history = JournalHistory(told, lambda: SEOUL)
    for entry in history.entries_of(TODAY):
        if entry.answer.note or entry.answer.words:
            history.remove_answer_for_good(entry)
    for name in ("told.csv", "told.json"):
        assert export(told, tmp_path / name) == 3
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "earlier" not in text and "HYPERLINK" not in text


def test_an_empty_journal_is_an_export_of_nothing(journal: Journal, tmp_path: Path) -> None:
    assert export(journal, tmp_path / "told.csv") == export(journal, tmp_path / "told.json") == 0
    assert table(tmp_path / "told.csv") == []
    assert document(tmp_path / "told.json")["answers"] == []


@given(words=texts, note=texts, choice=st.none() | texts)
def test_whatever_was_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, words: str, note: str, choice: str | None
) -> None:
    folder = tmp_path_factory.mktemp("any")
    journal = Journal(folder / "journal.db")
    live(journal, NOW, StepAnswer(StepName.QUESTION, "gone", "reflection", choice=choice, words=words, note=note))
    export(journal, folder / "told.csv")
    export(journal, folder / "told.json")
    journal.close()
    (row,), (answer,) = table(folder / "told.csv"), document(folder / "told.json")["answers"]
    assert (answer["words"], answer["note"], answer["choice"]) == (words, note, choice)
    assert tuple(row[column].removeprefix("'") for column in ("words", "note", "choice")) == (words, note, choice or "")


def test_it_shows_one_moment_while_another_process_writes(path: Path, tmp_path: Path) -> None:
    journal = Journal(path)
    writer = Child(write_until_killed, path, 0)
    try:
        for number in range(5):
            for _ in range(20):
                writer.pipe.recv()
            count = export(journal, tmp_path / f"{number}.json")
            made = document(tmp_path / f"{number}.json")
            assert len(made["answers"]) == count > 0
            check_ins = {one["id"] for one in made["check_ins"] if one["answered_at"]}
            assert {one["check_in"] for one in made["answers"]} == check_ins
    finally:
        writer.kill()
        writer.end()
    journal.close()


def test_a_damaged_journal_is_told_and_leaves_no_file(told: Journal, tmp_path: Path) -> None:
    with told.connection as connection:
        connection.execute("UPDATE answers SET note = CAST(x'ff' AS TEXT) WHERE step = 'heard'")
    for name in ("told.csv", "told.json"):
        with pytest.raises(JournalError) as damaged:
            export(told, tmp_path / name)
        assert damaged.value.trouble is JournalTrouble.DAMAGED
        assert not list(tmp_path.glob("told*")) and not list(tmp_path.glob(".herwidget*"))


@pytest.mark.parametrize("ending", ["csv", "json"])
class TestFile:
    def test_is_the_persons_alone_and_nothing_lies_beside_it(self, told: Journal, tmp_path: Path, ending: str) -> None:
        path = tmp_path / "out" / f"told.{ending}"
        path.parent.mkdir()
        export(told, path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert [one.name for one in path.parent.iterdir()] == [path.name]

    def test_one_that_is_there_is_replaced_only_when_told(self, told: Journal, tmp_path: Path, ending: str) -> None:
        path = tmp_path / f"told.{ending}"
        path.write_text("mine")
        with pytest.raises(ExportError) as refused:
            export(told, path)
        assert refused.value.problem is ExportProblem.EXISTS and path.read_text() == "mine"
        path.chmod(0o644)
        export(told, path, replace=True)
        assert path.read_text() != "mine" and stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_a_link_that_leads_nowhere_is_there_too(self, told: Journal, tmp_path: Path, ending: str) -> None:
        path = tmp_path / f"told.{ending}"
        path.symlink_to(tmp_path / "nowhere")
        with pytest.raises(ExportError) as refused:
            export(told, path)
        assert refused.value.problem is ExportProblem.EXISTS and path.is_symlink()

    def test_a_full_disk_leaves_what_was_there(self, told: Journal, tmp_path: Path, ending: str) -> None:
        path = tmp_path / "out" / f"told.{ending}"
        path.parent.mkdir()
        path.write_text("mine")
        live(told, NOW, mood(3, words="long " * 4000))
        with full_disk(8192), pytest.raises(ExportError) as refused:
            export(told, path, replace=True)
        assert refused.value.problem is ExportProblem.UNWRITABLE and refused.value.reason
        assert path.read_text() == "mine" and len(list(path.parent.iterdir())) == 1

    @pytest.mark.parametrize(
        ("place", "problem"),
        [
            ("nowhere/told", ExportProblem.NO_FOLDER),
            ("file/told", ExportProblem.NO_FOLDER),
            ("folder", ExportProblem.UNWRITABLE),
        ],
    )
    def test_a_place_that_cannot_be_written_is_told(
        self, told: Journal, tmp_path: Path, ending: str, place: str, problem: ExportProblem
    ) -> None:
        (tmp_path / "file").touch()
        (tmp_path / f"folder.{ending}").mkdir()
        with pytest.raises(ExportError) as refused:
            export(told, tmp_path / f"{place}.{ending}", replace=True)
        assert refused.value.problem is problem
        assert bool(refused.value.reason) == (problem is ExportProblem.UNWRITABLE)

    def test_the_journal_itself_is_never_replaced(self, tmp_path: Path, ending: str) -> None:
        path = tmp_path / f"journal.{ending}"
        journal = Journal(path)
        live(journal, NOW, mood(3))
        (tmp_path / f"link.{ending}").symlink_to(path)
        for name in (path, tmp_path / f"link.{ending}"):
            with pytest.raises(ExportError) as refused:
                export(journal, name, replace=True)
            assert refused.value.problem is ExportProblem.JOURNAL
        assert journal.check() == "ok" and journal.counts()["answers"] == 1
        journal.close()


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """In here no file grows beyond `size` bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
