"""The log, which never holds what a person wrote."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from herwidget.desktop.log_file import PrivateFormatter, describe_exception, log_files, start_log, stop_log
from tests.desktop.support import ROOT

SECRET = "Mina did not call again"

pytestmark = pytest.mark.usefixtures("root_log")


def _fail_privately() -> None:
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        raise ValueError(f"cannot use {SECRET}") from error


def _log_text(folder: Path) -> str:
    return (folder / "herwidget.log").read_text(encoding="utf-8")


def test_a_traceback_has_types_files_and_lines_but_no_message(folder: Path) -> None:
    start_log(folder / "log")
    try:
        _fail_privately()
    except ValueError:
        logging.getLogger("herwidget.test").exception("it failed")
    text = _log_text(folder / "log")
    assert SECRET not in text
    assert "ERROR herwidget.test: it failed" in text
    assert text.index("builtins.KeyError") < text.index("which led to:") < text.index("builtins.ValueError")
    assert re.search(r'test_log_file\.py", line \d+, in _fail_privately', text)


def test_another_handler_that_formatted_first_gives_nothing_away(folder: Path) -> None:
    start_log(folder / "log")
    own = logging.getLogger().handlers.pop()
    other = logging.StreamHandler(open(folder / "other", "w"))  # noqa: PTH123, SIM115
    logging.getLogger().handlers[:] = [other, own]
    try:
        _fail_privately()
    except ValueError:
        logging.getLogger("herwidget.test").exception("it failed")
    other.stream.close()
    assert SECRET in (folder / "other").read_text()
    assert SECRET not in _log_text(folder / "log")


def test_groups_notes_and_endless_recursion() -> None:
    def endless() -> None:
        endless()

    parts: list[Exception] = []
    try:
        endless()
    except RecursionError as error:
        parts.append(error)
    try:
        _fail_privately()
    except ValueError as error:
        error.add_note(SECRET)
        parts.append(error)
    text = describe_exception(ExceptionGroup(SECRET, parts))
    assert SECRET not in text
    assert "ExceptionGroup" in text and "builtins.RecursionError" in text and "builtins.KeyError" in text
    assert len(text.splitlines()) < 100


def test_an_exception_that_causes_itself() -> None:
    error = ValueError()
    other = KeyError()
    error.__context__, other.__context__ = other, error
    assert describe_exception(error).splitlines()[-1] == "builtins.ValueError"


def test_times_are_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    record = logging.makeLogRecord({"name": "x", "msg": "y", "levelname": "INFO", "created": 0.25, "msecs": 250.0})
    assert PrivateFormatter().format(record) == "1970-01-01T00:00:00.250Z INFO x: y"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_folder_and_files_are_for_the_owner_only(folder: Path) -> None:
    start_log(folder / "log")
    for _ in range(12):
        logging.getLogger("herwidget.test").info("x" * 100_000)
    assert (folder / "log").stat().st_mode & 0o777 == 0o700
    files = sorted((folder / "log").iterdir())
    assert [file.name for file in files] == ["herwidget.log"] + [f"herwidget.log.{number}" for number in (1, 2, 3)]
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert all(file.stat().st_size <= 256 * 1024 for file in files)


def test_starting_again_moves_to_the_new_folder(folder: Path) -> None:
    start_log(folder / "one")
    start_log(folder / "two")
    logging.getLogger("herwidget.test").info("once")
    assert _log_text(folder / "one") == ""
    assert _log_text(folder / "two").count("once") == 1


def test_the_level_is_heeded(folder: Path) -> None:
    start_log(folder / "log", logging.ERROR)
    logging.getLogger("herwidget.test").warning("not this")
    logging.getLogger("herwidget.test").error("but this")
    assert "not this" not in _log_text(folder / "log")
    assert "but this" in _log_text(folder / "log")


def test_a_folder_that_cannot_be_made_leaves_warnings_on_standard_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "log").write_text("a file in the way")
    start_log(folder / "log")
    logging.getLogger("herwidget.test").info("not this")
    try:
        _fail_privately()
    except ValueError:
        logging.getLogger("herwidget.test").exception("but this")
    errors = capsys.readouterr().err
    assert "the log folder cannot be written" in errors
    assert "but this" in errors
    assert "not this" not in errors and SECRET not in errors


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_borne_in_silence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "log").mkdir()
    (folder / "log" / "herwidget.log").symlink_to("/dev/full")
    start_log(folder / "log")
    logging.getLogger("herwidget.test").info("hello %s", SECRET)
    assert capsys.readouterr().err == ""
    (folder / "log" / "herwidget.log").unlink()
    logging.getLogger("herwidget.test").info("there is room again")
    assert _log_text(folder / "log").count("\n") == 1


CRASHES = {
    "main": "raise ValueError(SECRET)",
    "thread": "import threading; t = threading.Thread(target=fail); t.start(); t.join()",
    "slot": (
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "qt = QCoreApplication([]); QTimer.singleShot(0, fail); QTimer.singleShot(50, qt.quit); qt.exec()"
    ),
    "destructor": "class A:\n    def __del__(self): raise ValueError(SECRET)\na = A(); del a",
}


@pytest.mark.parametrize("crash", CRASHES)
def test_what_nobody_caught_is_logged_without_its_message(folder: Path, crash: str) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from herwidget.desktop.log_file import install_excepthook, start_log\n"
        "SECRET = sys.argv[2]\n"
        "def fail(): raise ValueError(SECRET)\n"
        "start_log(Path(sys.argv[1])); install_excepthook()\n"
    )
    argv = [sys.executable, "-c", code + CRASHES[crash], str(folder / "log"), SECRET]
    done = subprocess.run(argv, capture_output=True, text=True, cwd=ROOT, check=False)
    for text in (_log_text(folder / "log"), done.stderr):
        assert "builtins.ValueError" in text
        assert SECRET not in text
    assert "CRITICAL herwidget.desktop.log_file: an exception was not caught" in _log_text(folder / "log")


def test_a_thread_that_exits_is_no_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from herwidget.desktop import log_file

    start_log(folder / "log")
    monkeypatch.setattr(threading, "excepthook", log_file._log_uncaught_in_thread)
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    assert _log_text(folder / "log") == ""


def test_once_stopped_nothing_is_written_any_more_and_nothing_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start_log(folder / "log")
    logging.getLogger("herwidget.test").warning("before")
    stop_log()
    for file in log_files(folder / "log"):
        file.unlink()
    logging.getLogger("herwidget.test").warning("after")
    assert log_files(folder / "log") == [] and capsys.readouterr().err == ""
