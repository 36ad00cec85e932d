"""What CHANGELOG.md tells of a version, for its release: python -m tools.release_notes VERSION"""

import re
import sys
from pathlib import Path

CHANGELOG = Path(__file__).parents[1] / "CHANGELOG.md"


class NoNotes(Exception):
    """The changelog tells nothing of the version."""


def notes(changelog: str, version: str) -> str:
    """The text under the version's heading, "## [1.2.3] - 2026-11-24".

    Raises:
        NoNotes: there is no such heading, or nothing under it.
    """
    heading = rf"^## \[?{re.escape(version)}\]?(?: - [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})?$"
    found = re.search(rf"{heading}\n(?P<text>.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    text = found["text"].strip() if found else ""
    if not text:
        raise NoNotes(
            f"CHANGELOG.md tells nothing of version {version}: give what is new a heading '## [{version}] - DAY'"
        )
    return text


def main(version: str) -> int:
    """Print them; the exit code."""
    try:
        print(notes(CHANGELOG.read_text(encoding="utf-8"), version))
    except NoNotes as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
