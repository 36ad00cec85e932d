"""On the bus of a Flatpak: behind the filter that Flatpak puts before it, with the permissions of the manifest."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from herwidget import APP_ID

from .desktop import DesktopSession
from .portal import DARK, Portal
from .processes import wait_for
from .program import Herwidget
from .test_appearance import DARK_SURFACE, wait_for_surface
from .test_notifications import BY_NOTIFICATION, SIX_MINUTES_BEFORE, bubble_of, wait_for_notification

MANIFEST = Path(__file__).parents[2] / "packaging" / "flatpak" / f"{APP_ID}.yaml"
# What Flatpak allows every program, as flatpak 1.14 starts the filter.
ALWAYS = (
    *("--filter", f"--own={APP_ID}", f"--own={APP_ID}.*"),
    *("--call=org.freedesktop.portal.*=*", "--broadcast=org.freedesktop.portal.*=@/org/freedesktop/portal/*"),
)


def permissions() -> list[str]:
    """The manifest's permissions on the session bus, as options of the filter."""
    arguments = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))["finish-args"]
    return [f"--talk={argument.partition('=')[2]}" for argument in arguments if argument.startswith("--talk-name=")]


@pytest.fixture
def filtered(desktop: DesktopSession) -> str:
    """The address of the filtered bus."""
    path = desktop.folder / "filtered-bus"
    path.unlink(missing_ok=True)
    desktop.start(["xdg-dbus-proxy", desktop.bus_address, path, *ALWAYS, *permissions()])
    # Its file is there a moment before it lets anybody in.
    wait_for(lambda: _lets_in(path), what="the filter")
    return f"unix:path={path}"


def _lets_in(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        return client.connect_ex(str(path)) == 0


def test_tray_notification_and_dark_colours_come_through(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget], filtered: str, artifacts: Path
) -> None:
    person = new_herwidget(desktop, BY_NOTIFICATION)
    with Portal(desktop.bus_address, DARK):
        person.start(
            clock=SIX_MINUTES_BEFORE,
            DBUS_SESSION_BUS_ADDRESS=filtered,
            DBUS_SYSTEM_BUS_ADDRESS=f"unix:path={desktop.folder / 'no-system-bus'}",
            XDG_CURRENT_DESKTOP="XFCE",
            FLATPAK_ID=APP_ID,
            NO_AT_BRIDGE="1",  # Flatpak hands the screen readers' bus through by a filter of its own, which is not here
        )
        person.icon()
        assert wait_for_notification(desktop).icon == APP_ID
        desktop.move_click(*bubble_of(desktop), button=2)
        card = person.wait_for_card()
        person.wait_for_focus(card)
        wait_for_surface(person, card, DARK_SURFACE)
        person.keep_picture(artifacts / "flatpak-dark.png")
        person.answer_both_steps()
    assert [answer["value"] for answer in person.answers()] == [4, 25]
