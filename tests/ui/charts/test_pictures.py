"""The charts look as approved, in each theme, and sharp on any screen.

After a change that is meant, `python -m tests.ui.charts.approve` draws the approved pictures anew.
"""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QWidget

from herwidget.core.history.differences import difference
from herwidget.ui.charts.after_chart import AfterChart
from herwidget.ui.charts.chart_view import ChartView
from herwidget.ui.theme import LIGHT
from tests.ui.charts.pictures import (
    APPROVED,
    ARTIFACTS,
    CASES,
    case_picture,
    compare,
    file_name,
    picture,
    without_words,
)
from tests.ui.charts.sample import NAMES, TODAY, charts, hours, look, past


@pytest.mark.parametrize(("name", "theme", "ratio"), CASES)
def test_a_chart_looks_as_approved(name: str, theme: str, ratio: float) -> None:
    file = file_name(name, theme, ratio)
    approved, actual = QImage(str(APPROVED / file)), case_picture(name, theme, ratio)
    compared = compare(actual, approved)
    if not compared.same:
        ARTIFACTS.mkdir(exist_ok=True)
        now, where = ARTIFACTS / f"actual-{file}", ARTIFACTS / f"difference-{file}"
        actual.save(str(now))
        compared.image.save(str(where))
        others = f"{compared.differing} of {compared.pixels} pixels are others"
        pytest.fail(f"{others} than in {APPROVED / file}: see {now} and {where}")


def test_there_is_no_approved_picture_without_its_chart() -> None:
    assert {one.name for one in APPROVED.iterdir()} == {file_name(*case) for case in CASES}
    assert sum(one.stat().st_size for one in APPROVED.iterdir()) < 400_000


def test_a_value_that_moved_is_noticed() -> None:
    days = past()
    (place,) = [index for index, one in enumerate(days) if one.day == TODAY - timedelta(days=20)]
    assert days[place].moods
    moved = replace(days[place], lowest=5, highest=5, mean=5.0)
    cells = hours()
    (cell,) = [index for index, one in enumerate(cells) if (one.weekday, one.hour) == (1, 12)]
    assert cells[cell].moods >= 3 and 2 <= cells[cell].mean <= 4
    with without_words():
        before = charts(LIGHT)
        after = charts(
            LIGHT,
            [*days[:place], moved, *days[place + 1 :]],
            [*cells[:cell], replace(cells[cell], mean=cells[cell].mean + 1), *cells[cell + 1 :]],
        )
        noticed = {
            name: not compare(picture(one), picture(other)).same
            for name, one, other in zip(NAMES, before, after, strict=True)
        }
        pairs = [2.0, 1.0, 0.0, 3.0, 1.0, 2.0, 1.0, 1.0]
        ones = [AfterChart(look(LIGHT), [("Mina", difference([*pairs, last]))]) for last in (2.0, -4.0)]
        noticed["people"] = not compare(*(picture(one) for one in ones)).same
    # Among a month's days one hardly shows.
    del noticed["thread-months"]
    assert noticed == dict.fromkeys(noticed, True)


def test_the_same_picture_is_the_same() -> None:
    one = case_picture("year", "light", 1.0)
    assert compare(one, case_picture("year", "light", 1.0)).differing == 0
    assert not compare(one, case_picture("year", "dark", 1.0)).same
    assert not compare(one, case_picture("rhythm", "light", 1.0)).same


class OnScreen(ChartView):
    """A view on a screen of so many device pixels for each pixel."""

    ratio = 1.0

    def devicePixelRatioF(self) -> float:
        return self.ratio


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("number", range(len(NAMES)), ids=NAMES)
def test_a_view_paints_each_pixel_of_the_screen(number: int, ratio: float) -> None:
    chart = charts(LIGHT)[number]
    view = OnScreen(chart)
    view.ratio = ratio
    view.resize(640, view.height())
    shown = QImage(view.size() * ratio, QImage.Format.Format_RGB32)
    shown.setDevicePixelRatio(ratio)
    view.render(shown, QPoint(), QRegion(), QWidget.RenderFlag(0))
    drawn = picture(chart, ratio, 640)
    assert shown.size() == drawn.size() == QSize(640, view.height()) * ratio
    assert compare(shown, drawn).differing == 0


def test_a_view_on_another_screen_is_painted_anew() -> None:
    view = OnScreen(charts(LIGHT)[0])
    view.resize(640, view.height())
    sharp = picture(charts(LIGHT)[0], 2.0, 640)
    for ratio, same in ((1.0, False), (2.0, True)):
        view.ratio = ratio
        shown = QImage(view.size() * 2, QImage.Format.Format_RGB32)
        shown.setDevicePixelRatio(2)
        view.render(shown, QPoint(), QRegion(), QWidget.RenderFlag(0))
        assert (compare(shown, sharp).differing == 0) is same
