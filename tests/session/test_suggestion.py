"""Drifting evenings bring one suggestion after the next answer; the tray brings one at any time. Nothing is sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from herwidget.core.prompts import PromptKind, StepAnswer, StepName
from herwidget.journal.journal import Journal

from .processes import wait_for
from .program import ZONE, Herwidget

LAST_EVENING = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def drift(herwidget: Herwidget) -> None:
    """Four evenings far from everyone, and Mina on the list."""
    journal = Journal(herwidget.journal)
    journal.add_person("Mina", LAST_EVENING)
    for ago in range(3, -1, -1):
        at = LAST_EVENING - timedelta(days=ago)
        prompt = journal.add_prompt(PromptKind.EVENING, at.date(), None, at, at, ZONE)
        for answer in (
            StepAnswer(StepName.MOOD, "mood", "mood", value=2),
            StepAnswer(StepName.CONNECTED, "connected", "connection", value=6),
            StepAnswer(StepName.HEARD, "heard", "heard", choice="not-yet"),
        ):
            journal.save_answer(prompt.id, answer, at, ZONE)
        journal.record_closed(prompt.id, at)
    journal.close()


def suggestions(herwidget: Herwidget) -> list[tuple[object, object]]:
    """What was suggested: by hand or not, and what was answered."""
    return [(row["by_hand"], row["answer"]) for row in herwidget.rows("SELECT by_hand, answer FROM suggestions")]


def test_drifting_evenings_bring_one_suggestion_after_an_answer(herwidget: Herwidget) -> None:
    drift(herwidget)
    herwidget.start()
    herwidget.open_card()
    herwidget.session.key("2", "Return", "Escape")
    wait_for(lambda: suggestions(herwidget) == [(0, None)], what="the suggestion to be kept")
    suggestion = herwidget.wait_for_card()
    herwidget.click_into(suggestion)
    herwidget.session.key("Escape")
    herwidget.wait_until_card_is_gone()
    assert suggestions(herwidget) == [(0, "not-now")]
    # Within a fortnight there is no other, however the next answer is.
    herwidget.open_card()
    herwidget.answer_both_steps()
    herwidget.quit()
    assert suggestions(herwidget) == [(0, "not-now")]


def test_the_tray_brings_one_at_any_time(herwidget: Herwidget) -> None:
    herwidget.start()
    wait_for(lambda: "Reach out to someone" in herwidget.menu(), what="the menu")
    herwidget.icon()
    herwidget.choose_from_menu("Down", "Down", "Down", "Return")
    card = herwidget.wait_for_card()
    assert suggestions(herwidget) == [(1, None)]
    herwidget.wait_for_focus(card)
    herwidget.session.key("Escape")
    herwidget.wait_until_card_is_gone()
