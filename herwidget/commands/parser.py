"""The full parser, with help in the person's language and examples that work."""

import argparse
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from herwidget import __version__
from herwidget.commands.backup import backup
from herwidget.commands.check_in import check_in
from herwidget.commands.demo import demo
from herwidget.commands.doctor import doctor
from herwidget.commands.erase import erase
from herwidget.commands.export import export
from herwidget.commands.help_lines import help_lines
from herwidget.commands.history import PAGES, RANGES, history
from herwidget.commands.import_people import import_people
from herwidget.commands.pause import pause
from herwidget.commands.people import people
from herwidget.commands.quit import quit_running
from herwidget.commands.restore import restore
from herwidget.commands.status import status
from herwidget.environment import Environment

translate = QCoreApplication.translate

AddCommon = Callable[[argparse.ArgumentParser, Callable[[str], str]], None]
Run = Callable[[Environment, argparse.Namespace], int]


def command_parser(add_common: AddCommon) -> argparse.ArgumentParser:
    """The parser of the whole command line; `run` in what it gives is the chosen command's function."""
    examples = translate(
        "CommandLine",
        "examples:\n"
        "  herwidget                           start, or open the window of the one that runs\n"
        "  herwidget check-in --terminal       answer a question here\n"
        "  herwidget history --save moods.png  the last three months as a picture\n"
        "  herwidget pause 2h                  ask nothing for two hours\n"
        "  herwidget export mine.csv           all your answers as a table\n"
        "  herwidget backup                    a copy of the journal, to go back to\n"
        "  herwidget status --json             what is planned, for a script\n",
    )
    _speak_in_argparse()
    parser = argparse.ArgumentParser(
        prog="herwidget",
        description=translate(
            "CommandLine", "Asks a gentle question now and then, keeps the answers here, and leads back to people."
        ),
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_common(parser, _common_help)
    parser.add_argument(
        "--version",
        action="version",
        version=f"herwidget {__version__}",
        help=translate("CommandLine", "show the version"),
    )
    parser.add_argument(
        "--background", action="store_true", help=translate("CommandLine", "start in the tray without a window")
    )
    parser.set_defaults(run=None)
    commands = parser.add_subparsers(dest="command", metavar=translate("CommandLine", "COMMAND"))

    def add(name: str, text: str, run: Run) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        # A command's own copy must not undo what stood before it.
        common = made.add_argument_group()
        for flag in ("--journal", "--config"):
            common.add_argument(flag, metavar="FILE", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        common.add_argument("--lang", choices=("ko", "en"), default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        made.set_defaults(run=run)
        return made

    one = add("check-in", translate("CommandLine", "answer a question now"), check_in)
    one.add_argument("--terminal", action="store_true", help=translate("CommandLine", "in this terminal"))
    one = add("history", translate("CommandLine", "open the window with your answers, or draw a chart"), history)
    one.add_argument("--page", choices=PAGES, help=translate("CommandLine", "the page, or the chart that it shows"))
    one.add_argument("--range", choices=RANGES, help=translate("CommandLine", "how much of the past, up to today"))
    one.add_argument(
        "--year", type=int, metavar="YYYY", help=translate("CommandLine", "which year, on the page “year”")
    )
    one.add_argument(
        "--save",
        metavar="FILE",
        help=translate("CommandLine", "draw the chart to FILE, a PNG, SVG or PDF by its ending, and open no window"),
    )
    one = add("status", translate("CommandLine", "say what is planned and what is kept"), status)
    one.add_argument("--json", action="store_true", help=translate("CommandLine", "for a program to read"))
    one = add("pause", translate("CommandLine", "ask nothing for a while"), pause)
    one.add_argument(
        "time",
        metavar=translate("CommandLine", "TIME"),
        help=translate("CommandLine", "30m, 2h, 3d, tomorrow, on (until you say), or off"),
    )
    one = add("people", translate("CommandLine", "say who is on your list, and when each last heard you"), people)
    one.add_argument("--json", action="store_true", help=translate("CommandLine", "for a program to read"))
    one = add(
        "import",
        translate("CommandLine", "put people from an address book, a vCard file, on your list"),
        import_people,
    )
    one.add_argument("file", metavar="FILE", help=translate("CommandLine", "the .vcf file"))
    who = one.add_mutually_exclusive_group()
    who.add_argument(
        "--name",
        action="append",
        metavar="NAME",
        help=translate("CommandLine", "the person of this name; again for another. Without it, FILE is only told"),
    )
    who.add_argument("--all", action="store_true", help=translate("CommandLine", "everybody in FILE"))
    one = add(
        "export",
        translate("CommandLine", "write everything you told to a file, for a spreadsheet or for programs"),
        export,
    )
    one.add_argument(
        "file",
        metavar="FILE",
        help=translate("CommandLine", "a table of all answers (.csv), or all that is kept (.json)"),
    )
    one.add_argument("--force", action="store_true", help=translate("CommandLine", "replace a file that is there"))
    one = add("backup", translate("CommandLine", "copy the journal to a file, or among its backups"), backup)
    where = one.add_mutually_exclusive_group()
    where.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help=translate("CommandLine", "a new file for the copy; without it, one more in the folder of backups"),
    )
    where.add_argument("--list", action="store_true", help=translate("CommandLine", "only say which backups there are"))
    one = add("restore", translate("CommandLine", "go on with a backup; the journal of now is set aside"), restore)
    one.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help=translate("CommandLine", "the backup, or a copy from elsewhere; without it, the newest that is sound"),
    )
    one.add_argument("--yes", action="store_true", help=translate("CommandLine", "do not ask before"))
    one = add(
        "erase",
        translate("CommandLine", "remove all that Herwidget ever wrote: journal, backups, settings, log"),
        erase,
    )
    one.add_argument("--yes", action="store_true", help=translate("CommandLine", "do not ask before"))
    one = add("demo", translate("CommandLine", "open a made-up year in a journal of its own"), demo)
    one.add_argument("--years", type=int, default=1, metavar="N", help=translate("CommandLine", "how many years"))
    one.add_argument("--write", metavar="FILE", help=translate("CommandLine", "only write the journal, to FILE"))
    add("quit", translate("CommandLine", "end the one that runs, and wait until it has"), quit_running)
    add("doctor", translate("CommandLine", "check tray, notifications, journal and folders"), doctor)
    one = add("help-lines", translate("CommandLine", "people who listen now, by country"), help_lines)
    one.add_argument(
        "country",
        nargs="?",
        metavar=translate("CommandLine", "COUNTRY"),
        help=translate("CommandLine", "a country's two letters, or “all”"),
    )
    return parser


def _speak_in_argparse() -> None:
    """Argparse's own words in the person's language: it looks them up by a function of its module, once a use."""
    words = {
        "usage: ": translate("Argparse", "usage: "),
        "positional arguments": translate("Argparse", "positional arguments"),
        "options": translate("Argparse", "options"),
        "show this help message and exit": translate("Argparse", "show this help message and exit"),
        "%(prog)s: error: %(message)s\n": translate("Argparse", "%(prog)s: error: %(message)s") + "\n",
        "argument %(argument_name)s: %(message)s": translate("Argparse", "argument %(argument_name)s: %(message)s"),
        "invalid choice: %(value)r (choose from %(choices)s)": translate(
            "Argparse", "invalid choice: %(value)r (choose from %(choices)s)"
        ),
        "invalid %(type)s value: %(value)r": translate("Argparse", "invalid %(type)s value: %(value)r"),
        "unrecognized arguments: %s": translate("Argparse", "unrecognized arguments: %s"),
        "not allowed with argument %s": translate("Argparse", "not allowed with argument %s"),
        "expected one argument": translate("Argparse", "expected one argument"),
        "the following arguments are required: %s": translate("Argparse", "the following arguments are required: %s"),
    }
    argparse.__dict__["_"] = lambda text: words.get(text, text)


def _common_help(text: str) -> str:
    return {
        "use this journal": translate("CommandLine", "use this journal"),
        "use this settings file": translate("CommandLine", "use this settings file"),
        "use this language": translate("CommandLine", "use this language"),
    }[text]
