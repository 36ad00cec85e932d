"""Whom a suggestion to reach out names, and what is remembered of one.

The order follows what is known:

- Under a third of people wrote to an old friend even when they wanted to and had the address; writing to somebody close
  first raised it by two thirds (Aknin & Sandstrom 2024, doi 10.1038/s44271-024-00075-8). So an easy person comes
  first, and an old friend after a first success.
- Loneliness can hurt more in the wrong company (doi 10.1007/s10902-023-00661-3). So it is a certain person, after whom
  this one was lighter, and never first somebody after whom it was clearly heavier.
- Who is written to appreciates it more than the writer expects (Liu, Rim, Min & Min 2023, doi 10.1037/pspi0000402), and
  a call bonds more than text and is no more awkward than feared (Kumar & Epley 2021, doi 10.1037/xge0000962). So a
  person of whom nothing was told yet is offered too, and a call stands beside the writing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from herwidget.core.first_lines import FirstLine, Register
from herwidget.core.history.differences import Difference, Direction
from herwidget.core.people import Person
from herwidget.core.questions import Outcome
from herwidget.core.signals.reasons import Verdict
from herwidget.core.suggestion import REACHED_OUT, Suggestion, SuggestionAnswer

EASY_DAYS = 60
"""Who heard this person within so many days is near enough to be written to without much thought."""
OLD_FRIEND_DAYS = 90
"""Who has not heard this person for so many days is an old friend."""
NOT_THIS_PERSON_DAYS = 90
"""For so long "Not this person" holds."""
_LEFT_LIGHTER = 4


class Nearness(StrEnum):
    """How near a person is, from what was told."""

    EASY = "easy"
    """Heard this person within 60 days, and it was not clearly heavier after."""
    BETWEEN = "between"
    """The last time was more than 60 and less than 90 days ago."""
    UNTOLD = "untold"
    """Nothing was told of them yet."""
    OLD_FRIEND = "old-friend"
    """The last time was 90 days ago or more."""
    HEAVIER = "heavier"
    """It was clearly heavier after them."""


@dataclass(frozen=True)
class OfferedPerson:
    """A person whom a suggestion offers, with what was told of them and the lines to begin with.

    `lines` are in every register, those of `register` to be shown first; the first of a register is the one proposed.
    """

    person: Person
    nearness: Nearness
    last_heard: date | None
    difference: Difference
    register: Register
    lines: Mapping[Register, tuple[FirstLine, ...]]


@dataclass(frozen=True)
class OfferedSuggestion:
    """A suggestion to be shown. The first of `people` is proposed, the others are "someone else"; none may be there.

    `list_empty` tells that nobody is on the person's list at all. `verdict` is None where nothing was told yet.
    """

    suggestion: Suggestion
    verdict: Verdict | None
    people: tuple[OfferedPerson, ...] = ()
    list_empty: bool = False


def nearness(
    person: int, last_heard: Mapping[int, date], differences: Mapping[int, Difference], today: date
) -> Nearness:
    """How near a person is on the day `today`."""
    told = differences.get(person)
    if told is not None and told.direction is Direction.HEAVIER:
        return Nearness.HEAVIER
    last = last_heard.get(person)
    if last is None:
        return Nearness.UNTOLD
    ago = (today - last).days
    if ago <= EASY_DAYS:
        return Nearness.EASY
    return Nearness.OLD_FRIEND if ago >= OLD_FRIEND_DAYS else Nearness.BETWEEN


def whom_to_suggest(
    people: Sequence[Person],
    last_heard: Mapping[int, date],
    differences: Mapping[int, Difference],
    suggestions: Sequence[Suggestion],
    today: date,
) -> tuple[Person, ...]:
    """The people to propose, the first of them first; empty where nobody is left who could be proposed first.

    - Easy people come before those not heard for longer, and those before the ones nothing was told of. Among equals:
      who left this person lighter when they last reached out; after whom it was clearly lighter; by the mean; the most
      recent; the list's order.
    - Whom the last suggestion named, and with whom "not yet" was the outcome twice in a row, goes behind the others.
    - An old friend goes behind all of these before the first success. After it, easy and old take turns.
    - After whom it was clearly heavier is never first, and last of all where somebody else is.
    - "Not this person" leaves a person out for 90 days.
    """
    told = sorted((one for one in suggestions if one.person is not None), key=lambda one: (one.made_at, one.id))
    left_out = {
        one.person
        for one in told
        if one.answer is SuggestionAnswer.NOT_PERSON and (today - one.day).days < NOT_THIS_PERSON_DAYS
    }
    candidates = {person: nearness(person.id, last_heard, differences, today) for person in people}
    candidates = {person: near for person, near in candidates.items() if person.id not in left_out}
    if all(near is Nearness.HEAVIER for near in candidates.values()):
        return ()
    first_success = next((place for place, one in enumerate(told) if one.outcome is Outcome.YES), None)
    is_old_friends_turn = first_success is not None and (len(told) - first_success) % 2 == 1
    ranks = [Nearness.EASY, Nearness.BETWEEN, Nearness.UNTOLD, Nearness.HEAVIER]
    ranks.insert(0 if is_old_friends_turn else 2, Nearness.OLD_FRIEND)
    last_named = told[-1].person if told else None

    def place(person: Person) -> tuple[bool, bool, bool, int, bool, bool, float, int]:
        near, outcomes = candidates[person], _outcomes(person.id, told)
        difference = differences.get(person.id, Difference(0))
        last = last_heard.get(person.id)
        not_yet_twice = [one.outcome for one in outcomes[-2:]] == [Outcome.NOT_YET] * 2
        return (
            near is Nearness.HEAVIER,
            near is Nearness.OLD_FRIEND and first_success is None,
            person.id == last_named or not_yet_twice,
            ranks.index(near),
            not (outcomes and outcomes[-1].outcome is Outcome.YES and (outcomes[-1].left or 0) >= _LEFT_LIGHTER),
            difference.direction is not Direction.LIGHTER,
            -(difference.mean or 0.0),
            -last.toordinal() if last else 0,
        )

    return tuple(sorted(candidates, key=place))


def manner_with(person: int, suggestions: Sequence[Suggestion]) -> tuple[str, Register] | None:
    """The language and register last taken with a person; None where none was yet."""
    taken = [one for one in suggestions if one.person == person and one.language and one.register is not None]
    if not taken:
        return None
    last = max(taken, key=lambda one: (one.made_at, one.id))
    assert last.register is not None
    return last.language, last.register


def last_suggestion_day(suggestions: Sequence[Suggestion]) -> date | None:
    """The day that the days of quiet are counted from: the last suggestion made, or reached out by hand."""
    days = [one.day for one in suggestions if not one.by_hand or one.answer in REACHED_OUT]
    return max(days, default=None)


def _outcomes(person: int, told: Sequence[Suggestion]) -> list[Suggestion]:
    """The suggestions of a person that were told what became of them, oldest first."""
    return [one for one in told if one.person == person and one.outcome is not None]
