"""What the figures depend on: the machine, and the versions of what was measured."""

import os
import platform
import sqlite3
from importlib.metadata import version
from pathlib import Path

from herwidget import __version__

PACKAGES = ("PySide6_Essentials", "sqlite-utils", "APScheduler", "plyer")


def describe_machine(disk_folder: Path) -> str:
    """A few lines for the head of the table; `disk_folder` is where answers are written in the benchmark."""
    cores, memory = os.cpu_count() or 0, os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return "\n".join(
        (
            f"machine   {cores} cores, {_processor()}, {memory / 2**30:.0f} GiB, load {os.getloadavg()[0]:.2f}",
            f"system    {platform.system()} {platform.release()}, answers on {file_system_of(disk_folder)}",
            f"versions  Herwidget {__version__}, Python {platform.python_version()}, {packages}, "
            f"SQLite {sqlite3.sqlite_version}",
        )
    )


def is_busy() -> bool:
    """Whether so much else has run in the last minute that it must show in the figures."""
    return os.getloadavg()[0] > (os.cpu_count() or 1) / 2


def file_system_of(folder: Path) -> str:
    """The kind of file system that `folder` lies on, such as "ext4"."""
    best, kind = Path("/"), "unknown"
    for line in Path("/proc/self/mounts").read_text().splitlines():
        _, mount_point, mount_kind, *_ = line.split()
        place = Path(mount_point.replace("\\040", " "))
        if folder.is_relative_to(place) and len(place.parts) >= len(best.parts):
            best, kind = place, mount_kind
    return kind


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
