"""A backup put back, and everything erased, from the settings: by somebody who never opens a terminal."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from herwidget.desktop.instance import place_held

from .desktop import DesktopSession
from .processes import wait_for
from .program import WELCOMED, Herwidget
from .test_backups import FORENOON, NOTHING_ASKED, press, with_a_backup, words_of
from .test_export import click_on

NewHerwidget = Callable[..., Herwidget]


@pytest.fixture
def used(desktop: DesktopSession, new_herwidget: NewHerwidget) -> Herwidget:
    return with_a_backup(new_herwidget(desktop, WELCOMED + NOTHING_ASKED + 'language = "en"\n', accessible=True))


@pytest.fixture
def usual(desktop: DesktopSession, new_herwidget: NewHerwidget) -> Herwidget:
    """The same with all files where they are when none are named, and the start with the computer."""
    made = new_herwidget(desktop, None, accessible=True, fresh=True)
    made.journal = made.folder / "share" / "herwidget" / "journal.db"
    made.config = made.folder / "config" / "herwidget" / "settings.toml"
    made.config.parent.mkdir(parents=True)
    made.config.write_text(f"{WELCOMED}{NOTHING_ASKED}desk_card = true\n", encoding="utf-8")
    entry = made.folder / "config" / "autostart" / "io.github.herwidget.Herwidget.desktop"
    entry.parent.mkdir()
    entry.write_text("[Desktop Entry]\nType=Application\nName=Herwidget\nExec=herwidget --background\n")
    return with_a_backup(made)


def held_open(herwidget: Herwidget) -> list[str]:
    """The paths of the files that the program has open; of those that are gone, too."""
    found = []
    for descriptor in Path(f"/proc/{herwidget.process.pid}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # it was closed in between
            found.append(str(descriptor.readlink()))
    return found


def open_settings(herwidget: Herwidget, name: str = "Settings") -> None:
    """Show the page of the settings in the window, which a second launch opens."""
    herwidget.icon()
    herwidget.launch()
    wait_for(lambda: herwidget.tree().find("radio button", name) is not None, what="the sidebar")
    herwidget.session.press_accessible("herwidget", "radio button", name)
    wait_for(lambda: herwidget.tree().find("button", "Export…" if name == "Settings" else "내보내기…"), what="the page")


def erase(
    herwidget: Herwidget, ask: str = "Erase everything…", sure: str = "Yes, all of this, for good", go_on: str = "Erase"
) -> None:
    """Ask for it, and confirm it."""
    press(herwidget, ask)
    wait_for(lambda: herwidget.tree().find("check box", sure) is not None, what="the switch")
    herwidget.session.press_accessible("herwidget", "check box", sure)
    press(herwidget, go_on)


def files(herwidget: Herwidget) -> set[str]:
    """The files in the person's home, without what Qt and its libraries keep for every program."""
    found = (one.relative_to(herwidget.folder) for one in herwidget.folder.rglob("*") if not one.is_dir())
    return {str(one) for one in found if one.parts[0] != "cache"}


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ko", "dark")])
def test_a_backup_is_put_back_and_taken_away_again(used: Herwidget, artifacts: Path, language: str, theme: str) -> None:
    english = language == "en"
    used.config.write_text(f'{WELCOMED}{NOTHING_ASKED}language = "{language}"\ntheme = "{theme}"\n', encoding="utf-8")
    used.start(clock=FORENOON)
    open_settings(used, "Settings" if english else "설정")
    click_on(used, "Put a backup back…" if english else "백업으로 되돌리기…")
    used.wait_for_words("One entry" if english else "안부 1개")
    used.keep_picture(artifacts / f"restore-{theme}-{language}.png")
    used.session.key("Return")
    used.wait_for_words(
        "The journal is the backup of 23 November now." if english else "이제 기록은 11월 23일에 만든 백업이에요."
    )
    assert words_of(used.journal) == ["then"]
    assert words_of(used.journal.with_name("journal-before-restore-2026-11-24.db")) == ["then", "since"]
    used.keep_picture(artifacts / f"restored-{theme}-{language}.png")
    press(used, "Go back to what was there before" if english else "이전 기록으로 돌아가기")
    used.wait_for_words("The journal is again what it was before." if english else "기록이 다시 이전 그대로예요.")
    assert words_of(used.journal) == ["then", "since"]
    used.keep_picture(artifacts / f"gone-back-{theme}-{language}.png")


