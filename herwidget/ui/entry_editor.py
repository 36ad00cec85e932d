"""Forms in a day's page: one changes an entry, one adds something to the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QScrollArea, QTimeEdit, QVBoxLayout, QWidget

from herwidget.core.history.records import Entry
from herwidget.core.local_time import at_local_time, local_clock, local_day, whole_minute
from herwidget.core.people import Person
from herwidget.core.ports import JournalError
from herwidget.core.prompts import NO_ONE, StepAnswer, StepName
from herwidget.core.questions import AnswerType, Dimension, Question
from herwidget.ui.answer_words import MOODS, breakable, say_answer
from herwidget.ui.controls import button, heading, label, press_focused_button
from herwidget.ui.program import Program
from herwidget.ui.scale import Scale
from herwidget.ui.step_widgets import Given, MoodStep, StepWidget, WordsStep, step_widget
from herwidget.ui.words import journal_trouble, translate

_WIDEST, _WIDEST_MOODS = 600, 440
_TITLE_PIXELS = 16
_NOTE_PADDING, _CARET_ROOM = 15, 30
_PERCENT = range(101)


@dataclass(frozen=True)
class Draft:
    """What stands in an editor: `entry_id` is None for something that is being added."""

    entry_id: int | None
    answers: tuple[StepAnswer, ...]
    clock: QTime


def place_of(zone: str) -> str:
    """The city that a zone is named after: "Lisbon" of Europe/Lisbon."""
    return zone.rpartition("/")[2].replace("_", " ")


def scroll_area_of(widget: QWidget) -> QScrollArea | None:
    """What the page that holds a widget is scrolled by."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


