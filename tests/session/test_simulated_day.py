"""Days that pass in seconds: when the program asks by itself, and when it does not."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from datetime import time, timedelta

import pytest

from herwidget.core.settings import Hours

from .desktop import DesktopSession
from .fast_clock import EXPIRY, MINUTE, SLACK, TUESDAY, Passing, at, clock, moment_of, planned, seconds_for
from .processes import run_tool, wait_for
from .program import WELCOMED, Herwidget

FULL_SCREEN_PROGRAM = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
film = QWidget()
film.showFullScreen()
application.exec()
"""


Disturbance = Callable[[DesktopSession], contextlib.AbstractContextManager[None]]


@contextlib.contextmanager
def paused_notifications(session: DesktopSession) -> Iterator[None]:
    """Do not disturb, as the notification daemon has it."""
    run_tool(["dunstctl", "set-paused", "true"], session.environment)
    yield
    run_tool(["dunstctl", "set-paused", "false"], session.environment)


@contextlib.contextmanager
def full_screen(session: DesktopSession) -> Iterator[None]:
    """A film, or somebody presenting."""
    film = session.start([sys.executable, "-c", FULL_SCREEN_PROGRAM])
    wait_for(lambda: session.active_window() in session.windows(pid=film.pid), what="the film to have the screen")
    yield
    film.end()


def test_card_comes_at_its_planned_moment_without_taking_the_keyboard(herwidget: Herwidget) -> None:
    slot = planned()[0]
    herwidget.start(clock=clock(slot.planned_at - 10 * MINUTE))
    assert herwidget.launch("history").exit_code == 0
    window = herwidget.wait_for_window()
    herwidget.wait_for_focus(window)
    card = herwidget.wait_for_card()
    assert herwidget.session.active_window() == window
    herwidget.click_into(card)
    herwidget.answer_both_steps()
    (prompt,) = herwidget.prompts()
    assert (prompt["plan_day"], prompt["slot"], prompt["kind"]) == (TUESDAY.isoformat(), 0, "day")
    assert moment_of(prompt, "planned_at") == slot.planned_at
    assert timedelta() <= moment_of(prompt, "shown_at") - slot.planned_at < SLACK
    assert [answer["value"] for answer in herwidget.answers()] == [4, 25]


def test_card_that_nobody_touches_goes_away_after_a_quarter_of_an_hour(herwidget: Herwidget) -> None:
    slot = planned()[0]
    herwidget.start(clock=clock(slot.planned_at - 6 * MINUTE))
    herwidget.wait_for_card()
    herwidget.wait_until_card_is_gone()
    (prompt,) = herwidget.prompts()
    assert prompt["expired_at"] == prompt["closed_at"]
    assert EXPIRY <= moment_of(prompt, "expired_at") - moment_of(prompt, "shown_at") < EXPIRY + SLACK
    assert prompt["answered_at"] is prompt["skipped_at"] is None


def test_card_that_is_being_answered_stays(herwidget: Herwidget) -> None:
    slot = planned()[0]
    herwidget.start(clock=clock(slot.planned_at - 6 * MINUTE))
    card = herwidget.wait_for_card()
    herwidget.click_into(card)
    (shown,) = herwidget.prompts()
    deadline = moment_of(shown, "shown_at") + 2 * EXPIRY
    mood = 0
    while not (herwidget.answers() and moment_of(herwidget.answers()[0], "answered_at") > deadline):
        mood = mood % 5 + 1
        herwidget.session.key(str(mood))
        herwidget.wait_for_mood(mood)
    assert herwidget.card() == card
    assert herwidget.prompts()[0]["closed_at"] is None


