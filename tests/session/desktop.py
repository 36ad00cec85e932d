"""A desktop session of its own, on a screen that nobody sees, for tests of the real program."""

from __future__ import annotations

import contextlib
import os
import select
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Literal, Self

from .accessibility import AccessibilityControl
from .bus import NOTIFICATIONS, WATCHER, BusControl, NotificationMonitor, SeenNotification
from .configuration import (
    PANEL_HEIGHT,
    write_bus_configuration,
    write_dunst_configuration,
    write_xfce_panel_configuration,
    write_xorg_configuration,
)
from .packages import missing_packages as missing_packages  # the benchmarks ask here
from .processes import DesktopError, Process, run_tool, wait_for
from .screen import ScreenControl
from .x11 import selection_has_owner

PanelKind = Literal["xfce", "trayer"]

SCREEN_SIZE = (1280, 800)
SECOND_SCREEN_SIZE = (1024, 768)
START_TIMEOUT = 20.0

TRAYER_OPTIONS = [
    *("--edge", "bottom", "--align", "right", "--SetPartialStrut", "true"),
    *("--widthtype", "pixel", "--width", "200", "--heighttype", "pixel", "--height", str(PANEL_HEIGHT)),
]

INHERITED_VARIABLES = ("PATH", "LD_LIBRARY_PATH", "PYTHONPATH", "VIRTUAL_ENV", "TZ", "USER", "LOGNAME")


