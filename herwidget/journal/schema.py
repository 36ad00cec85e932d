"""The journal's tables, as ordered migrations. ARCHITECTURE.md documents them column by column.

Times are text, UTC, ISO 8601 to the millisecond ("2026-11-23T09:41:00.000Z"), so that they sort as they happened.
"""

from datetime import datetime
from typing import cast

from sqlite_utils import Database, Migrations
from sqlite_utils.db import Table

from herwidget.core.local_time import local_clock

APPLICATION_ID = 0x48657277  # "Herw", https://www.sqlite.org/pragma.html#pragma_application_id

# The fact that something was taken out for good that backups still hold; its value is random, anew each time.
ERASED = "erased"

migrations = Migrations("herwidget")


@migrations()
def create_first_tables(db: Database) -> None:
    """Prompts, answers, people, pauses, and the seed."""
    _table(db, "prompts").create(
        {
            "id": int,
            "kind": str,
            "plan_day": str,
            "slot": int,
            "planned_at": str,
            "zone": str,
            "shown_at": str,
            "answered_at": str,
            "later_at": str,
            "later_until": str,
            "skipped_at": str,
            "expired_at": str,
            "lapsed_at": str,
            "closed_at": str,
            "question_id": str,
            "dimension": str,
        },
        pk="id",
        not_null={"kind", "plan_day", "planned_at", "zone"},
        strict=True,
    )
    _table(db, "prompts").create_index(["plan_day", "slot"], unique=True)
    _table(db, "prompts").create_index(["planned_at"])
    _table(db, "answers").create(
        {
            "id": int,
            "prompt_id": int,
            "step": str,
            "question_id": str,
            "dimension": str,
            "answered_at": str,
            "zone": str,
            "local_day": str,
            "value": int,
            "choice": str,
            "words": str,
            "note": str,
        },
        pk="id",
        not_null={
            "prompt_id",
            "step",
            "question_id",
            "dimension",
            "answered_at",
            "zone",
            "local_day",
            "words",
            "note",
        },
        foreign_keys=[("prompt_id", "prompts", "id")],
        strict=True,
    )
    _table(db, "answers").create_index(["prompt_id", "step"], unique=True)
    _table(db, "answers").create_index(["local_day"])
    _table(db, "people").create(
        {
            "id": int,
            "name": str,
            "reach_kind": str,
            "reach": str,
            "position": int,
            "added_at": str,
            "put_away_at": str,
        },
        pk="id",
        not_null={"name", "reach", "position", "added_at"},
        strict=True,
    )
    _table(db, "people").create_index(["name"], unique=True)
    _table(db, "answer_people").create(
        {"answer_id": int, "position": int, "person_id": int},
        pk=("answer_id", "position"),
        not_null={"person_id"},
        foreign_keys=[("answer_id", "answers", "id"), ("person_id", "people", "id")],
        strict=True,
    )
    _table(db, "pauses").create(
        {"id": int, "started_at": str, "until_at": str, "ended_at": str},
        pk="id",
        not_null={"started_at"},
        strict=True,
    )
    _table(db, "facts").create({"name": str, "value": str}, pk="name", not_null={"value"}, strict=True)


@migrations()
def add_history(db: Database) -> None:
    """What the history adds: the hour an answer was lived in, when it was written down later, and named periods."""
    db.conn.execute("ALTER TABLE answers ADD COLUMN local_hour INTEGER")
    db.conn.execute("ALTER TABLE answers ADD COLUMN added_at TEXT")
    db.conn.create_function("_local_hour", 2, _local_hour, deterministic=True)
    # As bytes: the driver would refuse the whole migration for one text that is not UTF-8.
    db.conn.execute("UPDATE answers SET local_hour = _local_hour(CAST(answered_at AS BLOB), CAST(zone AS BLOB))")
    db.conn.create_function("_local_hour", 2, None)
    # Whole answers to the history's questions, so that ten years are summed up without reading the words.
    db.conn.execute("DROP INDEX idx_answers_local_day")
    _table(db, "answers").create_index(["local_day", "prompt_id", "step", "value", "choice", "dimension"])
    db.conn.execute(
        "CREATE INDEX idx_answers_moods ON answers (answered_at, value, local_day, local_hour, prompt_id, step) "
        "WHERE step = 'mood'"
    )
    db.conn.execute("CREATE INDEX idx_prompts_answered ON prompts (answered_at) WHERE answered_at IS NOT NULL")
    _table(db, "periods").create(
        {"id": int, "name": str, "first_day": str, "last_day": str},
        pk="id",
        not_null={"name", "first_day", "last_day"},
        strict=True,
    )


@migrations()
def add_suggestions(db: Database) -> None:
    """Suggestions to reach out to somebody, and the days from which on the usual is learned anew."""
    _table(db, "suggestions").create(
        {
            "id": int,
            "day": str,
            "made_at": str,
            "person_id": int,
            "by_hand": int,
            "answer": str,
            "answered_at": str,
            "language": str,
            "register": str,
            "asked_at": str,
            "asked_in": int,
        },
        pk="id",
        not_null={"day", "made_at", "by_hand", "language", "register"},
        foreign_keys=[("person_id", "people", "id"), ("asked_in", "prompts", "id")],
        strict=True,
    )
    _table(db, "suggestions").create_index(["asked_in"])
    _table(db, "new_usuals").create({"day": str, "said_at": str}, pk="day", not_null={"said_at"}, strict=True)


KNOWN_MIGRATIONS = frozenset(migration.name for migration in migrations._migrations)


def _table(db: Database, name: str) -> Table:
    return cast(Table, db[name])


def _local_hour(answered_at: bytes, zone: bytes) -> int | None:
    """The hour that the clock of `zone` showed; None where either cannot be read."""
    try:
        return local_clock(datetime.fromisoformat(answered_at.decode()), zone.decode()).hour
    except (KeyError, OSError, OverflowError, ValueError):  # KeyError is how a zone is not found
        return None
