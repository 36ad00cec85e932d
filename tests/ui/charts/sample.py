"""A small made-up past that never changes, and the charts of it."""

from datetime import date, timedelta

from herwidget.core.history.differences import difference
from herwidget.core.history.ranges import Days, Grain
from herwidget.core.history.records import DaySummary, HourSummary, PausedDays, Period
from herwidget.core.history.thread import thread
from herwidget.core.questions import HeardHow
from herwidget.ui.charts.after_chart import AfterChart
from herwidget.ui.charts.chart import Chart, Look
from herwidget.ui.charts.rhythm_chart import RhythmChart
from herwidget.ui.charts.thread_chart import ThreadChart
from herwidget.ui.charts.year_chart import YearChart
from herwidget.ui.theme import Colours

TODAY = date(2026, 11, 23)
QUARTER = Days(TODAY - timedelta(days=90), TODAY)
MOODS = ("Heavy", "Low", "So-so", "Light", "Warm")
HEARD = {
    "face-to-face": "Yes, face to face",
    "call": "Yes, on a call",
    "writing": "Yes, in writing",
    "not-yet": "Not yet",
    "kept": "I kept it to myself",
}
# A fortnight of days: their moods, and how somebody heard; repeated with a step of its own, so that weeks differ.
_FORTNIGHT: tuple[tuple[tuple[int, ...], HeardHow | None], ...] = (
    ((3, 4), HeardHow.FACE_TO_FACE),
    ((2,), HeardHow.NOT_YET),
    ((4, 5, 5), HeardHow.CALL),
    ((), HeardHow.WRITING),
    ((1, 3), HeardHow.KEPT),
    ((5, 5), HeardHow.FACE_TO_FACE),
    ((2, 3, 4), None),
    ((1, 1), HeardHow.NOT_YET),
    ((3,), HeardHow.CALL),
    ((4,), HeardHow.FACE_TO_FACE),
    ((1, 5), HeardHow.NOT_YET),
    ((2, 2), HeardHow.WRITING),
    ((3, 5), HeardHow.FACE_TO_FACE),
)


def past(days: int = 330) -> list[DaySummary]:
    """The days up to today, with holes: single days, and three weeks together."""
    made = []
    for back in range(days - 1, -1, -1):
        if back % 11 == 5 or 40 <= back < 61:
            continue
        moods, heard = _FORTNIGHT[(back * 5 + back // 17) % len(_FORTNIGHT)]
        if 130 <= back < 165 and heard is not None and back % 6:
            heard = HeardHow.NOT_YET
        made.append(day_of(TODAY - timedelta(days=back), moods, heard))
    return made


def day_of(day: date, moods: tuple[int, ...], heard: HeardHow | None) -> DaySummary:
    """A day with these moods."""
    if not moods:
        return DaySummary(day, 1, heard=heard)
    return DaySummary(day, len(moods), len(moods), min(moods), max(moods), sum(moods) / len(moods), heard)


def hours() -> list[HourSummary]:
    """Moods by weekday and hour, some of them few, some hours empty."""
    return [
        HourSummary(weekday, hour, 1 + (weekday * 3 + hour) % 9, 1 + (weekday * 7 + hour * 5) % 41 / 10)
        for weekday in range(7)
        for hour in range(9, 23)
        if (weekday + hour) % 4
    ]


def look(colours: Colours) -> Look:
    """The look of a theme, in English."""
    return Look(colours, "en", MOODS, HEARD)


def charts(
    colours: Colours, days: list[DaySummary] | None = None, told: list[HourSummary] | None = None
) -> list[Chart]:
    """A chart of each kind; the thread by days, weeks and months."""
    seen, days = look(colours), past() if days is None else days
    periods = (Period(1, "A move", date(2026, 10, 26), date(2026, 11, 2)),)
    paused = (PausedDays(date(2026, 9, 28), date(2026, 9, 30)),)
    long = Days(TODAY - timedelta(days=329), TODAY)
    return [
        ThreadChart(seen, thread(days, QUARTER), periods, paused),
        ThreadChart(seen, thread(days, long, Grain.WEEK), periods, paused),
        ThreadChart(seen, thread(days, long, Grain.MONTH)),
        YearChart(seen, 2026, TODAY, days),
        RhythmChart(seen, hours() if told is None else told),
        AfterChart(
            seen,
            [
                ("Mina", difference([2.0, 1.0, 0.0, 3.0, 1.0, 2.0, 1.0, 1.0, 2.0])),
                ("Jun", difference([-2.0, -1.0, 0.0, -3.0, -1.0, -2.0, -1.0, -1.0])),
                ("어머니", difference([2.0, -1.0, 0.0, 3.0, -1.0, -2.0, 1.0, -1.0, 0.0])),
                ("Sam", difference([1.0, 1.0])),
            ],
        ),
    ]


NAMES = ("thread-days", "thread-weeks", "thread-months", "year", "rhythm", "people")
"""The charts of `charts`, in its order."""
