"""A backup put back and everything erased from the settings, with the program's own keepers and real files."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton, QScrollArea, QScrollBar, QWidget

from herwidget.app import App
from herwidget.backup_keeper import BackupKeeper
from herwidget.core.keeping import Belongings, Contents
from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.desktop.instance import SingleInstance
from herwidget.environment import TEST_CLOCK_VARIABLE, Environment, Options
from herwidget.journal.backups import BY_HAND, WEEKLY, back_up, backups_folder
from herwidget.journal.journal import Journal
from herwidget.ui.backup_words import restore_trouble
from herwidget.ui.erase_dialog import EraseDialog
from herwidget.ui.erase_words import what_goes
from herwidget.ui.restore_dialog import RestoreDialog
from herwidget.ui.window import Window
from tests.journal.examples import say

TODAY = date(2026, 11, 23)


def words_of(path: Path) -> list[str]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        return [row[0] for row in connection.execute("SELECT words FROM answers ORDER BY id")]


class Kept:
    """The program with its journal open and its window on the settings, without tray and ticker."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self.path = folder / "journal.db"
        journal = Journal(self.path)
        say(journal, "then")
        self.backup = back_up(self.path, TODAY, WEEKLY)
        say(journal, "since")
        journal.close()
        (folder / "settings.toml").write_text("welcomed = true\n", encoding="utf-8")
        environment = Environment.find(Options(self.path, folder / "settings.toml", "en"))
        self.app = App(application, environment, SingleInstance(folder, self.path))
        self.keeper, self.program = self.app._keeper, self.app.program
        self.program.theme.start()
        self.keeper.open()
        self.app._backups = BackupKeeper(self.program, self.keeper.offer_backup, self.keeper.put_back)
        self.program.backups = self.app._backups
        self.program.eraser = self.app._eraser
        self.window = Window(self.program, "settings", self.app._window_closed)
        self.window.show()
        QCoreApplication.processEvents()

    def button(self, name: str, within: QWidget | None = None) -> QPushButton:
        shown = [one for one in (within or self.window).findChildren(QPushButton) if one.isVisibleTo(self.window)]
        return next(one for one in shown if one.text() == name)

    def dialog(self, kind: type[QDialog], opened_by: str) -> QDialog:
        opener = self.button(opened_by)
        opener.setFocus()
        opener.click()
        for _ in range(20):  # each backup is looked into in its turn
            QCoreApplication.processEvents()
        (found,) = [one for one in self.window.findChildren(kind) if one.isVisible()]
        return found

    def restore(self) -> RestoreDialog:
        found = self.dialog(RestoreDialog, "Put a backup back…")
        assert isinstance(found, RestoreDialog)
        return found

    def scroll_bar(self) -> QScrollBar:
        assert self.window._content is not None
        area = self.window._content._page.findChild(QScrollArea)
        assert area is not None
        return area.verticalScrollBar()

    def said(self) -> list[str]:
        """What stands above the page."""
        offered = [self.program.way_out.sentence] if self.program.way_out else []
        return [*filter(None, [self.program.trouble]), *self.program.notices, *offered]

    def words(self) -> list[str]:
        """What the program reads now."""
        assert self.program.opened is not None
        history = self.program.opened.history().journal
        return [entry.answer.words for entry in history.entries_of(TODAY)]

    @property
    def aside(self) -> list[Path]:
        return sorted(self.path.parent.glob("journal-before-restore-*"))


