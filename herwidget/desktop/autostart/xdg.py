"""Linux and its kin: a desktop entry in an autostart folder.

Desktop Application Autostart Specification 0.5 and Desktop Entry Specification 1.5, freedesktop.org.
"""

import logging
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from herwidget import APP_ID
from herwidget.core.ports import AutostartError, AutostartTrouble
from herwidget.desktop.whole_file import write_whole

log = logging.getLogger(__name__)

FILE_NAME = f"{APP_ID}.desktop"

_GROUP = "[Desktop Entry]"
# GNOME's own switch for it, which its kin use too.
_ENABLED = "X-GNOME-Autostart-enabled"
_RESERVED = frozenset(" \t\n\r\"'\\><~|&;$*?#()`")
_ESCAPES = {"\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r"}


class XdgAutostart:
    """The person's own file counts; where there is none, the first of the system's of the same name."""

    def __init__(self, command: Sequence[str], folders: Sequence[Path]) -> None:
        """`folders` are those of the configuration, the person's first; `command` begins with a full path."""
        self._command = tuple(command)
        self._file, *self._of_system = (folder / "autostart" / FILE_NAME for folder in folders)

    def is_on(self) -> bool:
        """Whether a session would start it: also False where the program that the file names is gone."""
        for file in (self._file, *self._of_system):
            try:
                return starts(_text(file))
            except FileNotFoundError:
                continue
            except OSError:  # a session cannot read it either
                return False
        return False

    def change(self, on: bool, done: Callable[[AutostartError | None], None]) -> None:
        """Write the person's file, or remove it; what somebody else wrote into it stays."""
        self._try(lambda: self._change(on), done)

    def is_there(self) -> bool:
        """Whether it is on, or the person's file is there; not where that only keeps the system's from starting."""
        if self.is_on():
            return True
        if not self._is_of_system():
            return os.path.lexists(self._file)
        try:
            return _values(_text(self._file)).get("Hidden") != "true"
        except FileNotFoundError:
            return False
        except OSError:
            return True

    def remove(self, done: Callable[[AutostartError | None], None]) -> None:
        """Remove the person's file, whoever wrote into it. Where the system has one, it has to stay and say no."""
        self._try(self._remove, done)

    def _try(self, change: Callable[[], None], done: Callable[[AutostartError | None], None]) -> None:
        try:
            change()
        except OSError as error:
            log.warning("the autostart file was not written (%s)", type(error).__name__)
            reason = error.strerror or type(error).__name__
            done(AutostartError(AutostartTrouble.NOT_WRITTEN, str(self._file), reason))
        else:
            done(None)

    def keep_starting(self) -> None:
        """Where the person's file starts a program that is gone, and is otherwise as this one would write it, it starts
        this one from now on: an AppImage has its version in its name, so that an upgrade is another file.

        A file with other options, with words of the person's own or switched off is left alone.
        """
        try:
            text = _text(self._file)
            program = _unescaped(_values(text).get("TryExec", ""))
            as_before = entry_text((program, *self._command[1:]))
            if Path(program).is_absolute() and not Path(program).exists() and text == as_before:
                write_whole(self._file, entry_text(self._command))
                log.info("the autostart file named a program that is gone, and names this one now")
        except FileNotFoundError:
            return
        except OSError as error:
            log.warning("the autostart file was not looked after (%s)", type(error).__name__)

    def _change(self, on: bool) -> None:
        fresh = entry_text(self._command)
        text = _text(self._file) if os.path.lexists(self._file) else None
        if on:
            write_whole(self._file, switched_on(text or "", fresh))
        elif self._is_of_system() or (text is not None and not _is_plain(text, fresh)):
            write_whole(self._file, switched_off(text or "", fresh))
        elif text is not None:
            self._file.unlink()

    def _remove(self) -> None:
        if self._is_of_system():
            self._change(False)
        else:
            self._file.unlink(missing_ok=True)

    def _is_of_system(self) -> bool:
        return any(map(Path.exists, self._of_system))


