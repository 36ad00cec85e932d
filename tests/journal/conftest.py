"""A journal in a folder of its own."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from herwidget.journal.journal import Journal

# These tests fork, kill and take rights away, which Windows does differently.
collect_ignore_glob = ["test_*.py"] if sys.platform == "win32" else []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a journal may be made; neither it nor its folder is there yet."""
    return tmp_path / "herwidget" / "journal.sqlite"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    """A fresh journal."""
    opened = Journal(path)
    yield opened
    opened.close()
