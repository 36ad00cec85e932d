"""A journal's bytes before and after damage, and what reading all of it then says."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.core.prompts import StepName
from herwidget.journal.journal import Journal
from tests.journal.examples import NOW, SEOUL, ask, everything, mood

PAGE = 4096


def fill(path: Path) -> None:
    """A journal of several dozen pages with something in every table.

    No row is so long that it runs over onto pages of its own: SQLite cannot tell when those are spoilt.
    """
    journal = Journal(path)
    people = tuple(journal.add_person(f"Person {number}", NOW).id for number in range(3))
    journal.seed()
    journal.connection.execute("BEGIN")  # one transaction for all, as it is only about the bytes
    for number in range(150):
        at = NOW + timedelta(hours=number)
        prompt_id = ask(journal, slot=number, at=at).id
        journal.record_question(prompt_id, f"q-{number}", "connection")
        journal.save_answer(prompt_id, mood(3, f"{number} 오늘은 " * 30, people), at, SEOUL)
        journal.save_answer(prompt_id, replace(mood(), step=StepName.HEARD, note="x" * 2500), at, SEOUL)
        journal.record_closed(prompt_id, at)
        journal.remove_answer(prompt_id, StepName.HEARD if number % 5 else "none")
    journal.start_pause(NOW, None)
    journal.connection.commit()
    journal.close()


def read(path: Path) -> list[object] | JournalTrouble:
    """All that can be read of the file, or what is wrong with it."""
    try:
        journal = Journal(path)
        try:
            return everything(journal)
        finally:
            journal.close()
    except JournalError as error:
        return error.trouble


def is_sound(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with it."""
    try:
        journal = Journal(path)
        try:
            return journal.check() == "ok"
        finally:
            journal.close()
    except JournalError:
        return False
