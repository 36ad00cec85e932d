"""What the journal tells of the past: days, hours, moods around being heard, entries, pauses."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from statistics import mean
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herwidget.core.history.ports import HistoryJournal
from herwidget.core.history.records import DaySummary, Entry, HourSummary, LastHeard, MoodPair, PausedDays
from herwidget.core.local_time import at_local_time
from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.core.prompts import StepAnswer, StepName
from herwidget.core.questions import HeardHow
from herwidget.journal.history import JournalHistory
from herwidget.journal.journal import Journal
from tests.journal.examples import NOW
from tests.journal.histories import (
    SEOUL,
    ZONES,
    connected,
    heard,
    live,
    mood,
    question,
    seoul,
    set_column,
)

EVER = (date(1, 1, 1), date(9999, 12, 31))
NEAREST_FIRST = (HeardHow.FACE_TO_FACE, HeardHow.CALL, HeardHow.WRITING, HeardHow.KEPT, HeardHow.NOT_YET)


@pytest.fixture
def history(journal: Journal) -> HistoryJournal:
    """The history of a fresh journal, in Seoul."""
    return JournalHistory(journal, lambda: SEOUL)


@pytest.fixture
def person(journal: Journal) -> int:
    """Somebody to be heard by."""
    return journal.add_person("민지", NOW).id


def test_a_journal_without_answers_has_no_past(history: HistoryJournal) -> None:
    assert history.first_day() is None
    assert history.last_day() is None
    assert history.check_in_count() == 0
    assert not history.day_summaries(*EVER)
    assert not history.hour_summaries(*EVER)
    assert not history.mood_pairs(*EVER)
    assert not history.entries_of(NOW.date())
    assert not history.entries_with_words()
    assert not history.everyone()
    assert not history.last_heard()
    assert not history.paused_days(date(2026, 1, 1), date(2026, 12, 31))
    assert not history.periods()


def test_days_are_summed_up(journal: Journal, history: HistoryJournal, person: int) -> None:
    live(journal, seoul("2026-03-01 09:30"), mood(2), question("yes"))
    live(journal, seoul("2026-03-01 20:30"), mood(5), connected(80), heard("call", person))
    live(journal, seoul("2026-03-01 23:59"), mood(4))
    live(journal, seoul("2026-03-02 00:00"), question("no"))
    live(journal, seoul("2026-03-05 21:00"), heard("not-yet"))
    days = [
        DaySummary(date(2026, 3, 1), 3, 3, 2, 5, 11 / 3, HeardHow.CALL),
        DaySummary(date(2026, 3, 2), 1),
        DaySummary(date(2026, 3, 5), 1, heard=HeardHow.NOT_YET),
    ]
    assert list(history.day_summaries(*EVER)) == days
    assert list(history.day_summaries(date(2026, 3, 2), date(2026, 3, 5))) == days[1:]
    assert list(history.day_summaries(date(2026, 3, 1), date(2026, 3, 4))) == days[:2]
    assert not history.day_summaries(date(2026, 3, 5), date(2026, 3, 1))
    assert (history.first_day(), history.last_day()) == (date(2026, 3, 1), date(2026, 3, 5))
    assert history.check_in_count() == 5


def test_a_check_in_over_midnight_is_counted_on_both_days(journal: Journal, history: HistoryJournal) -> None:
    prompt = live(journal, seoul("2026-03-01 23:59"), mood(2))
    journal.save_answer(prompt, question("yes"), seoul("2026-03-02 00:01"), SEOUL)
    assert [(day.day.day, day.check_ins, day.moods) for day in history.day_summaries(*EVER)] == [(1, 1, 1), (2, 1, 0)]
    assert history.check_in_count() == 1


@pytest.mark.parametrize("nearest", range(len(NEAREST_FIRST)))
def test_the_nearest_way_of_being_heard_stands_for_the_day(
    journal: Journal, history: HistoryJournal, nearest: int
) -> None:
    ways = list(NEAREST_FIRST[nearest:])
    random.Random(nearest).shuffle(ways)
    for hour, how in enumerate(ways):
        live(journal, seoul(f"2026-03-01 1{hour}:00"), heard(how))
    assert history.day_summaries(*EVER)[0].heard is NEAREST_FIRST[nearest]


def test_what_herwidget_would_not_write_is_left_out_of_the_figures(
    journal: Journal, history: HistoryJournal, person: int
) -> None:
    at = seoul("2026-03-01 10:00")
    for value in (0, 6, -1, 2**62):
        live(journal, at, mood(value))
    live(journal, at, StepAnswer(StepName.MOOD, "mood", "mood", choice="3", words="?"))
    live(journal, at, heard("call,face-to-face", person))
    # Other questions on being heard have options of the same names, and ask about these days, not this one.
    live(journal, at, question("call", "heard"))
    live(journal, at, question("call", "presence"))
    assert list(history.day_summaries(*EVER)) == [DaySummary(date(2026, 3, 1), 8)]
    assert not history.hour_summaries(*EVER)
    assert not history.mood_pairs(*EVER)
    assert not history.last_heard()


def test_hours_are_those_of_the_clock_where_they_were_lived(journal: Journal, history: HistoryJournal) -> None:
    moment = datetime(2026, 11, 23, 10, 40, tzinfo=UTC)  # a Monday
    for value, zone in enumerate(ZONES, 1):
        live(journal, moment, mood(value), zone=zone)
    assert list(history.hour_summaries(*EVER)) == [
        HourSummary(0, 5, 1, 2.0),  # New York
        HourSummary(0, 16, 1, 3.0),  # Kathmandu, 16:25
        HourSummary(0, 19, 1, 1.0),  # Seoul
        HourSummary(1, 0, 1, 4.0),  # Kiritimati is on Tuesday already
        HourSummary(6, 23, 1, 5.0),  # Pago Pago on Sunday still
    ]
    assert [day.day for day in history.day_summaries(*EVER)] == [date(2026, 11, day) for day in (22, 23, 24)]
    assert list(history.hour_summaries(date(2026, 11, 24), date(2026, 11, 30))) == [HourSummary(1, 0, 1, 4.0)]


def test_an_hour_of_the_week_has_the_mean_of_its_moods(journal: Journal, history: HistoryJournal) -> None:
    for text, value in (("02 09:00", 1), ("02 09:59", 2), ("09 09:30", 4), ("08 09:30", 5), ("09 10:00", 3)):
        live(journal, seoul(f"2026-03-{text}"), mood(value))
    assert list(history.hour_summaries(*EVER)) == [
        HourSummary(0, 9, 3, 7 / 3),
        HourSummary(0, 10, 1, 3.0),
        HourSummary(6, 9, 1, 5.0),
    ]


@pytest.mark.parametrize("hour", [None, -1, 24, 2**62])
def test_an_hour_that_is_not_known_is_left_out(journal: Journal, history: HistoryJournal, hour: int | None) -> None:
    live(journal, seoul("2026-03-02 09:00"), mood(3))
    set_column(journal, history.entries_of(date(2026, 3, 2))[0], "local_hour", hour)
    assert not history.hour_summaries(*EVER)
    assert history.day_summaries(*EVER)[0].moods == 1


@pytest.mark.parametrize(
    ("earlier", "before"),
    [
        (timedelta(hours=24), 2),
        (timedelta(hours=24, milliseconds=1), None),
        (timedelta(milliseconds=1), 2),
        (timedelta(), None),
        (-timedelta(minutes=1), None),
    ],
)
def test_the_mood_before_is_at_most_a_day_older(
    journal: Journal, history: HistoryJournal, person: int, earlier: timedelta, before: int | None
) -> None:
    moment = seoul("2026-03-29 20:00")
    live(journal, moment - earlier, mood(2), zone="Europe/Berlin")
    live(journal, moment, mood(4), heard("writing", person))
    expected = [] if before is None else [MoodPair(person, date(2026, 3, 29), before, 4)]
    assert list(history.mood_pairs(*EVER)) == expected


def test_moods_before_and_after_are_paired_for_each_person_and_for_nobody(
    journal: Journal, history: HistoryJournal
) -> None:
    one, other, last = (journal.add_person(name, NOW).id for name in ("민지", "Ana", "🦊"))
    live(journal, seoul("2026-03-01 10:00"), mood(1))
    live(journal, seoul("2026-03-01 12:00"), mood(3))
    live(journal, seoul("2026-03-01 20:00"), mood(5), heard("face-to-face", other, one))
    live(journal, seoul("2026-03-02 09:00"), heard("call", one), question("x"))  # no mood after
    live(journal, seoul("2026-03-02 10:00"), mood(9))  # no mood
    live(journal, seoul("2026-03-02 20:00"), mood(2), heard("kept"))
    live(journal, seoul("2026-03-03 20:00"), mood(4), heard("not-yet", last))
    live(journal, seoul("2026-03-04 20:00"), mood(4), heard("call"))  # who is not told
    live(journal, seoul("2026-03-05 20:00"), mood(3), question("call", "heard"), heard("kept"))
    live(journal, seoul("2026-03-07 20:00"), mood(3), heard("call", one))  # none before
    both = live(journal, seoul("2026-03-08 20:00"), mood(1), heard("not-yet"))
    journal.save_answer(both, StepAnswer(StepName.QUESTION, "q", "heard", choice="call", people=(last,)), NOW, SEOUL)
    pairs = [
        MoodPair(other, date(2026, 3, 1), 3, 5),
        MoodPair(one, date(2026, 3, 1), 3, 5),
        MoodPair(None, date(2026, 3, 2), 5, 2),
        MoodPair(None, date(2026, 3, 3), 2, 4),
        MoodPair(None, date(2026, 3, 5), 4, 3),
        MoodPair(None, date(2026, 3, 8), 3, 1),
    ]
    assert list(history.mood_pairs(*EVER)) == pairs
    assert list(history.mood_pairs(date(2026, 3, 2), date(2026, 3, 3))) == pairs[2:4]


def test_entries_of_a_day_stand_in_the_order_they_were_lived(
    journal: Journal, history: HistoryJournal, person: int
) -> None:
    other = journal.add_person("Ana", NOW).id
    late = live(journal, seoul("2026-03-01 20:00"), mood(4), heard("call", other, person))
    early = live(journal, seoul("2026-03-01 09:00"), mood(2, "하나 🌧️"))
    live(journal, seoul("2026-03-02 00:00"), mood(3))
    day = date(2026, 3, 1)
    assert list(history.entries_of(day)) == [
        Entry(3, early, mood(2, "하나 🌧️"), seoul("2026-03-01 09:00"), SEOUL, day),
        Entry(1, late, mood(4), seoul("2026-03-01 20:00"), SEOUL, day),
        Entry(2, late, heard("call", other, person), seoul("2026-03-01 20:00"), SEOUL, day),
    ]


def test_entries_with_words_or_a_note_come_newest_first(journal: Journal, history: HistoryJournal) -> None:
    noted = StepAnswer(StepName.MOOD, "mood", "mood", 3, note="비")
    live(journal, seoul("2026-03-02 20:00"), mood(4))
    live(journal, seoul("2026-03-03 20:00"), noted)
    live(journal, seoul("2026-03-01 20:00"), mood(1, "처음"), question("x", words="y"))
    entries = history.entries_with_words()
    assert [entry.answer for entry in entries] == [noted, question("x", words="y"), mood(1, "처음")]


def test_everyone_is_told_also_who_was_put_away(journal: Journal, history: HistoryJournal) -> None:
    people = [journal.add_person(name, NOW) for name in ("민지", "Ana")]
    with journal.connection as connection:
        connection.execute("UPDATE people SET put_away_at = '2026-01-01T00:00:00.000Z', position = 9 WHERE id = 1")
    assert list(history.everyone()) == people[::-1]
    assert list(journal.people()) == people[1:]


def test_who_heard_last_is_known_by_day(journal: Journal, history: HistoryJournal) -> None:
    one, other, third = (journal.add_person(name, NOW).id for name in ("민지", "Ana", "🦊"))
    live(journal, seoul("2026-03-02 20:00"), heard("call", one, other))
    live(journal, seoul("2026-03-01 20:00"), question("face-to-face", "heard"), heard("writing", one))
    live(journal, seoul("2026-03-09 20:00"), heard("not-yet", other))
    live(journal, seoul("2026-03-09 21:00"), mood(people=(one, third)))
    assert history.last_heard() == {one: date(2026, 3, 2), other: date(2026, 3, 2)}
    live(journal, seoul("2026-03-02 21:00"), heard("writing", one))
    live(journal, seoul("2026-03-02 19:00"), heard("face-to-face", one))
    assert history.last_hearings() == {
        one: LastHeard(date(2026, 3, 2), HeardHow.WRITING),
        other: LastHeard(date(2026, 3, 2), HeardHow.CALL),
    }


def _pause(journal: Journal, start: datetime, until: datetime | None = None, ended: datetime | None = None) -> None:
    journal.start_pause(start, until)
    if ended is not None:
        journal.end_pause(ended)


MARCH = (date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("start", "until", "ended", "days"),
    [
        ("03-05 00:00", "03-07 00:00", None, (5, 6)),
        ("03-05 00:01", "03-06 23:59", None, None),
        ("03-05 12:00", "03-07 12:00", None, (6, 6)),
        ("03-05 00:00", "03-20 00:00", "03-07 00:00", (5, 6)),
        ("03-05 00:00", "03-07 00:00", "03-20 00:00", (5, 6)),
        ("03-05 00:00", None, "03-05 23:59", None),
        ("03-05 10:00", None, None, (6, 31)),
        ("02-05 10:00", "03-03 00:00", None, (1, 2)),
        ("02-05 10:00", None, None, (1, 31)),
        ("03-30 10:00", "05-03 00:00", None, (31, 31)),
        ("04-01 00:00", None, None, None),
        ("03-09 00:00", "03-07 00:00", None, None),
    ],
)
def test_only_whole_days_are_paused_days(
    journal: Journal,
    history: HistoryJournal,
    start: str,
    until: str | None,
    ended: str | None,
    days: tuple[int, int] | None,
) -> None:
    _pause(journal, *(seoul(f"2026-{text}") if text else None for text in (start, until, ended)))  # type: ignore[arg-type]
    expected = [PausedDays(date(2026, 3, days[0]), date(2026, 3, days[1]))] if days else []
    assert list(history.paused_days(*MARCH)) == expected
    assert not history.paused_days(*reversed(MARCH))


def test_pauses_that_follow_on_each_other_are_one(journal: Journal, history: HistoryJournal) -> None:
    _pause(journal, seoul("2026-03-03 00:00"), seoul("2026-03-04 00:00"), seoul("2026-03-03 12:00"))
    _pause(journal, seoul("2026-03-03 12:00"), seoul("2026-03-05 12:00"))
    _pause(journal, seoul("2026-03-05 11:00"), None, seoul("2026-03-07 00:00"))
    _pause(journal, seoul("2026-03-10 00:00"), None)
    assert list(history.paused_days(*MARCH)) == [
        PausedDays(date(2026, 3, 3), date(2026, 3, 6)),
        PausedDays(date(2026, 3, 10), date(2026, 3, 31)),
    ]


@pytest.mark.parametrize("zone", [*ZONES, "Africa/Cairo"])
def test_a_paused_day_is_one_of_the_zone_asked_for(journal: Journal, zone: str) -> None:
    """In Cairo the day of 24 April 2026 begins at one o'clock."""
    history = JournalHistory(journal, lambda: zone)
    begin, end = (at_local_time(date(2026, 4, day), datetime.min.time(), zone) for day in (24, 25))
    journal.start_pause(begin, end)
    april = date(2026, 4, 1), date(2026, 4, 30)
    assert list(history.paused_days(*april)) == [PausedDays(date(2026, 4, 24), date(2026, 4, 24))]
    journal.start_pause(begin + timedelta(seconds=1), end)
    with journal.connection as connection:
        connection.execute("DELETE FROM pauses WHERE id = 1")
    assert not history.paused_days(*april)


