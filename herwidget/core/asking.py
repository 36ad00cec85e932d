"""Is a question due now? One pure decision from the wall clock, the plan and what the journal holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from herwidget.core.local_time import at_local_time, local_clock, local_day, whole_minute
from herwidget.core.planner import EVENING_BEGINS, MINIMUM_GAP, check_ins_on, plan_days, window_of
from herwidget.core.prompts import Prompt, PromptKind, Slot
from herwidget.core.settings import Settings
from herwidget.core.stepping_back import Pace

EXPIRY = timedelta(minutes=15)
SETTLING = timedelta(minutes=4)
QUIET_AFTER_BY_HAND = timedelta(hours=1)
# A clock that was set back by less than this is the clock being corrected, not a new time.
CLOCK_CORRECTION = timedelta(minutes=2)
# Asked three times a week, the next question is never further off than this.
_DAYS_BETWEEN_QUESTIONS = 5


class Busy(StrEnum):
    """Why the person is not to be disturbed."""

    AWAY = "away"
    LOCKED = "locked"
    FULL_SCREEN = "full-screen"
    DO_NOT_DISTURB = "do-not-disturb"


class Waiting(StrEnum):
    """Why nothing is asked at this moment although something could be."""

    PAUSED = "paused"
    OUTSIDE_HOURS = "outside-hours"
    BUSY = "busy"
    SETTLING = "settling"
    CARD_OPEN = "card-open"
    TOO_SOON = "too-soon"


@dataclass(frozen=True)
class Pause:
    """No questions until `until` (UTC), or until the person says so when it is None."""

    until: datetime | None

    def holds(self, now: datetime) -> bool:
        """Whether it is still in force."""
        return self.until is None or now < self.until


@dataclass(frozen=True)
class Circumstances:
    """All that the decision looks at. `now` and `awake_since` are UTC; `prompts` are those of the last days.

    `paces` tells at which pace days are planned, each from its day on; before the first of them it is the usual one.
    """

    now: datetime
    zone: str
    settings: Settings
    seed: str
    prompts: Sequence[Prompt]
    pause: Pause | None
    busy: Busy | None
    awake_since: datetime
    paces: Mapping[date, Pace] = field(default_factory=dict)

    def pace_on(self, day: date) -> Pace:
        """The pace at which `day` is planned."""
        begun = [one for one in self.paces if one <= day]
        return self.paces[max(begun)] if begun else Pace.USUAL


@dataclass(frozen=True)
class Decision:
    """What to do now: at most one thing to ask; moments that have passed; cards that nobody touched."""

    ask: Slot | Prompt | None = None
    lapse: tuple[Slot, ...] = ()
    expire: tuple[Prompt, ...] = ()
    waiting: Waiting | None = None


def decide(circumstances: Circumstances) -> Decision:
    """The one decision of a tick. It is idempotent: asked again before anything is recorded, it says the same."""
    prompts, now = circumstances.prompts, circumstances.now
    standing = [prompt for prompt in prompts if not has_expired(prompt, circumstances)]
    back = [prompt for prompt in standing if prompt.put_off and _reached(prompt.later_until, now)]
    newest = max(back, key=lambda prompt: prompt.id, default=None)
    # Of several that have come back one returns: nobody is met by one card after another.
    expire = tuple(prompt for prompt in prompts if prompt not in standing or (prompt in back and prompt != newest))
    lapse, candidate = _sort_out_slots(circumstances)
    ask: Slot | Prompt | None = newest or candidate
    if ask is None:
        return Decision(lapse=lapse, expire=expire)
    waiting = _waiting(circumstances, standing, ask)
    return Decision(None if waiting else ask, lapse, expire, waiting)


def next_moment(circumstances: Circumstances) -> datetime | None:
    """When the next question is to come, as far as today and tomorrow tell; None with none left, or no end of a pause.

    Where three a week are asked, the days after tomorrow are looked at too, as if their pace were tomorrow's.
    A postponed one whose moment has passed, perhaps because the person is busy, comes at once.
    """
    now, pause = circumstances.now, circumstances.pause
    if pause is not None and pause.until is None:
        return None
    earliest = now if pause is None or pause.until is None else max(now, pause.until)
    taken = {(prompt.plan_day, prompt.slot) for prompt in circumstances.prompts}
    planned = [
        slot.planned_at
        for slot in _slots(circumstances, _days_to_look_ahead(circumstances))
        if slot.planned_at > earliest
        and (slot.plan_day, slot.number) not in taken
        and not _is_over(slot, (), replace(circumstances, now=slot.planned_at))
    ]
    returning = [
        max(prompt.later_until, earliest)
        for prompt in circumstances.prompts
        if prompt.put_off and prompt.later_until is not None
    ]
    within = [moment for moment in returning if in_hours(moment, circumstances.zone, circumstances.settings)]
    return min([*planned, *within], default=None)


def later_choices(now: datetime, zone: str, settings: Settings) -> dict[str, datetime]:
    """What "Later" may mean now, by name, in UTC: only moments that still lie inside the person's hours."""
    today = local_day(now, zone)
    offered = {"half-hour": now + timedelta(minutes=30), "two-hours": now + timedelta(hours=2)}
    if local_clock(now, zone) < EVENING_BEGINS:
        offered["evening"] = at_local_time(today, time(EVENING_BEGINS.hour + 1, 10), zone)
    return {name: moment for name, moment in offered.items() if in_hours(moment, zone, settings)}


