"""Looking back: what is added, changed, taken out for good, and put back exactly."""

import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herwidget.core.history.ports import HistoryJournal, PromptState
from herwidget.core.history.records import Entry, Period
from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.core.prompts import PromptKind, StepAnswer, StepName
from herwidget.core.questions import HeardHow
from herwidget.journal import checks
from herwidget.journal.history import JournalHistory
from herwidget.journal.journal import Journal
from tests.journal.examples import MINUTE, NOW, SEOUL
from tests.journal.histories import ZONES, contents, heard, live, mood, question, seoul, set_column

EVENING = seoul("2026-03-01 20:00")
DAY = date(2026, 3, 1)
MARCH = (DAY, date(2026, 3, 31))


@pytest.fixture
def history(journal: Journal) -> HistoryJournal:
    """The history of a fresh journal, in Seoul."""
    return JournalHistory(journal, lambda: SEOUL)


@pytest.fixture
def person(journal: Journal) -> int:
    """Somebody to be named."""
    return journal.add_person("민지", NOW).id


# Adding


def test_an_added_entry_is_kept_as_lived_then_and_written_now(
    journal: Journal, history: HistoryJournal, person: int
) -> None:
    answers = [mood(4, "말"), heard("call", person)]
    prompt = journal.prompt(history.add_entry(answers, EVENING, SEOUL, NOW))
    assert (prompt.kind, prompt.plan_day, prompt.slot, prompt.zone) == (PromptKind.DAY, DAY, None, SEOUL)
    assert prompt.planned_at == prompt.answered_at == prompt.closed_at == EVENING
    assert (prompt.shown_at, prompt.question_id, prompt.open, prompt.put_off) == (None, None, False, False)
    assert list(history.entries_of(DAY)) == [
        Entry(number, prompt.id, answer, EVENING, SEOUL, DAY, NOW) for number, answer in enumerate(answers, 1)
    ]
    assert [row["local_hour"] for row in journal.rows("SELECT local_hour FROM answers")] == [20, 20]
    assert history.check_in_count() == 1


@pytest.mark.parametrize("zone", ZONES)
def test_an_added_entry_has_the_day_and_hour_of_its_zone(journal: Journal, history: HistoryJournal, zone: str) -> None:
    history.add_entry([mood()], datetime(2026, 11, 23, 10, 40, tzinfo=UTC), zone, NOW)
    row = journal.rows("SELECT local_day, local_hour FROM answers")[0]
    expected = {
        "Asia/Seoul": ("2026-11-23", 19),
        "America/New_York": ("2026-11-23", 5),
        "Asia/Kathmandu": ("2026-11-23", 16),
        "Pacific/Kiritimati": ("2026-11-24", 0),
        "Pacific/Pago_Pago": ("2026-11-22", 23),
    }
    assert tuple(row) == expected[zone]


def test_a_question_looked_back_on_counts_as_put_that_day(journal: Journal, history: HistoryJournal) -> None:
    prompt = history.add_entry([mood(), question("yes", "presence")], EVENING, SEOUL, NOW)
    assert journal.prompt(prompt).question_id == "1a-near"
    assert [(asked.day, asked.dimension) for asked in journal.asked_since(DAY)] == [(DAY, "presence")]


@pytest.mark.parametrize(
    ("answers", "zone"),
    [
        ([], SEOUL),
        ([mood(), replace(mood(), value=None, step=StepName.HEARD, words=" \n")], SEOUL),
        ([mood(), mood(4)], SEOUL),
        ([mood(people=(99,))], SEOUL),
        ([mood(words="half \ud83c")], SEOUL),
        ([mood()], "Mars/Olympus"),
        ([mood()], "Asia"),
        ([mood()], ""),
    ],
    ids=["nothing", "one empty", "a step twice", "an unknown person", "half an emoji", "no zone", "a folder", "empty"],
)
def test_an_entry_that_cannot_be_is_refused_whole(
    journal: Journal, history: HistoryJournal, answers: list[StepAnswer], zone: str
) -> None:
    before = contents(journal)
    with pytest.raises(ValueError):
        history.add_entry(answers, EVENING, zone, NOW)
    assert contents(journal) == before


# Changing


