"""What the tests of the desktop layer share: programs, a private bus, waiting while Qt works."""

from __future__ import annotations

import ctypes
import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop

ROOT = Path(__file__).resolve().parents[2]


def need_programs(*names: str) -> None:
    """Skip the test when programs are missing; on a build server, where nobody reads skips, fail."""
    missing = [name for name in names if shutil.which(name) is None]
    if missing:
        sentence = f"this test needs programs that are not installed: {', '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)


def need_library(name: str) -> None:
    """Skip the test when a library of the system is missing; on a build server fail."""
    try:
        ctypes.CDLL(name)
    except OSError:
        sentence = f"this test needs a library that is not installed: {name}"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)


def wait_until(condition: Callable[[], object], seconds: float = 30.0, what: str = "a condition") -> None:
    """Let Qt work until `condition` holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited {seconds:g} s in vain for {what}"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.002)


def let_qt_work(seconds: float) -> None:
    """Let Qt work for some time, to see that nothing happens in it."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.002)


class Helper:
    """A program of the test, which ends with it. It speaks in lines."""

    def __init__(self, argv: Sequence[str | Path], environment: dict[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            [str(argument) for argument in argv],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
            env=environment,
        )
        self.pid = self._process.pid

    @classmethod
    def python(cls, code: str, *arguments: str | Path, environment: dict[str, str] | None = None) -> Self:
        """Run Python code in a process of its own."""
        return cls([sys.executable, "-c", code, *arguments], environment)

    def line(self) -> str:
        """The next line it says, "" when it has ended."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().rstrip("\n")

    def say(self, line: str) -> None:
        """Send it a line."""
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def signal(self, number: int) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    def kill(self) -> None:
        """End it at once, as a crash would."""
        self._process.kill()
        self._process.wait(30)

    def wait(self, seconds: float = 30.0) -> int:
        """Wait for its end, and return its exit code."""
        return self._process.wait(seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.kill()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()


class PrivateBus(Helper):
    """A message bus of its own, on which nothing is started by itself except what is in `services`."""

    def __init__(self, folder: Path, services: str = "", environment: dict[str, str] | None = None) -> None:
        need_programs("dbus-daemon")
        service_folder = folder / "services"
        service_folder.mkdir(parents=True)
        if services:
            (service_folder / "test.service").write_text(services)
        configuration = folder / "bus.conf"
        configuration.write_text(
            f"<busconfig><type>session</type><listen>unix:path={folder / 'bus'}</listen><auth>EXTERNAL</auth>"
            f"<servicedir>{service_folder}</servicedir><policy context='default'>"
            "<allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/>"
            "</policy></busconfig>"
        )
        super().__init__(
            ["dbus-daemon", "--nofork", "--nopidfile", "--print-address", f"--config-file={configuration}"], environment
        )
        self.address = self.line()
        assert self.address, "the bus did not start"


class FakeService(Helper):
    """A program on a bus that answers as it is told; see `fake_service.py`."""

    def __init__(self, address: str, name: str) -> None:
        super().__init__([sys.executable, "-m", "tests.desktop.fake_service", address, name])
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.calls: list[list[Any]] = []
        """What was called: method, signature, values, caller."""
        self._until("up")

    def do(self, *command: object) -> None:
        """Give a command and wait until it is done."""
        self.say(json.dumps(command))
        self._until("done")

    def kill(self) -> None:
        super().kill()
        self._listener.join(30)  # it reads what is closed next

    def called(self, method: str) -> list[list[Any]]:
        """The values of all calls of a method so far, oldest first."""
        self.do("ping")  # by its answer everything that was called before has been read
        return [values for name, _, values, _ in self.calls if name == method]

    def signatures(self, method: str) -> set[str]:
        """The signatures with which a method was called."""
        self.called(method)
        return {signature for name, signature, _, _ in self.calls if name == method}

    def callers(self, method: str) -> set[str]:
        """The unique names of those who called a method."""
        self.called(method)
        return {caller for name, _, _, caller in self.calls if name == method}

    def _until(self, word: str) -> None:
        while (words := json.loads(self._lines.get(timeout=30))) != [word]:
            self.calls.append(words)

    def _listen(self) -> None:
        while line := self.line():
            self._lines.put(line)
