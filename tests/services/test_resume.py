"""What a start of the program makes of the check-ins that an earlier run left open."""

from datetime import timedelta

import pytest

from herwidget.core.asking import EXPIRY
from herwidget.core.prompts import StepName
from tests.services.clockwork import MINUTE, Desk, planned

DAY_SLOT = planned()[0]


@pytest.fixture
def interrupted(desk: Desk) -> Desk:
    """A question is on the screen, its mood answered, when the power goes."""
    desk.tick_until(DAY_SLOT.planned_at)
    desk.put[0].keep(value=4)
    desk.put[0].go_on()
    desk.put[0].question()
    desk.put.clear()
    return desk


def test_card_of_a_moment_ago_is_taken_up_at_its_next_step(interrupted: Desk) -> None:
    (before,) = interrupted.prompts()
    interrupted.clock.go(3 * MINUTE)
    interrupted.start().resume()
    (check_in,) = interrupted.put
    assert check_in.prompt == before
    assert check_in.step is StepName.QUESTION
    assert check_in.question().id == before.question_id
    assert interrupted.asker.current is check_in


def test_card_that_was_taken_up_has_its_time_anew(interrupted: Desk) -> None:
    interrupted.clock.go(14 * MINUTE)
    interrupted.start().resume()
    interrupted.tick_until(interrupted.clock.now + EXPIRY - MINUTE)
    assert interrupted.asker.current is not None
    interrupted.tick_until(interrupted.clock.now + MINUTE)
    assert interrupted.asker.current is None


@pytest.mark.parametrize("later", [EXPIRY, timedelta(hours=7), timedelta(days=40), timedelta(minutes=-30)])
def test_card_of_another_time_is_ended_without_being_shown(interrupted: Desk, later: timedelta) -> None:
    interrupted.clock.go(later)
    interrupted.start().resume()
    assert interrupted.put == []
    (prompt,) = interrupted.prompts()
    assert prompt.closed_at == interrupted.clock.now
    assert prompt.expired_at is None, "it was answered"
    (answer,) = interrupted.journal.answers_of(prompt.id)
    assert answer.value == 4


def test_of_several_left_behind_the_newest_is_taken_up(desk: Desk) -> None:
    for _ in range(3):
        desk.check_in()
        desk.clock.go(MINUTE)
    desk.start().resume()
    assert [check_in.prompt.id for check_in in desk.put] == [desk.prompts()[-1].id]
    assert [prompt.expired_at is not None for prompt in desk.prompts()] == [True, True, False]


def test_what_was_put_off_stays_put_off(desk: Desk) -> None:
    desk.tick_until(DAY_SLOT.planned_at)
    until = desk.asker.later_choices()["half-hour"]
    desk.put[0].later(until)
    desk.put.clear()
    desk.clock.go(MINUTE)
    desk.start().resume()
    assert desk.put == []
    desk.tick_until(until)
    assert [check_in.prompt.slot for check_in in desk.put] == [DAY_SLOT.number]


def test_fresh_start_does_not_ask_at_once(desk: Desk) -> None:
    desk.clock.now = DAY_SLOT.planned_at
    desk.start().resume()
    desk.asker.tick()
    assert desk.put == []
    desk.tick_until(DAY_SLOT.planned_at + 4 * MINUTE)
    assert len(desk.put) == 1
