"""Where the words go: pipes that end early, terminals without Korean letters."""

import os
import subprocess
import sys
from pathlib import Path


def run(folder: Path, *words: str, script: str = "", **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), **variables}
    command = [sys.executable, "-m", "herwidget", *words]
    if script:
        command = ["sh", "-c", f'"$0" "$@" {script}', *command]
    return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)


def test_a_pipe_that_ends_early_is_no_accident(tmp_path: Path) -> None:
    result = run(tmp_path, "help-lines", "all", script="| true")
    assert result.stderr == b""


def test_korean_on_a_terminal_without_its_letters_is_no_accident(tmp_path: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = run(tmp_path, "--lang", "ko", "status", **plain)
    assert result.returncode == 0
    assert b"Traceback" not in result.stderr and b"?" in result.stdout
