"""A segmented control: a few choices side by side, one of them on."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from herwidget.ui.controls import button
from herwidget.ui.theme import SMALL_PIXELS


class Segments(QFrame):
    """Choices by name; arrow keys go from one to the next."""

    def __init__(
        self, name: str, options: Sequence[tuple[str, object]], current: object, chosen: Callable[[object], None]
    ) -> None:
        super().__init__()
        self._telling = True
        self.setProperty("role", "segments")
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(0)
        self._buttons: list[QPushButton] = []
        for text, value in options:
            made = button(text, "segment")
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.setAccessibleName(f"{name}: {text}")
            # Not `clicked`: a screen reader takes a choice without clicking it.
            made.toggled.connect(partial(self._toggled, value))
            # Room for the bold of the one that is on, so that choosing moves nothing.
            bold = QFont(made.font())
            bold.setPixelSize(SMALL_PIXELS)
            bold.setWeight(QFont.Weight.DemiBold)
            made.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + 26)
            self._buttons.append(made)
            row.addWidget(made)
        self._values = [value for _, value in options]
        self._chosen = chosen
        self.choose(current)

    def choose(self, value: object) -> None:
        """Show `value` as the one that is on; `chosen` is not called."""
        self._telling = False
        self._buttons[self._values.index(value)].setChecked(True)
        self._telling = True
        for one in self._buttons:
            # Tab leads to the one that is on; Qt itself would begin with the first.
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one.isChecked() else Qt.FocusPolicy.ClickFocus)

    def _toggled(self, value: object, on: bool) -> None:
        if on and self._telling:
            self._chosen(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        focused = next((index for index, one in enumerate(self._buttons) if one.hasFocus()), None)
        if Qt.Key(event.key()) not in steps or focused is None:
            super().keyPressEvent(event)
            return
        there = focused + steps[Qt.Key(event.key())]
        if 0 <= there < len(self._buttons):
            self._buttons[there].setFocus()
            self._buttons[there].click()
