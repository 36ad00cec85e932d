"""Where the thread's bars stand: each day is found again at its place, and dates never run into each other."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.charts.thread_layout import HEIGHT, ThreadLayout
from herwidget.core.history.ranges import Days, Grain, Range, days_of
from herwidget.core.history.thread import thread
from tests.core.history.days_told import some_days

LABEL_GAP = 84
TODAY = date(2026, 11, 23)
widths = st.floats(320, 2400)
lefts = st.floats(34, 90)
heads = st.sampled_from([0.0, 16.0, 48.0])
layouts = st.builds(
    lambda days, left, width, head: ThreadLayout(thread([], days), left, width, head), some_days, lefts, widths, heads
)


@pytest.mark.parametrize("width", [320, 391.5, 790, 1200])
@pytest.mark.parametrize("shown", Range)
def test_each_day_is_found_at_its_place(shown: Range, width: float) -> None:
    days = days_of(shown, TODAY, date(2016, 2, 29))
    layout = ThreadLayout(thread([], days), 44, width)
    for offset in range(days.count):
        day = days.first + timedelta(days=offset)
        bar = layout.bar_at(layout.x(day), HEIGHT / 2)
        assert bar is not None and day in layout.thread.cuts[bar]
        assert 44 < layout.x(day) < width


@given(layouts, st.data())
def test_any_day_of_any_range_is_found_at_its_place(layout: ThreadLayout, data: st.DataObject) -> None:
    days = layout.thread.days
    day = days.first + timedelta(days=data.draw(st.integers(0, days.count - 1)))
    bar = layout.bar_at(layout.x(day), data.draw(st.floats(0, layout.height)))
    assert bar is not None and day in layout.thread.cuts[bar]


@given(layouts, st.floats(1, 5))
def test_a_height_leads_back_to_its_mood(layout: ThreadLayout, mood: float) -> None:
    assert layout.moods.value_at(layout.y(mood)) == pytest.approx(mood, abs=1e-9)
    assert layout.head < layout.y(5) <= layout.y(mood) <= layout.y(1)
    assert layout.y(1) < layout.contact_y < layout.dates_y < layout.height == HEIGHT + layout.head / 2


@given(layouts)
def test_beside_the_bars_there_is_none(layout: ThreadLayout) -> None:
    middle = layout.bars.centre(0)
    assert layout.bar_at(middle, -0.1) is layout.bar_at(middle, layout.height + 0.1) is None
    assert layout.bar_at(layout.bars.start - 0.1, 50) is layout.bar_at(layout.bars.end + 0.1, 50) is None


@given(layouts)
def test_bars_and_dots_do_not_touch_their_neighbours(layout: ThreadLayout) -> None:
    assert 0 < layout.bar_width < layout.bars.step or layout.bars.step < 1
    assert layout.dot_radius > 0
    if layout.bars.step > 3:
        assert 2 * layout.dot_radius <= layout.bars.step


@given(layouts)
def test_dates_stand_apart_in_the_chart_at_their_bars(layout: ThreadLayout) -> None:
    labels = layout.labels()
    for label in labels:
        assert layout.bars.start <= label.x <= layout.bars.end - 24
        bar = layout.bar_at(label.x, layout.dates_y)
        assert bar is not None and layout.thread.cuts[bar].first == label.day
    for one, after in pairwise(labels):
        assert after.x - one.x >= LABEL_GAP and after.day > one.day


@pytest.mark.parametrize("width", [320, 560, 1200])
@pytest.mark.parametrize("shown", Range)
def test_each_range_has_a_date_to_find_ones_way_by(shown: Range, width: float) -> None:
    for first in (date(2016, 2, 29), date(2023, 5, 6), TODAY):
        layout = ThreadLayout(thread([], days_of(shown, TODAY, first)), 44, width)
        assert layout.labels()


@given(layouts, st.data())
def test_a_marked_stretch_covers_its_days_and_no_others(layout: ThreadLayout, data: st.DataObject) -> None:
    days = layout.thread.days
    begin = data.draw(st.integers(-100, days.count + 100))
    stretch = Days(days.first, days.first).moved(begin)
    stretch = Days(stretch.first, stretch.first + timedelta(days=data.draw(st.integers(0, 500))))
    left, right = layout.mark(stretch)
    assert layout.bars.start - 1e-6 <= left <= right <= layout.bars.end + 1e-6
    if layout.thread.grain is Grain.DAY:
        shown = max(0, (min(stretch.last, days.last) - max(stretch.first, days.first)).days + 1)
        assert right - left == pytest.approx(shown * layout.bars.step, abs=1e-6)
