"""The window's pages. A page's code is read when it is first opened."""

from PySide6.QtWidgets import QWidget

from herwidget.ui.history import History
from herwidget.ui.program import Program
from herwidget.ui.view import View


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
