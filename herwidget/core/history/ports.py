"""What the history asks of the journal."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from herwidget.core.history.records import DaySummary, Entry, HourSummary, LastHeard, MoodPair, PausedDays, Period
from herwidget.core.people import Person
from herwidget.core.prompts import StepAnswer


class PromptState(Protocol):
    """All that the journal holds of one prompt, to be compared and to be put back; opaque to everyone else."""

    @property
    def prompt_id(self) -> int:
        """Whose state this is."""

    def emptied(self) -> "PromptState":
        """The state in which the journal holds nothing of this prompt."""


class HistoryJournal(Protocol):
    """The journal as the history reads and mends it. Days are local days, both ends included.

    Every method may raise JournalError.
    """

    def first_day(self) -> date | None:
        """The day of the first answer."""

    def last_day(self) -> date | None:
        """The day of the last answer."""

    def check_in_count(self) -> int:
        """How many check-ins were answered."""

    def times_of_check_ins(self, since: datetime) -> Sequence[timedelta]:
        """How long each check-in answered since then was there, without those looked back on."""

    def day_summaries(self, first: date, last: date) -> Sequence[DaySummary]:
        """The days with answers, oldest first."""

    def hour_summaries(self, first: date, last: date) -> Sequence[HourSummary]:
        """The moods by weekday and hour; only where there are any."""

    def mood_pairs(self, first: date, last: date) -> Sequence[MoodPair]:
        """Moods before and after being heard, or not, oldest first. The one before is at most 24 hours older."""

    def entries_of(self, day: date) -> Sequence[Entry]:
        """The answers of a day, in the order they were lived."""

    def entries_with_words(self) -> Sequence[Entry]:
        """Every answer that has words or a note, newest first."""

    def everyone(self) -> Sequence[Person]:
        """All people, those put away too: their names still stand in answers."""

    def last_heard(self) -> Mapping[int, date]:
        """For each person who ever heard this one, the last day of it."""

    def last_hearings(self) -> Mapping[int, LastHeard]:
        """For each person who ever heard this one, the last time of it."""

    def reached_days(self, first: date, last: date) -> Sequence[date]:
        """The days on which it was told that a suggestion led to somebody, oldest first."""

    def paused_days(self, first: date, last: date) -> Sequence[PausedDays]:
        """The whole days of pauses, oldest first."""

    def periods(self) -> Sequence[Period]:
        """The stretches of days that were given a name, oldest first."""

    def add_period(self, name: str, first: date, last: date) -> Period:
        """Keep a named stretch.

        Raises:
            ValueError: the name is empty, or the stretch ends before it begins.
        """

    def change_period(self, period: Period) -> None:
        """Keep the new name and days of the period with this id; put it back where it was removed."""

    def remove_period(self, period_id: int) -> None:
        """Forget a named stretch."""

    def add_entry(self, answers: Sequence[StepAnswer], moment: datetime, zone: str, added_at: datetime) -> int:
        """Keep answers for a past moment; the id of the prompt they belong to.

        Raises:
            ValueError: there is no answer, or one says nothing.
        """

    def change_answer(self, entry: Entry, answer: StepAnswer, moment: datetime) -> None:
        """Put `answer` and `moment` in place of an entry's; it keeps its zone.

        Raises:
            LookupError: the entry is not there any more.
            ValueError: the answer says nothing.
        """

    def remove_answer_for_good(self, entry: Entry) -> None:
        """Forget an entry, its bytes on the disk included.

        Raises:
            LookupError: it is not there any more.
        """

    def state_of(self, prompt_id: int) -> PromptState:
        """What is kept of a prompt now; also of one that is not there (any more)."""

    def put_back(self, state: PromptState) -> None:
        """Make the journal hold exactly `state` of its prompt."""
