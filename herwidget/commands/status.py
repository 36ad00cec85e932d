"""`herwidget status`: what is planned and what is kept."""

import argparse
from dataclasses import dataclass
from datetime import datetime

from herwidget.commands.asking import silent_asker
from herwidget.commands.say import Failure, begun_anew, complain, is_running, journal_not_there, open_journal, tell_json
from herwidget.core.asking import Pause
from herwidget.core.stepping_back import Pace
from herwidget.desktop.zone import current_zone
from herwidget.environment import Environment
from herwidget.journal.checks import is_missing
from herwidget.ui.words import asking_less, check_ins, next_question, pause_state, translate


def status(environment: Environment, chosen: argparse.Namespace) -> int:
    """Print the state in words, or as JSON."""
    try:
        facts = _facts(environment)
    except Failure as failure:
        return complain(str(failure))
    if chosen.json:
        tell_json(facts.as_json)
    else:
        print("\n".join(facts.words))
    return 0


@dataclass(frozen=True)
class _Facts:
    words: tuple[str, ...]
    as_json: dict[str, object]


def _facts(environment: Environment) -> _Facts:
    now, zone = environment.clock(), current_zone()
    settings, path = environment.loaded.settings, environment.journal_path
    pause: Pause | None = None
    moment: datetime | None = None
    pace, asks_less = Pace.USUAL, False
    answered, lost = 0, ""
    # Only looked at: where there is no journal, none is made. The plan is drawn from it, so there is none either.
    exists = not is_missing(path)
    if exists:
        with open_journal(environment) as journal:
            asker = silent_asker(environment, journal)
            moment, pause = asker.next_moment(), journal.pause(now)
            pace, asks_less = asker.pace(), asker.asks_less()
            answered, lost = journal.counts()["answered"], begun_anew(environment)
    running = is_running(environment)
    state = translate("Status", "Herwidget is running.")
    if not running:
        state = translate("Status", "Herwidget is not running: it asks nothing until it is started.")
    words = [state]
    if exists:
        if pause is not None:
            words.append(pause_state(pause, now, zone))
        elif running:
            words.append(next_question(moment, now, zone))
        if asks_less and pause is None:
            words.append(asking_less())
        kept = translate("Status", "{check_ins} answered, kept in {path}")
        words.append(kept.format(check_ins=check_ins(answered), path=path))
        if lost:
            words.append(lost)
    else:
        words.append(journal_not_there(environment))
    return _Facts(
        words=tuple(words),
        as_json={
            "running": running,
            "paused": pause is not None,
            "paused_until": pause.until.isoformat() if pause and pause.until else None,
            "next": moment.isoformat() if moment else None,
            "pace": pace,
            "check_ins_a_day": settings.check_ins_a_day,
            "hours": str(settings.hours),
            "answered": answered,
            "journal": str(path),
        },
    )
