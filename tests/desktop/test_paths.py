"""Folders of the platform, and folders for their owner only."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from herwidget.desktop.paths import default_config, default_journal, make_private, platform_folders

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="other platforms have other folders")


@linux_only
def test_linux_folders_are_those_of_the_xdg_specification(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name))
    folder.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))

    folders = platform_folders()

    assert folders.data == folder / "DATA" / "herwidget"
    assert folders.config == folder / "CONFIG" / "herwidget"
    assert folders.log == folder / "STATE" / "herwidget" / "log"
    assert folders.runtime == folder / "herwidget"
    assert default_journal(folders) == folders.data / "journal.db"
    assert default_config(folders) == folders.config / "settings.toml"
    assert not folders.data.exists()


@linux_only
def test_a_runtime_folder_that_others_may_enter_is_not_used(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    open_to_all = folder / "open"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(open_to_all))
    assert open_to_all not in platform_folders().runtime.parents


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
class TestMakePrivate:
    def test_makes_a_folder_and_those_above_it(self, folder: Path) -> None:
        make_private(folder / "a" / "b")
        assert (folder / "a" / "b").stat().st_mode & 0o777 == 0o700

    def test_closes_a_folder_that_was_open(self, folder: Path) -> None:
        (folder / "a").mkdir()
        (folder / "a").chmod(0o755)
        make_private(folder / "a")
        assert (folder / "a").stat().st_mode & 0o777 == 0o700

    def test_a_file_in_its_place_is_an_error(self, folder: Path) -> None:
        (folder / "a").write_text("")
        with pytest.raises(OSError):
            make_private(folder / "a")
