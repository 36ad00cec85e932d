"""A Tuesday in Seoul with its plan, and prompts as the journal keeps them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from herwidget.core.asking import Busy, Circumstances, Pause
from herwidget.core.local_time import at_local_time, local_day
from herwidget.core.planner import plan_day
from herwidget.core.prompts import Prompt, PromptKind, Slot
from herwidget.core.settings import Settings

ZONE = "Asia/Seoul"
TUESDAY = date(2026, 11, 24)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
# This seed plans that Tuesday with the usual hours at 12:49 and 20:27.
SEED = "7"


def at(clock: str, day: date = TUESDAY, zone: str = ZONE) -> datetime:
    """The UTC moment at which the clock shows "HH:MM"."""
    return at_local_time(day, time.fromisoformat(clock), zone)


def planned(day: date = TUESDAY, settings: Settings | None = None, zone: str = ZONE) -> tuple[Slot, ...]:
    """The plan of a day, with the settings a new person has."""
    settings = settings or Settings()
    return plan_day(day, zone, settings.hours, settings.check_ins_a_day, SEED)


DAY_SLOT, EVENING_SLOT = planned()


def put(slot: Slot, at: datetime | None = None, **changes: datetime | None) -> Prompt:
    """The prompt of a slot as it stands when it was shown, on time unless `at` says otherwise."""
    prompt = Prompt(100 + slot.number, slot.kind, slot.plan_day, slot.number, slot.planned_at, ZONE)
    return replace(prompt, shown_at=at or slot.planned_at, **changes)  # type: ignore[arg-type]


def answered(slot: Slot, at: datetime | None = None) -> Prompt:
    """The prompt of a slot, answered within a minute of being shown."""
    shown = at or slot.planned_at
    return put(slot, shown, answered_at=shown + MINUTE, closed_at=shown + MINUTE)


def put_off(slot: Slot, until: datetime, shown: datetime | None = None) -> Prompt:
    """The prompt of a slot after "Later"."""
    shown = shown or slot.planned_at
    return put(slot, shown, later_at=shown + MINUTE, later_until=until)


def lapsed(slot: Slot) -> Prompt:
    """The prompt of a slot whose moment passed with nothing shown."""
    moment = slot.planned_at + MINUTE
    return replace(
        put(slot), id=200 + slot.plan_day.day + slot.number, shown_at=None, lapsed_at=moment, closed_at=moment
    )


def by_hand(shown: datetime, *, answered: datetime | None = None, kind: PromptKind = PromptKind.DAY) -> Prompt:
    """A check-in the person began, still open unless `answered`."""
    prompt = Prompt(300, kind, local_day(shown, ZONE), None, shown, ZONE, shown_at=shown)
    return replace(prompt, answered_at=answered, closed_at=answered)


def situation(
    now: datetime,
    *prompts: Prompt,
    settings: Settings | None = None,
    pause: Pause | None = None,
    busy: Busy | None = None,
    awake_since: datetime | None = None,
    zone: str = ZONE,
) -> Circumstances:
    """What there is to decide at `now`: nothing is left of yesterday, and the machine has long been awake."""
    settings = settings or Settings()
    yesterday = [lapsed(slot) for slot in planned(TUESDAY - timedelta(days=1), settings)]
    return Circumstances(
        now=now,
        zone=zone,
        settings=settings,
        seed=SEED,
        prompts=(*yesterday, *prompts),
        pause=pause,
        busy=busy,
        awake_since=awake_since or datetime(2026, 11, 1, tzinfo=UTC),
    )
