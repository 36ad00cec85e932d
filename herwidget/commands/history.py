"""`herwidget history`: the window at a page of the past, or that page's chart as a picture, drawn without a screen."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from herwidget.commands.say import MISUSED, Failure, complain, journal_not_there, open_journal
from herwidget.core.history.ranges import Days, Range, days_of, first_range
from herwidget.core.local_time import local_day
from herwidget.core.settings import Contrast, Settings, Theme
from herwidget.desktop.display import has_display
from herwidget.desktop.zone import current_zone
from herwidget.environment import Environment, Translations, load_bank
from herwidget.journal.checks import is_missing
from herwidget.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from herwidget.core.history.ports import HistoryJournal
    from herwidget.ui.charts.chart import Chart, Look
    from herwidget.ui.theme import Colours

PAGES = ("thread", "year", "rhythm", "people")
RANGES = tuple(str(one) for one in Range)


def history(environment: Environment, chosen: argparse.Namespace) -> int:
    """Open the window, or draw the chart where a file for it is named."""
    page = chosen.page or ("thread" if chosen.year is None else "year")
    if sentence := _misuse(chosen, page):
        complain(sentence)
        return MISUSED
    if chosen.save is not None:
        return _save(environment, chosen, page)
    if not has_display():
        return complain(
            translate(
                "CommandLine",
                "There is no screen here to open a window on. With --save FILE the chart is drawn without one.",
            )
        )
    return _open(environment, chosen, page)


def _misuse(chosen: argparse.Namespace, page: str) -> str:
    """What is wrong with the words; empty when nothing is."""
    if page == "year" and chosen.range is not None:
        return translate("HistoryCommand", "The year page shows a whole year: choose it with --year, not with --range.")
    if page != "year" and chosen.year is not None:
        return translate("HistoryCommand", "--year goes with the page “year” only; the others take --range.")
    if chosen.year is not None and not date.min.year <= chosen.year <= date.max.year:
        return translate("HistoryCommand", "There is no year {year} to show.").format(year=chosen.year)
    return ""


def _open(environment: Environment, chosen: argparse.Namespace, page: str) -> int:
    from herwidget.launch import run

    _end_application()
    wanted = {"command": "window", "page": page}
    if chosen.range is not None:
        wanted["range"] = chosen.range
    if chosen.year is not None:
        wanted["year"] = str(chosen.year)
    return run(environment, background=False, wanted=wanted)


def _end_application() -> None:
    """Make room for an application with windows or pictures: the command line's own has neither."""
    application = QCoreApplication.instance()
    if application is not None:
        application.shutdown()


def _save(environment: Environment, chosen: argparse.Namespace, page: str) -> int:
    from herwidget.ui.charts.export import ENDINGS

    path = Path(chosen.save)
    if path.suffix.lower() not in ENDINGS:
        sentence = translate("Charts", "Nothing was saved: {path} does not end in .png, .svg or .pdf.")
        complain(sentence.format(path=path))
        return MISUSED
    # By its name alone: a link that leads nowhere would be replaced, too.
    if os.path.lexists(path):
        sentence = translate("Demo", "There is a file already: {path}. It was left as it is; name another.")
        return complain(sentence.format(path=path))
    if is_missing(environment.journal_path):
        # None is made by looking at it.
        sentence = translate("HistoryCommand", "There is no journal yet, so there is nothing to draw: {path}")
        return complain(journal_not_there(environment, sentence))
    # The translations go with the application of the command line, and with the one that draws.
    saved = translate("Charts", "Saved: {path}").format(path=path)
    try:
        _draw(environment, _Choice(page, Range(chosen.range) if chosen.range else None, chosen.year), path)
    except Failure as failure:
        return complain(str(failure))
    print(saved)
    return 0


@dataclass(frozen=True)
class _Choice:
    """Which chart is drawn; the range and year that the page shows by itself where they are None."""

    page: str
    range: Range | None
    year: int | None


def _draw(environment: Environment, choice: _Choice, path: Path) -> None:
    """Draw the chart into a file.

    Raises:
        Failure: the journal cannot be read, it holds nothing that the chart shows, or the file cannot be written.
    """
    from PySide6.QtGui import QGuiApplication

    from herwidget.ui.charts.chart import Look
    from herwidget.ui.charts.export import NotSaved, save_chart
    from herwidget.ui.typeface import load_serif

    _end_application()
    # The same picture on every computer, with a screen and without; a desktop's own theme would look for one.
    if sys.platform != "win32":  # where Qt finds fonts only with a screen, and always has one
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.pop("QT_QPA_PLATFORMTHEME", None)
    application = QGuiApplication(["herwidget"])
    load_serif(environment.resources)
    language = _language(environment)
    translations = Translations(environment.resources)
    translations.use(language)
    with open_journal(environment) as journal:
        from herwidget.journal.history import JournalHistory

        settings, today = environment.loaded.settings, local_day(environment.clock(), current_zone())
        picture = _Picture(
            JournalHistory(journal, current_zone), Look.of(_colours(settings), language, load_bank()), today, choice
        )
        chart, note = picture.made()
    try:
        save_chart(chart, path, note)
    except NotSaved as error:
        sentence = translate("Charts", "Nothing was saved to {path} ({reason}). Choose another place.")
        raise Failure(sentence.format(path=path, reason=error.reason)) from error
    finally:
        del application


