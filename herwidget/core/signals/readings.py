"""One day as the detector takes it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Series(StrEnum):
    """What is watched, the leading one first. All run from 0 to 100, and high is worse."""

    DISCONNECTION = "disconnection"
    LONELINESS = "loneliness"
    LOW_MOOD = "low_mood"


@dataclass(frozen=True, slots=True)
class DayReading:
    """One local day: the mean of that day's answers in each series, None where none was given.

    `disconnection` is 100 less the felt connection, `low_mood` the mood turned to 0 (warm) to 100 (heavy). `heard`
    says whether somebody heard the person that day, None where it was not told.
    """

    day: date
    disconnection: float | None = None
    loneliness: float | None = None
    low_mood: float | None = None
    heard: bool | None = None

    def value(self, series: Series) -> float | None:
        """The day's value in one series."""
        if series is Series.DISCONNECTION:
            return self.disconnection
        return self.loneliness if series is Series.LONELINESS else self.low_mood

    @property
    def observed(self) -> bool:
        """Whether anything was answered that is watched."""
        return not (self.disconnection is None and self.low_mood is None and self.loneliness is None)
