"""Every branch of the decision, on a Tuesday in Seoul with questions planned at 12:49 and 20:27."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest

from herwidget.core.asking import (
    Busy,
    Decision,
    Pause,
    Waiting,
    decide,
    in_hours,
    kind_by_hand,
    later_choices,
    next_moment,
)
from herwidget.core.prompts import Prompt, PromptKind, Slot
from herwidget.core.settings import Hours, Settings
from tests.core.situations import (
    DAY_SLOT,
    EVENING_SLOT,
    HOUR,
    MINUTE,
    TUESDAY,
    ZONE,
    answered,
    at,
    by_hand,
    lapsed,
    planned,
    put,
    put_off,
    situation,
)

DUE, EVENING_DUE = DAY_SLOT.planned_at, EVENING_SLOT.planned_at
END = at("22:00")
NOTHING = Decision()
# Written out, so that nobody changes a promise without noticing.
EXPIRY, SETTLING, MINIMUM_GAP = timedelta(minutes=15), timedelta(minutes=4), timedelta(hours=2, minutes=30)
A_MOMENT = timedelta(milliseconds=7)


class TestAPlannedMoment:
    def test_is_asked_in_its_minute_and_not_before(self) -> None:
        assert decide(situation(DUE - MINUTE)) == NOTHING
        assert decide(situation(DUE)) == Decision(ask=DAY_SLOT)
        assert decide(situation(DUE + A_MOMENT)) == Decision(ask=DAY_SLOT)

    def test_is_asked_once(self) -> None:
        assert decide(situation(DUE + MINUTE, put(DAY_SLOT))) == NOTHING
        assert decide(situation(DUE + 4 * HOUR, answered(DAY_SLOT))) == NOTHING
        assert decide(situation(DUE + 4 * HOUR, lapsed(DAY_SLOT))) == NOTHING

    def test_is_asked_late_when_nobody_looked_at_the_clock(self) -> None:
        assert decide(situation(DUE + 2 * HOUR)) == Decision(ask=DAY_SLOT)

    def test_lapses_when_the_next_is_near(self) -> None:
        near = EVENING_DUE - MINIMUM_GAP
        assert decide(situation(near)) == Decision(ask=DAY_SLOT)
        assert decide(situation(near + MINUTE)) == Decision(lapse=(DAY_SLOT,))

    def test_lapses_when_the_next_has_come_as_well(self) -> None:
        assert decide(situation(EVENING_DUE)) == Decision(ask=EVENING_SLOT, lapse=(DAY_SLOT,))

    def test_is_asked_late_when_nothing_is_ahead_because_the_clock_was_set_back(self) -> None:
        done = [answered(slot) for slot in (EVENING_SLOT, *planned(TUESDAY + timedelta(days=1)))]
        assert decide(situation(DUE + HOUR, *done)) == Decision(ask=DAY_SLOT)

    def test_lapses_when_the_hours_end(self) -> None:
        assert decide(situation(END - MINUTE, answered(DAY_SLOT))) == Decision(ask=EVENING_SLOT)
        assert decide(situation(END, answered(DAY_SLOT))) == Decision(lapse=(EVENING_SLOT,))

    def test_that_is_asked_on_time_does_not_lapse_because_the_next_is_near(self) -> None:
        # Around the clock, the last question of a day and the first of the next may be close.
        around_the_clock = Settings(hours=Hours(time(21), time(21)), check_ins_a_day=1)
        days = [TUESDAY + timedelta(days=number) for number in range(60)]
        slots = [slot for day in days for slot in planned(day, around_the_clock)]
        one, other = next(pair for pair in pairwise(slots) if pair[1].planned_at - pair[0].planned_at < MINIMUM_GAP)
        before = [lapsed(slot) for slot in planned(one.plan_day - timedelta(days=1), around_the_clock)]
        for moment in (one.planned_at, one.planned_at + A_MOMENT):
            assert decide(situation(moment, *before, settings=around_the_clock)).ask == one
        assert decide(situation(one.planned_at + MINUTE, *before, settings=around_the_clock)).lapse == (one,)
        assert decide(situation(other.planned_at, *before, answered(one), settings=around_the_clock)) == Decision(
            waiting=Waiting.TOO_SOON
        )

    def test_of_yesterday_may_still_come_after_midnight(self) -> None:
        late = Settings(hours=Hours(time(22), time(4)), check_ins_a_day=1)
        slot = next(
            slot
            for number in range(60)
            for slot in planned(TUESDAY + timedelta(days=number), late)
            if slot.planned_at > at("00:00", slot.plan_day + timedelta(days=1))
        )
        before = [lapsed(earlier) for earlier in planned(slot.plan_day - timedelta(days=1), late)]
        assert decide(situation(slot.planned_at, *before, settings=late)) == Decision(ask=slot)
        end = at("04:00", slot.plan_day + timedelta(days=1))
        assert decide(situation(end, *before, settings=late)) == Decision(lapse=(slot,))


class TestTheGapBetweenQuestions:
    def test_makes_the_next_wait(self) -> None:
        late = put(DAY_SLOT, EVENING_DUE - HOUR, closed_at=EVENING_DUE - HOUR)
        too_soon = Decision(waiting=Waiting.TOO_SOON)
        assert decide(situation(EVENING_DUE, late)) == too_soon
        assert decide(situation(EVENING_DUE + 90 * MINUTE - MINUTE, late)) == too_soon
        assert decide(situation(EVENING_DUE + 90 * MINUTE, late)) == Decision(ask=EVENING_SLOT)

    def test_is_kept_from_the_last_time_a_postponed_question_was_shown(self) -> None:
        again = replace(answered(DAY_SLOT), shown_at=EVENING_DUE - HOUR)
        assert decide(situation(EVENING_DUE, again)).waiting is Waiting.TOO_SOON

    def test_makes_the_next_wait_and_not_lapse_when_the_first_was_answered_late(self) -> None:
        late = answered(DAY_SLOT, EVENING_DUE - HOUR / 2)
        assert decide(situation(EVENING_DUE, late)) == Decision(waiting=Waiting.TOO_SOON)

    def test_is_kept_to_the_moment_a_postponed_question_comes_back(self) -> None:
        coming = put_off(DAY_SLOT, EVENING_DUE + HOUR)
        assert decide(situation(EVENING_DUE, coming)) == Decision(waiting=Waiting.TOO_SOON)

    def test_is_not_counted_from_what_was_begun_by_hand(self) -> None:
        skipped = replace(by_hand(DUE - 10 * MINUTE), closed_at=DUE - 5 * MINUTE, skipped_at=DUE - 5 * MINUTE)
        assert decide(situation(DUE, skipped)) == Decision(ask=DAY_SLOT)

    def test_is_counted_to_and_from_a_check_in_by_hand_that_was_postponed(self) -> None:
        coming = replace(by_hand(DUE - 3 * HOUR), later_at=DUE - 3 * HOUR, later_until=DUE + HOUR)
        assert decide(situation(DUE, coming)) == Decision(waiting=Waiting.TOO_SOON)
        came = replace(coming, shown_at=DUE - HOUR, later_until=None, closed_at=DUE - HOUR)
        assert decide(situation(DUE, came)) == Decision(waiting=Waiting.TOO_SOON)


class TestAPause:
    def test_holds_until_its_moment(self) -> None:
        pause = Pause(DUE + HOUR)
        assert decide(situation(DUE, pause=pause)) == Decision(waiting=Waiting.PAUSED)
        assert decide(situation(DUE + HOUR - MINUTE, pause=pause)) == Decision(waiting=Waiting.PAUSED)
        assert decide(situation(DUE + HOUR, pause=pause)) == Decision(ask=DAY_SLOT)

    def test_without_a_moment_holds_until_it_is_ended(self) -> None:
        assert decide(situation(EVENING_DUE, lapsed(DAY_SLOT), pause=Pause(None))).waiting is Waiting.PAUSED
        assert Pause(None).holds(END)

    def test_lets_moments_lapse_and_cards_go(self) -> None:
        card = by_hand(END - HOUR)
        decision = decide(situation(END, card, pause=Pause(None)))
        assert decision == Decision(lapse=(DAY_SLOT, EVENING_SLOT), expire=(card,))

    def test_keeps_a_postponed_question_back(self) -> None:
        back = put_off(DAY_SLOT, DUE + HOUR)
        assert decide(situation(DUE + HOUR, back, pause=Pause(None))) == Decision(waiting=Waiting.PAUSED)


class TestABusyPerson:
    @pytest.mark.parametrize("busy", Busy)
    def test_is_asked_afterwards(self, busy: Busy) -> None:
        assert decide(situation(DUE, busy=busy)) == Decision(waiting=Waiting.BUSY)
        assert decide(situation(DUE + HOUR)) == Decision(ask=DAY_SLOT)

    @pytest.mark.parametrize("busy", [Busy.AWAY, Busy.FULL_SCREEN, Busy.DO_NOT_DISTURB])
    def test_may_want_to_be_asked_nevertheless(self, busy: Busy) -> None:
        settings = Settings(silent_when_busy=False)
        assert decide(situation(DUE, busy=busy, settings=settings)) == Decision(ask=DAY_SLOT)

    def test_is_never_asked_on_a_locked_screen(self) -> None:
        settings = Settings(silent_when_busy=False)
        assert decide(situation(DUE, busy=Busy.LOCKED, settings=settings)) == Decision(waiting=Waiting.BUSY)

    def test_is_not_asked_when_the_hours_are_over(self) -> None:
        assert decide(situation(END, answered(DAY_SLOT), busy=Busy.AWAY)) == Decision(lapse=(EVENING_SLOT,))


class TestAfterWaking:
    def test_the_machine_settles_first(self) -> None:
        settling = Decision(waiting=Waiting.SETTLING)
        assert decide(situation(DUE, awake_since=DUE)) == settling
        assert decide(situation(DUE + SETTLING - A_MOMENT, awake_since=DUE)) == settling
        assert decide(situation(DUE + SETTLING, awake_since=DUE)) == Decision(ask=DAY_SLOT)

    def test_a_clock_that_was_set_back_does_not_make_it_settle_for_long(self) -> None:
        assert decide(situation(DUE, awake_since=DUE + HOUR)) == Decision(ask=DAY_SLOT)

    def test_one_of_the_moments_slept_through_is_asked(self) -> None:
        back = put_off(DAY_SLOT, EVENING_DUE - HOUR)
        assert decide(situation(EVENING_DUE + HOUR, back)) == Decision(ask=back)
        shown_again = replace(back, shown_at=EVENING_DUE + HOUR, later_until=None, closed_at=EVENING_DUE + HOUR)
        assert decide(situation(EVENING_DUE + HOUR + MINUTE, shown_again)) == Decision(waiting=Waiting.TOO_SOON)

    def test_of_two_postponed_questions_the_newer_comes_back_and_the_other_goes(self) -> None:
        older, newer = put_off(DAY_SLOT, EVENING_DUE + HOUR), put_off(EVENING_SLOT, EVENING_DUE + MINUTE)
        now = EVENING_DUE + HOUR
        assert decide(situation(now, older, newer)) == Decision(ask=newer, expire=(older,))
        assert decide(situation(now, newer, older, busy=Busy.AWAY)) == Decision(expire=(older,), waiting=Waiting.BUSY)


class TestACardOnTheScreen:
    def test_is_the_only_one(self) -> None:
        card = by_hand(DUE - MINUTE)
        assert decide(situation(DUE, card)) == Decision(waiting=Waiting.CARD_OPEN)

    def test_keeps_a_postponed_question_back(self) -> None:
        card, back = by_hand(DUE + HOUR - MINUTE), put_off(DAY_SLOT, DUE + HOUR)
        assert decide(situation(DUE + HOUR, back, card)) == Decision(waiting=Waiting.CARD_OPEN)

    def test_goes_away_when_nobody_touches_it(self) -> None:
        card = put(DAY_SLOT)
        assert decide(situation(DUE + EXPIRY - A_MOMENT, card)) == NOTHING
        assert decide(situation(DUE + EXPIRY, card)) == Decision(expire=(card,))

    def test_goes_away_and_makes_room_in_the_same_moment(self) -> None:
        card = by_hand(DUE - EXPIRY)
        assert decide(situation(DUE, card)) == Decision(ask=DAY_SLOT, expire=(card,))

    def test_survives_a_corrected_clock_and_not_one_set_back(self) -> None:
        card = put(DAY_SLOT)
        assert decide(situation(DUE - 2 * MINUTE, card)).expire == ()
        assert decide(situation(DUE - 3 * MINUTE, card)).expire == (card,)

    def test_does_not_expire_twice(self) -> None:
        gone = put(DAY_SLOT, expired_at=DUE + EXPIRY, closed_at=DUE + EXPIRY)
        assert decide(situation(DUE + HOUR, gone)) == NOTHING


class TestLater:
    def test_brings_the_same_question_back_at_its_moment(self) -> None:
        back = put_off(DAY_SLOT, DUE + 30 * MINUTE)
        assert decide(situation(DUE + 29 * MINUTE, back)) == NOTHING
        assert decide(situation(DUE + 30 * MINUTE, back)) == Decision(ask=back)

    def test_does_not_wait_for_the_gap(self) -> None:
        back = put_off(EVENING_SLOT, EVENING_DUE + 30 * MINUTE)
        assert decide(situation(EVENING_DUE + 30 * MINUTE, answered(DAY_SLOT), back)) == Decision(ask=back)

    def test_waits_for_a_busy_person(self) -> None:
        back = put_off(DAY_SLOT, DUE + HOUR)
        assert decide(situation(DUE + HOUR, back, busy=Busy.LOCKED)) == Decision(waiting=Waiting.BUSY)
        assert decide(situation(DUE + 3 * HOUR, back)) == Decision(ask=back)

    def test_ends_with_the_persons_hours(self) -> None:
        back = put_off(EVENING_SLOT, EVENING_DUE + HOUR)
        assert decide(situation(END - A_MOMENT, answered(DAY_SLOT), back)) == Decision(ask=back)
        assert decide(situation(END, answered(DAY_SLOT), back)) == Decision(expire=(back,))

    def test_does_not_return_the_next_day(self) -> None:
        back = put_off(EVENING_SLOT, END - MINUTE)
        tomorrow = at("10:00", TUESDAY + timedelta(days=1))
        assert decide(situation(tomorrow, answered(DAY_SLOT), back)) == Decision(expire=(back,))

    def test_brings_it_back_a_little_into_the_next_day_when_the_hours_go_around_the_clock(self) -> None:
        around_the_clock = Settings(hours=Hours(time(21), time(21)))
        slots = [slot for number in (-1, 0) for slot in planned(TUESDAY + timedelta(days=number), around_the_clock)]
        back = put_off(slots[1], at("21:15"), shown=at("20:45"))
        taken = [lapsed(slot) for slot in slots if slot != slots[1]]
        assert decide(situation(at("21:15"), back, *taken, settings=around_the_clock)) == Decision(ask=back)
        late = decide(situation(at("21:30"), back, *taken, settings=around_the_clock, busy=Busy.AWAY))
        assert late == Decision(expire=(back,))

    def test_does_not_wait_for_days_when_the_clock_was_set_back(self) -> None:
        back = put_off(DAY_SLOT, DUE + HOUR)
        before = DUE - timedelta(days=1)
        assert back in decide(situation(before, back)).expire

    def test_brings_a_check_in_by_hand_back_too(self) -> None:
        back = replace(by_hand(DUE), later_at=DUE, later_until=DUE + HOUR)
        assert decide(situation(DUE + HOUR, lapsed(DAY_SLOT), back)) == Decision(ask=back)


class TestACheckInByHand:
    def test_answered_within_the_hour_takes_the_place_of_the_planned_one(self) -> None:
        answered_now = by_hand(DUE - 2 * HOUR, answered=DUE - 59 * MINUTE)
        assert decide(situation(DUE, answered_now)) == Decision(lapse=(DAY_SLOT,))

    def test_answered_an_hour_ago_does_not(self) -> None:
        assert decide(situation(DUE, by_hand(DUE - 2 * HOUR, answered=DUE - HOUR))) == Decision(ask=DAY_SLOT)

    def test_answered_just_now_is_seen_after_the_clock_was_set_back(self) -> None:
        ahead = by_hand(DUE + 10 * MINUTE, answered=DUE + 11 * MINUTE)
        assert decide(situation(DUE, ahead)) == Decision(lapse=(DAY_SLOT,))

    def test_takes_the_evenings_place_when_it_asked_the_evenings_steps(self) -> None:
        done = by_hand(at("18:05"), answered=at("18:06"), kind=PromptKind.EVENING)
        assert decide(situation(EVENING_DUE, answered(DAY_SLOT), done)) == Decision(lapse=(EVENING_SLOT,))

    def test_leaves_the_evening_when_it_was_not_answered(self) -> None:
        left = replace(by_hand(at("18:05"), kind=PromptKind.EVENING), closed_at=at("18:20"), expired_at=at("18:20"))
        assert decide(situation(EVENING_DUE, answered(DAY_SLOT), left)) == Decision(ask=EVENING_SLOT)

    def test_of_the_evening_leaves_the_day(self) -> None:
        done = by_hand(at("18:05"), answered=at("18:06"), kind=PromptKind.EVENING)
        assert decide(situation(at("19:10"), lapsed(EVENING_SLOT), done)) == Decision(ask=DAY_SLOT)

    def test_of_the_day_leaves_the_evening(self) -> None:
        done = by_hand(at("18:05"), answered=at("18:06"))
        assert decide(situation(EVENING_DUE, answered(DAY_SLOT), done)) == Decision(ask=EVENING_SLOT)

    def test_does_not_use_up_a_planned_one(self) -> None:
        earlier = [replace(by_hand(at("10:30"), answered=at("10:31")), id=300 + number) for number in range(3)]
        assert decide(situation(DUE, *earlier)) == Decision(ask=DAY_SLOT)


class TestChangedSettings:
    def test_fewer_a_day_leave_out_what_would_be_too_many(self) -> None:
        fewer = Settings(check_ins_a_day=1)
        (only,) = planned(settings=fewer)
        shown = replace(answered(DAY_SLOT, DUE), slot=1)
        assert decide(situation(only.planned_at, shown, settings=fewer)) == Decision(lapse=(only,))

    def test_moments_that_lapsed_are_not_counted(self) -> None:
        fewer, more = Settings(check_ins_a_day=1), Settings(check_ins_a_day=3)
        (only,) = planned(settings=fewer)
        assert decide(situation(only.planned_at, replace(lapsed(DAY_SLOT), slot=1), settings=fewer)).ask == only
        last = planned(settings=more)[2]
        assert decide(situation(last.planned_at, lapsed(DAY_SLOT), lapsed(EVENING_SLOT), settings=more)).ask == last

    def test_more_a_day_bring_no_second_evening(self) -> None:
        more = Settings(check_ins_a_day=3)
        slots = planned(settings=more)
        one = replace(
            put(slots[0], expired_at=slots[0].planned_at, closed_at=slots[0].planned_at), kind=PromptKind.EVENING
        )
        decision = decide(situation(slots[2].planned_at, one, lapsed(slots[1]), settings=more))
        assert decision == Decision(lapse=(slots[2],))

    def test_none_a_day_ask_nothing_and_bring_back_what_was_postponed(self) -> None:
        none = Settings(check_ins_a_day=0)
        assert decide(situation(DUE, settings=none)) == NOTHING
        back = put_off(DAY_SLOT, DUE + HOUR)
        assert decide(situation(DUE + HOUR, back, settings=none)) == Decision(ask=back)

    def test_later_hours_hold_a_postponed_question_back(self) -> None:
        later = Settings(hours=Hours(time(16), time(22)))
        back = put_off(DAY_SLOT, DUE + HOUR)
        taken = [lapsed(slot) for slot in planned(settings=later)[1:]]
        assert decide(situation(DUE + HOUR, back, *taken, settings=later)) == Decision(waiting=Waiting.OUTSIDE_HOURS)


class TestTheNextMoment:
    def test_is_the_next_that_is_planned(self) -> None:
        assert next_moment(situation(DUE - MINUTE)) == DUE
        assert next_moment(situation(DUE, put(DAY_SLOT))) == EVENING_DUE
        tomorrow = planned(TUESDAY + timedelta(days=1))[0].planned_at
        assert next_moment(situation(EVENING_DUE, answered(DAY_SLOT), put(EVENING_SLOT))) == tomorrow

    def test_is_when_a_postponed_question_returns(self) -> None:
        back = put_off(DAY_SLOT, DUE + HOUR)
        assert next_moment(situation(DUE + MINUTE, back)) == DUE + HOUR

    def test_is_never_past(self) -> None:
        back, now = put_off(DAY_SLOT, DUE + HOUR), DUE + 2 * HOUR
        assert next_moment(situation(now, back, busy=Busy.AWAY)) == now

    def test_comes_after_the_pause(self) -> None:
        pause = Pause(DUE + 2 * HOUR)
        assert next_moment(situation(DUE - HOUR, pause=pause)) == EVENING_DUE
        assert next_moment(situation(DUE + MINUTE, put_off(DAY_SLOT, DUE + HOUR), pause=pause)) == DUE + 2 * HOUR

    def test_is_as_planned_when_the_pause_is_over(self) -> None:
        assert next_moment(situation(DUE - HOUR, pause=Pause(DUE - 2 * HOUR))) == DUE

    def test_is_not_known_in_a_pause_without_end_or_with_nothing_planned(self) -> None:
        assert next_moment(situation(DUE - HOUR, pause=Pause(None))) is None
        assert next_moment(situation(DUE - HOUR, settings=Settings(check_ins_a_day=0))) is None

    def test_is_not_the_evening_that_was_done_by_hand(self) -> None:
        done = by_hand(at("18:05"), answered=at("18:06"), kind=PromptKind.EVENING)
        tomorrow = planned(TUESDAY + timedelta(days=1))[0].planned_at
        assert next_moment(situation(at("18:30"), answered(DAY_SLOT), done)) == tomorrow

    def test_is_not_one_that_was_asked_before_the_clock_was_set_back(self) -> None:
        assert next_moment(situation(DUE - HOUR, answered(DAY_SLOT))) == EVENING_DUE

    def test_is_not_one_that_a_check_in_by_hand_takes_the_place_of(self) -> None:
        done = by_hand(DUE - 20 * MINUTE, answered=DUE - 19 * MINUTE)
        assert next_moment(situation(DUE - 10 * MINUTE, done)) == EVENING_DUE

    def test_is_not_when_a_question_would_return_after_the_hours(self) -> None:
        tomorrow = planned(TUESDAY + timedelta(days=1))[0].planned_at
        back = put_off(EVENING_SLOT, EVENING_DUE + HOUR)
        assert next_moment(situation(EVENING_DUE + HOUR, answered(DAY_SLOT), back, pause=Pause(END))) == tomorrow


class TestWhatLaterMayMean:
    def test_is_half_an_hour_two_hours_or_the_evening(self) -> None:
        now = at("13:00")
        assert later_choices(now, ZONE, Settings()) == {
            "half-hour": at("13:30"),
            "two-hours": at("15:00"),
            "evening": at("19:10"),
        }

    def test_is_not_the_evening_when_it_has_begun(self) -> None:
        assert "evening" in later_choices(at("17:59"), ZONE, Settings())
        assert set(later_choices(at("18:00"), ZONE, Settings())) == {"half-hour", "two-hours"}

    @pytest.mark.parametrize(
        ("clock", "expected"),
        [("19:59", {"half-hour", "two-hours"}), ("20:00", {"half-hour"}), ("21:29", {"half-hour"}), ("21:30", set())],
    )
    def test_is_never_after_the_hours(self, clock: str, expected: set[str]) -> None:
        assert set(later_choices(at(clock), ZONE, Settings())) == expected

    def test_goes_past_midnight_with_the_hours(self) -> None:
        settings = Settings(hours=Hours(time(18), time(2)))
        assert set(later_choices(at("23:45"), ZONE, settings)) == {"half-hour", "two-hours"}
        assert set(later_choices(at("00:15"), ZONE, settings)) >= {"half-hour"}
        assert "two-hours" not in later_choices(at("00:15"), ZONE, settings)

    def test_is_told_in_time_that_passes_when_the_clock_changes(self) -> None:
        now = at("00:45", date(2026, 3, 8), "America/New_York")
        choices = later_choices(now, "America/New_York", Settings(hours=Hours(time(20), time(4))))
        assert choices["two-hours"] - now == 2 * HOUR

    def test_always_brings_the_question_back(self) -> None:
        for clock in ("10:30", "13:00", "17:59", "19:00"):
            for until in later_choices(at(clock), ZONE, Settings()).values():
                back = put_off(DAY_SLOT, until, shown=at(clock))
                assert decide(situation(until, back, lapsed(EVENING_SLOT))) == Decision(ask=back)


class TestWhatIsAskedByHand:
    def test_is_the_days_before_six_and_the_evenings_after(self) -> None:
        assert kind_by_hand(at("17:59"), ZONE, ()) is PromptKind.DAY
        assert kind_by_hand(at("18:00"), ZONE, ()) is PromptKind.EVENING

    @pytest.mark.parametrize(
        "done", [answered(EVENING_SLOT), by_hand(at("18:05"), answered=at("18:06"), kind=PromptKind.EVENING)]
    )
    def test_is_the_days_again_when_the_evenings_were_answered(self, done: Prompt) -> None:
        assert kind_by_hand(at("21:00"), ZONE, [done]) is PromptKind.DAY
        assert kind_by_hand(at("21:00", TUESDAY + timedelta(days=1)), ZONE, [done]) is PromptKind.EVENING

    @pytest.mark.parametrize("left", [put(EVENING_SLOT), lapsed(EVENING_SLOT), answered(DAY_SLOT)])
    def test_is_the_evenings_while_they_were_not_answered(self, left: Prompt) -> None:
        assert kind_by_hand(at("21:00"), ZONE, [left]) is PromptKind.EVENING


class TestThePersonsHours:
    @pytest.mark.parametrize(
        ("clock", "inside"), [("09:59", False), ("10:00", True), ("21:59", True), ("22:00", False)]
    )
    def test_begin_with_their_start_and_stop_before_their_end(self, clock: str, inside: bool) -> None:
        assert in_hours(at(clock), ZONE, Settings()) is inside

    @pytest.mark.parametrize(
        ("clock", "inside"), [("01:59", True), ("02:00", False), ("21:59", False), ("22:00", True)]
    )
    def test_may_end_after_midnight(self, clock: str, inside: bool) -> None:
        assert in_hours(at(clock), ZONE, Settings(hours=Hours(time(22), time(2)))) is inside

    def test_are_those_of_the_zone_the_person_is_in(self) -> None:
        assert in_hours(at("12:00"), ZONE, Settings())
        assert not in_hours(at("12:00"), "America/New_York", Settings())


def test_a_decision_leaves_nothing_to_decide_once_it_is_recorded() -> None:
    now: datetime = EVENING_DUE
    card = by_hand(now - EXPIRY)
    decision = decide(situation(now, card))
    assert decision == Decision(ask=EVENING_SLOT, lapse=(DAY_SLOT,), expire=(card,))
    assert isinstance(decision.ask, Slot)
    gone = replace(card, expired_at=now, closed_at=now)
    assert decide(situation(now, gone, lapsed(DAY_SLOT))) == Decision(ask=EVENING_SLOT)
    assert decide(situation(now, gone, lapsed(DAY_SLOT), put(decision.ask, now))) == NOTHING
