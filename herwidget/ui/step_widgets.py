"""How each kind of step is answered on the card: lamps, a scale, chips, people, words.

Every step widget says `changed` when its answer did, gives it with `answer()`, and takes the keys 1-5 with `choose`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from herwidget.core.people import Person
from herwidget.core.prompts import HEAVIEST_MOOD, NO_ONE, WARMEST_MOOD, StepAnswer
from herwidget.core.questions import HEARD_BY_SOMEONE, AnswerType, Dimension, Outcome, Question
from herwidget.ui.chips import Chips, PeopleChips
from herwidget.ui.controls import chip, label
from herwidget.ui.lamp import Lamp
from herwidget.ui.scale import Scale
from herwidget.ui.theme import ThemeKeeper
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

    @property
    def unsettled(self) -> bool:
        """Whether the answer is still on the move, so that it is written down when the hand rests."""
        return False

    def answer(self) -> Given:
        """What was given so far."""
        raise NotImplementedError

    def choose(self, number: int) -> None:
        """Take the option of this number, from 1."""

    def first_focus(self) -> QWidget:
        """Where the keyboard goes first."""
        return self

    def begin(self, *, forward: bool) -> None:
        """The first arrow key, right or down when `forward`: bring the keyboard to the options."""
        self.first_focus().setFocus(Qt.FocusReason.TabFocusReason)


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

    def begin(self, *, forward: bool) -> None:
        if self._group.checkedButton() is None:
            self.choose(HEAVIEST_MOOD if forward else WARMEST_MOOD)
        super().begin(forward=forward)

    def first_focus(self) -> QWidget:
        return self._group.checkedButton() or self._group.buttons()[0]


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
        self._slider.sliderReleased.connect(self.changed)
        column.addWidget(self._slider)
        ends = QHBoxLayout()
        ends.setContentsMargins(4, 0, 4, 0)
        ends.addWidget(label(low, "small"))
        ends.addStretch(1)
        ends.addWidget(label(high, "small"))
        column.addLayout(ends)

    @property
    def unsettled(self) -> bool:
        return self._slider.isSliderDown()

    def answer(self) -> Given:
        return Given(value=self._slider.value() if self._slider.touched else None)

    def choose(self, number: int) -> None:
        self._slider.take((number - 1) * 25)
        self._slider.setFocus()

    def first_focus(self) -> QWidget:
        return self._slider


class ChoiceStep(StepWidget):
    """Options as chips; where somebody heard the person, who it was."""

    def __init__(
        self,
        question: Question,
        language: str,
        kept: StepAnswer | None,
        people: Sequence[Person],
        add_person: Callable[[str], Person | None],
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
        self, people: Sequence[Person], kept: StepAnswer | None, add_person: Callable[[str], Person | None], name: str
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
        self._text.textChanged.connect(self.changed)
        column.addWidget(self._text)

    @property
    def unsettled(self) -> bool:
        return True

    def answer(self) -> Given:
        return Given(words=self._text.toPlainText())

    def first_focus(self) -> QWidget:
        return self._text


class ReachedStep(StepWidget):
    """Whether the two got to each other, as chips; and after a yes how it left the person, as lamps.

    A question without options is about somebody they said they had been in touch with: the lamps alone.
    """

    def __init__(self, theme: ThemeKeeper, question: Question, language: str, kept: StepAnswer | None) -> None:
        super().__init__()
        assert question.reaching is not None
        self._question, self._people = question, kept.people if kept else ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18 if question.choices else 0, 0, 0)
        column.setSpacing(0)
        self._options = Chips()
        for choice in question.choices:
            on = kept is not None and kept.choice == choice.id
            self._options.add(chip(choice.label.of(language)), on=on)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 14 if question.choices else 0, 0, 0)
        left.setSpacing(0)
        self._lamps = MoodStep(theme, [mood.label.of(language) for mood in question.reaching.moods], kept)
        if question.choices:
            column.addWidget(self._options)
            asked = question.reaching.left.of(language)
            left.addWidget(label(asked, "strong"))
            self._lamps.setAccessibleName(asked)
        left.addWidget(self._lamps)
        column.addWidget(self._left)
        self._left.setVisible(self._is_yes())
        self._options.changed.connect(self._changed)
        self._lamps.changed.connect(self.changed)

    def answer(self) -> Given:
        mood = self._lamps.answer().value if self._is_yes() else None
        choice = self._chosen()
        if not self._question.choices and mood is not None:
            choice = Outcome.YES
        return Given(value=mood, choice=choice, people=self._people)

    def choose(self, number: int) -> None:
        if self._is_yes():
            self._lamps.choose(number)
        elif number <= len(self._options.buttons):
            self._options.buttons[number - 1].setChecked(True)
            self._options.buttons[number - 1].setFocus()

    def begin(self, *, forward: bool) -> None:
        if self._question.choices:
            super().begin(forward=forward)
        else:
            self._lamps.begin(forward=forward)

    def first_focus(self) -> QWidget:
        if not self._question.choices:
            return self._lamps.first_focus()
        on = [button for button in self._options.buttons if button.isChecked()]
        return on[0] if on else self._options.buttons[0]

    def _chosen(self) -> str | None:
        pairs = zip(self._question.choices, self._options.buttons, strict=True)
        return next((choice.id for choice, button in pairs if button.isChecked()), None)

    def _is_yes(self) -> bool:
        return not self._question.choices or self._chosen() == Outcome.YES

    def _changed(self) -> None:
        self._left.setVisible(self._is_yes())
        self.changed.emit()


def step_widget(
    theme: ThemeKeeper,
    question: Question,
    language: str,
    kept: StepAnswer | None,
    people: Sequence[Person],
    add_person: Callable[[str], Person | None],
) -> StepWidget:
    """The widget for a question's way of answering."""
    if question.reaching is not None:
        return ReachedStep(theme, question, language, kept)
    if question.dimension is Dimension.MOOD and question.answer is AnswerType.SCALE and question.choices:
        return MoodStep(theme, [choice.label.of(language) for choice in question.choices], kept)
    if question.answer is AnswerType.SCALE:
        return ScaleStep(theme, question, language, kept)
    if question.answer is AnswerType.CHOICE:
        return ChoiceStep(question, language, kept, people, add_person)
    if question.answer is AnswerType.PEOPLE:
        return PeopleStep(people, kept, add_person, question.text.of(language))
    return WordsStep(question.text.of(language), kept)