def _language(environment: Environment) -> str:
    """The person's language; English where there are no letters for it."""
    from herwidget.ui.typeface import has_korean

    language = environment.language(environment.loaded.settings)
    if language == "ko" and not has_korean():
        from herwidget.app import NO_KOREAN_FONT

        complain(NO_KOREAN_FONT)
        return "en"
    return language


def _colours(settings: Settings) -> Colours:
    """The colours that were chosen; a picture has no desktop to follow, so it is light where nothing was."""
    from herwidget.ui.theme import DARK, DARK_HIGH, LIGHT, LIGHT_HIGH

    high = settings.contrast is Contrast.HIGH
    if settings.theme is Theme.DARK:
        return DARK_HIGH if high else DARK
    return LIGHT_HIGH if high else LIGHT


class _Picture:
    """Makes the chart of a page, as the page itself does."""

    def __init__(self, journal: HistoryJournal, look: Look, today: date, choice: _Choice) -> None:
        self._journal, self._look, self._today, self._choice = journal, look, today, choice
        self._first = journal.first_day()

    def made(self) -> tuple[Chart, str]:
        """The chart, and the note that says what it rests on.

        Raises:
            Failure: nothing was told that it could show.
        """
        makers: dict[str, Callable[[], tuple[Chart, str]]] = {
            "thread": self._thread,
            "year": self._year,
            "rhythm": self._rhythm,
            "people": self._people,
        }
        return makers[self._choice.page]()

    def _thread(self) -> tuple[Chart, str]:
        from herwidget.core.history.thread import days_to_read, thread
        from herwidget.ui.charts.thread_chart import ThreadChart
        from herwidget.ui.history_words import moods_note

        days, journal = self._days(first_range(self._today, self._first)), self._journal
        read = days_to_read(days)
        shown = thread(journal.day_summaries(read.first, read.last), days)
        self._refuse_empty(shown.told, days)
        paused = journal.paused_days(days.first, days.last)
        return ThreadChart(self._look, shown, journal.periods(), paused), self._dated(days, moods_note(shown))

    def _year(self) -> tuple[Chart, str]:
        from herwidget.ui.charts.year_chart import SHEET_PITCH, YearChart
        from herwidget.ui.history_words import year_note

        year = self._choice.year or self._today.year
        days = Days(date(year, 1, 1), date(year, 12, 31))
        summaries = self._journal.day_summaries(days.first, days.last)
        self._refuse_empty(summaries, days)
        chart = YearChart(self._look, year, self._today, summaries, widest_pitch=SHEET_PITCH, since=self._first)
        return chart, year_note(summaries, chart.days, self._look.language)

    def _rhythm(self) -> tuple[Chart, str]:
        from herwidget.ui.charts.rhythm_chart import RhythmChart
        from herwidget.ui.history_words import rhythm_note

        days = self._days(Range.YEAR)
        told = self._journal.hour_summaries(days.first, days.last)
        self._refuse_empty(told, days)
        return RhythmChart(self._look, told), self._dated(days, rhythm_note(told))

    def _people(self) -> tuple[Chart, str]:
        from herwidget.core.history.differences import after_being_with
        from herwidget.ui.charts.after_chart import AfterChart
        from herwidget.ui.history_words import after_rows

        days, journal = self._days(Range.ALL), self._journal
        people = {person.id: person.name for person in journal.everyone()}
        rows = after_rows(after_being_with(journal.mood_pairs(days.first, days.last)), people)
        self._refuse_empty(rows, days)
        note = translate("HistoryCommand", "The mood told with a person's name, compared with the one told before it.")
        return AfterChart(self._look, rows), self._dated(days, note)

    def _days(self, usual: Range) -> Days:
        return days_of(self._choice.range or usual, self._today, self._first)

    def _dated(self, days: Days, note: str) -> str:
        """A picture goes on its own: it says which days it shows."""
        from herwidget.ui.history_words import days_name

        return f"{days_name(days, self._look.language)} · {note}"

    def _refuse_empty(self, told: object, days: Days) -> None:
        """An empty picture would look like an answer."""
        if told:
            return
        from herwidget.ui.history_words import days_name

        sentence = translate(
            "HistoryCommand", "Nothing was told that this chart could show ({days}), so nothing was saved."
        )
        raise Failure(sentence.format(days=days_name(days, self._look.language)))