class DesktopSession(ScreenControl, BusControl, AccessibilityControl):
    """X server, session bus, window manager and, as asked, panel, notification daemon, compositor and second screen.

    Everything lives in a temporary folder and ends with the `with` block, in reverse order of its start.
    """

    running: ClassVar[list[DesktopSession]] = []

    def __init__(
        self,
        panel: PanelKind | None = "xfce",
        notifications: bool = True,
        compositor: bool = False,
        two_screens: bool = False,
    ) -> None:
        self._with_two_screens = two_screens
        self._wanted_panel = panel
        self._with_notifications = notifications
        self._with_compositor = compositor
        self._panel: Process | None = None
        self._panel_kind: PanelKind | None = None
        self._notification_daemon: Process | None = None
        self._processes: list[Process] = []
        self._programs: list[Process] = []
        self._cleanup = contextlib.ExitStack()
        self.log_files: list[Path] = []
        """Files that tell more than what the programs print, kept with a failed test's artifacts."""

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException as error:
            words = self._last_words() if self._processes else ""
            self.close()
            if isinstance(error, (DesktopError, TimeoutError)):
                raise DesktopError(f"the session did not start: {error}\n{words}") from error
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End what this session started, the youngest first, and remove its folder."""
        self._cleanup.close()

    def start(self, argv: Sequence[str | Path], **environment: str | None) -> Process:
        """Run a program in the session; keywords set environment variables, None removes one."""
        variables: dict[str, str | None] = {**self.environment, **environment}
        program = self._run(argv, {name: value for name, value in variables.items() if value is not None})
        self._programs.append(program)
        return program

    def start_panel(self, kind: PanelKind | None = None) -> None:
        """Start the session's panel, or one of another kind, and wait until it takes tray icons."""
        if self._panel is not None:
            raise DesktopError("a panel runs already")
        kind = kind or self._wanted_panel or "xfce"
        # Without the accessibility bridge a panel starts sooner and stays out of the tests' trees.
        environment = {**self.environment, "NO_AT_BRIDGE": "1"}
        if kind == "xfce":
            self._panel = self._run(["xfce4-panel", "--disable-wm-check"], environment)
            self._wait_for(self._panel, self.tray_host_is_there, "the panel to take tray icons")
        else:
            self._panel = self._run(["trayer", *TRAYER_OPTIONS], environment)
            self._wait_for(self._panel, self._xembed_host_is_there, "trayer to take tray icons")
        self._panel_kind = kind

    def stop_panel(self) -> None:
        """End the panel and wait until nobody takes tray icons any more."""
        if self._panel is not None:
            self._panel.end()
            self._panel = None
            wait_for(lambda: not self.bus_name_has_owner(WATCHER), what="the tray's bus name to be free")
            wait_for(lambda: not self._xembed_host_is_there(), what="the tray's selection to be free")

    def restart_panel(self) -> None:
        """End the panel and start it again, one of the same kind."""
        self.stop_panel()
        self.start_panel(self._panel_kind)

    def start_notification_daemon(self) -> None:
        """Start dunst and wait until it takes notifications."""
        configuration = write_dunst_configuration(self.folder / "dunstrc")
        daemon = self._run(["dunst", "-conf", configuration], self.environment)
        self._wait_for(daemon, lambda: self.bus_name_has_owner(NOTIFICATIONS), "dunst to take notifications")
        self._notification_daemon = daemon

    def stop_notification_daemon(self) -> None:
        """End dunst and wait until nobody takes notifications any more."""
        if self._notification_daemon is not None:
            self._notification_daemon.end()
            self._notification_daemon = None
            wait_for(
                lambda: not self.bus_name_has_owner(NOTIFICATIONS),
                what="the name of notifications to be free",
            )

    def notifications_seen(self) -> list[SeenNotification]:
        """Every notification sent over the bus since the start or `clear_notifications`, oldest first."""
        return self._monitor.seen()

    def clear_notifications(self) -> None:
        """Close all bubbles and forget what was sent."""
        if self._notification_daemon is not None:
            run_tool(["dunstctl", "close-all"], self.environment)
            wait_for(lambda: not self.windows(window_class="^Dunst$"), what="the bubbles to be gone")
        self._monitor.forget()

    def reset(self) -> None:
        """Bring the session back to its first state: no programs, no bubbles, its own panel and daemon."""
        while self._programs:
            self._programs.pop().end()
        self.log_files.clear()
        if self._panel and (self._panel_kind != self._wanted_panel or self._panel.exit_code is not None):
            self.stop_panel()
        if self._panel is None and self._wanted_panel is not None:
            self.start_panel()
        if self._notification_daemon and self._notification_daemon.exit_code is not None:
            self.stop_notification_daemon()
        if self._notification_daemon is None and self._with_notifications:
            self.start_notification_daemon()
        self.clear_notifications()
        width, height = SCREEN_SIZE
        self.move_pointer(width // 2, height // 2)

    def save_artifacts(self, folder: Path, name: str) -> None:
        """Keep a screenshot and the output of all programs, for a person who asks why a test failed."""
        folder.mkdir(parents=True, exist_ok=True)
        self.screenshot(folder / f"{name}.png")
        (folder / f"{name}.log").write_text(self._last_words(lines=200))

    def _start(self) -> None:
        prefix = "herwidget-session-"
        self.folder = Path(self._cleanup.enter_context(tempfile.TemporaryDirectory(prefix=prefix)))
        self._logs = self.folder / "logs"
        self._prepare_folders()
        self._start_display()
        self._start_bus()
        self._monitor = NotificationMonitor(self.bus_address)
        self._cleanup.callback(self._monitor.close)
        window_manager = self._run(["openbox", "--sm-disable"], self.environment)
        self._wait_for(window_manager, self._window_manager_is_there, "the window manager")
        if self._with_compositor:
            compositor = self._run(["picom", "--backend", "xrender", "--config", os.devnull], self.environment)
            self._wait_for(compositor, lambda: selection_has_owner(self.display, "_NET_WM_CM_S0"), "the compositor")
        if self._with_notifications:
            self.start_notification_daemon()
        if self._wanted_panel is not None:
            self.start_panel()
        self.running.append(self)
        self._cleanup.callback(self.running.remove, self)

    def _prepare_folders(self) -> None:
        self.home = self.folder / "home"
        self.runtime_folder = self.folder / "runtime"
        for folder in (self.home, self.runtime_folder, self._logs):
            folder.mkdir(mode=0o700)
        write_xfce_panel_configuration(self.home / ".config", *SCREEN_SIZE)
        self.bus_address = f"unix:path={self.runtime_folder / 'bus'}"
        self.environment = {
            **{name: os.environ[name] for name in INHERITED_VARIABLES if name in os.environ},
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.runtime_folder),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_DATA_HOME": str(self.home / ".local" / "share"),
            "XDG_STATE_HOME": str(self.home / ".local" / "state"),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "XDG_SESSION_TYPE": "x11",
            "DBUS_SESSION_BUS_ADDRESS": self.bus_address,
            "GSETTINGS_BACKEND": "memory",
            "LANG": "C.UTF-8",
        }

    def _start_display(self) -> None:
        """Start the X server, which picks a free display number itself and says it when it is ready."""
        reader, writer = os.pipe()
        try:
            argv = self._xorg() if self._with_two_screens else ["Xvfb", "-screen", "0", "{}x{}x24".format(*SCREEN_SIZE)]
            argv += ["-displayfd", str(writer), "-dpi", "96", "-nolisten", "tcp", "-noreset"]
            server = self._run(argv, self.environment, pass_descriptors=[writer])
            self._wait_for(server, lambda: select.select([reader], [], [], 0)[0], "the X server")
            self.display = f":{int(os.read(reader, 16))}"
        finally:
            os.close(reader)
            os.close(writer)
        self.environment["DISPLAY"] = self.display
        if self._with_two_screens:
            self.attach_second_screen(*SECOND_SCREEN_SIZE)

    def _xorg(self) -> list[str]:
        """The X server that knows more than one screen: to Qt, Xvfb is always a single one."""
        configuration = write_xorg_configuration(self.folder / "xorg.conf")
        log = self._logs / "xorg.log"
        return ["Xorg", "-config", str(configuration), "-logfile", str(log), "-novtswitch", "-sharevts"]

    def _start_bus(self) -> None:
        configuration = write_bus_configuration(self.folder, self.bus_address)
        daemon = self._run(
            ["dbus-daemon", "--nofork", "--nopidfile", f"--config-file={configuration}"], self.environment
        )
        self._wait_for(daemon, self._bus_is_there, "the session bus")
        self._cleanup.callback(self.close_bus_connection)

    def _bus_is_there(self) -> bool:
        try:
            return self.bus_name_has_owner("org.freedesktop.DBus")
        except OSError:
            return False

    def _window_manager_is_there(self) -> bool:
        check = ["xprop", "-root", "-notype", "_NET_SUPPORTING_WM_CHECK"]
        return b"0x" in run_tool(check, self.environment)

    def _xembed_host_is_there(self) -> bool:
        return selection_has_owner(self.display, "_NET_SYSTEM_TRAY_S0")

    def _run(
        self, argv: Sequence[str | Path], environment: dict[str, str], pass_descriptors: Sequence[int] = ()
    ) -> Process:
        output = self._logs / f"{len(self._processes):02}-{Path(argv[0]).name}"
        process = Process(argv, environment, output, pass_descriptors)
        self._processes.append(process)
        self._cleanup.callback(process.end)
        return process

    def _wait_for(self, process: Process, condition: Callable[[], object], what: str) -> None:
        """Wait for what a process brings, but not for one that has ended."""
        wait_for(lambda: condition() or process.exit_code is not None, START_TIMEOUT, what)
        if process.exit_code is not None:
            raise DesktopError(f"{process.name} ended with {process.exit_code} when waiting for {what}")

    def _last_words(self, lines: int = 15) -> str:
        """The end of what each process wrote."""
        paragraphs = []
        for process in self._processes:
            text = "\n".join((process.stdout_text() + process.stderr_text()).splitlines()[-lines:])
            state = "running" if process.exit_code is None else f"ended with {process.exit_code}"
            paragraphs.append(f"--- {' '.join(process.argv)} ({state})\n{text}\n")
        for path in filter(Path.exists, self.log_files):
            paragraphs.append(f"--- {path}\n{path.read_text(errors='replace')}\n")
        return "".join(paragraphs)
