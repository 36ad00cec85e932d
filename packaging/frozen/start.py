"""Where the frozen program begins."""

import os
import sys

# The loader of the frozen program points these at its own libraries and plugins, for this process alone. The programs
# that Herwidget starts, such as the one that opens an e-mail, need the system's.
for _name in ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
    os.environ.pop(_name, None)
    if (_before := os.environ.pop(f"{_name}_ORIG", None)) is not None:
        os.environ[_name] = _before

if sys.platform == "win32":
    import ctypes

    # And this is where it has Windows look for its libraries: still for this process, no more for those that it starts.
    os.add_dll_directory(sys._MEIPASS)
    ctypes.windll.kernel32.SetDllDirectoryW(None)
    _folders = os.environ["PATH"].split(os.pathsep)
    os.environ["PATH"] = os.pathsep.join(folder for folder in _folders if folder != sys._MEIPASS)

# Its modules lie in the program's own file, which an upgrade replaces while it runs: the old one is held on to.
if sys.platform == "linux":
    import pyimod02_importers

    _held = os.open(sys.executable, os.O_RDONLY | os.O_CLOEXEC)
    pyimod02_importers.pyz_archive._filename = f"/proc/self/fd/{_held}"

from herwidget.cli import main  # noqa: E402

sys.exit(main())