def test_all_of_an_answer_can_be_changed_but_what_it_answers(
    journal: Journal, history: HistoryJournal, person: int
) -> None:
    other = journal.add_person("Ana", NOW).id
    live(journal, EVENING, mood(2, "하나", (person,)), question("x"))
    entry, untouched = history.entries_of(DAY)
    answer = StepAnswer(StepName.HEARD, "q", "d", 5, "call", (other, person), "둘", "메모")
    history.change_answer(entry, answer, EVENING + MINUTE)
    changed = replace(answer, step=StepName.MOOD, question_id="mood", dimension="mood")
    assert list(history.entries_of(DAY)) == [untouched, replace(entry, answer=changed, moment=EVENING + MINUTE)]


def test_an_answer_moved_over_midnight_changes_its_day_and_hour_in_its_own_zone(
    journal: Journal, history: HistoryJournal
) -> None:
    prompt = history.add_entry([mood()], EVENING, "America/New_York", NOW)
    (entry,) = history.entries_of(DAY)
    history.change_answer(entry, mood(5), EVENING - timedelta(hours=7))
    row = journal.rows("SELECT zone, local_day, local_hour FROM answers")[0]
    assert tuple(row) == ("America/New_York", "2026-02-28", 23)
    moved = journal.prompt(prompt)
    assert moved.answered_at == moved.planned_at == moved.closed_at == EVENING - timedelta(hours=7)
    assert moved.plan_day == date(2026, 2, 28)


def test_a_check_in_that_was_shown_keeps_its_plan_when_an_answer_moves(
    journal: Journal, history: HistoryJournal
) -> None:
    prompt = journal.prompt(live(journal, EVENING, mood(), question("x")))
    history.change_answer(history.entries_of(DAY)[0], mood(5), EVENING - timedelta(days=2))
    assert journal.prompt(prompt.id) == replace(prompt, answered_at=EVENING - timedelta(days=2))
    history.change_answer(history.entries_of(date(2026, 2, 27))[0], mood(5), EVENING + timedelta(days=2))
    assert journal.prompt(prompt.id) == prompt


def test_a_change_of_words_alone_leaves_the_day_as_it_was_lived(journal: Journal, history: HistoryJournal) -> None:
    """Also where the zone is one that this system does not know."""
    live(journal, EVENING, mood())
    (entry,) = history.entries_of(DAY)
    for column, value in (("zone", "Mars/Olympus"), ("local_hour", None)):
        set_column(journal, entry, column, value)
    history.change_answer(entry, mood(words="말"), EVENING)
    assert list(history.entries_of(DAY)) == [replace(entry, answer=mood(words="말"), zone="Mars/Olympus")]
    before = contents(journal)
    with pytest.raises(ValueError, match="Mars/Olympus"):
        history.change_answer(entry, mood(words="x"), EVENING + MINUTE)
    assert contents(journal) == before


def test_an_answer_is_not_changed_into_nothing(journal: Journal, history: HistoryJournal) -> None:
    live(journal, EVENING, mood())
    before = contents(journal)
    for empty in (replace(mood(), value=None), replace(mood(), value=None, words=" ", note="\n")):
        with pytest.raises(ValueError, match="says something"):
            history.change_answer(history.entries_of(DAY)[0], empty, EVENING)
    assert contents(journal) == before


@pytest.mark.parametrize("stale", [{"id": 99}, {"prompt_id": 99}, {"answer": heard("call")}], ids=str)
def test_an_entry_that_is_gone_is_neither_changed_nor_taken_out(
    journal: Journal, history: HistoryJournal, stale: dict[str, object]
) -> None:
    live(journal, EVENING, mood())
    entry = replace(history.entries_of(DAY)[0], **stale)  # type: ignore[arg-type]
    before = contents(journal)
    with pytest.raises(LookupError):
        history.change_answer(entry, mood(5), EVENING)
    with pytest.raises(LookupError):
        history.remove_answer_for_good(entry)
    assert contents(journal) == before


# Taking out for good


def test_the_last_answer_taken_out_unanswers_the_prompt(journal: Journal, history: HistoryJournal, person: int) -> None:
    prompt = live(journal, EVENING, mood(), heard("call", person))
    first, second = history.entries_of(DAY)
    history.remove_answer_for_good(first)
    assert list(history.entries_of(DAY)) == [second]
    assert journal.prompt(prompt).answered_at == EVENING
    history.remove_answer_for_good(second)
    assert journal.prompt(prompt).answered_at is None
    assert journal.prompt(prompt).closed_at == EVENING
    assert contents(journal)["answers"] == contents(journal)["answer_people"] == []
    assert (history.first_day(), history.check_in_count()) == (None, 0)


