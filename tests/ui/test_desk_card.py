"""The desk card: the week in cells and words, kept up to date; its place, kept and put right."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from herwidget.core.desk_place import Corner, DeskPlace
from herwidget.core.desk_question import desk_question
from herwidget.core.local_time import local_day
from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.ui.desk_card import WIDTH, DeskCard
from tests.ui.conftest import ZONE, Desk
from tests.ui.past import Told, write

WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SATURDAY = timedelta(days=5)
"""From the desk's Monday evening on."""

Open = Callable[[], DeskCard]


@pytest.fixture
def open_card(desk: Desk) -> Iterator[Open]:
    """Opens desk cards, on Saturday; the one before goes."""
    desk.later(SATURDAY)
    cards: list[DeskCard] = []

    def make() -> DeskCard:
        while cards:
            put_away(cards.pop())
        cards.append(DeskCard(desk.program, lambda _window: None))
        cards[0].appear(take_focus=False)
        return cards[0]

    yield make
    while cards:
        put_away(cards.pop())


def put_away(card: DeskCard) -> None:
    card.hide()
    card.deleteLater()


def words(card: QWidget) -> list[str]:
    """What is on the card, in reading order, without the empty."""
    named = [one.accessibleName().strip() for one in card.findChildren(QLabel) if one.isVisible()]
    return [name for name in named if name]


def pressable(card: DeskCard, name: str) -> QPushButton:
    (found,) = (one for one in card.findChildren(QPushButton) if one.accessibleName() == name)
    return found


def told(desk: Desk, days_ago: int, mood: int | None = None, *people: int, heard: str = "") -> Told:
    return Told(desk.now - timedelta(days=days_ago, hours=1), mood, heard, people)


def drag(card: DeskCard, by: QPoint) -> None:
    grip = card.body.pos() + QPoint(60, 45)
    start = card.mapToGlobal(grip)
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=grip)
    for at in (start + by / 2, start + by):
        QTest.mouseMove(card, card.mapFromGlobal(at))
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=card.mapFromGlobal(start + by))


def corner_of(card: DeskCard) -> tuple[int, int]:
    at = card.pos() + card.body.pos()
    return at.x(), at.y()


def test_each_day_of_the_week_has_its_cell_and_its_words(desk: Desk, open_card: Open) -> None:
    past = [told(desk, 5, 1), told(desk, 4, 4), told(desk, 4, 5), told(desk, 3, 3), told(desk, 2, heard="not-yet")]
    write(desk, [*past, told(desk, 6, 5), told(desk, 0, 2)])
    card, opened = open_card(), desk.program.opened
    assert opened is not None
    question = desk_question(opened.bank, local_day(desk.now, ZONE), desk.journal.seed())
    assert question is not None
    assert words(card) == [
        "This week",
        question.text.en,
        "Monday: Heavy",
        "Tuesday: Warm",
        "Wednesday: Even",
        "Thursday: no mood told",
        "Friday: no mood told",
        "Saturday: Low",
        "Sunday: still to come",
    ]
    picture = card.grab().toImage()
    colours = desk.program.theme.colours
    cells = [one for one in card.findChildren(QLabel) if one.accessibleName().startswith(WEEK)]
    ratio = picture.devicePixelRatio()
    middles = [cell.mapTo(card, cell.rect().center()) * ratio for cell in cells]
    shown = [picture.pixelColor(middle).name() for middle in middles]
    wanted = [colours.moods[mood] for mood in (1, 5, 3, 0, 0, 2)] + [colours.surface]
    assert shown == [QColor(colour).name() for colour in wanted]
    assert all(cell.toolTip() == cell.accessibleName() for cell in cells)


@pytest.mark.parametrize(
    ("days_ago", "line"),
    [
        (0, "Last heard: today, Mina"),
        (1, "Last heard: Friday, Mina"),
        (6, "Last heard: Sunday, Mina"),
        (7, "Last heard: 21 November, Mina"),
        (400, "Last heard: 24 October 2025, Mina"),
    ],
)
def test_who_heard_the_person_last(desk: Desk, open_card: Open, days_ago: int, line: str) -> None:
    mina = desk.journal.add_person("Mina", desk.now).id
    jun = desk.journal.add_person("Jun", desk.now).id
    earlier = told(desk, days_ago + 1, 3, jun, heard="call")
    write(desk, [earlier, told(desk, days_ago, 3, mina, heard="writing")])
    assert line in words(open_card())


