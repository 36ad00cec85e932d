"""plyer looks for the module of its platform by name, at run time."""

import sys

_PLATFORM = {"win32": "win", "darwin": "macosx"}.get(sys.platform, "linux")
hiddenimports = [f"plyer.platforms.{_PLATFORM}.notification"]
