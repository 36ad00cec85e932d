"""The people page: who is on it, what is told of them, and all that can be done, by mouse and by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPushButton

from herwidget.core.people import Person, ReachKind
from herwidget.core.people_port import NewPerson
from herwidget.core.reach import Reach
from herwidget.ui.controls import Shortened, chip, tooltip
from herwidget.ui.help_page import HelpPage
from herwidget.ui.import_dialog import ImportDialog
from herwidget.ui.open_address import open_address
from herwidget.ui.people_page import PeoplePage
from herwidget.ui.person_editor import PersonEditor
from herwidget.ui.window import Window
from tests.desktop.vcards import APPLE, GOOGLE
from tests.ui.conftest import Desk
from tests.ui.past import Told, before, write

KEY = Qt.Key
EMAIL, PHONE, LINK = ReachKind.EMAIL, ReachKind.PHONE, ReachKind.LINK


class Opened:
    """The window at the people, as small as it can be."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.window = Window(desk.program, "people", lambda: None)
        self.window.resize(self.window.minimumSize())
        self.window.show()
        self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        for _ in range(5):
            QTest.qWait(2)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def page(self) -> PeoplePage:
        (page,) = (one for one in self.window.findChildren(PeoplePage) if one.isVisible())
        return page

    def names(self) -> list[str]:
        return [person.name for person in self.desk.journal.people()]

    def says(self, words: str) -> bool:
        there = [one.accessibleName() for one in self.window.findChildren(QLabel) if one.isVisible()]
        return any(words in text for text in there)

    def button(self, name: str) -> QPushButton:
        there = [one for one in self.window.findChildren(QPushButton) if one.isVisible()]
        (found,) = (one for one in there if one.accessibleName() == name)
        return found

    def has(self, name: str) -> bool:
        there = [one for one in self.window.findChildren(QAbstractButton) if one.isVisible()]
        return any(one.accessibleName() == name for one in there)

    def press(self, name: str) -> None:
        self.button(name).click()
        self.settle()

    def menu(self, name: str, entry: str) -> None:
        actions = self.button(f"More: {name}").menu().actions()
        (action,) = (one for one in actions if one.text().split("\t")[0] == entry)
        assert action.isEnabled()
        action.trigger()
        self.settle()

    def dialog(self) -> QDialog:
        (found,) = (one for one in self.window.findChildren(QDialog) if one.isVisible())
        return found

    def editor(self) -> PersonEditor:
        dialog = self.dialog()
        assert isinstance(dialog, PersonEditor)
        return dialog

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)
        self.settle()


@pytest.fixture
def opened(desk: Desk) -> Iterator[Opened]:
    """The page with three people."""
    desk.history().people.add(
        [
            NewPerson("Mina", Reach(EMAIL, "mina@example.org")),
            NewPerson("Jun", Reach(PHONE, "+82 10-1234-5678")),
            NewPerson("어머니"),
        ]
    )
    made = Opened(desk)
    yield made
    made.window.close()
    made.settle()


