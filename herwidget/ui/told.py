"""What stands below a row's title: what the row is for, and what became of the last thing done there."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from herwidget.ui.answer_words import breakable
from herwidget.ui.controls import clear, label


class Told(QWidget):
    """A small line; `sentence` is what was last said below it, None where nothing is to be said."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(label(what, "small", wrap=True))
        self.sentence: QLabel | None = None

    def say(self, sentence: str, role: str) -> None:
        """Say a sentence, in place of the last, and bring it into view. `role` is one the style sheet knows."""
        self.say_nothing()
        # A path may be wider than the page.
        self.sentence = told = label(breakable(sentence), role, wrap=True)
        told.setAccessibleName(sentence)
        self._column.addWidget(told)
        # The row may stand at its page's end, and is taller now.
        page: QWidget | None = self
        while page is not None and not isinstance(page, QScrollArea):
            if (layout := page.layout()) is not None:
                layout.activate()
            page = page.parentWidget()
        if page is not None:
            area = page
            QTimer.singleShot(0, told, lambda: area.ensureWidgetVisible(told))

    def say_nothing(self) -> None:
        """Take the last sentence away."""
        if self.sentence is not None:
            self._column.removeWidget(self.sentence)
            clear(self.sentence)
            self.sentence = None
