"""By what name Windows knows the program, and who may come to its front."""

import sys


def be_known_as(app_id: str) -> None:
    """Have windows and notifications grouped under the shortcut that has the same id. Does nothing elsewhere."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(app_id)


def let_others_come_forward() -> None:
    """Let the program that runs show its window in front: this start has that right, as the person began it, and the
    one that runs has not (AllowSetForegroundWindow with ASFW_ANY, learn.microsoft.com). Does nothing elsewhere."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(0xFFFFFFFF)
