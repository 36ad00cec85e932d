"""What packages install beside the program agrees with it: manual, completions, icons, menu entry, versions."""

import itertools
import os
import re
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from configparser import ConfigParser
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage

from herwidget import APP_ID, __version__
from herwidget.desktop.autostart.xdg import entry_text, exec_value
from tools.package_files import HOME, completions
from tools.package_files.__main__ import DESKTOP, main, metainfo
from tools.package_files.command_line import Command, command_line
from tools.package_files.icons import SIZES
from tools.package_files.licences import LONG, THIRD_PARTY, bundled, copyright_file, qt_parts, short_text
from tools.package_files.manual import escaped, manual

ROOT = Path(__file__).parents[1]
DAY = "2026-11-24"
LINE = command_line("en")
EVERY = (LINE.program, *LINE.commands)
only_here = pytest.mark.skipif(sys.platform != "linux", reason="these packages are for Linux")


def help_of(*words: str) -> str:
    """What the program itself says."""
    done = subprocess.run(
        [sys.executable, "-m", "herwidget", "--lang", "en", *words, "--help"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "500"},
    )
    return done.stdout


def offered(shell_script: Path, *words: str) -> list[str]:
    """What bash offers for the last of `words`."""
    script = (
        f'source "{shell_script}"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
        '_herwidget; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", script, "bash", "herwidget", *words], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout.split()


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("share")
    assert main([str(folder), __version__, DAY]) == 0
    return folder


@pytest.fixture(scope="module")
def bash(share: Path) -> Path:
    return share / "bash-completion" / "completions" / "herwidget"


class TestCommandLine:
    def test_is_what_the_program_says(self) -> None:
        said = help_of()
        for command in LINE.commands:
            assert re.search(rf"^ +{command.name} +{re.escape(command.text)}$", said, re.MULTILINE)
        for option in LINE.program.options:
            assert all(flag in said for flag in option.flags)
            assert option.text in said

    def test_nothing_that_the_program_takes_is_left_out(self) -> None:
        for command in LINE.commands:
            # The options for all commands are taken by each, and told once.
            told = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", help_of(command.name)))
            assert {flag for option in command.options for flag in option.flags} == told

    def test_words_to_choose_from_are_real(self) -> None:
        arguments = {argument.value: argument for command in LINE.commands for argument in command.words}
        assert {"KR", "US", "all"} <= set(arguments["COUNTRY"].choices)
        assert set(arguments["TIME"].choices) == {"30m", "1h", "3h", "tomorrow", "on", "off"}
        assert arguments["FILE"].is_file

    def test_is_in_korean_too(self) -> None:
        korean = command_line("ko")
        assert [command.name for command in korean.commands] == [command.name for command in LINE.commands]
        every = (korean.program, *korean.commands)
        texts = [command.text for command in every] + [one.text for command in every for one in command.arguments]
        assert [text for text in texts if not re.search("[가-힣]", text)] == []


class TestManual:
    @pytest.mark.parametrize("language", ["en", "ko"])
    def test_tells_every_command_and_option(self, language: str) -> None:
        line = command_line(language)
        page = manual(line, language, __version__, DAY)
        assert f'"Herwidget {__version__}"' in page
        for command in line.commands:
            assert f"herwidget {escaped(command.name)}" in page
            assert escaped(command.text) in page
        for command in (line.program, *line.commands):
            for option in command.options:
                assert all(rf"\fB{escaped(flag)}\fR" in page for flag in option.flags)
                assert escaped(option.text) in page
        for example, _ in line.examples:
            assert escaped(example) in page

    def test_signs_that_mean_something_to_roff_are_shown_as_they_are(self) -> None:
        assert escaped("--json") == r"\-\-json"
        assert escaped(".vcf") == r"\&.vcf"
        assert escaped("a\\b  c") == r"a\(rsb c"

    @only_here
    @pytest.mark.skipif(shutil.which("man") is None, reason="there is no man here")
    @pytest.mark.parametrize("place", ["man/man1/herwidget.1", "man/ko/man1/herwidget.1"])
    def test_man_has_no_complaint(self, share: Path, place: str) -> None:
        environment = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "MANWIDTH": "100"}
        done = subprocess.run(
            ["man", "--warnings", "-l", share / place], capture_output=True, text=True, check=True, env=environment
        )
        assert done.stderr == ""
        assert "herwidget check-in" in done.stdout


