"""Asking less, as the tray's menu and the settings tell it; and the minutes that Herwidget took."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from herwidget.core.stepping_back import Pace
from herwidget.desktop.presence import NoPresence
from herwidget.services.asker import Asker
from herwidget.ui.controls import Switch
from herwidget.ui.tray import Tray
from herwidget.ui.window import Window
from tests.ui.conftest import ZONE, Desk

LESS = "Asking less: your weeks are full of people"
FEWER = "Fewer when your weeks are full of people"


def slow_down(desk: Desk, pace: Pace) -> None:
    """Ask at a pace from now on."""
    assert desk.program.opened is not None
    asker = Asker(
        desk.journal,
        desk.program.opened.bank,
        lambda: desk.program.settings,
        lambda: desk.now,
        lambda: ZONE,
        NoPresence(),
        lambda _check_in: None,
        lambda _check_in: None,
        paces=lambda days: [pace] * len(days),
    )
    desk.program.opened = replace(desk.program.opened, asker=asker)
    desk.program.state_changed.emit()


def menu(tray: Tray) -> list[str]:
    return [action.text() for action in tray._menu.actions() if action.isVisible() and not action.isSeparator()]


def line(tray: Tray) -> str:
    """What the menu tells of the plan."""
    (text,) = (text for text in menu(tray) if text.startswith(("Next", "Paused")))
    return text


@pytest.mark.parametrize("pace", [Pace.ONE_A_DAY, Pace.THREE_A_WEEK])
def test_the_menu_says_that_less_is_asked_and_does_not_grow(desk: Desk, pace: Pace) -> None:
    tray = Tray(desk.program)
    before = menu(tray)
    assert line(tray).startswith("Next: ") and LESS not in line(tray)
    slow_down(desk, pace)
    assert line(tray).startswith("Next: ") and line(tray).endswith(f" · {LESS}")
    assert len(menu(tray)) == len(before)


def test_the_menu_says_nothing_of_it_where_nothing_less_is_asked(desk: Desk) -> None:
    tray = Tray(desk.program)
    slow_down(desk, Pace.ONE_A_DAY)
    desk.program.change_settings(check_ins_a_day=1)
    assert LESS not in line(tray)
    desk.program.change_settings(check_ins_a_day=2)
    assert LESS in line(tray)
    desk.program.change_settings(ask_less=False)
    assert LESS not in line(tray)
    desk.program.change_settings(ask_less=True)
    desk.program.start_pause(None)
    assert line(tray) == "Paused until you say"


def shown(window: Window) -> list[str]:
    return [label.accessibleName() for label in window.findChildren(QLabel) if not label.isHidden()]


def test_the_settings_say_what_asking_less_means_while_it_is_on(desk: Desk) -> None:
    window = Window(desk.program, "settings", lambda: None)
    (switch,) = (one for one in window.findChildren(Switch) if one.accessibleName() == "Ask less as things go well")
    assert switch.isChecked() and FEWER in shown(window)
    switch.click()
    assert not desk.program.settings.ask_less and FEWER not in shown(window)
    switch.click()
    assert desk.program.settings.ask_less and FEWER in shown(window)
    desk.program.change_settings(check_ins_a_day=0)
    assert "You can always check in from the tray." in shown(window)
