"""Lived days that the tests of the history write, and all rows of a journal, to compare."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from herwidget.core.history.records import Entry
from herwidget.core.prompts import PromptKind, StepAnswer, StepName
from herwidget.core.questions import HeardHow
from herwidget.journal.history import JournalHistory
from herwidget.journal.journal import Journal
from herwidget.journal.schema import ERASED
from tests.journal.examples import SEOUL, mood

__all__ = [
    "SEOUL",
    "ZONES",
    "connected",
    "contents",
    "heard",
    "live",
    "mood",
    "put",
    "question",
    "remove",
    "seoul",
    "set_column",
]

ZONES = ("Asia/Seoul", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Pago_Pago")


def seoul(text: str) -> datetime:
    """The UTC moment at which the clock in Seoul shows `text`."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(SEOUL)).astimezone(UTC)


def heard(how: HeardHow | str, *people: int) -> StepAnswer:
    """The evening's answer."""
    return StepAnswer(StepName.HEARD, "2b-really", "heard", choice=how, people=people)


def connected(value: int) -> StepAnswer:
    """The evening's felt connection."""
    return StepAnswer(StepName.CONNECTED, "connected", "connection", value)


def question(choice: str, dimension: str = "connection", words: str = "") -> StepAnswer:
    """An answer to a question of the bank."""
    return StepAnswer(StepName.QUESTION, "1a-near", dimension, choice=choice, words=words)


def live(journal: Journal, moment: datetime, *answers: StepAnswer, zone: str = SEOUL) -> int:
    """A check-in begun by hand and answered at `moment`; the prompt's id."""
    prompt = journal.add_prompt(PromptKind.EVENING, date(2026, 1, 1), None, moment, moment, zone)
    for answer in answers:
        journal.save_answer(prompt.id, answer, moment, zone)
    journal.record_closed(prompt.id, moment)
    return prompt.id


def put(journal: Journal, table: str, **columns: object) -> None:
    """Write a row as any SQLite tool might."""
    names, places = ", ".join(columns), ", ".join("?" * len(columns))
    with journal.connection as connection:
        connection.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", tuple(columns.values()))


def remove(journal: Journal, words: str) -> None:
    """Take out for good what was said in these words."""
    history = JournalHistory(journal, lambda: SEOUL)
    for (day,) in map(tuple, journal.rows("SELECT DISTINCT local_day FROM answers WHERE words = ?", words)):
        for entry in history.entries_of(date.fromisoformat(day)):
            if entry.answer.words == words:
                history.remove_answer_for_good(entry)


def set_column(journal: Journal, entry: Entry, column: str, value: object) -> None:
    """Change one column of an answer as any SQLite tool might; bytes are written as text."""
    with journal.connection as connection:
        new = "CAST(? AS TEXT)" if isinstance(value, bytes) else "?"
        connection.execute(f"UPDATE answers SET {column} = {new} WHERE id = ?", (value, entry.id))


def contents(journal: Journal) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of ours, by its columns; but not that backups hold more, which an undo does not undo."""
    tables = (
        *("prompts", "answers", "people", "answer_people", "pauses", "periods", "suggestions", "new_usuals", "facts"),
    )
    rows = {table: [tuple(row) for row in journal.rows(f"SELECT * FROM {table}")] for table in tables}
    rows["facts"] = [row for row in rows["facts"] if row[0] != ERASED]
    return {table: sorted(of_table, key=repr) for table, of_table in rows.items()}
