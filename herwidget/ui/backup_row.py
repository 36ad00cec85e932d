"""The settings' row that tells of the backups, and makes one."""

from PySide6.QtWidgets import QLabel

from herwidget.core.local_time import local_day
from herwidget.ui.backup_words import backups_kept
from herwidget.ui.controls import button, say
from herwidget.ui.program import Backups, Program
from herwidget.ui.words import translate


class BackupsKept(QLabel):
    """How many backups there are, and of when the last is; follows each that is made."""

    def __init__(self, program: Program, backups: Backups) -> None:
        super().__init__()
        self._program, self._backups = program, backups
        self.setProperty("role", "small")
        self.setWordWrap(True)
        self._follow()
        program.backups_changed.connect(self._follow)

    def _follow(self) -> None:
        today = local_day(self._program.clock(), self._program.zone())
        say(self, backups_kept([backup.day for backup in self._backups.there()], today))


class BackupRow:
    """A title, what stands below it, and the button."""

    def __init__(self, program: Program, backups: Backups) -> None:
        self.title = translate("Backups", "Backups")
        self.below = BackupsKept(program, backups)
        self.button = button(translate("Backups", "Back up now"), "outline", backups.make)
        self.button.setEnabled(program.opened is not None)