@pytest.fixture
def addresses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop is asked to open; it takes everything."""
    asked: list[str] = []

    def take(url: QUrl) -> bool:
        asked.append(bytes(url.toEncoded().data()).decode())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return asked


def test_an_empty_list_is_kindly_told(desk: Desk) -> None:
    opened = Opened(desk)
    assert opened.says("Nobody is here yet") and opened.has("Add") and opened.has("Import…")
    opened.window.close()


def test_rows_tell_when_and_how_and_how_it_was_after(desk: Desk) -> None:
    mina, jun = (desk.journal.add_person(name, desk.now).id for name in ("Mina", "Jun"))
    for days in range(6, 40):
        write(desk, [Told(before(days, 6), 2), Told(before(days), 4, "face-to-face", (mina,))])
    write(desk, [Told(before(1, 6), 3), Told(before(1), 4, "writing", (jun,))])
    opened = Opened(desk)
    assert opened.says("six days ago, face to face · usually lighter after, n = 34")
    assert opened.says("yesterday, in writing · no pattern yet, n = 1")
    opened.window.close()


def test_write_and_call_are_there_where_there_is_a_way(opened: Opened, addresses: list[str]) -> None:
    assert opened.has("Write: Mina") and not opened.has("Call: Mina")
    assert not opened.has("Write: 어머니") and not opened.has("Call: 어머니")
    for name in ("Write: Mina", "Write: Jun", "Call: Jun"):
        opened.press(name)
    assert addresses == ["mailto:mina@example.org", "sms:+821012345678", "tel:+821012345678"]


def test_an_address_that_nobody_could_have_typed_is_not_opened(desk: Desk, addresses: list[str]) -> None:
    desk.journal.add_person("Mina", desk.now)
    with desk.journal.connection as connection:
        connection.execute("UPDATE people SET reach_kind = 'link', reach = 'file:///etc/passwd'")
    opened = Opened(desk)
    assert not opened.has("Open: Mina")
    opened.window.close()


def test_that_nothing_opens_an_address_is_said(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    opened.press("Call: Jun")
    assert opened.says("No program here opens this, so nothing was opened: +82 10-1234-5678")


def test_a_link_is_opened_as_the_browser_knows_it(addresses: list[str]) -> None:
    assert open_address("https://%ED%95%9C%EA%B5%AD.kr/%EB%AF%B8?a=b%26c")
    mail = "mailto:a%26b@example.org?subject=%3F%26&body=a%0D%0Ab%2Bc%25"
    assert open_address(mail)
    assert addresses == ["https://xn--3e0b707e.kr/%EB%AF%B8?a=b%26c", mail]


def test_a_help_line_is_called(desk: Desk, addresses: list[str]) -> None:
    desk.program.change_settings(help_country="KR")
    page = HelpPage(desk.program)
    (call,) = (one for one in page.findChildren(QPushButton) if one.accessibleName() == "Call 109")
    call.click()
    assert addresses == ["tel:109"]


def test_somebody_is_added(opened: Opened) -> None:
    opened.press("Add")
    editor = opened.editor()
    QTest.keyClicks(editor.name, "  Sam   Lee ")
    QTest.keyClicks(editor.address, "sam@exa")
    assert opened.button("How to reach them: E-mail").isChecked()
    assert editor.address.accessibleDescription() != ""
    QTest.keyClicks(editor.address, "mple.org")
    assert editor.address.accessibleDescription() == ""
    QTest.keyClick(editor.address, KEY.Key_Return)
    opened.settle()
    assert opened.desk.journal.people()[-1] == Person(4, "Sam Lee", EMAIL, "sam@example.org")
    assert opened.says("Sam Lee is on the list.") and opened.has("Write: Sam Lee")
    assert opened.window.focusWidget() is opened.button("Add")
    opened.press("Undo")
    assert opened.names() == ["Mina", "Jun", "어머니"]


@pytest.mark.parametrize(
    ("name", "address", "sentence"),
    [
        ("", "", "Give a name first"),
        ("Sam", "sam", "A number has digits"),
        ("Sam", "sam@example", "An e-mail address looks like"),
        ("Sam", "javascript:alert(1)", "A number has digits"),
        ("Sam", "javascript://alert(1)", "A link begins with https://, or opens"),
        ("Mina", "", "“Mina” is on your list already."),
    ],
)
def test_what_cannot_be_kept_stays_in_the_form(opened: Opened, name: str, address: str, sentence: str) -> None:
    opened.press("Add")
    editor = opened.editor()
    editor.name.setText(name)
    editor.address.setText(address)
    editor.save()
    opened.settle()
    assert opened.says(sentence) and editor.isVisible()
    (said,) = (one for one in editor.findChildren(QLabel) if one.isVisible() and one.property("role") == "trouble")
    assert said.height() >= said.heightForWidth(said.width()), "its sentence is cut off"
    assert opened.names() == ["Mina", "Jun", "어머니"]
    editor.close()


def test_the_kind_follows_what_is_typed_until_it_is_chosen(opened: Opened) -> None:
    opened.press("Add")
    editor = opened.editor()
    editor.name.setText("Sam")
    for text, kind in (("sam@example.org", "E-mail"), ("https://example.org", "Link"), ("010-1234-5678", "Phone")):
        editor.address.setText(text)
        assert opened.button(f"How to reach them: {kind}").isChecked()
    opened.press("How to reach them: Link")
    editor.address.setText("sam@example.org")
    assert opened.button("How to reach them: Link").isChecked()
    editor.save()
    assert editor.isVisible()
    editor.address.setText("open.kakao.com/o/x")
    editor.save()
    opened.settle()
    assert opened.desk.journal.people()[-1].reach == "https://open.kakao.com/o/x"


def test_somebody_is_changed(opened: Opened) -> None:
    opened.menu("Mina", "Edit…")
    editor = opened.editor()
    assert (editor.name.text(), editor.address.text()) == ("Mina", "mina@example.org")
    editor.name.setText("미나 & 준")
    editor.address.clear()
    editor.save()
    opened.settle()
    assert opened.desk.journal.people()[0] == Person(1, "미나 & 준")
    assert opened.says("The changes to 미나 & 준 were kept.")


def test_escape_changes_nothing(opened: Opened) -> None:
    opened.menu("Mina", "Edit…")
    editor = opened.editor()
    editor.name.setText("Nobody")
    QTest.keyClick(editor, KEY.Key_Escape)
    opened.settle()
    assert opened.names()[0] == "Mina" and opened.window.isVisible()


def test_people_are_put_away_and_taken_back(opened: Opened) -> None:
    opened.menu("Jun", "Put away")
    assert opened.names() == ["Mina", "어머니"]
    assert opened.says("Jun was put away. The answers keep the name.")
    assert not opened.has("Take back: Jun")
    fold = opened.button("Put away (1)")
    assert opened.window.focusWidget() is fold
    opened.key(KEY.Key_Space)
    opened.press("Take back: Jun")
    assert opened.names() == ["Mina", "Jun", "어머니"] and not opened.has("Put away (1)")
    opened.press("Undo")
    assert opened.has("Take back: Jun")
    opened.press("Undo")
    assert opened.names() == ["Mina", "Jun", "어머니"]


def test_people_are_moved_by_keys_and_the_keyboard_stays_with_them(opened: Opened) -> None:
    opened.button("Call: Jun").setFocus()
    opened.key(KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert opened.names() == ["Jun", "Mina", "어머니"]
    opened.key(KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert opened.names() == ["Jun", "Mina", "어머니"]
    assert opened.window.focusWidget() is opened.button("Call: Jun")
    for _ in range(3):
        opened.key(KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert opened.names() == ["Mina", "어머니", "Jun"]
    opened.menu("Jun", "Move up")
    assert opened.names() == ["Mina", "Jun", "어머니"]
    assert opened.says("Jun is at place 2 of 3 now.")


def test_an_address_is_copied(opened: Opened) -> None:
    opened.menu("Jun", "Copy the address")
    assert QGuiApplication.clipboard().text() == "+82 10-1234-5678"


def test_what_the_journal_refuses_is_said(opened: Opened) -> None:
    opened.desk.break_journal()
    opened.menu("Jun", "Put away")
    assert opened.says("Another program is holding the journal")
    opened.press("Add")
    editor = opened.editor()
    editor.name.setText("Sam")
    editor.save()
    assert editor.isVisible() and opened.says("Another program is holding the journal")
    editor.close()
    opened.desk.mend_journal()
    assert opened.names() == ["Mina", "Jun", "어머니"]


@pytest.fixture
def chooser(opened: Opened, tmp_path: Path) -> ImportDialog:
    """An address book that was opened; 어머니 is on the list already."""
    path = tmp_path / "contacts.vcf"
    path.write_text(APPLE + GOOGLE, encoding="utf-8")
    dialog = opened.page.import_from(path)
    assert isinstance(dialog, ImportDialog)
    opened.settle()
    return dialog


def shown(dialog: ImportDialog) -> list[str]:
    rows = range(dialog.list.count())
    return [dialog.list.item(row).text() for row in rows if not dialog.list.isRowHidden(row)]


def test_nobody_is_chosen_beforehand(opened: Opened, chooser: ImportDialog) -> None:
    assert [text.split("  ·  ")[0] for text in shown(chooser)] == [
        "Mina Kim, PhD",
        "박지은",
        "어머니 · on your list",
        "이준호",
        "Bakery Bread",
    ]
    assert all(chooser.list.item(row).checkState() is Qt.CheckState.Unchecked for row in range(5))
    assert not chooser.add.isEnabled() and opened.says("0 of 5 ticked")
    assert opened.says("One card could not be read and is left out.")
    chooser.save()
    assert chooser.isVisible()


def test_people_are_found_ticked_and_added_by_keys(opened: Opened, chooser: ImportDialog) -> None:
    QTest.keyClicks(chooser.search, "010")
    assert len(shown(chooser)) == 2
    chooser.search.setText("준호")
    QTest.keyClick(chooser.search, KEY.Key_Down)
    QTest.keyClick(chooser.list, KEY.Key_Space)
    chooser.search.setText("mina 123")
    QTest.keyClick(chooser.search, KEY.Key_Return)
    QTest.keyClick(chooser.list, KEY.Key_Return)
    chooser.search.clear()
    assert opened.says("2 of 5 ticked")
    chooser.add.click()
    opened.settle()
    assert opened.desk.journal.people()[3:] == (
        Person(4, "Mina Kim, PhD", PHONE, "+82 2 123 4567"),
        Person(5, "이준호", LINK, "http://www.google.com/profiles/1"),
    )
    assert opened.says("2 people are on the list now.")
    opened.press("Undo")
    assert opened.names() == ["Mina", "Jun", "어머니"]


def test_a_click_anywhere_in_a_row_ticks_it_once(chooser: ImportDialog) -> None:
    for row, right in ((0, False), (1, True), (2, True)):
        box = chooser.list.visualItemRect(chooser.list.item(row))
        place = box.center() if right else box.topLeft() + (box.bottomLeft() - box.topLeft()) / 2
        place.setX(place.x() if right else place.x() + 15)
        QTest.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    ticked = [chooser.list.item(row).checkState() is Qt.CheckState.Checked for row in range(3)]
    assert ticked == [True, True, False]


def test_a_file_that_is_no_address_book_is_told(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "picture.vcf"
    path.write_bytes(b"\x89PNG")
    assert opened.page.import_from(path) is None
    assert opened.says("There is nobody in this file, or it is no vCard file")
    assert QGuiApplication.overrideCursor() is None


LONG = "Wolfeschlegelsteinhausenbergerdorff, of the long street & the longer name"


def test_a_long_name_is_shortened_with_its_whole_beside_it(desk: Desk) -> None:
    person = desk.journal.add_person(LONG, desk.now)
    made = chip(LONG, person=person)
    assert made.accessibleName() == made.toolTip() == LONG
    assert made.text().endswith("…") and made.sizeHint().width() < 320
    assert chip("R & D").text() == "R && D" and chip("R & D").toolTip() == ""
    opened = Opened(desk)
    (name,) = opened.page.findChildren(Shortened)
    assert name.accessibleName() == name.toolTip() == LONG
    assert opened.page.width() <= opened.window.width()
    opened.window.resize(1400, 700)
    opened.settle()
    assert name.toolTip() == ""
    opened.window.close()


def test_a_name_that_looks_like_markup_is_shown_as_it_was_typed(desk: Desk, opened: Opened, tmp_path: Path) -> None:
    name = f"<b>Bo</b> & Co, {LONG}"
    shortened = Shortened(name)
    shortened.resize(120, 20)
    shortened.grab()
    path = tmp_path / "contacts.vcf"
    path.write_text(f"BEGIN:VCARD\nVERSION:4.0\nFN:{name}\nTEL:+82 10 1234 5678\nEND:VCARD\n", encoding="utf-8")
    dialog = opened.page.import_from(path)
    assert isinstance(dialog, ImportDialog)
    tips = (
        *(shortened.toolTip(), chip(name, person=desk.journal.add_person(name, desk.now)).toolTip()),
        dialog.list.item(0).toolTip(),
    )
    for tip in tips:
        read = QTextDocumentFragment.fromHtml(tip).toPlainText()
        assert read.splitlines()[0] == name
    assert tooltip("R & D") == "R & D" and tooltip("Mina\n<b>") == "Mina\n<b>", "no markup to Qt"
