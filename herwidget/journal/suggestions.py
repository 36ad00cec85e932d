"""Suggestions to reach out: what was shown, what the person did with it, and whether it was asked what became of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from herwidget.core.prompts import StepName
from herwidget.core.questions import Outcome
from herwidget.core.suggestion import OUTCOME_DAYS, REACHED_OUT, Suggestion, SuggestionAnswer
from herwidget.journal.journal import Journal
from herwidget.journal.rows import listed, optional_moment, to_moment, to_text

if TYPE_CHECKING:
    from herwidget.core.first_lines import Register

# The outcome is the check-in's own answer: an edit or a removal of that one is an edit of the outcome.
_SUGGESTIONS = (
    "SELECT suggestions.*, answers.choice AS outcome, answers.value AS left_value FROM suggestions "
    f"LEFT JOIN answers ON answers.prompt_id = suggestions.asked_in AND answers.step = '{StepName.REACHED}'"
)
_LEFT = range(1, 6)


class JournalSuggestions:
    """The suggestions of an open journal. Every method may raise JournalError; what was kept before stays."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def add(self, day: date, made_at: datetime, person: int | None, *, by_hand: bool) -> Suggestion:
        """Keep that a suggestion is shown, on the local `day`."""
        with self._journal.change() as connection:
            suggestion_id = connection.execute(
                "INSERT INTO suggestions (day, made_at, person_id, by_hand, language, register) "
                "VALUES (?, ?, ?, ?, '', '')",
                (day.isoformat(), to_text(made_at), person, int(by_hand)),
            ).lastrowid
        assert suggestion_id is not None
        return Suggestion(suggestion_id, day, made_at, person, by_hand)

    def answer(
        self,
        suggestion_id: int,
        answer: SuggestionAnswer,
        at: datetime,
        person: int | None,
        language: str = "",
        register: Register | None = None,
    ) -> None:
        """Keep what the person did with a suggestion, and with whom; in place of what was kept before."""
        with self._journal.change() as connection:
            connection.execute(
                "UPDATE suggestions SET answer = ?, answered_at = ?, person_id = ?, language = ?, register = ? "
                "WHERE id = ?",
                (answer.value, to_text(at), person, language, register.value if register else "", suggestion_id),
            )

    def since(self, day: date = date.min) -> Sequence[Suggestion]:
        """The suggestions of the local `day` and after, oldest first."""
        return self._journal.read(
            _to_suggestion,
            f"{_SUGGESTIONS} WHERE day >= ? ORDER BY made_at, suggestions.id",
            day.isoformat(),
        )

    def to_ask(self, today: date) -> Suggestion | None:
        """The newest one whose outcome is still to be asked: acted upon, not too long ago, its person on the list."""
        found = self._journal.read(
            _to_suggestion,
            f"{_SUGGESTIONS} JOIN people ON people.id = suggestions.person_id WHERE people.put_away_at IS NULL "
            f"AND suggestions.answer IN ({listed(REACHED_OUT)}) AND asked_at IS NULL AND day >= ? "
            "ORDER BY made_at DESC, suggestions.id DESC LIMIT 1",
            (today - timedelta(days=OUTCOME_DAYS)).isoformat(),
        )
        return found[0] if found else None

    def asked_in(self, prompt_id: int) -> Suggestion | None:
        """The one whose outcome was asked in a prompt."""
        found = self._journal.read(_to_suggestion, f"{_SUGGESTIONS} WHERE asked_in = ? LIMIT 1", prompt_id)
        return found[0] if found else None

    def mark_asked(self, suggestion: Suggestion, prompt_id: int, at: datetime) -> None:
        """Keep that the outcome was asked in a prompt; the person's earlier suggestions are then not asked either."""
        with self._journal.change() as connection:
            connection.execute(
                "UPDATE suggestions SET asked_at = ?, asked_in = ? WHERE id = ?",
                (to_text(at), prompt_id, suggestion.id),
            )
            connection.execute(
                "UPDATE suggestions SET asked_at = ? WHERE person_id = ? AND asked_at IS NULL AND made_at <= ?",
                (to_text(at), suggestion.person, to_text(suggestion.made_at)),
            )

    def new_usuals(self) -> Sequence[date]:
        """The days from which on the usual is learned anew, oldest first."""
        days = self._journal.read(lambda row: _day_or_none(row["day"]), "SELECT day FROM new_usuals ORDER BY day")
        return tuple(day for day in days if day is not None)

    def add_new_usual(self, day: date, at: datetime) -> None:
        """Learn the usual anew from a day on."""
        with self._journal.change() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO new_usuals (day, said_at) VALUES (?, ?)", (day.isoformat(), to_text(at))
            )

    def remove_new_usual(self, day: date) -> None:
        """Take that back."""
        with self._journal.change() as connection:
            connection.execute("DELETE FROM new_usuals WHERE day = ?", (day.isoformat(),))


def _day_or_none(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


# Any SQLite tool may have written into the file: a word that Herwidget itself would not write is none.
def _to_suggestion(row: sqlite3.Row) -> Suggestion:
    # Read with the first suggestion: the start can do without.
    from herwidget.core.first_lines import Register

    answer, register, outcome, left = row["answer"], row["register"], row["outcome"], row["left_value"]
    return Suggestion(
        id=row["id"],
        day=date.fromisoformat(row["day"]),
        made_at=to_moment(row["made_at"]),
        person=row["person_id"],
        by_hand=bool(row["by_hand"]),
        answer=SuggestionAnswer(answer) if answer in tuple(SuggestionAnswer) else None,
        language=row["language"],
        register=Register(register) if register in tuple(Register) else None,
        asked_at=optional_moment(row["asked_at"]),
        outcome=Outcome(outcome) if outcome in tuple(Outcome) else None,
        left=left if left in _LEFT else None,
    )
