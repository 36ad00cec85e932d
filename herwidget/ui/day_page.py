"""Day."""

from PySide6.QtWidgets import QWidget

from herwidget.ui.program import Program
from herwidget.ui.view import History, View


class DayPage(QWidget):
    """Not there yet."""

    def __init__(self, program: Program, view: View, history: History) -> None:
        super().__init__()
