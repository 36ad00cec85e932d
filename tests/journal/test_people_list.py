"""The list of people: added, changed, put away, taken back, moved, and put back exactly as it was."""

import unicodedata
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herwidget.core.people import Person, ReachKind
from herwidget.core.people_port import NameTaken, NewPerson, PeopleJournal
from herwidget.core.reach import Reach
from herwidget.journal.journal import Journal
from herwidget.journal.people import JournalPeople
from tests.journal.examples import MINUTE, NOW
from tests.journal.histories import contents, heard, live, seoul

MAIL = Reach(ReachKind.EMAIL, "mina@example.org")


@pytest.fixture
def people(journal: Journal) -> PeopleJournal:
    """The list of a fresh journal."""
    return JournalPeople(journal)


def add(people: PeopleJournal, *names: str) -> list[Person]:
    return list(people.add_people([NewPerson(name) for name in names], NOW))


def names(people: PeopleJournal) -> list[str]:
    return [person.name for person in people.people()]


def test_people_are_added_at_the_end_with_how_to_reach_them(people: PeopleJournal) -> None:
    add(people, "민지")
    added = people.add_people([NewPerson(" Ana \t María ", MAIL), NewPerson("👩‍🚀 Zoë")], NOW)
    assert [(one.name, one.reach_kind, one.reach) for one in added] == [
        ("Ana María", ReachKind.EMAIL, "mina@example.org"),
        ("👩‍🚀 Zoë", None, ""),
    ]
    assert list(people.people())[1:] == list(added)


@pytest.mark.parametrize(
    "refused",
    [
        NewPerson(" "),
        NewPerson("Sam", Reach(ReachKind.EMAIL, "sam")),
        NewPerson("Sam", Reach(ReachKind.LINK, "javascript:alert(1)")),
        NewPerson("Mina"),
    ],
)
def test_all_are_added_or_none(people: PeopleJournal, refused: NewPerson) -> None:
    add(people, "Mina")
    with pytest.raises(ValueError):
        people.add_people([NewPerson("Jun"), refused], NOW)
    with pytest.raises(NameTaken):
        people.add_people([NewPerson("Jun"), NewPerson("Jun")], NOW)
    assert names(people) == ["Mina"]


def test_an_address_is_kept_as_it_is_opened(people: PeopleJournal) -> None:
    added = people.add_people(
        [
            NewPerson("a", Reach(ReachKind.LINK, " open.kakao.com/o/x ")),
            NewPerson("b", Reach(ReachKind.PHONE, "tel:+82 10-1234-5678")),
        ],
        NOW,
    )
    assert [one.reach for one in added] == ["https://open.kakao.com/o/x", "+82 10-1234-5678"]


def test_a_person_is_changed(people: PeopleJournal) -> None:
    mina, jun = add(people, "Mina", "Jun")
    changed = Person(mina.id, "미나", ReachKind.PHONE, "010-1234-5678")
    people.change_person(changed)
    assert list(people.people()) == [changed, jun]
    people.change_person(Person(mina.id, "미나"))
    assert people.people()[0] == Person(mina.id, "미나")


def test_a_name_in_pieces_is_the_same_name(people: PeopleJournal) -> None:
    mina, jun = add(people, "미나", "Jun")
    pieces = unicodedata.normalize("NFD", "미나")
    with pytest.raises(NameTaken) as taken:
        people.change_person(Person(jun.id, pieces))
    assert (taken.value.name, taken.value.put_away) == ("미나", False)
    people.put_away(mina.id, NOW)
    with pytest.raises(NameTaken) as taken:
        people.change_person(Person(jun.id, " 미나 "))
    assert taken.value.put_away
    people.change_person(Person(mina.id, pieces))
    assert names(people) == ["Jun"]


@pytest.mark.parametrize("name", ["", "  ", "\n\u3000"])
def test_a_changed_person_still_has_a_name(people: PeopleJournal, name: str) -> None:
    (mina,) = add(people, "Mina")
    with pytest.raises(ValueError):
        people.change_person(Person(mina.id, name))
    with pytest.raises(ValueError):
        people.change_person(Person(mina.id, "Mina", ReachKind.PHONE, "call"))
    assert list(people.people()) == [mina]


