"""What is worked out while somebody waits: the verdict, a search, and whether words may mean danger."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.table import Row
from herwidget.core.danger import means_danger, parse_danger
from herwidget.core.demo import demo_check_ins, demo_people
from herwidget.core.history.search import SearchText, find
from herwidget.core.signals.detector import replay
from herwidget.desktop.resources import resources_folder
from herwidget.environment import load_bank
from herwidget.journal.demo import write_demo
from herwidget.journal.journal import Journal
from herwidget.journal.readings import JournalReadings

_TEN_YEARS, _LAST_DAY, _END = 3652, date(2026, 11, 23), datetime(2026, 11, 24, tzinfo=UTC)
_NOTES, _WORDS_EACH = 12_000, 25
_WORDS = ("오늘은", "우리엄마랑", "오래", "통화했다.", "a", "long", "walk", "by", "the", "river,", "조용한", "저녁")
_LONG_NOTE = ("That film was to die for, and so was the walk home. " * 100)[:5000]


def measure_reckoning(disk_folder: Path, rounds: int) -> Iterator[Row]:
    """Milliseconds of each, some rounds of it. The ten years are the demonstration's."""
    with TemporaryDirectory(prefix="reckoning-", dir=disk_folder) as name:
        journal = Journal(Path(name) / "journal.db")
        write_demo(
            journal, demo_check_ins(load_bank(), _LAST_DAY, _TEN_YEARS, "Asia/Seoul", "en"), demo_people("en"), _END
        )
        readings = JournalReadings(journal)
        reading = _milliseconds(lambda: readings.day_readings(date.min, date.max), rounds)
        days = readings.day_readings(date.min, date.max)
        journal.close()
    yield Row("ten years of days read from the journal, ms", reading)
    yield Row("ten years of days judged anew, ms", _milliseconds(lambda: replay(days), rounds), most=20, absolute=True)
    texts = [SearchText(note) for note in _notes()]
    yield Row(f"{_NOTES:,} notes searched for a name, ms", _milliseconds(lambda: find("엄마 river", texts), rounds))
    phrases = parse_danger((resources_folder() / "danger.toml").read_text(encoding="utf-8"))
    looked = _milliseconds(lambda: means_danger(_LONG_NOTE, phrases), rounds)
    yield Row("a note of 5,000 letters looked through for danger, ms", looked, most=5, absolute=True)


def _notes() -> Iterator[str]:
    for place in range(_NOTES):
        yield " ".join(_WORDS[(place * 7 + step) % len(_WORDS)] for step in range(_WORDS_EACH))


def _milliseconds(work: Callable[[], object], rounds: int) -> list[float]:
    spans = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        spans.append((time.perf_counter() - began) * 1000)
    return spans
