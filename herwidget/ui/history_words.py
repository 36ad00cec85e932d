"""Days, figures and differences of the history in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from herwidget.core.history.differences import LEAST_PAIRS, Difference, Direction, span
from herwidget.core.history.ranges import Days, Range
from herwidget.ui.words import check_ins, translate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from herwidget.core.history.differences import Span
    from herwidget.core.history.records import DaySummary, HourSummary
    from herwidget.core.history.thread import Bar, Thread
    from herwidget.ui.charts.chart import Look

_MOST_DECIMALS = 4
_A_MONDAY = date(2024, 1, 1)


def long_date(day: date, language: str) -> str:
    """ "Monday, 21 September 2026"."""
    return _dated(day, language, "dddd, d MMMM yyyy", "yyyy년 M월 d일 dddd")


def short_date(day: date, language: str) -> str:
    """ "21 Sep" or "9월 21일"."""
    return _dated(day, language, "d MMM", "M월 d일")


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


def number(value: float | None, language: str, *, sign: bool = False, decimals: int = 1) -> str:
    """One decimal, as the language writes it; a dash for None; with `sign`, plus and minus are both written."""
    if value is None:
        return "–"
    text = _locale(language).toString(float(abs(value)), "f", decimals)
    if text.strip("0.,") == "":
        return text
    return f"−{text}" if value < 0 else f"+{text}" if sign else text


def mood_count(count: int) -> str:
    """How many moods, e.g. "1 mood" or "12 moods"."""
    text = translate("HistoryWords", "1 mood") if count == 1 else translate("HistoryWords", "{count} moods")
    return text.format(count=count)


def day_count(count: int) -> str:
    """How many days, e.g. "1 day" or "12 days"."""
    text = translate("HistoryWords", "1 day") if count == 1 else translate("HistoryWords", "{count} days")
    return text.format(count=count)


def heard_count(heard: int, told: int) -> str:
    """On how many days it was told whether somebody heard the person, and on how many of them somebody did."""
    if not told:
        return translate("HistoryWords", "Whether someone heard you was not told.")
    if told == 1:
        one = translate("HistoryWords", "On one day you said whether someone heard you; someone did.")
        none = translate("HistoryWords", "On one day you said whether someone heard you; no one did.")
        return one if heard else none
    texts = {
        0: translate("HistoryWords", "On {told} days you said whether someone heard you; on none of them did anyone."),
        1: translate("HistoryWords", "On {told} days you said whether someone heard you; on one of them someone did."),
    }
    many = translate("HistoryWords", "On {told} days you said whether someone heard you; on {heard} someone did.")
    return texts.get(heard, many).format(heard=heard, told=told)


def bar_words(bar: Bar | None, days: Days, look: Look) -> str:
    """What was told in the days of a bar: when, how many check-ins, which moods."""
    when = days_name(days, look.language)
    if bar is None:
        return when + "\n" + translate("HistoryWords", "Nothing told")
    lines = [f"{when} · {check_ins(bar.check_ins)}"]
    if bar.mean is not None and bar.lowest is not None and bar.highest is not None:
        mean = number(bar.mean, look.language)
        if days.count > 1:
            text = translate("HistoryWords", "Mood: day means from {lowest} to {highest}, mean {mean}, n = {moods}")
            ends = [number(end, look.language) for end in (bar.lowest, bar.highest)]
        else:
            text = translate("HistoryWords", "Mood: from {lowest} to {highest}, mean {mean}, n = {moods}")
            ends = [look.moods[int(end) - 1] for end in (bar.lowest, bar.highest)]
        if days.count == 1 and bar.lowest == bar.highest:
            text = translate("HistoryWords", "Mood: {mood}, n = {moods}")
            lines.append(text.format(mood=ends[0], moods=bar.moods))
        else:
            lines.append(text.format(lowest=ends[0], highest=ends[1], mean=mean, moods=bar.moods))
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
    mean, low, high = interval_numbers(one, language)
    return text.format(mean=mean, low=low, high=high, pairs=one.pairs)


def interval_numbers(one: Difference, language: str) -> tuple[str, str, str]:
    """The mean difference and both ends of its interval, with decimals enough to show on which side of 0 it lies."""
    nearest = {Direction.LIGHTER: one.low, Direction.HEAVIER: one.high}.get(one.direction)
    decimals = 1
    while nearest is not None and abs(nearest) < 0.5 * 0.1**decimals and decimals < _MOST_DECIMALS:
        decimals += 1
    mean, low, high = (number(value, language, sign=True, decimals=decimals) for value in (one.mean, one.low, one.high))
    return mean, low, high


def after_rows(
    differences: Mapping[int | None, Difference], people: Mapping[int, str], most: int | None = None
) -> list[tuple[str, Difference]]:
    """The rows of "after being with": whom most is told of first, at most so many; days without anybody last."""
    named = [(people.get(person, "–"), one) for person, one in differences.items() if person is not None]
    named = sorted(named, key=lambda row: (-row[1].pairs, row[0]))[:most]
    if None in differences and named:
        named.append((translate("HistoryWords", "No one that day"), differences[None]))
    return named


def moods_note(shown: Thread) -> str:
    """What a thread rests on."""
    told = shown.told
    moods, check_in_count = sum(bar.moods for bar in told), sum(bar.check_ins for bar in told)
    if not told:
        return translate("HistoryWords", "Nothing was told in these days.")
    heard = heard_count(sum(bar.days_heard for bar in told), sum(bar.days_told for bar in told))
    text = translate("HistoryWords", "{check_ins}, n = {moods}. {heard}")
    return text.format(check_ins=check_ins(check_in_count), moods=mood_count(moods), heard=heard)


def year_note(summaries: Sequence[DaySummary], days: int, language: str) -> str:
    """What a year rests on; `days` is how many of it have been."""
    if not summaries:
        return translate("HistoryWords", "Nothing was told in this year.")
    figures = span(summaries)
    told = translate("HistoryWords", "Told of {told} out of {days}.").format(told=day_count(len(summaries)), days=days)
    heard = heard_count(figures.days_heard, figures.days_told)
    if figures.mean is None:
        return f"{told} {heard}"
    text = translate("HistoryWords", "Mean of the days' moods: {mean} on the scale from 1 to 5, n = {days}.")
    return f"{told} {heard} {text.format(mean=number(figures.mean, language), days=day_count(figures.days_with_mood))}"


def rhythm_note(told: Sequence[HourSummary]) -> str:
    """What a rhythm rests on."""
    moods = sum(one.moods for one in told)
    if moods == 0:
        return translate("HistoryWords", "Nothing was told in these days.")
    return translate("HistoryWords", "n = {moods}. Association, not cause.").format(moods=mood_count(moods))


def fortnight_words(now: Span, before: Span, mood: Difference, language: str) -> str:
    """What the last two weeks say, beside the two before."""
    if not now.days_told and not now.days_with_mood:
        return translate("HistoryWords", "Nothing was told in the last two weeks, so they say nothing.")
    sentences = [heard_count(now.days_heard, now.days_told)]
    if before.days_told:
        text = translate("HistoryWords", "In the two weeks before, it was {heard} of {told}.")
        sentences.append(text.format(heard=before.days_heard, told=before.days_told))
    if mood.direction is Direction.TOO_FEW:
        text = translate(
            "HistoryWords",
            "Too few days to compare moods with the two weeks before ({pairs} of the {least} pairs it takes).",
        )
        sentences.append(text.format(pairs=mood.pairs, least=LEAST_PAIRS))
    else:
        texts = {
            Direction.LIGHTER: translate("HistoryWords", "Your days were lighter than in the two weeks before"),
            Direction.HEAVIER: translate("HistoryWords", "Your days were heavier than in the two weeks before"),
            Direction.UNCLEAR: translate("HistoryWords", "No clear difference in mood from the two weeks before"),
        }
        sentences.append(f"{texts[mood.direction]}: {interval_words(mood, language)}.")
    return " ".join(sentences)


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
