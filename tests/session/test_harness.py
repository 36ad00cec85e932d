"""The harness itself, tried with the smallest tray program there is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from .desktop import DesktopSession
from .picture import Box, Picture, parse_ppm
from .processes import DesktopError, Process, wait_for

ICON_COLOUR = (230, 20, 200)

TRAY_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QSystemTrayIcon, QVBoxLayout, QWidget

folder = Path(sys.argv[1])
application = QApplication(["tray-program"])
pixmap = QPixmap(64, 64)
pixmap.fill(QColor(230, 20, 200))
menu = QMenu()
menu.addAction("Write").triggered.connect(lambda: (folder / "menu").write_text("chosen"))
icon = QSystemTrayIcon(QIcon(pixmap))
icon.activated.connect(lambda reason: (folder / "activated").write_text(reason.name))
icon.setContextMenu(menu)
icon.show()
button = QPushButton("Press me")
button.setAccessibleDescription("Writes a file")
button.clicked.connect(lambda: (folder / "pressed").touch())
line = QLineEdit()
line.textChanged.connect(lambda text: (folder / "typed").write_text(text))
window = QWidget()
window.setWindowTitle("Harness")
window.setFixedSize(300, 120)
layout = QVBoxLayout(window)
layout.addWidget(button)
layout.addWidget(line)
window.show()
application.exec()
"""

Start = Callable[[DesktopSession], Process]


