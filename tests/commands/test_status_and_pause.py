"""`herwidget status` and `herwidget pause`."""

import json
import os
import time
from datetime import UTC, date, datetime, timedelta

import pytest

from herwidget.core.prompts import PromptKind, StepAnswer, StepName
from herwidget.journal.journal import Journal
from tests.commands.command_line import CommandLine

NOT_RUNNING = "Herwidget is not running: it asks nothing until it is started."


def test_a_fresh_computer_has_no_journal_and_gets_none(herwidget: CommandLine) -> None:
    done = herwidget("status")
    assert done.code == 0
    assert done.out == f"{NOT_RUNNING}\nThere is no journal yet; it will be {herwidget.journal}\n"
    told = json.loads(herwidget("status", "--json").out)
    assert told == {
        "running": False,
        "paused": False,
        "paused_until": None,
        "next": None,
        "pace": "usual",
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
    kept = f"1 check-in answered, kept in {herwidget.journal}"
    assert words == [NOT_RUNNING, kept], "nothing comes next as long as it does not run"


def live_through_full_weeks(herwidget: CommandLine, count: int) -> None:
    """Each evening of so many weeks, up to yesterday, somebody heard the person."""
    herwidget.journal.parent.mkdir(parents=True)
    journal = Journal(herwidget.journal)
    journal.connection.execute("PRAGMA synchronous = OFF")
    for number in range(-7 * count, 0):
        evening = datetime(2026, 11, 23, 11, 10, tzinfo=UTC) + timedelta(days=number)
        zone, day = "Asia/Seoul", evening.date()
        prompt = journal.add_prompt(PromptKind.EVENING, day, 0, evening, evening, zone)
        connected = 60 + day.toordinal() % 9
        for answer in (
            StepAnswer(StepName.CONNECTED, "connected", "connection", value=connected),
            StepAnswer(StepName.HEARD, "2b-really", "heard", choice="call"),
        ):
            journal.save_answer(prompt.id, answer, evening, zone)
        journal.record_closed(prompt.id, evening)
    journal.close()


@pytest.mark.parametrize(("weeks", "pace"), [(6, "usual"), (9, "one-a-day"), (14, "three-a-week")])
def test_that_less_is_asked_is_said(herwidget: CommandLine, weeks: int, pace: str) -> None:
    live_through_full_weeks(herwidget, weeks)
    told = json.loads(herwidget("status", "--json").out)
    assert told["pace"] == pace
    assert date(2026, 11, 23) <= datetime.fromisoformat(told["next"]).date() <= date(2026, 11, 28)
    words = herwidget("status").out.splitlines()
    assert words[1:-1] == ([] if pace == "usual" else ["Asking less: your weeks are full of people"])
    herwidget("pause", "on")
    assert herwidget("status").out.splitlines()[1:-1] == ["Paused until you say"]
    herwidget("pause", "off")
    herwidget.config.parent.mkdir(parents=True)
    herwidget.config.write_text("ask_less = false\n")
    assert json.loads(herwidget("status", "--json").out)["pace"] == "usual"


def test_what_a_kill_left_behind_is_no_running_program(herwidget: CommandLine) -> None:
    with herwidget.running() as program:
        (lock,) = (herwidget.home / "run").rglob("*.lock")
        words = lock.read_text().splitlines()
        program.kill()
    for left in ("\n".join((str(os.getpid()), *words[1:])) + "\n", ""):
        lock.write_text(left)
        os.utime(lock, (time.time() - 60,) * 2)
        assert json.loads(herwidget("status", "--json").out)["running"] is False
        assert "✓ Running: yes" not in herwidget("doctor").out
        assert lock.read_text() == left, "asking takes nothing"


def test_a_running_program_is_seen_and_told_of_a_pause(herwidget: CommandLine) -> None:
    with herwidget.running() as program:
        assert json.loads(herwidget("status", "--json").out)["running"] is True
        herwidget("check-in", "--terminal", lines="3\n")
        words = herwidget("status").out.splitlines()
        assert words[0] == "Herwidget is running."
        assert words[1].startswith("Next: ")
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
