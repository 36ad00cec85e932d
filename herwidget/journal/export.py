"""Writes all that an open journal holds of the person to a file in an open format."""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from herwidget.core.export import (
    ExportError,
    ExportForm,
    ExportProblem,
    TableWords,
    ToldAnswer,
    csv_pieces,
    export_form,
    json_pieces,
)
from herwidget.core.questions import Bank, Question
from herwidget.journal.drafts import draft_in, name_draft
from herwidget.journal.journal import Journal
from herwidget.journal.rows import ANSWER_COLUMNS, to_people, to_text

# By name, so that a column to come is exported, and documented, on purpose.
TABLES = {
    "check_ins": (
        "SELECT id, kind, plan_day, slot, planned_at, zone, shown_at, answered_at, later_at, later_until, skipped_at, "
        "expired_at, lapsed_at, closed_at, question_id, dimension FROM prompts ORDER BY planned_at, id"
    ),
    "answers": (
        "SELECT id, prompt_id AS check_in, step, question_id, dimension, answered_at, zone, local_day, local_hour, "
        f"value, choice, words, note, added_at, people FROM (SELECT {ANSWER_COLUMNS} FROM answers) "
        "ORDER BY answered_at, prompt_id, id"
    ),
    "people": "SELECT id, name, reach_kind, reach, position, added_at, put_away_at FROM people ORDER BY position, id",
    "pauses": "SELECT id, started_at, until_at, ended_at FROM pauses ORDER BY started_at, id",
    "periods": "SELECT id, name, first_day, last_day FROM periods ORDER BY first_day, id",
    "suggestions": (
        "SELECT id, day, made_at, person_id AS person, by_hand, answer, answered_at, language, register, asked_at, "
        "asked_in FROM suggestions ORDER BY made_at, id"
    ),
    "new_usuals": "SELECT day, said_at FROM new_usuals ORDER BY day",
}
"""What a JSON file holds besides the questions, in its order."""

_TOLD = (
    "SELECT prompt_id, kind, step, answers.dimension, answers.question_id, answers.answered_at, answers.zone, "
    "local_day, value, choice, words, note, added_at, "
    "(SELECT group_concat(person_id) FROM (SELECT person_id FROM answer_people "
    "WHERE answer_id = answers.id ORDER BY position)) AS people "
    "FROM answers JOIN prompts ON prompts.id = prompt_id "
    "ORDER BY answers.answered_at, prompt_id, answers.id"
)
_QUESTIONS_PUT = "SELECT question_id FROM answers UNION SELECT question_id FROM prompts WHERE question_id IS NOT NULL"


def export_journal(
    journal: Journal, path: Path, bank: Bank, words: TableWords, at: datetime, *, replace: bool = False
) -> int:
    """Write a table of all answers, or all that the person told, to `path`, as its ending says; how many answers.

    It is a view of one moment, whoever writes to the journal meanwhile. The file has mode 0600, and its name only once
    it is whole. With `replace`, it takes the place of one that is there.

    Raises:
        ExportError: the file's ending is another, it is there already, or it cannot be written.
        JournalError: the journal cannot be read; nothing was exported.
    """
    form = export_form(path)
    if _same_file(path, journal.path):
        raise ExportError(ExportProblem.JOURNAL, path)
    if not replace and os.path.lexists(path):
        raise ExportError(ExportProblem.EXISTS, path)
    with journal.change() as connection:
        count = int(connection.execute("SELECT count(*) FROM answers").fetchone()[0])
        if form is ExportForm.CSV:
            pieces = csv_pieces(_told_answers(connection), bank, words)
        else:
            tables = ((name, _rows(connection, name)) for name in TABLES)
            pieces = json_pieces(tables, _questions_put(connection, bank), to_text(at))
        _write(path, pieces, replace=replace)
    return count


def _told_answers(connection: sqlite3.Connection) -> Iterator[ToldAnswer]:
    names = {row["id"]: row["name"] for row in connection.execute("SELECT id, name FROM people")}
    for row in connection.execute(_TOLD):
        *told, people = row
        yield ToldAnswer(*(*told, tuple(names[one] for one in to_people(people) if one in names)))


def _rows(connection: sqlite3.Connection, name: str) -> Iterator[Mapping[str, object]]:
    for row in connection.execute(TABLES[name]):
        told = dict(row)
        if name == "answers":
            told["people"] = to_people(row["people"])
        yield told


def _questions_put(connection: sqlite3.Connection, bank: Bank) -> list[Question]:
    put = {row[0] for row in connection.execute(_QUESTIONS_PUT)}
    return [question for name, question in bank.by_id.items() if name in put]


def _write(path: Path, pieces: Iterable[str], *, replace: bool) -> None:
    """Fill a draft beside the file, then give it the file's name."""
    try:
        with draft_in(path.parent) as draft:
            # An error of the journal passes through here: only the file's own are told as such.
            with draft.open("w", encoding="utf-8", newline="") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            if not name_draft(draft, path, replace=replace):
                raise ExportError(ExportProblem.EXISTS, path)
    except OSError as error:
        if not path.parent.is_dir():
            raise ExportError(ExportProblem.NO_FOLDER, path) from error
        raise ExportError(ExportProblem.UNWRITABLE, path, error.strerror or type(error).__name__) from error


def _same_file(path: Path, journal: Path) -> bool:
    with contextlib.suppress(OSError):
        return path.samefile(journal)
    return False
