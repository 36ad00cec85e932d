"""Questions that make themselves known by a notification, which tells nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .bus import SeenNotification
from .desktop import DesktopSession
from .fast_clock import MINUTE, clock, planned
from .processes import wait_for
from .program import WELCOMED, Herwidget

SIX_MINUTES_BEFORE = clock(planned()[0].planned_at - 6 * MINUTE)
BY_NOTIFICATION = WELCOMED + 'ask_with = "notification"\n'


@pytest.fixture
def notified(desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]) -> Herwidget:
    """Somebody who wants notifications."""
    return new_herwidget(desktop, BY_NOTIFICATION)


def wait_for_notification(session: DesktopSession) -> SeenNotification:
    """Wait until one has been sent, and taken by the daemon."""
    (seen,) = wait_for(
        lambda: [each for each in session.notifications_seen() if each.identifier is not None], 10, "a notification"
    )
    return seen


def bubble_of(session: DesktopSession) -> tuple[int, int]:
    """Where the bubble is."""
    (bubble,) = wait_for(lambda: session.windows(window_class="^Dunst$"), 5, "the bubble")
    return session.window_geometry(bubble).centre


def test_notification_tells_nothing_and_its_click_opens_the_card(notified: Herwidget) -> None:
    session = notified.session
    notified.start(clock=SIX_MINUTES_BEFORE)
    seen = wait_for_notification(session)
    assert (seen.summary, seen.body) == ("Herwidget", "A small question, when you like")
    assert (seen.application, seen.actions) == ("Herwidget", ("default", "Answer"))
    assert notified.card() is None
    session.move_click(*bubble_of(session), button=2)
    notified.wait_for_focus(notified.wait_for_card())
    notified.answer_both_steps()
    assert [answer["value"] for answer in notified.answers()] == [4, 25]
    (prompt,) = notified.prompts()
    assert prompt["slot"] == 0


def test_notification_speaks_korean(notified: Herwidget) -> None:
    notified.start("--lang", "ko", clock=SIX_MINUTES_BEFORE)
    seen = wait_for_notification(notified.session)
    assert seen.summary == "Herwidget"
    assert any("가" <= letter <= "힣" for letter in seen.body)
    assert not any(letter.isascii() and letter.isalpha() for letter in seen.body)


def test_notification_goes_with_the_question_that_nobody_answered(notified: Herwidget) -> None:
    notified.start(clock=SIX_MINUTES_BEFORE)
    wait_for_notification(notified.session)
    wait_for(lambda: notified.session.notifications_seen()[0].closed_reason == 3, what="the program to take it back")
    (prompt,) = notified.prompts()
    assert prompt["expired_at"] is not None
    assert notified.card() is None


def test_notification_goes_when_the_card_is_opened_from_the_tray(notified: Herwidget) -> None:
    notified.start(clock=SIX_MINUTES_BEFORE)
    wait_for_notification(notified.session)
    notified.open_card()
    notified.answer_both_steps()
    wait_for(lambda: notified.session.notifications_seen()[0].closed_reason == 3, what="the program to take it back")
    assert len(notified.prompts()) == 1, "it is the same question"


def test_dismissed_notification_leaves_the_person_in_peace(notified: Herwidget) -> None:
    notified.start(clock=SIX_MINUTES_BEFORE)
    wait_for_notification(notified.session)
    notified.session.move_click(*bubble_of(notified.session), button=1)
    wait_for(lambda: notified.session.notifications_seen()[0].closed_reason == 2, what="the bubble to close")
    wait_for(lambda: notified.prompts("expired_at IS NOT NULL"), what="the question to be over")
    assert notified.card() is None
    assert len(notified.session.notifications_seen()) == 1


def test_card_comes_where_nobody_shows_notifications(notified: Herwidget) -> None:
    notified.session.stop_notification_daemon()
    notified.expected_log.append("no way to show a notification works")
    notified.start(clock=SIX_MINUTES_BEFORE)
    notified.wait_for_card()


def test_tray_of_the_older_kind_shows_a_message_of_its_own(
    new_desktop: Callable[..., DesktopSession], new_herwidget: Callable[..., Herwidget]
) -> None:
    session = new_desktop(panel="trayer", notifications=False)
    notified = new_herwidget(session, BY_NOTIFICATION)
    notified.start(clock=SIX_MINUTES_BEFORE)
    x, y = notified.icon()
    before = set(session.top_windows())
    (balloon,) = wait_for(lambda: set(session.top_windows()) - before, what="the tray's message")
    box = session.window_geometry(balloon)
    assert box.x <= x and box.y + box.height <= y + 14, "it stands over the icon"
    session.move_click(box.x + 30, box.y + box.height - 20)
    notified.wait_for_focus(notified.wait_for_card())


def test_quitting_takes_the_notification_back(notified: Herwidget) -> None:
    notified.start(clock=SIX_MINUTES_BEFORE)
    wait_for_notification(notified.session)
    notified.quit()
    wait_for(lambda: notified.session.notifications_seen()[0].closed_reason == 3, what="the program to take it back")
