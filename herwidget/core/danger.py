"""Words that may mean danger, found by the phrases of `resources/danger.toml`. Nothing is scored, kept or logged."""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, product
from typing import Any

_UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff]"
)
_MARKS = str.maketrans({**dict.fromkeys("’‘‛ʼ′`´＇", "'"), **dict.fromkeys("“”„‟«»″＂「」", '"')})
_LONE_JAMO = re.compile("[\u1100-\u11ff]+")
_ELLIPSIS = re.compile(r"\.{2,}")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_TITLE = re.compile(r"《[^》\n]{1,80}》|〈[^〉\n]{1,80}〉|『[^』\n]{1,80}』|<[^<>\n]{1,80}>")
# An apostrophe stands between letters; a Korean quotation may be followed by a particle at once.
_QUOTATION = re.compile(r""""[^"\n]{1,400}"|(?<![a-z0-9])'(?:[^'\n]|(?<=[a-z])'(?=[a-z])){1,400}'(?![a-z0-9])""")
_SENTENCE_END = re.compile(r"[.!?;:\n\r\u2028\u2029。]+")
_WORD = re.compile(r"[^\W_]+|[\n,·]")
_LETTERS = re.compile(r"[^\W_]+|[\n·]")
_CUT = "·"
_MOST_QUOTATIONS = 50
_WINDOW = 4
_DOUBT_LETTERS = 14
_ALIKE = 0.5


@dataclass(frozen=True)
class _Phrase:
    """A group of ways to say the same, and what takes the meaning away again."""

    says: tuple[str, ...]
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]
    not_with: tuple[str, ...]
    denials: tuple[str, ...]
    personal: bool
    """Whether it does not count where it is somebody else's."""


# What a text must have for a way to say something to be looked for: its first two words, or letters.
_Index = Mapping[str, tuple[tuple[int, str], ...]]


@dataclass(frozen=True)
class _English:
    phrases: tuple[_Phrase, ...]
    index: _Index
    harmless: tuple[str, ...]
    fillers: frozenset[str]
    same: tuple[tuple[str, str], ...]
    itself: frozenset[str]
    speaker: frozenset[str]
    others: frozenset[str]
    told: frozenset[str]
    speech: frozenset[str]
    doubts: frozenset[str]


@dataclass(frozen=True)
class _Korean:
    phrases: tuple[_Phrase, ...]
    index: _Index
    harmless: tuple[str, ...]
    fillers: re.Pattern[str]
    itself: tuple[str, ...]
    others: tuple[str, ...]
    adverbs: tuple[str, ...]
    told: frozenset[str]
    reports: tuple[str, ...]
    hearsay: tuple[str, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True)
class DangerPhrases:
    """The curated phrases of both languages."""

    english: _English
    korean: _Korean
    named: frozenset[str]
    """Words of people and works that a quotation may be of."""


@dataclass(frozen=True)
class _Found:
    """A phrase of the group `group`, and the sentence it stands in."""

    group: tuple[str, int]
    sentence: str


def parse_danger(text: str) -> DangerPhrases:
    """Read the file's text.

    Raises:
        ValueError: the text is no TOML, or a list is missing in it.
    """
    table = tomllib.loads(text)
    try:
        english, korean = _english(table["en"]), _korean(table["ko"])
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"the phrases lack {error}") from error
    named = english.others | english.told | korean.told | frozenset(korean.others)
    return DangerPhrases(english, korean, named)


def means_danger(text: str, phrases: DangerPhrases) -> bool:
    """Whether something in `text` may mean that the writer is in danger."""
    return bool(_find(text, phrases))


def newly_means_danger(text: str, before: str, phrases: DangerPhrases) -> bool:
    """Whether `text` may mean danger by something that did not stand in `before` in much the same words."""
    found = _find(text, phrases)
    if not found or not before:
        return bool(found)
    known = [(one.group, _pairs(one.sentence)) for one in _find(before, phrases)]
    return any(not any(_is_same(one, group, pairs) for group, pairs in known) for one in found)


def _is_same(one: _Found, group: tuple[str, int], pairs: frozenset[str]) -> bool:
    here = _pairs(one.sentence)
    return one.group == group and len(here & pairs) >= _ALIKE * min(len(here), len(pairs))


def _pairs(sentence: str) -> frozenset[str]:
    """The pairs of neighbouring letters, by which two sentences are compared."""
    return frozenset(map("".join, pairwise(sentence)))


def _find(text: str, phrases: DangerPhrases) -> tuple[_Found, ...]:
    plain, found = _plain(text), list[_Found]()
    # "dieeee" is "die", and "allll" is "all".
    for one in dict.fromkeys(_DRAWN_OUT.sub(short, plain) for short in (r"\1", r"\1\1")):
        # Quotations take time, and they only take away.
        if next(_find_in(one, phrases), None) is not None:
            found += _find_in(_without_quotations(one, phrases), phrases)
    return tuple(found)


