"""Of Qt and Python, the frozen program takes what it needs on each system; names and links are those of real wheels."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


def load_parts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("qt_parts", ROOT / "packaging" / "frozen" / "qt_parts.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PARTS = load_parts()

# What is linked with what; a file is a name where it stands in no folder of PySide6's.
WINDOWS = {
    r"PySide6\QtCore.pyd": {"pyside6.abi3.dll", "shiboken6.abi3.dll", "Qt6Core.dll", "python3.dll"},
    r"PySide6\QtWidgets.pyd": {"Qt6Widgets.dll", "Qt6Gui.dll", "KERNEL32.dll"},
    r"PySide6\Qt6Core.dll": {"MSVCP140.dll", "KERNEL32.dll"},
    r"PySide6\Qt6Gui.dll": {"Qt6Core.dll"},
    r"PySide6\Qt6Widgets.dll": {"Qt6Gui.dll"},
    r"PySide6\Qt6Svg.dll": {"Qt6Gui.dll"},
    r"PySide6\Qt6Qml.dll": {"Qt6Core.dll"},
    r"PySide6\Qt6Pdf.dll": {"Qt6Gui.dll"},
    r"PySide6\opengl32sw.dll": set(),
    r"PySide6\msvcp140.dll": {"VCRUNTIME140.dll"},
    r"PySide6\pyside6.abi3.dll": {"shiboken6.abi3.dll"},
    r"PySide6\plugins\platforms\qwindows.dll": {"Qt6Gui.dll"},
    r"PySide6\plugins\platforms\qoffscreen.dll": {"Qt6Gui.dll"},
    r"PySide6\plugins\platforms\qdirect2d.dll": {"Qt6Gui.dll"},
    r"PySide6\plugins\imageformats\qsvg.dll": {"Qt6Svg.dll"},
    r"PySide6\plugins\imageformats\qpdf.dll": {"Qt6Pdf.dll"},
    r"PySide6\plugins\styles\qmodernwindowsstyle.dll": {"Qt6Widgets.dll"},
    r"PySide6\plugins\tls\qopensslbackend.dll": {"libssl-3-x64.dll"},
    r"shiboken6\shiboken6.abi3.dll": {"python3.dll"},
    "python313.dll": {"VCRUNTIME140.dll"},
    "python3.dll": set(),
    "VCRUNTIME140.dll": set(),
    "libssl-3-x64.dll": {"libcrypto-3-x64.dll"},
    "libcrypto-3-x64.dll": set(),
    "_sqlite3.pyd": {"sqlite3.dll", "python313.dll"},
    "sqlite3.dll": set(),
}
NOT_ON_WINDOWS = {
    r"PySide6\Qt6Qml.dll",
    r"PySide6\Qt6Pdf.dll",
    r"PySide6\opengl32sw.dll",
    r"PySide6\plugins\platforms\qoffscreen.dll",
    r"PySide6\plugins\platforms\qdirect2d.dll",
    r"PySide6\plugins\imageformats\qpdf.dll",
    r"PySide6\plugins\styles\qmodernwindowsstyle.dll",
    r"PySide6\plugins\tls\qopensslbackend.dll",
    "libssl-3-x64.dll",
    "libcrypto-3-x64.dll",
}
FRAMEWORKS = "PySide6/Qt/lib"
MACOS = {
    "PySide6/QtCore.abi3.so": {"QtCore", "libpyside6.abi3.6.11.dylib"},
    "PySide6/QtWidgets.abi3.so": {"QtWidgets", "QtGui"},
    f"{FRAMEWORKS}/QtCore.framework/Versions/A/QtCore": {"libSystem.B.dylib", "Foundation"},
    f"{FRAMEWORKS}/QtGui.framework/Versions/A/QtGui": {"QtCore"},
    f"{FRAMEWORKS}/QtWidgets.framework/Versions/A/QtWidgets": {"QtGui"},
    f"{FRAMEWORKS}/QtQml.framework/Versions/A/QtQml": {"QtCore"},
    "PySide6/libpyside6.abi3.6.11.dylib": {"libshiboken6.abi3.6.11.dylib"},
    "PySide6/libpyside6qml.abi3.6.11.dylib": {"QtQml"},
    "shiboken6/libshiboken6.abi3.6.11.dylib": set(),
    "PySide6/Qt/plugins/platforms/libqcocoa.dylib": {"QtGui"},
    "PySide6/Qt/plugins/platforms/libqminimal.dylib": {"QtGui"},
    "PySide6/Qt/plugins/styles/libqmacstyle.dylib": {"QtWidgets"},
    "libpython3.13.dylib": set(),
    "libsqlite3.dylib": set(),
    "lib-dynload/_sqlite3.cpython-313-darwin.so": {"libsqlite3.dylib"},
}
NOT_ON_MACOS = {
    f"{FRAMEWORKS}/QtQml.framework/Versions/A/QtQml",
    "PySide6/libpyside6qml.abi3.6.11.dylib",
    "PySide6/Qt/plugins/platforms/libqminimal.dylib",
    "PySide6/Qt/plugins/styles/libqmacstyle.dylib",
}


def chosen(system: str, links: dict[str, set[str]]) -> list[tuple[str, str, str]]:
    def needs(file: Path) -> set[str]:
        names = links[str(file)]
        return {name.lower() for name in names} if system == "win32" else names

    kept: list[tuple[str, str, str]] = PARTS.wanted_binaries([(one, one, "BINARY") for one in links], needs, system)
    return kept


@pytest.mark.parametrize(
    ("system", "links", "left_out"), [("win32", WINDOWS, NOT_ON_WINDOWS), ("darwin", MACOS, NOT_ON_MACOS)]
)
def test_what_is_needed_is_taken_and_no_more(system: str, links: dict[str, set[str]], left_out: set[str]) -> None:
    kept = {place for place, _, _ in chosen(system, links)}
    assert set(links) - kept == left_out


def test_a_framework_keeps_its_shape_and_what_is_left_out_leaves_nothing() -> None:
    def shape(name: str) -> list[tuple[str, str, str]]:
        folder = f"{FRAMEWORKS}/{name}.framework"
        return [
            (f"{folder}/{name}", f"Versions/Current/{name}", "SYMLINK"),
            (f"{folder}/Versions/Current", "A", "SYMLINK"),
            (f"{folder}/Resources", "Versions/Current/Resources", "SYMLINK"),
            (f"{folder}/Versions/A/Resources/Info.plist", "Info.plist", "DATA"),
            (name, f"{folder}/Versions/A/{name}", "SYMLINK"),
        ]

    kept = PARTS.wanted_data([*shape("QtCore"), *shape("QtQml")], chosen("darwin", MACOS), "darwin")
    assert kept == shape("QtCore")


@pytest.mark.parametrize(
    ("system", "folder"),
    [("linux", "PySide6/Qt/"), ("darwin", "PySide6/Qt/"), ("win32", "PySide6\\")],
)
def test_of_texts_only_the_two_languages_are_taken(system: str, folder: str) -> None:
    slash = "\\" if system == "win32" else "/"
    places = [f"{folder}translations{slash}qtbase_{one}.qm" for one in ("en", "ko", "de")]
    places += [f"plyer-2.1.0.dist-info{slash}{one}" for one in ("METADATA", "RECORD")]
    kept = PARTS.wanted_data([(one, one, "DATA") for one in places], (), system)
    assert [place for place, _, _ in kept] == [places[0], places[1], places[3]]