@pytest.mark.parametrize(
    ("column", "value"),
    [("local_day", "2026-13-45"), ("answered_at", "noon"), ("step", "mode"), ("words", b"\xff\xfe"), ("added_at", "")],
)
def test_a_damaged_entry_is_told_as_damage(
    journal: Journal, history: HistoryJournal, column: str, value: object
) -> None:
    live(journal, seoul("2026-03-02 09:00"), mood(3, "words"))
    entry = history.entries_with_words()[0]
    set_column(journal, entry, column, value)
    with pytest.raises(JournalError) as caught:
        history.entries_with_words()
    assert caught.value.trouble is JournalTrouble.DAMAGED


def test_a_damaged_day_is_told_as_damage(journal: Journal, history: HistoryJournal) -> None:
    live(journal, seoul("2026-03-02 09:00"), mood(3))
    set_column(journal, history.entries_of(date(2026, 3, 2))[0], "local_day", "2026-02-30")
    for read in (history.first_day, history.last_day, lambda: history.day_summaries(*EVER)):
        with pytest.raises(JournalError) as caught:
            read()
        assert caught.value.trouble is JournalTrouble.DAMAGED
    assert not history.hour_summaries(date(2026, 3, 1), date(2026, 3, 31))


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """One journal for all examples."""
    opened = Journal(tmp_path_factory.mktemp("used") / "journal.sqlite")
    yield opened
    opened.close()


