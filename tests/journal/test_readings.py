"""A day as the detector takes it, from the journal's answers."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from herwidget.core.demo import demo_check_ins, demo_people
from herwidget.core.prompts import StepAnswer, StepName
from herwidget.core.questions import HeardHow
from herwidget.core.signals.readings import DayReading
from herwidget.core.solitude import SolitudeTold
from herwidget.environment import load_bank
from herwidget.journal.demo import write_demo
from herwidget.journal.history import JournalHistory
from herwidget.journal.journal import Journal
from herwidget.journal.readings import JournalReadings
from tests.journal.examples import SEOUL
from tests.journal.histories import connected, heard, live, mood, seoul

DAY = date(2026, 11, 23)


@pytest.fixture
def readings(journal: Journal) -> JournalReadings:
    return JournalReadings(journal)


def scale(dimension: str, value: int) -> StepAnswer:
    return StepAnswer(StepName.QUESTION, f"a-{dimension}", dimension, value)


def option(dimension: str, choice: str) -> StepAnswer:
    return StepAnswer(StepName.QUESTION, f"a-{dimension}", dimension, choice=choice)


def read(readings: JournalReadings) -> DayReading:
    (reading,) = readings.day_readings(DAY, DAY)
    return reading


def at(clock: str) -> datetime:
    return seoul(f"2026-11-23T{clock}")


def test_a_day_without_answers_is_not_there(readings: JournalReadings) -> None:
    assert readings.day_readings(date.min, date.max) == ()


def test_a_day_holds_what_was_told_turned_so_that_high_is_worse(journal: Journal, readings: JournalReadings) -> None:
    live(journal, at("12:00"), mood(1), scale("loneliness", 70))
    live(journal, at("20:00"), mood(2), connected(30), heard(HeardHow.NOT_YET))
    assert read(readings) == DayReading(DAY, 70.0, 70.0, 87.5, heard=False)


@pytest.mark.parametrize(("value", "low"), [(1, 100.0), (3, 50.0), (5, 0.0)])
def test_moods_run_from_warm_to_heavy(journal: Journal, readings: JournalReadings, value: int, low: float) -> None:
    live(journal, at("12:00"), mood(value))
    assert read(readings) == DayReading(DAY, low_mood=low)


def test_the_evenings_slider_leads(journal: Journal, readings: JournalReadings) -> None:
    live(journal, at("12:00"), scale("connection", 90))
    live(journal, at("13:00"), scale("connection", 70))
    assert read(readings).disconnection == 20.0, "without it the other questions count"
    live(journal, at("20:00"), connected(10))
    assert read(readings).disconnection == 90.0


@pytest.mark.parametrize("how", HeardHow)
def test_heard_is_what_the_day_summary_says(journal: Journal, readings: JournalReadings, how: HeardHow) -> None:
    live(journal, at("20:00"), heard(how))
    assert read(readings).heard == (how in (HeardHow.FACE_TO_FACE, HeardHow.CALL, HeardHow.WRITING))
    live(journal, at("21:00"), heard(HeardHow.CALL))
    assert read(readings).heard is True


@pytest.mark.parametrize("how", HeardHow)
def test_another_question_about_being_heard_does_not_tell_of_that_day(
    journal: Journal, readings: JournalReadings, how: HeardHow
) -> None:
    live(journal, at("12:00"), option("heard", how))
    assert read(readings) == DayReading(DAY)
    assert JournalHistory(journal, lambda: SEOUL).day_summaries(DAY, DAY)[0].heard is None


@pytest.mark.parametrize(
    "odd", [scale("connection", 101), scale("loneliness", -1), option("connection", "yes"), mood(9), heard("shouting")]
)
def test_what_another_tool_wrote_is_not_reckoned_with(
    journal: Journal, readings: JournalReadings, odd: StepAnswer
) -> None:
    live(journal, at("12:00"), odd)
    assert read(readings) == DayReading(DAY)


def test_how_reaching_out_left_the_person_is_no_mood(journal: Journal, readings: JournalReadings) -> None:
    person = journal.add_person("Mina", at("10:00")).id
    live(journal, at("12:00"), StepAnswer(StepName.REACHED, "reached", "reached", 1, "yes", (person,)))
    assert read(readings) == DayReading(DAY)
    assert JournalHistory(journal, lambda: SEOUL).day_summaries(DAY, DAY)[0].moods == 0


def test_days_are_told_oldest_first_with_both_ends(journal: Journal, readings: JournalReadings) -> None:
    for days in (2, 0, 1, 3):
        live(journal, at("12:00") - timedelta(days=days), mood(3))
    told = readings.day_readings(DAY - timedelta(days=2), DAY)
    assert [reading.day for reading in told] == [DAY - timedelta(days=days) for days in (2, 1, 0)]


def test_whether_time_alone_was_welcome(journal: Journal, readings: JournalReadings) -> None:
    assert readings.solitude_told(DAY, DAY) == SolitudeTold(0, 0)
    told = (option("solitude", "yes"), option("solitude", "partly"), option("solitude", "a-bit-empty"))
    scales = (scale("solitude", 60), scale("solitude", 50), scale("solitude", 40), scale("loneliness", 90))
    for minute, answer in enumerate((*told, *scales)):
        live(journal, at(f"12:{minute:02}"), answer)
    assert readings.solitude_told(DAY, DAY) == SolitudeTold(2, 2)
    assert readings.solitude_told(DAY + timedelta(days=1), DAY + timedelta(days=9)) == SolitudeTold(0, 0)


def test_ten_years_are_read_as_the_history_tells_them(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite")
    end = datetime(2026, 11, 24, tzinfo=UTC)
    write_demo(journal, demo_check_ins(load_bank(), DAY, 3652, SEOUL, "en"), demo_people("en"), end)
    readings = JournalReadings(journal)
    days = readings.day_readings(date.min, date.max)
    assert len(days) > 3000
    summaries = JournalHistory(journal, lambda: SEOUL).day_summaries(date.min, date.max)
    assert [one.day for one in summaries] == [one.day for one in days]
    means = [None if one.mean is None else pytest.approx(100 - 25 * (one.mean - 1)) for one in summaries]
    assert [one.low_mood for one in days] == means
    journal.close()
