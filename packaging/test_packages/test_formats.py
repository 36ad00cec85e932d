"""Every package holds the same program of the same version, and each does what its kind must."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from pathlib import Path

import pytest

from herwidget import APP_ID, __version__
from herwidget.desktop.autostart.xdg import entry_text
from tools.package_files import HOME
from tools.package_files.licences import qt_parts

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "packages"
PROGRAM = "usr/lib/herwidget/herwidget"
NEEDED = (
    "libxcb-cursor",
    "libxkbcommon-x11",
    "libegl",
    "libdbus-1",
    "libwayland-client",
    "libsqlite3",
)
"""What every system that has a package manager is asked for, without the version of the name."""
MOST_PACKED, MOST_INSTALLED = 45_000_000, 140_000_000


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
    package = the_one(f"herwidget_{__version__}-1_*.deb")
    depends = output("dpkg-deb", "-f", package, "Depends")
    assert [name for name in NEEDED if name not in depends] == []
    assert output("dpkg-deb", "-f", package, "Homepage") == f"{HOME}\n"
    assert "python" not in depends and "gtk" not in depends and "qt" not in depends.lower()


def test_the_rpm_names_what_it_needs_and_nothing_of_its_own() -> None:
    package = the_one(f"herwidget-{__version__}-1.*.rpm")
    version = output(ROOT / "packaging" / "version", "--sorted").strip()
    assert output("rpm", "-qp", "--queryformat", "%{version}", package) == version
    requires = output("rpm", "-qp", "--requires", package)
    assert [name for name in NEEDED if f"{name}.so." not in requires.lower()] == []
    for ours in ("libQt6", "libicu", "libpyside", "libpython", "libgtk"):
        assert ours not in requires
    assert "hicolor-icon-theme" in requires
    assert {"glib2", "libXScrnSaver", "xdg-utils"} <= set(output("rpm", "-qp", "--recommends", package).split())
    assert "gnome-shell-extension-appindicator" in output("rpm", "-qp", "--suggests", package)
    assert output("rpm", "-qp", "--queryformat", "%{url}", package) == HOME
    assert "/usr/share/licenses/herwidget/copyright" in output("rpm", "-qpL", package).splitlines()
    files = output("rpm", "-qpl", package).splitlines()
    assert f"/{PROGRAM}" in files and "/usr/bin/herwidget" in files
    assert [path for path in files if not path.startswith("/usr/")] == []


def test_is_not_larger_than_it_may_be() -> None:
    package = the_one(f"herwidget_{__version__}-1_*.deb")
    assert package.stat().st_size <= MOST_PACKED
    assert int(output("dpkg-deb", "-f", package, "Installed-Size")) * 1024 <= MOST_INSTALLED
    assert int(output("rpm", "-qp", "--queryformat", "%{size}", the_one(f"herwidget-{__version__}-1.*.rpm"))) <= (
        MOST_INSTALLED
    )


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


def assert_brings_its_small_libraries(program: Path, notices: Path) -> None:
    """Those that no package manager adds: each is there, found by the plugin for X11, and its makers are named."""
    libraries = program.parent / "_internal" / "PySide6" / "Qt" / "lib"
    names = output(ROOT / "packaging" / "portable-libraries", "--list").split()
    assert len(names) == 6
    plugin = libraries.parent / "plugins" / "platforms" / "libqxcb.so"
    told = output("env", "--unset=LD_LIBRARY_PATH", "ldd", plugin)
    found = dict(re.findall(r"^\s*(\S+) => (.+) \(0x", told, re.MULTILINE))
    assert {name: Path(found[name]).resolve() for name in names} == {
        name: (libraries / name).resolve() for name in names
    }
    text = notices.read_text(encoding="utf-8")
    makers = [re.search(rf"^{re.escape(name)}, as Debian has it$.*?^Copyright: ", text, re.M | re.S) for name in names]
    assert all(makers)


def test_needs_no_newer_glibc_than_the_readme_says() -> None:
    files = [path for path in (OUT / "frozen" / "herwidget").rglob("*") if path.is_file() and not path.is_symlink()]
    needed = {
        (int(major), int(minor))
        for path in files
        if path.read_bytes()[:4] == b"\x7fELF"
        for major, minor in re.findall(r"GLIBC_(\d+)\.(\d+)", output("objdump", "-p", path))
    }
    newest = "glibc {}.{}".format(*max(needed))
    for readme in ("README.md", "README.ko.md", "packaging/tarball/README"):
        assert newest in (ROOT / readme).read_text(encoding="utf-8"), f"{readme} does not say {newest}"


def test_every_library_of_qt_is_looked_through_for_parts_of_others() -> None:
    frozen = OUT / "frozen" / "herwidget" / "_internal" / "PySide6" / "Qt" / "lib"
    libraries = {path.name.split(".")[0].removeprefix("libQt6") for path in frozen.glob("libQt6*")}
    of_others = {part.within.removeprefix("Qt") for part in qt_parts()}
    # QtWidgets has none.
    assert libraries - {"Widgets"} <= of_others


def test_the_portable_one_brings_its_small_libraries(unpacked: Path) -> None:
    assert_brings_its_small_libraries(unpacked / "herwidget", unpacked / "COPYRIGHT")


def test_the_portable_one_goes_into_the_menu_and_out_again_and_leaves_the_journal(
    unpacked: Path, tmp_path: Path
) -> None:
    home = tmp_path / "a home"
    home.mkdir()
    person = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), "") | {"HOME": str(home)}
    output(unpacked / "install", **person)
    output("desktop-file-validate", home / ".local" / "share" / "applications" / f"{APP_ID}.desktop")
    share = home / ".local" / "share"
    placed = {str(path.relative_to(share)) for path in share.rglob("*") if path.is_file()}
    assert {
        f"applications/{APP_ID}.desktop",
        "bash-completion/completions/herwidget",
        "fish/vendor_completions.d/herwidget.fish",
        "man/man1/herwidget.1",
        "man/ko/man1/herwidget.1",
        f"icons/hicolor/48x48/apps/{APP_ID}.png",
        f"icons/hicolor/scalable/apps/{APP_ID}.svg",
    } <= placed
    program = home / ".local" / "bin" / "herwidget"
    output(program, "pause", "2h", **person)
    journal = home / ".local" / "share" / "herwidget" / "journal.db"
    before = journal.read_bytes()
    started = home / ".config" / "autostart" / f"{APP_ID}.desktop"
    started.parent.mkdir(parents=True)
    started.write_text(entry_text((str(program), "--background")), encoding="utf-8")
    output(unpacked / "install", **person)
    assert started.exists(), "an upgrade goes on starting it"
    output(share / "herwidget-program" / "install", "--remove", **person)
    assert journal.read_bytes() == before
    left = {path for path in home.rglob("*") if not path.is_dir() and path.parent != journal.parent}
    assert {path for path in left if "state" not in path.parts} == set()


def test_the_appdir_is_as_appimages_are(tmp_path: Path) -> None:
    folder = unpack_appimage(tmp_path)
    assert_brings_its_small_libraries(folder / PROGRAM, folder / "usr/share/doc/herwidget/copyright")
    assert (folder / f"{APP_ID}.desktop").resolve().is_file()
    assert (folder / ".DirIcon").resolve().is_file()
    assert output(folder / "AppRun", "--version", HOME=str(tmp_path)) == f"herwidget {__version__}\n"
