"""`herwidget check-in --terminal`, spoken to through a pipe."""

import pytest

from tests.commands.command_line import EVENING, CommandLine

HEARD = (
    "SELECT answers.choice, people.name, answers.note FROM answers LEFT JOIN answer_people ON answer_id = answers.id"
)
HEARD += " LEFT JOIN people ON people.id = person_id WHERE step = 'heard'"


@pytest.fixture
def evening(herwidget: CommandLine) -> CommandLine:
    """At a time whose steps are always the same: mood, connected, heard."""
    herwidget.variables["HERWIDGET_TEST_CLOCK"] = EVENING
    return herwidget


def test_answers_and_notes_are_kept(evening: CommandLine) -> None:
    done = evening("check-in", "--terminal", lines="2 a long day\n70 더 낫다\n2 on the way home\nMina\n")
    assert (done.code, done.err) == (0, "")
    assert "Kept on this computer." in done.out
    assert evening.rows("SELECT step, value, note FROM answers ORDER BY id") == [
        ("mood", 2, "a long day"),
        ("connected", 70, "더 낫다"),
        ("heard", None, "on the way home"),
    ]
    assert evening.rows(HEARD) == [("call", "Mina", "on the way home")]
    assert evening.rows("SELECT count(*) FROM prompts WHERE closed_at IS NOT NULL AND skipped_at IS NULL") == [(1,)]


def test_a_question_mark_tells_why_and_asks_again(evening: CommandLine) -> None:
    plain = evening("check-in", "--terminal", lines="3\n")
    told = evening("check-in", "--terminal", lines="?\n3\n")
    assert len(told.out) > len(plain.out) + 20
    assert evening.rows("SELECT step, value FROM answers") == [("mood", 3)] * 2


def test_enter_skips_a_step(evening: CommandLine) -> None:
    evening("check-in", "--terminal", lines="\n40\n\n")
    assert evening.rows("SELECT step, value FROM answers") == [("connected", 40)]


def test_nothing_said_is_fine(evening: CommandLine) -> None:
    done = evening("check-in", "--terminal")
    assert done.code == 0
    assert "Nothing was kept. That is fine, too." in done.out
    assert evening.rows("SELECT count(*) FROM answers") == [(0,)]
    assert evening.rows("SELECT count(*) FROM prompts WHERE skipped_at IS NOT NULL") == [(1,)]


@pytest.mark.parametrize("end", ["", "q\n"])
def test_what_was_answered_before_the_end_is_kept(evening: CommandLine, end: str) -> None:
    done = evening("check-in", "--terminal", lines=f"5\n{end}")
    assert "Kept on this computer." in done.out
    assert evening.rows("SELECT step, value FROM answers") == [("mood", 5)]


def test_an_end_where_the_name_is_asked_for_loses_no_answer(evening: CommandLine) -> None:
    done = evening("check-in", "--terminal", lines="\n\n1 at last\n")
    assert done.code == 0
    assert "Who was it?" in done.out
    assert "Kept on this computer." in done.out
    assert evening.rows(HEARD) == [("face-to-face", None, "at last")]


def test_no_name_needs_to_be_told(evening: CommandLine) -> None:
    evening("check-in", "--terminal", lines="\n\n3\n\n")
    assert evening.rows(HEARD) == [("writing", None, "")]


@pytest.mark.parametrize("line", ["9" * 5000, "0", "6", "²"])
def test_what_is_no_choice_is_asked_again(evening: CommandLine, line: str) -> None:
    done = evening("check-in", "--terminal", lines=f"{line}\n4\n")
    assert done.code == 0
    assert "A number from 1 to 5, please." in done.out
    assert evening.rows("SELECT step, value FROM answers") == [("mood", 4)]


@pytest.mark.parametrize("line", ["101", "9" * 5000])
def test_a_scale_ends_at_100(evening: CommandLine, line: str) -> None:
    done = evening("check-in", "--terminal", lines=f"\n{line}\n100\n")
    assert "A number from 0 to 100, please." in done.out
    assert evening.rows("SELECT step, value FROM answers") == [("connected", 100)]


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_bytes_that_are_no_text_do_not_end_it(evening: CommandLine, errors: str) -> None:
    evening.variables["PYTHONIOENCODING"] = f"utf-8:{errors}"
    done = evening("check-in", "--terminal", lines=b"2 \xff\xfe\n")
    assert done.code == 0
    assert evening.rows("SELECT value, note FROM answers") == [(2, "\ufffd\ufffd")]


def test_it_asks_in_korean(evening: CommandLine) -> None:
    done = evening("--lang", "ko", "check-in", "--terminal", lines="2\n")
    assert "지금 마음은 어떤가요?" in done.out
    assert "How is it" not in done.out


def test_words_that_may_mean_danger_bring_the_help_lines_at_once(evening: CommandLine) -> None:
    evening.config.parent.mkdir(parents=True)
    evening.config.write_text('help_country = "KR"\n')
    done = evening("check-in", "--terminal", lines="2 I want to die\n70\n1\nMina\n")
    assert (done.code, done.err) == (0, "")
    sentence = "If you are thinking about ending your life, a person can listen right now."
    assert done.out.count(sentence) == 1
    before, _, after = done.out.partition(sentence)
    assert "109" in after and "119, 112" in after and "109" not in before
    assert after.index("Nothing was sent.") < after.index("100 is"), "before anything else is asked"
    assert evening.rows("SELECT step, note FROM answers ORDER BY id") == [
        ("mood", "I want to die"),
        ("connected", ""),
        ("heard", ""),
    ]


def test_help_in_korean_names_the_emergency_where_no_country_is_known(evening: CommandLine) -> None:
    done = evening("--lang", "ko", "check-in", "--terminal", lines="1 죽고 싶다\n")
    assert "삶을 끝내고 싶은 마음이 든다면" in done.out
    assert "긴급 전화번호" in done.out
    assert "findahelpline.com" in done.out


def test_words_in_the_wrong_place_bring_help_too_but_once(evening: CommandLine) -> None:
    done = evening("check-in", "--terminal", lines="I want to die\nI want to die\n1 I want to die\n")
    assert done.out.count("a person can listen right now") == 1
    assert evening.rows("SELECT value, note FROM answers") == [(1, "I want to die")]


def test_a_day_that_nearly_killed_nobody_brings_no_help(evening: CommandLine) -> None:
    assert "listen right now" not in evening("check-in", "--terminal", lines="5 we nearly died laughing\n").out
