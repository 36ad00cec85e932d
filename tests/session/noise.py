"""What the program may say, to standard error and to its log, although nothing is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence

# What Qt and its helpers say in such a session although nothing is wrong.
STDERR_NOISE = (
    re.compile(r"qt\.accessibility\.atspi: AtSpiAdaptor::applicationInterface does not implement .*"),
    re.compile(r'qt\.accessibility\.atspi: Could not find accessible on path: ".*"'),
    re.compile(r"\s*"),
)
LOG_LINE = re.compile(r"\S+Z (?P<level>[A-Z]+) (?P<name>[\w.]+): (?P<text>.*)")


def is_expected(line: str, provoked: Sequence[str]) -> bool:
    """Whether a line is noise, or a record that tells of no trouble but what a test provokes."""
    record = LOG_LINE.fullmatch(line)
    if record is None:
        return any(noise.fullmatch(line) for noise in STDERR_NOISE)
    return record["level"] == "INFO" or any(part in record["text"] for part in provoked)
