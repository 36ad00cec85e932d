"""What the person was promised, over whole days: the plan, no more than one card, nothing twice, nothing lost."""

import contextlib
import sqlite3
from datetime import date, datetime, time, timedelta

import pytest

from herwidget.core.asking import EXPIRY, Busy
from herwidget.core.planner import plan_day
from herwidget.core.prompts import PromptKind
from herwidget.core.settings import Hours, Settings
from tests.services.clockwork import HOUR, MINUTE, TUESDAY, ZONE, Desk, at, planned

DAY = timedelta(days=1)
SUNDAY = date(2026, 11, 29)
DAY_SLOT, EVENING_SLOT = planned()
# A tick comes a moment after its minute.
A_MOMENT = timedelta(milliseconds=300)


def in_the_file(desk: Desk, sql: str) -> list[tuple[object, ...]]:
    """What a connection of its own reads."""
    with contextlib.closing(sqlite3.connect(desk.journal.path)) as other:
        return [tuple(row) for row in other.execute(sql)]


def live_until(desk: Desk, moment: datetime) -> None:
    """Minute after minute, closing each card as it comes."""
    while desk.clock.now + MINUTE <= moment:
        desk.clock.go(MINUTE)
        desk.asker.tick()
        if desk.asker.current is not None:
            desk.asker.current.close()


def test_each_step_is_in_the_file_as_soon_as_it_is_kept(desk: Desk) -> None:
    check_in = desk.check_in(PromptKind.EVENING)
    rows: list[tuple[object, ...]] = []
    for value, choice, note in ((4, None, "어제보다 나아요 🌷"), (70, None, ""), (None, "call", "long")):
        check_in.keep(value=value, choice=choice, note=note)
        rows.append((str(check_in.step), value, choice, note))
        assert in_the_file(desk, "SELECT step, value, choice, note FROM answers ORDER BY id") == rows
        check_in.go_on()
    assert in_the_file(desk, "SELECT closed_at IS NOT NULL FROM prompts") == [(1,)]


@pytest.mark.parametrize(
    ("day", "settings", "seed"),
    [
        (TUESDAY, Settings(check_ins_a_day=3), "8"),
        (TUESDAY, Settings(check_ins_a_day=1), "9"),
        (TUESDAY, Settings(check_ins_a_day=0), "9"),
        (SUNDAY, Settings(), "7"),
        (TUESDAY, Settings(hours=Hours(time(18), time(2))), "7"),
    ],
)
def test_a_whole_day_asks_what_the_journal_planned(desk: Desk, day: date, settings: Settings, seed: str) -> None:
    desk.journal.connection.execute("UPDATE facts SET value = ? WHERE name = 'seed'", (seed,))
    desk.journal.connection.commit()
    plan = plan_day(day, ZONE, settings.hours, settings.check_ins_a_day, desk.journal.seed())
    desk.settings, desk.clock.now = settings, at("04:00", day) + A_MOMENT
    desk.start()
    live_until(desk, at("04:00", day + DAY))
    assert [(one.plan_day, one.slot, one.kind, one.planned_at, one.shown_at) for one in desk.prompts()] == [
        (slot.plan_day, slot.number, slot.kind, slot.planned_at, slot.planned_at + A_MOMENT) for slot in plan
    ]


def test_a_week_asleep_brings_one_card_at_most(desk: Desk) -> None:
    live_until(desk, at("11:00"))
    evening = planned(TUESDAY + 7 * DAY)[-1]
    desk.clock.now = evening.planned_at + 5 * MINUTE
    live_until(desk, at("23:59", TUESDAY + 7 * DAY))
    assert [prompt.planned_at for prompt in desk.prompts()] == [evening.planned_at]


def test_moments_slept_through_are_kept_as_lapsed(desk: Desk) -> None:
    live_until(desk, at("11:00"))
    desk.clock.now = at("23:30")
    desk.asker.tick()
    lapsed = [prompt for prompt in desk.journal.prompts_since(at("00:00")) if prompt.lapsed_at == at("23:30")]
    assert [prompt.planned_at for prompt in lapsed] == [DAY_SLOT.planned_at, EVENING_SLOT.planned_at]
    assert desk.put == []


def test_the_desktop_is_asked_only_when_something_is_due(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[Busy] = []

    def busy() -> Busy:
        times.append(Busy.FULL_SCREEN)
        return times[-1]

    monkeypatch.setattr(desk, "busy", busy)
    desk.tick_until(DAY_SLOT.planned_at - MINUTE)
    assert times == []
    desk.tick_until(DAY_SLOT.planned_at + 9 * MINUTE)
    assert (len(times), desk.put) == (10, [])


def test_by_hand_one_put_off_days_ago_is_left_alone(desk: Desk) -> None:
    desk.tick_until(DAY_SLOT.planned_at)
    (old,) = desk.put
    old.later(desk.clock.now + 2 * HOUR)
    desk.clock.go(2 * DAY)
    fresh = desk.asker.begin_by_hand()
    assert fresh.prompt.id != old.prompt.id
    desk.asker.tick()
    assert desk.journal.prompt(old.prompt.id).expired_at == desk.clock.now


def test_nothing_is_asked_twice_however_often_the_program_starts(desk: Desk) -> None:
    while desk.clock.now < at("23:30"):
        desk.start()
        desk.asker.resume()
        live_until(desk, desk.clock.now + 17 * MINUTE)
    assert [prompt.planned_at for prompt in desk.prompts()] == [DAY_SLOT.planned_at, EVENING_SLOT.planned_at]


def test_nothing_comes_on_top_of_a_card_that_is_being_answered(desk: Desk) -> None:
    live_until(desk, EVENING_SLOT.planned_at - 5 * MINUTE)
    by_hand = desk.asker.begin_by_hand()
    for _ in range(2 * EXPIRY // MINUTE):
        desk.clock.go(MINUTE)
        desk.asker.tick()
        by_hand.touch()
        assert desk.asker.current is by_hand
    by_hand.close()
    desk.clock.go(MINUTE)
    desk.asker.tick()
    assert desk.put[-1].prompt.planned_at == EVENING_SLOT.planned_at
