"""`kill -9` at any moment takes nothing that was acknowledged."""

import random
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from herwidget.journal.journal import Journal
from tests.journal.children import Child, KillMoments, spin
from tests.journal.examples import LONG_AGO, NOW, SEOUL, all_words, ask, say
from tests.journal.writing import PEOPLE, answer_until_step, entry, open_until_killed, write_until_killed

ROUNDS = 200
MORE_ROUNDS = 60

Acknowledged = tuple[int, int, int]  # (prompt or round, entry's number, answers of it)


def test_a_kill_while_writing_loses_nothing_acknowledged(path: Path) -> None:
    kept: dict[int, Acknowledged] = {}
    for round_ in range(ROUNDS):
        acknowledged = _acknowledged_until_killed(path, round_)
        for prompt_id, number, answers in acknowledged:
            kept[prompt_id] = (round_, number, answers)
        if round_ % 3 == 2:  # otherwise the next child finds the file as the kill left it
            journal = Journal(path)
            assert journal.check() == "ok"
            for prompt_id in {prompt_id for prompt_id, _, _ in acknowledged}:
                _assert_kept(journal, prompt_id, kept[prompt_id])
            journal.close()
    journal = Journal(path)
    assert journal.check() == "ok"
    for prompt_id, wanted in kept.items():
        _assert_kept(journal, prompt_id, wanted)
    prompts = journal.prompts_since(LONG_AGO)
    assert kept.keys() <= {prompt.id for prompt in prompts}
    assert len(prompts) <= len(kept) + ROUNDS  # at most one a round was kept and killed before it could say so
    journal.close()
    assert list(path.parent.iterdir()) == [path]


def test_a_kill_while_the_journal_is_made_leaves_one_that_opens(tmp_path: Path) -> None:
    moments = KillMoments(seed=7)
    for round_ in range(MORE_ROUNDS):
        path = tmp_path / str(round_) / "journal.sqlite"
        child = Child(open_until_killed, path)
        assert child.pipe.recv() == "now"
        moments.wait()
        child.kill()
        moments.came(late="made" in list(_rest(child)))
        assert child.end() == -signal.SIGKILL
        journal = Journal(path)
        assert journal.check() == "ok"
        say(journal, "안녕")
        assert all_words(journal) == ["안녕"]
        journal.close()


def test_a_kill_within_an_answer_leaves_the_earlier_or_the_new_one_whole(path: Path) -> None:
    before, after = entry(0, 0)[0], entry(0, 1)[0]
    journal = Journal(path)
    for name in PEOPLE:
        journal.add_person(name, NOW)
    prompt_id = ask(journal).id
    journal.save_answer(prompt_id, before, NOW, SEOUL)
    journal.close()
    step = 1
    while _died(Child(answer_until_step, path, prompt_id, after, step)):
        journal = Journal(path)
        assert journal.check() == "ok"
        assert journal.answers_of(prompt_id) in ((before,), (after,))
        journal.close()
        step += 1 + step // 10
    assert step > 100
    journal = Journal(path)
    assert journal.answers_of(prompt_id) == (after,)
    journal.close()


def _died(child: Child) -> bool:
    code = child.end()
    assert code in (0, -signal.SIGKILL)
    return code != 0


def _acknowledged_until_killed(path: Path, round_: int) -> list[Acknowledged]:
    chance = random.Random(round_)
    child = Child(write_until_killed, path, round_)
    acknowledged: list[Acknowledged] = [child.pipe.recv() for _ in range(chance.randint(1, 25))]
    spin(chance.uniform(0, 0.003))
    child.kill()
    acknowledged.extend(_rest(child))
    assert child.end() == -signal.SIGKILL
    return acknowledged


def _rest(child: Child) -> Iterator[Any]:
    try:
        while True:
            yield child.pipe.recv()
    except (EOFError, ConnectionResetError):
        return


def _assert_kept(journal: Journal, prompt_id: int, wanted: Acknowledged) -> None:
    """What was acknowledged is there, and what was not is either there as it was meant or not at all."""
    round_, number, acknowledged = wanted
    answers = journal.answers_of(prompt_id)
    assert acknowledged <= len(answers) <= acknowledged + 1
    assert answers == entry(round_, number)[: len(answers)]
    assert (journal.prompt(prompt_id).answered_at is not None) is bool(answers)
