"""What commands need that put something else in the journal's place: nobody else at it, and the person's yes."""

from collections.abc import Iterator
from contextlib import contextmanager

from herwidget.commands.say import Failure
from herwidget.desktop.instance import SingleInstance
from herwidget.environment import Environment
from herwidget.ui.words import translate

_YES = frozenset({"y", "yes", "네", "예", "ㅇ"})


@contextmanager
def alone(environment: Environment) -> Iterator[None]:
    """While no program runs on this journal, nor can start.

    Raises:
        Failure: one runs.
    """
    instance = SingleInstance(environment.folders.runtime, environment.journal_path)
    if not instance.claim():
        raise Failure(
            translate(
                "CommandLine",
                "Herwidget is running, so nothing was changed. End it with “herwidget quit”, then try again.",
            )
        )
    try:
        yield
    finally:
        instance.release()


def confirmed(question: str) -> bool:
    """Whether the person says yes; no line at all is a no."""
    try:
        return input(f"{question} ").strip().casefold() in _YES
    except EOFError:
        print()
        return False
