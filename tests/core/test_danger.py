"""Words that may mean danger: what must be found, what must not, and what makes no difference."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.danger import means_danger, newly_means_danger, parse_danger
from tests.core.danger_sentences import DANGER, FINE, KOREAN_DANGER
from tests.growth import growth

PHRASES = parse_danger((Path(__file__).parents[2] / "resources" / "danger.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", DANGER)
def test_help_is_shown(text: str) -> None:
    assert means_danger(text, PHRASES)


@pytest.mark.parametrize("text", FINE)
def test_nothing_is_shown(text: str) -> None:
    assert not means_danger(text, PHRASES)


def test_no_text_stands_in_both_lists_or_twice() -> None:
    assert len(set(DANGER + FINE)) == len(DANGER + FINE)


def drawn_out(text: str) -> str:
    return text + text[-1] * 4 if text[-1].isalpha() else text


SAME: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "compatibility letters": lambda text: unicodedata.normalize("NFKD", text),
    "full-width letters": lambda text: "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text),
    "typographic apostrophes": lambda text: text.replace("'", "’"),
    "more spaces": lambda text: text.replace(" ", "   "),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "joined words kept whole": lambda text: "\u2060".join(text),
    "drawn out": drawn_out,
    "among other things": lambda text: f"Up at six. {text}\nTea afterwards; 비가 왔다.",
    "a second time": lambda text: f"{text}\n{text}",
}


@pytest.mark.parametrize("way", SAME)
def test_the_way_it_is_written_makes_no_difference(way: str) -> None:
    assert [text for text in DANGER if not means_danger(SAME[way](text), PHRASES)] == []


@pytest.mark.parametrize(
    "way", ["capitals", "decomposed letters", "more spaces", "typographic apostrophes", "a second time"]
)
def test_what_is_fine_stays_fine(way: str) -> None:
    assert [text for text in FINE if means_danger(SAME[way](text), PHRASES)] == []


def test_korean_is_found_without_its_spaces() -> None:
    without = [text.replace(" ", "") for text in KOREAN_DANGER]
    assert [text for text in without if not means_danger(text, PHRASES)] == []


@given(st.sampled_from(DANGER), st.sampled_from(FINE), st.booleans())
def test_harmless_words_beside_it_hide_nothing(danger: str, fine: str, first: bool) -> None:
    assert means_danger(f"{fine}.\n{danger}" if first else f"{danger}\n{fine}", PHRASES)


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    means_danger(text, PHRASES)
    newly_means_danger(text, text[: len(text) // 2], PHRASES)


@given(
    st.lists(st.sampled_from([*"'\"“”‘’<>《》「」.,!?\n \u2060", "죽고", "싶", "die", "want to", "he said", "\ud800"]))
)
def test_any_marks_are_taken(parts: list[str]) -> None:
    means_danger(" ".join(parts), PHRASES)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "'", '""', "ㅠㅠ", "\u2060"])
def test_nothing_is_nothing(text: str) -> None:
    assert not means_danger(text, PHRASES)


@pytest.mark.parametrize(
    ("before", "text", "is_new"),
    [
        ("", "I want to die", True),
        ("I want to die", "I want to die", False),
        ("I want to die", "I really want to die tonight", False),
        ("I want to die. Tea at six", "I want to die. Coffee at seven", False),
        ("A long day", "A long day. I want to die", True),
        ("I want to die", "I want to die. I will kill myself", True),
        ("I want to die", "A long day", False),
        ("죽고 싶다", "정말 죽고 싶어요", False),
        ("죽고 싶다", "죽고 싶다. 유서를 썼다", True),
        ("오늘은 죽고 싶다고 몇 번이나 생각했다", "창피한 일이 생겨서 죽고 싶었다", True),
    ],
)
def test_what_was_there_before_is_not_new(before: str, text: str, is_new: bool) -> None:
    assert newly_means_danger(text, before, PHRASES) is is_new


LONG = {
    "English": "I had a long day at work, and then Mina said 'come over', so we ate together. ",
    "Korean": "오늘은 회사에서 정말 힘든 하루를 보냈지만 저녁에 친구를 만나 밥을 먹었다. ",
    "apostrophes": "'",
    "quotation marks": '"a',
    "what is left out each time": "I want to die for you ",
}


@pytest.mark.parametrize("kind", LONG)
def test_a_text_four_times_as_long_takes_about_four_times_as_long(kind: str) -> None:
    def reading(letters: int) -> Callable[[], object]:
        text = (LONG[kind] * letters)[:letters]
        assert not means_danger(text, PHRASES)
        return lambda: means_danger(text, PHRASES)

    assert growth(reading, 5_000, 20_000) < 8  # 16, were each letter held against all others


@pytest.mark.parametrize("text", ["", "[en]", "en = 3\nko = 4", "[en]\nfillers = []\n[ko]", "]"])
def test_a_broken_file_is_one_kind_of_error(text: str) -> None:
    with pytest.raises(ValueError):
        parse_danger(text)
