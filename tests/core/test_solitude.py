"""Time alone that was wanted is no ground for a suggestion; time alone that hurts is."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from herwidget.core.questions import Dimension, parse_bank
from herwidget.core.signals.readings import DayReading
from herwidget.core.signals.reasons import Reason, Rule, SignalState, Verdict
from herwidget.core.solitude import (
    CONTENT_DAYS,
    UNWELCOME_CHOICES,
    WELCOME_CHOICES,
    SolitudeTold,
    is_alone_by_choice,
)

TODAY = date(2026, 11, 23)
QUESTIONS = Path(__file__).parents[2] / "resources" / "questions"


def verdict(rule: Rule) -> Verdict:
    return Verdict(SignalState.REACH_OUT, TODAY, Reason(rule))


def days(low_mood: float | None, loneliness: float | None = None, ago: int = 0) -> list[DayReading]:
    return [
        DayReading(TODAY - timedelta(days=ago + number), 80.0, loneliness, low_mood, heard=False)
        for number in reversed(range(5))
    ]


def test_light_evenings_alone_are_no_ground_while_the_usual_is_learned() -> None:
    assert is_alone_by_choice(verdict(Rule.FAR_EVENINGS), days(25.0), SolitudeTold(), TODAY)
    assert is_alone_by_choice(verdict(Rule.FAR_EVENINGS), days(50.0, 10.0), SolitudeTold(), TODAY)
    assert not is_alone_by_choice(verdict(Rule.FAR_EVENINGS), days(75.0), SolitudeTold(), TODAY)
    assert not is_alone_by_choice(verdict(Rule.FAR_EVENINGS), days(25.0, 90.0), SolitudeTold(), TODAY)


@pytest.mark.parametrize("rule", [Rule.SLOW_AVERAGE, Rule.SLOW_AVERAGE_TOGETHER])
def test_a_change_from_the_usual_counts_unless_time_alone_was_welcome(rule: Rule) -> None:
    assert not is_alone_by_choice(verdict(rule), days(25.0), SolitudeTold(), TODAY)
    assert not is_alone_by_choice(verdict(rule), days(25.0), SolitudeTold(3, 2), TODAY)
    assert is_alone_by_choice(verdict(rule), days(25.0), SolitudeTold(4, 2), TODAY)
    assert not is_alone_by_choice(verdict(rule), days(75.0), SolitudeTold(9, 0), TODAY), "it hurts all the same"


def test_nothing_told_of_how_it_was_is_no_choice() -> None:
    assert not is_alone_by_choice(verdict(Rule.FAR_EVENINGS), days(None), SolitudeTold(9, 0), TODAY)
    assert not is_alone_by_choice(verdict(Rule.FAR_EVENINGS), days(0.0, ago=CONTENT_DAYS), SolitudeTold(), TODAY)


def test_every_option_that_speaks_of_time_alone_is_in_the_bank() -> None:
    bank = parse_bank({path.name: path.read_text(encoding="utf-8") for path in QUESTIONS.glob("*.toml")})
    options = {
        choice.id
        for question in bank.questions
        if question.dimension is Dimension.SOLITUDE
        for choice in question.choices
    }
    assert options >= WELCOME_CHOICES | UNWELCOME_CHOICES
    assert not WELCOME_CHOICES & UNWELCOME_CHOICES
