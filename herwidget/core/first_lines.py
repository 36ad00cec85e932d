"""First lines to somebody, in their language and register: the texts of `resources/first_lines.toml`.

A line is short and easy to answer: people who are written to appreciate it more than the writer expects (Liu, Rim, Min
& Min 2023, doi 10.1037/pspi0000402), so it needs no reason and no apology.
"""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

LONGEST_LINE = 180


class Register(StrEnum):
    """The tone of a line: two of English, two of Korean."""

    CASUAL = "casual"
    WARM = "warm"
    BANMAL = "banmal"
    JONDAEMAL = "jondaemal"


REGISTERS: Mapping[str, tuple[Register, ...]] = {
    "en": (Register.CASUAL, Register.WARM),
    "ko": (Register.BANMAL, Register.JONDAEMAL),
}
"""The registers of each language."""
LANGUAGE_OF = {register: language for language, registers in REGISTERS.items() for register in registers}


class Occasion(StrEnum):
    """To whom a line goes."""

    EASY = "easy"
    OLD_FRIEND = "old-friend"


@dataclass(frozen=True)
class FirstLine:
    """A line to begin with, and a subject for it where it goes by mail."""

    text: str
    subject: str


# Who is called by what they are, not by a name: no particle and no 님 after it. The second ones are close family and
# friends, to whom Koreans mostly speak plainly.
_TITLES = (
    *("어머니", "아버지", "어머님", "아버님", "할머니", "할아버지", "외할머니", "외할아버지", "이모", "고모", "이모부"),
    *("고모부", "삼촌", "외삼촌", "숙모", "선배", "장모", "장인", "형수", "매형", "형부", "처형", "올케"),
)
_CLOSE_TITLES = ("엄마", "아빠", "누나", "언니", "오빠", "형", "여보", "자기")
_OF_RESPECT = (
    "님",
    "씨",
    "선생",
    "교수",
    "박사",
    "목사",
    "신부",
    "스님",
    "원장",
    "과장",
    "부장",
    "팀장",
    "대리",
    "사장",
)


@dataclass(frozen=True)
class FirstLines:
    """All first lines, by register and occasion, as they stand in the file."""

    lines: Mapping[tuple[Register, Occasion], tuple[str, ...]]
    subjects: Mapping[tuple[Register, Occasion], str]

    def to(self, name: str, register: Register, occasion: Occasion, begin: int = 0) -> tuple[FirstLine, ...]:
        """The lines to a person; the one at `begin` (counted around) comes first."""
        texts = self.lines[register, occasion]
        begin %= len(texts)
        subject = _filled(self.subjects[register, occasion], name, register)
        return tuple(FirstLine(_filled(text, name, register), subject) for text in texts[begin:] + texts[:begin])


def parse_first_lines(text: str) -> FirstLines:
    """Read the file's text.

    Raises:
        ValueError: it is no TOML, or a register or an occasion lacks something.
    """
    lines: dict[tuple[Register, Occasion], tuple[str, ...]] = {}
    subjects: dict[tuple[Register, Occasion], str] = {}
    try:
        table = tomllib.loads(text)
        for register in Register:
            for occasion in Occasion:
                entry = table[register][occasion]
                subjects[register, occasion] = str(entry["subject"])
                lines[register, occasion] = tuple(map(str, entry["lines"]))
                if not lines[register, occasion]:
                    raise ValueError(f"{register}, {occasion}: no line")
    except (KeyError, TypeError) as error:
        raise ValueError(f"the first lines lack {error}") from error
    return FirstLines(lines, subjects)


def language_for(name: str, interface_language: str) -> str:
    """The language to write to somebody in: Korean where the name is, else the one the program shows."""
    return "ko" if is_hangul(name) else interface_language


def register_for(name: str, language: str) -> Register:
    """The register to begin with, where none was taken before."""
    if language != "ko":
        return Register.CASUAL
    bare = _bare(name)
    spoken_up_to = bare.endswith(_OF_RESPECT) or (_is_title(bare) and not bare.endswith(_CLOSE_TITLES))
    return Register.JONDAEMAL if spoken_up_to else Register.BANMAL


def is_hangul(name: str) -> bool:
    """Whether a name is written in Hangul, wholly or in part."""
    return any("가" <= letter <= "힣" for letter in unicodedata.normalize("NFC", name))


def _filled(text: str, name: str, register: Register) -> str:
    return text.replace("{name}", name).replace("{call}", _called(name, register))


def _called(name: str, register: Register) -> str:
    """How somebody is called in Korean: 민아, 엄마; 민아 님, 어머니.

    Never 민아야: after a name with its family's, as address books hold it (김하늘아), it is wrong among adults, and a
    name does not tell whether that is within it.
    """
    bare = _bare(name)
    if register is Register.BANMAL or not is_hangul(bare) or _is_title(bare) or bare.endswith(_OF_RESPECT):
        return name
    return f"{name} 님"


def _is_title(bare: str) -> bool:
    """Whether a name is, or ends in, what somebody is to the writer: "어머니", "민수 형", "지은언니"."""
    last = bare.split(" ")[-1]
    long_titles = [title for title in (*_TITLES, *_CLOSE_TITLES) if len(title) > 1]
    return last in (*_TITLES, *_CLOSE_TITLES) or last.endswith(tuple(long_titles))


def _bare(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())
