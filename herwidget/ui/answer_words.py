"""Answers in words, as every page of the past tells them."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from herwidget.core.people import Person
from herwidget.core.prompts import HEAVIEST_MOOD, NO_ONE, WARMEST_MOOD, StepAnswer, StepName
from herwidget.core.questions import AnswerType, Bank, Question
from herwidget.ui.theme import ThemeKeeper
from herwidget.ui.words import translate

# Any SQLite tool may have written to the file, so a value can be anything.
MOODS = range(HEAVIEST_MOOD, WARMEST_MOOD + 1)
# So many letters without a space are a link or a held-down key, in Korean a sentence; a line may end within them.
_LONG_WORD = re.compile(r"\S{25,}|[\u1100-\u11ff\u3000-\ud7a3]{16,}")
_PIECE = re.compile(r".{12}(?=.)")
_ZERO_WIDTH_SPACE = "\u200b"


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


def mood_of(answer: StepAnswer) -> int | None:
    """The mood (1-5) that an answer tells; None where it tells something else."""
    return answer.value if answer.step is StepName.MOOD and answer.value in MOODS else None


def question_of(bank: Bank, answer: StepAnswer) -> Question | None:
    """What an answer answers; None where the question is no longer in the bank."""
    return bank.by_id.get(answer.question_id) or bank.steps.get(answer.step)


def breakable(text: str) -> str:
    """`text` with places where a word that is wider than its line can end it; nothing is seen of them."""
    return _LONG_WORD.sub(lambda word: _PIECE.sub(rf"\g<0>{_ZERO_WIDTH_SPACE}", word[0]), text)


def say_answer(question: Question | None, answer: StepAnswer, people: Mapping[int, Person], language: str) -> str:
    """An answer in words; empty where only a note was left."""
    parts: list[str] = []
    left = ""
    if question is not None and question.reaching is not None and answer.value is not None and answer.value in MOODS:
        left = question.reaching.moods[answer.value - HEAVIEST_MOOD].label.of(language)
    if answer.value is not None and not left:
        if answer.step is StepName.MOOD and question and answer.value in MOODS[: len(question.choices)]:
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
    if left:
        parts.append(left)
    names = [people[person].name for person in answer.people if person in people]
    if names:
        parts.append(", ".join(names))
    if answer.words:
        parts.append(f"“{answer.words}”")
    return " · ".join(parts)
