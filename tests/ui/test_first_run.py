"""The first run's window: whatever has to be said in it has room."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from herwidget.desktop.autostart.xdg import XdgAutostart
from herwidget.ui.autostart_row import AutostartSwitch
from herwidget.ui.first_run import FirstRun
from tests.ui.conftest import Desk


@pytest.mark.parametrize("place", ["config", "a folder of a very long name, " * 12], ids=["short", "long"])
def test_a_sentence_of_any_length_has_room(desk: Desk, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    autostart = XdgAutostart(("/bin/sh", "--background"), [tmp_path / "file" / place])
    desk.program.autostart = lambda: autostart
    window = FirstRun(desk.program, lambda _ask_now: None)
    window.show()
    window._go_on()
    QCoreApplication.processEvents()
    usual = window.height()
    switch = window.findChild(AutostartSwitch)
    assert isinstance(switch, AutostartSwitch)
    switch.click()
    for _ in range(3):  # the window learns of its new content, and is laid out again
        QCoreApplication.processEvents()
    (sentence,) = (one for one in window.findChildren(QLabel) if one.property("role") == "trouble")
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
    assert window.height() > usual
    desk.program.ending = True
    window.close()
