"""By what name Windows knows the program."""

import sys


def be_known_as(app_id: str) -> None:
    """Have windows and notifications grouped under the shortcut that has the same id. Does nothing elsewhere."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(app_id)
