"""Herwidget itself with a clock that can be set; run inside a session, it lets several questions come due.

Arguments: a journal to use, and how many questions. Writes one line of JSON when it is ready, one for each card.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from itertools import chain, count, islice
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QEvent, QObject, QTimer

from herwidget import app, launch
from herwidget.core.local_time import at_local_time
from herwidget.core.planner import plan_day
from herwidget.core.prompts import PromptKind, Slot
from herwidget.core.settings import Hours
from herwidget.desktop.zone import current_zone
from herwidget.environment import Environment, Options
from herwidget.services.check_in import CheckIn

_A_MONDAY = date(2026, 11, 23)
_CHECK_INS_A_DAY = 2
# Ticks at these minutes before a question's own: nothing is asked in the first minutes after the clock was moved.
_MINUTES_BEFORE = (6, 4, 2)
_BETWEEN_TICKS, _QUIET_BEFORE, _SHOWN, _QUIET_AFTER = 50, 700, 500, 300  # milliseconds


class SetClock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now: datetime = at_local_time(_A_MONDAY, time_of_day(), current_zone())

    def __call__(self) -> datetime:
        return self.now


CLOCK = SetClock()


class MeasuredApp(app.App):
    """The program as it is, but for notes of the time when a tick begins and when a card has been painted."""

    _entered = _due = 0.0

    def begin(self, *, background: bool, wanted: dict[str, str]) -> None:
        """Start as always; some time later the first question is due."""
        super().begin(background=background, wanted=wanted)
        journal = self._keeper._journal
        assert journal is not None
        self._slots = islice(_planned(journal.seed()), int(sys.argv[2]))
        self._steps = self._let_questions_come()
        _tell(ember=self.program.theme.colours.ember)
        self._go_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """After a card's first paint event the loop comes round once the whole card is painted and flushed."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)
        return False

    def _tick(self) -> None:
        self._entered = time.monotonic()
        super()._tick()

    def _put(self, check_in: CheckIn) -> None:
        self._due = self._entered
        super()._put(check_in)
        card = self._cards._card
        assert card is not None
        card.installEventFilter(self)

    def _painted(self) -> None:
        _tell(due=self._due, painted=time.monotonic())

    def _go_on(self) -> None:
        wait = next(self._steps, None)
        if wait is None:
            self._qt.quit()
        else:
            QTimer.singleShot(wait, self, self._go_on)

    def _let_questions_come(self) -> Iterator[int]:
        """Does one step after another and gives the milliseconds to wait after each."""
        for slot in self._slots:
            for minutes in _MINUTES_BEFORE:
                CLOCK.now = slot.planned_at - timedelta(minutes=minutes)
                self.ticked.emit()
                yield _BETWEEN_TICKS
            yield _QUIET_BEFORE
            CLOCK.now = slot.planned_at
            self.ticked.emit()
            yield _SHOWN
            if self._cards._card is None:
                sys.exit(f"no card at {slot.planned_at}")
            self._cards._card.close()
            yield _QUIET_AFTER


def _planned(seed: str) -> Iterator[Slot]:
    """The questions' moments from a Monday on, without the weekly ones, which show another card."""
    days = (_A_MONDAY + timedelta(days=number) for number in count())
    plans = (plan_day(day, current_zone(), Hours(), _CHECK_INS_A_DAY, seed) for day in days)
    return (slot for slot in chain.from_iterable(plans) if slot.kind is not PromptKind.WEEK)


def _tell(**figures: float | str) -> None:
    print(json.dumps(figures), flush=True)


def main() -> int:
    """Run the program by its own entry."""
    environment = replace(Environment.find(Options(journal=Path(sys.argv[1]))), clock=CLOCK)
    with patch.object(launch, "App", MeasuredApp):
        return launch.run(environment, background=True, wanted={})


if __name__ == "__main__":
    sys.exit(main())
