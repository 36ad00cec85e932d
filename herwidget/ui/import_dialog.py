"""Choosing a few people from an address book. Nobody is chosen beforehand, and only those chosen are kept."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from herwidget.core.contacts import Contacts, ImportedPerson
from herwidget.core.people_port import NameTaken, NewPerson
from herwidget.core.ports import JournalError
from herwidget.ui.controls import button, heading, label, tooltip
from herwidget.ui.history import History
from herwidget.ui.list_style import list_style
from herwidget.ui.people_words import named, unreadable_words
from herwidget.ui.program import Program
from herwidget.ui.view import View
from herwidget.ui.words import journal_trouble, keep_words, translate
from herwidget.ui.work_area import largest_window

_SIZE = QSize(480, 520)


class ImportDialog(QDialog):
    """The people of an address book by name, to be searched and ticked."""

    def __init__(
        self,
        parent: QWidget,
        program: Program,
        view: View,
        history: History,
        contacts: Contacts,
        listed: Collection[str],
    ) -> None:
        super().__init__(parent.window())
        self._program, self._view, self._history = program, view, history
        self._people = contacts.people
        self._state_pressed = Qt.CheckState.Unchecked
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = translate("People", "Choose who can hear you")
        self.setWindowTitle(title)
        self.resize(_SIZE.boundedTo(self._most()))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(heading(title, 20))
        note = translate("People", "Only those you tick are kept: their name and the first way to reach them.")
        column.addWidget(
            label(" ".join(filter(None, (note, unreadable_words(contacts.unreadable)))), "quiet", wrap=True)
        )
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("People", "Find a name"))
        self.search.setAccessibleName(translate("People", "Find a name"))
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        column.addWidget(self.search)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setStyleSheet(list_style(program))
        for person in self._people:
            self.list.addItem(_item(person, on_list=person.name in listed))
        self.list.itemChanged.connect(lambda _item: self._count())
        self.list.itemPressed.connect(self._pressed)
        self.list.itemClicked.connect(self._clicked)
        self.list.installEventFilter(self)
        column.addWidget(self.list, 1)
        self._trouble = label("", "trouble", wrap=True)
        self._trouble.hide()
        column.addWidget(self._trouble)
        buttons = QHBoxLayout()
        self._counted = label("", "small")
        buttons.addWidget(self._counted, 1)
        buttons.addWidget(button(translate("People", "Cancel"), "outline", self.close))
        self.add = button(translate("People", "Add"), "primary", self.save)
        buttons.addWidget(self.add)
        column.addLayout(buttons)
        self._count()
        self.search.setFocus()

    def save(self) -> None:
        """Put those ticked on the list."""
        chosen = self._chosen()
        if not chosen:
            return
        try:
            self._history.people.add([NewPerson(person.name, person.reach) for person in chosen])
        except NameTaken as taken:
            self._say(
                translate("People", "“{name}” is on your list already; nobody was added.").format(name=taken.name)
            )
        except JournalError as error:
            self._say(journal_trouble(error))
        else:
            self.close()
            self._view.say_edited(_added_words(chosen, self._program.language))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.search and (enter or event.key() == Qt.Key.Key_Down):
                self._go_to_list()
                return True
            if watched is self.list and enter:
                _toggle(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _pressed(self, item: QListWidgetItem) -> None:
        self._state_pressed = item.checkState()

    def _clicked(self, item: QListWidgetItem) -> None:
        # On its box, the click has changed it already; anywhere else in the row it does so here.
        if item.checkState() is self._state_pressed:
            _toggle(item)

    def _chosen(self) -> list[ImportedPerson]:
        items = (self.list.item(row) for row in range(self.list.count()))
        pairs = zip(self._people, items, strict=True)
        return [person for person, item in pairs if item.checkState() is Qt.CheckState.Checked]

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for row, person in enumerate(self._people):
            told = _told(person).casefold()
            self.list.setRowHidden(row, not all(word in told for word in wanted))

    def _go_to_list(self) -> None:
        shown = (row for row in range(self.list.count()) if not self.list.isRowHidden(row))
        first = next(shown, None)
        if first is not None:
            self.list.setCurrentRow(first)
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _count(self) -> None:
        chosen = len(self._chosen())
        text = translate("People", "{chosen} of {all} ticked").format(chosen=chosen, all=len(self._people))
        self._counted.setText(keep_words(text))
        self._counted.setAccessibleName(text)
        self.add.setEnabled(chosen > 0)

    def _say(self, sentence: str) -> None:
        self._trouble.setText(keep_words(sentence))
        self._trouble.setAccessibleName(sentence)
        self._trouble.show()
        self._column.activate()
        wanted = max(self.height(), self.heightForWidth(self.width()))
        self.resize(self.width(), min(wanted, self._most().height()))

    def _most(self) -> QSize:
        return largest_window(self.screen(), self._program.free_of_panels)


def _item(person: ImportedPerson, *, on_list: bool) -> QListWidgetItem:
    text = _told(person)
    if on_list:
        text = translate("People", "{name} · on your list").format(name=person.name)
    made = QListWidgetItem(text)
    made.setToolTip(tooltip("\n".join((person.name, *(reach.address for reach in person.reaches)))))
    made.setCheckState(Qt.CheckState.Unchecked)
    if on_list:
        made.setFlags(Qt.ItemFlag.NoItemFlags)
    return made


def _told(person: ImportedPerson) -> str:
    return f"{person.name}  ·  {person.reach.address}" if person.reach else person.name


def _toggle(item: QListWidgetItem | None) -> None:
    if item is None or not item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
        return
    on = item.checkState() is Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)


def _added_words(chosen: list[ImportedPerson], language: str) -> str:
    if len(chosen) == 1:
        return translate("People", "{name} is on the list.").format(name=named(chosen[0].name, "이/가", language))
    return translate("People", "{count} people are on the list now.").format(count=len(chosen))
