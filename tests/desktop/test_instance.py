"""One program per journal: real second processes, kills included."""

from __future__ import annotations

import json
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from herwidget import APP_ID
from herwidget.desktop.instance import SingleInstance
from tests.desktop.support import Helper, let_qt_work, wait_until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these tests speak to the socket as a file")

NO_PROCESS = "99999999"

# A whole program: claims, says whether it may run, and then what it is told.
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from herwidget.desktop.instance import SingleInstance
qt = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]), Path(sys.argv[2]))
instance.received.connect(lambda text: print(text, flush=True))
claimed = instance.claim()
if claimed:
    instance.listen()
print(claimed, flush=True)
if not claimed:
    print(instance.tell({"open": "window"}), flush=True)
    sys.exit()
QTimer.singleShot(int(sys.argv[3]) if len(sys.argv) > 3 else 0, lambda: None)
qt.exec()
"""

# Has the place without listening, and gives it up soon.
PROGRAM_THAT_ENDS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from herwidget.desktop.instance import SingleInstance
qt = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]), Path(sys.argv[2]))
print(instance.claim(), flush=True)
time.sleep(0.2)
instance.release()
"""

# Second launch without an event loop, or even a QCoreApplication, as a command does it.
COMMAND = """
import sys, time
from pathlib import Path
from herwidget.desktop.instance import SingleInstance
instance = SingleInstance(Path(sys.argv[1]), Path(sys.argv[2]))
began = time.monotonic()
print(instance.tell({"pause": "2h"}, int(sys.argv[3])), flush=True)
print(time.monotonic() - began, flush=True)
"""


@pytest.fixture
def runtime(folder: Path) -> Path:
    return folder / "run"


@pytest.fixture
def journal(folder: Path) -> Path:
    return folder / "journal.db"


@pytest.fixture
def instance(runtime: Path, journal: Path) -> Iterator[SingleInstance]:
    made = SingleInstance(runtime, journal)
    yield made
    made.release()


def _socket_path(runtime: Path) -> str:
    (path,) = runtime.glob("*.socket")
    return str(path)


def _lock_that_names_a_stranger(runtime: Path, journal: Path) -> Path:
    """The lock of a program that was killed, and whose number belongs to another by now."""
    with Helper.python(PROGRAM, runtime, journal) as first:
        first.line()
        (lock,) = runtime.glob("*.lock")
        words = lock.read_text().splitlines()
        first.kill()
    lock.write_text("\n".join((str(os.getpid()), *words[1:])) + "\n")
    return lock


