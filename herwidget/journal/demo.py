"""Writes an invented life into a journal of its own."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from herwidget.core.demo import DemoCheckIn, DemoSuggestion
from herwidget.core.history.ranges import Days
from herwidget.core.local_time import at_local_time
from herwidget.core.prompts import Prompt, StepAnswer, StepName
from herwidget.core.questions import Dimension
from herwidget.journal.history import JournalHistory
from herwidget.journal.journal import Journal
from herwidget.journal.rows import insert_answer, lived_at, to_prompt, to_text, write_people
from herwidget.journal.suggestions import JournalSuggestions
from herwidget.journal.trouble import told_as_journal_error

_UNTOUCHED = timedelta(minutes=15)
_READ = timedelta(seconds=40)


def write_demo(journal: Journal, check_ins: Iterable[DemoCheckIn], names: Sequence[str], now: datetime) -> None:
    """Fill an empty `journal` with people of these names and what lies before `now`, in one transaction."""
    people = [journal.add_person(name, now).id for name in names]
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


def write_demo_suggestions(journal: Journal, suggestions: Iterable[DemoSuggestion]) -> None:
    """Add the suggestions of an invented life, each after its day's last check-in; the next day's first asks of it."""
    kept = JournalSuggestions(journal)
    people = [person.id for person in journal.people()]
    for suggestion in suggestions:
        day, person = suggestion.day, people[suggestion.person]
        shown = _answered_on(journal, day)[-1].closed_at
        assert shown is not None, "what was answered in the demonstration is over"
        made = kept.add(day, shown, person, by_hand=False)
        kept.answer(made.id, suggestion.answer, shown + _READ, person)
        later = _answered_on(journal, day + timedelta(days=1))
        if suggestion.outcome is not None and later:
            asked = later[0]
            assert asked.closed_at is not None
            outcome = StepAnswer(
                StepName.REACHED,
                StepName.REACHED,
                Dimension.REACHED,
                value=suggestion.left,
                choice=suggestion.outcome,
                people=(person,),
            )
            kept.mark_asked(made, asked.id, asked.closed_at)
            journal.save_answer(asked.id, outcome, asked.closed_at, asked.zone)


def _answered_on(journal: Journal, day: date) -> Sequence[Prompt]:
    query = "SELECT * FROM prompts WHERE plan_day = ? AND answered_at IS NOT NULL ORDER BY planned_at"
    return journal.read(to_prompt, query, day.isoformat())
