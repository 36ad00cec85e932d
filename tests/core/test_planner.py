"""The plan of a day holds its promises in every zone, on every day, for all hours."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise, product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.local_time import local_day
from herwidget.core.planner import MINIMUM_GAP, check_ins_on, next_morning, plan_day, plan_days, window_of
from herwidget.core.prompts import PromptKind, Slot
from herwidget.core.settings import Hours
from herwidget.core.stepping_back import Pace
from tests.core.zones import (
    CLOCK_CHANGES,
    NIGHT_CLOCKS,
    ZONES,
    all_hours,
    days_somewhere,
    moments,
    shows_a_time_inside,
    zones,
)

MINUTE = timedelta(minutes=1)
SUNDAY = 6


@dataclass(frozen=True)
class Planning:
    """What a plan is made from, and the plan."""

    day: date
    zone: str
    hours: Hours
    check_ins: int
    seed: str

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The plan."""
        return plan_day(self.day, self.zone, self.hours, self.check_ins, self.seed)

    @property
    def window(self) -> tuple[datetime, datetime]:
        """Begin and end of the hours."""
        return window_of(self.day, self.hours, self.zone)


def plannings(hours: st.SearchStrategy[Hours] = all_hours) -> st.SearchStrategy[Planning]:
    """Any plan with any of `hours`."""
    return st.builds(
        lambda somewhere, *rest: Planning(*somewhere, *rest),
        days_somewhere,
        hours,
        st.integers(0, 3),
        st.text(st.characters(codec="ascii"), max_size=16),
    )


@given(plannings())
def test_every_moment_lies_inside_the_hours_and_off_the_full_hour(planning: Planning) -> None:
    start, end = planning.window
    for slot in planning.slots:
        local = slot.planned_at.astimezone(ZoneInfo(planning.zone))
        assert slot.planned_at.tzinfo is UTC
        assert (slot.planned_at.second, slot.planned_at.microsecond) == (0, 0)
        assert local.minute != 0
        assert shows_a_time_inside(slot.planned_at, planning.zone, planning.hours)
        assert start <= slot.planned_at < end
        next_day = planning.day + timedelta(days=1)
        assert local.date() == planning.day or (local.date() == next_day and planning.hours.end <= planning.hours.start)


@pytest.mark.parametrize("zone", ZONES)
def test_the_clock_never_shows_a_time_outside_the_hours_when_it_is_changed_at_their_edge(zone: str) -> None:
    for day, clock, of_the_day in product(CLOCK_CHANGES[zone], NIGHT_CLOCKS, (True, False)):
        hours = Hours(clock, time(12)) if of_the_day else Hours(time(20), clock)
        start, end = window_of(day if of_the_day else day - timedelta(days=1), hours, zone)
        assert end - start > timedelta(hours=3)
        for number in range(0, 180, 5):
            assert shows_a_time_inside(start + number * MINUTE, zone, hours)
            assert shows_a_time_inside(end - (number + 1) * MINUTE, zone, hours)


@given(plannings())
def test_the_clock_shows_a_time_of_the_hours_all_through_them(planning: Planning) -> None:
    start, end = planning.window
    assert start <= end
    minutes = range(0, int((end - start) / MINUTE), 11)
    assert all(shows_a_time_inside(start + number * MINUTE, planning.zone, planning.hours) for number in minutes)


@given(plannings())
def test_moments_are_sorted_numbered_far_enough_apart_and_not_too_many(planning: Planning) -> None:
    slots = planning.slots
    assert len(slots) <= planning.check_ins
    assert [slot.number for slot in slots] == list(range(len(slots)))
    assert all(slot.plan_day == planning.day for slot in slots)
    # More than the gap: a tick comes a moment after its minute, and the next moment must not seem too near then.
    assert all(later.planned_at - earlier.planned_at > MINIMUM_GAP for earlier, later in pairwise(slots))


