"""Korean as those who write it type it: letter by letter, with an input method."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .desktop import DesktopSession
from .processes import wait_for
from .program import WELCOMED, Herwidget

ENGINE = "hangul"

FCITX_PROFILE = """\
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=hangul
[Groups/0/Items/0]
Name=keyboard-us
[Groups/0/Items/1]
Name=hangul
[GroupOrder]
0=Default
"""


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


@pytest.fixture
def start_fcitx(desktop: DesktopSession, tmp_path: Path) -> Callable[[], None]:
    """Fcitx with its engine for Hangul, as soon as it is called."""
    settings = tmp_path / "fcitx5"
    settings.mkdir()
    (settings / "profile").write_text(FCITX_PROFILE)
    (settings / "config").write_text("[Behavior]\nActiveByDefault=True\n")

    def start() -> None:
        argv = ["fcitx5", "--disable=wayland,waylandim,notificationitem,notifications"]
        desktop.start(argv, HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path))
        wait_for(lambda: desktop.bus_name_has_owner("org.freedesktop.portal.IBus"), what="Fcitx to speak for IBus")

    return start


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


@pytest.mark.parametrize("late", [False, True], ids=["there", "begins-with-the-session"])
def test_with_fcitx_space_and_enter_come_after_the_syllable_that_they_end(
    desktop: DesktopSession,
    new_herwidget: Callable[..., Herwidget],
    start_fcitx: Callable[[], None],
    tmp_path: Path,
    late: bool,
) -> None:
    herwidget = new_herwidget(desktop, WELCOMED + 'language = "ko"\n')
    # What a session sets for it, and IBus' own daemon is not to be found.
    if late:
        herwidget.start("--background", QT_IM_MODULE="fcitx", PATH=str(tmp_path))
        start_fcitx()
    else:
        start_fcitx()
        herwidget.start(QT_IM_MODULE="fcitx", PATH=str(tmp_path))
    herwidget.wait_for_focus(herwidget.open_card())
    herwidget.session.key("2", "Tab", *"gksrmf", "space", *"whgdk", "Return")
    wait_for(lambda: [answer["note"] for answer in herwidget.answers()] == ["한글 좋아"], what="the note")
    # The next question has the keyboard, and nothing is held back from it.
    herwidget.session.key("2", "Return")
    herwidget.wait_until_card_is_gone()
