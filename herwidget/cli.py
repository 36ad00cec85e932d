"""The command line. Without a command it starts the program, or opens the window of the one that runs."""

from __future__ import annotations

import gc
import io
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from herwidget.desktop.display import has_display
from herwidget.environment import Environment, Options, Translations

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

# What shells make of the signal.
_INTERRUPTED = 130

WINDOW_COMMANDS = {"check-in": {"command": "check-in"}}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `herwidget` with `arguments` (those of the process where none are given); the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        options, rest = _common_options(words)
        environment = Environment.find(options)
        if rest in ([], ["--background"]) and has_display():
            return _run_window_program(environment, background=bool(rest), wanted={})
        return _run_command(environment, words)
    except KeyboardInterrupt:
        return _INTERRUPTED


def _common_options(words: list[str]) -> tuple[Options, list[str]]:
    """The options every command takes, wherever they stand, and what is left."""
    if words in ([], ["--background"]):
        # The usual start, at login: the icon need not wait for a parser to be read.
        return Options(), words
    import argparse

    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    _add_common(parser, str)
    try:
        known, rest = parser.parse_known_args(words)
    except argparse.ArgumentError:
        # The full parser says what is wrong, in the person's language.
        return Options(), words
    return Options(known.journal, known.config, known.lang), rest


def _add_common(parser: argparse.ArgumentParser, say: Callable[[str], str]) -> None:
    parser.add_argument("--journal", metavar="FILE", type=Path, help=say("use this journal"))
    parser.add_argument("--config", metavar="FILE", type=Path, help=say("use this settings file"))
    parser.add_argument("--lang", choices=("ko", "en"), help=say("use this language"))


def _run_window_program(environment: Environment, *, background: bool, wanted: dict[str, str]) -> int:
    # Nothing is garbage yet: the icon is up a tenth sooner without looking for it. The program turns this on again.
    gc.disable()
    from herwidget.launch import run

    return run(environment, background=background, wanted=wanted)


def _run_command(environment: Environment, words: list[str]) -> int:
    # What is logged is for developers: without any handler Python would print it among what the person reads.
    logging.getLogger().addHandler(logging.NullHandler())
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication.instance() or QCoreApplication(["herwidget"])
    translations = Translations(environment.resources)
    translations.use(environment.language(environment.loaded.settings))
    from herwidget.commands.parser import command_parser

    chosen = command_parser(_add_common).parse_args(words)
    command = chosen.command
    if command is None or (command in WINDOW_COMMANDS and has_display() and not getattr(chosen, "terminal", False)):
        if has_display():
            application.shutdown()
            del application
            wanted = WINDOW_COMMANDS.get(command, {})
            return _run_window_program(environment, background=chosen.background, wanted=wanted)
        if command is None:
            from herwidget.commands.without_screen import without_screen

            return _speak_into_pipes(lambda: without_screen(environment, background=chosen.background))
    if command != "doctor":  # which tells it among its findings
        from herwidget.commands.say import tell_of_settings

        tell_of_settings(environment)
    return _speak_into_pipes(lambda: int(chosen.run(environment, chosen)))


def _speak_into_pipes(command: Callable[[], int]) -> int:
    """Run a command whose words may go to a pipe that ends early, or to a terminal without Korean letters.

    Bytes of standard input that are no text become question marks, for no journal takes them.
    """
    from herwidget.commands.say import FAILED, complain

    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = command()
    except BrokenPipeError:
        _let_the_rest_go()
        return FAILED
    try:
        if isinstance(sys.stdout, io.TextIOWrapper):  # it is None where it was closed
            sys.stdout.flush()
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            complain(os.strerror(error.errno or 0))
        _let_the_rest_go()
        return FAILED
    return code


def _let_the_rest_go() -> None:
    """Python would write once more at its end, and complain: let that go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
