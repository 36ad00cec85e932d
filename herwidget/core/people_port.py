"""What the list of people asks of the journal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from herwidget.core.people import Person
from herwidget.core.reach import Reach


class NameTaken(ValueError):
    """Somebody else has this name, on the list or put away; nothing was kept."""

    def __init__(self, name: str, *, put_away: bool) -> None:
        super().__init__(name)
        self.name, self.put_away = name, put_away


@dataclass(frozen=True)
class NewPerson:
    """Somebody to be put on the list, and how to reach them where that is known."""

    name: str
    reach: Reach | None = None


class PeopleJournal(Protocol):
    """The journal as the list of people reads and mends it. Every method may raise JournalError."""

    def people(self) -> Sequence[Person]:
        """The people on the list, in its order."""

    def people_put_away(self) -> Sequence[Person]:
        """Those put away, the last one first."""

    def add_people(self, people: Sequence[NewPerson], at: datetime) -> Sequence[Person]:
        """Put people at the end of the list, all of them or none; those put away come back to where they were.

        Raises:
            NameTaken: one is on the list already, or named twice.
            ValueError: a name is empty, or `check_reach` does not take an address.
        """

    def change_person(self, person: Person) -> None:
        """Keep the new name and reach of the person with this id.

        Raises:
            LookupError: there is none.
            NameTaken: somebody else has the name.
            ValueError: the name is empty, or `check_reach` does not take the address.
        """

    def put_away(self, person_id: int, at: datetime) -> None:
        """Take a person off the list; the answers keep them.

        Raises:
            LookupError: there is none on the list with this id.
        """

    def take_back(self, person_id: int) -> None:
        """Put a person back on the list, where they were.

        Raises:
            LookupError: there is none put away with this id.
        """

    def move(self, person_id: int, position: int) -> None:
        """Put a person at a place of the list, from 0; one beyond its end is its end.

        Raises:
            LookupError: there is none on the list with this id.
        """

    def state(self) -> Mapping[int, object]:
        """All that is kept of each person, by id, to be compared and to be put back."""

    def put_back(self, state: Mapping[int, object | None]) -> None:
        """Make the journal hold exactly this of these people; None is nobody.

        Raises:
            ValueError: it does not go with what the journal holds otherwise.
        """
