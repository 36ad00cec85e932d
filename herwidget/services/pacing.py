"""The paces at which days are planned, worked out from the days before them."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from herwidget.core.ports import ReadingJournal, SuggestionJournal
from herwidget.core.settings import Settings
from herwidget.core.signals.detector import states
from herwidget.core.stepping_back import LivedDay, Pace, pace


class Pacing:
    """Tells at which paces days are planned; it may raise JournalError.

    For each only the days before it count, so that a restart in the middle of a day plans as its first minute did.
    """

    def __init__(
        self, readings: ReadingJournal, suggestions: SuggestionJournal, settings: Callable[[], Settings]
    ) -> None:
        self._readings, self._suggestions, self._settings = readings, suggestions, settings

    def __call__(self, days: Sequence[date]) -> Sequence[Pace]:
        """The pace of each of `days`."""
        before = self._readings.day_readings(date.min, max(days) - timedelta(days=1))
        replayed = states(before, self._settings().sensitivity, self._suggestions.new_usuals())
        lived = [LivedDay(reading.day, state, reading.heard) for reading, state in replayed]
        return [pace((one for one in lived if one.day < day), day) for day in days]
