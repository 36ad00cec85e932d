"""`herwidget help-lines`: people who listen now; works without a journal and without a screen."""

import argparse

from herwidget.commands.say import MISUSED, complain
from herwidget.core.help_lines import HelpCountry, parse_help_lines
from herwidget.desktop.resources import help_lines_text
from herwidget.environment import Environment, system_country
from herwidget.ui.words import translate


def help_lines(environment: Environment, chosen: argparse.Namespace) -> int:
    """Print the lines of one country, the person's own where none is named, or of all."""
    language = environment.language(environment.loaded.settings)
    lines = parse_help_lines(help_lines_text())
    wanted = chosen.country or environment.loaded.settings.help_country or system_country() or "all"
    country = lines.of(wanted)
    if country is None and chosen.country and wanted != "all":
        codes = ", ".join(one.code for one in lines.countries)
        complain(
            translate("HelpLines", "There is no line for “{country}” here. Listed are: {codes}.").format(
                country=wanted, codes=codes
            )
        )
        print(lines.elsewhere.of(language))
        return MISUSED
    for one in (country,) if country else lines.countries:
        print("\n".join(of_country(one, language)))
    print(lines.elsewhere.of(language))
    return 0


def of_country(country: HelpCountry, language: str) -> list[str]:
    """A country's lines and its emergency number, a row each."""
    emergency = translate("Help", "In an emergency: {number}").format(number=country.emergency)
    return [
        country.name.of(language),
        *(f"  {line.number}  {line.name.of(language)} · {line.hours.of(language)}" for line in country.lines),
        f"  {emergency}",
    ]
