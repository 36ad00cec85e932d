"""What the import contracts cannot say: no widgets in `desktop`, nothing that could reach a network."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "herwidget"
NETWORK = ("socket", "http", "urllib.request", "urllib3", "requests", "ssl", "ftplib", "smtplib", "asyncio")
# Its one address family is AF_UNIX: the session bus. tests/session/test_network.py watches every socket there is.
BUS = PACKAGE / "desktop" / "bus_connection.py"


def imports(path: Path) -> Iterator[str]:
    """The full names a module imports, e.g. "PySide6.QtNetwork.QLocalServer"."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def of_package(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def test_no_module_can_reach_a_network() -> None:
    found = {
        (path.relative_to(PACKAGE).as_posix(), name)
        for path in PACKAGE.rglob("*.py")
        for name in imports(path)
        if any(of_package(name, package) for package in NETWORK) and path != BUS
    }
    assert found == set()
    assert [name for name in imports(BUS) if of_package(name, "socket")] == ["socket"]
    assert "AF_INET" not in BUS.read_text(encoding="utf-8")


def test_of_qt_network_only_local_sockets_are_used() -> None:
    names = {name for path in PACKAGE.rglob("*.py") for name in imports(path) if of_package(name, "PySide6.QtNetwork")}
    assert names == {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}


def test_desktop_and_journal_have_no_widgets() -> None:
    for layer, forbidden in (("desktop", ("PySide6.QtWidgets", "PySide6.QtGui")), ("journal", ("PySide6",))):
        for path in (PACKAGE / layer).rglob("*.py"):
            assert [name for name in imports(path) if any(of_package(name, one) for one in forbidden)] == [], path.name
