"""Words for the screen: the translation call, days and times as each language writes them, troubles in one sentence."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from herwidget.core.ports import JournalError, JournalTrouble

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from herwidget.core.asking import Pause
    from herwidget.core.settings import SettingProblem

translate = QCoreApplication.translate

_WORD_JOINER = "\u2060"
_COUNTED = re.compile(r"\bn = (?=\d)")


def keep_words(text: str) -> str:
    """`text` as it is set: at a line's end its Korean words stay whole, and its "n = 2"; nothing is seen of it."""
    text = unbroken(text)
    joined: list[str] = []
    for index, letter in enumerate(text):
        joined.append(letter)
        following = text[index + 1 : index + 2]
        if _is_hangul(letter) and following and not following.isspace():
            joined.append(_WORD_JOINER)
    return "".join(joined)


def unbroken(text: str) -> str:
    """`text` whose "n = 2" stays together at the end of a line."""
    return _COUNTED.sub("n\u00a0=\u00a0", text)


def clock_time(moment: datetime, zone: str) -> str:
    """The hour and minute of `moment` in `zone`, e.g. "19:30"."""
    return f"{_local(moment, zone):%H:%M}"


def day_name(day: date, today: date, language: str) -> str:
    """ "Today", "Yesterday", or the weekday and date as the language writes them."""
    if day == today:
        return translate("Words", "Today")
    if day == today - timedelta(days=1):
        return translate("Words", "Yesterday")
    pattern = "M월 d일 dddd" if language == "ko" else "dddd, d MMMM"
    return _locale(language).toString(QDate(day.year, day.month, day.day), pattern)


def month_name(day: date, language: str) -> str:
    """The month and, where it is not this year's, the reader's own sense of when: "March 2026"."""
    pattern = "yyyy년 M월" if language == "ko" else "MMMM yyyy"
    return _locale(language).toString(QDate(day.year, day.month, day.day), pattern)


def check_ins(count: int) -> str:
    """How many check-ins, e.g. "1 check-in" or "12 check-ins"."""
    text = translate("Words", "1 check-in") if count == 1 else translate("Words", "{count} check-ins")
    return text.format(count=count)


def minutes_taken(count: int) -> str:
    """How many minutes of this week Herwidget took."""
    if count == 0:
        return translate("Words", "Herwidget took less than a minute of this week")
    if count == 1:
        return translate("Words", "Herwidget took 1 minute of this week")
    return translate("Words", "Herwidget took {count} minutes of this week").format(count=count)


def next_question(moment: datetime | None, now: datetime, zone: str) -> str:
    """When the next question may come, to the half hour: it is not something to wait for."""
    if moment is None:
        return translate("Words", "No question planned")
    # To the half hour below, so that it never names a time that has no day of its own, like 24:00.
    local, today = _local(moment, zone), _local(now, zone).date()
    around = f"{local.hour:02}:{local.minute // 30 * 30:02}"
    if local.date() == today:
        return translate("Words", "Next: around {time}").format(time=around)
    if local.date() == today + timedelta(days=1):
        return translate("Words", "Next: tomorrow, around {time}").format(time=around)
    day = _short_date(local.date())
    return translate("Words", "Next: {day}, around {time}").format(day=day, time=around)


def asking_less() -> str:
    """That it asks less often than was chosen, and why."""
    return translate("Words", "Asking less: your weeks are full of people")


def pause_state(pause: Pause, now: datetime, zone: str) -> str:
    """What the pause in force is, in words."""
    if pause.until is None:
        return translate("Words", "Paused until you say")
    local = _local(pause.until, zone)
    today = _local(now, zone).date()
    if local.date() == today:
        return translate("Words", "Paused until {time}").format(time=f"{local:%H:%M}")
    if local.date() == today + timedelta(days=1):
        return translate("Words", "Paused until tomorrow, {time}").format(time=f"{local:%H:%M}")
    day = _short_date(local.date())
    return translate("Words", "Paused until {day}, {time}").format(day=day, time=f"{local:%H:%M}")


