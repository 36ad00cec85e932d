"""The autostart file of Linux: read by GLib itself, checked by desktop-file-validate, and kept from harm."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.ports import AutostartError, AutostartTrouble
from herwidget.desktop.autostart.here import keep_starting
from herwidget.desktop.autostart.xdg import (
    FILE_NAME,
    XdgAutostart,
    configuration_folders,
    entry_text,
    exec_value,
    starts,
    switched_off,
    switched_on,
)
from tests.desktop.support import Helper, need_programs

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have ways of their own")

PROGRAM = "/bin/sh"
COMMAND = (PROGRAM, "--background")
GONE = ("/nowhere/herwidget", "--background")
BY_HAND = f"""# mine
[Desktop Entry]
Type=Application
Name=My Herwidget
Exec=sh -c "sleep 5; herwidget"
X-GNOME-Autostart-Delay=10
X-GNOME-Autostart-enabled=false

[Desktop Action other]
Name=Other
Exec=other
Hidden=true
TryExec={GONE[0]}
"""

# All that may stand in a path or an option. A text of a key file holds no NUL, and Linux' paths none either.
words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)


@pytest.fixture(scope="module")
def glib() -> Iterator[Callable[[str], list[str] | None]]:
    """What a desktop would start that reads a file."""
    python, reader = "/usr/bin/python3", Path(__file__).with_name("glib_reader.py")
    need_programs(python)
    if subprocess.run([python, "-c", "from gi.repository import Gio"], capture_output=True, check=False).returncode:
        assert not os.environ.get("CI"), "python3-gi is not installed"
        pytest.skip("python3-gi is not installed")
    with Helper([python, reader]) as helper:

        def read(text: str) -> list[str] | None:
            helper.say(json.dumps(text))
            answer: list[str] | None = json.loads(helper.line())
            return answer

        yield read


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    return [tmp_path / "own", tmp_path / "system", tmp_path / "system too"]


@pytest.fixture
def autostart(folders: list[Path]) -> XdgAutostart:
    return XdgAutostart(COMMAND, folders)


def file_in(folder: Path) -> Path:
    return folder / "autostart" / FILE_NAME


def put(folder: Path, text: str) -> Path:
    file = file_in(folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def change(autostart: XdgAutostart, on: bool) -> AutostartError | None:
    """Change it and give what stood in the way; it is told exactly once, at once."""
    told: list[AutostartError | None] = []
    autostart.change(on, told.append)
    (trouble,) = told
    return trouble


class TestTheFile:
    @given(rest=st.lists(words, max_size=4))
    def test_a_desktop_starts_the_very_command(self, glib: Callable[[str], list[str] | None], rest: list[str]) -> None:
        assert glib(entry_text((PROGRAM, *rest))) == [PROGRAM, *rest]

    def test_a_plain_command_looks_plain(self) -> None:
        assert exec_value(("/usr/bin/herwidget", "--background")) == "/usr/bin/herwidget --background"

    @given(name=words.filter(lambda text: "/" not in text and text not in ("", ".", "..")))
    def test_a_folder_of_any_name_is_found(self, glib: Callable[[str], list[str] | None], name: str) -> None:
        """TryExec is no command line: it has escapes, and no quotes."""
        with tempfile.TemporaryDirectory() as folder:
            program = Path(folder) / name / "herwidget"
            program.parent.mkdir()
            assert not starts(entry_text((str(program), "--background")))
            program.symlink_to(PROGRAM)
            text = entry_text((str(program), "--background"))
            assert starts(text)
            assert (glib(text) or [])[-2:] == [str(program), "--background"]

    def test_a_path_with_everything_in_it_starts(self, glib: Callable[[str], list[str] | None], tmp_path: Path) -> None:
        program = tmp_path / '내 문서 \'n "stuff" & 100% $HOME `x` \\ #1;' / "herwidget"
        program.parent.mkdir()
        program.symlink_to(PROGRAM)
        text = entry_text((str(program), "--background"))
        assert starts(text)
        assert glib(text) == ["env", str(program), "--background"], "for the percent sign in it"

    @pytest.mark.parametrize("command", [COMMAND, ("/a b/100%", "$x", "'", "--journal", "/내 일기.db")])
    @pytest.mark.parametrize("hidden", [False, True])
    def test_it_is_valid(self, tmp_path: Path, command: tuple[str, ...], hidden: bool) -> None:
        need_programs("desktop-file-validate")
        file = tmp_path / FILE_NAME
        text = entry_text(command)
        file.write_text(switched_off(text, text) if hidden else text, encoding="utf-8")
        done = subprocess.run(["desktop-file-validate", file], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, "")

    @given(text=st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"])))
    def test_whatever_stood_there_it_can_be_switched_on_and_off(self, text: str) -> None:
        fresh = entry_text(COMMAND)
        on = switched_on(text, fresh)
        assert starts(on)
        off = switched_off(on, fresh)
        assert not starts(off)
        assert starts(switched_on(off, fresh))
        assert all(line.strip() in on for line in text.split("\n") if line.startswith("#"))


class TestReading:
    def test_it_is_off_where_there_is_nothing(self, autostart: XdgAutostart) -> None:
        assert not autostart.is_on()

    @pytest.mark.parametrize(
        ("words", "on"),
        [
            ("Exec=herwidget", True),
            ("Exec=herwidget\nHidden=false", True),
            ("Exec=herwidget\nHidden=true", False),
            ("Exec=herwidget\nX-GNOME-Autostart-enabled=false", False),
            ("Exec=herwidget\nX-GNOME-Autostart-enabled = true", True),
            (f"Exec=herwidget\nTryExec={GONE[0]}", False),
            ("Exec=herwidget\nTryExec=sh", True),
            ("Exec=herwidget\n[Other]\nHidden=true", True),
            ("# Hidden=true\nExec=herwidget", True),
        ],
    )
    def test_what_others_wrote_is_understood(
        self, autostart: XdgAutostart, folders: list[Path], words: str, on: bool
    ) -> None:
        put(folders[0], f"[Desktop Entry]\nType=Application\nName=Herwidget\n{words}\n")
        assert autostart.is_on() is on

    def test_a_change_made_elsewhere_shows_at_once(self, autostart: XdgAutostart, folders: list[Path]) -> None:
        assert change(autostart, True) is None
        assert autostart.is_on()
        file_in(folders[0]).unlink()
        assert not autostart.is_on()

    def test_the_persons_own_file_wins_over_the_systems(self, autostart: XdgAutostart, folders: list[Path]) -> None:
        put(folders[2], entry_text(GONE))
        assert not autostart.is_on()
        put(folders[1], entry_text(COMMAND))
        assert autostart.is_on(), "the first of the system's folders counts"
        put(folders[0], "[Desktop Entry]\nHidden=true\n")
        assert not autostart.is_on()

    def test_the_folders_are_those_of_the_specification(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        for name in ("XDG_CONFIG_HOME", "XDG_CONFIG_DIRS"):
            monkeypatch.delenv(name, raising=False)
        assert configuration_folders() == [tmp_path / ".config", Path("/etc/xdg")]
        monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
        monkeypatch.setenv("XDG_CONFIG_DIRS", f"/a:b:{tmp_path}")
        assert configuration_folders() == [tmp_path / ".config", Path("/a"), tmp_path]
        monkeypatch.setenv("XDG_CONFIG_HOME", "/mine")
        assert configuration_folders()[0] == Path("/mine")


class TestChanging:
    def test_on_and_off_leave_nothing_behind(self, autostart: XdgAutostart, folders: list[Path]) -> None:
        assert change(autostart, True) is None
        assert file_in(folders[0]).read_text(encoding="utf-8") == entry_text(COMMAND)
        assert change(autostart, False) is None
        assert list(file_in(folders[0]).parent.iterdir()) == []
        assert change(autostart, False) is None, "it is off already"

    def test_a_file_of_another_place_is_renewed_and_can_be_removed(
        self, autostart: XdgAutostart, folders: list[Path]
    ) -> None:
        file = put(folders[0], entry_text(GONE))
        assert not autostart.is_on()
        assert change(autostart, True) is None
        assert file.read_text(encoding="utf-8") == entry_text(COMMAND)
        put(folders[0], entry_text(("/bin/ls", "--background")))
        assert change(autostart, False) is None
        assert not file.exists()

    def test_the_systems_file_is_overridden_and_taken_up_again(
        self, autostart: XdgAutostart, folders: list[Path]
    ) -> None:
        of_system = put(folders[1], entry_text(COMMAND))
        assert change(autostart, False) is None
        assert not autostart.is_on()
        assert "Hidden=true" in file_in(folders[0]).read_text(encoding="utf-8")
        assert change(autostart, True) is None
        assert autostart.is_on()
        assert of_system.read_text(encoding="utf-8") == entry_text(COMMAND)

    def test_what_somebody_wrote_into_it_stays(
        self, autostart: XdgAutostart, folders: list[Path], glib: Callable[[str], list[str] | None]
    ) -> None:
        file = put(folders[0], BY_HAND)
        assert not autostart.is_on()
        assert change(autostart, True) is None
        assert autostart.is_on()
        text = file.read_text(encoding="utf-8")
        kept = [line for line in BY_HAND.splitlines() if not line.startswith(("Exec=sh", "X-GNOME-Autostart-en"))]
        assert [line for line in text.splitlines() if line in kept] == kept
        assert glib(text) == list(COMMAND)
        assert change(autostart, False) is None
        assert not autostart.is_on()
        text = file.read_text(encoding="utf-8")
        assert "X-GNOME-Autostart-Delay=10" in text and "# mine" in text

    def test_a_file_that_is_no_entry_is_kept_as_a_comment(self, autostart: XdgAutostart, folders: list[Path]) -> None:
        file = put(folders[0], "remember the milk\n")
        assert change(autostart, True) is None
        assert file.read_text(encoding="utf-8") == entry_text(COMMAND) + "# remember the milk\n"

    def test_a_link_stays_a_link(self, autostart: XdgAutostart, folders: list[Path], tmp_path: Path) -> None:
        kept = tmp_path / "dotfiles"
        kept.write_text(BY_HAND, encoding="utf-8")
        file = file_in(folders[0])
        file.parent.mkdir(parents=True)
        file.symlink_to(kept)
        assert change(autostart, True) is None
        assert file.is_symlink()
        assert f"Exec={PROGRAM} --background" in kept.read_text(encoding="utf-8")

    @pytest.mark.parametrize("on", [True, False])
    def test_what_cannot_be_written_is_told_and_left_as_it_was(
        self, autostart: XdgAutostart, folders: list[Path], on: bool
    ) -> None:
        file = file_in(folders[0])
        if on:
            folders[0].write_text("no folder")
        else:
            file.mkdir(parents=True)
        trouble = change(autostart, on)
        assert trouble is not None
        assert (trouble.trouble, trouble.path) == (AutostartTrouble.NOT_WRITTEN, str(file))
        assert trouble.reason
        assert folders[0].is_file() if on else file.is_dir()


class TestAfterAnUpgrade:
    """An AppImage of a newer version has another name."""

    def test_the_new_file_is_started_in_place_of_the_one_that_is_gone(
        self, autostart: XdgAutostart, folders: list[Path]
    ) -> None:
        file = put(folders[0], entry_text(GONE))
        keep_starting(autostart)
        assert file.read_text(encoding="utf-8") == entry_text(COMMAND)
        assert autostart.is_on()

    def test_a_place_with_everything_in_it_is_understood(self, autostart: XdgAutostart, folders: list[Path]) -> None:
        file = put(folders[0], entry_text(('/gone/내 "문서" 100% \\ $x/herwidget', *GONE[1:])))
        keep_starting(autostart)
        assert file.read_text(encoding="utf-8") == entry_text(COMMAND)

    @pytest.mark.parametrize(
        "text",
        [
            entry_text(("/bin/true", "--background")),
            entry_text((*GONE, "--journal", "/another.db")),
            entry_text(GONE) + "X-GNOME-Autostart-Delay=10\n",
            entry_text(GONE).replace("enabled=true", "enabled=false"),
            switched_off(entry_text(GONE), entry_text(GONE)),
            BY_HAND,
            "",
        ],
        ids=["another that is there", "other options", "own words", "GNOME's off", "hidden", "by hand", "empty"],
    )
    def test_everything_else_is_left_as_it_is(self, autostart: XdgAutostart, folders: list[Path], text: str) -> None:
        file = put(folders[0], text)
        keep_starting(autostart)
        assert file.read_text(encoding="utf-8") == text

    def test_none_is_written_where_there_was_none(self, autostart: XdgAutostart, folders: list[Path]) -> None:
        put(folders[1], entry_text(GONE))
        keep_starting(autostart)
        assert not file_in(folders[0]).exists()

    def test_what_cannot_be_written_is_no_trouble(self, autostart: XdgAutostart, folders: list[Path]) -> None:
        file_in(folders[0]).mkdir(parents=True)
        keep_starting(autostart)
        assert file_in(folders[0]).is_dir()
