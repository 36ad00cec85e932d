"""The last resort: plyer, which shows a plain notification on any platform and tells nothing of what became of it."""

import importlib.util
import logging
import os
import shutil
import sys
import threading
import unicodedata
import warnings
from collections.abc import Callable

from herwidget.core.ports import NotificationResponse

log = logging.getLogger(__name__)

# Windows' limits, less the zero at the end.
MOST_TITLE_UNITS = 63
MOST_BODY_UNITS = 255
_MOST_SECONDS = 0.9
_BUS, _DAEMON = "org.freedesktop.DBus", "org.freedesktop.Notifications"

# plyer puts texts unquoted into a command line and into single quotes, and some daemons read them as markup.
_SAFE = str.maketrans({"'": "’", "\\": "＼", "<": "‹", ">": "›", "&": "＆"})


class PlyerNotifier:
    """Has no action, cannot be withdrawn, and never calls `respond`."""

    name = "plyer"

    def is_compatible(self) -> bool:
        """Whether what plyer needs on this platform is installed."""
        if importlib.util.find_spec("plyer") is None:
            return False
        if sys.platform == "darwin":
            return importlib.util.find_spec("pyobjus") is not None
        if sys.platform == "linux":
            if os.path.isdir("/app"):  # noqa: PTH112
                return shutil.which("gdbus") is not None
            return shutil.which("notify-send") is not None and _has_daemon()
        return sys.platform == "win32"

    def notify(self, title: str, body: str, action: str, respond: Callable[[NotificationResponse], None]) -> bool:
        """Show it without the action; False when plyer failed or took longer than a second."""
        trouble: list[BaseException] = []
        try:
            show = _plyer_notify()
        except Exception as error:  # plyer passes on whatever its platforms raise
            log.info("plyer cannot be used (%s)", type(error).__name__)
            return False

        def work() -> None:
            try:
                show(
                    title=safe_text(title, MOST_TITLE_UNITS),
                    message=safe_text(body, MOST_BODY_UNITS),
                    app_name="Herwidget",
                )
            except BaseException as error:
                trouble.append(error)

        # It waits for a command that waits for the daemon, half a minute at worst.
        thread = threading.Thread(target=work, name="plyer", daemon=True)
        thread.start()
        thread.join(_MOST_SECONDS)
        if trouble or thread.is_alive():
            log.info("plyer failed (%s)", type(trouble[0]).__name__ if trouble else "it takes too long")
            return False
        return True

    def withdraw(self) -> None:
        """Does nothing: plyer cannot."""


def safe_text(text: str, most_units: int) -> str:
    """`text` in one line that plyer passes on unharmed, cut to `most_units` UTF-16 units."""
    words = "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in text).split()
    plain = " ".join(words).translate(_SAFE).encode("utf-16-le", "replace").decode("utf-16-le")
    if plain.startswith("-"):
        plain = "–" + plain[1:]
    if _units(plain) <= most_units:
        return plain
    while _units(plain) > most_units - 1:
        plain = plain[:-1]
    return plain.rstrip() + "…"


def _has_daemon() -> bool:
    """Whether some program shows, or can be started to show, what notify-send sends; plyer hides when it fails."""
    from PySide6.QtDBus import QDBusConnection

    from herwidget.desktop.bus_calls import BusCalls

    connection = QDBusConnection.sessionBus()
    if not connection.isConnected():  # it cannot be known
        return True
    calls = BusCalls(connection)
    can_be_started = calls.ask(_BUS, "/org/freedesktop/DBus", _BUS, "ListActivatableNames")
    return _DAEMON in calls.names() or (isinstance(can_be_started, list) and _DAEMON in can_be_started)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _plyer_notify() -> Callable[..., None]:
    """plyer's function for this platform."""
    with warnings.catch_warnings():
        # It warns when it falls back from D-Bus to a command.
        warnings.simplefilter("ignore")
        from plyer import notification

        notify: Callable[..., None] = notification.notify
    return notify
