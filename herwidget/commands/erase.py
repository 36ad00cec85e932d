"""`herwidget erase`: all that Herwidget ever wrote for this journal goes, for good.

What is there once for all journals, such as the log, goes with the usual one alone.
"""

import argparse
import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from herwidget.commands.alone import alone, confirmed, place_held
from herwidget.commands.say import FAILED, Failure, complain
from herwidget.core.ports import Autostart, AutostartError, AutostartTrouble
from herwidget.desktop.log_file import log_files
from herwidget.desktop.paths import default_config, default_journal
from herwidget.desktop.settings_file import SettingsFile, looks_like_settings
from herwidget.environment import Environment
from herwidget.journal.backups import backups_folder
from herwidget.journal.restoring import belongings, looks_ours
from herwidget.ui.words import translate

_PATIENCE_MS = 30_000


def erase(environment: Environment, chosen: argparse.Namespace) -> int:
    """Say what goes, ask, and remove it."""
    usual = environment.is_usual_journal
    settings_too = usual or chosen.config is not None
    try:
        with _undisturbed(environment):
            pass  # before anything is asked
        _refuse_what_is_not_ours(environment, settings_too)
        files, autostart = _files(environment, settings_too), environment.autostart()
        starts, entered = usual and autostart.is_on(), usual and autostart.is_there()
        if not files and not entered:
            print(translate("Erase", "There is nothing to erase."))
            return 0
        print(translate("Erase", "This goes, and nothing brings it back:"))
        for path in files:
            print(f"  {path}")
        if starts:
            print("  " + translate("Erase", "(and starting with the computer)"))
        elif entered:
            print("  " + translate("Erase", "(and what is left of starting with the computer)"))
        if not chosen.yes and not confirmed(translate("Erase", "Erase all of this for good? (y/n)")):
            print(translate("Erase", "Nothing was erased."))
            return FAILED
        with _undisturbed(environment):
            left = _remove(files)
            trouble = _stop_starting(autostart) if entered else None
    except Failure as failure:
        return complain(str(failure))
    _remove_empty_folders(environment)
    still_starts = starts and trouble is not None
    if trouble is not None and not starts:
        left.append(Path(trouble.path))
    if still_starts:
        sentence = translate(
            "Erase", "Herwidget may still start with the computer. Switch that off in the system's own settings."
        )
        complain(sentence)
    if left:
        sentence = translate("Erase", "All else is erased, but these files could not be removed: {paths}. Remove them.")
        return complain(sentence.format(paths=", ".join(map(str, left))))
    if still_starts:
        return FAILED
    print(
        translate(
            "Erase",
            "All of this is erased. Copies, exports and pictures that you put elsewhere are still there, and so is "
            "Herwidget itself: remove it the way it was installed.",
        )
    )
    return 0


@contextlib.contextmanager
def _undisturbed(environment: Environment) -> Iterator[None]:
    """While no program runs on a journal that goes, nor can start.

    Raises:
        Failure: one runs.
    """
    with contextlib.ExitStack() as held:
        held.enter_context(alone(environment))
        if environment.is_usual_journal:
            sentence = translate("Erase", "The demonstration is open, so nothing was changed. Quit it, then try again.")
            held.enter_context(place_held(environment, _demo(environment) / "journal.db", sentence))
        yield


def _demo(environment: Environment) -> Path:
    return environment.folders.data / "demo"


def _refuse_what_is_not_ours(environment: Environment, settings_too: bool) -> None:
    """Whoever names another program's file must not lose it.

    Raises:
        Failure: a file does not say of itself that it is a journal, or settings, or cannot be read.
    """
    journal, settings = environment.journal_path, environment.settings_file.path
    if not _may_go(journal, default_journal(environment.folders), looks_ours):
        sentence = translate(
            "Erase",
            "This file does not look like a journal of Herwidget, so nothing was erased: {path}. Remove it by hand.",
        )
        raise Failure(sentence.format(path=journal))
    if settings_too and not _may_go(settings, default_config(environment.folders), looks_like_settings):
        sentence = translate(
            "Erase",
            "This file does not look like settings of Herwidget, so nothing was erased: {path}. Remove it by hand.",
        )
        raise Failure(sentence.format(path=settings))


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


def _files(environment: Environment, settings_too: bool) -> list[Path]:
    """All files, in the order in which they go: answers first."""
    found = list(belongings(environment.journal_path))
    if environment.is_usual_journal:
        found += belongings(_demo(environment) / "journal.db")
    if settings_too:
        found += environment.settings_file.files()
    if environment.is_usual_journal:
        found += SettingsFile(_demo(environment) / "settings.toml").files()
        found += log_files(environment.folders.log)
    return list(dict.fromkeys(found))


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


def _remove_empty_folders(environment: Environment) -> None:
    """Folders of Herwidget's own, where nothing else is in them."""
    folders, demo = environment.folders, _demo(environment)
    own = [backups_folder(environment.journal_path)]
    if environment.is_usual_journal:
        own += [backups_folder(demo / "journal.db"), demo, folders.data, folders.config, folders.log]
        # The log lies in a folder of Herwidget's own folder, or in the system's folder of all logs.
        own += [folders.log.parent] if folders.log.parent.name == folders.data.name else []
    for folder in (*own, folders.runtime):
        with contextlib.suppress(OSError):  # not empty, or not there
            folder.rmdir()
