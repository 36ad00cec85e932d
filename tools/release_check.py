"""What has to be looked at again before a release: help lines that nobody has checked for six months.

    python -m tools.release_check [YYYY-MM-DD]

Fails with 1 and names each row; the day is today where none is given.
"""

import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

HELP_LINES = Path(__file__).parents[1] / "resources" / "help_lines.toml"
MONTHS = 6


def main(arguments: Sequence[str]) -> int:
    """The check; the exit code."""
    try:
        today = date.fromisoformat(arguments[0]) if arguments else date.today()  # noqa: DTZ011  # the person's own day
    except ValueError:
        print(f"not a day: {arguments[0]}", file=sys.stderr)
        return 2
    found = problems(HELP_LINES.read_text(encoding="utf-8"), today)
    for problem in found:
        print(problem, file=sys.stderr)
    if not found:
        print(f"every help line was checked within {MONTHS} months of {today}")
    return 1 if found else 0


def problems(text: str, today: date) -> list[str]:
    """A sentence for each row of the help lines that was not checked lately, or does not say when or where."""
    found = []
    for name, row in _rows(tomllib.loads(text)):
        if not row.get("source"):
            found.append(f"{name}: no source is named")
        try:
            checked = date.fromisoformat(str(row["checked"]))
        except (KeyError, ValueError):
            found.append(f"{name}: no day is named on which it was checked")
            continue
        if checked > today:
            found.append(f"{name}: checked on {checked}, which is still to come")
        elif today > months_later(checked, MONTHS):
            found.append(f"{name}: last checked on {checked}; look again at {row.get('source', 'its source')}")
    return found


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def _rows(table: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield "elsewhere", table["elsewhere"]
    for country in table["country"]:
        for line in country["line"]:
            yield f"{country['code']} {line['number']}", line


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
