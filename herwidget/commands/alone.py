"""What commands need that put something else in the journal's place: nobody else at it, and the person's yes."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from herwidget.commands.say import Failure, read_line
from herwidget.desktop.instance import PlaceTaken, place_held
from herwidget.environment import Environment
from herwidget.ui.words import translate

_YES = frozenset({"y", "yes", "네", "예", "ㅇ"})


@contextmanager
def alone(environment: Environment) -> Iterator[None]:
    """While no program runs on this journal, nor can start.

    Raises:
        Failure: one runs.
    """
    with ExitStack() as held:
        try:
            held.enter_context(place_held(environment.folders.runtime, environment.journal_path))
        except PlaceTaken:
            sentence = translate(
                "CommandLine",
                "Herwidget is running, so nothing was changed. End it with “herwidget quit”, then try again.",
            )
            raise Failure(sentence) from None
        yield


def confirmed(question: str) -> bool:
    """Whether the person says yes; an interrupt is a no, and so is no line at all."""
    try:
        return read_line(f"{question} ").casefold() in _YES
    except (EOFError, KeyboardInterrupt):
        print()
        return False
