"""Where the words go and come from: pipes that end, disks that are full, terminals, other encodings."""

import contextlib
import json
import os
import pty
import select
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from tests.commands.command_line import CommandLine
from tests.desktop.support import ROOT, wait_until

BROKEN_SETTINGS = 'hours = "ten to ten"\n'


def run_in_shell(herwidget: CommandLine, line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which $HERWIDGET is the program."""
    variables = {**herwidget.environment, "HERWIDGET": f"{sys.executable} -m herwidget"}
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"], env=variables, cwd=ROOT, capture_output=True, text=True, timeout=30
    )


def test_pipe_that_ends_early_is_no_trouble(herwidget: CommandLine) -> None:
    done = run_in_shell(herwidget, "$HERWIDGET help-lines all | head -n 1")
    assert (done.stdout.count("\n"), done.stderr) == (1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_full_disk_behind_the_output_is_told_in_one_sentence(herwidget: CommandLine) -> None:
    done = run_in_shell(herwidget, "$HERWIDGET status > /dev/full")
    assert done.returncode == 1
    assert done.stderr.startswith("herwidget: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_closed_stream_is_no_trouble(herwidget: CommandLine, closed: str) -> None:
    (herwidget.home / "lines").write_text("4\n")
    done = run_in_shell(herwidget, f"$HERWIDGET check-in --terminal < {herwidget.home}/lines {closed}")
    assert (done.returncode, done.stderr) == (0, "")
    assert herwidget.rows("SELECT value FROM answers") == ([] if closed == "<&-" else [(4,)])


def test_letters_that_the_terminal_lacks_are_left_out(herwidget: CommandLine) -> None:
    herwidget.variables["PYTHONIOENCODING"] = "ascii"
    done = herwidget("--lang", "ko", "help-lines", "KR")
    assert done.code == 0
    assert "109" in done.out


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_a_program_that_reads_loses_no_letter(herwidget: CommandLine, tmp_path: Path, encoding: str) -> None:
    book = tmp_path / "book.vcf"
    book.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:박지은\nEMAIL:jieun@example.org\nEND:VCARD\n", encoding="utf-8")
    assert herwidget("import", book, "--all").code == 0
    herwidget.variables["PYTHONIOENCODING"] = encoding
    (person,) = json.loads(herwidget("people", "--json").out)
    assert person["name"] == "박지은"


@pytest.mark.parametrize("words", [["status"], ["pause", "off"], ["help-lines", "KR"]])
def test_settings_that_are_not_understood_are_told_in_one_sentence_beside_the_answer(
    herwidget: CommandLine, words: list[str]
) -> None:
    plain = herwidget(*words)
    herwidget.config.parent.mkdir(parents=True)
    herwidget.config.write_text(BROKEN_SETTINGS)
    done = herwidget(*words)
    assert (done.code, done.out) == (plain.code, plain.out)
    assert "ten to ten" in done.err
    assert str(herwidget.config) in done.err
    assert done.err.count("\n") == 1
    assert herwidget.config.read_text() == BROKEN_SETTINGS


@pytest.mark.parametrize("content", [b'theme = "dark"\nhours = 10:00\n', b"\n\xff\n", b"\ntheme = "])
def test_settings_that_cannot_be_read_are_told_with_the_line_and_no_foreign_words(
    herwidget: CommandLine, content: bytes
) -> None:
    herwidget.config.parent.mkdir(parents=True)
    herwidget.config.write_bytes(content)
    assert herwidget("status").err.startswith("herwidget: The settings file cannot be read (line 2), so ")
    told = herwidget("status", "--lang", "ko").err
    assert told.startswith("herwidget: 설정 파일을 읽을 수 없어서(2번째 줄) ")
    words = told.replace(str(herwidget.config), "").replace("Herwidget", "").removeprefix("herwidget: ")
    assert not any(letter.isascii() and letter.isalpha() for letter in words)
    assert f"{herwidget.config}: 2번째 줄\n" in herwidget("doctor", "--lang", "ko").out


def test_what_is_for_the_log_is_not_said_by_a_command(herwidget: CommandLine) -> None:
    assert herwidget("check-in", "--terminal", lines="2\n").code == 0
    runtime = herwidget.home / "run" / "herwidget"
    if runtime.exists():
        runtime.rmdir()
    runtime.write_text("a file where the lock should be")
    for command in ("restore", "erase"):
        done = herwidget(command, lines="n\n")
        assert done.code == 1
        assert all(line.startswith("herwidget: ") for line in done.err.splitlines())


@pytest.mark.parametrize(
    "command",
    [
        *(
            ["status"],
            ["pause", "2h"],
            ["check-in", "--terminal"],
            ["people"],
            ["help-lines", "KR"],
            ["quit"],
            ["doctor"],
        ),
        *(["backup"], ["backup", "--list"], ["restore", "--yes"], ["export", "a.csv"], ["history", "--save", "a.png"]),
        ["erase", "--yes"],
    ],
    ids=" ".join,
)
def test_link_that_leads_to_itself_is_told_in_one_sentence(herwidget: CommandLine, command: list[str]) -> None:
    loop = herwidget.home / "loop"
    loop.symlink_to(loop)
    of_journal = herwidget("--journal", loop, *command, lines="3\n")
    assert of_journal.err.count("\n") <= 1
    if command[0] not in ("help-lines", "quit", "doctor", "erase", "restore") and "--list" not in command:
        assert of_journal.code == 1 and str(loop) in of_journal.err
    loop.unlink(missing_ok=True)
    loop.symlink_to(loop)
    of_settings = herwidget("--config", loop, *command, lines="3\n")
    if command[0] != "doctor":  # which has it among its findings
        assert of_settings.err.startswith("herwidget: The settings file cannot be read (")
        assert str(loop) in of_settings.err


class Terminal:
    """A person at a terminal with the program in it, for the length of a `with` block."""

    def __init__(self, herwidget: CommandLine, *words: str) -> None:
        self._ours, theirs = pty.openpty()
        self.seen = ""
        # Tests that were started behind a script's back hand down that interrupts are to be ignored.
        argv = ["setsid", "--ctty", "env", "--default-signal=INT", sys.executable, "-m", "herwidget", *words]
        self.process = subprocess.Popen(
            argv, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=herwidget.environment
        )
        os.close(theirs)

    def wait_for(self, words: str) -> None:
        """Read until these words come."""
        while words not in self.seen:
            assert select.select([self._ours], [], [], 20)[0], f"waited in vain for {words!r} after {self.seen!r}"
            self.seen += os.read(self._ours, 4096).decode(errors="replace")

    def enter(self, text: str) -> None:
        """Type, and forget what was on the screen before."""
        self.seen = ""
        os.write(self._ours, text.encode())

    def press_until(self, key: str, words: str) -> None:
        """Press a key until these words come.

        An interrupt that comes between Python's last look for one and its reading is noticed only with the next key.
        """
        self.seen = ""
        for _ in range(10):
            os.write(self._ours, key.encode())
            while words not in self.seen and select.select([self._ours], [], [], 2)[0]:
                self.seen += os.read(self._ours, 4096).decode(errors="replace")
            if words in self.seen:
                return
        raise AssertionError(f"waited in vain for {words!r} after {self.seen!r}")

    def read_to_the_end(self) -> None:
        """Read until nobody is at the other end."""
        with contextlib.suppress(OSError):  # which is how Linux says it
            while select.select([self._ours], [], [], 20)[0]:
                self.seen += os.read(self._ours, 4096).decode(errors="replace")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is not None:
            self.process.kill()
        self.process.wait(20)
        os.close(self._ours)


@pytest.mark.parametrize("words", [["check-in", "--terminal"], ["check-in"], []])
def test_person_at_a_terminal_is_asked_there(herwidget: CommandLine, words: list[str]) -> None:
    with Terminal(herwidget, *words) as terminal:
        terminal.wait_for("> ")
        assert "5  Warm" in terminal.seen
        terminal.enter("?\n")
        terminal.wait_for("> ")
        terminal.enter("3\n")
        terminal.wait_for("> ")
        terminal.enter("\x04")  # the key for the end, Ctrl and D
        terminal.wait_for("Kept on this computer.")
    assert terminal.process.returncode == 0
    assert herwidget.rows("SELECT step, value FROM answers") == [("mood", 3)]


def test_interrupt_ends_the_check_in_and_keeps_what_was_answered(herwidget: CommandLine) -> None:
    with Terminal(herwidget, "check-in", "--terminal") as terminal:
        terminal.wait_for("> ")
        terminal.enter("2\n")
        terminal.wait_for("> ")
        terminal.press_until("\x03", "Kept on this computer.")
    assert terminal.process.returncode == 0
    assert herwidget.rows("SELECT value FROM answers") == [(2,)]
    assert herwidget.rows("SELECT count(*) FROM prompts WHERE closed_at IS NOT NULL") == [(1,)]


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["interrupt", "end"])
@pytest.mark.parametrize("command", ["restore", "erase"])
def test_interrupt_and_end_are_a_no_to_a_question(herwidget: CommandLine, command: str, key: str) -> None:
    assert herwidget("check-in", "--terminal", lines="2\n").code == 0
    assert herwidget("backup").code == 0
    with Terminal(herwidget, command) as terminal:
        terminal.wait_for("(y/n) ")
        terminal.press_until(key, "Nothing was ")
    assert terminal.process.returncode == 1
    assert herwidget.rows("SELECT value FROM answers") == [(2,)]


@pytest.mark.parametrize("command", ["restore", "erase"])
def test_question_to_a_closed_input_is_a_no(herwidget: CommandLine, command: str) -> None:
    assert herwidget("check-in", "--terminal", lines="2\n").code == 0
    assert herwidget("backup").code == 0
    done = run_in_shell(herwidget, f"$HERWIDGET {command} <&-")
    assert (done.returncode, done.stderr) == (1, "")
    assert "Nothing was " in done.stdout


def test_interrupted_command_ends_without_more_words(herwidget: CommandLine) -> None:
    journal = herwidget.home / "made-up.db"
    with Terminal(herwidget, "demo", "--write", str(journal), "--years", "50") as terminal:
        wait_until(journal.exists, 20)
        terminal.enter("\x03")
        terminal.read_to_the_end()
    assert terminal.process.returncode == 130
    assert terminal.seen.strip() == "^C"


def test_examples_in_the_help_are_true(herwidget: CommandLine) -> None:
    text = herwidget("--help").out.partition("examples:")[2]
    lines = [line.strip().partition("  ")[0].split() for line in text.splitlines() if line.strip()]
    assert len(lines) >= 4
    for name, *words in lines:
        assert name == "herwidget"
        words = [str(herwidget.home / word) if word.endswith((".png", ".csv")) else word for word in words]
        done = herwidget(*words, lines="4\n")
        assert done.code == (0 if words else 1), "without a screen there is nothing to start"
