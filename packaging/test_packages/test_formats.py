"""Every package holds the same program of the same version, and each does what its kind must."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

import pytest

from herwidget import APP_ID, __version__
from herwidget.desktop.autostart.xdg import entry_text

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "packages"
PROGRAM = "usr/lib/herwidget/herwidget"


def the_one(pattern: str) -> Path:
    found = [path for path in OUT.glob(pattern) if "+next" not in path.name]
    assert len(found) == 1, f"{pattern} in {OUT}: {[path.name for path in found]}; run `make packages`"
    return found[0]


def output(*command: str | Path, **variables: str) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8", **variables}
    )
    assert done.returncode == 0, f"{command}: {done.stdout[-3000:]}{done.stderr[-3000:]}"
    return done.stdout


def unpack_appimage(folder: Path) -> Path:
    """The AppDir, out of the AppImage itself where one was made, with the runtime's own means."""
    images = [path for path in OUT.glob(f"Herwidget-{__version__}-*.AppImage") if os.environ.get("APPIMAGE_RUNTIME")]
    if images:
        output("sh", "-c", f"cd '{folder}' && '{images[0]}' --appimage-extract >/dev/null")
        assert output(images[0], "--appimage-extract-and-run", "--version", HOME=str(folder)).endswith(
            f"{__version__}\n"
        )
        return folder / "squashfs-root"
    output("tar", "-C", folder, "-xf", the_one(f"Herwidget-{__version__}-*.AppDir.tar.xz"))
    return folder / "Herwidget.AppDir"


def test_the_debian_package_has_no_errors_and_no_warnings() -> None:
    output("lintian", "--allow-root", "--fail-on", "error,warning", the_one(f"herwidget_{__version__}-1_*.deb"))


def test_the_debian_package_names_what_it_needs() -> None:
    depends = output("dpkg-deb", "-f", the_one(f"herwidget_{__version__}-1_*.deb"), "Depends")
    for name in (
        "libxcb-cursor0",
        "libxkbcommon-x11-0",
        "libegl1",
        "libdbus-1-3",
        "libwayland-client0",
        "libsqlite3-0",
    ):
        assert name in depends
    assert "python" not in depends and "gtk" not in depends and "qt" not in depends.lower()


def test_the_rpm_names_what_it_needs_and_nothing_of_its_own() -> None:
    package = the_one(f"herwidget-{__version__}-1.*.rpm")
    assert output("rpm", "-qp", "--queryformat", "%{version}", package) == __version__
    requires = output("rpm", "-qp", "--requires", package)
    assert "libxcb-cursor.so.0" in requires
    for ours in ("libQt6", "libicu", "libpyside", "libpython", "libgtk"):
        assert ours not in requires
    files = output("rpm", "-qpl", package).splitlines()
    assert f"/{PROGRAM}" in files and "/usr/bin/herwidget" in files
    assert [path for path in files if not path.startswith("/usr/")] == []


def test_all_hold_the_same_program(tmp_path: Path) -> None:
    folders = {name: tmp_path / name for name in ("deb", "rpm", "tarball", "appimage")}
    for folder in folders.values():
        folder.mkdir()
    output("dpkg-deb", "-x", the_one(f"herwidget_{__version__}-1_*.deb"), folders["deb"])
    rpm = the_one(f"herwidget-{__version__}-1.*.rpm")
    output("sh", "-c", f"cd {folders['rpm']} && rpm2cpio {rpm} | cpio -id --quiet")
    output("tar", "-C", folders["tarball"], "-xf", the_one(f"herwidget-{__version__}-linux-*.tar.xz"))
    appdir = unpack_appimage(folders["appimage"])
    programs = {
        "deb": folders["deb"] / PROGRAM,
        "rpm": folders["rpm"] / PROGRAM,
        "tarball": next(folders["tarball"].glob("*/herwidget")),
        "appimage": appdir / PROGRAM,
    }
    sums = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in programs.items()}
    assert len(set(sums.values())) == 1, sums
    for path in programs.values():
        assert output(path, "--version", HOME=str(tmp_path)) == f"herwidget {__version__}\n"


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    output("tar", "-C", tmp_path, "-xf", the_one(f"herwidget-{__version__}-linux-*.tar.xz"))
    return next(tmp_path.glob("herwidget-*"))


def test_the_portable_one_goes_into_the_menu_and_out_again_and_leaves_the_journal(
    unpacked: Path, tmp_path: Path
) -> None:
    home = tmp_path / "a home"
    home.mkdir()
    person = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), "") | {"HOME": str(home)}
    output(unpacked / "install", **person)
    entry = home / ".local" / "share" / "applications" / f"{APP_ID}.desktop"
    output("desktop-file-validate", entry)
    program = home / ".local" / "bin" / "herwidget"
    output(program, "pause", "2h", **person)
    journal = home / ".local" / "share" / "herwidget" / "journal.db"
    before = journal.read_bytes()
    started = home / ".config" / "autostart" / f"{APP_ID}.desktop"
    started.parent.mkdir(parents=True)
    started.write_text(entry_text((str(program), "--background")), encoding="utf-8")
    output(unpacked / "install", **person)
    assert started.exists(), "an upgrade goes on starting it"
    output(home / ".local" / "share" / "herwidget-program" / "install", "--remove", **person)
    assert journal.read_bytes() == before
    left = {path for path in home.rglob("*") if not path.is_dir() and path.parent != journal.parent}
    assert {path for path in left if "state" not in path.parts} == set()


def test_the_appdir_is_as_appimages_are(tmp_path: Path) -> None:
    folder = unpack_appimage(tmp_path)
    assert (folder / f"{APP_ID}.desktop").resolve().is_file()
    assert (folder / ".DirIcon").resolve().is_file()
    assert output(folder / "AppRun", "--version", HOME=str(tmp_path)) == f"herwidget {__version__}\n"
