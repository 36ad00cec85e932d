"""`python -m evaluation DATA`: what the detector reaches, on made-up people and on those of a file.

The exit code is 0 whatever is reached, and 2 when the file cannot be read.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random

from evaluation.comparison import print_comparison
from evaluation.data import BadData, read_people
from evaluation.real import print_real
from evaluation.settings import print_settings
from evaluation.situations import print_situations
from evaluation.trace import write_trace
from evaluation.work import workers
from herwidget.core.signals.detector import replay
from herwidget.core.signals.readings import DayReading
from herwidget.core.signals.sensitivity import Sensitivity
from herwidget.core.signals.tuning import TUNINGS

PEOPLE = 800


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, or the trace; 0, or 2 when the file is not as it should be."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="What the detector reaches.")
    parser.add_argument("data", type=Path, metavar="DATA", help="a file of answers or of days, as in ARCHITECTURE.md")
    parser.add_argument("--trace", action="store_true", help="print person,day,state,reason instead of the tables")
    parser.add_argument(
        "--sensitivity",
        type=Sensitivity,
        choices=list(Sensitivity),
        default=Sensitivity.USUAL,
        metavar="SETTING",
        help="of the trace: quiet, usual (default) or sooner",
    )
    parser.add_argument("--people", type=int, default=PEOPLE, help=f"made-up people in each cell, {PEOPLE} without")
    chosen = parser.parse_args(arguments)
    if chosen.people < 10:
        parser.error("at least 10 people are needed")
    try:
        people = read_people(chosen.data)
    except BadData as error:
        print(f"evaluation: {error}.", file=sys.stderr)
        return 2
    if chosen.trace:
        # Whoever reads may have read enough.
        with suppress(BrokenPipeError):
            write_trace(people, chosen.sensitivity, sys.stdout)
            sys.stdout.flush()
        return 0
    began = time.monotonic()
    print("# What the detector reaches\n")
    for sensitivity, tuning in TUNINGS.items():
        print(f"{sensitivity.value}: limit {tuning.alone:.2f} for one chart, {tuning.together:.2f} for two")
    with workers() as pool:
        print_settings(pool, chosen.people)
        print_real(pool, people, chosen.people // 2)
        print_comparison(pool, chosen.people // 3)
        print_situations(pool, chosen.people // 4)
    print(f"\nTen years of days, taken in at once: {ten_years():.1f} ms (20 at most).")
    print(f"{time.monotonic() - began:.0f} seconds", file=sys.stderr)
    return 0


def ten_years() -> float:
    """The milliseconds for ten years of full days, the best of five: what else the machine does is not ours."""
    random = Random("ten years")
    first = date(2010, 1, 1)
    days = [
        DayReading(first + timedelta(day), random.uniform(20, 70), random.uniform(20, 70), random.uniform(20, 70), True)
        for day in range(3653)
    ]
    times = []
    for _ in range(5):
        began = time.perf_counter()
        replay(days)
        times.append(1000 * (time.perf_counter() - began))
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
