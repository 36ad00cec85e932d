"""Erasing all that Herwidget ever wrote for a journal, for good.

What is there once for all journals, such as the log, goes with the usual one alone.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from herwidget.core.keeping import Belongings, Contents, EraseError, EraseTrouble
from herwidget.core.ports import Autostart, AutostartError, AutostartTrouble, JournalError
from herwidget.desktop.instance import PlaceTaken, place_held
from herwidget.desktop.log_file import log_files
from herwidget.desktop.paths import default_config, default_journal, demo_config, demo_journal
from herwidget.desktop.settings_file import SettingsFile, looks_like_settings
from herwidget.environment import Environment
from herwidget.journal.backups import backups_folder, backups_of
from herwidget.journal.contents import contents_of
from herwidget.journal.restoring import belongings, looks_ours, set_aside

_PATIENCE_MS = 30_000


@dataclass(frozen=True)
class Erasure:
    """All that goes."""

    files: tuple[Path, ...]
    """In the order in which they go: answers first."""
    starts: bool
    """Whether it starts with the computer."""
    entered: bool
    """Whether anything of that is there, also where it starts nothing."""


@dataclass(frozen=True)
class Left:
    """What could not be erased."""

    files: tuple[Path, ...]
    starts: bool
    """Whether it may still start with the computer."""


class Eraser:
    """What the window offers: it tells what goes, and lets the program end, after which it goes."""

    def __init__(self, environment: Environment, end: Callable[[], None]) -> None:
        self._environment, self._end = environment, end

    def what_goes(self) -> Belongings:
        """All that goes, in numbers.

        Raises:
            EraseError: nothing can be erased now.
        """
        with demonstration_closed(self._environment):
            return _in_numbers(self._environment)

    def erase(self) -> None:
        """Let the program end: once nothing of it is left that could write, everything goes."""
        self._end()


def find(environment: Environment) -> Erasure:
    """All that there is.

    Raises:
        EraseError: a file does not say of itself that it is a journal, or settings, or cannot be read. Whoever named
            another program's file must not lose it.
    """
    _refuse_what_is_not_ours(environment)
    usual, autostart = environment.is_usual_journal, environment.autostart()
    return Erasure(_files(environment), usual and autostart.is_on(), usual and autostart.is_there())


@contextlib.contextmanager
def demonstration_closed(environment: Environment) -> Iterator[None]:
    """While the demonstration, where it goes too, does not run, nor can start.

    Raises:
        EraseError: it runs.
    """
    journal = demo_journal(environment.folders)
    with contextlib.ExitStack() as held:
        if environment.is_usual_journal:
            try:
                held.enter_context(place_held(environment.folders.runtime, journal))
            except PlaceTaken:
                raise EraseError(EraseTrouble.DEMONSTRATION_OPEN, str(journal)) from None
        yield


def erase(environment: Environment, found: Erasure) -> Left:
    """Remove what was found. Nobody may write any of it at this time, the demonstration neither.

    Where the system asks the person before it changes what it starts, that is waited for.
    """
    left = _remove(found.files)
    trouble = _stop_starting(environment.autostart()) if found.entered else None
    if trouble is not None and not found.starts:
        left.append(Path(trouble.path))
    return Left(tuple(left), found.starts and trouble is not None)


def remove_empty_folders(environment: Environment) -> None:
    """Folders of Herwidget's own, where nothing else is in them; once nobody holds a place in them any more."""
    folders, demo = environment.folders, demo_journal(environment.folders)
    own = [folders.runtime, backups_folder(environment.journal_path)]
    if environment.is_usual_journal:
        own += [backups_folder(demo), demo.parent, folders.data, folders.config, folders.log]
        # The log lies in a folder of Herwidget's own folder, or in the system's folder of all logs.
        own += [folders.log.parent] if folders.log.parent.name == folders.data.name else []
    for folder in own:
        with contextlib.suppress(OSError):  # not empty, or not there
            folder.rmdir()


def _settings_go(environment: Environment) -> bool:
    """The usual settings are of the usual journal; those that were named are of the one that is used with them."""
    return environment.is_usual_journal or not environment.has_usual_settings


def _refuse_what_is_not_ours(environment: Environment) -> None:
    journal, settings = environment.journal_path, environment.settings_file.path
    if not _may_go(journal, default_journal(environment.folders), looks_ours):
        raise EraseError(EraseTrouble.NO_JOURNAL, str(journal))
    if _settings_go(environment) and not _may_go(settings, default_config(environment.folders), looks_like_settings):
        raise EraseError(EraseTrouble.NO_SETTINGS, str(settings))


def _may_go(file: Path, usual: Path, looks_like_ours: Callable[[Path], bool]) -> bool:
    """Whether nothing of anybody else's goes with a file. An empty one says nothing of itself: there its place does."""
    try:
        if not file.exists():
            return True
        if not file.is_file():
            return False
        return looks_like_ours(file) if file.stat().st_size else file.absolute() == usual.absolute()
    except OSError:
        return False


def _files(environment: Environment) -> tuple[Path, ...]:
    found = [*belongings(environment.journal_path), *_of_demonstration(environment)]
    found += [*_settings(environment), *_log(environment)]
    return tuple(dict.fromkeys(found))


def _of_demonstration(environment: Environment) -> list[Path]:
    if not environment.is_usual_journal:
        return []
    settings = SettingsFile(demo_config(environment.folders))
    return [*belongings(demo_journal(environment.folders)), *settings.files()]


def _settings(environment: Environment) -> list[Path]:
    return environment.settings_file.files() if _settings_go(environment) else []


def _log(environment: Environment) -> list[Path]:
    return log_files(environment.folders.log) if environment.is_usual_journal else []


def _in_numbers(environment: Environment) -> Belongings:
    journal, starts = environment.journal_path, find(environment).starts
    return Belongings(
        _contents(journal),
        len(backups_of(journal)),
        len(set_aside(journal)),
        bool(_of_demonstration(environment)),
        bool(_settings(environment)),
        bool(_log(environment)),
        starts,
    )


def _contents(journal: Path) -> Contents | None:
    try:
        return contents_of(journal)
    except JournalError:
        return None


def _remove(files: Iterable[Path]) -> list[Path]:
    """Remove files; those that could not be."""
    left = []
    for path in files:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            left.append(path)
    return left


def _stop_starting(autostart: Autostart) -> AutostartError | None:
    """Let the system start it no more; what stood in the way. It may ask the person first."""
    answers: list[AutostartError | None] = []
    loop = QEventLoop()

    def answered(error: AutostartError | None) -> None:
        answers.append(error)
        loop.quit()

    autostart.remove(answered)
    if not answers:
        QTimer.singleShot(_PATIENCE_MS, loop.quit)
        loop.exec()
    return answers[0] if answers else AutostartError(AutostartTrouble.NO_ANSWER)