class TestClaiming:
    def test_a_second_launch_is_told_and_tells_the_first(self, runtime: Path, journal: Path) -> None:
        with Helper.python(PROGRAM, runtime, journal) as first:
            assert first.line() == "True"
            with Helper.python(PROGRAM, runtime, journal) as second:
                assert second.line() == "False"
                assert second.line() == "True"
                assert second.wait() == 0
            assert json.loads(first.line()) == {"open": "window"}

    def test_another_journal_is_another_instance(self, runtime: Path, folder: Path, instance: SingleInstance) -> None:
        other = SingleInstance(runtime, folder / "other.db")
        assert instance.claim()
        assert other.claim()
        other.release()

    def test_the_same_journal_by_another_path_is_not(
        self, runtime: Path, journal: Path, folder: Path, instance: SingleInstance
    ) -> None:
        (folder / "link").symlink_to(folder)
        assert instance.claim()
        assert not SingleInstance(runtime, folder / "link" / "journal.db").claim()

    def test_after_a_kill_the_next_one_takes_over(self, runtime: Path, journal: Path, instance: SingleInstance) -> None:
        with Helper.python(PROGRAM, runtime, journal) as first:
            assert first.line() == "True"
            assert not instance.claim()
            first.kill()
        assert Path(_socket_path(runtime)).exists(), "a killed program leaves its socket"
        assert instance.claim()
        instance.listen()
        received: list[str] = []
        instance.received.connect(received.append)
        with Helper.python(COMMAND, runtime, journal, "3000") as command:
            wait_until(lambda: received)
            assert command.line() == "True"

    def test_a_lock_that_names_a_living_stranger_is_taken_over(
        self, runtime: Path, journal: Path, instance: SingleInstance
    ) -> None:
        """The killed program's number may belong to another by now; in a Flatpak it does."""
        lock = _lock_that_names_a_stranger(runtime, journal)
        assert not instance.claim(), "a lock this young may just be being made"
        os.utime(lock, (time.time() - 60,) * 2)
        assert instance.claim()

    def test_a_stopped_program_keeps_its_place(self, runtime: Path, journal: Path, instance: SingleInstance) -> None:
        with Helper.python(PROGRAM, runtime, journal) as first:
            assert first.line() == "True"
            first.signal(signal.SIGSTOP)
            (lock,) = runtime.glob("*.lock")
            os.utime(lock, (time.time() - 30 * 86400,) * 2)
            assert not instance.claim()
            began = time.monotonic()
            assert not instance.tell({"open": "window"}, 300)
            assert time.monotonic() - began < 5

    def test_many_launches_at_once_have_one_winner(self, runtime: Path, journal: Path) -> None:
        programs = [Helper.python(PROGRAM, runtime, journal) for _ in range(6)]
        try:
            answers = [program.line() for program in programs]
            assert sorted(answers) == ["False"] * 5 + ["True"]
            losers = [program for program, answer in zip(programs, answers, strict=True) if answer == "False"]
            assert [loser.line() for loser in losers] == ["True"] * 5
        finally:
            for program in programs:
                program.__exit__(None, None, None)

    def test_claiming_twice_and_releasing(self, runtime: Path, journal: Path, instance: SingleInstance) -> None:
        assert instance.claim()
        assert instance.claim()
        instance.release()
        assert not list(runtime.glob("*.lock"))
        other = SingleInstance(runtime, journal)
        assert other.claim()
        other.release()

    def test_only_the_owner_may_reach_it(self, runtime: Path, instance: SingleInstance) -> None:
        instance.claim()
        instance.listen()
        assert runtime.stat().st_mode & 0o777 == 0o700
        assert Path(_socket_path(runtime)).stat().st_mode & 0o077 == 0

    def test_no_folder_for_the_lock_does_not_stop_the_program(
        self, folder: Path, journal: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        (folder / "run").write_text("a file in the way")
        alone = SingleInstance(folder / "run", journal)
        assert alone.claim()
        assert "another instance would not be noticed" in caplog.text
        alone.release()


class TestAsking:
    def test_nobody_there(self, runtime: Path, instance: SingleInstance) -> None:
        assert not instance.is_running()
        assert not runtime.exists()

    def test_somebody_there_who_is_not_disturbed(self, runtime: Path, journal: Path, instance: SingleInstance) -> None:
        with Helper.python(PROGRAM, runtime, journal) as first:
            assert first.line() == "True"
            assert instance.is_running()
            first.signal(signal.SIGSTOP)
            assert instance.is_running()
            first.kill()
        assert not instance.is_running()

    def test_in_a_flatpak_the_number_of_a_process_says_nothing(
        self, runtime: Path, journal: Path, instance: SingleInstance, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Each start has numbers of its own there, from one on, and does not see those of the others."""
        monkeypatch.setenv("FLATPAK_ID", APP_ID)
        with Helper.python(PROGRAM, runtime, journal) as first:
            first.line()
            (lock,) = runtime.glob("*.lock")
            words = lock.read_text().splitlines()
            lock.write_text("\n".join((NO_PROCESS, *words[1:])) + "\n")
            assert instance.is_running()
            first.kill()
        lock.write_text("\n".join((str(os.getpid()), *words[1:])) + "\n")
        assert not instance.is_running()

    def test_a_stranger_with_the_number_of_a_killed_program_is_not_it(
        self, runtime: Path, journal: Path, instance: SingleInstance
    ) -> None:
        _lock_that_names_a_stranger(runtime, journal)
        assert not instance.is_running()
        assert instance.wait_until_free(0)
        assert not instance.tell({"open": "window"})

    def test_an_empty_lock_is_nobody_s_once_it_is_old(
        self, runtime: Path, journal: Path, instance: SingleInstance
    ) -> None:
        with Helper.python(PROGRAM, runtime, journal) as first:
            first.line()
            (lock,) = runtime.glob("*.lock")
            lock.write_text("")
            os.utime(lock, (time.time() - 60,) * 2)
            assert instance.is_running(), "somebody listens"
            first.kill()
        assert not instance.is_running()
        os.utime(lock)
        assert instance.is_running(), "one that is just being made"

    def test_one_that_starts_after_a_kill_runs_before_it_listens(
        self, runtime: Path, journal: Path, instance: SingleInstance
    ) -> None:
        with Helper.python(PROGRAM, runtime, journal) as first:
            first.line()
            first.kill()
        assert Path(_socket_path(runtime)).exists()
        assert instance.claim()
        assert SingleInstance(runtime, journal).is_running()

    def test_whoever_has_the_place_runs(self, instance: SingleInstance) -> None:
        instance.claim()
        assert instance.is_running()
        instance.release()
        assert not instance.is_running()

    def test_a_claim_at_the_same_moment_is_not_refused(
        self, runtime: Path, journal: Path, instance: SingleInstance
    ) -> None:
        asking = SingleInstance(runtime, journal)
        for _ in range(200):
            asking.is_running()
            assert instance.claim()
            asking.is_running()
            instance.release()


class TestClaimingPatiently:
    def test_a_place_that_is_about_to_be_free_is_waited_for(
        self, runtime: Path, journal: Path, instance: SingleInstance
    ) -> None:
        with Helper.python(PROGRAM_THAT_ENDS, runtime, journal) as first:
            assert first.line() == "True"
            assert instance.claim_patiently()

    def test_whoever_listens_keeps_it_at_once(
        self, runtime: Path, journal: Path, instance: SingleInstance, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("herwidget.desktop.instance._SECOND_CLAIM_SECONDS", 20)
        with Helper.python(PROGRAM, runtime, journal) as first:
            assert first.line() == "True"
            began = time.monotonic()
            assert not instance.claim_patiently()
            assert time.monotonic() - began < 15

    def test_whoever_does_not_listen_keeps_it_after_a_moment(
        self, runtime: Path, journal: Path, instance: SingleInstance
    ) -> None:
        other = SingleInstance(runtime, journal)
        assert other.claim()
        assert not instance.claim_patiently()
        other.release()


class TestTelling:
    def test_nobody_there_is_known_at_once(self, runtime: Path, journal: Path) -> None:
        with Helper.python(COMMAND, runtime, journal, "60000") as command:
            assert command.line() == "False"
            assert float(command.line()) < 20

    def test_a_killed_program_is_known_at_once(self, runtime: Path, journal: Path) -> None:
        with Helper.python(PROGRAM, runtime, journal) as first:
            first.line()
            first.kill()
        with Helper.python(COMMAND, runtime, journal, "60000") as command:
            assert command.line() == "False"
            assert float(command.line()) < 20

    def test_a_program_that_is_still_starting_is_waited_for(
        self, runtime: Path, journal: Path, instance: SingleInstance
    ) -> None:
        assert instance.claim()
        received: list[str] = []
        instance.received.connect(received.append)
        with Helper.python(COMMAND, runtime, journal, "5000") as command:
            time.sleep(0.4)
            instance.listen()
            wait_until(lambda: received)
            assert command.line() == "True"
        assert json.loads(received[0]) == {"pause": "2h"}

    def test_a_program_that_does_not_listen_is_given_up(
        self, runtime: Path, journal: Path, instance: SingleInstance
    ) -> None:
        assert instance.claim()
        with Helper.python(COMMAND, runtime, journal, "300") as command:
            assert command.line() == "False"
            assert 0.2 < float(command.line()) < 20

    def test_korean_and_line_breaks_arrive_whole(self, runtime: Path, journal: Path) -> None:
        code = PROGRAM.replace('{"open": "window"}', '{"note": "둘\\n줄 😀"}')
        with Helper.python(PROGRAM, runtime, journal) as first:
            first.line()
            with Helper.python(code, runtime, journal) as second:
                assert (second.line(), second.line()) == ("False", "True")
            assert json.loads(first.line()) == {"note": "둘\n줄 😀"}

    def test_a_message_that_is_too_long_is_refused(self, instance: SingleInstance) -> None:
        with pytest.raises(ValueError, match="too long"):
            instance.tell({"text": "x" * 4096})

    def test_the_place_can_be_given_up_while_a_message_is_handled(
        self, runtime: Path, journal: Path, instance: SingleInstance
    ) -> None:
        instance.claim()
        instance.listen()
        instance.received.connect(lambda _text: instance.release())
        with Helper.python(COMMAND, runtime, journal, "3000") as command:
            wait_until(lambda: not list(runtime.glob("*.lock")))
            assert command.line() == "True"


class TestMalformedMessages:
    @pytest.fixture
    def received(self, instance: SingleInstance) -> list[str]:
        texts: list[str] = []
        instance.received.connect(texts.append)
        instance.claim()
        instance.listen()
        return texts

    @pytest.mark.parametrize(
        "data",
        [
            b"secret\n",
            b"[1, 2]\n",
            b'"secret"\n',
            b'{"a": 1}\n',
            b'{"a": {"b": "secret"}}\n',
            b"\xff\xfe\n",
            b"\n",
            b"[" * 4000 + b"\n",
            b"x" * 5000,
        ],
    )
    def test_they_are_dropped_and_logged_without_what_they_said(
        self, runtime: Path, received: list[str], caplog: pytest.LogCaptureFixture, data: bytes
    ) -> None:
        caplog.set_level(logging.DEBUG)
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(_socket_path(runtime))
            client.sendall(data)
            client.setblocking(False)
            answer: list[bytes] = []

            def has_ended() -> bool:
                try:
                    answer.append(client.recv(100))
                except BlockingIOError:
                    return False
                except ConnectionResetError:
                    answer.append(b"")
                return answer[-1] == b""

            wait_until(has_ended)
        assert b"".join(answer) == b""
        assert received == []
        assert "a message was" in caplog.text
        assert "secret" not in caplog.text

    def test_a_message_in_pieces_is_one_message(self, runtime: Path, received: list[str]) -> None:
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(_socket_path(runtime))
            for piece in (b'{"open"', b': "win', b'dow"}\n'):
                client.sendall(piece)
                let_qt_work(0.03)
            wait_until(lambda: received)
            assert client.recv(10) == b"ok\n"
        assert json.loads(received[0]) == {"open": "window"}

    def test_a_second_line_is_not_read(self, runtime: Path, received: list[str]) -> None:
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(_socket_path(runtime))
            client.sendall(b'{"a": "1"}\n{"a": "2"}\n')
            let_qt_work(0.1)
        assert len(received) == 1

    def test_a_client_that_says_nothing_harms_nobody(self, runtime: Path, received: list[str]) -> None:
        silent = socket.socket(socket.AF_UNIX)
        silent.connect(_socket_path(runtime))
        client = QLocalSocket()
        client.connectToServer(_socket_path(runtime))
        client.write(b'{"open": "window"}\n')
        wait_until(lambda: received)
        silent.close()
        let_qt_work(0.02)
