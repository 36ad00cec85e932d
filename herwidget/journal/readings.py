"""What the detector reads: a day's answers as numbers, and whether time alone was welcome."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from herwidget.core.prompts import HEAVIEST_MOOD, WARMEST_MOOD
from herwidget.core.questions import HEARD_BY_SOMEONE, HeardHow
from herwidget.core.signals.readings import DayReading
from herwidget.core.solitude import UNWELCOME_CHOICES, UNWELCOME_TO, WELCOME_CHOICES, WELCOME_FROM, SolitudeTold
from herwidget.journal.journal import Journal
from herwidget.journal.rows import listed

# Any SQLite tool may have written into the file: only what Herwidget itself would write is reckoned with.
_SCALE = "value BETWEEN 0 AND 100"
# The evening's slider leads: where it was answered, the day's other questions about connection do not count.
_READINGS = f"""
    SELECT local_day,
        coalesce(avg(CASE WHEN step = 'connected' AND {_SCALE} THEN value END),
            avg(CASE WHEN dimension = 'connection' AND {_SCALE} THEN value END)) AS connection,
        avg(CASE WHEN dimension = 'loneliness' AND {_SCALE} THEN value END) AS loneliness,
        avg(CASE WHEN step = 'mood' AND value BETWEEN {HEAVIEST_MOOD} AND {WARMEST_MOOD} THEN value END) AS mood,
        max(CASE WHEN step = 'heard' THEN
            CASE WHEN choice IN ({listed(HEARD_BY_SOMEONE)}) THEN 1
                WHEN choice IN ({listed(HeardHow)}) THEN 0 END END) AS heard
    FROM answers WHERE local_day BETWEEN ? AND ? GROUP BY local_day ORDER BY local_day
"""
_HEAVY_TO_WARM = WARMEST_MOOD - HEAVIEST_MOOD

_SOLITUDE = f"""
    SELECT coalesce(sum(choice IN ({listed(WELCOME_CHOICES)}) OR value BETWEEN {WELCOME_FROM} AND 100), 0),
        coalesce(sum(choice IN ({listed(UNWELCOME_CHOICES)}) OR value BETWEEN 0 AND {UNWELCOME_TO}), 0)
    FROM answers WHERE dimension = 'solitude' AND local_day BETWEEN ? AND ?
"""


class JournalReadings:
    """The days of an open journal as the detector takes them. Every method may raise JournalError."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def day_readings(self, first: date, last: date) -> Sequence[DayReading]:
        """The days with answers, oldest first; `first` and `last` included.

        Felt connection is the evening's slider; on days without it, the mean of the other questions about connection.
        """
        return self._journal.read(_to_reading, _READINGS, first.isoformat(), last.isoformat())

    def solitude_told(self, first: date, last: date) -> SolitudeTold:
        """How often time alone was told to be welcome on these days, and how often not."""
        return self._journal.read(lambda row: SolitudeTold(*row), _SOLITUDE, first.isoformat(), last.isoformat())[0]


def _to_reading(row: sqlite3.Row) -> DayReading:
    day, connection, loneliness, mood, heard = row
    return DayReading(
        date.fromisoformat(day),
        None if connection is None else 100.0 - connection,
        loneliness,
        None if mood is None else 100.0 * (WARMEST_MOOD - mood) / _HEAVY_TO_WARM,
        None if heard is None else bool(heard),
    )
