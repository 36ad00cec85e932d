"""The settings' row that exports everything the person told."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from herwidget.core.ports import JournalError
from herwidget.ui.controls import button, label, say
from herwidget.ui.program import Program
from herwidget.ui.words import journal_trouble, translate


class ExportRow:
    """A title, a line that says what will be written and then what became of it, and the button."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.title = translate("Export", "Everything you told, in a file")
        what = translate("Export", "A table for a spreadsheet (CSV), or all that is kept, for programs (JSON)")
        self.told: QLabel = label(what, "small", wrap=True)
        self.button: QPushButton = button(translate("Export", "Export…"), "outline", self._choose)

    def _choose(self) -> None:
        from PySide6.QtCore import QStandardPaths
        from PySide6.QtWidgets import QFileDialog

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = translate("Export", "Table for a spreadsheet (*.csv);;All that is kept, for programs (*.json)")
        proposed = str(Path(documents) / "herwidget.csv")
        chosen, kind = QFileDialog.getSaveFileName(self.button, translate("Export", "Export"), proposed, kinds)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix:
            # The dialog has asked before a file is replaced; of the name with an ending it does not know.
            self.export_to(path, replace=True)
        else:
            ending = ".json" if "json" in kind else ".csv"
            self.export_to(path.with_name(path.name + ending), replace=False)

    def export_to(self, path: Path, *, replace: bool) -> None:
        """Write the file, and say here what became of it."""
        from herwidget.core.export import ExportError
        from herwidget.ui.export_words import export_trouble, exported

        opened = self._program.opened
        if opened is None:
            self._say(self._program.trouble, "trouble")
            return
        QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
        try:
            self._say(exported(opened.export(path, replace), path), "notice")
        except ExportError as error:
            self._say(export_trouble(error), "trouble")
        except JournalError as error:
            self._say(journal_trouble(error), "trouble")
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _say(self, sentence: str, role: str) -> None:
        say(self.told, sentence)
        self.told.setProperty("role", role)
        self.told.style().polish(self.told)
