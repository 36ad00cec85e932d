"""Homes that are not like others: the program starts, asks and keeps all the same."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from .journal_file import make_journal
from .program import Herwidget

# Root may write where nobody may; without these powers the rights of files hold for it as for anybody.
AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()


def no_runtime_folder(herwidget: Herwidget) -> None:
    """A session without systemd."""
    herwidget.environment["XDG_RUNTIME_DIR"] = None


def no_session_bus(herwidget: Herwidget) -> None:
    """A window manager that was started by hand."""
    herwidget.environment["DBUS_SESSION_BUS_ADDRESS"] = None


def names_with_everything(herwidget: Herwidget) -> None:
    """Folders and files named as people name them."""
    folder = herwidget.folder / '내 문서 \'n "stuff" & more'
    folder.mkdir()
    herwidget.journal = folder / "일기 #1? 100%.db"
    make_journal(herwidget.journal)
    herwidget.config = herwidget.config.rename(folder / "설정 %20.toml")


def unknown_zone(herwidget: Herwidget) -> None:
    """A zone that nobody has heard of."""
    herwidget.environment["TZ"] = "Middle/Earth"


def closed_settings(herwidget: Herwidget) -> None:
    """A settings file that may not be read."""
    herwidget.config.chmod(0)


def closed_log_folder(herwidget: Herwidget) -> None:
    """A place for logs that may not be written to."""
    (herwidget.folder / "state").mkdir(mode=0o500)
    herwidget.expected_log.append("the log folder cannot be written")


def closed_runtime_folder(herwidget: Herwidget) -> None:
    """A folder for locks and sockets in which none can be made."""
    (herwidget.folder / "run").chmod(0o500)


HOMES = [
    *(no_runtime_folder, no_session_bus, names_with_everything, unknown_zone),
    *(closed_settings, closed_log_folder, closed_runtime_folder),
]


@pytest.mark.parametrize("home", HOMES, ids=lambda home: home.__name__)
def test_check_in_is_answered_and_kept(herwidget: Herwidget, home: Callable[[Herwidget], None]) -> None:
    home(herwidget)
    herwidget.start(prefix=AS_ANYBODY)
    herwidget.open_card()
    herwidget.answer_both_steps()
    assert [answer["value"] for answer in herwidget.answers()] == [4, 25]
    herwidget.choose_from_menu("Up", "Return")
    assert herwidget.process.wait_exit() == 0
