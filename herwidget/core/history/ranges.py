"""The ranges of days that the history shows, and how finely."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_LENGTHS = {"week": 7, "month": 30, "3m": 91, "year": 365}


class Range(StrEnum):
    """How much of the past is shown, from the least to the most."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "3m"
    YEAR = "year"
    ALL = "all"


class Grain(StrEnum):
    """What one bar stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


# The longest ranges, in days, whose bars are days and weeks; a bar narrower than two pixels says nothing.
_MOST_DAYS_AS_DAYS, _MOST_DAYS_AS_WEEKS = 400, 2400


@dataclass(frozen=True)
class Days:
    """Local days in a row, `first` and `last` included."""

    first: date
    last: date

    @property
    def count(self) -> int:
        """How many days these are."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def moved(self, days: int) -> "Days":
        """The same number of days, later by `days`."""
        return Days(self.first + timedelta(days=days), self.last + timedelta(days=days))


def days_of(shown: Range, last: date, first_told: date | None) -> Days:
    """The days of a range that ends on `last`; all of them begin on `first_told`, the first day with an answer."""
    if shown is Range.ALL:
        begin = min(first_told or last, last - timedelta(days=_LENGTHS[Range.WEEK] - 1))
        return Days(begin, last)
    return Days(last - timedelta(days=_LENGTHS[shown] - 1), last)


def first_range(today: date, first_told: date | None) -> Range:
    """What is shown before anything was chosen: the least that holds all, at most three months."""
    if first_told is None:
        return Range.QUARTER
    days = (today - first_told).days + 1
    return next((one for one in (Range.WEEK, Range.MONTH) if days <= _LENGTHS[one]), Range.QUARTER)


def grain_of(days: Days) -> Grain:
    """What a bar stands for, so that each can be told from the next."""
    if days.count <= _MOST_DAYS_AS_DAYS:
        return Grain.DAY
    return Grain.WEEK if days.count <= _MOST_DAYS_AS_WEEKS else Grain.MONTH


def parts(days: Days, grain: Grain) -> list[Days]:
    """`days` cut at the ends of its calendar's weeks (which begin on Monday) or months."""
    found: list[Days] = []
    begin = days.first
    while begin <= days.last:
        if grain is Grain.DAY:
            end = begin
        elif grain is Grain.WEEK:
            end = begin + timedelta(days=6 - begin.weekday())
        else:
            end = (begin.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        end = min(end, days.last)
        found.append(Days(begin, end))
        begin = end + timedelta(days=1)
    return found
