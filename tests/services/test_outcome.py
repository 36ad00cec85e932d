"""What became of a suggestion is asked once, first, at the next check-in, and kept as an ordinary answer."""

from datetime import timedelta

import pytest

from herwidget.core.local_time import local_day
from herwidget.core.people import Person
from herwidget.core.ports import JournalError
from herwidget.core.prompts import PromptKind, StepAnswer, StepName
from herwidget.core.questions import Bank, Outcome
from herwidget.core.suggestion import Suggestion, SuggestionAnswer
from herwidget.journal.people import JournalPeople
from herwidget.journal.suggestions import JournalSuggestions
from herwidget.services.asker import Asker
from herwidget.services.check_in import OUTCOME_WAITS, CheckIn
from tests.services.clockwork import HOUR, MINUTE, ZONE, Desk, at, planned, unwritable

DAY = timedelta(days=1)


class Afterwards:
    """The day after Mina was written to, with an asker that knows of it."""

    def __init__(self, desk: Desk, answer: SuggestionAnswer = SuggestionAnswer.WROTE) -> None:
        self.desk, self.suggestions = desk, JournalSuggestions(desk.journal)
        self.mina: Person = desk.journal.add_person("Mina", desk.clock.now)
        self.suggest(self.mina, answer)
        self.desk.clock.go(DAY)
        self.start()

    def start(self) -> None:
        """The program's start."""
        desk = self.desk
        desk.asker = Asker(
            desk.journal,
            desk.bank,
            lambda: desk.settings,
            desk.clock,
            lambda: ZONE,
            desk,
            desk.put.append,
            desk.taken_away.append,
            self.suggestions,
        )

    def suggest(self, person: Person, answer: SuggestionAnswer) -> Suggestion:
        now = self.desk.clock.now
        made = self.suggestions.add(local_day(now, ZONE), now, person.id, by_hand=False)
        self.suggestions.answer(made.id, answer, now, person.id)
        return made

    def check_in(self) -> CheckIn:
        return self.desk.asker.begin_by_hand()

    def outcome(self) -> tuple[Outcome | None, int | None]:
        one = self.suggestions.since()[0]
        return one.outcome, one.left


@pytest.fixture
def after(desk: Desk) -> Afterwards:
    return Afterwards(desk)


def end(check_in: CheckIn) -> None:
    while not check_in.over:
        check_in.skip()


def test_it_is_the_first_step_and_named_after_the_person(after: Afterwards) -> None:
    check_in = after.check_in()
    assert check_in.steps == (StepName.REACHED, StepName.MOOD, StepName.QUESTION)
    assert check_in.question().text.of("en") == "Did you get to Mina?"
    assert check_in.question().text.of("ko") == "Mina와 연락이 닿았나요?"
    assert [choice.id for choice in check_in.question().choices] == list(Outcome)


@pytest.mark.parametrize("kind", PromptKind)
def test_whatever_kind_of_check_in_comes_next(after: Afterwards, kind: PromptKind) -> None:
    desk, now = after.desk, after.desk.clock.now
    prompt = desk.journal.add_prompt(kind, local_day(now, ZONE), None, now, now, ZONE)
    check_in = CheckIn(prompt, desk.journal, desk.bank, desk.clock, lambda: ZONE, lambda _: None, after.suggestions)
    assert check_in.steps[0] is StepName.REACHED


def test_yes_is_kept_with_how_it_left_the_person(after: Afterwards) -> None:
    check_in = after.check_in()
    check_in.keep(choice=Outcome.YES)
    check_in.keep(choice=Outcome.YES, value=5, note="an hour on the phone")
    (kept,) = after.desk.journal.answers_of(check_in.prompt.id)
    assert kept == StepAnswer(
        StepName.REACHED, "reached", "reached", 5, Outcome.YES, (after.mina.id,), note="an hour on the phone"
    )
    assert after.outcome() == (Outcome.YES, 5)
    check_in.go_on()
    assert check_in.step is StepName.MOOD


@pytest.mark.parametrize("outcome", [Outcome.NOT_YET, Outcome.RATHER_NOT])
def test_without_a_yes_there_is_nothing_that_left_the_person_so(after: Afterwards, outcome: Outcome) -> None:
    check_in = after.check_in()
    check_in.keep(choice=outcome, value=5)
    assert after.outcome() == (outcome, None)


def test_somebody_who_did_already_is_only_asked_how_it_left_them(desk: Desk) -> None:
    after = Afterwards(desk, SuggestionAnswer.DID)
    check_in = after.check_in()
    assert check_in.question().text.of("en") == "How did it leave you to be in touch with Mina?"
    assert check_in.question().choices == ()
    check_in.keep(value=4)
    assert after.outcome() == (Outcome.YES, 4)


@pytest.mark.parametrize("answer", [SuggestionAnswer.NOT_NOW, SuggestionAnswer.NOT_PERSON, SuggestionAnswer.STOPPED])
def test_what_was_not_acted_upon_is_not_asked(desk: Desk, answer: SuggestionAnswer) -> None:
    assert StepName.REACHED not in Afterwards(desk, answer).check_in().steps


