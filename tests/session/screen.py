"""Real mouse and keyboard input to a session, and a look at its screen."""

from __future__ import annotations

import re
from pathlib import Path

from .picture import Box, Colour, Picture, Region, parse_ppm
from .processes import DesktopError, run_tool, wait_for
from .x11 import give_keys_to

FIRST_OUTPUT, SECOND_OUTPUT = "DUMMY0", "DUMMY1"
SMALLEST_MENU = 16
"""Toolkits open windows of a few pixels beside their menus."""


class ScreenControl:
    """Eyes and hands of a session; `environment` names its display."""

    environment: dict[str, str]

    def look(self) -> Picture:
        """The whole screen as it is now."""
        return parse_ppm(run_tool(["import", "-window", "root", "-depth", "8", "ppm:-"], self.environment))

    def screenshot(self, path: Path) -> None:
        """Write the whole screen to an image file; its suffix decides the format."""
        path.parent.mkdir(parents=True, exist_ok=True)
        run_tool(["import", "-window", "root", str(path)], self.environment)

    def find_colour_on_screen(
        self, rgb: Colour, tolerance: int = 8, region: Region | None = None
    ) -> tuple[int, int] | None:
        """The centre of the largest area of that colour, or None."""
        blobs = self.look().blobs(rgb, tolerance, region)
        return blobs[0].box.centre if blobs else None

    def wait_for_colour(
        self, rgb: Colour, tolerance: int = 8, region: Region | None = None, timeout: float = 30.0
    ) -> tuple[int, int]:
        """Wait until a colour is on the screen and stays in its place, the centre of its largest area."""
        earlier: tuple[int, int] | None = None

        def settled_position() -> tuple[int, int] | None:
            nonlocal earlier
            position, earlier = earlier, self.find_colour_on_screen(rgb, tolerance, region)
            return position if position == earlier else None

        position = wait_for(settled_position, timeout, f"the colour {rgb} on the screen")
        assert position is not None
        return position

    def wait_for_still_screen(self, timeout: float = 30.0) -> Picture:
        """Wait until two looks at the screen, one after the other, show the same, and return it."""
        earlier: Picture | None = None

        def still_picture() -> Picture | None:
            nonlocal earlier
            picture, earlier = earlier, self.look()
            return picture if picture == earlier else None

        picture = wait_for(still_picture, timeout, "the screen to be still")
        assert picture is not None
        return picture

    def attach_second_screen(self, width: int, height: int) -> None:
        """Attach a screen to the right of the first one; the session must be one of two screens."""
        mode = f"{width}x{height}"
        run_tool(["xrandr", "--addmode", SECOND_OUTPUT, mode], self.environment)
        run_tool(["xrandr", "--output", SECOND_OUTPUT, "--mode", mode, "--right-of", FIRST_OUTPUT], self.environment)

    def detach_second_screen(self) -> None:
        """Detach it again, as when a cable is pulled."""
        run_tool(["xrandr", "--output", SECOND_OUTPUT, "--off"], self.environment)

    def move_pointer(self, x: int, y: int) -> None:
        """Move the mouse pointer and wait until it is there."""
        self._xdotool("mousemove", str(x), str(y))
        wait_for(lambda: self.pointer_position() == (x, y), 3, f"the pointer to be at {x}, {y}")

    def pointer_position(self) -> tuple[int, int]:
        """Where the mouse pointer is."""
        values = _shell_values(self._xdotool("getmouselocation", "--shell"))
        return values["X"], values["Y"]

    def move_click(self, x: int, y: int, button: int = 1) -> None:
        """Move the mouse pointer, then press and release a button (1 left, 2 middle, 3 right)."""
        self.move_pointer(x, y)
        self._xdotool("click", str(button))

    def key(self, *names: str) -> None:
        """Press and release keys by their X names, such as "Down", "Return" or "ctrl+w"."""
        self._xdotool("key", *names)

    def type_text(self, text: str) -> None:
        """Type a text, Hangul too, into the window that has the focus."""
        give_keys_to(text, self.environment["DISPLAY"])
        self._xdotool("type", "--", text)

    def windows(self, *, pid: int | None = None, name: str | None = None, window_class: str | None = None) -> list[int]:
        """The visible windows, menus and bubbles too, of a process or whose name or class match a pattern."""
        criteria: list[str] = []
        if pid is not None:
            criteria += ["--pid", str(pid)]
        if name is not None:
            criteria += ["--name", name]
        if window_class is not None:
            criteria += ["--class", window_class]
        return self._search_windows("--all", *criteria) if criteria else self.top_windows()

    def top_windows(self) -> list[int]:
        """The direct children of the root window: frames of windows, panels, menus, bubbles."""
        return self._search_windows("--maxdepth", "1", "--name", "")

    def open_menu(self, x: int, y: int, timeout: float = 30.0) -> Box:
        """Press the right mouse button at a place and wait for the menu; where it is."""
        before = set(self.top_windows())

        def menu_box() -> Box | None:
            boxes = [self.window_geometry(window) for window in set(self.top_windows()) - before]
            return next((box for box in boxes if min(box.width, box.height) > SMALLEST_MENU), None)

        self.move_click(x, y, button=3)
        box = wait_for(menu_box, timeout, f"a menu after a right click at {x}, {y}")
        assert box is not None
        return box

    def window_geometry(self, window: int) -> Box:
        """Where a window is on the screen, without the frame of the window manager."""
        text = run_tool(["xwininfo", "-id", str(window)], self.environment).decode(errors="replace")
        labels = ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
        matches = [re.search(rf"{label}: +(-?\d+)", text) for label in labels]
        x, y, width, height = (int(match[1]) for match in matches if match)
        return Box(x, y, width, height)

    def move_window(self, window: int, x: int, y: int) -> None:
        """Move a window, and wait until it is there."""
        self._xdotool("windowmove", str(window), str(x), str(y))
        wait_for(lambda: self.window_geometry(window)[:2] == (x, y), what=f"the window at {x}, {y}")

    def active_window(self) -> int | None:
        """The window with the focus, by the window manager's word."""
        words = run_tool(["xprop", "-root", "-notype", "_NET_ACTIVE_WINDOW"], self.environment).split()
        window = int(words[-1], 16) if words[-1].startswith(b"0x") else 0
        return window or None

    def _search_windows(self, *criteria: str) -> list[int]:
        try:
            return [int(line) for line in self._xdotool("search", "--onlyvisible", *criteria).split()]
        except DesktopError:  # xdotool's answer when no window matches
            return []

    def _xdotool(self, *arguments: str) -> str:
        return run_tool(["xdotool", *arguments], self.environment).decode()


def _shell_values(text: str) -> dict[str, int]:
    pairs = (line.split("=", 1) for line in text.splitlines() if "=" in line)
    return {key: int(value) for key, value in pairs}
