"""People's days from a file: single answers of experience sampling, or one line a day."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import isfinite
from pathlib import Path

from herwidget.core.signals.readings import DayReading, Series

# Day 0 of every file: a date that no file means. Days count from it, so that the detector sees a calendar.
DAY_ZERO = date(2001, 1, 1)
MOST_DAYS = 200_000
PROMPT_COLUMN = "beep"
# The negative affect of Rowland & Wenzel (2020): a day's low mood is the mean of the four.
AFFECT_COLUMNS = ("angry", "anxious", "depressed", "sad")


class BadData(Exception):
    """What is wrong with the file, and in which line."""


@dataclass(frozen=True)
class Person:
    """One person of the file: the days in it, in their order."""

    name: str
    readings: tuple[DayReading, ...]


def read_people(path: Path) -> list[Person]:
    """The people of a file, in the order of their first lines.

    Raises:
        BadData: the file cannot be read, or a line of it is wrong.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(_people(csv.DictReader(file, strict=True)))
    except OSError as error:
        raise BadData(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadData(f"{path} is not UTF-8 text") from error
    except csv.Error as error:
        raise BadData(f"{path} is no table of comma-separated values: {error}") from error


def _people(rows: "csv.DictReader[str]") -> Iterator[Person]:
    columns = [name.strip() for name in rows.fieldnames or ()]
    rows.fieldnames = columns
    days = _sampled_days(rows) if PROMPT_COLUMN in columns else _plain_days(rows)
    if not days:
        raise BadData("the file holds no days")
    for name, of_person in days.items():
        yield Person(name, tuple(of_person[day] for day in sorted(of_person)))


def _plain_days(rows: "csv.DictReader[str]") -> dict[str, dict[int, DayReading]]:
    _demand(rows, ("person", "day", *Series))
    people: dict[str, dict[int, DayReading]] = {}
    for row in rows:
        name, day = _whose(row, rows.line_num)
        days = people.setdefault(name, {})
        if day in days:
            raise BadData(f"line {rows.line_num}: day {day} of person {name} is there twice")
        days[day] = DayReading(
            DAY_ZERO + timedelta(day),
            disconnection=_value(row, Series.DISCONNECTION, rows.line_num),
            loneliness=_value(row, Series.LONELINESS, rows.line_num),
            low_mood=_value(row, Series.LOW_MOOD, rows.line_num),
        )
    return people


def _sampled_days(rows: "csv.DictReader[str]") -> dict[str, dict[int, DayReading]]:
    _demand(rows, ("person", "day", *AFFECT_COLUMNS))
    answers: dict[str, dict[int, list[float]]] = {}
    for row in rows:
        name, day = _whose(row, rows.line_num)
        values = [_value(row, column, rows.line_num) for column in AFFECT_COLUMNS]
        given = [value for value in values if value is not None]
        of_day = answers.setdefault(name, {}).setdefault(day, [])
        if given:
            of_day.append(sum(given) / len(given))
    return {
        name: {
            day: DayReading(DAY_ZERO + timedelta(day), low_mood=sum(values) / len(values) if values else None)
            for day, values in days.items()
        }
        for name, days in answers.items()
    }


def _demand(rows: "csv.DictReader[str]", columns: Sequence[str]) -> None:
    if missing := [name for name in columns if name not in (rows.fieldnames or ())]:
        raise BadData(f"line 1: these columns are missing: {', '.join(missing)}")


def _whose(row: Mapping[str, str | None], line: int) -> tuple[str, int]:
    if None in row or None in row.values():
        raise BadData(f"line {line}: it has not as many fields as the first line")
    name, day = (row["person"] or "").strip(), (row["day"] or "").strip()
    if not name:
        raise BadData(f"line {line}: no person is named")
    try:
        number = int(day)
    except ValueError:
        raise BadData(f'line {line}: day "{day}" is no whole number') from None
    if abs(number) > MOST_DAYS:
        raise BadData(f"line {line}: day {day} is out of reach")
    return name, number


def _value(row: Mapping[str, str | None], column: str, line: int) -> float | None:
    text = (row[column] or "").strip()
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        raise BadData(f'line {line}: {column} "{text}" is no number') from None
    if not isfinite(value) or not 0 <= value <= 100:
        raise BadData(f"line {line}: {column} {text} is not between 0 and 100")
    return value
