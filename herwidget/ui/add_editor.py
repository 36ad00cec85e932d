"""The form in a day's page that adds something to the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from PySide6.QtCore import Qt

from herwidget.core.local_time import at_local_time, local_day, whole_minute
from herwidget.core.people import Person
from herwidget.core.prompts import StepAnswer, StepName
from herwidget.core.questions import Question
from herwidget.ui.controls import heading, label
from herwidget.ui.entry_editor import TITLE_PIXELS, Draft, EntryEditor
from herwidget.ui.note_field import NoteField
from herwidget.ui.program import Program
from herwidget.ui.step_widgets import Given, step_widget
from herwidget.ui.words import translate


class AddEditor(EntryEditor):
    """Adds a check-in to a day: the mood, who heard the person, a note."""

    def __init__(
        self,
        program: Program,
        day: date,
        questions: tuple[Question, Question],
        people: Sequence[Person],
        write: Callable[[tuple[StepAnswer, ...], datetime], None],
        draft: Draft | None = None,
    ) -> None:
        zone = program.zone()
        now = whole_minute(program.clock())
        begin = now if day == local_day(now, zone) else at_local_time(day, time(12), zone)
        super().__init__(program, day, zone, begin, draft)
        self._write_answers = write
        self._questions = questions
        mood, heard = questions
        kept = {answer.step: answer for answer in draft.answers} if draft else {}
        note = "".join(answer.note for answer in kept.values())
        title = translate("Day", "Something from this day")
        self.setAccessibleName(title)
        self._column.addWidget(heading(title, TITLE_PIXELS))
        self._add_time()
        language = program.language
        self._ask(translate("Day", "How it was inside you"))
        self._mood = step_widget(program.theme, mood, language, kept.get(StepName.MOOD), people, self._add_person)
        self._add_step(self._mood)
        self._ask(translate("Day", "Did someone hear you?"))
        self._heard = step_widget(program.theme, heard, language, kept.get(StepName.HEARD), people, self._add_person)
        self._add_step(self._heard)
        self._note = NoteField(note)
        self._column.addSpacing(16)
        self._column.addWidget(self._note)
        self._finish()

    def draft(self) -> Draft:
        mood, heard = (
            _answer(question, step, given.answer())
            for question, step, given in zip(
                self._questions, (StepName.MOOD, StepName.HEARD), (self._mood, self._heard), strict=True
            )
        )
        # The note stands beside the mood, unless only the other was answered.
        note = self._note.toPlainText().strip()
        if mood.empty and not heard.empty:
            heard = replace(heard, note=note)
        else:
            mood = replace(mood, note=note)
        return Draft(None, tuple(answer for answer in (mood, heard) if not answer.empty), self._clock())

    def begin(self) -> None:
        self._time.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask(self, text: str) -> None:
        self._column.addSpacing(16)
        self._column.addWidget(label(text, "strong"))

    def _write(self, answers: tuple[StepAnswer, ...], moment: datetime) -> None:
        self._write_answers(answers, moment)

    def _empty_sentence(self) -> str:
        return translate("Day", "There is nothing to keep yet: a mood, who heard you or a few words will do.")

    def _done_words(self) -> str:
        return translate("Day", "Added.")


def _answer(question: Question, step: StepName, given: Given) -> StepAnswer:
    return StepAnswer(
        step, question.id, question.dimension, given.value, given.choice, given.people, given.words.strip()
    )
