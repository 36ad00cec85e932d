"""One answer kept: Herwidget's journal beside plain sqlite3, on the same disk, the two taking turns.

Both connections have WAL, synchronous=FULL and foreign keys, and both write the answer and the prompt's
`answered_at` in one transaction into tables of the same schema; every commit waits for the disk.

The journal also folds each write into its file at once (wal_autocheckpoint=1), so that a copy of the file alone
has everything. That waits for the disk a second time. So there are two plain writers: one with SQLite's usual
checkpoints, and one that folds too; beside the second only the journal's own code makes a difference.
"""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ParamSpec

from herwidget.core.prompts import StepAnswer, StepName
from herwidget.journal.journal import Journal

_Arguments = ParamSpec("_Arguments")

_ZONE = "UTC"
_NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
_ANSWER = StepAnswer(StepName.MOOD, "mood", "mood", value=4, note="A long walk before work.")
_INSERT_PROMPT = (
    "INSERT INTO prompts (kind, plan_day, planned_at, shown_at, zone) VALUES ('day', '2026-11-23', ?, ?, ?)"
)
_INSERT_ANSWER = (
    "INSERT INTO answers (prompt_id, step, question_id, dimension, answered_at, zone, local_day, value, choice, "
    "words, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE_PROMPT = "UPDATE prompts SET answered_at = ? WHERE id = ? AND answered_at IS NULL"


@dataclass(frozen=True)
class SavingTimes:
    """Milliseconds of each write."""

    herwidget: list[float]
    plain: list[float]
    plain_folding: list[float]


def measure_saving(disk_folder: Path, answers: int) -> SavingTimes:
    """Write `answers` answers each way, in files of a temporary folder inside `disk_folder`."""
    with tempfile.TemporaryDirectory(prefix="saving-", dir=disk_folder) as name:
        path = Path(name) / "journal.db"
        prompts = _prepare(path, answers)
        plain = _connect(_copy(path, "plain.db"), folding=False)
        folding = _connect(_copy(path, "folding.db"), folding=True)
        journal = Journal(path)
        moments = [_NOW + timedelta(minutes=number) for number in range(answers)]
        times = SavingTimes([], [], [])
        for prompt, moment in zip(prompts, moments, strict=True):
            times.herwidget.append(_milliseconds(journal.save_answer, prompt, _ANSWER, moment, _ZONE))
            times.plain.append(_milliseconds(_write, plain, prompt, moment))
            times.plain_folding.append(_milliseconds(_write, folding, prompt, moment))
        for connection in (journal, plain, folding):
            connection.close()
    return times


def _prepare(path: Path, prompts: int) -> range:
    """A journal with `prompts` prompts that wait for an answer; their numbers."""
    journal = Journal(path)
    moment = _text(_NOW)
    with journal.connection as connection:
        connection.executemany(_INSERT_PROMPT, [(moment, moment, _ZONE)] * prompts)
    journal.close()
    return range(1, prompts + 1)


def _copy(path: Path, name: str) -> Path:
    copy = path.with_name(name)
    shutil.copyfile(path, copy)
    return copy


def _connect(path: Path, *, folding: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if folding:
        connection.execute("PRAGMA wal_autocheckpoint = 1")
    return connection


def _write(connection: sqlite3.Connection, prompt: int, moment: datetime) -> None:
    at = _text(moment)
    values = (prompt, "mood", "mood", "mood", at, _ZONE, at[:10], _ANSWER.value, None, "", _ANSWER.note)
    with connection:
        connection.execute(_INSERT_ANSWER, values)
        connection.execute(_UPDATE_PROMPT, (at, prompt))


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _milliseconds(act: Callable[_Arguments, object], *arguments: _Arguments.args, **named: _Arguments.kwargs) -> float:
    began = time.perf_counter()
    act(*arguments, **named)
    return (time.perf_counter() - began) * 1000
