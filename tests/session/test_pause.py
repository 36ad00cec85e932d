"""Pauses: begun in the menu or on the command line, kept across restarts, and asked nothing in."""

from __future__ import annotations

from .fast_clock import MINUTE, SLACK, Passing, at, clock, moment_of, planned
from .processes import wait_for
from .program import Herwidget

AFTERNOON = "2026-11-24T05:00:00Z"


def entries(herwidget: Herwidget) -> list[str]:
    """The texts in the tray's menu."""
    return list(herwidget.menu())


def wait_for_entry(herwidget: Herwidget, text: str) -> None:
    """Wait until the tray's menu has an entry."""
    wait_for(lambda: text in herwidget.menu(), what=f"{text!r} in the menu")


def test_pause_from_the_menu_is_kept_across_a_restart(herwidget: Herwidget) -> None:
    herwidget.start()
    wait_for(lambda: any(text.startswith("Next: around 1") for text in entries(herwidget)), what="the plan")
    herwidget.choose_from_menu("Up", "Up", "Up", "Up", "Up", "Up", "Right", "Up", "Return")
    wait_for_entry(herwidget, "Paused until you say")
    (pause,) = herwidget.rows("SELECT * FROM pauses")
    assert pause["until_at"] is pause["ended_at"] is None
    herwidget.quit()
    herwidget.start(clock=AFTERNOON)
    wait_for_entry(herwidget, "Paused until you say")
    assert "Pause" not in entries(herwidget)
    herwidget.icon()
    herwidget.choose_from_menu("Up", "Up", "Up", "Up", "Up", "Up", "Return")
    wait_for_entry(herwidget, "Pause")
    (pause,) = herwidget.rows("SELECT * FROM pauses")
    assert pause["ended_at"].startswith("2026-11-24T05:00:")
    assert not any(text.startswith("Paused") for text in entries(herwidget))


def test_pause_from_the_command_line_changes_the_menu_of_the_running_program(herwidget: Herwidget) -> None:
    herwidget.start()
    wait_for(lambda: any(text.startswith("Next: ") for text in entries(herwidget)), what="the plan")
    before = entries(herwidget)
    command = herwidget.launch("pause", "2h")
    assert (command.exit_code, command.stdout_text()) == (0, "Paused until 12:20\n")
    wait_for_entry(herwidget, "Paused until 12:20")
    assert herwidget.launch("pause", "off").exit_code == 0
    wait_for_entry(herwidget, "Pause")
    assert entries(herwidget) == before


def test_paused_icon_is_a_ring(herwidget: Herwidget) -> None:
    herwidget.start()
    centre = herwidget.icon()
    ember = herwidget.session.look().colour_at(*centre)
    assert herwidget.launch("pause", "on").exit_code == 0
    wait_for(lambda: herwidget.session.look().colour_at(*centre) != ember, what="the middle of the icon to be empty")
    herwidget.icon()


def test_nothing_is_asked_in_a_pause(herwidget: Herwidget) -> None:
    slot = planned()[0]
    assert herwidget.launch("pause", "30m", clock=f"{slot.planned_at - MINUTE:%Y-%m-%dT%H:%M:%SZ}").exit_code == 0
    start = slot.planned_at - 6 * MINUTE
    herwidget.start(clock=clock(start))
    passing = Passing(start)
    passing.wait_for(slot.planned_at + 15 * MINUTE)
    assert herwidget.prompts() == []
    herwidget.wait_for_card()
    (prompt,) = herwidget.prompts()
    assert prompt["slot"] == 0
    assert at("13:18") <= moment_of(prompt, "shown_at") < at("13:18") + SLACK
