"""`herwidget export`: everything the person told, in a file in an open format."""

import argparse
from pathlib import Path

from herwidget.commands.say import MISUSED, Failure, complain, journal_not_there, open_journal
from herwidget.core.export import ExportError, ExportProblem, export_form
from herwidget.environment import Environment, load_bank
from herwidget.journal.checks import is_missing
from herwidget.journal.export import export_journal
from herwidget.ui.export_words import export_trouble, exported, table_words
from herwidget.ui.words import translate


def export(environment: Environment, chosen: argparse.Namespace) -> int:
    """Write the file. Where there is no journal, none is made."""
    path = Path(chosen.file)
    try:
        export_form(path)
        if is_missing(environment.journal_path):
            sentence = translate("Export", "There is no journal yet, so there is nothing to export: {path}")
            return complain(journal_not_there(environment, sentence))
        words = table_words(environment.language(environment.loaded.settings))
        with open_journal(environment) as journal:
            now = environment.clock()
            count = export_journal(journal, path, load_bank(), words, now, replace=chosen.force)
    except ExportError as error:
        complain(_told(error))
        return MISUSED if error.problem is ExportProblem.ENDING else 1
    except Failure as failure:
        return complain(str(failure))
    print(exported(count, path))
    return 0


def _told(error: ExportError) -> str:
    sentence = export_trouble(error)
    if error.problem is ExportProblem.EXISTS:
        sentence += " " + translate("Export", "Or replace it with --force.")
    return sentence
