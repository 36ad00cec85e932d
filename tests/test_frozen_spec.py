"""What PyInstaller is told to make on each system; its own part is played by notes of what it was asked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from herwidget import APP_ID, __version__

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "packaging" / "frozen" / "herwidget.spec"
CODE = """
import json, sys, types
platform, spec, folder, work = sys.argv[1:]
sys.path.insert(0, str(folder))
from tools.package_files import icons, info_plist, version_resource  # before the system is another one
asked = []

def noted(kind):
    def call(*parts, **words):
        asked.append((kind, words))
        return types.SimpleNamespace(binaries=[], datas=[], pure=[], scripts=[])
    return call

hooks = types.ModuleType("PyInstaller.utils.hooks")
hooks.copy_metadata = lambda name: []
sys.modules |= {"PyInstaller": hooks, "PyInstaller.utils": hooks, "PyInstaller.utils.hooks": hooks}
names = {kind: noted(kind) for kind in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
names |= {"SPECPATH": spec.rpartition("/")[0], "workpath": work}
sys.platform = platform
exec(compile(open(spec, encoding="utf-8").read(), spec, "exec"), names)
print(json.dumps([one for one in asked if one[0] in ("EXE", "BUNDLE")], default=str))
"""


def asked(platform: str, folder: Path, **variables: str) -> list[tuple[str, dict[str, Any]]]:
    done = subprocess.run(
        [sys.executable, "-c", CODE, platform, SPEC, ROOT, folder],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "HERWIDGET_VERSION": __version__, **variables},
    )
    assert done.returncode == 0, done.stderr
    return [(kind, told) for kind, told in json.loads(done.stdout)]


def test_on_linux_one_program(tmp_path: Path) -> None:
    ((kind, told),) = asked("linux", tmp_path)
    assert (kind, told["name"], told["console"], told["icon"]) == ("EXE", "herwidget", True, None)


def test_on_windows_one_for_the_terminal_and_one_for_the_menu(tmp_path: Path) -> None:
    told = [words for _, words in asked("win32", tmp_path)]
    assert [(one["name"], one["console"]) for one in told] == [("herwidget", True), ("herwidgetw", False)]
    for one in told:
        assert Path(one["icon"]).read_bytes().startswith(b"\0\0\1\0")
        resource = Path(one["version"]).read_text()
        assert f"'{one['name']}.exe'" in resource and f"'{__version__}'" in resource


@pytest.mark.parametrize("identity", ["", "Developer ID Application: Example"])
def test_on_macos_a_bundle(tmp_path: Path, identity: str) -> None:
    (_, program), (_, bundle) = asked("darwin", tmp_path, CODESIGN_IDENTITY=identity)
    assert program["console"] is False
    assert program["codesign_identity"] == (identity or None)
    assert Path(program["entitlements_file"]).is_file()
    assert (bundle["name"], bundle["bundle_identifier"], bundle["version"]) == ("Herwidget.app", APP_ID, __version__)
    assert Path(bundle["icon"]).read_bytes().startswith(b"icns")
    assert bundle["info_plist"]["LSUIElement"] is True
