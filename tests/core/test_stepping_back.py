"""Stepping back: full weeks slow the asking, a rise ends that at once, and asking less does not end itself."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.signals.reasons import SignalState
from herwidget.core.stepping_back import LivedDay, Pace, can_change, pace

MONDAY = date(2026, 1, 5)
DAY, WEEK = timedelta(days=1), timedelta(days=7)
SLOWNESS = {Pace.USUAL: 0, Pace.ONE_A_DAY: 1, Pace.THREE_A_WEEK: 2}
RISEN = (SignalState.WATCHING, SignalState.REACH_OUT, SignalState.LEARNING)
# Days of one week: "+" somebody heard, "-" nobody did, "." not told.
FULL, TWO, NOBODY, UNTOLD = "+.+.+..", "+.+....", "-------", "......."

any_heard = st.sampled_from([True, False, None])
any_state = st.sampled_from([*[None] * 10, *[SignalState.USUAL] * 30, *RISEN])


def weeks(*told: str, first: date = MONDAY) -> list[LivedDay]:
    """Weeks in the usual state, one after another."""
    heard = {"+": True, "-": False, ".": None}
    return [LivedDay(first + number * DAY, SignalState.USUAL, heard[one]) for number, one in enumerate("".join(told))]


def after(*told: str) -> Pace:
    """The pace on the Monday after these weeks."""
    return pace(weeks(*told), MONDAY + len(told) * WEEK)


def lives(most: int = 20) -> st.SearchStrategy[list[LivedDay]]:
    """Days without a gap from any weekday on; long stretches of full weeks are common."""

    def life(begin: int, heard: list[list[bool | None]], states: list[SignalState | None]) -> list[LivedDay]:
        flat = [one for week in heard for one in week]
        return [
            LivedDay(MONDAY + (begin + number) * DAY, states[number % len(states)], one)
            for number, one in enumerate(flat)
        ]

    full = st.just([True, None, True, False, True, None, None])
    week = st.one_of(full, full, full, st.lists(any_heard, min_size=7, max_size=7))
    states = st.one_of(st.just([SignalState.USUAL]), st.lists(any_state, min_size=1, max_size=7 * most))
    return st.builds(life, st.integers(0, 6), st.lists(week, min_size=1, max_size=most), states)


def test_four_full_weeks_lead_to_one_a_day_and_four_more_to_three_a_week() -> None:
    assert [after(*[FULL] * count) for count in range(1, 10)] == (
        [Pace.USUAL] * 3 + [Pace.ONE_A_DAY] * 4 + [Pace.THREE_A_WEEK] * 2
    )


def test_a_week_counts_from_three_days_on() -> None:
    assert after(FULL, FULL, TWO, FULL, FULL) is Pace.USUAL
    assert after(TWO, FULL, FULL, FULL, FULL) is Pace.ONE_A_DAY
    assert after(*["-+-+-+-"] * 4) is Pace.ONE_A_DAY


def test_weeks_are_judged_when_they_are_over() -> None:
    days = weeks(*[FULL] * 8)
    changes = [one.day for one in days if pace(days, one.day) is not pace(days, one.day - DAY)]
    assert changes == [MONDAY + 4 * WEEK]
    assert pace(weeks(*["+++++++"] * 4), MONDAY + 4 * WEEK - DAY) is Pace.USUAL


@pytest.mark.parametrize("state", RISEN)
@pytest.mark.parametrize("full", [4, 6, 8, 30])
def test_a_rise_brings_the_usual_pace_back_the_same_day_and_counting_begins_anew(full: int, state: SignalState) -> None:
    days = weeks(*[FULL] * (full + 12))
    number = full * 7 + 3
    assert pace(days[:number], days[number].day) is not Pace.USUAL
    days[number] = replace(days[number], state=state)
    assert pace(days[: number + 1], days[number].day) is Pace.USUAL
    slower = [one.day for one in days[number:] if pace(days, one.day) is not Pace.USUAL]
    assert slower[0] == MONDAY + (full + 5) * WEEK


def test_a_state_holds_until_another_is_known() -> None:
    days = weeks(*[FULL] * 10)
    silent = [replace(one, state=None) for one in days[7:]]
    assert pace(days[:7] + silent, MONDAY + 10 * WEEK) is Pace.THREE_A_WEEK
    risen = [replace(one, state=SignalState.WATCHING) for one in days[:7]]
    assert pace(risen + silent, MONDAY + 10 * WEEK) is Pace.USUAL


def test_before_anything_is_known_the_pace_is_the_usual_one() -> None:
    assert pace([], MONDAY) is Pace.USUAL
    assert pace([replace(one, state=None) for one in weeks(*[FULL] * 9)], MONDAY + 9 * WEEK) is Pace.USUAL
    assert pace(weeks(*[FULL] * 9), MONDAY) is Pace.USUAL


def test_a_week_that_tells_too_little_only_begins_the_count_anew() -> None:
    assert after(*[FULL] * 6, UNTOLD) is Pace.ONE_A_DAY
    assert after(*[FULL] * 6, TWO, FULL, FULL, FULL) is Pace.ONE_A_DAY
    assert after(*[FULL] * 6, TWO, FULL, FULL, FULL, FULL) is Pace.THREE_A_WEEK
    assert after(*[FULL] * 8, TWO, "-..+...", UNTOLD, NOBODY) is Pace.THREE_A_WEEK


def test_three_days_a_week_can_keep_the_pace_of_three_a_week() -> None:
    sparse = ["+..-...", "..+....", "-....+.", "...-.+."]
    assert after(*[FULL] * 8, *sparse * 6) is Pace.THREE_A_WEEK


@pytest.mark.parametrize("alone", ["-..-.-.", UNTOLD, NOBODY])
def test_four_weeks_in_a_row_that_tell_of_nobody_end_a_slower_pace(alone: str) -> None:
    for full in (5, 8):
        slower = after(*[FULL] * full)
        told = [after(*[FULL] * full, *[alone] * count) for count in range(1, 6)]
        assert told == [slower] * 3 + [Pace.USUAL] * 2
        assert after(*[FULL] * full, *[alone] * 3, "..-..+.", *[alone] * 3) is slower


def test_a_life_that_stays_full_stays_slow_although_less_is_asked() -> None:
    """Somebody hears the person on two days of three; of the questions, 7 in 10 are answered, on three days a week."""
    kept = 0
    for seed in range(40):
        random, days = Random(seed), weeks(*[FULL] * 8)
        for number in range(8, 60):
            asked = random.sample(range(7), 3)
            told = ["." if one not in asked or random.random() < 0.3 else random.choice("++-") for one in range(7)]
            days += weeks("".join(told), first=MONDAY + number * WEEK)
        kept += all(pace(days, MONDAY + number * WEEK) is Pace.THREE_A_WEEK for number in range(8, 61))
    assert kept >= 38


@given(lives(), st.data())
def test_more_days_heard_never_raise_the_number_of_questions(days: list[LivedDay], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.booleans(), min_size=len(days), max_size=len(days)))
    more = [replace(one, heard=True) if heard else one for one, heard in zip(days, chosen, strict=True)]
    for today in (days[-1].day, days[-1].day + DAY, days[-1].day + WEEK):
        assert SLOWNESS[pace(more, today)] >= SLOWNESS[pace(days, today)]


@given(lives(), st.sampled_from(RISEN))
def test_whatever_was_before_a_rise_is_followed_by_the_usual_pace(days: list[LivedDay], state: SignalState) -> None:
    days[-1] = replace(days[-1], state=state)
    assert pace(days, days[-1].day) is Pace.USUAL
    assert pace(days, days[-1].day + 50 * WEEK) is Pace.USUAL


@given(lives(), st.randoms(use_true_random=False))
def test_the_same_days_give_the_same_pace_in_any_order_and_later_ones_do_not_matter(
    days: list[LivedDay], random: Random
) -> None:
    today = random.choice(days).day
    told = pace(days, today)
    shuffled = random.sample(days, len(days))
    assert pace(shuffled, today) is told
    assert pace([one for one in days if one.day <= today], today) is told


@given(lives())
def test_the_pace_slows_on_mondays_and_by_one_step(days: list[LivedDay]) -> None:
    for one in days[1:]:
        before, now = pace(days, one.day - DAY), pace(days, one.day)
        slower = SLOWNESS[now] - SLOWNESS[before]
        assert slower <= 0 or (one.day.weekday() == 0 and slower == 1)
        assert now is before or can_change(before, one.day)


@pytest.mark.parametrize(("chosen", "less"), [(0, ""), (1, "three"), (2, "one three"), (3, "one three")])
def test_a_pace_is_told_where_it_asks_less_than_was_chosen(chosen: int, less: str) -> None:
    assert [str(one).split("-")[0] for one in Pace if one.is_less_than(chosen)] == less.split()
