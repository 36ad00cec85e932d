"""The row that lets Herwidget start with the computer, in the settings and in the first run."""

from PySide6.QtCore import QEvent
from shiboken6 import isValid

from herwidget.core.ports import Autostart, AutostartError, AutostartTrouble
from herwidget.ui.controls import ClickableLabel, Switch
from herwidget.ui.program import Program
from herwidget.ui.told import Told
from herwidget.ui.words import translate


class AutostartSwitch(Switch):
    """Shows what the system says, now and whenever the person comes back to the window."""

    def __init__(self, program: Program, autostart: Autostart | None, name: str, description: str) -> None:
        super().__init__(program.theme, name, description)
        self._autostart = autostart
        self.setEnabled(autostart is not None)
        self.follow()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate:
            self.follow()
        return super().event(event)

    def follow(self) -> None:
        """Look again."""
        if self._autostart is not None:
            self.setChecked(self._autostart.is_on())


class AutostartRow:
    """A title that works as the switch does, what stands below it, and the switch."""

    def __init__(self, program: Program) -> None:
        self._autostart = program.autostart() if program.autostart is not None else None
        title = translate("Autostart", "Start with the computer")
        what = translate("Autostart", "In the tray, without a window")
        if self._autostart is None:
            what = translate("Autostart", "Not for the made-up journal")
        self.switch = AutostartSwitch(program, self._autostart, title, what)
        self.title = ClickableLabel(title, self.switch)
        self.below = Told(what)
        self.switch.clicked.connect(lambda on: self._change(on))

    def _change(self, on: bool) -> None:
        if self._autostart is not None:
            self.below.say_nothing()
            self._autostart.change(on, self._changed)

    def _changed(self, error: AutostartError | None) -> None:
        # The person may have been asked by the system, and the page have gone by now.
        if not isValid(self.switch):
            return
        self.switch.follow()
        if error is not None:
            self.below.say(autostart_trouble(error), "trouble")


def autostart_trouble(error: AutostartError) -> str:
    """Why it was not changed, what was kept, what to do."""
    sentences = {
        AutostartTrouble.NOT_WRITTEN: translate(
            "Autostart",
            "This could not be changed, so it is as it was: {path} cannot be written ({reason}). "
            "Allow writing there, then try again.",
        ),
        AutostartTrouble.REFUSED: translate(
            "Autostart",
            "The system did not allow this, so it is as it was. "
            "Allow Herwidget to run in the background in the system's settings, then try again.",
        ),
        AutostartTrouble.NO_ANSWER: translate(
            "Autostart",
            "The system gave no answer, so it is as it was. "
            "Add Herwidget to the programs that start at login in the system's settings instead.",
        ),
        AutostartTrouble.NOT_INSTALLED: translate(
            "Autostart",
            "Herwidget was opened from a place that goes away, so nothing was changed. "
            "Quit it, drag it to the applications, and open it there; then switch this on.",
        ),
    }
    return sentences[error.trouble].format(path=error.path, reason=error.reason)
