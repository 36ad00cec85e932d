"""The settings file: read without harm to it, written whole or not at all."""

import contextlib
import logging
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from herwidget.core.settings import SettingProblem, Settings, settings_from_table, settings_to_table
from herwidget.desktop.whole_file import drafts_in, write_draft
from herwidget.files import behind_links, sync_folder

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

log = logging.getLogger(__name__)

_HEADING = "Herwidget's settings. Comments and keys it does not know stay as they are."

_SET_ASIDE = ".set-aside-"
# As `_free_name` makes them.
_TIME_SET_ASIDE = re.compile(r"\d{8}-\d{6}(?:-\d+)?")


@dataclass(frozen=True)
class LoadedSettings:
    """What the file says.

    `unreadable` tells why it could not be read, and `line` where that is, if it is at a line. The defaults hold then,
    but for a newcomer nobody is taken who has such a file.
    """

    settings: Settings
    problems: tuple[SettingProblem, ...] = ()
    unreadable: str | None = None
    line: int | None = None


class _NoToml(ValueError):
    """What stands in the file from this line on is no TOML."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(f"line {line}: no TOML")


class SettingsNotSaved(Exception):
    """The settings could not be written; the file is as it was. `reason` says why, for the log."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")


class SettingsFile:
    """One TOML file of settings."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: Settings | None = None
        """As they were last loaded or saved here; somebody may have written to the file since."""

    def load(self) -> LoadedSettings:
        """The settings of the file; a missing file means the defaults. The file is never touched."""
        try:
            text = self._text()
            table = {} if text is None else _parse(text)
        except (OSError, ValueError) as error:
            self._known = Settings(welcomed=True)
            return LoadedSettings(self._known, unreadable=_explain(error), line=_line_of(error))
        settings, problems = settings_from_table(table)
        self._known = settings
        return LoadedSettings(settings, problems)

    def save(self, settings: Settings) -> None:
        """Write `settings` durably, for the owner's eyes only (mode 0600).

        In a file that is there, only what changed since it was loaded or saved is touched: comments, order, unknown
        keys, what a person wrote into it meanwhile, and values that were not understood and still stand for their
        default, all stay. A file that cannot be read is first set aside under a name of its own; what is no regular
        file stays.

        Raises:
            SettingsNotSaved: the file cannot be written.
        """
        try:
            self._save(settings)
        except OSError as error:
            raise SettingsNotSaved(self.path, error.strerror or type(error).__name__) from error

    def files(self) -> list[Path]:
        """All files that this class ever wrote, as far as they are there: the settings, those set aside, and drafts."""
        target = behind_links(self.path)
        found = [self.path] if self.path.is_symlink() else []
        found.append(target)
        with contextlib.suppress(OSError):
            start = self.path.name + _SET_ASIDE
            found += (
                one
                for one in self.path.parent.iterdir()
                if one.name.startswith(start) and _TIME_SET_ASIDE.fullmatch(one.name.removeprefix(start))
            )
            found += drafts_in(target.parent)
        return [path for path in found if os.path.lexists(path)]

    def _save(self, settings: Settings) -> None:
        try:
            text, readable = self._text(), True
            changed = _fresh(settings) if text is None else _changed(text, self._known, settings)
        except (OSError, ValueError) as error:
            log.warning("the settings file cannot be read (%s)", type(error).__name__)
            changed, readable = _fresh(settings), False
        # Behind a symbolic link lies the file to be written; the link, perhaps of a folder kept in git, stays.
        target = behind_links(self.path) if readable else self.path
        if os.path.lexists(target) and not target.is_file():
            # A folder, or a device: not to be set aside, nor to be replaced.
            raise SettingsNotSaved(self.path, "no regular file")
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = write_draft(target.parent, changed)
        try:
            if not readable and os.path.lexists(target):
                target.rename(_free_name(target))
            draft.replace(target)
        except OSError:
            with contextlib.suppress(OSError):
                draft.unlink()
            raise
        sync_folder(target.parent)
        self._known = settings

    def _text(self) -> str | None:
        """The text of the file, None when there is none. Windows' Notepad puts a mark before it, which is no TOML."""
        try:
            return self.path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            return None


def looks_like_settings(file: Path) -> bool:
    """Whether the file has a key of the settings or their heading, also where it is no TOML any more.

    Raises:
        OSError: it cannot be read.
    """
    text = file.read_bytes().decode("utf-8-sig", errors="replace")
    keys = "|".join(settings_to_table(Settings()))
    # Keys below the name of a table are another's.
    own = re.split(r"^\s*\[", text, maxsplit=1, flags=re.MULTILINE)[0]
    return f"# {_HEADING}" in text or re.search(rf"^\s*(?:{keys})\s*=", own, re.MULTILINE) is not None


def _parse(text: str) -> dict[str, object]:
    """The table that `text` is.

    Raises:
        _NoToml: it is none.
    """
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # Its sentence is English, and may hold what a person wrote; else it says "at end of document".
        place = re.search(r"\(at line (\d+), column \d+\)\Z", str(error))
        raise _NoToml(int(place[1]) if place else text.count("\n") + 1) from error
    except RecursionError as error:
        raise _NoToml(1) from error


def _fresh(settings: Settings) -> str:
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment(_HEADING))
    return _filled(document, settings_to_table(settings))


def _changed(text: str, known: Settings | None, settings: Settings) -> str:
    """`text` with what differs between `known`, or else what it says, and `settings` put right.

    Raises:
        ValueError: `text` is not TOML, or could not be changed safely.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    said = settings_from_table(_parse(text))[0]
    before = settings_to_table(said if known is None else known)
    wanted = {key: value for key, value in settings_to_table(settings).items() if value != before[key]}
    try:
        changed = _filled(tomlkit.parse(text), wanted) if wanted else text
    except TOMLKitError as error:
        raise ValueError("the file cannot be changed in place") from error
    after = settings_to_table(settings_from_table(_parse(changed))[0])
    if any(after[key] != value for key, value in wanted.items()):
        raise ValueError("the changed file does not say what it should")
    return changed


def _filled(document: "TOMLDocument", values: Mapping[str, str | int | bool]) -> str:
    import tomlkit

    for key, value in values.items():
        document[key] = value
    return tomlkit.dumps(document)


def _free_name(path: Path) -> Path:
    """A name beside `path`, not taken yet, that says when it was set aside, in local time."""
    stem = f"{path.name}{_SET_ASIDE}{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    free, number = path.with_name(stem), 1
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{stem}-{number}")
    return free


def _line_of(error: OSError | ValueError) -> int | None:
    if isinstance(error, UnicodeDecodeError):
        return error.object.count(b"\n", 0, error.start) + 1
    return error.line if isinstance(error, _NoToml) else None


def _explain(error: OSError | ValueError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"line {_line_of(error)}: not UTF-8"
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return str(error)