def journal_trouble(error: JournalError) -> str:
    """What happened to the journal, what was kept, what to do."""
    sentences = {
        JournalTrouble.FULL: translate(
            "Words",
            "The disk is full, so this could not be kept. Everything kept before is safe. "
            "Make some room, then try again.",
        ),
        JournalTrouble.READ_ONLY: translate(
            "Words",
            "The journal may not be written to: {path}. Everything kept before is safe. "
            "Allow writing to that folder, then try again.",
        ),
        JournalTrouble.LOCKED: translate(
            "Words",
            "Another program is holding the journal: {path}. Nothing was lost. Close that program, then try again.",
        ),
        JournalTrouble.DAMAGED: translate(
            "Words",
            "The journal cannot be read; it seems damaged: {path}. It was left exactly as it is. "
            "Put a copy of it back, or move it away to begin a new one.",
        ),
        JournalTrouble.NEWER: translate(
            "Words",
            "This journal was written by a newer Herwidget: {path}. It was left exactly as it is. "
            "Install the newer version to open it.",
        ),
        JournalTrouble.FOREIGN: translate(
            "Words",
            "This file belongs to another program: {path}. It was left exactly as it is. Choose another file.",
        ),
        JournalTrouble.UNREACHABLE: translate(
            "Words",
            "The journal cannot be reached: {path}. Nothing was changed. Check that the folder is there, "
            "then try again.",
        ),
        JournalTrouble.GONE: translate(
            "Words",
            "The journal is not in its place any more: {path}. No other was begun, so nothing is split in two. "
            "Put it back to go on, or quit Herwidget and start it again to begin a new one.",
        ),
        JournalTrouble.NO_BACKUP: translate(
            "Words",
            "The journal is from an earlier version, and the backup to be made before it is brought up to date could "
            "not be written: {path}. The journal was left exactly as it was. Make some room or allow writing there, "
            "then try again.",
        ),
        JournalTrouble.IN_USE: translate(
            "Words",
            "Herwidget is running and has not brought the journal up to date, so it was left exactly as it is: {path}. "
            "End it with “herwidget quit”, then try again.",
        ),
        JournalTrouble.NOT_MIGRATED: translate(
            "Words",
            "The journal is from an earlier version and could not be brought up to date: {path}. It was left exactly "
            "as it was. Use the earlier Herwidget, or install a newer one.",
        ),
    }
    return sentences[error.trouble].format(path=error.path)


def settings_unread(unreadable: str, line: int | None) -> str:
    """Why the settings file was not read: the line that is to be mended, else the system's own word."""
    return unreadable if line is None else translate("App", "line {line}").format(line=line)


def settings_trouble(problems: Sequence[SettingProblem], unreadable: str | None, line: int | None, path: Path) -> str:
    """What in the settings file was not understood, in one sentence; empty when all was."""
    if unreadable is not None:
        return translate(
            "App",
            "The settings file cannot be read ({reason}), so the usual settings are in use. "
            "It was left as it is: {path}. Mend or remove it, then start Herwidget again.",
        ).format(reason=settings_unread(unreadable, line), path=path)
    if not problems:
        return ""
    sentence = translate(
        "App",
        "In the settings file, “{key}” is “{value}”, which is not one of {expected}; the usual value is in use. "
        "The file was left as it is: {path}. Mend that line, then start Herwidget again.",
    )
    first = problems[0]
    return sentence.format(key=first.key, value=first.value, expected=first.expected, path=path)


def date_words(day: date, today: date) -> str:
    """The day and month as the language in use writes them, with the year where it is not this one."""
    if day.year == today.year:
        return _short_date(day)
    pattern = translate("Words", "d MMMM yyyy", "a date pattern of Qt: day, month and year")
    return _locale("ko" if "월" in pattern else "en").toString(QDate(day.year, day.month, day.day), pattern)


def _local(moment: datetime, zone: str) -> datetime:
    # Not read with the module: the tray icon is up before a time has to be told.
    from zoneinfo import ZoneInfo

    return moment.astimezone(ZoneInfo(zone))


def _locale(language: str) -> QLocale:
    return QLocale(QLocale.Language.Korean if language == "ko" else QLocale.Language.English)


def _short_date(day: date) -> str:
    """The day and month as the language in use writes them, e.g. "27 November" or "11월 27일"."""
    pattern = translate("Words", "d MMMM", "a date pattern of Qt: day and month")
    language = "ko" if "월" in pattern else "en"
    return _locale(language).toString(QDate(day.year, day.month, day.day), pattern)


def _is_hangul(letter: str) -> bool:
    return "\uac00" <= letter <= "\ud7a3"
