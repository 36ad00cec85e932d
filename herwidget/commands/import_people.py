"""`herwidget import`: people from an address book. Without --name or --all it only says who is in it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from herwidget.commands.say import Failure, complain, open_journal
from herwidget.core.contacts import ContactsError, ImportedPerson
from herwidget.core.people_port import NewPerson
from herwidget.desktop.contacts_file import read_contacts
from herwidget.desktop.instance import SingleInstance
from herwidget.environment import Environment
from herwidget.journal.checks import is_missing
from herwidget.journal.people import JournalPeople
from herwidget.journal.rows import one_spelling
from herwidget.ui.people_words import contacts_trouble, unreadable_words
from herwidget.ui.words import translate


def import_people(environment: Environment, chosen: argparse.Namespace) -> int:
    """Put the people named on the list, or say who could be."""
    path = Path(chosen.file)
    try:
        contacts = read_contacts(path)
    except ContactsError as error:
        return complain(contacts_trouble(error, path))
    if contacts.unreadable:
        complain(unreadable_words(contacts.unreadable))
    try:
        if not chosen.all and not chosen.name:
            return _tell(environment, contacts.people)
        wanted = contacts.people if chosen.all else _named(contacts.people, chosen.name)
        _add(environment, wanted)
    except Failure as failure:
        return complain(str(failure))
    return 0


def _named(people: Sequence[ImportedPerson], names: Sequence[str]) -> Sequence[ImportedPerson]:
    """The people of these names, each once.

    Raises:
        Failure: one is not in the file.
    """
    by_name = {person.name.casefold(): person for person in people}
    wanted = {}
    for name in names:
        key = one_spelling(name).casefold()
        if key not in by_name:
            sentence = translate(
                "People", "“{name}” is not in this file; nobody was added. Leave --name out to see who is."
            )
            raise Failure(sentence.format(name=name))
        wanted[key] = by_name[key]
    return tuple(wanted.values())


def _tell(environment: Environment, people: Sequence[ImportedPerson]) -> int:
    """Say who is in the file, on standard output alone, so that it can be searched."""
    listed = _names_on_list(environment)
    for person in people:
        told = translate("People", "{name} · on your list").format(name=person.name)
        if person.name not in listed:
            told = " · ".join((person.name, *(reach.address for reach in person.reaches)))
        print(told)
    hint = translate("People", "Nobody was added. Choose with --name NAME, once for each person, or with --all.")
    print(hint, file=sys.stderr)
    return 0


def _names_on_list(environment: Environment) -> set[str]:
    # Only looked at: where there is no journal, none is made.
    if is_missing(environment.journal_path):
        return set()
    with open_journal(environment) as journal:
        return {person.name for person in journal.people()}


def _add(environment: Environment, wanted: Sequence[ImportedPerson]) -> None:
    with open_journal(environment) as journal:
        people = JournalPeople(journal)
        listed = {person.name for person in people.people()}
        new = [person for person in wanted if person.name not in listed]
        added = people.add_people([NewPerson(person.name, person.reach) for person in new], environment.clock())
    for person in wanted:
        if person.name in listed:
            print(translate("People", "{name} · on your list").format(name=person.name))
    for one in added:
        print(translate("People", "Added: {person}").format(person=" · ".join(filter(None, (one.name, one.reach)))))
    if added:
        # One that does not answer has its own look at the journal each minute.
        SingleInstance(environment.folders.runtime, environment.journal_path).tell({"command": "refresh"})
