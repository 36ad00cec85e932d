"""`herwidget quit`: ask the program that runs to end, as an installer does before it replaces files."""

import argparse

from herwidget.commands.say import complain
from herwidget.desktop.instance import SingleInstance
from herwidget.environment import Environment
from herwidget.ui.words import translate

_PATIENCE_MS = 10_000


def quit_running(environment: Environment, _chosen: argparse.Namespace) -> int:
    """Ask, and wait until it has let go of its journal and its socket. That none runs is well, too."""
    instance = SingleInstance(environment.folders.runtime, environment.journal_path)
    if instance.is_running():
        if instance.tell({"command": "quit"}):
            ended = instance.wait_until_free(_PATIENCE_MS)
            return _say_ended() if ended else _complain()
        # A lock that was left by a killed one may name a stranger by now. Whoever can have the place knows.
        if not instance.claim():
            return _complain()
        instance.release()
    print(translate("Quit", "Herwidget is not running."))
    return 0


def _say_ended() -> int:
    print(translate("Quit", "Herwidget has ended."))
    return 0


def _complain() -> int:
    return complain(
        translate(
            "Quit",
            "Herwidget is running and did not end. Nothing was lost: each answer is kept as it is given. "
            "Try again in a moment, or log out and in.",
        )
    )
