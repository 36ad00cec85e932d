"""The help card: a person who can listen right now, shown at once when words may mean danger."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QScreen,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from herwidget.core.help_lines import HelpLine
from herwidget.core.people import Person, ReachKind
from herwidget.core.ports import JournalError
from herwidget.core.reach import call_uri, link_uri, mail_uri
from herwidget.ui.card_frame import CardFrame
from herwidget.ui.controls import MenuField, badge, button, heading, label, panel, press_focused_button, say
from herwidget.ui.layout import FlowLayout
from herwidget.ui.open_address import open_address
from herwidget.ui.program import Program
from herwidget.ui.sheet import Sheet
from herwidget.ui.theme import QUESTION_PIXELS
from herwidget.ui.words import translate

_GAP = 12
_BADGE = 28
_PEOPLE_AT_ONCE = 4
_PERSON_HEIGHT = 40
_LONGEST_NAME_SHOWN = 18


class HelpCard(CardFrame):
    """The lines of the person's country and the people on the list, until it is closed."""

    def __init__(self, program: Program, tray_geometry: Callable[[], QRect]) -> None:
        super().__init__(program, tray_geometry)
        self.setWindowTitle("Herwidget")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._beside: QRect | None = None
        self._people_are_open = False
        self._content: Sheet | None = None
        self._hint: QLabel | None = None
        self._build()
        program.language_changed.connect(self._build)
        program.settings_changed.connect(self._build)
        program.theme.changed.connect(self._build)

    def show_at_once(self, beside: QRect | None) -> None:
        """Show it. Beside another card it takes neither its place nor the keyboard."""
        if not self.isVisible():
            self._beside, self._people_are_open = beside, False
            self._build()
        self.appear(take_focus=beside is None)
        self.raise_()
        # A screen reader says it, although the keyboard stays where the person writes.
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def stand_beside(self, other: QRect) -> None:
        """Leave another card its place."""
        if self.isVisible():
            self._beside = other
            self.fit()

    def take_keyboard(self) -> None:
        """What had the keyboard has gone: it comes here."""
        if self.isVisible():
            self.raise_()
            self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            press_focused_button(self)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._beside = None

    def _wanted_screen(self) -> QScreen | None:
        beside = QGuiApplication.screenAt(self._beside.center()) if self._beside is not None else None
        return beside or super()._wanted_screen()

    def _place(self) -> None:
        """Left of the card it was shown with, or right of it, or above; else where every card is."""
        if self._beside is None:
            super()._place()
            return
        other, free = self._beside, self._room
        width, height = self.width() - 2 * self._margin, self.height() - 2 * self._margin
        left, right = other.left() - _GAP - width, other.right() + 1 + _GAP
        at_top = other.center().y() < free.center().y()
        x, y = left, other.top() if at_top else other.bottom() + 1 - height
        if left < free.left():
            x = right
        if x + width > free.right() + 1:
            x, y = other.left(), other.bottom() + 1 + _GAP if at_top else other.top() - _GAP - height
        y = max(free.top(), min(y, free.bottom() + 1 - height))
        self.move(x - self._margin, y - self._margin)

    def _build(self) -> None:
        """Build the contents anew, in the language, the colours and for the country of now."""
        self._hint = None
        self._content = sheet = Sheet(24, 20, 24, 18)
        sheet.header.addLayout(self._header())
        sheet.header.addSpacing(4)
        column = sheet.middle
        column.addSpacing(8)
        sentence = translate("HelpCard", "If you are thinking about ending your life, a person can listen right now.")
        column.addWidget(heading(sentence, QUESTION_PIXELS))
        self.setAccessibleName(sentence)
        column.addSpacing(16)
        self._add_lines(column)
        self._add_ways(sheet)
        foot = translate("HelpCard", "Only this computer read your words. Nothing was sent.")
        sheet.footer.addSpacing(12)
        sheet.footer.addWidget(label(foot, "why", wrap=True))
        self.show_sheet(sheet)
        self.setFocus()

    def _header(self) -> QGridLayout:
        header = QGridLayout()
        header.setContentsMargins(0, 0, 0, 0)
        header.setColumnStretch(0, 1)
        header.addWidget(label(translate("HelpCard", "You wrote something heavy"), "kicker"), 0, 0)
        shut = button("×", "close", self.close)
        shut.setAccessibleName(translate("Card", "Close"))
        shut.setToolTip(translate("Card", "Close (Esc)"))
        header.addWidget(shut, 0, 1, Qt.AlignmentFlag.AlignRight)
        return header

    def _add_lines(self, column: QVBoxLayout) -> None:
        program = self._program
        country = program.help_lines.of(program.help_country())
        if country is None:
            sentence = translate("HelpCard", "In danger now, call your local emergency number.")
            column.addWidget(label(sentence, "strong", wrap=True))
            column.addSpacing(10)
            options: list[tuple[str, object]] = [
                (one.name.of(program.language), one.code) for one in program.help_lines.countries
            ]
            field = MenuField(translate("Help", "Country"), options, None)
            field.say(translate("Help", "Choose your country"))
            field.chosen.connect(lambda code: program.change_settings(help_country=str(code)))
            column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
            return
        for number, line in enumerate(country.lines):
            if number:
                column.addSpacing(8)
            column.addWidget(self._line(line))
        column.addSpacing(10)
        emergency = translate("Help", "In an emergency: {number}").format(number=country.emergency)
        told = f"{emergency} ({country.name.of(program.language)})"
        column.addWidget(label(told, "strong", wrap=True))

    def _line(self, line: HelpLine) -> QFrame:
        language = self._program.language
        box = panel("help")
        column = QVBoxLayout(box)
        column.setContentsMargins(16, 12, 12, 14)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(6)
        number = label(line.number, "number")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(number, 1)
        call = button(translate("HelpCard", "Call"), "outline", partial(self._call, f"tel:{line.tel}", line.number))
        call.setAccessibleName(translate("Help", "Call {number}").format(number=line.number))
        row.addWidget(call)
        copy = button(translate("Help", "Copy"), "outline")
        copy.setAccessibleName(translate("Help", "Copy {number}").format(number=line.number))
        copy.clicked.connect(partial(self._copy, copy, line.number))
        row.addWidget(copy)
        column.addLayout(row)
        column.addWidget(label(f"{line.name.of(language)} · {line.hours.of(language)}", "quiet", wrap=True))
        return box

    def _add_ways(self, sheet: Sheet) -> None:
        people = self._people()
        holder = QWidget()
        ways = FlowLayout(holder, gap=8)
        if people and not self._people_are_open:
            ways.addWidget(button(translate("HelpCard", "Someone I trust"), "outline", self._open_people))
        ways.addWidget(button(translate("Help", "Other countries"), "outline", self._open_countries))
        if people and self._people_are_open:
            sheet.middle.addSpacing(12)
            sheet.middle.addWidget(self._list(people))
        sheet.footer.addSpacing(10 if people and self._people_are_open else 12)
        sheet.footer.addWidget(holder)

    def _people(self) -> Sequence[Person]:
        opened = self._program.opened
        try:
            return opened.people.people() if opened is not None else ()
        except JournalError:
            return ()

    def _list(self, people: Sequence[Person]) -> QScrollArea:
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for person in people:
            column.addWidget(self._person(person))
        area = QScrollArea()
        area.setAccessibleName(translate("HelpCard", "Someone I trust"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(rows)
        rows.setAutoFillBackground(False)
        # Half a row more where there are more people than fit, so that this is seen.
        shown = len(people) if len(people) <= _PEOPLE_AT_ONCE else _PEOPLE_AT_ONCE + 0.5
        area.setFixedHeight(round(shown * _PERSON_HEIGHT))
        return area

    def _person(self, person: Person) -> QWidget:
        made = QWidget()
        made.setFixedHeight(_PERSON_HEIGHT)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 2, 0)
        row.setSpacing(10)
        face = label("")
        face.setPixmap(badge(person, _BADGE, self.devicePixelRatioF()))
        face.setAccessibleName(" ")
        row.addWidget(face)
        name = person.name
        shown = name if len(name) <= _LONGEST_NAME_SHOWN else f"{name[: _LONGEST_NAME_SHOWN - 1]}…"
        told = label(shown, "strong")
        told.setAccessibleName(name)
        row.addWidget(told, 1)
        reach = self._reach(person)
        if reach is not None:
            row.addWidget(reach)
        return made

    def _reach(self, person: Person) -> QPushButton | None:
        """The button that opens a person's way of being reached, None where there is none that can be opened."""
        try:
            if person.reach_kind is ReachKind.PHONE:
                call = partial(self._call, call_uri(person.reach), person.reach)
                made = button(translate("HelpCard", "Call"), "outline", call)
                made.setAccessibleName(translate("HelpCard", "Call {name}").format(name=person.name))
            elif person.reach_kind is ReachKind.EMAIL:
                made = button(translate("HelpCard", "Write"), "outline", partial(self._open, mail_uri(person.reach)))
                made.setAccessibleName(translate("HelpCard", "Write to {name}").format(name=person.name))
            elif person.reach_kind is ReachKind.LINK:
                made = button(translate("HelpCard", "Open"), "outline", partial(self._open, link_uri(person.reach)))
                made.setAccessibleName(translate("HelpCard", "Open the link of {name}").format(name=person.name))
            else:
                return None
        except ValueError:
            # Any SQLite tool may have written another address into the file.
            return None
        made.setToolTip(person.reach)
        return made

    def _call(self, uri: str, number: str) -> None:
        # Whether a program that was started can call is known to nobody here.
        open_address(uri)
        self._say(translate("HelpCard", "If nothing opens, dial {number} on any phone.").format(number=number))

    def _open(self, uri: str) -> None:
        if not open_address(uri):
            address = uri.partition(":")[2]
            self._say(translate("HelpCard", "Nothing opened. The address: {address}").format(address=address))

    def _copy(self, copy: QPushButton, number: str) -> None:
        QGuiApplication.clipboard().setText(number)
        copy.setText(translate("Help", "Copied"))

    def _open_people(self) -> None:
        self._people_are_open = True
        self._build()
        for area in self.findChildren(QScrollArea)[-1:]:
            for first in area.findChildren(QPushButton)[:1]:
                first.setFocus(Qt.FocusReason.TabFocusReason)
        if self._content is not None:
            QTimer.singleShot(0, self._content, self._content.show_end)

    def _open_countries(self) -> None:
        self._program.window_wanted.emit("help")
        self.close()

    def _say(self, sentence: str) -> None:
        assert self._content is not None
        if self._hint is None:
            self._hint = label("", "notice", wrap=True)
            footer = self._content.footer
            footer.insertSpacing(footer.count() - 2, 12)
            footer.insertWidget(footer.count() - 2, self._hint)
        say(self._hint, sentence)
        self._hint.show()
        self.fit()
