"""The asker as commands use it."""

from herwidget.desktop.presence import NoPresence
from herwidget.desktop.zone import current_zone
from herwidget.environment import Environment, load_bank
from herwidget.journal.journal import Journal
from herwidget.journal.readings import JournalReadings
from herwidget.journal.suggestions import JournalSuggestions
from herwidget.services.asker import Asker
from herwidget.services.pacing import Pacing


def silent_asker(environment: Environment, journal: Journal) -> Asker:
    """An asker that puts nothing on the screen; what it begins is asked by the command itself.

    Raises:
        BankError: the questions cannot be read.
    """
    suggestions = JournalSuggestions(journal)
    return Asker(
        journal,
        load_bank(),
        lambda: environment.loaded.settings,
        environment.clock,
        current_zone,
        NoPresence(),
        lambda _check_in: None,
        lambda _check_in: None,
        suggestions,
        Pacing(JournalReadings(journal), suggestions, lambda: environment.loaded.settings),
    )
