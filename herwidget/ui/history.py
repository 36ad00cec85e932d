"""What the pages of the past are built from."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from herwidget.core.contacts import Contacts
from herwidget.core.history.ports import HistoryJournal
from herwidget.services.history_editor import HistoryEditor
from herwidget.services.people_editor import PeopleEditor


@dataclass(frozen=True)
class History:
    """The past as the journal keeps it, the people in it, and those who mend both."""

    journal: HistoryJournal
    editor: HistoryEditor
    people: PeopleEditor
    read_contacts: Callable[[Path], Contacts]
    """Reads an address book; raises ContactsError."""
