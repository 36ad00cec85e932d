"""What stands below a row's title: what the row is for, and what became of the last thing done there."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

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
        """Say a sentence, in place of the last; "" says nothing more. `role` is one the style sheet knows."""
        if self.sentence is not None:
            self._column.removeWidget(self.sentence)
            clear(self.sentence)
            self.sentence = None
        if sentence:
            # A path may be wider than the page.
            self.sentence = label(breakable(sentence), role, wrap=True)
            self.sentence.setAccessibleName(sentence)
            self._column.addWidget(self.sentence)
