"""The past as the journal tells it: days, hours, moods before and after being heard, entries, named periods."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import groupby

from herwidget.core.history.ports import PromptState
from herwidget.core.history.records import DaySummary, Entry, HourSummary, LastHeard, MoodPair, PausedDays, Period
from herwidget.core.people import Person
from herwidget.core.ports import ZoneSource
from herwidget.core.prompts import HEAVIEST_MOOD, WARMEST_MOOD, PromptKind, StepAnswer, StepName
from herwidget.core.questions import HEARD_BY_SOMEONE, HeardHow, Outcome
from herwidget.journal.journal import COUNT_OF_ANSWERED, Journal
from herwidget.journal.paused_days import whole_days
from herwidget.journal.prompt_state import KeptPrompt, read_state, write_state
from herwidget.journal.rows import (
    ANSWER_COLUMNS,
    insert_answer,
    listed,
    lived_at,
    one_spelling,
    optional_moment,
    to_answer,
    to_moment,
    to_people,
    to_person,
    to_text,
    write_people,
)

# From the nearest to none at all; of the two ways of none, the one that was decided.
_NEAREST_FIRST = (HeardHow.FACE_TO_FACE, HeardHow.CALL, HeardHow.WRITING, HeardHow.KEPT, HeardHow.NOT_YET)

# Any SQLite tool may have written into the file: only what Herwidget itself would write is reckoned with.
_IS_MOOD = f"{{0}}.step = 'mood' AND {{0}}.value BETWEEN {HEAVIEST_MOOD} AND {WARMEST_MOOD}"
_IS_HEARD = f"{{0}}.choice IN ({listed(HeardHow)}) AND {{0}}.step = 'heard'"

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
    # With one max(), SQLite gives the other columns of the row that has it.
    "SELECT person_id, local_day AS day, choice, max(local_day || answered_at) "
    "FROM answer_people JOIN answers ON answers.id = answer_id "
    f"WHERE {_IS_HEARD.format('answers')} AND choice IN ({listed(HEARD_BY_SOMEONE)}) GROUP BY person_id"
)

# A prompt that was never shown, only written down later.
_LOOKED_BACK = "slot IS NULL AND shown_at IS NULL"

# One that is still under way was there until its last answer.
_LAST_ANSWER = "(SELECT max(answered_at) FROM answers WHERE prompt_id = prompts.id)"
_TIMES = (
    f"SELECT shown_at, coalesce(closed_at, {_LAST_ANSWER}, shown_at) AS over_at "
    "FROM prompts WHERE answered_at >= ? AND shown_at IS NOT NULL"
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

    def times_of_check_ins(self, since: datetime) -> Sequence[timedelta]:
        """How long each check-in answered since then was there, without those looked back on."""
        return self._journal.read(
            lambda row: to_moment(row["over_at"]) - to_moment(row["shown_at"]), _TIMES, to_text(since)
        )

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
        return {person: last.day for person, last in self.last_hearings().items()}

    def last_hearings(self) -> Mapping[int, LastHeard]:
        """For each person who ever heard this one, the last time of it."""
        return dict(
            self._journal.read(
                lambda row: (row[0], LastHeard(date.fromisoformat(row[1]), HeardHow(row[2]))), _LAST_HEARD
            )
        )

    def reached_days(self, first: date, last: date) -> Sequence[date]:
        """The days on which it was told that a suggestion led to somebody, oldest first."""
        return self._journal.read(
            lambda row: date.fromisoformat(row["local_day"]),
            "SELECT DISTINCT local_day FROM answers "
            f"WHERE step = '{StepName.REACHED}' AND choice = '{Outcome.YES}' AND local_day BETWEEN ? AND ? "
            "ORDER BY local_day",
            *(first.isoformat(), last.isoformat()),
        )

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

    def add_period(self, name: str, first: date, last: date) -> Period:
        """Keep a named stretch.

        Raises:
            ValueError: the name is empty, or the stretch ends before it begins.
        """
        name = _checked_name(name, first, last)
        with self._journal.change() as connection:
            period_id = connection.execute(
                "INSERT INTO periods (name, first_day, last_day) VALUES (?, ?, ?)",
                (name, first.isoformat(), last.isoformat()),
            ).lastrowid
        assert period_id is not None
        return Period(period_id, name, first, last)

    def change_period(self, period: Period) -> None:
        """Keep the new name and days of the period with this id; put it back where it was removed.

        Raises:
            ValueError: the name is empty, or the stretch ends before it begins.
        """
        name = _checked_name(period.name, period.first, period.last)
        with self._journal.erasing() as connection:
            connection.execute(
                "INSERT INTO periods (id, name, first_day, last_day) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
                "SET name = excluded.name, first_day = excluded.first_day, last_day = excluded.last_day",
                (period.id, name, period.first.isoformat(), period.last.isoformat()),
            )

    def remove_period(self, period_id: int) -> None:
        """Forget a named stretch."""
        with self._journal.erasing() as connection:
            connection.execute("DELETE FROM periods WHERE id = ?", (period_id,))

    def add_entry(self, answers: Sequence[StepAnswer], moment: datetime, zone: str, added_at: datetime) -> int:
        """Keep answers for a past moment; the id of the prompt they belong to.

        Raises:
            ValueError: there is no answer, one says nothing, or there is no such zone.
        """
        if not answers or any(answer.empty for answer in answers):
            raise ValueError("an entry needs an answer, and each answer something said")
        lived = lived_at(moment, zone)
        question = next((answer for answer in answers if answer.step is StepName.QUESTION), None)
        with self._journal.change() as connection:
            prompt_id = connection.execute(
                "INSERT INTO prompts (kind, plan_day, planned_at, zone, answered_at, closed_at, question_id, dimension)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(PromptKind.DAY.value, lived[2], lived[0], zone, lived[0], lived[0]),
                    *((question.question_id, question.dimension) if question else (None, None)),
                ),
            ).lastrowid
            assert prompt_id is not None
            for answer in answers:
                answer_id = insert_answer(connection, prompt_id, answer, lived, to_text(added_at))
                write_people(connection, answer_id, answer.people)
        return prompt_id

    def change_answer(self, entry: Entry, answer: StepAnswer, moment: datetime) -> None:
        """Put `answer` and `moment` in place of an entry's; it keeps its step, its question and its zone.

        Raises:
            LookupError: the entry is not there any more.
            ValueError: the answer says nothing, or the entry's zone is unknown here and the moment is another.
        """
        if answer.empty:
            raise ValueError("an answer says something")
        with self._journal.erasing() as connection:
            kept = _find(connection, entry)
            connection.execute(
                "UPDATE answers SET value = ?, choice = ?, words = ?, note = ? WHERE id = ?",
                (answer.value, answer.choice, answer.words, answer.note, entry.id),
            )
            write_people(connection, entry.id, answer.people)
            if to_text(moment) != kept["answered_at"]:
                connection.execute(
                    "UPDATE answers SET answered_at = ?, zone = ?, local_day = ?, local_hour = ? WHERE id = ?",
                    (*lived_at(moment, kept["zone"]), entry.id),
                )
                _let_prompt_follow(connection, entry.prompt_id)

    def remove_answer_for_good(self, entry: Entry) -> None:
        """Forget an entry, its bytes on the disk included. Its prompt stays, so that its number is not given again.

        Raises:
            LookupError: it is not there any more.
        """
        with self._journal.erasing() as connection:
            _find(connection, entry)
            connection.execute("DELETE FROM answer_people WHERE answer_id = ?", (entry.id,))
            connection.execute("DELETE FROM answers WHERE id = ?", (entry.id,))
            connection.execute(
                "UPDATE prompts SET answered_at = NULL WHERE id = ? "
                "AND NOT EXISTS (SELECT 1 FROM answers WHERE prompt_id = prompts.id)",
                (entry.prompt_id,),
            )
            if entry.answer.step is StepName.QUESTION:
                # A question that was only looked back on was never put.
                connection.execute(
                    f"UPDATE prompts SET question_id = NULL, dimension = NULL WHERE id = ? AND {_LOOKED_BACK}",
                    (entry.prompt_id,),
                )

    def state_of(self, prompt_id: int) -> KeptPrompt:
        """What is kept of a prompt now; also of one that is not there (any more)."""
        return read_state(self._journal, prompt_id)

    def put_back(self, state: PromptState) -> None:
        """Make the journal hold exactly `state` of its prompt; an answer's number may have been taken meanwhile.

        Raises:
            ValueError: it does not go with what the journal holds otherwise.
        """
        assert isinstance(state, KeptPrompt)
        with self._journal.erasing() as connection:
            write_state(connection, state)


def _checked_name(name: str, first: date, last: date) -> str:
    name = one_spelling(name)
    if not name or last < first:
        raise ValueError(f"a period has a name and {first} to {last} in order")
    return name


def _find(connection: sqlite3.Connection, entry: Entry) -> sqlite3.Row:
    # By all three: the number alone may have been given to a later answer.
    found: sqlite3.Row | None = connection.execute(
        "SELECT answered_at, zone FROM answers WHERE id = ? AND prompt_id = ? AND step = ?",
        (entry.id, entry.prompt_id, entry.answer.step.value),
    ).fetchone()
    if found is None:
        raise LookupError(entry.id)
    return found


def _let_prompt_follow(connection: sqlite3.Connection, prompt_id: int) -> None:
    """After an answer was moved: a prompt was answered when the first of its answers was."""
    first = "FROM answers WHERE prompt_id = prompts.id ORDER BY answered_at, id LIMIT 1"
    connection.execute(f"UPDATE prompts SET answered_at = (SELECT answered_at {first}) WHERE id = ?", (prompt_id,))
    connection.execute(
        "UPDATE prompts SET planned_at = answered_at, closed_at = answered_at, "
        f"plan_day = (SELECT local_day {first}) WHERE id = ? AND {_LOOKED_BACK}",
        (prompt_id,),
    )


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
