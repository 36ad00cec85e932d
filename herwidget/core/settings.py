"""What a person may choose, and how a settings table is read without guessing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import time
from enum import StrEnum

from herwidget.core.desk_place import DEFAULT_PLACE, DeskPlace
from herwidget.core.signals.sensitivity import Sensitivity


class Language(StrEnum):
    """The language shown; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    ENGLISH = "en"
    KOREAN = "ko"


class Theme(StrEnum):
    """Light or dark; `SYSTEM` follows the desktop, live."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Contrast(StrEnum):
    """How strongly things stand out; `SYSTEM` follows the desktop where it tells, live."""

    SYSTEM = "system"
    USUAL = "usual"
    HIGH = "high"


class AskWith(StrEnum):
    """How a planned question makes itself known."""

    CARD = "card"
    NOTIFICATION = "notification"


@dataclass(frozen=True)
class Hours:
    """The part of the day in which a question may come; an end at or before the start lies after midnight."""

    start: time = time(10)
    end: time = time(22)

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"

    @classmethod
    def parse(cls, text: str) -> "Hours":
        """Read "HH:MM-HH:MM".

        Raises:
            ValueError: the text has another form.
        """
        start, _, end = text.partition("-")
        return cls(_clock(start), _clock(end))


MOST_CHECK_INS_A_DAY = 3


@dataclass(frozen=True)
class Settings:
    """Everything a person can set; each field is a key of the settings file."""

    welcomed: bool = False
    language: Language = Language.SYSTEM
    theme: Theme = Theme.SYSTEM
    contrast: Contrast = Contrast.SYSTEM
    check_ins_a_day: int = 2
    hours: Hours = Hours()
    ask_with: AskWith = AskWith.CARD
    silent_when_busy: bool = True
    ask_less: bool = True
    help_country: str = ""
    suggestions: bool = True
    sensitivity: Sensitivity = Sensitivity.USUAL
    desk_card: bool = False
    desk_card_place: DeskPlace = DEFAULT_PLACE


@dataclass(frozen=True)
class SettingProblem:
    """A key whose value was not understood; its default is in use."""

    key: str
    value: str
    expected: str


def settings_from_table(table: Mapping[str, object]) -> tuple[Settings, tuple[SettingProblem, ...]]:
    """The settings of a parsed file, and what in it was not understood.

    A missing key takes its default. A key nobody knows is left alone: a newer version may have written it.
    """
    chosen: dict[str, object] = {}
    problems: list[SettingProblem] = []
    for field in fields(Settings):
        if field.name not in table:
            continue
        value = table[field.name]
        read, expected = _READERS[field.name]
        try:
            chosen[field.name] = read(value)
        except (ValueError, TypeError):
            problems.append(SettingProblem(field.name, str(value), expected))
    return replace(Settings(), **chosen), tuple(problems)  # type: ignore[arg-type]  # each reader gives its field's type


def settings_to_table(settings: Settings) -> dict[str, str | int | bool]:
    """The settings as the plain values a file holds."""
    table: dict[str, str | int | bool] = {}
    for field in fields(Settings):
        value = getattr(settings, field.name)
        table[field.name] = str(value) if isinstance(value, (StrEnum, Hours, DeskPlace)) else value
    return table


def _clock(text: str) -> time:
    hour, separator, minute = text.strip().partition(":")
    if separator != ":" or len(minute) != 2 or not (hour + minute).isascii() or not (hour + minute).isdigit():
        raise ValueError(text)
    return time(int(hour), int(minute))


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_CHECK_INS_A_DAY:
        raise ValueError(value)
    return value


def _hours(value: object) -> Hours:
    return Hours.parse(_text(value))


def _country(value: object) -> str:
    text = _text(value)
    if text and not (len(text) == 2 and text.isascii() and text.isalpha()):
        raise ValueError(value)
    return text.upper()


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


_READERS: dict[str, tuple[Callable[[object], object], str]] = {
    "welcomed": (_boolean, "true, false"),
    "language": (lambda value: Language(_text(value)), "system, en, ko"),
    "theme": (lambda value: Theme(_text(value)), "system, light, dark"),
    "contrast": (lambda value: Contrast(_text(value)), "system, usual, high"),
    "check_ins_a_day": (_count, f"0-{MOST_CHECK_INS_A_DAY}"),
    "hours": (_hours, "HH:MM-HH:MM"),
    "ask_with": (lambda value: AskWith(_text(value)), "card, notification"),
    "silent_when_busy": (_boolean, "true, false"),
    "ask_less": (_boolean, "true, false"),
    "help_country": (_country, "KR, US, …"),
    "suggestions": (_boolean, "true, false"),
    "sensitivity": (lambda value: Sensitivity(_text(value)), "quiet, usual, sooner"),
    "desk_card": (_boolean, "true, false"),
    "desk_card_place": (lambda value: DeskPlace.parse(_text(value)), "top-right 24 24, bottom-left 40 300 HDMI-1, …"),
}
