"""The list of people, and pauses."""

from datetime import timedelta

import pytest

from herwidget.core.asking import Pause
from herwidget.core.people import Person, ReachKind
from herwidget.journal.journal import Journal
from tests.journal.examples import MINUTE, NOW


def test_people_come_in_the_order_they_were_added(journal: Journal) -> None:
    names = ["민지", "Ana María", "👩‍🚀 Zoë", "a\0b"]
    added = [journal.add_person(name, NOW) for name in names]
    assert [person.name for person in added] == names
    assert list(journal.people()) == added


def test_the_same_name_is_the_same_person_however_it_is_spaced(journal: Journal) -> None:
    person = journal.add_person("Ana María", NOW)
    assert journal.add_person("  Ana \t María\n", NOW + MINUTE) == person
    assert journal.people() == (person,)


@pytest.mark.parametrize("name", ["", "   ", "\n\u3000"])
def test_a_person_needs_a_name(journal: Journal, name: str) -> None:
    with pytest.raises(ValueError):
        journal.add_person(name, NOW)
    assert journal.people() == ()


def test_a_person_put_away_is_not_listed_and_comes_back_with_everything_when_added_again(journal: Journal) -> None:
    first = journal.add_person("민지", NOW)
    second = journal.add_person("Ana", NOW)
    with journal.connection as connection:
        connection.execute("UPDATE people SET reach_kind = 'phone', reach = '+82 2 000' WHERE id = ?", (first.id,))
        connection.execute("UPDATE people SET put_away_at = '2026-11-23T00:00:00.000Z' WHERE id = ?", (first.id,))
    assert journal.people() == (second,)
    back = journal.add_person("민지", NOW)
    assert back == Person(first.id, "민지", ReachKind.PHONE, "+82 2 000")
    assert journal.people() == (back, second)


def test_a_pause_holds_until_its_moment(journal: Journal) -> None:
    assert journal.pause(NOW) is None
    journal.start_pause(NOW, NOW + MINUTE)
    assert journal.pause(NOW) == Pause(NOW + MINUTE)
    assert journal.pause(NOW + MINUTE) is None


def test_a_pause_without_an_end_holds_until_it_is_ended(journal: Journal) -> None:
    journal.start_pause(NOW, None)
    assert journal.pause(NOW + timedelta(days=1000)) == Pause(None)
    journal.end_pause(NOW + MINUTE)
    journal.end_pause(NOW + MINUTE)
    assert journal.pause(NOW) is None


def test_a_new_pause_takes_the_place_of_the_one_in_force(journal: Journal) -> None:
    journal.start_pause(NOW, None)
    journal.start_pause(NOW, NOW + MINUTE)
    assert journal.pause(NOW) == Pause(NOW + MINUTE)
    assert journal.pause(NOW + MINUTE) is None
    rows = journal.connection.execute("SELECT count(*) FROM pauses WHERE ended_at IS NULL").fetchone()
    assert rows[0] == 1
