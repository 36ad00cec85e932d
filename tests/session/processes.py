"""The processes of a desktop session, and waiting for what they do."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")

POLLING_INTERVAL = 0.02


class DesktopError(Exception):
    """The desktop session could not be started or did not do what was asked."""


def wait_for(condition: Callable[[], Result], timeout: float = 30.0, what: str = "a condition") -> Result:
    """Ask `condition` until its answer is true and return that; TimeoutError after `timeout` seconds."""
    deadline = time.monotonic() + timeout
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {timeout:g} s in vain for {what}")
        time.sleep(POLLING_INTERVAL)


def run_tool(argv: Sequence[str], environment: Mapping[str, str], timeout: float = 20.0) -> bytes:
    """Run a short-lived program to its end and return its standard output; DesktopError when it fails."""
    try:
        result = subprocess.run(argv, env=environment, capture_output=True, timeout=timeout, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DesktopError(f"{argv[0]} could not be run: {error}") from error
    if result.returncode != 0:
        complaint = result.stderr.decode(errors="replace").strip()
        raise DesktopError(f"{' '.join(argv)} ended with {result.returncode}: {complaint}")
    return result.stdout


class Process:
    """A program in a process group of its own, with its output in two files."""

    def __init__(
        self,
        argv: Sequence[str | Path],
        environment: Mapping[str, str],
        output_path: Path,
        pass_descriptors: Sequence[int] = (),
    ) -> None:
        self.argv = [str(argument) for argument in argv]
        self.name = Path(self.argv[0]).name
        self._stdout_path = output_path.with_name(output_path.name + ".stdout")
        self._stderr_path = output_path.with_name(output_path.name + ".stderr")
        with self._stdout_path.open("wb") as stdout, self._stderr_path.open("wb") as stderr:
            self._process = subprocess.Popen(
                self.argv,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
                start_new_session=True,
                pass_fds=tuple(pass_descriptors),
            )
        self.pid = self._process.pid

    @property
    def exit_code(self) -> int | None:
        """The exit code, negative for a signal, or None while the program runs."""
        if self._process.returncode is not None:
            return self._process.returncode
        # Only look: as long as nobody collects the program, its number cannot become another program's.
        status = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        if status is None:
            return None
        return status.si_status if status.si_code == os.CLD_EXITED else -status.si_status

    def wait_exit(self, timeout: float = 30.0) -> int:
        """Wait until the program has ended and return its exit code."""
        wait_for(lambda: self.exit_code is not None, timeout, f"{self.name} to end")
        return self.exit_code or 0

    def terminate(self) -> None:
        """Ask the program, and what it started in its group, to end (SIGTERM)."""
        self._signal(signal.SIGTERM)

    def kill(self) -> None:
        """End the program and its group without asking (SIGKILL), as a crash or a power cut would."""
        self._signal(signal.SIGKILL)
        self._process.wait(10)

    def end(self, patience: float = 3.0) -> None:
        """End the program politely, then firmly."""
        self.terminate()
        with contextlib.suppress(TimeoutError):
            self.wait_exit(patience)
        self.kill()

    def stdout_text(self) -> str:
        """What the program has written to standard output so far."""
        return self._stdout_path.read_text(errors="replace")

    def stderr_text(self) -> str:
        """What the program has written to standard error so far."""
        return self._stderr_path.read_text(errors="replace")

    def _signal(self, number: signal.Signals) -> None:
        if self._process.returncode is None:
            os.killpg(self.pid, number)
