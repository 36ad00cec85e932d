"""`herwidget people` and `herwidget import`."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.command_line import CommandLine
from tests.desktop.vcards import APPLE, GOOGLE, OUTLOOK

ROWS = "SELECT name, reach_kind, reach FROM people ORDER BY position"
MINA = ("Mina Kim, PhD", "phone", "+82 2 123 4567")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """An address book with a card that says no name."""
    path = tmp_path / "contacts.vcf"
    path.write_text(APPLE + GOOGLE, encoding="utf-8")
    return path


def test_a_fresh_computer_has_nobody_and_gets_no_journal(herwidget: CommandLine, book: Path) -> None:
    done = herwidget("people")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Nobody is on the list yet.")
    assert json.loads(herwidget("people", "--json").out) == []
    assert herwidget("import", book).code == 0
    assert not herwidget.journal.parent.exists()


def test_without_a_name_a_file_is_only_told(herwidget: CommandLine, book: Path) -> None:
    herwidget("import", book, "--name", "박지은")
    done = herwidget("import", book)
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0] == (
        "Mina Kim, PhD · +82 2 123 4567 · +82 10-1234-5678 · mina@example.org · m.kim@work.example"
        " · https://mina.example/a,b?c=d;e"
    )
    assert lines[1:3] == ["박지은 · on your list", "어머니 · 010-9876-5432"]
    assert "herwidget: One card could not be read and is left out.\n" in done.err
    assert "Nobody was added. Choose with --name NAME" in done.err
    assert herwidget.rows(ROWS) == [("박지은", "phone", "010-2222-3333")]


def test_those_named_are_put_on_the_list(herwidget: CommandLine, book: Path) -> None:
    with herwidget.running() as program:
        done = herwidget("import", book, "--name", "mina  kim, PHD", "--name", "어머니")
        assert json.loads(program.line()) == {"command": "refresh"}
    assert done.code == 0
    assert done.out == "Added: Mina Kim, PhD · +82 2 123 4567\nAdded: 어머니 · 010-9876-5432\n"
    assert herwidget.rows(ROWS) == [MINA, ("어머니", "phone", "010-9876-5432")]


def test_all_leaves_those_on_the_list_as_they_are(herwidget: CommandLine, book: Path) -> None:
    herwidget("import", book, "--name", "Mina Kim, PhD")
    with closing(sqlite3.connect(herwidget.journal)) as connection, connection:
        connection.execute("UPDATE people SET reach = '02 000 0000'")
    done = herwidget("import", book, "--all")
    assert done.out.splitlines()[:2] == ["Mina Kim, PhD · on your list", "Added: 박지은 · 010-2222-3333"]
    assert herwidget.rows(ROWS)[0] == (MINA[0], "phone", "02 000 0000")
    assert len(herwidget.rows(ROWS)) == 5


def test_a_name_that_is_not_there_adds_nobody(herwidget: CommandLine, book: Path) -> None:
    done = herwidget("import", book, "--name", "박지은", "--name", "Sam")
    assert (done.code, done.out) == (1, "")
    assert "“Sam” is not in this file; nobody was added." in done.err
    assert not herwidget.journal.exists()


def test_files_and_words_that_will_not_do(herwidget: CommandLine, book: Path, tmp_path: Path) -> None:
    assert herwidget("import").code == 2
    assert herwidget("import", book, "--all", "--name", "Mina").code == 2
    done = herwidget("import", tmp_path / "nothing.vcf", "--all")
    assert (done.code, done.out) == (1, "")
    assert "Nothing was added. Choose another file." in done.err
    book.write_text("name,phone\n")
    done = herwidget("import", book, "--all")
    assert done.code == 1 and "There is nobody in this file" in done.err
    assert not herwidget.journal.exists()


def test_the_list_tells_who_heard_last(herwidget: CommandLine, tmp_path: Path) -> None:
    book = tmp_path / "old.vcf"
    book.write_text(OUTLOOK, encoding="utf-8")
    herwidget("import", book, "--name", "김민아", "--name", "최")
    herwidget("check-in", "--terminal", lines="3\n")
    with closing(sqlite3.connect(herwidget.journal)) as connection, connection:
        connection.execute(
            "INSERT INTO answers (id, prompt_id, step, question_id, dimension, answered_at, zone, local_day, choice, "
            "words, note) SELECT 99, id, 'heard', 'heard', 'heard', '2026-11-17T10:00:00.000Z', 'Asia/Seoul', "
            "'2026-11-17', 'call', '', '' FROM prompts"
        )
        connection.execute("INSERT INTO answer_people VALUES (99, 0, 1)")
    done = herwidget("people")
    assert done.out == "김민아 · 010-1111-2222 · six days ago, on a call\n최 · not told yet\n"
    assert herwidget("people", "--lang", "ko").out.startswith("김민아 · 010-1111-2222 · 6일 전, 통화로\n")
    first, second = json.loads(herwidget("people", "--json").out)
    assert first == {
        "name": "김민아",
        "reach_kind": "phone",
        "reach": "010-1111-2222",
        "last_heard": "2026-11-17",
        "how": "call",
    }
    assert (second["name"], second["last_heard"]) == ("최", None)
