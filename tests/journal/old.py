"""A journal as the first version of the tables held it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database, Migrations

from herwidget.journal.journal import Journal
from herwidget.journal.schema import APPLICATION_ID, create_first_tables


def write_as_first_version(journal: Journal, path: Path) -> None:
    """A copy of all that the first version of the tables had a place for."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
        migrations = Migrations("herwidget")
        migrations()(create_first_tables)
        migrations.apply(Database(connection, execute_plugins=False))
        for table in ("facts", "people", "pauses", "prompts", "answers", "answer_people"):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            rows = [tuple(row) for row in journal.rows(f"SELECT {', '.join(columns)} FROM {table}")]
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", rows)
        connection.commit()