def entry_text(command: Sequence[str]) -> str:
    """The whole of the file that starts `command`."""
    values = {
        "Type": "Application",
        "Version": "1.4",
        "Name": "Herwidget",
        "Name[ko]": "Herwidget",
        "Comment": "Waits in the tray, and asks a gentle question now and then",
        "Comment[ko]": "트레이에서 기다리다가 가끔 작은 질문을 건네요",
        "Icon": APP_ID,
        # A removed program leaves no error behind.
        "TryExec": _escaped(command[0]),
        "Exec": exec_value(command),
        "Terminal": "false",
        "StartupNotify": "false",
        _ENABLED: "true",
    }
    return "\n".join([_GROUP, *(f"{key}={value}" for key, value in values.items())]) + "\n"


def exec_value(command: Sequence[str]) -> str:
    """`command` as the key Exec has it: quoted as for a shell, then escaped as every text of the file."""
    # GLib looks for the first word before it has read the percent signs in it.
    words = ("env", *command) if "%" in command[0] else command
    return _escaped(" ".join(map(_quoted, words)))


def starts(text: str) -> bool:
    """Whether a session starts what a file says."""
    values = _values(text)
    if not values or values.get("Hidden") == "true" or values.get(_ENABLED) == "false":
        return False
    needed = values.get("TryExec", "")
    return not needed or shutil.which(_unescaped(needed)) is not None


def switched_on(text: str, fresh: str) -> str:
    """A file that starts what the file `fresh` does, and keeps what else stands in `text`."""
    wanted, there = _values(fresh), _values(text)
    if not there:
        return fresh + "".join(f"# {line}\n" for line in text.split("\n") if line.strip())
    ours = ("TryExec", "Exec", _ENABLED)
    return _changed(text, {key: value for key, value in wanted.items() if key in ours or key not in there}, "Hidden")


def switched_off(text: str, fresh: str) -> str:
    """A file that says of itself that it is to be passed over, also in place of the system's; else as `text`."""
    return _changed(text if _values(text) else switched_on(text, fresh), {"Hidden": "true"})


def _is_plain(text: str, fresh: str) -> bool:
    """Whether nobody but this program wrote it; the command may be that of another place."""

    def rest(of: str) -> list[str]:
        return [line for line in of.splitlines() if not line.startswith(("Exec=", "TryExec="))]

    return rest(text) == rest(fresh)


def _changed(text: str, values: Mapping[str, str], removed: str = "") -> str:
    lines, left = [], dict(values)
    for line, key in _keyed_lines(text):
        if key in left:
            lines.append(f"{key}={left.pop(key)}")
        elif not key or (key not in values and key != removed):
            lines.append(line)
    # What is new stands right under the group's name, before any other group.
    first = next(number for number, line in enumerate(lines) if line.strip() == _GROUP) + 1
    lines[first:first] = [f"{key}={value}" for key, value in left.items()]
    return "\n".join(lines) + "\n"


def _values(text: str) -> dict[str, str]:
    """The keys of the entry, none where there is no entry; of a key that stands there twice, the last counts."""
    return {key: line.partition("=")[2].strip() for line, key in _keyed_lines(text) if key}


def _keyed_lines(text: str) -> Iterator[tuple[str, str]]:
    """Each line with its key, which is empty outside of the entry and for comments."""
    inside = False
    for line in text.removesuffix("\n").split("\n"):
        if line.startswith("["):
            inside = line.strip() == _GROUP
        key = line.partition("=")[0].strip() if inside and "=" in line and not line.startswith("#") else ""
        yield line, key


def _quoted(argument: str) -> str:
    # The percent sign stands for a field code, and for itself when it is doubled.
    argument = argument.replace("%", "%%")
    if argument and not _RESERVED & set(argument):
        return argument
    return '"' + "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in argument) + '"'


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in text)


def _unescaped(value: str) -> str:
    letters = {escape[1]: letter for letter, escape in _ESCAPES.items()} | {"s": " "}
    text, rest = "", iter(value)
    for letter in rest:
        text += letters.get(next(rest, ""), "") if letter == "\\" else letter
    return text


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="surrogateescape")


def configuration_folders() -> list[Path]:
    """The folders of the XDG base directory specification, the person's first. Relative ones count as not set."""
    own = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    of_system = (Path(folder) for folder in (os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":"))
    first = own if own.is_absolute() else Path.home() / ".config"
    return [first, *(folder for folder in of_system if folder.is_absolute())]
