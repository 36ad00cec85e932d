"""The flow of a question: due, gate, ask, record. Holds the one check-in that may be under way."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from herwidget.core.asking import (
    EXPIRY,
    Circumstances,
    Decision,
    Pause,
    decide,
    has_expired,
    kind_by_hand,
    later_choices,
    next_moment,
)
from herwidget.core.local_time import local_day
from herwidget.core.ports import Clock, Presence, PromptJournal, SuggestionJournal, ZoneSource
from herwidget.core.prompts import Prompt
from herwidget.core.questions import Bank
from herwidget.core.settings import Settings
from herwidget.core.stepping_back import Pace, can_change
from herwidget.services.check_in import CheckIn

log = logging.getLogger(__name__)

# A tick this late means that the machine slept, or was stopped, in between.
SLEPT = timedelta(minutes=3)
_DAYS_READ = timedelta(days=3)
_DAY = timedelta(days=1)


class Asker:
    """Asks when the plan and the person's day allow it.

    `put` is called with a check-in to show, `taken_away` with one that is over. With `suggestions`, a check-in asks
    what became of the last one. `paces` tells at which paces days are planned.
    """

    def __init__(
        self,
        journal: PromptJournal,
        bank: Bank,
        settings: Callable[[], Settings],
        clock: Clock,
        zone: ZoneSource,
        presence: Presence,
        put: Callable[[CheckIn], None],
        taken_away: Callable[[CheckIn], None],
        suggestions: SuggestionJournal | None = None,
        paces: Callable[[Sequence[date]], Sequence[Pace]] = lambda days: [Pace.USUAL] * len(days),
    ) -> None:
        self.current: CheckIn | None = None
        self._journal, self._bank, self._settings = journal, bank, settings
        self._clock, self._zone, self._presence = clock, zone, presence
        self._put, self._taken_away, self._suggestions = put, taken_away, suggestions
        self._paces = paces
        self._paces_begun: dict[date, Pace] = {}
        self._pace_ahead: dict[date, Pace] = {}
        self._awake_since = self._last_tick = clock()

    def resume(self) -> None:
        """After a start: take up a check-in that was on the screen a moment ago, and end those left behind."""
        now = self._clock()
        left = [prompt for prompt in self._journal.prompts_since(now) if prompt.open]
        recent = [prompt for prompt in left if prompt.shown_at and timedelta() <= now - prompt.shown_at < EXPIRY]
        for prompt in left:
            if prompt not in recent[-1:]:
                self._check_in(prompt).expire()
        if recent:
            log.info("taking up check-in %d", recent[-1].id)
            self._show(self._check_in(recent[-1]))

    def tick(self) -> None:
        """Decide for this moment and do it."""
        now = self._clock()
        if not timedelta() <= now - self._last_tick < SLEPT:
            log.info("the clock moved by %s between two ticks", now - self._last_tick)
            self._awake_since = now
        self._last_tick = now
        circumstances = self._circumstances(now)
        decision = decide(circumstances)
        if decision.ask is not None:
            # The desktop is asked only when it matters: it costs several messages.
            decision = decide(replace(circumstances, busy=self._presence.busy()))
        self._act(decision, now)

    def begin_by_hand(self) -> CheckIn:
        """The check-in the person asked for: the one under way, one put off, or a new one."""
        if self.current is not None:
            self.current.touch()
            return self.current
        now, zone = self._clock(), self._zone()
        prompts = self._journal.prompts_since(now - _DAYS_READ)
        circumstances = self._circumstances(now)
        put_off = [prompt for prompt in prompts if prompt.put_off and not has_expired(prompt, circumstances)]
        if put_off:
            return self._show(self._check_in(self._shown_again(put_off[-1], now)))
        kind = kind_by_hand(now, zone, prompts)
        return self._show(self._check_in(self._journal.add_prompt(kind, local_day(now, zone), None, now, now, zone)))

    def later_choices(self) -> dict[str, datetime]:
        """What "Later" may mean now."""
        return later_choices(self._clock(), self._zone(), self._settings())

    def next_moment(self) -> datetime | None:
        """When the next question is planned."""
        return next_moment(self._circumstances(self._clock()))

    def pace(self) -> Pace:
        """How often it asks: the pace of today, or the usual one from the moment on at which tomorrow's is."""
        today = local_day(self._clock(), self._zone())
        paces = self._paces_around(today)
        return paces.get(today, Pace.USUAL) if paces.get(today + _DAY) is not Pace.USUAL else Pace.USUAL

    def asks_less(self) -> bool:
        """Whether it asks less often than the person chose."""
        return self.pace().is_less_than(self._settings().check_ins_a_day)

    def pause(self) -> Pause | None:
        """The pause in force."""
        return self._journal.pause(self._clock())

    def start_pause(self, until: datetime | None) -> None:
        """Pause until a moment, or until the person says so."""
        self._journal.start_pause(self._clock(), until)

    def end_pause(self) -> None:
        """Ask again as planned."""
        self._journal.end_pause(self._clock())

    def _act(self, decision: Decision, now: datetime) -> None:
        for prompt in decision.expire:
            log.info("check-in %d was not answered", prompt.id)
            is_current = self.current is not None and self.current.prompt.id == prompt.id
            check_in = self.current if is_current and self.current else self._check_in(prompt)
            check_in.expire()
        if decision.lapse:
            log.info("%d planned moments passed unasked", len(decision.lapse))
            self._journal.record_lapsed(decision.lapse, now, self._zone())
        if decision.ask is None:
            return
        if isinstance(decision.ask, Prompt):
            prompt = self._shown_again(decision.ask, now)
        else:
            slot = decision.ask
            prompt = self._journal.add_prompt(slot.kind, slot.plan_day, slot.number, slot.planned_at, now, self._zone())
        log.info("asking check-in %d (%s)", prompt.id, prompt.kind)
        self._show(self._check_in(prompt))

    def _circumstances(self, now: datetime) -> Circumstances:
        prompts = self._journal.prompts_since(now - _DAYS_READ)
        if self.current is not None:
            # A card that is being answered does not expire: what counts is when it was last touched.
            under_way = self.current
            prompts = [
                replace(prompt, shown_at=under_way.touched_at) if prompt.id == under_way.prompt.id else prompt
                for prompt in prompts
            ]
        return Circumstances(
            now=now,
            zone=self._zone(),
            settings=self._settings(),
            seed=self._journal.seed(),
            prompts=prompts,
            pause=self._journal.pause(now),
            busy=None,
            awake_since=self._awake_since,
            paces=self._paces_around(local_day(now, self._zone())),
        )

    def _paces_around(self, today: date) -> dict[date, Pace]:
        """The paces of yesterday, today and tomorrow; a day that has begun keeps the one that it began with."""
        if not self._settings().ask_less:
            return {}
        begun, tomorrow = (today - _DAY, today), today + _DAY
        paces = {day: self._paces_begun[day] for day in begun if day in self._paces_begun}
        if tomorrow in self._pace_ahead:
            paces[tomorrow] = self._pace_ahead[tomorrow]
        elif today in paces and not can_change(paces[today], tomorrow):
            paces[tomorrow] = paces[today]
        missing = [day for day in (*begun, tomorrow) if day not in paces]
        if missing:
            paces |= zip(missing, self._paces(missing), strict=True)
        self._paces_begun, self._pace_ahead = {day: paces[day] for day in begun}, {tomorrow: paces[tomorrow]}
        return paces

    def _check_in(self, prompt: Prompt) -> CheckIn:
        return CheckIn(prompt, self._journal, self._bank, self._clock, self._zone, self._ended, self._suggestions)

    def _shown_again(self, prompt: Prompt, now: datetime) -> Prompt:
        self._journal.record_shown(prompt.id, now)
        return self._journal.prompt(prompt.id)

    def _show(self, check_in: CheckIn) -> CheckIn:
        self.current = check_in
        self._put(check_in)
        return check_in

    def _ended(self, check_in: CheckIn) -> None:
        # What was just answered may change tomorrow's pace.
        self._pace_ahead = {}
        if check_in is self.current:
            self.current = None
            self._taken_away(check_in)
