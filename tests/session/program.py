"""Herwidget itself in a desktop session: started, asked, answered, and what it left behind."""

from __future__ import annotations

import contextlib
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .accessibility import Accessible
from .bus import DBUS_MENU
from .configuration import PANEL_HEIGHT
from .desktop import SCREEN_SIZE, DesktopSession
from .journal_file import JournalReader, make_journal
from .noise import is_expected
from .processes import DesktopError, Process, run_tool, wait_for

ZONE = "Asia/Seoul"
MORNING = "2026-11-24T01:20:00Z"
"""A Tuesday, 10:20 in Seoul: nothing is planned for the next two hours."""
WELCOMED = "welcomed = true\n"
# Of a menu, in pixels, as panels draw it.
_LOWEST_ROW, _HIGHEST_ROW = 22, 40
EMBER = (0xDD, 0x5F, 0x3F)
"""The colour of the tray icon."""
TRAY_REGION = (SCREEN_SIZE[0] // 2, SCREEN_SIZE[1] - PANEL_HEIGHT, SCREEN_SIZE[0] // 2, PANEL_HEIGHT)
"""The right half of the panel; on the left are the buttons of windows, with the same icon."""


class Herwidget(JournalReader):
    """One person's Herwidget: a home of its own, and the programs that were started with it."""

    def __init__(
        self, session: DesktopSession, settings: str | None = WELCOMED, *, accessible: bool = False, fresh: bool = False
    ) -> None:
        """`accessible` is for tests that look through a screen reader's eyes; `fresh` means no journal yet."""
        self.session = session
        # A socket's path may have 107 bytes at most, so no folder of pytest's.
        self.folder = Path(tempfile.mkdtemp(prefix="hw-"))
        self.journal = self.folder / "data" / "journal.db"
        self.config = self.folder / "settings.toml"
        self.log_file = self.folder / "state" / "herwidget" / "log" / "herwidget.log"
        for name in ("run", "data"):
            (self.folder / name).mkdir(mode=0o700)
        if settings is not None:
            self.config.write_text(settings, encoding="utf-8")
        self.environment: dict[str, str | None] = {
            "HOME": str(self.folder),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_DATA_HOME": str(self.folder / "share"),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "TZ": ZONE,
            # Warnings about files left open and the like go to standard error, which must stay empty.
            "PYTHONDEVMODE": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1" if accessible else None,
        }
        if not fresh:
            make_journal(self.journal)
        self.expected_log: list[str] = []
        """Parts of the warnings that a test provokes."""
        session.log_files.append(self.log_file)
        self._processes: list[Process] = []
        self._process: Process | None = None

    @property
    def process(self) -> Process:
        """The program that holds the tray."""
        if self._process is None:
            raise DesktopError("Herwidget was not started")
        return self._process

    def start(
        self, *arguments: str | Path, clock: str = MORNING, prefix: Sequence[str | Path] = (), **environment: str | None
    ) -> Process:
        """Start it. `clock` is that of HERWIDGET_TEST_CLOCK; `prefix` is what runs it, such as strace."""
        self._process = self._launch(arguments, prefix, clock, environment)
        return self._process

    def launch(self, *arguments: str | Path, clock: str = MORNING, **environment: str | None) -> Process:
        """A second launch, or a command, that ends by itself."""
        process = self._launch(arguments, (), clock, environment)
        process.wait_exit()
        return process

    def quit(self) -> None:
        """End it as a session does."""
        self.process.terminate()
        assert self.process.wait_exit() == 0
        self._process = None

    def kill(self) -> None:
        """End it as a crash or a power cut would."""
        self.process.kill()
        self._process = None

    def icon(self, timeout: float = 30.0) -> tuple[int, int]:
        """Wait for the icon's pixels in the panel and tell where they are."""
        return self.session.wait_for_colour(EMBER, region=TRAY_REGION, timeout=timeout)

    def icon_is_gone(self) -> bool:
        """Whether no pixel of the icon is left in the panel."""
        return self.session.find_colour_on_screen(EMBER, region=TRAY_REGION) is None

    def card(self) -> int | None:
        """The card, when one is on the screen."""
        return self._window_of_type("UTILITY")

    def window(self) -> int | None:
        """The window or the first run, when it is on the screen."""
        return self._window_of_type("NORMAL")

    def popup(self) -> int | None:
        """A menu of the program's own, when one is open."""
        return self._window_of_type("POPUP_MENU")

    def wait_for_card(self, timeout: float = 30.0) -> int:
        """Wait until a card is on the screen."""
        return wait_for(self.card, timeout, "the card") or 0

    def wait_until_card_is_gone(self) -> None:
        """Wait until no card is on the screen."""
        wait_for(lambda: self.card() is None, what="the card to go away")

    def wait_for_window(self, timeout: float = 30.0) -> int:
        """Wait until the window is on the screen."""
        return wait_for(self.window, timeout, "the window") or 0

    def wait_for_focus(self, window: int) -> None:
        """Wait until keys go to a window."""
        wait_for(lambda: self.session.active_window() == window, what="the focus")

    def open_card(self) -> int:
        """Click on the icon with the mouse; the card that comes has the keyboard."""
        self.session.move_click(*self.icon())
        card = self.wait_for_card()
        self.wait_for_focus(card)
        return card

    def click_into(self, card: int) -> None:
        """Click beside everything on the card, which then has the keyboard."""
        box = self.session.window_geometry(card)
        self.session.move_click(box.x + box.width // 2, box.y + 8)
        self.wait_for_focus(card)

    def answer_both_steps(self) -> None:
        """Answer the card of a day, which has the keyboard, by keys."""
        self.session.key("4", "Return", "2", "Return")
        self.wait_until_card_is_gone()

    def tree(self) -> Accessible:
        """What a screen reader is told; the program must have been started with `accessible`."""
        return self.session.accessible_tree("herwidget")

    def words(self) -> list[str]:
        """Every name on the screen, in reading order."""
        return [node.name for node in self.tree().walk() if "showing" in node.states]

    def focused_name(self) -> str:
        """The name of the widget that has the keyboard."""
        return next((node.name for node in self.tree().walk() if "focused" in node.states), "")

    def wait_for_words(self, words: str) -> None:
        """Wait until a widget on the screen has a name with these words in it."""
        wait_for(lambda: any(words in name for name in self.words()), what=f"the words {words!r}")

    def menu(self) -> dict[str, dict[str, Any]]:
        """The entries of the tray's menu by their text, as the panel gets them over the bus."""
        service, path = self._menu_address()
        _, (_, _, children) = self.session.bus_call(service, path, DBUS_MENU, "GetLayout", "iias", 0, 1, [])
        entries = [{name: value for name, (_, value) in entry[1].items()} for _, entry in children]
        return {str(entry["label"]): entry for entry in entries if "label" in entry and entry.get("visible", True)}

    def choose_from_menu(self, *keys: str) -> None:
        """Open the tray's menu with the right mouse button and pick an entry by keys."""
        self.open_menu()
        self.session.key(*keys)

    def open_menu(self) -> None:
        """Open the tray's menu with the right mouse button.

        A panel that has not read the menu yet shows its own in that place, from which keys would remove its parts.
        """
        place, before = self.icon(), set(self.session.top_windows())
        as_item = self.session.tray_item_of(self.process.pid) is not None

        def opened() -> bool:
            box = self.session.open_menu(*place)
            if not as_item or len(self.menu()) in range(box.height // _HIGHEST_ROW, box.height // _LOWEST_ROW + 1):
                return True
            self.session.key("Escape")
            wait_for(lambda: set(self.session.top_windows()) == before, what="the panel's own menu to close")
            return False

        wait_for(opened, what="the tray's menu")

    def log(self) -> str:
        """The log so far."""
        return self.log_file.read_text(encoding="utf-8") if self.log_file.exists() else ""

    def printed(self) -> str:
        """Everything that its programs have printed, on both streams."""
        return "".join(process.stdout_text() + process.stderr_text() for process in self._processes)

    def keep_picture(self, path: Path) -> None:
        """Keep a screenshot for people to look at, once nothing moves any more."""
        self.session.wait_for_still_screen()
        self.session.screenshot(path)

    def finish(self) -> None:
        """End what still runs, and fail when it did not end well or said something unexpected."""
        running = self._process is not None and self._process.exit_code is None
        try:
            if running:
                self.quit()
            self._check_words()
        finally:
            for process in self._processes:
                process.end()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _menu_address(self) -> tuple[str, str]:
        item = self.session.wait_for_tray_item(self.process.pid)
        return item.partition("/")[0], str(self.session.tray_item_properties(item)["Menu"])

    def _window_of_type(self, kind: str) -> int | None:
        for window in self.session.windows(pid=self.process.pid):
            with contextlib.suppress(DesktopError):  # it may have gone in between
                argv = ["xprop", "-id", str(window), "-notype", "_NET_WM_WINDOW_TYPE"]
                # The first of the types is what it is, the others what it passes for.
                first = run_tool(argv, self.session.environment).decode().partition("= ")[2].partition(",")[0]
                if first.strip() == f"_NET_WM_WINDOW_TYPE_{kind}":
                    return window
        return None

    def _check_words(self) -> None:
        for process in self._processes:
            lines = process.stderr_text().splitlines()
            unexpected = [line for line in lines if not is_expected(line, self.expected_log)]
            assert not unexpected, f"{' '.join(process.argv)} said {unexpected}\n{self.log()}"
        unexpected = [line for line in self.log().splitlines() if not is_expected(line, self.expected_log)]
        assert not unexpected, f"unexpected in the log: {unexpected}"

    def _launch(
        self,
        arguments: Sequence[str | Path],
        prefix: Sequence[str | Path],
        clock: str,
        environment: dict[str, str | None],
    ) -> Process:
        files = ("--journal", self.journal, "--config", self.config)
        argv = [*prefix, sys.executable, "-m", "herwidget", *files, *arguments]
        process = self.session.start(argv, **{**self.environment, "HERWIDGET_TEST_CLOCK": clock, **environment})
        self._processes.append(process)
        return process
