"""The frozen program has what the running program imports, and little else."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.programs import welcome
from tests.session.desktop import DesktopSession
from tests.session.processes import wait_for

ROOT = Path(__file__).resolve().parents[2]
FROZEN = ROOT / "build" / "packages" / "frozen" / "herwidget"
INSIDE = FROZEN / "_internal"
PACKAGING_PYTHON = ROOT / ".venv-packaging" / "bin" / "python"

# Python's own start, which the frozen one begins in its own way; and what lies in Shiboken's library itself.
OF_ANOTHER_START = re.compile(
    r"^(?:site|sitecustomize|usercustomize|_distutils_hack|_sitebuiltins|_frozen_importlib_external|__future__|shibokensupport(?:\..*)?)$"
)
# Named when they are looked for, whether they are found or not; who looks for them does without.
LOOKED_FOR = {
    *("_winapi", "msvcrt", "nt", "winreg", "org", "org.python", "org.python.core"),  # other platforms
    *("_bz2", "_hashlib", "_lzma", "_ssl", "bz2", "dbus", "lzma", "ssl"),
}
NOT_TAKEN = ("numpy", "pandas", "tkinter", "pip", "setuptools", "unittest", "ssl", "_ssl")
_LIST_BUNDLED = """
import sys, zipfile
from PyInstaller.archive.readers import CArchiveReader
archive = CArchiveReader(sys.argv[1])
print(*archive.open_embedded_archive("PYZ.pyz").toc, *archive.toc, sep="\\n")
"""


def bundled_modules() -> set[str]:
    told = subprocess.run(
        [PACKAGING_PYTHON, "-c", _LIST_BUNDLED, FROZEN / "herwidget"], capture_output=True, text=True, check=True
    )
    modules = set(told.stdout.split()) | set(sys.builtin_module_names) | {"zipimport", "__main__"}
    for path in INSIDE.rglob("*.so*"):
        relative = path.relative_to(INSIDE)
        parts = relative.parts[2:] if relative.parts[0].startswith("python3") else relative.parts
        modules.add(".".join((*parts[:-1], parts[-1].split(".")[0])))
    library = subprocess.run(
        [PACKAGING_PYTHON, "-m", "zipfile", "-l", INSIDE / "base_library.zip"],
        capture_output=True,
        text=True,
        check=True,
    )
    for name in re.findall(r"^(\S+)\.pyc", library.stdout, re.MULTILINE):
        modules.add(name.replace("/", ".").removesuffix(".__init__"))
    return modules


def imported(text: str) -> set[str]:
    """The modules that -X importtime named."""
    names = re.findall(r"^import time:\s+\d+ \|\s+\d+ \| +(\S+)$", text, re.MULTILINE)
    return {name for name in names if not OF_ANOTHER_START.match(name)} - LOOKED_FOR


@pytest.fixture(scope="module")
def session() -> Iterator[DesktopSession]:
    with DesktopSession() as made:
        welcome(made)
        yield made


@pytest.fixture(scope="module", autouse=True)
def _frozen() -> None:
    assert FROZEN.is_dir(), "nothing was frozen: run `make packages`"


def use(session: DesktopSession, *program: str) -> tuple[str, str]:
    """Start it, open the window at every page and a card, and end it; what it wrote to standard error, and its maps."""
    running = session.start([*program, "--background"])
    session.wait_for_tray_item(running.pid)
    for page in ("thread", "year", "rhythm", "people"):
        session.start([*program, "history", "--page", page]).wait_exit()
        wait_for(lambda: session.windows(window_class="herwidget"), what="the window")
    session.start([*program, "check-in"]).wait_exit()
    wait_for(lambda: len(session.windows(window_class="herwidget")) > 1, what="the card")
    maps = Path(f"/proc/{running.pid}/maps").read_text()
    running.terminate()
    assert running.wait_exit() == 0
    return running.stderr_text(), maps


def test_every_module_that_the_program_imports_is_bundled(session: DesktopSession, tmp_path: Path) -> None:
    python = (sys.executable, "-X", "importtime")
    text, _ = use(session, *python, "-m", "herwidget")
    book = tmp_path / "book.vcf"
    book.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mina\r\nEMAIL:mina@example.org\r\nEND:VCARD\r\n")
    mine, made_up = (("--journal", str(tmp_path / name)) for name in ("journal.db", "demo.db"))
    for words in (
        (*mine, "doctor"),
        (*mine, "status", "--json"),
        (*mine, "people"),
        (*mine, "import", str(book), "--all"),
        (*mine, "help-lines", "KR"),
        (*mine, "pause", "2h"),
        ("demo", "--write", made_up[1]),
        *((*made_up, "history", "--save", str(tmp_path / f"chart.{kind}")) for kind in ("png", "svg", "pdf")),
        *((*made_up, "export", str(tmp_path / f"told.{kind}")) for kind in ("csv", "json")),
    ):
        process = session.start([*python, "-m", "herwidget", *words])
        assert process.wait_exit() == 0, process.stderr_text()
        text += process.stderr_text()
    for code in (
        "from herwidget.desktop.notifications.plyer_notifier import _plyer_notify as f; f()",
        "from herwidget.desktop.notifications.dbus_notifier import DBusNotifier as D; D().notify('', '', '', print)",
    ):
        process = session.start([*python, "-W", "ignore", "-c", code])
        process.wait_exit()
        text += process.stderr_text()
    names = imported(text)
    assert {"herwidget.ui.window", "herwidget.ui.card", "sqlite_utils", "vobject", "jeepney"} <= names
    assert "plyer.platforms.linux.notification" in names
    assert sorted(names - bundled_modules()) == []


def test_every_module_of_the_package_is_bundled() -> None:
    files = (ROOT / "herwidget").rglob("*.py")
    names = {".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for file in files}
    assert sorted(names - bundled_modules() - {"herwidget.__main__"}) == []


def test_what_is_not_used_is_not_bundled() -> None:
    modules = bundled_modules()
    assert [name for name in NOT_TAKEN if name in modules] == []
    qt = {path.name.split(".")[0] for path in INSIDE.rglob("libQt6*.so*")}
    assert qt == {
        *("libQt6Core", "libQt6DBus", "libQt6Gui", "libQt6Network", "libQt6Svg", "libQt6Widgets"),
        *("libQt6WaylandClient", "libQt6XcbQpa"),
    }
    translations = {path.name for path in INSIDE.rglob("*.qm")}
    assert translations == {"qtbase_en.qm", "qtbase_ko.qm", "herwidget_ko.qm"}
    plugins = {path.parent.name for path in (INSIDE / "PySide6" / "Qt" / "plugins").rglob("*.so")}
    assert plugins == {
        *("iconengines", "imageformats", "platforminputcontexts", "platforms", "platformthemes"),
        *("wayland-decoration-client", "wayland-shell-integration"),
    }


def test_every_resource_is_bundled() -> None:
    resources = ROOT / "resources"
    here = {path.relative_to(resources) for path in resources.rglob("*") if path.is_file() and path.suffix != ".ts"}
    taken = INSIDE / "herwidget" / "resources"
    assert {path.relative_to(taken) for path in taken.rglob("*") if path.is_file()} == here


def test_the_frozen_program_runs_and_loads_its_own_libraries(session: DesktopSession) -> None:
    said, maps = use(session, str(FROZEN / "herwidget"))
    assert said == ""
    ours = re.compile(r"libQt6|libpyside|libshiboken|libicu|libpython|\.abi3\.so")
    loaded = {line.split()[-1] for line in maps.splitlines() if ours.search(line)}
    assert loaded
    assert [path for path in loaded if not path.startswith(str(FROZEN))] == []
