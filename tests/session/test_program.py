"""The running program in the tray: a click, a card, keys, rows; the menu; the end."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.desktop.test_x11 import LISTENER

from .portal import LIGHT, Portal
from .processes import wait_for
from .program import ZONE, Herwidget

MINUTE_OF_THE_TEST = "2026-11-24T01:20:"


def test_icon_is_registered_and_seen_in_the_panel(herwidget: Herwidget) -> None:
    program = herwidget.start()
    item = herwidget.session.wait_for_tray_item(program.pid)
    properties = herwidget.session.tray_item_properties(item)
    assert (properties["Status"], properties["Id"]) == ("Active", "herwidget")
    assert properties["ToolTip"][2:] == ("Herwidget", ""), "nothing of anybody's mood"
    herwidget.icon()
    assert herwidget.card() is None
    assert herwidget.window() is None


def test_a_start_from_a_menu_is_not_waited_for(herwidget: Herwidget) -> None:
    listener = herwidget.session.start([sys.executable, "-c", LISTENER])
    wait_for(lambda: "listening" in listener.stdout_text(), what="the listener")

    def told() -> bytes:
        pieces = [line.split() for line in listener.stdout_text().splitlines(keepends=True) if line.endswith("\n")]
        return b"".join(bytes.fromhex(piece[1]) for piece in pieces if len(piece) == 2)

    herwidget.start(DESKTOP_STARTUP_ID="panel-1")
    wait_for(lambda: b'remove: ID="panel-1"' in told(), what="the end of the start")
    herwidget.launch("--background", DESKTOP_STARTUP_ID="panel-2")
    wait_for(lambda: b'remove: ID="panel-2"' in told(), what="the end of the second start")


def test_left_click_opens_a_card_that_is_answered_by_keys(herwidget: Herwidget) -> None:
    herwidget.start()
    herwidget.open_card()
    herwidget.session.key("4")
    (mood,) = herwidget.wait_for_answers(1)
    herwidget.session.key("Return", "2", "Return")
    herwidget.wait_until_card_is_gone()
    assert (mood["step"], mood["question_id"], mood["value"]) == ("mood", "mood", 4)
    _, question = herwidget.answers()
    assert (question["step"], question["value"]) == ("question", 25)
    for answer in herwidget.answers():
        assert (answer["zone"], answer["local_day"]) == (ZONE, "2026-11-24")
        assert answer["answered_at"].startswith(MINUTE_OF_THE_TEST)
    (prompt,) = herwidget.prompts()
    assert (prompt["kind"], prompt["slot"], prompt["plan_day"], prompt["zone"]) == ("day", None, "2026-11-24", ZONE)
    assert prompt["question_id"] == question["question_id"]
    assert prompt["shown_at"] <= prompt["answered_at"] == mood["answered_at"] <= prompt["closed_at"]
    assert prompt["closed_at"].startswith(MINUTE_OF_THE_TEST)
    assert prompt["skipped_at"] is prompt["expired_at"] is prompt["later_at"] is None


def test_enter_goes_on_where_the_desktops_theme_lets_it_press_buttons(herwidget: Herwidget) -> None:
    with Portal(herwidget.session.bus_address, LIGHT):
        herwidget.start(XDG_CURRENT_DESKTOP="XFCE", NO_AT_BRIDGE="1")
        herwidget.open_card()
        herwidget.answer_both_steps()
        assert [answer["value"] for answer in herwidget.answers()] == [4, 25]
        herwidget.quit()


def test_card_is_answered_by_arrows(herwidget: Herwidget) -> None:
    herwidget.start()
    herwidget.open_card()
    # The first arrow goes to the lamps, the others along them.
    herwidget.session.key("Right", "Right", "Right")
    wait_for(lambda: [answer["value"] for answer in herwidget.answers()] == [3], what="the third mood")
    herwidget.session.key("Left", "Return", "Right", "Right", "Right", "Return")
    herwidget.wait_until_card_is_gone()
    mood, question = herwidget.answers()
    assert mood["value"] == 2
    assert question["value"] == 60, "the scale starts in the middle, and goes by five"


def test_evening_card_asks_mood_closeness_and_who_heard(herwidget: Herwidget) -> None:
    herwidget.start(clock="2026-11-24T09:30:00Z")
    herwidget.open_card()
    herwidget.session.key("3", "Return", "4", "Return", "2")
    herwidget.wait_for_answers(3)
    herwidget.session.key("Return")
    herwidget.wait_until_card_is_gone()
    kept = [(answer["step"], answer["value"], answer["choice"]) for answer in herwidget.answers()]
    assert kept == [("mood", 3, None), ("connected", 75, None), ("heard", None, "call")]
    assert [prompt["kind"] for prompt in herwidget.prompts()] == ["evening"]


def test_escape_on_an_untouched_card_keeps_it_as_skipped(herwidget: Herwidget) -> None:
    herwidget.start()
    herwidget.open_card()
    herwidget.session.key("Escape")
    herwidget.wait_until_card_is_gone()
    (prompt,) = herwidget.prompts()
    assert prompt["skipped_at"] == prompt["closed_at"] is not None
    assert prompt["answered_at"] is prompt["expired_at"] is None
    assert herwidget.answers() == []


def test_escape_after_an_answer_keeps_the_answer(herwidget: Herwidget) -> None:
    herwidget.start()
    herwidget.open_card()
    herwidget.session.key("5", "Escape")
    herwidget.wait_until_card_is_gone()
    assert [answer["value"] for answer in herwidget.answers()] == [5]
    (prompt,) = herwidget.prompts()
    assert prompt["skipped_at"] is None
    assert prompt["closed_at"] is not None


@pytest.mark.parametrize("note", ["오늘은 조금 지쳤어요", "tired, and 4 of us laughed"])
def test_note_is_typed_and_kept(herwidget: Herwidget, note: str) -> None:
    herwidget.start()
    herwidget.open_card()
    herwidget.session.key("2", "Tab")
    herwidget.session.type_text(note)
    herwidget.session.key("Return")
    wait_for(lambda: [answer["note"] for answer in herwidget.answers()] == [note], what="the note")
    assert [answer["value"] for answer in herwidget.answers()] == [2], "a digit in a note is no choice"


def test_note_that_is_being_typed_is_kept_while_the_hand_rests(herwidget: Herwidget) -> None:
    herwidget.start()
    herwidget.open_card()
    herwidget.session.key("3", "Tab")
    herwidget.session.type_text("half a thought")
    wait_for(lambda: [answer["note"] for answer in herwidget.answers()] == ["half a thought"], what="the note")
    assert herwidget.card() is not None


def test_history_in_the_menu_opens_the_window(herwidget: Herwidget, artifacts: Path) -> None:
    herwidget.start()
    wait_for(lambda: "Pause" in herwidget.menu(), what="the journal to be open")
    herwidget.open_menu()
    herwidget.keep_picture(artifacts / "tray-menu.png")
    herwidget.session.key("Down", "Down", "Return")
    window = herwidget.wait_for_window()
    herwidget.wait_for_focus(window)
    herwidget.session.key("Escape")
    wait_for(lambda: herwidget.window() is None, what="the window to close")
    assert herwidget.process.exit_code is None


def test_quit_in_the_menu_ends_the_program_well(herwidget: Herwidget) -> None:
    program = herwidget.start()
    herwidget.choose_from_menu("Up", "Return")
    assert program.wait_exit() == 0
    wait_for(herwidget.icon_is_gone, what="the icon to be gone")
    assert herwidget.session.tray_items() == []
    assert herwidget.log().splitlines()[-1].endswith("ended")


def test_quitting_writes_down_what_is_on_the_card(herwidget: Herwidget) -> None:
    herwidget.start()
    herwidget.open_card()
    herwidget.session.key("1", "Tab")
    herwidget.session.type_text("not now")
    herwidget.quit()
    assert [(answer["value"], answer["note"]) for answer in herwidget.answers()] == [(1, "not now")]
    assert [prompt["closed_at"] for prompt in herwidget.prompts()] == [None], "it may be taken up again"
