"""How a figure is worked out, in plain words, in a small window of its own."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from herwidget.core.explanations import parse_explanations
from herwidget.ui.controls import heading, label
from herwidget.ui.program import Program
from herwidget.ui.read_dialog import ReadDialog
from herwidget.ui.work_area import largest_window

_SIZE, _SMALLEST = QSize(520, 480), QSize(420, 320)


class Explanation(ReadDialog):
    """One figure's explanation"""

    def __init__(self, parent: QWidget, program: Program, name: str) -> None:
        super().__init__(parent)
        file = "notices.toml" if name == "notices" else "figures.toml"
        text = (program.resources / "help" / file).read_text(encoding="utf-8")
        told, language = parse_explanations(text)[name], program.language
        self.setWindowTitle(told.title.of(language))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        most = largest_window(self.screen(), program.free_of_panels)
        self.setMinimumSize(_SMALLEST.boundedTo(most))
        self.resize(_SIZE.boundedTo(most))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 18)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(told.title.of(language))
        content = QWidget()
        texts = QVBoxLayout(content)
        texts.setContentsMargins(28, 24, 28, 12)
        texts.setSpacing(12)
        texts.addWidget(heading(told.title.of(language), 20))
        for paragraph in told.paragraphs:
            texts.addWidget(label(paragraph.of(language), wrap=True))
        texts.addStretch(1)
        scroll.setWidget(content)
        column.addWidget(scroll, 1)
        row = self.close_row()
        row.setContentsMargins(28, 6, 28, 0)
        column.addLayout(row)


def explain(parent: QWidget, program: Program, name: str) -> None:
    """Open the explanation of the figure of this name."""
    Explanation(parent.window(), program, name).open()
