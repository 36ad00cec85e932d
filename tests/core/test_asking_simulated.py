"""Made-up lives with Herwidget: clocks change, machines sleep, zones pass; every promise holds at every tick."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from enum import Enum, auto
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from herwidget.core.asking import SETTLING, Busy, Pause, later_choices
from herwidget.core.local_time import at_local_time
from herwidget.core.planner import MINIMUM_GAP
from herwidget.core.prompts import PromptKind
from herwidget.core.settings import Hours, Settings
from herwidget.core.stepping_back import Pace
from tests.core.life import MINUTE, Life
from tests.core.zones import CLOCK_CHANGES, ZONES, all_hours, days_somewhere

NEAR_AND_FAR = (*ZONES, "Pacific/Pago_Pago", "Pacific/Kiritimati", "Pacific/Honolulu")

some_settings = st.builds(
    Settings,
    check_ins_a_day=st.sampled_from([2, 3, 1, 0]),
    hours=st.one_of(st.just(Hours()), st.just(Hours(time(), time())), all_hours),
    silent_when_busy=st.booleans(),
)
MINUTES_ASLEEP = [1, 2, 3, 4, 10, 30, 60, 90, 120, 180, 240, 360, 480, 720, 1440, 2880, 7 * 1440]
MINUTES_SET = [-2880, -1440, -600, -150, -60, -20, -3, -2, -1, 1, 2, 3, 10, 60, 150, 600, 1440, 2880]


class Reaction(Enum):
    """What a person may do with a card."""

    ANSWERED = auto()
    BEGUN = auto()
    CLOSED = auto()
    LATER = auto()
    MUCH_LATER = auto()
    IN_THE_EVENING = auto()
    NOT_SEEN = auto()


WHICH_LATER = {Reaction.LATER: 0, Reaction.MUCH_LATER: 1, Reaction.IN_THE_EVENING: 2}


def react(life: Life, reaction: Reaction) -> None:
    """The person does it, where there is a card."""
    if life.card is None:
        return
    if reaction in (Reaction.ANSWERED, Reaction.BEGUN):
        life.answer(and_close=reaction is Reaction.ANSWERED)
    elif reaction is Reaction.CLOSED:
        life.skip()
    elif reaction in WHICH_LATER:
        choices = list(later_choices(life.now, life.zone, life.settings).values())
        if choices:
            life.put_off(choices[WHICH_LATER[reaction] % len(choices)])


class AnyLife(RuleBasedStateMachine):
    """Whatever may happen, in any order."""

    life: Life

    @initialize(somewhere=days_somewhere, hour=st.integers(0, 23), settings=some_settings)
    def begin(self, somewhere: tuple[date, str], hour: int, settings: Settings) -> None:
        day, zone = somewhere
        self.life = Life(at_local_time(day, time(hour), zone), zone, settings)

    @rule(minutes=st.sampled_from([1, 5, 16, 45]))
    def a_while_passes(self, minutes: int) -> None:
        self.life.let_pass(minutes)

    @rule(hours=st.integers(1, 30))
    def hours_pass(self, hours: int) -> None:
        self.life.let_pass(hours * 60, ticking_every=19)

    @rule(minutes=st.integers(0, 12))
    def it_is_almost_time_for_a_question(self, minutes: int) -> None:
        coming = self.life.next_moment
        if coming is not None:
            self.life.let_pass_until(coming - minutes * MINUTE)

    @rule(reactions=st.lists(st.sampled_from(Reaction), min_size=1, max_size=5))
    def questions_come(self, reactions: list[Reaction]) -> None:
        for reaction in reactions:
            self.life.let_pass_until_the_next_question()
            react(self.life, reaction)

    @precondition(lambda self: self.life.card is not None)
    @rule(reaction=st.sampled_from(Reaction))
    def the_card_is_met(self, reaction: Reaction) -> None:
        react(self.life, reaction)

    @rule(answered=st.booleans())
    def a_check_in_is_begun_by_hand(self, answered: bool) -> None:
        self.life.begin_by_hand()
        if answered:
            self.life.answer(and_close=True)

    @rule(hours=st.sampled_from([1, 3, 6, 12, 24, None]))
    def a_pause_begins(self, hours: int | None) -> None:
        self.life.pause = Pause(None if hours is None else self.life.now + timedelta(hours=hours))

    @precondition(lambda self: self.life.pause is not None)
    @rule()
    def the_pause_ends(self) -> None:
        self.life.pause = None

    @rule(busy=st.sampled_from(Busy))
    def the_person_is_busy(self, busy: Busy) -> None:
        self.life.busy = busy

    @precondition(lambda self: self.life.busy is not None)
    @rule()
    def the_person_is_free(self) -> None:
        self.life.busy = None

    @rule(settings=some_settings)
    def all_settings_change(self, settings: Settings) -> None:
        self.life.settings = settings

    @rule(check_ins=st.integers(1, 3), start=st.integers(8, 12), end=st.integers(21, 23))
    def the_days_plan_changes(self, check_ins: int, start: int, end: int) -> None:
        hours = Hours(time(start), time(end))
        self.life.settings = replace(self.life.settings, check_ins_a_day=check_ins, hours=hours)

    @rule(pace=st.sampled_from(Pace))
    def the_pace_changes(self, pace: Pace) -> None:
        self.life.pace = pace

    @rule(zone=st.sampled_from(NEAR_AND_FAR))
    def the_person_travels(self, zone: str) -> None:
        self.life.zone = zone

    @rule(minutes=st.sampled_from(MINUTES_SET))
    def the_clock_is_set(self, minutes: int) -> None:
        self.life.set_clock(minutes * MINUTE)

    @rule(minutes=st.sampled_from(MINUTES_ASLEEP))
    def the_machine_sleeps(self, minutes: int) -> None:
        self.life.sleep(minutes * MINUTE)

    @rule(minutes=st.sampled_from([1, 5, 14, 15, 60, 600]))
    def the_program_is_started_again(self, minutes: int) -> None:
        self.life.restart(minutes * MINUTE)


TestAnyLife = AnyLife.TestCase
TestAnyLife.settings = settings(max_examples=80, stateful_step_count=50)


def some_hours(random: Random) -> Hours:
    """The usual hours, others of a day, some past midnight or around the clock."""
    around_the_clock = Hours(time(20, 30), time(20, 30))
    others = Hours(time(random.randint(6, 13)), time(random.randint(20, 23), random.randint(0, 59)))
    return random.choice([Hours(), others, others, Hours(time(17), time(2, 30)), around_the_clock])


def put_all_off(life: Life) -> None:
    """The person puts off whatever comes, to the evening where that may be."""
    for _ in range(3):
        life.let_pass_until_the_next_question()
        react(life, Reaction.IN_THE_EVENING)


def something_happens(life: Life, random: Random) -> None:
    """One of the things that happen in `AnyLife`, the common ones more often."""
    settings = replace(life.settings, check_ins_a_day=random.randint(1, 3), hours=some_hours(random))
    happenings: list[tuple[int, Callable[[], None]]] = [
        (9, lambda: life.let_pass(random.choice([1, 5, 16, 45, 150]))),
        (30, life.let_pass_until_the_next_question),
        (30, lambda: react(life, random.choice(list(Reaction)))),
        (4, lambda: life.let_pass_until((life.next_moment or life.now) - random.randint(0, 40) * MINUTE)),
        (6, lambda: put_all_off(life)),
        (6, life.begin_by_hand),
        (2, lambda: setattr(life, "pause", Pause(life.now + timedelta(hours=random.randint(1, 9))))),
        (2, lambda: setattr(life, "busy", random.choice(list(Busy)))),
        (6, lambda: setattr(life, "busy", None)),
        (5, lambda: setattr(life, "settings", settings)),
        (3, lambda: setattr(life, "zone", random.choice(NEAR_AND_FAR))),
        (2, lambda: setattr(life, "pace", random.choice(list(Pace)))),
        (2, lambda: life.set_clock(random.choice(MINUTES_SET) * MINUTE)),
        (5, lambda: life.sleep(random.choice(MINUTES_ASLEEP) * MINUTE)),
        (3, lambda: life.restart(random.choice([1, 5, 14, 15, 60, 600]) * MINUTE)),
    ]
    (happening,) = random.choices([what for _, what in happenings], [weight for weight, _ in happenings])
    happening()


@pytest.mark.parametrize("seed", range(16))
def test_a_long_and_eventful_life_is_asked_often_and_never_wrongly(seed: int) -> None:
    random = Random(seed)
    zone = random.choice([zone for zone in ZONES if CLOCK_CHANGES[zone]])
    day = random.choice(CLOCK_CHANGES[zone]) - timedelta(days=random.randint(0, 9))
    life = Life(at_local_time(day, time(random.randint(0, 23)), zone), zone, Settings())
    for _ in range(400):
        something_happens(life, random)
    assert sum(showing.first for showing in life.showings) > 40
    assert sum(not showing.first for showing in life.showings) > 3


MONDAY = date(2026, 11, 23)


def a_monday(settings: Settings) -> Life:
    """A life that begins early on a Monday in Seoul."""
    return Life(at_local_time(MONDAY, time(5), "Asia/Seoul"), "Asia/Seoul", settings)


def live_quietly(life: Life, hours: int) -> None:
    """Hours pass in which each card is answered within minutes."""
    end = life.now + timedelta(hours=hours)
    while life.next_moment is not None and life.next_moment < end:
        life.let_pass_until_the_next_question()
        if life.card is not None:
            life.answer(and_close=True)
    life.let_pass((end - life.now) // MINUTE, ticking_every=47)


def asked_by_day(life: Life) -> dict[date, int]:
    """How many questions came by plan for each day."""
    return Counter(showing.plan_day for showing in life.showings)


@settings(max_examples=30)
@given(st.sampled_from([(zone, day) for zone, days in CLOCK_CHANGES.items() for day in days]), st.integers(1, 3))
def test_an_undisturbed_person_is_asked_at_every_planned_moment_also_when_clocks_change(
    place: tuple[str, date], check_ins: int
) -> None:
    zone, day = place
    first = day - timedelta(days=1)
    life = Life(at_local_time(first, time(5), zone), zone, Settings(check_ins_a_day=check_ins))
    live_quietly(life, 3 * 24)
    assert asked_by_day(life) == {first + timedelta(days=number): check_ins for number in range(3)}
    assert all(timedelta() <= showing.at - showing.due < MINUTE for showing in life.showings)


@settings(max_examples=30)
@given(st.integers(0, 10), st.sampled_from([2, 3]))
def test_an_undisturbed_person_with_tight_hours_is_asked_at_every_planned_moment(spare: int, check_ins: int) -> None:
    needed = (check_ins - 1) * (MINIMUM_GAP + 2 * MINUTE) + (3 + spare) * MINUTE
    end = at_local_time(MONDAY, time(10), "UTC") + needed
    hours = Hours(time(10), end.time())
    life = a_monday(Settings(hours=hours, check_ins_a_day=check_ins))
    live_quietly(life, 3 * 24)
    assert asked_by_day(life) == {MONDAY + timedelta(days=number): check_ins for number in range(3)}


@pytest.mark.parametrize("check_ins", [1, 2, 3])
def test_an_undisturbed_person_is_asked_at_the_pace_of_each_day(check_ins: int) -> None:
    before = at_local_time(MONDAY - timedelta(days=1), time(23), "Asia/Seoul")
    life = Life(before, "Asia/Seoul", Settings(check_ins_a_day=check_ins))
    for pace in (Pace.USUAL, Pace.ONE_A_DAY, Pace.THREE_A_WEEK, Pace.THREE_A_WEEK, Pace.USUAL):
        life.pace = pace
        live_quietly(life, 7 * 24)
    asked = asked_by_day(life)
    weeks = [[asked[MONDAY + timedelta(days=7 * week + day)] for day in range(7)] for week in range(5)]
    assert weeks[0] == weeks[4] == [check_ins] * 7
    assert weeks[1] == [1] * 7
    assert [sorted(week) for week in weeks[2:4]] == [[0] * 4 + [1] * 3] * 2
    assert all(timedelta() <= showing.at - showing.due < MINUTE for showing in life.showings)


def test_a_day_that_has_begun_keeps_its_pace() -> None:
    life = a_monday(Settings(check_ins_a_day=3))
    life.let_pass(60)
    life.pace = Pace.ONE_A_DAY
    live_quietly(life, 24)
    life.pace = Pace.USUAL
    live_quietly(life, 24)
    live_quietly(life, 24)
    assert [asked_by_day(life)[MONDAY + timedelta(days=number)] for number in range(3)] == [3, 1, 3]


@pytest.mark.parametrize("nights", [1, 7])
def test_after_a_sleep_one_card_comes_when_the_machine_has_settled(nights: int) -> None:
    life = a_monday(Settings(check_ins_a_day=3))
    life.sleep(timedelta(days=nights, hours=16, minutes=50))
    woke = life.now
    life.let_pass(9)
    assert [showing.due < woke for showing in life.showings] == [True]
    assert SETTLING <= life.showings[0].at - woke < SETTLING + MINUTE
    assert life.showings[0].kind is PromptKind.EVENING
    life.let_pass(24 * 60)
    assert all(showing.due > woke for showing in life.showings[1:])


def test_a_person_who_crosses_the_date_line_is_asked_no_more_than_they_chose_on_any_date() -> None:
    for there, back in (("Pacific/Apia", "Pacific/Pago_Pago"), ("Pacific/Pago_Pago", "Pacific/Apia")):
        life = Life(at_local_time(MONDAY, time(5), there), there, Settings())
        for number in range(8):
            life.zone = (there, back)[number % 2]
            live_quietly(life, 12)
        assert 1 <= max(asked_by_day(life).values()) <= 2


def test_a_clock_set_back_for_two_days_asks_nothing_twice() -> None:
    life = a_monday(Settings())
    live_quietly(life, 2 * 24)
    asked = len(life.showings)
    assert asked == 4
    life.set_clock(-timedelta(days=2))
    live_quietly(life, 2 * 24)
    assert len(life.showings) == asked
    live_quietly(life, 24)
    assert len(life.showings) == asked + 2


def test_a_question_that_moved_because_of_work_comes_when_the_work_is_done() -> None:
    life = a_monday(Settings())
    due = life.next_moment
    assert due is not None
    life.busy = Busy.FULL_SCREEN
    life.let_pass((due - life.now) // MINUTE + 60)
    assert life.card is None
    life.busy = None
    life.let_pass(1)
    assert life.card is not None
    assert life.showings[0].due == due
