"""The first run: three quiet panes, walked by keyboard."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from .desktop import DesktopSession
from .processes import wait_for
from .program import Herwidget


@pytest.fixture
def newcomer(desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]) -> Herwidget:
    """Somebody who starts it for the first time: no settings, no journal."""
    return new_herwidget(desktop, None, fresh=True, accessible=True)


def test_first_run_is_walked_by_keyboard_and_ends_with_the_first_question(newcomer: Herwidget, artifacts: Path) -> None:
    newcomer.start("--lang", "en")
    newcomer.wait_for_focus(newcomer.wait_for_window())
    for number, words in enumerate(["A small question, now and then", "When may it ask?", "Who can hear you?"], 1):
        newcomer.wait_for_words(words)
        newcomer.keep_picture(artifacts / f"first-run-{number}-en.png")
        if number < 3:
            newcomer.session.key("Return")
    for name in ("Mina", "어머니"):
        newcomer.session.key("Tab")
        newcomer.session.type_text(name)
    newcomer.session.key("Return")
    card = newcomer.wait_for_card()
    newcomer.wait_for_focus(card)
    assert newcomer.window() is None
    assert [row["name"] for row in newcomer.rows("SELECT name FROM people ORDER BY position")] == ["Mina", "어머니"]
    assert tomllib.loads(newcomer.config.read_text(encoding="utf-8"))["welcomed"] is True
    newcomer.answer_both_steps()
    assert [answer["value"] for answer in newcomer.answers()] == [4, 25]


def test_first_run_that_is_closed_at_its_first_pane_asks_nothing(newcomer: Herwidget) -> None:
    newcomer.start()
    newcomer.wait_for_focus(newcomer.wait_for_window())
    newcomer.session.key("Escape")
    wait_for(lambda: newcomer.window() is None, what="the first run to close")
    newcomer.icon()
    assert newcomer.card() is None
    assert newcomer.prompts() == []
    newcomer.quit()
    newcomer.start()
    newcomer.icon()
    assert newcomer.window() is None, "it does not come twice"


def test_first_run_comes_again_when_the_session_ended_in_it(newcomer: Herwidget) -> None:
    newcomer.start()
    newcomer.wait_for_window()
    newcomer.quit()
    newcomer.start()
    newcomer.wait_for_words("A small question, now and then")


def test_first_run_waits_while_it_was_started_in_the_background(newcomer: Herwidget) -> None:
    newcomer.start("--background")
    newcomer.icon()
    assert newcomer.window() is None


def test_first_run_goes_back_and_keeps_what_was_typed(newcomer: Herwidget) -> None:
    newcomer.start("--lang", "en")
    newcomer.wait_for_focus(newcomer.wait_for_window())
    newcomer.session.key("Return", "Return", "Tab")
    newcomer.session.type_text("Jun")
    newcomer.session.press_accessible("herwidget", "button", "Back")
    newcomer.wait_for_words("When may it ask?")
    newcomer.session.key("Return")
    newcomer.wait_for_words("Who can hear you?")
    newcomer.session.key("Escape")
    wait_for(lambda: newcomer.window() is None, what="the first run to close")
    assert [row["name"] for row in newcomer.rows("SELECT name FROM people")] == ["Jun"]
    assert newcomer.card() is None


def test_first_run_speaks_korean_once_it_is_chosen(newcomer: Herwidget, artifacts: Path) -> None:
    newcomer.start()
    newcomer.wait_for_focus(newcomer.wait_for_window())
    newcomer.session.press_accessible("herwidget", "button", "Language: Like the system")
    newcomer.session.key("Down", "Down", "Return")
    newcomer.wait_for_words("다음")
    newcomer.keep_picture(artifacts / "first-run-1-ko.png")
    assert tomllib.loads(newcomer.config.read_text(encoding="utf-8"))["language"] == "ko"


def test_settings_that_cannot_be_read_make_nobody_a_newcomer(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]
) -> None:
    broken = 'hours = "10:00-22:00\n'
    herwidget = new_herwidget(desktop, broken, accessible=True)
    herwidget.start("--lang", "en")
    herwidget.wait_for_window()
    herwidget.wait_for_words("The settings file cannot be read (")
    herwidget.open_card()
    herwidget.answer_both_steps()
    assert herwidget.config.read_text(encoding="utf-8") == broken
