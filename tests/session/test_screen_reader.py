"""What a screen reader is told, and answering by its means."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from herwidget.core.prompts import StepName
from herwidget.environment import load_bank

from .accessibility import Accessible
from .desktop import DesktopSession
from .processes import wait_for
from .program import WELCOMED, Herwidget

NewHerwidget = Callable[..., Herwidget]
EVENING = "2026-11-24T09:30:00Z"
BANK = load_bank()
MOODS = [choice.label for choice in BANK.steps[StepName.MOOD].choices]


@pytest.fixture
def listener(desktop: DesktopSession, new_herwidget: NewHerwidget) -> Herwidget:
    """Somebody who listens to the screen."""
    return new_herwidget(desktop, WELCOMED + 'language = "en"\n', accessible=True)


def nameless(tree: Accessible) -> list[str]:
    """What takes the keyboard and says nothing of itself."""
    return [
        f"{node.role} at {node.box}"
        for node in tree.walk()
        if "focusable" in node.states and "showing" in node.states and not node.name.strip()
    ]


def press(herwidget: Herwidget, name: str, role: str = "button") -> None:
    """Press a widget as a screen reader does."""
    herwidget.session.press_accessible("herwidget", role, name)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_mood_lamps_are_radio_buttons_by_their_words(
    desktop: DesktopSession, new_herwidget: NewHerwidget, language: str
) -> None:
    herwidget = new_herwidget(desktop, WELCOMED + f'language = "{language}"\n', accessible=True)
    herwidget.start()
    herwidget.open_card()
    herwidget.wait_for_words(BANK.steps[StepName.MOOD].text.of(language))
    lamps = [node.name for node in herwidget.tree().walk() if node.role == "radio button"]
    assert lamps == [label.of(language) for label in MOODS]


def test_card_is_answered_by_a_screen_reader_alone(listener: Herwidget) -> None:
    listener.start("check-in")
    listener.wait_for_card()
    press(listener, MOODS[4].en, "radio button")
    (mood,) = listener.wait_for_answers(1)
    assert mood["value"] == 5
    assert "checked" in found(listener, "radio button", MOODS[4].en).states
    press(listener, "Next")
    listener.wait_for_words("Step 2 of 2")
    press(listener, "Done")
    listener.wait_until_card_is_gone()
    assert listener.prompts()[0]["closed_at"] is not None


def test_everything_on_the_card_has_a_name(listener: Herwidget) -> None:
    listener.start(clock=EVENING)
    listener.open_card()
    steps = [BANK.steps[step].text.en for step in (StepName.MOOD, StepName.CONNECTED)]
    for number in range(1, 4):
        listener.wait_for_words(f"Step {number} of 3")
        if number < 3:
            listener.wait_for_words(steps[number - 1])
        assert nameless(listener.tree()) == []
        listener.session.key("3", *(["Return"] if number < 3 else []))
    press(listener, "+ someone")
    listener.wait_for_words("Their name")
    assert nameless(listener.tree()) == []
    press(listener, "Why this question?")
    wait_for(lambda: "Why this question?" not in listener.words(), what="the telling")
    assert nameless(listener.tree()) == []


def test_everything_in_the_window_has_a_name(listener: Herwidget) -> None:
    listener.start("check-in")
    listener.wait_for_focus(listener.wait_for_card())
    listener.answer_both_steps()
    assert listener.launch("history").exit_code == 0
    listener.wait_for_window()
    pages = {
        "Thread": "Mood and contact",
        "Year": "a dot marks a day when someone heard you",
        "Rhythm": "Weekdays and hours",
        "People": "Nobody is here yet.",
        "Words": "In your own words",
        "Settings": "Check-ins a day",
        "Help now": "Country",
    }
    for page, words in pages.items():
        press(listener, page, "radio button")
        listener.wait_for_words(words)
        assert nameless(listener.tree()) == []


def test_everything_in_the_first_run_has_a_name(desktop: DesktopSession, new_herwidget: NewHerwidget) -> None:
    newcomer = new_herwidget(desktop, 'language = "en"\n', fresh=True, accessible=True)
    newcomer.start()
    for words in panes():
        newcomer.wait_for_words(words)
        assert nameless(newcomer.tree()) == []
        newcomer.wait_for_focus(newcomer.wait_for_window())
        newcomer.session.key("Return")


def panes() -> Iterator[str]:
    """The headings of the first run."""
    yield from ("A small question, now and then", "When may it ask?", "Who can hear you?")


def found(herwidget: Herwidget, role: str, name: str) -> Accessible:
    """A widget that must be there."""
    node = herwidget.tree().find(role, name)
    assert node is not None
    return node
