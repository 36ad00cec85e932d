"""What every command does alike: help, version, exit codes, options, languages, settings."""

from pathlib import Path

import pytest

from tests.commands.command_line import CommandLine, read
from tests.desktop.support import need_library

BROKEN_SETTINGS = b'language = "ko\nhours = 10\n'


@pytest.mark.parametrize(("language", "words"), [("en", ("usage:", "options")), ("ko", ("사용법:", "인수"))])
def test_help_speaks_the_language_and_names_every_command(
    herwidget: CommandLine, language: str, words: tuple[str, ...]
) -> None:
    done = herwidget("--lang", language, "--help")
    assert (done.code, done.err) == (0, "")
    commands = ("check-in", "history", "status", "pause", "demo", "doctor", "help-lines")
    assert all(word in done.out for word in (*words, *commands, "--journal", "--config", "--lang", "--version"))


def test_a_commands_help(herwidget: CommandLine) -> None:
    done = herwidget("pause", "--help")
    assert done.code == 0
    assert "30m, 2h, 3d, tomorrow, on (until you say), or off" in done.out


def test_the_version(herwidget: CommandLine) -> None:
    from herwidget import __version__

    done = herwidget("--version")
    assert (done.code, done.out, done.err) == (0, f"herwidget {__version__}\n", "")


def test_asking_for_words_leaves_nothing_behind(herwidget: CommandLine) -> None:
    for words in (["--help"], ["status"], ["doctor"]):
        assert herwidget(*words).code == 0
    assert [path.name for path in herwidget.home.iterdir()] == ["run"]
    assert not list((herwidget.home / "run").rglob("*.lock"))


@pytest.mark.parametrize("words", [["nonsense"], ["pause"], ["--lang", "fr"], ["--journal"], ["demo", "--years", "x"]])
def test_wrong_words_are_told_and_exit_with_2(herwidget: CommandLine, words: list[str]) -> None:
    done = herwidget(*words)
    assert (done.code, done.out) == (2, "")
    assert "herwidget" in done.err
    assert not herwidget.journal.exists()


def test_wrong_words_are_told_in_korean(herwidget: CommandLine) -> None:
    done = herwidget("--lang", "ko", "nonsense")
    assert done.code == 2
    assert "사용법:" in done.err


@pytest.mark.parametrize("words", [[], ["--background"], ["history"]])
def test_without_a_screen_and_nobody_at_the_terminal_it_says_so(herwidget: CommandLine, words: list[str]) -> None:
    done = herwidget(*words)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("herwidget: There is no screen here")
    assert not herwidget.journal.exists()


@pytest.mark.parametrize(("words", "platform"), [([], None), (["--background"], "xcb"), (["history"], None)])
def test_a_display_that_leads_nowhere_is_no_screen(
    herwidget: CommandLine, words: list[str], platform: str | None
) -> None:
    need_library("libX11.so.6")
    herwidget.variables |= {"DISPLAY": ":9876", **({"QT_QPA_PLATFORM": platform} if platform else {})}
    done = herwidget(*words)
    assert done.code == 1
    assert done.err.startswith("herwidget: There is no screen here")


def test_with_a_dead_display_a_check_in_is_asked_in_the_terminal(herwidget: CommandLine) -> None:
    need_library("libX11.so.6")
    herwidget.variables["DISPLAY"] = ":9876"
    done = herwidget("check-in", lines="4\n")
    assert done.code == 0
    assert herwidget.rows("SELECT step, value FROM answers") == [("mood", 4)]


@pytest.mark.parametrize("first", [True, False], ids=["before", "after"])
def test_options_stand_before_or_after_the_command(herwidget: CommandLine, first: bool) -> None:
    journal, config = herwidget.home / "mine.db", herwidget.home / "mine.toml"
    config.write_text('hours = "11:00-12:00"\n')
    options: list[str | Path] = ["--journal", journal, "--config", config, "--lang", "ko"]
    words: list[str | Path] = ["pause", "tomorrow"]
    done = herwidget(*(options + words if first else words + options))
    assert (done.code, done.err) == (0, "")
    assert "11:00" in done.out
    assert any("가" <= letter <= "힣" for letter in done.out)
    assert read(journal, "SELECT until_at FROM pauses") == [("2026-11-24T02:00:00.000Z",)]
    assert not herwidget.journal.exists()


def test_a_broken_settings_file_is_left_as_it_is_and_the_usual_ones_are_used(herwidget: CommandLine) -> None:
    herwidget.config.parent.mkdir(parents=True)
    herwidget.config.write_bytes(BROKEN_SETTINGS)
    assert herwidget("status").code == 0
    assert herwidget("pause", "2h").code == 0
    assert herwidget("check-in", "--terminal", lines="3\n").code == 0
    doctor = herwidget("doctor")
    assert doctor.code == 1
    assert f"✗ Settings: {herwidget.config}" in doctor.out
    assert herwidget.config.read_bytes() == BROKEN_SETTINGS
    assert list(herwidget.config.parent.iterdir()) == [herwidget.config]


def test_another_programs_file_is_refused_in_one_sentence(herwidget: CommandLine) -> None:
    stranger = herwidget.home / "notes.txt"
    stranger.write_text("not a journal, and long enough to be something else\n" * 20)
    before = stranger.read_bytes()
    for words in (["status"], ["check-in", "--terminal"]):
        done = herwidget(*words, "--journal", stranger)
        assert done.code == 1
        assert done.err.startswith("herwidget: ")
        assert done.err.count("\n") == 1
    assert stranger.read_bytes() == before


@pytest.mark.parametrize("words", [["status"], ["people"], ["doctor"], ["backup"], ["export", "all.csv"]])
def test_a_journal_that_cannot_be_looked_for_is_not_taken_for_none(
    herwidget: CommandLine, tmp_path: Path, words: list[str]
) -> None:
    done = herwidget("--journal", tmp_path / f"{'long' * 64}.db", *words)
    assert done.code == 1
    assert "cannot be reached" in done.err + done.out
