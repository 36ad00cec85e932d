"""`herwidget backup`: a checked copy of the journal, beside it or where it is wanted."""

import argparse
from datetime import date
from pathlib import Path

from herwidget.commands.say import complain, journal_not_there, with_way_out
from herwidget.core.local_time import local_day
from herwidget.core.ports import JournalError
from herwidget.desktop.zone import current_zone
from herwidget.environment import Environment
from herwidget.journal.backups import BY_HAND, back_up, backups_folder, backups_of, copy_journal
from herwidget.journal.checks import is_missing
from herwidget.ui.backup_words import backup_trouble, kind_words
from herwidget.ui.words import translate


def backup(environment: Environment, chosen: argparse.Namespace) -> int:
    """Make a backup, also while the program runs; or say which there are."""
    today = local_day(environment.clock(), current_zone())
    if chosen.list:
        tell_of_backups(environment.journal_path, today)
        return 0
    if is_missing(environment.journal_path):
        sentence = translate("Backups", "There is no journal yet, so there is nothing to back up: {path}")
        return complain(journal_not_there(environment, sentence))
    try:
        if chosen.file:
            made = Path(chosen.file).absolute()
            copy_journal(environment.journal_path, made)
        else:
            made = back_up(environment.journal_path, today, BY_HAND)
    except FileExistsError:
        sentence = translate("Backups", "There is something already: {path}. It was left as it is; name another file.")
        return complain(sentence.format(path=made))
    except JournalError as error:
        return complain(with_way_out(environment, error, backup_trouble(error)))
    print(translate("Backups", "A backup was made: {path}").format(path=made))
    return 0


def tell_of_backups(journal: Path, today: date) -> None:
    """Print one line a backup, the newest first, or that there is none."""
    there = backups_of(journal, today)
    for one in there:
        print(f"{one.day}  {kind_words(one.kind)}  {one.path}")
    if not there:
        sentence = translate("Backups", "There are no backups yet; their folder will be {path}")
        print(sentence.format(path=backups_folder(journal)))
