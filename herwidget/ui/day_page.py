"""A day: its check-ins in words, each to be changed or removed, and a place to add what was not told then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from weakref import WeakKeyDictionary
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from herwidget.core.history.records import Entry
from herwidget.core.ports import JournalError
from herwidget.core.prompts import StepAnswer, StepName
from herwidget.ui.add_editor import AddEditor
from herwidget.ui.answer_words import MoodDot, breakable, mood_of, question_of, say_answer
from herwidget.ui.change_editor import ChangeEditor
from herwidget.ui.controls import button, clear, heading, label, panel, press_focused_button, rule, scroll_area_of
from herwidget.ui.entry_editor import Draft, EntryEditor, place_of
from herwidget.ui.history import History
from herwidget.ui.history_words import long_date
from herwidget.ui.lost_question import lost_question
from herwidget.ui.page_names import page_names
from herwidget.ui.program import Program
from herwidget.ui.theme import HEADING_PIXELS
from herwidget.ui.view import View
from herwidget.ui.words import check_ins, clock_time, day_name, journal_trouble, translate

_ONE_DAY = timedelta(days=1)
_ADD = "add"
_PANEL_SIDE = 18
# A plain button is higher than the line of text beside it.
_TEXT_TOP = 5
_HEAD_HEIGHT = 30
_LONGEST_NAME = 60
# As long it may take until what was opened has its place.
_REVEAL_MILLISECONDS = 250


@dataclass
class _Left:
    """What a page leaves to the one that is built in its place: drafts by their day, and where the keyboard was."""

    drafts: dict[date, Draft] = field(default_factory=dict)
    keyboard: str = ""


_left_behind: WeakKeyDictionary[View, _Left] = WeakKeyDictionary()


class DayPage(QWidget):
    """The day that the view names, today where it names none. One entry at a time is open to be changed."""

    def __init__(self, program: Program, view: View, history: History) -> None:
        super().__init__()
        assert program.opened is not None, "there is a history where the journal is open"
        self._program, self._view, self._history = program, view, history
        self._bank, self._list = program.opened.bank, program.opened.people
        self._day = min(view.day or view.today, view.today)
        self._left = _left_behind.setdefault(view, _Left())
        self._editor: EntryEditor | None = None
        self._trouble: QLabel | None = None
        self._revealed: QWidget | None = None
        self._reveal_time = QTimer(self)
        self._reveal_time.setSingleShot(True)
        self._reveal_time.setInterval(_REVEAL_MILLISECONDS)
        self._reveal_time.timeout.connect(self._end_reveal)
        self._read()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(30, 24, 30, 30)
        self._content = QWidget()
        draft = self._left.drafts.pop(self._day, None)
        if draft is not None:
            self._fill(_ADD if draft.entry_id is None else str(draft.entry_id), draft)
        else:
            self._fill()
        for key, days in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            keys = QKeySequence(Qt.KeyboardModifier.AltModifier | key)
            QShortcut(keys, self).activated.connect(partial(self._go, days))
        # The window takes the keyboard once the page is built.
        QTimer.singleShot(0, self, self._take_keyboard)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        area = scroll_area_of(self)
        if area is not None:
            area.verticalScrollBar().rangeChanged.connect(self._scroll)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._editor is not None and self._editor.changed:
            self._left.drafts[self._day] = self._editor.draft()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter and press_focused_button(self)):
            super().keyPressEvent(event)

    def _read(self) -> None:
        entries = self._history.journal.entries_of(self._day)
        everyone = self._history.journal.everyone()
        self._people = {person.id: person for person in everyone}
        self._on_list = {person.id for person in self._list.people()}
        self._check_ins: dict[int, list[Entry]] = {}
        for entry in map(_somewhere, entries):
            self._check_ins.setdefault(entry.prompt_id, []).append(entry)

    def _fill(self, editing: str = "", draft: Draft | None = None) -> None:
        """Build the page; `editing` is what is open to be changed, the name of its button."""
        self._column.removeWidget(self._content)
        clear(self._content)
        self._editor = self._trouble = self._revealed = None
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._header())
        if self._check_ins:
            column.addWidget(self._panel(editing, draft))
        else:
            nothing = translate("Day", "Nothing is written down for this day, and nothing has to be.")
            column.addWidget(label(nothing, "quiet", wrap=True))
        if editing == _ADD:
            column.addWidget(self._open(self._add_editor(draft), _ADD))
        else:
            add = button(translate("Day", "Add something to this day"), "outline", partial(self._edit, _ADD))
            add.setObjectName(_ADD)
            column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._column.addWidget(self._content)
        # A layout leaves out what is not shown yet, and Qt would show it only later.
        self._content.show()

    def _header(self) -> QVBoxLayout:
        view, language = self._view, self._program.language
        header = QVBoxLayout()
        header.setSpacing(2)
        page = page_names().get(view.day_from, page_names()["thread"])
        back = button(f"← {page}", "link", self._go_back)
        back.setAccessibleName(translate("Day", "Back to: {page}").format(page=page))
        back.setToolTip(translate("Day", "Back (Esc)"))
        header.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(heading(long_date(self._day, language), HEADING_PIXELS), 1)
        for text, name, tip, days in (
            ("‹", translate("Day", "The day before"), translate("Day", "The day before (Alt+Left)"), -1),
            ("›", translate("Day", "The day after"), translate("Day", "The day after (Alt+Right)"), 1),
        ):
            step = button(text, "icon", partial(self._go, days))
            step.setObjectName(f"go {days}")
            step.setStyleSheet("font-size: 18px; padding-bottom: 3px;")
            step.setAccessibleName(name)
            step.setToolTip(tip)
            step.setEnabled(self._day + days * _ONE_DAY <= view.today)
            row.addWidget(step, 0, Qt.AlignmentFlag.AlignTop)
        header.addLayout(row)
        near = day_name(self._day, view.today, language) if self._day >= view.today - _ONE_DAY else ""
        told = check_ins(len(self._check_ins)) if self._check_ins else ""
        if near or told:
            header.addWidget(label(" · ".join(part for part in (near, told) if part), "quiet"))
        return header

    def _panel(self, editing: str, draft: Draft | None) -> QWidget:
        box = panel()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(8)
        for number, entries in enumerate(self._check_ins.values()):
            if number:
                column.addWidget(rule())
            column.addWidget(self._check_in(entries, editing, draft))
        return box

    def _check_in(self, entries: Sequence[Entry], editing: str, draft: Draft | None) -> QWidget:
        first = entries[0]
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(_PANEL_SIDE, 0, _PANEL_SIDE - 6, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        time = label(self._lived(first), "strong")
        time.setFixedHeight(_HEAD_HEIGHT)
        head.addWidget(time)
        if all(entry.added_at for entry in entries):
            head.addWidget(label(_added_later(), "small"))
        head.addStretch(1)
        if len(entries) > 1:
            text = translate("Day", "Remove all of {time}").format(time=self._time(first))
            everything = button(text, "plain")
            everything.clicked.connect(lambda: self._remove(entries, partial(self._say, column)))
            head.addWidget(everything)
        column.addLayout(head)
        for entry in entries:
            if str(entry.id) == editing:
                column.addWidget(self._open(self._change_editor(entry, draft), editing))
                column.addSpacing(4)
            else:
                column.addWidget(self._answer(entry, first, every_added=all(one.added_at for one in entries)))
        return made

    def _answer(self, entry: Entry, first: Entry, *, every_added: bool) -> QWidget:
        program, answer = self._program, entry.answer
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        dot = QVBoxLayout()
        dot.setContentsMargins(0, _TEXT_TOP, 8, 0)
        dot.addWidget(MoodDot(program.theme, mood_of(answer)), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(dot)
        texts = QVBoxLayout()
        texts.setContentsMargins(0, _TEXT_TOP, 8, _TEXT_TOP)
        texts.setSpacing(2)
        question = question_of(self._bank, answer)
        said = say_answer(question, answer, self._people, program.language)
        if said:
            texts.addWidget(_told(said))
        small = [] if self._lived(entry) == self._lived(first) else [self._lived(entry)]
        if entry.added_at and not every_added:
            small.append(_added_later())
        if answer.step is not StepName.MOOD:
            small.append(question.text.of(program.language) if question else lost_question())
        if small:
            texts.addWidget(label(" · ".join(small), "small", wrap=True))
        if answer.note:
            texts.addWidget(_told(f"“{answer.note}”", "quiet"))
        texts.addStretch(1)
        row.addLayout(texts, 1)
        what = f"{self._time(entry)}, {said or answer.note}"
        what = what if len(what) <= _LONGEST_NAME else f"{what[: _LONGEST_NAME - 1].rstrip()}…"
        edit = button(translate("Day", "Edit"), "plain", partial(self._edit, str(entry.id)))
        edit.setObjectName(str(entry.id))
        edit.setAccessibleName(translate("Day", "Edit: {what}").format(what=what))
        remove = button(translate("Day", "Remove"), "plain")
        remove.clicked.connect(lambda: self._remove((entry,), partial(self._say, texts)))
        remove.setAccessibleName(translate("Day", "Remove: {what}").format(what=what))
        for made_button in (edit, remove):
            row.addWidget(made_button, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _change_editor(self, entry: Entry, draft: Draft | None) -> EntryEditor:
        named = entry.answer.people + (draft.answers[0].people if draft else ())
        people = [one for one in self._people.values() if one.id in self._on_list or one.id in named]

        def write(answer: StepAnswer, moment: datetime) -> None:
            self._history.editor.change(entry, answer, moment)

        question = question_of(self._bank, entry.answer)
        editor = ChangeEditor(self._program, entry, question, people, write, draft)
        editor.remove_wanted.connect(lambda: self._remove((entry,), editor.say))
        return editor

    def _add_editor(self, draft: Draft | None) -> EntryEditor:
        zone = self._program.zone()

        def write(answers: tuple[StepAnswer, ...], moment: datetime) -> None:
            self._history.editor.add(answers, moment, zone)

        steps = self._bank.steps[StepName.MOOD], self._bank.steps[StepName.HEARD]
        people = [one for one in self._people.values() if one.id in self._on_list]
        return AddEditor(self._program, self._day, steps, people, write, draft)

    def _open(self, editor: EntryEditor, name: str) -> EntryEditor:
        editor.done.connect(partial(self._done, name))
        editor.cancelled.connect(partial(self._cancel, name))
        editor.grown.connect(partial(self._reveal, editor))
        self._editor = editor
        return editor

    def _edit(self, name: str) -> None:
        if self._may_leave():
            self._fill(name)
            self._take_keyboard()

    def _cancel(self, name: str) -> None:
        self._fill()
        self._focus(name)

    def _done(self, name: str, sentence: str) -> None:
        self._editor = None
        self._left.keyboard = name
        self._view.say_edited(sentence)

    def _remove(self, entries: Sequence[Entry], say: Callable[[str], None]) -> None:
        try:
            self._history.editor.remove(entries)
        except JournalError as error:
            say(journal_trouble(error))
        except LookupError:
            say(translate("Day", "This is not there any more."))
        else:
            if self._editor is not None and self._editor.is_of(entries):
                self._editor = None
            self._done_removing()

    def _done_removing(self) -> None:
        self._left.keyboard = _ADD
        self._view.say_edited(translate("Day", "Removed."))

    def _say(self, place: QVBoxLayout, sentence: str) -> None:
        if self._trouble is not None:
            clear(self._trouble)
        self._trouble = label(sentence, "trouble", wrap=True)
        place.addWidget(self._trouble)
        self._trouble.show()
        self._reveal(self._trouble)

    def _go(self, days: int) -> None:
        day = self._day + days * _ONE_DAY
        if day <= self._view.today and self._may_leave():
            self._left.keyboard = f"go {days}" if isinstance(self.focusWidget(), QPushButton) else ""
            self._view.open_day(day, self._view.day_from)

    def _go_back(self) -> None:
        if self._may_leave():
            self._view.page_wanted.emit(self._view.day_from)

    def _may_leave(self) -> bool:
        """Whether nothing is open that was changed and not kept; else that is said there."""
        if self._editor is None or not self._editor.changed:
            self._editor = None
            return True
        self._editor.say(translate("Day", "This is not kept yet. “Save” keeps it, “Cancel” lets it go."))
        self._take_keyboard()
        return False

    def _take_keyboard(self) -> None:
        if self._editor is not None:
            self._editor.begin()
            self._reveal(self._editor)
        elif self._left.keyboard:
            self._focus(self._left.keyboard)
        self._left.keyboard = ""

    def _focus(self, name: str) -> None:
        there = self.findChildren(QPushButton, name)
        for one in there[-1:]:
            one.setFocus(Qt.FocusReason.TabFocusReason)

    def _reveal(self, widget: QWidget) -> None:
        """Scroll a widget into view, now and while it is given its place."""
        self._revealed = widget
        self._reveal_time.start()
        QTimer.singleShot(0, self, self._scroll)

    def _end_reveal(self) -> None:
        self._revealed = None

    def _scroll(self) -> None:
        area = scroll_area_of(self)
        if area is None or self._revealed is None:
            return
        bar, top = area.verticalScrollBar(), self._revealed.mapTo(self, QPoint(0, 0)).y()
        bottom, height = top + self._revealed.height(), area.viewport().height()
        if bottom + _PANEL_SIDE > bar.value() + height:
            bar.setValue(bottom + _PANEL_SIDE - height)
        if top - _PANEL_SIDE < bar.value():
            bar.setValue(top - _PANEL_SIDE)

    def _time(self, entry: Entry) -> str:
        return clock_time(entry.moment, entry.zone)

    def _lived(self, entry: Entry) -> str:
        """The clock time where an entry was lived, and where that was if it was not here."""
        time = self._time(entry)
        return time if entry.zone == self._program.zone() else f"{time} · {place_of(entry.zone)}"


def _somewhere(entry: Entry) -> Entry:
    """The entry with a zone that has a clock: any SQLite tool may have written another into the file."""
    try:
        ZoneInfo(entry.zone)
    except (KeyError, OSError, ValueError):
        return replace(entry, zone="UTC")
    return entry


def _added_later() -> str:
    return translate("Day", "added later")


def _told(text: str, role: str = "") -> QLabel:
    made = label(breakable(text), role, wrap=True)
    made.setAccessibleName(text)
    return made