@given(plannings())
def test_nobody_is_asked_less_than_they_chose_when_the_hours_have_room(planning: Planning) -> None:
    start, end = planning.window
    needed = max(0, planning.check_ins - 1) * (MINIMUM_GAP + 2 * MINUTE) + 3 * MINUTE
    if end - start >= needed:
        assert len(planning.slots) == planning.check_ins


@given(plannings())
def test_at_most_one_moment_is_the_evenings_and_it_is_the_last_and_after_six(planning: Planning) -> None:
    evenings = [slot for slot in planning.slots if slot.kind is PromptKind.EVENING]
    assert evenings in ([], list(planning.slots[-1:]))
    for slot in evenings:
        assert slot.planned_at >= datetime.combine(planning.day, time(18), ZoneInfo(planning.zone))


@given(plannings(st.just(Hours())))
def test_with_the_usual_hours_the_last_question_of_a_weekday_is_the_evenings(planning: Planning) -> None:
    expected = [PromptKind.DAY] * (planning.check_ins - 1) + [PromptKind.EVENING] * min(planning.check_ins, 1)
    if planning.day.weekday() == SUNDAY and expected:
        expected[0] = PromptKind.WEEK
    assert [slot.kind for slot in planning.slots] == expected


@given(plannings())
def test_sundays_have_one_weekly_question_and_other_days_none(planning: Planning) -> None:
    weekly = [slot for slot in planning.slots if slot.kind is PromptKind.WEEK]
    assert weekly == (list(planning.slots[:1]) if planning.day.weekday() == SUNDAY else [])


@given(plannings())
def test_the_same_day_and_seed_give_the_same_plan(planning: Planning) -> None:
    assert replace(planning).slots == planning.slots


@given(moments, zones, all_hours, st.integers(0, 3))
def test_the_plan_around_a_moment_is_that_of_the_days_around_it_in_order(
    now: datetime, zone: str, hours: Hours, check_ins: int
) -> None:
    slots = plan_days(now, zone, hours, check_ins, "seed")
    today = now.astimezone(ZoneInfo(zone)).date()
    around = [today + timedelta(days=number) for number in (-1, 0, 1)]
    assert list(slots) == [slot for day in around for slot in plan_day(day, zone, hours, check_ins, "seed")]
    assert list(slots) == sorted(slots, key=lambda slot: slot.planned_at)


@given(moments, zones, st.integers(0, 3), st.sampled_from(Pace), st.sampled_from(Pace), st.integers(1, 5))
def test_each_day_around_a_moment_is_planned_at_its_own_pace(
    now: datetime, zone: str, check_ins: int, before: Pace, then: Pace, ahead: int
) -> None:
    today = now.astimezone(ZoneInfo(zone)).date()
    slots = plan_days(now, zone, Hours(), check_ins, "seed", lambda day: before if day < today else then, ahead)
    expected: list[Slot] = []
    for day in (today + timedelta(days=number) for number in range(-1, ahead + 1)):
        count = check_ins_on(day, check_ins, before if day < today else then, "seed")
        expected += plan_day(day, zone, Hours(), count, "seed")
    assert list(slots) == expected


@given(st.dates(date(1970, 1, 1), date(2100, 1, 1)), st.integers(0, 3), st.sampled_from(Pace), st.text(max_size=16))
def test_no_pace_asks_more_than_was_chosen_and_a_slower_one_never_more(
    day: date, chosen: int, pace: Pace, seed: str
) -> None:
    counts = [check_ins_on(day, chosen, one, seed) for one in Pace]
    assert counts == sorted(counts, reverse=True)
    assert counts[:2] == [chosen, min(1, chosen)]
    assert check_ins_on(day, chosen, pace, seed) <= chosen


