"""What commands need that put something else in the journal's place: nobody else at it, and the person's yes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from herwidget.commands.say import Failure, read_line
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
    sentence = translate(
        "CommandLine",
        "Herwidget is running, so nothing was changed. End it with “herwidget quit”, then try again.",
    )
    with place_held(environment, environment.journal_path, sentence):
        yield


@contextmanager
def place_held(environment: Environment, journal: Path, sentence: str) -> Iterator[None]:
    """While nothing has this journal's place but this command.

    Raises:
        Failure: a program has it, which `sentence` says.
    """
    instance = SingleInstance(environment.folders.runtime, journal)
    if not instance.claim():
        raise Failure(sentence)
    try:
        yield
    finally:
        instance.release()


def confirmed(question: str) -> bool:
    """Whether the person says yes; an interrupt is a no, and so is no line at all."""
    try:
        return read_line(f"{question} ").casefold() in _YES
    except (EOFError, KeyboardInterrupt):
        print()
        return False
