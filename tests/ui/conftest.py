"""The widgets with a real journal and a real asker behind them, on Qt's offscreen platform."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QTranslator
from PySide6.QtWidgets import QApplication

from herwidget.core.first_lines import parse_first_lines
from herwidget.core.help_lines import parse_help_lines
from herwidget.core.settings import Contrast, Settings, Theme
from herwidget.desktop.contacts_file import read_contacts
from herwidget.desktop.presence import NoPresence
from herwidget.desktop.resources import first_lines_text, help_lines_text, resources_folder
from herwidget.environment import load_bank
from herwidget.journal.export import export_journal
from herwidget.journal.history import JournalHistory
from herwidget.journal.journal import Journal
from herwidget.journal.people import JournalPeople
from herwidget.journal.readings import JournalReadings
from herwidget.journal.suggestions import JournalSuggestions
from herwidget.services.asker import Asker
from herwidget.services.check_in import CheckIn
from herwidget.services.history_editor import HistoryEditor
from herwidget.services.noticing import Noticing
from herwidget.services.people_editor import PeopleEditor
from herwidget.ui.card import Card
from herwidget.ui.export_words import table_words
from herwidget.ui.history import History
from herwidget.ui.program import Open, Program
from herwidget.ui.theme import ThemeKeeper

ZONE = "Asia/Seoul"
NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
EVENING = datetime(2026, 11, 23, 10, 41, tzinfo=UTC)


class Desk:
    """The program without its tray: what a person could do with it, and what it wrote."""

    def __init__(self, folder: Path, application: QApplication) -> None:
        self.now = EVENING
        self.path = folder / "journal.db"
        self.journal = Journal(self.path)
        self.refusal = ""
        self.program = Program(
            Settings(welcomed=True, theme=Theme.LIGHT),
            lambda _settings: self.refusal,
            ThemeKeeper(application, Theme.LIGHT, Contrast.USUAL),
            lambda: parse_help_lines(help_lines_text()),
            lambda: self.now,
            lambda: ZONE,
            resources_folder(),
            self.path,
        )
        self.program.theme.start()
        self.card: Card | None = None
        bank = load_bank()
        self.asker = Asker(
            self.journal,
            bank,
            lambda: self.program.settings,
            lambda: self.now,
            lambda: ZONE,
            NoPresence(),
            self._put,
            self._taken_away,
            JournalSuggestions(self.journal),
        )
        self.program.opened = Open(
            self.asker, bank, self.journal, self.history, self.noticing, self.journal.seed, self.export
        )

    def history(self) -> History:
        journal = JournalHistory(self.journal, lambda: ZONE)
        editor = HistoryEditor(journal, lambda: self.now)
        people = PeopleEditor(JournalPeople(self.journal), lambda: self.now, editor)
        return History(journal, editor, people, read_contacts)

    def noticing(self) -> Noticing:
        return Noticing(
            self.journal,
            JournalHistory(self.journal, lambda: ZONE),
            JournalReadings(self.journal),
            JournalSuggestions(self.journal),
            lambda: self.program.settings,
            lambda: self.now,
            lambda: ZONE,
            lambda: self.program.language,
            lambda: parse_first_lines(first_lines_text()),
            lambda: self.program.change_settings(suggestions=False),
        )

    def export(self, path: Path, replace: bool) -> int:
        words = table_words(self.program.language)
        return export_journal(self.journal, path, load_bank(), words, self.now, replace=replace)

    def open_card(self) -> Card:
        self.asker.begin_by_hand()
        assert self.card is not None
        return self.card

    def break_journal(self) -> None:
        """From now on another program holds the journal, so that nothing can be written."""
        self.journal.connection.execute("PRAGMA busy_timeout = 0")
        self._holder = sqlite3.connect(self.path, isolation_level=None)
        self._holder.execute("BEGIN IMMEDIATE")

    def mend_journal(self) -> None:
        """The other program lets go."""
        self._holder.execute("ROLLBACK")
        self._holder.close()

    def answers(self) -> list[tuple[str, object, str, str]]:
        rows = self.journal.connection.execute("SELECT step, coalesce(value, choice), words, note FROM answers")
        return [tuple(row) for row in rows]

    def later(self, span: timedelta) -> None:
        self.now += span

    def _put(self, check_in: CheckIn) -> None:
        self.card = Card(self.program, check_in, self.asker.later_choices, QRect)
        self.card.appear(take_focus=True)
        QCoreApplication.processEvents()

    def _taken_away(self, _check_in: CheckIn) -> None:
        assert self.card is not None
        self.card.put_away()
        self.card = None


@pytest.fixture(scope="session")
def application() -> QApplication:
    there = QCoreApplication.instance()
    made = there if there is not None else QApplication(["herwidget-tests", "-platform", "offscreen"])
    assert isinstance(made, QApplication)
    return made


@pytest.fixture
def korean_words(application: QApplication) -> Iterator[None]:
    """The application speaks Korean for a test."""
    translator = QTranslator()
    assert translator.load(str(resources_folder() / "translations" / "herwidget_ko.qm"))
    application.installTranslator(translator)
    yield
    application.removeTranslator(translator)


@pytest.fixture
def desk(tmp_path: Path, application: QApplication) -> Iterator[Desk]:
    made = Desk(tmp_path, application)
    yield made
    if made.card is not None:
        made.card.put_away()
    for window in application.topLevelWidgets():
        window.hide()  # else the next test would find it on its screen
    # A window that is deleted only during the next test would take the keyboard from that one's.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()
    made.journal.close()
