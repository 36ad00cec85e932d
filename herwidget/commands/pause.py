"""`herwidget pause`: ask nothing for a while."""

import argparse
import re
from datetime import datetime, timedelta

from herwidget.commands.say import MISUSED, Failure, complain, open_journal
from herwidget.core.planner import next_morning
from herwidget.desktop.instance import SingleInstance
from herwidget.desktop.zone import current_zone
from herwidget.environment import Environment
from herwidget.ui.words import pause_state, translate

_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
_LONGEST = timedelta(days=366)


def pause(environment: Environment, chosen: argparse.Namespace) -> int:
    """Begin or end a pause, and say which."""
    now, zone = environment.clock(), current_zone()
    try:
        until = pause_end(chosen.time, now, zone, environment)
    except ValueError:
        complain(
            translate("Pause", "“{time}” is not a time to pause for. Say 30m, 2h, 3d, tomorrow, on or off.").format(
                time=chosen.time
            )
        )
        return MISUSED
    try:
        with open_journal(environment) as journal:
            if chosen.time == "off":
                journal.end_pause(now)
            else:
                journal.start_pause(now, until)
            in_force = journal.pause(now)
    except Failure as failure:
        return complain(str(failure))
    _tell_the_running_one(environment)
    print(pause_state(in_force, now, zone) if in_force else translate("Pause", "Asking as planned"))
    return 0


def pause_end(time: str, now: datetime, zone: str, environment: Environment) -> datetime | None:
    """When a pause of `time` ends; None for "on" (until the person says so) and "off".

    Raises:
        ValueError: `time` is none of the words or forms.
    """
    if time in ("on", "off"):
        return None
    if time == "tomorrow":
        return next_morning(now, zone, environment.loaded.settings.hours)
    form = re.fullmatch(r"([0-9]{1,4})([mhd])", time)
    span = int(form[1]) * _UNITS[form[2]] if form else timedelta()
    if not timedelta() < span <= _LONGEST:
        raise ValueError(time)
    return now + span


def _tell_the_running_one(environment: Environment) -> None:
    # One that does not answer has its own look at the journal each minute.
    SingleInstance(environment.folders.runtime, environment.journal_path).tell({"command": "refresh"})