class NoteField(QPlainTextEdit):
    """A few words. It is as high as they are, so that the page scrolls rather than the field."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setPlaceholderText(translate("Card", "A few words, if you like"))
        self.setAccessibleName(translate("Card", "A few words, if you like"))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QPlainTextEdit { padding: 4px 8px 2px 8px; }")
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.textChanged.connect(self._fit)
        self._page: QScrollArea | None = None
        self.cursorPositionChanged.connect(self._show_caret)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._page = scroll_area_of(self)
        if self._page is not None:
            # The page learns of a new line later than the caret does.
            self._page.verticalScrollBar().rangeChanged.connect(self._show_caret)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        spacing, layout = self.fontMetrics().lineSpacing(), self.document().documentLayout()
        lines, block = 0, self.document().begin()
        while block.isValid():
            lines += max(1, round(layout.blockBoundingRect(block).height() / spacing))
            block = block.next()
        self.setFixedHeight(round(lines * spacing + 2 * self.document().documentMargin() + _NOTE_PADDING))

    def _show_caret(self) -> None:
        content = self._page.widget() if self._page is not None else None
        if self._page is not None and content is not None and self.hasFocus():
            caret = self.viewport().mapTo(content, self.cursorRect().center())
            self._page.ensureVisible(caret.x(), caret.y(), 0, _CARET_ROOM)


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
        if kept.value in _PERCENT:
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


class EntryEditor(QFrame):
    """A form for answers and the time they were lived at. What cannot be kept stays in it, with the reason."""

    done = Signal(str)
    """It was kept: what was done, in a sentence."""
    cancelled = Signal()
    remove_wanted = Signal()
    """Take the entry away instead."""
    grown = Signal()
    """It needs more room than before."""

    def __init__(self, program: Program, day: date, zone: str, moment: datetime, draft: Draft | None) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._program, self._day, self._zone, self._moment = program, day, zone, moment
        self._restored, self._leaving = draft is not None, False
        self._told = ""
        """The words that were looked at already."""
        local = local_clock(moment, zone)
        self._clock_before = QTime(local.hour, local.minute)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(18, 14, 18, 14)
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST)
        outer.addWidget(middle, 1)
        outer.addStretch(0)
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._time = QTimeEdit(draft.clock if draft else self._clock_before)
        self._time.setDisplayFormat("HH:mm")
        # The style sheet makes the buttons 0 wide; NoButtons would leave the text no room (seen in Qt 6.12).
        self._time.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._time.setFixedWidth(66)
        self._time.setAccessibleName(translate("Day", "Time"))
        self._trouble: QLabel | None = None

    @property
    def changed(self) -> bool:
        """Whether something stands in it that is not kept anywhere else."""
        return self._restored or self.draft() != self._untouched

    def draft(self) -> Draft:
        """What stands in it now."""
        raise NotImplementedError

    def begin(self) -> None:
        """Bring the keyboard into the form."""
        raise NotImplementedError

    def is_of(self, entries: Sequence[Entry]) -> bool:
        """Whether it changes one of these entries."""
        return self.draft().entry_id in {entry.id for entry in entries}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The wheel scrolls the page: it does not change an answer that comes under the pointer.
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        elif enter:
            press_focused_button(self)
        else:
            super().keyPressEvent(event)

    def save(self) -> None:
        """Keep what stands in it, or say why not."""
        answers = self.draft().answers
        if not answers or any(answer.empty for answer in answers):
            self.say(self._empty_sentence())
            return
        # Whether it can be kept or not: help is for what was meant.
        before, self._told = self._told, _words_of(answers)
        self._program.words_were_kept(self._told, before)
        moment = self._chosen_moment()
        if moment is None:
            self.say(translate("Day", "This day’s clock never showed that time. Another one near it will do."))
            return
        if moment > self._program.clock() and moment != self._moment:
            self.say(translate("Day", "That is still to come. Any time up to now can be kept."))
            return
        if self._is_kept(answers, moment):
            self._cancel()
            return
        try:
            self._write(answers, moment)
        except JournalError as error:
            self.say(journal_trouble(error))
        except LookupError:
            self.say(
                translate(
                    "Day", "This entry is not there any more, so it cannot be changed. What you wrote is still here."
                )
            )
        except ValueError:
            self.say(translate("Day", "This cannot be kept as it stands here. Another time or other words may do."))
        else:
            self.done.emit(self._done_sentence(moment))

    def _is_kept(self, answers: tuple[StepAnswer, ...], moment: datetime) -> bool:
        """Whether just this stands in the journal already."""
        return False

    def _write(self, answers: tuple[StepAnswer, ...], moment: datetime) -> None:
        raise NotImplementedError

    def _empty_sentence(self) -> str:
        raise NotImplementedError

    def _done_words(self) -> str:
        raise NotImplementedError

    def _finish(self, *extra: QWidget) -> None:
        """The foot of the form, once all else is in it."""
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 14, 0, 0)
        foot.setSpacing(6)
        for one in extra:
            foot.addWidget(one)
        foot.addStretch(1)
        cancel = button(translate("Day", "Cancel"), "plain", self._cancel)
        cancel.setToolTip(translate("Day", "Cancel (Esc)"))
        foot.addWidget(cancel)
        save = button(translate("Day", "Save"), "primary", self.save)
        save.setToolTip(translate("Day", "Save (Ctrl+Enter)"))
        foot.addWidget(save)
        self._column.addLayout(foot)
        for moving in (*self.findChildren(QTimeEdit), *self.findChildren(Scale)):
            moving.installEventFilter(self)
        self._untouched = self.draft()

    def _add_step(self, step: StepWidget) -> None:
        if isinstance(step, MoodStep):
            step.setMaximumWidth(_WIDEST_MOODS)
        # A name that is wider than the page is not to make the page wider.
        step.setMinimumWidth(1)
        self._column.addWidget(step)

    def _add_time(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(10)
        row.addWidget(label(translate("Day", "Time"), "quiet"))
        row.addWidget(self._time)
        if self._zone != self._program.zone():
            row.addWidget(label(place_of(self._zone), "quiet"))
        row.addStretch(1)
        self._column.addLayout(row)

    def _add_person(self, name: str) -> Person | None:
        """Put a name on the list; None, and said in the form, when that did not work."""
        if self._leaving or self._program.opened is None:
            return None
        try:
            return self._program.opened.people.add_person(name, self._program.clock())
        except JournalError as error:
            self.say(journal_trouble(error))
            return None

    def _cancel(self) -> None:
        # A name half typed loses the keyboard with the form; it is not put on the list for that.
        self._leaving = True
        self.cancelled.emit()

    def _clock(self) -> QTime:
        self._time.interpretText()
        return self._time.time()

    def _chosen_moment(self) -> datetime | None:
        """The moment that the time field names; None where the day has none.

        A time that the clock showed twice keeps to the reading that the entry had, else it is the first.
        """
        chosen = self._clock()
        if chosen == self._clock_before:
            return self._moment
        first, second = (
            at_local_time(self._day, time(chosen.hour(), chosen.minute(), fold=fold), self._zone) for fold in (0, 1)
        )
        later_reading = self._moment.astimezone(ZoneInfo(self._zone)).fold == 1
        moment = second if first < second and later_reading else first
        return moment if local_day(moment, self._zone) == self._day else None

    def _done_sentence(self, moment: datetime) -> str:
        kept = local_clock(moment, self._zone)
        chosen = self._clock()
        if (kept.hour, kept.minute) == (chosen.hour(), chosen.minute()):
            return self._done_words()
        skipped = translate("Day", "The clock skipped {time} that day, so it stands at {kept}.")
        return f"{self._done_words()} {skipped.format(time=chosen.toString('HH:mm'), kept=f'{kept:%H:%M}')}"

    def say(self, trouble: str) -> None:
        """Say in the form what stands in the way."""
        if self._trouble is None:
            self._trouble = label("", "trouble", wrap=True)
            self._column.insertSpacing(self._column.count() - 1, 12)
            self._column.insertWidget(self._column.count() - 1, self._trouble)
        self._trouble.setText(trouble)
        self._trouble.setAccessibleName(trouble)
        self._trouble.show()
        self.grown.emit()


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
        self._told = _words_of((entry.answer,))
        kept = self._before
        title = question.text.of(program.language) if question else lost_question()
        self.setAccessibleName(title)
        self._column.addWidget(heading(title, _TITLE_PIXELS))
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
        self._column.addWidget(heading(title, _TITLE_PIXELS))
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


def lost_question() -> str:
    """In place of a question that is not in the bank any more."""
    return translate("Day", "A question that is no longer asked")


def _answer(question: Question, step: StepName, given: Given) -> StepAnswer:
    return StepAnswer(
        step, question.id, question.dimension, given.value, given.choice, given.people, given.words.strip()
    )


def _showable(question: Question, kept: StepAnswer) -> StepAnswer:
    """As much of an answer as the question's own way of answering can show."""
    is_mood = (question.dimension is Dimension.MOOD and bool(question.choices)) or question.reaching is not None
    has_value = question.answer is AnswerType.SCALE or question.reaching is not None
    of_scale = has_value and kept.value in (MOODS if is_mood else _PERCENT)
    choices = {choice.id for choice in question.choices} if question.answer is AnswerType.CHOICE else {NO_ONE}
    of_choice = question.answer in (AnswerType.CHOICE, AnswerType.PEOPLE) and kept.choice in choices
    return replace(
        kept,
        value=kept.value if of_scale else None,
        choice=kept.choice if of_choice else None,
        words=kept.words if question.answer is AnswerType.WORDS else "",
    )


def _words_of(answers: Sequence[StepAnswer]) -> str:
    return "\n".join(part for answer in answers for part in (answer.words, answer.note) if part)
