"""Addresses as they are typed, and URIs that carry exactly the text: never a second header, never another recipient."""

import unicodedata
from collections.abc import Callable
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.people import ReachKind
from herwidget.core.reach import (
    LINK_SCHEMES,
    ReachProblem,
    as_kept,
    call_uri,
    check_reach,
    guess_kind,
    link_uri,
    mail_uri,
    sms_uri,
)

EMAIL, PHONE, LINK = ReachKind.EMAIL, ReachKind.PHONE, ReachKind.LINK
ANY_TEXT = st.text(st.characters(), max_size=60)
TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=60)
LINES = st.lists(TEXT, max_size=4)


@pytest.mark.parametrize(
    "address",
    [
        "mina@example.org",
        "m.kim+herwidget@mail.example.co.kr",
        "o'neil@example.ie",
        "r&d=?/#%{x}@example.org",
        "미나@한국.kr",
        "Dörte@Sörensen.example.com",
        "अजय@डाटा.भारत",
        "user@xn--3e0b707e.kr",
        "1@1.example",
        "  mina@example.org ",
        "mailto:mina@example.org",
        "\u202amina@example.org\u202c",
    ],
)
def test_email_addresses_of_any_script_are_taken(address: str) -> None:
    assert check_reach(EMAIL, address) is None
    assert guess_kind(address) is EMAIL


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("", ReachProblem.EMPTY),
        ("   ", ReachProblem.EMPTY),
        ("mina", ReachProblem.NOT_EMAIL),
        ("mina@", ReachProblem.NOT_EMAIL),
        ("@example.org", ReachProblem.NOT_EMAIL),
        ("mina@gmail", ReachProblem.NOT_EMAIL),
        ("mina@example..org", ReachProblem.NOT_EMAIL),
        ("mina@-example.org", ReachProblem.NOT_EMAIL),
        ("mina@example.org.", ReachProblem.NOT_EMAIL),
        ("mina@example.org?cc=other@example.org", ReachProblem.NOT_EMAIL),
        ("mina@example.org&bcc=x", ReachProblem.NOT_EMAIL),
        ("mina@1.2.3.4", ReachProblem.NOT_EMAIL),
        (".mina@example.org", ReachProblem.NOT_EMAIL),
        ("mi..na@example.org", ReachProblem.NOT_EMAIL),
        ("mi na@example.org", ReachProblem.NOT_EMAIL),
        ('"mi na"@example.org', ReachProblem.NOT_EMAIL),
        ("Mina <mina@example.org>", ReachProblem.NOT_EMAIL),
        ("a@example.org,b@example.org", ReachProblem.SEVERAL),
        ("a@example.org; b@example.org", ReachProblem.SEVERAL),
        ("mina@example.org\nBcc: x@example.org", ReachProblem.ODD_LETTERS),
        ("mina\r@example.org", ReachProblem.ODD_LETTERS),
        ("mina\x00@example.org", ReachProblem.ODD_LETTERS),
        (f"{'m' * 65}@example.org", ReachProblem.NOT_EMAIL),
        (f"mina@{'m' * 64}.org", ReachProblem.NOT_EMAIL),
        ("m" * 3000, ReachProblem.TOO_LONG),
    ],
)
def test_what_is_no_email_address_is_told(address: str, problem: ReachProblem) -> None:
    assert check_reach(EMAIL, address) is problem


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("010-1234-5678", "01012345678"),
        ("+82 10 1234 5678", "+821012345678"),
        ("(02) 123-4567", "021234567"),
        ("+44 (0)20 7946 0018", "+442079460018"),
        ("555.123.4567", "5551234567"),
        ("112", "112"),
        ("＋８２ １０ １２３４ ５６７８", "+821012345678"),
        ("٠١٠١٢٣٤", "0101234"),
        ("\u202a+82 10‑1234‑5678\u202c", "+821012345678"),
        ("tel:+821012345678", "+821012345678"),
        ("12345678901234567890", "12345678901234567890"),
    ],
)
def test_a_number_is_dialled_by_its_digits(number: str, dialled: str) -> None:
    assert check_reach(PHONE, number) is None
    assert guess_kind(number) is PHONE
    assert call_uri(number) == f"tel:{dialled}"
    assert sms_uri(number) == f"sms:{dialled}"


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        ("", ReachProblem.EMPTY),
        ("call me", ReachProblem.NOT_PHONE),
        ("010-1234-567x", ReachProblem.NOT_PHONE),
        ("82+10", ReachProblem.NOT_PHONE),
        ("++8210", ReachProblem.NOT_PHONE),
        ("1234;ext=5", ReachProblem.NOT_PHONE),
        ("1234?body=x", ReachProblem.NOT_PHONE),
        ("1234,5678", ReachProblem.NOT_PHONE),
        ("*#06#", ReachProblem.NOT_PHONE),
        ("Ⅻ", ReachProblem.NOT_PHONE),
        ("12", ReachProblem.PHONE_LENGTH),
        ("1" * 21, ReachProblem.PHONE_LENGTH),
        ("010\n1234", ReachProblem.ODD_LETTERS),
    ],
)
def test_what_is_no_number_is_told(number: str, problem: ReachProblem) -> None:
    assert check_reach(PHONE, number) is problem


