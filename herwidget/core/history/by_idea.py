"""Words by the essay's idea behind their question."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from herwidget.core.history.records import Entry
from herwidget.core.questions import Bank, Idea


@dataclass(frozen=True)
class IdeaGroup:
    """The entries of one idea, newest first; `idea` is None for notes beside a mood and other fixed steps."""

    idea: Idea | None
    entries: tuple[Entry, ...]


def by_idea(entries: Iterable[Entry], bank: Bank) -> list[IdeaGroup]:
    """The entries in groups, in the bank's order of ideas; those of no known question come last."""
    ideas = {question.id: question.idea.id for question in bank.questions}
    groups: defaultdict[str | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[ideas.get(entry.answer.question_id)].append(entry)
    order = [(idea, groups.get(idea.id, [])) for idea in bank.ideas.values()] + [(None, groups.get(None, []))]
    return [IdeaGroup(idea, _newest_first(those)) for idea, those in order if those]


def _newest_first(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.moment, entry.id), reverse=True))
