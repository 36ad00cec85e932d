"""The program as its widgets see it: one object that holds what they show and says when it changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from herwidget.core.ports import JournalError
from herwidget.ui.words import journal_trouble

# Named in types alone: the tray icon is up before anything of this is read.
if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from herwidget.core.asking import Pause
    from herwidget.core.desk_place import Box
    from herwidget.core.help_lines import HelpLines
    from herwidget.core.keeping import Backup, Belongings, Contents
    from herwidget.core.people import Person
    from herwidget.core.ports import Autostart, Clock, ZoneSource
    from herwidget.core.questions import Bank
    from herwidget.core.settings import Settings
    from herwidget.services.asker import Asker
    from herwidget.services.noticing import Noticing
    from herwidget.ui.history import History
    from herwidget.ui.theme import ThemeKeeper


class PeopleList(Protocol):
    """Who can be named. Every method may raise JournalError."""

    def add_person(self, name: str, at: datetime) -> Person:
        """Add a person by name."""

    def people(self) -> Sequence[Person]:
        """The people on the list, in its order."""


class Backups(Protocol):
    """The backups of the journal."""

    def there(self) -> Sequence[Backup]:
        """Those that are there, the newest first."""

    def look_into(self, backup: Path) -> Contents:
        """What a file would bring if it were put in the journal's place. Raises JournalError where that cannot be."""

    def put_back(self, backup: Path) -> str:
        """Go on with a backup; what stood in the way, in one sentence, empty when nothing did.

        Then `Program.way_out` leads back to what was there before, as long as the window is open.
        """

    def make(self) -> None:
        """Make one now. It takes a moment: `Program.backups_changed` says when it has ended."""


class Eraser(Protocol):
    """Erases all that was ever written."""

    def what_goes(self) -> Belongings:
        """All that goes, in numbers. Raises EraseError where nothing can be erased now."""

    def erase(self) -> None:
        """Let the program end, and everything go."""


@dataclass(frozen=True)
class WayOut:
    """What one click does about the journal's trouble, or about a backup that was put back."""

    sentence: str
    button: str
    take: Callable[[], None]


@dataclass(frozen=True)
class Open:
    """What works only with an open journal and a whole bank."""

    asker: Asker
    bank: Bank
    people: PeopleList
    history: Callable[[], History]
    """Made when the window is opened: nothing of it is read before."""
    noticing: Callable[[], Noticing]
    """Made after the first answer, or when the person wants to reach out."""
    seed: Callable[[], str]
    """The random text that what is drawn is drawn from. It may raise JournalError."""
    export: Callable[[Path, bool], int]
    """Writes everything to a file, in place of another only where the second says so; how many answers.

    It may raise ExportError and JournalError.
    """


class Program(QObject):
    """State that more than one widget shows. Widgets read it and call it; it never reads them."""

    settings_changed = Signal()
    language_changed = Signal()
    state_changed = Signal()
    """The pause, the plan or the journal's health is another now."""
    notices_changed = Signal()
    backups_changed = Signal()
    """A backup was made, or was tried in vain."""
    check_in_wanted = Signal()
    reach_out_wanted = Signal()
    """The person wants to reach out to somebody now."""
    window_wanted = Signal(str)
    """Open the window at the page of this name."""
    desk_card_wanted = Signal(bool)
    """Show the desk card, or hide it; asked for by hand."""
    quit_wanted = Signal()
    words_kept = Signal(str, str)
    """The person has written something down: what stands there now, and what stood there before."""

    def __init__(
        self,
        settings: Settings,
        save_settings: Callable[[Settings], str],
        theme: ThemeKeeper,
        load_help_lines: Callable[[], HelpLines],
        clock: Clock,
        zone: ZoneSource,
        resources: Path,
        journal_path: Path,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.theme = theme
        self._load_help_lines = load_help_lines
        self.clock, self.zone = clock, zone
        self.resources, self.journal_path = resources, journal_path
        self.language = "en"
        self.system_country = ""
        self.translucent = True
        self.motion = True
        self.free_of_panels: Callable[[Box], Box | None] = lambda _screen: None
        """The part of a screen, in pixels, that no panel covers, where Qt does not know it."""
        self.opened: Open | None = None
        self.autostart: Callable[[], Autostart] | None = None
        """Starting with the computer, looked up when it is shown; None where that is not to be changed."""
        self.trouble = ""
        """One sentence when the journal or the bank cannot be used, else empty."""
        self.way_out: WayOut | None = None
        self.backups: Backups | None = None
        """None where none are made."""
        self.eraser: Callable[[], Eraser] | None = None
        """Made when it is wanted; None where nothing is to be erased."""
        self._notices: dict[str, str] = {}
        self.ending = False
        """Whether the program is about to end: windows that close now were not closed by the person."""
        self._save_settings = save_settings

    @cached_property
    def help_lines(self) -> HelpLines:
        """The lines of every country; read when first wanted."""
        return self._load_help_lines()

    def change_settings(self, **changed: object) -> None:
        """Take and keep the person's choice; what could not be written is said as a notice."""
        self.settings = replace(self.settings, **changed)  # type: ignore[arg-type]  # the fields' names are the keys
        self.note("not-saved", self._save_settings(self.settings))
        self.theme.choose(self.settings.theme, self.settings.contrast)
        self.settings_changed.emit()

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences on smaller things: a setting that was not understood, a font that is missing."""
        return tuple(self._notices.values())

    def note(self, about: str, sentence: str) -> None:
        """Say something small about `about` in the window, in place of what was said before; "" says nothing more."""
        if self._notices.get(about, "") != sentence:
            self._notices.pop(about, None)
            if sentence:
                self._notices[about] = sentence
            self.notices_changed.emit()

    def pause(self) -> Pause | None:
        """The pause in force."""
        return self.opened.asker.pause() if self.opened else None

    def start_pause(self, until: datetime | None) -> None:
        """Pause until a moment, or until the person says so."""
        if self.opened:
            asker = self.opened.asker
            self._try(lambda: asker.start_pause(until))

    def end_pause(self) -> None:
        """Ask again as planned."""
        if self.opened:
            self._try(self.opened.asker.end_pause)

    def reading(self, read: Callable[[], None]) -> None:
        """Show more of the journal; that it cannot be read now is said above the page."""
        try:
            read()
        except JournalError as error:
            self.trouble = journal_trouble(error)
            self.state_changed.emit()

    def _try(self, write: Callable[[], None]) -> None:
        """Change the journal; that it did not work is said, in the window too when it was not asked from there."""
        try:
            write()
        except JournalError as error:
            self.trouble = journal_trouble(error)
            self.state_changed.emit()
            self.window_wanted.emit("settings")
        else:
            self.state_changed.emit()

    def words_were_kept(self, text: str, before: str) -> None:
        """Say that words were written down, so that help can be shown at once. Nothing of them is kept here."""
        if text.strip() and text != before:
            self.words_kept.emit(text, before)

    def help_country(self) -> str:
        """The country whose help lines come first: the chosen one, else the system's."""
        return self.settings.help_country or self.system_country
