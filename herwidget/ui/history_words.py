"""Days, figures and differences of the history in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from herwidget.core.history.differences import LEAST_PAIRS, Difference, Direction
from herwidget.core.history.ranges import Days, Range
from herwidget.ui.words import check_ins, translate

if TYPE_CHECKING:
    from herwidget.core.history.thread import Bar
    from herwidget.ui.charts.chart import Look

_A_MONDAY = date(2024, 1, 1)


def long_date(day: date, language: str) -> str:
    """ "Monday, 21 September 2026"."""
    return _dated(day, language, "dddd, d MMMM yyyy", "yyyy년 M월 d일 dddd")


def days_name(days: Days, language: str) -> str:
    """A day, or from the first to the last: "1 – 7 June 2026"."""
    if days.count == 1:
        return long_date(days.first, language)
    whole = _dated(days.last, language, "d MMMM yyyy", "yyyy년 M월 d일")
    if days.first.year != days.last.year:
        begin = _dated(days.first, language, "d MMMM yyyy", "yyyy년 M월 d일")
    elif days.first.month != days.last.month:
        begin = _dated(days.first, language, "d MMMM", "yyyy년 M월 d일")
        whole = whole if language != "ko" else _dated(days.last, language, "", "M월 d일")
    else:
        begin = _dated(days.first, language, "d", "yyyy년 M월 d일")
        whole = whole if language != "ko" else _dated(days.last, language, "", "d일")
    return f"{begin} – {whole}"


def axis_date(day: date, shown: Days, language: str) -> str:
    """A date under an axis, as short as the shown days let it be."""
    if shown.count <= 100:
        return _dated(day, language, "d MMM", "M월 d일")
    if day.month == 1 and day.day <= 7:
        return _dated(day, language, "yyyy", "yyyy년")
    if shown.first.year == shown.last.year or shown.count <= 400:
        return month_short(day.month, language)
    return _dated(day, language, "MMM yyyy", "yyyy년 M월")


def month_short(month: int, language: str) -> str:
    """ "Sep" or "9월"."""
    return _dated(date(2024, month, 1), language, "MMM", "M월")


def weekday_short(weekday: int, language: str) -> str:
    """ "Mon" or "월"; 0 is Monday."""
    return _dated(_A_MONDAY + timedelta(days=weekday), language, "ddd", "ddd")


def weekday_long(weekday: int, language: str) -> str:
    """ "Monday" or "월요일"; 0 is Monday."""
    return _dated(_A_MONDAY + timedelta(days=weekday), language, "dddd", "dddd")


def number(value: float | None, language: str, *, sign: bool = False) -> str:
    """One decimal, as the language writes it; a dash for None; with `sign`, plus and minus are both written."""
    if value is None:
        return "–"
    text = _locale(language).toString(abs(value), "f", 1)
    if text.strip("0.,") == "":
        return text
    return f"−{text}" if value < 0 else f"+{text}" if sign else text


def heard_count(heard: int, told: int) -> str:
    """On how many of the days told somebody heard the person."""
    if not told:
        return translate("HistoryWords", "Whether someone heard you was not told.")
    if told == 1:
        one = translate("HistoryWords", "Someone heard you on the one day told.")
        none = translate("HistoryWords", "No one heard you on the one day told.")
        return one if heard else none
    return translate("HistoryWords", "Someone heard you on {heard} of the {told} days told.").format(
        heard=heard, told=told
    )


def bar_words(bar: Bar | None, days: Days, look: Look) -> str:
    """What was told in the days of a bar: when, how many check-ins, which moods."""
    when = days_name(days, look.language)
    if bar is None:
        return f"{when}\n{translate('HistoryWords', 'Nothing told')}"
    lines = [f"{when} · {check_ins(bar.check_ins)}"]
    if bar.mean is not None and bar.lowest is not None and bar.highest is not None:
        lowest, highest = look.moods[bar.lowest - 1], look.moods[bar.highest - 1]
        if bar.moods == 1:
            lines.append(translate("HistoryWords", "Mood: {mood}").format(mood=lowest))
        elif bar.lowest == bar.highest:
            lines.append(translate("HistoryWords", "Mood: {mood}, n = {moods}").format(mood=lowest, moods=bar.moods))
        else:
            text = translate("HistoryWords", "Mood: from {lowest} to {highest}, mean {mean}, n = {moods}")
            mean = number(bar.mean, look.language)
            lines.append(text.format(lowest=lowest, highest=highest, mean=mean, moods=bar.moods))
    if days.count > 1:
        lines.append(heard_count(bar.days_heard, bar.days_told))
    return "\n".join(lines)


def difference_words(one: Difference, language: str) -> str:
    """What may be said of a difference, with its n."""
    if one.direction is Direction.TOO_FEW:
        return translate("HistoryWords", "{pairs} of {least}: too few").format(pairs=one.pairs, least=LEAST_PAIRS)
    texts = {
        Direction.LIGHTER: translate("HistoryWords", "lighter · n = {pairs}"),
        Direction.HEAVIER: translate("HistoryWords", "heavier · n = {pairs}"),
        Direction.UNCLEAR: translate("HistoryWords", "no clear difference · n = {pairs}"),
    }
    return texts[one.direction].format(pairs=one.pairs)


def interval_words(one: Difference, language: str) -> str:
    """The mean difference with its interval; empty where there is none."""
    if one.mean is None:
        return ""
    text = translate("HistoryWords", "{mean} steps of mood, 95 % interval {low} to {high}, n = {pairs} pairs")
    mean, low, high = (number(value, language, sign=True) for value in (one.mean, one.low, one.high))
    return text.format(mean=mean, low=low, high=high, pairs=one.pairs)


def range_names() -> dict[Range, str]:
    """The ranges as their buttons name them."""
    return {
        Range.WEEK: translate("HistoryWords", "Week"),
        Range.MONTH: translate("HistoryWords", "Month"),
        Range.QUARTER: translate("HistoryWords", "3 months"),
        Range.YEAR: translate("HistoryWords", "Year"),
        Range.ALL: translate("HistoryWords", "All"),
    }


def range_heading(shown: Range) -> str:
    """The heading over a range that ends today."""
    return {
        Range.WEEK: translate("HistoryWords", "A week, as you told it"),
        Range.MONTH: translate("HistoryWords", "A month, as you told it"),
        Range.QUARTER: translate("HistoryWords", "Three months, as you told them"),
        Range.YEAR: translate("HistoryWords", "A year, as you told it"),
        Range.ALL: translate("HistoryWords", "All of it, as you told it"),
    }[shown]


def _locale(language: str) -> QLocale:
    return QLocale(QLocale.Language.Korean if language == "ko" else QLocale.Language.English)


def _dated(day: date, language: str, english: str, korean: str) -> str:
    pattern = korean if language == "ko" else english
    return _locale(language).toString(QDate(day.year, day.month, day.day), pattern)
