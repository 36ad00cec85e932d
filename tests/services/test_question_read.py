"""An answer is kept under the question that the person read, whatever becomes of the mood meanwhile."""

import pytest

from herwidget.core.choosing import choose_question
from herwidget.core.prompts import PromptKind
from herwidget.core.questions import Bank
from herwidget.services.check_in import CheckIn
from tests.services.clockwork import TUESDAY, Desk


@pytest.fixture
def check_in(desk: Desk, bank: Bank) -> CheckIn:
    """At a question that is not soft, with a light mood."""
    seeds = (str(number) for number in range(1000))
    kind = PromptKind.DAY
    seed = next(one for one in seeds if not choose_question(bank, kind, TUESDAY, (), one, after_heavy=False).soft)
    desk.journal.connection.execute("UPDATE facts SET value = ? WHERE name = 'seed'", (seed,))
    desk.journal.connection.commit()
    begun = desk.check_in()
    begun.go_on()
    assert not begun.question().soft
    return begun


def kept_under(check_in: CheckIn) -> str:
    """The question of the answer kept for the step shown now."""
    assert check_in.answer is not None
    return check_in.answer.question_id


def test_an_answer_taken_back_and_given_anew_belongs_to_the_question_that_stands_there(check_in: CheckIn) -> None:
    """A chip is let go and another one taken: the card goes on showing the question it showed."""
    check_in.keep(words="said")
    check_in.back()
    check_in.keep(value=1)
    check_in.go_on()
    question = check_in.question()
    check_in.keep()
    check_in.keep(words="said otherwise")
    assert kept_under(check_in) == question.id


def test_a_heavy_mood_kept_elsewhere_does_not_change_the_question_being_answered(desk: Desk, check_in: CheckIn) -> None:
    """A check-in in the terminal, while the card stands there."""
    question = check_in.question()
    desk.check_in().keep(value=1)
    check_in.keep(words="said")
    assert kept_under(check_in) == question.id
