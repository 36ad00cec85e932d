"""The desk card's place holds whatever becomes of the screen; its question is gentle and the same all day."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.desk_place import Box, Corner, DeskPlace
from herwidget.core.desk_question import desk_question
from herwidget.core.prompts import PromptKind
from herwidget.core.questions import Bank, Dimension, parse_bank

SCREEN = Box(1920, 24, 1280, 776)
WIDTH, HEIGHT = 300, 170
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "questions"
BANK = parse_bank({path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.toml")})

screens = st.builds(
    Box, st.integers(-4000, 4000), st.integers(-4000, 4000), st.integers(320, 4000), st.integers(200, 4000)
)


@given(screens, st.data())
def test_a_card_comes_back_to_where_it_was_put(screen: Box, data: st.DataObject) -> None:
    x = data.draw(st.integers(screen.x, screen.x + screen.width - WIDTH))
    y = data.draw(st.integers(screen.y, screen.y + screen.height - HEIGHT))
    place = DeskPlace.nearest(screen, Box(x, y, WIDTH, HEIGHT), " DP-1  left ")
    assert place.is_on("DP-1 left") and place.on(screen, WIDTH, HEIGHT) == (x, y)
    assert DeskPlace.parse(str(place)) == place


@given(screens, st.sampled_from(Corner), st.integers(0, 9999), st.integers(0, 9999))
def test_wherever_it_is_said_to_be_the_card_is_on_its_screen(
    screen: Box, corner: Corner, across: int, down: int
) -> None:
    x, y = DeskPlace(corner, across, down).on(screen, WIDTH, HEIGHT)
    assert screen.x <= x <= screen.x + screen.width - WIDTH
    assert screen.y <= y <= screen.y + screen.height - HEIGHT


def test_the_place_is_told_from_the_nearest_corner_and_moves_with_it() -> None:
    place = DeskPlace.nearest(SCREEN, Box(1920 + 1280 - 310, 24 + 776 - 190, WIDTH, HEIGHT), "DP-1")
    assert str(place) == "bottom-right 10 20 DP-1"
    assert place.on(Box(0, 0, 800, 600), WIDTH, HEIGHT) == (800 - 310, 600 - 190)


def test_without_a_place_it_is_the_right_upper_corner() -> None:
    assert DeskPlace().on(SCREEN, WIDTH, HEIGHT) == (1920 + 1280 - 24 - WIDTH, 24 + 24)


def test_the_question_is_gentle_the_same_all_day_and_another_every_day() -> None:
    first = date(2026, 1, 1)
    questions = [desk_question(BANK, first + timedelta(days=days), "7") for days in range(14)]
    assert questions == [desk_question(BANK, first + timedelta(days=days), "7") for days in range(14)]
    assert len({one.id for one in questions if one}) == 14
    for one in questions:
        assert one is not None and one.soft and PromptKind.DAY in one.moments
        assert one.dimension not in (Dimension.LONELINESS, Dimension.MOOD)
    assert questions != [desk_question(BANK, first + timedelta(days=days), "8") for days in range(14)]


def test_a_bank_without_gentle_questions_gives_none() -> None:
    assert desk_question(Bank(BANK.ideas, (), BANK.steps), date(2026, 1, 1), "7") is None
