"""Search in notes and words, in Korean and in English.

Capitals, accents, full-width letters and the kinds of apostrophes make no difference. Several words all have to be
there, in any order; “words in quotes” have to stand together, exactly so. Outside quotes the end of a word is open:

- a word of a script with spaces is found at the beginning of a word: "walk" in "walking", not in "sidewalk";
- a word of a script without, Hangul among them, is found anywhere: "엄마" in "우리엄마랑";
- its last syllable may go on as keys would make it go on: "ㅇ", "어", "엄", "엄ㅁ" all find "엄마", "고" finds "과",
  "갑" finds "값", but "어마" does not.

A last consonant that moves on with the next key ("어먼" before "어머니") would find too much if it always counted
("일" in "이런"). So it counts where nothing else is found: `find` asks for `Query.moving` then.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
# The letters that are typed as two.
_KEYS = (
    "ㅗㅏ",
    "ㅗㅐ",
    "ㅗㅣ",
    "ㅜㅓ",
    "ㅜㅔ",
    "ㅜㅣ",
    "ㅡㅣ",
    "ㄱㅅ",
    "ㄴㅈ",
    "ㄴㅎ",
    "ㄹㄱ",
    "ㄹㅁ",
    "ㄹㅂ",
    "ㄹㅅ",
    "ㄹㅌ",
    "ㄹㅍ",
    "ㄹㅎ",
    "ㅂㅅ",
)
_TWO_KEYS = dict(zip("ㅘㅙㅚㅝㅞㅟㅢㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ", _KEYS, strict=True))
_FIRST_INITIAL, _FIRST_VOWEL, _FIRST_FINAL = 0x1100, 0x1161, 0x11A8
_FIRST_SYLLABLE, _LAST_SYLLABLE = 0xAC00, 0xD7A3
_LAST_JAMO = 0x11FF

# Within folded text each key of a syllable is a letter of its own, and a first consonant another letter than a last
# one. So what begins with a first consonant begins a syllable. Consonants and vowels that stand alone are a third kind.
_AS_INITIAL = {letter: chr(_FIRST_INITIAL + place) for place, letter in enumerate(_INITIALS)}
_AS_VOWEL = {letter: chr(_FIRST_VOWEL + place) for place, letter in enumerate(_VOWELS)}
_AS_FINAL = {letter: chr(_FIRST_FINAL + place) for place, letter in enumerate(_FINALS)}
_MOVED = {_AS_FINAL[letter]: initial for letter, initial in _AS_INITIAL.items() if letter in _AS_FINAL}
_STANDING_ALONE = {
    chr(first + place): letter
    for first, letters in ((_FIRST_INITIAL, _INITIALS), (_FIRST_VOWEL, _VOWELS), (_FIRST_FINAL, _FINALS))
    for place, letter in enumerate(letters)
}
_CONSONANTS_ALONE = range(0x3131, 0x3164)
_HALF_WIDTH_CONSONANTS = range(0xFFA1, 0xFFDD)

# Jamo, kana, Han, Thai, Lao, Tibetan, Burmese, Khmer: what is written without spaces, or with endings at the word.
_WITHOUT_SPACES = (
    r"\u0e00-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u31ff\u3400-\u9fff\ua960-\ua97f\ud7b0-\ud7ff"
    r"\uf900-\ufaff\U00020000-\U0003ffff"
)
_IN_A_WORD = rf"[^\W_{_WITHOUT_SPACES}]"
_WORD_LETTER = re.compile(_IN_A_WORD)
_ACCENTS = re.compile(r"[\u0300-\u036f\ufe00-\ufe0f]")
_QUOTES = '"“”„‟＂'
_TOKENS = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)([{_QUOTES}]?)|([^{_QUOTES}\s]+)")
_APOSTROPHES = "‘’ʼ´`"


def fold(text: str) -> str:
    """`text` as searches compare it."""
    if unicodedata.is_normalized("NFC", text):
        return text.translate(_FOLDED)
    return "".join(_fold_cluster(cluster) for cluster in _clusters(text))


class SearchText:
    """A text to search in, folded once. Of several, a phrase has to stand in one."""

    __slots__ = ("folded",)

    def __init__(self, *texts: str) -> None:
        self.folded = "\0".join(fold(text) for text in texts)


@dataclass(frozen=True)
class _Term:
    """What has to be there: folded words that follow each other, with their end open or as it is written."""

    words: tuple[str, ...]
    closed: bool = False
    moving: bool = False

    def within(self, folded: str) -> bool:
        """Whether it stands in the folded text."""
        return all(part in folded for part in self._certain) and self.pattern.search(folded) is not None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Where it stands in a folded text."""
        *before, last = self.words
        pattern = " +".join([re.escape(word) for word in before] + [re.escape(last[:-1]) + self._last_letter])
        if _WORD_LETTER.match(self.words[0]):
            pattern = f"(?<!{_IN_A_WORD}){pattern}"
        if self.closed and _WORD_LETTER.match(last[-1]):
            pattern += f"(?!{_IN_A_WORD})"
        elif self.closed and _FIRST_INITIAL <= ord(last[-1]) <= _LAST_JAMO:
            pattern += r"(?![\u1160-\u11ff])"
        return re.compile(pattern)

    @property
    def _last_letter(self) -> str:
        """The last letter, or what the next keys may make of it."""
        letter = self.words[-1][-1]
        other = ""
        if not self.closed:
            other = _AS_INITIAL.get(letter, _MOVED.get(letter, "") if self.moving else "")
        return f"[{letter}{other}]" if other else re.escape(letter)

    @cached_property
    def _certain(self) -> tuple[str, ...]:
        """Parts that are there wherever it is; looking for them is far faster than the pattern."""
        *before, last = self.words
        return (*before, last if self._last_letter == re.escape(last[-1]) else last[:-1])


