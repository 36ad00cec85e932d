"""What the detector says on each day of a file, as comma-separated values: `person,day,state,reason`."""

import csv
from collections.abc import Iterable
from datetime import date
from typing import TextIO

from evaluation.data import DAY_ZERO, Person
from herwidget.core.signals.budget import may_suggest
from herwidget.core.signals.detector import Detector
from herwidget.core.signals.readings import Series
from herwidget.core.signals.reasons import Reason, Rule, SignalState, Verdict
from herwidget.core.signals.sensitivity import Sensitivity

NAMES = {Series.DISCONNECTION: "disconnection", Series.LONELINESS: "loneliness", Series.LOW_MOOD: "low mood"}


def write_trace(people: Iterable[Person], sensitivity: Sensitivity, file: TextIO) -> None:
    """One line for each day of each person, in the order of the file's people and of their days."""
    lines = csv.writer(file, lineterminator="\n")
    lines.writerow(("person", "day", "state", "reason"))
    for person in people:
        detector = Detector(sensitivity)
        suggested: date | None = None
        for reading in person.readings:
            detector.advance(reading)
            verdict = detector.verdict
            text = reason_in_words(verdict)
            if may_suggest(verdict, suggested, reading.day):
                suggested = reading.day
                text += "; a suggestion is due"
            lines.writerow((person.name, number(reading.day), verdict.state.value, text))


def reason_in_words(verdict: Verdict) -> str:
    """The verdict's reason in English."""
    reason = verdict.reason
    if reason.rule is Rule.LEARNING:
        return (
            f"still learning the usual: {reason.answered} answered days, {reason.needed} in 28 days or more are needed"
        )
    if reason.rule is Rule.FAR_EVENINGS:
        return (
            f"still learning the usual: {len(reason.days)} answered days in a row with disconnection of"
            f" {reason.limit:.0f} or more and nobody who heard ({_days(reason)})"
        )
    assert reason.series is not None
    series = NAMES[reason.series]
    ground = (
        f"slow average {reason.average:.1f}, usual {reason.usual:.1f}, reach-out limit {reason.limit:.1f};"
        f" {series} lately {_days(reason)}"
    )
    subject = f"all series together, most of all {series}" if reason.rule is Rule.SLOW_AVERAGE_TOGETHER else series
    since = "" if verdict.since is None else f" since day {number(verdict.since)}"
    saying = {
        SignalState.USUAL: f"{subject}: as usual{since}",
        SignalState.WATCHING: f"{subject}: above the watch limit on 3 answered days in a row{since}",
        SignalState.REACH_OUT: f"{subject}: above the reach-out limit on 3 answered days in a row{since}",
    }
    return f"{saying[verdict.state]}; {ground}"


def number(day: date) -> int:
    """The day's number in the file."""
    return (day - DAY_ZERO).days


def _days(reason: Reason) -> str:
    return ", ".join(f"day {number(day)}: {value:.0f}" for day, value in reason.days)
