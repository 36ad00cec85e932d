"""People: who can hear the person, how to reach them, when they last did, and how it was after."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from herwidget.core.contacts import ContactsError
from herwidget.core.history.differences import after_being_with
from herwidget.core.history.ranges import Range, days_of
from herwidget.core.people import Person, ReachKind
from herwidget.core.ports import JournalError
from herwidget.core.reach import call_uri, check_reach, link_uri, mail_uri, sms_uri
from herwidget.ui.charts.after_chart import AfterChart
from herwidget.ui.charts.chart import Look
from herwidget.ui.charts.chart_panel import ChartPanel
from herwidget.ui.controls import Shortened, badge, button, clear, heading, label, panel, press_focused_button, rule
from herwidget.ui.history import History
from herwidget.ui.history_words import after_rows
from herwidget.ui.people_words import after_words, contacts_trouble, heard_words, named
from herwidget.ui.program import Program
from herwidget.ui.theme import HEADING_PIXELS
from herwidget.ui.view import View
from herwidget.ui.words import journal_trouble, translate

if TYPE_CHECKING:
    from herwidget.core.history.differences import Difference
    from herwidget.core.history.records import LastHeard

_BADGE = 34
_UP = QKeySequence(Qt.KeyboardModifier.AltModifier | Qt.Key.Key_Up)
_DOWN = QKeySequence(Qt.KeyboardModifier.AltModifier | Qt.Key.Key_Down)


@dataclass
class _Left:
    """What a page leaves to the one built in its place: where the keyboard was, and whether the folded list is open."""

    keyboard: str = ""
    open: bool = False


_left_behind: WeakKeyDictionary[View, _Left] = WeakKeyDictionary()


class PeoplePage(QWidget):
    """The list of people with all that can be done to it, and the differences of mood after them."""

    def __init__(self, program: Program, view: View, history: History) -> None:
        super().__init__()
        self._program, self._view, self._history = program, view, history
        self._left = _left_behind.setdefault(view, _Left())
        self._people = history.people.people()
        self._said: QLabel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(30, 22, 30, 24)
        self._column.setSpacing(14)
        self._column.addLayout(self._header())
        differences = self._differences()
        if self._people:
            self._column.addWidget(self._list(differences))
        else:
            self._column.addWidget(label(_nobody_words(), "quiet", wrap=True))
        put_away = history.people.people_put_away()
        if put_away:
            self._add_put_away(put_away)
        self._add_chart(differences)
        self._column.addStretch(1)
        for keys, step in ((_UP, -1), (_DOWN, 1)):
            QShortcut(keys, self).activated.connect(partial(self._move_focused, step))
        # The window takes the keyboard once the page is built.
        QTimer.singleShot(0, self, self._take_keyboard)

    def import_from(self, path: Path) -> QDialog | None:
        """Let the person choose from an address book; what stands in the way is said here."""
        from herwidget.ui.import_dialog import ImportDialog

        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            contacts = self._history.read_contacts(path)
        except ContactsError as error:
            self._say(contacts_trouble(error, path))
            return None
        finally:
            QGuiApplication.restoreOverrideCursor()
        listed = {person.name for person in self._people}
        dialog = ImportDialog(self, self._program, self._view, self._history, contacts, listed)
        dialog.open()
        return dialog

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter and press_focused_button(self)):
            super().keyPressEvent(event)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(heading(translate("People", "People who can hear you"), HEADING_PIXELS), 1)
        book = button(translate("People", "Import…"), "plain", self._choose_file)
        book.setObjectName("import")
        book.setToolTip(translate("People", "From an address book, a vCard file"))
        # As high as the button beside it.
        book.setStyleSheet("min-height: 32px; max-height: 32px; padding: 0 10px;")
        row.addWidget(book, 0, Qt.AlignmentFlag.AlignTop)
        add = button(translate("People", "Add"), "outline", partial(self._edit, None))
        add.setObjectName("add")
        row.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _differences(self) -> Mapping[int | None, Difference]:
        journal = self._history.journal
        days = days_of(Range.ALL, self._view.today, journal.first_day())
        return after_being_with(journal.mood_pairs(days.first, days.last))

    def _list(self, differences: Mapping[int | None, Difference]) -> QWidget:
        last = self._history.journal.last_hearings()
        box = panel()
        column = QVBoxLayout(box)
        column.setContentsMargins(18, 12, 12, 12)
        column.setSpacing(11)
        for place, person in enumerate(self._people):
            if place:
                column.addWidget(rule())
            column.addLayout(self._row(person, place, last.get(person.id), differences.get(person.id)))
        return box

    def _row(self, person: Person, place: int, last: LastHeard | None, after: Difference | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._picture(person))
        row.addSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(Shortened(person.name, "strong"))
        heard = heard_words(last, self._view.today, self._program.language)
        texts.addWidget(label(f"{heard} · {after_words(after)}", "small", wrap=True))
        row.addLayout(texts, 1)
        for name, text, full, uri in _ways(person):
            way = button(text, "plain", partial(self._open, person, uri))
            way.setStyleSheet("font-weight: 600; padding: 0 10px;")
            way.setAccessibleName(full)
            way.setToolTip(person.reach)
            way.setObjectName(f"{name} {person.id}")
            row.addWidget(way)
        row.addWidget(self._menu_button(person, place))
        return row

    def _picture(self, person: Person) -> QLabel:
        picture = QLabel()
        picture.setPixmap(badge(person, _BADGE, self.devicePixelRatioF()))
        picture.setAccessibleName(" ")
        return picture

    def _menu_button(self, person: Person, place: int) -> QPushButton:
        more = button("···", "icon")
        more.setAccessibleName(translate("People", "More: {name}").format(name=person.name))
        more.setObjectName(f"more {person.id}")
        menu = QMenu(more)
        menu.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)

        def add(text: str, act: Callable[[], object], *, enabled: bool = True) -> None:
            action = menu.addAction(text)
            action.setEnabled(enabled)
            action.triggered.connect(lambda: act())

        add(translate("People", "Edit…"), partial(self._edit, person))
        if person.reach:
            add(translate("People", "Copy the address"), partial(QGuiApplication.clipboard().setText, person.reach))
        menu.addSeparator()
        up, down = (keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in (_UP, _DOWN))
        add(translate("People", "Move up") + f"\t{up}", partial(self._move, person, -1), enabled=place > 0)
        last = place == len(self._people) - 1
        add(translate("People", "Move down") + f"\t{down}", partial(self._move, person, 1), enabled=not last)
        menu.addSeparator()
        add(translate("People", "Put away"), partial(self._put_away, person))
        more.setMenu(menu)
        return more

    def _add_put_away(self, people: Sequence[Person]) -> None:
        fold = button("", "plain")
        fold.setCheckable(True)
        fold.setObjectName("put away")
        box = panel()
        column = QVBoxLayout(box)
        column.setContentsMargins(18, 8, 12, 8)
        column.setSpacing(8)
        for number, person in enumerate(people):
            if number:
                column.addWidget(rule())
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Shortened(person.name, "quiet"), 1)
            back = button(translate("People", "Take back"), "plain", partial(self._take_back, person))
            back.setAccessibleName(translate("People", "Take back: {name}").format(name=person.name))
            back.setObjectName(f"back {person.id}")
            row.addWidget(back)
            column.addLayout(row)
        text = translate("People", "Put away ({count})").format(count=len(people))

        def turn(on: bool) -> None:
            self._left.open = on
            fold.setText(f"{'▾' if on else '▸'}  {text}")
            fold.setAccessibleName(text)
            box.setVisible(on)

        fold.toggled.connect(turn)
        fold.setChecked(self._left.open)
        turn(self._left.open)
        self._column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(box)

    def _add_chart(self, differences: Mapping[int | None, Difference]) -> None:
        opened = self._program.opened
        assert opened is not None, "the history is there with an open journal only"
        everyone = {person.id: person.name for person in self._history.journal.everyone()}
        rows = after_rows(differences, everyone)
        if not rows:
            return
        look = Look.of(self._program.theme.colours, self._program.language, opened.bank)
        note = translate(
            "People", "The mood told with a person's name, compared with the one told before it. All your answers."
        )
        self._column.addWidget(ChartPanel(self._program, self._view, AfterChart(look, rows), note))

    def _open(self, person: Person, uri: str) -> None:
        from herwidget.ui.open_address import open_address

        if not open_address(uri):
            text = translate("People", "No program here opens this, so nothing was opened: {address}")
            self._say(text.format(address=person.reach))

    def _edit(self, person: Person | None) -> None:
        from herwidget.ui.person_editor import PersonEditor

        self._left.keyboard = "add" if person is None else f"more {person.id}"
        PersonEditor(self, self._program, self._view, self._history, person).open()

    def _choose_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from herwidget.ui.usual_folder import usual_folder

        self._left.keyboard = "import"
        folder = str(usual_folder(QStandardPaths.StandardLocation.DownloadLocation))
        title = translate("People", "From an address book, a vCard file")
        kinds = translate("People", "vCard files (*.vcf *.vcard);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, title, folder, kinds)
        if chosen:
            self.import_from(Path(chosen))

    def _move_focused(self, step: int) -> None:
        focused = self.focusWidget()
        number = focused.objectName().rpartition(" ")[2] if focused is not None else ""
        person = next((one for one in self._people if str(one.id) == number), None)
        if person is not None and focused is not None and not focused.objectName().startswith("back"):
            self._move(person, step, keyboard=focused.objectName())

    def _move(self, person: Person, step: int, keyboard: str = "") -> None:
        place = self._people.index(person) + step
        if 0 <= place < len(self._people):
            said = translate("People", "{name} is at place {place} of {count} now.").format(
                name=named(person.name, "이/가", self._program.language), place=place + 1, count=len(self._people)
            )
            self._do(partial(self._history.people.move, person.id, place), said, keyboard or f"more {person.id}")

    def _put_away(self, person: Person) -> None:
        said = translate("People", "{name} was put away. The answers keep the name.").format(
            name=named(person.name, "을/를", self._program.language)
        )
        self._do(partial(self._history.people.put_away, person.id), said, "put away")

    def _take_back(self, person: Person) -> None:
        said = translate("People", "{name} is on the list.").format(
            name=named(person.name, "이/가", self._program.language)
        )
        self._do(partial(self._history.people.take_back, person.id), said, f"more {person.id}")

    def _do(self, act: Callable[[], None], said: str, keyboard: str) -> None:
        """Change the list and say so, or say what stood in the way; the keyboard goes on at the widget named."""
        try:
            act()
        except JournalError as error:
            self._say(journal_trouble(error))
        except LookupError:
            self._view.edited.emit()  # it was changed elsewhere: what is there now is shown
        else:
            self._left.keyboard = keyboard
            self._view.say_edited(said)

    def _say(self, sentence: str) -> None:
        if self._said is not None:
            self._column.removeWidget(self._said)
            clear(self._said)
        self._said = label(sentence, "trouble", wrap=True)
        self._column.insertWidget(1, self._said)
        self._said.show()

    def _take_keyboard(self) -> None:
        name, self._left.keyboard = self._left.keyboard, ""
        there = self.findChild(QPushButton, name) if name else None
        if there is not None and there.isVisibleTo(self):
            there.setFocus(Qt.FocusReason.OtherFocusReason)


def _nobody_words() -> str:
    return translate(
        "People",
        "Nobody is here yet. Add someone who can hear you, or choose a few from an address book. "
        "The names you give when a check-in asks who heard you stand here too, with the day they last did "
        "and how you were after.",
    )


def _ways(person: Person) -> list[tuple[str, str, str, str]]:
    """The ways to reach a person: a name of ours, the text, the text with the person's name, and what is opened."""
    kind, address = person.reach_kind, person.reach
    if kind is None or check_reach(kind, address) is not None:
        return []
    write = translate("People", "Write"), translate("People", "Write: {name}").format(name=person.name)
    call = translate("People", "Call"), translate("People", "Call: {name}").format(name=person.name)
    if kind is ReachKind.EMAIL:
        return [("write", *write, mail_uri(address))]
    if kind is ReachKind.PHONE:
        return [("write", *write, sms_uri(address)), ("call", *call, call_uri(address))]
    name = translate("People", "Open: {name}").format(name=person.name)
    return [("open", translate("People", "Open"), name, link_uri(address))]