def test_a_day_without_a_name_and_two_on_one_day(desk: Desk, open_card: Open) -> None:
    mina = desk.journal.add_person("Mina", desk.now).id
    jun = desk.journal.add_person("Jun", desk.now).id
    write(desk, [told(desk, 3, 3, mina, jun, heard="call")])
    card = open_card()
    assert "Last heard: Wednesday, Mina, Jun" in words(card)
    write(desk, [told(desk, 1, 3, heard="face-to-face")])
    card.refresh()
    assert "Last heard: Friday" in words(card)


def test_who_was_put_away_is_not_named(desk: Desk, open_card: Open) -> None:
    mina = desk.journal.add_person("Mina", desk.now).id
    write(desk, [told(desk, 9, 3, mina, heard="call")])
    with desk.journal.connection as connection:
        connection.execute("UPDATE people SET put_away_at = '2026-11-20T00:00:00.000Z'")
    assert not [line for line in words(open_card()) if "heard" in line.lower() or "Mina" in line]


def test_a_name_that_looks_like_markup_is_told_as_it_was_typed(desk: Desk, open_card: Open) -> None:
    name = "<b>Bo</b>, Maximiliane-Friederike von und zu Hohenlohe"
    person = desk.journal.add_person(name, desk.now).id
    write(desk, [told(desk, 1, 3, person, heard="call")])
    (label,) = (one for one in open_card().findChildren(QLabel) if name in one.accessibleName())
    assert name in QTextDocumentFragment.fromHtml(label.toolTip()).toPlainText()


def test_a_long_name_is_shortened_and_told_whole(desk: Desk, open_card: Open) -> None:
    name = "Maximiliane-Friederike von und zu Hohenlohe"
    person = desk.journal.add_person(name, desk.now).id
    write(desk, [told(desk, 1, 3, person, heard="call")])
    card = open_card()
    (label,) = (one for one in card.findChildren(QLabel) if name in one.accessibleName())
    assert label.text().endswith("…") and name in label.toolTip()
    answer = pressable(card, "Answer")
    assert card.body.width() == WIDTH and answer.geometry().left() >= label.geometry().right()


def test_it_follows_answers_midnight_and_language(desk: Desk, open_card: Open) -> None:
    card = open_card()
    assert "Saturday: no mood told" in words(card)
    write(desk, [told(desk, 0, 4)])
    desk.program.state_changed.emit()
    assert "Saturday: Light" in words(card)
    first = card.accessibleName()
    card.follow_clock()
    assert card.accessibleName() == first
    desk.later(timedelta(days=1))
    card.follow_clock()
    assert "Sunday: no mood told" in words(card) and card.accessibleName() != first
    desk.program.language = "ko"
    desk.program.language_changed.emit()
    assert any("가벼워요" in line for line in words(card))
    desk.later(timedelta(days=1))
    card.follow_clock()
    assert not any("가벼워요" in line for line in words(card))


@pytest.mark.parametrize("closed", [True, False])
def test_without_the_journal_it_says_nothing_of_the_person_and_offers_nothing(
    desk: Desk, open_card: Open, closed: bool
) -> None:
    mina = desk.journal.add_person("Mina", desk.now).id
    write(desk, [told(desk, 1, 1, mina, heard="call")])
    card, opened = open_card(), desk.program.opened
    assert opened is not None

    def fail() -> str:
        raise JournalError(JournalTrouble.UNREACHABLE, str(desk.path))

    desk.program.opened = None if closed else replace(opened, seed=fail)
    desk.program.state_changed.emit()
    assert words(card) == ["This week", "There is nothing to show here for now."]
    assert not pressable(card, "Answer").isVisible()
    desk.program.opened = opened
    desk.program.state_changed.emit()
    assert "Friday: Heavy" in words(card) and pressable(card, "Answer").isVisible()