@only_here
class TestBash:
    def test_offers_commands_and_options_of_the_program(self, bash: Path) -> None:
        assert offered(bash, "") == [command.name for command in LINE.commands]
        assert offered(bash, "p") == ["pause", "people"]
        assert set(offered(bash, "--")) == {
            flag for option in LINE.program.options for flag in option.flags if flag.startswith("--")
        }

    @pytest.mark.parametrize("command", LINE.commands, ids=lambda command: command.name)
    def test_offers_the_options_and_words_of_a_command(self, bash: Path, command: Command) -> None:
        expected = {flag for option in (*command.options, *LINE.common) for flag in option.flags}
        assert set(offered(bash, command.name, "-")) == expected
        assert set(offered(bash, "--lang", "ko", command.name, "-")) == expected
        words = {choice for word in command.words for choice in word.choices}
        if words:
            assert set(offered(bash, command.name, "")) == words

    def test_offers_what_may_follow_an_option(self, bash: Path) -> None:
        for command in EVERY:
            for option in command.options:
                if option.choices:
                    assert offered(bash, command.name or "status", option.flags[0], "") == list(option.choices)

    def test_offers_files_where_a_file_is_meant(self, bash: Path) -> None:
        assert offered(bash, "import", "LICEN") == ["LICENSE"]
        assert offered(bash, "history", "--save", "LICEN") == ["LICENSE"]
        assert offered(bash, "--journal", "LICEN") == ["LICENSE"]
        assert offered(bash, "demo", "--years", "LICEN") == []


@pytest.mark.parametrize("shell", ["zsh", "fish"])
class TestOtherShells:
    def test_know_every_command_and_option(self, shell: str) -> None:
        script = getattr(completions, shell)(LINE)
        for command in EVERY:
            assert command.name in script
            for option in command.options:
                assert all(self.as_written(shell, flag) in script for flag in option.flags)
                assert " ".join(option.choices) in script

    def as_written(self, shell: str, flag: str) -> str:
        if shell == "zsh":
            return f"{flag}["
        return f" -l {flag[2:]} " if flag.startswith("--") else f" -s {flag[1:]} "

    @only_here
    def test_can_read_it(self, shell: str, tmp_path: Path) -> None:
        if shutil.which(shell) is None:
            pytest.skip(f"{shell} is not installed")
        script = tmp_path / "script"
        script.write_text(getattr(completions, shell)(LINE), encoding="utf-8")
        subprocess.run([shell, "-n", str(script)], check=True)


@only_here
@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_fish_offers_what_the_program_takes(share: Path) -> None:
    script = share / "fish" / "vendor_completions.d" / "herwidget.fish"

    def offers(line: str) -> set[str]:
        done = subprocess.run(
            ["fish", "--no-config", "-c", f"source '{script}'; complete -C '{line}'"],
            capture_output=True,
            text=True,
            check=True,
        )
        return {row.split("\t")[0] for row in done.stdout.splitlines()}

    assert {command.name for command in LINE.commands} == offers("herwidget ")
    assert {"--page", "--range", "--year", "--save", "--journal", "--config", "--lang"} <= offers(
        "herwidget history --"
    )
    assert offers("herwidget history --page ") == {"thread", "year", "rhythm", "people"}
    assert "KR" in offers("herwidget help-lines ")


