"""Light and dark, Korean and English: chosen in the window, or by the desktop, and changed at once."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from herwidget.core.prompts import StepName
from herwidget.environment import load_bank
from herwidget.journal.journal import Journal

from .configuration import PANEL_HEIGHT
from .desktop import SCREEN_SIZE, DesktopSession
from .picture import Colour
from .portal import DARK, LIGHT, Portal
from .processes import wait_for
from .program import WELCOMED, Herwidget

NewHerwidget = Callable[..., Herwidget]

LIGHT_SURFACE: Colour = (0xFF, 0xFF, 0xFF)
DARK_SURFACE: Colour = (0x27, 0x20, 0x1C)
EVENING = "2026-11-24T10:41:00Z"
"""19:41 in Seoul: a check-in has three steps then."""
MOOD = {language: load_bank().steps[StepName.MOOD].text.of(language) for language in ("en", "ko")}


def surface_of(herwidget: Herwidget, card: int) -> Colour:
    """The colour of a pixel of the card where nothing is drawn."""
    box = herwidget.session.window_geometry(card)
    return herwidget.session.look().colour_at(box.x + box.width // 2, box.y + 12)


def wait_for_surface(herwidget: Herwidget, card: int, colour: Colour) -> None:
    """Wait until the card has a colour."""
    wait_for(lambda: surface_of(herwidget, card) == colour, what=f"the card to have the colour {colour}")


def settings(herwidget: Herwidget) -> dict[str, Any]:
    """The settings file as it is."""
    return tomllib.loads(herwidget.config.read_text(encoding="utf-8"))


def click_on(herwidget: Herwidget, role: str, name: str) -> None:
    """Click with the mouse on a widget that a screen reader finds."""
    found = wait_for(lambda: herwidget.tree().find(role, name), what=f"{role} {name}")
    assert found is not None and found.box is not None
    herwidget.session.move_click(*found.box.centre)


def open_settings(herwidget: Herwidget) -> int:
    """Open the window on its settings with the tray's menu."""
    herwidget.choose_from_menu("Up", "Up", "Up", "Up", "Return")
    window = herwidget.wait_for_window()
    herwidget.wait_for_focus(window)
    return window


@pytest.mark.parametrize(("theme", "language"), [("light", "en"), ("dark", "ko")])
def test_chosen_theme_and_language_are_there_from_the_start(
    desktop: DesktopSession, new_herwidget: NewHerwidget, artifacts: Path, theme: str, language: str
) -> None:
    chosen = WELCOMED + f'theme = "{theme}"\nlanguage = "{language}"\n'
    herwidget = new_herwidget(desktop, chosen, accessible=True)
    herwidget.start()
    card = herwidget.open_card()
    herwidget.wait_for_words(MOOD[language])
    wait_for_surface(herwidget, card, {"light": LIGHT_SURFACE, "dark": DARK_SURFACE}[theme])
    herwidget.keep_picture(artifacts / f"card-{theme}-{language}.png")
    herwidget.session.key("Escape")
    open_settings(herwidget)
    herwidget.keep_picture(artifacts / f"settings-{theme}-{language}.png")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_at_twice_the_size_the_longest_card_is_above_the_panel_and_ends_by_its_button(
    desktop: DesktopSession, new_herwidget: NewHerwidget, artifacts: Path, language: str
) -> None:
    """Of 1280 by 800 pixels 640 by 386 are left."""
    scale, edge = 2, 10
    herwidget = new_herwidget(desktop, WELCOMED + f'language = "{language}"\n')
    with closing(Journal(herwidget.journal)) as journal:
        for name in ("Mina", "어머니", "Alexander Konstantinopoulos", "Grandmother Kim"):
            journal.add_person(name, datetime(2026, 11, 1, tzinfo=UTC))
    herwidget.start("--background", clock=EVENING, QT_SCALE_FACTOR=str(scale))
    card = herwidget.open_card()
    desktop.key("4", "Return", "5", "Return", "1")
    herwidget.wait_for_answers(3)
    whole = (SCREEN_SIZE[1] - PANEL_HEIGHT) // scale * scale - 2 * edge * scale
    wait_for(lambda: abs(desktop.window_geometry(card).height - whole) <= scale, what="the card of all the height")
    herwidget.keep_picture(artifacts / f"small-screen-{language}.png")
    box = desktop.window_geometry(card)
    assert box.y >= edge * scale
    assert box.y + box.height <= SCREEN_SIZE[1] - PANEL_HEIGHT - (edge - 1) * scale
    # The button ends where the margins begin: 24 pixels from the right, 18 from the bottom.
    desktop.move_click(box.x + box.width - scale * (24 + 30), box.y + box.height - scale * (18 + 17))
    herwidget.wait_until_card_is_gone()
    (prompt,) = herwidget.prompts()
    assert prompt["closed_at"] and not prompt["skipped_at"]


