"""Every sentence the product shows, in both languages, keeps to what it may claim and to what it never does."""

import re
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest

RESOURCES = Path(__file__).parents[1] / "resources"
# Lines that the person sends are in the person's voice, and help lines are called what they are called.
OF_THE_PERSON = {"first_lines.toml"}
NAMES = {"help_lines.toml"}
# What is looked for in a person's own words is shown to nobody.
NEVER_SHOWN = {"danger.toml"}

NO_CLAIM = {
    "en": (
        r"predict|forecast(?!s? nothing)|diagnos|depress|disorder|symptom|patholog|therap|treatment",
        r"\brisk\b|at risk|risk score|\bscore[sd]?\b",
        r"\bdetects?\b|\bmonitor",
        r"you (?:should|must|need to|have to)\b|\bfailed\b",
        r"\bstreak|\bbadge|\bachievement|\bcongratulat|well done|good job|\bkeep it up",
    ),
    "ko": (
        r"예측|진단|우울|장애|증상|병리|치료|처방",
        r"위험도|위험 점수|점수",
        r"감지|감시|모니터",
        r"해야 (?:해|돼|합)|반드시|실패",
        r"연속 기록|배지|뱃지|업적|축하|잘했|대단해",
    ),
}
NO_PERSONA = {
    "en": (r"\b(?:I|I'm|I'll|I've|me|my|we|we're|we've|our|us)\b",),
    "ko": (r"(?<!\w)(?:저는|저도|저를|저희\w*|제가|나는|우리는|우리가|우리의)(?!\w)",),
}
# A sentence that says what the product is not may name it; where the person speaks, it is "I".
SAYS_WHAT_IT_IS_NOT = re.compile(
    r"not a companion|keeps no score|not as a forecast|never|it does not|judges nothing|아니에요|않아요|없어요",
    re.IGNORECASE,
)
# What stands in quotation marks is said by the person, or a name.
QUOTED = re.compile("“[^”]*”")
THE_PERSON_SPEAKS = {
    "Until I say",
    "I already did",
    "This is my new usual",
    "Someone I trust",
    "I kept it to myself",
}


def texts() -> Iterator[tuple[str, str, str]]:
    """Each text with its language and where it stands."""
    for message in ElementTree.parse(RESOURCES / "translations" / "herwidget_ko.ts").getroot().iter("message"):
        yield "en", message.findtext("source", ""), "interface"
        yield "ko", message.findtext("translation", ""), "interface"
    for path in sorted(RESOURCES.rglob("*.toml")):
        if path.name not in NEVER_SHOWN:
            yield from _of_table(tomllib.loads(path.read_text(encoding="utf-8")), path.name)


def _of_table(value: object, file: str) -> Iterator[tuple[str, str, str]]:
    """Both languages of each {en, ko} in a table; plain texts of the first lines by their registers."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("en", "ko") and isinstance(inner, str):
                yield key, inner, file
            else:
                yield from _of_table(inner, file)
    elif isinstance(value, list):
        for inner in value:
            yield from _of_table(inner, file)
    elif isinstance(value, str) and file in OF_THE_PERSON:
        yield ("ko" if re.search("[가-힣]", value) else "en"), value, file


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!])\s+", text)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_is_claimed_that_may_not_be(language: str) -> None:
    breaches = [
        (pattern, sentence, file)
        for found, text, file in texts()
        if found == language and file not in NAMES
        for sentence in sentences(text)
        for pattern in NO_CLAIM[language]
        if re.search(pattern, sentence, re.IGNORECASE) and not SAYS_WHAT_IT_IS_NOT.search(sentence)
    ]
    assert breaches == []


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_product_is_nobody(language: str) -> None:
    breaches = [
        (sentence, file)
        for found, text, file in texts()
        if found == language and file not in OF_THE_PERSON | NAMES and text not in THE_PERSON_SPEAKS
        for sentence in sentences(text)
        for pattern in NO_PERSONA[language]
        if re.search(pattern, QUOTED.sub("", sentence))
    ]
    assert breaches == []


def test_all_texts_are_read() -> None:
    count = {language: sum(found == language for found, _, _ in texts()) for language in ("en", "ko")}
    assert count["en"] > 900 and count["en"] - count["ko"] == pytest.approx(0, abs=20)
