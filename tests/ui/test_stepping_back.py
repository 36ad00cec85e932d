"""Asking less, as the tray's menu and the settings tell it; and the minutes that Herwidget took."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from herwidget.core.prompts import PromptKind
from herwidget.core.stepping_back import Pace
from herwidget.desktop.presence import NoPresence
from herwidget.services.asker import Asker
from herwidget.ui.controls import Switch
from herwidget.ui.tray import Tray
from herwidget.ui.window import Window
from tests.journal.examples import mood
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


def take(desk: Desk, time: timedelta, *, days_ago: int = 0) -> None:
    """A check-in is answered and closed after some time."""
    shown = desk.now - timedelta(days=days_ago, hours=1)
    prompt = desk.journal.add_prompt(PromptKind.DAY, shown.date(), None, shown, shown, ZONE)
    desk.journal.save_answer(prompt.id, mood(3), shown + time / 2, ZONE)
    desk.journal.record_closed(prompt.id, shown + time)


def foot(desk: Desk) -> list[str]:
    (text,) = (one for one in shown(Window(desk.program, "settings", lambda: None)) if one.startswith("Kept on"))
    return text.split("\n")


def test_the_foot_tells_how_much_of_this_week_it_took(desk: Desk) -> None:
    assert foot(desk) == ["Kept on this computer only.", "Nothing answered yet"]
    # It is a Monday.
    take(desk, timedelta(seconds=90), days_ago=1)
    assert foot(desk) == ["Kept on this computer only.", "1 check-in since November 2026"]
    take(desk, timedelta(seconds=20))
    assert foot(desk)[2] == "Herwidget took less than a minute of this week"
    take(desk, timedelta(seconds=50))
    assert foot(desk)[2] == "Herwidget took 1 minute of this week"
    take(desk, timedelta(hours=3))
    assert foot(desk)[2] == "Herwidget took 4 minutes of this week"


def test_how_the_time_is_worked_out_is_one_click_away(desk: Desk) -> None:
    take(desk, timedelta(seconds=20))
    window = Window(desk.program, "settings", lambda: None)
    name = "How this is worked out: Herwidget took less than a minute of this week"
    (link,) = (one for one in window.findChildren(QPushButton) if one.accessibleName() == name)
    link.click()
    (dialog,) = window.findChildren(QDialog)
    assert dialog.windowTitle() == "How Herwidget's time is worked out"
    dialog.close()


def test_a_foot_without_a_journal_says_where_all_is_kept(desk: Desk) -> None:
    desk.program.opened = None
    assert foot(desk) == ["Kept on this computer only."]
