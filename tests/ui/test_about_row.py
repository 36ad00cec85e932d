"""The row that tells the version: the releases are opened in the browser, and only there."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from herwidget import RELEASES, __version__
from herwidget.ui.about_row import AboutRow
from herwidget.ui.tray import Tray
from tests.ui.conftest import Desk


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop was asked to open; the first time it has no program for it."""
    asked: list[str] = []

    def take(url: QUrl) -> bool:
        asked.append(url.toString())
        return len(asked) > 1

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return asked


@pytest.mark.usefixtures("application")
def test_the_releases_are_opened_by_the_desktop(opened: list[str]) -> None:
    row = AboutRow()
    assert row.title == f"Herwidget {__version__}"
    assert opened == [], "not before it is asked for"
    row.button.click()
    assert row.below.sentence is not None and RELEASES in row.below.sentence.accessibleName()
    row.button.click()
    assert row.below.sentence is None
    assert opened == [RELEASES, RELEASES]


def test_they_are_an_entry_of_the_tray_s_menu(desk: Desk, opened: list[str]) -> None:
    tray = Tray(desk.program)
    pages: list[str] = []
    desk.program.window_wanted.connect(pages.append)
    (entry,) = (action for action in tray._menu.actions() if action.text() == "Look for a newer version")
    entry.trigger()
    assert pages == ["settings"], "what went wrong is said there"
    (notice,) = desk.program.notices
    assert RELEASES in notice
    entry.trigger()
    assert list(desk.program.notices) == []
    assert opened == [RELEASES, RELEASES]
    assert pages == ["settings"]
