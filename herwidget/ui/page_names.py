"""What the window's pages are called."""

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
