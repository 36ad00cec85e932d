"""The desk card on a real desktop: from the tray, under all windows, dragged, and back where it was after a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .configuration import PANEL_HEIGHT
from .desktop import SCREEN_SIZE, DesktopSession
from .picture import Box
from .processes import run_tool, wait_for
from .program import WELCOMED, Herwidget

WIDTH = 300
"""Without a compositor the card has no shadow: its window is as wide as it is."""
SWITCHED_ON = WELCOMED + "desk_card = true\n"
DESK_CARD_ENTRY = ("Up", "Up", "Up", "Up", "Up", "Return")


def desk_card(herwidget: Herwidget) -> int | None:
    """The desk card's window, when it is on the screen."""
    session = herwidget.session
    found = [one for one in session.windows(pid=herwidget.process.pid) if session.window_geometry(one).width == WIDTH]
    return found[0] if found else None


def wait_for_desk_card(herwidget: Herwidget) -> int:
    return wait_for(lambda: desk_card(herwidget), what="the desk card") or 0


def box_of(herwidget: Herwidget) -> Box:
    return herwidget.session.window_geometry(wait_for_desk_card(herwidget))


def drag(herwidget: Herwidget, box: Box, across: int, down: int) -> None:
    """Take the card at its left upper part and pull it along, as a hand does."""
    session = herwidget.session
    x, y = box.x + 40, box.y + 45
    session.move_pointer(x, y)
    run_tool(["xdotool", "mousedown", "1"], session.environment)
    for part in range(1, 6):
        session.move_pointer(x + across * part // 5, y + down * part // 5)
    run_tool(["xdotool", "mouseup", "1"], session.environment)


def is_below(session: DesktopSession, lower: int, upper: int) -> bool:
    order = stacking(session)
    return order.index(lower) < order.index(upper)


def stacking(session: DesktopSession) -> list[int]:
    """The windows from the lowest to the highest."""
    argv = ["xprop", "-root", "-notype", "_NET_CLIENT_LIST_STACKING"]
    words = run_tool(argv, session.environment).decode().partition("# ")[2]
    return [int(word.strip(), 16) for word in words.split(",") if word.strip()]


def test_it_is_shown_and_hidden_from_the_tray(herwidget: Herwidget) -> None:
    herwidget.start("--background")
    wait_for(lambda: any(text.startswith("Next: ") for text in herwidget.menu()), what="the plan")
    assert "Show the desk card" in herwidget.menu()
    assert desk_card(herwidget) is None
    herwidget.choose_from_menu(*DESK_CARD_ENTRY)
    card = wait_for_desk_card(herwidget)
    wait_for(lambda: "Hide the desk card" in herwidget.menu(), what="the other entry")
    # Asked for by hand, it has the keyboard: no list of windows leads to it.
    herwidget.wait_for_focus(card)
    assert "desk_card = true" in herwidget.config.read_text()
    herwidget.session.key("Escape")
    wait_for(lambda: desk_card(herwidget) is None, what="the card to go")
    wait_for(lambda: "desk_card = false" in herwidget.config.read_text(), what="the choice to be kept")
    wait_for(lambda: "Show the desk card" in herwidget.menu(), what="the first entry")


def test_its_question_leads_to_a_check_in_whose_mood_it_then_shows(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]
) -> None:
    herwidget = new_herwidget(desktop, SWITCHED_ON, accessible=True)
    herwidget.start("--background")
    wait_for_desk_card(herwidget)
    herwidget.wait_for_words("Tuesday: no mood told")
    box = box_of(herwidget)
    desktop.move_click(box.x + WIDTH - 40, box.y + box.height - 26)
    herwidget.wait_for_focus(herwidget.wait_for_card())
    herwidget.answer_both_steps()
    herwidget.wait_for_words("Tuesday: Light")


def test_it_is_dragged_and_stands_there_after_a_restart(herwidget: Herwidget, artifacts: Path) -> None:
    herwidget.config.write_text(SWITCHED_ON)
    herwidget.start("--background")
    box = box_of(herwidget)
    assert (box.x, box.y) == (SCREEN_SIZE[0] - 24 - WIDTH, 24)
    drag(herwidget, box, -500, 260)
    wanted = (box.x - 500, box.y + 260)
    wait_for(lambda: (box_of(herwidget).x, box_of(herwidget).y) == wanted, what="the card at its new place")
    wait_for(lambda: "desk_card_place" in herwidget.config.read_text(), what="the place to be kept")
    herwidget.keep_picture(artifacts / "desk-card.png")
    herwidget.quit()
    herwidget.start("--background")
    assert (box_of(herwidget).x, box_of(herwidget).y) == wanted
    # It cannot be dragged off the screen, nor under the panel.
    box = box_of(herwidget)
    drag(herwidget, box, SCREEN_SIZE[0] - 60 - box.x, SCREEN_SIZE[1] - 60 - box.y)
    wait_for(lambda: box_of(herwidget).x == SCREEN_SIZE[0] - WIDTH, what="the card at the edge")
    assert box_of(herwidget).y + box_of(herwidget).height <= SCREEN_SIZE[1] - PANEL_HEIGHT


def test_it_stays_below_other_windows_and_takes_no_keyboard(
    herwidget: Herwidget, new_herwidget: Callable[..., Herwidget]
) -> None:
    session = herwidget.session
    herwidget.start()
    assert herwidget.launch("history").exit_code == 0
    window = herwidget.wait_for_window()
    herwidget.wait_for_focus(window)
    with_card = new_herwidget(session, SWITCHED_ON)
    with_card.start("--background")
    card = wait_for_desk_card(with_card)
    wait_for(lambda: card in stacking(session), what="the card among the windows")
    session.wait_for_still_screen()
    assert session.active_window() == window
    assert is_below(session, card, window)
    states = run_tool(["xprop", "-id", str(card), "-notype", "_NET_WM_STATE"], session.environment).decode()
    assert "_NET_WM_STATE_BELOW" in states and "_NET_WM_STATE_SKIP_TASKBAR" in states
    desktops = run_tool(["xprop", "-id", str(card), "-notype", "_NET_WM_DESKTOP"], session.environment).decode()
    assert desktops.split()[-1] == str(0xFFFFFFFF)
    # Where the card looks out from under the window, a click gives it the keyboard but does not bring it up.
    box, over = session.window_geometry(card), session.window_geometry(window)
    x, y = box.x + box.width - 40, box.y + box.height - 8
    assert box.x < over.x + over.width < x, "the window lies over a part of the card"
    session.move_click(x, y)
    with_card.wait_for_focus(card)
    assert is_below(session, card, window)
