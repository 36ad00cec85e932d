"""Panels that come late, are started again, know an older way of icons, or are not there at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from .desktop import DesktopSession
from .processes import wait_for
from .program import Herwidget

NewDesktop = Callable[..., DesktopSession]
NewHerwidget = Callable[..., Herwidget]


@pytest.fixture(scope="module")
def bare_desktop(session_packages: None) -> Iterator[DesktopSession]:
    """A session whose panel each test starts itself, or does without."""
    with DesktopSession(panel=None) as session:
        yield session


def test_icon_comes_with_a_panel_that_comes_later(bare_desktop: DesktopSession, new_herwidget: NewHerwidget) -> None:
    herwidget = new_herwidget(bare_desktop)
    # In the background, as a session starts it, there is no window in place of the icon.
    herwidget.start("--background")
    wait_for(lambda: "the journal is open" in herwidget.log(), what="the program to be up")
    assert bare_desktop.tray_items() == []
    bare_desktop.start_panel("xfce")
    bare_desktop.wait_for_tray_item(herwidget.process.pid)
    herwidget.open_card()
    assert herwidget.window() is None


def test_icon_comes_back_with_a_panel_that_was_started_again(herwidget: Herwidget) -> None:
    herwidget.start()
    herwidget.icon()
    herwidget.session.stop_panel()
    wait_for(herwidget.icon_is_gone, what="the icon to be gone")
    herwidget.session.start_panel()
    item = herwidget.session.wait_for_tray_item(herwidget.process.pid)
    herwidget.icon()
    assert herwidget.session.tray_items() == [item], "one icon, not two"
    herwidget.open_card()


def test_window_opens_where_there_is_no_panel(bare_desktop: DesktopSession, new_herwidget: NewHerwidget) -> None:
    herwidget = new_herwidget(bare_desktop, accessible=True)
    herwidget.start()
    window = herwidget.wait_for_window()
    herwidget.wait_for_words("This desktop has no tray.")
    herwidget.wait_for_focus(window)
    bare_desktop.key("Escape")
    wait_for(lambda: herwidget.window() is None, what="the window to close")
    assert herwidget.process.exit_code is None, "the program goes on without a window"
    assert herwidget.launch().exit_code == 0
    herwidget.wait_for_window()


def test_background_start_without_a_panel_shows_nothing(
    bare_desktop: DesktopSession, new_herwidget: NewHerwidget
) -> None:
    herwidget = new_herwidget(bare_desktop)
    herwidget.start("--background")
    wait_for(lambda: "the journal is open" in herwidget.log(), what="the program to be up")
    assert herwidget.launch("check-in").exit_code == 0
    herwidget.wait_for_card()
    assert herwidget.window() is None


def test_icon_and_menu_work_in_a_tray_of_the_older_kind(
    bare_desktop: DesktopSession, new_herwidget: NewHerwidget
) -> None:
    bare_desktop.start_panel("trayer")
    herwidget = new_herwidget(bare_desktop)
    herwidget.start()
    herwidget.open_card()
    bare_desktop.key("Escape")
    herwidget.wait_until_card_is_gone()
    assert bare_desktop.tray_items() == []
    herwidget.choose_from_menu("Down", "Down", "Return")
    herwidget.wait_for_window()


def test_icon_comes_with_a_tray_of_the_older_kind_that_comes_later(
    bare_desktop: DesktopSession, new_herwidget: NewHerwidget
) -> None:
    herwidget = new_herwidget(bare_desktop)
    # Such a tray does not announce itself: it is looked for with each tick, of which the clock makes eight a second.
    herwidget.start("--background", clock="2026-11-24T01:20:00Z;480")
    wait_for(lambda: "the journal is open" in herwidget.log(), what="the program to be up")
    bare_desktop.start_panel("trayer")
    herwidget.open_card()
