"""What holds for everybody: no day takes longer than another, fine connection is left in peace, quiet is kept."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.signals.baseline import NEIGHBOUR_DAYS, Baseline
from herwidget.core.signals.budget import may_suggest
from herwidget.core.signals.chart import shrunk_persistence
from herwidget.core.signals.detector import notice, replay, states
from herwidget.core.signals.figure import Figure
from herwidget.core.signals.readings import DayReading, Series
from herwidget.core.signals.reasons import Reason, Rule, SignalState, Verdict
from herwidget.core.signals.sensitivity import Sensitivity
from tests.growth import growth

START = date(2025, 1, 1)


def day(number: int) -> date:
    return START + timedelta(days=number)


def lived(days: int, disconnection: float, spread: float, seed: int) -> list[DayReading]:
    """Days of somebody whom nobody hears, with this much disconnection, and an ordinary mood."""
    random = Random(seed)
    return [
        DayReading(
            day(number),
            disconnection=min(100.0, max(0.0, random.gauss(disconnection, spread))),
            low_mood=25.0 * random.choice([1, 2, 2, 3]),
            heard=False,
        )
        for number in range(days)
        if random.random() > 0.2
    ]


def reached(readings: list[DayReading], sensitivity: Sensitivity = Sensitivity.USUAL) -> list[date]:
    """The days in the state that a suggestion may follow from."""
    return [reading.day for reading, state in states(readings, sensitivity) if state is SignalState.REACH_OUT]


def test_each_day_takes_as_long_as_any_other() -> None:
    def replaying(count: int) -> Callable[[], object]:
        random = Random(1)
        days = [
            DayReading(day(number), random.uniform(20, 70), random.uniform(20, 70), random.uniform(20, 70), True)
            for number in range(count)
        ]
        return lambda: replay(days)

    assert growth(replaying, 730, 3650) < 8  # five times as many days


@pytest.mark.parametrize("sensitivity", list(Sensitivity))
@pytest.mark.parametrize("seed", range(5))
def test_felt_connection_that_is_fine_is_left_in_peace_for_a_year(seed: int, sensitivity: Sensitivity) -> None:
    assert reached(lived(365, 18, 6, seed), sensitivity) == []


def test_felt_connection_that_was_fine_and_clearly_is_no_more_is_named() -> None:
    days = lived(150, 10, 5, 1) + [
        DayReading(day(150 + number), disconnection=30.0, low_mood=60.0, heard=False) for number in range(30)
    ]
    first = reached(days)[0]
    assert day(152) <= first <= day(165)


def test_what_was_long_a_hard_time_is_not_learned_as_usual() -> None:
    calm = lived(150, 40, 6, 1)
    hard = [DayReading(day(150 + number), 75.0, None, 75.0, False) for number in range(60)]
    after = [
        DayReading(day(210 + number), one.disconnection, None, one.low_mood, True)
        for number, one in enumerate(lived(200, 40, 6, 2))
    ]
    usual = notice(calm + hard + after).reason.usual
    without = notice(calm + after).reason.usual
    assert usual is not None and without is not None
    assert usual == pytest.approx(without, abs=3)


def test_a_new_usual_told_after_the_last_answer_holds_too() -> None:
    days = lived(100, 40, 6, 1)
    assert notice(days, fresh_starts=[day(120)]).state is SignalState.LEARNING


@given(st.integers(0, 150), st.integers(1, 150), st.integers(0, 9))
def test_a_day_has_the_state_that_it_had_when_it_was_the_last(start: int, count: int, seed: int) -> None:
    days = (lived(75, 40, 6, seed) + [DayReading(day(75 + number), 85.0, 75.0, 80.0, False) for number in range(75)])[
        :count
    ]
    last, state = list(states(days, fresh_starts=[day(start)]))[-1]
    told = [start for start in [day(start)] if start <= last.day]
    assert last == days[-1]
    assert state is notice(days, fresh_starts=told).state


def test_a_day_that_is_not_later_is_refused() -> None:
    detector = replay([DayReading(day(3), 40.0)])
    for wrong in (day(3), day(2)):
        with pytest.raises(ValueError, match="not later"):
            detector.advance(DayReading(wrong, 40.0))


def verdict(state: SignalState, since: int) -> Verdict:
    return Verdict(state, day(since), Reason(Rule.SLOW_AVERAGE))


@pytest.mark.parametrize("state", [state for state in SignalState if state is not SignalState.REACH_OUT])
def test_only_one_state_may_suggest(state: SignalState) -> None:
    assert not may_suggest(verdict(state, 0), None, day(50))


def test_there_are_fourteen_days_of_quiet_and_ever_more_in_one_stretch() -> None:
    stretch = verdict(SignalState.REACH_OUT, 0)
    made: list[int] = []
    for number in range(400):
        if may_suggest(stretch, day(made[-1]) if made else None, day(number)):
            made.append(number)
    assert made == [0, 14, 42, 126, 378]
    another = verdict(SignalState.REACH_OUT, 10)
    assert [may_suggest(another, day(0), day(number)) for number in (10, 13, 14)] == [False, False, True]


steps = st.lists(st.tuples(st.integers(1, 6), st.integers(0, 100)), min_size=25, max_size=80)


@given(steps, st.integers(20, 60))
def test_running_sums_tell_what_the_days_of_the_window_tell(steps: list[tuple[int, int]], window: int) -> None:
    baseline = Baseline()
    days: list[tuple[int, float]] = []
    now = 0
    for gap, value in steps:
        now += gap
        days.append((now, float(value)))
        baseline.add(now, float(value))
        baseline.forget_before(now - window)
        days = [one for one in days if one[0] >= now - window]
    if len(days) < 2:
        return
    values = [value for _, value in days]
    mean = sum(values) / len(values)
    squares = sum((value - mean) ** 2 for value in values)
    pairs = [
        (one[1] - mean) * (other[1] - mean) for one, other in pairwise(days) if other[0] - one[0] <= NEIGHBOUR_DAYS
    ]
    told = baseline.usual(0.5)
    assert told.days == len(days) and told.mean == pytest.approx(mean, abs=1e-9)
    assert told.spread == pytest.approx(max(0.5, (squares / (len(days) - 1)) ** 0.5), abs=1e-6)
    if pairs and squares > 1:
        lag = sum(pairs) / len(pairs) / (squares / len(days))
        assert told.persistence == pytest.approx(shrunk_persistence(min(1, max(-1, lag)), len(days)), abs=1e-6)


def test_one_series_makes_a_figure_on_another_scale_and_a_full_day_varies_as_a_part_of_it_does() -> None:
    random = Random(4)
    common = [random.gauss(0, 1) for _ in range(3000)]
    # Three series that go together at .5, each with mean 40 and spread 10.
    answers = [[40 + 10 * (0.5**0.5) * (one + random.gauss(0, 1)) for _ in Series] for one in common]
    days = [DayReading(day(number), *three) for number, three in enumerate(answers)]
    figure = Figure(Series, least_spread=3.0)
    figure.refer(days)
    for part in (
        [DayReading(one.day, one.disconnection) for one in days],
        [DayReading(one.day, one.disconnection, None, one.low_mood) for one in days],
        days,
    ):
        values = [value for one in part if (value := figure.of(one)) is not None]
        mean = sum(values) / len(values)
        assert mean == pytest.approx(0, abs=1e-6)
        assert sum(value * value for value in values) / len(values) == pytest.approx(1, abs=0.05)
    assert figure.of(DayReading(day(0))) is None
    assert figure.of(DayReading(day(0), disconnection=40)) == pytest.approx(0, abs=0.1)
    assert figure.of(DayReading(day(0), disconnection=60)) == pytest.approx(2, abs=0.2)
