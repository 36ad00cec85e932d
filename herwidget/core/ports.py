"""What the layers ask of each other: journal, desktop and services meet only here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

# Named in types alone: the tray icon is up before anything of the plan is read.
if TYPE_CHECKING:
    from herwidget.core.asking import Busy, Pause
    from herwidget.core.first_lines import Register
    from herwidget.core.people import Person
    from herwidget.core.prompts import AskedQuestion, Prompt, PromptKind, Slot, StepAnswer
    from herwidget.core.signals.readings import DayReading
    from herwidget.core.solitude import SolitudeTold
    from herwidget.core.suggestion import Suggestion, SuggestionAnswer

Clock = Callable[[], datetime]
"""Gives the present moment, aware, in UTC."""

ZoneSource = Callable[[], str]
"""Gives the IANA name of the zone the desktop's clock shows now."""


class JournalTrouble(StrEnum):
    """What can be wrong with the journal."""

    FULL = "full"
    READ_ONLY = "read-only"
    LOCKED = "locked"
    DAMAGED = "damaged"
    NEWER = "newer"
    FOREIGN = "foreign"
    UNREACHABLE = "unreachable"
    GONE = "gone"
    """It was open, and is not in its place any more."""
    NO_BACKUP = "no-backup"
    """It is to be migrated, and the backup before that could not be made."""
    IN_USE = "in-use"
    """It is to be migrated, and a Herwidget that does not know the migration runs on it."""
    NOT_MIGRATED = "not-migrated"
    """A migration failed."""


class JournalError(Exception):
    """The journal could not do what was asked; what was in it is untouched.

    `detail` is SQLite's or the system's own word for it and holds nothing a person wrote.
    """

    def __init__(self, trouble: JournalTrouble, path: str, detail: str = "") -> None:
        self.trouble, self.path, self.detail = trouble, path, detail
        super().__init__(f"{trouble}: {path}{f' ({detail})' if detail else ''}")


class PromptJournal(Protocol):
    """The journal as the check-in flow uses it. Every method may raise JournalError."""

    def seed(self) -> str:
        """The random text that the plan and the choice of questions are drawn from; made once."""

    def prompts_since(self, moment: datetime) -> Sequence[Prompt]:
        """The prompts planned at or after `moment`, and every one that is not closed; oldest first."""

    def prompt(self, prompt_id: int) -> Prompt:
        """One prompt."""

    def asked_since(self, day: date) -> Sequence[AskedQuestion]:
        """The questions put on or after the local `day`."""

    def last_mood_since(self, moment: datetime) -> int | None:
        """The newest mood (1-5) answered at or after `moment`."""

    def add_prompt(
        self,
        kind: PromptKind,
        plan_day: date,
        slot: int | None,
        planned_at: datetime,
        shown_at: datetime,
        zone: str,
    ) -> Prompt:
        """Keep that a prompt is shown."""

    def record_lapsed(self, slots: Sequence[Slot], at: datetime, zone: str) -> None:
        """Keep that moments passed with nothing shown."""

    def record_shown(self, prompt_id: int, at: datetime) -> None:
        """Keep that a prompt put off is shown again."""

    def record_question(self, prompt_id: int, question_id: str, dimension: str) -> None:
        """Keep which question was put."""

    def record_later(self, prompt_id: int, at: datetime, until: datetime) -> None:
        """Keep that a prompt is put off."""

    def record_skipped(self, prompt_id: int, at: datetime) -> None:
        """Keep that a prompt was closed unanswered by the person."""

    def record_expired(self, prompt_id: int, at: datetime) -> None:
        """Keep that a prompt went away untouched."""

    def record_closed(self, prompt_id: int, at: datetime) -> None:
        """Keep that an answered prompt has ended."""

    def save_answer(self, prompt_id: int, answer: StepAnswer, at: datetime, zone: str) -> None:
        """Keep one step's answer durably, in place of an earlier one for the same step."""

    def remove_answer(self, prompt_id: int, step: str) -> None:
        """Forget a step's answer that the person took back."""

    def answers_of(self, prompt_id: int) -> Sequence[StepAnswer]:
        """The answers of one prompt."""

    def pause(self, now: datetime) -> Pause | None:
        """The pause in force at `now`."""

    def start_pause(self, at: datetime, until: datetime | None) -> None:
        """Pause until a moment, or, with None, until the person ends it; replaces a pause in force."""

    def end_pause(self, at: datetime) -> None:
        """End the pause in force, if there is one."""

    def people(self) -> Sequence[Person]:
        """The people on the list, in its order."""

    def add_person(self, name: str, at: datetime) -> Person:
        """Add a person by name at the end of the list; the same name gives the person already there."""


