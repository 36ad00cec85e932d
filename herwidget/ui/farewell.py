"""The last window of a program that has erased all it ever wrote: what is gone, and what is not."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from herwidget.ui.answer_words import breakable
from herwidget.ui.controls import heading, label
from herwidget.ui.erase_words import erased, may_still_start, not_removed
from herwidget.ui.read_dialog import ReadDialog
from herwidget.ui.words import translate


class Farewell(ReadDialog):
    """A few sentences."""

    def __init__(self, title: str, sentences: Sequence[str]) -> None:
        super().__init__()
        self.setWindowTitle("Herwidget")
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(12)
        column.addWidget(heading(title, 20))
        for sentence in sentences:
            told = label(breakable(sentence), wrap=True)
            told.setAccessibleName(sentence)
            column.addWidget(told)
        column.addSpacing(6)
        column.addLayout(self.close_row())


def say_what_was_erased(files_left: Sequence[Path], *, still_starts: bool) -> None:
    """Say that all is gone but what is named, and wait until it was read."""
    left = [not_removed(files_left)] if files_left else []
    left += [may_still_start()] if still_starts else []
    if left:
        Farewell(translate("Erase", "Not everything is erased"), left).exec()
    else:
        Farewell(translate("Erase", "Everything is erased"), [erased()]).exec()


def say_nothing_was_erased(reason: str) -> None:
    """Say why all is still there, and wait until it was read."""
    Farewell(translate("Erase", "Nothing was erased."), [reason]).exec()
