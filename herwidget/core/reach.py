"""How a person is reached: addresses checked as they are typed, and the URIs that open a mail, a call or a link.

A URI is only made of an address that `check_reach` finds nothing wrong with, and every letter of it that means
something in a URI is percent-encoded: a name, a subject or a text can never become a header or a second recipient.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlsplit

from herwidget.core.people import ReachKind

FEWEST_DIGITS, MOST_DIGITS = 3, 20
LONGEST_ADDRESS = 2000

LINK_SCHEMES = frozenset(
    {
        *("https", "http"),
        *(
            "discord",
            "facetime",
            "facetime-audio",
            "kakaoopen",
            "kakaotalk",
            "line",
            "matrix",
            "msteams",
            "sgnl",
            "sip",
        ),
        *("sips", "skype", "slack", "tg", "threema", "viber", "weixin", "whatsapp", "xmpp", "zoommtg"),
    }
)
"""What a link may begin with: the web, and programs people talk to each other with. Nothing that runs or reads a file
(`javascript:`, `data:`, `file:`), and nothing unknown."""

_LONGEST_EMAIL, _LONGEST_LOCAL, _LONGEST_LABEL, _LONGEST_PHONE = 254, 64, 63, 60
_ATOM_SIGNS = "!#$%&'*+-/=?^_`{|}~"  # RFC 5322, atext
_PHONE_SIGNS = re.compile(r"[\s\-.()‐‑‒–−]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_DOMAIN_FIRST = re.compile(r"[^\s/?#:@\\]+\.[^\s/?#:@\\]{2,}(:[0-9]+)?([/?#].*)?", re.DOTALL)
_NEW_LINE = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_NOT_AN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LINK_SIGNS = "%/:=&?~#+!$,;'@()*[]-._"
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True)
class Reach:
    """One way to reach a person."""

    kind: ReachKind
    address: str


class ReachProblem(StrEnum):
    """What is not right yet about an address."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    ODD_LETTERS = "odd-letters"
    """Control characters, or ones without a meaning of their own."""
    NOT_EMAIL = "not-email"
    SEVERAL = "several"
    """More than one address."""
    NOT_PHONE = "not-phone"
    PHONE_LENGTH = "phone-length"
    """Fewer than 3 digits or more than 20."""
    NOT_LINK = "not-link"
    LINK_SCHEME = "link-scheme"
    """It begins with something that is not in LINK_SCHEMES."""


def as_kept(kind: ReachKind, text: str) -> str:
    """An address as it is kept: without what stands around it or is not seen, and a link with its `https://`."""
    seen = "".join(letter for letter in text if unicodedata.category(letter) != "Cf" or letter in _JOINERS)
    text = unicodedata.normalize("NFC", seen.strip())
    if kind is ReachKind.EMAIL:
        return text[len("mailto:") :] if text.lower().startswith("mailto:") else text
    if kind is ReachKind.PHONE:
        return text[len("tel:") :] if text.lower().startswith("tel:") else text
    if text.startswith("//"):
        return f"https:{text}"
    return f"https://{text}" if _DOMAIN_FIRST.fullmatch(text) else text


def check_reach(kind: ReachKind, text: str) -> ReachProblem | None:
    """What is not right about an address as it was typed; None where it can be kept and opened."""
    text = as_kept(kind, text)
    if not text:
        return ReachProblem.EMPTY
    if len(text) > LONGEST_ADDRESS:
        return ReachProblem.TOO_LONG
    if any(_is_odd(letter) for letter in text):
        return ReachProblem.ODD_LETTERS
    return {ReachKind.EMAIL: _email_problem, ReachKind.PHONE: _phone_problem, ReachKind.LINK: _link_problem}[kind](text)


def guess_kind(text: str) -> ReachKind | None:
    """What kind of address `text` is; None while it is none."""
    return next((kind for kind in ReachKind if check_reach(kind, text) is None), None)


def mail_uri(address: str, subject: str = "", body: str = "") -> str:
    """A `mailto:` (RFC 6068) to one address. Line ends become CR LF; other control characters are left out.

    Raises:
        ValueError: it is not an e-mail address.
    """
    local, domain = _checked(ReachKind.EMAIL, address).rsplit("@", 1)
    headers = [f"{name}={_encoded(text)}" for name, text in (("subject", _one_line(subject)), ("body", body)) if text]
    return f"mailto:{quote(local, safe='')}@{quote(domain, safe='')}" + ("?" + "&".join(headers) if headers else "")


