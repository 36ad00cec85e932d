"""Removes of PySide6 what Herwidget does not use: python3 keep_used.py FOLDER, the folder of Python's packages."""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "frozen"))
from qt_parts import TRANSLATIONS, wanted_binaries

MODULES = {"QtCore", "QtDBus", "QtGui", "QtNetwork", "QtSvg", "QtWidgets"}
_MODULE = re.compile(r"(Qt\w+)\.abi3\.so")


def unused(packages: Path) -> list[Path]:
    """The files of PySide6 that are not needed, among them everything of QML, the tools and the other languages."""
    files = [path for path in packages.glob("PySide6/**/*") if not path.is_dir()]
    binaries = [path for path in files if ".so" in path.suffixes and _is_used_module(path)]
    # Shiboken's too, for what these need.
    binaries += [path for path in packages.glob("shiboken6/*.so*") if not path.is_dir()]
    entries = [(path.relative_to(packages).as_posix(), str(path), "BINARY") for path in binaries]
    kept = {Path(file) for _, file, _ in wanted_binaries(entries)}
    return [path for path in files if path not in kept and not _is_used_text(path.relative_to(packages))]


def _is_used_module(path: Path) -> bool:
    found = _MODULE.fullmatch(path.name)
    return not found or found[1] in MODULES


def _is_used_text(place: Path) -> bool:
    if place.parent.name == "translations":
        return place.name in TRANSLATIONS
    return place.suffix == ".py" and place.parent.as_posix() in ("PySide6", "PySide6/support")


def main(packages: Path) -> int:
    """Remove them, and the folders that are empty then; the exit code."""
    for path in unused(packages):
        path.unlink()
    for folder in sorted(packages.glob("PySide6/**/"), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
