"""The command line as a manual and a shell see it, read off the real parser."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from herwidget import cli
from herwidget.commands.parser import command_parser
from herwidget.core.help_lines import parse_help_lines
from herwidget.desktop.resources import help_lines_text, resources_folder
from herwidget.environment import Translations

# What can stand for a free word; the parser itself takes more.
_EXAMPLES_OF = {"time": ("30m", "1h", "3h", "tomorrow", "on", "off")}


@dataclass(frozen=True)
class Argument:
    """An option, or a word by its place (`flags` is empty then)."""

    flags: tuple[str, ...]
    value: str
    """What stands for its value in the help; empty where it takes none."""
    choices: tuple[str, ...]
    """What may stand there; for a free word, some that may."""
    is_file: bool
    text: str
    needed: bool = False


@dataclass(frozen=True)
class Command:
    """A command; the program without one has no name."""

    name: str
    text: str
    arguments: tuple[Argument, ...]

    @property
    def options(self) -> tuple[Argument, ...]:
        """Those with a flag."""
        return tuple(argument for argument in self.arguments if argument.flags)

    @property
    def words(self) -> tuple[Argument, ...]:
        """Those by their place."""
        return tuple(argument for argument in self.arguments if not argument.flags)


@dataclass(frozen=True)
class CommandLine:
    """All of it, in one language."""

    program: Command
    commands: tuple[Command, ...]
    examples: tuple[tuple[str, str], ...]
    """Command lines, and what each is for."""
    examples_title: str

    @property
    def common(self) -> tuple[Argument, ...]:
        """The options that every command takes too."""
        return tuple(one for one in self.program.options if one.flags[0] in ("--journal", "--config", "--lang"))


def command_line(language: str) -> CommandLine:
    """The command line with its help in `language`, "ko" or "en"."""
    # Texts are translated only where an application is; it must not stay in the way of another.
    own = None if QCoreApplication.instance() else QCoreApplication(["herwidget"])
    translations = Translations(resources_folder())
    translations.use(language)
    parser = command_parser(cli._add_common)
    subparsers = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    texts = {choice.dest: choice.help or "" for choice in subparsers._choices_actions}
    title, *lines = (parser.epilog or "").strip().splitlines()
    examples = tuple(tuple(part.strip() for part in line.strip().split("  ", 1)) for line in lines)
    made = CommandLine(
        Command("", parser.description or "", tuple(_arguments(parser))),
        tuple(Command(name, texts[name], tuple(_arguments(one))) for name, one in subparsers.choices.items()),
        tuple((line, text) for line, text in examples),
        title.rstrip(":"),
    )
    translations.use("en")
    if own is not None:
        own.shutdown()
    return made


def _arguments(parser: argparse.ArgumentParser) -> Iterator[Argument]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction) or action.help == argparse.SUPPRESS:
            continue
        takes_value = action.nargs != 0
        metavar = action.metavar if isinstance(action.metavar, str) else None
        choices = tuple(map(str, action.choices or ())) or _examples(action.dest)
        value = metavar or ("|".join(choices) if action.choices else action.dest.upper())
        yield Argument(
            tuple(action.option_strings),
            value if takes_value else "",
            choices,
            action.type is Path or metavar == "FILE",
            action.help or "",
            bool(action.required) or (not action.option_strings and action.nargs is None),
        )


def _examples(destination: str) -> tuple[str, ...]:
    if destination == "country":
        return ("all", *(country.code for country in parse_help_lines(help_lines_text()).countries))
    return _EXAMPLES_OF.get(destination, ())
