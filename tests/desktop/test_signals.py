"""A signal ends the program well: by the loop's own watching, and by the thread that Windows needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.desktop.support import ROOT

CODE = """
import os, signal, sys
from PySide6.QtCore import QCoreApplication, QTimer
platform = sys.platform
from herwidget.desktop.signals import quit_on_signals
qt = QCoreApplication([])
pipe = os.pipe
def ready_pipe():  # which Linux insists on, and Windows has no word for
    read, write = pipe()
    os.set_blocking(write, False)
    return read, write
os.pipe = ready_pipe
sys.platform = sys.argv[1]
left = []
def leave():
    left.append(1)
    qt.quit()
stop = quit_on_signals(leave)
sys.platform = platform
QTimer.singleShot(0, lambda: os.kill(os.getpid(), getattr(signal, sys.argv[2])))
qt.exec()
stop()
assert left == [1]
print("ended well")
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_the_program_leaves_its_loop(platform: str, name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE, platform, name], capture_output=True, text=True, cwd=ROOT, timeout=20, check=False
    )
    assert (done.stdout, done.returncode) == ("ended well\n", 0), done.stderr
