"""Choosing the backup to go on with. What the journal is now is kept, so one click is enough."""

from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from herwidget.core.local_time import local_day
from herwidget.core.ports import JournalError
from herwidget.ui.answer_words import breakable
from herwidget.ui.backup_words import kind_words, of_no_use, restore_trouble, what_putting_back_does
from herwidget.ui.controls import button, heading, label, tooltip
from herwidget.ui.erase_words import contents_words
from herwidget.ui.list_style import list_style
from herwidget.ui.program import Backups, Program
from herwidget.ui.words import date_words, keep_words, translate
from herwidget.ui.work_area import largest_window

_SIZE = QSize(520, 380)
_PATH = Qt.ItemDataRole.UserRole


class RestoreDialog(QDialog):
    """The backups, the newest first, and a file from elsewhere; what each would bring is looked up one by one."""

    def __init__(self, parent: QWidget, program: Program, backups: Backups) -> None:
        super().__init__(parent.window())
        self._program, self._backups = program, backups
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = translate("Backups", "Put a backup back")
        self.setWindowTitle(title)
        self.resize(_SIZE.boundedTo(self._most()))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(heading(title, 20))
        column.addWidget(label(what_putting_back_does(program.journal_path), "quiet", wrap=True))
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Backups", "Backups"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet(list_style(program))
        column.addWidget(self.list, 1)
        self._none = label(translate("Backups", "There are no backups yet."), "small")
        column.addWidget(self._none)
        self._trouble = label("", "trouble", wrap=True)
        self._trouble.hide()
        column.addWidget(self._trouble)
        buttons = QHBoxLayout()
        self.another = button(translate("Backups", "Another file…"), "outline", self._choose_another)
        self.cancel = button(translate("People", "Cancel"), "outline", self.close)
        self.put_back = button(translate("Backups", "Put back"), "primary", self._put_back)
        self.put_back.setDefault(True)
        buttons.addWidget(self.another)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.put_back)
        column.addLayout(buttons)
        self._fill()

    def add_file(self, path: Path) -> None:
        """Let a file from elsewhere be chosen; where it cannot be put back, say why."""
        self._say("")
        try:
            contents = self._backups.look_into(path)
        except JournalError as error:
            self._say(restore_trouble(error))
            return
        self.list.insertItem(0, _item(path, f"{path.name}  ·  {contents_words(contents)}"))
        self.list.setCurrentRow(0)
        self._follow()
        self.list.setFocus()

    def _fill(self) -> None:
        today = local_day(self._program.clock(), self._program.zone())
        self._unseen = []
        for backup in self._backups.there():
            item = _item(backup.path, f"{date_words(backup.day, today)}  ·  {kind_words(backup.kind)}")
            self.list.addItem(item)
            self._unseen.append(item)
        self.list.setCurrentRow(0)
        self.list.currentItemChanged.connect(self._follow)
        self._follow()
        (self.list if self._unseen else self.another).setFocus()
        # The dialog is on the screen before the first is read.
        QTimer.singleShot(0, self, self._look_into_next)

    def _look_into_next(self) -> None:
        if not self._unseen:
            return
        item = self._unseen.pop(0)
        try:
            told, usable = contents_words(self._backups.look_into(item.data(_PATH))), True
        except JournalError as error:
            told, usable = of_no_use(error.trouble), False
        item.setText(f"{item.text()}  ·  {told}")
        if not usable:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            if item is self.list.currentItem():
                self.list.setCurrentRow(self._first_usable())
        self._follow()
        QTimer.singleShot(0, self, self._look_into_next)

    def _first_usable(self) -> int:
        rows = (row for row in range(self.list.count()) if self.list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled)
        return next(rows, -1)

    def _follow(self) -> None:
        item = self.list.currentItem()
        self.put_back.setEnabled(item is not None and bool(item.flags() & Qt.ItemFlag.ItemIsEnabled))
        self.list.setVisible(self.list.count() > 0)
        self._none.setVisible(self.list.count() == 0)

    def _choose_another(self) -> None:
        from herwidget.ui.usual_folder import usual_folder

        title = translate("Backups", "Choose a backup, or a copy of a journal")
        begin = str(usual_folder(QStandardPaths.StandardLocation.DocumentsLocation))
        kinds = translate("Backups", "Journals (*.db);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, title, begin, kinds)
        if chosen:
            self.add_file(Path(chosen))

    def _put_back(self) -> None:
        QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
        try:
            trouble = self._backups.put_back(self.list.currentItem().data(_PATH))
        finally:
            QGuiApplication.restoreOverrideCursor()
        if trouble:
            self._say(trouble)
        else:
            self.close()

    def _say(self, sentence: str) -> None:
        self._trouble.setText(keep_words(breakable(sentence)))
        self._trouble.setAccessibleName(sentence)
        self._trouble.setVisible(bool(sentence))
        self._column.activate()
        wanted = max(self.height(), self.heightForWidth(self.width()))
        self.resize(self.width(), min(wanted, self._most().height()))

    def _most(self) -> QSize:
        return largest_window(self.screen(), self._program.free_of_panels)


def _item(path: Path, text: str) -> QListWidgetItem:
    made = QListWidgetItem(text)
    made.setData(_PATH, path)
    made.setToolTip(tooltip(str(path)))
    return made
