"""Keys that end a syllable: in the order of typing, and never lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from shiboken6 import delete

from herwidget.ui.composition import KeysAfterComposition
from tests.desktop.support import wait_until

KEYS = {" ": Qt.Key.Key_Space, "x": Qt.Key.Key_X, "\t": Qt.Key.Key_Tab}


class Form(QWidget):
    """Two fields, the first of which has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        self.first, self.second = QLineEdit(), QLineEdit()
        row.addWidget(self.first)
        row.addWidget(self.second)
        self.first.setFocus()
        self.show()
        wait_until(self._has_keyboard, what="the keyboard")

    def _has_keyboard(self) -> bool:
        self.activateWindow()
        return QGuiApplication.focusObject() is self.first

    @property
    def field(self) -> QWidget:
        """What has the keyboard."""
        field = QApplication.focusWidget()
        assert field is not None
        return field

    def press(self, text: str) -> None:
        key = QKeyEvent(QEvent.Type.KeyPress, KEYS[text], Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(self.field, key)

    def compose(self, preedit: str, written: str = "") -> None:
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(written)
        QCoreApplication.sendEvent(self.field, event)


@pytest.fixture
def form(application: QApplication) -> Iterator[Form]:
    keys = KeysAfterComposition(application)
    made = Form()
    yield made
    delete(made)
    delete(keys)


def wait_for_text(field: QLineEdit, text: str) -> None:
    wait_until(lambda: field.text() == text, what=text)


def test_a_key_comes_after_the_syllable_that_it_ends(form: Form) -> None:
    form.compose("글")
    form.press(" ")
    form.press("x")
    assert form.first.text() == ""
    form.compose("", "글")
    wait_for_text(form.first, "글 x")


def test_a_key_that_ends_nothing_is_not_lost(form: Form) -> None:
    form.compose("글")
    form.press("x")
    wait_for_text(form.first, "x")


def test_a_key_comes_at_once_where_nothing_is_composed(form: Form) -> None:
    form.press("x")
    assert form.first.text() == "x"
    form.compose("글")
    form.compose("", "글")
    form.press(" ")
    assert form.first.text() == "x글 "


def test_what_is_typed_after_a_tab_goes_to_the_next_field(form: Form) -> None:
    form.compose("글")
    form.press("\t")
    form.press("x")
    form.compose("", "글")
    wait_for_text(form.second, "x")
    assert form.first.text() == "글"


def test_what_is_typed_while_a_field_goes_comes_to_the_next_one(form: Form) -> None:
    form.compose("글")
    form.press("x")
    delete(form.first)
    form.second.setFocus()
    form.press(" ")
    wait_for_text(form.second, "x ")
