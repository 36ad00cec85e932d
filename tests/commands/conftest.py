"""Fixtures for tests of the command line."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.command_line import CommandLine

# They name the folders and the missing screen as Linux does.
collect_ignore_glob = [] if sys.platform == "linux" else ["test_*.py"]


@pytest.fixture
def herwidget() -> Iterator[CommandLine]:
    """A computer without a screen on which Herwidget was never used. Its path is short, as a socket's must be."""
    with tempfile.TemporaryDirectory(prefix="hw-") as name:
        yield CommandLine(Path(name))
