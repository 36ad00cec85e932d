"""What is said of backups, in the window and in the terminal."""

from datetime import date

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
        JournalTrouble.UNREACHABLE: translate(
            "Backups",
            "No backup could be made, for this place cannot be reached: {path}. The journal and the earlier backups "
            "are as they were. Check that the folder is there, then try again.",
        ),
    }
    if error.trouble in sentences:
        return sentences[error.trouble].format(path=error.path)
    return journal_trouble(error)


def backups_kept(days: list[date], today: date) -> str:
    """How many backups there are and of when the newest is; `days` are theirs, the newest first."""
    if not days:
        return translate("Backups", "None yet; one is made each week")
    newest = date_words(days[0], today)
    if len(days) == 1:
        return translate("Backups", "One, of {day}").format(day=newest)
    return translate("Backups", "{count}, the last of {day}").format(count=len(days), day=newest)


def backup_offered(day: date, today: date) -> str:
    """That there is a backup to go on with, and what that would mean."""
    return translate(
        "Backups",
        "The last good backup is of {day}. What came after it would be missing; the damaged file is kept beside it.",
    ).format(day=date_words(day, today))


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
