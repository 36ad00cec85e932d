"""How each kind of step is answered on the card: lamps, a scale, chips, people, words.

Every step widget says `changed` when its answer did, gives it with `answer()`, and takes the keys 1-5 with `choose`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRadialGradient
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from herwidget.core.people import Person
from herwidget.core.prompts import NO_ONE, StepAnswer
from herwidget.core.questions import HEARD_BY_SOMEONE, AnswerType, Dimension, Question
from herwidget.ui.controls import chip, label
from herwidget.ui.layout import FlowLayout
from herwidget.ui.theme import KICKER_PIXELS, ThemeKeeper
from herwidget.ui.words import translate


@dataclass(frozen=True)
class Given:
    """What a step widget holds."""

    value: int | None = None
    choice: str | None = None
    people: tuple[int, ...] = field(default=())
    words: str = ""


class StepWidget(QWidget):
    """One step's way of answering."""

    changed = Signal()

    def answer(self) -> Given:
        """What was given so far."""
        raise NotImplementedError

    def choose(self, number: int) -> None:
        """Take the option of this number, from 1."""

    def first_focus(self) -> QWidget:
        """Where the keyboard goes first."""
        return self


class Lamp(QRadioButton):
    """One mood: a lamp of its own size, glow and word."""

    _DIAMETERS = (16, 20, 25, 31, 38)

    def __init__(self, theme: ThemeKeeper, mood: int, name: str) -> None:
        super().__init__(name)
        self._theme, self._mood = theme, mood
        self.setAccessibleName(name)
        self.setFixedSize(64, 76)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(64, 76)

    def hitButton(self, position: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(3, 1, 58, 52)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.sunken))
            painter.drawRoundedRect(frame, 16, 16)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine if self.isChecked() else Qt.PenStyle.DotLine)
            pen.setColor(QColor(colours.ember))
            pen.setWidthF(1.5)
            painter.setPen(pen)
            painter.drawRoundedRect(frame.adjusted(0.75, 0.75, -0.75, -0.75), 15.5, 15.5)
        self._paint_glow(painter, frame)
        font = QFont(self.font())
        font.setPixelSize(KICKER_PIXELS)
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink if self.isChecked() else colours.ink_3))
        painter.drawText(QRectF(-4, 56, 72, 18), Qt.AlignmentFlag.AlignCenter, self.text())

    def _paint_glow(self, painter: QPainter, frame: QRectF) -> None:
        colour = QColor(self._theme.colours.moods[self._mood])
        radius = self._DIAMETERS[self._mood - 1] / 2
        glow = radius + (self._mood - 1) * 2
        painter.setPen(Qt.PenStyle.NoPen)
        if glow > radius:
            gradient = QRadialGradient(frame.center(), glow)
            inner, outer = QColor(colour), QColor(colour)
            inner.setAlphaF(0.45)
            outer.setAlphaF(0)
            gradient.setColorAt(radius / glow, inner)
            gradient.setColorAt(1, outer)
            painter.setBrush(gradient)
            painter.drawEllipse(frame.center(), glow, glow)
        painter.setBrush(colour)
        painter.drawEllipse(frame.center(), radius, radius)


