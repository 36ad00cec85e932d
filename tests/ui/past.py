"""A past written into the journal at once, of which the tests know every answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from herwidget.core.local_time import local_clock, local_day
from herwidget.core.prompts import PromptKind, StepAnswer, StepName
from herwidget.journal.rows import insert_answer, lived_at, to_text, write_people
from tests.ui.conftest import EVENING, ZONE, Desk

TODAY = local_day(EVENING, ZONE)


@dataclass(frozen=True)
class Told:
    """One check-in: its mood, and who heard the person; `heard` is empty where it was not asked."""

    moment: datetime
    mood: int | None = 3
    heard: str = ""
    people: tuple[int, ...] = ()
    zone: str = ZONE

    @property
    def day(self) -> date:
        """The local day it was lived on."""
        return local_day(self.moment, self.zone)

    @property
    def hour(self) -> int:
        """The hour that the clock showed there."""
        return local_clock(self.moment, self.zone).hour


def before(days: int, hours: float = 0) -> datetime:
    """This evening, so many days and hours earlier."""
    return EVENING - timedelta(days=days, hours=hours)


def write(desk: Desk, past: Iterable[Told]) -> None:
    """Put all of it into the desk's journal."""
    connection = desk.journal.connection
    with connection:
        for one in past:
            moment, lived = to_text(one.moment), lived_at(one.moment, one.zone)
            prompt_id = connection.execute(
                "INSERT INTO prompts (kind, plan_day, planned_at, shown_at, zone, answered_at, closed_at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (PromptKind.EVENING, lived[2], moment, moment, one.zone, moment, moment),
            ).lastrowid
            assert prompt_id is not None
            if one.mood is not None:
                insert_answer(connection, prompt_id, StepAnswer(StepName.MOOD, "mood", "mood", value=one.mood), lived)
            if one.heard:
                heard = StepAnswer(StepName.HEARD, "heard", "heard", choice=one.heard)
                write_people(connection, insert_answer(connection, prompt_id, heard, lived), one.people)
