"""Korean as those who write it type it: letter by letter, with an input method."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .desktop import DesktopSession
from .processes import wait_for
from .program import WELCOMED, Herwidget

ENGINE = "hangul"


@pytest.fixture
def ibus(desktop: DesktopSession, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """IBus with its engine for Hangul on two sets of keys; the variables by which a program finds it."""
    folder = tmp_path_factory.mktemp("ibus")
    variables = {
        "IBUS_ADDRESS": f"unix:path={folder}/bus",
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "XDG_CACHE_HOME": str(folder),
        "GSETTINGS_BACKEND": "memory",
    }
    address = f"--address={variables['IBUS_ADDRESS']}"
    daemon = desktop.start(["ibus-daemon", "--panel=disable", "--emoji-extension=disable", address], **variables)

    def engine_is_chosen() -> bool:
        desktop.start(["ibus", "engine", ENGINE], **variables).wait_exit()
        asked = desktop.start(["ibus", "engine"], **variables)
        asked.wait_exit()
        return asked.stdout_text().strip() == ENGINE

    wait_for(engine_is_chosen, what="the engine for Hangul")
    yield {"QT_IM_MODULE": "ibus", "XDG_CONFIG_HOME": str(folder)}
    daemon.end()


def test_a_note_is_composed_and_kept_with_its_last_syllable(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget], ibus: dict[str, str], artifacts: Path
) -> None:
    herwidget = new_herwidget(desktop, WELCOMED + 'language = "ko"\n')
    herwidget.start(**ibus)
    herwidget.wait_for_focus(herwidget.open_card())
    herwidget.session.key("2", "Tab", "shift+space", *"gksrmf", "space", *"whgdk")
    herwidget.session.wait_for_still_screen()
    herwidget.keep_picture(artifacts / "composing.png")
    # The syllable under the cursor is not written yet: Enter writes it, and goes on.
    herwidget.session.key("Return")
    wait_for(lambda: [answer["note"] for answer in herwidget.answers()] == ["한글 좋아"], what="the note")
    assert [answer["value"] for answer in herwidget.answers()] == [2]
