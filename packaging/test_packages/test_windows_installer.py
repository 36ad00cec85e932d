"""The installer for Windows, made by the real Inno Setup and run under Wine, with a stand-in for the program.

Runs where ISCC names Inno Setup's compiler, ISCC.exe, and Wine (of 32 bits too), MinGW and xvfb-run are installed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from herwidget import __version__
from tests.session.processes import wait_for

ROOT = Path(__file__).resolve().parents[2]
COMPILER = os.environ.get("ISCC", "")
TOOLS = ("wine", "xvfb-run", "x86_64-w64-mingw32-gcc")
pytestmark = pytest.mark.skipif(
    not COMPILER or not all(map(shutil.which, TOOLS)), reason="needs ISCC in the environment, Wine, MinGW and xvfb-run"
)

RUN = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
ENVIRONMENT = r"HKCU\Environment"
QUIET = ("/VERYSILENT", "/SUPPRESSMSGBOXES")
FOLDER = "AppData/Local/Programs/Herwidget"
MENU_ENTRY = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Herwidget.lnk"
JOURNAL = "AppData/Local/herwidget/journal.db"
# Waits until everything that was started has ended, and the registry is written.
_WAITING = '"$@"; code=$?; wineserver -w; exit $code'


class Wine:
    """A Windows of its own."""

    def __init__(self, prefix: Path) -> None:
        self.disk = prefix / "drive_c"
        self._environment = {
            **os.environ,
            "WINEPREFIX": str(prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
        }
        self.run("wineboot", "-i")
        self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
        (self.home,) = (path for path in (self.disk / "users").iterdir() if path.name != "Public")

    def run(self, *words: str | Path, cwd: Path | None = None, waiting: bool = True) -> tuple[int, str]:
        """The exit code and the output of a Windows program."""
        script = _WAITING if waiting else '"$@"'
        done = subprocess.run(
            ["xvfb-run", "-a", "sh", "-c", script, "sh", "wine", *words],
            capture_output=True,
            text=True,
            errors="replace",
            env=self._environment,
            cwd=cwd,
            check=False,
            timeout=120,
        )
        return done.returncode, done.stdout + done.stderr

    @contextmanager
    def running(self, program: Path) -> Iterator[None]:
        """A program that runs, whatever it is told, as long as `stubborn` lies on the disk."""
        (self.disk / "stubborn").touch()
        process = subprocess.Popen(["xvfb-run", "-a", "wine", program, "--background"], env=self._environment)
        try:
            wait_for(lambda: self.calls() == [f"{program.name} --background"], 30, "the program to run")
            yield
        finally:
            (self.disk / "stubborn").unlink()
            process.wait()

    def registered(self, key: str, name: str) -> str | None:
        """A value of the registry."""
        code, told = self.run("reg", "query", key, "/v", name)
        found = re.search(rf"^ +{name} +REG_\w+ +(.*?)\s*$", told, re.MULTILINE)
        return found[1] if code == 0 and found else None

    def calls(self) -> list[str]:
        """How the stand-in was called since this was last asked."""
        file = self.disk / "calls"
        lines = file.read_text().splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return lines


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    made = Wine(tmp_path_factory.mktemp("wine") / "prefix")
    yield made
    subprocess.run(["wineserver", "-k"], env=made._environment, check=False)


@pytest.fixture(scope="module")
def installer(wine: Wine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    tree = tmp_path_factory.mktemp("tree")
    packages = tree / "build" / "packages"
    program = packages / "frozen" / "herwidget"
    (program / "_internal").mkdir(parents=True)
    (program / "_internal" / "library.dll").touch()
    stand_in = Path(__file__).with_name("stand_in.c")
    subprocess.run(["x86_64-w64-mingw32-gcc", "-o", program / "herwidget.exe", stand_in], check=True)
    shutil.copy(program / "herwidget.exe", program / "herwidgetw.exe")
    (packages / "windows").mkdir()
    files = [sys.executable, "-m", "tools.package_files.windows", str(packages / "windows"), __version__]
    subprocess.run(files, check=True, cwd=ROOT)
    shutil.copytree(ROOT / "packaging" / "licences", packages / "windows" / "licences")
    script = tree / "packaging" / "windows" / "herwidget.iss"
    script.parent.mkdir(parents=True)
    shutil.copy(ROOT / "packaging" / "windows" / "herwidget.iss", script)
    definitions = (f"-DVersion={__version__}", "-DName=setup")
    code, told = wine.run(COMPILER, "-Q", *definitions, "packaging/windows/herwidget.iss", cwd=tree)
    assert code == 0, told
    assert "Warning" not in told
    return packages / "setup.exe"


def test_it_is_installed_upgraded_and_removed_and_the_journal_stays(wine: Wine, installer: Path) -> None:
    folder, journal, own = wine.home / FOLDER, wine.home / JOURNAL, r"C:\tools;%USERPROFILE%\bin"
    wine.run("reg", "add", ENVIRONMENT, "/v", "Path", "/t", "REG_EXPAND_SZ", "/d", own, "/f")

    assert wine.run(installer, *QUIET, "/TASKS=startup,terminal")[0] == 0
    installed = f"C:\\users\\{wine.home.name}\\{FOLDER}".replace("/", "\\")
    assert {"herwidget.exe", "herwidgetw.exe", "_internal", "licences", "COPYRIGHT.txt"} <= {
        path.name for path in folder.iterdir()
    }
    assert wine.registered(RUN, "Herwidget") == f'"{installed}\\herwidgetw.exe" --background'
    assert wine.registered(ENVIRONMENT, "Path") == f"{own};{installed}"
    assert (wine.home / MENU_ENTRY).exists()
    assert wine.calls() == []

    # Later: it runs, an answer is kept, and the start with the computer was switched off in its settings.
    wine.run("reg", "delete", RUN, "/v", "Herwidget", "/f")
    journal.parent.mkdir(parents=True)
    journal.write_text("an answer")
    (folder / "_internal" / "older.dll").touch()
    (wine.disk / "running").touch()
    assert wine.run(installer, *QUIET)[0] == 0
    assert wine.calls() == ["herwidget.exe status --json", "herwidget.exe quit", "herwidgetw.exe --background"]
    assert [path.name for path in (folder / "_internal").iterdir()] == ["library.dll"]
    assert wine.registered(RUN, "Herwidget") is None
    assert wine.registered(ENVIRONMENT, "Path") == f"{own};{installed}"

    # It does not end: nothing is changed, and nothing removed.
    (folder / "_internal" / "kept.dll").touch()
    with wine.running(folder / "herwidgetw.exe"):
        assert wine.run(installer, *QUIET, waiting=False)[0] != 0
        assert wine.calls() == ["herwidget.exe status --json", "herwidget.exe quit"]
        wine.run(folder / "unins000.exe", *QUIET, waiting=False)
        assert wine.calls() == ["herwidget.exe quit"]
    assert (folder / "_internal" / "kept.dll").exists() and (wine.home / MENU_ENTRY).exists()

    # An installation that was cut short leaves a program that cannot start: it is mended by the next one.
    (folder / "herwidget.exe").write_text("half a program")
    assert wine.run(installer, *QUIET, "/MERGETASKS=!terminal")[0] == 0
    assert wine.run(folder / "herwidget.exe", "--version")[0] == 0
    assert wine.calls() == ["herwidget.exe --version"]
    assert wine.registered(ENVIRONMENT, "Path") == own, "who does not want the command any more is rid of it"
    assert wine.run(installer, *QUIET, "/MERGETASKS=terminal")[0] == 0
    assert wine.registered(ENVIRONMENT, "Path") == f"{own};{installed}"
    wine.calls()

    wine.run("reg", "add", RUN, "/v", "Herwidget", "/d", "as the settings wrote it", "/f")
    assert wine.run(folder / "unins000.exe", *QUIET)[0] == 0
    assert wine.calls() == ["herwidget.exe quit"]
    assert wine.registered(RUN, "Herwidget") is None
    assert wine.registered(ENVIRONMENT, "Path") == own
    assert not (wine.home / MENU_ENTRY).exists() and not (folder / "herwidget.exe").exists()
    assert journal.read_text() == "an answer"
