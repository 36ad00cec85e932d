"""Exports in words: the headings of a table, what was written, and why nothing was."""

from pathlib import Path

from herwidget.core.export import ExportError, ExportProblem, TableWords
from herwidget.ui.words import translate


def table_words(language: str) -> TableWords:
    """The words of a table in the language in use."""
    headings = {
        "check_in": translate("Export", "Check-in"),
        "kind": translate("Export", "Kind of check-in"),
        "day": translate("Export", "Day"),
        "time": translate("Export", "Time"),
        "zone": translate("Export", "Time zone"),
        "step": translate("Export", "Step"),
        "dimension": translate("Export", "Asks about"),
        "question_id": translate("Export", "Question's id"),
        "question": translate("Export", "Question"),
        "answer": translate("Export", "Answer"),
        "value": translate("Export", "Number"),
        "choice": translate("Export", "Option's id"),
        "words": translate("Export", "Words"),
        "note": translate("Export", "Note"),
        "people": translate("Export", "People"),
        "answered_at": translate("Export", "Answered at (UTC)"),
        "added_at": translate("Export", "Written down later at (UTC)"),
    }
    no_one = translate("Card", "No one comes to mind")
    return TableWords(language, headings, no_one, translate("History", "{value} of 100, from “{low}” to “{high}”"))


def exported(count: int, path: Path) -> str:
    """How many answers were written, and who may read them."""
    text = translate("Export", "1 answer was exported: {path}")
    if count != 1:
        text = translate("Export", "{count} answers were exported: {path}")
    return f"{text.format(count=count, path=path)}\n{unprotected()}"


def unprotected() -> str:
    """That an export is in the person's own care."""
    return translate("Export", "Herwidget does not protect this file: whoever can open it can read what you told.")


def export_trouble(error: ExportError) -> str:
    """Why nothing was exported, what was kept, what to do."""
    sentences = {
        ExportProblem.ENDING: translate(
            "Export", "Nothing was exported: {path} does not end in .csv or .json. Choose one of these two."
        ),
        ExportProblem.EXISTS: translate(
            "Export", "Nothing was exported: there is a file already, and it was left as it is: {path}. Name another."
        ),
        ExportProblem.JOURNAL: translate(
            "Export", "Nothing was exported: {path} is the journal itself. It was left as it is; name another file."
        ),
        ExportProblem.NO_FOLDER: translate(
            "Export", "Nothing was exported: there is no folder {folder}. Make it first, or choose another place."
        ),
        ExportProblem.UNWRITABLE: translate(
            "Export", "Nothing was exported to {path} ({reason}). Choose another place."
        ),
    }
    return sentences[error.problem].format(path=error.path, folder=error.path.parent, reason=error.reason)
