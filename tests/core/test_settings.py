"""Settings come back as they were written, and a value that is not understood costs only itself."""

from dataclasses import fields
from datetime import time

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from herwidget.core.desk_place import Corner, DeskPlace
from herwidget.core.settings import (
    AskWith,
    Contrast,
    Hours,
    Language,
    SettingProblem,
    Settings,
    Theme,
    settings_from_table,
    settings_to_table,
)
from herwidget.core.signals.sensitivity import Sensitivity

KEYS = tuple(field.name for field in fields(Settings))

whole_minutes = st.builds(time, st.integers(0, 23), st.integers(0, 59))
any_hours = st.builds(Hours, whole_minutes, whole_minutes)
any_place = st.builds(
    DeskPlace,
    st.sampled_from(Corner),
    st.integers(0, 99_999),
    st.integers(0, 99_999),
    st.sampled_from(["", "HDMI-1", "DELL U2720Q", "내장 디스플레이"]),
)
any_settings = st.builds(
    Settings,
    welcomed=st.booleans(),
    language=st.sampled_from(Language),
    theme=st.sampled_from(Theme),
    contrast=st.sampled_from(Contrast),
    check_ins_a_day=st.integers(0, 3),
    hours=any_hours,
    ask_with=st.sampled_from(AskWith),
    silent_when_busy=st.booleans(),
    ask_less=st.booleans(),
    help_country=st.sampled_from(["", "KR", "US"]),
    suggestions=st.booleans(),
    sensitivity=st.sampled_from(Sensitivity),
    desk_card=st.booleans(),
    desk_card_place=any_place,
)

BAD_VALUES: dict[str, tuple[object, ...]] = {
    "welcomed": (1, 0, "true", None, [], {}),
    "language": ("de", "", "EN", 1, None, ["en"], {}),
    "theme": ("darker", "", "Dark", True, None, []),
    "contrast": ("higher", "", "High", True, None, []),
    "check_ins_a_day": (-1, 4, 2.0, "2", True, None, [2]),
    "hours": (
        "",
        "10-22",
        "10:00",
        "10:00-",
        "-22:00",
        "25:00-26:00",
        "10:60-22:00",
        "10:0-22:0",
        1022,
        None,
        time(10),
    ),
    "ask_with": ("sound", "", "Card", 0, None),
    "silent_when_busy": (1, "yes", None, []),
    "ask_less": (0, "true", None, []),
    "help_country": ("K", "KOR", "82", "한국", 82, None, ["KR"]),
    "suggestions": (1, 0, "true", None, []),
    "sensitivity": ("loud", "", "Quiet", True, None, ["usual"]),
    "desk_card": (1, 0, "true", None, []),
    "desk_card_place": (
        "",
        "top-right",
        "top-right 24",
        "top right 24 24",
        "middle 24 24",
        "top-right -1 24",
        "top-right 24 2.5",
        "top-right 24 100000",
        "top-right ٢٤ 24",
        24,
        None,
        ["top-right", 24, 24],
    ),
}
any_plain_value = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.text()))


@given(any_settings)
def test_settings_come_back_from_a_table_as_they_were_written(settings: Settings) -> None:
    table = settings_to_table(settings)
    assert set(table) == set(KEYS)
    assert all(type(value) in (str, int, bool) for value in table.values())
    assert settings_from_table(table) == (settings, ())


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in BAD_VALUES.items() for value in values])
@hypothesis_settings(max_examples=5)
@given(any_settings)
def test_a_bad_value_gives_one_problem_its_default_and_spoils_nothing_else(
    key: str, value: object, settings: Settings
) -> None:
    read, problems = settings_from_table({**settings_to_table(settings), key: value})
    assert [(problem.key, problem.value) for problem in problems] == [(key, str(value))]
    assert problems[0].expected
    assert getattr(read, key) == getattr(Settings(), key)
    assert all(getattr(read, other) == getattr(settings, other) for other in KEYS if other != key)


def test_every_key_has_bad_values_to_try() -> None:
    assert set(BAD_VALUES) == set(KEYS)


@given(st.dictionaries(st.sampled_from(KEYS), any_plain_value))
def test_whatever_stands_in_a_file_each_key_is_either_understood_or_a_problem(table: dict[str, object]) -> None:
    read, problems = settings_from_table(table)
    refused = {problem.key for problem in problems}
    assert len(refused) == len(problems)
    assert refused <= set(table)
    understood = {key: settings_to_table(read)[key] for key in set(table) - refused}
    assert settings_from_table(understood)[1] == ()
    for key in set(KEYS) - set(table) | refused:
        assert getattr(read, key) == getattr(Settings(), key)


@given(any_settings, st.dictionaries(st.text().filter(lambda key: key not in KEYS), any_plain_value))
def test_a_key_nobody_knows_is_left_alone(settings: Settings, unknown: dict[str, object]) -> None:
    assert settings_from_table({**unknown, **settings_to_table(settings)}) == (settings, ())


def test_an_empty_table_gives_the_defaults() -> None:
    assert settings_from_table({}) == (Settings(), ())
    assert (Settings().check_ins_a_day, str(Settings().hours)) == (2, "10:00-22:00")


def test_a_problem_tells_what_would_have_been_understood() -> None:
    _, problems = settings_from_table({"check_ins_a_day": 9, "hours": "always"})
    assert problems == (
        SettingProblem("check_ins_a_day", "9", "0-3"),
        SettingProblem("hours", "always", "HH:MM-HH:MM"),
    )


def test_a_country_may_be_written_in_small_letters() -> None:
    assert settings_from_table({"help_country": "kr"}) == (Settings(help_country="KR"), ())


@given(any_hours)
def test_hours_are_read_as_they_are_written(hours: Hours) -> None:
    assert Hours.parse(str(hours)) == hours


@given(
    any_hours, st.sampled_from(["{0:%H:%M} - {1:%H:%M}", " {0:%H:%M}-{1:%H:%M} ", "{0.hour}:{0:%M}-{1.hour}:{1:%M}"])
)
def test_hours_may_be_written_with_spaces_and_without_a_leading_nought(hours: Hours, form: str) -> None:
    assert Hours.parse(form.format(hours.start, hours.end)) == hours


@given(
    st.one_of(st.text(), st.text("0123456789:- ", max_size=14), st.from_regex(r"\d\d:\d\d-\d\d:\d\d", fullmatch=True))
)
def test_a_text_is_refused_as_hours_or_read_as_whole_minutes(text: str) -> None:
    try:
        hours = Hours.parse(text)
    except ValueError:
        return
    assert Hours.parse(str(hours)) == hours
    assert {hours.start.second, hours.end.second} == {0}
    digits = [int(number) for number in text.replace("-", ":").split(":")]
    assert digits == [hours.start.hour, hours.start.minute, hours.end.hour, hours.end.minute]


@pytest.mark.parametrize(
    "text", ["10:00–22:00", "10.00-22.00", "10:00-22:00-23:00", "1:2:3-4:5", "+1:00-2:00", "٠١:٠٠-٠٢:٠٠"]
)
def test_hours_of_another_form_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Hours.parse(text)
