"""Makes the pictures of the README from the program itself, in a real session: `make screenshots`.

Each card is answered with real keys; the pictures are cropped from the screen, nothing is drawn over them.
"""

import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.session.desktop import DesktopSession
from tests.session.processes import Process, wait_for
from tests.session.program import EMBER

PICTURES = Path(__file__).parent.parent / "docs"
SCALE = 1.5
EVENING = "2026-11-23T19:41:00Z;1"
PAPER = {"light": (221, 203, 184), "dark": (20, 15, 13)}
_BACKDROP = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
backdrop = QWidget(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnBottomHint)
backdrop.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeDesktop)
backdrop.setStyleSheet(f"background: rgb({sys.argv[1]})")
backdrop.setGeometry(0, 0, 1280, 800)
backdrop.show()
application.exec()
"""
_PEOPLE = ("Mina", "Jun")


def main() -> None:
    """All pictures, each theme in a session of its own."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [_cards(folder, theme) for theme in PAPER]
        _run("convert", *(str(row) for row in rows), "-append", str(PICTURES / "checkin.png"))
        windows = [_window(folder, theme, language) for theme, language in (("light", "en"), ("dark", "ko"))]
        _run("convert", *(str(window) for window in windows), "+append", str(PICTURES / "window.png"))


def _cards(folder: Path, theme: str) -> Path:
    """The mood, who heard you, and the Korean card, side by side."""
    shots = [
        _card(folder, theme, "en", ("4",), "mood"),
        _card(
            folder,
            theme,
            "en",
            ("4", "Return", "4", "Return", "1", "Tab", "Tab", "Tab", "Tab", "Tab", "space"),
            "heard",
        ),
        _card(folder, theme, "ko", ("2", "Return", "3", "Return", "3"), "korean"),
    ]
    row = folder / f"row-{theme}.png"
    colour = f"rgb{PAPER[theme]}"
    joined = ("-background", colour, "-gravity", "North", "+append", "-bordercolor", colour, "-border", "30x24")
    _run("convert", *(str(shot) for shot in shots), *joined, str(row))
    return row


def _card(folder: Path, theme: str, language: str, keys: tuple[str, ...], name: str) -> Path:
    shot = folder / f"{theme}-{name}.png"
    with DesktopSession(panel=None, compositor=True) as session:
        program = _start(session, folder / f"{theme}-{language}-{name}", theme, language, "check-in")
        card = _only_window(session, program)
        for key in keys:
            _press(session, key)
        whole = folder / "whole.png"
        # Away from the corner, where the screen ends within the shadow.
        session.move_window(card, 100, 0)
        _still(session)
        session.screenshot(whole)
        box = session.window_geometry(card)
        _run("convert", str(whole), "-crop", f"{box.width}x{box.height}+{box.x}+{box.y}", "+repage", str(shot))
    return shot


def _press(session: DesktopSession, key: str) -> None:
    before = session.look()
    session.key(key)
    wait_for(lambda: session.look() != before, what=f"the card to answer to {key}")


def _window(folder: Path, theme: str, language: str) -> Path:
    shot = folder / f"window-{theme}.png"
    with DesktopSession(compositor=True) as session:
        program = _start(session, folder / f"window-{theme}-{language}", theme, language, "demo", scale=1.0)
        wait_for(lambda: session.windows(pid=program.pid, name="Herwidget"), timeout=30, what="the window")
        window = session.windows(pid=program.pid, name="Herwidget")[-1]
        box = session.window_geometry(window)
        # The sign in the sidebar's corner is drawn with all the rest.
        session.wait_for_colour(EMBER, region=(box.x, box.y, 60, 60))
        _still(session)
        whole = folder / "whole.png"
        session.screenshot(whole)
        box = session.window_geometry(window)
        _run("convert", str(whole), "-crop", f"{box.width}x{box.height}+{box.x}+{box.y}", "+repage", str(shot))
    return shot


def _start(
    session: DesktopSession, folder: Path, theme: str, language: str, command: str, scale: float = SCALE
) -> Process:
    folder.mkdir()
    colour = ",".join(map(str, PAPER[theme]))
    session.start([sys.executable, "-c", _BACKDROP, colour])
    session.wait_for_colour(PAPER[theme])
    config, journal = folder / "settings.toml", folder / "journal.db"
    config.write_text(f'welcomed = true\ntheme = "{theme}"\nlanguage = "{language}"\n', encoding="utf-8")
    _add_people(journal)
    common = ["--config", str(config)] if command == "demo" else ["--config", str(config), "--journal", str(journal)]
    return session.start(
        [sys.executable, "-m", "herwidget", *common, command],
        PYTHONPATH=str(Path(__file__).parent.parent),
        HERWIDGET_TEST_CLOCK=None if command == "demo" else EVENING,
        QT_SCALE_FACTOR=str(scale),
        TZ="UTC",
    )


def _add_people(path: Path) -> None:
    from herwidget.journal.journal import Journal

    journal = Journal(path)
    for name in _PEOPLE:
        journal.add_person(name, datetime.now(UTC))
    journal.close()


def _only_window(session: DesktopSession, program: Process) -> int:
    wait_for(lambda: session.windows(pid=program.pid, name="Herwidget"), timeout=30, what="the card")
    _still(session)
    return session.windows(pid=program.pid, name="Herwidget")[-1]


def _still(session: DesktopSession) -> None:
    """Wait until the screen stays as it is: the fade is over."""
    seen = [session.look()]

    def unchanged() -> bool:
        seen.append(session.look())
        return seen[-1] == seen[-2]

    wait_for(unchanged, what="the screen to come to rest")


def _run(*words: str) -> None:
    subprocess.run(words, check=True)


if __name__ == "__main__":
    main()
