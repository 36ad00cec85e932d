"""`herwidget check-in --terminal` on the day after somebody was written to."""

import sqlite3
from contextlib import closing

import pytest

from tests.commands.command_line import EVENING, CommandLine

REACHED = "SELECT choice, value, note FROM answers WHERE step = 'reached'"


def written_to(herwidget: CommandLine, answer: str) -> CommandLine:
    """On an evening, with Mina suggested the day before."""
    herwidget.variables["HERWIDGET_TEST_CLOCK"] = EVENING
    herwidget("check-in", "--terminal")
    with closing(sqlite3.connect(herwidget.journal)) as journal, journal:
        journal.execute("INSERT INTO people (id, name, reach, position, added_at) VALUES (1, 'Mina', '', 1, '')")
        journal.execute(
            "INSERT INTO suggestions (day, made_at, person_id, by_hand, answer, language, register) "
            "VALUES ('2026-11-22', '2026-11-22T10:00:00.000Z', 1, 0, ?, '', '')",
            (answer,),
        )
    return herwidget


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ("1 we talked\n4\n", ("yes", 4, "we talked")),
        ("1\n\n", ("yes", None, "")),
        ("1\nwell\n", ("yes", None, "")),
        ("1\n", ("yes", None, "")),
        ("2 tomorrow\n", ("not-yet", None, "tomorrow")),
        ("3\n", ("rather-not", None, "")),
    ],
)
def test_what_became_of_it_is_asked_first_and_kept(
    herwidget: CommandLine, lines: str, kept: tuple[object, ...]
) -> None:
    asked = written_to(herwidget, "wrote")("check-in", "--terminal", lines=lines)
    assert asked.code == 0
    assert asked.out.index("Did you get to Mina?") < asked.out.index("  1  Yes")
    assert ("How did it leave you?" in asked.out) == (kept[0] == "yes")
    assert herwidget.rows(REACHED) == [kept]
    assert "Mina" not in herwidget("check-in", "--terminal", lines="3\n").out, "asked once"


def test_enter_closes_the_matter(herwidget: CommandLine) -> None:
    assert "Did you get to Mina?" in written_to(herwidget, "called")("check-in", "--terminal", lines="\n").out
    assert herwidget.rows(REACHED) == []
    assert "Mina" not in herwidget("check-in", "--terminal").out


def test_somebody_who_did_already_is_asked_how_it_left_them(herwidget: CommandLine) -> None:
    asked = written_to(herwidget, "did")("check-in", "--terminal", "--lang", "ko", lines="9\n5 좋았다\n")
    assert "Mina와 연락하고 나니 마음이 어떤가요?" in asked.out
    assert herwidget.rows(REACHED) == [("yes", 5, "좋았다")]
