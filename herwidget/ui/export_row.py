"""The settings' row that exports everything the person told."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QPushButton

from herwidget.core.ports import JournalError
from herwidget.ui.controls import button
from herwidget.ui.program import Program
from herwidget.ui.told import Told
from herwidget.ui.words import journal_trouble, translate


class ExportRow:
    """A title, what stands below it with what became of the last export, and the button."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.title = translate("Export", "Everything you told, in a file")
        self.button: QPushButton = button(translate("Export", "Export…"), "outline", self._choose)
        self.below = Told(
            translate("Export", "A table for a spreadsheet (CSV), or all that is kept, for programs (JSON)")
        )

    def _choose(self) -> None:
        from PySide6.QtCore import QStandardPaths
        from PySide6.QtWidgets import QFileDialog

        from herwidget.ui.usual_folder import usual_folder

        kinds = translate("Export", "Table for a spreadsheet (*.csv);;All that is kept, for programs (*.json)")
        proposed = str(usual_folder(QStandardPaths.StandardLocation.DocumentsLocation) / "herwidget.csv")
        chosen, kind = QFileDialog.getSaveFileName(self.button, translate("Export", "Export"), proposed, kinds)
        if not chosen:
            return
        asked, wanted = Path(chosen), ".json" if "json" in kind else ".csv"
        path = asked
        if not asked.suffix:
            path = asked.with_name(asked.name + wanted)
        elif wanted == ".json" and asked.suffix.lower() == ".csv":
            # The other kind was chosen, and the name left as it was proposed.
            path = asked.with_suffix(wanted)
        # The dialog has asked before a file is replaced, but of the name that it gave.
        self.export_to(path, replace=path == asked)

    def export_to(self, path: Path, *, replace: bool) -> None:
        """Write the file, and say here what became of it."""
        from herwidget.core.export import ExportError
        from herwidget.ui.export_words import export_trouble, exported

        opened = self._program.opened
        if opened is None:
            self.below.say(self._program.trouble, "trouble")
            return
        QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
        try:
            self.below.say(exported(opened.export(path, replace), path), "notice")
        except ExportError as error:
            self.below.say(export_trouble(error), "trouble")
        except JournalError as error:
            self.below.say(journal_trouble(error), "trouble")
        finally:
            QGuiApplication.restoreOverrideCursor()