@dataclass(frozen=True)
class Query:
    """What is searched for; with no terms, everything."""

    terms: tuple[_Term, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Query":
        """The query that a person typed; any text is one."""
        terms = []
        for token in _TOKENS.finditer(text):
            quoted, end, word = token.groups()
            words = _bare(fold(word or quoted)).split()
            if words:
                terms.append(_Term(tuple(words), closed=bool(end)))
        return cls(tuple(terms))

    @property
    def empty(self) -> bool:
        """Whether it matches everything."""
        return not self.terms

    @property
    def moving(self) -> "Query":
        """This query while its last consonant may still become the first one of another syllable."""
        if self.empty or self.terms[-1].closed:
            return self
        last = self.terms[-1]
        return Query((*self.terms[:-1], _Term(last.words, moving=True)))

    def matches(self, text: str | SearchText) -> bool:
        """Whether everything that is searched for stands in `text`."""
        folded = fold(text) if isinstance(text, str) else text.folded
        return all(term.within(folded) for term in self.terms)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where in `text` anything searched for stands: start and end, in order, apart from each other."""
        folded, places = _fold_with_places(text)
        found = sorted(
            (places[match.start()][0], places[match.end() - 1][1])
            for term in self.terms
            for match in term.pattern.finditer(folded)
        )
        spans: list[tuple[int, int]] = []
        for start, end in found:
            if spans and start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
        return spans


def find(typed: str, among: Sequence[SearchText]) -> tuple[Query, list[int]]:
    """The query that `typed` is, and the places in `among` of the texts that it matches."""
    query = Query.parse(typed)
    if query.empty:
        return query, list(range(len(among)))
    for attempt in (query, query.moving):
        found = [place for place, text in enumerate(among) if attempt.matches(text)]
        if found:
            return attempt, found
    return query, []


def excerpt(text: str, spans: Sequence[tuple[int, int]], lines: int = 6, width: int = 84) -> tuple[int, int]:
    """The part of a long text to show: start and end of about `lines` lines, with the first of `spans` in it.

    A line holds about `width` Latin letters; Korean ones take twice the room.
    """
    whole = _fitting(text, 0, lines, width)
    if whole == len(text):
        return 0, whole
    if not spans or spans[0][1] <= whole:
        return 0, _word_end(text, 0, whole)
    start = max(0, spans[0][0] - width)
    blank = next((place for place in range(start, spans[0][0]) if text[place].isspace()), None)
    start = start if blank is None else blank + 1
    fitting = _fitting(text, start, lines, width)
    return start, fitting if fitting == len(text) else max(_word_end(text, start, fitting), min(fitting, spans[0][1]))


def _fitting(text: str, start: int, lines: int, width: int) -> int:
    """The end of what fits into so many lines from `start` on."""
    line, column = 1, 0
    for place in range(start, len(text)):
        if text[place] == "\n":
            line, column = line + 1, 0
        else:
            step = 2 if unicodedata.east_asian_width(text[place]) in "WF" else 1
            column += step
            if column > width:
                line, column = line + 1, step
        if line > lines:
            return place
    return len(text)


def _word_end(text: str, start: int, end: int) -> int:
    """The end of the last whole word before `end`; `end` itself where that is far."""
    for place in range(end, max(start, end - 40), -1):
        if text[place].isspace():
            shown = len(text[start:place].rstrip())
            return start + shown if shown else end
    return end


def _bare(folded: str) -> str:
    """A folded word without the punctuation around it, unless it is nothing else."""
    first, last = 0, len(folded)
    while first < last and (folded[first].isspace() or _is_punctuation(folded[first])):
        first += 1
    while last > first and (folded[last - 1].isspace() or _is_punctuation(folded[last - 1])):
        last -= 1
    return folded[first:last] or folded


def _is_punctuation(letter: str) -> bool:
    return unicodedata.category(letter).startswith("P")


def _fold_with_places(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The folded text, and for each of its letters the start and end of what it came from."""
    folded: list[str] = []
    places: list[tuple[int, int]] = []
    start = 0
    normal = unicodedata.is_normalized("NFC", text)
    for cluster in text if normal else _clusters(text):
        end = start + len(cluster)
        made = _fold_cluster(cluster)
        if made:
            folded.append(made)
            places += [(start, end)] * len(made)
        elif places:
            # What is not compared belongs to the letter before it.
            first = places[-1][0]
            for back in range(len(places) - 1, -1, -1):
                if places[back][0] != first:
                    break
                places[back] = (first, end)
        start = end
    return "".join(folded), places


def _clusters(text: str) -> Iterator[str]:
    """The pieces of a text whose letters may make one letter together."""
    begin = 0
    for place in range(1, len(text)):
        letter = text[place]
        if not unicodedata.combining(letter) and not "\u1160" <= letter <= "\u11ff":
            yield text[begin:place]
            begin = place
    if text:
        yield text[begin:]


def _fold_cluster(cluster: str) -> str:
    return unicodedata.normalize("NFC", cluster).translate(_FOLDED)


def _fold_letter(letter: str) -> str:
    """One letter (NFC) as searches compare it; nothing for accents and what is not seen."""
    code = ord(letter)
    if code in _CONSONANTS_ALONE:
        return letter
    if code in _HALF_WIDTH_CONSONANTS and unicodedata.decomposition(letter):
        return chr(int(unicodedata.decomposition(letter).split()[1], 16))
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    plain = unicodedata.normalize("NFC", _ACCENTS.sub("", plain))
    return "".join(_fold_plain(one) for one in plain)


def _fold_plain(letter: str) -> str:
    code = ord(letter)
    if _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE:
        rest, final = divmod(code - _FIRST_SYLLABLE, len(_FINALS) + 1)
        initial, vowel = divmod(rest, len(_VOWELS))
        last = _FINALS[final - 1] if final else ""
        keys = [_AS_INITIAL[_INITIALS[initial]]]
        keys += [_AS_VOWEL[key] for key in _TWO_KEYS.get(_VOWELS[vowel], _VOWELS[vowel])]
        keys += [_AS_FINAL[key] for key in _TWO_KEYS.get(last, last)]
        return "".join(keys)
    if letter in _STANDING_ALONE:
        return _STANDING_ALONE[letter]
    if letter.isspace():
        return " "
    if letter in _APOSTROPHES:
        return "'"
    return "" if letter == "\0" or unicodedata.category(letter) == "Cf" else letter


class _Folded(dict[int, str]):
    """A table for `str.translate` that fills itself."""

    def __init__(self, fold_letter: Callable[[str], str]) -> None:
        super().__init__()
        self._fold_letter = fold_letter

    def __missing__(self, code: int) -> str:
        self[code] = self._fold_letter(chr(code))
        return self[code]


_FOLDED = _Folded(_fold_letter)
