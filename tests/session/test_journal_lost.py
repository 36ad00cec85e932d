"""A journal that is lost, full or held by another program while a card is open: nothing that was typed goes."""

from __future__ import annotations

import contextlib
import resource
import sqlite3
from collections.abc import Callable, Iterator

import pytest

from .desktop import DesktopSession
from .processes import wait_for
from .program import WELCOMED, Herwidget

A_TICK_A_SECOND = "2026-11-24T01:20:00Z;60"


@pytest.fixture
def writer(desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]) -> Herwidget:
    """Somebody with a card open, and the keyboard in it."""
    made = new_herwidget(desktop, WELCOMED + 'language = "en"\n', accessible=True)
    made.expected_log.append("cannot ask")
    # Where there is no room, Python 3.11 keeps half a module, and reads that the next time.
    made.start(PYTHONDONTWRITEBYTECODE="1")
    made.open_card()
    return made


@contextlib.contextmanager
def no_room(pid: int) -> Iterator[None]:
    """No file of a process may have more than a page, as if the disk were full: there is room for a line in the log."""
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


@contextlib.contextmanager
def held_by_another_program(herwidget: Herwidget) -> Iterator[None]:
    """Another program writes into the journal, and takes its time."""
    with contextlib.closing(sqlite3.connect(herwidget.journal, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def test_full_disk_is_told_on_the_card_and_the_answer_is_kept_once_there_is_room(writer: Herwidget) -> None:
    with no_room(writer.process.pid):
        writer.session.key("4")
        writer.wait_for_words("The disk is full")
        assert writer.answers() == []
    writer.session.key("Return")
    (mood,) = writer.wait_for_answers(1)
    assert mood["value"] == 4
    writer.wait_for_words("Step 2 of 2")
    assert not any("The disk is full" in words for words in writer.words())


def test_full_disk_between_two_steps_is_told_on_the_card(writer: Herwidget) -> None:
    writer.session.key("4")
    writer.wait_for_answers(1)
    with no_room(writer.process.pid):
        # The question of the second step has to be written down, too.
        writer.session.key("Return")
        writer.wait_for_words("The disk is full")
    writer.session.key("Return")
    writer.wait_for_words("Step 2 of 2")
    writer.session.key("2", "Return")
    writer.wait_until_card_is_gone()
    assert [answer["value"] for answer in writer.answers()] == [4, 25]


def test_note_that_cannot_be_written_down_stays_until_it_is_closed_again(writer: Herwidget) -> None:
    writer.session.key("3", "Tab")
    writer.wait_for_answers(1)
    with no_room(writer.process.pid):
        writer.session.type_text("too long a day")
        writer.wait_for_words("The disk is full")
        assert writer.card() is not None
        writer.session.key("Escape")
        writer.wait_until_card_is_gone()
    assert [(answer["value"], answer["note"]) for answer in writer.answers()] == [(3, "")]
    assert writer.process.exit_code is None


def test_note_is_written_down_when_there_is_room_again(writer: Herwidget) -> None:
    writer.session.key("3", "Tab")
    writer.wait_for_answers(1)
    with no_room(writer.process.pid):
        writer.session.type_text("too long a day")
        writer.wait_for_words("The disk is full")
    writer.session.key("Escape")
    writer.wait_until_card_is_gone()
    assert [(answer["value"], answer["note"]) for answer in writer.answers()] == [(3, "too long a day")]


def test_other_program_that_holds_the_journal_is_told_of(writer: Herwidget) -> None:
    with held_by_another_program(writer):
        writer.session.key("4")
        writer.wait_for_words("Another program is holding the journal")
    writer.session.key("Return")
    (mood,) = writer.wait_for_answers(1)
    assert mood["value"] == 4


def test_a_program_that_waits_for_a_held_journal_is_not_taken_for_a_hung_one(writer: Herwidget) -> None:
    with held_by_another_program(writer):
        writer.session.key("4")
        assert writer.launch("history").exit_code == 0
        writer.wait_for_words("Another program is holding the journal")
    writer.wait_for_window()


@pytest.fixture
def answered(desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]) -> Herwidget:
    """Somebody who has told a mood, with the card still open."""
    made = new_herwidget(desktop, WELCOMED + 'language = "en"\n', accessible=True)
    made.expected_log.append("cannot ask")
    made.start(clock=A_TICK_A_SECOND)
    made.open_card()
    made.session.key("4")
    made.wait_for_answers(1)
    return made


def test_journal_that_is_moved_away_is_told_of_and_gone_on_with_when_it_is_back(answered: Herwidget) -> None:
    elsewhere = answered.folder / "elsewhere"
    answered.journal.parent.rename(elsewhere)
    answered.session.key("2")
    answered.wait_for_words("The journal cannot be reached")
    answered.session.key("Escape")
    answered.wait_until_card_is_gone()
    assert answered.launch().exit_code == 0
    answered.wait_for_words("The journal is not in its place any more")
    assert not answered.journal.exists(), "answers would be split over two files"
    elsewhere.rename(answered.journal.parent)
    wait_for(lambda: "The journal cannot be opened" not in answered.menu(), what="the journal to be open again")
    assert answered.launch("check-in").exit_code == 0
    answered.wait_for_focus(answered.wait_for_card())
    answered.wait_for_words("Step 2 of 2")
    answered.session.key("2", "Return")
    answered.wait_until_card_is_gone()
    assert [answer["value"] for answer in answered.answers()] == [4, 25]


def test_a_place_that_cannot_be_looked_into_is_told_of_and_the_start_goes_on(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]
) -> None:
    made = new_herwidget(desktop, WELCOMED + 'language = "en"\n', accessible=True)
    made.expected_log.append("cannot ask: unreachable")
    made.journal = made.journal.with_name(f"{'long' * 64}.db")
    made.start()
    made.wait_for_words("The journal cannot be reached")
    assert "The journal cannot be opened" in made.menu()
