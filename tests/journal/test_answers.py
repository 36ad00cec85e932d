"""Every answer comes back exactly, whatever was written in it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.prompts import StepAnswer, StepName
from herwidget.journal.journal import Journal
from tests.journal.examples import MINUTE, NOW, SEOUL, TODAY, all_words, ask, entries, mood, say

PEOPLE = (1, 2, 3)
WORDS = [
    "오늘은 조금 외로웠어요 🌧️",
    "👩‍❤️‍👩 e\u0301 é",
    "'; DROP TABLE answers; --",
    "a\0b\0",
    "\n\t \u2028",
    "\U0010ffff",
    "",
]

some_text = st.text(max_size=40) | st.sampled_from(WORDS)
any_answer = st.builds(
    StepAnswer,
    step=st.sampled_from(StepName),
    question_id=some_text,
    dimension=some_text,
    value=st.none() | st.integers(0, 100) | st.sampled_from([-(2**63), 2**63 - 1]),
    choice=st.none() | some_text,
    people=st.lists(st.sampled_from(PEOPLE), max_size=5).map(tuple),
    words=some_text,
    note=some_text,
)


@pytest.fixture(scope="module")
def used_journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """One journal for all the examples of a test, with three people."""
    opened = Journal(tmp_path_factory.mktemp("used") / "journal.sqlite")
    assert tuple(opened.add_person(name, NOW).id for name in ("민지", "Ana", "🦊")) == PEOPLE
    yield opened
    opened.close()


@given(st.lists(any_answer, min_size=1, max_size=4))
def test_whatever_is_answered_comes_back(used_journal: Journal, answers: list[StepAnswer]) -> None:
    prompt_id = ask(used_journal).id
    kept: dict[StepName, StepAnswer] = {}
    for answer in answers:
        used_journal.save_answer(prompt_id, answer, NOW, SEOUL)
        kept[answer.step] = answer
    assert used_journal.answers_of(prompt_id) == tuple(kept.values())


@pytest.mark.parametrize("words", WORDS)
def test_words_come_back_to_the_letter(journal: Journal, words: str) -> None:
    say(journal, words)
    assert all_words(journal) == [words]


def test_long_words_come_back(journal: Journal) -> None:
    words = "가나다 🎈\n" * 200_000
    say(journal, words)
    assert all_words(journal) == [words]


def test_half_an_emoji_is_refused_and_the_earlier_answer_stays(journal: Journal) -> None:
    """Qt gives no lone surrogates; should one come all the same, nothing is dropped or replaced in silence."""
    prompt_id = say(journal, "before")
    with pytest.raises(ValueError, match="surrogates not allowed"):
        journal.save_answer(prompt_id, mood(words="after \ud83c"), NOW, SEOUL)
    assert journal.answers_of(prompt_id) == (mood(words="before"),)
    journal.save_answer(prompt_id, mood(words="after"), NOW, SEOUL)
    assert journal.answers_of(prompt_id) == (mood(words="after"),)


def test_a_second_answer_takes_the_place_of_the_first_with_all_that_belonged_to_it(journal: Journal) -> None:
    first, second = (journal.add_person(name, NOW).id for name in ("민지", "Ana"))
    prompt_id = ask(journal).id
    journal.save_answer(prompt_id, mood(2, "하나", (first, second)), NOW, SEOUL)
    journal.save_answer(prompt_id, StepAnswer(StepName.QUESTION, "q", "d", choice="yes"), NOW, SEOUL)
    journal.save_answer(prompt_id, mood(4, "둘", (second,)), NOW + MINUTE, SEOUL)
    assert journal.answers_of(prompt_id) == (
        mood(4, "둘", (second,)),
        StepAnswer(StepName.QUESTION, "q", "d", choice="yes"),
    )
    assert journal.counts()["answers"] == 2


def test_people_keep_the_order_they_were_chosen_in(journal: Journal) -> None:
    people = tuple(journal.add_person(name, NOW).id for name in "abc")
    prompt_id = ask(journal).id
    journal.save_answer(prompt_id, mood(people=people[::-1]), NOW, SEOUL)
    assert journal.answers_of(prompt_id)[0].people == people[::-1]


def test_a_prompt_is_answered_when_its_first_step_is(journal: Journal) -> None:
    prompt_id = ask(journal).id
    assert journal.prompt(prompt_id).answered_at is None
    journal.save_answer(prompt_id, mood(), NOW, SEOUL)
    journal.save_answer(prompt_id, replace(mood(), step=StepName.HEARD), NOW + MINUTE, SEOUL)
    assert journal.prompt(prompt_id).answered_at == NOW


def test_an_answer_taken_back_is_forgotten_and_the_last_one_unanswers_the_prompt(journal: Journal) -> None:
    person = journal.add_person("민지", NOW).id
    prompt_id = ask(journal).id
    heard = replace(mood(), step=StepName.HEARD, people=(person,))
    for answer in (mood(people=(person,)), heard):
        journal.save_answer(prompt_id, answer, NOW, SEOUL)
    journal.remove_answer(prompt_id, StepName.MOOD)
    assert journal.answers_of(prompt_id) == (heard,)
    assert journal.prompt(prompt_id).answered_at == NOW
    journal.remove_answer(prompt_id, StepName.HEARD)
    journal.remove_answer(prompt_id, StepName.HEARD)
    assert journal.answers_of(prompt_id) == ()
    assert journal.prompt(prompt_id).answered_at is None
    assert journal.connection.execute("SELECT count(*) FROM answer_people").fetchone()[0] == 0


def test_taking_back_leaves_other_prompts_alone(journal: Journal) -> None:
    mine, other = say(journal, "mine"), say(journal, "other")
    journal.remove_answer(mine, StepName.MOOD)
    assert journal.answers_of(other) == (mood(words="other"),)
    assert journal.prompt(other).answered_at == NOW


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Pacific/Kiritimati", date(2026, 11, 25)),
        ("Asia/Seoul", date(2026, 11, 24)),
        ("Europe/Berlin", date(2026, 11, 24)),
        ("Pacific/Pago_Pago", date(2026, 11, 23)),
    ],
)
def test_an_answer_belongs_to_the_day_where_the_person_is(journal: Journal, zone: str, day: date) -> None:
    at = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
    prompt_id = ask(journal).id
    journal.save_answer(prompt_id, mood(), at, zone)
    assert [(one.day, one.moment, one.answer) for one in entries(journal)] == [(day, at, mood())]
    assert journal.first_day() == day


def test_the_first_day_is_that_of_the_oldest_answer(journal: Journal) -> None:
    for days in (1, 3, 2):
        say(journal, f"{days} days ago", NOW - timedelta(days=days))
    assert all_words(journal) == ["3 days ago", "2 days ago", "1 days ago"]
    assert journal.first_day() == TODAY - timedelta(days=3)


def test_a_journal_without_answers_has_no_first_day_and_no_mood(journal: Journal) -> None:
    ask(journal)
    assert journal.first_day() is None
    assert journal.last_mood_since(NOW) is None
    assert journal.counts() == {"prompts": 1, "answers": 0, "answered": 0}


def test_the_last_mood_is_the_newest_that_was_given(journal: Journal) -> None:
    for minutes, value in ((0, 2), (2, 5), (1, 1)):
        prompt_id = ask(journal).id
        journal.save_answer(prompt_id, mood(value), NOW + minutes * MINUTE, SEOUL)
    journal.save_answer(prompt_id, StepAnswer(StepName.HEARD, "heard", "d", 90), NOW + 3 * MINUTE, SEOUL)
    journal.save_answer(ask(journal).id, replace(mood(), value=None, words="…"), NOW + 3 * MINUTE, SEOUL)
    assert journal.last_mood_since(NOW) == 5
    assert journal.last_mood_since(NOW + 2 * MINUTE) == 5
    assert journal.last_mood_since(NOW + 2 * MINUTE + timedelta(milliseconds=1)) is None
    assert journal.counts() == {"prompts": 4, "answers": 5, "answered": 4}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("value", "much"),
        ("value", 2.5),
        ("words", None),
        ("words", b"bytes"),
        ("people", ("민지",)),
        ("people", (99,)),
        ("dimension", None),
    ],
)
def test_what_breaks_a_rule_of_the_tables_is_refused_whole(journal: Journal, field: str, value: Any) -> None:
    prompt_id = say(journal, "before")
    with pytest.raises(ValueError, match="the journal does not take this"):
        journal.save_answer(prompt_id, replace(mood(), **{field: value}), NOW, SEOUL)
    assert journal.answers_of(prompt_id) == (mood(words="before"),)
    assert not journal.connection.in_transaction


def test_an_answer_needs_its_prompt(journal: Journal) -> None:
    with pytest.raises(ValueError, match="FOREIGN KEY"):
        journal.save_answer(7, mood(), NOW, SEOUL)
    assert journal.counts()["answers"] == 0
