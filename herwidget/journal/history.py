"""The past as the journal tells it: days, hours, moods before and after being heard, entries, named periods."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from herwidget.core.history.records import DaySummary, Entry, HourSummary, MoodPair, PausedDays, Period
from herwidget.core.people import Person
from herwidget.core.ports import ZoneSource
from herwidget.core.prompts import HEAVIEST_MOOD, WARMEST_MOOD
from herwidget.core.questions import HEARD_BY_SOMEONE, HeardHow
from herwidget.journal.journal import COUNT_OF_ANSWERED, Journal
from herwidget.journal.paused_days import whole_days
from herwidget.journal.rows import ANSWER_COLUMNS, optional_moment, to_answer, to_moment, to_people, to_person


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)


# From the nearest to none at all; of the two ways of none, the one that was decided.
_NEAREST_FIRST = (HeardHow.FACE_TO_FACE, HeardHow.CALL, HeardHow.WRITING, HeardHow.KEPT, HeardHow.NOT_YET)

# Any SQLite tool may have written into the file: only what Herwidget itself would write is reckoned with.
_IS_MOOD = f"{{0}}.step = 'mood' AND {{0}}.value BETWEEN {HEAVIEST_MOOD} AND {WARMEST_MOOD}"
_IS_HEARD = f"{{0}}.choice IN ({_listed(tuple(HeardHow))}) AND ({{0}}.step = 'heard' OR {{0}}.dimension = 'heard')"

# One aggregate for moods and ways, "3,5,call": each further one takes longer than Python does to tell them apart.
_TOLD = f"CASE WHEN {_IS_MOOD} THEN {{0}}.value WHEN {_IS_HEARD} THEN {{0}}.choice END"
_DAYS = (
    f"SELECT local_day, count(DISTINCT prompt_id) AS check_ins, group_concat({_TOLD.format('answers')}) AS told "
    "FROM answers WHERE local_day BETWEEN ? AND ? GROUP BY local_day ORDER BY local_day"
)

# The plus keeps SQLite at the index of the moods, which has all this; "%w" counts from Sunday.
_HOURS = (
    "SELECT (strftime('%w', local_day) + 6) % 7 AS weekday, local_hour, count(*) AS moods, avg(value) AS mean "
    f"FROM answers WHERE {_IS_MOOD.format('answers')} AND local_hour BETWEEN 0 AND 23 "
    "AND +local_day BETWEEN ? AND ? GROUP BY weekday, local_hour HAVING weekday IS NOT NULL"
)

_PAIRS = f"""
    SELECT after.prompt_id, after.local_day, after.value AS after, heard.choice,
        (SELECT group_concat(person_id) FROM (
            SELECT person_id FROM answer_people WHERE answer_id = heard.id ORDER BY position)) AS people,
        (SELECT before.value FROM answers AS before
            WHERE {_IS_MOOD.format("before")} AND before.answered_at < after.answered_at
                AND before.answered_at >= strftime('%Y-%m-%dT%H:%M:%fZ', after.answered_at, '-1 day')
                AND before.prompt_id != after.prompt_id
            ORDER BY before.answered_at DESC, before.prompt_id DESC LIMIT 1) AS before
    FROM answers AS heard JOIN answers AS after ON after.prompt_id = heard.prompt_id
    WHERE {_IS_HEARD.format("heard")} AND {_IS_MOOD.format("after")} AND after.local_day BETWEEN ? AND ?
    ORDER BY after.answered_at, after.prompt_id, heard.id
