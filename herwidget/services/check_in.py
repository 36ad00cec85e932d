"""A check-in under way: its steps, where it stands, what was answered. Card and terminal both drive this."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from herwidget.core.choosing import DAYS_BEFORE_A_QUESTION_RETURNS, choose_question
from herwidget.core.local_time import local_day
from herwidget.core.people import Person
from herwidget.core.ports import Clock, PromptJournal, SuggestionJournal, ZoneSource
from herwidget.core.prompts import HEAVIEST_MOOD, STEPS, Prompt, StepAnswer, StepName
from herwidget.core.questions import Bank, Outcome, Question
from herwidget.core.suggestion import Suggestion, SuggestionAnswer

# A heavy mood colours the next question for as long as a day is one day.
MOOD_LASTS = timedelta(hours=18)
# A line needs some time to be read and answered before it is asked what became of it.
OUTCOME_WAITS = timedelta(hours=3)
# More than the 14 days in which nothing returns, so that "the longest ago" can be told.
ASKED_DAYS_READ = 4 * DAYS_BEFORE_A_QUESTION_RETURNS


class CheckIn:
    """One prompt being answered. Each answer is in the journal when `keep` returns.

    The first one after a suggestion begins with a step more: what became of it, asked once. Skipping it closes the
    matter as "rather not say" does.

    A JournalError out of any method leaves the check-in where it was, so that the same can be tried again.
    """

    def __init__(
        self,
        prompt: Prompt,
        journal: PromptJournal,
        bank: Bank,
        clock: Clock,
        zone: ZoneSource,
        ended: Callable[[CheckIn], None],
        suggestions: SuggestionJournal | None = None,
    ) -> None:
        self.prompt = prompt
        self.steps: tuple[StepName, ...] = STEPS[prompt.kind]
        self.touched_at: datetime = clock()
        self.over = False
        self.closed_by_person = False
        """Whether the person ended it; not when it was put off, or went away untouched."""
        self._journal, self._bank, self._clock, self._zone, self._ended = journal, bank, clock, zone, ended
        self._suggestions = suggestions
        self._answers: dict[StepName, StepAnswer] = {answer.step: answer for answer in journal.answers_of(prompt.id)}
        self._reached = self._find_reached()
        if self._reached is not None:
            self.steps = (StepName.REACHED, *self.steps)
        self.index = self._first_unanswered()
        self._put: Question | None = None

    @property
    def step(self) -> StepName:
        """The step shown now."""
        return self.steps[self.index]

    @property
    def answer(self) -> StepAnswer | None:
        """What was kept for the step shown now."""
        return self._answers.get(self.step)

    @property
    def answered(self) -> bool:
        """Whether anything was kept."""
        return bool(self._answers)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before this one."""
        return self.index > 0

    @property
    def is_last(self) -> bool:
        """Whether this is the last step."""
        return self.index == len(self.steps) - 1

    def question(self) -> Question:
        """What the step shown now asks; a step drawn from the bank is chosen, and kept, when it is first shown.

        It stays the same until the step is left: an answer belongs to the question that was read.
        """
        if self._put is None:
            self._put = self._find_question()
        return self._put

    def people(self) -> Sequence[Person]:
        """The people that may be named."""
        return self._journal.people()

    def add_person(self, name: str) -> Person:
        """Put a name on the list.

        Raises:
            ValueError: the name is empty.
        """
        return self._journal.add_person(name, self._clock())

    def touch(self) -> None:
        """The person is at it: the card stays."""
        self.touched_at = self._clock()

    def keep(
        self,
        *,
        value: int | None = None,
        choice: str | None = None,
        people: tuple[int, ...] = (),
        words: str = "",
        note: str = "",
    ) -> None:
        """Keep the answer of the step shown now; one that says nothing takes an earlier one back."""
        self.touch()
        question = self.question()
        if self._reached is not None and self.step is StepName.REACHED:
            choice, value, people = self._as_outcome(choice, value, note)
        answer = StepAnswer(
            self.step, question.id, question.dimension, value, choice, people, words.strip(), note.strip()
        )
        if answer == self.answer:
            return
        if answer.empty:
            self._forget()
            return
        self._mark_asked()
        self._journal.save_answer(self.prompt.id, answer, self._clock(), self._zone())
        self._answers[self.step] = answer

    def go_on(self) -> None:
        """To the next step; after the last one the check-in ends."""
        self.touch()
        self._mark_asked()
        if self.is_last:
            self.close()
        else:
            self._stand_at(self.index + 1)

    def skip(self) -> None:
        """Leave this step unanswered and go on."""
        self._forget()
        self.go_on()

    def back(self) -> None:
        """To the step before."""
        self.touch()
        self._stand_at(max(0, self.index - 1))

    def later(self, until: datetime) -> None:
        """Put the check-in off; what was answered stays."""
        self._journal.record_later(self.prompt.id, self._clock(), until)
        self._end()

    def close(self) -> None:
        """End it: as answered when anything was kept, else as skipped."""
        self._mark_asked()
        self.closed_by_person = True
        if self.answered:
            self._journal.record_closed(self.prompt.id, self._clock())
        else:
            self._journal.record_skipped(self.prompt.id, self._clock())
        self._end()

    def expire(self) -> None:
        """End it because nobody touched it for a while."""
        if self.answered:
            self._journal.record_closed(self.prompt.id, self._clock())
        else:
            self._journal.record_expired(self.prompt.id, self._clock())
        self._end()

    def abandon(self) -> None:
        """Let it go without writing anything: the journal cannot take it. What was kept before stays."""
        self._end()

    def _end(self) -> None:
        if not self.over:
            self.over = True
            self._ended(self)

    def _forget(self) -> None:
        if self.step in self._answers:
            self._journal.remove_answer(self.prompt.id, self.step)
            del self._answers[self.step]

    def _find_reached(self) -> tuple[Suggestion, Person] | None:
        """The suggestion whose outcome this check-in asks, and whom it named."""
        if self._suggestions is None or self.prompt.closed_at is not None:
            return None
        suggestion = self._suggestions.asked_in(self.prompt.id)
        if suggestion is None:
            now = self._clock()
            suggestion = self._suggestions.to_ask(local_day(now, self._zone()))
            if suggestion is not None and now - suggestion.made_at < OUTCOME_WAITS:
                return None
        elif StepName.REACHED not in self._answers:
            return None
        people = {person.id: person for person in self.people()}
        person = people.get(suggestion.person or 0) if suggestion else None
        return (suggestion, person) if suggestion and person else None

    def _as_outcome(
        self, choice: str | None, value: int | None, note: str
    ) -> tuple[str | None, int | None, tuple[int, ...]]:
        """The answer about a suggestion: how it left the person belongs to a yes, and whom it is about to any."""
        assert self._reached is not None
        if value is not None and choice is None:
            choice = Outcome.YES
        said = choice is not None or bool(note.strip())
        return choice, value if choice == Outcome.YES else None, (self._reached[1].id,) if said else ()

    def _mark_asked(self) -> None:
        """What became of a suggestion is asked once, whatever is answered."""
        if self._reached is not None and self._suggestions is not None and self.step is StepName.REACHED:
            self._suggestions.mark_asked(self._reached[0], self.prompt.id, self._clock())

    def _stand_at(self, index: int) -> None:
        self.index, self._put = index, None

    def _first_unanswered(self) -> int:
        unanswered = [index for index, step in enumerate(self.steps) if step not in self._answers]
        return unanswered[0] if unanswered else len(self.steps) - 1

    def _is_after_heavy(self) -> bool:
        here = self._answers.get(StepName.MOOD)
        mood = here.value if here else self._journal.last_mood_since(self._clock() - MOOD_LASTS)
        return mood == HEAVIEST_MOOD

    def _find_question(self) -> Question:
        if self._reached is not None and self.step is StepName.REACHED:
            suggestion, person = self._reached
            already = suggestion.answer is SuggestionAnswer.DID
            return self._bank.steps[StepName.REACHED].about(person.name, already=already)
        if self.step in (StepName.MOOD, StepName.CONNECTED):
            return self._bank.steps[self.step]
        put = self._bank.by_id.get(self.prompt.question_id or "")
        after_heavy = self._is_after_heavy()
        if put is not None and (put.soft or not after_heavy or self.answer is not None):
            return put
        return self._choose(after_heavy)

    def _choose(self, after_heavy: bool) -> Question:
        day = self.prompt.plan_day
        asked = self._journal.asked_since(day - timedelta(days=ASKED_DAYS_READ))
        question = choose_question(
            self._bank, self.prompt.kind, day, asked, self._journal.seed(), after_heavy=after_heavy
        )
        self._journal.record_question(self.prompt.id, question.id, question.dimension)
        self.prompt = replace(self.prompt, question_id=question.id)
        return question
