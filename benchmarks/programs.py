"""The three programs that are measured side by side."""

import sys
from dataclasses import dataclass
from pathlib import Path

from tests.session.desktop import DesktopSession

YARDSTICKS = Path(__file__).resolve().parent / "yardsticks"


@dataclass(frozen=True)
class Program:
    """A program by its name and its command line."""

    name: str
    argv: tuple[str, ...]


HERWIDGET = Program("herwidget", (sys.executable, "-m", "herwidget", "--background"))
BARE = Program("bare", (sys.executable, str(YARDSTICKS / "bare.py")))
LOADED = Program("loaded", (sys.executable, str(YARDSTICKS / "loaded.py")))
ICON_COLOUR = bytes.fromhex("DD5F3F")
"""Each program's icon has pixels of this colour."""
# In the order in which they take turns.
PROGRAMS = (HERWIDGET, BARE, LOADED)


def welcome(session: DesktopSession) -> None:
    """Give the session's person the settings of somebody who has seen the first run; the journal is their own too."""
    folder = Path(session.environment["XDG_CONFIG_HOME"]) / "herwidget"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / "settings.toml").write_text('welcomed = true\ntheme = "light"\nlanguage = "en"\n', encoding="utf-8")
