"""A list of written entries on the page of words: the first of them at once, more where they are wanted."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from herwidget.core.history.records import Entry
from herwidget.ui.controls import button, clear
from herwidget.ui.word_rows import EntryRow
from herwidget.ui.words import translate

AT_ONCE = 40
_AT_A_STEP = 10


class EntryList(QWidget):
    """Entries under each other, some at first and more where they are wanted."""

    grown = Signal(QWidget)
    """It, or a row of it, needs more room than before."""
    more_shown = Signal(int)
    """The person wanted more rows: so many are shown now."""

    def __init__(self, entries: Sequence[Entry], at_first: int, make_row: Callable[[Entry, bool], EntryRow]) -> None:
        """`make_row` is given an entry and whether a rule stands above it."""
        super().__init__()
        self._entries, self._make_row = entries, make_row
        self._at_first = min(at_first, len(entries))
        self._shown = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._more: QPushButton | None = None
        self.rows: dict[int, EntryRow] = {}

    def fill(self) -> Iterator[None]:
        """Show the first ones, some at each step."""
        while self._shown < self._at_first:
            self._show_up_to(min(self._shown + _AT_A_STEP, self._at_first))
            if self._shown == self._at_first:
                self._add_more_button()
            yield

    def _show_up_to(self, count: int) -> None:
        for entry in self._entries[self._shown : count]:
            row = self._make_row(entry, bool(self.rows))
            self.rows[entry.id] = row
            self._column.addWidget(row)
            row.show()
            if row.long:
                self._column.addLayout(self._whole_button(row))
        self._shown = count

    def _add_more_button(self) -> None:
        if self._shown < len(self._entries):
            self._more = button(self._say_more(), "plain", self._show_more)
            self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)

    def _whole_button(self, row: EntryRow) -> QHBoxLayout:
        def say(whole: bool) -> None:
            made.setText(translate("WordsPage", "Show less") if whole else translate("WordsPage", "Show all"))
            made.setAccessibleName(f"{made.text()}: {row.when}")

        made = button("", "link", lambda: row.show_whole(not row.whole))
        say(row.whole)
        row.shown_whole.connect(say)
        row.shown_whole.connect(lambda: self.grown.emit(row))
        line = QHBoxLayout()
        line.setContentsMargins(18, 0, 18, 10)
        line.addWidget(made)
        line.addStretch(1)
        return line

    def _say_more(self) -> str:
        left = len(self._entries) - self._shown
        if left > AT_ONCE:
            return translate("WordsPage", "Show {count} more").format(count=AT_ONCE)
        return translate("WordsPage", "Show all {count}").format(count=len(self._entries))

    def _show_more(self) -> None:
        assert self._more is not None
        next_one = self._entries[self._shown]
        self._column.removeWidget(self._more)
        clear(self._more)
        self._show_up_to(min(self._shown + AT_ONCE, len(self._entries)))
        self.more_shown.emit(self._shown)
        self._add_more_button()
        self.grown.emit(self)
        self.rows[next_one.id].setFocus(Qt.FocusReason.OtherFocusReason)
