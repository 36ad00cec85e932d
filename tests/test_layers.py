"""The layers and what they may know: import contracts, no way to the internet, no heavy passengers."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "herwidget"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Every way to the internet that the standard library, Qt or an installed package opens.
WAYS_OUT = {
    *("asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socketserver", "ssl", "telnetlib", "xmlrpc"),
    *("urllib.request", "urllib3", "requests", "aiohttp", "httpx", "webbrowser"),
    *("PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtHttpServer", "PySide6.QtBluetooth"),
}
LOCAL_ONLY = {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}
# The session bus is a socket too; this module may open one of the local kind.
BUS_CONNECTION = PACKAGE / "desktop" / "notifications" / "bus_connection.py"


def imported_by(path: Path) -> Iterator[str]:
    """Everything a module imports, inside functions too; what comes from a module as "module.name"."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_of(name: str, modules: set[str]) -> bool:
    """Whether an imported name is one of these modules or lies inside one."""
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def python(code: str, *arguments: str, **environment: str) -> str:
    """What Python code prints in a process of its own."""
    variables = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env={**variables, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_import_contracts_are_kept() -> None:
    pytest.importorskip("importlinter")
    python("import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))")


def test_desktop_layer_draws_nothing() -> None:
    drawing = {"PySide6.QtWidgets", "PySide6.QtGui", "PySide6.QtSvg"}
    for path in sorted((PACKAGE / "desktop").rglob("*.py")):
        assert [name for name in imported_by(path) if is_of(name, drawing)] == [], path.name


def test_no_module_knows_a_way_to_the_internet() -> None:
    for path in MODULES:
        names = list(imported_by(path))
        assert [name for name in names if is_of(name, WAYS_OUT)] == [], path.name
        assert {name for name in names if is_of(name, {"PySide6.QtNetwork"})} <= LOCAL_ONLY, path.name
        if path != BUS_CONNECTION:
            assert [name for name in names if is_of(name, {"socket", "_socket"})] == [], path.name


def test_session_bus_is_reached_by_a_local_socket_only() -> None:
    tree = ast.parse(BUS_CONNECTION.read_text(encoding="utf-8"))
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "socket"
    }
    assert used == {"socket", "AF_UNIX"}
    assert [name for name in imported_by(BUS_CONNECTION) if is_of(name, {"socket"})] == ["socket"]


def test_core_needs_nothing_but_the_standard_library() -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((PACKAGE / "core").rglob("*.py"))
    ]
    assert len(modules) > 5
    code = (
        "import importlib, sys\n"
        "before = set(sys.modules)\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(*{name.partition('.')[0] for name in set(sys.modules) - before})\n"
    )
    foreign = set(python(code, *modules).split()) - set(sys.stdlib_module_names)
    # How Python was built stands in a module whose name has the platform in it.
    assert {name for name in foreign if not name.startswith("_sysconfigdata")} == {"herwidget"}


HEAVY = ("numpy", "pandas")
# A whole start of the program on a screen that is not there, and all that it has read in by then.
START = """
import sys
from PySide6.QtCore import QTimer
from herwidget.app import App
begin = App.begin
def begin_and_leave(self, **options):
    begin(self, **options)
    QTimer.singleShot(0, self, self.quit)
App.begin = begin_and_leave
from herwidget.cli import main
code = main(["--background"])
print(*sys.modules)
sys.exit(code)
"""


@pytest.fixture
def home_with_heavy_packages(tmp_path: Path) -> dict[str, str]:
    """A computer on which numpy and pandas are installed; to import them is to fail."""
    for name in HEAVY:
        (tmp_path / "packages" / name).mkdir(parents=True)
        (tmp_path / "packages" / name / "__init__.py").write_text("raise SystemExit(f'{__name__} was imported')\n")
    (tmp_path / "run").mkdir(mode=0o700)
    folders = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
    return {
        **folders,
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "PYTHONPATH": str(tmp_path / "packages"),
        "QT_QPA_PLATFORM": "offscreen",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
    }


def test_heavy_packages_stay_outside_the_running_program(home_with_heavy_packages: dict[str, str]) -> None:
    loaded = python(START, **home_with_heavy_packages).split()
    assert {"herwidget.journal.journal", "sqlite_utils", "apscheduler", "herwidget.ui.card"} <= set(loaded)
    assert [name for name in loaded if is_of(name, set(HEAVY))] == []


def test_heavy_packages_can_still_be_imported_by_others(home_with_heavy_packages: dict[str, str]) -> None:
    code = "import sys, herwidget.journal; sys.exit('numpy' in sys.modules or 'pandas' in sys.modules)"
    python(code, **home_with_heavy_packages)


def test_qt_leaves_none_as_it_found_it() -> None:
    """PySide6 6.12.0 under Python 3.11 loses one reference with each call that returns nothing, until Python ends."""
    code = (
        "import sys\n"
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "before = sys.getrefcount(None)\n"
        "for _ in range(1000): thing.setObjectName('x')\n"
        "print(before - sys.getrefcount(None))\n"
    )
    assert int(python(code)) < 100
