"""The suggestion: why now, one real person, a first line to change. The person opens it; nothing is ever sent."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from herwidget.core.asking import EXPIRY
from herwidget.core.first_lines import Register
from herwidget.core.local_time import local_day
from herwidget.core.people import ReachKind
from herwidget.core.ports import JournalError
from herwidget.core.reach import call_uri, link_uri, mail_uri, sms_uri
from herwidget.core.reaching_out import OfferedPerson, OfferedSuggestion
from herwidget.core.signals.reasons import SignalState
from herwidget.core.suggestion import SuggestionAnswer
from herwidget.services.noticing import Noticing
from herwidget.ui.card_frame import CardFrame
from herwidget.ui.controls import button, clear, heading, label, press_focused_button, rule
from herwidget.ui.layout import FlowLayout
from herwidget.ui.open_address import open_address
from herwidget.ui.program import Program
from herwidget.ui.sheet import Sheet
from herwidget.ui.signal_words import headline, person_line, reason_lines
from herwidget.ui.theme import QUESTION_PIXELS
from herwidget.ui.words import journal_trouble, translate

_LINE_HEIGHT = 66
_LONGEST_LINE = 1000
_LONGEST_NAME_SHOWN = 18


class SuggestionCard(CardFrame):
    """Shows one suggestion until the person has said something to it; closing it is "Not now"."""

    ended = Signal()

    def __init__(
        self, program: Program, noticing: Noticing, offered: OfferedSuggestion, tray_geometry: Callable[[], QRect]
    ) -> None:
        super().__init__(program, tray_geometry)
        self._noticing = noticing
        self._begin(offered)
        self.over = False
        self.setWindowTitle("Herwidget")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._content: Sheet | None = None
        self._trouble: QLabel | None = None
        # A card that nobody touches goes away, as a check-in does: others may pass by.
        self._untouched = QTimer(self, singleShot=True, interval=round(EXPIRY.total_seconds() * 1000))
        self._untouched.timeout.connect(self._end)
        self._untouched.start()
        self._show()
        program.language_changed.connect(self._show_again)
        program.theme.changed.connect(self._show_again)

    def put_away(self) -> None:
        """Take the card off the screen; what was not answered stays unanswered."""
        self.over = True
        clear(self)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.Enter, QEvent.Type.KeyPress):
            self._untouched.start()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._answer(SuggestionAnswer.NOT_NOW)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            press_focused_button(self)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._program.ending and not self.over:
            self._answer(SuggestionAnswer.NOT_NOW)
        event.accept()

    def _begin(self, offered: OfferedSuggestion) -> None:
        self._offered = offered
        self._chosen: OfferedPerson | None = offered.people[0] if offered.people else None
        self._number = 0
        self._register: Register | None = self._chosen.register if self._chosen else None
        self._text: str | None = None
        """What the person has made of the line; None while it is as it was proposed."""
        self._why_is_open = False
        self._new_usual: date | None = None

    def _show_again(self) -> None:
        if not self.over:
            self._show()

    def _show(self) -> None:
        focused, trouble = self.focusWidget(), self._trouble.text() if self._trouble is not None else ""
        name = focused.accessibleName() if focused is not None and focused is not self else ""
        self._trouble = None
        self._content = sheet = Sheet(24, 20, 24, 16)
        sheet.header.addLayout(self._header())
        sheet.header.addSpacing(4)
        column = sheet.middle
        column.addSpacing(8)
        sentence = headline(self._offered.verdict)
        if self._chosen is not None:
            today = local_day(self._program.clock(), self._program.zone())
            sentence = f"{sentence} {person_line(self._chosen, today)}"
        column.addWidget(heading(sentence, QUESTION_PIXELS))
        self.setAccessibleName(sentence)
        column.addSpacing(14)
        # The reasons come between these buttons and the last ones.
        buttons = column if self._why_is_open else sheet.footer
        if self._chosen is None:
            self._add_nobody(column)
        else:
            column.addWidget(self._line_box(self._chosen))
            column.addSpacing(6)
            column.addWidget(label(translate("Suggestion", "Yours to change. Nothing is sent from here."), "small"))
            buttons.addSpacing(12)
            buttons.addWidget(self._ways(self._chosen))
        buttons.addSpacing(8)
        buttons.addLayout(self._footer())
        self._add_why(column)
        sheet.footer.addLayout(self._last_row())
        self.show_sheet(sheet)
        if trouble:
            self._say(trouble)
        # The keyboard stays where it was, on the widget that stands there now.
        same = (one for one in self._content.findChildren(QWidget) if name and one.accessibleName() == name)
        next(same, self).setFocus()

    def _header(self) -> QGridLayout:
        header = QGridLayout()
        header.setContentsMargins(0, 0, 0, 0)
        header.setColumnStretch(0, 1)
        by_hand = self._offered.suggestion.by_hand
        kicker = translate("Suggestion", "Reach out") if by_hand else translate("Suggestion", "Something the days say")
        header.addWidget(label(kicker, "kicker"), 0, 0, Qt.AlignmentFlag.AlignLeft)
        close = button("×", "close", partial(self._answer, SuggestionAnswer.NOT_NOW))
        close.setAccessibleName(translate("Card", "Close"))
        close.setToolTip(translate("Card", "Close (Esc)"))
        header.addWidget(close, 0, 1, Qt.AlignmentFlag.AlignRight)
        return header

    def _add_nobody(self, column: QVBoxLayout) -> None:
        if self._offered.list_empty:
            text = translate("Suggestion", "Nobody is on your list yet. Who comes to mind? A name is enough.")
        else:
            text = translate("Suggestion", "Nobody else is on your list. Someone may come to mind anyway.")
        column.addWidget(label(text, "quiet", wrap=True))
        column.addSpacing(12)
        add = button(translate("Suggestion", "Open People"), "primary", self._open_people)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _line_box(self, chosen: OfferedPerson) -> QFrame:
        box = QFrame()
        box.setProperty("role", "line")
        column = QVBoxLayout(box)
        column.setContentsMargins(4, 4, 8, 6)
        column.setSpacing(2)
        self._edit = QPlainTextEdit(self._proposed(chosen) if self._text is None else self._text)
        self._edit.setProperty("role", "line")
        self._edit.setAccessibleName(translate("Suggestion", "A first line, yours to change"))
        self._edit.setFixedHeight(_LINE_HEIGHT)
        self._edit.setTabChangesFocus(True)
        self._edit.textChanged.connect(self._edited)
        column.addWidget(self._edit)
        row = QHBoxLayout()
        row.setContentsMargins(9, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._tone(chosen))
        another = button("↻", "icon", partial(self._next_line, chosen))
        another.setAccessibleName(translate("Suggestion", "Another line"))
        another.setToolTip(translate("Suggestion", "Another line"))
        row.addWidget(another)
        column.addLayout(row)
        return box

    def _tone(self, chosen: OfferedPerson) -> QWidget:
        """In which tone, and with it in which language."""
        names = {
            Register.CASUAL: translate("Suggestion", "Casual"),
            Register.WARM: translate("Suggestion", "Warm"),
            Register.BANMAL: "반말",
            Register.JONDAEMAL: "존댓말",
        }
        assert self._register is not None, "whoever is chosen has a register"
        made = button(f"{names[self._register]} ▾", "plain")
        made.setAccessibleName(translate("Suggestion", "Tone") + ": " + names[self._register])
        menu = QMenu(made)
        menu.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        for register in chosen.lines:
            menu.addAction(names[register]).triggered.connect(partial(self._take_tone, register))
        made.setMenu(menu)
        return made

    def _ways(self, chosen: OfferedPerson) -> QWidget:
        """What can be done: the person's way of being reached first."""
        holder = QWidget()
        row = FlowLayout(holder, gap=8)
        name, person = _shortened(chosen.person.name), chosen.person
        kind = person.reach_kind
        if kind is ReachKind.EMAIL:
            write = translate("Suggestion", "Write to {name}").format(name=_plain(name))
            row.addWidget(button(write, "primary", partial(self._open, chosen, SuggestionAnswer.WROTE)))
        elif kind is ReachKind.PHONE:
            write = translate("Suggestion", "Text {name}").format(name=_plain(name))
            row.addWidget(button(write, "primary", partial(self._open, chosen, SuggestionAnswer.WROTE)))
            call = button(
                translate("Suggestion", "Call"), "outline", partial(self._open, chosen, SuggestionAnswer.CALLED)
            )
            call.setAccessibleName(translate("Suggestion", "Call {name}").format(name=person.name))
            row.addWidget(call)
        elif kind is ReachKind.LINK:
            write = translate("Suggestion", "Copy, and open the link")
            row.addWidget(button(write, "primary", partial(self._open, chosen, SuggestionAnswer.LINK)))
        copy_role = "outline" if kind is not None else "primary"
        if kind is not ReachKind.LINK:
            copy = button(translate("Suggestion", "Copy"), copy_role, partial(self._copy, chosen))
            copy.setAccessibleName(translate("Suggestion", "Copy the line"))
            row.addWidget(copy)
        if len(self._offered.people) > 1:
            row.addWidget(self._someone_else(chosen))
        return holder

    def _someone_else(self, chosen: OfferedPerson) -> QWidget:
        made = button(translate("Suggestion", "Someone else"), "outline")
        menu = QMenu(made)
        menu.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        for other in self._offered.people:
            if other is not chosen:
                name = other.person.name.replace("&", "&&")
                menu.addAction(name).triggered.connect(partial(self._choose, other))
        made.setMenu(menu)
        return made

    def _footer(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        if self._chosen is not None:
            did = button(translate("Suggestion", "I already did"), "plain", partial(self._answer, SuggestionAnswer.DID))
            did.setStyleSheet("padding-left: 0;")
            row.addWidget(did)
        row.addWidget(
            button(translate("Suggestion", "Not now"), "plain", partial(self._answer, SuggestionAnswer.NOT_NOW))
        )
        row.addStretch(1)
        if self._offered.verdict is not None:
            row.addWidget(button(translate("Suggestion", "Why now?"), "link", self._toggle_why))
        return row

    def _add_why(self, column: QVBoxLayout) -> None:
        verdict = self._offered.verdict
        if verdict is None or not self._why_is_open:
            return
        column.addSpacing(6)
        column.addWidget(rule())
        column.addSpacing(8)
        for line in reason_lines(verdict, self._program.language):
            column.addWidget(label(line, "why", wrap=True))
            column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(button(translate("Suggestion", "See the chart"), "link", self._open_chart))
        if self._new_usual is not None:
            text = translate("Suggestion", "Your usual is learned anew from today on.")
            column.insertWidget(column.count(), label(text, "why", wrap=True))
            row.addWidget(button(translate("Window", "Undo"), "link", self._take_back_new_usual))
        elif verdict.state is SignalState.REACH_OUT:  # else there is no change that could be the new usual
            row.addWidget(button(translate("Suggestion", "This is my new usual"), "link", self._say_new_usual))
        row.addStretch(1)
        column.addLayout(row)

    def _last_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(14)
        if self._chosen is not None:
            row.addWidget(
                button(
                    translate("Suggestion", "Not this person"),
                    "link",
                    partial(self._answer, SuggestionAnswer.NOT_PERSON),
                )
            )
        if not self._offered.suggestion.by_hand:
            row.addWidget(
                button(
                    translate("Suggestion", "Stop suggesting"), "link", partial(self._answer, SuggestionAnswer.STOPPED)
                )
            )
        row.addStretch(1)
        return row

    def _proposed(self, chosen: OfferedPerson) -> str:
        assert self._register is not None, "whoever is chosen has a register"
        lines = chosen.lines[self._register]
        return lines[self._number % len(lines)].text

    def _subject(self, chosen: OfferedPerson) -> str:
        assert self._register is not None, "whoever is chosen has a register"
        lines = chosen.lines[self._register]
        return lines[self._number % len(lines)].subject

    def _edited(self) -> None:
        text = self._edit.toPlainText()
        if len(text) > _LONGEST_LINE:
            self._edit.setPlainText(text[:_LONGEST_LINE])
            return
        self._text = text

    def _next_line(self, chosen: OfferedPerson) -> None:
        self._number += 1
        # Not setPlainText: what the person wrote can be brought back by undo.
        cursor = self._edit.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self._proposed(chosen))
        self._text = None

    def _take_tone(self, register: Register) -> None:
        self._register, self._number = register, 0
        self._show()

    def _choose(self, other: OfferedPerson) -> None:
        self._chosen, self._register, self._number = other, other.register, 0
        self._show()

    def _toggle_why(self) -> None:
        self._why_is_open = not self._why_is_open
        self._show()
        if self._why_is_open and self._content is not None:
            QTimer.singleShot(0, self._content, self._content.show_end)

    def _open(self, chosen: OfferedPerson, answer: SuggestionAnswer) -> None:
        """Open the person's own program with the line; where there is none, the line is copied and that is said."""
        text, person = self._edit.toPlainText(), chosen.person
        if answer is SuggestionAnswer.LINK:
            QGuiApplication.clipboard().setText(text)
        try:
            if answer is SuggestionAnswer.CALLED:
                uri = call_uri(person.reach)
            elif answer is SuggestionAnswer.LINK:
                uri = link_uri(person.reach)
            elif person.reach_kind is ReachKind.PHONE:
                uri = sms_uri(person.reach, text)
            else:
                uri = mail_uri(person.reach, self._subject(chosen), text)
        except ValueError:  # any SQLite tool may have written the address
            uri = ""
        if uri and open_address(uri):
            self._answer(answer)
            return
        QGuiApplication.clipboard().setText(text)
        sentence = translate("Suggestion", "No program opened {address}. The line was copied; paste it where you like.")
        self._say(sentence.format(address=person.reach))

    def _copy(self, chosen: OfferedPerson) -> None:
        QGuiApplication.clipboard().setText(self._edit.toPlainText())
        self._answer(SuggestionAnswer.COPIED)

    def _answer(self, answer: SuggestionAnswer) -> None:
        """Keep what was done, and go; after "Not this person" somebody else comes."""
        if self.over:
            return
        person = self._chosen.person if self._chosen else None
        try:
            following = self._noticing.answer(self._offered, answer, person, self._register)
        except JournalError as error:
            if self._trouble is not None or answer in (SuggestionAnswer.NOT_NOW, SuggestionAnswer.STOPPED):
                self._end()  # said once; the card can always be put away
            else:
                self._say(journal_trouble(error))
            return
        if following is None:
            self._end()
        else:
            self._begin(following)
            self._show()

    def _end(self) -> None:
        self.over = True
        self.hide()
        self.ended.emit()

    def _open_people(self) -> None:
        self._answer(SuggestionAnswer.NOT_NOW)
        self._program.window_wanted.emit("people")

    def _open_chart(self) -> None:
        self._program.window_wanted.emit("thread")

    def _say_new_usual(self) -> None:
        try:
            self._new_usual = self._noticing.say_new_usual()
        except JournalError as error:
            self._say(journal_trouble(error))
        else:
            self._show()

    def _take_back_new_usual(self) -> None:
        assert self._new_usual is not None, "there is something to take back"
        try:
            self._noticing.take_back_new_usual(self._new_usual)
        except JournalError as error:
            self._say(journal_trouble(error))
        else:
            self._new_usual = None
            self._show()

    def _say(self, sentence: str) -> None:
        if self._trouble is None and self._content is not None:
            self._trouble = label(sentence, "trouble", wrap=True)
            self._content.footer.addSpacing(8)
            self._content.footer.addWidget(self._trouble)
            self._trouble.show()
        elif self._trouble is not None:
            self._trouble.setText(sentence)
            self._trouble.setAccessibleName(sentence)
        self.fit()


def _plain(name: str) -> str:
    """A name on a button, where "&" would be a key."""
    return name.replace("&", "&&")


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME_SHOWN else name[: _LONGEST_NAME_SHOWN - 1] + "…"