def in_hours(moment: datetime, zone: str, settings: Settings) -> bool:
    """Whether `moment` lies inside the hours of its local day, or of the day before when those run past midnight."""
    today = local_day(moment, zone)
    for day in (today, today - timedelta(days=1)):
        start, end = window_of(day, settings.hours, zone)
        if start <= moment < end:
            return True
    return False


def kind_by_hand(now: datetime, zone: str, prompts: Sequence[Prompt]) -> PromptKind:
    """What a check-in begun by hand asks: the evening's steps after 18:00, unless they were answered today."""
    today = local_day(now, zone)
    answered = any(
        prompt.kind is PromptKind.EVENING and prompt.answered_at is not None and prompt.plan_day == today
        for prompt in prompts
    )
    evening = local_clock(now, zone) >= EVENING_BEGINS and not answered
    return PromptKind.EVENING if evening else PromptKind.DAY


def _slots(circumstances: Circumstances, ahead: int = 1) -> tuple[Slot, ...]:
    settings = circumstances.settings
    return plan_days(
        circumstances.now,
        circumstances.zone,
        settings.hours,
        settings.check_ins_a_day,
        circumstances.seed,
        circumstances.pace_on,
        ahead,
    )


def _days_to_look_ahead(circumstances: Circumstances) -> int:
    tomorrow = local_day(circumstances.now, circumstances.zone) + timedelta(days=1)
    return _DAYS_BETWEEN_QUESTIONS if circumstances.pace_on(tomorrow) is Pace.THREE_A_WEEK else 1


def has_expired(prompt: Prompt, circumstances: Circumstances) -> bool:
    """Whether a prompt is over without the person having said so: left alone, or put off to a time that is gone."""
    now = circumstances.now
    if prompt.put_off:
        # A postponed question belongs to its day: it does not return tomorrow.
        assert prompt.later_until is not None
        _, end = window_of(prompt.plan_day, circumstances.settings.hours, circumstances.zone)
        return now >= max(end, prompt.later_until + EXPIRY) or not _near(prompt.later_until, now)
    if not prompt.open:
        return False
    assert prompt.shown_at is not None
    return not -CLOCK_CORRECTION <= now - prompt.shown_at < EXPIRY


