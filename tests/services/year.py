"""Somebody who lives through weeks with the real services: what is asked is answered from how the day is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from herwidget.core.first_lines import Register, parse_first_lines
from herwidget.core.local_time import local_day
from herwidget.core.prompts import StepName
from herwidget.core.questions import AnswerType, Bank, Dimension, HeardHow, Outcome, Question
from herwidget.core.reaching_out import OfferedSuggestion
from herwidget.core.settings import Settings
from herwidget.core.signals.detector import notice
from herwidget.core.signals.readings import DayReading
from herwidget.core.signals.reasons import SignalState, Verdict
from herwidget.core.stepping_back import Pace
from herwidget.core.suggestion import SuggestionAnswer
from herwidget.desktop.resources import resources_folder
from herwidget.journal.history import JournalHistory
from herwidget.journal.journal import Journal
from herwidget.journal.readings import JournalReadings
from herwidget.journal.suggestions import JournalSuggestions
from herwidget.services.asker import Asker
from herwidget.services.check_in import CheckIn
from herwidget.services.noticing import Noticing
from herwidget.services.pacing import Pacing
from tests.services.clockwork import MINUTE, ZONE, FakeClock, at

FIRST_DAY = date(2026, 1, 5)
FIRST_LINES = parse_first_lines((resources_folder() / "first_lines.toml").read_text(encoding="utf-8"))
_BEFORE = 5 * MINUTE


@dataclass(frozen=True)
class Inside:
    """How a day is: felt connection 0-100, mood 1-5, loneliness 0-100, how often somebody hears, time alone 0-100.

    `sway` is how far answers lie apart: 1 is somebody whose days are much alike, 3 is more like most people.
    """

    connected: float = 68.0
    mood: float = 3.7
    lonely: float = 22.0
    heard: float = 0.6
    alone: float = 50.0
    sway: float = 1.0


class Life:
    """A person with the program, from FIRST_DAY on. `inside` tells how the day of a number is."""

    BEFORE = at("08:00", FIRST_DAY)

    @staticmethod
    def verdict_of(readings: Sequence[DayReading]) -> Verdict:
        """The verdict of days that were told and nothing else."""
        return notice(readings)

    def __init__(self, journal: Journal, bank: Bank, inside: Callable[[int], Inside], seed: int = 1) -> None:
        self.journal, self.bank = journal, bank
        journal.connection.execute("PRAGMA synchronous = OFF")
        self.settings = Settings()
        self.clock = FakeClock(at("09:00", FIRST_DAY))
        self.day = 0
        self.offered: list[tuple[int, OfferedSuggestion]] = []
        self.asked: list[tuple[int, str]] = []
        self.states: list[SignalState] = []
        self.paces: list[Pace] = []
        self.answer_with = SuggestionAnswer.WROTE
        self.outcome = Outcome.YES
        self._inside, self._random = inside, Random(seed)
        self.suggestions, self.readings = JournalSuggestions(journal), JournalReadings(journal)
        self.history = JournalHistory(journal, lambda: ZONE)
        self.asker = Asker(
            journal,
            bank,
            lambda: self.settings,
            self.clock,
            lambda: ZONE,
            self,
            self._answer,
            self._ended,
            self.suggestions,
            Pacing(self.readings, self.suggestions, lambda: self.settings),
        )
        self.noticing = Noticing(
            journal,
            self.history,
            self.readings,
            self.suggestions,
            lambda: self.settings,
            self.clock,
            lambda: ZONE,
            lambda: "en",
            lambda: FIRST_LINES,
            self._stop,
        )

    @property
    def today(self) -> date:
        return FIRST_DAY + timedelta(days=self.day)

    def busy(self) -> None:
        """Always there."""

    def live(self, days: int) -> None:
        """Let whole days pass: at each planned moment the clock ticks, and what is put is answered."""
        for _ in range(days):
            self.asker.tick()
            while (moment := self.asker.next_moment()) is not None and local_day(moment, ZONE) <= self.today:
                self.clock.now = max(self.clock.now, moment - _BEFORE)
                self.asker.tick()
                while self.clock.now < moment:
                    self.clock.go(MINUTE)
                    self.asker.tick()
            self.paces.append(self.asker.pace())
            verdict = self.noticing.verdict()
            self.states.append(verdict.state if verdict else SignalState.LEARNING)
            self.day += 1
            self.clock.now = max(self.clock.now, at("09:00", self.today))

    def suggested_on(self) -> list[int]:
        """The numbers of the days on which a suggestion came by itself."""
        return [day for day, offered in self.offered if not offered.suggestion.by_hand]

    def _answer(self, check_in: CheckIn) -> None:
        inside = self._inside(self.day)
        while not check_in.over:
            self._answer_step(check_in, check_in.question(), inside)
            check_in.go_on()

    def _answer_step(self, check_in: CheckIn, question: Question, inside: Inside) -> None:
        draw = self._random
        if check_in.step is StepName.REACHED:
            self.asked.append((self.day, question.text.en))
            check_in.keep(choice=self.outcome, value=4 if self.outcome is Outcome.YES else None)
        elif check_in.step is StepName.MOOD:
            check_in.keep(value=min(5, max(1, round(draw.gauss(inside.mood, 0.25 * inside.sway)))))
        elif question.dimension is Dimension.HEARD and question.answer is AnswerType.CHOICE:
            self._answer_heard(check_in, heard=draw.random() < inside.heard)
        elif question.answer is AnswerType.SCALE:
            level = {Dimension.LONELINESS: inside.lonely, Dimension.SOLITUDE: inside.alone}.get(
                question.dimension, inside.connected
            )
            check_in.keep(value=min(100, max(0, round(draw.gauss(level, 4 * inside.sway)))))
        elif question.answer is AnswerType.CHOICE:
            check_in.keep(choice=question.choices[0 if inside.alone > 50 else -1].id)
        elif question.answer is AnswerType.WORDS:
            check_in.keep(words="Nothing special.")

    def _answer_heard(self, check_in: CheckIn, *, heard: bool) -> None:
        people = self.journal.people()
        options = {choice.id for choice in check_in.question().choices}
        if heard and people and HeardHow.CALL in options:
            check_in.keep(choice=HeardHow.CALL, people=(self._random.choice(people[:2]).id,))
        elif HeardHow.NOT_YET in options:
            check_in.keep(choice=HeardHow.NOT_YET)

    def _ended(self, check_in: CheckIn) -> None:
        if check_in.answered and self.noticing.suggestion_due():
            offered = self.noticing.begin(by_hand=False)
            self.offered.append((self.day, offered))
            register = Register.WARM if offered.people else None
            self.noticing.answer(offered, self.answer_with, register=register)

    def _stop(self) -> None:
        self.settings = replace(self.settings, suggestions=False)
