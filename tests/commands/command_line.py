"""Commands in processes of their own, in a home of their own, on a Monday at 12:41 in Seoul."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.desktop.support import ROOT, Helper

# Time as good as stands still, so that what is written is the same each time.
NOON = "2026-11-23T03:41:00Z;0.000001"
EVENING = "2026-11-23T10:41:00Z;0.000001"

# Stands for the tray program: takes the place of a journal, and says what it is told.
_RUNNING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from herwidget.desktop.instance import SingleInstance
qt = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]), Path(sys.argv[2]))
instance.received.connect(lambda text: print(text, flush=True))
claimed = instance.claim()
instance.listen()
print(claimed, flush=True)
qt.exec()
"""


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    code: int
    out: str
    err: str


@dataclass
class CommandLine:
    """Runs `herwidget` in a home folder; `variables` are added to its environment."""

    home: Path
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def journal(self) -> Path:
        """Where the journal is when none is named."""
        return self.home / "data" / "herwidget" / "journal.db"

    @property
    def config(self) -> Path:
        """Where the settings are when none are named."""
        return self.home / "config" / "herwidget" / "settings.toml"

    @property
    def environment(self) -> dict[str, str]:
        """All that a command finds: nothing of the desktop of whoever runs the tests."""
        runtime = self.home / "run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV") if name in os.environ}
        return {
            **kept,
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "XDG_RUNTIME_DIR": str(runtime),
            "LANG": "C.UTF-8",
            "TZ": "Asia/Seoul",
            "HERWIDGET_TEST_CLOCK": NOON,
            **self.variables,
        }

    def __call__(self, *words: str | Path, lines: bytes | str = "") -> Done:
        """Run `herwidget` with these words, and these lines on its standard input."""
        done = subprocess.run(
            [sys.executable, "-m", "herwidget", *map(str, words)],
            input=lines if isinstance(lines, bytes) else lines.encode(),
            capture_output=True,
            cwd=ROOT,
            env=self.environment,
            timeout=30,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    @contextmanager
    def running(self, journal: Path | None = None) -> Iterator[Helper]:
        """While another process has the place of the tray program."""
        arguments = (self.home / "run" / "herwidget", journal or self.journal)
        with Helper.python(_RUNNING, *arguments, environment=self.environment) as helper:
            assert helper.line() == "True"
            yield helper

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """What the journal has, read as any SQLite tool would."""
        return read(self.journal, query)


def read(journal: Path, query: str) -> list[tuple[object, ...]]:
    """The rows of a query."""
    with closing(sqlite3.connect(f"{journal.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(query).fetchall()
