"""Each mark is found under its own place, at each width, and arrow keys stay among the marks."""

import pytest
from PySide6.QtCore import QRectF

from herwidget.core.history.ranges import Days, Range, days_of
from herwidget.core.history.records import HourSummary
from herwidget.core.history.thread import thread
from herwidget.ui.charts.after_chart import AfterChart
from herwidget.ui.charts.chart import Chart, Step
from herwidget.ui.charts.rhythm_chart import RhythmChart
from herwidget.ui.charts.thread_chart import ThreadChart
from herwidget.ui.charts.year_chart import YearChart
from herwidget.ui.theme import LIGHT
from tests.ui.charts.sample import NAMES, TODAY, charts, look, past

WIDTHS = (320, 347, 392.5, 560, 790, 1004, 1200)
ALL_NAMES = (*NAMES, *Range, "leap year", "day and night", "first of January", "nobody")


def made(name: str) -> Chart:
    """A chart of the sample, or one of an unusual size."""
    seen = look(LIGHT)
    if name in NAMES:
        return charts(LIGHT)[NAMES.index(name)]
    if name in tuple(Range):
        return ThreadChart(seen, thread(past(), days_of(Range(name), TODAY, TODAY.replace(year=2016))))
    if name == "leap year":
        return YearChart(seen, 2024, TODAY, ())
    if name == "first of January":
        return YearChart(seen, 2027, TODAY.replace(2027, 1, 1), ())
    if name == "nobody":
        return AfterChart(seen, ())
    return RhythmChart(seen, [HourSummary(0, 0, 1, 3.0), HourSummary(6, 23, 1, 3.0)])


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ALL_NAMES)
def test_each_mark_is_found_where_it_is_pointed_out(name: str, width: float) -> None:
    chart = made(name)
    height = chart.lay_out(width)
    for mark in range(chart.count):
        outline = chart.outline(mark)
        assert chart.mark_at(outline.center().x(), outline.center().y()) == mark
        assert QRectF(-6, -6, width + 12, height + 12).contains(outline)


@pytest.mark.parametrize("width", (320, 790))
@pytest.mark.parametrize("name", ALL_NAMES)
def test_any_point_is_over_a_mark_that_is_there_or_none(name: str, width: float) -> None:
    chart = made(name)
    height = round(chart.lay_out(width))
    for x in range(-10, round(width) + 10, 7):
        for y in range(-10, height + 10, 5):
            mark = chart.mark_at(x, y)
            assert mark is None or 0 <= mark < chart.count


@pytest.mark.parametrize("name", ALL_NAMES)
def test_arrows_lead_to_neighbours_and_stop_at_the_edge(name: str) -> None:
    chart = made(name)
    chart.lay_out(790)
    assert chart.first_mark() in range(max(1, chart.count))
    back = {Step.LEFT: Step.RIGHT, Step.RIGHT: Step.LEFT, Step.UP: Step.DOWN, Step.DOWN: Step.UP}
    for mark in range(chart.count):
        for step in Step:
            after = chart.neighbour(mark, step)
            assert 0 <= after < chart.count
            assert after == mark or chart.neighbour(after, back[step]) == mark


@pytest.mark.parametrize("name", ALL_NAMES)
def test_every_mark_can_be_told(name: str) -> None:
    chart = made(name)
    chart.lay_out(560)
    for mark in range(chart.count):
        assert chart.words(mark).strip()
        assert "{" not in chart.words(mark)
    assert "{" not in chart.summary() + chart.title + chart.legend


def test_an_arrow_in_the_year_leads_a_week_or_a_day_on() -> None:
    year, chart = made("leap year"), made("rhythm")
    assert isinstance(year, YearChart)
    assert [year.neighbour(100, step) for step in Step] == [93, 107, 99, 101]
    assert (year.day(59).month, year.day(59).day, year.count) == (2, 29, 366)
    hours = chart.count // 7
    assert [chart.neighbour(hours + 1, step) for step in Step] == [hours, hours + 2, 1, 2 * hours + 1]


def test_a_year_ends_today() -> None:
    year = made("year")
    assert year.count == (TODAY - TODAY.replace(month=1, day=1)).days + 1
    first = Days(TODAY.replace(2027, 1, 1), TODAY.replace(2027, 1, 1))
    assert made("first of January").count == first.count
