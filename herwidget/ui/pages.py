"""The window's pages by name. A page's code is read when it is first opened."""

from PySide6.QtWidgets import QWidget

from herwidget.ui.program import Program
from herwidget.ui.view import History, View
from herwidget.ui.words import translate

HISTORY_PAGES = frozenset({"thread", "year", "rhythm", "people", "words", "day"})
"""The pages that show nothing without an open journal."""


def page_names() -> dict[str, str]:
    """The pages of the sidebar, in its order, by the names that commands use."""
    return {
        "thread": translate("Window", "Thread"),
        "year": translate("Window", "Year"),
        "rhythm": translate("Window", "Rhythm"),
        "people": translate("Window", "People"),
        "words": translate("Window", "Words"),
        "settings": translate("Window", "Settings"),
        "help": translate("Window", "Help now"),
    }


def make_page(name: str, program: Program, view: View, history: History | None) -> QWidget:
    """The widget of a page.

    Raises:
        JournalError: what it shows cannot be read.
    """
    if name == "settings":
        from herwidget.ui.settings_page import SettingsPage

        return SettingsPage(program)
    if name == "help":
        from herwidget.ui.help_page import HelpPage

        return HelpPage(program)
    assert history is not None, "the window shows these pages with a journal only"
    if name == "year":
        from herwidget.ui.year_page import YearPage

        return YearPage(program, view, history)
    if name == "rhythm":
        from herwidget.ui.rhythm_page import RhythmPage

        return RhythmPage(program, view, history)
    if name == "people":
        from herwidget.ui.people_page import PeoplePage

        return PeoplePage(program, view, history)
    if name == "words":
        from herwidget.ui.words_page import WordsPage

        return WordsPage(program, view, history)
    if name == "day":
        from herwidget.ui.day_page import DayPage

        return DayPage(program, view, history)
    from herwidget.ui.thread_page import ThreadPage

    return ThreadPage(program, view, history)
