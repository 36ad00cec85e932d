"""What the detector promises for any life: missing days move nothing, and one evening decides nothing."""

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.signals.detector import Detector, notice
from herwidget.core.signals.readings import DayReading
from herwidget.core.signals.reasons import SignalState
from herwidget.core.signals.sensitivity import Sensitivity

START = date(2025, 1, 1)
values = st.none() | st.integers(0, 100).map(float)
lives = st.lists(
    st.tuples(st.integers(1, 40), values, values, values, st.sampled_from([None, True, False])),
    min_size=1,
    max_size=150,
)


def life(steps: list[tuple[int, float | None, float | None, float | None, bool | None]]) -> list[DayReading]:
    day, days = START, []
    for gap, disconnection, loneliness, mood, heard in steps:
        day += timedelta(days=gap)
        days.append(DayReading(day, disconnection, loneliness, mood, heard))
    return days


def steady(days: int, seed: int = 1) -> list[DayReading]:
    random = Random(seed)
    return [
        DayReading(day, random.gauss(35, 9), random.gauss(30, 9), random.gauss(45, 9), number % 3 == 0)
        for number in range(days)
        for day in [START + timedelta(days=number)]
    ]


@given(lives)
def test_day_by_day_ends_where_all_at_once_does(steps: list[tuple[int, float, float, float, bool]]) -> None:
    days, detector = life(steps), Detector()  # type: ignore[arg-type]  # hypothesis gives None too
    for reading in days:
        detector.advance(reading)
    assert detector.verdict == notice(days)


@given(lives, st.data())
def test_an_answer_taken_out_leaves_what_had_always_been_so(
    steps: list[tuple[int, float, float, float, bool]], data: st.DataObject
) -> None:
    days = life(steps)  # type: ignore[arg-type]  # hypothesis gives None too
    gone = data.draw(st.integers(0, len(days) - 1))
    without = days[:gone] + days[gone + 1 :]
    empty = [*days[:gone], DayReading(days[gone].day), *days[gone + 1 :]]
    taken_out, never_there = notice(empty), notice(without)
    assert (taken_out.state, taken_out.since) == (never_there.state, never_there.since)


@given(lives)
def test_days_without_an_answer_move_nothing(steps: list[tuple[int, float, float, float, bool]]) -> None:
    days = life(steps)  # type: ignore[arg-type]  # hypothesis gives None too
    known = {reading.day for reading in days}
    between = [START + timedelta(days=number) for number in range((days[-1].day - START).days)]
    filled = sorted([*days, *(DayReading(day) for day in between if day not in known)], key=lambda one: one.day)
    assert notice(filled).state is notice(days).state


def test_people_who_never_vary_are_not_alarmed_by_one_ordinary_bad_evening() -> None:
    for level in (0.0, 20.0, 50.0):
        days = [DayReading(START + timedelta(days=number), level, level, level, True) for number in range(200)]
        bad = DayReading(START + timedelta(days=200), 100.0, 100.0, 100.0, False)
        after = [DayReading(START + timedelta(days=201 + number), level, level, level, True) for number in range(10)]
        for end in range(len(after) + 1):
            for sensitivity in Sensitivity:
                assert notice([*days, bad, *after[:end]], sensitivity).state is not SignalState.REACH_OUT


def test_a_lasting_rise_is_named_and_its_end_too() -> None:
    days = steady(150)
    risen = [
        DayReading(START + timedelta(days=150 + number), 75.0 + number % 5, 70.0, 80.0, False) for number in range(30)
    ]
    verdict = notice(days + risen)
    assert verdict.state is SignalState.REACH_OUT and verdict.since is not None
    assert START + timedelta(days=152) <= verdict.since <= START + timedelta(days=170)
    back = [DayReading(START + timedelta(days=180 + number), 35.0, 30.0, 45.0, True) for number in range(40)]
    assert notice(days + risen + back).state is SignalState.USUAL


def test_a_new_usual_is_learned_afresh() -> None:
    days = steady(150)
    higher = [DayReading(START + timedelta(days=150 + n), 70.0 + n % 7, 65.0, 75.0, True) for n in range(60)]
    told = START + timedelta(days=160)
    assert notice(days + higher).state is SignalState.REACH_OUT
    assert notice(days + higher, fresh_starts=[told]).state is SignalState.USUAL
