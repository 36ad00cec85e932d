"""The form in a day's page that changes an entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from herwidget.core.history.records import Entry
from herwidget.core.people import Person
from herwidget.core.prompts import NO_ONE, StepAnswer
from herwidget.core.questions import AnswerType, Dimension, Question
from herwidget.ui.answer_words import MOODS
from herwidget.ui.controls import button, heading
from herwidget.ui.entry_editor import TITLE_PIXELS, Draft, EntryEditor, words_of
from herwidget.ui.lost_question import PERCENT, LostQuestionStep, lost_question
from herwidget.ui.note_field import NoteField
from herwidget.ui.program import Program
from herwidget.ui.step_widgets import StepWidget, WordsStep, step_widget
from herwidget.ui.words import translate


class ChangeEditor(EntryEditor):
    """Changes one entry: its answer, its note, its time."""

    def __init__(
        self,
        program: Program,
        entry: Entry,
        question: Question | None,
        people: Sequence[Person],
        write: Callable[[StepAnswer, datetime], None],
        draft: Draft | None = None,
    ) -> None:
        super().__init__(program, entry.day, entry.zone, entry.moment, draft)
        self._entry, self._write_answer = entry, write
        self._before = draft.answers[0] if draft else entry.answer
        self._told = words_of((entry.answer,))
        kept = self._before
        title = question.text.of(program.language) if question else lost_question()
        self.setAccessibleName(title)
        self._column.addWidget(heading(title, TITLE_PIXELS))
        self._shown = kept
        self._strangers: tuple[int, ...] = ()
        self._step: StepWidget
        if question is None:
            self._step = LostQuestionStep(program, kept, people)
        else:
            self._shown = _showable(question, kept)
            self._strangers = tuple(one for one in kept.people if one not in {person.id for person in people})
            self._step = step_widget(program.theme, question, program.language, self._shown, people, self._add_person)
        self._add_step(self._step)
        self._note: NoteField | None = None
        if not isinstance(self._step, WordsStep) or kept.note:
            self._note = NoteField(kept.note)
            self._column.addSpacing(12)
            self._column.addWidget(self._note)
        self._add_time()
        remove = button(translate("Day", "Remove"), "plain", self.remove_wanted.emit)
        remove.setStyleSheet("padding-left: 0; text-align: left;")
        self._finish(remove)

    def draft(self) -> Draft:
        given, before = self._step.answer(), self._before
        # What the step's own way of answering cannot show is not taken away by it.
        people = given.people + self._strangers
        answer = replace(
            before,
            value=before.value if given.value is None and self._shown.value is None else given.value,
            choice=before.choice if given.choice is None and self._shown.choice is None else given.choice,
            people=before.people if set(people) == set(before.people) else people,
            words=given.words.strip() if self._shown.words or given.words else before.words,
            note=self._note.toPlainText().strip() if self._note is not None else before.note,
        )
        return Draft(self._entry.id, (answer,), self._clock())

    def begin(self) -> None:
        first = self._step.first_focus()
        (self._note or self._time if first is self._step else first).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_5:
            self._step.choose(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def _is_kept(self, answers: tuple[StepAnswer, ...], moment: datetime) -> bool:
        return answers == (self._entry.answer,) and moment == self._entry.moment

    def _write(self, answers: tuple[StepAnswer, ...], moment: datetime) -> None:
        self._write_answer(answers[0], moment)

    def _empty_sentence(self) -> str:
        return translate("Day", "Nothing is left in this answer. “Remove” takes it away, and “Undo” brings it back.")

    def _done_words(self) -> str:
        return translate("Day", "Changed.")


def _showable(question: Question, kept: StepAnswer) -> StepAnswer:
    """As much of an answer as the question's own way of answering can show."""
    is_mood = (question.dimension is Dimension.MOOD and bool(question.choices)) or question.reaching is not None
    has_value = question.answer is AnswerType.SCALE or question.reaching is not None
    of_scale = has_value and kept.value in (MOODS if is_mood else PERCENT)
    choices = {choice.id for choice in question.choices} if question.answer is AnswerType.CHOICE else {NO_ONE}
    of_choice = question.answer in (AnswerType.CHOICE, AnswerType.PEOPLE) and kept.choice in choices
    return replace(
        kept,
        value=kept.value if of_scale else None,
        choice=kept.choice if of_choice else None,
        words=kept.words if question.answer is AnswerType.WORDS else "",
    )
