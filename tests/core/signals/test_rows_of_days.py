"""What is a row of days and what ends it: silence is no evidence, and being heard ends the first weeks' plain rule."""

from datetime import date, timedelta

from herwidget.core.signals.budget import may_suggest
from herwidget.core.signals.detector import notice
from herwidget.core.signals.readings import DayReading
from herwidget.core.signals.reasons import Rule, SignalState

START = date(2026, 1, 1)


def day(number: int) -> date:
    return START + timedelta(days=number)


def far(number: int, heard: bool | None = False) -> DayReading:
    return DayReading(day(number), disconnection=90.0, heard=heard)


def test_three_far_evenings_with_nobody_are_named_with_their_days() -> None:
    verdict = notice([far(0), far(1), far(2, None), far(3)])
    assert verdict.state is SignalState.REACH_OUT and verdict.reason.rule is Rule.FAR_EVENINGS
    assert [when for when, _ in verdict.reason.days] == [day(0), day(1), day(3)]


def test_a_day_that_does_not_tell_who_heard_neither_counts_nor_ends_the_row() -> None:
    assert notice([far(0), far(1), far(2, None)]).state is SignalState.LEARNING
    assert notice([far(0), far(1), far(2, None), far(3)]).state is SignalState.REACH_OUT


def test_far_evenings_months_apart_are_no_row() -> None:
    assert notice([far(0), far(20), far(40)]).state is SignalState.LEARNING


def test_being_heard_ends_it_with_or_without_the_slider() -> None:
    begun = [far(0), far(1), far(2)]
    heard = DayReading(day(3), low_mood=0.0, heard=True)
    assert notice([*begun, heard]).state is SignalState.LEARNING
    assert notice([*begun, far(3, True)]).state is SignalState.LEARNING


def test_after_a_long_silence_what_was_before_speaks_no_more() -> None:
    steady = [DayReading(day(n), disconnection=30.0 + n % 7, low_mood=40.0 + n % 5, heard=True) for n in range(120)]
    risen = [DayReading(day(n), disconnection=85.0, low_mood=85.0, heard=False) for n in range(120, 150)]
    assert notice(steady + risen).state is SignalState.REACH_OUT
    back = DayReading(day(550), disconnection=15.0, low_mood=0.0)
    verdict = notice([*steady, *risen, back])
    assert verdict.state is SignalState.USUAL and not may_suggest(verdict, None, day(550))
