"""Writes an invented life into a journal of its own."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from herwidget.core.demo import DEMO_PEOPLE, DemoCheckIn
from herwidget.core.history.ranges import Days
from herwidget.core.local_time import at_local_time
from herwidget.journal.history import JournalHistory
from herwidget.journal.journal import Journal
from herwidget.journal.opening import told_as_journal_error
from herwidget.journal.rows import insert_answer, lived_at, to_text, write_people

_UNTOUCHED = timedelta(minutes=15)


def write_demo(journal: Journal, check_ins: Iterable[DemoCheckIn], now: datetime) -> None:
    """Fill an empty `journal` with what lies before `now`, in one transaction."""
    people = [journal.add_person(name, now).id for name in DEMO_PEOPLE]
    connection = journal.connection
    with told_as_journal_error(journal.path), connection:
        for check_in in check_ins:
            slot, zone = check_in.slot, check_in.zone
            if slot.planned_at + _UNTOUCHED > now:
                continue
            planned, gone = to_text(slot.planned_at), to_text(slot.planned_at + _UNTOUCHED)
            answered = [to_text(moment) for _, moment in check_in.answers]
            prompt_id = connection.execute(
                "INSERT INTO prompts (kind, plan_day, slot, planned_at, shown_at, zone, question_id, dimension, "
                "answered_at, expired_at, closed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(slot.kind, slot.plan_day.isoformat(), slot.number, planned, planned, zone),
                    check_in.question.id if check_in.question else None,
                    check_in.question.dimension if check_in.question else None,
                    *((answered[0], None, answered[-1]) if answered else (None, gone, gone)),
                ),
            ).lastrowid
            assert prompt_id is not None
            for answer, moment in check_in.answers:
                answer_id = insert_answer(connection, prompt_id, answer, lived_at(moment, zone))
                write_people(connection, answer_id, [people[person] for person in answer.people])


def write_demo_stretches(
    journal: Journal, periods: Iterable[tuple[str, Days]], pauses: Iterable[Days], zone: str
) -> None:
    """Add the named stretches and the pauses of an invented life."""
    history = JournalHistory(journal, lambda: zone)
    for name, days in periods:
        history.add_period(name, days.first, days.last)
    for days in pauses:
        # From the evening before to the morning after.
        journal.start_pause(at_local_time(days.moved(-1).first, time(22, 30), zone), None)
        journal.end_pause(at_local_time(days.moved(1).last, time(9), zone))
