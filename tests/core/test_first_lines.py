"""First lines: filled for any name, short, in the right register, and without guilt."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.first_lines import (
    LANGUAGE_OF,
    LONGEST_LINE,
    REGISTERS,
    FirstLine,
    Occasion,
    Register,
    language_for,
    parse_first_lines,
    register_for,
)

TEXT = (Path(__file__).parents[2] / "resources" / "first_lines.toml").read_text(encoding="utf-8")
LINES = parse_first_lines(TEXT)
NAMES = (
    "Mina",
    "Jun",
    "민아",
    "준",
    "김민아",
    "어머니",
    "엄마",
    "민수 형",
    "김 선생님",
    "민아 씨",
    "José",
    "{name}",
    "\\1",
)
UNKIND = re.compile(
    r"\bapps?\b|herwidget|\bmood\b|track|monitor|lonely|lonel|notic|remind(er|ed me to)|suggest|sorry|apolog|forg[eo]t"
    r"|never (call|writ|answer)|haven't (called|written|heard)|why (haven't|didn't|don't)|you should|at last|finally"
    r"|앱|위젯|기분|기록|외로|쓸쓸|알림|추천|미안|죄송|서운|섭섭|왜 연락|연락도 없|잊었|바쁜 척",
    re.IGNORECASE,
)


def every() -> list[tuple[Register, Occasion, str, FirstLine]]:
    return [
        (register, occasion, name, line)
        for register in Register
        for occasion in Occasion
        for name in NAMES
        for line in LINES.to(name, register, occasion)
    ]


def test_every_register_and_occasion_has_lines_to_choose_from() -> None:
    for register in Register:
        for occasion in Occasion:
            lines = LINES.to("Mina", register, occasion)
            assert len({line.text for line in lines}) == len(lines) >= 5
            assert len({line.subject for line in lines}) == 1


def test_every_line_is_filled_short_and_names_the_person() -> None:
    for _, _, name, line in every():
        for text in (line.text, line.subject):
            rest = text.replace(name, "")
            assert "{" not in rest and "}" not in rest
            assert text == text.strip() and "  " not in text and "\n" not in text
            assert len(text) <= LONGEST_LINE
        assert name in line.text


def test_no_line_speaks_of_guilt_or_of_the_program() -> None:
    for _, _, _, line in every():
        assert not UNKIND.search(line.text) and not UNKIND.search(line.subject), line.text


def test_every_line_is_in_its_language_and_register() -> None:
    for register, _, _, line in ((one[0], one[1], one[2], one[3]) for one in every() if one[2] == "Jun"):
        hangul = bool(re.search("[가-힣]", line.text))
        assert hangul == (LANGUAGE_OF[register] == "ko")
        sentences = [part for part in re.split(r"[.?!]\s*", line.text) if part]
        if register is Register.JONDAEMAL:
            assert all(part.endswith(("요", "죠")) for part in sentences), line.text
        if register is Register.BANMAL:
            assert not any(part.endswith(("요", "죠", "니다", "세요")) for part in sentences), line.text
            assert not re.search(r"\b(너|네|니)\b", line.text), "said to a mother as well"


def test_lines_ask_little() -> None:
    """Each is at most three short sentences."""
    for register in Register:
        for occasion in Occasion:
            for line in LINES.to("Mina", register, occasion):
                assert len(re.findall(r"[.?!](?=\s|$)", line.text)) <= 3


@pytest.mark.parametrize(
    ("name", "banmal", "jondaemal"),
    [
        ("민아", "민아, ", "민아 님, "),
        ("준", "준, ", "준 님, "),
        ("김하늘", "김하늘, ", "김하늘 님, "),
        ("남궁 민", "남궁 민, ", "남궁 민 님, "),
        ("어머니", "어머니, ", "어머니, "),
        ("엄마", "엄마, ", "엄마, "),
        ("민수 형", "민수 형, ", "민수 형, "),
        ("지은언니", "지은언니, ", "지은언니, "),
        ("김 선생님", "김 선생님, ", "김 선생님, "),
        ("민아 씨", "민아 씨, ", "민아 씨, "),
        ("Jun", "Jun, ", "Jun, "),
    ],
)
def test_how_somebody_is_called_in_korean(name: str, banmal: str, jondaemal: str) -> None:
    for occasion in Occasion:
        assert all(line.text.startswith(banmal) for line in LINES.to(name, Register.BANMAL, occasion))
        assert all(line.text.startswith(jondaemal) for line in LINES.to(name, Register.JONDAEMAL, occasion))


@pytest.mark.parametrize("name", ["민아", "준", "김하늘", "김민아", "남궁 민", "황보현", "Jun"])
def test_no_name_gets_a_vocative_particle(name: str) -> None:
    for register in REGISTERS["ko"]:
        for occasion in Occasion:
            for line in LINES.to(name, register, occasion):
                assert not re.search(rf"{name}[아야]", f"{line.text} {line.subject}"), line.text


@pytest.mark.parametrize(
    ("name", "interface", "language"),
    [("민아", "en", "ko"), ("Mina", "en", "en"), ("Mina", "ko", "ko"), ("Mina 엄마", "en", "ko"), ("민아", "en", "ko")],
)
def test_the_language_follows_the_name(name: str, interface: str, language: str) -> None:
    assert language_for(name, interface) == language


@pytest.mark.parametrize(
    ("name", "register"),
    [
        ("민아", Register.BANMAL),
        ("엄마", Register.BANMAL),
        ("민수 형", Register.BANMAL),
        ("어머니", Register.JONDAEMAL),
        ("외할머니", Register.JONDAEMAL),
        ("김 선생님", Register.JONDAEMAL),
        ("민아 씨", Register.JONDAEMAL),
        ("박 교수", Register.JONDAEMAL),
    ],
)
def test_the_register_to_begin_with_follows_the_name(name: str, register: Register) -> None:
    assert register_for(name, "ko") is register
    assert register_for(name, "en") in REGISTERS["en"]


@given(st.sampled_from(Register), st.sampled_from(Occasion), st.integers(0, 100))
def test_another_line_comes_first_each_time_and_none_is_lost(
    register: Register, occasion: Occasion, begin: int
) -> None:
    lines = LINES.to("Mina", register, occasion)
    turned = LINES.to("Mina", register, occasion, begin)
    assert turned[0] == lines[begin % len(lines)]
    assert set(turned) == set(lines)


@given(st.text(max_size=60))
def test_any_name_can_be_put_in(name: str) -> None:
    for register in Register:
        assert all(name in line.text for line in LINES.to(name, register, Occasion.EASY))
    assert register_for(name, language_for(name, "en")) in Register


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "[casual",
        TEXT.replace("[warm.easy]", "[warm.hard]"),
        TEXT.replace("[banmal.easy]\nsubject", "[banmal.easy]\nother"),
        TEXT.replace("[casual.easy]\n", "[casual.easy]\nlines = []\n[other]\n", 1),
    ],
)
def test_a_file_that_lacks_something_is_refused(broken: str) -> None:
    with pytest.raises(ValueError):
        parse_first_lines(broken)
