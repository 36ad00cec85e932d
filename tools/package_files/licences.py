"""Who made what a package holds, and under which licence: the file `copyright`."""

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Too long to repeat; Debian has their texts, and other packages bring them in the folder "licences".
LONG = {"Apache-2.0", "CC0-1.0", "GPL-2.0", "GPL-3.0", "LGPL-3.0", "MPL-2.0"}
THIRD_PARTY = ROOT / "packaging" / "third-party"
_LONG_TEXT = re.compile(
    r"apache\s+license\s+version 2\.0|gnu (?:lesser )?general public license\s+version", re.IGNORECASE
)
_RULE = "-" * 78


@dataclass(frozen=True)
class QtPart:
    """What others made and Qt's libraries hold."""

    name: str
    within: str
    licence: str
    """An SPDX expression."""
    copyright: tuple[str, ...]
    only: tuple[str, ...]
    """The systems on which it is in the libraries, empty for all."""

    @property
    def licences(self) -> set[str]:
        """The licences and exceptions that the expression names."""
        return set(re.findall(r"[\w.-]+", self.licence)) - {"AND", "OR", "WITH"}


def qt_parts(system: str = sys.platform) -> list[QtPart]:
    """Those that are in the libraries for `system`, as packaging/third-party/qt.toml has them."""
    table = tomllib.loads((THIRD_PARTY / "qt.toml").read_text(encoding="utf-8"))
    parts = [
        QtPart(row["name"], row["within"], row["licence"], tuple(row["copyright"]), tuple(row.get("only", ())))
        for row in table["part"]
    ]
    return [part for part in parts if not part.only or system in part.only]


def short_text(licence: str) -> str | None:
    """The text of a licence that is repeated in the file; None for those that are too long."""
    path = THIRD_PARTY / "texts" / f"{licence}.txt"
    return path.read_text(encoding="utf-8") if path.is_file() else None


def copyright_file(*, frozen: bool = True) -> str:
    """All of it, Herwidget's own licence first. `frozen` is the program that brings a Python of its own along."""
    return "\n".join((*_parts(), *(_frozen_parts() if frozen else ()), _where_long_texts_are(frozen))) + "\n"


def bundled() -> list[Distribution]:
    """The Python packages that the program brings along, as locked and installed, by name."""
    lock = (ROOT / "requirements" / "run.lock").read_text(encoding="utf-8")
    names = [name for name in re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE) if name != "pip"]
    found = []
    for name in names:
        try:
            found.append(distribution(name))
        except PackageNotFoundError:  # not for this platform
            continue
    return found


def _parts() -> Iterator[str]:
    yield "Herwidget\n"
    yield (ROOT / "LICENSE").read_text(encoding="utf-8")
    yield f"{_RULE}\nHerwidget Serif, a subset of Noto Serif\n"
    yield (ROOT / "resources" / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    yield (
        f"{_RULE}\nQt 6 and PySide6, Copyright (C) The Qt Company Ltd. and other contributors\n\n"
        "Used under the GNU Lesser General Public License, version 3. Its libraries lie beside the program in\n"
        "PySide6 and shiboken6 as files of their own, unchanged, and can be replaced by others of the same interface.\n"
        "They hold these parts of others, each with its licence; the licences' texts follow.\n"
    )
    yield from _of_qt()
    for package in bundled():
        if package.name.lower().startswith(("pyside6", "shiboken6")):
            continue
        yield from _of_package(package)


def _of_qt() -> Iterator[str]:
    parts = qt_parts()
    for part in parts:
        yield "\n".join(
            (f"{part.name} ({part.within}): {part.licence}", *(f"    {line}" for line in part.copyright), "")
        )
    for licence in sorted({licence for part in parts for licence in part.licences}, key=str.lower):
        if (text := short_text(licence)) is not None:
            yield f"{_RULE}\n{licence}, of parts of Qt\n\n{text}"


def _frozen_parts() -> Iterator[str]:
    yield (
        f"{_RULE}\nThe start of the frozen program is PyInstaller's, under the GNU General Public License, version 2\n"
        "or later, with an exception that lets any program be distributed with it under its own licence.\n"
    )
    yield f"{_RULE}\nPython {sys.version.split()[0]}\n"
    yield _python_licence()


def _where_long_texts_are(frozen: bool) -> str:
    if not frozen:
        return f"{_RULE}\nThe full texts of long licences lie beside this file and in the folders of the packages."
    names = ", ".join(sorted(name.removesuffix(".0") if "GPL" in name else name for name in LONG))
    return (
        f"{_RULE}\nThe full texts of these licences are in the folder licences beside this file,\n"
        f"and on Debian in /usr/share/common-licenses: {names}"
    )


def _of_package(package: Distribution) -> Iterator[str]:
    told = next((package.metadata[name] for name in ("License-Expression", "License") if name in package.metadata), "")
    yield f"{_RULE}\n{package.name} {package.version}: {told.splitlines()[0] if told else 'see below'}\n"
    for file in sorted(package.files or (), key=str):
        if re.search(r"\.dist-info/(?:licenses/)*(?:LICEN[CS]E|COPYING)[^/]*$", str(file), re.IGNORECASE):
            text = file.read_text(encoding="utf-8").strip()
            yield "The Apache License, Version 2.0.\n" if _LONG_TEXT.search(text[:400]) else f"{text}\n"


def _python_licence() -> str:
    prefix = Path(sys.base_prefix)
    places = (
        prefix / f"lib/python{sys.version_info[0]}.{sys.version_info[1]}" / "LICENSE.txt",
        prefix / "LICENSE.txt",  # on Windows
    )
    for place in places:
        if place.is_file():
            return place.read_text(encoding="utf-8")
    return "Copyright (C) 2001 Python Software Foundation. Under the Python Software Foundation License, version 2.\n"
