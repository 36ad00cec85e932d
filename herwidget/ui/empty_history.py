"""What a page of the history says before there is anything to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from herwidget.ui.controls import button, heading, label
from herwidget.ui.program import Program
from herwidget.ui.theme import HEADING_PIXELS
from herwidget.ui.words import translate


class EmptyHistory(QWidget):
    """What will be here, kindly, and a way to begin."""

    def __init__(self, program: Program, page: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        titles = {
            "thread": translate("Empty", "Nothing to see yet, and that is fine"),
            "year": translate("Empty", "A year begins with a day"),
            "rhythm": translate("Empty", "The rhythm of your weeks"),
        }
        texts = {
            "thread": translate(
                "Empty",
                "Here your days will stand side by side, from their heaviest to their lightest moment, with a dot "
                "where somebody heard you. The first answer puts the first one there.",
            ),
            "year": translate(
                "Empty",
                "Each day you tell of becomes a cell here, in the colour of its mood. Days without one stay empty.",
            ),
            "rhythm": translate(
                "Empty",
                "Once you have answered at different hours, this shows which hours of the week tend to be lighter or "
                "heavier, and how many answers that rests on.",
            ),
        }
        column.addWidget(heading(titles[page], HEADING_PIXELS))
        column.addWidget(label(texts[page], "quiet", wrap=True))
        check_in = button(translate("Empty", "Check in now"), "primary", program.check_in_wanted.emit)
        column.addWidget(check_in, 0, Qt.AlignmentFlag.AlignLeft)
