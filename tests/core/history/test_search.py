"""Finding words again: what is found by what, and where it stands."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.history.search import Query, SearchText, excerpt, find, fold
from tests.growth import growth

# Letters that meet each other rarely in random text, so that they are asked for.
LETTERS = "abcßÉéİ'’\"“”„＂ .,!?_-\n\t엄마어각값과우리한ㅁㅏㅋㄳㅘᄆ\u1161\u11a8\u0301\u3099\u200d\ufe0f"
LETTERS += "❤ﾡﾷＡ１½ﬁかがカ漢ไทยйё´…\0"
TEXTS = st.one_of(st.text(), st.text(alphabet=LETTERS))

FOUND = [
    ("엄마", "우리엄마랑 통화했다"),
    ("엄마", "엄마"),
    ("ㅇ", "우리엄마랑"),
    ("어", "우리엄마랑"),
    ("엄", "우리엄마랑"),
    ("엄ㅁ", "우리엄마랑"),
    ("고", "과자를 먹었다"),
    ("갑", "값이 올랐다"),
    ("사라", "사람이 그리웠다"),
    ("만나", "오랜만에 만났어요"),
    ("ㅋㅋ", "웃겼다 ㅋㅋㅋ"),
    ("ㅠ", "ㅠㅠ"),
    ("엄마 통화", "통화를 했다, 엄마와"),
    ("walk", "A long walking tour"),
    ("WALK", "walk"),
    ("walk,", "a walk"),
    ("(walk", "a walk"),
    ("walk mina", "Mina and a walk"),
    ("mom", "우리mom이랑"),
    ("cafe", "the Café on the corner"),
    ("café", "a cafe"),
    ("strasse", "Straße"),
    ("dont", "dont"),
    ("don't", "I don’t know"),
    ("don’t", "I don't know"),
    ("ＡＢＣ", "abc"),
    ("abc", "ＡＢＣ"),
    ("ﾡ", "가"),
    (unicodedata.normalize("NFD", "엄마"), "엄마"),
    ("엄마", unicodedata.normalize("NFD", "우리 엄마")),
    ('"good day"', "A good\n day, all told"),
    ('"good da', "A good day"),
    ("“좋은 날”", "참 좋은 날이었다"),
    ('"일"', "내일"),
    ("...", "and then..."),
    ("❤", "❤️"),
    ("漢", "大漢"),
    ("날씨 7", "7월의 날씨"),
    ("", "anything"),
    (' "" “', "anything"),
]
NOT_FOUND = [
    ("walk", "sidewalk"),
    ("walk mina", "a walk"),
    ("7", "17"),
    ("어마", "엄마"),
    ("마", "엄지"),
    ("업", "엄마"),
    ("엄ㅂ", "엄마"),
    ("값", "갑"),
    ("과", "고"),
    ("어", "에게"),
    ("일", "이런"),
    ("엄마", "엄 마"),
    ("ㅁ", "엄지"),
    ('"walk"', "walking"),
    ('"good day"', "a day, good"),
    ('"어"', "엄마"),
    ('"사라"', "사람"),
    ("이름", "이르다"),
]


@pytest.mark.parametrize(("typed", "text"), FOUND)
def test_finds(typed: str, text: str) -> None:
    assert Query.parse(typed).matches(text)
    assert Query.parse(typed).matches(SearchText("other", text))


@pytest.mark.parametrize(("typed", "text"), NOT_FOUND)
def test_does_not_find(typed: str, text: str) -> None:
    assert not Query.parse(typed).matches(text)


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("엄마", "우리엄마랑", ["엄마"]),
        ("어", "우리엄마랑", ["엄"]),
        ("엄ㅁ", "우리엄마랑", ["엄마"]),
        ("cafe", unicodedata.normalize("NFD", "the Café."), [unicodedata.normalize("NFD", "Café")]),
        ("ss", "ßa Straße ssh", ["ß", "ss"]),
        ("엄마", unicodedata.normalize("NFD", "우리 엄마랑"), [unicodedata.normalize("NFD", "엄마")]),
        ("walk", "Walking, sidewalk, walk", ["Walk", "walk"]),
        ("wal walk", "walk", ["walk"]),
        ('"a b"', "a  b", ["a  b"]),
        ("fi", "ﬁne", ["ﬁ"]),
        ("❤", "a❤\ufe0fb", ["❤\ufe0f"]),
        ("", "walk", []),
        ("talk", "walk", []),
    ],
)
def test_marks_what_it_found(typed: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in Query.parse(typed).spans(text)] == marked


def test_a_consonant_that_moves_on_counts_where_nothing_else_is_found() -> None:
    mother, such, work = SearchText("어머니께 전화"), SearchText("이런 저녁"), SearchText("일이 많았다")
    assert find("어먼", [such, mother])[1] == [1]
    assert find("엄", [mother])[1] == [0]
    assert find("일", [such, work])[1] == [1]
    assert find("갑", [SearchText("지갑"), SearchText("가방")])[1] == [0]
    assert find('"엄"', [mother]) == (Query.parse('"엄"'), [])
    query, _ = find("엄", [mother])
    assert query.spans("어머니") == [(0, 2)]


def test_nothing_typed_finds_all_and_what_is_nowhere_nothing() -> None:
    texts = [SearchText("a"), SearchText("b")]
    assert find("  ", texts) == (Query(), [0, 1])
    assert find("c", texts) == (Query.parse("c"), [])
    assert Query.parse('"').empty and not Query.parse("?").empty


def test_a_phrase_stands_in_one_text() -> None:
    assert not Query.parse('"good day"').matches(SearchText("good", "day"))
    assert Query.parse("good day").matches(SearchText("good", "day"))


@given(TEXTS)
def test_each_word_of_a_text_finds_it(text: str) -> None:
    for word in text.split():
        assert Query.parse(word).matches(text)


@given(TEXTS, TEXTS)
def test_any_text_can_be_searched_for(typed: str, text: str) -> None:
    query = Query.parse(typed)
    found = query.matches(text)
    assert found == query.matches(SearchText(text))
    assert not found or query.moving.matches(text)
    end = 0
    for span in query.moving.spans(text):
        assert end <= span[0] < span[1] <= len(text)
        end = span[1]


@given(TEXTS, TEXTS, TEXTS)
def test_what_is_marked_holds_the_word(before: str, word: str, after: str) -> None:
    text = f"{before} {word} {after}"
    query = Query.parse(word)
    if len(query.terms) == 1:
        pieces = [text[start:end] for start, end in query.spans(text)]
        assert pieces and all(query.terms[0].words[0][:-1] in fold(piece) for piece in pieces)


@given(st.text(alphabet="가각값과궈의힣엄마 "))
def test_each_beginning_of_a_typed_text_finds_it(text: str) -> None:
    """The syllables as they are typed: each state of the field finds the text that it becomes."""
    searched = [SearchText(text)]
    for end in range(1, len(text) + 1):
        for state in typing(text[:end]):
            assert find(state, searched)[1] == [0], state


AT_A_SYLLABLES_END = {"각": "\u11a8", "값": "\u11a8", "엄": "\u11bc", "마": "\u11b7"}


def typing(text: str) -> list[str]:
    """What stands in the field while the last letter of `text` is put together, key by key."""
    initial, *others = iter(unicodedata.normalize("NFD", text[-1]))
    states = [text[:-1] + initial]
    if text[-1] in AT_A_SYLLABLES_END:
        # Where there is room, the keyboard takes a first consonant for the last one of the syllable before.
        states.append(unicodedata.normalize("NFC", text[:-1] + AT_A_SYLLABLES_END[text[-1]]))
    for count in range(1, len(others) + 1):
        states.append(text[:-1] + unicodedata.normalize("NFC", initial + "".join(others[:count])))
    return states


@given(TEXTS, st.text(alphabet="ab엄", max_size=2))
def test_an_excerpt_lies_in_the_text_and_shows_the_first_place(text: str, typed: str) -> None:
    long = text * 40
    spans = Query.parse(typed).spans(long)
    start, end = excerpt(long, spans, lines=3, width=20)
    assert 0 <= start <= end <= len(long)
    assert (start < end) == bool(long)
    if spans:
        assert start <= spans[0][0] < end


def test_an_excerpt_ends_with_a_word() -> None:
    text = "one two three four five"
    assert text[slice(*excerpt(text, [], lines=1, width=15))] == "one two three"
    assert text[slice(*excerpt(text, [], lines=2, width=15))] == text
    assert text[slice(*excerpt(text, [(19, 23)], lines=1, width=5))] == "five"
    assert excerpt("가" * 100, [], lines=2, width=20) == (0, 20)


@pytest.mark.parametrize("typed", ["어", "엄마", "walk", "river 통화", '"long walk"', "어먼", "nowhere"])
def test_four_times_as_many_notes_take_about_four_times_as_long(typed: str) -> None:
    words = ["오늘은", "우리엄마랑", "오래", "통화했다.", "a", "long", "walk", "by", "the", "river,", "조용한", "저녁"]

    def searching(count: int) -> Callable[[], object]:
        notes = (" ".join(words[(place * 7 + step) % len(words)] for step in range(25)) for place in range(count))
        texts = [SearchText(note) for note in notes]
        return lambda: find(typed, texts)

    assert growth(searching, 1_500, 6_000) < 8
