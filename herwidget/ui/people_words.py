"""People in words: when they last heard the person, how it was after, what is wrong with an address or a file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from herwidget.core.contacts import ContactsError, ContactsTrouble
from herwidget.core.history.differences import A_LITTLE, Difference, Direction
from herwidget.core.korean import with_particle
from herwidget.core.people import ReachKind
from herwidget.core.questions import HeardHow
from herwidget.core.reach import FEWEST_DIGITS, MOST_DIGITS, ReachProblem
from herwidget.ui.words import translate

if TYPE_CHECKING:
    from pathlib import Path

    from herwidget.core.history.records import LastHeard

_DAYS_COUNTED = 30
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def named(name: str, particle: str, language: str) -> str:
    """A name with the particle that Korean has after it; the name alone in other languages."""
    return with_particle(name, particle) if language == "ko" else name


def heard_words(last: LastHeard | None, today: date, language: str) -> str:
    """When and how somebody last heard the person: "six days ago, face to face"."""
    if last is None:
        return translate("People", "not told yet")
    hows = {
        HeardHow.FACE_TO_FACE: translate("People", "{when}, face to face"),
        HeardHow.CALL: translate("People", "{when}, on a call"),
        HeardHow.WRITING: translate("People", "{when}, in writing"),
    }
    return hows[last.how].format(when=_when(last.day, today, language))


def after_words(one: Difference | None) -> str:
    """How it usually was after being with somebody, as far as the pairs tell it."""
    if one is None or one.pairs == 0:
        return translate("People", "no pattern yet")
    if one.direction is Direction.TOO_FEW or one.mean is None:
        return translate("People", "no pattern yet, n = {pairs}").format(pairs=one.pairs)
    little = abs(one.mean) < A_LITTLE
    texts = {
        (Direction.LIGHTER, False): translate("People", "usually lighter after, n = {pairs}"),
        (Direction.LIGHTER, True): translate("People", "a little lighter after, n = {pairs}"),
        (Direction.HEAVIER, False): translate("People", "usually heavier after, n = {pairs}"),
        (Direction.HEAVIER, True): translate("People", "a little heavier after, n = {pairs}"),
    }
    unclear = translate("People", "no clear difference after, n = {pairs}")
    return texts.get((one.direction, little), unclear).format(pairs=one.pairs)


def kind_names() -> dict[ReachKind, str]:
    """The ways to reach somebody."""
    return {
        ReachKind.PHONE: translate("People", "Phone"),
        ReachKind.EMAIL: translate("People", "E-mail"),
        ReachKind.LINK: translate("People", "Link"),
    }


def reach_problem_words(problem: ReachProblem, kind: ReachKind) -> str:
    """What an address lacks, as a hint."""
    sentences = {
        ReachProblem.NOT_EMAIL: translate("People", "An e-mail address looks like mina@example.org."),
        ReachProblem.SEVERAL: translate("People", "One address is enough, without a comma."),
        ReachProblem.NOT_PHONE: translate(
            "People", "A number has digits, spaces, hyphens and brackets, and may begin with +."
        ),
        ReachProblem.PHONE_LENGTH: translate("People", "A number has {fewest} to {most} digits.").format(
            fewest=FEWEST_DIGITS, most=MOST_DIGITS
        ),
        ReachProblem.NOT_LINK: translate("People", "A link begins with https:// and has no spaces."),
        ReachProblem.LINK_SCHEME: translate(
            "People", "A link begins with https://, or opens a program that people talk with."
        ),
        ReachProblem.ODD_LETTERS: translate("People", "There are characters in it that no address has."),
        ReachProblem.TOO_LONG: translate("People", "That is too long for an address."),
    }
    empty = {
        ReachKind.EMAIL: sentences[ReachProblem.NOT_EMAIL],
        ReachKind.PHONE: sentences[ReachProblem.NOT_PHONE],
        ReachKind.LINK: sentences[ReachProblem.NOT_LINK],
    }
    return sentences.get(problem, empty[kind])


def contacts_trouble(error: ContactsError, path: Path) -> str:
    """What happened to an address book, what was kept, what to do."""
    sentences = {
        ContactsTrouble.UNREACHABLE: translate(
            "People", "The file cannot be read ({reason}): {path}. Nothing was added. Choose another file."
        ),
        ContactsTrouble.TOO_LARGE: translate(
            "People", "The file is too large for an address book: {path}. Nothing was added. Choose another file."
        ),
        ContactsTrouble.NO_CARDS: translate(
            "People",
            "There is nobody in this file, or it is no vCard file: {path}. Nothing was added. "
            "Export your contacts as vCard (.vcf), then choose that file.",
        ),
    }
    return sentences[error.trouble].format(path=path, reason=error.reason or "–")


def unreadable_words(count: int) -> str:
    """How many cards were left out; empty where none was."""
    if not count:
        return ""
    if count == 1:
        return translate("People", "One card could not be read and is left out.")
    return translate("People", "{count} cards could not be read and are left out.").format(count=count)


def _when(day: date, today: date, language: str) -> str:
    days = (today - day).days
    if days <= 0:
        return translate("People", "today")
    if days == 1:
        return translate("People", "yesterday")
    if days <= _DAYS_COUNTED:
        spelled = language != "ko" and days < len(_NUMBERS) + 2
        return translate("People", "{days} days ago").format(days=_NUMBERS[days - 2] if spelled else days)
    locale = QLocale(QLocale.Language.Korean if language == "ko" else QLocale.Language.English)
    pattern = "yyyy년 M월 d일" if language == "ko" else "d MMMM yyyy"
    return locale.toString(QDate(day.year, day.month, day.day), pattern)
