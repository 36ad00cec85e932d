"""`herwidget erase`: all that Herwidget ever wrote for this journal goes, for good."""

import argparse

from herwidget.commands.alone import alone, confirmed
from herwidget.commands.say import FAILED, Failure, complain
from herwidget.core.keeping import EraseError
from herwidget.environment import Environment
from herwidget.erasing import Erasure, demonstration_closed, find, remove_empty_folders
from herwidget.erasing import erase as remove
from herwidget.ui.erase_words import erase_trouble, erased, may_still_start, not_removed
from herwidget.ui.words import translate


def erase(environment: Environment, chosen: argparse.Namespace) -> int:
    """Say what goes, ask, and remove it."""
    try:
        with alone(environment), demonstration_closed(environment):
            pass  # before anything is asked
        found = find(environment)
        if not found.files and not found.entered:
            print(translate("Erase", "There is nothing to erase."))
            return 0
        _tell(found)
        if not chosen.yes and not confirmed(translate("Erase", "Erase all of this for good? (y/n)")):
            print(translate("Erase", "Nothing was erased."))
            return FAILED
        with alone(environment), demonstration_closed(environment):
            left = remove(environment, found)
    except Failure as failure:
        return complain(str(failure))
    except EraseError as error:
        return complain(erase_trouble(error))
    remove_empty_folders(environment)
    if left.starts:
        complain(may_still_start())
    if left.files:
        complain(not_removed(left.files))
    if left.starts or left.files:
        return FAILED
    print(erased())
    return 0


def _tell(found: Erasure) -> None:
    print(translate("Erase", "This goes, and nothing brings it back:"))
    for path in found.files:
        print(f"  {path}")
    if found.starts:
        print("  " + translate("Erase", "(and starting with the computer)"))
    elif found.entered:
        print("  " + translate("Erase", "(and what is left of starting with the computer)"))
