"""`herwidget status` and `herwidget pause`."""

import json

import pytest

from tests.commands.command_line import CommandLine


def test_a_fresh_computer_has_no_journal_and_gets_none(herwidget: CommandLine) -> None:
    done = herwidget("status")
    assert done.code == 0
    assert done.out == f"Herwidget is not running.\nThere is no journal yet; it will be {herwidget.journal}\n"
    told = json.loads(herwidget("status", "--json").out)
    assert told == {
        "running": False,
        "paused": False,
        "paused_until": None,
        "next": None,
        "check_ins_a_day": 2,
        "hours": "10:00-22:00",
        "answered": 0,
        "journal": str(herwidget.journal),
    }
    assert not herwidget.journal.parent.exists()


def test_what_is_planned_and_kept(herwidget: CommandLine) -> None:
    herwidget("check-in", "--terminal", lines="3\n")
    told = json.loads(herwidget("status", "--json").out)
    assert told["answered"] == 1
    assert told["next"].startswith("2026-11-2")
    words = herwidget("status").out.splitlines()
    assert words[0] == "Herwidget is not running."
    assert words[1].startswith("Next: ")
    assert words[2] == f"1 check-in answered, kept in {herwidget.journal}"


def test_a_running_program_is_seen_and_told_of_a_pause(herwidget: CommandLine) -> None:
    with herwidget.running() as program:
        assert json.loads(herwidget("status", "--json").out)["running"] is True
        assert "✓ Running: yes" in herwidget("doctor").out
        assert herwidget("pause", "2h").code == 0
        assert json.loads(program.line()) == {"command": "refresh"}


@pytest.mark.parametrize(
    ("time", "until", "words"),
    [
        ("30m", "2026-11-23T04:11:00+00:00", "Paused until 13:11"),
        ("2h", "2026-11-23T05:41:00+00:00", "Paused until 14:41"),
        ("3d", "2026-11-26T03:41:00+00:00", "Paused until 26 November, 12:41"),
        ("tomorrow", "2026-11-24T01:00:00+00:00", "Paused until tomorrow, 10:00"),
        ("on", None, "Paused until you say"),
    ],
)
def test_a_pause(herwidget: CommandLine, time: str, until: str | None, words: str) -> None:
    done = herwidget("pause", time)
    assert (done.code, done.out, done.err) == (0, f"{words}\n", "")
    told = json.loads(herwidget("status", "--json").out)
    assert (told["paused"], told["paused_until"]) == (True, until)


def test_after_midnight_tomorrow_is_the_day_that_has_begun_for_late_hours(herwidget: CommandLine) -> None:
    herwidget.variables["HERWIDGET_TEST_CLOCK"] = "2026-11-23T15:30:00Z;0.000001"
    herwidget.config.parent.mkdir(parents=True)
    herwidget.config.write_text('hours = "14:00-02:00"\n')
    assert herwidget("pause", "tomorrow").out == "Paused until 14:00\n"


def test_the_end_of_a_pause(herwidget: CommandLine) -> None:
    herwidget("pause", "on")
    done = herwidget("pause", "off")
    assert (done.code, done.out) == (0, "Asking as planned\n")
    assert json.loads(herwidget("status", "--json").out)["paused"] is False


@pytest.mark.parametrize("time", ["soon", "0m", "2", "99999h", "400d", "２h"])
def test_what_is_no_time_is_refused(herwidget: CommandLine, time: str) -> None:
    done = herwidget("pause", "--", time)
    assert (done.code, done.out) == (2, "")
    assert done.err == (f"herwidget: “{time}” is not a time to pause for. Say 30m, 2h, 3d, tomorrow, on or off.\n")
    assert not herwidget.journal.exists()
