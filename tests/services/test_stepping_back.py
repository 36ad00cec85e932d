"""Stepping back with the real asker and journal: slower as weeks are full of people, as usual again after a rise."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

import pytest

from herwidget.core.local_time import local_day
from herwidget.core.prompts import PromptKind, StepName
from herwidget.core.questions import AnswerType, Bank, HeardHow
from herwidget.core.settings import Settings
from herwidget.core.stepping_back import Pace
from herwidget.journal.journal import Journal
from herwidget.journal.readings import JournalReadings
from herwidget.journal.suggestions import JournalSuggestions
from herwidget.services.asker import Asker
from herwidget.services.check_in import CheckIn
from herwidget.services.pacing import Pacing
from tests.services.clockwork import HOUR, LONG_AGO, MINUTE, TUESDAY, ZONE, Desk, FakeClock, at, planned

MONDAY = date(2026, 1, 5)
DAY = timedelta(days=1)
# Five days of the week with somebody; closeness and mood move a little, as they do.
HEARD_ON = (0, 1, 3, 4, 5)


@dataclass
class Year:
    """Somebody who answers whatever comes, from MONDAY on."""

    journal: Journal
    bank: Bank
    settings: Settings = field(default_factory=Settings)
    far: bool = False
    put: list[CheckIn] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.journal.connection.execute("PRAGMA synchronous = OFF")
        self.clock = FakeClock(at("08:00", MONDAY))
        self.suggestions = JournalSuggestions(self.journal)
        self.pacing = Pacing(JournalReadings(self.journal), self.suggestions, lambda: self.settings)
        self.start()

    def start(self) -> None:
        """The program starts, with the same journal."""
        self.asker = Asker(
            self.journal,
            self.bank,
            lambda: self.settings,
            self.clock,
            lambda: ZONE,
            self,
            self.put.append,
            lambda _check_in: None,
            paces=self.pacing,
        )

    def busy(self) -> None:
        """Always there."""

    @property
    def today(self) -> date:
        return local_day(self.clock.now, ZONE)

    def live_until(self, moment: datetime) -> None:
        """At each moment that the person is told of, the clock ticks, and what is put is answered."""
        while (coming := self.asker.next_moment()) is not None and coming < moment:
            self.clock.now = max(self.clock.now, coming - 6 * MINUTE)
            while not self.put:
                assert self.clock.now < coming + 6 * MINUTE, "it comes when it was said to come"
                self.clock.go(MINUTE)
                self.asker.tick()
            self.answer(self.put.pop())
        self.clock.now = max(self.clock.now, moment)

    def live_through(self, weeks: int) -> list[Pace]:
        """Whole weeks pass; the pace on the noon of each day."""
        paces = []
        for _ in range(7 * weeks):
            self.live_until(at("12:00", self.today))
            paces.append(self.asker.pace())
            self.live_until(at("08:00", self.today + DAY))
        return paces

    def answer(self, check_in: CheckIn) -> None:
        """Answer each step from how the day is."""
        day = self.today
        sway = (day.toordinal() * 7) % 11
        while not check_in.over:
            question = check_in.question()
            if check_in.step is StepName.MOOD:
                check_in.keep(value=1 if self.far else 4 - (sway > 7))
            elif check_in.step is StepName.HEARD:
                heard = not self.far and day.weekday() in HEARD_ON
                check_in.keep(choice=HeardHow.CALL if heard else HeardHow.NOT_YET)
            elif question.answer is AnswerType.SCALE and check_in.step is StepName.CONNECTED:
                check_in.keep(value=4 if self.far else 65 + sway)
            check_in.go_on()

    def asked(self) -> Counter[date]:
        """How many questions came on each day."""
        prompts = self.journal.prompts_since(LONG_AGO)
        return Counter(prompt.plan_day for prompt in prompts if prompt.shown_at is not None)


@pytest.fixture
def year(journal: Journal, bank: Bank) -> Year:
    return Year(journal, bank)


def begins(paces: list[Pace]) -> Iterator[tuple[int, Pace]]:
    """On which days another pace begins."""
    for number, pace in enumerate(paces):
        if not number or pace is not paces[number - 1]:
            yield number, pace


def test_a_year_steps_back_twice_and_is_back_as_usual_after_a_rise(year: Year) -> None:
    paces = year.live_through(30)
    (_, usual), (one, one_a_day), (three, three_a_week) = begins(paces)
    assert (usual, one_a_day, three_a_week) == (Pace.USUAL, Pace.ONE_A_DAY, Pace.THREE_A_WEEK)
    assert one % 7 == 0 and one >= 28 + 28, "the usual has to be known first"
    assert three == one + 28
    year.far = True
    paces += year.live_through(4)
    year.far = False
    paces += year.live_through(18)
    *_, (back, usual), (again, slower), (last, slowest) = begins(paces)
    assert (usual, slower, slowest) == (Pace.USUAL, Pace.ONE_A_DAY, Pace.THREE_A_WEEK)
    assert 7 * 30 < back <= 7 * 33
    assert again % 7 == 0 and again >= back + 28 and last == again + 28
    asked = year.asked()
    for number, pace in enumerate(paces):
        count = asked[MONDAY + number * DAY]
        assert count in {Pace.USUAL: (2,), Pace.ONE_A_DAY: (1,), Pace.THREE_A_WEEK: (0, 1)}[pace]
    by_week = Counter((day - MONDAY).days // 7 for day in asked.elements())
    assert {by_week[week] for week in range(three // 7, 30)} == {3}


def test_what_is_asked_in_a_rise_comes_from_the_next_day_on(year: Year) -> None:
    year.live_through(20)
    year.far = True
    while year.asker.pace() is not Pace.USUAL:
        before = year.asked()[year.today]
        year.live_until(at("08:00", year.today + DAY))
    risen = year.today - DAY
    assert before == 0 and year.asked()[risen] == 1, "the plan of the day did not shift"
    year.live_until(at("08:00", year.today + DAY))
    assert year.asked()[risen + DAY] == 2


@pytest.mark.parametrize("weeks", [14, 20])
def test_a_restart_plans_the_day_as_it_began(year: Year, weeks: int) -> None:
    year.live_through(weeks)
    year.far = True
    for _ in range(20):
        year.live_until(at("21:59", year.today))
        running = year.asker.pace(), year.asker.next_moment()
        year.start()
        assert (year.asker.pace(), year.asker.next_moment()) == running
        year.live_until(at("08:00", year.today + DAY))
    assert running[0] is Pace.USUAL


def test_who_does_not_want_less_is_asked_as_usual_at_once(year: Year) -> None:
    year.live_through(20)
    assert year.asker.pace() is Pace.THREE_A_WEEK
    year.settings = replace(year.settings, ask_less=False)
    assert year.asker.pace() is Pace.USUAL
    days = {year.today + number * DAY for number in range(3)}
    year.live_through(1)
    asked = year.asked()
    assert {asked[day] for day in days} == {2}


@pytest.mark.parametrize(("chosen", "slow"), [(0, 0), (1, 3), (3, 3)])
def test_never_more_than_chosen(year: Year, chosen: int, slow: int) -> None:
    year.live_through(20)
    year.settings = replace(year.settings, check_ins_a_day=chosen)
    monday = year.today
    year.live_through(1)
    asked = year.asked()
    assert sum(asked[monday + number * DAY] for number in range(7)) == slow


def test_this_is_my_new_usual_begins_the_count_anew(year: Year) -> None:
    year.live_through(20)
    assert year.asker.pace() is Pace.THREE_A_WEEK
    year.suggestions.add_new_usual(year.today, year.clock.now)
    paces = year.live_through(9)
    assert set(paces[7:56]) == {Pace.USUAL}
    assert paces[-1] is Pace.ONE_A_DAY


def test_the_evening_is_what_is_left_of_two(desk: Desk) -> None:
    desk.asker = Asker(
        desk.journal, desk.bank, lambda: desk.settings, desk.clock, lambda: ZONE, desk, desk.put.append,
        desk.taken_away.append, paces=lambda days: [Pace.ONE_A_DAY] * len(days),
    )  # fmt: skip
    assert desk.asker.next_moment() == planned()[-1].planned_at
    desk.tick_until(at("23:00"))
    assert [(one.plan_day, one.kind) for one in desk.prompts()] == [(TUESDAY, PromptKind.EVENING)]


@pytest.mark.parametrize("known", list(Pace))
def test_the_days_are_read_when_one_begins_and_when_a_check_in_may_have_changed_tomorrow(
    desk: Desk, known: Pace
) -> None:
    read: list[list[date]] = []

    def paces(days: Sequence[date]) -> list[Pace]:
        read.append(list(days))
        return [known] * len(days)

    desk.asker = Asker(
        desk.journal, desk.bank, lambda: desk.settings, desk.clock, lambda: ZONE, desk, desk.put.append,
        desk.taken_away.append, paces=paces,
    )  # fmt: skip
    desk.tick_until(at("11:00"))
    assert read == [[TUESDAY - DAY, TUESDAY, TUESDAY + DAY]]
    desk.asker.begin_by_hand().close()
    desk.tick_until(desk.clock.now + HOUR)
    # As usual today, tomorrow can only be so too: a slower pace begins on a Monday.
    assert read[1:] == ([] if known is Pace.USUAL else [[TUESDAY + DAY]])
    desk.clock.now = at("00:00", TUESDAY + DAY)
    desk.asker.tick()
    assert read[-1][0] == TUESDAY + DAY