class TestDesktop:
    def test_menu_entry_icon_and_window_have_one_name(self, share: Path) -> None:
        entry = ConfigParser(interpolation=None, delimiters=("=",))
        entry.optionxform = str  # type: ignore[assignment,method-assign]
        entry.read(share / "applications" / f"{APP_ID}.desktop", encoding="utf-8")
        main_entry = entry["Desktop Entry"]
        assert main_entry["Icon"] == APP_ID
        assert main_entry["StartupWMClass"] == "herwidget"
        assert main_entry["DBusActivatable"] == "false"
        names = {command.name for command in LINE.commands}
        actions = [entry[f"Desktop Action {name}"] for name in main_entry["Actions"].strip(";").split(";")]
        for section in (main_entry, *actions):
            assert section["Name"]
            words = section["Exec"].split()
            assert words[0] == "herwidget" and set(words[1:]) <= names
        assert all("Name[ko]" in section for section in actions)
        source = (ROOT / "herwidget" / "launch.py").read_text(encoding="utf-8")
        assert "setDesktopFileName(APP_ID)" in source

    def test_metadata_names_what_is_installed(self) -> None:
        root = ElementTree.fromstring(metainfo(__version__, DAY))
        assert root.findtext("id") == root.findtext("icon") == APP_ID
        assert root.findtext("launchable") == f"{APP_ID}.desktop"
        release = root.find("releases/release")
        assert release is not None and release.attrib == {"version": __version__, "date": DAY}
        assert root.findtext("url[@type='homepage']") == HOME
        for image in root.iter("image"):
            address = str(image.text)
            assert address.startswith(f"{HOME}/raw/v{__version__}/")
            assert (ROOT / address.split(__version__)[1].lstrip("/")).is_file()
        language = "{http://www.w3.org/XML/1998/namespace}lang"
        told = [one for tag in ("summary", "p", "li", "caption") for one in root.iter(tag)]
        assert sum(language in one.attrib for one in told) * 2 == len(told)

    @only_here
    @pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed")
    def test_menu_entry_is_valid(self) -> None:
        done = subprocess.run(
            ["desktop-file-validate", DESKTOP / f"{APP_ID}.desktop"], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (0, "")

    @only_here
    @pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstream is not installed")
    def test_metadata_is_valid(self, share: Path) -> None:
        file = share / "metainfo" / f"{APP_ID}.metainfo.xml"
        done = subprocess.run(
            ["appstreamcli", "validate", "--no-net", file], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout

    def test_icon_is_there_in_every_size(self, share: Path) -> None:
        theme = share / "icons" / "hicolor"
        assert (theme / "scalable" / "apps" / f"{APP_ID}.svg").is_file()
        assert (min(SIZES), max(SIZES)) == (16, 512)
        for size in SIZES:
            picture = QImage(str(theme / f"{size}x{size}" / "apps" / f"{APP_ID}.png"))
            assert (picture.width(), picture.height()) == (size, size)
            assert picture.pixelColor(size // 2, size // 2).name() == "#dd5f3f"
            assert picture.pixelColor(0, 0).alpha() == 0


class TestLicences:
    def test_everything_that_is_brought_along_is_named(self) -> None:
        text = copyright_file()
        assert text.startswith("Herwidget")
        for package in bundled():
            if not package.name.lower().startswith(("pyside6", "shiboken6")):
                assert f"{package.name} {package.version}" in text
        for name in ("PySide6", "GNU Lesser General Public License", "Open Font License", "PyInstaller", "Python 3."):
            assert name.lower() in text.lower()


@only_here
class TestPortableInstall:
    """`install` of the archive, with a stand-in for the program."""

    @pytest.fixture
    def unpacked(self, share: Path, tmp_path: Path) -> Path:
        folder = tmp_path / "unpacked" / "herwidget-9"
        shutil.copytree(share, folder / "share")
        shutil.copy(ROOT / "packaging" / "tarball" / "install", folder)
        program = folder / "herwidget"
        program.write_text('#!/bin/sh\necho "$@" >>"$HOME/asked"\n')
        program.chmod(0o755)
        return folder

    @pytest.fixture
    def home(self, tmp_path: Path) -> Path:
        home = tmp_path / "mina"
        home.mkdir()
        return home

    def run(
        self, script: Path, home: Path, *words: str, code: int = 0, variables: Mapping[str, str] = MappingProxyType({})
    ) -> str:
        """What it said."""
        environment = {"HOME": str(home), "PATH": os.environ["PATH"], **variables}
        done = subprocess.run([script, *words], capture_output=True, text=True, check=False, env=environment)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def installed(self, home: Path) -> Path:
        return home / ".local" / "share" / "herwidget-program"

    def test_the_installed_one_does_not_install_itself_however_its_place_is_spelt(
        self, unpacked: Path, home: Path, tmp_path: Path
    ) -> None:
        self.run(unpacked / "install", home)
        other = tmp_path / "other"
        other.symlink_to(home)
        for one in (home, other):
            for same in (home, other):
                self.run(self.installed(one) / "install", same, code=1)
        assert (self.installed(home) / "herwidget").exists()

    def test_where_the_disk_is_full_an_upgrade_changes_nothing(
        self, unpacked: Path, home: Path, tmp_path: Path
    ) -> None:
        self.run(unpacked / "install", home)
        before = {path: path.lstat().st_ino for path in home.rglob("*") if not path.is_dir()}
        stand_in = tmp_path / "bin" / "cp"
        stand_in.parent.mkdir()
        stand_in.write_text('#!/bin/sh\n/bin/cp "$@"\nexit 1\n')
        stand_in.chmod(0o755)
        self.run(unpacked / "install", home, code=1, variables={"PATH": f"{stand_in.parent}:{os.environ['PATH']}"})
        assert {path: path.lstat().st_ino for path in home.rglob("*") if not path.is_dir()} == before

    def test_an_upgrade_leaves_nothing_of_the_old_one(self, unpacked: Path, home: Path) -> None:
        self.run(unpacked / "install", home)
        (self.installed(home) / "of the old one").touch()
        self.run(unpacked / "install", home)
        assert sorted(path.name for path in self.installed(home).iterdir()) == ["herwidget", "install", "share"]
        assert [path.name for path in self.installed(home).parent.glob("herwidget-program*")] == ["herwidget-program"]

    @pytest.mark.parametrize("name", ["mi na", "a&b|c", "100% mine", "back\\slash", "$HOME `x` \"y\" 'z'"])
    def test_the_menu_starts_it_in_any_home(self, unpacked: Path, tmp_path: Path, name: str) -> None:
        home = tmp_path / name
        home.mkdir()
        self.run(unpacked / "install", home)
        entry = home / ".local" / "share" / "applications" / f"{APP_ID}.desktop"
        commands = [line.removeprefix("Exec=") for line in entry.read_text().splitlines() if line.startswith("Exec=")]
        program = str(self.installed(home) / "herwidget")
        assert commands == [exec_value((program, *words)) for words in ((), ("check-in",), ("history",))]

    @pytest.mark.parametrize("way", ["link", "file", "link to nothing"])
    def test_another_command_of_this_name_is_left_as_it_is(self, unpacked: Path, home: Path, way: str) -> None:
        other = home / ".local" / "bin" / "herwidget"
        other.parent.mkdir(parents=True)
        if way == "file":
            other.write_text("another")
        else:
            other.symlink_to("/bin/true" if way == "link" else "/gone")
        said = self.run(unpacked / "install", home)
        assert said.splitlines()[-1].startswith(f"{other} is another program")
        self.run(unpacked / "install", home, "--remove")
        assert other.read_text() == "another" if way == "file" else other.is_symlink()

    def test_its_own_command_goes_also_where_nothing_is_left_of_the_program(self, unpacked: Path, home: Path) -> None:
        self.run(unpacked / "install", home)
        assert (home / ".local" / "bin" / "herwidget").resolve() == self.installed(home) / "herwidget"
        shutil.rmtree(self.installed(home))
        self.run(unpacked / "install", home, "--remove")
        assert [path for path in home.rglob("*") if not path.is_dir()] == []

    def test_removal_asks_the_running_one_to_end_and_stops_its_start(
        self, unpacked: Path, home: Path, tmp_path: Path
    ) -> None:
        home = home.rename(tmp_path / "back\\slash")
        other = tmp_path / "other"
        other.symlink_to(home)
        self.run(unpacked / "install", home)
        started = home / ".config" / "autostart" / f"{APP_ID}.desktop"
        started.parent.mkdir(parents=True)
        started.write_text(entry_text(("/usr/bin/env", "--background")))
        self.run(unpacked / "install", home)
        assert not (home / "asked").exists(), "an upgrade leaves the running one alone"
        self.run(self.installed(other) / "install", other, "--remove")
        assert started.exists(), "it starts another program"
        self.run(unpacked / "install", home)
        started.write_text(entry_text((str(home / ".local" / "bin" / "herwidget"), "--background")))
        self.run(self.installed(other) / "install", other, "--remove")
        assert not started.exists()
        assert (home / "asked").read_text() == "quit\nquit\n"

    def test_tells_where_the_command_is_while_it_is_not_on_the_path(self, unpacked: Path, home: Path) -> None:
        folder = home / ".local" / "bin"
        assert self.run(unpacked / "install", home).splitlines()[-1].startswith(f"{folder} is not on your PATH")
        path = f"{folder}:{os.environ['PATH']}"
        assert "PATH" not in self.run(unpacked / "install", home, variables={"PATH": path})

    @pytest.mark.parametrize("variable", ["LC_ALL", "LC_MESSAGES", "LANG"])
    def test_speaks_korean_where_the_system_does(self, unpacked: Path, home: Path, variable: str) -> None:
        def korean(*words: str, code: int = 0) -> list[bool]:
            said = self.run(unpacked / "install", home, *words, code=code, variables={variable: "ko_KR.UTF-8"})
            return [bool(re.search("[가-힣]", line)) for line in said.splitlines()]

        assert korean() == [True, True]
        assert korean("--remove") == [True]
        assert korean("--help", code=2) == [True]
        assert not re.search(
            "[가-힣]", self.run(unpacked / "install", home, variables={"LANG": "ko_KR.UTF-8", "LC_ALL": "C.UTF-8"})
        )

    def test_puts_the_papers_where_they_are_looked_for(self, unpacked: Path, home: Path) -> None:
        self.run(unpacked / "install", home)
        share = home / ".local" / "share"
        for place in (
            "man/man1/herwidget.1",
            "man/ko/man1/herwidget.1",
            "bash-completion/completions/herwidget",
            "fish/vendor_completions.d/herwidget.fish",
            f"applications/{APP_ID}.desktop",
            f"icons/hicolor/scalable/apps/{APP_ID}.svg",
        ):
            assert (share / place).is_file(), place


class TestPartsOfQt:
    def test_are_those_of_this_version(self) -> None:
        table = tomllib.loads((THIRD_PARTY / "qt.toml").read_text(encoding="utf-8"))
        assert qVersion().startswith(f"{table['qt']}."), "compare packaging/third-party/qt.toml with the new version"

    @pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
    def test_have_a_licence_whose_text_is_brought_along(self, system: str) -> None:
        parts = qt_parts(system)
        assert {"QtCore", "QtGui", "QtDBus", "QtNetwork", "QtSvg"} <= {part.within for part in parts}
        for part in parts:
            assert part.copyright
            for licence in part.licences:
                # "GPL-2.0-only" is one text with "GPL-2.0-or-later".
                assert short_text(licence) or licence.removesuffix("-only").removesuffix("-or-later") in LONG, licence

    def test_every_text_is_of_a_part(self) -> None:
        used = {
            f"{one}.txt"
            for system in ("linux", "win32", "darwin")
            for part in qt_parts(system)
            for one in part.licences
        }
        assert {path.name for path in (THIRD_PARTY / "texts").iterdir()} <= used

    @pytest.mark.parametrize("licence", sorted(LONG))
    def test_long_texts_lie_where_the_file_says(self, licence: str) -> None:
        name = licence.removesuffix(".0") if "GPL" in licence else licence
        assert (ROOT / "packaging" / "licences" / name).is_file()
        assert name in copyright_file().splitlines()[-1]

    def test_are_named_with_who_made_them_in_what_packages_install(self) -> None:
        text = copyright_file()
        for part in qt_parts():
            assert f"{part.name} ({part.within}): {part.licence}" in text
            assert all(line in text for line in part.copyright)
            assert all(one in text for one in map(short_text, part.licences) if one)
        assert [part.name for part in qt_parts("win32") if part not in qt_parts("linux")]

    @only_here
    def test_the_rpm_names_all_their_licences(self) -> None:
        spec = (ROOT / "packaging" / "rpm" / "herwidget.spec").read_text(encoding="utf-8")
        (told,) = re.findall(r"^License:\s*(.*)$", spec, re.MULTILINE)
        assert told.count("(") == told.count(")")
        named = set(re.findall(r"[\w.-]+", told))
        assert {licence for part in qt_parts("linux") for licence in part.licences} <= named
        assert "GPL-2.0-or-later WITH Bootloader-exception" in told


class TestArchivesReadme:
    TEXT = (ROOT / "packaging" / "tarball" / "README").read_text(encoding="utf-8")

    def test_both_languages_give_the_same_commands_and_packages(self) -> None:
        english, korean = self.TEXT.split("한국어:")

        def what_is_typed(text: str) -> list[str]:
            lines = [line for line in text.splitlines() if line.startswith("    ")]
            return [line.split("  " * 3)[0] if line.startswith("    ./") else line for line in lines]

        assert what_is_typed(english) == what_is_typed(korean)

    @only_here
    def test_names_no_library_that_is_brought_along(self) -> None:
        script = (ROOT / "packaging" / "portable-libraries").read_text(encoding="utf-8")
        brought = re.findall(r"\blibxcb-([a-z-]+)\.so", script)
        assert len(brought) == 6
        assert [name for name in brought if re.search(rf"xcb-(?:util-)?{name}", self.TEXT)] == []

    def test_names_the_package_of_each_library_that_the_desktop_has_to_have(self) -> None:
        for library in ("xkbcommon-x11", "egl", "gl1", "fontconfig", "wayland-client", "wayland-cursor"):
            assert self.TEXT.count(f"lib{library}") >= 2, library


class TestHome:
    @only_here
    def test_is_the_same_for_what_is_built_without_python(self) -> None:
        told = subprocess.run([ROOT / "packaging" / "home"], capture_output=True, text=True, check=True)
        assert told.stdout.strip() == HOME


class TestVersion:
    @only_here
    def test_packages_have_the_programs(self) -> None:
        told = subprocess.run([ROOT / "packaging" / "version"], capture_output=True, text=True, check=True)
        assert told.stdout.strip() == __version__

    def sorted(self, version: str) -> str:
        environment = {**os.environ, "HERWIDGET_VERSION": version}
        command = (ROOT / "packaging" / "version", "--sorted")
        return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout.strip()

    @only_here
    def test_one_that_is_released_is_left_as_it_is(self) -> None:
        assert [self.sorted(version) for version in ("0.2.0", "1.10.2", "0.1.0+next")] == [
            "0.2.0",
            "1.10.2",
            "0.1.0+next",
        ]

    @only_here
    @pytest.mark.skipif(shutil.which("dpkg") is None, reason="there is no dpkg here")
    def test_one_that_is_tried_first_comes_before_the_release(self) -> None:
        versions = ["0.1.9", "0.2.0.dev1", "0.2.0a1", "0.2.0b2", "0.2.0rc1", "0.2.0rc2", "0.2.0", "0.2.0+next"]
        for earlier, later in itertools.pairwise(f"{self.sorted(version)}-1" for version in versions):
            subprocess.run(["dpkg", "--compare-versions", earlier, "lt", later], check=True)

    @only_here
    @pytest.mark.skipif(shutil.which("rpm") is None, reason="there is no rpm here")
    def test_rpm_sorts_them_alike(self) -> None:
        versions = [self.sorted(version) for version in ("0.2.0.dev1", "0.2.0a1", "0.2.0rc1", "0.2.0", "0.2.0+next")]
        for earlier, later in itertools.pairwise(versions):
            compare = f'%{{lua: print(rpm.vercmp("{earlier}", "{later}"))}}'
            told = subprocess.run(["rpm", "--eval", compare], capture_output=True, text=True, check=True)
            assert told.stdout.strip() == "-1", (earlier, later)

    @only_here
    def test_both_packages_have_the_sorted_one(self) -> None:
        for build in ("debian", "rpm"):
            assert "$(packaging/version --sorted)" in (ROOT / "packaging" / build / "build").read_text(encoding="utf-8")


@only_here
def test_programs_that_the_frozen_one_starts_on_windows_do_not_look_into_its_folder(tmp_path: Path) -> None:
    (tmp_path / "herwidget").mkdir()
    (tmp_path / "herwidget" / "__init__.py").touch()
    (tmp_path / "herwidget" / "cli.py").write_text("import os\ndef main():\n    print(os.environ['PATH'])\n")
    (tmp_path / "sitecustomize.py").write_text(
        "import ctypes, os, sys\n"
        "from types import SimpleNamespace\n"
        "kernel32 = SimpleNamespace(SetDllDirectoryW=lambda folder: print('searched by others:', folder))\n"
        "ctypes.windll = SimpleNamespace(kernel32=kernel32)\n"
        "os.add_dll_directory = lambda folder: print('searched by it:', folder)\n"
        "sys.platform, sys._MEIPASS = 'win32', '/frozen'\n"
    )
    start = ROOT / "packaging" / "frozen" / "start.py"
    environment = {"PATH": os.pathsep.join(("/frozen", "/of the person")), "PYTHONPATH": str(tmp_path)}
    told = subprocess.run([sys.executable, start], capture_output=True, text=True, check=True, env=environment)
    assert told.stdout == "searched by it: /frozen\nsearched by others: None\n/of the person\n"


@only_here
def test_programs_that_the_frozen_one_starts_find_the_systems_libraries(tmp_path: Path) -> None:
    (tmp_path / "herwidget").mkdir()
    (tmp_path / "herwidget" / "__init__.py").touch()
    (tmp_path / "herwidget" / "cli.py").write_text("import os\ndef main():\n    print(dict(os.environ))\n")
    (tmp_path / "pyimod02_importers.py").write_text("class Archive: pass\npyz_archive = Archive()\n")
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(tmp_path),
        "LD_LIBRARY_PATH": "/frozen",
        "LD_LIBRARY_PATH_ORIG": "/before",
        "QT_PLUGIN_PATH": "/frozen",
    }
    start = ROOT / "packaging" / "frozen" / "start.py"
    told = subprocess.run(
        [sys.executable, start], capture_output=True, text=True, check=True, env=environment, cwd=tmp_path
    )
    assert "'LD_LIBRARY_PATH': '/before'" in told.stdout
    assert "frozen" not in told.stdout.replace(str(tmp_path), "")
