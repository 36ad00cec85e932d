"""A day's own words for the charts: who heard the person, and the notes."""

from collections.abc import Mapping

from herwidget.core.history.ports import HistoryJournal
from herwidget.core.history.ranges import Days
from herwidget.core.history.records import Entry
from herwidget.core.people import Person
from herwidget.core.ports import JournalError
from herwidget.core.prompts import StepName
from herwidget.core.questions import Bank
from herwidget.ui.answer_words import say_answer

_OF_PEOPLE = (StepName.REACHED, StepName.HEARD)
_MOST_NOTES, _LONGEST_NOTE = 3, 120


class DayWords:
    """Tells a day from the journal; nothing when it cannot be read at this moment."""

    def __init__(self, journal: HistoryJournal, bank: Bank, language: str) -> None:
        self._journal, self._bank, self._language = journal, bank, language
        self._people: dict[int, Person] | None = None

    def of(self, days: Days) -> str:
        """Who heard the person and the notes of one day, a line each; empty for more than one day."""
        if days.count > 1:
            return ""
        try:
            if self._people is None:
                self._people = {person.id: person for person in self._journal.everyone()}
            entries = self._journal.entries_of(days.first)
        except JournalError:
            return ""
        heard = [self._heard(entry, self._people) for entry in entries if entry.answer.step in _OF_PEOPLE]
        texts = [text for entry in entries for text in (entry.answer.words, entry.answer.note) if text]
        shown = [f"“{_shortened(text)}”" for text in texts[:_MOST_NOTES]]
        if len(texts) > _MOST_NOTES:
            shown.append("…")
        return "\n".join([*(one for one in heard if one), *shown])

    def _heard(self, entry: Entry, people: Mapping[int, Person]) -> str:
        question = self._bank.by_id.get(entry.answer.question_id)
        return say_answer(question, entry.answer, people, self._language)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_NOTE else line[: _LONGEST_NOTE - 1].rstrip() + "…"
