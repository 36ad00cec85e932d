"""Everything the person told, in open formats: a table for spreadsheets (CSV), and all of it for programs (JSON).

`docs/export.md` documents both. They come piece by piece, so that a long life needs no more memory than a short one.
"""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import PurePath

from herwidget.core.local_time import local_clock
from herwidget.core.prompts import HEAVIEST_MOOD, NO_ONE, WARMEST_MOOD, StepName
from herwidget.core.questions import AnswerType, Bank, Question, Text

FORMAT, VERSION = "herwidget-export", 1
"""What a JSON file says it is. The version goes up when a key means something else, or is gone."""

BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel reads a CSV file in the computer's old code page, and Korean becomes nonsense."""

COLUMNS = (
    *("check_in", "kind", "day", "time", "zone", "step", "dimension", "question_id", "question"),
    *("answer", "value", "choice", "words", "note", "people", "answered_at", "added_at"),
)
"""The columns of the table, in their order."""

# Where a spreadsheet program takes a cell for a formula, also beyond spaces and in the full width of East Asian signs.
# Together with the apostrophe itself, so that one put before a cell can be told from the person's own.
_TAKEN_FOR_FORMULA = re.compile(r"[\s\0\ufeff]*['=+\-@＝＋－＠]|[\t\r\n\0]")


class ExportForm(StrEnum):
    """What an export can be: the ending of its file, without the dot."""

    CSV = "csv"
    JSON = "json"


class ExportProblem(StrEnum):
    """Why nothing was exported."""

    ENDING = "ending"
    EXISTS = "exists"
    JOURNAL = "journal"
    NO_FOLDER = "no-folder"
    UNWRITABLE = "unwritable"


class ExportError(Exception):
    """Nothing was exported, and a file that was there is as it was. `reason` is the system's own word for it."""

    def __init__(self, problem: ExportProblem, path: PurePath, reason: str = "") -> None:
        self.problem, self.path, self.reason = problem, path, reason
        super().__init__(f"{problem}: {path}{f' ({reason})' if reason else ''}")


@dataclass(frozen=True)
class TableWords:
    """The words of a table that are not the bank's.

    `headings` names each of COLUMNS; `no_one` is the answer that nobody comes to mind; `scale` says a value, with
    {value}, {low} and {high} in it.
    """

    language: str
    headings: Mapping[str, str]
    no_one: str
    scale: str


@dataclass(frozen=True, slots=True)
class ToldAnswer:
    """One answer as the journal keeps it, with the kind of its check-in and the names of its people.

    `day` is the person's local day; `answered_at` and `added_at` are UTC in ISO 8601.
    """

    check_in: int
    kind: str
    step: str
    dimension: str
    question_id: str
    answered_at: str
    zone: str
    day: str
    value: int | None
    choice: str | None
    words: str
    note: str
    added_at: str | None
    people: tuple[str, ...]


def export_form(path: PurePath) -> ExportForm:
    """What a file is to be, by its ending.

    Raises:
        ExportError: it has another.
    """
    ending = path.suffix.lower().removeprefix(".")
    if ending not in tuple(ExportForm):
        raise ExportError(ExportProblem.ENDING, path)
    return ExportForm(ending)


def csv_pieces(answers: Iterable[ToldAnswer], bank: Bank, words: TableWords) -> Iterator[str]:
    """A table with one row for each answer, as RFC 4180 has it.

    A cell that a spreadsheet program would take for a formula has an apostrophe before it, as OWASP's page on CSV
    injection advises; so has one that begins with an apostrophe. Take one away from each, and the text is as it was.
    """
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK
    yield writer.writerow([words.headings[column] for column in COLUMNS])
    for answer in answers:
        question = _question_of(bank, answer)
        row = (
            *(answer.check_in, answer.kind, answer.day, _time_of(answer), answer.zone, answer.step),
            *(answer.dimension, answer.question_id),
            question.text.of(words.language) if question else "",
            _in_words(question, answer, words),
            *(answer.value, answer.choice, answer.words, answer.note, "\n".join(answer.people)),
            *(answer.answered_at, answer.added_at),
        )
        yield writer.writerow([_guarded(cell) if isinstance(cell, str) else cell for cell in row])


def json_pieces(
    tables: Iterable[tuple[str, Iterable[Mapping[str, object]]]], questions: Sequence[Question], at: str
) -> Iterator[str]:
    """One JSON object: what it is, when it was written, the questions put, and each of `tables`, a line for a row."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    yield f'{{\n"format": {encode(FORMAT)},\n"version": {VERSION},\n"exported_at": {encode(at)}'
    for name, rows in (("questions", map(_told_question, questions)), *tables):
        yield f",\n{encode(name)}: ["
        before = "\n"
        for row in rows:
            yield before + encode(row)
            before = ",\n"
        yield "\n]"
    yield "\n}\n"


class _Echo:
    """Gives back what the csv module writes: a line at a time instead of a file."""

    write: Callable[[str], str] = staticmethod(str)


def _guarded(cell: str) -> str:
    return f"'{cell}" if _TAKEN_FOR_FORMULA.match(cell) else cell


def _question_of(bank: Bank, answer: ToldAnswer) -> Question | None:
    if answer.question_id in bank.by_id:
        return bank.by_id[answer.question_id]
    return bank.steps[StepName(answer.step)] if answer.step in bank.steps else None


def _time_of(answer: ToldAnswer) -> str:
    """The hour and minute that the clock showed; empty where the zone is not known here."""
    try:
        moment = datetime.fromisoformat(answer.answered_at)
        # Without a zone, as SQLite's own functions write one, it is UTC.
        return f"{local_clock(moment if moment.tzinfo else moment.replace(tzinfo=UTC), answer.zone):%H:%M}"
    except (KeyError, OSError, OverflowError, ValueError):  # KeyError is how a zone is not found
        return ""


def _in_words(question: Question | None, answer: ToldAnswer, words: TableWords) -> str:
    """What was chosen, as the person saw it; empty where the answer is words or people alone."""
    parts = []
    if answer.choice == NO_ONE:
        parts.append(words.no_one)
    elif answer.choice is not None:
        labels = {choice.id: choice.label for choice in question.choices} if question else {}
        parts.append(labels[answer.choice].of(words.language) if answer.choice in labels else answer.choice)
    if question is not None and answer.value is not None:
        moods = (
            question.choices if answer.step == StepName.MOOD else question.reaching.moods if question.reaching else ()
        )
        if moods and HEAVIEST_MOOD <= answer.value <= WARMEST_MOOD:
            parts.append(moods[answer.value - HEAVIEST_MOOD].label.of(words.language))
        elif question.answer is AnswerType.SCALE and question.low and question.high:
            low, high = question.low.of(words.language), question.high.of(words.language)
            parts.append(words.scale.format(value=answer.value, low=low, high=high))
    return " · ".join(parts)


def _told_question(question: Question) -> Mapping[str, object]:
    told: dict[str, object] = {
        "id": question.id,
        "dimension": question.dimension.value,
        "answer": question.answer.value,
        "text": _both(question.text),
    }
    if question.low and question.high:
        told |= {"low": _both(question.low), "high": _both(question.high)}
    if question.choices:
        told["choices"] = {choice.id: _both(choice.label) for choice in question.choices}
    return told


def _both(text: Text) -> Mapping[str, str]:
    return {"en": text.en, "ko": text.ko}
