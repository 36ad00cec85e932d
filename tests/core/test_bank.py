"""The question bank that is shipped: whole, gently worded, and enough for months."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings

from herwidget.core.prompts import PromptKind, StepName
from herwidget.core.questions import AnswerType, Bank, Dimension, HeardHow, Outcome, Question, Text, parse_bank
from tests.core.diary import (
    DayPlan,
    assert_closeness_every_second_day,
    assert_none_returns_within_a_fortnight_while_another_is_left,
    assert_softness_after_heaviness,
    assert_solitude_every_week,
    live,
    seeds,
    weeks,
)

FOLDER = Path(__file__).parents[2] / "resources" / "questions"

IDEAS = {
    *("1a", "1b", "1c", "1d", "1e"),
    *("2a", "2b", "2c", "2d", "2e", "2f"),
    *("3a", "3b", "3c", "3d", "3e", "3f", "3g"),
    *("4a", "4b", "4c", "4d", "4e", "4f", "4g"),
}
LONGEST_ENGLISH, LONGEST_KOREAN = 90, 45
MOST_OPTIONS = 5  # the keys 1 to 5 answer
# What a question never says: no duty, no speaker, nothing of the film.
BANNED_ENGLISH = re.compile(
    r"\b(should|must|have to|has to|ought|I|me|my|we|us|our|film|movie|essay|Samantha|Theodore|AI|A\.I\.)\b",
    re.IGNORECASE,
)
BANNED_KOREAN = re.compile(
    r"해야|돼야|되어야|인공지능|에세이|사만다|테오도르|(?<![가-힣])(나는|저는|제가|내가|우리|저희|영화)|\bAI\b",
    re.ASCII,
)
# Asked how much, a person is told that there is some; loneliness is asked after as whether, or between two ends.
PRESUMING_ENGLISH = re.compile(
    r"\bhow (?:much|lonely|alone|empty|far)\b|^(?!If ).*\b(?:your|the) (?:last )?(?:lonely|empty) hours?\b",
    re.IGNORECASE,
)
PRESUMING_KOREAN = re.compile(r"얼마나 (?:외로|멀|비어|그리|스며)|(?:외로움|느낌)이 얼마나|외로웠을 때")
# Address that is not polite, and a sentence that ends in another style than -요.
IMPOLITE_KOREAN = re.compile(r"당신|너는|네가|[^요][?.]")


@cache
def bank() -> Bank:
    """The bank in `resources/questions`."""
    return parse_bank({path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.toml")})


def asked() -> Iterator[Question]:
    """Every question and every fixed step."""
    yield from bank().by_id.values()


def labels() -> Iterator[tuple[str, Text]]:
    """What stands at the ends of scales and on options, with the id of the question."""
    for question in asked():
        ends = [end for end in (question.low, question.high) if end is not None]
        yield from ((question.id, label) for label in (*ends, *(choice.label for choice in question.choices)))


def test_there_are_questions_enough() -> None:
    assert len(bank().questions) >= 60


def test_every_idea_of_the_essay_is_told_and_no_other() -> None:
    assert set(bank().ideas) == IDEAS
    assert all(idea.part == int(idea.id[0]) for idea in bank().ideas.values())


def test_every_idea_has_two_questions_or_more() -> None:
    drawn = Counter(question.idea.id for question in bank().questions)
    assert {idea for idea in IDEAS if drawn[idea] < 2} == set()


def test_every_dimension_is_asked_about() -> None:
    assert {question.dimension for question in asked()} == set(Dimension)


def test_questions_fit_the_card() -> None:
    too_long = [q.id for q in asked() if len(q.text.en) > LONGEST_ENGLISH or len(q.text.ko) > LONGEST_KOREAN]
    assert too_long == []


def test_questions_end_as_questions_do() -> None:
    assert [question.id for question in asked() if not question.text.en.endswith("?")] == []
    assert [question.id for question in asked() if not question.text.ko.endswith(("요?", "요."))] == []


def test_questions_say_none_of_the_words_that_push_or_speak_of_themselves_or_of_the_film() -> None:
    assert [question.text.en for question in asked() if BANNED_ENGLISH.search(question.text.en)] == []
    assert [question.text.ko for question in asked() if BANNED_KOREAN.search(question.text.ko)] == []


def test_loneliness_is_never_presumed() -> None:
    about = [question.text for question in bank().questions if question.dimension is Dimension.LONELINESS]
    named = re.compile(r"\b(?:lonely|loneliness|empty)\b|외로")
    about += [one.text for one in bank().questions if named.search(f"{one.text.en} {one.text.ko}")]
    assert [text.en for text in about if PRESUMING_ENGLISH.search(text.en)] == []
    assert [text.ko for text in about if PRESUMING_KOREAN.search(text.ko)] == []


def test_korean_is_polite_throughout() -> None:
    assert [question.text.ko for question in asked() if IMPOLITE_KOREAN.search(question.text.ko)] == []


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (BANNED_ENGLISH, "What should you do?"),
        (BANNED_ENGLISH, "How do I feel to you?"),
        (BANNED_ENGLISH, "Would an AI do?"),
        (BANNED_KOREAN, "무엇을 해야 할까요?"),
        (BANNED_KOREAN, "우리는 오늘 어땠나요?"),
        (BANNED_KOREAN, "AI에게 말했나요?"),
        (PRESUMING_ENGLISH, "How much loneliness has slipped in since this morning?"),
        (PRESUMING_ENGLISH, "Around other people, how alone have you felt?"),
        (PRESUMING_ENGLISH, "What got you through your last lonely hour?"),
        (PRESUMING_KOREAN, "아침부터 외로움이 얼마나 스며들었나요?"),
        (PRESUMING_KOREAN, "오늘은 얼마나 외로운가요?"),
        (IMPOLITE_KOREAN, "오늘 어땠니?"),
        (IMPOLITE_KOREAN, "당신은 오늘 어땠나요?"),
        (IMPOLITE_KOREAN, "오늘 힘들었습니까? 말해도 좋아요."),
    ],
)
def test_the_rules_for_words_catch_what_they_are_for(rule: re.Pattern[str], sentence: str) -> None:
    assert rule.search(sentence)


@pytest.mark.parametrize("sentence", ["누구를 만나는 게 좋아요?", "기억나는 얼굴이 있어요?", "여우리본을 봤어요?"])
def test_a_word_within_another_is_not_banned(sentence: str) -> None:
    assert not BANNED_KOREAN.search(sentence)


def test_options_and_ends_speak_of_no_film_either() -> None:
    of_the_film = re.compile(r"\b(film|essay|Samantha|Theodore)\b|에세이|사만다|테오도르", re.IGNORECASE)
    assert [(name, label) for name, label in labels() if of_the_film.search(f"{label.en} {label.ko}")] == []


def test_both_languages_are_written_and_tidy() -> None:
    texts = [question.text for question in asked()] + [label for _, label in labels()]
    for text in texts:
        assert re.search(r"[a-z]", text.en), text
        assert re.search(r"[가-힣]", text.ko), text
        assert not re.search(r"[가-힣]", text.en), text
        assert all(sentence == " ".join(sentence.split()) for sentence in (text.en, text.ko)), text


def test_no_question_is_there_twice() -> None:
    for language in ("en", "ko"):
        said = Counter(question.text.of(language) for question in bank().questions)
        assert [text for text, times in said.items() if times > 1] == []


def test_scales_have_ends_and_choices_have_options() -> None:
    for question in bank().questions:
        has_ends = question.low is not None and question.high is not None
        assert has_ends == (question.answer is AnswerType.SCALE), question.id
        assert (2 <= len(question.choices) <= MOST_OPTIONS) == (question.answer is AnswerType.CHOICE), question.id
        assert question.low != question.high or not has_ends, question.id


def test_no_other_question_has_the_options_that_tell_who_heard_the_person() -> None:
    others = [question for question in bank().questions if PromptKind.EVENING not in question.moments]
    assert [(q.id, choice.id) for q in others for choice in q.choices if choice.id in set(HeardHow)] == []


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_two_options_of_a_question_read_the_same(language: str) -> None:
    for question in asked():
        said = [choice.label.of(language) for choice in question.choices]
        assert len(set(said)) == len(said), question.id


def test_every_moment_has_questions_and_soft_ones_among_them() -> None:
    for kind in PromptKind:
        of_kind = bank().for_moment(kind)
        assert len(of_kind) >= 4, kind
        assert sum(question.soft for question in of_kind) >= 2, kind
    assert all(question.moments for question in bank().questions)


def test_weekly_questions_come_from_the_closing_questions_too() -> None:
    assert {"3e", "3f", "3g"} <= {question.idea.id for question in bank().for_moment(PromptKind.WEEK)}


def test_the_fixed_steps_are_there() -> None:
    steps = bank().steps
    assert set(steps) == {StepName.MOOD, StepName.CONNECTED, StepName.HEARD, StepName.REACHED}
    assert [choice.id for choice in steps[StepName.REACHED].choices] == list(Outcome)
    assert [choice.label.en for choice in steps[StepName.MOOD].choices] == ["Heavy", "Low", "Even", "Light", "Warm"]
    assert [choice.id for choice in steps[StepName.HEARD].choices] == list(HeardHow)
    connected = steps[StepName.CONNECTED]
    assert connected.low is not None
    assert connected.high is not None
    assert (connected.low.en, connected.high.en) == ("far from everyone", "close to someone")


@settings(max_examples=40)
@given(weeks(), seeds)
def test_the_bank_lasts_for_months_with_every_promise_kept(days: list[DayPlan], seed: str) -> None:
    lived = live(bank(), days, seed)
    assert all(put.fresh for put in lived)
    assert_none_returns_within_a_fortnight_while_another_is_left(lived)
    assert_softness_after_heaviness(lived)
    assert_closeness_every_second_day(lived)
    assert_solitude_every_week(lived)


@pytest.mark.parametrize("gap", [0, 1, 6])
@pytest.mark.parametrize("heavy", [(False,), (True,), (False, False), (True, True), (True, False)])
def test_the_promises_are_kept_in_a_steady_rhythm(gap: int, heavy: tuple[bool, ...]) -> None:
    lived = live(bank(), [DayPlan(gap, heavy)] * 120, "seed")
    assert all(put.fresh for put in lived)
    assert_none_returns_within_a_fortnight_while_another_is_left(lived)
    assert_softness_after_heaviness(lived)
    assert_closeness_every_second_day(lived)
    assert_solitude_every_week(lived)
