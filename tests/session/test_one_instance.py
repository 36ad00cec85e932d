"""One program for a person: second launches, crashes, and what a crash leaves on the card."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .desktop import DesktopSession
from .processes import wait_for
from .program import Herwidget

MINUTES_LATER = "2026-11-24T01:24:00Z"
AN_HOUR_LATER = "2026-11-24T02:20:00Z"


@pytest.mark.parametrize("arguments", [[], ["history"]], ids=["without a command", "history"])
def test_second_launch_opens_the_window_of_the_first(herwidget: Herwidget, arguments: list[str]) -> None:
    herwidget.start()
    herwidget.icon()
    assert herwidget.launch(*arguments).exit_code == 0
    herwidget.wait_for_focus(herwidget.wait_for_window())
    assert herwidget.process.exit_code is None
    assert len(herwidget.session.tray_items()) == 1


def test_check_in_from_a_second_launch_shows_the_card(herwidget: Herwidget) -> None:
    herwidget.start()
    herwidget.icon()
    assert herwidget.launch("check-in").exit_code == 0
    herwidget.wait_for_focus(herwidget.wait_for_card())
    herwidget.answer_both_steps()
    assert [answer["value"] for answer in herwidget.answers()] == [4, 25]
    assert herwidget.window() is None


def test_second_launch_in_the_background_shows_nothing(herwidget: Herwidget) -> None:
    herwidget.start()
    herwidget.icon()
    assert herwidget.launch("--background").exit_code == 0
    assert herwidget.launch("check-in").exit_code == 0
    herwidget.wait_for_card()
    assert herwidget.window() is None, "the check-in came after, so nothing else is on its way"


def test_check_in_that_starts_the_program_asks_at_once(herwidget: Herwidget) -> None:
    herwidget.start("check-in")
    herwidget.wait_for_focus(herwidget.wait_for_card())
    herwidget.icon()


def test_other_journals_have_programs_of_their_own(
    herwidget: Herwidget, new_herwidget: Callable[..., Herwidget]
) -> None:
    other = new_herwidget(herwidget.session)
    herwidget.start()
    other.start()
    for each in (herwidget, other):
        each.session.wait_for_tray_item(each.process.pid)


def test_new_start_works_after_a_crash(herwidget: Herwidget) -> None:
    herwidget.start()
    herwidget.open_card()
    herwidget.kill()
    wait_for(herwidget.icon_is_gone, what="the icon to be gone")
    herwidget.start(clock=AN_HOUR_LATER)
    herwidget.open_card()
    herwidget.answer_both_steps()
    left, answered = herwidget.prompts()
    assert left["expired_at"] == left["closed_at"] is not None
    assert answered["answered_at"] is not None


def test_half_answered_card_is_taken_up_again_after_a_crash(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]
) -> None:
    herwidget = new_herwidget(desktop, accessible=True)
    herwidget.start()
    herwidget.open_card()
    herwidget.session.key("4", "Tab")
    herwidget.session.type_text("kept, too")
    herwidget.session.key("Return")
    herwidget.wait_for_words("Step 2 of 2")
    (before,) = herwidget.prompts()
    on_the_card = herwidget.words()
    herwidget.kill()
    herwidget.start(clock=MINUTES_LATER)
    card = herwidget.wait_for_card()
    herwidget.wait_for_words("Step 2 of 2")
    assert herwidget.words() == on_the_card
    herwidget.click_into(card)
    herwidget.session.key("3", "Return")
    herwidget.wait_until_card_is_gone()
    mood, question = herwidget.answers()
    assert (mood["value"], mood["note"], question["value"]) == (4, "kept, too", 50)
    (after,) = herwidget.prompts()
    assert after["closed_at"] is not None
    kept = ("id", "planned_at", "question_id", "answered_at")
    assert [after[name] for name in kept] == [before[name] for name in kept]


def test_half_answered_card_is_not_taken_up_long_after_a_crash(herwidget: Herwidget) -> None:
    herwidget.start()
    herwidget.open_card()
    herwidget.session.key("2")
    herwidget.wait_for_answers(1)
    herwidget.kill()
    herwidget.start(clock=AN_HOUR_LATER)
    wait_for(lambda: herwidget.prompts("closed_at IS NOT NULL"), what="the old card to be closed")
    (prompt,) = herwidget.prompts()
    assert prompt["expired_at"] is None, "it was answered"
    assert [answer["value"] for answer in herwidget.answers()] == [2]
    herwidget.icon()
    assert herwidget.card() is None
