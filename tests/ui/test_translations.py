"""Every text has its Korean and its compiled file, and both languages keep the product's manners."""

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTranslator

ROOT = Path(__file__).parents[2]
TRANSLATIONS = ROOT / "resources" / "translations"

PLACEHOLDER = re.compile(r"\{\w+\}|%\(\w+\)[rs]|%s")
SURROUNDINGS = re.compile(r"\A\s*|\s*\Z")
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
# Their form depends on the sound before them, which nobody knows of a text put in later.
CHANGING_PARTICLE = re.compile(r"\{\w+\}[”)]?(?:은|는|이|가|을|를|과|와|으로|로|이나|나|이랑|랑|이에요|예요)(?!\w)")

# What breaks the product's rules where it stands in a text, and the only texts in which it may.
ENGLISH_MANNERS = {
    r"\b(?:I|I'm|I'll|me|my|we|we're|our|us)\b": {
        # The person speaks.
        *("Until I say", "I already did", "This is my new usual", "Someone I trust"),
    },
    r"(?i)\b(?:streaks?|badges?|scores?)\b": {
        "It is not a companion and not a doctor. It keeps no score, sends nothing anywhere, "
        "and never opens an internet connection."
    },
    r"(?i)diagnos|depress|\bAI\b|\btherap": set[str](),
    r"(?i)\b(?:must|should have|you failed|missed)\b": set[str](),
}
KOREAN_MANNERS = {
    r"니다|니까(?!\w)": set[str](),
    r"(?<!\w)(?:당신\w*|너는|네가|귀하)(?!\w)": set[str](),
    r"(?<!\w)(?:저는|저도|저를|저희\w*|제가|나는|내가|우리|우리는|우리가|우리의)(?!\w)": set[str](),
    r"점수|연속 기록|배지|뱃지": {
        "말벗도 의사도 아니에요. 점수를 매기지 않고, 아무것도 밖으로 보내지 않고, 인터넷에도 연결하지 않아요."
    },
    r"진단|우울|치료|증상|(?<!\w)AI(?!\w)": set[str](),
    r"실패|반드시|놓쳤|해야 (?:해|돼|합)": set[str](),
}


@dataclass(frozen=True)
class Entry:
    """A text of the interface and what a .ts file holds for it."""

    context: str
    source: str
    translation: str
    state: str
    """Empty when finished."""


def read(path: Path) -> list[Entry]:
    """The entries of a .ts file."""
    entries = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            assert message.get("numerus") is None, "plurals are two texts: Qt's lupdate 6.11 does not see %n in Python"
            entries.append(
                Entry(
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    translation.text or "",
                    translation.get("type", ""),
                )
            )
    return entries


def sources() -> list[Path]:
    return sorted((ROOT / "herwidget").rglob("*.py"))


def texts_of_the_code() -> Iterator[tuple[str, str]]:
    """The context and text of each call of `translate` in the source, wherever it stands."""
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("translate", "QCoreApplication.translate"):
                context, text = (ast.unparse(argument) for argument in node.args[:2])
                yield context, text


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def breaches(texts: list[str], manners: dict[str, set[str]]) -> list[str]:
    """The texts in which a pattern stands that may not."""
    return [
        f"{pattern}: {text}"
        for pattern, excused in manners.items()
        for text in texts
        if re.search(pattern, text) and text not in excused
    ]


KOREAN = read(TRANSLATIONS / "herwidget_ko.ts")
KOREAN_TEXTS = [entry.translation for entry in KOREAN]
ENGLISH_TEXTS = [entry.source for entry in KOREAN]


def test_lupdate_would_change_nothing(tmp_path: Path) -> None:
    program = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    assert program, "pyside6-lupdate comes with PySide6-Essentials"
    renewed = Path(shutil.copy(TRANSLATIONS / "herwidget_ko.ts", tmp_path))
    languages = ["-source-language", "en_US", "-target-language", "ko_KR"]
    files = [str(path) for path in sources()]
    command = [program, *files, "-ts", str(renewed), *languages, "-no-obsolete", "-locations", "none"]
    subprocess.run(command, check=True, capture_output=True)
    assert set(read(renewed)) == set(KOREAN), "run make translations and fill what is new"


def test_every_call_of_translate_is_among_the_texts() -> None:
    known = {(repr(entry.context), repr(entry.source)) for entry in KOREAN}
    assert set(texts_of_the_code()) == known, "lupdate reads literal words only"


def test_every_text_is_finished_in_korean() -> None:
    assert [entry for entry in KOREAN if entry.state or not entry.translation] == []


def test_a_translation_keeps_what_is_put_into_it() -> None:
    assert [one for one in KOREAN if placeholders(one.source) != placeholders(one.translation)] == []
    assert [text for text in KOREAN_TEXTS if re.search(r"[{}]", PLACEHOLDER.sub("", text))] == []


def test_a_translation_keeps_the_space_around_it() -> None:
    pairs = [(entry.source, entry.translation) for entry in KOREAN]
    assert [pair for pair in pairs if SURROUNDINGS.findall(pair[0]) != SURROUNDINGS.findall(pair[1])] == []
    assert [korean for source, korean in pairs if "  " in korean.strip() and "  " not in source.strip()] == []


def test_the_examples_keep_their_commands_and_columns() -> None:
    (entry,) = (entry for entry in KOREAN if entry.source.startswith("examples:"))
    commands, translated = entry.source.splitlines(), entry.translation.splitlines()
    assert len(commands) == len(translated)
    for line, korean in zip(commands[1:], translated[1:], strict=True):
        start = re.match(r"  herwidget.*?  +", line)
        assert start and korean.startswith(start[0])


def test_the_compiled_file_is_up_to_date() -> None:
    translator = QTranslator()
    assert translator.load(str(TRANSLATIONS / "herwidget_ko.qm"))
    given = {entry: translator.translate(entry.context, entry.source) for entry in KOREAN}
    assert [entry for entry in KOREAN if given[entry] != entry.translation] == [], "run make translations"


def test_korean_sentences_end_politely() -> None:
    rude = []
    for text in KOREAN_TEXTS:
        # What is put in may stand at a sentence's end, after a colon.
        for sentence in SENTENCE_END.split(re.sub(r": “?\{\w+\}”?", "", text)):
            if sentence.endswith((".", "!")) and not sentence.endswith("요."):
                rude.append(sentence)
            if sentence.endswith("?") and not sentence.endswith(("요?", "까요?")):
                rude.append(sentence)
    assert rude == []


def test_no_particle_depends_on_what_is_put_in() -> None:
    assert [text for text in KOREAN_TEXTS if CHANGING_PARTICLE.search(text)] == []


def test_korean_texts_keep_the_manners() -> None:
    assert breaches(KOREAN_TEXTS, KOREAN_MANNERS) == []


def test_english_texts_keep_the_manners() -> None:
    assert breaches(ENGLISH_TEXTS, ENGLISH_MANNERS) == []
