"""Everything that was told, taken along by the settings' button and the system's own dialog, while the program runs."""

from __future__ import annotations

import csv
import stat
from collections.abc import Callable

from .desktop import DesktopSession
from .picture import Box
from .processes import wait_for
from .program import WELCOMED, Herwidget

_WHEEL_DOWN = 5


def click_on(herwidget: Herwidget, name: str) -> None:
    """Turn the page until a button is in view, and click on it."""
    window = herwidget.session.window_geometry(herwidget.wait_for_window())
    low = window.y + window.height

    def box() -> Box:
        found = herwidget.tree().find("button", name)
        assert found is not None and found.box is not None
        return found.box

    def turned(before: Box) -> Box:
        # Beside everything that a wheel could change.
        herwidget.session.move_click(window.x + window.width - 12, window.y + window.height // 2, _WHEEL_DOWN)
        wait_for(lambda: box() != before, what="the page to move")
        return box()

    place = box()
    while place.y + place.height > low:
        place = turned(place)
    herwidget.session.move_click(place.x + place.width // 2, place.y + place.height // 2)


def test_what_was_told_is_exported_from_the_settings(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]
) -> None:
    herwidget = new_herwidget(desktop, WELCOMED + 'language = "en"\n', accessible=True)
    herwidget.start()
    herwidget.open_card()
    herwidget.answer_both_steps()
    herwidget.launch()
    herwidget.wait_for_focus(herwidget.wait_for_window())
    herwidget.session.press_accessible("herwidget", "radio button", "Settings")
    herwidget.wait_for_words("Everything you told, in a file")
    path = herwidget.folder / "mine.csv"
    for chosen in (path, herwidget.folder / "mine"):
        click_on(herwidget, "Export…")
        wait_for(
            lambda: herwidget.session.active_window() in herwidget.session.windows(name="Export"), what="the dialog"
        )
        herwidget.session.key("ctrl+a")
        herwidget.session.type_text(str(chosen))
        herwidget.session.key("Return")
        # The second has no ending; with one, it is the first, which is not replaced.
        herwidget.wait_for_words("2 answers were exported" if chosen == path else "there is a file already")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert (rows[0]["Day"], rows[0]["Step"], rows[0]["Number"]) == ("2026-11-24", "mood", "4")
    assert [one.name for one in herwidget.folder.glob("mine*")] == ["mine.csv"]
