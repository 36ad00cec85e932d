"""The settings' row that erases all that Herwidget ever wrote."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from herwidget.core.keeping import EraseError
from herwidget.ui.controls import button
from herwidget.ui.program import Eraser, Program
from herwidget.ui.told import Told
from herwidget.ui.words import translate


class EraseRow:
    """A title, what stands below it with what was in the way, and the button."""

    def __init__(self, program: Program, eraser: Callable[[], Eraser]) -> None:
        self._program, self._eraser = program, eraser
        self.title = translate("Erase", "To be rid of it all")
        self.below = Told(translate("Erase", "Everything that Herwidget ever wrote on this computer, for good"))
        self.button: QPushButton = button(translate("Erase", "Erase everything…"), "outline", self._ask)

    def _ask(self) -> None:
        from herwidget.ui.erase_dialog import EraseDialog
        from herwidget.ui.erase_words import erase_trouble

        eraser = self._eraser()
        try:
            there = eraser.what_goes()
        except EraseError as error:
            self.below.say(erase_trouble(error), "trouble")
            return
        self.below.say_nothing()
        EraseDialog(self.button, self._program, there, eraser.erase).open()