def test_people_put_away_are_told_and_come_back_to_their_place(people: PeopleJournal) -> None:
    mina, jun, sam = add(people, "Mina", "Jun", "Sam")
    people.put_away(mina.id, NOW)
    people.put_away(jun.id, NOW + MINUTE)
    assert names(people) == ["Sam"]
    assert list(people.people_put_away()) == [jun, mina]
    people.take_back(jun.id)
    assert list(people.people()) == [jun, sam]
    people.take_back(mina.id)
    assert list(people.people()) == [mina, jun, sam]
    assert not people.people_put_away()


def test_someone_put_away_comes_back_by_being_added(people: PeopleJournal) -> None:
    (mina,) = people.add_people([NewPerson("Mina", MAIL)], NOW)
    people.put_away(mina.id, NOW)
    assert list(people.add_people([NewPerson("Mina")], NOW)) == [mina]
    people.put_away(mina.id, NOW)
    number = Reach(ReachKind.PHONE, "010-1234-5678")
    assert list(people.add_people([NewPerson("Mina", number)], NOW)) == [
        Person(mina.id, "Mina", ReachKind.PHONE, "010-1234-5678")
    ]


def test_nobody_is_not_changed(people: PeopleJournal) -> None:
    (mina,) = add(people, "Mina")
    with pytest.raises(LookupError):
        people.change_person(Person(9, "Jun"))
    with pytest.raises(LookupError):
        people.put_away(9, NOW)
    with pytest.raises(LookupError):
        people.take_back(mina.id)
    with pytest.raises(LookupError):
        people.move(9, 0)
    people.put_away(mina.id, NOW)
    with pytest.raises(LookupError):
        people.put_away(mina.id, NOW + timedelta(days=1))
    with pytest.raises(LookupError):
        people.move(mina.id, 0)


@pytest.mark.parametrize(
    ("who", "place", "order"), [(3, 0, "cabd"), (1, 1, "bacd"), (1, 99, "bcda"), (4, -3, "dabc"), (2, 1, "abcd")]
)
def test_people_are_moved(people: PeopleJournal, who: int, place: int, order: str) -> None:
    add(people, "a", "b", "c", "d")
    people.move(who, place)
    assert "".join(names(people)) == order
    add(people, "e")
    assert "".join(names(people)) == order + "e"


def test_what_an_address_was_is_gone_from_the_file(journal: Journal, people: PeopleJournal) -> None:
    (mina,) = people.add_people([NewPerson("Mina", Reach(ReachKind.EMAIL, "never.seen.again@example.org"))], NOW)
    people.change_person(Person(mina.id, "Mina"))
    for file in journal.path.parent.iterdir():
        assert b"never.seen.again" not in file.read_bytes()


def test_somebody_an_answer_names_stays(journal: Journal, people: PeopleJournal) -> None:
    before = people.state()
    (mina,) = add(people, "Mina")
    live(journal, seoul("2026-03-01 20:00"), heard("call", mina.id))
    with pytest.raises(ValueError):
        people.put_back({mina.id: before.get(mina.id)})
    assert names(people) == ["Mina"]


STEPS = st.lists(st.tuples(st.sampled_from("achpm"), st.integers(0, 6), st.integers(0, 6)), max_size=12)


@settings(max_examples=30, deadline=None)
@given(STEPS)
def test_whatever_was_done_is_put_back_exactly(tmp_path_factory: pytest.TempPathFactory, steps: list[tuple]) -> None:  # type: ignore[type-arg]
    journal = Journal(tmp_path_factory.mktemp("people") / "journal.db")
    people = JournalPeople(journal)
    add(people, "a", "b", "c")
    before, kept = contents(journal), people.state()
    for what, one, other in steps:
        try:
            if what == "a":
                people.add_people([NewPerson(f"{other}", MAIL)], NOW)
            elif what == "c":
                people.change_person(Person(one, f"{other}", ReachKind.PHONE, f"010-000{other}"))
            elif what == "h":
                people.put_away(one, NOW)
            elif what == "p":
                people.take_back(one)
            else:
                people.move(one, other)
        except (LookupError, ValueError):
            pass
    people.put_back({person: kept.get(person) for person in {**kept, **people.state()}})
    assert contents(journal) == before
    journal.close()
