"""`herwidget status`: what is planned and what is kept."""

import argparse
import json
from dataclasses import dataclass

from herwidget.commands.say import Failure, complain, open_journal
from herwidget.desktop.instance import SingleInstance
from herwidget.desktop.presence import NoPresence
from herwidget.desktop.zone import current_zone
from herwidget.environment import Environment, load_bank
from herwidget.services.asker import Asker
from herwidget.ui.words import check_ins, next_question, pause_state, translate


def status(environment: Environment, chosen: argparse.Namespace) -> int:
    """Print the state in words, or as JSON."""
    try:
        facts = _facts(environment)
    except Failure as failure:
        return complain(str(failure))
    if chosen.json:
        print(json.dumps(facts.as_json, ensure_ascii=False, indent=2))
    else:
        print("\n".join(facts.words))
    return 0


@dataclass(frozen=True)
class _Facts:
    words: tuple[str, ...]
    as_json: dict[str, object]


def _facts(environment: Environment) -> _Facts:
    now, zone = environment.clock(), current_zone()
    settings = environment.loaded.settings
    with open_journal(environment) as journal:
        asker = Asker(
            journal,
            load_bank(),
            lambda: settings,
            environment.clock,
            current_zone,
            NoPresence(),
            lambda _check_in: None,
            lambda _check_in: None,
        )
        pause, moment, counts = journal.pause(now), asker.next_moment(), journal.counts()
    running = is_running(environment)
    state = translate("Status", "Herwidget is running.")
    if not running:
        state = translate("Status", "Herwidget is not running.")
    kept = translate("Status", "{check_ins} answered, kept in {path}")
    return _Facts(
        words=(
            state,
            pause_state(pause, now, zone) if pause else next_question(moment, now, zone),
            kept.format(check_ins=check_ins(counts["answered"]), path=environment.journal_path),
        ),
        as_json={
            "running": running,
            "paused": pause is not None,
            "paused_until": pause.until.isoformat() if pause and pause.until else None,
            "next": moment.isoformat() if moment else None,
            "check_ins_a_day": settings.check_ins_a_day,
            "hours": str(settings.hours),
            "answered": counts["answered"],
            "journal": str(environment.journal_path),
        },
    )


def is_running(environment: Environment) -> bool:
    """Whether the tray program holds this journal's place."""
    instance = SingleInstance(environment.folders.runtime, environment.journal_path)
    if instance.claim():
        instance.release()
        return False
    return True
