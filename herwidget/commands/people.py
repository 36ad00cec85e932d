"""`herwidget people`: who is on the list, how to reach them, and when each last heard the person."""

import argparse
from collections.abc import Mapping, Sequence

from herwidget.commands.say import Failure, complain, open_journal, tell_json
from herwidget.core.history.records import LastHeard
from herwidget.core.local_time import local_day
from herwidget.core.people import Person
from herwidget.desktop.zone import current_zone
from herwidget.environment import Environment
from herwidget.journal.checks import is_missing
from herwidget.journal.history import JournalHistory
from herwidget.ui.people_words import heard_words
from herwidget.ui.words import translate


def people(environment: Environment, chosen: argparse.Namespace) -> int:
    """Print the list in its order, in words or as JSON. Where there is no journal, none is made."""
    listed: Sequence[Person] = ()
    last: Mapping[int, LastHeard] = {}
    try:
        if not is_missing(environment.journal_path):
            with open_journal(environment) as journal:
                listed, last = journal.people(), JournalHistory(journal, current_zone).last_hearings()
    except Failure as failure:
        return complain(str(failure))
    if chosen.json:
        told = [
            {
                "name": person.name,
                "reach_kind": person.reach_kind,
                "reach": person.reach,
                "last_heard": last[person.id].day.isoformat() if person.id in last else None,
                "how": last[person.id].how if person.id in last else None,
            }
            for person in listed
        ]
        tell_json(told)
        return 0
    today, language = local_day(environment.clock(), current_zone()), environment.language(environment.loaded.settings)
    for person in listed:
        heard = heard_words(last.get(person.id), today, language)
        print(" · ".join(filter(None, (person.name, person.reach, heard))))
    if not listed:
        print(translate("People", "Nobody is on the list yet. Add somebody in the window, or with “herwidget import”."))
    return 0