def test_later_brings_the_same_card_back_half_an_hour_later(herwidget: Herwidget) -> None:
    slot = planned()[0]
    herwidget.start(clock=clock(slot.planned_at - 6 * MINUTE))
    herwidget.click_into(herwidget.wait_for_card())
    # Tab goes over the five lamps as one, and the note.
    herwidget.session.key("3", "Tab", "Tab", "space")
    wait_for(lambda: herwidget.popup() is not None, what="the menu of moments")
    herwidget.session.key("Down", "Return")
    herwidget.wait_until_card_is_gone()
    (put_off,) = herwidget.prompts()
    until = moment_of(put_off, "later_until")
    assert until - moment_of(put_off, "later_at") < 30 * MINUTE + SLACK
    herwidget.click_into(herwidget.wait_for_card())
    (back,) = herwidget.prompts()
    assert back["id"] == put_off["id"]
    assert timedelta() <= moment_of(back, "shown_at") - until < SLACK
    herwidget.session.key("5", "Return")
    herwidget.wait_until_card_is_gone()
    assert [answer["value"] for answer in herwidget.answers()] == [3, 100]


def test_whole_day_asks_what_was_planned_and_nothing_outside_the_hours(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]
) -> None:
    hours = Hours(time(15, 30), time(19, 30))
    first, evening = planned(hours)
    herwidget = new_herwidget(desktop, WELCOMED + f'hours = "{hours}"\n')
    herwidget.start(clock=clock(at("15:00")))
    pass_of_time = Passing(at("15:00"))
    herwidget.wait_for_card(seconds_for(timedelta(hours=3)))
    herwidget.wait_until_card_is_gone()
    herwidget.click_into(herwidget.wait_for_card(seconds_for(timedelta(hours=4))))
    herwidget.session.key("4", "Return", "2", "Return", "1", "Return")
    herwidget.wait_until_card_is_gone()
    pass_of_time.wait_for(at("20:00"))
    assert herwidget.card() is None
    untouched, answered = herwidget.prompts()
    assert [prompt["kind"] for prompt in (untouched, answered)] == ["day", "evening"]
    for prompt, slot in ((untouched, first), (answered, evening)):
        assert (prompt["slot"], moment_of(prompt, "planned_at")) == (slot.number, slot.planned_at)
        assert timedelta() <= moment_of(prompt, "shown_at") - slot.planned_at < SLACK
        assert at("15:30") <= moment_of(prompt, "shown_at") < at("19:30")
    assert untouched["expired_at"] is not None
    assert [answer["step"] for answer in herwidget.answers()] == ["mood", "connected", "heard"]


@pytest.mark.parametrize("disturbance", [paused_notifications, full_screen])
def test_card_waits_until_the_person_may_be_disturbed(herwidget: Herwidget, disturbance: Disturbance) -> None:
    slot = planned()[0]
    with disturbance(herwidget.session):
        herwidget.start(clock=clock(slot.planned_at - 6 * MINUTE))
        Passing(slot.planned_at - 6 * MINUTE).wait_for(slot.planned_at + 20 * MINUTE)
        assert herwidget.prompts() == []
    herwidget.wait_for_card()
    (prompt,) = herwidget.prompts()
    assert prompt["slot"] == 0
    assert moment_of(prompt, "shown_at") > slot.planned_at + 15 * MINUTE


def test_question_that_found_no_quiet_moment_lapses_with_the_hours(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]
) -> None:
    hours = Hours(time(14), time(14, 40))
    (slot,) = planned(hours)
    herwidget = new_herwidget(desktop, WELCOMED + f'hours = "{hours}"\n')
    with paused_notifications(desktop):
        herwidget.start(clock=clock(at("13:50")))
        lapsed = "SELECT * FROM prompts WHERE plan_day = ? AND lapsed_at IS NOT NULL"
        (row,) = wait_for(lambda: herwidget.rows(lapsed, TUESDAY.isoformat()), 20, "the moment to lapse")
    assert moment_of(row, "planned_at") == slot.planned_at
    assert moment_of(row, "lapsed_at") >= at("14:40")
    assert herwidget.prompts() == []
    assert herwidget.card() is None
