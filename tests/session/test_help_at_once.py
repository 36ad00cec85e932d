"""Help at once: real keys, a real screen, in a pause too, and what is left of it on the disk."""

from __future__ import annotations

from collections.abc import Callable

from .desktop import DesktopSession
from .processes import wait_for
from .program import Herwidget

EVENING = "2026-11-24T09:30:00Z"
NIGHT = "2026-11-24T16:30:00Z"
"""Half past one in Seoul: outside the hours."""
HEAVY = "I want to die"
FINE = "I died of laughter"
SENTENCE = "If you are thinking about ending your life, a person can listen right now."
KOREA = 'welcomed = true\nhelp_country = "KR"\n'


def start(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget], clock: str, settings: str = KOREA
) -> Herwidget:
    herwidget = new_herwidget(desktop, settings, accessible=True)
    herwidget.start(clock=clock)
    return herwidget


def write(herwidget: Herwidget, words: str) -> None:
    """Open the card and write a note beside a mood."""
    herwidget.open_card()
    herwidget.session.key("2", "Tab")
    herwidget.session.type_text(words)


def test_words_on_the_card_bring_help_beside_it(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]
) -> None:
    herwidget = start(desktop, new_herwidget, EVENING)
    write(herwidget, HEAVY)
    herwidget.wait_for_words(SENTENCE)
    herwidget.wait_for_words("Call 109")
    assert herwidget.focused_name() == "A few words, if you like", "the keyboard stays where it was"
    herwidget.session.type_text(" tonight")
    herwidget.session.key("Return")
    wait_for(lambda: [one["note"] for one in herwidget.answers()] == [f"{HEAVY} tonight"], what="the note")
    herwidget.session.key("Escape")
    wait_for(lambda: len(herwidget.session.windows(pid=herwidget.process.pid)) > 0, what="the help card")
    herwidget.wait_for_words(SENTENCE)
    # The check-in has gone, and the help card has the keyboard.
    wait_for(lambda: "A few words, if you like" not in herwidget.words(), what="the check-in to be gone")
    card = herwidget.wait_for_card()
    herwidget.wait_for_focus(card)
    herwidget.session.key("Escape")
    herwidget.wait_until_card_is_gone()


def test_it_comes_in_a_pause_and_in_quiet_hours_too(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]
) -> None:
    herwidget = start(desktop, new_herwidget, NIGHT)
    assert herwidget.launch("pause", "on", clock=NIGHT).exit_code == 0
    wait_for(lambda: "Paused until you say" in herwidget.menu(), what="the pause")
    write(herwidget, HEAVY)
    herwidget.session.key("Escape")
    herwidget.wait_for_words(SENTENCE)


def test_other_words_bring_nothing(desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]) -> None:
    herwidget = start(desktop, new_herwidget, EVENING)
    write(herwidget, FINE)
    herwidget.session.key("Escape")
    herwidget.wait_until_card_is_gone()
    assert SENTENCE not in herwidget.words()


def test_other_countries_open_in_the_window(desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]) -> None:
    herwidget = start(desktop, new_herwidget, EVENING)
    write(herwidget, HEAVY)
    herwidget.session.key("Escape")
    herwidget.wait_for_words(SENTENCE)
    herwidget.session.press_accessible("herwidget", "button", "Other countries")
    herwidget.wait_for_window()
    herwidget.wait_for_words("A person can listen right now.")


def test_nothing_tells_afterwards_that_it_came(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]
) -> None:
    herwidget = start(desktop, new_herwidget, EVENING)
    write(herwidget, HEAVY)
    herwidget.session.key("Escape")
    herwidget.wait_for_words(SENTENCE)
    herwidget.quit()
    (answer,) = herwidget.answers()
    assert (answer["note"], answer["words"]) == (HEAVY, "")
    kept = herwidget.journal.read_bytes().replace(HEAVY.encode(), b"")
    said = (herwidget.log() + herwidget.printed()).encode()
    for trace in (b"danger", b"crisis", b"heavy", b"suicid", b"help_card", b"help card", b"109", HEAVY.encode()):
        assert trace not in said
        assert trace == b"109" or trace not in kept.lower()
    assert herwidget.config.read_text(encoding="utf-8") == KOREA
    assert herwidget.rows("SELECT count(*) AS many FROM answers")[0]["many"] == 1


def test_help_opens_without_a_journal_from_the_tray(
    desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]
) -> None:
    herwidget = new_herwidget(desktop, KOREA, accessible=True)
    herwidget.journal.write_bytes(b"no journal of anybody" * 40)
    herwidget.expected_log.append("cannot ask: ")
    herwidget.start("--background", clock=EVENING)
    wait_for(lambda: "If you need help now" in herwidget.menu(), what="the entry")
    herwidget.choose_from_menu("Up", "Up", "Return")
    herwidget.wait_for_window()
    herwidget.wait_for_words("Call 109")
    herwidget.session.press_accessible("herwidget", "radio button", "Settings")
    herwidget.session.press_accessible("herwidget", "radio button", "Help now")
    herwidget.wait_for_words("Call 109")