@given(st.dates(date(1970, 1, 1), date(2100, 1, 1)), st.integers(1, 3), st.text(max_size=16))
def test_three_a_week_are_three_in_each_week_with_a_day_or_more_between_any_two(
    day: date, chosen: int, seed: str
) -> None:
    monday = day - timedelta(days=day.weekday())
    days = [monday + timedelta(days=number) for number in range(28)]
    asked = [one for one in days if check_ins_on(one, chosen, Pace.THREE_A_WEEK, seed)]
    assert Counter((one - monday).days // 7 for one in asked) == dict.fromkeys(range(4), 3)
    assert all(1 < (later - earlier).days <= 5 for earlier, later in pairwise(asked))


def test_three_a_week_come_on_every_weekday_now_and_then() -> None:
    days = [date(2026, 1, 5) + timedelta(days=number) for number in range(7 * 400)]
    weekdays = Counter(day.weekday() for day in days if check_ins_on(day, 2, Pace.THREE_A_WEEK, "seed"))
    assert set(weekdays) == set(range(7))
    assert min(weekdays.values()) > 400 * 0.2


@pytest.mark.parametrize(
    ("now", "hours", "expected"),
    [
        ("2026-11-23T12:41", "10:00-22:00", "2026-11-24T10:00"),
        ("2026-11-23T08:00", "10:00-22:00", "2026-11-24T10:00"),
        ("2026-11-23T23:30", "10:00-22:00", "2026-11-24T10:00"),
        ("2026-11-24T00:30", "10:00-22:00", "2026-11-25T10:00"),
        ("2026-11-23T23:30", "14:00-02:00", "2026-11-24T14:00"),
        ("2026-11-24T00:30", "14:00-02:00", "2026-11-24T14:00"),
        ("2026-11-24T02:00", "14:00-02:00", "2026-11-25T14:00"),
        ("2026-11-24T05:59", "22:00-06:00", "2026-11-24T22:00"),
        ("2026-11-23T12:00", "00:00-00:00", "2026-11-24T00:00"),
    ],
)
def test_the_next_morning_is_the_next_beginning_of_the_hours_on_a_later_day(
    now: str, hours: str, expected: str
) -> None:
    zone = ZoneInfo("Asia/Seoul")
    moment = datetime.fromisoformat(now).replace(tzinfo=zone).astimezone(UTC)
    morning = next_morning(moment, "Asia/Seoul", Hours.parse(hours))
    assert morning.astimezone(zone) == datetime.fromisoformat(expected).replace(tzinfo=zone)


@given(moments, zones, all_hours)
def test_the_next_morning_begins_hours_within_two_days(now: datetime, zone: str, hours: Hours) -> None:
    morning = next_morning(now, zone, hours)
    assert now < morning < now + timedelta(days=2, hours=2)
    today = local_day(now, zone)
    assert morning in {window_of(today + timedelta(days=days), hours, zone)[0] for days in (0, 1)}
    assert morning.tzinfo is UTC


def test_over_a_year_questions_come_in_every_hour_of_the_persons_day() -> None:
    moments_of_year = (slot.planned_at for slot in _a_year("Asia/Seoul", 2, "a"))
    by_hour = Counter(moment.astimezone(ZoneInfo("Asia/Seoul")).hour for moment in moments_of_year)
    assert set(by_hour) == set(range(10, 22))
    assert min(by_hour.values()) >= 10


def test_two_people_are_not_asked_at_the_same_moments() -> None:
    ours, theirs = ({slot.planned_at for slot in _a_year("Asia/Seoul", 2, seed)} for seed in ("a", "b"))
    assert len(ours & theirs) < len(ours) / 20


@pytest.mark.parametrize("zone", ZONES)
def test_a_person_is_not_asked_at_the_same_time_every_day(zone: str) -> None:
    clocks = Counter(slot.planned_at.astimezone(ZoneInfo(zone)).time() for slot in _a_year(zone, 1, "a"))
    assert max(clocks.values()) < 12


def test_hours_of_no_length_and_none_a_day_plan_nothing() -> None:
    day = date(2026, 11, 24)
    assert plan_day(day, "UTC", Hours(time(10), time(10, 1)), 3, "seed") == ()
    assert plan_day(day, "UTC", Hours(), 0, "seed") == ()


def _a_year(zone: str, check_ins: int, seed: str) -> list[Slot]:
    year = (date(2026, 1, 1) + timedelta(days=number) for number in range(365))
    return [slot for day in year for slot in plan_day(day, zone, Hours(), check_ins, seed)]
