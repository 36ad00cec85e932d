"""On Windows and macOS the layer can be imported and says that it cannot tell."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.desktop.support import ROOT

# What the platform's own Python would bring is imported before it is told that it stands elsewhere.
CODE = """
import ctypes, importlib.util, logging.handlers, os, shutil, socket, subprocess, sys, tempfile, tomllib, types, zoneinfo
import PySide6.QtCore, PySide6.QtDBus, PySide6.QtNetwork, platformdirs, tomlkit, tzlocal
from pathlib import Path
sys.platform = sys.argv[1]
if sys.platform == "win32":
    del os.geteuid
from herwidget.core.settings import Settings
from herwidget.desktop import clock, instance, log_file, paths, presence, resources, settings_file, taskbar, tray_host
from herwidget.desktop import x11, zone
from herwidget.desktop.notifications import chain, dbus_notifier, plyer_notifier
folder = Path(sys.argv[2])
names = []
ctypes.windll = types.SimpleNamespace()
ctypes.windll.shell32 = types.SimpleNamespace(SetCurrentProcessExplicitAppUserModelID=names.append)
taskbar.be_known_as("io.github.herwidget.Herwidget")
assert names == (["io.github.herwidget.Herwidget"] if sys.platform == "win32" else [])
qt = PySide6.QtCore.QCoreApplication([])
assert isinstance(presence.presence_for_this_desktop(), presence.NoPresence)
assert not dbus_notifier.DBusNotifier().is_compatible()
assert tray_host.TrayHost().present()
assert x11.has_compositor() is None and x11.idle_time() is None
assert zone.current_zone()
assert resources.bank_texts()
paths.make_private(folder / "private")
log_file.start_log(folder / "log")
settings_file.SettingsFile(folder / "settings.toml").save(Settings())
assert instance._names(folder, folder / "j.db")[1].startswith("herwidget-" if sys.platform == "win32" else str(folder))
assert "jeepney" not in sys.modules and "plyer" not in sys.modules
print("fine")
"""

# Of the whole program. What the system itself brings there, or does not, is put in its place.
EVERY_MODULE = """
import argparse, ctypes, importlib, logging.handlers, os, pkgutil, plistlib, socket, sqlite3, subprocess, sys, types
import PySide6.QtDBus, PySide6.QtNetwork, PySide6.QtSvg, PySide6.QtWidgets
import apscheduler.schedulers.background, platform, platformdirs, sqlite_utils, tomlkit, tzlocal, vobject
platform.platform()
missing = ["jeepney"]
if sys.argv[1] == "win32":
    missing += ["fcntl", "grp", "pwd", "readline", "resource", "termios", "tty"]
    sys.modules["winreg"] = types.ModuleType("winreg")
    del os.geteuid, os.getuid, os.set_blocking, socket.AF_UNIX
sys.modules.update(dict.fromkeys(missing))
sys.platform = sys.argv[1]
import herwidget
names = [module.name for module in pkgutil.walk_packages(herwidget.__path__, "herwidget.")]
for name in names:
    if name != "herwidget.__main__":
        importlib.import_module(name)
print(len(names) > 200)
"""


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_every_module_can_be_imported(platform: str) -> None:
    argv = [sys.executable, "-c", EVERY_MODULE, platform]
    done = subprocess.run(argv, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout == "True\n", done.stderr


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_everything_can_be_imported_and_asked(platform: str, tmp_path: object) -> None:
    environment = {**os.environ, "DISPLAY": ":0", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    argv = [sys.executable, "-c", CODE, platform, str(tmp_path)]
    done = subprocess.run(argv, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    assert done.stdout == "fine\n", done.stderr
