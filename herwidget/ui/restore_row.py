"""The settings' row that puts a backup in the journal's place."""

from PySide6.QtWidgets import QPushButton

from herwidget.ui.controls import button, label
from herwidget.ui.program import Backups, Program
from herwidget.ui.words import translate


class RestoreRow:
    """A title, what stands below it, and the button."""

    def __init__(self, program: Program, backups: Backups) -> None:
        self._program, self._backups = program, backups
        self.title = translate("Backups", "An earlier journal")
        self.below = label(
            translate("Backups", "Go on with a backup; the journal of now is kept beside it"), "small", wrap=True
        )
        self.button: QPushButton = button(translate("Backups", "Put a backup back…"), "outline", self._choose)

    def _choose(self) -> None:
        from herwidget.ui.restore_dialog import RestoreDialog

        RestoreDialog(self.button, self._program, self._backups).open()
