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


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """A folder where a child can mount a disk of its own."""
    # Windows has not what these need, and reads this file too.
    from tests.journal.children import result_of
    from tests.journal.mounting import can_mount

    folder = tmp_path / "disk"
    folder.mkdir()
    if not result_of(can_mount, folder):
        pytest.skip("this system lets no test mount a disk of its own")
    return folder
