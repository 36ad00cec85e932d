"""The question bank: ideas of the essay, the questions drawn from them, and the fixed steps.

`parse_bank` reads the TOML texts of `resources/questions/` and refuses anything broken with file, line and id.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from herwidget.core.korean import with_particle
from herwidget.core.prompts import WARMEST_MOOD, PromptKind, StepName

IDEAS_FILE = "ideas.toml"
STEPS_FILE = "steps.toml"

# An entry's own header, not that of a table within it; and the id that it gives itself.
_HEADER = re.compile(r"^\s*\[\[\w+\b(?!\.)", re.MULTILINE)
_ID = re.compile(r"""^\s*id\s*=\s*["']([^"']*)""", re.MULTILINE)
# A person's name in a text, in Korean with the particle after it: "{name:과/와}".
_NAME = re.compile(r"\{name(?::([^{}]+/[^{}]*))?\}")

_Kind = TypeVar("_Kind", bound=StrEnum)


class Dimension(StrEnum):
    """What a question asks about."""

    MOOD = "mood"
    CONNECTION = "connection"
    LONELINESS = "loneliness"
    SOLITUDE = "solitude"
    HEARD = "heard"
    TURNED_TO = "turned-to"
    CONFIDING = "confiding"
    PRESENCE = "presence"
    NEED = "need"
    REFLECTION = "reflection"
    REACHED = "reached"


class AnswerType(StrEnum):
    """How a question is answered."""

    SCALE = "scale"
    CHOICE = "choice"
    PEOPLE = "people"
    WORDS = "words"


class BankError(Exception):
    """A bank file was refused. `line` counts from 1; `entry` is the id where there is one, else empty."""

    def __init__(self, file: str, line: int, entry: str, reason: str) -> None:
        self.file, self.line, self.entry, self.reason = file, line, entry, reason
        super().__init__(f"{file}, line {line}{f', {entry}' if entry else ''}: {reason}")


@dataclass(frozen=True)
class Text:
    """One sentence in both languages."""

    en: str
    ko: str

    def of(self, language: str) -> str:
        """The sentence in `language` ("ko", else English)."""
        return self.ko if language == "ko" else self.en

    def about(self, name: str) -> "Text":
        """The sentence with a person's name where it says {name}."""
        return Text(_named(self.en, name), _named(self.ko, name))


@dataclass(frozen=True)
class Idea:
    """An idea of the essay, told in the product's own words."""

    id: str
    part: int
    gist: Text
    telling: Text


@dataclass(frozen=True)
class Choice:
    """One option of a choice question."""

    id: str
    label: Text


@dataclass(frozen=True)
class AboutReaching:
    """What the step after a suggestion says besides.

    `named` asks whether they got to each other, `already` how it was for somebody who had said so; both hold a {name}.
    `left` is asked after a yes, and `moods` are its five options.
    """

    named: Text
    already: Text
    left: Text
    moods: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Question:
    """One question. A scale has `low` and `high`, a choice has `choices`, the step after a suggestion `reaching`."""

    id: str
    idea: Idea
    dimension: Dimension
    answer: AnswerType
    moments: frozenset[PromptKind]
    soft: bool
    text: Text
    low: Text | None = None
    high: Text | None = None
    choices: tuple[Choice, ...] = ()
    reaching: AboutReaching | None = None

    def about(self, name: str, *, already: bool) -> "Question":
        """This step put about a person; without the options where it is known `already` that they were in touch."""
        assert self.reaching is not None
        if already:
            return replace(self, text=self.reaching.already.about(name), choices=())
        return replace(self, text=self.reaching.named.about(name))


class HeardHow(StrEnum):
    """Whether, and how, somebody heard the person that day."""

    FACE_TO_FACE = "face-to-face"
    CALL = "call"
    WRITING = "writing"
    NOT_YET = "not-yet"
    KEPT = "kept"


class Outcome(StrEnum):
    """Whether the two got to each other after a suggestion, as the next check-in was told."""

    YES = "yes"
    NOT_YET = "not-yet"
    RATHER_NOT = "rather-not"


HEARD_BY_SOMEONE = frozenset({HeardHow.FACE_TO_FACE, HeardHow.CALL, HeardHow.WRITING})


@dataclass(frozen=True)
class Bank:
    """All ideas, questions and fixed steps."""

    ideas: Mapping[str, Idea]
    questions: tuple[Question, ...]
    steps: Mapping[StepName, Question]

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """Every question and step by its id."""
        everything = (*self.questions, *self.steps.values())
        return {question.id: question for question in everything}

    def for_moment(self, kind: PromptKind) -> tuple[Question, ...]:
        """The questions that may be put in a prompt of `kind`."""
        return tuple(question for question in self.questions if kind in question.moments)


def parse_bank(files: Mapping[str, str]) -> Bank:
    """Read a bank from the texts of its files, by file name.

    Raises:
        BankError: the first thing found that is not as it should be.
    """
    for needed in (IDEAS_FILE, STEPS_FILE):
        if needed not in files:
            raise BankError(needed, 1, "", "the file is missing")
    ideas: dict[str, Idea] = {}
    for entry in _entries(IDEAS_FILE, files[IDEAS_FILE], "idea"):
        idea = Idea(entry.id, entry.whole("part"), entry.both("gist"), entry.both("telling"))
        entry.refuse_if(idea.id in ideas, "this id stands twice")
        ideas[idea.id] = idea

    steps: dict[StepName, Question] = {}
    for entry in _entries(STEPS_FILE, files[STEPS_FILE], "step"):
        name = entry.one_of("id", StepName)
        entry.refuse_if(name in steps, "this id stands twice")
        steps[name] = _step(entry, ideas, name)
    for step in _FIXED_STEPS:
        if step not in steps:
            raise BankError(STEPS_FILE, 1, step, "this step is missing")
    reached = steps[StepName.REACHED]
    assert reached.reaching is not None
    moods = replace(reached.reaching, moods=steps[StepName.MOOD].choices)
    steps[StepName.REACHED] = replace(reached, reaching=moods)

    questions: dict[str, Question] = {}
    for file in sorted(set(files) - {IDEAS_FILE, STEPS_FILE}):
        for entry in _entries(file, files[file], "question"):
            entry.refuse_if(entry.id in questions or entry.id in set(StepName), "this id stands twice")
            questions[entry.id] = _question(entry, ideas, steps[StepName.HEARD].choices)
    return Bank(ideas, tuple(questions.values()), steps)


_FIXED_STEPS = {
    StepName.MOOD: (Dimension.MOOD, AnswerType.SCALE),
    StepName.CONNECTED: (Dimension.CONNECTION, AnswerType.SCALE),
    StepName.HEARD: (Dimension.HEARD, AnswerType.CHOICE),
    StepName.REACHED: (Dimension.REACHED, AnswerType.CHOICE),
}
_FIXED_CHOICES: Mapping[StepName, type[StrEnum]] = {StepName.HEARD: HeardHow, StepName.REACHED: Outcome}


def _step(entry: "_Entry", ideas: Mapping[str, Idea], name: StepName) -> Question:
    entry.refuse_if(name not in _FIXED_STEPS, "this is not a fixed step")
    dimension, answer = _FIXED_STEPS[name]
    low = high = None
    choices: tuple[Choice, ...] = ()
    if name is StepName.CONNECTED:
        low, high = entry.both("low"), entry.both("high")
    else:
        choices = entry.choices()
    entry.refuse_if(name is StepName.MOOD and len(choices) != WARMEST_MOOD, f"the mood has {WARMEST_MOOD} options")
    if name in _FIXED_CHOICES:
        fixed = tuple(_FIXED_CHOICES[name])
        entry.refuse_if(tuple(choice.id for choice in choices) != fixed, f"the options are {', '.join(fixed)}")
    reaching = None
    if name is StepName.REACHED:
        reaching = AboutReaching(entry.named("named"), entry.named("already"), entry.both("left"))
    idea, text = entry.idea(ideas), entry.both("text")
    return Question(entry.id, idea, dimension, answer, frozenset(), True, text, low, high, choices, reaching)


def _question(entry: "_Entry", ideas: Mapping[str, Idea], heard_choices: tuple[Choice, ...]) -> Question:
    answer = entry.one_of("answer", AnswerType)
    dimension = entry.one_of("dimension", Dimension)
    entry.refuse_if(dimension is Dimension.REACHED, "this is asked by a fixed step alone")
    moments = entry.moments()
    low = high = None
    choices: tuple[Choice, ...] = ()
    if answer is AnswerType.SCALE:
        low, high = entry.both("low"), entry.both("high")
    if PromptKind.EVENING in moments:
        entry.refuse_if(
            dimension is not Dimension.HEARD or answer is not AnswerType.CHOICE or len(moments) != 1,
            "an evening question asks who heard the person, with the fixed choices, and nothing else",
        )
        choices = heard_choices
    elif answer is AnswerType.CHOICE:
        choices = entry.choices()
    soft = entry.get("soft", bool)
    assert isinstance(soft, bool)
    text = entry.both("text")
    return Question(entry.id, entry.idea(ideas), dimension, answer, moments, soft, text, low, high, choices)


class _Entry:
    """One table of a bank file, which knows where it stands."""

    def __init__(self, file: str, line: int, table: Mapping[str, object]) -> None:
        self.file, self.line, self.table = file, line, table
        self.id = ""
        self.id = str(self.get("id", str))

    def refuse_if(self, broken: bool, reason: str) -> None:
        if broken:
            raise BankError(self.file, self.line, self.id, reason)

    def get(self, key: str, kind: type) -> object:
        self.refuse_if(key not in self.table, f"“{key}” is missing")
        value = self.table[key]
        self.refuse_if(type(value) is not kind or value == "", f"“{key}” is not what it should be")
        return value

    def whole(self, key: str) -> int:
        value = self.get(key, int)
        assert isinstance(value, int)
        return value

    def both(self, key: str) -> Text:
        return self._text(self.get(key, dict), key)

    def named(self, key: str) -> Text:
        text = self.both(key)
        for sentence in (text.en, text.ko):
            self.refuse_if(len(_NAME.findall(sentence)) != 1, f"“{key}” needs one {{name}}")
            self.refuse_if("{" in _NAME.sub("", sentence), f"“{key}” has a brace too many")
        return text

    def one_of(self, key: str, kinds: type[_Kind]) -> _Kind:
        value = self.get(key, str)
        self.refuse_if(value not in set(kinds), f"“{key}” is not one of {', '.join(kinds)}")
        return kinds(str(value))

    def idea(self, ideas: Mapping[str, Idea]) -> Idea:
        idea = str(self.get("idea", str))
        self.refuse_if(idea not in ideas, f"the idea “{idea}” is not in {IDEAS_FILE}")
        return ideas[idea]

    def moments(self) -> frozenset[PromptKind]:
        names = self.get("moments", list)
        assert isinstance(names, list)
        self.refuse_if(
            not names or not all(name in tuple(PromptKind) for name in names),
            f"“moments” holds other than {', '.join(PromptKind)}",
        )
        return frozenset(PromptKind(name) for name in names)

    def choices(self) -> tuple[Choice, ...]:
        tables = self.get("choices", list)
        assert isinstance(tables, list)
        choices = []
        for table in tables:
            has_id = isinstance(table, dict) and isinstance(table.get("id"), str) and table["id"] != ""
            self.refuse_if(not has_id, "a choice has no id")
            choices.append(Choice(table["id"], self._text(table, "choices")))
        self.refuse_if(len(choices) < 2, "a choice needs two options or more")
        self.refuse_if(len({choice.id for choice in choices}) < len(choices), "two options share an id")
        return tuple(choices)

    def _text(self, table: object, key: str) -> Text:
        assert isinstance(table, dict)
        both = [table.get(language) for language in ("en", "ko")]
        self.refuse_if(
            not all(isinstance(text, str) and text.strip() for text in both), f"“{key}” needs both en and ko"
        )
        return Text(str(both[0]), str(both[1]))


def _named(sentence: str, name: str) -> str:
    return _NAME.sub(lambda place: with_particle(name, place[1]) if place[1] else name, sentence)


def _entries(file: str, text: str, name: str) -> list[_Entry]:
    """The `[[name]]` tables of a file, each with the line of its header."""
    try:
        document: dict[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _line_of(error, text)
        raise BankError(file, line, _id_before(text, line), str(error)) from None
    tables = document.pop(name, [])
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.split("#")[0].strip() == f"[[{name}]]"]
    well_formed = isinstance(tables, list) and len(tables) == len(lines) and not document
    if not well_formed:
        raise BankError(file, 1, "", f"the file holds something other than [[{name}]] tables")
    assert isinstance(tables, list)
    return [_Entry(file, line, table) for line, table in zip(lines, tables, strict=True)]


def _line_of(error: tomllib.TOMLDecodeError, text: str) -> int:
    """The line a TOML error speaks of: Python before 3.14 tells it in the message only."""
    words = str(error).split("(at line ")
    return int(words[1].split(",")[0]) if len(words) > 1 else len(text.rstrip().split("\n"))


def _id_before(text: str, line: int) -> str:
    """The id of the entry that holds `line`, empty where none was given yet."""
    entry = _HEADER.split("\n".join(text.split("\n")[:line]))[-1]
    given = _ID.search(entry)
    return given[1] if given else ""
