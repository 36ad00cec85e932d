"""The slow average: its definition, gaps, and that a day's figure does not depend on what is shown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.history.slow_average import DAYS_THAT_MATTER, HALF_LIFE_DAYS, slow_average
from tests.core.history.days_told import day

Told = list[tuple[date, float]]
series: st.SearchStrategy[Told] = st.dictionaries(st.integers(0, 700), st.floats(1, 5), max_size=150).map(
    lambda told: [(day(offset), value) for offset, value in sorted(told.items())]
)


def by_definition(told: Told) -> list[float]:
    """The sums written out, day by day."""
    averages = []
    for index, (last, _) in enumerate(told):
        weights = [0.5 ** ((last - one).days / HALF_LIFE_DAYS) for one, _ in told[: index + 1]]
        averages.append(sum(weight * told[i][1] for i, weight in enumerate(weights)) / sum(weights))
    return averages


def test_known_answers() -> None:
    assert slow_average([]) == []
    assert slow_average([(day(0), 4.0)]) == [4.0]
    # A week later the first day counts half: (0.5 * 1 + 4) / 1.5.
    assert slow_average([(day(0), 1.0), (day(7), 4.0)]) == pytest.approx([1.0, 3.0])
    # After two weeks a quarter, whatever was not told between: (0.25 * 1 + 4) / 1.25.
    assert slow_average([(day(0), 1.0), (day(14), 4.0)]) == pytest.approx([1.0, 3.4])
    # (0.25 * 1 + 0.5 * 4 + 2) / 1.75
    told = [(day(0), 1.0), (day(7), 4.0), (day(14), 2.0)]
    assert slow_average(told) == pytest.approx([1.0, 3.0, 4.25 / 1.75])


@given(series)
def test_it_is_what_its_definition_says(told: Told) -> None:
    assert slow_average(told) == pytest.approx(by_definition(told), abs=1e-9)


@given(series, st.integers(0, 700))
def test_a_day_has_the_same_figure_wherever_reading_begins(told: Told, first: int) -> None:
    whole = dict(zip((one for one, _ in told), slow_average(told), strict=True))
    read = [(one, value) for one, value in told if one >= day(first - DAYS_THAT_MATTER)]
    for (one, _), average in zip(read, slow_average(read), strict=True):
        if one >= day(first):
            assert average == pytest.approx(whole[one], abs=1e-6)


@given(st.sets(st.integers(0, 700), max_size=150), st.floats(1, 5))
def test_days_that_are_all_alike_stay_as_they_are(days: set[int], value: float) -> None:
    averages = slow_average([(day(offset), value) for offset in sorted(days)])
    assert averages == pytest.approx([value] * len(days), abs=1e-9)


@given(series)
def test_it_never_leaves_what_was_told(told: Told) -> None:
    for index, average in enumerate(slow_average(told)):
        values = [value for _, value in told[: index + 1]]
        assert min(values) - 1e-9 <= average <= max(values) + 1e-9


def test_after_years_of_silence_a_day_stands_for_itself() -> None:
    assert slow_average([(date(1999, 1, 1), 1.0), (date(2026, 1, 1), 5.0)]) == [1.0, 5.0]
