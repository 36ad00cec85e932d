"""Two screens: nothing of Herwidget covers a panel, comes where nobody looks, or is left where no screen is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .configuration import PANEL_HEIGHT
from .desktop import SCREEN_SIZE, SECOND_SCREEN_SIZE, DesktopSession
from .picture import Box
from .processes import run_tool, wait_for
from .program import WELCOMED, Herwidget
from .test_desk_card import box_of, drag

FIRST = Box(0, 0, *SCREEN_SIZE)
SECOND = Box(SCREEN_SIZE[0], 0, *SECOND_SCREEN_SIZE)
EDGE = 10


@pytest.fixture
def screens(new_desktop: Callable[..., DesktopSession]) -> DesktopSession:
    return new_desktop(two_screens=True)


def bottom_of(screen: Box) -> int:
    return screen.y + screen.height


def lies_in(box: Box, screen: Box) -> bool:
    return (
        screen.x <= box.x
        and screen.y <= box.y
        and box.x + box.width <= screen.x + screen.width
        and box.y + box.height <= screen.y + screen.height
    )


def is_above(box: Box, bottom: int) -> bool:
    """Whether it ends at its distance from `bottom`; a panel has a border of a pixel."""
    return bottom - EDGE - 1 <= box.y + box.height <= bottom - EDGE


def test_the_card_stands_above_the_panel_and_on_the_screen_that_was_clicked(
    screens: DesktopSession, new_herwidget: Callable[..., Herwidget], artifacts: Path
) -> None:
    herwidget = new_herwidget(screens)
    herwidget.start("--background")
    box = screens.window_geometry(herwidget.open_card())
    assert box.x + box.width == FIRST.width - EDGE
    assert is_above(box, bottom_of(FIRST) - PANEL_HEIGHT)
    herwidget.keep_picture(artifacts / "two-screens.png")
    screens.key("Escape")
    herwidget.wait_until_card_is_gone()

    # As a panel there does it.
    screens.move_pointer(SECOND.x + 200, 500)
    screens.activate_tray_item(screens.wait_for_tray_item(herwidget.process.pid))
    card = herwidget.wait_for_card()
    herwidget.wait_for_focus(card)
    box = screens.window_geometry(card)
    assert box.x + box.width == SECOND.x + SECOND.width - EDGE
    assert is_above(box, bottom_of(SECOND))

    # The cable is pulled: the check-in is found again, with what was chosen.
    screens.key("4")
    screens.detach_second_screen()
    wait_for(lambda: lies_in(screens.window_geometry(card), FIRST), what="the card on the screen that is left")
    herwidget.click_into(card)
    screens.key("Return", "2", "Return")
    herwidget.wait_until_card_is_gone()
    assert [answer["value"] for answer in herwidget.answers()] == [4, 25]


def test_panels_that_are_no_windows_are_left_free_as_the_desktop_tells_it(
    screens: DesktopSession, new_herwidget: Callable[..., Herwidget]
) -> None:
    """GNOME's bar at the top of the first screen; then the icon is there, and so is the card."""
    bar = 27
    areas = [0, bar, FIRST.width, FIRST.height - bar, *SECOND]
    name = "_GTK_WORKAREAS_D0"
    argv = ["xprop", "-root", "-format", name, "32c", "-set", name, ", ".join(map(str, areas))]
    run_tool(argv, screens.environment)
    herwidget = new_herwidget(screens)
    herwidget.start("--background")
    assert screens.window_geometry(herwidget.open_card()).y == bar + EDGE


def test_the_desk_card_stays_on_its_screen_and_comes_back_with_it(
    screens: DesktopSession, new_herwidget: Callable[..., Herwidget]
) -> None:
    herwidget = new_herwidget(screens, WELCOMED + "desk_card = true\n")
    herwidget.start("--background")
    usual = box_of(herwidget)
    assert lies_in(usual, FIRST)
    # It stops above the panel of the first screen, and goes to the edge of the second one, which has none.
    drag(herwidget, usual, -200, 700)
    wait_for(lambda: box_of(herwidget).y > 500, what="the card at the bottom")
    box = box_of(herwidget)
    assert bottom_of(FIRST) - PANEL_HEIGHT - 1 <= box.y + box.height <= bottom_of(FIRST) - PANEL_HEIGHT
    drag(herwidget, box, SECOND.x + 300 - box.x, bottom_of(SECOND) - 50 - box.y)
    wait_for(lambda: lies_in(box_of(herwidget), SECOND), what="the card on the other screen")
    wait_for(lambda: "DUMMY1" in herwidget.config.read_text(), what="the place to be kept")
    there = box_of(herwidget)
    assert there.y + there.height == bottom_of(SECOND)
    herwidget.quit()
    herwidget.start("--background")
    assert box_of(herwidget) == there
    screens.detach_second_screen()
    wait_for(lambda: box_of(herwidget) == usual, what="the card in its usual corner")
    screens.attach_second_screen(*SECOND_SCREEN_SIZE)
    wait_for(lambda: box_of(herwidget) == there, what="the card on its own screen again")