def test_a_question_looked_back_on_was_never_put_once_it_is_taken_out(
    journal: Journal, history: HistoryJournal
) -> None:
    history.add_entry([question("x")], EVENING, SEOUL, NOW)
    shown = live(journal, EVENING, question("x"))
    journal.record_question(shown, "2b-really", "heard")
    for entry in history.entries_of(DAY):
        history.remove_answer_for_good(entry)
    assert [asked.question_id for asked in journal.asked_since(date(2026, 1, 1))] == ["2b-really"]


def _bytes(path: Path) -> bytes:
    """All that lies in the journal's folder."""
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()))


def _marked(number: int, length: int) -> str:
    return "".join(f"<{number}:{part}>" for part in range(length))


def test_what_is_taken_out_is_in_no_file_any_more(journal: Journal, history: HistoryJournal) -> None:
    """Also of an answer given in other words before, to the first version, which overwrote nothing."""
    chance = Random(11)
    journal.connection.execute("PRAGMA secure_delete = OFF")
    journal.connection.execute("BEGIN")
    prompts = [live(journal, EVENING + number * MINUTE, mood()) for number in range(150)]
    for number, prompt in enumerate([*prompts, *chance.choices(prompts, k=300)]):
        answer = mood(words=_marked(number, chance.choice([2, 5, 20, 90, 300, 900])))
        journal.save_answer(prompt, replace(answer, note=answer.words), EVENING + prompt * MINUTE, SEOUL)
    journal.connection.commit()
    journal.connection.execute("PRAGMA secure_delete = ON")
    entries = list(history.entries_with_words())
    chance.shuffle(entries)
    for entry in entries[:50]:
        assert entry.answer.words.encode() in _bytes(journal.path) or len(entry.answer.words) > 4000
        history.remove_answer_for_good(entry)
    left = {number.decode() for number in re.findall(rb"<(\d+:)", _bytes(journal.path))}
    assert left == {entry.answer.words[1:].split(":")[0] + ":" for entry in entries[50:]}
    assert list(history.entries_with_words()) == sorted(entries[50:], key=lambda entry: entry.moment, reverse=True)
    assert journal.check() == "ok"


@pytest.mark.parametrize("edit", ["change", "undo of an addition", "period"])
def test_words_replaced_or_taken_back_are_gone_too(journal: Journal, history: HistoryJournal, edit: str) -> None:
    secret = "비밀-7f3a"
    if edit == "period":
        history.remove_period(history.add_period(secret, *MARCH).id)
    elif edit == "change":
        live(journal, EVENING, mood(words=secret))
        history.change_answer(history.entries_of(DAY)[0], mood(words="말"), EVENING)
    else:
        history.put_back(history.state_of(history.add_entry([mood(words=secret)], EVENING, SEOUL, NOW)).emptied())
    assert secret.encode() not in _bytes(journal.path)


