"""How figures are worked out: every chart has its text in both languages, and the texts name the code's own numbers."""

import re
from pathlib import Path

import pytest

from herwidget.core.explanations import parse_explanations
from herwidget.core.history import differences, quieter
from herwidget.core.history.slow_average import HALF_LIFE_DAYS
from herwidget.core.signals import detector
from herwidget.core.signals.budget import QUIET_DAYS
from herwidget.core.signals.figure import LEAST_DAYS
from herwidget.core.signals.sensitivity import Sensitivity
from herwidget.core.signals.tuning import TUNINGS
from herwidget.core.stepping_back import HEARD_DAYS_OF_A_FULL_WEEK, WEEKS_TO_A_SLOWER_PACE, WEEKS_WITHOUT_ANYBODY
from herwidget.core.time_taken import MOST_OF_A_CHECK_IN

FILE = Path(__file__).parents[2] / "resources" / "help" / "figures.toml"
TOLD = parse_explanations(FILE.read_text(encoding="utf-8"))
LANGUAGES = ("en", "ko")


def text(name: str, language: str) -> str:
    return "\n".join(one.of(language) for one in TOLD[name].paragraphs)


def test_each_figure_is_explained_in_both_languages() -> None:
    assert set(TOLD) == {"thread", "year", "rhythm", "people", "fortnight", "time"}
    for one in TOLD.values():
        assert one.paragraphs
        for sentence in (one.title, *one.paragraphs):
            assert sentence.en.strip() and sentence.ko.strip()
            assert sentence.en.isascii() or "“" in sentence.en, "the English text holds another language"
            assert any("가" <= letter <= "힣" for letter in sentence.ko)


@pytest.mark.parametrize("name", ["people", "fortnight"])
def test_the_least_pairs_are_those_of_the_code(name: str) -> None:
    assert f"from {differences.LEAST_PAIRS} pairs on" in text(name, "en")
    assert f"쌍이 {differences.LEAST_PAIRS}개 이상" in text(name, "ko")


def test_a_little_is_that_of_the_code() -> None:
    assert differences.A_LITTLE == 0.5
    assert "less than half a step is “a little”" in text("people", "en")
    assert "반 단계보다 작으면 “조금”" in text("people", "ko")


def test_quieter_weeks_are_those_of_the_code() -> None:
    assert (quieter.WINDOW_DAYS, quieter.USUAL_DAYS) == (14, 182)
    english, korean = text("thread", "en"), text("thread", "ko")
    for words in ("fourteen days", "at most half as often", "half year before"):
        assert words in english
    assert f"at least {quieter.LEAST_TOLD_IN_WINDOW} days" in english
    assert f"{quieter.LEAST_TOLD_BEFORE} in the half year" in english
    assert f"열나흘 중 {quieter.LEAST_TOLD_IN_WINDOW}일, 앞선 반년 중 {quieter.LEAST_TOLD_BEFORE}일" in korean


def test_the_slow_average_halves_in_a_week() -> None:
    assert HALF_LIFE_DAYS == 7
    assert "half as much as one a week later" in text("thread", "en")


def test_fortnights_are_those_of_the_code() -> None:
    assert "last 14 days are set beside the 14 before" in text("fortnight", "en")
    assert "지난 14일을 그 앞의 14일" in text("fortnight", "ko")


def test_the_time_taken_and_the_weeks_of_stepping_back_are_those_of_the_code() -> None:
    most, (english, korean) = MOST_OF_A_CHECK_IN.seconds // 60, (text("time", language) for language in LANGUAGES)
    assert f"never for more than {most} minutes" in english and f"하나에 {most}분까지만" in korean
    weeks, days = WEEKS_TO_A_SLOWER_PACE, HEARD_DAYS_OF_A_FULL_WEEK
    assert (
        f"After {weeks} weeks" in english and f"on {days} days or more" in english and f"after {weeks} more" in english
    )
    assert f"{days}일 이상인 주가 {weeks}주 이어지면" in korean and f"{weeks}주 더 이어지면" in korean
    assert f"or {WEEKS_WITHOUT_ANYBODY} weeks tell of nobody" in english
    assert f"{WEEKS_WITHOUT_ANYBODY}주 동안 들어준 사람이 없으면" in korean


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interval_is_named(language: str) -> None:
    assert "95" in text("people", language) and "95" in text("fortnight", language)


@pytest.mark.parametrize(
    "broken",
    [
        "[a]\nparagraphs = []",
        '[a]\ntitle = { en = "A" }\nparagraphs = []',
        '[a]\ntitle = { en = "A", ko = "가" }',
        '[a]\ntitle = "A"\nparagraphs = []',
        "a = 1",
        "[a",
    ],
)
def test_a_broken_text_is_refused(broken: str) -> None:
    with pytest.raises(ValueError):
        parse_explanations(broken)


def test_how_it_notices_names_the_numbers_of_the_code() -> None:
    told = parse_explanations((FILE.parent / "notices.toml").read_text(encoding="utf-8"))["notices"]
    for language in LANGUAGES:
        numbers = {int(one) for paragraph in told.paragraphs for one in re.findall(r"\d+", paragraph.of(language))}
        smoothing = round(100 * TUNINGS[Sensitivity.USUAL].smoothing)
        assert {detector.FIRST_DAYS, LEAST_DAYS, int(detector.FAR), smoothing, QUIET_DAYS} <= numbers
