"""Days with what was told in them, for the history's tests."""

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import strategies as st

from herwidget.core.history.ranges import Days
from herwidget.core.history.records import DaySummary
from herwidget.core.questions import HeardHow

BEGIN = date(2025, 1, 6)  # a Monday


def day(offset: int) -> date:
    """The day `offset` days after the first."""
    return BEGIN + timedelta(days=offset)


def told(offset: int, *moods: int, heard: HeardHow | None = None) -> DaySummary:
    """A day with these moods."""
    if not moods:
        return DaySummary(day(offset), 1, heard=heard)
    return DaySummary(day(offset), len(moods), len(moods), min(moods), max(moods), sum(moods) / len(moods), heard)


def heard_or_not(answers: Iterable[bool | None], first: int = 0) -> list[DaySummary]:
    """Days in a row: heard by somebody, by nobody, or nothing told."""
    how = {True: HeardHow.CALL, False: HeardHow.NOT_YET, None: None}
    return [told(first + offset, heard=how[answer]) for offset, answer in enumerate(answers) if answer is not None]


some_heard = st.sampled_from((*HeardHow, None))
summaries = st.dictionaries(
    st.integers(0, 900), st.tuples(st.lists(st.integers(1, 5), max_size=4), some_heard), max_size=120
).map(lambda days: [told(offset, *moods, heard=heard) for offset, (moods, heard) in sorted(days.items())])
"""Days told, oldest first, with gaps."""
some_days = st.builds(
    lambda first, count: Days(day(first), day(first + count - 1)), st.integers(-50, 900), st.integers(1, 3000)
)
"""Ranges of a day up to eight years."""
