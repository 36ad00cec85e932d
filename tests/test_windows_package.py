"""The installer for Windows: its names agree with the program's, its manifests with winget's schema 1.10."""

import ast
import re
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from PySide6.QtGui import QImage

from herwidget import APP_ID, __version__
from herwidget.desktop.autostart import windows as autostart
from tools.package_files import icons
from tools.package_files.licences import LONG
from tools.package_files.version_resource import numbers, version_resource
from tools.package_files.windows import main as write_files
from tools.package_files.winget import TEMPLATES, manifests

ROOT = Path(__file__).parents[1]
WINDOWS = ROOT / "packaging" / "windows"
INSTALLER = f"herwidget-{__version__}-windows-x86_64-setup.exe"
SCRIPT = (WINDOWS / "herwidget.iss").read_text(encoding="utf-8-sig")


def section(name: str) -> list[str]:
    """The lines of a section of the installer's script, without comments."""
    found = re.search(rf"^\[{name}\]\n(.*?)(?=^\[|\Z)", SCRIPT, re.MULTILINE | re.DOTALL)
    assert found is not None
    return [line for line in found[1].splitlines() if line and not line.startswith((";", "#"))]


SETUP = dict(line.split("=", 1) for line in section("Setup"))


class TestInstaller:
    def test_is_for_one_person_and_asks_for_no_password(self) -> None:
        assert SETUP["PrivilegesRequired"] == "lowest"
        assert SETUP["DefaultDirName"] == r"{localappdata}\Programs\Herwidget"
        assert "HKLM" not in SCRIPT and "HKCR" not in SCRIPT

    def test_has_the_programs_id_everywhere(self) -> None:
        assert f'#define Id "{APP_ID}"' in SCRIPT
        assert SETUP["AppId"] == "{#Id}"
        assert section("Icons") and all('AppUserModelID: "{#Id}"' in line for line in section("Icons"))
        source = (ROOT / "herwidget" / "launch.py").read_text(encoding="utf-8")
        assert "be_known_as(APP_ID)" in source

    def test_starts_with_the_computer_as_the_program_itself_would(self) -> None:
        (line,) = section("Registry")
        assert f'Subkey: "{autostart._RUN}"; ValueType: string; ValueName: "{autostart._NAME}"' in line
        value = re.search(r'ValueData: "(.*?)"; Tasks: startup$', line)
        assert value is not None
        folder = r"C:\Users\Mina Kim\AppData\Local\Programs\Herwidget"
        written = value[1].replace('""', '"').replace("{app}", folder)
        assert written == autostart.run_value((rf"{folder}\herwidget.exe", "--background"))
        assert f"'{autostart._RUN}'" in SCRIPT and f"'{autostart._APPROVED}'" in SCRIPT

    def test_an_upgrade_does_not_ask_again_and_ends_the_program_first(self) -> None:
        (startup,) = (line for line in section("Tasks") if '"startup"' in line)
        assert "unchecked" in startup and "IsFirstInstall" in startup
        body = r"begin.*?^end;"
        for name in ("PrepareToInstall", "InitializeUninstall"):
            (code,) = re.findall(rf"^function {name}.*?{body}", SCRIPT, re.DOTALL | re.MULTILINE)
            assert "HasEnded" in code and "StillRunning" in code
        (ended,) = re.findall(rf"^function HasEnded.*?{body}", SCRIPT, re.DOTALL | re.MULTILINE)
        assert "'quit'" in ended

    def test_the_journal_is_not_touched(self) -> None:
        removed = [line for line in SCRIPT.splitlines() if line.startswith("Type: ")]
        assert removed == [r'Type: filesandordirs; Name: "{app}\_internal"; Check: not IsFirstInstall']
        assert "[UninstallDelete]" not in SCRIPT

    def test_speaks_both_languages(self) -> None:
        for name in ("Messages", "CustomMessages"):
            told = {language: {} for language in ("en", "ko")}  # type: dict[str, dict[str, str]]
            for line in section(name):
                key, text = line.split("=", 1)
                language, key = key.split(".")
                told[language][key] = text
            assert told["en"].keys() == told["ko"].keys()
            for key, text in told["ko"].items():
                assert re.search("[가-힣]", text), key
                assert not re.search(r"%1[가-힣]", text), "a particle may be wrong after a name"

    def test_every_message_that_is_asked_for_is_there(self) -> None:
        asked = set(re.findall(r"\{cm:(\w+)[,}]|CustomMessage\('(\w+)'\)", SCRIPT))
        own = {line.split("=")[0].split(".")[1] for line in section("CustomMessages")}
        assert {one or other for one, other in asked} - own == {"LaunchProgram", "CreateDesktopIcon"}

    def test_takes_its_names_from_the_script_that_makes_it(self) -> None:
        build = (WINDOWS / "build").read_text(encoding="utf-8")
        assert "name=herwidget-$version-windows-x86_64-setup\n" in build
        assert set(re.findall(r"-D(\w+)=", build)) == set(re.findall(r"\{#(\w+)\}", SCRIPT)) - {"Id", "Made"}

    def test_what_it_is_made_with_is_there(self, tmp_path: Path) -> None:
        assert write_files([str(tmp_path), __version__]) == 0
        named = set(re.findall(r"\\windows\\([\w.]+)", SCRIPT)) - {"licences"}
        assert {path.name for path in tmp_path.iterdir()} == named
        assert (tmp_path / "numbers.iss").read_text() == f"VersionInfoVersion={__version__}.0\n"
        papers = (tmp_path / "COPYRIGHT.txt").read_text(encoding="utf-8-sig")
        assert "GNU Lesser General Public License" in papers and "folder licences" in papers
        licences = {path.name for path in (ROOT / "packaging" / "licences").iterdir()}
        assert licences == {name.removesuffix(".0") if "GPL" in name else name for name in LONG}