@pytest.fixture
def kept(application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    monkeypatch.setenv(TEST_CLOCK_VARIABLE, "2026-11-24T01:20:00Z")
    made = Kept(application, tmp_path)
    yield made
    made.window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    made.app.end()


def rows(dialog: RestoreDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def trouble(dialog: RestoreDialog) -> str:
    return dialog._trouble.accessibleName() if dialog._trouble.isVisibleTo(dialog) else ""


def test_the_backups_are_told_by_day_kind_entries_and_whether_they_are_good(kept: Kept) -> None:
    back_up(kept.path, TODAY, BY_HAND)
    damaged = backups_folder(kept.path) / "journal-2026-11-24-weekly.db"
    damaged.write_bytes(kept.backup.read_bytes()[:5000] + b"?" * 20_000)
    dialog = kept.restore()
    assert rows(dialog) == [
        "24 November  ·  weekly  ·  damaged",
        "23 November  ·  by hand  ·  2 entries",
        "23 November  ·  weekly  ·  One entry",
    ]
    chosen = dialog.list.currentItem()
    assert chosen.text().endswith("2 entries"), "the newest that can be used is the one that is proposed"


def test_a_backup_is_put_back_and_every_page_shows_it_until_one_goes_back(kept: Kept) -> None:
    before = kept.program.opened
    bar = kept.scroll_bar()
    bar.setValue(bar.maximum())
    place = bar.value()
    assert place > 0
    kept.restore().put_back.click()
    for _ in range(3):  # built, laid out, scrolled
        QCoreApplication.processEvents()
    assert kept.scroll_bar().value() == place
    assert not kept.window.findChildren(RestoreDialog)
    assert kept.program.opened is not before and kept.words() == ["then"]
    assert any("1 check-in" in one.text() for one in kept.window.findChildren(QLabel)), "the foot counts anew"
    (aside,) = kept.aside
    assert words_of(aside) == ["then", "since"]
    (said,) = kept.said()
    assert said.startswith("The journal is the backup of 23 November") and said.endswith(str(aside))
    focused = kept.window.focusWidget()
    assert isinstance(focused, QPushButton) and focused.text() == "Put a backup back…"
    kept.button("Go back to what was there before").click()
    QCoreApplication.processEvents()
    assert kept.words() == ["then", "since"]
    assert any(said.startswith("The journal is again what it was before.") for said in kept.said())
    assert kept.program.way_out is None


def test_what_is_told_afterwards_is_in_the_journal_that_was_put_back(kept: Kept) -> None:
    kept.restore().put_back.click()
    assert kept.program.opened is not None
    kept.program.opened.people.add_person("Mina", kept.program.clock())
    kept.program.start_pause(None)
    with closing(sqlite3.connect(kept.path)) as tool:
        assert tool.execute("SELECT name FROM people").fetchall() == [("Mina",)]
    (aside,) = kept.aside
    with closing(sqlite3.connect(aside)) as tool:
        assert tool.execute("SELECT count(*) FROM people").fetchone() == (0,)
        assert tool.execute("SELECT count(*) FROM pauses").fetchone() == (0,)


def test_an_edit_of_the_other_journal_is_not_offered_to_be_undone(kept: Kept) -> None:
    content = kept.window._content
    assert content is not None and content._history is not None
    (entry, *_) = content._history.journal.entries_of(TODAY)
    content._history.editor.remove([entry])
    content.view.say_edited("It was removed.")
    kept.restore().put_back.click()
    assert not [one for one in kept.window.findChildren(QPushButton) if one.text() == "Undo" and one.isVisible()]
    content._undo()
    assert kept.words() == ["then"]


def test_the_way_back_is_offered_as_long_as_the_window_is_open(kept: Kept) -> None:
    kept.restore().put_back.click()
    assert kept.program.way_out is not None
    kept.window.close()
    assert kept.program.way_out is None and kept.program.notices == ()


def test_a_card_that_is_open_keeps_the_journal(kept: Kept) -> None:
    assert kept.program.opened is not None
    kept.app._check_in()
    dialog = kept.restore()
    dialog.put_back.click()
    assert trouble(dialog) == "A card is still open. Put it away, then use the backup."
    assert dialog.isVisible() and kept.words() == ["then", "since"] and not kept.aside
    card = kept.app._cards._card
    assert card is not None
    card.close()
    dialog.put_back.click()
    assert not dialog.isVisible() and kept.words() == ["then"]


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as tool:
        tool.execute("CREATE TABLE chapters (words TEXT)")


def _newer(path: Path) -> None:
    journal = Journal(path)
    journal.connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('herwidget', 'of_2036', '')"
    )
    journal.connection.commit()
    journal.close()


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda path: path.write_bytes(b"Dear diary,\n" * 500), JournalTrouble.DAMAGED),
        (lambda path: None, JournalTrouble.UNREACHABLE),
        (_foreign, JournalTrouble.FOREIGN),
        (_newer, JournalTrouble.NEWER),
    ],
    ids=["text", "vanished", "another program's", "newer"],
)
def test_a_file_that_cannot_be_put_back_is_refused_in_the_commands_sentence(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], object], kind: JournalTrouble
) -> None:
    file = tmp_path / "elsewhere.db"
    make(file)
    dialog = kept.restore()
    before, there = kept.path.read_bytes(), rows(dialog)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))  # the system's own dialog
    dialog.another.click()
    assert trouble(dialog) == restore_trouble(JournalError(kind, str(file)))
    assert rows(dialog) == there and kept.path.read_bytes() == before and not kept.aside


def test_another_file_is_told_and_put_back(kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "elsewhere.db"
    file.write_bytes(kept.backup.read_bytes())
    dialog = kept.restore()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))  # the system's own dialog
    dialog.another.click()
    assert rows(dialog)[0] == "elsewhere.db  ·  One entry" and dialog.list.currentRow() == 0
    dialog.put_back.click()
    assert kept.words() == ["then"]
    assert f"The journal is now what this file holds: {file}." in kept.said()[0]


