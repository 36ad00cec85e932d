"""Korean particles after any name: 미나가, 준이, Mina가, Jun이, 3이.

A particle has a form for what ends in a consonant and one for what ends in a vowel. Which one it is, is heard:

- Hangul says it in its last syllable. Before 으로 and 로, a final ㄹ counts as none: 서울로.
- Digits are read as the number's last word: 3 is 삼, 10 is 십. A letter on its own, or capitals without a vowel, are
  read by their names: M is 엠, DJ is 디제이.
- Other Latin letters are read as Korean writes foreign names: -n, -m, -ng and -l close a syllable (Jun, Sam, Paul),
  before a silent e too (Jane), and so do -k, -c, -p, -t, -b right after a vowel (Jack, Eric, Philip, Scott, Bob). All
  other endings get a vowel of their own: Peter, David, James, Mark, Robert, Mike.
- What stands in brackets at the end is not read, nor are signs and emoji.
- Everything else cannot be told, and gets both: 이(가), (으)로.
"""

import re
import unicodedata
from enum import Enum, auto

_BRACKETS = re.compile(r"\s*[(\[（〔【<][^()\[\]（）]*[)\]）〕】>]\s*$")
_FIRST_SYLLABLE, _LAST_SYLLABLE, _FINALS, _RIEUL = 0xAC00, 0xD7A3, 28, 8
# 영 일 이 삼 사 오 육 칠 팔 구
_OPEN_DIGITS, _RIEUL_DIGITS = (2, 4, 5, 9), (1, 7, 8)
_VOWELS = "aeiouyw"
# What a letter looks like that is not made of another and a mark: all of them end in a vowel when read.
_LATIN_VOWELS = "æœøıəßłđð"


class _End(Enum):
    VOWEL = auto()
    CONSONANT = auto()
    RIEUL = auto()
    UNKNOWN = auto()


def with_particle(name: str, particle: str) -> str:
    """`name` with the form of `particle` that is right after it.

    `particle` is its form after a consonant and its form after a vowel: "이/가", "을/를", "은/는", "과/와", "으로/로",
    "아/야", "이랑/랑". "(으)로" and "(이)랑" say the same as "으로/로" and "이랑/랑".
    """
    return name + _form(_end_of(name), particle)


def _form(end: _End, particle: str) -> str:
    if short := re.fullmatch(r"\((.+)\)(.*)", particle):
        closed, opened = short[1] + short[2], short[2]
    else:
        closed, _, opened = particle.partition("/")
    if end is _End.UNKNOWN:
        return f"({closed.removesuffix(opened)}){opened}" if closed.endswith(opened) else f"{closed}({opened})"
    if end is _End.RIEUL and opened.startswith("로"):
        return opened
    return opened if end is _End.VOWEL else closed


def _end_of(name: str) -> _End:
    """How the last word of a name ends when it is read."""
    text = unicodedata.normalize("NFC", name)
    while (shorter := _BRACKETS.sub("", text)) != text and shorter.strip():
        text = shorter
    words = re.findall(r"[^\W_]+", _without_marks(text))
    if not words:
        return _End.UNKNOWN
    word = words[-1]
    letter = word[-1]
    if letter.isdecimal():
        return _of_number(re.split(r"\D", word)[-1])
    if _FIRST_SYLLABLE <= ord(letter) <= _LAST_SYLLABLE:
        return _of_final((ord(letter) - _FIRST_SYLLABLE) % _FINALS)
    if "ㄱ" <= letter <= "ㅎ":  # read by its name: 기역, 리을
        return _End.RIEUL if letter == "ㄹ" else _End.CONSONANT
    if "ㅏ" <= letter <= "ㅣ":
        return _End.VOWEL
    latin = re.search(r"[A-Za-zÀ-ɏḀ-ỿ]+$", word)
    return _of_latin(latin[0]) if latin else _End.UNKNOWN


def _without_marks(text: str) -> str:
    """Without marks of their own, which would part a word; an accent on a letter stays with it."""
    return "".join(letter for letter in text if unicodedata.category(letter)[0] != "M" and letter not in "'’\u200d")


def _of_final(number: int) -> _End:
    if number == 0:
        return _End.VOWEL
    return _End.RIEUL if number == _RIEUL else _End.CONSONANT


def _of_number(digits: str) -> _End:
    values = [unicodedata.decimal(digit) for digit in digits]
    if not any(values) or values[-1]:
        last = values[-1]
        return _End.VOWEL if last in _OPEN_DIGITS else _End.RIEUL if last in _RIEUL_DIGITS else _End.CONSONANT
    noughts = len(digits) - len(digits.rstrip(digits[-1]))
    # 십, 백, 천, 만, 억, 경 close; 조 and 해 do not.
    return _End.VOWEL if 12 <= noughts < 16 or 20 <= noughts < 24 else _End.CONSONANT


def _of_latin(word: str) -> _End:
    last = word[-1].lower()
    plain = "".join(unicodedata.normalize("NFD", letter)[0] for letter in word)
    if len(word) == 1 or (plain.isupper() and not any(letter in "AEIOUY" for letter in plain)):
        # 엘, 알 · 엠, 엔
        return {"l": _End.RIEUL, "r": _End.RIEUL, "m": _End.CONSONANT, "n": _End.CONSONANT}.get(last, _End.VOWEL)
    heard = plain.lower()
    if len(word) > 2 and last == "e" and heard[-2] in "nml" and any(letter in _VOWELS for letter in heard[:-2]):
        heard = heard[:-1]
    if heard[-1] in _LATIN_VOWELS:
        return _End.VOWEL
    if not "a" <= heard[-1] <= "z":
        return _End.UNKNOWN
    if heard[-1] == "l":
        return _End.RIEUL
    if heard[-1] in "nm" or heard.endswith("ng"):
        return _End.CONSONANT
    stopped = re.search(r"[aeiouyw](ck|kk|k|c|pp|p|tt|t|bb|b)$", heard)
    return _End.CONSONANT if stopped else _End.VOWEL
