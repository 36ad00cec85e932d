"""Help lines by country: read from `resources/help_lines.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Any

from herwidget.core.questions import Text


@dataclass(frozen=True)
class HelpLine:
    """One line a person can call or write to. `tel` is the number in digits alone."""

    number: str
    tel: str
    name: Text
    hours: Text
    kind: str
    source: str
    checked: date


@dataclass(frozen=True)
class HelpCountry:
    """The lines of one country (`code` is ISO 3166-1 alpha-2) and its emergency number."""

    code: str
    name: Text
    emergency: str
    lines: tuple[HelpLine, ...]


@dataclass(frozen=True)
class HelpLines:
    """All countries, in the file's order, and a sentence for everyone else."""

    countries: tuple[HelpCountry, ...]
    elsewhere: Text

    def of(self, code: str) -> HelpCountry | None:
        """The country with this code, None where it is not listed."""
        return next((country for country in self.countries if country.code == code.upper()), None)


def parse_help_lines(text: str) -> HelpLines:
    """Read the file's text; it is checked whole by the tests, not at run time."""
    table = tomllib.loads(text)
    countries = tuple(
        HelpCountry(entry["code"], _text(entry["name"]), entry["emergency"], tuple(map(_line, entry["line"])))
        for entry in table["country"]
    )
    return HelpLines(countries, _text(table["elsewhere"]))


def _line(entry: dict[str, Any]) -> HelpLine:
    return HelpLine(
        entry["number"],
        entry["tel"],
        _text(entry["name"]),
        _text(entry["hours"]),
        entry["kind"],
        entry["source"],
        date.fromisoformat(entry["checked"]),
    )


def _text(entry: dict[str, Any]) -> Text:
    return Text(entry["en"], entry["ko"])
