"""The pages of the past with the journals that people have: their figures, ranges, ways on, and named periods."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from types import TracebackType

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QTableView,
    QWidget,
)

from herwidget.core.history.ranges import Range
from herwidget.core.history.records import Period
from herwidget.ui.charts.chart_panel import ChartPanel
from herwidget.ui.charts.chart_view import ChartView
from herwidget.ui.charts.drawing import mood_key, mood_key_places, text_width
from herwidget.ui.charts.mood_key import MoodKey
from herwidget.ui.charts.thread_chart import ThreadChart
from herwidget.ui.charts.year_chart import YearChart
from herwidget.ui.explanation import Explanation
from herwidget.ui.history_words import day_count, range_names
from herwidget.ui.segments import Segments
from herwidget.ui.thread_page import ThreadPage
from herwidget.ui.window import Window
from herwidget.ui.year_page import YearPage
from tests.ui.conftest import Desk
from tests.ui.past import TODAY, Told, before, write

PAGES = ("thread", "year", "rhythm", "people")
KEY = Qt.Key
FIVE_ZONES = ("Pacific/Kiritimati", "Asia/Seoul", "Europe/Lisbon", "America/New_York", "Pacific/Pago_Pago")
HOWS = ("face-to-face", "call", "writing", "not-yet", "kept")


def _years(years: int, mina: int) -> list[Told]:
    """Two moods a day, now and then none, and on each day who heard."""
    random = Random(7)
    past = []
    for days in range(365 * years - 1, -1, -1):
        if random.random() < 0.1:
            continue
        past.append(Told(before(days, 9), random.randint(1, 5)))
        how = random.choice(HOWS)
        people = (mina,) if how in HOWS[:3] else ()
        past.append(Told(before(days), random.randint(1, 5) if random.random() < 0.9 else None, how, people))
    return past


SITUATIONS: Mapping[str, Callable[[int], list[Told]]] = {
    "nothing": lambda _mina: [],
    "one day": lambda mina: [Told(before(0, 3), 2), Told(before(0), 4, "call", (mina,))],
    "three days": lambda mina: [Told(before(2)), Told(before(1), None, "kept"), Told(before(0), 5, "writing", (mina,))],
    "one value": lambda mina: [
        told for days in range(60) for told in (Told(before(days, 6)), Told(before(days), 3, "call", (mina,)))
    ],
    "holes of weeks": lambda mina: [
        Told(before(days), 1 + days % 5, HOWS[days % 5], (mina,) if days % 5 < 3 else ())
        for days in range(300)
        if days % 60 < 25
    ],
    "five zones": lambda mina: [
        Told(before(days, hours), 1 + (days + hours) % 5, "call" if hours else "", (mina,) if hours else (), zone)
        for days in range(1, 40)
        for hours, zone in ((0, FIVE_ZONES[days % 5]), (11, FIVE_ZONES[(days + 2) % 5]))
    ],
    "ten years": lambda mina: _years(10, mina),
}


class Opened:
    """The window, what was told before, and what went wrong unseen."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.past: list[Told] = []
        self.window = Window(desk.program, "help", lambda: None)

    def tell(self, situation: str) -> "Opened":
        if situation != "nothing":
            self.past = SITUATIONS[situation](self.desk.journal.add_person("Mina", self.desk.now).id)
            write(self.desk, self.past)
        return self

    def at(self, page: str) -> "Opened":
        self.window.open_page(page)
        self.settle()
        self.window.grab()
        return self

    def settle(self) -> None:
        for _ in range(4):
            QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def key(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)
            self.settle()

    @property
    def thread(self) -> ThreadPage:
        (page,) = (one for one in self.window.findChildren(ThreadPage) if one.isVisible())
        return page

    @property
    def year(self) -> YearPage:
        (page,) = (one for one in self.window.findChildren(YearPage) if one.isVisible())
        return page

    def texts(self) -> list[str]:
        return [one.accessibleName() for one in self.window.findChildren(QLabel) if one.isVisible()]

    def says(self, words: str) -> bool:
        return any(words in text for text in self.texts())

    def panels(self, name: str) -> list[ChartPanel]:
        """The panels that show a chart of this name, from top to bottom."""
        there = [one for one in self.window.findChildren(ChartPanel) if one.isVisible()]
        there = [one for one in there if one.chart_view.chart.name == name]
        return sorted(there, key=lambda one: one.mapTo(self.window, one.rect().topLeft()).y())

    def view(self, name: str) -> ChartView:
        return self.panels(name)[0].chart_view

    def shows(self, shown: Range) -> bool:
        """Whether the thread shows this much."""
        return self.thread.range is shown and self.button(f"How much is shown: {range_names()[shown]}").isChecked()

    def button(self, name: str) -> QAbstractButton:
        there = [one for one in self.window.findChildren(QAbstractButton) if one.isVisible()]
        (found,) = (one for one in there if one.accessibleName() == name)
        return found

    def press(self, name: str) -> None:
        self.button(name).click()
        self.settle()

    def dialog(self) -> QDialog:
        (found,) = (one for one in self.window.findChildren(QDialog) if one.isVisible())
        return found

    def dialogs(self) -> list[QDialog]:
        return [one for one in self.window.findChildren(QDialog) if one.isVisible()]

    def menu(self, name: str) -> dict[str, Callable[[], None]]:
        """The entries of a chart's menu, by their texts."""
        (menu,) = self.panels(name)[0].findChildren(QMenu)
        return {action.text(): action.trigger for action in menu.actions() if not action.isSeparator()}

    def choose(self, chart: str, entry: str) -> None:
        self.menu(chart)[entry]()
        self.settle()

    def moods(self, first: date, last: date = TODAY) -> list[Told]:
        return [one for one in self.past if one.mood is not None and first <= one.day <= last]


