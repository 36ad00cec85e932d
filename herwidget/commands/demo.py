"""`herwidget demo`: a made-up year in a journal of its own; the real one is never touched."""

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path

from herwidget.commands.say import MISUSED, Failure, complain, is_running, open_journal
from herwidget.core.demo import demo_check_ins, demo_pauses, demo_people, demo_periods, demo_suggestions
from herwidget.core.local_time import local_day
from herwidget.core.signals.detector import states
from herwidget.desktop.display import has_display
from herwidget.desktop.paths import demo_config, demo_journal, make_private
from herwidget.desktop.settings_file import SettingsFile
from herwidget.desktop.zone import current_zone
from herwidget.environment import Environment, load_bank
from herwidget.journal.demo import write_demo, write_demo_stretches, write_demo_suggestions
from herwidget.journal.readings import JournalReadings
from herwidget.ui.words import translate

_MOST_YEARS = 50


def demo(environment: Environment, chosen: argparse.Namespace) -> int:
    """Write the invented life, and open the program on it unless only the file is wanted."""
    if not 1 <= chosen.years <= _MOST_YEARS:
        complain(translate("Demo", "Between 1 and {most} years, please.").format(most=_MOST_YEARS))
        return MISUSED
    path = Path(chosen.write).absolute() if chosen.write else demo_journal(environment.folders)
    if chosen.write and path.exists():
        return complain(
            translate("Demo", "There is a file already: {path}. It was left as it is; name another.").format(path=path)
        )
    if not chosen.write and not has_display():
        return complain(
            translate("Demo", "There is no screen to show it on. With --write FILE it only writes the journal.")
        )
    own = replace(environment, journal_path=path, made_up=True)
    try:
        if not chosen.write:
            _clear(own)
        _write(own, chosen.years)
    except Failure as failure:
        return complain(str(failure))
    print(translate("Demo", "A made-up journal was written to {path}.").format(path=path))
    return 0 if chosen.write else _open(own)


def _clear(environment: Environment) -> None:
    """Make the demonstration's folder, and remove what an earlier one left there.

    Raises:
        Failure: one is open at this moment, or the folder cannot be written to.
    """
    if is_running(environment):
        raise Failure(translate("Demo", "The demonstration is open already. Quit it, then start it again."))
    journal = environment.journal_path
    try:
        make_private(journal.parent)
        for old in journal.parent.glob(f"{journal.name}*"):
            old.unlink()
    except OSError as error:
        sentence = translate("Demo", "The demonstration cannot be written to {path} ({reason}). Allow writing there.")
        raise Failure(sentence.format(path=journal.parent, reason=error.strerror or type(error).__name__)) from error


def _write(environment: Environment, years: int) -> None:
    now, zone = environment.clock(), current_zone()
    today, days = local_day(now, zone), 365 * years
    language = environment.language(environment.loaded.settings)
    with open_journal(environment) as journal:
        write_demo(journal, demo_check_ins(load_bank(), today, days, zone, language), demo_people(language), now)
        write_demo_stretches(journal, demo_periods(today, days, language), demo_pauses(today, days), zone)
        lived = JournalReadings(journal).day_readings(date.min, today)
        write_demo_suggestions(journal, demo_suggestions(states(lived)))


def _open(environment: Environment) -> int:
    from PySide6.QtCore import QCoreApplication

    from herwidget.launch import run

    # The translations go with the command line's own application.
    notice = translate("Demo", "Everything here is made up. Your own journal is not touched.")
    application = QCoreApplication.instance()
    if application is not None:
        application.shutdown()
    del application
    # Settings of its own as well: what is tried out in the demonstration changes nothing outside it.
    chosen = replace(environment.loaded.settings, welcomed=True)
    settings_file = SettingsFile(demo_config(environment.folders))
    loaded = replace(environment.loaded, settings=chosen, problems=(), unreadable=None, line=None)
    own = replace(environment, settings_file=settings_file, loaded=loaded)
    return run(own, background=False, wanted={"command": "window", "page": "thread"}, notice=notice)
