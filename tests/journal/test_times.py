"""How long check-ins were there, as the journal tells it."""

from datetime import UTC, datetime, timedelta

import pytest

from herwidget.core.history.ports import HistoryJournal
from herwidget.core.ports import JournalError
from herwidget.core.prompts import PromptKind
from herwidget.journal.history import _TIMES, JournalHistory
from herwidget.journal.journal import Journal
from tests.journal.histories import SEOUL, live, mood, put, seoul

MONDAY, MINUTE = seoul("2026-11-23T00:00"), timedelta(minutes=1)


@pytest.fixture
def history(journal: Journal) -> HistoryJournal:
    """The history of a fresh journal, in Seoul."""
    return JournalHistory(journal, lambda: SEOUL)


def show(journal: Journal, after: float, *, answered: float | None = None, closed: float | None = None) -> None:
    """A check-in shown so many minutes after Monday began, answered and closed so many minutes later."""
    shown: datetime = MONDAY + after * MINUTE
    prompt = journal.add_prompt(PromptKind.DAY, shown.date(), None, shown, shown, SEOUL)
    if answered is not None:
        journal.save_answer(prompt.id, mood(3), shown + answered * MINUTE, SEOUL)
    if closed is not None:
        end = journal.record_skipped if answered is None else journal.record_closed
        end(prompt.id, shown + closed * MINUTE)


def test_only_check_ins_answered_since_and_shown_have_a_time(journal: Journal, history: HistoryJournal) -> None:
    show(journal, -60, answered=1, closed=2)
    show(journal, 60, closed=5)
    show(journal, 120)
    history.add_entry([mood(4)], MONDAY + 180 * MINUTE, SEOUL, MONDAY + 240 * MINUTE)
    assert history.times_of_check_ins(MONDAY) == ()


def test_a_check_in_is_there_until_it_is_closed_or_until_its_last_answer(
    journal: Journal, history: HistoryJournal
) -> None:
    show(journal, 300, answered=0.5, closed=1)
    show(journal, 400, answered=2)
    show(journal, -2, answered=3, closed=40)
    assert sorted(history.times_of_check_ins(MONDAY)) == [MINUTE, 2 * MINUTE, 40 * MINUTE]


def test_the_week_is_found_without_reading_all_years(journal: Journal) -> None:
    plan = journal.rows(f"EXPLAIN QUERY PLAN {_TIMES}", "")
    assert any("idx_prompts_answered" in row["detail"] for row in plan)


@pytest.mark.parametrize("closed", ["2026-11-23 01:02:00", "2026-11-23T01:02:00", "2026-11-23T10:02:00+09:00"])
def test_a_time_that_another_tool_wrote_is_utc_where_it_names_no_zone(
    journal: Journal, history: HistoryJournal, closed: str
) -> None:
    live(journal, seoul("2026-11-23T10:00"), mood(3))
    with journal.connection as connection:
        connection.execute("UPDATE prompts SET closed_at = ?", (closed,))
    assert history.times_of_check_ins(MONDAY) == (2 * MINUTE,)
    (prompt,) = journal.prompts_since(MONDAY)
    assert prompt.closed_at == seoul("2026-11-23T10:02")


def test_a_pause_that_another_tool_wrote_is_over_in_utc(journal: Journal) -> None:
    put(journal, "pauses", started_at="2026-11-23 09:00:00", until_at="2026-11-23 23:00:00")
    pause = journal.pause(datetime(2026, 11, 23, 10, tzinfo=UTC))
    assert pause is not None
    assert pause.until == datetime(2026, 11, 23, 23, tzinfo=UTC)


def test_a_time_that_cannot_be_read_is_told_as_damage(journal: Journal, history: HistoryJournal) -> None:
    live(journal, seoul("2026-11-23T10:00"), mood(3))
    with journal.connection as connection:
        connection.execute("UPDATE prompts SET closed_at = 'soon'")
    with pytest.raises(JournalError):
        history.times_of_check_ins(MONDAY)
