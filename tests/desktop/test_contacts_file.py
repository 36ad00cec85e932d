"""Address books of several makers: whom they tell of, and that nothing of them stops the rest or is written down."""

import logging
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from herwidget.core.contacts import Contacts, ContactsError, ContactsTrouble, ImportedPerson
from herwidget.core.people import ReachKind
from herwidget.core.reach import Reach, check_reach
from herwidget.desktop import contacts_file
from herwidget.desktop.contacts_file import read_contacts
from tests.desktop.vcards import APPLE, GOOGLE, OLD_PHONE, OUTLOOK, VERSION_4

EMAIL, PHONE, LINK = ReachKind.EMAIL, ReachKind.PHONE, ReachKind.LINK


def told(path: Path, text: str | bytes) -> Contacts:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_contacts(path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "contacts.vcf"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_apple(file: Path, line_end: str) -> None:
    contacts = told(file, APPLE.replace("\n", line_end))
    assert contacts == Contacts(
        (
            ImportedPerson(
                "Mina Kim, PhD",
                (
                    Reach(PHONE, "+82 2 123 4567"),
                    Reach(PHONE, "+82 10-1234-5678"),
                    Reach(EMAIL, "mina@example.org"),
                    Reach(EMAIL, "m.kim@work.example"),
                    Reach(LINK, "https://mina.example/a,b?c=d;e"),
                ),
            ),
            ImportedPerson("박지은", (Reach(PHONE, "010-2222-3333"),)),
        )
    )
    assert contacts.people[0].reach == Reach(PHONE, "+82 2 123 4567")


def test_google(file: Path) -> None:
    assert told(file, GOOGLE) == Contacts(
        (
            ImportedPerson("어머니", (Reach(PHONE, "010-9876-5432"),)),
            ImportedPerson("이준호", (Reach(LINK, "http://www.google.com/profiles/1"),)),
            ImportedPerson("Bakery Bread", (Reach(PHONE, "02 555 1234"),)),
        ),
        unreadable=1,
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_outlook(file: Path, line_end: str) -> None:
    assert told(file, OUTLOOK.replace("\n", line_end)) == Contacts(
        (
            ImportedPerson("김민아", (Reach(PHONE, "010-1111-2222"), Reach(EMAIL, "mina@example.org"))),
            ImportedPerson("Zoë", (Reach(PHONE, "+44 (0)20 7946 0018"),)),
            ImportedPerson("최"),
        )
    )


def test_an_old_telephone(file: Path) -> None:
    assert told(file, OLD_PHONE) == Contacts((ImportedPerson("홍길동", (Reach(PHONE, "01012345678"),)),))


def test_version_4(file: Path) -> None:
    assert told(file, VERSION_4) == Contacts(
        (
            ImportedPerson(
                "Søren Åkesson",
                (
                    Reach(PHONE, "+46-70-123-4567"),
                    Reach(PHONE, "+46-8-123-4567"),
                    Reach(EMAIL, "søren@exempel.example"),
                    Reach(LINK, "xmpp:soren@chat.example"),
                ),
            ),
        )
    )


CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEND:VCARD\n"


@pytest.mark.parametrize(
    "data",
    [
        CARD.format(name="René 미나").encode("utf-8-sig"),
        CARD.format(name="René 미나").encode("utf-16"),
        CARD.format(name="René").encode("cp1252"),
        CARD.format(name="미나").encode("euc-kr"),
    ],
)
def test_whatever_the_encoding(file: Path, data: bytes) -> None:
    (person,) = told(file, data).people
    assert person.name in ("René 미나", "René", "미나")


def test_cards_of_different_encodings_and_a_line_broken_within_a_letter(file: Path) -> None:
    lines = CARD.format(name="어머니").encode()
    place = lines.index("머".encode()) + 1
    broken = lines[:place] + b"\r\n " + lines[place:]
    contacts = told(file, broken + OLD_PHONE + CARD.format(name="René").encode("cp1252"))
    assert [person.name for person in contacts.people] == ["어머니", "홍길동", "René"]


def test_cards_of_one_name_are_one_person(file: Path) -> None:
    cards = "BEGIN:VCARD\nFN:{}\nTEL:010-1111-2222\nEND:VCARD\nBEGIN:VCARD\nFN:{}\nTEL:{}\nEND:VCARD"
    (person,) = told(file, cards.format("미나", "\u1106\u1175\u1102\u1161", "010-3333-4444")).people
    assert person == ImportedPerson("미나", (Reach(PHONE, "010-1111-2222"), Reach(PHONE, "010-3333-4444")))


def test_a_broken_card_takes_none_of_the_others_along(file: Path) -> None:
    broken = "BEGIN:VCARD\nFN:Jun\nTEL;TYPE=CELL:010"
    odd = "BEGIN:VCARD\nthis is no line\nFN;CHARSET=klingon;ENCODING=QUOTED-PRINTABLE:=EA\nN:Sam;\nEND:VCARD\n"
    contacts = told(file, CARD.format(name="Mina") + broken + "\n" + odd + CARD.format(name="Zoë") + broken)
    assert [person.name for person in contacts.people] == ["Mina", "Sam", "Zoë"]
    assert contacts.unreadable == 2


@pytest.mark.parametrize(
    ("line", "reaches"),
    [
        ("URL:javascript:alert(1)", ()),
        ("URL:file:///etc/passwd", ()),
        ("EMAIL:mina@example.org?bcc=x@example.org", ()),
        ("EMAIL:a@example.org\\nBcc: b@example.org", ()),
        ("TEL:call me", ()),
        ("TEL:112;body=x", ()),
        ("EMAIL:Mina <mina@example.org>", ()),
        ("URL:mina.example", (Reach(LINK, "https://mina.example"),)),
    ],
)
def test_an_address_that_cannot_be_opened_safely_is_left_out(file: Path, line: str, reaches: tuple[Reach, ...]) -> None:
    (person,) = told(file, f"BEGIN:VCARD\nFN:Mina\n{line}\nEND:VCARD\n").people
    assert person.reaches == reaches


@pytest.mark.parametrize(
    ("name", "kept"),
    [("a\\nb", "a b"), ("\u202eanim", "anim"), ("x\x07y", "xy"), ("👩‍🚀 Zoë", "👩‍🚀 Zoë"), ("m" * 500, "m" * 120)],
)
def test_a_name_is_one_line(file: Path, name: str, kept: str) -> None:
    (person,) = told(file, CARD.format(name=name)).people
    assert person.name == kept


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"\x89PNG\r\n\x1a\n\x00\xff", b"name,phone\nMina,010", b"BEGIN:VCARD\nFN:x"]
)
def test_a_file_without_a_card_is_told(file: Path, data: bytes) -> None:
    with pytest.raises(ContactsError) as error:
        told(file, data)
    assert error.value.trouble is ContactsTrouble.NO_CARDS


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    for path in (tmp_path / "nothing.vcf", tmp_path):
        with pytest.raises(ContactsError) as error:
            read_contacts(path)
        assert error.value.trouble is ContactsTrouble.UNREACHABLE and error.value.reason
    monkeypatch.setattr(contacts_file, "LARGEST_FILE", 10)
    with pytest.raises(ContactsError) as error:
        told(file, APPLE)
    assert error.value.trouble is ContactsTrouble.TOO_LARGE


