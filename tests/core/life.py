"""A made-up life with Herwidget: a clock, a machine, a person, and the prompts as the journal keeps them.

Every tick is checked against the promises; nothing here looks at how the decision is made.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from herwidget.core.asking import (
    EXPIRY,
    QUIET_AFTER_BY_HAND,
    SETTLING,
    Busy,
    Circumstances,
    Decision,
    Pause,
    decide,
    kind_by_hand,
    next_moment,
)
from herwidget.core.local_time import local_day
from herwidget.core.planner import MINIMUM_GAP, check_ins_on
from herwidget.core.prompts import Prompt, PromptKind, Slot
from herwidget.core.settings import Settings
from herwidget.core.stepping_back import Pace
from tests.core.zones import shows_a_time_inside

MINUTE = timedelta(minutes=1)
READ_BACK = timedelta(days=3)
# A tick this late means that the machine slept in between.
SLEPT = 3 * MINUTE
DAY = timedelta(days=1)
SEED = "a life"
NOTHING = Decision()


@dataclass(frozen=True)
class Showing:
    """That a card appeared by plan: when by the clock, after how much time that really passed, and in which clock.

    `clock` changes whenever the clock is set: times of two clocks are not to be compared.
    """

    prompt_id: int
    plan_day: date
    kind: PromptKind
    first: bool
    due: datetime
    at: datetime
    passed: timedelta
    clock: int


class Life:
    """What happens to a person and their machine, minute by minute."""

    def __init__(self, now: datetime, zone: str, settings: Settings) -> None:
        self.now, self.zone, self.settings = now, zone, settings
        self.passed = timedelta()
        self.pause: Pause | None = None
        self.busy: Busy | None = None
        # At which pace days are planned that have not begun; a day that has begun keeps its own.
        self.pace = Pace.USUAL
        self._paces: dict[date, Pace] = {}
        self.prompts: dict[int, Prompt] = {}
        self.showings: list[Showing] = []
        self._clock = 0
        self._awake_since = now
        self._woke, self._woke_in = self.passed, self._clock
        self._touched: datetime | None = None
        self._by_hand_answered: tuple[int, timedelta] | None = None
        self._ticks = 0

    @property
    def card(self) -> Prompt | None:
        """The card on the screen."""
        cards = [prompt for prompt in self.prompts.values() if prompt.open]
        assert len(cards) <= 1, cards
        return cards[0] if cards else None

    @property
    def next_moment(self) -> datetime | None:
        """When the next question is to come, as the person is told."""
        coming = next_moment(self._circumstances())
        assert coming is None or coming >= self.now
        if coming is not None and self.pause is not None and self.pause.holds(self.now):
            assert self.pause.until is not None
            assert coming >= self.pause.until
        return coming

    # What happens

    def let_pass(self, minutes: int, *, ticking_every: int = 1) -> None:
        """Time passes, and the program ticks every so many minutes, and in the last one."""
        for minute in range(ticking_every, minutes + ticking_every, ticking_every):
            self._move(MINUTE * (ticking_every - max(0, minute - minutes)))
            self.tick()

    def let_pass_until(self, moment: datetime) -> None:
        """Time passes until the minute before `moment`, with few ticks on the way."""
        self.let_pass(max(0, (moment - self.now) // MINUTE - 1), ticking_every=47)

    def let_pass_until_the_next_question(self) -> None:
        """Time passes until the minute after the one in which, as the person is told, the next question comes."""
        coming = self.next_moment
        if coming is not None:
            self.let_pass_until(coming)
            self.let_pass(3)

    def sleep(self, time: timedelta) -> None:
        """The machine sleeps, and ticks when it wakes."""
        self._move(time)
        if time >= SLEPT:
            self._wake()
        self.tick()

    def restart(self, after: timedelta) -> None:
        """The program ends and is started again: a card of a moment ago is taken up, others have expired."""
        self._move(after)
        card = self.card
        if card is not None:
            self._keep(card, expired_at=self.now, closed_at=self.now) if after >= EXPIRY else self._touch()
        self._wake()
        self.tick()

    def set_clock(self, by: timedelta) -> None:
        """The clock is set; no time passes."""
        self.now += by
        self._clock += 1
        if not timedelta() <= by < SLEPT:
            self._wake()
        self.tick()

    def answer(self, *, and_close: bool) -> None:
        """The person answers a step of the card, or all of it."""
        card = self.card
        assert card is not None
        self._touch()
        self._keep(card, answered_at=card.answered_at or self.now, closed_at=self.now if and_close else None)
        if card.by_hand and card.answered_at is None:
            self._by_hand_answered = self._clock, self.passed

    def skip(self) -> None:
        """The person closes the card."""
        card = self.card
        assert card is not None
        self._keep(card, skipped_at=self.now, closed_at=self.now)

    def put_off(self, until: datetime) -> None:
        """The person says "Later"."""
        card = self.card
        assert card is not None
        self._keep(card, later_at=self.now, later_until=until)

    def begin_by_hand(self) -> None:
        """The person opens a check-in: the card under way, one that was put off, or a new one."""
        self._touch()
        if self.card is not None:
            return
        waiting = [prompt for prompt in self._read() if prompt.put_off]
        if waiting:
            self._keep(waiting[-1], shown_at=self.now, later_until=None)
            return
        kind = kind_by_hand(self.now, self.zone, self._read())
        self._add(Prompt(0, kind, local_day(self.now, self.zone), None, self.now, self.zone, shown_at=self.now))

    # What the program does, and what has to be true of it

    def tick(self) -> None:
        """The program decides and acts; before, between and after, what it promises is looked at."""
        decision = decide(self._circumstances())
        if decision != NOTHING:
            self._act(decision)
        card = self.card
        if card is not None:
            assert self._touched is not None
            assert self.now - self._touched < EXPIRY

    def _act(self, decision: Decision) -> None:
        assert decide(self._circumstances()) == decision
        for prompt in decision.expire:
            assert prompt.closed_at is None
            self._keep(self.prompts[prompt.id], expired_at=self.now, closed_at=self.now)
        for slot in decision.lapse:
            if not self._is_taken(slot):
                prompt = Prompt(0, slot.kind, slot.plan_day, slot.number, slot.planned_at, self.zone)
                self._add(replace(prompt, lapsed_at=self.now, closed_at=self.now))
        assert decide(self._circumstances()) == replace(decision, lapse=(), expire=())
        if decision.ask is not None:
            self._check_before_showing(decision.ask)
            self._show(decision.ask)
            after = decide(self._circumstances())
            assert after == Decision(waiting=after.waiting)

    def _show(self, ask: Slot | Prompt) -> None:
        self._touch()
        if isinstance(ask, Prompt):
            due = ask.later_until
            prompt = self._keep(self.prompts[ask.id], shown_at=self.now, later_until=None)
        else:
            due = ask.planned_at
            new = Prompt(0, ask.kind, ask.plan_day, ask.number, ask.planned_at, self.zone, shown_at=self.now)
            prompt = self._add(new)
        assert due is not None
        first = isinstance(ask, Slot)
        showing = Showing(prompt.id, prompt.plan_day, prompt.kind, first, due, self.now, self.passed, self._clock)
        self._check_against_earlier(showing)
        self.showings.append(showing)

    def _check_before_showing(self, ask: Slot | Prompt) -> None:
        assert self.card is None
        assert shows_a_time_inside(self.now, self.zone, self.settings.hours)
        assert self.pause is None or not self.pause.holds(self.now)
        assert self.busy is None or not self.settings.silent_when_busy
        assert self.busy is not Busy.LOCKED
        assert self._woke_in != self._clock or self.passed - self._woke >= SETTLING
        if isinstance(ask, Prompt):
            kept = self.prompts[ask.id]
            assert kept.put_off
            assert kept.later_until is not None
            assert kept.later_until <= self.now
        else:
            assert ask.planned_at <= self.now
            assert not self._is_taken(ask)
            if self._by_hand_answered is not None and self._by_hand_answered[0] == self._clock:
                assert self.passed - self._by_hand_answered[1] >= QUIET_AFTER_BY_HAND

    def _check_against_earlier(self, showing: Showing) -> None:
        for other in self.showings:
            # Cards do not queue up, after a sleep or otherwise: what was due when another came waits or goes.
            if other.clock == showing.clock and showing.due <= other.at:
                assert showing.passed - other.passed >= MINIMUM_GAP
        if not showing.first:
            return
        firsts = [other for other in self.showings if other.first]
        of_the_day = [showing, *(other for other in firsts if other.plan_day == showing.plan_day)]
        day, pace = showing.plan_day, self._paces.get(showing.plan_day, Pace.USUAL)
        assert len(of_the_day) <= check_ins_on(day, self.settings.check_ins_a_day, pace, SEED)
        assert sum(other.kind is PromptKind.EVENING for other in of_the_day) <= 1
        assert sum(other.kind is PromptKind.WEEK for other in of_the_day) <= (showing.plan_day.weekday() == 6)
        for other in self.showings:
            assert other.clock != showing.clock or showing.passed - other.passed >= MINIMUM_GAP

    # How it is kept

    def _circumstances(self) -> Circumstances:
        prompts = [
            replace(prompt, shown_at=self._touched) if prompt.open and self._touched else prompt
            for prompt in self._read()
        ]
        today = local_day(self.now, self.zone)
        begun = {day: self._paces.setdefault(day, self.pace) for day in (today - DAY, today)}
        return Circumstances(
            now=self.now,
            zone=self.zone,
            settings=self.settings,
            seed=SEED,
            prompts=prompts,
            pause=self.pause,
            busy=self.busy,
            awake_since=self._awake_since,
            paces={**begun, today + DAY: self._paces.get(today + DAY, self.pace)},
        )

    def _read(self) -> list[Prompt]:
        """Those that the program reads: of the last days, and whatever is not closed."""
        since = self.now - READ_BACK
        read = (prompt for prompt in self.prompts.values() if prompt.planned_at >= since or prompt.closed_at is None)
        return sorted(read, key=lambda prompt: (prompt.planned_at, prompt.id))

    def _is_taken(self, slot: Slot) -> bool:
        return any((prompt.plan_day, prompt.slot) == (slot.plan_day, slot.number) for prompt in self.prompts.values())

    def _add(self, prompt: Prompt) -> Prompt:
        return self._keep(replace(prompt, id=len(self.prompts) + 1))

    def _keep(self, prompt: Prompt, **changes: datetime | None) -> Prompt:
        kept = replace(prompt, **changes)  # type: ignore[arg-type]  # only moments are changed
        self.prompts[kept.id] = kept
        return kept

    def _touch(self) -> None:
        self._touched = self.now

    def _wake(self) -> None:
        self._awake_since, self._woke, self._woke_in = self.now, self.passed, self._clock

    def _move(self, time: timedelta) -> None:
        # A tick comes some milliseconds after its time, now more and now less.
        self._ticks += 1
        late = timedelta(milliseconds=self._ticks * 7 % 40)
        moved = time + late - (self.passed % MINUTE)
        self.passed += moved
        self.now += moved
