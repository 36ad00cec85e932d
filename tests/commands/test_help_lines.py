"""`herwidget help-lines`."""

import pytest

from tests.commands.command_line import CommandLine


@pytest.mark.parametrize("country", ["KR", "kr"])
def test_one_country(herwidget: CommandLine, country: str) -> None:
    done = herwidget("--lang", "ko", "help-lines", country)
    assert (done.code, done.err) == (0, "")
    assert "109" in done.out
    assert "988" not in done.out


def test_all_countries(herwidget: CommandLine) -> None:
    done = herwidget("help-lines", "all")
    assert done.code == 0
    assert all(number in done.out for number in ("109", "988", "116 123"))


def test_the_chosen_country_is_the_one_of_the_settings(herwidget: CommandLine) -> None:
    herwidget.config.parent.mkdir(parents=True)
    herwidget.config.write_text('help_country = "US"\n')
    out = herwidget("help-lines").out
    assert out == herwidget("help-lines", "US").out
    assert "988" in out


def test_where_no_country_is_known_all_are_told(herwidget: CommandLine) -> None:
    assert herwidget("help-lines").out == herwidget("help-lines", "all").out


def test_an_unknown_country_is_told_and_somebody_is_named_all_the_same(herwidget: CommandLine) -> None:
    done = herwidget("help-lines", "XX")
    assert done.code == 2
    assert "“XX”" in done.err
    assert "KR" in done.err
    assert done.out.strip()
