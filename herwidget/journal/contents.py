"""How much a journal file holds, found out by a connection that only looks."""

import sqlite3
from pathlib import Path

from herwidget.core.keeping import Contents
from herwidget.journal.checks import at_rest, beside_others, refuse_what_is_no_sound_journal
from herwidget.journal.trouble import told_as_journal_error


def look_into(backup: Path) -> Contents:
    """What a file would bring if it were put in the journal's place. Reads all of it.

    Raises:
        JournalError: it is no sound journal that this version can read.
    """
    with told_as_journal_error(backup), at_rest(backup) as connection:
        refuse_what_is_no_sound_journal(connection, backup)
        return _count(connection)


def contents_of(journal: Path) -> Contents:
    """What a journal in use holds.

    Raises:
        JournalError: it cannot be read.
    """
    with beside_others(journal) as connection, told_as_journal_error(journal):
        return _count(connection)


def _count(connection: sqlite3.Connection) -> Contents:
    entries = connection.execute("SELECT count(DISTINCT prompt_id) FROM answers").fetchone()[0]
    people = connection.execute("SELECT count(*) FROM people").fetchone()[0]
    return Contents(entries, people)
