"""A journal in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from herwidget.journal.journal import Journal


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
