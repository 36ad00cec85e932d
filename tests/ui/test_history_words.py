"""Figures in words: what is said of a difference and what its numbers show is the same."""

import pytest
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from herwidget.core.history.differences import Difference, Direction
from herwidget.ui.history_words import day_count, heard_count, interval_numbers, interval_words, mood_count
from herwidget.ui.words import keep_words, unbroken


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (0.2, 0.6, ("+0.4", "+0.2", "+0.6")),
        (0.05, 0.75, ("+0.4", "+0.1", "+0.8")),
        (0.04, 0.76, ("+0.40", "+0.04", "+0.76")),
        (0.004, 0.796, ("+0.400", "+0.004", "+0.796")),
        (-0.76, -0.04, ("−0.40", "−0.76", "−0.04")),
        (-0.6, -0.2, ("−0.4", "−0.6", "−0.2")),
        (-0.04, 0.84, ("+0.4", "0.0", "+0.8")),
        (0.0, 0.8, ("+0.4", "0.0", "+0.8")),
    ],
)
def test_an_interval_shows_on_which_side_of_nothing_it_lies(
    low: float, high: float, shown: tuple[str, str, str]
) -> None:
    assert interval_numbers(Difference(9, (low + high) / 2, low, high), "en") == shown


@pytest.mark.parametrize("language", ["en", "ko"])
def test_lighter_and_heavier_are_never_beside_a_zero(language: str) -> None:
    for end in (0.001 * step for step in range(1, 120)):
        lighter, heavier = Difference(9, end + 0.3, end, end + 0.6), Difference(9, -end - 0.3, -end - 0.6, -end)
        assert (lighter.direction, heavier.direction) == (Direction.LIGHTER, Direction.HEAVIER)
        assert all(text.startswith("+") for text in interval_numbers(lighter, language))
        assert all(text.startswith("−") for text in interval_numbers(heavier, language))
        assert interval_numbers(lighter, language)[1] in interval_words(lighter, language)


def test_one_is_told_as_one() -> None:
    assert [mood_count(count) for count in (0, 1, 2)] == ["0 moods", "1 mood", "2 moods"]
    assert [day_count(count) for count in (0, 1, 2)] == ["0 days", "1 day", "2 days"]


def test_too_few_pairs_have_no_interval() -> None:
    assert interval_numbers(Difference(7), "en") == ("–", "–", "–")
    assert interval_words(Difference(7), "en") == ""


def test_days_of_which_it_was_said_whether_somebody_heard_are_not_the_days_told_of() -> None:
    assert [heard_count(*counts) for counts in ((0, 0), (0, 1), (1, 1), (0, 9), (1, 9), (7, 9))] == [
        "Whether someone heard you was not told.",
        "On one day you said whether someone heard you; no one did.",
        "On one day you said whether someone heard you; someone did.",
        "On 9 days you said whether someone heard you; on none of them did anyone.",
        "On 9 days you said whether someone heard you; on one of them someone did.",
        "On 9 days you said whether someone heard you; on 7 someone did.",
    ]


def test_the_days_somebody_heard_are_told_in_korean(korean_words: None) -> None:
    assert [heard_count(*counts) for counts in ((0, 0), (0, 1), (1, 1), (0, 9), (1, 9), (7, 9))] == [
        "누군가 들어줬는지는 남기지 않았어요.",
        "누군가 들어줬는지 하루 남겼고, 그날 들어준 사람은 없었어요.",
        "누군가 들어줬는지 하루 남겼고, 그날 누군가 들어줬어요.",
        "누군가 들어줬는지 남긴 날은 9일이고, 그중 들어준 사람이 있던 날은 없었어요.",
        "누군가 들어줬는지 남긴 날은 9일이고, 그중 하루는 누군가 들어줬어요.",
        "누군가 들어줬는지 남긴 날은 9일이고, 그중 7일은 누군가 들어줬어요.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mood: from Low to Light, mean 3.2, n = 2",
        "+0.1 steps of mood, 95 % interval −0.5 to +0.7, n = 11 pairs",
        "n = 30일, 하루 마음의 평균은 1~5 중 3.3 정도예요. 마음 +0.1단계, n = 11쌍",
    ],
)
def test_a_count_stays_together_at_the_end_of_a_line(application: QApplication, text: str) -> None:
    shown = keep_words(text)
    assert shown.replace("\u2060", "").replace("\u00a0", " ") == text
    for width in range(40, 400, 7):
        layout = QTextLayout(shown)
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(shown[line.textStart() : line.textStart() + line.textLength()])
        layout.endLayout()
        assert "|".join(lines).count("n\u00a0=\u00a0") == text.count("n = ")


@pytest.mark.parametrize("text", ["", "in = 2", "n = many", "a sum: 2 = 2", "n=2"])
def test_what_is_no_count_is_left_as_it_is(text: str) -> None:
    assert unbroken(text) == text
