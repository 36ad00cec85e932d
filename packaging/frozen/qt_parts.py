"""Which parts of Qt the frozen program takes along, and which libraries they need.

A library is known by its name without its folder, in small letters on Windows.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
"""Of PyInstaller: the place in the bundle, the file it comes from (of a link what it leads to), its kind."""

Needs = Callable[[Path], set[str]]
"""The names of the libraries that a library is linked with."""

PLUGINS = {
    "linux": {
        "iconengines": {"qsvgicon"},
        "imageformats": {"qsvg"},  # PNG is in QtGui
        "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
        # "offscreen" draws a chart where there is no screen.
        "platforms": {"qoffscreen", "qwayland", "qxcb"},
        # Loaded by Qt on GNOME and Xfce where GTK is there; GTK itself is neither taken along nor needed.
        "platformthemes": {"qgtk3", "qxdgdesktopportal"},
        "wayland-decoration-client": {"adwaita", "bradient"},
        "wayland-shell-integration": {"xdg-shell"},
    },
    "win32": {"iconengines": {"qsvgicon"}, "imageformats": {"qsvg"}, "platforms": {"qwindows"}},
    "darwin": {"iconengines": {"qsvgicon"}, "imageformats": {"qsvg"}, "platforms": {"qcocoa", "qoffscreen"}},
}
"""By system and folder. Everything is painted by Qt's own painter in its own style, so nothing for OpenGL and no other
style; no network, so nothing for that."""

TRANSLATIONS = {"qtbase_ko.qm", "qtbase_en.qm"}

# Windows has no folder "Qt" in between.
_PLUGIN = re.compile(r"PySide6/(?:Qt/)?plugins/(?P<folder>[^/]+)/(?:lib)?(?P<name>[^/]+)\.(?:so|dll|dylib)")
_TRANSLATION = re.compile(r"PySide6/(?:Qt/)?translations/(?P<name>[^/]+)")
_FRAMEWORK = re.compile(r"(?:.*/)?(?P<name>[^/]+)\.framework(?:/|$)")
_LIBRARY = {
    "linux": re.compile(r"lib[^/]+\.so(?:\.[\d.]+)?"),
    "win32": re.compile(r"[^/]+\.dll", re.IGNORECASE),
    "darwin": re.compile(r"[^/]+\.dylib"),
}
# Nothing is linked with it that is looked at here: the program's file itself loads it.
_PYTHON = {
    "linux": re.compile(r"libpython3.*"),
    "win32": re.compile(r"python3\d*\.dll"),
    "darwin": re.compile(r"libpython3.*|Python"),
}
_NEEDED = re.compile(r"\(NEEDED\).*\[(?P<name>[^\]]+)\]")
_OURS = re.compile(r"(?:PySide6|shiboken6)/|libpython3")
"""What comes with the program on Linux; every other library is the system's, and kept up to date with it."""


def wanted_data(entries: Iterable[Entry], binaries: Iterable[Entry] = (), system: str = sys.platform) -> list[Entry]:
    """The data files without Qt's other languages, the wheels' lists of files, and second names of libraries.

    On macOS these names are needed, of those libraries that `wanted_binaries` chose, which are `binaries`.
    """
    places = {place for place, _, _ in binaries}
    frameworks = {_framework(place) for place in places}
    wanted = []
    for place, source, kind in entries:
        if framework := _framework(place):
            if framework not in frameworks:
                continue
        elif kind == "SYMLINK" and (system != "darwin" or source not in places):
            continue
        translation = _TRANSLATION.search(_slashed(place))
        if translation and translation["name"] not in TRANSLATIONS:
            continue
        if not _slashed(place).endswith(".dist-info/RECORD"):
            wanted.append((place, source, kind))
    return wanted


def wanted_binaries(entries: Iterable[Entry], needs: Needs | None = None, system: str = sys.platform) -> list[Entry]:
    """The modules of Python, the chosen plugins, and those libraries of Qt and Python that these need."""
    needs = needs or (_needs_on_linux if system == "linux" else _needs_elsewhere)
    files = [entry for entry in entries if entry[2] != "SYMLINK" and _is_chosen(entry[0], system)]
    libraries = {_name(entry[0], system): entry for entry in files if _is_library(entry[0], system)}
    needed = {name for name in libraries if _PYTHON[system].fullmatch(name)}
    kept = [entry for entry in files if not _is_library(entry[0], system)]
    waiting = [*kept, *(libraries[name] for name in needed)]
    while waiting:
        for name in needs(Path(waiting.pop()[1])) & libraries.keys() - needed:
            needed.add(name)
            waiting.append(libraries[name])
    return kept + [entry for entry in files if _is_library(entry[0], system) and _name(entry[0], system) in needed]


def _is_chosen(place: str, system: str) -> bool:
    if plugin := _PLUGIN.search(_slashed(place)):
        return plugin["name"] in PLUGINS[system].get(plugin["folder"], ())
    return system != "linux" or not _is_library(place, system) or bool(_OURS.match(place))


def _is_library(place: str, system: str) -> bool:
    if _PLUGIN.search(_slashed(place)):
        return False
    return bool(_LIBRARY[system].fullmatch(PurePosixPath(_slashed(place)).name)) or bool(_framework(place))


def _framework(place: str) -> str:
    """The macOS framework that a file belongs to; empty for others."""
    found = _FRAMEWORK.match(place)
    return found["name"] if found else ""


def _name(place: str, system: str) -> str:
    name = PurePosixPath(_slashed(place)).name
    return name.lower() if system == "win32" else name


def _slashed(place: str) -> str:
    return place.replace("\\", "/")


def _needs_on_linux(library: Path) -> set[str]:
    told = subprocess.run(["readelf", "-d", library], capture_output=True, text=True, check=True)
    return set(_NEEDED.findall(told.stdout))


def _needs_elsewhere(library: Path) -> set[str]:
    from PyInstaller.depend.bindepend import get_imports

    return {_name(name, sys.platform) for name, _ in get_imports(str(library))}
