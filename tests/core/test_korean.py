"""Particles after names as they are read aloud."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.korean import with_particle

PAIRS = ("이/가", "을/를", "은/는", "과/와", "으로/로", "아/야", "이랑/랑", "이/")


@pytest.mark.parametrize(
    "told",
    [
        *("미나가", "준이", "어머니가", "아버지가", "서울이", "김철수가", "박지은이", "엄마❤️가", "민수 (회사)가"),
        *("(주)한빛이", "김 과장님이", "3이", "10이", "2가", "007이", "9가", "1000000000000가", "팀 4가", "미나2가"),
        *("٣이", "ㅋㅋ이", "ㅏ가"),
        *("Mina가", "Jun이", "Sam이", "Paul이", "Rachel이", "Jane이", "Anne이", "Michelle이", "Jerome이", "Hong이"),
        *("Peter가", "David가", "James가", "Mike가", "Kate가", "Steve가", "Zoe가", "Chloe가", "Lee가", "Sarah가"),
        *("Jack이", "Eric이", "Hyuk이", "Philip이", "Bob이", "Scott이", "Margaret이"),
        *("Mark가", "Robert가", "Frank가", "Albert가", "Greg가", "Josh가", "Beth가", "Max가", "Jeff가", "Chris가"),
        *("José가", "René가", "Noël이", "Björn이", "Søren이", "Paweł가", "Nguyễn이", "Zoë가", "Jun-ho가", "O'Neil이"),
        *("DJ가", "KBS가", "JM이", "TJR이", "M이", "a가", "MINA가", "JUN이", "Dr. Kim이"),
        *("Мина이(가)", "美奈이(가)", "みな이(가)", "أمينة이(가)", "❤️이(가)", "Ⅲ이(가)", "이(가)"),
    ],
)
def test_the_subject(told: str) -> None:
    name = told.removesuffix("이(가)")
    name = name if name != told else told[:-1]
    assert with_particle(name, "이/가") == told


@pytest.mark.parametrize(
    ("name", "particle", "told"),
    [
        ("미나", "을/를", "미나를"),
        ("준", "을/를", "준을"),
        ("미나", "은/는", "미나는"),
        ("준", "은/는", "준은"),
        ("미나", "과/와", "미나와"),
        ("준", "과/와", "준과"),
        ("미나", "으로/로", "미나로"),
        ("준", "으로/로", "준으로"),
        ("서울", "으로/로", "서울로"),
        ("서울", "(으)로", "서울로"),
        ("Paul", "(으)로", "Paul로"),
        ("Paul", "을/를", "Paul을"),
        ("Jun", "(으)로부터", "Jun으로부터"),
        ("Paul", "(으)로부터", "Paul로부터"),
        ("7", "(으)로", "7로"),
        ("3", "(으)로", "3으로"),
        ("ㄹ", "(으)로", "ㄹ로"),
        ("TJR", "(으)로", "TJR로"),
        ("미나", "아/야", "미나야"),
        ("준", "아/야", "준아"),
        ("미나", "(이)랑", "미나랑"),
        ("준", "이랑/랑", "준이랑"),
        ("준", "이/", "준이"),
        ("미나", "이/", "미나"),
        ("Мина", "을/를", "Мина을(를)"),
        ("Мина", "과/와", "Мина과(와)"),
        ("Мина", "으로/로", "Мина(으)로"),
        ("Мина", "(이)랑", "Мина(이)랑"),
        ("Мина", "이/", "Мина(이)"),
    ],
)
def test_other_particles(name: str, particle: str, told: str) -> None:
    assert with_particle(name, particle) == told


def test_a_name_in_pieces_is_heard_whole() -> None:
    for name, told in (("미나", "미나가"), ("준", "준이"), ("José", "José가")):
        pieces = unicodedata.normalize("NFD", name)
        assert unicodedata.normalize("NFC", with_particle(pieces, "이/가")) == told


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1))
def test_hangul_is_always_told_apart(name: str) -> None:
    closed = len(unicodedata.normalize("NFD", name[-1])) == 3
    assert with_particle(name, "은/는") == name + ("은" if closed else "는")


@given(st.text(), st.sampled_from(PAIRS))
def test_any_name_gets_one_form_or_both(name: str, particle: str) -> None:
    told = with_particle(name, particle)
    assert told.startswith(name)
    closed, opened = particle.split("/")
    assert told[len(name) :] in {closed, opened, f"{closed}({opened})", f"({closed.removesuffix(opened)}){opened}"}