def test_a_reader_elsewhere_puts_off_only_the_overwriting(journal: Journal, history: HistoryJournal) -> None:
    secret = "비밀-7f3a"
    live(journal, EVENING, mood(words=secret))
    live(journal, EVENING, mood(words="말"))
    first, second = history.entries_of(DAY)
    with closing(sqlite3.connect(journal.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM answers").fetchone() == (2,)
        history.remove_answer_for_good(first)
        assert list(history.entries_of(DAY)) == [second]
        assert reader.execute("SELECT count(*) FROM answers").fetchone() == (2,)
    history.change_answer(second, mood(words="둘"), EVENING)
    assert secret.encode() not in _bytes(journal.path)
    assert journal.connection.execute("PRAGMA busy_timeout").fetchone()[0] == checks.WAIT_FOR_LOCK_SECONDS * 1000


# Putting back


def test_an_answer_whose_number_was_given_again_comes_back_beside_the_new_one(
    journal: Journal, history: HistoryJournal, person: int
) -> None:
    prompt = live(journal, EVENING, mood(2, people=(person,)))
    before = history.state_of(prompt)
    (entry,) = history.entries_of(DAY)
    history.remove_answer_for_good(entry)
    other = live(journal, EVENING + MINUTE, mood(5))
    assert history.entries_of(DAY)[0].id == entry.id
    history.put_back(before)
    assert [each.answer for each in history.entries_of(DAY)] == [mood(2, people=(person,)), mood(5)]
    assert history.state_of(prompt) == before
    assert history.entries_of(DAY)[1].prompt_id == other


def test_the_state_of_a_prompt_that_is_not_there_is_that_it_is_not_there(
    journal: Journal, history: HistoryJournal
) -> None:
    before, absent = contents(journal), history.state_of(1)
    assert history.add_entry([mood()], EVENING, SEOUL, NOW) == absent.prompt_id == 1
    assert history.state_of(1) != absent
    assert history.state_of(1).emptied() == absent
    history.put_back(absent)
    assert contents(journal) == before
    history.put_back(absent)
    assert contents(journal) == before


def test_a_state_is_told_apart_by_every_part_of_it(journal: Journal, history: HistoryJournal, person: int) -> None:
    prompt = live(journal, EVENING, mood(2), heard("call", person))
    states = [history.state_of(prompt)]
    entry, hearing = history.entries_of(DAY)
    edits: list[Callable[[], None]] = [
        lambda: history.change_answer(entry, mood(3), EVENING),
        lambda: history.change_answer(entry, mood(3, people=(person,)), EVENING),
        lambda: history.change_answer(entry, mood(3, people=(person, person)), EVENING),
        lambda: history.change_answer(entry, mood(3, "말"), EVENING),
        lambda: history.change_answer(entry, mood(3, "말"), EVENING + MINUTE),
        lambda: history.remove_answer_for_good(hearing),
        lambda: journal.record_shown(prompt, EVENING + MINUTE),
    ]
    for edit in edits:
        edit()
        states.append(history.state_of(prompt))
    assert not [(one, other) for one in range(8) for other in range(one) if states[one] == states[other]]
    assert "말" not in repr(states)


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """One journal for all examples, with two people and three check-ins."""
    opened = Journal(tmp_path_factory.mktemp("used") / "journal.sqlite")
    one, other = (opened.add_person(name, NOW).id for name in ("민지", "Ana"))
    live(opened, EVENING, mood(2, "하나", (one, other)), question("x", words="말"), heard("call", other))
    live(opened, EVENING + MINUTE, heard("kept"), zone="Pacific/Kiritimati")
    JournalHistory(opened, lambda: SEOUL).add_entry([mood(1), question("y")], EVENING, SEOUL, NOW)
    yield opened
    opened.close()


people = st.lists(st.sampled_from([1, 2]), max_size=3).map(tuple)
some_answer = st.builds(
    StepAnswer,
    step=st.sampled_from(StepName),
    question_id=st.just("q"),
    dimension=st.sampled_from(["mood", "heard"]),
    value=st.none() | st.integers(0, 100),
    choice=st.none() | st.sampled_from(HeardHow),
    people=people,
    words=st.text(max_size=5),
    note=st.text(max_size=5),
)
some_moment = st.integers(-3000, 3000).map(lambda minutes: EVENING + minutes * MINUTE)
add = st.tuples(st.just("add"), st.lists(some_answer, max_size=3), some_moment, st.sampled_from([*ZONES, "Mars"]))
change = st.tuples(st.just("change"), st.integers(0, 5), some_answer, some_moment)
remove = st.tuples(st.just("remove"), st.integers(0, 5))


@settings(deadline=None, max_examples=60)
@given(st.lists(add | change | remove, min_size=1, max_size=4))
def test_whatever_was_edited_can_be_put_back_to_the_last_byte(used: Journal, edits: list[tuple[object, ...]]) -> None:
    history = JournalHistory(used, lambda: SEOUL)
    untouched = contents(used)
    undo: list[tuple[PromptState, dict[str, list[tuple[object, ...]]]]] = []
    for edit in edits:
        before = contents(used)
        try:
            state = _edited(history, edit)
        except (ValueError, LookupError):
            assert contents(used) == before
        else:
            undo.append((state, before))
    for state, before in reversed(undo):
        history.put_back(state)
        assert contents(used) == before
        assert history.state_of(state.prompt_id) == state
    assert contents(used) == untouched


def _edited(history: JournalHistory, edit: tuple[object, ...]) -> PromptState:
    """The state before the edit of the prompt that it touched."""
    name, *arguments = edit
    if name == "add":
        return history.state_of(history.add_entry(*arguments, NOW)).emptied()  # type: ignore[arg-type, call-arg]
    number, *rest = arguments
    assert isinstance(number, int)
    days = history.day_summaries(date(1, 1, 1), date(9999, 12, 31))
    entry = [entry for day in days for entry in history.entries_of(day.day)][number:][:1]
    if not entry:
        raise LookupError(number)
    before = history.state_of(entry[0].prompt_id)
    if name == "change":
        history.change_answer(entry[0], *rest)  # type: ignore[arg-type]
    else:
        history.remove_answer_for_good(entry[0])
    return before


# Periods


def test_periods_come_oldest_first_and_can_be_renamed_moved_removed_and_put_back(history: HistoryJournal) -> None:
    late = history.add_period("시험", date(2026, 3, 5), date(2026, 3, 5))
    early = history.add_period(" In  Lisbon\n", *MARCH)
    assert late == Period(1, "시험", date(2026, 3, 5), date(2026, 3, 5))
    assert early == Period(2, "In Lisbon", *MARCH)
    assert list(history.periods()) == [early, late]
    changed = replace(early, name="부산", first=date(2026, 3, 9))
    history.change_period(replace(changed, name=unicodedata.normalize("NFD", "부산 ")))
    assert list(history.periods()) == [late, changed]
    history.remove_period(late.id)
    history.remove_period(late.id)
    assert list(history.periods()) == [changed]
    history.change_period(late)
    assert list(history.periods()) == [late, changed]


@pytest.mark.parametrize(("name", "days"), [("", MARCH), (" \n\t", MARCH), ("x", MARCH[::-1])])
def test_a_period_has_a_name_and_does_not_end_before_it_begins(
    history: HistoryJournal, name: str, days: tuple[date, date]
) -> None:
    kept = history.add_period("kept", *MARCH)
    with pytest.raises(ValueError, match="period"):
        history.add_period(name, *days)
    with pytest.raises(ValueError, match="period"):
        history.change_period(Period(kept.id, name, *days))
    assert list(history.periods()) == [kept]


# Trouble


@contextmanager
def _locked(journal: Journal) -> Iterator[None]:
    with closing(sqlite3.connect(journal.path, isolation_level=None)) as holder:
        journal.connection.execute("PRAGMA busy_timeout = 10")
        holder.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def _read_only(journal: Journal) -> Iterator[None]:
    journal.connection.execute("PRAGMA query_only = ON")
    yield
    journal.connection.execute("PRAGMA query_only = OFF")


@contextmanager
def _full(journal: Journal) -> Iterator[None]:
    pages = journal.connection.execute("PRAGMA page_count").fetchone()[0]
    journal.connection.execute(f"PRAGMA max_page_count = {pages}")
    yield
    journal.connection.execute("PRAGMA max_page_count = 1000000")


LONG = "외로움 " * 20_000
TROUBLES = [
    (_locked, JournalTrouble.LOCKED),
    (_read_only, JournalTrouble.READ_ONLY),
    (_full, JournalTrouble.FULL),
]


@pytest.mark.parametrize(("trouble", "told"), TROUBLES, ids=[told.value for _, told in TROUBLES])
def test_in_trouble_nothing_is_changed_and_reading_goes_on(
    journal: Journal,
    history: HistoryJournal,
    person: int,
    trouble: Callable[[Journal], AbstractContextManager[None]],
    told: JournalTrouble,
) -> None:
    prompt = live(journal, EVENING, mood(2, people=(person,)))
    (entry,) = history.entries_of(DAY)
    longer = history.state_of(history.add_entry([mood(words=LONG)], EVENING, SEOUL, NOW))
    history.put_back(longer.emptied())
    before, days = contents(journal), history.day_summaries(*MARCH)
    edits: list[Callable[[], object]] = [
        lambda: history.add_entry([mood(), question("x", words=LONG)], EVENING, SEOUL, NOW),
        lambda: history.change_answer(entry, mood(words=LONG), EVENING + MINUTE),
        lambda: history.put_back(longer),
        lambda: history.add_period(LONG, *MARCH),
        lambda: history.change_period(Period(1, LONG, *MARCH)),
    ]
    if told is not JournalTrouble.FULL:  # a removal needs no room
        edits += [lambda: history.remove_answer_for_good(entry), lambda: history.remove_period(1)]
    with trouble(journal):
        for edit in edits:
            with pytest.raises(JournalError) as caught:
                edit()
            assert caught.value.trouble is told
            assert contents(journal) == before
        assert history.day_summaries(*MARCH) == days
    history.change_answer(entry, mood(words=LONG), EVENING)
    assert journal.answers_of(prompt) == (mood(words=LONG),)
    assert journal.check() == "ok"


def test_on_a_full_disk_an_answer_can_be_taken_out_all_the_same(journal: Journal, history: HistoryJournal) -> None:
    live(journal, EVENING, mood(words="비밀-7f3a"))
    with _full(journal):
        history.remove_answer_for_good(history.entries_of(DAY)[0])
    assert not history.entries_of(DAY)
    assert "비밀-7f3a".encode() not in _bytes(journal.path)