def call_uri(number: str) -> str:
    """A `tel:` (RFC 3966) with the number's digits alone.

    Raises:
        ValueError: it is not a telephone number.
    """
    return "tel:" + _dialled(number)


def sms_uri(number: str, body: str = "") -> str:
    """An `sms:` (RFC 5724) to one number.

    Raises:
        ValueError: it is not a telephone number.
    """
    return "sms:" + _dialled(number) + (f"?body={_encoded(body)}" if body else "")


def link_uri(link: str) -> str:
    """A link with everything percent-encoded that is not ASCII; what was encoded already stays as it is.

    Raises:
        ValueError: it is not a link of LINK_SCHEMES.
    """
    return quote(_NOT_AN_ESCAPE.sub("%25", _checked(ReachKind.LINK, link)), safe=_LINK_SIGNS)


def _email_problem(text: str) -> ReachProblem | None:
    if text.count("@") > 1 and re.search(r"[,;\s]", text):
        return ReachProblem.SEVERAL
    local, _, domain = text.partition("@")
    labels = domain.split(".")
    fits = (
        len(text) <= _LONGEST_EMAIL
        and len(local) <= _LONGEST_LOCAL
        and all(
            atom and all(_is_of_word(letter) or letter in _ATOM_SIGNS for letter in atom) for atom in local.split(".")
        )
        and len(labels) > 1
        and all(_is_label(label) for label in labels)
        and not labels[-1].isdigit()
    )
    return None if fits else ReachProblem.NOT_EMAIL


def _phone_problem(text: str) -> ReachProblem | None:
    bare = _PHONE_SIGNS.sub("", unicodedata.normalize("NFKC", text))
    digits = bare.removeprefix("+")
    if not digits.isdecimal() or len(text) > _LONGEST_PHONE:
        return ReachProblem.NOT_PHONE
    return None if FEWEST_DIGITS <= len(digits) <= MOST_DIGITS else ReachProblem.PHONE_LENGTH


def _link_problem(text: str) -> ReachProblem | None:
    scheme = _SCHEME.match(text)
    if scheme is None:
        return ReachProblem.NOT_LINK
    if scheme[1].lower() not in LINK_SCHEMES:
        return ReachProblem.LINK_SCHEME
    rest = text[scheme.end() :]
    if any(letter.isspace() or letter in '<>"\\`{}|^' for letter in text) or not rest.strip("/"):
        return ReachProblem.NOT_LINK
    if scheme[1].lower() in ("https", "http") and not _is_web(text):
        return ReachProblem.NOT_LINK
    return None


def _is_web(text: str) -> bool:
    """Whether a web address names a place, without a name in front of it that would pass for one."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return bool(host and parts.netloc and "@" not in parts.netloc and "%" not in parts.netloc)


def _is_label(label: str) -> bool:
    inner = 0 < len(label) <= _LONGEST_LABEL and not label.startswith("-") and not label.endswith("-")
    return inner and all(_is_of_word(letter) or letter == "-" for letter in label)


def _is_of_word(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LMN" or letter in _JOINERS


def _is_odd(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cs", "Co", "Zl", "Zp")


def _checked(kind: ReachKind, text: str) -> str:
    problem = check_reach(kind, text)
    if problem is not None:
        raise ValueError(problem)
    return as_kept(kind, text)


def _dialled(number: str) -> str:
    number = unicodedata.normalize("NFKC", _checked(ReachKind.PHONE, number))
    if number.startswith("+"):
        # "+44 (0)20 …": the nought is dialled only without the country's number.
        number = number.replace("(0)", "")
    digits = "".join(str(unicodedata.decimal(letter)) for letter in number if letter.isdecimal())
    return f"+{digits}" if number.startswith("+") else digits


def _encoded(text: str) -> str:
    """A text of one or more lines for a URI's query."""
    lines = _NEW_LINE.split(text)
    return quote("\r\n".join(map(_without_controls, lines)), safe="")


def _one_line(text: str) -> str:
    return _NEW_LINE.sub(" ", text)


def _without_controls(line: str) -> str:
    line = line.replace("\t", " ")
    return "".join(
        "\ufffd" if "\ud800" <= letter <= "\udfff" else letter
        for letter in line
        if unicodedata.category(letter) != "Cc"
    )