def test_theme_chosen_by_mouse_changes_the_card_at_once(desktop: DesktopSession, new_herwidget: NewHerwidget) -> None:
    herwidget = new_herwidget(desktop, WELCOMED + 'theme = "light"\nlanguage = "en"\n', accessible=True)
    herwidget.start()
    card = herwidget.open_card()
    wait_for_surface(herwidget, card, LIGHT_SURFACE)
    open_settings(herwidget)
    click_on(herwidget, "button", "Colours: Light colours")
    wait_for(herwidget.popup, what="the menu of colours")
    # The keyboard begins at the light one, and the dark one comes after it.
    herwidget.session.key("Down", "Return")
    wait_for(lambda: settings(herwidget).get("theme") == "dark", what="the choice to be kept")
    wait_for_surface(herwidget, card, DARK_SURFACE)


def test_language_chosen_by_keyboard_changes_card_window_and_menu(
    desktop: DesktopSession, new_herwidget: NewHerwidget
) -> None:
    herwidget = new_herwidget(desktop, WELCOMED + 'language = "en"\n', accessible=True)
    herwidget.start()
    herwidget.open_card()
    herwidget.wait_for_words(MOOD["en"])
    assert "Quit" in herwidget.menu()
    open_settings(herwidget)
    for _ in range(30):
        if herwidget.focused_name() == "Language: English":
            break
        herwidget.session.key("Tab")
    herwidget.session.key("space")
    wait_for(herwidget.popup, what="the menu of languages")
    herwidget.session.key("Down", "Return")
    herwidget.wait_for_words(MOOD["ko"])
    assert settings(herwidget)["language"] == "ko"
    assert "Quit" not in herwidget.menu()
    assert not any("Settings" in words for words in herwidget.words())


def test_preference_of_the_desktop_is_followed_live(herwidget: Herwidget) -> None:
    with Portal(herwidget.session.bus_address, LIGHT) as portal:
        herwidget.start(XDG_CURRENT_DESKTOP="GNOME")
        card = herwidget.open_card()
        wait_for_surface(herwidget, card, LIGHT_SURFACE)
        portal.prefer(DARK)
        wait_for_surface(herwidget, card, DARK_SURFACE)
        portal.prefer(LIGHT)
        wait_for_surface(herwidget, card, LIGHT_SURFACE)


@pytest.mark.parametrize("name", ["GNOME", "sway"])
def test_preference_of_the_desktop_holds_from_the_start(herwidget: Herwidget, name: str) -> None:
    with Portal(herwidget.session.bus_address, DARK):
        herwidget.start(XDG_CURRENT_DESKTOP=name)
        wait_for_surface(herwidget, herwidget.open_card(), DARK_SURFACE)


def test_choice_of_the_person_stands_against_the_desktop(desktop: DesktopSession, new_herwidget: NewHerwidget) -> None:
    herwidget = new_herwidget(desktop, WELCOMED + 'theme = "light"\n')
    with Portal(desktop.bus_address, DARK):
        herwidget.start(XDG_CURRENT_DESKTOP="GNOME")
        wait_for_surface(herwidget, herwidget.open_card(), LIGHT_SURFACE)


def test_korean_is_spoken_where_the_system_does(desktop: DesktopSession, new_herwidget: NewHerwidget) -> None:
    herwidget = new_herwidget(desktop, accessible=True)
    herwidget.start(LANG="ko_KR.UTF-8", LC_CTYPE="C.UTF-8")
    herwidget.open_card()
    herwidget.wait_for_words(MOOD["ko"])


def test_the_demonstration_says_in_korean_what_it_is(desktop: DesktopSession, new_herwidget: NewHerwidget) -> None:
    herwidget = new_herwidget(desktop, accessible=True)
    herwidget.start("demo", LANG="ko_KR.UTF-8", LC_CTYPE="C.UTF-8")
    herwidget.wait_for_window(30)
    herwidget.wait_for_words("여기 있는 것은 모두 지어낸 기록이에요.")
