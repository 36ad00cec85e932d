"""Prompts come back as they were kept, through every way in which one can end."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from herwidget.core.prompts import AskedQuestion, Prompt, PromptKind, Slot
from herwidget.journal.journal import Journal
from tests.journal.examples import LONG_AGO, MINUTE, NOW, SEOUL, TODAY, ask


@pytest.mark.parametrize("kind", PromptKind)
@pytest.mark.parametrize("slot", [None, 0, 4])
def test_a_prompt_comes_back_as_it_was_shown(journal: Journal, kind: PromptKind, slot: int | None) -> None:
    kept = journal.add_prompt(kind, TODAY, slot, NOW - MINUTE, NOW, SEOUL)
    assert kept == Prompt(kept.id, kind, TODAY, slot, NOW - MINUTE, SEOUL, shown_at=NOW)
    assert journal.prompt(kept.id) == kept
    assert kept.open
    assert kept.by_hand is (slot is None)


def test_everything_is_there_after_the_file_was_closed(path: Path) -> None:
    first = Journal(path)
    kept = ask(first, slot=1)
    first.close()
    second = Journal(path)
    assert second.prompts_since(NOW) == (kept,)
    second.close()


def test_a_moment_keeps_its_milliseconds_and_loses_its_zone(journal: Journal) -> None:
    shown = datetime(2026, 11, 23, 18, 41, 59, 999_999, tzinfo=timezone(timedelta(hours=9)))
    kept = journal.add_prompt(PromptKind.DAY, TODAY, 0, shown, shown, SEOUL)
    assert kept.shown_at == datetime(2026, 11, 23, 9, 41, 59, 999_000, tzinfo=UTC)
    assert kept.shown_at.utcoffset() == timedelta()


@pytest.mark.parametrize("zone", ["Asia/Seoul", "America/Argentina/ComodRivadavia", "Etc/GMT+12", "UTC"])
def test_the_zone_comes_back_by_its_name(journal: Journal, zone: str) -> None:
    kept = journal.add_prompt(PromptKind.DAY, TODAY, None, NOW, NOW, zone)
    assert journal.prompt(kept.id).zone == zone


def test_an_unknown_prompt_is_a_lookup_error(journal: Journal) -> None:
    with pytest.raises(LookupError):
        journal.prompt(1)


def test_a_moment_of_the_plan_is_kept_once(journal: Journal) -> None:
    kept = ask(journal, slot=2)
    with pytest.raises(ValueError, match=r"prompts\.plan_day, prompts\.slot"):
        ask(journal, slot=2, at=NOW + MINUTE)
    assert journal.prompts_since(LONG_AGO) == (kept,)


def test_many_prompts_begun_by_hand_share_a_day(journal: Journal) -> None:
    kept = tuple(ask(journal) for _ in range(3))
    assert journal.prompts_since(NOW) == kept


def test_lapsed_moments_are_closed_and_leave_what_was_shown_alone(journal: Journal) -> None:
    shown = ask(journal, slot=1, at=NOW)
    planned = [NOW.replace(hour=hour, microsecond=0) for hour in (7, 8)]
    slots = [Slot(TODAY, number, PromptKind.EVENING, at) for number, at in enumerate(planned)]
    journal.record_lapsed(slots, NOW, SEOUL)
    journal.record_lapsed(slots, NOW + MINUTE, SEOUL)
    lapsed, still_shown = journal.prompts_since(LONG_AGO)
    assert still_shown == shown
    assert lapsed == Prompt(lapsed.id, PromptKind.EVENING, TODAY, 0, planned[0], SEOUL, lapsed_at=NOW, closed_at=NOW)


def test_no_lapsed_moments_are_nothing_to_keep(journal: Journal) -> None:
    journal.record_lapsed([], NOW, SEOUL)
    assert journal.prompts_since(LONG_AGO) == ()


def test_a_prompt_put_off_comes_back(journal: Journal) -> None:
    prompt_id = ask(journal, slot=0).id
    journal.record_later(prompt_id, NOW + MINUTE, NOW + 31 * MINUTE)
    put_off = journal.prompt(prompt_id)
    assert (put_off.later_at, put_off.later_until) == (NOW + MINUTE, NOW + 31 * MINUTE)
    assert put_off.put_off
    assert not put_off.open
    journal.record_shown(prompt_id, NOW + 32 * MINUTE)
    back = journal.prompt(prompt_id)
    assert (back.shown_at, back.later_at, back.later_until) == (NOW + 32 * MINUTE, NOW + MINUTE, None)
    assert back.open


@pytest.mark.parametrize("ending", ["skipped", "expired", "closed"])
def test_an_ending_closes_a_prompt_and_calls_it_back_from_later(journal: Journal, ending: str) -> None:
    prompt_id = ask(journal, slot=0).id
    journal.record_later(prompt_id, NOW, NOW + MINUTE)
    getattr(journal, f"record_{ending}")(prompt_id, NOW + 2 * MINUTE)
    ended = journal.prompt(prompt_id)
    moments = {"skipped": ended.skipped_at, "expired": ended.expired_at, "closed": ended.closed_at}
    expected = {name: NOW + 2 * MINUTE if name in (ending, "closed") else None for name in moments}
    assert moments == expected
    assert ended.later_until is None
    assert not ended.open


def test_the_first_ending_stands(journal: Journal) -> None:
    prompt_id = ask(journal, slot=0).id
    journal.record_skipped(prompt_id, NOW)
    ended = journal.prompt(prompt_id)
    journal.record_expired(prompt_id, NOW + MINUTE)
    journal.record_closed(prompt_id, NOW + MINUTE)
    assert journal.prompt(prompt_id) == ended


def test_recent_prompts_come_with_every_one_that_is_not_closed_oldest_first(journal: Journal) -> None:
    forgotten = ask(journal, slot=0, at=NOW - timedelta(days=40))
    closed = ask(journal, slot=1, at=NOW - timedelta(days=39))
    later = ask(journal, slot=2, at=NOW + MINUTE)
    exact = ask(journal, slot=3, at=NOW)
    journal.record_closed(closed.id, NOW)
    journal.record_closed(exact.id, NOW)
    assert [prompt.id for prompt in journal.prompts_since(NOW)] == [forgotten.id, exact.id, later.id]
    assert [prompt.id for prompt in journal.prompts_since(NOW + MINUTE)] == [forgotten.id, later.id]


def test_questions_are_known_by_the_day_they_were_put_on(journal: Journal) -> None:
    days = [date(2026, 11, 21), date(2026, 11, 22), date(2026, 11, 23)]
    for number, day in enumerate(days):
        prompt = journal.add_prompt(PromptKind.DAY, day, number, NOW, NOW, SEOUL)
        journal.record_question(prompt.id, f"질문-{number} 🎈", "connection")
    ask(journal, slot=9)
    assert journal.asked_since(days[1]) == (
        AskedQuestion(days[1], "질문-1 🎈", "connection"),
        AskedQuestion(days[2], "질문-2 🎈", "connection"),
    )
    assert journal.prompt(prompt.id).question_id == "질문-2 🎈"


def test_the_seed_is_made_once_and_stays(path: Path) -> None:
    first = Journal(path)
    seed = first.seed()
    assert first.seed() == seed
    assert len(seed) == 16
    first.close()
    second = Journal(path)
    assert second.seed() == seed
    second.close()
