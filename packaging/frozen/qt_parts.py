"""Which parts of Qt the frozen program takes along, and which libraries they need."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
"""Of PyInstaller: the place in the bundle, the file it comes from, its kind."""

PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qsvg"},  # PNG is in QtGui
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    # "offscreen" draws a chart where there is no screen.
    "platforms": {"qoffscreen", "qwayland", "qxcb"},
    # Loaded by Qt on GNOME and Xfce where GTK is there; GTK itself is neither taken along nor needed.
    "platformthemes": {"qgtk3", "qxdgdesktopportal"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"xdg-shell"},
}
"""By folder. Everything is painted by Qt's own painter, so nothing for OpenGL; no network, so nothing for that."""

TRANSLATIONS = {"qtbase_ko.qm", "qtbase_en.qm"}

_PLUGIN = re.compile(r"PySide6/Qt/plugins/(?P<folder>[^/]+)/lib(?P<name>[^/]+)\.so")
_TRANSLATION = re.compile(r"PySide6/Qt/translations/(?P<name>[^/]+)")
_LIBRARY = re.compile(r"lib[^/]+\.so(?:\.[\d.]+)?")
_NEEDED = re.compile(r"\(NEEDED\).*\[(?P<name>[^\]]+)\]")
_OURS = re.compile(r"(?:PySide6|shiboken6)/|libpython3")
"""What comes with the program; every other library is the system's, and kept up to date with it."""


def wanted_data(entries: Iterable[Entry]) -> list[Entry]:
    """The data files without Qt's other languages, the wheels' lists of files, and second names of libraries."""
    return [
        entry
        for entry in entries
        if entry[2] != "SYMLINK"
        and not entry[0].endswith(".dist-info/RECORD")
        and (not (found := _TRANSLATION.search(entry[0])) or found["name"] in TRANSLATIONS)
    ]


def wanted_binaries(entries: Iterable[Entry]) -> list[Entry]:
    """The modules of Python, the chosen plugins, and those libraries of Qt and Python that these need."""
    entries = [entry for entry in entries if entry[2] != "SYMLINK" and _is_chosen(entry[0])]
    libraries = {PurePosixPath(entry[0]).name: entry for entry in entries if _is_library(entry)}
    needed = {name for name in libraries if name.startswith("libpython3")}
    kept = [entry for entry in entries if not _is_library(entry)]
    waiting = [*kept, *(libraries[name] for name in needed)]
    while waiting:
        for name in _needs(Path(waiting.pop()[1])) & libraries.keys() - needed:
            needed.add(name)
            waiting.append(libraries[name])
    return kept + [entry for entry in entries if PurePosixPath(entry[0]).name in needed and _is_library(entry)]


def _is_chosen(place: str) -> bool:
    if plugin := _PLUGIN.search(place):
        return plugin["name"] in PLUGINS.get(plugin["folder"], ())
    name = PurePosixPath(place).name
    return not _LIBRARY.fullmatch(name) or bool(_OURS.match(place))


def _is_library(entry: Entry) -> bool:
    return bool(_LIBRARY.fullmatch(PurePosixPath(entry[0]).name)) and not _PLUGIN.search(entry[0])


def _needs(library: Path) -> set[str]:
    told = subprocess.run(["readelf", "-d", library], capture_output=True, text=True, check=True)
    return set(_NEEDED.findall(told.stdout))
