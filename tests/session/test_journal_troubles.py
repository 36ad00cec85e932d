"""A journal that cannot be used at the start: it is told, nothing is harmed, and it goes on when it is put right."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .desktop import DesktopSession
from .fast_clock import MINUTE, clock, planned
from .journal_file import make_journal
from .processes import wait_for
from .program import WELCOMED, Herwidget

NewHerwidget = Callable[..., Herwidget]
BEFORE_THE_FIRST_QUESTION = clock(planned()[0].planned_at - 2 * MINUTE)
# Root may write where nobody may; without these powers the rights of files hold for it as for anybody.
AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()


def foreign(path: Path) -> None:
    """Another program's database."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE films (title TEXT)")


def newer(path: Path) -> None:
    """A journal from a version to come."""
    make_journal(path)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('herwidget', 'of_2036', '')"
        )


def damaged(path: Path) -> None:
    """A journal of which a stretch was overwritten."""
    make_journal(path)
    with path.open("r+b") as file:
        file.seek(20)
        file.write(b"?" * 6000)


def no_database(path: Path) -> None:
    """Something else altogether."""
    path.write_text("Dear diary,\n" * 100)


TROUBLES: dict[Callable[[Path], None], str] = {
    foreign: "This file belongs to another program",
    newer: "This journal was written by a newer Herwidget",
    damaged: "The journal cannot be read; it seems damaged",
    no_database: "The journal cannot be read; it seems damaged",
}


@pytest.fixture
def visitor(desktop: DesktopSession, new_herwidget: NewHerwidget) -> Herwidget:
    """Somebody whose journal is not there yet."""
    made = new_herwidget(desktop, WELCOMED + 'language = "en"\n', fresh=True, accessible=True)
    made.expected_log.append("cannot ask")
    return made


def files_in(folder: Path) -> dict[str, bytes]:
    """All files and what is in them."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("make", TROUBLES, ids=lambda make: make.__name__)
def test_journal_that_cannot_be_used_is_told_of_and_left_as_it_is(
    visitor: Herwidget, make: Callable[[Path], None]
) -> None:
    make(visitor.journal)
    before = files_in(visitor.journal.parent)
    visitor.start(clock=BEFORE_THE_FIRST_QUESTION)
    visitor.wait_for_window()
    visitor.wait_for_words(TROUBLES[make])
    visitor.session.move_click(*visitor.icon())
    visitor.session.press_accessible("herwidget", "radio button", "Help now")
    visitor.wait_for_words("A person can listen right now.")
    assert "The journal cannot be opened" in visitor.menu()
    assert visitor.card() is None
    assert files_in(visitor.journal.parent) == before


@pytest.mark.parametrize("make", [foreign, damaged], ids=lambda make: make.__name__)
def test_journal_that_is_put_right_is_taken_up_at_the_next_tick(
    visitor: Herwidget, make: Callable[[Path], None]
) -> None:
    make(visitor.journal)
    visitor.start(clock=BEFORE_THE_FIRST_QUESTION)
    visitor.wait_for_words(TROUBLES[make])
    mended = visitor.folder / "mended.db"
    make_journal(mended)
    mended.replace(visitor.journal)
    visitor.click_into(visitor.wait_for_card())
    wait_for(lambda: not any(TROUBLES[make] in words for words in visitor.words()), what="the sentence to go")
    assert "The journal cannot be opened" not in visitor.menu()
    visitor.answer_both_steps()
    assert [answer["value"] for answer in visitor.answers()] == [4, 25]


@contextlib.contextmanager
def closed_folder(folder: Path) -> Iterator[None]:
    """A folder in which nothing may be made or changed."""
    folder.chmod(0o500)
    yield
    folder.chmod(0o700)


@pytest.mark.parametrize("with_journal", [True, False], ids=["with a journal", "without one"])
def test_folder_that_may_not_be_written_to_is_told_of_until_it_may(visitor: Herwidget, with_journal: bool) -> None:
    if with_journal:
        make_journal(visitor.journal)
    before = files_in(visitor.journal.parent)
    with closed_folder(visitor.journal.parent):
        visitor.start(clock=BEFORE_THE_FIRST_QUESTION, prefix=AS_ANYBODY)
        visitor.wait_for_words("The journal may not be written to")
        visitor.icon()
        assert files_in(visitor.journal.parent) == before
    visitor.click_into(visitor.wait_for_card() if with_journal else open_by_hand(visitor))
    visitor.answer_both_steps()
    assert [answer["value"] for answer in visitor.answers()] == [4, 25]


def open_by_hand(herwidget: Herwidget) -> int:
    """A card, once the journal can be used: when the first question of a new one comes, nobody knows."""
    wait_for(lambda: "The journal cannot be opened" not in herwidget.menu(), what="the journal to be open")
    assert herwidget.launch("check-in").exit_code == 0
    return herwidget.wait_for_card()
