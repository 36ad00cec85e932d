"""What is said of backups, in the window and in the terminal."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.ui.words import date_words, journal_trouble, translate


def backup_trouble(error: JournalError) -> str:
    """Why no backup could be made, what was kept, what to do."""
    sentences = {
        JournalTrouble.FULL: translate(
            "Backups",
            "The disk is full, so no backup could be made: {path}. The journal and the earlier backups are as they "
            "were. Make some room, then try again.",
        ),
        JournalTrouble.READ_ONLY: translate(
            "Backups",
            "No backup could be made, for nothing may be written to {path}. The journal and the earlier backups are as "
            "they were. Allow writing there, then try again.",
        ),
        JournalTrouble.DAMAGED: translate(
            "Backups",
            "Parts of the journal seem damaged, so no backup was made: {path}. The journal and the earlier backups are "
            "as they were.",
        ),
        JournalTrouble.UNREACHABLE: translate(
            "Backups",
            "No backup could be made, for this place cannot be reached: {path}. The journal and the earlier backups "
            "are as they were. Check that the folder is there, then try again.",
        ),
    }
    if error.trouble in sentences:
        return sentences[error.trouble].format(path=error.path)
    return journal_trouble(error)


def restore_trouble(error: JournalError) -> str:
    """Why no backup was put back; nothing was changed then."""
    sentences = {
        # A damaged journal is in nobody's way: it is the backup.
        JournalTrouble.DAMAGED: translate(
            "Backups", "This file seems damaged, so it was not put back: {path}. Nothing was changed; name another."
        ),
        JournalTrouble.FULL: translate(
            "Backups", "The disk is full, so nothing was put back or changed: {path}. Make some room, then try again."
        ),
        JournalTrouble.READ_ONLY: translate(
            "Backups", "Nothing was put back or changed, for this may not be read or written: {path}. Allow it first."
        ),
        JournalTrouble.UNREACHABLE: translate(
            "Backups", "This place cannot be reached: {path}. Nothing was changed; name another file."
        ),
    }
    if error.trouble in sentences:
        return sentences[error.trouble].format(path=error.path)
    return journal_trouble(error)


def backups_kept(days: Sequence[date], today: date) -> str:
    """How many backups there are and of when the newest is; `days` are theirs, the newest first."""
    if not days:
        return translate("Backups", "None yet; one is made each week")
    newest = date_words(days[0], today)
    if len(days) == 1:
        return translate("Backups", "One, of {day}").format(day=newest)
    return translate("Backups", "{count}, the last of {day}").format(count=len(days), day=newest)


def backup_offered(day: date, today: date) -> str:
    """That there is a backup to go on with, and what that would mean."""
    return translate("Backups", "The last good backup is of {day}. What came after it would be missing.").format(
        day=date_words(day, today)
    )


def damaged_is_kept() -> str:
    """What becomes of a damaged journal when a backup is used."""
    return translate("Backups", "The damaged file is kept beside it.")


def new_one_begun(path: Path) -> str:
    """That backups were found and no journal."""
    return translate("Backups", "There was no journal in its place, so a new one was begun: {path}.").format(path=path)


def use_backup(day: date, today: date) -> str:
    """The button that puts a backup back."""
    return translate("Backups", "Use the backup of {day}").format(day=date_words(day, today))


def backup_in_use(day: date, today: date) -> str:
    """That a backup was put in the journal's place."""
    return translate("Backups", "The journal is the backup of {day} now.").format(day=date_words(day, today))


def file_in_use(path: Path) -> str:
    """That a file was put in the journal's place."""
    return translate("Backups", "The journal is now what this file holds: {path}.").format(path=path)


def again_in_use() -> str:
    """That the journal is what it was before a backup was put back."""
    return translate("Backups", "The journal is again what it was before.")


def go_back() -> str:
    """The button that takes a backup away again."""
    return translate("Backups", "Go back to what was there before")


def kept_aside(aside: Path) -> str:
    """Where what was in the journal's place is kept."""
    return translate("Backups", "What was there before is kept: {path}").format(path=aside)


def backup_before(path: str) -> str:
    """Where a backup lies that this version can read, of a journal that it cannot."""
    return translate("Backups", "A backup from before is there, too: {path}").format(path=path)


def kind_words(kind: str) -> str:
    """Why a backup was made."""
    if kind == "weekly":
        return translate("Backups", "weekly")
    if kind == "by-hand":
        return translate("Backups", "by hand")
    return translate("Backups", "before an upgrade")


def of_no_use(trouble: JournalTrouble) -> str:
    """Why a backup cannot be put back, in a word or two."""
    words = {
        JournalTrouble.DAMAGED: translate("Backups", "damaged"),
        JournalTrouble.NEWER: translate("Backups", "of a newer Herwidget"),
        JournalTrouble.FOREIGN: translate("Backups", "no journal"),
    }
    return words.get(trouble, translate("Backups", "cannot be read now"))


def what_putting_back_does(journal: Path) -> str:
    """What becomes of the journal when a backup is put back, and of what it holds now."""
    sentence = translate(
        "Backups", "The journal becomes what the backup holds; what it holds now is kept beside it, as “{name}”."
    )
    return sentence.format(name=f"{journal.stem}-before-restore-…")
