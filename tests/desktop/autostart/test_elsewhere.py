"""What starts it on the other platforms: the parts that need none of them."""

from __future__ import annotations

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.ports import AutostartError, AutostartTrouble
from herwidget.desktop.autostart.here import autostart_here
from herwidget.desktop.autostart.macos import LaunchAgentAutostart, agent_text, passes, starts
from herwidget.desktop.autostart.start_command import PACKAGE, program_of, start_command
from herwidget.desktop.autostart.windows import is_approved, run_value
from herwidget.desktop.autostart.xdg import XdgAutostart
from herwidget.desktop.console import without_console
from tests.desktop.support import ROOT

words = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))


class TestCommand:
    def test_a_checkout_is_started_by_its_folder_from_anywhere(self, tmp_path: Path) -> None:
        command = start_command(["--journal", "/a b.db"])
        assert command == (sys.executable, str(PACKAGE), "--background", "--journal", "/a b.db")
        done = subprocess.run([*command[:2], "--version"], cwd=tmp_path, capture_output=True, text=True, check=True)
        assert done.stdout.startswith("herwidget ")
        assert PACKAGE == ROOT / "herwidget"

    def test_a_package_is_started_by_its_name_on_the_path(self, tmp_path: Path) -> None:
        program = tmp_path / "lib" / "herwidget"
        program.parent.mkdir()
        program.touch()
        (tmp_path / "herwidget").symlink_to("lib/herwidget")
        assert program_of(str(program), {}, str(tmp_path / "herwidget")) == str(tmp_path / "herwidget")
        assert program_of(str(program), {}, "/usr/bin/true") == str(program), "another Herwidget is on the path"
        assert program_of(str(program), {}, None) == str(program)

    def test_an_appimage_is_started_by_its_own_file(self) -> None:
        inside = {"APPIMAGE": "/home/mina/Herwidget.AppImage", "APPDIR": "/tmp/.mount_Herwi1"}
        assert program_of("/tmp/.mount_Herwi1/usr/lib/herwidget/herwidget", inside, None) == inside["APPIMAGE"]
        assert program_of("/usr/lib/herwidget/herwidget", inside, None) == "/usr/lib/herwidget/herwidget", (
            "started from a terminal that is an AppImage"
        )


class TestWindows:
    def test_the_value_is_a_command_line_without_a_console(self) -> None:
        assert run_value((r"C:\Program Files\Herwidget\herwidget.exe", "--background")) == (
            r'"C:\Program Files\Herwidget\herwidgetw.exe" --background'
        )

    def test_the_one_without_a_console_is_its_own(self) -> None:
        assert without_console(r"C:\Herwidget\Herwidget.EXE") == r"C:\Herwidget\herwidgetw.exe"
        assert without_console(r"C:\Herwidget\herwidgetw.exe") == r"C:\Herwidget\herwidgetw.exe"

    def test_a_python_of_its_own_has_one_too(self) -> None:
        assert run_value((r"C:\venv\Scripts\python.exe", "C:\\herwidget")) == (
            r"C:\venv\Scripts\pythonw.exe C:\herwidget"
        )

    @pytest.mark.parametrize(
        ("value", "approved"),
        [(None, True), (b"", True), (bytes([2] + 11 * [0]), True), (bytes([3] + 11 * [7]), False), (b"\x07", False)],
    )
    def test_the_task_manager_is_respected(self, value: bytes | None, approved: bool) -> None:
        assert is_approved(value) is approved


def change(autostart: LaunchAgentAutostart, on: bool) -> AutostartError | None:
    told: list[AutostartError | None] = []
    autostart.change(on, told.append)
    (trouble,) = told
    return trouble


class TestMacOS:
    @given(rest=st.lists(words, max_size=4))
    def test_the_agent_starts_the_very_command(self, rest: list[str]) -> None:
        agent = plistlib.loads(agent_text((sys.executable, *rest)).encode())
        assert agent["ProgramArguments"] == [sys.executable, *rest]
        assert (agent["RunAtLoad"], agent["ProcessType"]) == (True, "Interactive")

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"no list",
            b"<plist><dict><key>a</dict></plist>",
            plistlib.dumps([1]),
            plistlib.dumps({"RunAtLoad": True, "ProgramArguments": ["/nowhere/herwidget"]}),
            plistlib.dumps({"RunAtLoad": True, "ProgramArguments": [sys.executable], "Disabled": True}),
            plistlib.dumps({"ProgramArguments": [sys.executable]}),
            plistlib.dumps({"RunAtLoad": True, "ProgramArguments": []}),
        ],
    )
    def test_what_launchd_would_not_start_is_off(self, content: bytes) -> None:
        assert not starts(content)

    def test_on_and_off_leave_nothing_behind(self, tmp_path: Path) -> None:
        autostart = LaunchAgentAutostart((sys.executable, "--background"), tmp_path)
        assert not autostart.is_on()
        assert change(autostart, True) is None
        assert autostart.is_on()
        (file,) = (tmp_path / "Library" / "LaunchAgents").iterdir()
        assert file.name == "io.github.herwidget.Herwidget.plist"
        assert change(autostart, False) is None
        assert not autostart.is_on() and not file.exists()
        assert change(autostart, False) is None

    def test_one_that_starts_nothing_is_there_until_it_is_removed(self, tmp_path: Path) -> None:
        autostart = LaunchAgentAutostart(("/gone/herwidget", "--background"), tmp_path)
        autostart.change(True, lambda _error: None)
        assert autostart.is_there() and not autostart.is_on()
        told: list[AutostartError | None] = []
        autostart.remove(told.append)
        assert told == [None] and not autostart.is_there()

    def test_an_installed_program_stays(self) -> None:
        for folder in ("/Applications", "/Volumes/Other/Applications", "/Users/mina/Applications"):
            assert not passes(f"{folder}/Herwidget.app/Contents/MacOS/herwidget")

    @pytest.mark.parametrize(
        "program",
        [
            "/Volumes/Herwidget/Herwidget.app/Contents/MacOS/herwidget",
            "/private/var/folders/x1/T/AppTranslocation/7F3A/d/Herwidget.app/Contents/MacOS/herwidget",
        ],
    )
    def test_from_a_disk_image_nothing_is_promised(self, tmp_path: Path, program: str) -> None:
        trouble = change(LaunchAgentAutostart((program, "--background"), tmp_path), True)
        assert trouble is not None and trouble.trouble is AutostartTrouble.NOT_INSTALLED
        assert list(tmp_path.iterdir()) == []

    def test_what_cannot_be_written_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "Library").write_text("no folder")
        trouble = change(LaunchAgentAutostart((sys.executable,), tmp_path), True)
        assert trouble is not None and trouble.trouble is AutostartTrouble.NOT_WRITTEN and trouble.reason


def test_each_platform_has_its_way(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert isinstance(autostart_here((), tmp_path, ""), LaunchAgentAutostart)
    monkeypatch.setattr(sys, "platform", "freebsd14")
    assert isinstance(autostart_here((), tmp_path, ""), XdgAutostart)
