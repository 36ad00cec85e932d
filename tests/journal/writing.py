"""What a child writes until it is killed: entry `number` of round `round_`, always the same for the same pair."""

import os
import random
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from herwidget.core.prompts import StepAnswer, StepName
from herwidget.journal.journal import Journal
from tests.journal.examples import NOW, SEOUL, ask

PEOPLE = ("민지", "Ana", "🦊")


def entry(round_: int, number: int) -> tuple[StepAnswer, ...]:
    """The answers of one check-in; now and then they are long, so that they fill many pages."""
    chance = random.Random(f"{round_}/{number}")
    length = chance.choice([0, 3, 40, 40, 400, 9000])
    words = f"{round_}/{number} " + "".join(chance.choices("가나다라🎈abc \n", k=length))
    people = tuple(chance.sample(range(1, len(PEOPLE) + 1), chance.randrange(len(PEOPLE) + 1)))
    mood = StepAnswer(StepName.MOOD, "mood", "mood", chance.randint(1, 5), people=people, words=words)
    return mood, StepAnswer(StepName.QUESTION, f"q-{number}", "connection", choice="yes", note=words[::-1])


def write_until_killed(acknowledgements: Connection, path: Path, round_: int) -> None:
    """Acknowledge each method after it has returned, as (prompt, entry's number, answers kept of it)."""
    journal = Journal(path)
    for name in PEOPLE[len(journal.people()) :]:
        journal.add_person(name, NOW)
    number = 0
    while True:
        prompt_id = ask(journal).id
        acknowledgements.send((prompt_id, number, 0))
        for kept, answer in enumerate(entry(round_, number), start=1):
            journal.save_answer(prompt_id, answer, NOW, SEOUL)
            acknowledgements.send((prompt_id, number, kept))
        number += 1


def open_until_killed(acknowledgements: Connection, path: Path) -> None:
    """Say so, then make the journal and say that it is made."""
    acknowledgements.send("now")
    Journal(path)
    acknowledgements.send("made")
    acknowledgements.recv()


def answer_until_step(_: Connection, path: Path, prompt_id: int, answer: StepAnswer, step: int) -> None:
    """Die at one step of SQLite's own program within the answer's transaction, or end well when it has fewer."""
    journal = Journal(path)
    steps = iter(range(1, step))

    def count() -> None:
        if next(steps, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    journal.connection.set_progress_handler(count, 1)
    journal.save_answer(prompt_id, answer, NOW, SEOUL)
    journal.connection.set_progress_handler(None, 0)
