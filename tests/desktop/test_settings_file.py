"""The settings file: read without harm, written whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from herwidget.core.settings import AskWith, Hours, Language, SettingProblem, Settings, Theme
from herwidget.desktop.settings_file import LoadedSettings, SettingsFile, SettingsNotSaved, looks_like_settings

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")

times = st.builds(time, st.integers(0, 23), st.integers(0, 59))
all_settings = st.builds(
    Settings,
    welcomed=st.booleans(),
    language=st.sampled_from(Language),
    theme=st.sampled_from(Theme),
    check_ins_a_day=st.integers(0, 3),
    hours=st.builds(Hours, times, times),
    ask_with=st.sampled_from(AskWith),
    silent_when_busy=st.booleans(),
    help_country=st.sampled_from(["", "KR", "US"]),
)


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "config" / "settings.toml"


@pytest.fixture
def file(path: Path) -> SettingsFile:
    path.parent.mkdir()
    return SettingsFile(path)


class TestLoading:
    def test_a_missing_file_means_the_defaults(self, file: SettingsFile, path: Path) -> None:
        assert file.load() == LoadedSettings(Settings())
        assert not path.exists()

    def test_values_are_read(self, file: SettingsFile, path: Path) -> None:
        path.write_text('theme = "dark"\nlanguage = "ko"\nunknown = 3\n')
        assert file.load() == LoadedSettings(Settings(theme=Theme.DARK, language=Language.KOREAN))

    def test_a_value_not_understood_is_a_problem_and_the_rest_holds(self, file: SettingsFile, path: Path) -> None:
        path.write_text('hours = "ten to ten"\ntheme = "dark"\n')
        loaded = file.load()
        assert loaded.settings == Settings(theme=Theme.DARK)
        assert loaded.problems == (SettingProblem("hours", "ten to ten", "HH:MM-HH:MM"),)
        assert loaded.unreadable is None

    def test_the_mark_that_notepad_writes_is_no_error(self, file: SettingsFile, path: Path) -> None:
        path.write_bytes(b'\xef\xbb\xbftheme = "dark"\r\n')
        assert file.load() == LoadedSettings(Settings(theme=Theme.DARK))

    @pytest.mark.parametrize(
        ("content", "line"),
        [
            (b'theme = "dark"\nhours = 10:00\n', "line 2"),
            (b'theme = "dark"\n\ntheme = "light"', "line 3"),
            (b"theme = ", "line 1"),
            (b'theme = "dark"\n# \xff\n', "line 2"),
            (b"x = " + b"[" * 100_000, "line 1"),
        ],
    )
    def test_a_broken_file_says_the_line_and_stays(
        self, file: SettingsFile, path: Path, content: bytes, line: str
    ) -> None:
        path.write_bytes(content)
        loaded = file.load()
        assert loaded.settings == Settings(welcomed=True)
        assert loaded.unreadable is not None and line in loaded.unreadable
        assert path.read_bytes() == content
        assert [entry.name for entry in path.parent.iterdir()] == [path.name]

    def test_a_folder_in_its_place_is_unreadable(self, file: SettingsFile, path: Path) -> None:
        path.mkdir()
        assert file.load().unreadable


class TestSaving:
    def test_what_a_person_writes_meanwhile_stays(self, file: SettingsFile, path: Path) -> None:
        path.write_text('theme = "light"\n')
        loaded = file.load().settings
        path.write_text('theme = "light"\nhours = "18:00-21:00"  # evenings only\nsuggestions = false\n')
        file.save(replace(loaded, desk_card=True))
        assert path.read_text() == (
            'theme = "light"\nhours = "18:00-21:00"  # evenings only\nsuggestions = false\ndesk_card = true\n'
        )
        file.save(replace(loaded, desk_card=True, theme=Theme.DARK))
        again = SettingsFile(path).load().settings
        assert (again.theme, again.suggestions, again.desk_card) == (Theme.DARK, False, True)

    def test_a_file_that_was_mended_meanwhile_keeps_what_it_says(self, file: SettingsFile, path: Path) -> None:
        path.write_text("theme = \n")
        loaded = file.load().settings
        path.write_text('theme = "dark"\n')
        file.save(replace(loaded, desk_card=True))
        assert path.read_text() == 'theme = "dark"\ndesk_card = true\n'

    def test_a_new_file_holds_every_key(self, path: Path) -> None:
        settings = Settings(welcomed=True, theme=Theme.DARK)
        SettingsFile(path).save(settings)
        assert SettingsFile(path).load() == LoadedSettings(settings)
        text = path.read_text()
        assert text.startswith("# ")
        assert 'hours = "10:00-22:00"' in text

    @posix_only
    def test_only_the_owner_may_read_it(self, file: SettingsFile, path: Path) -> None:
        path.write_text("")
        path.chmod(0o644)
        file.save(Settings(theme=Theme.DARK))
        assert path.stat().st_mode & 0o777 == 0o600

    def test_comments_order_and_unknown_keys_stay(self, file: SettingsFile, path: Path) -> None:
        path.write_text(
            "# mine\n"
            'theme = "light" # easy on the eyes\n'
            "future.shiny = true\n"
            "\n"
            "welcomed = false\n"
            "\n"
            "[later]  # from a newer version\n"
            "sound = 'soft'\n"
            "[[list]]\n"
            "x = 1\n"
        )
        settings = Settings(theme=Theme.DARK, welcomed=True, language=Language.KOREAN)
        file.save(settings)
        assert path.read_text() == (
            "# mine\n"
            'theme = "dark" # easy on the eyes\n'
            "future.shiny = true\n"
            "\n"
            "welcomed = true\n"
            'language = "ko"\n'
            "\n"
            "[later]  # from a newer version\n"
            "sound = 'soft'\n"
            "[[list]]\n"
            "x = 1\n"
        )
        assert file.load() == LoadedSettings(settings)

    def test_saving_what_is_there_changes_nothing(self, file: SettingsFile, path: Path) -> None:
        content = "theme='dark'\r\n\r\n  # odd\r\nhelp_country = 'kr'\r\n"
        path.write_bytes(content.encode())
        file.save(file.load().settings)
        assert path.read_bytes() == content.encode()

    def test_a_value_of_a_newer_version_stays_until_that_setting_is_changed(
        self, file: SettingsFile, path: Path
    ) -> None:
        path.write_text('theme = "sepia"\n')
        file.save(Settings(welcomed=True))
        assert 'theme = "sepia"' in path.read_text()
        file.save(Settings(welcomed=True, theme=Theme.DARK))
        assert 'theme = "dark"' in path.read_text()

    @hypothesis_settings(deadline=None)  # the disk may be slow
    @given(before=all_settings, after=all_settings)
    def test_what_was_saved_is_read_again(self, before: Settings, after: Settings) -> None:
        with tempfile.TemporaryDirectory() as name:
            file = SettingsFile(Path(name) / "settings.toml")
            file.save(before)
            assert file.load() == LoadedSettings(before)
            file.path.write_text(file.path.read_text() + "# kept\n[kept]\nx = 1\n")
            file.save(after)
            assert file.load() == LoadedSettings(after)
            assert file.path.read_text().endswith("# kept\n[kept]\nx = 1\n")

    def test_a_broken_file_is_set_aside_and_never_written_over(self, file: SettingsFile, path: Path) -> None:
        contents = []
        for number in range(3):  # within one second
            content = f"broken {number}"
            contents.append(content)
            path.write_text(content)
            file.save(Settings(theme=Theme.DARK))
            assert file.load() == LoadedSettings(Settings(theme=Theme.DARK))
        aside = sorted(path.parent.glob("settings.toml.set-aside-*"))
        assert sorted(entry.read_text() for entry in aside) == contents
        assert len(list(path.parent.iterdir())) == 4

    def test_a_file_that_is_no_text_is_set_aside(self, file: SettingsFile, path: Path) -> None:
        path.write_bytes(b"\xff\xfe\x00")
        file.save(Settings())
        (aside,) = path.parent.glob("settings.toml.set-aside-*")
        assert aside.read_bytes() == b"\xff\xfe\x00"

    @posix_only
    def test_a_symbolic_link_stays_one(self, file: SettingsFile, path: Path, folder: Path) -> None:
        kept_in_git = folder / "dotfiles" / "herwidget.toml"
        kept_in_git.parent.mkdir()
        kept_in_git.write_text('theme = "light"\n')
        path.symlink_to(kept_in_git)
        file.save(Settings(theme=Theme.DARK))
        assert path.is_symlink()
        assert kept_in_git.read_text() == 'theme = "dark"\n'


class TestBelongings:
    def test_what_a_killed_writer_left_is_known_by_its_name(self, file: SettingsFile, path: Path) -> None:
        code = (
            "import os, sys; from pathlib import Path\n"
            "from herwidget.desktop import whole_file\n"
            "whole_file.write_draft(Path(sys.argv[1]), 'x')\n"
            "os._exit(9)\n"
        )
        subprocess.run([sys.executable, "-c", code, str(path.parent)], check=False)
        (draft,) = path.parent.iterdir()
        assert file.files() == [draft]

    @pytest.mark.parametrize(
        "text",
        [
            "# Herwidget's settings. Comments and keys it does not know stay as they are.\n",
            "welcomed = true\n",
            'x = 1\n  theme="dark"\n[[list',
            "\ufeffhours = ten\n",
        ],
    )
    def test_a_key_or_the_heading_says_that_they_are_ours(self, path: Path, file: SettingsFile, text: str) -> None:
        path.write_text(text)
        assert looks_like_settings(path)

    @pytest.mark.parametrize(
        "text", ["themes = 1\n", "my theme = 2\n", "[site]\ntheme = 'x'\n", "# theme = 3\n", "\0\xff"]
    )
    def test_what_only_sounds_alike_is_another_s(self, path: Path, file: SettingsFile, text: str) -> None:
        path.write_text(text)
        assert not looks_like_settings(path)

    def test_what_the_program_saves_looks_like_ours(self, path: Path, file: SettingsFile) -> None:
        file.save(Settings())
        assert looks_like_settings(path)


class TestFailing:
    def test_a_full_disk_leaves_everything_as_it_was(
        self, file: SettingsFile, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path.write_text('theme = "light"\n')

        def no_space(_descriptor: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", no_space)
        with pytest.raises(SettingsNotSaved) as caught:
            file.save(Settings(theme=Theme.DARK))
        assert caught.value.path == path
        assert caught.value.reason == "No space left on device"
        assert path.read_text() == 'theme = "light"\n'
        assert [entry.name for entry in path.parent.iterdir()] == [path.name]

    def test_a_broken_file_stays_in_place_when_the_new_one_cannot_be_written(
        self, file: SettingsFile, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path.write_text("broken")

        def refuse(*_arguments: object, **_options: object) -> None:
            raise OSError(30, "Read-only file system")

        monkeypatch.setattr(tempfile, "mkstemp", refuse)
        with pytest.raises(SettingsNotSaved, match="Read-only file system"):
            file.save(Settings())
        assert [entry.name for entry in path.parent.iterdir()] == [path.name]

    def test_a_folder_in_its_place_stays_with_all_that_is_in_it(self, file: SettingsFile, path: Path) -> None:
        path.mkdir()
        (path / "letter.txt").write_text("mine")
        with pytest.raises(SettingsNotSaved) as caught:
            file.save(Settings(theme=Theme.DARK))
        assert caught.value.reason == "no regular file"
        assert [entry.name for entry in path.parent.iterdir()] == [path.name]
        assert (path / "letter.txt").read_text() == "mine"

    @posix_only
    def test_a_link_to_a_folder_stays(self, file: SettingsFile, path: Path) -> None:
        path.symlink_to(".")
        with pytest.raises(SettingsNotSaved):
            file.save(Settings(theme=Theme.DARK))
        assert path.is_symlink() and path.is_dir()
        assert [entry.name for entry in path.parent.iterdir()] == [path.name]

    @posix_only
    def test_a_folder_without_the_right_to_write(self, folder: Path) -> None:
        """In a process without root's powers, which no rights stop."""
        closed = folder / "closed"
        closed.mkdir()
        (closed / "settings.toml").write_text('theme = "light"\n')
        closed.chmod(0o555)
        code = (
            "import os, sys; from pathlib import Path\n"
            "from herwidget.core.settings import Settings\n"
            "from herwidget.desktop.settings_file import SettingsFile, SettingsNotSaved\n"
            "for welcomed in (False, True):\n"  # imports everything, which the other user perhaps may not
            "    SettingsFile(Path(sys.argv[2])).save(Settings(welcomed=welcomed))\n"
            "if os.geteuid() == 0: os.setgid(65534); os.setuid(65534)\n"
            "try: SettingsFile(Path(sys.argv[1])).save(Settings(welcomed=True))\n"
            "except SettingsNotSaved as error: print(error.reason)\n"
        )
        folder.chmod(0o755)
        argv = [sys.executable, "-c", code, str(closed / "settings.toml"), str(folder / "open.toml")]
        done = subprocess.run(argv, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "Permission denied"
        assert (closed / "settings.toml").read_text() == 'theme = "light"\n'

    @posix_only
    def test_a_writer_killed_at_any_moment_leaves_a_whole_file(self, file: SettingsFile, path: Path) -> None:
        first, second = Settings(), replace(Settings(), theme=Theme.DARK, welcomed=True)
        file.save(first)
        code = (
            "import sys; from pathlib import Path\n"
            "from herwidget.core.settings import Settings, Theme\n"
            "from herwidget.desktop.settings_file import SettingsFile\n"
            "file = SettingsFile(Path(sys.argv[1]))\n"
            "print('go', flush=True)\n"
            "while True:\n"
            "    file.save(Settings(theme=Theme.DARK, welcomed=True)); file.save(Settings())\n"
        )
        for moment in range(8):
            argv = [sys.executable, "-c", code, str(path)]
            with subprocess.Popen(argv, stdout=subprocess.PIPE, text=True) as writer:
                assert writer.stdout is not None and writer.stdout.readline() == "go\n"
                try:
                    writer.wait(0.011 * (moment + 1))
                except subprocess.TimeoutExpired:
                    writer.kill()
            loaded = file.load()
            assert loaded.unreadable is None and loaded.settings in (first, second)