class SuggestionJournal(Protocol):
    """The journal as it keeps suggestions. Every method may raise JournalError."""

    def add(self, day: date, made_at: datetime, person: int | None, *, by_hand: bool) -> Suggestion:
        """Keep that a suggestion is shown, on the local `day`."""

    def answer(
        self,
        suggestion_id: int,
        answer: SuggestionAnswer,
        at: datetime,
        person: int | None,
        language: str = "",
        register: Register | None = None,
    ) -> None:
        """Keep what the person did with a suggestion, and with whom; in place of what was kept before."""

    def since(self, day: date = date.min) -> Sequence[Suggestion]:
        """The suggestions of the local `day` and after, oldest first."""

    def to_ask(self, today: date) -> Suggestion | None:
        """The newest one whose outcome is still to be asked."""

    def asked_in(self, prompt_id: int) -> Suggestion | None:
        """The one whose outcome was asked in a prompt."""

    def mark_asked(self, suggestion: Suggestion, prompt_id: int, at: datetime) -> None:
        """Keep that the outcome was asked in a prompt; the person's earlier suggestions are then not asked either."""

    def new_usuals(self) -> Sequence[date]:
        """The days from which on the usual is learned anew, oldest first."""

    def add_new_usual(self, day: date, at: datetime) -> None:
        """Learn the usual anew from a day on."""

    def remove_new_usual(self, day: date) -> None:
        """Take that back."""


class ReadingJournal(Protocol):
    """The journal as the detector reads it, by local days, both ends included. Every method may raise JournalError."""

    def day_readings(self, first: date, last: date) -> Sequence[DayReading]:
        """The days with answers, oldest first."""

    def solitude_told(self, first: date, last: date) -> SolitudeTold:
        """How often time alone was told to be welcome on these days, and how often not."""


class Presence(Protocol):
    """What the desktop knows of the person's availability."""

    def busy(self) -> Busy | None:
        """Why the person is not to be disturbed at this moment, None when nothing says so."""


class NotificationResponse(StrEnum):
    """What became of a notification."""

    OPENED = "opened"
    CLOSED = "closed"


class Notifier(Protocol):
    """One way to show a notification."""

    name: str

    def is_compatible(self) -> bool:
        """Whether this way can work on this desktop now."""

    def notify(self, title: str, body: str, action: str, respond: Callable[[NotificationResponse], None]) -> bool:
        """Show it, with one `action` where the desktop has them; False when that did not work."""

    def withdraw(self) -> None:
        """Take back what was last shown, where that is possible."""


class AutostartTrouble(StrEnum):
    """Why it could not be changed whether the program starts with the computer."""

    NOT_WRITTEN = "not-written"
    REFUSED = "refused"
    NO_ANSWER = "no-answer"
    NOT_INSTALLED = "not-installed"
    """The program runs from a place that will be gone."""


class AutostartError(Exception):
    """Whether the program starts with the computer could not be changed; it is as it was.

    `path` and `reason`, the system's own word for it, are there where something was not to be written.
    """

    def __init__(self, trouble: AutostartTrouble, path: str = "", reason: str = "") -> None:
        self.trouble, self.path, self.reason = trouble, path, reason
        super().__init__(f"{trouble}: {path}{f' ({reason})' if reason else ''}")


class Autostart(Protocol):
    """Whether the system starts the program, hidden, when the person logs in. The system alone keeps it."""

    def is_on(self) -> bool:
        """Whether it does, as the system says now."""

    def change(self, on: bool, done: Callable[[AutostartError | None], None]) -> None:
        """Let it start, or no more. `done` is told what stood in the way, None when nothing did: at once, or later
        where the system asks the person first."""

    def is_there(self) -> bool:
        """Whether it is on, or anything of the program's own is left where the system looks."""

    def remove(self, done: Callable[[AutostartError | None], None]) -> None:
        """Let it start no more, and leave nothing of it; `done` is told as in `change`."""
