"""What is said of erasing everything, in the window and in the terminal."""

from collections.abc import Sequence
from pathlib import Path

from herwidget.core.keeping import Belongings, Contents, EraseError, EraseTrouble
from herwidget.ui.words import translate


def erase_trouble(error: EraseError) -> str:
    """Why nothing was erased, and what to do."""
    sentences = {
        EraseTrouble.DEMONSTRATION_OPEN: translate(
            "Erase", "The demonstration is open, so nothing was changed. Quit it, then try again."
        ),
        EraseTrouble.NO_JOURNAL: translate(
            "Erase",
            "This file does not look like a journal of Herwidget, so nothing was erased: {path}. Remove it by hand.",
        ),
        EraseTrouble.NO_SETTINGS: translate(
            "Erase",
            "This file does not look like settings of Herwidget, so nothing was erased: {path}. Remove it by hand.",
        ),
    }
    return sentences[error.trouble].format(path=error.path)


def what_goes(there: Belongings) -> Sequence[str]:
    """All that goes, one line a thing; answers first."""
    lines = [contents_words(there.contents)] if there.contents else [translate("Erase", "The journal")]
    if there.backups:
        one, many = translate("Erase", "One backup"), translate("Erase", "{count} backups")
        lines.append(one if there.backups == 1 else many.format(count=there.backups))
    if there.set_aside:
        one = translate("Erase", "One journal that was set aside")
        many = translate("Erase", "{count} journals that were set aside")
        lines.append(one if there.set_aside == 1 else many.format(count=there.set_aside))
    if there.demonstration:
        lines.append(translate("Erase", "The demonstration's made-up journal"))
    if there.settings:
        lines.append(translate("Erase", "The settings"))
    if there.log:
        lines.append(translate("Erase", "The log, which holds no answers"))
    if there.starts:
        lines.append(translate("Erase", "Starting with the computer"))
    return lines


def contents_words(contents: Contents) -> str:
    """How many entries and people a journal holds."""
    entries, people = (
        entries_words(contents.entries),
        translate("Erase", "{count} people").format(count=contents.people),
    )
    if not contents.people:
        return entries
    if contents.people == 1:
        people = translate("Erase", "one person")
    return translate("Erase", "{entries}, {people}").format(entries=entries, people=people)


def entries_words(count: int) -> str:
    """How many entries a journal holds."""
    if not count:
        return translate("Erase", "No entries")
    return translate("Erase", "One entry") if count == 1 else translate("Erase", "{count} entries").format(count=count)


def erased() -> str:
    """That all is gone, and what is still there."""
    return translate(
        "Erase",
        "All of this is erased. Copies, exports and pictures that you put elsewhere are still there, and so is "
        "Herwidget itself: remove it the way it was installed.",
    )


def not_removed(files: Sequence[Path]) -> str:
    """That some files are still there."""
    sentence = translate("Erase", "All else is erased, but these files could not be removed: {paths}. Remove them.")
    return sentence.format(paths=", ".join(map(str, files)))


def may_still_start() -> str:
    """That the system would not let go of the start with the computer."""
    return translate(
        "Erase", "Herwidget may still start with the computer. Switch that off in the system's own settings."
    )
