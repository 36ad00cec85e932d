"""A row of the words page: when it was, what was written with the matches marked, and the question beneath."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from herwidget.core.history.search import Query, excerpt
from herwidget.ui.answer_words import breakable
from herwidget.ui.controls import button, clear, label
from herwidget.ui.theme import ThemeKeeper
from herwidget.ui.words import keep_words, translate

_LINES, _LINE_WIDTH = 6, 72
_SIDE = 18
_LONGEST_NAME = 300


@dataclass(frozen=True)
class Written:
    """What a row tells: `texts` are the words and the note, each only where there is one."""

    when: str
    texts: tuple[str, ...]
    question: str


class EntryButton(QAbstractButton):
    """One entry, all of which is a button."""

    def __init__(self, theme: ThemeKeeper, written: Written) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        told = " ".join(" ".join(written.texts).split())
        told = told if len(told) <= _LONGEST_NAME else f"{told[: _LONGEST_NAME - 1]}…"
        self.setAccessibleName(". ".join(part for part in (written.when, told, written.question) if part))
        self.setAccessibleDescription(translate("WordsPage", "Opens this day"))
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 11, _SIDE, 11)
        column.setSpacing(3)
        column.addWidget(label(written.when, "small"))
        self._labels: list[QLabel] = []
        self._texts = QVBoxLayout()
        self._texts.setSpacing(4)
        column.addLayout(self._texts)
        if written.question:
            column.addWidget(label(written.question, "small", wrap=True))
        for one in self.findChildren(QLabel):
            _fit_in(one)

    def show_texts(self, labels: Sequence[QLabel]) -> None:
        """Put these in place of what is shown of the texts."""
        for old in self._labels:
            self._texts.removeWidget(old)
            clear(old)
        self._labels = list(labels)
        for one in labels:
            _fit_in(one)
            self._texts.addWidget(one)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        if not (self.underMouse() or self.hasFocus()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.sunken) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(colours.ember) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(6.5, 2.5, -6.5, -2.5), 10, 10)


class EntryRow(QWidget):
    """An entry; a long one is shortened until all of it is wanted."""

    def __init__(
        self, theme: ThemeKeeper, written: Written, query: Query, *, whole: bool, toggled: Callable[[bool], None]
    ) -> None:
        super().__init__()
        self._theme, self._written, self._query, self._toggled = theme, written, query, toggled
        self._whole = whole
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.button = EntryButton(theme, written)
        column.addWidget(self.button)
        parts = [(text, query.spans(text)) for text in written.texts]
        self._parts = [(text, spans, excerpt(text, spans, _LINES, _LINE_WIDTH)) for text, spans in parts]
        self._more: QPushButton | None = None
        if any(part != (0, len(text)) for text, _, part in self._parts):
            self._more = button("", "link", self._toggle)
            line = QHBoxLayout()
            line.setContentsMargins(_SIDE, 0, _SIDE, 10)
            line.addWidget(self._more)
            line.addStretch(1)
            column.addLayout(line)
        self._fill()

    def _toggle(self) -> None:
        self._whole = not self._whole
        self._toggled(self._whole)
        self._fill()

    def _fill(self) -> None:
        made = []
        for number, (text, spans, part) in enumerate(self._parts):
            start, end = (0, len(text)) if self._whole else part
            made.append(self._text(text, spans, start, end, "quiet" if number else ""))
        self.button.show_texts(made)
        if self._more is not None:
            say = translate("WordsPage", "Show less") if self._whole else translate("WordsPage", "Show all")
            self._more.setText(say)
            self._more.setAccessibleName(f"{say}: {self._written.when}")

    def _text(self, text: str, spans: Sequence[tuple[int, int]], start: int, end: int, role: str) -> QLabel:
        before, after = "… " if start else "", " …" if end < len(text) else ""
        inside = [(max(one, start), min(other, end)) for one, other in spans if one < end and other > start]
        if not inside:
            made = label(breakable(f"{before}{text[start:end]}{after}"), role, wrap=True)
        else:
            made = label("", role, wrap=True)
            made.setTextFormat(Qt.TextFormat.RichText)
            made.setText(marked(text[start:end], [(one - start, other - start) for one, other in inside], self._mark))
            made.setText(f'<div style="white-space: pre-wrap">{before}{made.text()}{after}</div>')
        made.setAccessibleName(text)
        return made

    @property
    def _mark(self) -> str:
        return f"font-weight: 700; background-color: {self._theme.colours.ember_soft}"


def _fit_in(text: QLabel) -> None:
    """A click on a row's text is one on the row; and a long text takes the width there is, not the one it would like."""
    text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    text.setMinimumWidth(1)


def marked(text: str, spans: Sequence[tuple[int, int]], style: str) -> str:
    """`text` as rich text with the spans in `style`; whatever stands in it is shown, not read as rich text."""
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    pieces: list[str] = []
    for number, (start, end) in enumerate(pairwise(edges)):
        # With its neighbour, so that a Korean word is kept whole where the mark ends within it.
        piece = escape(keep_words(breakable(text[start:end]) + text[end : end + 1])[: -1 if end < len(text) else None])
        if piece:
            pieces.append(f'<span style="{style}">{piece}</span>' if number % 2 else piece)
    return "".join(pieces)
