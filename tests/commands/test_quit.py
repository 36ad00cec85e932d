"""`herwidget quit` where something else than the program has its place; the program itself is in tests/session."""

import os
import signal
import time

from tests.commands.command_line import CommandLine


def test_nothing_to_end_is_well(herwidget: CommandLine) -> None:
    done = herwidget("quit")
    assert (done.code, done.out, done.err) == (0, "Herwidget is not running.\n", "")
    assert list((herwidget.home / "run").iterdir()) == [], "asking leaves nothing behind"


def test_one_that_is_stopped_is_told_of_in_one_sentence(herwidget: CommandLine) -> None:
    with herwidget.running() as other:
        other.signal(signal.SIGSTOP)
        done = herwidget("quit")
        other.signal(signal.SIGCONT)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("herwidget: Herwidget is running and did not end.")
    assert done.err.count("\n") == 1


def test_what_a_crash_left_is_not_waited_for(herwidget: CommandLine) -> None:
    with herwidget.running() as other:
        (lock,) = (herwidget.home / "run").rglob("*.lock")
        words = lock.read_text().splitlines()
        other.kill()
    # The number of the killed one is a stranger's by now.
    lock.write_text("\n".join([str(os.getpid()), *words[1:]]) + "\n")
    os.utime(lock, (time.time() - 60,) * 2)
    done = herwidget("--lang", "ko", "quit")
    assert (done.code, done.err) == (0, "")
    assert done.out == "실행 중인 Herwidget이 없어요.\n"


def test_only_the_one_of_this_journal_is_asked(herwidget: CommandLine) -> None:
    with herwidget.running(herwidget.home / "other.db") as other:
        assert herwidget("quit").out == "Herwidget is not running.\n"
        assert herwidget("--journal", herwidget.home / "other.db", "pause", "off").code == 0
        assert other.line() == '{"command": "refresh"}', "nothing was said to it before"
