"""Keys that end a syllable, held until it is written."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from shiboken6 import isValid

_LONGEST_MILLISECONDS = 100
_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_Hangul,
    }
)


class KeysAfterComposition(QObject):
    """Holds a key that comes while something is being composed until that is written, or for a tenth of a second.

    Fcitx, spoken to as IBus, says that a key is not its own before it sends what the key has completed. The space would
    stand before the last syllable, and Enter would go on without it (github.com/fcitx/fcitx5/issues/870).
    """

    def __init__(self, qt: QGuiApplication) -> None:
        super().__init__(qt)
        self._field: QObject | None = None
        self._composing = False
        self._held: list[QKeyEvent] = []
        self._delivering = False
        self._release = QTimer(self, singleShot=True)
        self._release.timeout.connect(self._deliver)
        qt.focusObjectChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
            if self._held and not self._composing:
                self._release.start(0)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            waits = (self._composing or self._held) and not self._delivering
            if waits and event.key() not in _MODIFIERS:
                self._hold(event)
                return True
        return False

    def _follow(self, field: QObject | None) -> None:
        """Another field has the keyboard."""
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field, self._composing = field, False
        if field is not None:
            field.installEventFilter(self)

    def _hold(self, event: QKeyEvent) -> None:
        key, text, modifiers = event.key(), event.text(), event.modifiers()
        self._held.append(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, event.isAutoRepeat(), event.count()))
        if not self._release.isActive():
            self._release.start(_LONGEST_MILLISECONDS)

    def _deliver(self) -> None:
        keys, self._held, self._delivering = self._held, [], True
        for key in keys:
            # A key may take the keyboard elsewhere, and the field away.
            if self._field is not None and isValid(self._field):
                QCoreApplication.sendEvent(self._field, key)
        self._delivering = False
