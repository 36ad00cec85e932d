"""A chart on the screen: told in words to the mouse, the keyboard and a screen reader, and the same as a table."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from herwidget.core.charts.thread_layout import HEIGHT
from herwidget.core.history.records import Period
from herwidget.core.history.thread import thread as thread_of
from herwidget.ui.charts import thread_chart
from herwidget.ui.charts.chart import Chart
from herwidget.ui.charts.chart_table import table_view
from herwidget.ui.charts.chart_view import Bubble, ChartView
from herwidget.ui.charts.rhythm_chart import FEW, RhythmChart
from herwidget.ui.charts.thread_chart import ThreadChart
from herwidget.ui.history_words import long_date
from herwidget.ui.theme import LIGHT
from tests.ui.charts.pictures import picture
from tests.ui.charts.sample import NAMES, QUARTER, TODAY, charts, hours, look, past


class Shown:
    """A view in a window, and what came of it."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.window = QWidget()
        self.window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self.window)
        self.view = ChartView(chart)
        column.addWidget(self.view)
        self.window.resize(700, 420)
        self.window.show()
        self.window.activateWindow()
        QCoreApplication.processEvents()
        self.taken: list[int] = []
        self.turned: list[int] = []
        self.view.taken.connect(self.taken.append)

    @property
    def said(self) -> str:
        """What a screen reader tells of the chart."""
        return self.view.accessibleDescription()

    @property
    def bubble(self) -> str:
        """The words beside the mark; empty when none are seen."""
        bubbles = [one for one in self.window.findChildren(Bubble) if one.isVisible()]
        shown = "".join(label.text() for one in bubbles for label in one.findChildren(QLabel))
        assert "n = " not in shown, "it could break there at the end of a line"
        return shown.replace("\u2060", "").replace("\u00a0", " ")

    def place(self, mark: int) -> QPoint:
        """The middle of a mark."""
        return self.chart.outline(mark).center().toPoint()

    def hover(self, mark: int) -> None:
        QTest.mouseMove(self.view, self.place(mark))
        QCoreApplication.processEvents()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.view, key)

    def wheel(self, angle: int) -> bool:
        """Turn the wheel; whether the view took it."""
        there = QPointF(self.place(0))
        turn = QWheelEvent(
            there,
            QPointF(self.view.mapToGlobal(there)),
            QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        turn.ignore()
        QCoreApplication.sendEvent(self.view, turn)
        return turn.isAccepted()


@pytest.fixture(params=range(len(NAMES)), ids=NAMES)
def shown(request: pytest.FixtureRequest) -> Iterator[Shown]:
    made = Shown(charts(LIGHT)[request.param])
    yield made
    made.window.close()


@pytest.fixture
def thread() -> Iterator[Shown]:
    made = Shown(charts(LIGHT)[0])
    yield made
    made.window.close()


def test_a_chart_says_what_it_is_before_a_mark_is_chosen(shown: Shown) -> None:
    assert shown.view.accessibleName() == shown.chart.title
    assert shown.said == shown.chart.summary() != ""
    assert (shown.view.mark, shown.bubble) == (None, "")


def test_the_mark_under_the_mouse_is_told(shown: Shown) -> None:
    for mark in (0, shown.chart.count // 2, shown.chart.count - 1):
        shown.hover(mark)
        assert shown.view.mark == mark
        assert shown.said == shown.bubble == shown.chart.words(mark)
    QCoreApplication.sendEvent(shown.view, QEvent(QEvent.Type.Leave))
    assert (shown.view.mark, shown.bubble, shown.said) == (None, "", shown.chart.summary())


def test_what_the_keyboard_points_out_stays_when_the_mouse_leaves(shown: Shown) -> None:
    shown.view.setFocus()
    shown.hover(0)
    shown.press(Qt.Key.Key_End)
    QCoreApplication.sendEvent(shown.view, QEvent(QEvent.Type.Leave))
    assert shown.view.mark == shown.chart.count - 1


def test_words_beside_a_mark_stay_in_the_window(shown: Shown) -> None:
    for mark in range(0, shown.chart.count, 3):
        shown.hover(mark)
        (bubble,) = [one for one in shown.window.findChildren(Bubble) if one.isVisible()]
        assert shown.window.rect().contains(bubble.geometry())


def test_keys_go_from_mark_to_mark(shown: Shown) -> None:
    shown.view.setFocus()
    last, chart = shown.chart.count - 1, shown.chart
    shown.press(Qt.Key.Key_Left)
    assert shown.view.mark == chart.first_mark()
    shown.press(Qt.Key.Key_End)
    assert (shown.view.mark, shown.said) == (last, chart.words(last))
    shown.press(Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert shown.view.mark == last
    shown.press(Qt.Key.Key_Home)
    assert (shown.view.mark, shown.bubble) == (0, chart.words(0))
    shown.press(Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert shown.view.mark == 0
    shown.press(Qt.Key.Key_Right)
    assert shown.view.mark is not None and shown.view.mark > 0 and shown.said == chart.words(shown.view.mark)


def test_escape_ends_the_telling_before_it_closes_anything(shown: Shown) -> None:
    shown.view.setFocus()
    escaped: list[int] = []
    shown.window.keyPressEvent = lambda event: escaped.append(event.key())  # type: ignore[method-assign]
    shown.press(Qt.Key.Key_Home, Qt.Key.Key_Escape)
    assert (shown.view.mark, shown.bubble, shown.said) == (None, "", shown.chart.summary())
    assert escaped == []
    shown.press(Qt.Key.Key_Escape)
    assert escaped == [Qt.Key.Key_Escape]


def test_going_to_another_control_ends_the_telling(shown: Shown) -> None:
    shown.view.setFocus()
    shown.press(Qt.Key.Key_Home)
    shown.window.setFocus()
    assert (shown.view.mark, shown.bubble) == (None, "")


def test_a_hidden_chart_tells_nothing(shown: Shown) -> None:
    shown.hover(0)
    shown.view.hide()
    assert (shown.view.mark, shown.bubble) == (None, "")


def test_enter_and_a_click_take_a_mark(shown: Shown) -> None:
    shown.view.setFocus()
    shown.press(Qt.Key.Key_Return, Qt.Key.Key_Space)
    assert shown.taken == []
    shown.press(Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Enter)
    last = shown.chart.count - 1
    assert shown.taken == [0, last, last]
    middle = shown.chart.count // 2
    QTest.mouseClick(shown.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, shown.place(middle))
    QTest.mouseClick(shown.view, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, shown.place(middle))
    QTest.mouseClick(shown.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(1, 1))
    assert shown.taken[3:] == [middle]


def test_a_key_with_a_modifier_belongs_to_the_window(thread: Shown) -> None:
    thread.view.setFocus()
    QTest.keyClick(thread.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert thread.view.mark is None
    QTest.keyClick(thread.view, Qt.Key.Key_Home, Qt.KeyboardModifier.KeypadModifier)
    assert thread.view.mark == 0


def test_the_wheel_turns_where_somebody_listens(thread: Shown) -> None:
    assert not thread.wheel(120)
    thread.view.turned.connect(thread.turned.append)
    assert thread.wheel(120) and thread.wheel(-240)
    assert thread.turned == [1, -2]


def test_parts_of_a_notch_add_up(thread: Shown) -> None:
    thread.view.turned.connect(thread.turned.append)
    for _ in range(8):
        assert thread.wheel(40)
    assert thread.turned == [1, 1]
    assert not thread.wheel(0)
    for _ in range(9):
        thread.wheel(-40)
    assert thread.turned == [1, 1, -1, -1]


def test_another_chart_takes_its_place(thread: Shown) -> None:
    thread.hover(3)
    other = charts(LIGHT)[3]
    thread.view.show_chart(other)
    assert (thread.view.mark, thread.view.accessibleName()) == (None, other.title)
    assert thread.said == other.summary() and thread.bubble == ""


def test_a_narrower_window_lays_the_chart_out_anew(shown: Shown) -> None:
    shown.hover(0)
    shown.window.resize(420, 420)
    QCoreApplication.processEvents()
    assert shown.view.mark is None
    outline = shown.chart.outline(shown.chart.count - 1)
    assert outline.right() <= shown.view.width() + 6 and outline.bottom() <= shown.view.height() + 2


@pytest.mark.parametrize("number", range(len(NAMES)), ids=NAMES)
def test_the_table_is_shown_as_it_is(number: int) -> None:
    chart = charts(LIGHT)[number]
    table = chart.table()
    view = table_view(chart.title, table, 200)
    model = view.model()
    assert (model.rowCount(), model.columnCount()) == (len(table.rows), len(table.columns))
    assert view.accessibleName() == chart.title
    shown = [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
    assert shown == list(table.rows) and all(len(row) == len(table.columns) for row in shown)
    headers = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert headers == list(table.columns)


def test_the_threads_table_has_the_figures_of_its_bars() -> None:
    for chart in charts(LIGHT)[:3]:
        assert isinstance(chart, ThreadChart)
        bars = list(chart.layout.thread.told)
        rows = chart.table().rows
        assert [int(row[1]) for row in rows] == [bar.check_ins for bar in reversed(bars)]
        assert [int(row[2]) for row in rows] == [bar.moods for bar in reversed(bars)]
        assert [row[5] for row in rows] == ["–" if bar.mean is None else f"{bar.mean:.1f}" for bar in reversed(bars)]
        heard = [f"{bar.days_heard}/{bar.days_told}" if bar.days_told else "–" for bar in reversed(bars)]
        assert [row[7] for row in rows] == heard
        moods = sum(bar.moods for bar in bars)
        assert f"{moods} moods" in chart.summary()


def test_names_of_marked_days_stand_above_the_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "A summer at the sea with a name that goes on and on, further than there is room"
    periods = (
        Period(1, long, TODAY - timedelta(days=70), TODAY - timedelta(days=68)),
        Period(2, "A visit", TODAY - timedelta(days=69), TODAY - timedelta(days=65)),
    )
    chart = ThreadChart(look(LIGHT), thread_of(past(), QUARTER), periods)
    written: dict[str, QRectF] = {}
    monkeypatch.setattr(thread_chart, "draw_text", lambda _p, box, text, *_more: written.setdefault(text, box))
    for width in (320, 560, 900):
        written.clear()
        picture(chart, width=width)
        names = [box for text, box in written.items() if text in (long, "A visit", "quieter weeks")]
        assert {long, "A visit"} <= set(written)
        assert all(box.top() > 0 and box.bottom() < chart.layout.y(5) - 4 and box.right() < width for box in names)
        assert not any(one.intersects(other) for one, other in combinations(names, 2))
    # Shortened where it is drawn, told in full beside its days and in the table.
    day = TODAY - timedelta(days=69)
    mark = next(index for index, cut in enumerate(chart.layout.thread.cuts) if cut.first == day)
    assert f"\n{long} · A visit" in chart.words(mark)
    told = {row[0]: row[-1] for row in chart.table().rows}
    assert [told[long_date(day + timedelta(days=later), "en")] for later in (0, 3, 5)] == [
        f"{long}, A visit",
        "A visit",
        "–",
    ]


def test_a_thread_without_names_needs_no_room_for_them() -> None:
    bare = ThreadChart(look(LIGHT), thread_of([one for one in past() if one.day > TODAY - timedelta(days=6)], QUARTER))
    named = ThreadChart(look(LIGHT), thread_of([], QUARTER), [Period(1, "A move", TODAY - timedelta(days=9), TODAY)])
    assert named.lay_out(560) > bare.lay_out(560) == HEIGHT


def test_the_other_tables_have_the_figures_of_their_marks() -> None:
    year, rhythm, after = charts(LIGHT)[3:]
    told = [one for one in past() if one.day.year == 2026]
    assert [(int(row[1]), int(row[2])) for row in year.table().rows] == [
        (one.check_ins, one.moods) for one in reversed(told)
    ]
    assert [(row[1], int(row[2])) for row in rhythm.table().rows] == [
        (f"{one.hour:02}:00", one.moods) for one in sorted(hours(), key=lambda one: (one.weekday, one.hour))
    ]
    rows = after.table().rows
    assert [(row[0], int(row[1])) for row in rows] == [("Mina", 9), ("Jun", 8), ("어머니", 9), ("Sam", 2)]
    assert rows[0][2:] == ("+1.4", "+0.8", "+2.1") and rows[3][2:] == ("–", "–", "–")
    assert "n = 9" in after.words(0) and "2 of 8" in after.words(3)


def test_words_name_their_n() -> None:
    thread, _, _, year, rhythm, _ = charts(LIGHT)
    assert isinstance(thread, ThreadChart) and isinstance(rhythm, RhythmChart)
    for mark, bar in enumerate(thread.layout.thread.bars):
        words = thread.words(mark)
        assert ("Nothing told" in words) is (bar is None)
        assert bar is None or not bar.moods or f"n = {bar.moods}" in words
    counts = {(one.weekday, one.hour): one.moods for one in hours()}
    for mark in range(rhythm.count):
        weekday, column = divmod(mark, len(rhythm.layout.hours))
        moods = counts.get((weekday, rhythm.layout.hours[column]))
        words = rhythm.words(mark)
        assert ("Nothing told" in words) is (moods is None)
        assert moods is None or f"n = {moods}" in words
        assert ("Too few" in words) is (moods is not None and moods < FEW)
    assert FEW == 3 and "under 3" in rhythm.legend
    assert "Nothing told" in year.words(year.count - 1 - 45)