def test_every_control_has_a_name_and_does_what_it_says(desk: Desk, open_card: Open) -> None:
    card = open_card()
    buttons = card.findChildren(QPushButton)
    assert {one.accessibleName() for one in buttons} == {"Answer", "Hide the desk card"}
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in buttons)
    wanted: list[bool] = []
    desk.program.check_in_wanted.connect(lambda: wanted.append(True))
    pressable(card, "Answer").click()
    assert wanted
    for act in (
        lambda: pressable(card, "Hide the desk card").click(),
        lambda: QTest.keyClick(card, Qt.Key.Key_Escape),
        card.close,
    ):
        desk.program.change_settings(desk_card=True)
        act()
        assert not desk.program.settings.desk_card


def test_the_end_of_the_program_does_not_switch_it_off(desk: Desk, open_card: Open) -> None:
    card = open_card()
    desk.program.change_settings(desk_card=True)
    desk.program.ending = True
    assert card.close() and desk.program.settings.desk_card


def test_it_stands_where_it_was_dragged_to(desk: Desk, open_card: Open) -> None:
    card = open_card()
    free = QGuiApplication.primaryScreen().availableGeometry()
    x, y = free.right() + 1 - 24 - WIDTH, free.top() + 24
    assert corner_of(card) == (x, y)
    drag(card, QPoint(-200, 150))
    place = desk.program.settings.desk_card_place
    assert corner_of(card) == (x - 200, y + 150)
    assert place.screen == QGuiApplication.primaryScreen().name() and (place.across, place.down) == (224, 174)
    assert corner_of(open_card()) == (x - 200, y + 150)


def test_a_click_moves_nothing_and_the_screen_holds_it(desk: Desk, open_card: Open) -> None:
    card = open_card()
    drag(card, QPoint(2, 2))
    assert desk.program.settings.desk_card_place == DeskPlace()
    drag(card, QPoint(5000, 5000))
    free = QGuiApplication.primaryScreen().availableGeometry()
    assert corner_of(card) == (free.right() + 1 - WIDTH, free.bottom() + 1 - card.body.height())
    assert str(desk.program.settings.desk_card_place).startswith("bottom-right 0 0")


def test_it_grows_away_from_its_corner(desk: Desk, open_card: Open) -> None:
    desk.program.change_settings(desk_card_place=DeskPlace(Corner.BOTTOM_LEFT, 30, 40))
    card = open_card()
    free = QGuiApplication.primaryScreen().availableGeometry()
    bottom = free.bottom() + 1 - 40
    assert corner_of(card)[1] + card.body.height() == bottom
    desk.program.opened = None
    card.refresh()
    assert corner_of(card) == (free.left() + 30, bottom - card.body.height())


@pytest.mark.parametrize("place", [DeskPlace(Corner.TOP_LEFT, 5, 5, "A screen that is gone")])
def test_on_a_screen_that_is_gone_it_takes_the_usual_corner_and_forgets_nothing(
    desk: Desk, open_card: Open, place: DeskPlace
) -> None:
    usual = corner_of(open_card())
    desk.program.change_settings(desk_card_place=place)
    assert corner_of(open_card()) == usual
    assert desk.program.settings.desk_card_place == place


def test_a_place_outside_the_screen_is_put_right(desk: Desk, open_card: Open) -> None:
    desk.program.change_settings(desk_card_place=DeskPlace(Corner.TOP_LEFT, 90_000, 90_000))
    card = open_card()
    free = QGuiApplication.primaryScreen().availableGeometry()
    assert free.contains(QPoint(*corner_of(card))) and free.contains(card.geometry().center())


def test_arrow_keys_move_it(desk: Desk, open_card: Open) -> None:
    card = open_card()
    x, y = corner_of(card)
    QTest.keyClick(card, Qt.Key.Key_Left)
    QTest.keyClick(card, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert corner_of(card) == (x - 16, y + 1)
    assert (desk.program.settings.desk_card_place.across, desk.program.settings.desk_card_place.down) == (40, 25)
