"""What the log and the output never hold: answers, names, notes, questions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from herwidget.core.planner import plan_day
from herwidget.core.settings import Hours
from herwidget.environment import load_bank

from .desktop import DesktopSession
from .fast_clock import MINUTE, clock
from .journal_file import SEED
from .processes import wait_for
from .program import ZONE, Herwidget

EVENING = "2026-11-24T09:30:00Z"
SUNDAY = date(2026, 11, 22)
NOTE, WORDS, NAMES = "nobody knows this", "오늘은 조금 지쳤어요", ("Mina", "어머니")
PRIVATE = (NOTE, WORDS, *NAMES)


def assert_nothing_private(herwidget: Herwidget) -> None:
    """Nothing a person wrote, and nothing the program asked, in either language, is in the log or was printed."""
    said = herwidget.log() + herwidget.printed() + herwidget.config.read_text(encoding="utf-8")
    bank = load_bank()
    questions = [text for question in bank.by_id.values() for text in (question.text.en, question.text.ko)]
    assert [text for text in (*PRIVATE, *questions) if text in said] == []


def test_log_holds_no_answer_note_or_name(desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]) -> None:
    herwidget = new_herwidget(desktop, accessible=True)
    herwidget.start(clock=EVENING)
    herwidget.open_card()
    herwidget.session.key("2", "Tab")
    herwidget.session.type_text(NOTE)
    herwidget.session.key("Return", "3", "Return", "2")
    for name in NAMES:
        herwidget.session.press_accessible("herwidget", "button", "+ someone")
        wait_for(lambda: herwidget.focused_name() == "Their name", what="the field for a name")
        herwidget.session.type_text(name)
        herwidget.session.key("Return")
        herwidget.wait_for_words(name)
    wait_for(lambda: len(herwidget.rows("SELECT * FROM answer_people")) == 2, what="both people")
    herwidget.session.key("Escape")
    herwidget.wait_until_card_is_gone()
    assert herwidget.launch("history", "--page", "people").exit_code == 0
    herwidget.wait_for_words(NAMES[0])
    herwidget.quit()
    assert [row["name"] for row in herwidget.rows("SELECT name FROM people ORDER BY id")] == list(NAMES)
    assert [answer["note"] for answer in herwidget.answers()] == [NOTE, "", ""]
    assert "ended" in herwidget.log()
    assert_nothing_private(herwidget)


def test_log_holds_nothing_of_the_words_of_the_week(herwidget: Herwidget) -> None:
    slot = plan_day(SUNDAY, ZONE, Hours(), 2, SEED)[0]
    herwidget.start(clock=clock(slot.planned_at - 6 * MINUTE))
    card = herwidget.wait_for_card()
    herwidget.session.move_click(*herwidget.session.window_geometry(card).centre)
    herwidget.wait_for_focus(card)
    herwidget.session.type_text(WORDS)
    herwidget.session.key("Tab", "Return")
    herwidget.wait_until_card_is_gone()
    assert [answer["words"] for answer in herwidget.answers()] == [WORDS]
    (prompt,) = herwidget.prompts()
    assert (prompt["kind"], prompt["slot"]) == ("week", 0)
    herwidget.quit()
    assert "asking check-in" in herwidget.log()
    assert_nothing_private(herwidget)
