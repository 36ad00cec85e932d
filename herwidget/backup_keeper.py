"""Makes the backups of the open journal in a thread of its own: those that are due, and those that are wanted."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from herwidget.core.ports import JournalError, JournalTrouble

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path
    from threading import Thread

    from herwidget.core.keeping import Backup, Contents
    from herwidget.ui.program import Program

log = logging.getLogger(__name__)

# It looks whether one is due a few minutes after the start, then once an hour.
_FIRST_TICK, _TICKS_BETWEEN = 5, 60


class BackupKeeper(QObject):
    """One backup at a time; what became of it is told in the program's own thread.

    `damaged` is called when looking through the journal finds damage; `put_back` lets the program go on with a backup,
    and says what stood in the way.
    """

    _ended = Signal(object)

    def __init__(self, program: Program, damaged: Callable[[], None], put_back: Callable[[Path], str]) -> None:
        super().__init__()
        self._program, self._damaged, self._put_back = program, damaged, put_back
        self._ticks = 0
        self._thread: Thread | None = None
        # Queued, for it is emitted in the thread of the backup.
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def there(self) -> Sequence[Backup]:
        """The backups that are there, the newest first."""
        from herwidget.journal.backups import backups_of

        return backups_of(self._program.journal_path, self._today())

    def look_into(self, backup: Path) -> Contents:
        """What a file would bring if it were put in the journal's place.

        Raises:
            JournalError: it is no sound journal that this version can read.
        """
        from herwidget.journal.contents import look_into

        return look_into(backup)

    def put_back(self, backup: Path) -> str:
        """Go on with a backup. What stood in the way, in one sentence; empty when nothing did."""
        return self._put_back(backup)

    def tick(self) -> None:
        """A minute has passed, with the journal open: make the backup that is due."""
        self._ticks += 1
        if self._ticks % _TICKS_BETWEEN == _FIRST_TICK:
            from herwidget.journal.backups import tend

            self._begin(partial(tend, self._program.journal_path, self._today()))

    def make(self) -> None:
        """The person wants a backup now."""
        from herwidget.journal.backups import BY_HAND, back_up

        self._begin(partial(back_up, self._program.journal_path, self._today(), BY_HAND))

    def end(self) -> None:
        """Wait for a backup under way: a second or two, even for a journal of a hundred thousand check-ins."""
        if self._thread is not None:
            self._thread.join()

    def settle(self) -> None:
        """Wait for a backup under way, and tell what became of it now: what comes next is of another journal."""
        self.end()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def _today(self) -> date:
        from herwidget.core.local_time import local_day

        return local_day(self._program.clock(), self._program.zone())

    def _begin(self, work: Callable[[], Path | None]) -> None:
        from threading import Thread

        if self._thread is None:
            self._thread = Thread(target=self._work, args=(work,), name="backup")
            self._thread.start()

    def _work(self, work: Callable[[], Path | None]) -> None:
        made: Path | JournalError | None = None
        try:
            made = work()
        except JournalError as error:
            made = error
        finally:
            self._ended.emit(made)

    def _tell(self, made: Path | JournalError | None) -> None:
        assert self._thread is not None
        self._thread.join()
        self._thread = None
        if isinstance(made, JournalError):
            from herwidget.ui.backup_words import backup_trouble

            log.warning("no backup was made: %s %s", made.trouble, made.detail)
            # Said in place of what was said before, so once, however often it is tried.
            self._program.note("backup", backup_trouble(made))
            if made.trouble is JournalTrouble.DAMAGED:
                self._damaged()
        else:
            if made is not None:
                log.info("a backup was made")
            self._program.note("backup", "")
        self._program.backups_changed.emit()
