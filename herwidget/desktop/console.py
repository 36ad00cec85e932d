"""Windows' two programs in one folder: one speaks in the terminal, the other has a window and no console."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import PureWindowsPath

_WITHOUT_CONSOLE = {"python.exe": "pythonw.exe", "herwidget.exe": "herwidgetw.exe"}


def without_console(program: str) -> str:
    """The same program without a console; `program` itself where it has none."""
    path = PureWindowsPath(program)
    return str(path.with_name(_WITHOUT_CONSOLE.get(path.name.lower(), path.name)))


def start_without_console(words: Sequence[str]) -> bool:
    """Start the packaged program anew without a console, so that it neither holds the terminal nor ends with it.

    False where that is not needed: elsewhere than on Windows, in a checkout, and where there is none already.
    """
    if sys.platform != "win32" or not getattr(sys, "frozen", False):
        return False
    program = without_console(sys.executable)
    if program == sys.executable:
        return False
    flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
    subprocess.Popen([program, *words], creationflags=flags)
    return True
