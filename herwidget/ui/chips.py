"""Options as chips, and the person's list as chips with a place for a new name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QVBoxLayout, QWidget

from herwidget.core.people import Person
from herwidget.ui.controls import chip
from herwidget.ui.layout import FlowLayout
from herwidget.ui.words import translate


class Chips(QWidget):
    """Options in a row that wraps; one at a time, or several. A second press takes a choice back."""

    changed = Signal()

    def __init__(self, *, several: bool = False) -> None:
        super().__init__()
        self._several = several
        self.flow = FlowLayout(self)
        self.buttons: list[QPushButton] = []

    def add(self, button: QPushButton, *, on: bool) -> None:
        """Add an option at the end."""
        button.setChecked(on)
        button.toggled.connect(lambda on, button=button: self._toggled(button, on))
        button.installEventFilter(self)
        self.buttons.append(button)
        self.flow.addWidget(button)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self.buttons:
            steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
            if Qt.Key(event.key()) in steps:
                index = [button is watched for button in self.buttons].index(True)
                following = (index + steps[Qt.Key(event.key())]) % len(self.buttons)
                self.buttons[following].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _toggled(self, pressed: QAbstractButton, on: bool) -> None:
        if on and not self._several:
            for button in self.buttons:
                if button is not pressed and button.isChecked():
                    button.blockSignals(True)
                    button.setChecked(False)
                    button.blockSignals(False)
                    button.update()
        self.changed.emit()


class PeopleChips(QWidget):
    """The person's list as chips, and a place to add a name."""

    changed = Signal()

    def __init__(
        self, people: Sequence[Person], add: Callable[[str], Person | None], chosen: Sequence[int], *, label_text: str
    ) -> None:
        super().__init__()
        self._add = add
        self.setAccessibleName(label_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.chips = Chips(several=True)
        column.addWidget(self.chips)
        self._ids: list[int] = []
        self._someone = chip(translate("Card", "+ someone"))
        self._someone.setCheckable(False)
        self._someone.setStyleSheet("font-weight: 400;")
        self._name = QLineEdit()
        self._name.setProperty("role", "chip")
        self._name.setPlaceholderText(translate("Card", "Their name"))
        self._name.setAccessibleName(translate("Card", "Their name"))
        self._name.setMaxLength(60)
        self._name.setFixedWidth(150)
        self._name.hide()
        self._someone.clicked.connect(self._ask_name)
        self._name.installEventFilter(self)
        for person in people:
            self._put(person, on=person.id in chosen)
        self.chips.flow.addWidget(self._someone)
        self.chips.flow.addWidget(self._name)
        self.chips.changed.connect(self.changed)

    def chosen(self) -> tuple[int, ...]:
        """The ids of the people who are on."""
        pairs = zip(self._ids, self.chips.buttons, strict=True)
        return tuple(person for person, button in pairs if button.isChecked())

    def clear_choice(self) -> None:
        """Take every choice back without saying so."""
        for button in self.chips.buttons:
            button.blockSignals(True)
            button.setChecked(False)
            button.blockSignals(False)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._name and self._name.isVisible():
            if event.type() == QEvent.Type.FocusOut:
                self._take_name()
            elif isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                # Taken here: further up, Enter would go on to the next step.
                if event.type() == QEvent.Type.KeyPress:
                    self._take_name()
                return True
        return False

    def _put(self, person: Person, *, on: bool) -> None:
        self._ids.append(person.id)
        self.chips.add(chip(person.name, person=person), on=on)

    def _ask_name(self) -> None:
        self._someone.hide()
        self._name.show()
        self._name.setFocus()
        self.chips.flow.invalidate()

    def _take_name(self) -> None:
        name = self._name.text().strip()
        person = self._add(name) if name else None
        if name and person is None:
            # It could not be kept: the name stays where it was typed.
            return
        self._name.clear()
        self._name.hide()
        self._someone.show()
        if person is None:
            return
        if person.id in self._ids:
            self.chips.buttons[self._ids.index(person.id)].setChecked(True)
            return
        for widget in (self._someone, self._name):
            self.chips.flow.removeWidget(widget)
        self._put(person, on=True)
        self.chips.flow.addWidget(self._someone)
        self.chips.flow.addWidget(self._name)
        self.changed.emit()
        self._someone.setFocus()
