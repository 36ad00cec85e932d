"""A field for a few words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea

from herwidget.ui.controls import scroll_area_of
from herwidget.ui.words import translate

_NOTE_PADDING, _CARET_ROOM = 15, 30


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
