"""A journal that does not take an answer leaves the check-in where it was, to try the same again."""

import contextlib
from collections.abc import Callable

import pytest

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.core.prompts import PromptKind, StepName
from herwidget.journal.journal import Journal
from herwidget.services.check_in import CheckIn
from tests.services.clockwork import Desk, at, held, unwritable

Trouble = Callable[[Journal], contextlib.AbstractContextManager[None]]


@pytest.fixture(params=[unwritable, held])
def trouble(request: pytest.FixtureRequest) -> Trouble:
    """A way in which a journal refuses."""
    made: Trouble = request.param
    return made


def test_each_trouble_has_its_name(desk: Desk) -> None:
    for trouble, name in ((unwritable, JournalTrouble.READ_ONLY), (held, JournalTrouble.LOCKED)):
        with trouble(desk.journal), pytest.raises(JournalError) as caught:
            desk.check_in()
        assert caught.value.trouble is name


def test_answer_that_was_refused_can_be_kept_again(desk: Desk, trouble: Trouble) -> None:
    check_in = desk.check_in()
    check_in.keep(value=2)
    with trouble(desk.journal), pytest.raises(JournalError):
        check_in.keep(value=4)
    assert check_in.step is StepName.MOOD
    assert check_in.answer is not None
    assert check_in.answer.value == 2, "what the journal has, not what it refused"
    check_in.keep(value=4)
    assert [answer.value for answer in desk.journal.answers_of(check_in.prompt.id)] == [4]


def test_question_that_could_not_be_written_down_is_chosen_again(desk: Desk, trouble: Trouble) -> None:
    check_in = desk.check_in()
    check_in.keep(value=3)
    check_in.go_on()
    with trouble(desk.journal), pytest.raises(JournalError):
        check_in.question()
    assert check_in.step is StepName.QUESTION
    assert desk.journal.prompt(check_in.prompt.id).question_id is None
    asked = check_in.question()
    assert desk.journal.prompt(check_in.prompt.id).question_id == asked.id


def test_skip_that_was_refused_leaves_the_answer(desk: Desk, trouble: Trouble) -> None:
    check_in = desk.check_in()
    check_in.keep(value=2)
    with trouble(desk.journal), pytest.raises(JournalError):
        check_in.skip()
    assert (check_in.step, check_in.answered) == (StepName.MOOD, True)
    check_in.skip()
    assert (check_in.step, check_in.answered) == (StepName.QUESTION, False)


ENDINGS: list[Callable[[CheckIn], None]] = [
    CheckIn.close,
    CheckIn.expire,
    CheckIn.skip,
    lambda check_in: check_in.later(at("10:50")),
]


@pytest.mark.parametrize("end", ENDINGS, ids=["close", "expire", "skip", "later"])
def test_end_that_was_refused_can_be_tried_again(desk: Desk, trouble: Trouble, end: Callable[[CheckIn], None]) -> None:
    check_in = desk.check_in(PromptKind.WEEK)
    check_in.question()
    with trouble(desk.journal), pytest.raises(JournalError):
        end(check_in)
    assert not check_in.over
    assert desk.taken_away == []
    assert desk.journal.prompt(check_in.prompt.id).open
    end(check_in)
    assert check_in.over
    assert desk.taken_away == [check_in]


def test_check_in_can_be_let_go_without_the_journal(desk: Desk, trouble: Trouble) -> None:
    check_in = desk.check_in()
    check_in.keep(value=2)
    with trouble(desk.journal):
        check_in.abandon()
    assert desk.taken_away == [check_in]
    assert [answer.value for answer in desk.journal.answers_of(check_in.prompt.id)] == [2]


def test_tick_that_was_refused_is_made_up_for_by_the_next(desk: Desk, trouble: Trouble) -> None:
    desk.tick_until(at("12:48"))
    desk.clock.now = at("12:49")
    with trouble(desk.journal), pytest.raises(JournalError):
        desk.asker.tick()
    assert desk.put == []
    desk.tick_until(at("12:50"))
    (check_in,) = desk.put
    assert check_in.prompt.planned_at == at("12:49")