def _find_in(plain: str, phrases: DangerPhrases) -> Iterator[_Found]:
    sentences = _SENTENCE_END.sub("\n", _ELLIPSIS.sub(" ", plain))
    yield from _find_english(sentences, phrases.english)
    yield from _find_korean(sentences, phrases.korean)


def _plain(text: str) -> str:
    """One way of writing what looks the same or is the same letter."""
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text)).translate(_MARKS)
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return _LONE_JAMO.sub(" ", text)


def _without_quotations(text: str, phrases: DangerPhrases) -> str:
    """Titles, and what others say, cut out; a text that is nothing else stays."""
    without = _TITLE.sub(f" {_CUT} ", text)
    text = without if any(letter.isalpha() for letter in without) else text
    kept, done = [], 0
    for quotation in islice(_QUOTATION.finditer(text), _MOST_QUOTATIONS):
        before = _SENTENCE_END.split(text[max(0, quotation.start() - 200) : quotation.start()])[-1]
        after = _SENTENCE_END.split(text[quotation.end() : quotation.end() + 200], maxsplit=1)[0]
        if _is_of_another(before, after, phrases):
            kept.append(text[done : quotation.start()])
            done = quotation.end()
    return f" {_CUT} ".join((*kept, text[done:]))


def _is_of_another(before: str, after: str, phrases: DangerPhrases) -> bool:
    """Whether the words around a quotation name another speaker, a book or a film, and not the writer."""
    english, korean = phrases.english, phrases.korean
    around = [word.replace("'", "") for word in re.findall(r"[^\W_]+(?:'[^\W_]+)?", f"{before} {_CUT} {after}")]
    if english.speaker.intersection(around) or any(word in korean.itself for word in around):
        return False
    return not phrases.named.isdisjoint(around) or any(
        spoken in english.speech and speaker not in english.speaker for speaker, spoken in pairwise(around)
    )


def _find_english(text: str, english: _English) -> Iterator[_Found]:
    words = [word for word in _WORD.findall(text.replace("'", "")) if word not in english.fillers]
    view = f" \n {' '.join(words)} \n "
    for other, one in english.same:
        view = view.replace(other, one)
    for expression in english.harmless:
        view = view.replace(expression, f" {_CUT} ")
    there = view.split(" ")
    for pair in {f"{one} {two}" for one, two in pairwise(there)} | set(there):
        for number, said in english.index.get(pair, ()):
            for start in _places(view, said):
                if _counts_in_english(view, start, said, english.phrases[number], english):
                    yield _Found(("en", number), _sentence(view, start + 2))


def _counts_in_english(view: str, start: int, said: str, phrase: _Phrase, english: _English) -> bool:
    # A phrase begins and ends with a space, which it shares with its neighbours.
    end = start + len(said) - 1
    if view.endswith(phrase.not_after, 0, start + 1) or view.startswith(phrase.not_before, end):
        return False
    if phrase.not_with and _has_any(_sentence(view, start + 2), phrase.not_with):
        return False
    if view.endswith(phrase.denials, 0, start + 1):
        following = view[end : end + 60].partition("\n")[0].replace(",", " ").split()[:_WINDOW]
        return not english.doubts.isdisjoint(following)
    return not phrase.personal or _is_writers(view, start, english)


def _is_writers(view: str, start: int, english: _English) -> bool:
    """Whether the nearest person named before is the writer, or nobody is."""
    before = re.split(f"[\n,{_CUT}]", view[max(0, start - 60) : start + 1])[-1].split()
    for word in reversed(before[-_WINDOW:]):
        if word in english.itself:
            return True
        if word in english.others:
            return False
    return True


def _find_korean(text: str, korean: _Korean) -> Iterator[_Found]:
    words = _LETTERS.findall(korean.fillers.sub(" ", text))
    letters, starts = "\n", set[int]()
    for word in words:
        starts.add(len(letters))
        letters += word
    letters += "\n"
    for expression in korean.harmless:
        letters = letters.replace(expression, _CUT * len(expression))
    for pair in set(map("".join, pairwise(letters))):
        for number, marked in korean.index.get(pair, ()):
            said = marked.removeprefix("_")
            for start in _places(letters, said):
                at_word = marked == said or start in starts
                if at_word and _counts_in_korean(letters, starts, start, said, korean.phrases[number], korean):
                    yield _Found(("ko", number), _sentence(letters, start + 1))


def _counts_in_korean(letters: str, starts: set[int], start: int, said: str, phrase: _Phrase, korean: _Korean) -> bool:
    end = start + len(said)
    if letters.endswith(phrase.not_after, 0, start) or letters.startswith(phrase.not_before, end):
        return False
    if phrase.not_with and _has_any(_sentence(letters, start + 1), phrase.not_with):
        return False
    if letters.startswith(phrase.denials, end):
        denied = [len(denial) for denial in phrase.denials if letters.startswith(denial, end)]
        following = letters[end + min(denied) : end + max(denied) + _DOUBT_LETTERS].partition("\n")[0]
        return _has_any(following, korean.doubts)
    return not (phrase.personal and _is_reported(letters, starts, start, end, korean))


