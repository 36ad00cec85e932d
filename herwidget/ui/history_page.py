"""Lately: what was answered in the last two weeks, day by day, in words."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from herwidget.core.local_time import local_day
from herwidget.core.people import Person
from herwidget.core.prompts import HEAVIEST_MOOD, NO_ONE, WARMEST_MOOD, StepAnswer, StepName
from herwidget.core.questions import AnswerType, Bank, Question
from herwidget.ui.controls import button, heading, label, panel
from herwidget.ui.program import Open, Program
from herwidget.ui.theme import HEADING_PIXELS, ThemeKeeper
from herwidget.ui.words import clock_time, day_name, translate

_DAYS = 14
# Any SQLite tool may have written to the file, so a value can be anything.
_MOODS = range(HEAVIEST_MOOD, WARMEST_MOOD + 1)


class MoodDot(QWidget):
    """A mood's lamp, small, its word beside it; empty for an answer of another kind."""

    def __init__(self, theme: ThemeKeeper, mood: int | None) -> None:
        super().__init__()
        self._theme, self._mood = theme, mood
        self.setFixedSize(QSize(18, 18))
        self.setAccessibleName(" ")

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._mood is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.moods[self._mood]))
        size = 7 + 1.8 * self._mood
        painter.drawEllipse(QRectF(9 - size / 2, 9 - size / 2, size, size))


class HistoryPage(QWidget):
    """The days that have answers, newest first."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        column = QVBoxLayout(self)
        column.setContentsMargins(30, 24, 30, 30)
        column.setSpacing(14)
        column.addWidget(heading(translate("History", "Lately, as you told it"), HEADING_PIXELS))
        if program.opened is None:
            column.addStretch(1)
            return
        today = local_day(program.clock(), program.zone())
        answers = program.opened.days.answers_since(today - timedelta(days=_DAYS - 1))
        if not answers:
            self._add_empty(column)
        else:
            column.addWidget(label(translate("History", "The last two weeks, in your own answers."), "quiet"))
            people = {person.id: person for person in program.opened.days.people()}
            for day, of_day in groupby(answers, key=lambda one: one[0]):
                column.addWidget(self._day(program.opened, day, today, list(of_day), people))
        column.addStretch(1)

    def _add_empty(self, column: QVBoxLayout) -> None:
        text = translate(
            "History",
            "Your answers will appear here, day by day. Nothing has been answered in the last two weeks, "
            "and nothing has to be.",
        )
        column.addWidget(label(text, "quiet", wrap=True))
        column.addWidget(
            button(translate("History", "Check in now"), "primary", self._program.check_in_wanted.emit),
            0,
            Qt.AlignmentFlag.AlignLeft,
        )

    def _day(
        self,
        opened: Open,
        day: date,
        today: date,
        answers: Sequence[tuple[date, datetime, StepAnswer]],
        people: dict[int, Person],
    ) -> QWidget:
        box = panel()
        column = QVBoxLayout(box)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(label(day_name(day, today, self._program.language), "strong"))
        shown = ""
        for _, moment, answer in reversed(answers):
            time = clock_time(moment, self._program.zone())
            column.addLayout(self._answer(opened.bank, "" if time == shown else time, answer, people))
            shown = time
        return box

    def _answer(self, bank: Bank, time: str, answer: StepAnswer, people: dict[int, Person]) -> QHBoxLayout:
        program = self._program
        row = QHBoxLayout()
        row.setSpacing(10)
        when = label(time, "small")
        when.setFixedWidth(36)
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        mood = answer.value if answer.step is StepName.MOOD and answer.value in _MOODS else None
        row.addWidget(MoodDot(program.theme, mood), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        question = bank.by_id.get(answer.question_id)
        said = say_answer(question, answer, people, program.language)
        if said:
            texts.addWidget(label(said, wrap=True))
        if question is not None and answer.step is not StepName.MOOD:
            texts.addWidget(label(question.text.of(program.language), "small", wrap=True))
        if answer.note:
            texts.addWidget(label(f"“{answer.note}”", "quiet", wrap=True))
        row.addLayout(texts, 1)
        return row


def say_answer(question: Question | None, answer: StepAnswer, people: dict[int, Person], language: str) -> str:
    """An answer in words; empty where only a note was left."""
    parts: list[str] = []
    if answer.value is not None:
        if answer.step is StepName.MOOD and question is not None and HEAVIEST_MOOD <= answer.value <= WARMEST_MOOD:
            parts.append(question.choices[answer.value - HEAVIEST_MOOD].label.of(language))
        elif question is not None and question.answer is AnswerType.SCALE and question.low and question.high:
            ends = translate("History", "{value} of 100, from “{low}” to “{high}”")
            parts.append(
                ends.format(value=answer.value, low=question.low.of(language), high=question.high.of(language))
            )
        else:
            parts.append(str(answer.value))
    if answer.choice == NO_ONE:
        parts.append(translate("Card", "No one comes to mind"))
    elif answer.choice is not None:
        labels = {choice.id: choice.label.of(language) for choice in question.choices} if question else {}
        parts.append(labels.get(answer.choice, answer.choice))
    names = [people[person].name for person in answer.people if person in people]
    if names:
        parts.append(", ".join(names))
    if answer.words:
        parts.append(f"“{answer.words}”")
    return " · ".join(parts)
