"""A real journal, the real questions, and a clock that is told the time."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from herwidget.core.questions import Bank
from herwidget.environment import load_bank
from herwidget.journal.journal import Journal
from tests.services.clockwork import SEED, Desk, FakeClock, at


@pytest.fixture(scope="session")
def bank() -> Bank:
    """The questions that come with the program."""
    return load_bank()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A fresh journal whose plan is known."""
    path = tmp_path / "journal.db"
    opened = Journal(path)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO facts (name, value) VALUES ('seed', ?)", (SEED,))
    yield opened
    opened.close()


@pytest.fixture
def clock() -> FakeClock:
    """Tuesday, 10:20."""
    return FakeClock(at("10:20"))


@pytest.fixture
def desk(journal: Journal, bank: Bank, clock: FakeClock) -> Desk:
    """Somebody at a desk, on a morning on which nothing was asked yet."""
    return Desk(journal, bank, clock)
