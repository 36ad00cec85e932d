"""An answer whose question is no longer in the bank, and the words in that question's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from herwidget.core.people import Person
from herwidget.core.prompts import StepAnswer
from herwidget.ui.answer_words import breakable, say_answer
from herwidget.ui.controls import label
from herwidget.ui.program import Program
from herwidget.ui.scale import Scale
from herwidget.ui.step_widgets import Given, StepWidget
from herwidget.ui.words import translate

PERCENT = range(101)


class LostQuestionStep(StepWidget):
    """An answer whose question is no longer in the bank: number and words can be changed, the rest is told."""

    def __init__(self, program: Program, kept: StepAnswer, people: Sequence[Person]) -> None:
        super().__init__()
        self._kept = kept
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        self._scale: Scale | None = None
        self._text: QPlainTextEdit | None = None
        if kept.value in PERCENT:
            self._scale = Scale(program.theme, kept.value)
            self._scale.setAccessibleName(translate("Day", "The answer, from 0 to 100"))
            column.addWidget(self._scale)
        rest = replace(kept, value=None if self._scale else kept.value, words="")
        told = say_answer(None, rest, {person.id: person for person in people}, program.language)
        if told:
            column.addWidget(label(breakable(told), wrap=True))
        if kept.words:
            self._text = QPlainTextEdit(kept.words)
            self._text.setAccessibleName(translate("Day", "The answer in words"))
            self._text.setFixedHeight(104)
            self._text.setTabChangesFocus(True)
            column.addWidget(self._text)

    def answer(self) -> Given:
        return Given(
            value=self._scale.value() if self._scale is not None else self._kept.value,
            choice=self._kept.choice,
            people=self._kept.people,
            words=self._text.toPlainText() if self._text is not None else self._kept.words,
        )

    def choose(self, number: int) -> None:
        if self._scale is not None:
            self._scale.take((number - 1) * 25)

    def first_focus(self) -> QWidget:
        return self._scale or self._text or self


def lost_question() -> str:
    """In place of a question that is not in the bank any more."""
    return translate("Day", "A question that is no longer asked")