@pytest.fixture
def opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    unseen: list[BaseException] = []

    def note(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        unseen.append(error)

    # What is raised in a slot ends in the hook alone.
    monkeypatch.setattr(sys, "excepthook", note)
    made = Opened(desk)
    yield made
    made.window.close()
    made.settle()
    assert unseen == []


@pytest.fixture
def korean(opened: Opened, korean_words: None) -> None:
    opened.desk.program.language = "ko"
    opened.desk.program.language_changed.emit()


@pytest.mark.parametrize("situation", [one for one in SITUATIONS if one != "ten years"])
@pytest.mark.parametrize("page", PAGES)
def test_each_page_opens_in_each_situation(opened: Opened, page: str, situation: str) -> None:
    opened.tell(situation).at(page)
    texts = opened.texts()
    assert texts and not any("{" in text for text in texts)
    for panel in opened.window.findChildren(ChartPanel):
        chart = panel.chart_view.chart
        for mark in range(0, chart.count, max(1, chart.count // 9)):
            assert chart.words(mark)


@pytest.mark.parametrize("situation", ["nothing", "three days", "holes of weeks"])
@pytest.mark.parametrize("page", PAGES)
def test_each_page_opens_in_korean(opened: Opened, korean: None, page: str, situation: str) -> None:
    opened.tell(situation).at(page)
    texts = [text for text in opened.texts() if text.strip() and text not in ("Herwidget", "Mina")]
    assert [text for text in texts if not any("가" <= letter <= "힣" for letter in text)] == []
    assert not any("{" in text for text in texts)
    for panel in opened.window.findChildren(ChartPanel):
        chart = panel.chart_view.chart
        for mark in range(0, chart.count, max(1, chart.count // 9)):
            assert any("가" <= letter <= "힣" for letter in chart.words(mark))


def test_before_the_first_answer_each_page_says_what_it_will_be(opened: Opened) -> None:
    wanted: list[bool] = []
    opened.desk.program.check_in_wanted.connect(lambda: wanted.append(True))
    for page in ("thread", "year", "rhythm"):
        opened.at(page).press("Check in now")
        opened.key(KEY.Key_PageUp, KEY.Key_Minus, KEY.Key_Plus, KEY.Key_PageDown)
    assert len(wanted) == 3
    assert opened.at("people").says("Nobody is here yet")


@pytest.mark.parametrize("situation", ["one day", "three days", "one value", "holes of weeks", "five zones"])
def test_the_threads_figures_are_those_told(opened: Opened, situation: str) -> None:
    opened.tell(situation).at("thread")
    for shown in Range:
        opened.thread.choose_range(shown)
        opened.settle()
        days, chart = opened.thread.days, opened.view("thread").chart
        moods = opened.moods(days.first, days.last)
        check_ins = [one for one in opened.past if one.day in days]
        assert opened.says(f"n = {len(moods)} moods" if check_ins else "Nothing was told in these days.")
        assert sum(int(row[1]) for row in chart.table().rows) == len(check_ins)
        assert sum(int(row[2]) for row in chart.table().rows) == len(moods)
        told = {one.day for one in check_ins if one.heard}
        heard = {one.day for one in check_ins if one.heard in HOWS[:3]}
        if len(told) > 1:
            assert opened.says(f"On {len(told)} days you said whether someone heard you; ")
            assert opened.says(f"on {len(heard)} someone did." if len(heard) > 1 else "on one of them someone did.")


@pytest.mark.parametrize("situation", ["one day", "three days", "holes of weeks", "five zones"])
def test_the_years_figures_are_those_told(opened: Opened, situation: str) -> None:
    opened.tell(situation).at("year")
    days = {one.day for one in opened.past if one.day.year == TODAY.year}
    with_mood = {one.day for one in opened.past if one.mood is not None and one.day.year == TODAY.year}
    # Days before the first answer are no days on which nothing was told.
    so_far = (TODAY - max(date(TODAY.year, 1, 1), min(one.day for one in opened.past))).days + 1
    assert opened.says(f"Told of {day_count(len(days))} out of {so_far}.")
    assert opened.says(f"n = {day_count(len(with_mood))}.")
    said = {one.day for one in opened.past if one.heard and one.day.year == TODAY.year}
    if len(said) > 1:
        assert opened.says(f"On {len(said)} days you said whether someone heard you; ")
    assert len(opened.view("year").chart.table().rows) == len(days)


@pytest.mark.parametrize("page", ["year", "rhythm"])
@pytest.mark.parametrize("width", [680, 1100])
def test_the_key_to_the_moods_is_whole_in_korean(opened: Opened, korean: None, page: str, width: int) -> None:
    opened.tell("holes of weeks").window.resize(width, 460)
    opened.at(page)
    (key,) = (one for one in opened.window.findChildren(MoodKey) if one.isVisible())
    assert key.height() >= key.heightForWidth(key.width())
    look = opened.view(page).chart.look
    for (left, line), name in zip(mood_key_places(look, key.width()), mood_key(look), strict=True):
        assert left + text_width(name) + 18 <= key.width() and 20 * (line + 1) <= key.height()


def test_years_do_not_lie_over_each_other_when_the_window_gets_narrow(opened: Opened) -> None:
    opened.window.resize(1100, 728)
    write(opened.desk, [Told(before(days), 3, "call") for days in range(360)])
    opened.at("year").window.resize(680, 728)
    opened.settle()
    opened.window.grab()
    opened.settle()
    panels = opened.panels("year")
    assert len(panels) == 2
    assert panels[0].geometry().bottom() < panels[1].geometry().top()
    assert panels[0].height() == panels[0].heightForWidth(panels[0].width())


@pytest.mark.parametrize("situation", ["three days", "one value", "five zones"])
def test_the_rhythms_figures_are_those_told(opened: Opened, situation: str) -> None:
    opened.tell(situation).at("rhythm")
    counted = Counter((one.day.weekday(), one.hour) for one in opened.past if one.mood is not None)
    rows = opened.view("rhythm").chart.table().rows
    assert [(row[1], int(row[2])) for row in rows] == [
        (f"{hour:02}:00", count) for (_, hour), count in sorted(counted.items())
    ]
    assert opened.says(f"n = {counted.total()} moods")
    opened.press("How much is shown: Week")
    week = opened.moods(TODAY - timedelta(days=6))
    assert opened.says(f"n = {len(week)} moods")


def test_after_being_with_somebody_counts_pairs_of_a_day(opened: Opened) -> None:
    opened.tell("one value").at("people")
    # Each evening's mood with that of six hours before it: sixty pairs that do not differ.
    assert [row[:3] for row in opened.view("people").chart.table().rows] == [("Mina", "60", "0.0")]
    assert opened.says("Mina") and opened.says("today, on a call · no clear difference after, n = 60")


def test_entries_of_many_zones_stand_on_the_days_where_they_were_lived(opened: Opened) -> None:
    opened.tell("five zones").at("thread")
    opened.thread.choose_range(Range.MONTH)
    opened.settle()
    chart, days = opened.view("thread").chart, opened.thread.days
    assert isinstance(chart, ThreadChart)
    counted = Counter(one.day for one in opened.past)
    found = {bar.days.first: bar.check_ins for bar in chart.layout.thread.told}
    assert found == {day: count for day, count in counted.items() if day in days}


def test_ten_years_open_as_whole_years_and_months(opened: Opened) -> None:
    opened.tell("ten years").at("thread")
    opened.thread.choose_range(Range.ALL)
    opened.settle()
    first = min(one.day for one in opened.past)
    chart = opened.view("thread").chart
    assert opened.thread.days.first == first
    assert chart.count == (TODAY.year - first.year) * 12 + TODAY.month - first.month + 1
    assert opened.says(f"n = {len(opened.moods(first))} moods")
    opened.at("year")
    for _ in range(12):
        opened.key(KEY.Key_PageUp)
    assert opened.year.year == first.year and not opened.button("The year before").isEnabled()
    assert [panel.chart_view.chart.title for panel in opened.panels("year")] == [f"{first.year}, a day at a time"]
    for page in ("rhythm", "people"):
        opened.at(page)
        assert opened.view(page).chart.table().rows


def test_plus_and_minus_change_the_range_from_the_start(opened: Opened) -> None:
    opened.tell("holes of weeks").at("thread")
    assert opened.shows(Range.QUARTER)
    seen = []
    for _ in range(4):
        opened.key(KEY.Key_Minus)
        seen.append(opened.thread.range)
    assert seen == [Range.YEAR, Range.ALL, Range.ALL, Range.ALL]
    for _ in range(6):
        opened.key(KEY.Key_Plus)
    assert opened.shows(Range.WEEK)
    # From within the page as well, once only.
    opened.view("thread").setFocus()
    opened.key(KEY.Key_Minus)
    assert opened.shows(Range.MONTH) and opened.says("A month, as you told it")


@pytest.mark.parametrize("page", ["thread", "rhythm"])
def test_arrows_go_from_range_to_range_one_at_a_time(opened: Opened, page: str) -> None:
    opened.tell("holes of weeks").at(page)
    on = [one for one in opened.window.findChildren(QAbstractButton) if one.property("role") == "segment"]
    (begin,) = (one for one in on if one.isChecked())
    begin.setFocus()
    names = [one.accessibleName() for one in on]
    place = names.index(begin.accessibleName())
    opened.key(KEY.Key_Left)
    assert [one.accessibleName() for one in on if one.isChecked()] == [names[place - 1]]
    opened.key(KEY.Key_Right, KEY.Key_Right)
    assert [one.accessibleName() for one in on if one.isChecked()] == [names[place + 1]]
    shown = opened.thread.range if page == "thread" else opened.window.view.rhythm_range
    assert shown is tuple(Range)[place + 1]


@pytest.mark.parametrize(("width", "side_by_side"), [(680, False), (1100, True), (680, False)])
@pytest.mark.parametrize("page", ["thread", "rhythm"])
def test_a_narrow_window_has_the_ranges_under_the_heading(
    opened: Opened, page: str, width: int, side_by_side: bool
) -> None:
    opened.tell("holes of weeks").window.resize(1780 - width, 700)
    opened.at(page).window.resize(width, 700)
    opened.settle()
    (ranges,) = (one for one in opened.window.findChildren(Segments) if one.isVisible())
    headings = [one for one in opened.window.findChildren(QLabel) if one.isVisible() and "of your weeks" in one.text()]
    if page == "thread":
        headings = [
            one for one in opened.window.findChildren(QLabel) if one.isVisible() and "as you told" in one.text()
        ]
    (heading,) = headings
    box, beneath = (QRect(one.mapTo(opened.window, QPoint()), one.size()) for one in (heading, ranges))
    assert (beneath.left() > box.right()) is side_by_side
    assert (beneath.top() >= box.bottom()) is not side_by_side
    assert box.height() < 2 * heading.fontMetrics().lineSpacing(), "the heading is one line"


def test_the_wheel_over_the_thread_changes_the_range(opened: Opened) -> None:
    opened.tell("holes of weeks").at("thread")
    opened.view("thread").turned.emit(-1)
    opened.settle()
    assert opened.shows(Range.YEAR)
    opened.view("thread").turned.emit(1)
    opened.settle()
    assert opened.shows(Range.QUARTER)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("situation", ["one day", "three days", "holes of weeks"])
def test_no_way_leads_out_of_what_was_told(opened: Opened, situation: str, seed: int) -> None:
    opened.tell(situation).at("thread")
    first, random = min(one.day for one in opened.past), Random(seed)
    keys = [KEY.Key_PageUp] * 4 + [KEY.Key_PageDown] * 2 + [KEY.Key_Plus, KEY.Key_Minus]
    for _ in range(25):
        opened.key(random.choice(keys))
        days = opened.thread.days
        assert first <= days.last <= TODAY
        assert opened.button("Later").isEnabled() is (days.last < TODAY)
    for _ in range(50):
        if opened.thread.days.last < TODAY:
            opened.key(KEY.Key_PageDown)
    assert opened.thread.days.last == TODAY


def test_going_back_shows_the_days_just_before(opened: Opened) -> None:
    opened.tell("holes of weeks").at("thread")
    opened.thread.choose_range(Range.MONTH)
    seen = [opened.thread.days]
    while opened.button("Earlier").isEnabled():
        opened.key(KEY.Key_PageUp)
        seen.append(opened.thread.days)
    for later, earlier in pairwise(seen):
        assert earlier.last == later.first - timedelta(days=1) and earlier.count == 30
    assert min(one.day for one in opened.past) in seen[-1]
    assert opened.says("–") and not opened.says("as you told it")


def test_a_day_of_the_year_opens_and_leads_back(opened: Opened) -> None:
    opened.tell("holes of weeks").at("year")
    view = opened.view("year")
    assert isinstance(view.chart, YearChart)
    mark = view.chart.count - 4
    place = view.chart.outline(mark).center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    opened.settle()
    assert opened.window.view.day == TODAY - timedelta(days=3)
    assert opened.says("Friday, 20 November")
    opened.key(KEY.Key_Escape)
    assert opened.year.isVisible() and opened.window.isVisible()


def test_a_bar_of_the_thread_opens_its_day_and_a_month_its_days(opened: Opened) -> None:
    opened.tell("ten years").at("thread")
    opened.thread.choose_range(Range.ALL)
    opened.settle()
    view = opened.view("thread")
    view.setFocus()
    opened.key(KEY.Key_Home, KEY.Key_Right, KEY.Key_Return)
    assert opened.shows(Range.MONTH)
    assert opened.thread.days.last.day >= 28 and opened.thread.days.last.year == TODAY.year - 10 + 1 - 1
    opened.view("thread").setFocus()
    opened.key(KEY.Key_End, KEY.Key_Return)
    assert opened.window.view.day is not None and opened.window.view.day.year == TODAY.year - 10


def test_the_way_back_from_a_day_leads_to_where_one_was(opened: Opened) -> None:
    opened.tell("holes of weeks").at("thread")
    opened.window.resize(opened.window.minimumSize())
    opened.settle()
    (area,) = (one for one in opened.window.findChildren(QScrollArea) if one.isVisible())
    area.verticalScrollBar().setValue(40)
    assert area.verticalScrollBar().value() == 40
    opened.view("thread").setFocus()
    opened.key(KEY.Key_End, KEY.Key_Left, KEY.Key_Left)
    mark = opened.view("thread").mark
    assert mark is not None
    opened.key(KEY.Key_Return, KEY.Key_Escape)
    view = opened.view("thread")
    assert opened.window.focusWidget() is view and view.mark == mark
    (area,) = (one for one in opened.window.findChildren(QScrollArea) if one.isVisible())
    assert area.verticalScrollBar().value() == 40


def test_after_a_click_the_way_back_points_at_no_mark(opened: Opened) -> None:
    opened.tell("holes of weeks").at("year")
    view = opened.view("year")
    place = view.chart.outline(view.chart.count - 4).center().toPoint()
    QTest.mouseMove(view, place)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    opened.settle()
    opened.key(KEY.Key_Escape)
    assert opened.view("year").mark is None and opened.window.focusWidget() is not opened.view("year")


def test_a_period_is_named_changed_removed_and_brought_back(opened: Opened) -> None:
    opened.tell("holes of weeks").at("thread")
    history = opened.desk.history().journal
    opened.choose("thread", "Name a period…")
    QTest.keyClick(opened.dialog(), KEY.Key_Return)
    assert any("Give it a name first" in one.text() for one in opened.dialog().findChildren(QLabel) if one.isVisible())
    fill(opened.dialog(), "A move", TODAY - timedelta(days=3), TODAY - timedelta(days=9))
    QTest.keyClick(opened.dialog(), KEY.Key_Return)
    assert any("lies before the first" in one.text() for one in opened.dialog().findChildren(QLabel) if one.isVisible())
    assert list(history.periods()) == []
    fill(opened.dialog(), "A move", TODAY - timedelta(days=9), TODAY - timedelta(days=3))
    QTest.keyClick(opened.dialog(), KEY.Key_Return)
    opened.settle()
    (kept,) = history.periods()
    assert (kept.name, kept.first, kept.last) == ("A move", TODAY - timedelta(days=9), TODAY - timedelta(days=3))
    assert opened.dialogs() == [] and opened.says("The period was kept.")

    opened.choose("thread", "Change “A move”…")
    fill(opened.dialog(), "이사 & more", TODAY - timedelta(days=8), TODAY)
    QTest.keyClick(opened.dialog(), KEY.Key_Return)
    opened.settle()
    assert list(history.periods()) == [Period(kept.id, "이사 & more", TODAY - timedelta(days=8), TODAY)]

    opened.choose("thread", "Change “이사 && more”…")
    (remove,) = (one for one in opened.dialog().findChildren(QAbstractButton) if one.accessibleName() == "Remove")
    remove.click()
    opened.settle()
    assert list(history.periods()) == [] and opened.says("The period was removed.")

    # After a dialog a desktop gives the keyboard back to the window; the offscreen one does not.
    opened.window.activateWindow()
    opened.settle()
    control = Qt.KeyboardModifier.ControlModifier
    opened.key(KEY.Key_Z, modifier=control)
    assert [one.name for one in history.periods()] == ["이사 & more"]
    opened.press("Undo")
    assert list(history.periods()) == [kept]
    opened.key(KEY.Key_Z, modifier=control)
    assert list(history.periods()) == []


def test_escape_leaves_a_period_as_it_was(opened: Opened) -> None:
    opened.tell("holes of weeks").at("thread")
    opened.choose("thread", "Name a period…")
    fill(opened.dialog(), "A move", TODAY, TODAY)
    QTest.keyClick(opened.dialog(), KEY.Key_Escape)
    opened.settle()
    assert opened.dialogs() == [] and list(opened.desk.history().journal.periods()) == []
    assert opened.window.isVisible()


def test_a_period_that_cannot_be_kept_is_said_and_stays_in_its_fields(opened: Opened) -> None:
    opened.tell("three days").at("thread")
    opened.choose("thread", "Name a period…")
    fill(opened.dialog(), "A move", TODAY, TODAY)
    opened.desk.break_journal()
    QTest.keyClick(opened.dialog(), KEY.Key_Return)
    opened.settle()
    opened.desk.mend_journal()
    said = [one.accessibleName() for one in opened.dialog().findChildren(QLabel) if one.isVisible()]
    assert any("Another program is holding the journal" in text for text in said)
    QTest.keyClick(opened.dialog(), KEY.Key_Return)
    opened.settle()
    assert [one.name for one in opened.desk.history().journal.periods()] == ["A move"]


@pytest.mark.parametrize("name", ["Save", "Remove"])
def test_a_period_that_was_removed_elsewhere_is_said_to_be_gone(opened: Opened, name: str) -> None:
    opened.tell("three days")
    journal = opened.desk.history().journal
    period = journal.add_period("A move", TODAY, TODAY)
    opened.at("thread").choose("thread", "Change “A move”…")
    journal.remove_period(period.id)
    (button,) = (one for one in opened.dialog().findChildren(QAbstractButton) if one.accessibleName() == name)
    button.click()
    opened.settle()
    said = [one.accessibleName() for one in opened.dialog().findChildren(QLabel) if one.isVisible()]
    assert any("This period is not there any more." in text for text in said)
    QTest.keyClick(opened.dialog(), KEY.Key_Escape)
    opened.settle()
    assert list(journal.periods()) == [] and "Change “A move”…" not in opened.menu("thread")


def test_only_periods_of_the_days_shown_are_offered(opened: Opened) -> None:
    opened.tell("holes of weeks")
    journal = opened.desk.history().journal
    journal.add_period("Long ago", TODAY - timedelta(days=200), TODAY - timedelta(days=190))
    journal.add_period("Now", TODAY - timedelta(days=2), TODAY)
    opened.at("thread")
    assert [text for text in opened.menu("thread") if text.startswith("Change")] == ["Change “Now”…"]
    opened.thread.choose_range(Range.YEAR)
    opened.settle()
    offered = [text for text in opened.menu("thread") if text.startswith("Change")]
    assert offered == ["Change “Long ago”…", "Change “Now”…"]


@pytest.mark.parametrize("page", PAGES)
def test_a_chart_is_a_table_wherever_it_is_shown_again(opened: Opened, page: str) -> None:
    opened.tell("one value").at(page)
    opened.choose(page, "Show as a table")
    tables = [one for one in opened.window.findChildren(QTableView) if one.isVisible()]
    assert [one.accessibleName() for one in tables] == [opened.view(page).chart.title]
    assert tables[0].model().rowCount() == len(opened.view(page).chart.table().rows)
    opened.at("help").at(page)
    assert [one for one in opened.window.findChildren(QTableView) if one.isVisible()]
    opened.choose(page, "Show as a table")
    assert not [one for one in opened.window.findChildren(QTableView) if one.isVisible()]
    assert opened.view(page).isVisible()


@pytest.mark.parametrize("page", PAGES)
def test_each_chart_says_how_it_is_worked_out(opened: Opened, page: str) -> None:
    opened.tell("one value").at(page)
    opens = [
        one
        for one in opened.window.findChildren(QAbstractButton)
        if one.isVisible() and one.text() == "How this is worked out"
    ]
    assert opens
    for one in opens:
        one.click()
        opened.settle()
        told = opened.dialog()
        assert isinstance(told, Explanation) and told.windowTitle().startswith("How ")
        QTest.keyClick(told, KEY.Key_Escape)
        opened.settle()
        assert opened.dialogs() == []


def test_a_picture_is_saved_and_what_became_of_it_is_said(opened: Opened) -> None:
    opened.tell("one value").at("thread")
    panel, folder = opened.panels("thread")[0], opened.desk.path.parent
    before_saving = panel.chart_view.chart.outline(5)
    for name, said in (
        ("a.png", "Saved: "),
        ("missing/a.png", "Nothing was saved to "),
        ("a.gif", "does not end in .png, .svg or .pdf"),
        ("a.svg", "Saved: "),
    ):
        panel.save_to(folder / name)
        opened.settle()
        assert opened.says(said) and opened.says(str(folder / name))
        assert (folder / name).exists() is said.startswith("Saved")
    # The chart on the screen stands where it stood.
    assert panel.chart_view.chart.outline(5) == before_saving


@pytest.mark.parametrize("situation", ["nothing", "holes of weeks"])
@pytest.mark.parametrize("page", PAGES)
def test_each_control_has_a_name(opened: Opened, page: str, situation: str) -> None:
    opened.tell(situation).at(page)
    if situation != "nothing":
        opened.choose(page, "Show as a table")
    assert nameless(opened.window) == []


def test_each_control_of_the_dialogs_has_a_name(opened: Opened) -> None:
    opened.tell("three days").at("thread")
    opened.choose("thread", "Name a period…")
    assert nameless(opened.dialog()) == []
    opened.dialog().close()
    opened.settle()
    opened.press("How this is worked out: Mood and contact")
    assert nameless(opened.dialog()) == []


class Windows(QObject):
    """Which windows were shown while it watched."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_a_page_that_is_built_anew_shows_no_other_window_and_takes_no_focus(
    opened: Opened, application: QApplication
) -> None:
    opened.tell("holes of weeks").at("thread")
    windows = Windows()
    application.installEventFilter(windows)
    for page in (*PAGES, "words", "settings", "day"):
        opened.at(page)
        opened.window.view.say_edited("Something was changed.")
        opened.settle()
        opened.key(KEY.Key_Tab)
        assert opened.window.isActiveWindow(), page
    application.removeEventFilter(windows)
    assert windows.shown == []


def test_all_controls_of_a_page_are_reached_by_tab(opened: Opened) -> None:
    opened.tell("holes of weeks").at("thread")
    reached: list[QWidget] = []
    for _ in range(80):
        opened.key(KEY.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused in reached:
            break
        reached.append(focused)
    names = {one.accessibleName() for one in reached}
    charts = {one.accessibleName() for one in opened.window.findChildren(ChartView) if one.isVisible()}
    assert charts <= names
    assert {"Earlier", "How much is shown: 3 months", "How this is worked out: Mood and contact"} <= names
    assert all(one.accessibleName() for one in reached if one is not opened.window)


def fill(dialog: QDialog, name: str, first: date, last: date) -> None:
    (field,) = (one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Name")
    field.setText(name)
    for edit in dialog.findChildren(QDateEdit):
        day = {"First day": first, "Last day": last}[edit.accessibleName()]
        edit.setDate(QDate(day.year, day.month, day.day))


def nameless(within: QWidget) -> Sequence[str]:
    """What can have the keyboard and says nothing of itself; Qt's own inner parts are named by what holds them."""
    inner = ("qt_spinbox_lineedit", "qt_scrollarea_viewport")
    return [
        f"{type(one).__name__} {one.objectName()}"
        for one in within.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and not one.accessibleName()
        and one.objectName() not in inner
        and not isinstance(one, QDialog)
    ]
