"""`herwidget restore`: a backup in the journal's place; what was there is set aside first."""

import argparse
from datetime import date
from pathlib import Path

from herwidget.commands.alone import alone, confirmed
from herwidget.commands.backup import tell_of_backups
from herwidget.commands.say import FAILED, Failure, complain
from herwidget.core.local_time import local_day
from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.desktop.zone import current_zone
from herwidget.environment import Environment
from herwidget.journal.backups import backups_folder, backups_of, last_good_backup
from herwidget.journal.restoring import put_back
from herwidget.ui.backup_words import kept_aside, restore_trouble
from herwidget.ui.words import translate


def restore(environment: Environment, chosen: argparse.Namespace) -> int:
    """Put back the file that is named, else the newest backup that is sound."""
    today = local_day(environment.clock(), current_zone())
    try:
        with alone(environment):
            pass  # before anything is asked
        backup = _chosen(environment.journal_path, chosen.file, today)
        if not chosen.yes and not confirmed(_question(backup)):
            print(translate("Backups", "Nothing was changed."))
            return FAILED
        with alone(environment):
            aside = put_back(environment.journal_path, backup, today)
    except Failure as failure:
        return complain(str(failure))
    except JournalError as error:
        return complain(restore_trouble(error))
    print(translate("Backups", "The journal is now what this backup holds: {path}").format(path=backup))
    if aside is not None:
        print(kept_aside(aside))
    return 0


def _chosen(journal: Path, named: str | None, today: date) -> Path:
    """The backup that is meant.

    Raises:
        Failure: none can be used.
        JournalError: the one that is named is not there.
    """
    if named:
        path, in_folder = Path(named).absolute(), backups_folder(journal) / named
        found = next((one for one in (path, in_folder) if one.exists()), None)
        if found is None:
            raise JournalError(JournalTrouble.UNREACHABLE, str(path))
        return found
    tell_of_backups(journal, today)
    newest = last_good_backup(journal, today)
    if newest is not None:
        return newest.path
    if backups_of(journal):
        raise Failure(
            translate("Backups", "None of these backups can be read by this version. Nothing was changed; name a FILE.")
        )
    raise Failure(translate("Backups", "Nothing was changed; name a FILE to put back."))


def _question(backup: Path) -> str:
    # Not by its day: there may be several of one.
    sentence = translate("Backups", "Put back {path}? What is in the journal now is set aside and kept. (y/n)")
    return sentence.format(path=backup)
