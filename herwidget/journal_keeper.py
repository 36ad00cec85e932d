"""Opens the journal and all that needs it, says in one sentence what stands in the way, and tries again."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.desktop.resources import first_lines_text
from herwidget.desktop.zone import current_zone
from herwidget.environment import Environment, load_bank
from herwidget.ui.program import Open, Program, WayOut
from herwidget.ui.words import journal_trouble, translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from herwidget.core.contacts import Contacts
    from herwidget.core.keeping import Backup
    from herwidget.journal.journal import Journal
    from herwidget.services.check_in import CheckIn
    from herwidget.services.noticing import Noticing
    from herwidget.ui.history import History

log = logging.getLogger(__name__)

# These pass by themselves, or with a little room: the open journal stays open and is tried again.
_PASSING_TROUBLES = frozenset({JournalTrouble.FULL, JournalTrouble.LOCKED, JournalTrouble.READ_ONLY})


class JournalKeeper:
    """Owns the open journal; what is made of it stands in `program.opened`, what is wrong in `program.trouble`.

    `put` and `taken_away` are the asker's; `in_use` says whether a card still holds the journal, and `settle` waits for
    a backup under way, which reads it.
    """

    def __init__(
        self,
        environment: Environment,
        program: Program,
        put: Callable[[CheckIn], None],
        taken_away: Callable[[CheckIn], None],
        in_use: Callable[[], bool],
        settle: Callable[[], None],
    ) -> None:
        self._environment, self._program = environment, program
        self._put, self._taken_away, self._in_use, self._settle = put, taken_away, in_use, settle
        self._journal: Journal | None = None
        # The trouble that was told last, and the sentence that came of it.
        self._told = ("", "")
        self._offered: WayOut | None = None
        # From a backup that was put back to what was there before.
        self._way_back: WayOut | None = None
        self._given_up = False
        # A journal of this run that is gone is not replaced by an empty one: its folder may come back.
        self._was_open = False

    def open(self) -> None:
        """Open the journal and the bank; what stands in the way is said. It may be tried again and again."""
        if self._given_up:
            return
        from herwidget.core.questions import BankError
        from herwidget.desktop.presence import presence_for_this_desktop
        from herwidget.journal.checks import is_missing
        from herwidget.journal.journal import Journal
        from herwidget.journal.readings import JournalReadings
        from herwidget.journal.suggestions import JournalSuggestions
        from herwidget.services.asker import Asker
        from herwidget.services.pacing import Pacing

        program, path = self._program, self._environment.journal_path
        try:
            bank = load_bank()
            if self._was_open and is_missing(path):
                raise JournalError(JournalTrouble.GONE, str(path))
            self._journal = Journal(path)
            suggestions = JournalSuggestions(self._journal)
            asker = Asker(
                self._journal,
                bank,
                lambda: program.settings,
                self._environment.clock,
                current_zone,
                presence_for_this_desktop(),
                self._put,
                self._taken_away,
                suggestions,
                Pacing(JournalReadings(self._journal), suggestions, lambda: program.settings),
            )
            program.opened = Open(
                asker, bank, self._journal, self._history, self._noticing, self._journal.seed, self._export
            )
            asker.resume()
        except BankError as error:
            self._fail(
                translate(
                    "App",
                    "The questions cannot be read ({file}, line {line}, {entry}), so none is asked. "
                    "Your answers are safe. Install Herwidget again.",
                ).format(file=error.file, line=error.line, entry=error.entry or "–"),
                str(error),
            )
        except JournalError as error:
            self._fail(journal_trouble(error), f"{error.trouble} {error.detail}", error.trouble)
        else:
            log.info("the journal is open")
            self._told = ("", "")
            self._was_open, self._offered = True, None
            program.trouble, program.way_out = "", self._offer_instead_of_new()
            program.state_changed.emit()

    @property
    def waits_for_its_file(self) -> bool:
        """Whether the journal was open and its file is gone, so that none is begun in its place."""
        from herwidget.journal.checks import is_missing

        return self._was_open and self._program.opened is None and is_missing(self._environment.journal_path)

    def close(self) -> None:
        """Close the journal, if it is open."""
        try:
            if self._journal is not None:
                self._journal.close()
        except JournalError as error:
            log.warning("the journal did not close: %s", error.trouble)

    def shrink(self) -> None:
        """Let the journal give back the memory that it does not need now."""
        if self._journal is not None:
            with contextlib.suppress(JournalError):  # the next tick says what is wrong
                self._journal.shrink()

    def fail_on(self, error: JournalError) -> None:
        """Say what went wrong; where it does not pass by itself, the journal is to be opened anew."""
        if error.trouble in _PASSING_TROUBLES:
            self._tell(journal_trouble(error), f"{error.trouble} {error.detail}")
        else:
            self._fail(journal_trouble(error), f"{error.trouble} {error.detail}", error.trouble)

    def offer_backup(self) -> None:
        """Parts of the journal are damaged: offer to go on with the last good backup, where there is one."""
        self._program.way_out = self._way_out()
        self._program.state_changed.emit()

    def put_back(self, backup: Path) -> str:
        """Go on with a backup, without a new start. What stood in the way, in one sentence; empty when nothing did."""
        from herwidget.journal.backups import backups_of
        from herwidget.ui.backup_words import backup_in_use, file_in_use

        there = {one.path: one.day for one in backups_of(self._environment.journal_path)}
        said = backup_in_use(there[backup], self._today()) if backup in there else file_in_use(backup)
        return self._put_back(backup, said, offers_way_back=True)

    def forget_way_back(self) -> None:
        """The window was closed: what was said there of a backup put back was read, and the way back is not offered."""
        program = self._program
        program.note("restored", "")
        if self._way_back is not None and program.way_out is self._way_back:
            program.way_out = None
        self._way_back = None

    def say_all_is_well(self) -> None:
        """Nothing stands in the way any more."""
        self._tell("")

    def _history(self) -> History:
        from herwidget.journal.history import JournalHistory
        from herwidget.journal.people import JournalPeople
        from herwidget.services.history_editor import HistoryEditor
        from herwidget.services.people_editor import PeopleEditor
        from herwidget.ui.history import History

        assert self._journal is not None, "there is a history where the journal is open"
        journal, clock = JournalHistory(self._journal, current_zone), self._environment.clock
        editor = HistoryEditor(journal, clock)
        people = PeopleEditor(JournalPeople(self._journal), clock, editor)
        return History(journal, editor, people, _read_contacts)

    def _noticing(self) -> Noticing:
        from herwidget.core.first_lines import parse_first_lines
        from herwidget.journal.history import JournalHistory
        from herwidget.journal.readings import JournalReadings
        from herwidget.journal.suggestions import JournalSuggestions
        from herwidget.services.noticing import Noticing

        assert self._journal is not None, "there is something to notice where the journal is open"
        program = self._program
        return Noticing(
            self._journal,
            JournalHistory(self._journal, current_zone),
            JournalReadings(self._journal),
            JournalSuggestions(self._journal),
            lambda: program.settings,
            self._environment.clock,
            current_zone,
            lambda: program.language,
            lambda: parse_first_lines(first_lines_text()),
            lambda: program.change_settings(suggestions=False),
        )

    def _export(self, path: Path, replace: bool) -> int:
        from herwidget.journal.export import export_journal
        from herwidget.ui.export_words import table_words

        opened, now = self._program.opened, self._environment.clock()
        assert self._journal is not None and opened is not None, (
            "there is something to export where the journal is open"
        )
        words = table_words(self._program.language)
        return export_journal(self._journal, path, opened.bank, words, now, replace=replace)

    def _fail(self, sentence: str, for_the_log: str, trouble: JournalTrouble | None = None) -> None:
        self._program.opened = None
        # A card that is open holds the old journal until it is closed: its draft is still on the screen.
        if not self._in_use():
            self.close()
        self._journal = None
        # This version will never do it, and would make another backup at each try.
        self._given_up = trouble is JournalTrouble.NOT_MIGRATED
        # Whoever moves a damaged one away wants a new one.
        self._was_open = self._was_open and trouble is not JournalTrouble.DAMAGED
        self._tell(sentence, for_the_log, trouble)

    def _tell(self, sentence: str, for_the_log: str = "", trouble: JournalTrouble | None = None) -> None:
        """Say what stands in the way, once; the empty sentence when nothing does any more.

        `trouble` is given where the journal has to be opened anew: what was offered before is over then.
        """
        program = self._program
        if self._told == (sentence, program.trouble):
            return
        if for_the_log:
            log.error("cannot ask: %s", for_the_log)
        if trouble is not None:
            program.way_out = None
            program.note("restored", "")
            if trouble is JournalTrouble.DAMAGED:
                program.way_out = self._way_out()
            elif trouble is JournalTrouble.GONE:
                program.way_out = self._offer(self._last_good_backup())
        shown = sentence
        if trouble is JournalTrouble.NEWER:
            shown = " ".join(filter(None, (sentence, self._backup_before())))
        self._told = (sentence, shown)
        program.trouble = shown
        program.state_changed.emit()

    def _way_out(self) -> WayOut | None:
        """From a damaged journal to the last good backup, which is looked for once; None where there is none."""
        from herwidget.ui.backup_words import damaged_is_kept

        if self._offered is None:
            self._offered = self._offer(self._last_good_backup(), after=damaged_is_kept())
        return self._offered

    def _last_good_backup(self) -> Backup | None:
        from herwidget.journal.backups import last_good_backup

        return last_good_backup(self._environment.journal_path, self._today())

    def _offer(self, backup: Backup | None, before: str = "", after: str = "") -> WayOut | None:
        """To go on with this backup, and what is said before and after it; None where there is none."""
        from herwidget.ui.backup_words import backup_offered, use_backup

        if backup is None:
            return None
        today = self._today()
        sentence = " ".join(filter(None, (before, backup_offered(backup.day, today), after)))
        return WayOut(sentence, use_backup(backup.day, today), lambda: self._use(backup))

    def _offer_instead_of_new(self) -> WayOut | None:
        """To go on with the backup of a lost journal, as long as nothing was told to the one begun in its place."""
        assert self._journal is not None, "it was opened a moment ago"
        path = self._environment.journal_path
        with contextlib.suppress(JournalError):  # the next tick says what is wrong
            if self._journal.first_day() is not None:
                return None  # as at nearly every start, which need read nothing of backups
            from herwidget.journal.backups import backup_of_lost
            from herwidget.ui.backup_words import new_one_begun

            return self._offer(backup_of_lost(path, self._today()), before=new_one_begun(path))
        return None

    def _backup_before(self) -> str:
        """Where a backup lies that this version can read, in a sentence; empty where there is none."""
        from herwidget.ui.backup_words import backup_before

        backup = self._last_good_backup()
        return backup_before(str(backup.path)) if backup is not None else ""

    def _use(self, backup: Backup) -> None:
        """The person takes the offered backup."""
        self._say_trouble(self.put_back(backup.path))

    def _put_back(self, backup: Path, said: str, *, offers_way_back: bool) -> str:
        """As `put_back`; `said` is what is said when it is done."""
        from herwidget.journal.restoring import put_back
        from herwidget.ui.backup_words import kept_aside, restore_trouble

        program = self._program
        if self._in_use():
            return translate("App", "A card is still open. Put it away, then use the backup.")
        self._settle()
        program.opened = self._offered = None
        self.close()
        self._journal = None
        try:
            aside = put_back(self._environment.journal_path, backup, self._today())
        except JournalError as error:
            log.warning("no backup was put back: %s %s", error.trouble, error.detail)
            self.open()
            return restore_trouble(error)
        log.info("a backup was put back")
        program.note("backup", "")
        program.note("restored", "")
        self._given_up = False
        self.open()
        if aside is not None:
            said = f"{said} {kept_aside(aside)}"
        if aside is None or not offers_way_back or not self._offer_way_back(said, aside):
            program.note("restored", said)
        return ""

    def _offer_way_back(self, said: str, aside: Path) -> bool:
        """Say what was done, with the way back to what was there before; False where that leads nowhere."""
        from herwidget.journal.contents import look_into
        from herwidget.ui.backup_words import go_back

        program = self._program
        if program.way_out is not None:
            return False
        try:
            look_into(aside)
        except JournalError:  # it was damaged, or a newer version's
            return False
        program.way_out = self._way_back = WayOut(said, go_back(), lambda: self._go_back(aside))
        program.state_changed.emit()
        return True

    def _go_back(self, aside: Path) -> None:
        from herwidget.ui.backup_words import again_in_use

        self._say_trouble(self._put_back(aside, again_in_use(), offers_way_back=False))

    def _say_trouble(self, trouble: str) -> None:
        if trouble:
            self._program.note("restored", trouble)

    def _today(self) -> date:
        from herwidget.core.local_time import local_day

        return local_day(self._environment.clock(), current_zone())


def _read_contacts(path: Path) -> Contacts:
    # What reads address books is read itself when one is imported.
    from herwidget.desktop.contacts_file import read_contacts

    return read_contacts(path)
