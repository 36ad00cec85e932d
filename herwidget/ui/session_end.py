"""The end of the session, which may still be called off: nothing tells programs that it was."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from herwidget.ui.program import Program

# No input method's letters: one that was being composed comes also when a field loses the keyboard as all ends.
_USES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class SessionEnd(QObject):
    """From the moment the session asks what is to be kept, the program is about to end, until the person uses it."""

    def __init__(self, application: QApplication, program: Program) -> None:
        super().__init__()
        self._application, self._program = application, program
        application.commitDataRequest.connect(self.asked)

    def asked(self) -> None:
        """The session is about to end: windows that close now were not closed by the person."""
        self._program.ending = True
        self._application.installEventFilter(self)

    def is_certain(self) -> None:
        """The program ends, whatever becomes of the session."""
        self._application.removeEventFilter(self)
        self._program.ending = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key or a click in a window of the program: the person has stayed. It is handled as ever."""
        if event.type() in _USES:
            self._application.removeEventFilter(self)
            self._program.ending = False
        return False
