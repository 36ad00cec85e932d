"""`herwidget` where there is no screen: it says so, and asks in the terminal."""

import sys

from herwidget.commands.check_in import ask_in_terminal
from herwidget.commands.say import complain
from herwidget.environment import Environment
from herwidget.ui.words import translate


def without_screen(environment: Environment, *, background: bool) -> int:
    """Say that there is no screen; ask here when somebody sits here."""
    if background or not sys.stdin.isatty():
        return complain(translate("CommandLine", "There is no screen here, so no tray. Start it in a desktop session."))
    print(translate("CommandLine", "There is no screen here, so no tray. Here is the check-in, in the terminal."))
    return ask_in_terminal(environment)
