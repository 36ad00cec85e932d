"""Entries that the tests of the journal write, and everything a journal holds, to compare."""

import sqlite3
from contextlib import closing
from dataclasses import astuple
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from herwidget.core.history.records import Entry
from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.core.prompts import Prompt, PromptKind, StepAnswer, StepName
from herwidget.journal.history import JournalHistory
from herwidget.journal.journal import Journal

SEOUL = "Asia/Seoul"
NOW = datetime(2026, 11, 23, 9, 41, 0, 250_000, tzinfo=UTC)
TODAY = date(2026, 11, 23)
MINUTE = timedelta(minutes=1)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def ask(journal: Journal, slot: int | None = None, kind: PromptKind = PromptKind.DAY, at: datetime = NOW) -> Prompt:
    """A prompt shown at `at`; begun by hand when it has no `slot`."""
    return journal.add_prompt(kind, TODAY, slot, at, at, SEOUL)


def mood(value: int = 3, words: str = "", people: tuple[int, ...] = ()) -> StepAnswer:
    """A day's mood."""
    return StepAnswer(StepName.MOOD, "mood", "mood", value, people=people, words=words)


def say(journal: Journal, words: str, at: datetime = NOW) -> int:
    """A check-in begun by hand and answered with `words`; gives the prompt's id."""
    prompt = ask(journal, at=at)
    journal.save_answer(prompt.id, mood(words=words), at, SEOUL)
    return prompt.id


def entries(journal: Journal) -> list[Entry]:
    """Every answer with its day and moment, oldest first."""
    history = JournalHistory(journal, lambda: SEOUL)
    days = journal.read(lambda row: date.fromisoformat(row[0]), "SELECT DISTINCT local_day FROM answers ORDER BY 1")
    return [entry for day in days for entry in history.entries_of(day)]


def all_words(journal: Journal) -> list[str]:
    """What was said, oldest first."""
    return [entry.answer.words for entry in entries(journal)]


def everything(journal: Journal) -> list[object]:
    """All that the journal gives out, read through every table."""
    return [
        *(astuple(prompt) for prompt in journal.prompts_since(LONG_AGO)),
        *entries(journal),
        *journal.asked_since(date(1, 1, 1)),
        *journal.people(),
        journal.pause(NOW),
        journal.first_day(),
    ]


def trouble_when_opened(path: Path) -> JournalTrouble | None:
    """What is wrong with the file, as opening it says."""
    try:
        Journal(path).close()
    except JournalError as error:
        return error.trouble
    return None


def trouble_when_said(journal: Journal, words: str) -> JournalTrouble | None:
    """What is wrong with the file, as writing to it says."""
    try:
        say(journal, words)
    except JournalError as error:
        return error.trouble
    return None


def words_in(path: Path) -> list[str]:
    """What was said, as a file that is only looked at has it."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return [row[0] for row in connection.execute("SELECT words FROM answers ORDER BY id")]