class MoodStep(StepWidget):
    """Five lamps from heavy to warm."""

    def __init__(self, theme: ThemeKeeper, names: Sequence[str], kept: StepAnswer | None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 16, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for mood, name in enumerate(names, 1):
            lamp = Lamp(theme, mood, name)
            self._group.addButton(lamp, mood)
            if mood > 1:
                row.addStretch(1)
            row.addWidget(lamp)
        if kept is not None and kept.value is not None:
            self._group.button(kept.value).setChecked(True)
        self._group.idToggled.connect(lambda _mood, on: self.changed.emit() if on else None)

    def answer(self) -> Given:
        mood = self._group.checkedId()
        return Given(value=mood if mood > 0 else None)

    def choose(self, number: int) -> None:
        self._group.button(number).setChecked(True)
        self._group.button(number).setFocus()

    def first_focus(self) -> QWidget:
        return self._group.checkedButton() or self._group.buttons()[0]


class Scale(QSlider):
    """A slider from 0 to 100 that stands nowhere until it was touched: no answer is suggested."""

    def __init__(self, theme: ThemeKeeper, kept: int | None) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.touched = kept is not None
        self.setRange(0, 100)
        self.setSingleStep(5)
        self.setPageStep(25)
        self.setValue(50 if kept is None else kept)
        self.setFixedHeight(34)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def take(self, value: int) -> None:
        """Stand at `value`, as an answer."""
        moved = self.value() != value
        self.touched = True
        self.setValue(value)
        if not moved:
            self.valueChanged.emit(value)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self.take(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.take(self._value_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}
        if event.key() in arrows | {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} and not self.touched:
            self.touched = True
            self.valueChanged.emit(self.value())
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, left, right = self.height() / 2, 12.0, self.width() - 12.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(QRectF(left, middle - 3, right - left, 6), 3, 3)
        for tick in range(5):
            painter.drawEllipse(QPointF(left + (right - left) * tick / 4, middle + 13), 1.5, 1.5)
        if self.touched:
            here = left + (right - left) * self.value() / 100
            painter.setBrush(QColor(colours.ember))
            painter.drawRoundedRect(QRectF(left, middle - 3, here - left, 6), 3, 3)
            painter.drawEllipse(QPointF(here, middle), 9, 9)
            painter.setBrush(QColor(colours.surface))
            painter.drawEllipse(QPointF(here, middle), 3.5, 3.5)
        if self.hasFocus():
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setWidthF(1.5)
            pen.setColor(QColor(colours.ember))
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(1, 1, self.width() - 2, self.height() - 2), 10, 10)

    def _value_at(self, x: float) -> int:
        return max(0, min(100, round(100 * (x - 12) / max(1, self.width() - 24))))


class ScaleStep(StepWidget):
    """A slider between two words."""

    def __init__(self, theme: ThemeKeeper, question: Question, language: str, kept: StepAnswer | None) -> None:
        super().__init__()
        assert question.low is not None and question.high is not None
        low, high = question.low.of(language), question.high.of(language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(4)
        self._slider = Scale(theme, kept.value if kept else None)
        self._slider.setAccessibleName(question.text.of(language))
        self._slider.setAccessibleDescription(f"0 {low}, 100 {high}")
        self._slider.valueChanged.connect(lambda _value: self.changed.emit())
        column.addWidget(self._slider)
        ends = QHBoxLayout()
        ends.setContentsMargins(4, 0, 4, 0)
        ends.addWidget(label(low, "small"))
        ends.addStretch(1)
        ends.addWidget(label(high, "small"))
        column.addLayout(ends)

    def answer(self) -> Given:
        return Given(value=self._slider.value() if self._slider.touched else None)

    def choose(self, number: int) -> None:
        self._slider.take((number - 1) * 25)
        self._slider.setFocus()

    def first_focus(self) -> QWidget:
        return self._slider


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
        self, people: Sequence[Person], add: Callable[[str], Person], chosen: Sequence[int], *, label_text: str
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
        self._name.returnPressed.connect(self._take_name)
        self._name.editingFinished.connect(self._take_name)
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
        self._name.clear()
        self._name.hide()
        self._someone.show()
        if not name:
            return
        person = self._add(name)
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


class ChoiceStep(StepWidget):
    """Options as chips; where somebody heard the person, who it was."""

    def __init__(
        self,
        question: Question,
        language: str,
        kept: StepAnswer | None,
        people: Sequence[Person],
        add_person: Callable[[str], Person],
    ) -> None:
        super().__init__()
        self._question = question
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(10)
        self._options = Chips()
        for choice in question.choices:
            on = kept is not None and kept.choice == choice.id
            self._options.add(chip(choice.label.of(language)), on=on)
        column.addWidget(self._options)
        self._people: PeopleChips | None = None
        if question.dimension is Dimension.HEARD and {choice.id for choice in question.choices} >= HEARD_BY_SOMEONE:
            who = translate("Card", "Who heard you")
            self._people = PeopleChips(people, add_person, kept.people if kept else (), label_text=who)
            column.addWidget(self._people)
            self._people.changed.connect(self.changed)
            self._people.setVisible(self._chosen() in HEARD_BY_SOMEONE)
        self._options.changed.connect(self._changed)

    def answer(self) -> Given:
        choice = self._chosen()
        heard = self._people is not None and choice in HEARD_BY_SOMEONE
        return Given(choice=choice, people=self._people.chosen() if heard and self._people else ())

    def choose(self, number: int) -> None:
        if number <= len(self._options.buttons):
            self._options.buttons[number - 1].setChecked(True)
            self._options.buttons[number - 1].setFocus()

    def first_focus(self) -> QWidget:
        on = [button for button in self._options.buttons if button.isChecked()]
        return on[0] if on else self._options.buttons[0]

    def _chosen(self) -> str | None:
        pairs = zip(self._question.choices, self._options.buttons, strict=True)
        return next((choice.id for choice, button in pairs if button.isChecked()), None)

    def _changed(self) -> None:
        if self._people is not None:
            self._people.setVisible(self._chosen() in HEARD_BY_SOMEONE)
        self.changed.emit()


class PeopleStep(StepWidget):
    """People from the person's list, or nobody."""

    def __init__(
        self, people: Sequence[Person], kept: StepAnswer | None, add_person: Callable[[str], Person], name: str
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(10)
        self._people = PeopleChips(people, add_person, kept.people if kept else (), label_text=name)
        column.addWidget(self._people)
        nobody = Chips()
        self._no_one = chip(translate("Card", "No one comes to mind"))
        nobody.add(self._no_one, on=kept is not None and kept.choice == NO_ONE)
        column.addWidget(nobody)
        self._people.changed.connect(self._people_changed)
        nobody.changed.connect(self._no_one_changed)

    def answer(self) -> Given:
        return Given(choice=NO_ONE if self._no_one.isChecked() else None, people=self._people.chosen())

    def choose(self, number: int) -> None:
        buttons = [*self._people.chips.buttons, self._no_one]
        if number <= len(buttons):
            buttons[number - 1].setChecked(True)
            buttons[number - 1].setFocus()

    def first_focus(self) -> QWidget:
        return (self._people.chips.buttons or [self._no_one])[0]

    def _people_changed(self) -> None:
        if self._people.chosen():
            self._no_one.blockSignals(True)
            self._no_one.setChecked(False)
            self._no_one.blockSignals(False)
            self._no_one.update()
        self.changed.emit()

    def _no_one_changed(self) -> None:
        if self._no_one.isChecked():
            self._people.clear_choice()
            self._people.update()
        self.changed.emit()


class WordsStep(StepWidget):
    """A few lines in the person's own words."""

    def __init__(self, question: str, kept: StepAnswer | None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        self._text = QPlainTextEdit(kept.words if kept else "")
        self._text.setPlaceholderText(translate("Card", "In your own words, as long or short as you like"))
        self._text.setAccessibleName(question)
        self._text.setFixedHeight(104)
        self._text.setTabChangesFocus(True)
        column.addWidget(self._text)

    def answer(self) -> Given:
        return Given(words=self._text.toPlainText())

    def first_focus(self) -> QWidget:
        return self._text


def step_widget(
    theme: ThemeKeeper,
    question: Question,
    language: str,
    kept: StepAnswer | None,
    people: Callable[[], Sequence[Person]],
    add_person: Callable[[str], Person],
) -> StepWidget:
    """The widget for a question's way of answering."""
    if question.dimension is Dimension.MOOD and question.answer is AnswerType.SCALE and question.choices:
        return MoodStep(theme, [choice.label.of(language) for choice in question.choices], kept)
    if question.answer is AnswerType.SCALE:
        return ScaleStep(theme, question, language, kept)
    if question.answer is AnswerType.CHOICE:
        return ChoiceStep(question, language, kept, people(), add_person)
    if question.answer is AnswerType.PEOPLE:
        return PeopleStep(people(), kept, add_person, question.text.of(language))
    return WordsStep(question.text.of(language), kept)
