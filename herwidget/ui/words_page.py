"""Words: what the person wrote, newest first or by the essay's ideas, and a search through all of it."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from herwidget.core.history.by_idea import IdeaGroup, by_idea
from herwidget.core.history.records import Entry
from herwidget.core.history.search import Query, SearchText, find
from herwidget.ui.controls import button, clear, heading, label, panel, press_focused_button, rule, scroll_area_of
from herwidget.ui.entry_list import AT_ONCE, EntryList
from herwidget.ui.history import History
from herwidget.ui.history_words import long_date
from herwidget.ui.program import Program
from herwidget.ui.search_field import SearchField
from herwidget.ui.segments import Segments
from herwidget.ui.theme import HEADING_PIXELS
from herwidget.ui.view import View
from herwidget.ui.word_rows import EntryRow, Written
from herwidget.ui.words import clock_time, day_name, translate

_FOLDED_AT_A_STEP = 400
_OF_AN_IDEA = 3
_LONGEST_SEARCH = 60
_AROUND = 24
_NEWEST, _FIXED = "newest", "fixed"
_ONE_DAY = timedelta(days=1)


@dataclass
class _Left:
    """What a page leaves to the one that is built in its place."""

    rows: dict[str, int] = field(default_factory=dict)
    """How many rows are shown, by list."""
    whole: set[int] = field(default_factory=set)
    """The long entries that are shown whole."""
    cursor: int | None = None
    """Where in the search the keyboard was."""
    entry: int | None = None
    """The entry that the keyboard was on."""


_left_behind: WeakKeyDictionary[View, _Left] = WeakKeyDictionary()


class WordsPage(QWidget):
    """All notes and answers in words."""

    def __init__(self, program: Program, view: View, history: History) -> None:
        super().__init__()
        assert program.opened is not None, "there is a history where the journal is open"
        self._program, self._view, self._bank = program, view, program.opened.bank
        self._left = _left_behind.setdefault(view, _Left())
        with_words = history.journal.entries_with_words()
        self._entries = [entry for entry in with_words if entry.answer.words.strip() or entry.answer.note.strip()]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(30, 22, 30, 24)
        self._column.setSpacing(14)
        self._lists: list[EntryList] = []
        self._texts: list[SearchText] = []
        self._folding: Iterator[None] = self._fold()
        self._filling: Iterator[None] = iter(())
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._do_a_step)
        self._content: QWidget | None = None
        self._searched: str | None = None
        if not self._entries:
            self._say_empty()
            return
        self._column.addLayout(self._header())
        self.search = SearchField(view.search, program.theme.colours.ink_3)
        self._column.addWidget(self.search)
        self._count = label("", "small")
        self._column.addWidget(self._count)
        self._column.addStretch(1)
        self.search.typed.connect(self._search)
        self.search.left_downwards.connect(self._go_to_first)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._go_to_search)
        self._search()
        # As it was left, so that what was scrolled to is there again.
        deque(self._filling, maxlen=0)
        # The window takes the keyboard once the page is built.
        QTimer.singleShot(0, self, self._take_keyboard)

    def _make_row(self, query: Query, entry: Entry, ruled: bool) -> EntryRow:
        answer, language = entry.answer, self._program.language
        question = self._bank.by_id.get(answer.question_id)
        written = Written(
            f"{self._day(entry)} · {self._time(entry)}",
            tuple(text.strip() for text in (answer.words, answer.note) if text.strip()),
            question.text.of(language) if question else "",
        )
        row = EntryRow(self._program.theme, written, query, whole=entry.id in self._left.whole, ruled=ruled)
        row.shown_whole.connect(partial(self._remember_whole, entry.id))
        row.clicked.connect(partial(self._open, entry))
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter and press_focused_button(self)):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        focused = self.window().focusWidget()
        self._left.cursor = self._left.entry = None
        if focused is None or not self._entries:
            return
        if focused is self.search:
            self._left.cursor = self.search.cursorPosition()
        for entry_id, row in self._rows().items():
            if row is focused:
                self._left.entry = entry_id

    def _fold(self) -> Iterator[None]:
        """Make all texts ready to be searched, some at each step."""
        for entry in self._entries:
            self._texts.append(SearchText(entry.answer.words, entry.answer.note))
            if len(self._texts) % _FOLDED_AT_A_STEP == 0:
                yield

    def _do_a_step(self) -> None:
        """What need not be done before the next key is answered."""
        if next(self._filling, False) is not False:
            self._grow_with(self._lists[-1])
        elif next(self._folding, False) is False:
            self._idle.stop()

    def _grow_with(self, grown: QWidget) -> None:
        """Take the height that `grown` needs now: Qt would show it squeezed into the height there was first."""
        if not self.isVisible():
            return
        widget: QWidget | None = grown
        while widget is not None and widget is not self:
            widget.show()
            widget.updateGeometry()
            widget = widget.parentWidget()
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    def _say_empty(self) -> None:
        text = translate(
            "WordsPage",
            "Notes and answers in words will stand here, to be read again and searched. Nothing has to be written.",
        )
        self._column.addWidget(heading(translate("WordsPage", "In your own words"), HEADING_PIXELS))
        self._column.addWidget(label(text, "quiet", wrap=True))
        check_in = button(translate("WordsPage", "Check in now"), "primary", self._program.check_in_wanted.emit)
        self._column.addWidget(check_in, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(heading(translate("WordsPage", "In your own words"), HEADING_PIXELS), 1)
        options: list[tuple[str, object]] = [
            (translate("WordsPage", "Newest first"), False),
            (translate("WordsPage", "By idea"), True),
        ]
        segments = Segments(translate("WordsPage", "Order"), options, self._view.by_idea, self._choose_order)
        row.addWidget(segments, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _choose_order(self, grouped: object) -> None:
        if self._view.by_idea is not grouped:
            self._view.by_idea = bool(grouped)
            self._fill()

    def _search(self) -> None:
        searched = self.search.searched()
        self._view.search = self.search.text()
        if searched != self._searched:
            if self._searched is not None:
                self._left.rows.clear()
            self._searched = searched
            self._fill()
            if self.search.hasFocus():
                self._reveal(self.search)

    def _fill(self) -> None:
        """Show what is found."""
        query, found = self._find()
        self._say_count(query, len(found))
        if self._content is not None:
            self._column.removeWidget(self._content)
            clear(self._content)
        self._content = QWidget()
        self._lists = []
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        if not found:
            self._say_nothing_found(column)
        self._filling = self._fill_with(found, query, column)
        next(self._filling, None)
        self._idle.start()
        self._column.insertWidget(self._column.count() - 1, self._content)
        # A layout leaves out what is not shown yet, and Qt would show it only later.
        self._grow_with(self._content)

    def _fill_with(self, found: Sequence[Entry], query: Query, column: QVBoxLayout) -> Iterator[None]:
        if self._view.by_idea:
            for group in by_idea(found, self._bank):
                box, inside = self._box()
                self._add_head(inside, group)
                column.addWidget(box)
                name = group.idea.id if group.idea else _FIXED
                yield from self._fill_list(inside, name, group.entries, query, _OF_AN_IDEA)
        elif found:
            box, inside = self._box()
            column.addWidget(box)
            yield from self._fill_list(inside, _NEWEST, found, query, AT_ONCE)

    def _fill_list(
        self, box: QVBoxLayout, name: str, entries: Sequence[Entry], query: Query, at_first: int
    ) -> Iterator[None]:
        wanted = max(at_first, self._left.rows.get(name, 0))
        made = EntryList(entries, wanted, partial(self._make_row, query))
        made.grown.connect(self._grow_with)
        made.more_shown.connect(partial(self._left.rows.__setitem__, name))
        self._lists.append(made)
        box.addWidget(made)
        yield from made.fill()

    def _find(self) -> tuple[Query, list[Entry]]:
        searched = self._searched or ""
        if not searched.strip():
            return Query(), self._entries
        deque(self._folding, maxlen=0)
        query, places = find(searched, self._texts)
        return query, [self._entries[place] for place in places]

    def _say_count(self, query: Query, found: int) -> None:
        count = len(self._entries)
        if not query.empty:
            text = translate("WordsPage", "{found} of {count} found").format(found=found, count=count)
        elif count == 1:
            text = translate("WordsPage", "1 note or answer")
        else:
            text = translate("WordsPage", "{count} notes and answers").format(count=count)
        self._count.setText(text)
        self._count.setAccessibleName(text)

    def _say_nothing_found(self, column: QVBoxLayout) -> None:
        searched = " ".join((self._searched or "").split())
        shown = searched if len(searched) <= _LONGEST_SEARCH else f"{searched[:_LONGEST_SEARCH]}…"
        text = translate(
            "WordsPage", "“{searched}” was not found in your notes and answers. Fewer or shorter words may find more."
        )
        column.addWidget(label(text.format(searched=shown), "quiet", wrap=True))
        everything = button(translate("WordsPage", "Clear the search"), "outline", self._clear_search)
        column.addWidget(everything, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_head(self, column: QVBoxLayout, group: IdeaGroup) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(18, 8, 18, 6)
        head.setSpacing(2)
        if group.idea is None:
            title = translate("WordsPage", "Notes beside a mood")
            part = translate("WordsPage", "And beside what is asked every day")
        else:
            gist = group.idea.gist.of(self._program.language)
            title = gist[:1].upper() + gist[1:]
            part = translate("WordsPage", "From the essay, part {part}").format(part=group.idea.part)
        count = len(group.entries)
        text = translate("WordsPage", "1 entry") if count == 1 else translate("WordsPage", "{count} entries")
        head.addWidget(label(title, "strong", wrap=True))
        head.addWidget(label(f"{part} · {text.format(count=count)}", "small", wrap=True))
        column.addLayout(head)
        column.addWidget(rule())

    def _box(self) -> tuple[QWidget, QVBoxLayout]:
        box = panel()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(0)
        return box, column

    def _day(self, entry: Entry) -> str:
        today, language = self._view.today, self._program.language
        near = entry.day.year == today.year or entry.day >= today - _ONE_DAY
        return day_name(entry.day, today, language) if near else long_date(entry.day, language)

    def _time(self, entry: Entry) -> str:
        try:
            return clock_time(entry.moment, entry.zone)
        except (KeyError, ValueError, OSError):  # any SQLite tool may have written the zone
            return clock_time(entry.moment, self._program.zone())

    def _open(self, entry: Entry, *_: Any) -> None:
        self._view.open_day(entry.day, "words")

    def _remember_whole(self, entry_id: int, whole: bool) -> None:
        (self._left.whole.add if whole else self._left.whole.discard)(entry_id)

    def _rows(self) -> dict[int, EntryRow]:
        return {entry_id: row for one in self._lists for entry_id, row in one.rows.items()}

    def _clear_search(self) -> None:
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        self._reveal(self.search)

    def _go_to_first(self) -> None:
        for row in list(self._rows().values())[:1]:
            row.setFocus(Qt.FocusReason.TabFocusReason)
            self._reveal(row)

    def _take_keyboard(self) -> None:
        row = self._rows().get(self._left.entry) if self._left.entry is not None else None
        if self._left.cursor is not None:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.setCursorPosition(self._left.cursor)
        elif row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, row, partial(self._reveal, row))

    def _reveal(self, widget: QWidget) -> None:
        """Scroll a widget into view."""
        above = scroll_area_of(self)
        if above is None:
            return
        bar, top = above.verticalScrollBar(), widget.mapTo(self, QPoint(0, 0)).y()
        bottom, height = top + widget.height(), above.viewport().height()
        bar.setValue(min(max(bar.value(), bottom + _AROUND - height), top - _AROUND))
