"""macOS: a property list in the person's LaunchAgents. launchd reads it when the person logs in."""

import os
import plistlib
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError

from herwidget import APP_ID
from herwidget.core.ports import AutostartError, AutostartTrouble
from herwidget.desktop.whole_file import write_whole


class LaunchAgentAutostart:
    """One file. What the system's own list of login items switched off is not told to programs."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        self._command = tuple(command)
        self._file = home / "Library" / "LaunchAgents" / f"{APP_ID}.plist"

    def is_on(self) -> bool:
        """Whether the file is there, is not switched off, and names a program that is there."""
        try:
            return starts(self._file.read_bytes())
        except OSError:
            return False

    def change(self, on: bool, done: Callable[[AutostartError | None], None]) -> None:
        """Write the file, or remove it."""
        if on and passes(self._command[0]):
            done(AutostartError(AutostartTrouble.NOT_INSTALLED))
            return
        try:
            if on:
                write_whole(self._file, agent_text(self._command))
            elif os.path.lexists(self._file):
                self._file.unlink()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            done(AutostartError(AutostartTrouble.NOT_WRITTEN, str(self._file), reason))
        else:
            done(None)

    def is_there(self) -> bool:
        """Whether the file is there, whatever it says."""
        return os.path.lexists(self._file)

    def remove(self, done: Callable[[AutostartError | None], None]) -> None:
        """Remove the file."""
        self.change(False, done)


def passes(program: str) -> bool:
    """Whether a program lies where it will not be later: in Herwidget's disk image, or where macOS runs what was opened
    without having been moved."""
    return program.startswith("/Volumes/Herwidget") or "/AppTranslocation/" in program


def agent_text(command: Sequence[str]) -> str:
    """The property list that starts `command` at login, in the person's own screen session; see launchd.plist(5)."""
    agent = {
        "Label": APP_ID,
        "ProgramArguments": list(command),
        "RunAtLoad": True,
        "ProcessType": "Interactive",
        "LimitLoadToSessionType": "Aqua",
    }
    return plistlib.dumps(agent, sort_keys=False).decode()


def starts(content: bytes) -> bool:
    """Whether launchd would start what a file says."""
    try:
        agent = plistlib.loads(content)
    except (plistlib.InvalidFileException, ExpatError, ValueError):
        return False
    if not isinstance(agent, dict) or agent.get("Disabled") is True or agent.get("RunAtLoad") is not True:
        return False
    arguments = agent.get("ProgramArguments")
    return isinstance(arguments, list) and bool(arguments) and shutil.which(str(arguments[0])) is not None