def _near(later_until: datetime, now: datetime) -> bool:
    """Whether a postponed moment still lies about a day off at most: the clock may have been set back."""
    return later_until - now < timedelta(days=1)


def _sort_out_slots(circumstances: Circumstances) -> tuple[tuple[Slot, ...], Slot | None]:
    """The moments that have passed for good, and the one that could be asked now."""
    taken = {(prompt.plan_day, prompt.slot) for prompt in circumstances.prompts}
    free = [slot for slot in _slots(circumstances) if (slot.plan_day, slot.number) not in taken]
    reached = [slot for slot in free if slot.planned_at <= circumstances.now]
    ahead = [slot for slot in free if slot.planned_at > circumstances.now]
    lapse: list[Slot] = []
    candidate: Slot | None = None
    for slot in reversed(reached):
        if candidate is None and not _is_over(slot, ahead, circumstances):
            candidate = slot
        else:
            lapse.append(slot)
    return tuple(reversed(lapse)), candidate


def _is_over(slot: Slot, ahead: Sequence[Slot], circumstances: Circumstances) -> bool:
    """Whether a reached moment can no longer be asked."""
    now, settings = circumstances.now, circumstances.settings
    _, end = window_of(slot.plan_day, settings.hours, circumstances.zone)
    pace = circumstances.pace_on(slot.plan_day)
    check_ins = check_ins_on(slot.plan_day, settings.check_ins_a_day, pace, circumstances.seed)
    same_day = [prompt for prompt in circumstances.prompts if prompt.plan_day == slot.plan_day]
    asked = [prompt for prompt in same_day if not prompt.by_hand and prompt.shown_at is not None]
    is_late = whole_minute(now) > slot.planned_at
    return (
        now >= end
        or (is_late and bool(ahead) and ahead[0].planned_at - now < MINIMUM_GAP)
        or len(asked) >= check_ins
        or any(_answered_by_hand_lately(prompt, now) for prompt in circumstances.prompts)
        or (slot.kind is PromptKind.EVENING and any(_is_evening_done(prompt) for prompt in same_day))
    )


def _answered_by_hand_lately(prompt: Prompt, now: datetime) -> bool:
    answered = prompt.answered_at
    return prompt.by_hand and answered is not None and abs(now - answered) < QUIET_AFTER_BY_HAND


def _is_evening_done(prompt: Prompt) -> bool:
    put_by_plan = not prompt.by_hand and prompt.shown_at is not None
    return prompt.kind is PromptKind.EVENING and (put_by_plan or prompt.answered_at is not None)


def _waiting(circumstances: Circumstances, standing: Sequence[Prompt], ask: Slot | Prompt) -> Waiting | None:
    """Why `ask` has to wait, None when it may be put now; `standing` leaves out what has just expired."""
    now, pause = circumstances.now, circumstances.pause
    if pause is not None and pause.holds(now):
        return Waiting.PAUSED
    if not in_hours(now, circumstances.zone, circumstances.settings):
        return Waiting.OUTSIDE_HOURS
    busy = circumstances.busy
    if busy is Busy.LOCKED or (busy is not None and circumstances.settings.silent_when_busy):
        return Waiting.BUSY
    if timedelta() <= now - circumstances.awake_since < SETTLING:
        return Waiting.SETTLING
    if any(prompt.open for prompt in standing):
        return Waiting.CARD_OPEN
    if isinstance(ask, Slot) and any(_is_too_near(prompt, now) for prompt in circumstances.prompts):
        return Waiting.TOO_SOON
    return None


def _is_too_near(prompt: Prompt, now: datetime) -> bool:
    """Whether a question that came by itself, planned or postponed, was shown or is to come within the gap of `now`."""
    if prompt.by_hand and prompt.later_at is None:
        return False
    moments = (prompt.shown_at, prompt.later_until if prompt.put_off else None)
    return any(moment is not None and abs(now - moment) < MINIMUM_GAP for moment in moments)


def _reached(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and moment <= now