class TestIcon:
    def test_holds_the_sizes_that_windows_asks_for(self) -> None:
        content = icons.ico()
        reserved, kind, count = struct.unpack_from("<HHH", content)
        assert (reserved, kind) == (0, 1)
        sides = set()
        for index in range(count):
            side, *_, length, place = struct.unpack_from("<BBBBHHII", content, 6 + 16 * index)
            picture = QImage.fromData(content[place : place + length])
            assert picture.width() == picture.height() == (side or 256)
            assert picture.pixelColor(picture.width() // 2, picture.width() // 2).name() == "#dd5f3f"
            assert picture.pixelColor(0, 0).alpha() == 0
            sides.add(side or 256)
        assert place + length == len(content)
        assert {16, 24, 32, 48, 256} <= sides


class TestVersion:
    @pytest.mark.parametrize(
        ("version", "counted"),
        [("0.1.0", (0, 1, 0, 0)), ("2.10.3+next", (2, 10, 3, 0)), ("1.2rc1", (1, 2, 0, 0)), ("7", (7, 0, 0, 0))],
    )
    def test_as_windows_counts(self, version: str, counted: tuple[int, ...]) -> None:
        assert numbers(version) == counted

    def test_without_numbers_is_none(self) -> None:
        with pytest.raises(ValueError, match="is no version"):
            numbers("next")

    def test_of_a_file_is_that_of_the_program(self) -> None:
        made = ast.parse(version_resource(__version__, "herwidgetw.exe", "Herwidget"), mode="eval")
        calls = [node for node in ast.walk(made) if isinstance(node, ast.Call)]
        told = dict(
            tuple(ast.literal_eval(argument) for argument in call.args)
            for call in calls
            if ast.unparse(call.func) == "StringStruct"
        )
        assert told["ProductName"] == told["FileDescription"] == "Herwidget"
        assert told["FileVersion"] == told["ProductVersion"] == __version__
        assert told["OriginalFilename"] == "herwidgetw.exe"
        (fixed,) = (call for call in calls if ast.unparse(call.func) == "FixedFileInfo")
        assert {ast.literal_eval(keyword.value) for keyword in fixed.keywords} == {numbers(__version__)}


@pytest.fixture(scope="module")
def filled() -> dict[str, dict[str, Any]]:
    texts = manifests(__version__, INSTALLER, "ab" * 32, "2026-11-24")
    assert "@" not in "".join(texts.values())
    return {name: dict(yaml.safe_load(text)) for name, text in texts.items()}


class TestWinget:
    def test_is_one_package_of_one_version(self, filled: dict[str, dict[str, Any]]) -> None:
        assert len(filled) == len(list(TEMPLATES.iterdir())) == 4
        for name, manifest in filled.items():
            assert name.startswith(manifest["PackageIdentifier"])
            assert re.fullmatch(r"[^.\s]{1,32}(\.[^.\s]{1,32}){1,7}", manifest["PackageIdentifier"])
            assert manifest["PackageVersion"] == __version__
            assert manifest["ManifestVersion"] == "1.10.0"

    def test_each_manifest_has_what_its_kind_must_have(self, filled: dict[str, dict[str, Any]]) -> None:
        must = {
            "version": {"DefaultLocale"},
            "installer": {"Installers"},
            "defaultLocale": {"PackageLocale", "Publisher", "PackageName", "License", "ShortDescription"},
            "locale": {"PackageLocale"},
        }
        assert {manifest["ManifestType"] for manifest in filled.values()} == must.keys()
        for manifest in filled.values():
            assert must[manifest["ManifestType"]] <= manifest.keys()
            assert len(manifest.get("Tags", [])) <= 16 and len(manifest.get("ShortDescription", "…")) <= 256

    def test_its_installer_is_the_one_that_is_made(self, filled: dict[str, dict[str, Any]]) -> None:
        manifest = filled["Herwidget.Herwidget.installer.yaml"]
        assert manifest["ProductCode"] == f"{APP_ID}_is1", "as Inno Setup names it"
        assert manifest["InstallerType"] == "inno" and manifest["Scope"] == "user"
        assert manifest["MinimumOSVersion"] == f"{SETUP['MinVersion']}.0"
        assert manifest["ReleaseDate"] == "2026-11-24"
        (installer,) = manifest["Installers"]
        assert re.fullmatch("[0-9A-F]{64}", installer["InstallerSha256"])
        assert installer["InstallerUrl"].startswith("https://")
        assert installer["InstallerUrl"].endswith(f"/v{__version__}/{INSTALLER}")

    def test_both_languages_are_told(self, filled: dict[str, dict[str, Any]]) -> None:
        by_locale = {one["PackageLocale"]: one for one in filled.values() if "PackageLocale" in one}
        assert by_locale.keys() == {"en-US", "ko-KR"}
        assert re.search("[가-힣]", by_locale["ko-KR"]["ShortDescription"])
        assert filled["Herwidget.Herwidget.yaml"]["DefaultLocale"] == "en-US"

    def test_is_filled_with_the_sum_of_the_file(self, tmp_path: Path) -> None:
        installer = tmp_path / INSTALLER
        installer.write_bytes(b"abc")
        command = [
            sys.executable,
            "-m",
            "tools.package_files.winget",
            __version__,
            str(installer),
            str(tmp_path / "out"),
        ]
        subprocess.run(command, check=True, cwd=ROOT, env={"SOURCE_DATE_EPOCH": "1795478400", "PATH": ""})
        told = yaml.safe_load((tmp_path / "out" / "Herwidget.Herwidget.installer.yaml").read_text(encoding="utf-8"))
        sum_of_abc = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"
        assert told["Installers"][0]["InstallerSha256"] == sum_of_abc
        assert told["ReleaseDate"] == "2026-11-24"


@pytest.mark.skipif(sys.platform != "linux", reason="on Windows and macOS it makes them")
@pytest.mark.parametrize(("name", "where"), [("windows", "Windows"), ("macos", "macOS")])
def test_on_linux_one_sentence_says_where_it_is_made(name: str, where: str) -> None:
    done = subprocess.run([ROOT / "packaging" / "build", name], capture_output=True, text=True, check=False)
    assert done.returncode == 2 and done.stdout == ""
    assert len(done.stderr.splitlines()) == 1 and f"is made on {where}" in done.stderr
