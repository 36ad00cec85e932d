"""A made-up life for the demonstration: believable days, a quieter month, people, notes in both languages.

Everything in it is invented. The same seed gives the same life.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from herwidget.core.choosing import choose_question
from herwidget.core.planner import plan_day
from herwidget.core.prompts import HEAVIEST_MOOD, AskedQuestion, PromptKind, Slot, StepAnswer, StepName
from herwidget.core.questions import HEARD_BY_SOMEONE, AnswerType, Bank, Dimension, HeardHow, Question
from herwidget.core.settings import Hours

DEMO_SEED = "her"
DEMO_PEOPLE = ("Mina", "Jun", "어머니", "Sam")
_QUIET_MONTH = 9
_NOTES = (
    "A long walk before work.",
    "Rain all day, soup in the evening.",
    "점심에 햇볕을 좀 쬐었다.",
    "Too many calls, too little said.",
    "오랜만에 푹 잤다.",
    "The train was late and I read half a book.",
    "엄마 목소리를 들으니 좋았다.",
    "Could not find the words, stayed with it anyway.",
)
_WORDS = (
    "I think it is Mina. It has been her for years.",
    "요즘은 말보다 글이 편하다.",
    "Mostly the phone, and then too late to call anyone.",
    "준이랑 걷던 길이 자꾸 생각난다.",
)


@dataclass(frozen=True)
class DemoCheckIn:
    """One invented prompt. `answers` is empty for one that nobody answered; `people` are places in DEMO_PEOPLE."""

    slot: Slot
    question: Question | None
    answers: tuple[tuple[StepAnswer, datetime], ...]


@dataclass
class _Day:
    """How an invented day is: `mood` 1.0-5.0, `closeness` 0-100."""

    mood: float = 3.4
    closeness: float = 62.0


def demo_check_ins(bank: Bank, last_day: date, days: int, zone: str, check_ins: int = 3) -> Iterator[DemoCheckIn]:
    """`days` invented days up to and with `last_day`, oldest first."""
    random, state = Random(f"{DEMO_SEED}:{days}"), _Day()
    asked: list[AskedQuestion] = []
    for offset in range(days - 1, -1, -1):
        day = last_day - timedelta(days=offset)
        quiet = day.month == _QUIET_MONTH
        state.mood += random.gauss(0, 0.45) + ((2.5 if quiet else 3.5) - state.mood) * 0.22
        state.mood = min(4.9, max(1.1, state.mood))
        state.closeness += random.gauss(0, 9) + ((34 if quiet else 64) - state.closeness) * 0.25
        state.closeness = min(98.0, max(3.0, state.closeness))
        if random.random() < 0.04:
            continue
        for slot in plan_day(day, zone, Hours(), check_ins, DEMO_SEED):
            check_in = _check_in(bank, slot, state, asked, random, quiet=quiet)
            if check_in.question is not None:
                asked.append(AskedQuestion(day, check_in.question.id, check_in.question.dimension))
                del asked[:-80]
            yield check_in


def _check_in(
    bank: Bank, slot: Slot, state: _Day, asked: list[AskedQuestion], random: Random, *, quiet: bool
) -> DemoCheckIn:
    if random.random() > 0.82:
        return DemoCheckIn(slot, None, ())
    mood = min(5, max(1, round(state.mood + random.gauss(0, 0.6))))
    question = choose_question(bank, slot.kind, slot.plan_day, asked, DEMO_SEED, after_heavy=mood == HEAVIEST_MOOD)
    moment = slot.planned_at + timedelta(seconds=random.randint(5, 240))
    answers: list[StepAnswer] = []
    if slot.kind is not PromptKind.WEEK:
        note = random.choice(_NOTES) if random.random() < 0.12 else ""
        answers.append(StepAnswer(StepName.MOOD, StepName.MOOD, Dimension.MOOD, value=mood, note=note))
    if slot.kind is PromptKind.EVENING:
        connected = min(100, max(0, round(state.closeness + random.gauss(0, 8))))
        answers.append(StepAnswer(StepName.CONNECTED, StepName.CONNECTED, Dimension.CONNECTION, value=connected))
        answers.append(_heard(question, random, quiet=quiet))
    else:
        answers.append(_answer(question, state, random))
    timed = tuple((answer, moment + timedelta(seconds=4 * index)) for index, answer in enumerate(answers))
    return DemoCheckIn(slot, question, timed)


def _heard(question: Question, random: Random, *, quiet: bool) -> StepAnswer:
    weights = (8, 10, 12, 55, 15) if quiet else (30, 16, 14, 32, 8)
    how = random.choices(tuple(HeardHow), weights)[0]
    people = (random.choices(range(len(DEMO_PEOPLE)), (5, 4, 3, 1))[0],) if how in HEARD_BY_SOMEONE else ()
    return StepAnswer(StepName.HEARD, question.id, question.dimension, choice=how, people=people)


def _answer(question: Question, state: _Day, random: Random) -> StepAnswer:
    def answer(**given: object) -> StepAnswer:
        return StepAnswer(StepName.QUESTION, question.id, question.dimension, **given)  # type: ignore[arg-type]

    if question.answer is AnswerType.SCALE:
        level = 100 - state.closeness if question.dimension is Dimension.LONELINESS else state.closeness
        return answer(value=min(100, max(0, round(level + random.gauss(0, 12)))))
    if question.answer is AnswerType.CHOICE:
        return answer(choice=random.choice(question.choices).id)
    if question.answer is AnswerType.PEOPLE:
        return answer(people=(random.randrange(len(DEMO_PEOPLE)),))
    return answer(words=random.choice(_WORDS))