def test_nothing_of_an_address_book_is_logged(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        told(file, "BEGIN:VCARD\nsecret without a colon\nFN;CHARSET=x;ENCODING=QUOTED-PRINTABLE:=F\nN:Mina\nEND:VCARD")
    assert not caplog.records


LINES = st.lists(
    st.one_of(
        st.sampled_from([*APPLE.splitlines(), *OUTLOOK.splitlines(), *VERSION_4.splitlines()]),
        st.text(max_size=30),
        st.builds(
            "{}{}:{}".format,
            st.sampled_from(["N", "FN", "TEL", "EMAIL", "URL", "ORG", "item1.N"]),
            st.text(),
            st.text(),
        ),
    ),
    max_size=20,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(LINES)
def test_whatever_stands_in_a_file_is_read_or_told(file: Path, lines: list[str]) -> None:
    try:
        text = "\n".join(["BEGIN:VCARD", *lines, "END:VCARD", "BEGIN:VCARD", "FN:Last", "END:VCARD"])
        contacts = told(file, text.encode("utf-8", "surrogatepass"))
    except ContactsError:
        return
    for person in contacts.people:
        assert person.name == person.name.strip() and "\n" not in person.name
        assert all(check_reach(reach.kind, reach.address) is None for reach in person.reaches)
