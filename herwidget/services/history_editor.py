"""Looking back: what is added to the past, changed in it or taken out of it, and taken back step by step."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from herwidget.core.history.ports import HistoryJournal, PromptState
from herwidget.core.history.records import Entry, Period
from herwidget.core.ports import Clock, JournalError
from herwidget.core.prompts import StepAnswer


class CannotUndo(Exception):
    """There is nothing to take back, or what the edit left has changed since; nothing was done."""


@dataclass(frozen=True)
class _Prompts:
    """An edit of answers: what the journal held of each prompt, and what it held afterwards."""

    before: tuple[PromptState, ...]
    after: tuple[PromptState, ...]


@dataclass(frozen=True)
class _OfPeriod:
    """An edit of a period; None where there was, or is, none."""

    id: int
    before: Period | None
    after: Period | None


class Edit(Protocol):
    """An edit of something else that is taken back in its turn."""

    def take_back(self) -> None:
        """Put back what was there before.

        Raises:
            CannotUndo: something else has changed what the edit left.
            ValueError: what was there before does not go with what is there now.
        """


class HistoryEditor:
    """The edits of one sitting. What was taken out is remembered for `undo`, in memory alone, as long as this lives.

    Every method may raise JournalError, and has then changed nothing.
    """

    def __init__(self, journal: HistoryJournal, clock: Clock) -> None:
        self._journal, self._clock = journal, clock
        self._edits: list[_Prompts | _OfPeriod | Edit] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return bool(self._edits)

    def add(self, answers: Sequence[StepAnswer], moment: datetime, zone: str) -> int:
        """Keep answers for a past moment; the id of the prompt they belong to.

        Raises:
            ValueError: there is no answer, one says nothing, or there is no such zone.
        """
        prompt_id = self._journal.add_entry([_trimmed(answer) for answer in answers], moment, zone, self._clock())
        with suppress(JournalError):  # the answers are kept, but cannot be taken back
            after = self._journal.state_of(prompt_id)
            self._edits.append(_Prompts((after.emptied(),), (after,)))
        return prompt_id

    def change(self, entry: Entry, answer: StepAnswer, moment: datetime) -> None:
        """Put `answer` and `moment` in place of an entry's.

        Raises:
            LookupError: the entry is not there any more.
            ValueError: the answer says nothing.
        """
        self._edit([entry], lambda each: self._journal.change_answer(each, _trimmed(answer), moment))

    def remove(self, entries: Sequence[Entry]) -> None:
        """Forget entries for good, as one edit: all of them or none.

        Raises:
            LookupError: one is not there any more.
        """
        self._edit(entries, self._journal.remove_answer_for_good)

    def add_period(self, name: str, first: date, last: date) -> Period:
        """Keep a named stretch of days.

        Raises:
            ValueError: the name is empty, or the stretch ends before it begins.
        """
        period = self._journal.add_period(name, first, last)
        self._edits.append(_OfPeriod(period.id, None, period))
        return period

    def change_period(self, period: Period) -> None:
        """Keep the new name and days of a period.

        Raises:
            LookupError: it is not there any more.
            ValueError: the name is empty, or the stretch ends before it begins.
        """
        before = self._period(period.id)
        if before is None:
            raise LookupError(period.id)
        self._journal.change_period(period)
        with suppress(JournalError):
            after = self._period(period.id)
            if after != before:
                self._edits.append(_OfPeriod(period.id, before, after))

    def remove_period(self, period_id: int) -> None:
        """Forget a named stretch.

        Raises:
            LookupError: it is not there any more.
        """
        before = self._period(period_id)
        if before is None:
            raise LookupError(period_id)
        self._journal.remove_period(period_id)
        self._edits.append(_OfPeriod(period_id, before, None))

    def remember(self, edit: Edit) -> None:
        """Let an edit made elsewhere be the next to be taken back."""
        self._edits.append(edit)

    def undo(self) -> None:
        """Take back the last edit.

        Raises:
            CannotUndo: there is none, or something else has changed what it left. That edit is then forgotten.
        """
        if not self._edits:
            raise CannotUndo
        edit = self._edits[-1]
        try:
            if isinstance(edit, _Prompts):
                self._undo_prompts(edit)
            elif isinstance(edit, _OfPeriod):
                self._undo_period(edit)
            else:
                edit.take_back()
        except (CannotUndo, ValueError) as error:
            self._edits.pop()
            raise CannotUndo from error
        self._edits.pop()

    def _edit(self, entries: Sequence[Entry], act: Callable[[Entry], None]) -> None:
        ids = dict.fromkeys(entry.prompt_id for entry in entries)
        before = tuple(self._journal.state_of(prompt_id) for prompt_id in ids)
        acted = False
        try:
            for entry in entries:
                act(entry)
                acted = True
        except Exception:
            if acted:
                self._try_to_put_back(before)
            raise
        if not acted:
            return
        with suppress(JournalError):  # the edit is made, but cannot be taken back
            after = tuple(self._journal.state_of(prompt_id) for prompt_id in ids)
            if after != before:
                self._edits.append(_Prompts(before, after))

    def _undo_prompts(self, edit: _Prompts) -> None:
        if any(self._journal.state_of(after.prompt_id) != after for after in edit.after):
            raise CannotUndo
        for number, before in enumerate(edit.before):
            try:
                self._journal.put_back(before)
            except Exception:
                self._try_to_put_back(edit.after[:number])
                raise

    def _undo_period(self, edit: _OfPeriod) -> None:
        if self._period(edit.id) != edit.after:
            raise CannotUndo
        if edit.before is None:
            self._journal.remove_period(edit.id)
        else:
            self._journal.change_period(edit.before)

    def _try_to_put_back(self, states: Sequence[PromptState]) -> None:
        for state in states:
            with suppress(JournalError, ValueError):  # the trouble that led here is told instead
                self._journal.put_back(state)

    def _period(self, period_id: int) -> Period | None:
        return next((period for period in self._journal.periods() if period.id == period_id), None)


def _trimmed(answer: StepAnswer) -> StepAnswer:
    return replace(answer, words=answer.words.strip(), note=answer.note.strip())
