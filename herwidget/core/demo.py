"""A made-up life for the demonstration: believable days, a quieter month, people, notes.

Everything in it is invented. The same seed gives the same life, in either language. Evenings follow who heard the
person, Monday mornings and the ends of weeks have moods of their own, and the last months hold a journey, a removal, a
pause and a week without answers, so that each chart has something to show. Where the detector sees a drift, somebody
was suggested.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from herwidget.core.choosing import choose_question
from herwidget.core.history.ranges import Days
from herwidget.core.planner import plan_day
from herwidget.core.prompts import (
    HEAVIEST_MOOD,
    WARMEST_MOOD,
    AskedQuestion,
    PromptKind,
    Slot,
    StepAnswer,
    StepName,
)
from herwidget.core.questions import HEARD_BY_SOMEONE, AnswerType, Bank, Dimension, HeardHow, Outcome, Question, Text
from herwidget.core.settings import Hours
from herwidget.core.signals.budget import QUIET_DAYS
from herwidget.core.signals.readings import DayReading
from herwidget.core.signals.reasons import SignalState
from herwidget.core.suggestion import SuggestionAnswer

DEMO_SEED = "her"
DEMO_PEOPLE = (Text("Mina", "민아"), Text("Jun", "준"), Text("Mum", "어머니"), Text("Sam", "샘"))
# How often each is told of, and how much lighter the evening is after; without anybody it is a little heavier.
_TOLD_OF = (6, 6, 2, 1)
_LIGHTER_AFTER = (1.2, 0.7, 0.3, 0.0)
_HEAVIER_AFTER_NOBODY = 0.7
_QUIET_MONTH = 9
_MONDAY, _FRIDAY, _SATURDAY = 0, 4, 5
_ANSWERED = 0.9

# Days before the last one: (name, first, last).
_JOURNEY_ZONE = "Europe/Lisbon"
_PERIODS = ((Text("Moving house", "이사"), 79, 68), (Text("Lisbon", "리스본"), 39, 33))
_JOURNEY = (39, 33)
_PAUSE = (20, 19)
# Every year has its week without answers.
_HOLIDAY, _YEAR = (118, 112), 365

# What was done with the suggestions, in turn: (place in DEMO_PEOPLE, answer, outcome, how it left the person).
_SUGGESTED = (
    (0, SuggestionAnswer.WROTE, Outcome.YES, 4),
    (1, SuggestionAnswer.CALLED, Outcome.YES, 5),
    (3, SuggestionAnswer.NOT_NOW, None, None),
    (2, SuggestionAnswer.CALLED, Outcome.NOT_YET, None),
)

_HEAVY_NOTES = (
    Text("Rain all day, soup in the evening.", "하루 종일 비가 왔고, 저녁엔 국을 끓였다."),
    Text("Too many calls, too little said.", "통화는 많았는데 정작 할 말은 못 했다."),
    Text("Could not find the words, stayed with it anyway.", "말이 잘 안 나왔지만 그래도 자리를 지켰다."),
    Text("Slept badly, everything was a little too loud.", "잠을 설쳐서 모든 소리가 조금씩 크게 들렸다."),
    Text("The meeting ran long, and lunch never happened.", "회의가 길어서 밥때를 놓쳤다."),
    Text("Wanted to say something, and laughed it off.", "말하려다가 그냥 웃고 말았다."),
    Text("Came home, and all the lights were out.", "집에 오니 불이 다 꺼져 있었다."),
    Text("Looked at a screen all day.", "하루 종일 화면만 봤다."),
)
_LIGHT_NOTES = (
    Text("A long walk before work.", "출근 전에 오래 걸었다."),
    Text("The train was late and I read half a book.", "기차가 늦어서 책을 반이나 읽었다."),
    Text("Laughed until the soup got cold.", "웃느라 국이 다 식었다."),
    Text("The neighbour's cat let me sit with it.", "옆집 고양이가 곁에 앉게 해 줬다."),
    Text("Sat in the sun for a while at noon.", "점심에 햇볕을 좀 쬐었다."),
    Text("Slept well for the first time in days.", "오랜만에 푹 잤다."),
    Text("It was good to hear Mum's voice.", "엄마 목소리를 들으니 좋았다."),
    Text("The sky was pink on the way home.", "퇴근길에 하늘이 분홍색이었다."),
)
_WORDS = {
    Dimension.REFLECTION: (
        Text("The walk home with Jun, when neither of us said much.", "준이랑 별말 없이 집까지 걸었던 것."),
        Text("Mina asked twice, and the second time I told her.", "민아가 두 번 물어봤고, 두 번째에는 이야기했다."),
        Text("The road I walked with Jun keeps coming back to me.", "준이랑 걷던 길이 자꾸 생각난다."),
        Text("Mum packed me some food, without many words.", "어머니가 별말 없이 반찬을 싸 주신 것."),
        Text("Nothing special, and that was good for once.", "별일 없었는데, 그게 오히려 좋았다."),
    ),
    Dimension.TURNED_TO: (
        Text("Mostly the phone, and then too late to call anyone.", "거의 휴대폰만 보다가 전화하기엔 늦어 버렸다."),
        Text("Writing comes easier than talking these days.", "요즘은 말보다 글이 편하다."),
        Text("I would have cooked, and asked Sam over.", "밥을 해 놓고 샘을 불렀을 것 같다."),
        Text("Put on some music and looked out of the window.", "음악을 틀어 놓고 창밖을 봤다."),
    ),
    Dimension.CONFIDING: (
        Text("I think it is Mina. It has been her for years.", "민아인 것 같다. 몇 년째 그렇다."),
        Text("Sam told me about his father. I was glad he did.", "샘이 아버지 이야기를 해 줬다. 들려줘서 좋았다."),
        Text("I could tell Mina, I think.", "민아에게는 말할 수 있을 것 같다."),
        Text("I do not quite know yet.", "아직은 잘 모르겠다."),
    ),
    Dimension.MOOD: (
        Text("A child waving at the bus.", "버스에 손을 흔들던 아이."),
        Text("The baker put one more in the bag.", "빵집 아저씨가 하나 더 넣어 주셨다."),
        Text("Jun's terrible joke.", "준이의 썰렁한 농담."),
    ),
}


@dataclass(frozen=True)
class DemoCheckIn:
    """One invented prompt. `answers` is empty for one that nobody answered; `people` are places in DEMO_PEOPLE."""

    slot: Slot
    question: Question | None
    answers: tuple[tuple[StepAnswer, datetime], ...]
    zone: str


@dataclass(frozen=True)
class DemoSuggestion:
    """One invented suggestion of a local `day`; `person` is a place in DEMO_PEOPLE, `left` from 1 to 5."""

    day: date
    person: int
    answer: SuggestionAnswer
    outcome: Outcome | None
    left: int | None


@dataclass
class _Day:
    """How an invented day is: `mood` 1.0-5.0, `closeness` 0-100, `sway` how far its moods lie apart."""

    mood: float = 3.2
    closeness: float = 62.0
    sway: float = 0.55
    quiet: bool = False


def demo_people(language: str) -> tuple[str, ...]:
    """The names of the invented people."""
    return tuple(name.of(language) for name in DEMO_PEOPLE)


def demo_check_ins(
    bank: Bank, last_day: date, days: int, zone: str, language: str, check_ins: int = 3
) -> Iterator[DemoCheckIn]:
    """`days` invented days up to and with `last_day`, oldest first; what was written is in `language`."""
    random, state = Random(f"{DEMO_SEED}:{days}"), _Day()
    asked: list[AskedQuestion] = []
    for ago in range(days - 1, -1, -1):
        day = last_day - timedelta(days=ago)
        _go_on(state, random, quiet=day.month == _QUIET_MONTH)
        if random.random() < 0.04 or _is_silent(ago):
            continue
        lived_in = _JOURNEY_ZONE if _within(ago, _JOURNEY) else zone
        for slot in plan_day(day, lived_in, Hours(), check_ins, DEMO_SEED):
            check_in = _check_in(bank, slot, lived_in, language, state, asked, random)
            if check_in.question is not None:
                asked.append(AskedQuestion(day, check_in.question.id, check_in.question.dimension))
                del asked[:-80]
            yield check_in


def demo_periods(last_day: date, days: int, language: str) -> tuple[tuple[str, Days], ...]:
    """The stretches of these days that have a name, oldest first."""
    return tuple((name.of(language), _days(last_day, (first, last))) for name, first, last in _PERIODS if first < days)


def demo_suggestions(states: Iterable[tuple[DayReading, SignalState]]) -> Iterator[DemoSuggestion]:
    """Whom it suggested in an invented life, from what the detector said on each of its days, oldest first."""
    last, made = date.min, 0
    for reading, state in states:
        if state is SignalState.REACH_OUT and (reading.day - last).days >= QUIET_DAYS:
            yield DemoSuggestion(reading.day, *_SUGGESTED[made % len(_SUGGESTED)])
            last, made = reading.day, made + 1


def demo_pauses(last_day: date, days: int) -> tuple[Days, ...]:
    """The whole days of these on which nothing was asked."""
    return (_days(last_day, _PAUSE),) if _PAUSE[0] < days else ()


def _days(last_day: date, ago: tuple[int, int]) -> Days:
    return Days(last_day - timedelta(days=ago[0]), last_day - timedelta(days=ago[1]))


def _within(ago: int, stretch: tuple[int, int]) -> bool:
    return stretch[1] <= ago <= stretch[0]


def _is_silent(ago: int) -> bool:
    """Paused, on holiday, or in the air: on both ends of the journey."""
    return _within(ago, _PAUSE) or _within(ago % _YEAR, _HOLIDAY) or ago in _JOURNEY


def _go_on(state: _Day, random: Random, *, quiet: bool) -> None:
    """From one day to the next."""
    state.quiet = quiet
    state.mood += random.gauss(0, 0.4) + ((2.4 if quiet else 3.3) - state.mood) * 0.22
    state.mood = min(4.7, max(1.2, state.mood))
    state.closeness += random.gauss(0, 9) + ((34 if quiet else 64) - state.closeness) * 0.25
    state.closeness = min(98.0, max(3.0, state.closeness))
    state.sway = 1.3 if random.random() < 0.15 else 0.5


def _check_in(
    bank: Bank, slot: Slot, zone: str, language: str, state: _Day, asked: list[AskedQuestion], random: Random
) -> DemoCheckIn:
    if random.random() > _ANSWERED:
        return DemoCheckIn(slot, None, (), zone)
    how = _how(random, quiet=state.quiet)
    person = random.choices(range(len(DEMO_PEOPLE)), _TOLD_OF)[0] if how in HEARD_BY_SOMEONE else None
    level = state.mood + _of_the_hour(slot, zone)
    if slot.kind is PromptKind.EVENING:
        level += -_HEAVIER_AFTER_NOBODY if person is None else _LIGHTER_AFTER[person]
    mood = min(WARMEST_MOOD, max(HEAVIEST_MOOD, round(level + random.gauss(0, state.sway))))
    question = choose_question(bank, slot.kind, slot.plan_day, asked, DEMO_SEED, after_heavy=mood == HEAVIEST_MOOD)
    moment = slot.planned_at + timedelta(seconds=random.randint(5, 240))
    answers: list[StepAnswer] = []
    if slot.kind is not PromptKind.WEEK:
        note = _one_of(_HEAVY_NOTES if mood < 3 else _LIGHT_NOTES, language, random) if random.random() < 0.12 else ""
        answers.append(StepAnswer(StepName.MOOD, StepName.MOOD, Dimension.MOOD, value=mood, note=note))
    if slot.kind is PromptKind.EVENING:
        connected = _scale(state.closeness + (-8 if person is None else 12), 8, random)
        answers.append(StepAnswer(StepName.CONNECTED, StepName.CONNECTED, Dimension.CONNECTION, value=connected))
        people = () if person is None else (person,)
        answers.append(StepAnswer(StepName.HEARD, question.id, question.dimension, choice=how, people=people))
    else:
        answers.append(_answer(question, language, state, random))
    timed = tuple((answer, moment + timedelta(seconds=4 * index)) for index, answer in enumerate(answers))
    return DemoCheckIn(slot, question, timed, zone)


def _of_the_hour(slot: Slot, zone: str) -> float:
    """How much lighter an hour of the week usually is."""
    weekday, hour = slot.plan_day.weekday(), slot.planned_at.astimezone(ZoneInfo(zone)).hour
    if weekday == _MONDAY and hour < 14:
        return -0.8
    return 0.8 if weekday in (_FRIDAY, _SATURDAY) and hour >= 18 else 0.0


def _how(random: Random, *, quiet: bool) -> HeardHow:
    weights = (7, 8, 10, 58, 17) if quiet else (35, 20, 19, 21, 5)
    return random.choices(tuple(HeardHow), weights)[0]


def _scale(level: float, spread: float, random: Random) -> int:
    return min(100, max(0, round(level + random.gauss(0, spread))))


def _answer(question: Question, language: str, state: _Day, random: Random) -> StepAnswer:
    def answer(**given: object) -> StepAnswer:
        return StepAnswer(StepName.QUESTION, question.id, question.dimension, **given)  # type: ignore[arg-type]

    if question.answer is AnswerType.SCALE:
        level = 100 - state.closeness if question.dimension is Dimension.LONELINESS else state.closeness
        return answer(value=_scale(level, 12, random))
    if question.answer is AnswerType.CHOICE:
        return answer(choice=random.choice(question.choices).id)
    if question.answer is AnswerType.PEOPLE:
        return answer(people=(random.randrange(len(DEMO_PEOPLE)),))
    return answer(words=_one_of(_WORDS.get(question.dimension, _WORDS[Dimension.REFLECTION]), language, random))


def _one_of(texts: Sequence[Text], language: str, random: Random) -> str:
    return random.choice(texts).of(language)
