"""Noticing a change from the person's usual, and offering somebody to reach out to. Nothing is ever sent from here."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from herwidget.core.first_lines import (
    LANGUAGE_OF,
    REGISTERS,
    FirstLines,
    Occasion,
    Register,
    language_for,
    register_for,
)
from herwidget.core.history.differences import Difference, after_being_with
from herwidget.core.history.ports import HistoryJournal
from herwidget.core.local_time import local_day
from herwidget.core.people import Person
from herwidget.core.ports import Clock, PromptJournal, ReadingJournal, SuggestionJournal, ZoneSource
from herwidget.core.reaching_out import (
    OLD_FRIEND_DAYS,
    Nearness,
    OfferedPerson,
    OfferedSuggestion,
    last_suggestion_day,
    manner_with,
    nearness,
    whom_to_suggest,
)
from herwidget.core.settings import Settings
from herwidget.core.signals.budget import may_suggest
from herwidget.core.signals.detector import notice
from herwidget.core.signals.reasons import Rule, Verdict
from herwidget.core.solitude import SOLITUDE_DAYS, is_alone_by_choice
from herwidget.core.suggestion import Suggestion, SuggestionAnswer

# How lighter or heavier it was after somebody is read from so many days: people change.
DIFFERENCE_DAYS = 365
_WITH_A_LINE = frozenset({SuggestionAnswer.WROTE, SuggestionAnswer.LINK, SuggestionAnswer.COPIED})


class Noticing:
    """Says where the person stands and, when it is time, whom they might reach out to.

    The verdict is worked out anew from all days each time, so that an answer taken out of the past leaves no trace in
    it. Every method may raise JournalError. `stop` turns suggestions off in the settings.
    """

    def __init__(
        self,
        journal: PromptJournal,
        history: HistoryJournal,
        readings: ReadingJournal,
        suggestions: SuggestionJournal,
        settings: Callable[[], Settings],
        clock: Clock,
        zone: ZoneSource,
        language: Callable[[], str],
        first_lines: Callable[[], FirstLines],
        stop: Callable[[], None],
    ) -> None:
        self._journal, self._history, self._readings, self._suggestions = journal, history, readings, suggestions
        self._settings, self._clock, self._zone, self._language = settings, clock, zone, language
        self._first_lines, self._stop = first_lines, stop

    def verdict(self) -> Verdict | None:
        """Where the person stands now; None before the first answer."""
        readings = self._readings.day_readings(date.min, self._today())
        return notice(readings, self._settings().sensitivity, self._suggestions.new_usuals()) if readings else None

    def suggestion_due(self) -> bool:
        """Whether to suggest somebody now; to be asked when a check-in was just answered, so the person is there.

        Not while asking is paused, and not where the signals tell of nothing but time alone that was wanted. The plain
        rule of the first weeks does not count for somebody who said "This is my new usual".
        """
        settings, now, today = self._settings(), self._clock(), self._today()
        if not settings.suggestions or self._journal.pause(now) is not None:
            return False
        readings = self._readings.day_readings(date.min, today)
        if not readings:
            return False
        new_usuals = self._suggestions.new_usuals()
        verdict = notice(readings, settings.sensitivity, new_usuals)
        if not may_suggest(verdict, last_suggestion_day(self._suggestions.since()), today):
            return False
        if new_usuals and verdict.reason.rule is Rule.FAR_EVENINGS:
            return False
        solitude = self._readings.solitude_told(today - timedelta(days=SOLITUDE_DAYS - 1), today)
        return not is_alone_by_choice(verdict, readings, solitude, today)

    def begin(self, *, by_hand: bool) -> OfferedSuggestion:
        """Make a suggestion to show; it counts from now on, whatever becomes of it."""
        return self._offer(self.verdict(), by_hand=by_hand)

    def answer(
        self,
        offered: OfferedSuggestion,
        answer: SuggestionAnswer,
        person: Person | None = None,
        register: Register | None = None,
    ) -> OfferedSuggestion | None:
        """Keep what the person did, with whom, and in which register when a line was taken.

        After "Not this person" it gives what to show next, where somebody is left; else None: the card goes.
        """
        chosen = person or (offered.people[0].person if offered.people else None)
        taken = register if answer in _WITH_A_LINE else None
        if answer is SuggestionAnswer.STOPPED:
            # First of all: it holds even where the journal cannot be written.
            self._stop()
        self._suggestions.answer(
            offered.suggestion.id,
            answer,
            self._clock(),
            chosen.id if chosen else None,
            LANGUAGE_OF[taken] if taken else "",
            taken,
        )
        others = [one for one in offered.people if one.person != chosen and one.nearness is not Nearness.HEAVIER]
        if answer is SuggestionAnswer.NOT_PERSON and others:
            return self._offer(offered.verdict, by_hand=offered.suggestion.by_hand)
        return None

    def say_new_usual(self) -> date:
        """Learn the usual anew from today on; the day, for `take_back_new_usual`."""
        today = self._today()
        self._suggestions.add_new_usual(today, self._clock())
        return today

    def take_back_new_usual(self, day: date) -> None:
        """As if "This is my new usual" had not been said on that day."""
        self._suggestions.remove_new_usual(day)

    def new_usual(self) -> date | None:
        """The last day from which on the usual is learned anew."""
        return max(self._suggestions.new_usuals(), default=None)

    def _offer(self, verdict: Verdict | None, *, by_hand: bool) -> OfferedSuggestion:
        today, people = self._today(), self._journal.people()
        last_heard, before = self._history.last_heard(), self._suggestions.since()
        differences = self._differences(today) if people else {}
        named = whom_to_suggest(people, last_heard, differences, before, today)
        offered = tuple(self._person(one, last_heard, differences, before, today) for one in named)
        first = named[0].id if named else None
        suggestion = self._suggestions.add(today, self._clock(), first, by_hand=by_hand)
        return OfferedSuggestion(suggestion, verdict, offered, list_empty=not people)

    def _person(
        self,
        person: Person,
        last_heard: Mapping[int, date],
        differences: Mapping[int, Difference],
        before: Sequence[Suggestion],
        today: date,
    ) -> OfferedPerson:
        last = last_heard.get(person.id)
        is_old = last is not None and (today - last).days >= OLD_FRIEND_DAYS
        taken = manner_with(person.id, before)
        language = taken[0] if taken else language_for(person.name, self._language())
        register = taken[1] if taken else register_for(person.name, language)
        times = sum(one.person == person.id for one in before)
        lines, occasion = self._first_lines(), Occasion.OLD_FRIEND if is_old else Occasion.EASY
        registers = sorted(LANGUAGE_OF, key=lambda one: (one is not register, one not in REGISTERS[language]))
        return OfferedPerson(
            person,
            nearness(person.id, last_heard, differences, today),
            last,
            differences.get(person.id, Difference(0)),
            register,
            {one: lines.to(person.name, one, occasion, times) for one in registers},
        )

    def _differences(self, today: date) -> dict[int, Difference]:
        pairs = self._history.mood_pairs(today - timedelta(days=DIFFERENCE_DAYS - 1), today)
        return {person: one for person, one in after_being_with(pairs).items() if person is not None}

    def _today(self) -> date:
        return local_day(self._clock(), self._zone())
