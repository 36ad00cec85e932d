"""The asker through a day: what it asks, when, and what becomes of it in a real journal."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from herwidget.core.asking import EXPIRY, SETTLING, Busy
from herwidget.core.prompts import Prompt, PromptKind, StepName
from tests.services.clockwork import HOUR, MINUTE, TUESDAY, Desk, at, planned

DAY_SLOT, EVENING_SLOT = planned()
BEFORE = DAY_SLOT.planned_at - 5 * MINUTE


@pytest.fixture
def waiting(desk: Desk) -> Desk:
    """A few minutes before the first question, the machine long awake."""
    desk.tick_until(BEFORE)
    assert desk.put == []
    return desk


def only(prompts: list[Prompt]) -> Prompt:
    """The one prompt that was shown."""
    (prompt,) = prompts
    return prompt


def test_question_is_put_at_its_planned_minute(waiting: Desk) -> None:
    waiting.tick_until(DAY_SLOT.planned_at)
    (check_in,) = waiting.put
    assert waiting.asker.current is check_in
    prompt = only(waiting.prompts())
    assert (prompt.kind, prompt.slot, prompt.plan_day) == (PromptKind.DAY, DAY_SLOT.number, TUESDAY)
    assert prompt.planned_at == prompt.shown_at == DAY_SLOT.planned_at


def test_whole_day_puts_what_was_planned_and_nothing_else(desk: Desk) -> None:
    desk.tick_until(at("23:59"))
    assert [(prompt.slot, prompt.shown_at) for prompt in desk.prompts()] == [
        (slot.number, slot.planned_at) for slot in planned()
    ]
    assert all(prompt.expired_at for prompt in desk.prompts())
    assert desk.taken_away == desk.put


def test_question_that_nobody_touches_expires(waiting: Desk) -> None:
    waiting.tick_until(DAY_SLOT.planned_at + EXPIRY - MINUTE)
    assert waiting.asker.current is not None
    waiting.tick_until(DAY_SLOT.planned_at + EXPIRY)
    assert waiting.asker.current is None
    assert waiting.taken_away == waiting.put
    assert only(waiting.prompts()).expired_at == waiting.clock.now


def test_question_that_is_touched_stays(waiting: Desk) -> None:
    waiting.tick_until(DAY_SLOT.planned_at + 14 * MINUTE)
    assert waiting.asker.current is not None
    waiting.asker.current.touch()
    waiting.tick_until(DAY_SLOT.planned_at + 28 * MINUTE)
    assert only(waiting.prompts()).open
    waiting.tick_until(DAY_SLOT.planned_at + 29 * MINUTE)
    assert only(waiting.prompts()).expired_at is not None


def test_later_brings_the_same_question_back(waiting: Desk) -> None:
    waiting.tick_until(DAY_SLOT.planned_at)
    first = waiting.put[0]
    first.keep(value=2)
    first.later(waiting.asker.later_choices()["half-hour"])
    assert waiting.asker.current is None
    waiting.tick_until(DAY_SLOT.planned_at + 29 * MINUTE)
    assert len(waiting.put) == 1
    waiting.tick_until(DAY_SLOT.planned_at + 30 * MINUTE)
    assert waiting.put[1].prompt.id == first.prompt.id
    assert waiting.put[1].step is StepName.QUESTION, "the mood was answered before"
    assert only(waiting.prompts()).later_until is None


def test_later_offers_only_moments_inside_the_hours(desk: Desk) -> None:
    assert set(desk.asker.later_choices()) == {"half-hour", "two-hours", "evening"}
    desk.clock.now = at("20:45")
    assert set(desk.asker.later_choices()) == {"half-hour"}
    desk.clock.now = at("21:45")
    assert desk.asker.later_choices() == {}


@pytest.mark.parametrize("busy", list(Busy))
def test_question_waits_while_the_person_is_busy(waiting: Desk, busy: Busy) -> None:
    waiting.is_busy = busy
    waiting.tick_until(DAY_SLOT.planned_at + HOUR)
    assert waiting.put == []
    waiting.is_busy = None
    waiting.tick_until(DAY_SLOT.planned_at + HOUR + MINUTE)
    assert only(waiting.prompts()).shown_at == waiting.clock.now


def test_busy_person_who_wants_it_so_is_asked_all_the_same(waiting: Desk) -> None:
    waiting.is_busy = Busy.FULL_SCREEN
    waiting.settings = replace(waiting.settings, silent_when_busy=False)
    waiting.tick_until(DAY_SLOT.planned_at)
    assert len(waiting.put) == 1


def test_moment_that_stays_busy_lapses_with_the_hours(desk: Desk) -> None:
    desk.is_busy = Busy.AWAY
    desk.tick_until(at("22:01"))
    assert desk.put == []
    rows = desk.journal.connection.execute(
        "SELECT slot FROM prompts WHERE lapsed_at IS NOT NULL AND plan_day = ?", (TUESDAY.isoformat(),)
    ).fetchall()
    assert sorted(row["slot"] for row in rows) == [0, 1]


def test_after_sleep_one_question_comes_once_the_person_has_settled(desk: Desk) -> None:
    desk.asker.tick()
    desk.clock.now = EVENING_SLOT.planned_at + 10 * MINUTE  # the lid was closed all day
    woken = desk.clock.now
    desk.asker.tick()
    assert desk.put == []
    desk.tick_until(woken + SETTLING - MINUTE)
    assert desk.put == []
    desk.tick_until(woken + SETTLING)
    assert [check_in.prompt.slot for check_in in desk.put] == [EVENING_SLOT.number]
    desk.tick_until(at("22:00"))
    assert len(desk.put) == 1


@pytest.mark.parametrize("step", [timedelta(hours=-3), timedelta(minutes=4)])
def test_clock_that_jumps_counts_as_waking(waiting: Desk, step: timedelta) -> None:
    waiting.clock.go(step)
    waiting.asker.tick()
    jumped = waiting.clock.now
    moment = max(DAY_SLOT.planned_at, jumped + SETTLING)
    waiting.tick_until(moment - MINUTE)
    assert waiting.put == []
    waiting.tick_until(moment)
    assert len(waiting.put) == 1


def test_nothing_is_put_in_a_pause_and_the_moment_comes_after_it(waiting: Desk) -> None:
    until = DAY_SLOT.planned_at + HOUR
    waiting.asker.start_pause(until)
    assert waiting.asker.pause() is not None
    waiting.tick_until(until - MINUTE)
    assert waiting.put == []
    waiting.tick_until(until)
    assert waiting.asker.pause() is None
    assert len(waiting.put) == 1


def test_pause_without_an_end_is_ended_by_the_person(waiting: Desk) -> None:
    waiting.asker.start_pause(None)
    waiting.tick_until(DAY_SLOT.planned_at + HOUR)
    assert (waiting.put, waiting.asker.next_moment()) == ([], None)
    waiting.asker.end_pause()
    assert waiting.asker.next_moment() is not None
    waiting.tick_until(DAY_SLOT.planned_at + HOUR + MINUTE)
    assert len(waiting.put) == 1


def test_next_moment_is_the_one_planned(desk: Desk) -> None:
    assert desk.asker.next_moment() == DAY_SLOT.planned_at
    desk.tick_until(DAY_SLOT.planned_at)
    assert desk.asker.next_moment() == EVENING_SLOT.planned_at
    desk.tick_until(EVENING_SLOT.planned_at)
    assert desk.asker.next_moment() == planned(date(2026, 11, 25))[0].planned_at


def test_changed_settings_hold_from_the_next_tick(waiting: Desk) -> None:
    waiting.settings = replace(waiting.settings, check_ins_a_day=0)
    waiting.tick_until(DAY_SLOT.planned_at + HOUR)
    assert waiting.put == []
    assert waiting.asker.next_moment() is None
    waiting.settings = replace(waiting.settings, check_ins_a_day=1)
    assert waiting.asker.next_moment() is not None


def test_by_hand_begins_one_and_leaves_the_next_hour_in_peace(waiting: Desk) -> None:
    check_in = waiting.asker.begin_by_hand()
    assert (check_in.prompt.by_hand, check_in.prompt.kind) == (True, PromptKind.DAY)
    assert waiting.put == [check_in]
    check_in.keep(value=4)
    check_in.close()
    waiting.tick_until(DAY_SLOT.planned_at + 30 * MINUTE)
    assert waiting.put == [check_in]


def test_by_hand_gives_the_one_under_way_and_keeps_it_from_expiring(waiting: Desk) -> None:
    waiting.tick_until(DAY_SLOT.planned_at + 10 * MINUTE)
    assert waiting.asker.begin_by_hand() is waiting.put[0]
    waiting.tick_until(DAY_SLOT.planned_at + 20 * MINUTE)
    assert only(waiting.prompts()).open
    assert len(waiting.put) == 1


def test_by_hand_takes_up_one_that_was_put_off(waiting: Desk) -> None:
    waiting.tick_until(DAY_SLOT.planned_at)
    waiting.put[0].later(waiting.clock.now + 2 * HOUR)
    waiting.clock.go(MINUTE)
    check_in = waiting.asker.begin_by_hand()
    assert check_in.prompt.id == waiting.put[0].prompt.id
    assert not only(waiting.prompts()).put_off
    assert only(waiting.prompts()).shown_at == waiting.clock.now


@pytest.mark.parametrize("answered", [True, False])
def test_by_hand_in_the_evening_asks_the_evening_once(desk: Desk, answered: bool) -> None:
    desk.clock.now = at("18:30")
    first = desk.asker.begin_by_hand()
    assert first.prompt.kind is PromptKind.EVENING
    if answered:
        first.keep(value=3)
    first.close()
    desk.clock.go(MINUTE)
    second = desk.asker.begin_by_hand()
    assert second.prompt.kind is (PromptKind.DAY if answered else PromptKind.EVENING)
