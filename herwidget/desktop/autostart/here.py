"""How this system starts programs with the computer."""

import sys
from collections.abc import Sequence
from pathlib import Path

from herwidget.core.ports import Autostart
from herwidget.desktop.autostart.start_command import start_command

_IN_FLATPAK = Path("/.flatpak-info")


def autostart_here(options: Sequence[str], own_folder: Path, reason: str) -> Autostart:
    """The system's way. `options` go to the program that is started, `own_folder` is that of its settings, `reason`
    is what the system may show when it asks the person."""
    if sys.platform == "win32":
        from herwidget.desktop.autostart.windows import WindowsAutostart

        return WindowsAutostart(start_command(options))
    if sys.platform == "darwin":
        from herwidget.desktop.autostart.macos import LaunchAgentAutostart

        return LaunchAgentAutostart(start_command(options), Path.home())
    if _IN_FLATPAK.exists():
        from herwidget.desktop.autostart.portal import PortalAutostart

        return PortalAutostart(("herwidget", "--background", *options), own_folder / "starts-with-computer", reason)
    from herwidget.desktop.autostart.xdg import XdgAutostart, configuration_folders

    return XdgAutostart(start_command(options), configuration_folders())


def keep_starting(autostart: Autostart) -> None:
    """Start this program with the computer in place of its older version, where an upgrade is another file."""
    if sys.platform not in ("win32", "darwin"):
        from herwidget.desktop.autostart.xdg import XdgAutostart

        if isinstance(autostart, XdgAutostart):
            autostart.keep_starting()
