"""Tables in plain text."""

from collections.abc import Sequence
from math import isinf

from evaluation.measures import FalseRate, Found


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns under their headings, the first to the left, the others to the right."""
    lines = [headings, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headings))]
    texts = [
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    return "\n".join([texts[0], "  ".join("-" * width for width in widths), *texts[1:]])


def rate(false: FalseRate) -> str:
    """Suggestions per 100 user-months."""
    return f"{false.per_hundred:.1f}"


def rate_with_interval(false: FalseRate) -> str:
    """The rate with its 95 % interval and what it comes from."""
    low, high = false.interval
    return f"{false.per_hundred:.1f} ({low:.1f}-{high:.1f}; {false.suggestions} in {false.months:.0f} months)"


def share(found: Found) -> str:
    """The share found in time."""
    return f"{found.share:.2f}".removeprefix("0")


def delay(found: Found) -> str:
    """The median delay in days; a dash where fewer than half were found at all."""
    return "–" if isinf(found.delay) else f"{found.delay:.0f}"