@pytest.mark.parametrize(
    ("link", "uri"),
    [
        ("https://open.kakao.com/o/abc", "https://open.kakao.com/o/abc"),
        ("open.kakao.com/o/abc", "https://open.kakao.com/o/abc"),
        ("//example.org", "https://example.org"),
        ("HTTP://example.org:8080/?a=1&b=2#c", "HTTP://example.org:8080/?a=1&b=2#c"),
        ("https://example.org/미나", "https://example.org/%EB%AF%B8%EB%82%98"),
        ("https://example.org/%EB%AF%B8?q=100%", "https://example.org/%EB%AF%B8?q=100%25"),
        ("https://한국.kr", "https://%ED%95%9C%EA%B5%AD.kr"),
        ("https://[::1]:80/", "https://[::1]:80/"),
        ("tg://resolve?domain=mina", "tg://resolve?domain=mina"),
        ("skype:mina?call", "skype:mina?call"),
    ],
)
def test_a_link_is_opened_as_it_was_given(link: str, uri: str) -> None:
    assert check_reach(LINK, link) is None
    assert guess_kind(link) is LINK
    assert link_uri(link) == uri


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("", ReachProblem.EMPTY),
        ("mina", ReachProblem.NOT_LINK),
        ("https://", ReachProblem.NOT_LINK),
        ("https:///path", ReachProblem.NOT_LINK),
        ("https://example.org:port/", ReachProblem.NOT_LINK),
        ("https://bank.example@evil.example/", ReachProblem.NOT_LINK),
        ("https://exa mple.org", ReachProblem.NOT_LINK),
        ("https://example.org/\\evil", ReachProblem.NOT_LINK),
        ('https://example.org/"', ReachProblem.NOT_LINK),
        ("https://[::1/", ReachProblem.NOT_LINK),
        ("tg:", ReachProblem.NOT_LINK),
        ("javascript:alert(1)", ReachProblem.LINK_SCHEME),
        ("JavaScript:alert(1)", ReachProblem.LINK_SCHEME),
        ("java\u200bscript:alert(1)", ReachProblem.LINK_SCHEME),
        ("data:text/html,x", ReachProblem.LINK_SCHEME),
        ("file:///etc/passwd", ReachProblem.LINK_SCHEME),
        ("vbscript:x", ReachProblem.LINK_SCHEME),
        ("ms-msdt:/id", ReachProblem.LINK_SCHEME),
        ("mailto:a@example.org", ReachProblem.LINK_SCHEME),
        ("java\tscript:alert(1)", ReachProblem.ODD_LETTERS),
        ("https://example.org/\nx", ReachProblem.ODD_LETTERS),
        ("https://example.org/\ud800", ReachProblem.ODD_LETTERS),
    ],
)
def test_what_is_no_link_is_told(link: str, problem: ReachProblem) -> None:
    assert check_reach(LINK, link) is problem


@pytest.mark.parametrize("text", ["", "Mina", "hello there", "1", "mina@", "file:///x", "@mina"])
def test_nothing_is_guessed_of_what_is_no_address(text: str) -> None:
    assert guess_kind(text) is None


