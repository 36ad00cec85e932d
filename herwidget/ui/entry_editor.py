"""What the two forms in a day's page share: the one that changes an entry, and the one that adds to the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTimeEdit, QVBoxLayout, QWidget

from herwidget.core.history.records import Entry
from herwidget.core.local_time import at_local_time, local_clock, local_day
from herwidget.core.people import Person
from herwidget.core.ports import JournalError
from herwidget.core.prompts import StepAnswer
from herwidget.ui.controls import button, label, press_focused_button
from herwidget.ui.program import Program
from herwidget.ui.step_widgets import MoodStep, StepWidget
from herwidget.ui.words import journal_trouble, translate

_WIDEST, _WIDEST_MOODS = 600, 440
TITLE_PIXELS = 16


@dataclass(frozen=True)
class Draft:
    """What stands in an editor: `entry_id` is None for something that is being added."""

    entry_id: int | None
    answers: tuple[StepAnswer, ...]
    clock: QTime


def place_of(zone: str) -> str:
    """The city that a zone is named after: "Lisbon" of Europe/Lisbon."""
    return zone.rpartition("/")[2].replace("_", " ")


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
        self._warned_of: Draft | None = None

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
        # The wheel scrolls the page: it does not change a time that comes under the pointer.
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
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
        before, self._told = self._told, words_of(answers)
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
        self._time.installEventFilter(self)
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

    def _escape(self) -> None:
        """Cancel; words that would be lost take the key twice, since it is easily pressed by habit."""
        draft = self.draft()
        written = words_of(draft.answers) not in ("", words_of(self._untouched.answers))
        if written and self._warned_of != draft:
            self._warned_of = draft
            self.say(translate("Day", "This is not kept yet. “Save” keeps it; Esc once more lets it go."))
        else:
            self._cancel()

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


def words_of(answers: Sequence[StepAnswer]) -> str:
    """All that was written in these answers."""
    return "\n".join(part for answer in answers for part in (answer.words, answer.note) if part)
