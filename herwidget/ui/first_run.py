"""First run: what this is and is not; when it may ask; who can hear you."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from herwidget.core.ports import JournalError
from herwidget.ui.autostart_row import AutostartRow
from herwidget.ui.card import Progress
from herwidget.ui.controls import button, clear, flush_left, heading, label, press_focused_button, rule
from herwidget.ui.icon import program_icon
from herwidget.ui.layout import height_of
from herwidget.ui.program import Program
from herwidget.ui.settings_page import check_ins_field, hours_field, language_field
from herwidget.ui.sheet import Sheet
from herwidget.ui.theme import HEADING_PIXELS
from herwidget.ui.words import journal_trouble, translate
from herwidget.ui.work_area import largest_window

_PANES = 3
_SIZE = (540, 480)
_MOST_PEOPLE = 5


class FirstRun(QWidget):
    """Three quiet panes. Closing the window at any of them is an answer too."""

    def __init__(self, program: Program, done: Callable[[bool], None]) -> None:
        """`done` is told whether the first question may come now."""
        super().__init__()
        self._program, self._done = program, done
        self._pane = 0
        self._names: list[str] = [""] * _MOST_PEOPLE
        self._trouble = ""
        self._finished = False
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle("Herwidget")
        self.setWindowIcon(program_icon())
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._content: Sheet | None = None
        program.language_changed.connect(self._build)
        program.theme.changed.connect(self._build)
        program.notices_changed.connect(self._build)
        self._build()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not press_focused_button(self):
                self._go_on()
        elif self._content is None or not self._content.take_key(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._program.ending:
            self._finish(ask_now=False)
            event.setAccepted(self._finished)

    def _build(self) -> None:
        if self._content is not None:
            self._outer.removeWidget(self._content)
            clear(self._content)
        self._content = sheet = Sheet(40, 34, 40, 28)
        sheet.header.addWidget(Progress(self._program.theme, self._pane + 1, _PANES))
        sheet.header.addSpacing(8)
        sheet.middle.addSpacing(8)
        sheet.middle.setSpacing(12)
        (self._add_what, self._add_when, self._add_who)[self._pane](sheet.middle)
        sheet.footer.addSpacing(12)
        sheet.footer.setSpacing(12)
        for sentence in filter(None, (self._trouble, *self._program.notices)):
            sheet.footer.addWidget(label(sentence, "trouble", wrap=True))
        sheet.footer.addLayout(self._footer())
        self._outer.addWidget(sheet)
        sheet.show()
        sheet.watch_middle(self)
        self._fit()
        self._forward.setFocus()

    def _fit(self) -> None:
        """Be higher than usual where a sentence needs room of its own, and lower where the screen has less."""
        if self._content is None:
            return
        width, height = _SIZE
        most = largest_window(self.screen(), self._program.free_of_panels)
        width = min(width, most.width())
        self._content.fit(width, most.height())
        wanted = max(height, height_of(self._outer, width))
        self.setFixedSize(width, min(wanted, most.height()))

    def _add_what(self, column: QVBoxLayout) -> None:
        column.addWidget(heading(translate("FirstRun", "A small question, now and then"), HEADING_PIXELS))
        for text in (
            translate(
                "FirstRun",
                "Herwidget asks how you are, keeps your answers on this computer, and shows them back to you. "
                "The questions come from an essay on a film about being heard, by a machine or by somebody.",
            ),
            translate(
                "FirstRun",
                "It is not a companion and not a doctor. It keeps no score, sends nothing anywhere, "
                "and never opens an internet connection.",
            ),
            translate(
                "FirstRun",
                "When your days drift from your usual, it suggests one real person to reach out to. "
                "It asks less while your weeks are full of people who hear you. No answer is an answer, too.",
            ),
        ):
            column.addWidget(label(text, "quiet", wrap=True))
        column.addSpacing(6)
        column.addWidget(rule())
        row = QHBoxLayout()
        row.addWidget(label(translate("FirstRun", "Language")), 1)
        row.addWidget(language_field(self._program))
        column.addLayout(row)

    def _add_when(self, column: QVBoxLayout) -> None:
        column.addWidget(heading(translate("FirstRun", "When may it ask?"), HEADING_PIXELS))
        text = translate(
            "FirstRun",
            "At random moments inside your hours, hours apart, ten seconds each. "
            "In full screen, with do-not-disturb on or while you are away it keeps still, as far as this desktop "
            "tells.",
        )
        column.addWidget(label(text, "quiet", wrap=True))
        column.addSpacing(6)
        for title, control in (
            (translate("FirstRun", "Check-ins a day"), check_ins_field(self._program)),
            (translate("FirstRun", "Between"), hours_field(self._program)),
        ):
            column.addWidget(rule())
            row = QHBoxLayout()
            row.addWidget(label(title), 1)
            row.addWidget(control)
            column.addLayout(row)
        column.addWidget(rule())
        start = AutostartRow(self._program)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(start.title)
        texts.addWidget(start.below)
        row = QHBoxLayout()
        row.addLayout(texts, 1)
        row.addWidget(start.switch)
        column.addLayout(row)

    def _add_who(self, column: QVBoxLayout) -> None:
        column.addWidget(heading(translate("FirstRun", "Who can hear you?"), HEADING_PIXELS))
        text = translate(
            "FirstRun",
            "Up to five people you could tell how you really are. Names are enough, one is plenty, "
            "and it can wait. They are never told.",
        )
        column.addWidget(label(text, "quiet", wrap=True))
        column.addSpacing(2)
        for index, name in enumerate(self._names):
            edit = QLineEdit(name)
            edit.setPlaceholderText(translate("FirstRun", "A name"))
            edit.setAccessibleName(translate("FirstRun", "Name {number}").format(number=index + 1))
            edit.setMaxLength(60)
            edit.textEdited.connect(lambda name, index=index: self._remember(index, name))
            column.addWidget(edit)

    def _remember(self, index: int, name: str) -> None:
        self._names[index] = name

    def _footer(self) -> QHBoxLayout:
        footer = QHBoxLayout()
        footer.setSpacing(6)
        if self._pane:
            footer.addWidget(flush_left(button(translate("FirstRun", "Back"), "plain", self._back)))
        footer.addStretch(1)
        self._forward: QPushButton
        if self._pane == _PANES - 1:
            footer.addWidget(button(translate("FirstRun", "Later"), "plain", self.close))
            self._forward = button(translate("FirstRun", "Ask the first question"), "primary", self._go_on)
        else:
            self._forward = button(translate("FirstRun", "Next"), "primary", self._go_on)
        footer.addWidget(self._forward)
        return footer

    def _back(self) -> None:
        self._pane -= 1
        self._build()

    def _go_on(self) -> None:
        if self._pane < _PANES - 1:
            self._pane += 1
            self._build()
            return
        self._finish(ask_now=True)
        if self._finished:
            self.close()

    def _finish(self, *, ask_now: bool) -> None:
        if self._finished or not self._keep_people():
            return
        self._finished = True
        self._program.change_settings(welcomed=True)
        self._done(ask_now)

    def _keep_people(self) -> bool:
        """Put the names on the list; False, and said here, when that did not work. A second try goes on without."""
        names = [name for name in self._names if name.strip()]
        if not names or self._trouble:
            return True
        opened = self._program.opened
        try:
            if opened is not None:
                for name in names:
                    opened.people.add_person(name, self._program.clock())
                return True
            reason = self._program.trouble
        except JournalError as error:
            reason = journal_trouble(error)
        without = translate("FirstRun", "The names could not be kept; go on once more to begin without them.")
        self._trouble = f"{reason} {without}"
        self._build()
        return False