@pytest.fixture
def start_tray_program(tmp_path: Path) -> Start:
    """Starts the tray program in a session; it leaves its traces in `tmp_path`."""
    script = tmp_path / "tray_program.py"
    script.write_text(TRAY_PROGRAM)
    return lambda session: session.start([sys.executable, script, tmp_path], QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")


def has_text(path: Path, text: str) -> bool:
    """Whether a file is there with exactly this content."""
    return path.exists() and path.read_text() == text


def wait_for_text(path: Path) -> str:
    """Wait until a file has content and return it."""
    return wait_for(lambda: path.exists() and path.read_text(), 5, f"text in {path.name}") or ""


def test_icon_registers_and_takes_real_clicks(
    desktop: DesktopSession, start_tray_program: Start, tmp_path: Path
) -> None:
    program = start_tray_program(desktop)
    item = desktop.wait_for_tray_item(program.pid)
    assert desktop.tray_items() == [item]
    properties = desktop.tray_item_properties(item)
    assert properties["Status"] == "Active"
    assert (64, 64) in [(width, height) for width, height, _ in properties["IconPixmap"]]

    place = desktop.wait_for_colour(ICON_COLOUR)
    assert place[1] > 800 - 28, "the icon is in the panel"
    desktop.move_click(*place)
    assert wait_for_text(tmp_path / "activated") == "Trigger"

    menu = desktop.open_menu(*place)
    assert menu.y + menu.height <= 800
    desktop.key("Down", "Return")
    assert wait_for_text(tmp_path / "menu") == "chosen"


def test_item_is_activated_by_message(desktop: DesktopSession, start_tray_program: Start, tmp_path: Path) -> None:
    program = start_tray_program(desktop)
    desktop.activate_tray_item(desktop.wait_for_tray_item(program.pid))
    assert wait_for_text(tmp_path / "activated") == "Trigger"


def test_icon_comes_back_after_panel_restart(
    desktop: DesktopSession, start_tray_program: Start, tmp_path: Path
) -> None:
    """An icon that was registered once is registered by Qt again with the new panel."""
    program = start_tray_program(desktop)
    desktop.wait_for_tray_item(program.pid)
    desktop.wait_for_colour(ICON_COLOUR)
    desktop.stop_panel()
    assert desktop.tray_items() == []
    wait_for(lambda: desktop.find_colour_on_screen(ICON_COLOUR) is None, 5, "the icon to be gone")
    desktop.start_panel()
    desktop.wait_for_tray_item(program.pid)
    desktop.move_click(*desktop.wait_for_colour(ICON_COLOUR))
    assert wait_for_text(tmp_path / "activated") == "Trigger"


def test_xembed_tray_without_notifications(
    new_desktop: Callable[..., DesktopSession], start_tray_program: Start, tmp_path: Path
) -> None:
    session = new_desktop(panel="trayer", notifications=False, compositor=True)
    start_tray_program(session)
    place = session.wait_for_colour(ICON_COLOUR)
    assert session.tray_items() == []
    session.move_click(*place)
    assert wait_for_text(tmp_path / "activated") == "Trigger"
    session.open_menu(*place)
    session.key("Down", "Return")
    assert wait_for_text(tmp_path / "menu") == "chosen"
    assert not session.bus_name_has_owner("org.freedesktop.Notifications")
    with pytest.raises(DesktopError, match="ServiceUnknown"):
        session.bus_call("org.freedesktop.Notifications", "/", "org.freedesktop.Notifications", "GetCapabilities")


def test_notification_is_seen_clicked_and_closed(desktop: DesktopSession) -> None:
    service, path = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
    call = ["gdbus", "call", "--session", "--dest", service, "--object-path", path, "--method", f"{service}.Notify"]
    message = ["app", "0", "", "How is it?", 'It\'s a "body"', "['default', 'Open']", "{'urgency': <byte 1>}", "0"]
    assert desktop.start([*call, *message]).wait_exit() == 0
    (bubble,) = wait_for(lambda: desktop.windows(window_class="^Dunst$"), 5, "the bubble")
    wait_for(lambda: [each for each in desktop.notifications_seen() if each.identifier], 5, "its number")
    (seen,) = desktop.notifications_seen()
    assert (seen.application, seen.summary, seen.body) == ("app", "How is it?", 'It\'s a "body"')
    assert (seen.actions, seen.hints, seen.timeout) == (("default", "Open"), {"urgency": 1}, 0)

    desktop.move_click(*desktop.window_geometry(bubble).centre, button=2)
    wait_for(lambda: desktop.notifications_seen()[0].closed_reason, 5, "the bubble to be closed")
    assert desktop.notifications_seen()[0].closed_reason == 2
    assert desktop.notifications_seen()[0].invoked_actions == ("default",)
    desktop.clear_notifications()
    assert desktop.notifications_seen() == []


def test_accessible_tree_and_keyboard(desktop: DesktopSession, start_tray_program: Start, tmp_path: Path) -> None:
    program = start_tray_program(desktop)
    (window,) = wait_for(lambda: desktop.windows(name="^Harness$"), 10, "the window")
    assert desktop.windows(pid=program.pid) == [window]
    button = desktop.accessible_tree("tray-program").find("button", "Press me")
    assert button is not None
    assert button.description == "Writes a file"
    assert button.box is not None
    assert desktop.window_geometry(window)[2:] == (300, 120)

    desktop.press_accessible("tray-program", "button", "Press me")
    wait_for((tmp_path / "pressed").exists, 5, "the button to be pressed by a screen reader")
    with pytest.raises(DesktopError, match="no button 'Other'"):
        desktop.press_accessible("tray-program", "button", "Other", timeout=0)

    (tmp_path / "pressed").unlink()
    wait_for(lambda: desktop.active_window() == window, 5, "the window to have the focus")
    desktop.move_click(*button.box.centre)
    wait_for((tmp_path / "pressed").exists, 5, "the button to be pressed by the mouse")
    desktop.key("Tab")
    for text in ["How are you? – gut, Größe!", "오늘 기분이 어때요?", "가나다라마바사아자차카타파하"]:
        desktop.key("ctrl+a")
        desktop.type_text(text)
        wait_for(partial(has_text, tmp_path / "typed", text), 5, f"the text {text}")


def test_programs_end_with_the_session(new_desktop: Callable[..., DesktopSession], start_tray_program: Start) -> None:
    session = new_desktop(panel=None)
    program = start_tray_program(session)
    wait_for(lambda: session.windows(pid=program.pid), 10, "the window")
    session.close()
    assert program.exit_code is not None
    assert not session.folder.exists()
    assert session not in DesktopSession.running


def test_blobs_are_joined_across_rows() -> None:
    red, black = b"\xff\x00\x00", b"\x00\x00\x00"
    rows = ["#.#..", "###..", "....#"]
    pixels = b"".join(red if mark == "#" else black for mark in "".join(rows))
    picture = parse_ppm(b"P6\n5 3\n255\n" + pixels)
    assert picture == Picture(5, 3, pixels)
    boxes = [(blob.box, blob.pixel_count) for blob in picture.blobs((250, 5, 0))]
    assert boxes == [(Box(0, 0, 3, 2), 5), (Box(4, 2, 1, 1), 1)]
    assert [blob.box for blob in picture.blobs((255, 0, 0), region=(3, 0, 2, 3))] == [Box(4, 2, 1, 1)]
    assert picture.blobs((0, 255, 0)) == []