def _is_reported(letters: str, starts: set[int], start: int, end: int, korean: _Korean) -> bool:
    """Whether another person is said to say it, and the writer is not in the sentence."""
    first = letters.rfind("\n", 0, start + 1) + 1
    last = letters.find("\n", end)
    if any(letters.startswith(korean.itself, one) for one in starts if first <= one < last):
        return False
    if letters.startswith(korean.hearsay, end):
        return True
    if not letters.startswith(korean.reports, end):
        return False
    place, going = start, True
    while going:
        going = False
        for word in korean.adverbs:
            if letters.endswith(word, first, place):
                place, going = place - len(word), True
    return any(letters.endswith(other, first, place) and place - len(other) in starts for other in korean.others)


def _places(view: str, said: str) -> Iterator[int]:
    start = view.find(said)
    while start >= 0:
        yield start
        start = view.find(said, start + 1)


def _sentence(view: str, place: int) -> str:
    first = view.rfind("\n", 0, place) + 1
    last = view.find("\n", max(place, first))
    return view[first : last if last >= 0 else len(view)]


def _has_any(text: str, parts: Sequence[str]) -> bool:
    return any(part in text for part in parts)


def _english(table: Mapping[str, Any]) -> _English:
    def padded(patterns: Sequence[str]) -> tuple[str, ...]:
        return tuple(
            f" {' '.join(one.replace(',', ' , ').split())} ".replace("^", "\n").replace("$", "\n")
            for one in _expand(patterns)
        )

    phrases = tuple(_phrase(entry, table["negations"], padded, bool(entry.get("mine"))) for entry in table["phrase"])
    return _English(
        phrases,
        _index(phrases, lambda said: " ".join(said[1:-1].split(" ")[:2])),
        padded(table["harmless"]),
        frozenset(table["fillers"]),
        tuple((f" {other} ", f" {one} ".replace("  ", " ")) for other, one in table["same"]),
        frozenset(table["self"]),
        frozenset(table["speaker"]),
        frozenset(table["others"]),
        frozenset(table["stories"]),
        frozenset(table["speech"]),
        frozenset(table["doubts"]),
    )


def _korean(table: Mapping[str, Any]) -> _Korean:
    def marked(patterns: Sequence[str]) -> tuple[str, ...]:
        return tuple(one.replace("^", "\n").replace("$", "\n") for one in _expand(patterns))

    phrases = tuple(
        _phrase(entry, table["negations"], marked, bool(entry.get("reported"))) for entry in table["phrase"]
    )
    return _Korean(
        phrases,
        _index(phrases, lambda said: said.removeprefix("_")[:2]),
        marked(table["harmless"]),
        _fillers(table["fillers"]),
        tuple(table["self"]),
        tuple(map("".join, product(table["others"], table["particles"]))),
        tuple(table["adverbs"]),
        frozenset(map("".join, product(table["stories"], table["story_particles"]))),
        tuple(table["reports"]),
        marked(table["hearsay"]),
        tuple(table["doubts"]),
    )


def _fillers(words: Sequence[str]) -> re.Pattern[str]:
    """Words to leave out, longer ones inside another word too, as people write without spaces."""
    inside = sorted((word for word in words if len(word) > 1), key=len, reverse=True)
    alone = "".join(word for word in words if len(word) == 1)
    return re.compile(f"{'|'.join(inside)}|(?<!\\w)[{alone}](?!\\w)")


def _phrase(entry: Mapping[str, Any], denials: Mapping[str, Any], read: Any, personal: bool) -> _Phrase:
    return _Phrase(
        read(entry["says"]),
        read(entry.get("not_after", ())),
        read(entry.get("not_before", ())),
        read(entry.get("not_with", ())),
        read(denials[entry["negated"]] if "negated" in entry else ()),
        personal,
    )


def _index(phrases: Sequence[_Phrase], key: Callable[[str], str]) -> _Index:
    index: dict[str, list[tuple[int, str]]] = {}
    for number, phrase in enumerate(phrases):
        for said in dict.fromkeys(phrase.says):
            index.setdefault(key(said), []).append((number, said))
    return {pair: tuple(group) for pair, group in index.items()}


def _expand(patterns: Sequence[str]) -> Iterator[str]:
    """Each pattern with every choice of its (a|b), one inside another too."""
    for pattern in patterns:
        inner = re.search(r"\(([^()]*)\)", pattern)
        if inner is None:
            yield pattern
        else:
            yield from _expand(
                [f"{pattern[: inner.start()]}{one}{pattern[inner.end() :]}" for one in inner[1].split("|")]
            )
