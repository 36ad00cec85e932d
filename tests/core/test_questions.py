"""A bank is read whole or refused with the place where it is broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.prompts import PromptKind, StepName
from herwidget.core.questions import (
    AnswerType,
    BankError,
    Choice,
    Dimension,
    HeardHow,
    Idea,
    Outcome,
    Text,
    parse_bank,
)
from tests.core.bank_files import FILES, QUESTIONS


def test_a_well_formed_bank_is_read_whole() -> None:
    bank = parse_bank(FILES)
    assert list(bank.ideas) == ["2a", "3b"]
    assert [question.id for question in bank.questions] == ["near", "turned", "heard-today", "someone"]
    assert set(bank.steps) == {StepName.MOOD, StepName.CONNECTED, StepName.HEARD, StepName.REACHED}
    assert set(bank.by_id) == {"near", "turned", "heard-today", "someone", "mood", "connected", "heard", "reached"}


def test_an_idea_is_read_as_it_was_written() -> None:
    assert parse_bank(FILES).ideas["3b"] == Idea(
        "3b",
        3,
        Text("A voice counts.", "목소리도 닿아요."),
        Text("A call is company too.", "전화도 만남이에요."),
    )


def test_each_kind_of_question_is_read_as_it_was_written() -> None:
    bank = parse_bank(FILES)
    near, turned, heard, someone = bank.questions
    assert (near.answer, near.dimension, near.soft) == (AnswerType.SCALE, Dimension.CONNECTION, True)
    assert (near.low, near.high, near.choices) == (Text("far", "멀어요"), Text("near", "가까워요"), ())
    assert near.idea is bank.ideas["2a"]
    assert (turned.answer, turned.soft, turned.low) == (AnswerType.CHOICE, False, None)
    assert turned.choices == (Choice("screen", Text("A screen", "화면")), Choice("person", Text("A person", "사람")))
    assert turned.moments == {PromptKind.DAY, PromptKind.WEEK}
    assert heard.choices == bank.steps[StepName.HEARD].choices
    assert (someone.answer, someone.choices) == (AnswerType.PEOPLE, ())


def test_the_steps_are_fixed_in_what_they_ask_and_how() -> None:
    steps = parse_bank(FILES).steps
    mood, connected, heard = steps[StepName.MOOD], steps[StepName.CONNECTED], steps[StepName.HEARD]
    assert (mood.dimension, mood.answer, len(mood.choices)) == (Dimension.MOOD, AnswerType.SCALE, 5)
    assert (connected.dimension, connected.answer) == (Dimension.CONNECTION, AnswerType.SCALE)
    assert connected.high == Text("close to someone", "누군가와 가까워요")
    assert [choice.id for choice in heard.choices] == list(HeardHow)
    assert all(step.moments == frozenset() and step.soft for step in steps.values())


def test_the_step_after_a_suggestion_takes_the_name_and_the_right_particle() -> None:
    bank = parse_bank(FILES)
    step = bank.steps[StepName.REACHED]
    assert step.reaching is not None
    assert (step.dimension, step.answer) == (Dimension.REACHED, AnswerType.CHOICE)
    assert [choice.id for choice in step.choices] == list(Outcome)
    assert step.reaching.moods == bank.steps[StepName.MOOD].choices
    assert step.about("준", already=False).text == Text("Did you meet 준?", "준을 만났나요?")
    assert step.about("민아", already=False).text.ko == "민아를 만났나요?"
    known = step.about("준", already=True)
    assert (known.text, known.choices) == (Text("How was 준?", "준과 어땠나요?"), ())


@pytest.mark.parametrize("name", ["{name}", "{name:을/를}", r"\1 \g<0>", "%s {0}"])
def test_a_name_is_put_into_a_text_as_it_is(name: str) -> None:
    assert Text("{name}!", "{name}!").about(name) == Text(f"{name}!", f"{name}!")


def test_a_moment_has_its_own_questions_in_the_order_of_the_files() -> None:
    bank = parse_bank(
        {**FILES, "part1.toml": QUESTIONS.replace('id = "near"', 'id = "first"').split('[[question]]\nid = "turned')[0]}
    )
    assert [question.id for question in bank.for_moment(PromptKind.DAY)] == ["first", "near", "turned"]
    assert [question.id for question in bank.for_moment(PromptKind.EVENING)] == ["heard-today"]
    assert [question.id for question in bank.for_moment(PromptKind.WEEK)] == ["turned", "someone"]


def test_a_sentence_is_given_in_korean_when_asked_and_else_in_english() -> None:
    text = Text("far", "멀어요")
    assert (text.of("ko"), text.of("en"), text.of("de")) == ("멀어요", "far", "far")


# What is changed in which file (the old and the new text), and the id and header line that the error then names.
BROKEN = {
    "an idea twice": ("ideas.toml", 'id = "3b"', 'id = "2a"', "2a"),
    "an idea without part": ("ideas.toml", "part = 3\n", "", "3b"),
    "a part in words": ("ideas.toml", "part = 3", 'part = "3"', "3b"),
    "a part that is true": ("ideas.toml", "part = 3", "part = true", "3b"),
    "a gist in one language": ("ideas.toml", '"A voice counts.", ko = "목소리도 닿아요."', '"A voice counts."', "3b"),
    "a gist that is no table": (
        "ideas.toml",
        '{ en = "A voice counts.", ko = "목소리도 닿아요." }',
        '"A voice counts."',
        "3b",
    ),
    "a telling of blanks": ("ideas.toml", '"전화도 만남이에요."', '"  "', "3b"),
    "a step nobody knows": ("steps.toml", 'id = "connected"', 'id = "sleep"', "sleep"),
    "a step drawn from the bank": ("steps.toml", 'id = "connected"', 'id = "question"', "question"),
    "a step twice": ("steps.toml", 'id = "heard"', 'id = "mood"', "mood"),
    "a mood of four": ("steps.toml", '    { id = "warm", en = "Warm", ko = "따뜻해요" },\n', "", "mood"),
    "heard in another order": ("steps.toml", '"call", en', '"phone", en', "heard"),
    "an outcome in another order": ("steps.toml", 'id = "rather-not"', 'id = "no"', "reached"),
    "a step about nobody": ("steps.toml", "Did you meet {name}?", "Did you meet?", "reached"),
    "a step about somebody twice": ("steps.toml", "{name:과/와} 어땠나요", "{name} {name} 어땠나요", "reached"),
    "a step with an open brace": ("steps.toml", "How was {name}?", "How was {name}, {nam}?", "reached"),
    "a particle with one form": ("steps.toml", "{name:을/를}", "{name:을}", "reached"),
    "a question asked by a step alone": ("part2.toml", 'dimension = "confiding"', 'dimension = "reached"', "someone"),
    "a step without ends": (
        "steps.toml",
        'low = { en = "far from everyone", ko = "모두에게서 멀어요" }\n',
        "",
        "connected",
    ),
    "a step of no idea": ("steps.toml", 'idea = "3b"', 'idea = "9z"', "heard"),
    "a question twice": ("part2.toml", 'id = "someone"', 'id = "near"', "near"),
    "a question named as a step": ("part2.toml", 'id = "someone"', 'id = "mood"', "mood"),
    "a question without id": ("part2.toml", 'id = "someone"\n', "", ""),
    "a question with an empty id": ("part2.toml", 'id = "someone"', 'id = ""', ""),
    "an id that is a number": ("part2.toml", 'id = "someone"', "id = 7", ""),
    "a question of no idea": (
        "part2.toml",
        'idea = "3b"\ndimension = "turned-to"',
        'idea = "9z"\ndimension = "turned-to"',
        "turned",
    ),
    "an unknown dimension": ("part2.toml", '"confiding"', '"courage"', "someone"),
    "an unknown answer": ("part2.toml", '"people"', '"dance"', "someone"),
    "an answer in a list": ("part2.toml", '"people"', '["people"]', "someone"),
    "an unknown moment": ("part2.toml", '["day", "week"]', '["day", "night"]', "turned"),
    "no moment": ("part2.toml", '["day", "week"]', "[]", "turned"),
    "a moment that is a list": ("part2.toml", '["day", "week"]', '[["day"], "week"]', "turned"),
    "a moment that is a number": ("part2.toml", '["day", "week"]', "[1]", "turned"),
    "moments that are no list": ("part2.toml", '["day", "week"]', '"day"', "turned"),
    "soft in words": ("part2.toml", "soft = false", 'soft = "no"', "turned"),
    "soft as a number": ("part2.toml", "soft = false", "soft = 0", "turned"),
    "nothing about soft": ("part2.toml", "soft = false\n", "", "turned"),
    "no text": (
        "part2.toml",
        'text = { en = "Who could you tell?", ko = "누구에게 말할 수 있나요?" }\n',
        "",
        "someone",
    ),
    "a text in no Korean": ("part2.toml", ', ko = "누구에게 말할 수 있나요?"', "", "someone"),
    "a scale without an end": ("part2.toml", 'high = { en = "near", ko = "가까워요" }\n', "", "near"),
    "a choice of one": ("part2.toml", ', { id = "person", en = "A person", ko = "사람" }', "", "turned"),
    "two options of one id": ("part2.toml", 'id = "person"', 'id = "screen"', "turned"),
    "an option without id": ("part2.toml", '{ id = "person", ', "{ ", "turned"),
    "an option with an empty id": ("part2.toml", '{ id = "person"', '{ id = ""', "turned"),
    "an option whose id is a number": ("part2.toml", '{ id = "person"', "{ id = 2", "turned"),
    "an option in one language": ("part2.toml", 'en = "A person", ', "", "turned"),
    "an option that is no table": (
        "part2.toml",
        '{ id = "person", en = "A person", ko = "사람" }',
        '"person"',
        "turned",
    ),
    "an evening question about something else": (
        "part2.toml",
        'dimension = "heard"',
        'dimension = "need"',
        "heard-today",
    ),
    "an evening question answered otherwise": (
        "part2.toml",
        'answer = "choice"\nmoments = ["evening"]',
        'answer = "words"\nmoments = ["evening"]',
        "heard-today",
    ),
    "an evening question by day": ("part2.toml", '["evening"]', '["evening", "day"]', "heard-today"),
}


@pytest.mark.parametrize(("file", "old", "new", "entry"), BROKEN.values(), ids=BROKEN)
def test_a_broken_entry_is_refused_with_its_file_header_line_and_id(file: str, old: str, new: str, entry: str) -> None:
    assert FILES[file].count(old) == 1
    text = FILES[file].replace(old, new)
    before = FILES[file].split(old)[0]
    header = before.rpartition("[[")[0].count("\n") + 1
    with pytest.raises(BankError) as caught:
        parse_bank({**FILES, file: text})
    error = caught.value
    assert (error.file, error.line, error.entry) == (file, header, entry)
    assert error.reason
    place = f"{file}, line {header}, {entry}" if entry else f"{file}, line {header}"
    assert str(error) == f"{place}: {error.reason}"


# The old and the new text, and the id of the entry in which the syntax is broken.
UNREADABLE = {
    "a quote left open": ('"Who could', "Who could", "someone"),
    "a key twice": ("soft = false", "soft = false\nsoft = true", "turned"),
    "a header left open": ('[[question]]\nid = "turned"', '[[question]\nid = "turned"', ""),
    "no value": ('dimension = "confiding"', "dimension =", "someone"),
    "nonsense before the id": ('id = "heard-today"', '?\nid = "heard-today"', ""),
    "nonsense after an id with a remark": ('id = "turned"', "id = 'turned' # about screens\n?", "turned"),
    "nonsense after an option": ('{ id = "screen",', '\n  { id = "screen"? ,', "turned"),
}


@pytest.mark.parametrize(("old", "new", "entry"), UNREADABLE.values(), ids=UNREADABLE)
def test_text_that_is_not_toml_is_refused_with_the_line_and_the_entry(old: str, new: str, entry: str) -> None:
    assert QUESTIONS.count(old) == 1
    before, after = QUESTIONS.split(old)
    with pytest.raises(BankError) as caught:
        parse_bank({**FILES, "part2.toml": before + new + after})
    first, last = (before.count("\n") + 1, (before + new).count("\n") + 1)
    assert first <= caught.value.line <= last
    assert (caught.value.file, caught.value.entry) == ("part2.toml", entry)


def test_an_option_in_a_table_of_its_own_does_not_lend_its_id_to_the_entry() -> None:
    text = '[[question]]\nid = "far"\n\n[[question.choices]]\nid = "option"\nen = ?\n'
    with pytest.raises(BankError) as caught:
        parse_bank({**FILES, "part2.toml": text})
    assert (caught.value.line, caught.value.entry) == (6, "far")


def test_text_that_breaks_off_is_refused_at_its_last_line() -> None:
    text = QUESTIONS + '[[question]]\nid = "last"\nmoments = [\n    "day",\n'
    with pytest.raises(BankError) as caught:
        parse_bank({**FILES, "part2.toml": text})
    assert (caught.value.line, caught.value.entry) == (text.count("\n"), "last")


@pytest.mark.parametrize(
    "text",
    [
        "title = 'Part 2'\n",
        "[question]\nid = 'near'\n",
        "[[idea]]\nid = 'near'\n",
        "question = [1]\n",
        "question = 'near'\n",
    ],
)
def test_a_file_that_holds_something_else_is_refused(text: str) -> None:
    with pytest.raises(BankError, match="something other than"):
        parse_bank({**FILES, "part2.toml": text})


@pytest.mark.parametrize("missing", ["ideas.toml", "steps.toml"])
def test_a_missing_file_is_named(missing: str) -> None:
    with pytest.raises(BankError) as caught:
        parse_bank({file: text for file, text in FILES.items() if file != missing})
    assert (caught.value.file, caught.value.line, caught.value.entry) == (missing, 1, "")


@pytest.mark.parametrize("step", ["mood", "connected", "heard", "reached"])
def test_a_missing_step_is_named(step: str) -> None:
    entries = FILES["steps.toml"].split("[[step]]\n")[1:]
    kept = "".join(f"[[step]]\n{entry}" for entry in entries if f'id = "{step}"' not in entry)
    with pytest.raises(BankError) as caught:
        parse_bank({**FILES, "steps.toml": kept})
    assert (caught.value.file, caught.value.entry) == ("steps.toml", step)


def test_a_duplicate_in_another_file_is_refused_in_the_later_one() -> None:
    with pytest.raises(BankError) as caught:
        parse_bank({**FILES, "part3.toml": QUESTIONS})
    assert (caught.value.file, caught.value.line, caught.value.entry) == ("part3.toml", 1, "near")


def test_lines_are_counted_as_toml_counts_them() -> None:
    # A line separator inside a string, and Windows' line ends.
    text = QUESTIONS.replace("How near", "How\u2028near").replace('"people"', '"dance"').replace("\n", "\r\n")
    with pytest.raises(BankError) as caught:
        parse_bank({**FILES, "part2.toml": text})
    assert caught.value.line == QUESTIONS.split('id = "someone"')[0].count("\n")


_LINES = sorted({line for text in FILES.values() for line in text.splitlines()})


@given(st.lists(st.one_of(st.sampled_from(_LINES), st.text(max_size=12)), max_size=14), st.sampled_from(sorted(FILES)))
def test_whatever_stands_in_a_file_the_bank_is_read_or_refused_there(lines: list[str], file: str) -> None:
    text = "\n".join(lines)
    try:
        parse_bank({**FILES, file: text})
    except BankError as error:
        # Other files may name an idea that is gone from this one.
        assert error.file == file or file == "ideas.toml"
        if error.file == file:
            assert 1 <= error.line <= text.count("\n") + 1
