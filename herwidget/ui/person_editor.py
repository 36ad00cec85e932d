"""Somebody on the list: their name and how to reach them, nothing more."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from herwidget.core.people import Person, ReachKind
from herwidget.core.people_port import NameTaken, NewPerson
from herwidget.core.ports import JournalError
from herwidget.core.reach import Reach, as_kept, check_reach, guess_kind
from herwidget.ui.controls import button, heading, label
from herwidget.ui.history import History
from herwidget.ui.people_words import kind_names, named, reach_problem_words
from herwidget.ui.program import Program
from herwidget.ui.segments import Segments
from herwidget.ui.view import View
from herwidget.ui.words import journal_trouble, keep_words, translate

LONGEST_NAME = 120
_EXAMPLES = {
    ReachKind.EMAIL: "mina@example.org",
    ReachKind.PHONE: "+82 10-1234-5678",
    ReachKind.LINK: "https://open.kakao.com/…",
}


class PersonEditor(QDialog):
    """A name, and an address that is checked as it is typed; Enter keeps them, Esc changes nothing."""

    def __init__(
        self, parent: QWidget, program: Program, view: View, history: History, person: Person | None = None
    ) -> None:
        super().__init__(parent.window())
        self._program, self._view, self._history, self._person = program, view, history, person
        self._kind = (person.reach_kind if person else None) or ReachKind.PHONE
        self._chosen_by_hand = bool(person and person.reach_kind)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = translate("People", "Someone who can hear you") if person is None else translate("People", "Edit")
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        column.addWidget(heading(title, 20))
        self.name = _field(column, translate("People", "Name"), person.name if person else "")
        self.name.setMaxLength(LONGEST_NAME)
        column.addSpacing(4)
        self.address = QLineEdit(person.reach if person else "")
        self._add_reach(column)
        self._hint = label("", "small", wrap=True)
        # Room for its sentence, so that nothing moves while one types.
        self._hint.setMinimumHeight(2 * self._hint.fontMetrics().lineSpacing())
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._hint)
        self._trouble = label("", "trouble", wrap=True)
        self._trouble.hide()
        column.addWidget(self._trouble)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(translate("People", "Cancel"), "outline", self.close))
        buttons.addWidget(button(translate("People", "Save"), "primary", self.save))
        column.addLayout(buttons)
        self.address.textChanged.connect(self._typed)
        self.name.textChanged.connect(lambda _text: self._check())
        self._check()
        self.name.setFocus()

    def save(self) -> None:
        """Keep what was given, or say what is missing."""
        name, address = " ".join(self.name.text().split()), self.address.text().strip()
        if not name:
            self._say(translate("People", "Give a name first, any that you know them by."), self.name)
            return
        problem = check_reach(self._kind, address) if address else None
        if problem is not None:
            self._say(reach_problem_words(problem, self._kind), self.address)
            return
        reach = Reach(self._kind, as_kept(self._kind, address)) if address else None
        try:
            self._keep(name, reach)
        except NameTaken as taken:
            self._say(_taken_words(taken), self.name)
        except JournalError as error:
            self._say(journal_trouble(error))
        except LookupError:
            self.close()
            self._view.edited.emit()
        else:
            self.close()
            language = self._program.language
            if self._person is None:
                told = translate("People", "{name} is on the list.").format(name=named(name, "이/가", language))
            else:
                told = translate("People", "The changes to {name} were kept.").format(name=name)
            self._view.say_edited(told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        else:
            super().keyPressEvent(event)

    def _keep(self, name: str, reach: Reach | None) -> None:
        people = self._history.people
        if self._person is None:
            people.add([NewPerson(name, reach)])
        else:
            kind, address = (reach.kind, reach.address) if reach else (None, "")
            people.change(replace(self._person, name=name, reach_kind=kind, reach=address))

    def _add_reach(self, column: QVBoxLayout) -> None:
        text = translate("People", "How to reach them, if you like")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(text, "small"), 1)
        options = [(name, kind) for kind, name in kind_names().items()]
        self._kinds = Segments(translate("People", "How to reach them"), options, self._kind, self._choose)
        row.addWidget(self._kinds)
        column.addLayout(row)
        self.address.setAccessibleName(text)
        column.addWidget(self.address)

    def _choose(self, kind: object) -> None:
        assert isinstance(kind, ReachKind)
        self._kind, self._chosen_by_hand = kind, True
        self._check()

    def _typed(self, text: str) -> None:
        guessed = guess_kind(text) or _begun(text)
        if guessed is not None and not self._chosen_by_hand:
            self._kind = guessed
            self._kinds.choose(guessed)
        self._check()

    def _check(self) -> None:
        self.address.setPlaceholderText(_EXAMPLES[self._kind])
        text = self.address.text().strip()
        problem = check_reach(self._kind, text) if text else None
        hint = reach_problem_words(problem, self._kind) if problem else ""
        self._hint.setText(keep_words(hint))
        self._hint.setAccessibleName(hint or " ")
        self._hint.show()
        self.address.setAccessibleDescription(hint)
        self._trouble.hide()

    def _say(self, sentence: str, field: QLineEdit | None = None) -> None:
        self._trouble.setText(keep_words(sentence))
        self._trouble.setAccessibleName(sentence)
        self._hint.hide()  # it may say the same
        self._trouble.show()
        self._column.activate()
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))
        if field is not None:
            field.setFocus()


def _field(column: QVBoxLayout, name: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    column.addWidget(label(name, "small"))
    column.addWidget(made)
    return made


def _begun(text: str) -> ReachKind | None:
    """What an address seems to become; None where that cannot be told yet."""
    text = text.strip().lower()
    if "://" in text or text.startswith("www."):
        return ReachKind.LINK
    if "@" in text:
        return ReachKind.EMAIL
    return ReachKind.PHONE if text[:1].isdecimal() or text.startswith(("+", "(")) else None


def _taken_words(taken: NameTaken) -> str:
    if taken.put_away:
        text = translate("People", "“{name}” was put away. Take them back from the list, or choose another name.")
    else:
        text = translate("People", "“{name}” is on your list already. Choose a name that tells them apart.")
    return text.format(name=taken.name)