"""

_LAST_HEARD = (
    "SELECT person_id, max(local_day) AS day FROM answer_people JOIN answers ON answers.id = answer_id "
    f"WHERE {_IS_HEARD.format('answers')} AND choice IN ({_listed(sorted(HEARD_BY_SOMEONE))}) GROUP BY person_id"
)


class JournalHistory:
    """The history of an open journal. Every method may raise JournalError; what was kept before stays.

    `zone` tells where the desktop's clock stands: a pause keeps no zone of its own.
    """

    def __init__(self, journal: Journal, zone: ZoneSource) -> None:
        self._journal, self._zone = journal, zone

    def first_day(self) -> date | None:
        """The day of the first answer."""
        return self._journal.first_day()

    def last_day(self) -> date | None:
        """The day of the last answer."""
        days = self._journal.read(
            lambda row: date.fromisoformat(row["local_day"]),
            "SELECT local_day FROM answers ORDER BY local_day DESC LIMIT 1",
        )
        return days[0] if days else None

    def check_in_count(self) -> int:
        """How many check-ins were answered."""
        return int(self._journal.rows(COUNT_OF_ANSWERED)[0][0])

    def day_summaries(self, first: date, last: date) -> Sequence[DaySummary]:
        """The days with answers, oldest first."""
        return self._journal.read(_to_day_summary, _DAYS, first.isoformat(), last.isoformat())

    def hour_summaries(self, first: date, last: date) -> Sequence[HourSummary]:
        """The moods by weekday and hour; only where there are any."""
        return self._journal.read(lambda row: HourSummary(*row), _HOURS, first.isoformat(), last.isoformat())

    def mood_pairs(self, first: date, last: date) -> Sequence[MoodPair]:
        """Moods before and after being heard, or not, oldest first. The one before is at most 24 hours older."""
        rows = self._journal.read(_to_told, _PAIRS, first.isoformat(), last.isoformat())
        pairs: list[MoodPair] = []
        for _, told in groupby(rows, key=lambda each: each.prompt_id):
            pairs += _to_pairs(list(told))
        return pairs

    def entries_of(self, day: date) -> Sequence[Entry]:
        """The answers of a day, in the order they were lived."""
        return self._journal.read(
            _to_entry,
            f"SELECT {ANSWER_COLUMNS} FROM answers WHERE local_day = ? ORDER BY answered_at, id",
            day.isoformat(),
        )

    def entries_with_words(self) -> Sequence[Entry]:
        """Every answer that has words or a note, newest first."""
        return self._journal.read(
            _to_entry,
            f"SELECT {ANSWER_COLUMNS} FROM answers WHERE words != '' OR note != '' ORDER BY answered_at DESC, id DESC",
        )

    def everyone(self) -> Sequence[Person]:
        """All people, in the order of the list, those put away too."""
        return self._journal.read(to_person, "SELECT * FROM people ORDER BY position, id")

    def last_heard(self) -> Mapping[int, date]:
        """For each person who ever heard this one, the last day of it."""
        return dict(self._journal.read(lambda row: (row[0], date.fromisoformat(row[1])), _LAST_HEARD))

    def paused_days(self, first: date, last: date) -> Sequence[PausedDays]:
        """The whole days of pauses, oldest first; pauses that follow on each other are one."""
        pauses = self._journal.read(
            lambda row: (to_moment(row["started_at"]), optional_moment(row["end_at"])),
            "SELECT started_at, coalesce(min(ended_at, until_at), ended_at, until_at) AS end_at FROM pauses",
        )
        return whole_days(pauses, first, last, self._zone())

    def periods(self) -> Sequence[Period]:
        """The stretches of days that were given a name, oldest first."""
        return self._journal.read(_to_period, "SELECT * FROM periods ORDER BY first_day, last_day, id")


@dataclass(frozen=True, slots=True)
class _Told:
    """One answer that tells who heard the person, with the moods around it."""

    prompt_id: int
    day: date
    before: int | None
    after: int
    by_someone: bool
    people: tuple[int, ...]


def _to_told(row: sqlite3.Row) -> _Told:
    day, by_someone = date.fromisoformat(row["local_day"]), row["choice"] in HEARD_BY_SOMEONE
    return _Told(row["prompt_id"], day, row["before"], row["after"], by_someone, to_people(row["people"]))


def _to_pairs(told: Sequence[_Told]) -> Sequence[MoodPair]:
    """The pairs of one check-in: one answer that somebody did outweighs another that nobody did."""
    one = told[0]
    if one.before is None:
        return ()
    people: Mapping[int | None, None] = {None: None}
    if any(each.by_someone for each in told):
        people = dict.fromkeys(person for each in told if each.by_someone for person in each.people)
    return [MoodPair(person, one.day, one.before, one.after) for person in people]


def _to_day_summary(row: sqlite3.Row) -> DaySummary:
    day, check_ins, told = row
    return DaySummary(date.fromisoformat(day), check_ins, *_to_figures(told))


@lru_cache(maxsize=4096)  # most days are like some other day
def _to_figures(told: str | None) -> tuple[int, int | None, int | None, float | None, HeardHow | None]:
    """How many moods, the lowest, the highest, their mean, and the nearest way of being heard."""
    each = told.split(",") if told else []
    moods = [int(one) for one in each if one.isdigit()]
    heard = next((how for how in _NEAREST_FIRST if how in each), None)
    if not moods:
        return 0, None, None, None, heard
    return len(moods), min(moods), max(moods), sum(moods) / len(moods), heard


def _to_entry(row: sqlite3.Row) -> Entry:
    return Entry(
        row["id"],
        row["prompt_id"],
        to_answer(row),
        to_moment(row["answered_at"]),
        row["zone"],
        date.fromisoformat(row["local_day"]),
        optional_moment(row["added_at"]),
    )


def _to_period(row: sqlite3.Row) -> Period:
    return Period(row["id"], row["name"], date.fromisoformat(row["first_day"]), date.fromisoformat(row["last_day"]))
