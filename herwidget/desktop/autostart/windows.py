"""Windows: a value of the person's Run key, and what the Task Manager keeps beside it."""

import subprocess
import sys
from collections.abc import Callable, Sequence

from herwidget.core.ports import AutostartError, AutostartTrouble
from herwidget.desktop.console import without_console

_NAME = "Herwidget"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"


def run_value(command: Sequence[str]) -> str:
    """`command` as the Run key has it, without a console window."""
    return subprocess.list2cmdline([without_console(command[0]), *command[1:]])


def is_approved(value: object) -> bool:
    """Whether the Task Manager lets it start: it says no with an odd first byte, and nothing when nobody asked it."""
    return not (isinstance(value, bytes) and value and value[0] & 1)


if sys.platform == "win32":
    import winreg

    class WindowsAutostart:
        """Two keys of HKEY_CURRENT_USER."""

        def __init__(self, command: Sequence[str]) -> None:
            self._command = tuple(command)

        def is_on(self) -> bool:
            """Whether the value is there, and was not switched off in the Task Manager."""
            return _value(_RUN) is not None and is_approved(_value(_APPROVED))

        def change(self, on: bool, done: Callable[[AutostartError | None], None]) -> None:
            """Write or remove the value; what the Task Manager said before is over."""
            try:
                if on:
                    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                        winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, run_value(self._command))
                else:
                    _remove(_RUN)
                _remove(_APPROVED)
            except OSError as error:
                reason = error.strerror or type(error).__name__
                done(AutostartError(AutostartTrouble.NOT_WRITTEN, rf"HKEY_CURRENT_USER\{_RUN}", reason))
            else:
                done(None)

        def is_there(self) -> bool:
            """Whether there is a value in either key."""
            return _value(_RUN) is not None or _value(_APPROVED) is not None

        def remove(self, done: Callable[[AutostartError | None], None]) -> None:
            """Remove both values."""
            self.change(False, done)

    def _value(path: str) -> object | None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                value: object = winreg.QueryValueEx(key, _NAME)[0]
                return value
        except OSError:
            return None

    def _remove(path: str) -> None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path, 0, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, _NAME)
        except FileNotFoundError:
            return