def test_what_is_told_after_a_backup_was_put_back_is_in_the_journal_of_now(used: Herwidget) -> None:
    used.start()
    card = used.open_card()
    open_settings(used)
    press(used, "Put a backup back…")
    used.wait_for_words("One entry")
    press(used, "Put back")
    used.wait_for_words("A card is still open. Put it away, then use the backup.")
    used.click_into(card)
    used.session.key("4", "Escape")
    used.wait_until_card_is_gone()
    press(used, "Put back")
    used.wait_for_words("The journal is the backup of 23 November now.")
    used.open_card()
    used.answer_both_steps()
    assert [row["words"] for row in used.answers()] == ["then", "", ""]
    aside = used.journal.with_name("journal-before-restore-2026-11-24.db")
    assert words_of(aside) == ["then", "since", ""], "what was on the card is where it belongs"


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ko", "dark")])
def test_everything_is_erased_and_nothing_is_written_again(
    usual: Herwidget, artifacts: Path, language: str, theme: str
) -> None:
    english = language == "en"
    with usual.config.open("a", encoding="utf-8") as settings:
        settings.write(f'language = "{language}"\ntheme = "{theme}"\n')
    letter = usual.journal.with_name("letter.txt")
    letter.write_text("mine")
    usual.start(clock=FORENOON)
    open_settings(usual, "Settings" if english else "설정")
    click_on(usual, "Erase everything…" if english else "모두 지우기…")
    usual.wait_for_words("2 entries" if english else "안부 2개")
    usual.wait_for_words("Starting with the computer" if english else "컴퓨터를 켤 때 함께 시작하기")
    usual.keep_picture(artifacts / f"erase-{theme}-{language}.png")
    before = files(usual)
    usual.session.key("Return")
    wait_for(lambda: usual.tree().find("button", "Erase" if english else "지우기") is None, what="the dialog to go")
    assert files(usual) == before and usual.process.exit_code is None
    # With a card open, whose words would be kept at the end.
    usual.open_card()
    usual.session.key("4")
    if english:
        erase(usual)
    else:
        erase(usual, "모두 지우기…", "네, 이 모두를 완전히 지울게요", "지우기")
    usual.wait_for_words("Everything is erased" if english else "모두 지웠어요")
    assert files(usual) == {str(letter.relative_to(usual.folder))}
    assert not [path for path in held_open(usual) if path.startswith(str(usual.folder))]
    usual.keep_picture(artifacts / f"erased-{theme}-{language}.png")
    usual.session.key("Return")
    assert usual.process.wait_exit() == 0
    assert files(usual) == {str(letter.relative_to(usual.folder))}
    assert not any(usual.folder.joinpath(name, "herwidget").exists() for name in ("config", "state", "run"))


def test_the_next_start_after_it_is_the_first(usual: Herwidget) -> None:
    usual.start(clock=FORENOON)
    open_settings(usual)
    erase(usual)
    usual.wait_for_words("Everything is erased")
    usual.session.key("Escape")
    assert usual.process.wait_exit() == 0
    usual.start("--lang", "en", clock=FORENOON)
    usual.wait_for_words("A small question, now and then")
    assert usual.answers() == []


def test_what_could_not_be_erased_is_named(usual: Herwidget) -> None:
    stubborn = usual.journal.with_name("journal-damaged-2026-11-22.db")
    stubborn.mkdir()
    usual.start("--lang", "en", clock=FORENOON)
    open_settings(usual)
    erase(usual)
    usual.wait_for_words("Not everything is erased")
    usual.wait_for_words(f"these files could not be removed: {stubborn}.")
    assert files(usual) == set()
    press(usual, "Close")
    assert usual.process.wait_exit() == 1


def test_an_open_demonstration_is_to_be_quit_first(usual: Herwidget) -> None:
    usual.start("--lang", "en", clock=FORENOON)
    open_settings(usual)
    before = files(usual)
    with place_held(usual.folder / "run" / "herwidget", usual.journal.parent / "demo" / "journal.db"):
        press(usual, "Erase everything…")
        usual.wait_for_words("The demonstration is open, so nothing was changed. Quit it, then try again.")
    assert files(usual) == before
    press(usual, "Erase everything…")
    usual.wait_for_words("This goes for good:")
