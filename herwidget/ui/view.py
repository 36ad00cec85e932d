"""What the window shows at the moment; it outlives the pages, which are built anew when something changes."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from herwidget.core.history.ranges import Range
from herwidget.core.local_time import local_day
from herwidget.ui.program import Program


class View(QObject):
    """The chosen range, year, day and search. Pages read it, change it and ask for other pages."""

    page_wanted = Signal(str)
    """Go to the page of this name."""
    edited = Signal()
    """An entry or a period is another now: what shows it is to be built anew."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self.range: Range | None = None
        """How much the thread shows; None until something was chosen."""
        self.rhythm_range = Range.YEAR
        self.end: date | None = None
        """The last day shown; None is today, whichever day that is."""
        self.year: int | None = None
        self.day: date | None = None
        self.day_from = "thread"
        """The page that the day was opened from."""
        self.search = ""
        self.by_idea = False
        self.edit_said = ""
        """What was just changed, in one sentence, while it can be undone."""
        self.tables: set[str] = set()
        """The charts that are shown as tables, by name."""

    @property
    def today(self) -> date:
        """The local day it is."""
        return local_day(self._program.clock(), self._program.zone())

    @property
    def last(self) -> date:
        """The last day shown."""
        return self.end or self.today

    def say_edited(self, sentence: str) -> None:
        """An entry was changed: `sentence` says what, beside the way back."""
        self.edit_said = sentence
        self.edited.emit()

    def open_day(self, day: date, page: str) -> None:
        """Show a day's entries; `page` is where the person comes from and goes back to."""
        self.day, self.day_from = day, page
        self.page_wanted.emit("day")
