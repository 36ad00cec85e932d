"""A scripted year through the real services: steady, drifting, recovered; and a year alone by choice."""

from datetime import date
from itertools import pairwise

import pytest

from herwidget.core.prompts import StepName
from herwidget.core.questions import Bank, Outcome
from herwidget.core.signals.budget import QUIET_DAYS
from herwidget.core.signals.reasons import SignalState
from herwidget.core.stepping_back import Pace
from herwidget.core.suggestion import SuggestionAnswer
from herwidget.journal.journal import Journal
from herwidget.services.history_editor import HistoryEditor
from tests.services.year import FIRST_DAY, Inside, Life

YEAR = 365
DRIFT, FAR, RECOVERED = 150, 185, 240
SETTLED = RECOVERED + 45


def year(day: int) -> Inside:
    """Steady; within five weeks far from everyone; a low; then back within a fortnight."""
    if day < DRIFT:
        share = 0.0
    elif day < FAR:
        share = (day - DRIFT) / (FAR - DRIFT)
    else:
        share = max(0.0, 1.0 - max(0, day - (RECOVERED - 14)) / 14)
    return Inside(68 - 34 * share, 4 - 1.4 * share, 22 + 40 * share, 0.6 - 0.5 * share, 50 - 30 * share, sway=0.6)


def alone_by_choice(_day: int) -> Inside:
    """Far from people, hardly ever heard, and content with it."""
    return Inside(connected=24, mood=3.9, lonely=12, heard=0.03, alone=82, sway=3)


@pytest.fixture
def with_people(journal: Journal) -> Journal:
    for name in ("Mina", "Jun", "어머니"):
        journal.add_person(name, Life.BEFORE)
    return journal


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_year_suggests_during_the_drift_and_only_then(with_people: Journal, bank: Bank, seed: int) -> None:
    life = Life(with_people, bank, year, seed)
    life.live(YEAR)
    days = life.suggested_on()
    assert days, "the drift was noticed"
    assert all(DRIFT < day <= RECOVERED for day in days), "not while it was steady, and not once it was over"
    assert days[0] < FAR + 14
    assert all(after - before >= QUIET_DAYS for before, after in pairwise(days))
    assert set(life.states[SETTLED:]) <= {SignalState.USUAL, SignalState.WATCHING}
    assert life.paces[DRIFT] is not Pace.USUAL, "it had stepped back while all was well"
    assert set(life.paces[days[0] : RECOVERED]) == {Pace.USUAL}, "and asks as usual while it is not"
    assert life.paces[-1] is not Pace.USUAL, "and steps back once it is well again"
    for _, offered in life.offered:
        assert offered.verdict is not None
        assert offered.verdict.state is SignalState.REACH_OUT
        assert offered.verdict.reason.days
        assert offered.people[0].lines[offered.people[0].register]
    assert len(life.asked) == len(days), "each outcome was asked once"
    assert all(asked - made <= 1 for (asked, _), made in zip(life.asked, days, strict=True)), "at the next check-in"
    assert life.asked[0][1] == f"Did you get to {life.offered[0][1].people[0].person.name}?"
    outcomes = [(one.outcome, one.left) for one in life.suggestions.since()]
    assert outcomes == [(Outcome.YES, 4)] * len(days)
    kept = with_people.rows(f"SELECT count(*) FROM answers WHERE step = '{StepName.REACHED}'")
    assert kept[0][0] == len(days)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_somebody_alone_by_choice_gets_no_suggestion_in_a_year(with_people: Journal, bank: Bank, seed: int) -> None:
    life = Life(with_people, bank, alone_by_choice, seed)
    life.live(YEAR)
    assert life.suggested_on() == []
    assert life.asked == []


def test_stop_suggesting_ends_it(with_people: Journal, bank: Bank) -> None:
    life = Life(with_people, bank, year)
    life.answer_with = SuggestionAnswer.STOPPED
    life.live(YEAR)
    assert len(life.suggested_on()) == 1
    assert not life.settings.suggestions
    assert life.asked == []


def test_an_answer_taken_out_leaves_no_trace_in_the_verdict(with_people: Journal, bank: Bank) -> None:
    life = Life(with_people, bank, year)
    life.live(FAR)
    whole = life.noticing.verdict()
    days = life.readings.day_readings(date.min, date.max)
    editor = HistoryEditor(life.history, life.clock)
    for reading in days[-6:]:
        editor.remove(life.history.entries_of(reading.day))
    never = Life.verdict_of(days[:-6])
    assert life.noticing.verdict() == never
    assert never != whole
    for _ in range(6):
        editor.undo()
    assert life.noticing.verdict() == whole
    assert days[0].day == FIRST_DAY