def test_a_backup_that_goes_while_it_is_looked_at_changes_nothing(kept: Kept) -> None:
    dialog = kept.restore()
    kept.backup.unlink()
    dialog.put_back.click()
    assert trouble(dialog) == restore_trouble(JournalError(JournalTrouble.UNREACHABLE, str(kept.backup)))
    assert dialog.isVisible() and kept.words() == ["then", "since"] and not kept.aside


@contextmanager
def no_room(most: int) -> Iterator[None]:
    """No file may have more bytes, as if the disk were full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_on_a_full_disk_nothing_is_changed(kept: Kept) -> None:
    dialog = kept.restore()
    # Room for what SQLite keeps beside a journal, and not for another one.
    with no_room(kept.backup.stat().st_size // 2):
        dialog.put_back.click()
    assert trouble(dialog).startswith("The disk is full, so nothing was put back or changed")
    assert kept.words() == ["then", "since"] and not kept.aside
    dialog.put_back.click()
    assert kept.words() == ["then"]


def test_a_backup_under_way_is_waited_for(kept: Kept) -> None:
    assert kept.program.backups is not None
    dialog = kept.restore()
    kept.program.backups.make()
    dialog.put_back.click()
    assert kept.words() == ["then"] and trouble(dialog) == ""
    assert len(list(backups_folder(kept.path).iterdir())) == 2


def test_without_backups_there_is_another_file(kept: Kept) -> None:
    kept.backup.unlink()
    dialog = kept.restore()
    assert not dialog.put_back.isEnabled() and dialog.focusWidget() is dialog.another
    assert "There are no backups yet." in [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]


def test_a_damaged_journal_that_was_there_is_no_way_back(kept: Kept) -> None:
    with kept.path.open("r+b") as file:
        file.seek(20)
        file.write(b"?" * 6000)
    kept.restore().put_back.click()
    assert kept.words() == ["then"] and kept.program.way_out is None
    (said,) = kept.said()
    assert said.startswith("The journal is the backup of 23 November now.") and "-damaged-" in said


def test_erasing_is_begun_by_a_switch_and_a_button_and_by_no_hasty_key(kept: Kept) -> None:
    assert kept.program.opened is not None
    kept.program.opened.people.add_person("Mina", kept.program.clock())
    dialog = kept.dialog(EraseDialog, "Erase everything…")
    assert isinstance(dialog, EraseDialog)
    told = [one.text().replace("⁠", "") for one in dialog.findChildren(QLabel)]
    assert {"·  2 entries, one person", "·  One backup", "·  The settings"} <= set(told)
    assert not dialog.go_on.isEnabled() and dialog.focusWidget() is dialog.cancel
    QCoreApplication.sendEvent(dialog, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier(0)))
    assert not dialog.isVisible() and not kept.app.erases
    again = kept.dialog(EraseDialog, "Erase everything…")
    assert isinstance(again, EraseDialog)
    again.sure.click()
    assert again.go_on.isEnabled()
    QCoreApplication.sendEvent(again, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier(0)))
    assert not again.isVisible() and not kept.app.erases and kept.words() == ["then", "since"]
    last = kept.dialog(EraseDialog, "Erase everything…")
    assert isinstance(last, EraseDialog)
    assert not last.sure.isChecked(), "each time anew"
    last.sure.click()
    last.go_on.click()
    assert kept.app.erases and kept.program.ending


def test_what_is_not_ours_is_not_erased(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("Theme = loneliness\n", encoding="utf-8")
    kept.button("Erase everything…").click()
    assert not [one for one in kept.window.findChildren(EraseDialog) if one.isVisible()]
    (said,) = [one.accessibleName() for one in kept.window.findChildren(QLabel) if one.property("role") == "trouble"]
    assert said.startswith("This file does not look like settings of Herwidget, so nothing was erased")


def test_what_goes_is_told_in_numbers() -> None:
    everything = Belongings(Contents(12, 3), 5, 2, True, True, True, True)
    assert list(what_goes(everything)) == [
        "12 entries, 3 people",
        "5 backups",
        "2 journals that were set aside",
        "The demonstration's made-up journal",
        "The settings",
        "The log, which holds no answers",
        "Starting with the computer",
    ]
    assert list(what_goes(Belongings(None, 0, 0, False, False, False, False))) == ["The journal"]
    assert list(what_goes(Belongings(Contents(0, 0), 1, 1, False, False, False, False))) == [
        "No entries",
        "One backup",
        "One journal that was set aside",
    ]
