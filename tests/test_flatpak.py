"""The Flatpak's manifest: its permissions, its sources, and what is kept of Qt."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from herwidget import APP_ID
from tools.flatpak_sources import MACHINES, NOT_TAKEN
from tools.package_files.licences import copyright_file

ROOT = Path(__file__).parents[1]
FLATPAK = ROOT / "packaging" / "flatpak"
MANIFEST_FILE = FLATPAK / f"{APP_ID}.yaml"
PERMISSIONS = {
    "--share=ipc",
    "--socket=wayland",
    "--socket=fallback-x11",
    "--talk-name=org.freedesktop.Notifications",
    "--talk-name=org.kde.StatusNotifierWatcher",
}


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    text = MANIFEST_FILE.read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def wheels() -> list[dict[str, Any]]:
    return list(json.loads((FLATPAK / "wheels.json").read_text(encoding="utf-8")))


def locked() -> dict[str, set[str]]:
    """The checksums of each package of the lock, by name and version as in a wheel's file name."""
    lock = (ROOT / "requirements" / "run.lock").read_text(encoding="utf-8")
    packages = re.findall(r"^([a-z0-9-]+)==(\S+)((?:.*\\\n)+.*)$", lock, re.MULTILINE)
    return {
        f"{name.replace('-', '_')}-{version}": set(re.findall(r"sha256:(\w{64})", hashes))
        for name, version, hashes in packages
        if name not in NOT_TAKEN
    }


def test_it_may_do_what_it_needs_and_nothing_else(manifest: dict[str, Any]) -> None:
    assert set(manifest["finish-args"]) == PERMISSIONS


def test_it_has_the_programs_name(manifest: dict[str, Any]) -> None:
    assert (manifest["id"], manifest["command"]) == (APP_ID, "herwidget")
    assert APP_ID in (FLATPAK / "install").read_text(encoding="utf-8")


def test_everything_from_elsewhere_has_a_checksum(manifest: dict[str, Any]) -> None:
    from_elsewhere = [
        source
        for module in manifest["modules"]
        for source in module["sources"]
        if isinstance(source, dict) and source["type"] not in ("dir", "file")
    ] + wheels()
    assert from_elsewhere
    for source in from_elsewhere:
        assert source["url"].startswith("https://")
        assert re.fullmatch(r"[0-9a-f]{64}", source["sha256"])


def test_everything_from_here_is_there(manifest: dict[str, Any]) -> None:
    named = [
        source["path"]
        for module in manifest["modules"]
        for source in module["sources"]
        if isinstance(source, dict) and source["type"] in ("dir", "file")
    ]
    assert "../../herwidget" in named
    assert [path for path in named if not (FLATPAK / path).exists()] == []


def test_wheels_are_those_of_the_lock() -> None:
    """When this fails: python -m tools.flatpak_sources >packaging/flatpak/wheels.json"""
    lock = locked()
    for machine in MACHINES:
        chosen = {
            "-".join(source["url"].rpartition("/")[2].split("-")[:2]): source["sha256"]
            for source in wheels()
            if machine in source.get("only-arches", (machine,))
        }
        assert chosen.keys() == lock.keys()
        for name, checksum in chosen.items():
            assert checksum in lock[name]


def test_modules_of_qt_that_are_kept_are_those_that_are_used() -> None:
    source = (FLATPAK / "keep_used.py").read_text(encoding="utf-8")
    kept = ast.literal_eval(re.findall(r"^MODULES = (.+)$", source, re.MULTILINE)[0])
    files = [*(ROOT / "herwidget").rglob("*.py"), *(ROOT / "tools" / "package_files").glob("*.py")]
    used = {name for file in files for name in re.findall(r"PySide6\.(Qt\w+)", file.read_text(encoding="utf-8"))}
    assert kept == used


@pytest.mark.skipif(sys.platform != "linux", reason="the wheels of other systems are laid out otherwise")
def test_of_qt_only_what_is_used_is_kept(tmp_path: Path) -> None:
    import PySide6

    folder = Path(PySide6.__file__).parents[1]
    for name in ("PySide6", "shiboken6"):
        shutil.copytree(folder / name, tmp_path / name, copy_function=os.link)
    subprocess.run([sys.executable, FLATPAK / "keep_used.py", tmp_path], check=True)
    left = {path.name for path in tmp_path.glob("PySide6/**/*") if path.is_file()}
    assert {"libQt6Core.so.6", "libqxcb.so", "libqwayland.so", "QtWidgets.abi3.so", "qtbase_ko.qm"} <= left
    assert not [name for name in left if re.search(r"Qml|Quick|OpenGL|Designer|qtbase_de|\.pyi$", name)]
    done = subprocess.run(
        [sys.executable, "-c", "from PySide6.QtWidgets import QApplication as A; A([]); print(A.platformName())"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout == "offscreen\n"


def test_licences_say_nothing_of_what_is_not_in_it() -> None:
    text = copyright_file(frozen=False)
    assert "PyInstaller" not in text and "/usr/share/common-licenses" not in text
    assert "GNU Lesser General Public License" in text
    for name in ("GPL-3", "LGPL-3"):
        assert "Free Software Foundation" in (ROOT / "packaging" / "licences" / name).read_text(encoding="utf-8")
