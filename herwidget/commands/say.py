"""How commands speak: what was asked for on standard output, what went wrong on standard error."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.core.questions import BankError
from herwidget.desktop.instance import SingleInstance
from herwidget.environment import Environment
from herwidget.journal.journal import Journal
from herwidget.ui.words import date_words, journal_trouble, settings_trouble, translate

if TYPE_CHECKING:
    from herwidget.core.keeping import Backup

# What became of a command, as users of the command line expect: 0 done, 1 it did not work, 2 wrong words.
FAILED, MISUSED = 1, 2


class Failure(Exception):
    """Something that ends a command, as one sentence for the person."""


def complain(sentence: str) -> int:
    """Say what went wrong; the exit code for it."""
    print(f"herwidget: {sentence}", file=sys.stderr)
    return FAILED


def tell_json(facts: object) -> None:
    """Print `facts` for a program to read; letters are escaped where standard output cannot take all of them."""
    takes_all = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().startswith("utf")
    print(json.dumps(facts, ensure_ascii=not takes_all, indent=2))


def read_line(prompt: str) -> str:
    """A line of standard input.

    Not by way of `input`: under it Qt waits for the keyboard, deaf to an interrupt, and it needs all three streams.

    Raises:
        EOFError: there is no more.
    """
    print(prompt, end="", flush=True)
    line = sys.stdin.readline() if sys.stdin is not None else ""
    if not line:
        raise EOFError
    return line.strip()


def tell_of_settings(environment: Environment) -> None:
    """Say what in the settings file was not understood, if anything was not."""
    loaded = environment.loaded
    path = environment.settings_file.path
    sentence = settings_trouble(loaded.problems, loaded.unreadable, loaded.line, path)
    if sentence:
        complain(sentence)


@contextmanager
def open_journal(environment: Environment) -> Iterator[Journal]:
    """The journal for one command.

    Raises:
        Failure: it, or the bank, cannot be used.
    """
    try:
        journal = open_beside_program(environment)
        try:
            yield journal
        finally:
            journal.close()
    except JournalError as error:
        raise Failure(with_way_out(environment, error, journal_trouble(error))) from error
    except BankError as error:
        raise Failure(
            translate("CommandLine", "The questions cannot be read: {reason}. Install Herwidget again.").format(
                reason=error
            )
        ) from error


def open_beside_program(environment: Environment) -> Journal:
    """The journal, which is not brought up to date under a program of an earlier version that runs.

    Raises:
        JournalError: it cannot be opened.
    """
    return Journal(environment.journal_path, may_migrate=lambda: not is_running(environment))


def is_running(environment: Environment) -> bool:
    """Whether the tray program holds this journal's place."""
    return SingleInstance(environment.folders.runtime, environment.journal_path).is_running()


def with_way_out(environment: Environment, error: JournalError, sentence: str) -> str:
    """What is wrong with the journal, and that there is a backup to go on with where only one helps."""
    if error.trouble not in (JournalTrouble.DAMAGED, JournalTrouble.NEWER):
        return sentence
    from herwidget.journal.backups import last_good_backup
    from herwidget.ui.backup_words import backup_before

    if error.trouble is JournalTrouble.DAMAGED:
        return " ".join(filter(None, (sentence, backup_to_put_back(environment))))
    backup = last_good_backup(environment.journal_path, _today(environment))
    return sentence if backup is None else f"{sentence} {backup_before(str(backup.path))}"


def backup_to_put_back(environment: Environment) -> str:
    """That there is a sound backup, and what puts it back; empty where there is none."""
    from herwidget.journal.backups import last_good_backup

    backup = last_good_backup(environment.journal_path, _today(environment))
    return "" if backup is None else _puts_it_back(environment, backup)


def begun_anew(environment: Environment) -> str:
    """That this journal was begun in the place of a lost one, and what puts that back; empty where it was not.

    Raises:
        JournalError: the journal cannot be read.
    """
    from herwidget.journal.backups import backup_of_lost
    from herwidget.ui.backup_words import new_one_begun

    backup = backup_of_lost(environment.journal_path, _today(environment))
    return "" if backup is None else f"{new_one_begun(environment.journal_path)} {_puts_it_back(environment, backup)}"


def _puts_it_back(environment: Environment, backup: "Backup") -> str:
    way_out = translate("Backups", "The last good backup is of {day}; “herwidget restore” puts it back.")
    return way_out.format(day=date_words(backup.day, _today(environment)))


def _today(environment: Environment) -> date:
    from herwidget.core.local_time import local_day
    from herwidget.desktop.zone import current_zone

    return local_day(environment.clock(), current_zone())


def journal_not_there(environment: Environment, not_yet: str = "") -> str:
    """That there is no journal: not yet, which `not_yet` may say, or not any more where there are backups of one."""
    way_out = backup_to_put_back(environment)
    if way_out:
        lost = translate("Status", "The journal is not in its place: {path}.")
        return f"{lost.format(path=environment.journal_path)} {way_out}"
    sentence = not_yet or translate("Status", "There is no journal yet; it will be {path}")
    return sentence.format(path=environment.journal_path)
