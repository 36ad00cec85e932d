"""A check-in step by step, with a real journal behind it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from herwidget.core.prompts import PromptKind, StepName
from herwidget.core.questions import AnswerType, HeardHow
from tests.services.clockwork import HOUR, MINUTE, ZONE, Desk, at


@pytest.mark.parametrize(
    ("kind", "steps"),
    [
        (PromptKind.DAY, [StepName.MOOD, StepName.QUESTION]),
        (PromptKind.EVENING, [StepName.MOOD, StepName.CONNECTED, StepName.HEARD]),
        (PromptKind.WEEK, [StepName.QUESTION]),
    ],
)
def test_each_kind_has_its_steps(desk: Desk, kind: PromptKind, steps: list[StepName]) -> None:
    check_in = desk.check_in(kind)
    walked = []
    while not check_in.over:
        walked.append(check_in.step)
        assert check_in.question().text.en
        assert check_in.is_last == (len(walked) == len(steps))
        assert check_in.can_go_back == (len(walked) > 1)
        check_in.go_on()
    assert walked == steps


def test_every_answer_is_kept_when_keep_returns(desk: Desk) -> None:
    check_in = desk.check_in(PromptKind.EVENING)
    mina = check_in.add_person("Mina")
    check_in.keep(value=4, note=" a walk ")
    assert desk.journal.answers_of(check_in.prompt.id)[0].note == "a walk"
    check_in.go_on()
    desk.clock.go(MINUTE)
    check_in.keep(value=70)
    check_in.go_on()
    check_in.question()
    check_in.keep(choice=HeardHow.CALL, people=(mina.id,))
    kept = desk.journal.answers_of(check_in.prompt.id)
    assert [(answer.step, answer.value, answer.choice, answer.people) for answer in kept] == [
        (StepName.MOOD, 4, None, ()),
        (StepName.CONNECTED, 70, None, ()),
        (StepName.HEARD, None, HeardHow.CALL, (mina.id,)),
    ]
    check_in.go_on()
    assert check_in.over
    assert desk.taken_away == [check_in]
    prompt = desk.journal.prompt(check_in.prompt.id)
    assert (prompt.answered_at, prompt.closed_at) == (at("10:20"), at("10:21"))
    assert prompt.skipped_at is prompt.expired_at is None


def test_words_of_the_week_are_kept(desk: Desk) -> None:
    check_in = desk.check_in(PromptKind.WEEK)
    assert check_in.question().answer is AnswerType.WORDS
    check_in.keep(words="  오늘은 조금\n지쳤어요 \n")
    (answer,) = desk.journal.answers_of(check_in.prompt.id)
    assert answer.words == "오늘은 조금\n지쳤어요"


def test_answer_that_says_nothing_takes_the_earlier_one_back(desk: Desk) -> None:
    check_in = desk.check_in()
    check_in.keep(value=3)
    check_in.keep()
    assert desk.journal.answers_of(check_in.prompt.id) == ()
    assert not check_in.answered
    check_in.close()
    assert desk.journal.prompt(check_in.prompt.id).skipped_at is not None


def test_skip_leaves_a_step_unanswered_and_takes_back_what_was_there(desk: Desk) -> None:
    check_in = desk.check_in()
    check_in.keep(value=3)
    check_in.skip()
    assert check_in.step is StepName.QUESTION
    assert desk.journal.answers_of(check_in.prompt.id) == ()
    check_in.skip()
    assert check_in.over
    prompt = desk.journal.prompt(check_in.prompt.id)
    assert prompt.skipped_at == prompt.closed_at == desk.clock.now


def test_back_shows_what_was_kept_and_the_answer_can_be_changed(desk: Desk) -> None:
    check_in = desk.check_in()
    check_in.keep(value=2)
    check_in.go_on()
    check_in.back()
    assert check_in.answer is not None
    assert check_in.answer.value == 2
    check_in.keep(value=5)
    check_in.back()
    assert check_in.index == 0, "before the first step there is none"
    assert [answer.value for answer in desk.journal.answers_of(check_in.prompt.id)] == [5]


def test_the_same_question_stands_however_often_it_is_looked_at(desk: Desk) -> None:
    check_in = desk.check_in()
    check_in.keep(value=3)
    check_in.go_on()
    first = check_in.question()
    check_in.back()
    check_in.go_on()
    assert check_in.question() == first
    assert desk.journal.prompt(check_in.prompt.id).question_id == first.id


def test_heavy_mood_leads_to_a_soft_question(desk: Desk) -> None:
    check_in = desk.check_in()
    check_in.keep(value=1)
    check_in.go_on()
    assert check_in.question().soft


def test_mood_that_turns_heavy_after_going_back_leads_to_a_soft_question(desk: Desk) -> None:
    was_soft = True
    while was_soft:  # not every question is
        check_in = desk.check_in()
        check_in.keep(value=3)
        check_in.go_on()
        was_soft = check_in.question().soft
        check_in.back()
        check_in.keep(value=1)
        check_in.go_on()
        assert check_in.question().soft
        assert desk.journal.prompt(check_in.prompt.id).question_id == check_in.question().id
        check_in.close()


def test_answered_question_stays_when_the_mood_turns_heavy(desk: Desk) -> None:
    check_in = desk.check_in()
    check_in.keep(value=3)
    check_in.go_on()
    asked = check_in.question()
    check_in.keep(note="said")
    check_in.back()
    check_in.keep(value=1)
    check_in.go_on()
    assert check_in.question() == asked


@pytest.mark.parametrize(("later", "is_soft"), [(2 * HOUR, True), (19 * HOUR, False)])
def test_heavy_mood_of_an_earlier_check_in_counts_for_a_day(desk: Desk, later: timedelta, is_soft: bool) -> None:
    check_in = desk.check_in()
    check_in.keep(value=1)
    check_in.close()
    desk.clock.go(later)
    soft = set()
    for _ in range(12):
        check_in = desk.check_in()
        check_in.skip()
        soft.add(check_in.question().soft)
        check_in.close()
    assert (soft == {True}) is is_soft


def test_later_keeps_what_was_answered_and_ends_it_for_now(desk: Desk) -> None:
    check_in = desk.check_in()
    check_in.keep(value=4)
    check_in.later(at("10:50"))
    assert desk.taken_away == [check_in]
    prompt = desk.journal.prompt(check_in.prompt.id)
    assert (prompt.later_at, prompt.later_until) == (at("10:20"), at("10:50"))
    assert prompt.put_off
    assert [answer.value for answer in desk.journal.answers_of(prompt.id)] == [4]


@pytest.mark.parametrize("answered", [True, False])
def test_untouched_check_in_expires_as_answered_only_when_it_was(desk: Desk, answered: bool) -> None:
    check_in = desk.check_in()
    if answered:
        check_in.keep(value=4)
    check_in.expire()
    prompt = desk.journal.prompt(check_in.prompt.id)
    assert prompt.closed_at == desk.clock.now
    assert (prompt.expired_at is None) is answered
    assert prompt.skipped_at is None


def test_ended_check_in_says_so_once(desk: Desk) -> None:
    check_in = desk.check_in()
    check_in.close()
    check_in.abandon()
    check_in.expire()
    assert desk.taken_away == [check_in]
    assert desk.journal.prompt(check_in.prompt.id).expired_at is None


def test_check_in_is_taken_up_at_its_first_unanswered_step(desk: Desk) -> None:
    check_in = desk.check_in(PromptKind.EVENING)
    check_in.keep(value=4)
    check_in.go_on()
    check_in.go_on()
    check_in.keep(choice=HeardHow.WRITING)
    again = type(check_in)(check_in.prompt, desk.journal, desk.bank, desk.clock, lambda: ZONE, desk.taken_away.append)
    assert again.step is StepName.CONNECTED
    again.keep(value=10)
    again.go_on()
    assert again.answer is not None
    assert again.answer.choice == HeardHow.WRITING


def test_every_move_touches_it(desk: Desk) -> None:
    check_in = desk.check_in()
    moves: list[Callable[[], None]] = [
        lambda: check_in.keep(value=2),
        check_in.go_on,
        check_in.back,
        check_in.skip,
        check_in.touch,
    ]
    for move in moves:
        desk.clock.go(MINUTE)
        move()
        assert check_in.touched_at == desk.clock.now
