"""A row of the words page: when it was, what was written with the matches marked, and the question beneath.

A row paints itself: forty rows made of labels take a third of a second to lay out, these a few milliseconds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from herwidget.core.history.search import Query, excerpt
from herwidget.ui.theme import BODY_PIXELS, KICKER_PIXELS, ThemeKeeper
from herwidget.ui.words import keep_words, translate

_LINES, _LINE_WIDTH = 6, 72
_SIDE, _ABOVE = 18, 11
_LONGEST_NAME = 500


@dataclass(frozen=True)
class Written:
    """What a row tells: `texts` are the words and the note, each only where there is one."""

    when: str
    texts: tuple[str, ...]
    question: str


class EntryRow(QAbstractButton):
    """One entry, all of which is a button. A long one is shortened, unless it is shown whole."""

    shown_whole = Signal(bool)

    def __init__(self, theme: ThemeKeeper, written: Written, query: Query, *, whole: bool, ruled: bool) -> None:
        super().__init__()
        self._theme, self._written, self._ruled, self._whole = theme, written, ruled, whole
        spans = [query.spans(text) for text in written.texts]
        self._texts = list(zip(written.texts, spans, strict=True))
        self._parts = [excerpt(text, found, _LINES, _LINE_WIDTH) for text, found in self._texts]
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._heights: dict[int, int] = {}
        self._marked: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleDescription(translate("WordsPage", "Opens this day"))
        self._write()

    @property
    def long(self) -> bool:
        """Whether there is more than what is shown at first."""
        return any(part != (0, len(text)) for (text, _), part in zip(self._texts, self._parts, strict=True))

    @property
    def when(self) -> str:
        """The day and time."""
        return self._written.when

    @property
    def whole(self) -> bool:
        """Whether all of it is shown."""
        return self._whole

    def show_whole(self, whole: bool) -> None:
        """Show all of it, or the shortened text."""
        self._whole = whole
        self._write()
        self.updateGeometry()
        self.update()
        self.shown_whole.emit(whole)

    def shown(self) -> str:
        """The text as it is shown."""
        return self._document.toPlainText()

    def marked(self) -> list[str]:
        """The pieces that are marked as found."""
        return list(self._marked)

    def sizeHint(self) -> QSize:
        return QSize(320, 60)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 40)

    def heightForWidth(self, width: int) -> int:
        # Layouts ask for several widths in turn, and to break the lines anew takes a millisecond.
        if width not in self._heights:
            self._break_lines(width)
            self._heights[width] = round(self._document.size().height()) + 2 * _ABOVE
        return self._heights[width]

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
        painter = QPainter(self)
        if self._ruled:
            painter.fillRect(0, 0, self.width(), 1, QColor(colours.line))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.sunken) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(colours.ember) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(6.5, 4.5, -6.5, -3.5), 10, 10)
        self._break_lines(self.width())
        painter.translate(QPointF(_SIDE, _ABOVE))
        self._document.drawContents(painter)

    def _break_lines(self, width: int) -> None:
        inside = max(1, width - 2 * _SIDE)
        if self._document.textWidth() != inside:
            self._document.setTextWidth(inside)

    def _write(self) -> None:
        """Write what is shown into the document."""
        self._heights.clear()
        colours, self._marked = self._theme.colours, []
        self._document.clear()
        font = QFont(self.font())
        font.setPixelSize(BODY_PIXELS)
        self._document.setDefaultFont(font)
        cursor = QTextCursor(self._document)
        small = _format(colours.ink_3, KICKER_PIXELS)
        cursor.insertText(keep_words(self._written.when), small)
        for number, ((text, spans), part) in enumerate(zip(self._texts, self._parts, strict=True)):
            cursor.insertBlock(_space_above(4))
            plain = _format(colours.ink_2 if number else colours.ink, BODY_PIXELS)
            marked = QTextCharFormat(plain)
            marked.setFontWeight(QFont.Weight.Bold)
            marked.setBackground(QColor(colours.ember_soft))
            start, end = (0, len(text)) if self._whole else part
            cursor.insertText("… " if start else "", plain)
            for begin, stop, found in _pieces(spans, start, end):
                cursor.insertText(_on_screen(text[begin:stop], text[stop:end]), marked if found else plain)
                self._marked += [text[begin:stop]] if found else []
            cursor.insertText(" …" if end < len(text) else "", plain)
        if self._written.question:
            cursor.insertBlock(_space_above(4))
            cursor.insertText(keep_words(self._written.question), small)
        name = ". ".join(part for part in (self._written.when, *self._written.texts, self._written.question) if part)
        self.setAccessibleName(name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…")


def _pieces(spans: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """What lies between `start` and `end`, cut where a span begins and ends, and whether it is one."""
    inside = [(max(one, start), min(other, end)) for one, other in spans if one < end and other > start]
    edges = [start, *(edge for span in inside for edge in span), end]
    for number, (begin, stop) in enumerate(pairwise(edges)):
        if begin < stop:
            yield begin, stop, number % 2 == 1


def _on_screen(piece: str, after: str) -> str:
    """`piece` as it is set: its lines in one paragraph, its last Korean word kept with what comes `after`."""
    kept = keep_words(piece + after[:1])
    return (kept[:-1] if after else kept).replace("\r", "").replace("\n", "\u2028")


def _format(colour: str, pixels: int) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    made.setProperty(QTextFormat.Property.FontPixelSize, pixels)
    return made


def _space_above(pixels: int) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setTopMargin(pixels)
    return made
