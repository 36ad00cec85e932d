"""The Debian packages that a desktop session is made of."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from .accessibility import SYSTEM_PYTHON

PROGRAM_PACKAGES = {
    "Xvfb": "xvfb",
    "Xorg": "xserver-xorg-core",
    "xrandr": "x11-xserver-utils",
    "xdotool": "xdotool",
    "xprop": "x11-utils",
    "xwininfo": "x11-utils",
    "import": "imagemagick",
    "dbus-daemon": "dbus",
    "gdbus": "libglib2.0-bin",
    "gio": "libglib2.0-bin",
    "desktop-file-validate": "desktop-file-utils",
    "openbox": "openbox",
    "xfce4-panel": "xfce4-panel",
    "xfconf-query": "xfconf",
    "trayer": "trayer",
    "picom": "picom",
    "dunst": "dunst",
    "ibus-daemon": "ibus",
    "fcitx5": "fcitx5",
    "xdg-dbus-proxy": "xdg-dbus-proxy",
}


def missing_packages() -> list[str]:
    """The Debian packages without which a session cannot run, sorted by name."""
    missing = {package for program, package in PROGRAM_PACKAGES.items() if shutil.which(program) is None}
    try:
        subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], check=True, capture_output=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        missing.add("python3-pyatspi")
    if not Path("/usr/lib/xorg/modules/drivers/dummy_drv.so").exists():
        missing.add("xserver-xorg-video-dummy")
    if not Path("/usr/share/ibus/component/hangul.xml").exists():
        missing.add("ibus-hangul")
    if not Path("/usr/share/fcitx5/inputmethod/hangul.conf").exists():
        missing.add("fcitx5-hangul")
    if not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists():
        missing.add("at-spi2-core")
    return sorted(missing)
