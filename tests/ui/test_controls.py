"""Small widgets that more than one screen uses."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from herwidget.ui.controls import MenuField


@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_a_menu_s_keyboard_begins_at_what_is_chosen(application: QApplication, chosen: str) -> None:
    field = MenuField("Theme", [("As the desktop", "system"), ("Light", "light"), ("Dark", "dark")], "light")
    menu = field.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text().lower() == chosen).trigger()
    menu.popup(QPoint())
    application.processEvents()
    active = menu.activeAction()
    menu.close()
    assert active is not None
    assert active.text().lower() == chosen