@pytest.mark.parametrize("way", ["answer", "skip", "close", "go on", "rather not"])
def test_it_is_asked_once_whatever_is_answered(after: Afterwards, way: str) -> None:
    check_in = after.check_in()
    if way == "answer":
        check_in.keep(choice=Outcome.YES)
    elif way == "skip":
        check_in.skip()
    elif way == "close":
        check_in.close()
    elif way == "go on":
        check_in.go_on()
    else:
        check_in.keep(choice=Outcome.RATHER_NOT)
        check_in.go_on()
    if not check_in.over:
        end(check_in)
    after.desk.clock.go(2 * HOUR)
    assert StepName.REACHED not in after.check_in().steps


def test_a_card_that_nobody_touched_did_not_ask(after: Afterwards) -> None:
    after.check_in().expire()
    after.desk.clock.go(2 * HOUR)
    assert after.check_in().steps[0] is StepName.REACHED


def test_put_off_it_comes_back_with_the_card(after: Afterwards) -> None:
    after.check_in().later(after.desk.clock.now + 30 * MINUTE)
    after.desk.clock.go(30 * MINUTE)
    assert after.check_in().step is StepName.REACHED


def test_answered_and_put_off_it_is_there_to_be_gone_back_to(after: Afterwards) -> None:
    first = after.check_in()
    first.keep(choice=Outcome.NOT_YET)
    first.go_on()
    first.later(after.desk.clock.now + 30 * MINUTE)
    again = after.check_in()
    assert again.step is StepName.MOOD
    again.back()
    assert again.answer is not None and again.answer.choice == Outcome.NOT_YET
    again.keep(choice=Outcome.YES, value=3)
    assert after.outcome() == (Outcome.YES, 3)


def test_skipped_and_put_off_it_does_not_come_back(after: Afterwards) -> None:
    first = after.check_in()
    first.skip()
    first.later(after.desk.clock.now + 30 * MINUTE)
    assert StepName.REACHED not in after.check_in().steps


def test_the_program_may_end_in_between(after: Afterwards) -> None:
    first = after.check_in()
    first.keep(choice=Outcome.YES, value=4)
    after.start()
    after.desk.asker.resume()
    again = after.desk.put[-1]
    assert again.prompt.id == first.prompt.id
    assert again.steps[0] is StepName.REACHED and again.step is StepName.MOOD


def test_going_back_after_a_skip_it_can_be_answered(after: Afterwards) -> None:
    check_in = after.check_in()
    check_in.skip()
    check_in.back()
    check_in.keep(choice=Outcome.YES, value=2)
    assert after.outcome() == (Outcome.YES, 2)
    check_in.skip()
    assert after.outcome() == (None, None)


@pytest.mark.parametrize("days", [20, 21])
def test_after_three_weeks_it_is_not_asked(after: Afterwards, days: int) -> None:
    after.desk.clock.go(days * DAY)
    assert (StepName.REACHED in after.check_in().steps) == (days == 20)


def test_nobody_is_asked_about_somebody_who_was_put_away(after: Afterwards) -> None:
    JournalPeople(after.desk.journal).put_away(after.mina.id, after.desk.clock.now)
    assert StepName.REACHED not in after.check_in().steps


def test_two_people_are_asked_about_one_after_the_other(after: Afterwards) -> None:
    jun = after.desk.journal.add_person("준", after.desk.clock.now)
    after.suggest(jun, SuggestionAnswer.CALLED)
    after.desk.clock.go(OUTCOME_WAITS)
    first = after.check_in()
    assert first.question().text.of("ko") == "준과 연락이 닿았나요?"
    end(first)
    assert after.check_in().question().text.of("en") == "Did you get to Mina?"


def test_a_planned_question_asks_it_too(desk: Desk) -> None:
    after = Afterwards(desk)
    slot = planned(local_day(desk.clock.now, ZONE))[0]
    desk.clock.now = slot.planned_at - 6 * MINUTE
    desk.tick_until(slot.planned_at + MINUTE)
    assert desk.put[-1].steps[0] is StepName.REACHED
    assert after.outcome() == (None, None)


def test_what_cannot_be_written_can_be_tried_again(after: Afterwards) -> None:
    check_in = after.check_in()
    with unwritable(after.desk.journal), pytest.raises(JournalError):
        check_in.keep(choice=Outcome.YES, value=4)
    check_in.keep(choice=Outcome.YES, value=4)
    assert after.outcome() == (Outcome.YES, 4)


def test_without_suggestions_a_check_in_is_as_ever(desk: Desk, bank: Bank) -> None:
    assert StepName.REACHED not in desk.check_in().steps
    assert bank.steps[StepName.REACHED].text.of("en") == "Did you get to each other?"
    assert at("10:20") == desk.clock.now
