"""The check-in card: one step after another, by mouse, keys or screen reader."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from herwidget.core.people import Person
from herwidget.core.ports import JournalError
from herwidget.core.prompts import StepName
from herwidget.core.questions import Question
from herwidget.services.check_in import CheckIn
from herwidget.ui.card_frame import CardFrame
from herwidget.ui.controls import button, clear, flush_left, heading, label, press_focused_button, rule
from herwidget.ui.kicker import kicker
from herwidget.ui.program import Program
from herwidget.ui.sheet import Sheet
from herwidget.ui.step_widgets import StepWidget, WordsStep, step_widget
from herwidget.ui.theme import QUESTION_PIXELS, ThemeKeeper
from herwidget.ui.words import journal_trouble, translate

# Words are written down when the hand rests, not at each letter.
_REST_MILLISECONDS = 1500
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class Progress(QWidget):
    """A short bar for each step; those behind and the present one are lit."""

    def __init__(self, theme: ThemeKeeper, at: int, of: int) -> None:
        super().__init__()
        self._theme, self._at, self._of = theme, at, of
        self.setFixedSize(of * 19 - 5, 8)
        self.setAccessibleName(translate("Card", "Step {at} of {of}").format(at=at, of=of))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = self._theme.colours
        for step in range(self._of):
            painter.setBrush(QColor(colours.ember if step < self._at else colours.line))
            painter.drawRoundedRect(QRectF(step * 19, 2.5, 14, 3), 1.5, 1.5)


class Card(CardFrame):
    """Shows one check-in until it is over."""

    def __init__(
        self,
        program: Program,
        check_in: CheckIn,
        later_choices: Callable[[], dict[str, datetime]],
        tray_geometry: Callable[[], QRect],
    ) -> None:
        super().__init__(program, tray_geometry)
        self._check_in, self._later_choices = check_in, later_choices
        self.setWindowTitle("Herwidget")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._content: Sheet | None = None
        self._step: StepWidget | None = None
        self._question: Question | None = None
        self._note: QLineEdit | None = None
        self._trouble: QLabel | None = None
        self._told = ""
        """The words of this step that were looked at already."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MILLISECONDS)
        self._rest.timeout.connect(self._keep)
        self._show_step()
        program.language_changed.connect(self._show_again)
        program.theme.changed.connect(self._show_again)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not press_focused_button(self):
                self._go_on()
        elif key in _ARROWS and self._step is not None:
            self._step.begin(forward=key in (Qt.Key.Key_Right, Qt.Key.Key_Down))
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_5 and self._step is not None:
            self._step.choose(key - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window manager's close is the same as Esc; at the program's end the check-in stays to be taken up."""
        if self._program.ending:
            self.save_draft()
        elif not self._check_in.over:
            self._close()
        event.setAccepted(self._program.ending or self._check_in.over)

    def is_of(self, check_in: CheckIn) -> bool:
        """Whether this card shows the prompt of `check_in`."""
        return self._check_in.prompt.id == check_in.prompt.id

    def adopt(self, check_in: CheckIn) -> None:
        """Go on with `check_in`, the same prompt taken up from a journal opened anew; what is on the card is kept."""
        if check_in is not self._check_in:
            check_in.index = self._check_in.index
            self._check_in = check_in
            self._keep()

    def put_away(self) -> None:
        """Take the card off the screen: its check-in is over."""
        self._rest.stop()
        clear(self)

    def save_draft(self) -> None:
        """Keep what is written so far: the program is about to end, or the card to go."""
        if not self._check_in.over:
            self._keep()

    def _show_again(self) -> None:
        # What cannot be written down now must not go away with the widgets that hold it.
        if not self._check_in.over and self._keep():
            self._show_step()

    def _show_step(self) -> None:
        """Build the present step anew, or say why that cannot be done now."""
        self._step = self._note = self._trouble = self._question = None
        self._content = sheet = Sheet(24, 20, 24, 18)
        sheet.header.addLayout(self._header())
        sheet.header.addSpacing(4)
        sheet.middle.addSpacing(8)
        try:
            self._question, people = self._check_in.question(), self._check_in.people()
        except JournalError as error:
            again = button(translate("Card", "Try again"), "outline", self._show_step)
            sheet.footer.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
            self._say(journal_trouble(error))
        else:
            self._add_step(sheet, self._question, people)
            sheet.footer.addLayout(self._footer())
        self.show_sheet(sheet)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """The card itself has it, so that no option looks taken before one is; words can be typed at once."""
        (self._step.first_focus() if isinstance(self._step, WordsStep) else self).setFocus()

    def _add_step(self, sheet: Sheet, question: Question, people: Sequence[Person]) -> None:
        column, language = sheet.middle, self._program.language
        self.setAccessibleName(question.text.of(language))
        column.addWidget(heading(question.text.of(language), QUESTION_PIXELS))
        theme, kept = self._program.theme, self._check_in.answer
        self._told = f"{kept.words}\n{kept.note}".strip() if kept else ""
        self._step = step_widget(theme, question, language, kept, people, self._add_person)
        self._step.changed.connect(self._changed)
        column.addWidget(self._step)
        if not isinstance(self._step, WordsStep):
            self._add_note(column)
        if self._check_in.step is not StepName.MOOD:
            self._add_why(sheet)

    def _header(self) -> QGridLayout:
        header = QGridLayout()
        header.setContentsMargins(0, 0, 0, 0)
        for column in (0, 2):
            header.setColumnStretch(column, 1)
        header.addWidget(label(kicker(self._check_in.prompt.kind), "kicker"), 0, 0, Qt.AlignmentFlag.AlignLeft)
        if len(self._check_in.steps) > 1:
            progress = Progress(self._program.theme, self._check_in.index + 1, len(self._check_in.steps))
            header.addWidget(progress, 0, 1, Qt.AlignmentFlag.AlignCenter)
        close = button("×", "close", self._close)
        close.setAccessibleName(translate("Card", "Close"))
        close.setToolTip(translate("Card", "Close (Esc)"))
        header.addWidget(close, 0, 2, Qt.AlignmentFlag.AlignRight)
        return header

    def _add_note(self, column: QVBoxLayout) -> None:
        kept = self._check_in.answer
        self._note = QLineEdit(kept.note if kept else "")
        self._note.setPlaceholderText(translate("Card", "A few words, if you like"))
        self._note.setAccessibleName(translate("Card", "A few words, if you like"))
        self._note.setMaxLength(2000)
        self._note.textEdited.connect(lambda _text: self._typing())
        column.addSpacing(12)
        column.addWidget(self._note)

    def _add_why(self, sheet: Sheet) -> None:
        assert self._question is not None
        idea, language = self._question.idea, self._program.language
        line = translate("Card", "From the essay, part {part} — {gist}.").format(
            part=idea.part, gist=idea.gist.of(language)
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        star = label("✦", "why")
        star.setStyleSheet(f"color: {self._program.theme.colours.ember};")
        star.setAccessibleName(" ")
        row.addWidget(star, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(label(line, "why", wrap=True))
        telling = label(idea.telling.of(language), "why", wrap=True)
        telling.hide()
        why = button(translate("Card", "Why this question?"), "link")

        def tell() -> None:
            self._check_in.touch()
            telling.show()
            # Hidden with the keyboard, the button would hand it on to the next one, and Enter would press that.
            self._take_keyboard()
            why.hide()
            self.fit()
            # Only when it is laid out does the text know how few lines it takes.
            QTimer.singleShot(0, telling, laid_out)

        def laid_out() -> None:
            self.fit()
            sheet.show_end()

        why.clicked.connect(lambda: tell())
        texts.addWidget(telling)
        texts.addWidget(why, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(texts, 1)
        sheet.middle.addSpacing(14)
        sheet.middle.addWidget(rule())
        sheet.middle.addSpacing(11)
        sheet.middle.addLayout(row)

    def _footer(self) -> QHBoxLayout:
        footer = QHBoxLayout()
        footer.setContentsMargins(0, 14, 0, 0)
        footer.setSpacing(2)
        if self._check_in.can_go_back:
            footer.addWidget(flush_left(button(translate("Card", "Back"), "plain", self._back)))
        elif self._later_choices():
            later = flush_left(button(translate("Card", "Later"), "plain"))
            menu = QMenu(later)
            self._fill_later(menu)
            menu.aboutToShow.connect(partial(self._fill_later, menu))
            later.setMenu(menu)
            footer.addWidget(later)
        footer.addWidget(button(translate("Card", "Skip"), "plain", self._skip))
        footer.addStretch(1)
        done = translate("Card", "Done") if self._check_in.is_last else translate("Card", "Next")
        footer.addWidget(button(done, "primary", self._go_on))
        return footer

    def _fill_later(self, menu: QMenu) -> None:
        """The moments are told from when the menu opens, not from when the card was built."""
        names = {
            "half-hour": translate("Card", "In 30 minutes"),
            "two-hours": translate("Card", "In 2 hours"),
            "evening": translate("Card", "This evening"),
        }
        menu.clear()
        for name in self._later_choices():
            menu.addAction(names[name]).triggered.connect(partial(self._later, name))

    def _later(self, name: str) -> None:
        until = self._later_choices().get(name)
        if until is not None and self._keep():
            self._try(lambda: self._check_in.later(until))

    def _add_person(self, name: str) -> Person | None:
        """Put a name on the list; None, and said on the card, when that did not work."""
        try:
            return self._check_in.add_person(name)
        except JournalError as error:
            self._say(journal_trouble(error))
            return None

    def _changed(self) -> None:
        if self._step is not None and self._step.unsettled:
            self._typing()
        else:
            self._keep()
        QTimer.singleShot(0, self, self.fit)

    def _typing(self) -> None:
        self._check_in.touch()
        self._rest.start()

    def _keep(self) -> bool:
        """Write the present step down; False, and said on the card, when that did not work."""
        self._rest.stop()
        if self._step is None:
            return True
        given = self._step.answer()
        note = self._note.text() if self._note is not None and not isinstance(self._step, WordsStep) else ""
        kept = self._try(
            lambda: self._check_in.keep(
                value=given.value, choice=given.choice, people=given.people, words=given.words, note=note
            )
        )
        # Whether it could be written down or not: help is for what was meant.
        before, self._told = self._told, f"{given.words}\n{note}".strip()
        self._program.words_were_kept(self._told, before)
        return kept

    def _go_on(self) -> None:
        if self._step is None:
            # It could not be shown: that is tried again first.
            self._show_step()
            return
        if self._keep() and self._try(self._check_in.go_on) and not self._check_in.over:
            self._show_step()

    def _back(self) -> None:
        if self._keep():
            self._check_in.back()
            self._show_step()

    def _skip(self) -> None:
        self._rest.stop()
        if self._try(self._check_in.skip) and not self._check_in.over:
            self._show_step()

    def _close(self) -> None:
        # What cannot be written down stays on the card with the reason; a second close lets it go.
        was_told = self._trouble is not None
        if self._keep() and self._try(self._check_in.close):
            return
        if was_told:
            self._check_in.abandon()

    def _try(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except JournalError as error:
            self._say(journal_trouble(error))
            return False
        if self._trouble is not None and not self._check_in.over:
            clear(self._trouble)
            self._trouble = None
            QTimer.singleShot(0, self, self.fit)
        return True

    def _say(self, trouble: str) -> None:
        assert self._content is not None
        if self._trouble is None:
            self._trouble = label("", "trouble", wrap=True)
            self._content.footer.insertWidget(0, self._trouble)
        self._trouble.setText(trouble)
        self._trouble.setAccessibleName(trouble)
        self._trouble.show()
        self.fit()

    def sizeHint(self) -> QSize:
        return self.size()
