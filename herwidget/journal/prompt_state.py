"""All rows of one prompt, to be compared and to be put back as they were."""

import sqlite3
from dataclasses import dataclass, field, replace

from herwidget.journal.journal import Journal

Columns = tuple[tuple[str, object], ...]
"""A row's columns with their values, in the order of the table."""


@dataclass(frozen=True)
class KeptAnswer:
    """One row of `answers` but for its ids, and whom it names, by position.

    Equal whatever its id: after it was removed, the next answer of any prompt may have been given that number.
    """

    id: int = field(compare=False)
    row: Columns = field(repr=False)
    people: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class KeptPrompt:
    """What the journal holds of a prompt; `row` is None where there is no such prompt. Answers stand by step."""

    prompt_id: int
    row: Columns | None = field(default=None, repr=False)
    answers: tuple[KeptAnswer, ...] = ()

    def emptied(self) -> "KeptPrompt":
        """The state in which the journal holds nothing of this prompt."""
        return replace(self, row=None, answers=())


def read_state(journal: Journal, prompt_id: int) -> KeptPrompt:
    """What is kept of a prompt now."""
    prompts = journal.read(_columns, "SELECT * FROM prompts WHERE id = ?", prompt_id)
    people: dict[int, list[tuple[int, int]]] = {}
    for answer_id, position, person in journal.rows(
        "SELECT answer_id, answer_people.position, person_id FROM answer_people "
        "JOIN answers ON answers.id = answer_id WHERE prompt_id = ? ORDER BY answer_id, answer_people.position",
        prompt_id,
    ):
        people.setdefault(answer_id, []).append((position, person))
    answers = journal.read(
        lambda row: KeptAnswer(row["id"], _columns(row), tuple(people.get(row["id"], ()))),
        "SELECT * FROM answers WHERE prompt_id = ? ORDER BY step",
        prompt_id,
    )
    return KeptPrompt(prompt_id, prompts[0] if prompts else None, answers)


def write_state(connection: sqlite3.Connection, state: KeptPrompt) -> None:
    """Make the journal hold exactly `state` of its prompt."""
    of_prompt = (state.prompt_id,)
    connection.execute(
        "DELETE FROM answer_people WHERE answer_id IN (SELECT id FROM answers WHERE prompt_id = ?)", of_prompt
    )
    connection.execute("DELETE FROM answers WHERE prompt_id = ?", of_prompt)
    if state.row is None:
        connection.execute("DELETE FROM prompts WHERE id = ?", of_prompt)
        return
    settings = ", ".join(f'"{name}" = ?' for name, _ in state.row)
    found = connection.execute(f"UPDATE prompts SET {settings} WHERE id = ?", (*_values(state.row), *of_prompt))
    if not found.rowcount:
        _insert(connection, "prompts", (("id", state.prompt_id), *state.row))
    for answer in state.answers:
        is_taken = connection.execute("SELECT 1 FROM answers WHERE id = ?", (answer.id,)).fetchone()
        answer_id = None if is_taken else answer.id
        written = _insert(connection, "answers", (("id", answer_id), ("prompt_id", state.prompt_id), *answer.row))
        connection.executemany(
            "INSERT INTO answer_people (answer_id, position, person_id) VALUES (?, ?, ?)",
            [(written, position, person) for position, person in answer.people],
        )


def _insert(connection: sqlite3.Connection, table: str, columns: Columns) -> int | None:
    names, places = ", ".join(f'"{name}"' for name, _ in columns), ", ".join("?" * len(columns))
    return connection.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", _values(columns)).lastrowid


def _values(columns: Columns) -> tuple[object, ...]:
    return tuple(value for _, value in columns)


def _columns(row: sqlite3.Row) -> Columns:
    return tuple((name, row[name]) for name in row.keys() if name not in ("id", "prompt_id"))  # noqa: SIM118
