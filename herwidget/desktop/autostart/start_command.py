"""The command that starts this Herwidget again, whatever it was installed as."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]


def start_command(options: Sequence[str]) -> tuple[str, ...]:
    """Starts this Herwidget in the background with these options; its first word is the full path of a program."""
    return (*_program(), "--background", *options)


def _program() -> tuple[str, ...]:
    if not getattr(sys, "frozen", False):
        # The package's folder instead of "-m herwidget": that would have to be started in the right folder, and Xfce
        # passes over the folder that an autostart file names.
        return sys.executable, str(PACKAGE)
    return (program_of(sys.executable, dict(os.environ), shutil.which("herwidget")),)


def program_of(executable: str, environment: dict[str, str], on_path: str | None) -> str:
    """The AppImage's own file; else what an upgrade leaves in its place: the name on the PATH that leads to
    `executable`, such as /usr/bin/herwidget, or `executable`."""
    image, mounted = environment.get("APPIMAGE"), environment.get("APPDIR")
    # A program that was started by another AppImage has that one's variables.
    if image and mounted and Path(executable).is_relative_to(mounted):
        return image
    if on_path is not None and os.path.realpath(on_path) == os.path.realpath(executable):
        return os.path.abspath(on_path)  # noqa: PTH100  # links are to stay
    return executable