moments = st.integers(0, 5 * 24 * 60).map(lambda minutes: datetime(2026, 3, 1, tzinfo=UTC) + timedelta(minutes=minutes))
values = st.integers(-1, 7) | st.sampled_from([None, 1, 2, 3, 4, 5])
choices = st.none() | st.sampled_from([*HeardHow, "yes", "call,kept", ""])
answers = st.builds(
    StepAnswer,
    step=st.sampled_from(StepName),
    question_id=st.just("q"),
    dimension=st.sampled_from(["mood", "heard", "connection"]),
    value=values,
    choice=choices,
    words=st.sampled_from(["", "말"]),
)
check_ins = st.tuples(moments, st.sampled_from(ZONES), st.lists(answers, max_size=4))


@settings(deadline=None)
@given(st.lists(check_ins, max_size=12))
def test_the_days_are_as_reckoned_from_the_entries(
    used: Journal, lived: list[tuple[datetime, str, list[StepAnswer]]]
) -> None:
    with used.connection as connection:
        for table in ("answers", "prompts"):
            connection.execute(f"DELETE FROM {table}")
        for moment, zone, given_answers in lived:
            live(used, moment, *given_answers, zone=zone)
    history = JournalHistory(used, lambda: SEOUL)
    for first in (date(2026, 2, 1), date(2026, 3, 3)):
        last = date(2026, 3, 4) if first.month == 3 else date(2026, 3, 31)
        days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        reckoned = [_reckoned(day, entries) for day in days if (entries := history.entries_of(day))]
        assert list(history.day_summaries(first, last)) == reckoned
    hours: dict[tuple[int, int], list[int]] = defaultdict(list)
    for day in _days_of(history):
        for entry in history.entries_of(day):
            if (value := _mood_of(entry)) is not None:
                local = entry.moment.astimezone(ZoneInfo(entry.zone))
                hours[local.weekday(), local.hour].append(value)
    assert list(history.hour_summaries(*EVER)) == [
        HourSummary(weekday, hour, len(found), pytest.approx(mean(found)))  # type: ignore[arg-type]
        for (weekday, hour), found in sorted(hours.items())
    ]


def _days_of(history: JournalHistory) -> Sequence[date]:
    """The days with answers."""
    return [summary.day for summary in history.day_summaries(*EVER)]


def _mood_of(entry: Entry) -> int | None:
    value = entry.answer.value
    return value if entry.answer.step is StepName.MOOD and value in (1, 2, 3, 4, 5) else None


def _reckoned(day: date, entries: Sequence[Entry]) -> DaySummary:
    found = [value for entry in entries if (value := _mood_of(entry)) is not None]
    ways = {
        entry.answer.choice
        for entry in entries
        if entry.answer.step is StepName.HEARD
        # A mood is never a way, whatever else a tool may have written beside it.
        if _mood_of(entry) is None
    }
    return DaySummary(
        day,
        len({entry.prompt_id for entry in entries}),
        len(found),
        min(found, default=None),
        max(found, default=None),
        mean(found) if found else None,
        next((how for how in NEAREST_FIRST if how in ways), None),
    )