def test_nothing_that_is_not_an_address_becomes_a_uri() -> None:
    for make, text in (
        (mail_uri, "mina@example.org?bcc=x@example.org"),
        (mail_uri, "a@example.org,b@example.org"),
        (call_uri, "12;phone-context=x"),
        (sms_uri, "010?body=x"),
        (link_uri, "javascript:alert(1)"),
    ):
        with pytest.raises(ValueError):
            make(text)


def test_a_mail_as_the_rfc_writes_it() -> None:
    assert mail_uri("mina@example.org", "저녁?", "a & b\nc") == (
        "mailto:mina@example.org?subject=%EC%A0%80%EB%85%81%3F&body=a%20%26%20b%0D%0Ac"
    )
    assert mail_uri("a&b?c@example.org") == "mailto:a%26b%3Fc@example.org"


@given(address=st.sampled_from(["mina@example.org", "a&b=?#%@x.example", "미나@한국.kr"]), subject=TEXT, body=LINES)
def test_a_mail_read_back_has_the_text_and_no_other_header(address: str, subject: str, body: list[str]) -> None:
    parts = urlsplit(mail_uri(address, subject, "\n".join(body)))
    assert (parts.scheme, parts.netloc, parts.fragment) == ("mailto", "", "")
    assert unquote(parts.path) == address
    told = {"subject": subject, "body": "\r\n".join(body)}
    given_back = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    assert given_back == [(name, text) for name, text in told.items() if text]


@given(body=LINES)
def test_a_message_read_back_has_the_text(body: list[str]) -> None:
    parts = urlsplit(sms_uri("+82 10-1234-5678", "\n".join(body)))
    assert (parts.scheme, parts.path) == ("sms", "+821012345678")
    assert parse_qsl(parts.query) == ([("body", "\r\n".join(body))] if any(body) or len(body) > 1 else [])


@given(subject=ANY_TEXT, body=ANY_TEXT)
def test_no_text_brings_a_control_character_or_a_header_along(subject: str, body: str) -> None:
    for uri in (mail_uri("mina@example.org", subject, body), sms_uri("010", body)):
        assert uri.isascii() and uri.isprintable() and " " not in uri
        told = dict(pairs := parse_qsl(urlsplit(uri).query, keep_blank_values=True))
        assert len(told) == len(pairs) and set(told) <= {"subject", "body"}
        lines = "".join(told.values()).replace("\r\n", "")
        assert not any(unicodedata.category(letter) == "Cc" for letter in lines)
        assert "\n" not in told.get("subject", "") and "\r" not in told.get("subject", "")


@given(ANY_TEXT, st.sampled_from(ReachKind))
def test_whatever_is_typed_is_refused_or_becomes_a_plain_uri(text: str, kind: ReachKind) -> None:
    makers: dict[ReachKind, Callable[[str], str]] = {EMAIL: mail_uri, PHONE: call_uri, LINK: link_uri}
    make = makers[kind]
    if check_reach(kind, text) is not None:
        with pytest.raises(ValueError):
            make(text)
        return
    uri = make(text)
    assert uri.isascii() and uri.isprintable() and " " not in uri
    assert urlsplit(uri).scheme in {EMAIL: {"mailto"}, PHONE: {"tel"}, LINK: LINK_SCHEMES}[kind]
    assert as_kept(kind, as_kept(kind, text)) == as_kept(kind, text)


WORD = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)


@given(WORD, WORD)
def test_an_address_of_any_letters_comes_back_whole(local: str, domain: str) -> None:
    address = f"{local}@{domain}.example"
    if check_reach(EMAIL, address) is None:
        assert unquote(urlsplit(mail_uri(address)).path) == unicodedata.normalize("NFC", address)


@given(st.text(st.characters(categories=("L", "N", "S")), max_size=20))
def test_a_link_of_any_letters_comes_back_whole(path: str) -> None:
    link = unicodedata.normalize("NFC", f"https://example.org/{path}?q={path}")
    if check_reach(LINK, link) is None:
        assert unquote(link_uri(link)) == link
