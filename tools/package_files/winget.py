"""Fill the manifests by which winget finds and checks the installer for Windows.

python -m tools.package_files.winget VERSION INSTALLER FOLDER
"""

import hashlib
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from herwidget import RELEASES
from tools.package_files import HOME

TEMPLATES = Path(__file__).parents[2] / "packaging" / "windows" / "winget"


def manifests(version: str, installer: str, sha256: str, day: str) -> dict[str, str]:
    """The texts by file name. `installer` is the name of its file, `day` that of the release (YYYY-MM-DD)."""
    filled = {
        "@VERSION@": version,
        "@ADDRESS@": f"{RELEASES}/download/v{version}/{installer}",
        "@SHA256@": sha256.upper(),
        "@DAY@": day,
        "@HOME@": HOME,
    }
    texts = {}
    for template in sorted(TEMPLATES.glob("*.yaml")):
        text = template.read_text(encoding="utf-8")
        for mark, value in filled.items():
            text = text.replace(mark, value)
        texts[template.name] = text
    return texts


def main(arguments: Sequence[str]) -> int:
    """Write; the exit code."""
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    version, installer, folder = arguments[0], Path(arguments[1]), Path(arguments[2])
    released = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    with installer.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in manifests(version, installer.name, sha256, f"{released:%Y-%m-%d}").items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
