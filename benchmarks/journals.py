"""Journals of ten made-up years, to measure with: three check-ins a day, or some thirty.

They end on a day that the programs' clock is set to as well, so that each run has the same figures before it.
"""

import shutil
import sys
from pathlib import Path

from benchmarks.table import NotMeasured
from herwidget.journal.journal import COUNT_OF_ANSWERED, Journal
from tests.session.desktop import DesktopSession

CLOCK = {"HERWIDGET_TEST_CLOCK": "2026-11-23T23:30:00Z", "TZ": "UTC"}
"""An evening after the last question; the environment of all that works with these journals."""
MANY = 100_000
_TIMEOUT = 60.0

# Each check-in again some minutes later, with a mood that is often another.
_COPIES = "WITH RECURSIVE copies(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM copies WHERE number < :copies)"
_LATER = "strftime('%Y-%m-%dT%H:%M:%fZ', {}, (5 * number) || ' minutes')"
_COPY_PROMPTS = f"""{_COPIES}
    INSERT INTO prompts (id, kind, plan_day, slot, planned_at, zone, shown_at, answered_at, closed_at, question_id,
        dimension)
    SELECT id + number * :prompts, kind, plan_day, slot + 100 * number, {_LATER.format("planned_at")}, zone,
        {_LATER.format("shown_at")}, {_LATER.format("answered_at")}, {_LATER.format("closed_at")}, question_id,
        dimension
    FROM prompts, copies WHERE answered_at IS NOT NULL"""
_COPY_ANSWERS = f"""{_COPIES}
    INSERT INTO answers (id, prompt_id, step, question_id, dimension, answered_at, zone, local_day, local_hour, value,
        choice, words, note)
    SELECT id + number * :answers, prompt_id + number * :prompts, step, question_id, dimension,
        {_LATER.format("answered_at")}, zone, local_day,
        CAST(strftime('%H', answered_at, (5 * number) || ' minutes') AS INTEGER),
        CASE step WHEN 'mood' THEN min(5, max(1, value + (id * 7 + number * 5) % 3 - 1)) ELSE value END,
        choice, words, note
    FROM answers, copies"""
_COPY_PEOPLE = f"""{_COPIES}
    INSERT INTO answer_people (answer_id, position, person_id)
    SELECT answer_id + number * :answers, position, person_id FROM answer_people, copies"""


def write_ten_years(session: DesktopSession, path: Path) -> None:
    """Three check-ins a day, as `herwidget demo` writes them.

    Raises:
        NotMeasured: it did not.
    """
    process = session.start([sys.executable, "-m", "herwidget", "demo", "--years", "10", "--write", path], **CLOCK)
    if process.wait_exit(_TIMEOUT):
        raise NotMeasured(f"no journal was made\n{process.stderr_text()}")


def write_many(ten_years: Path, path: Path) -> int:
    """A copy of a journal in which each answered check-in stands so often that there are 100,000; how many are."""
    shutil.copyfile(ten_years, path)
    journal = Journal(path)
    prompts, answers, answered = (
        journal.rows(statement)[0][0]
        for statement in ("SELECT max(id) FROM prompts", "SELECT max(id) FROM answers", COUNT_OF_ANSWERED)
    )
    figures = {"prompts": prompts, "answers": answers, "copies": -(-MANY // answered) - 1}
    with journal.connection as connection:
        for statement in (_COPY_PROMPTS, _COPY_ANSWERS, _COPY_PEOPLE):
            connection.execute(statement, figures)
    count = int(journal.rows(COUNT_OF_ANSWERED)[0][0])
    journal.close()
    return count
