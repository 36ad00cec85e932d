"""Address books in a file: vCards of version 2.1, 3.0 and 4.0, any number in one file.

vobject takes the lines apart and decodes them. What becomes of them is decided here: as a whole, it would stop at the
first card that it cannot read, cut a link at its first comma, and log lines that it cannot read, which are private.
"""

import codecs
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from vobject.base import ContentLine, VObjectError, getLogicalLines, textLineToContentLine
from vobject.vcard import splitFields

from herwidget.core.contacts import Contacts, ContactsError, ContactsTrouble, ImportedPerson
from herwidget.core.people import ReachKind
from herwidget.core.reach import Reach, as_kept, check_reach

LARGEST_FILE = 200_000_000
"""Bytes; an address book of thousands with pictures is smaller."""
LONGEST_NAME = 120

_CARD = re.compile(r"^BEGIN[ \t]*:[ \t]*VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE)
_END = re.compile(r"^END[ \t]*:[ \t]*VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE)
_FOLD, _FOLD_IN_BYTES = re.compile(r"\n[ \t]"), re.compile(rb"\n[ \t]")
_PICTURE = re.compile(r"^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:].*\n?", re.IGNORECASE | re.MULTILINE)
_QUOTED_PRINTABLE = re.compile(r"^([^:\n]*;)((?:encoding=)?quoted-printable)(?=[;:])", re.IGNORECASE | re.MULTILINE)
_CHARSET = re.compile(rb"CHARSET=\"?([\w.:-]+)", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NO_PERSON = frozenset({"GROUP", "LOCATION", "APPLICATION", "DEVICE"})
_NOT_SPOKEN = frozenset({"FAX", "PAGER", "MODEM", "BBS", "TEXTPHONE", "ISDN"})
_JOINERS = "\u200c\u200d"
_KINDS = {"TEL": ReachKind.PHONE, "EMAIL": ReachKind.EMAIL} | dict.fromkeys(
    ("URL", "IMPP", "X-SOCIALPROFILE"), ReachKind.LINK
)
# A telephone both calls and writes; of several, the one in the pocket.
_LIKELIEST = (ReachKind.PHONE, ReachKind.EMAIL, ReachKind.LINK)


def read_contacts(path: Path) -> Contacts:
    """The people in a vCard file, in its order; cards of one name are one person.

    Raises:
        ContactsError: the file cannot be read, or holds no card with a name.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ContactsError(ContactsTrouble.TOO_LARGE)
        data = path.read_bytes()
    except OSError as error:
        raise ContactsError(ContactsTrouble.UNREACHABLE, error.strerror or "") from error
    reaches: dict[str, dict[Reach, None]] = {}
    unreadable = 0
    for text in _cards(_decoded(data)):
        card = _read_card(text)
        if card is None or not card.name:
            unreadable += card is None or not card.is_other
            continue
        reaches.setdefault(card.name, {}).update(dict.fromkeys(card.reaches()))
    if not reaches:
        raise ContactsError(ContactsTrouble.NO_CARDS)
    return Contacts(tuple(ImportedPerson(name, tuple(found)) for name, found in reaches.items()), unreadable)


@dataclass
class _Card:
    """What one card tells."""

    names: dict[str, str] = field(default_factory=dict)
    found: list[tuple[int, Reach]] = field(default_factory=list)
    is_other: bool = False
    """Whether it is no person's."""

    @property
    def name(self) -> str:
        if self.is_other:
            return ""
        return next((name for kind in ("FN", "N", "NICKNAME", "ORG") if (name := self.names.get(kind))), "")

    def take(self, line: ContentLine) -> None:
        name = line.name.upper()
        value = str(line.value)
        if name in ("FN", "NICKNAME"):
            self.names.setdefault(name, _tidy(_unescaped(value)))
        elif name == "N":
            self.names.setdefault(name, _tidy(_composed(splitFields(value))))
        elif name == "ORG":
            self.names.setdefault(name, _tidy(" ".join(map(_joined, splitFields(value)))))
        elif name in ("KIND", "X-ADDRESSBOOKSERVER-KIND"):
            self.is_other = value.strip().upper() in _NO_PERSON
        elif name in _KINDS:
            self._take_reach(_KINDS[name], _unescaped(value), _types(line))

    def reaches(self) -> list[Reach]:
        """The ways to reach the person, the likeliest first."""
        found = sorted(self.found, key=lambda one: (_LIKELIEST.index(one[1].kind), one[0]))
        return [reach for _, reach in found]

    def _take_reach(self, kind: ReachKind, text: str, types: frozenset[str]) -> None:
        if kind is ReachKind.PHONE:
            if types & _NOT_SPOKEN and "VOICE" not in types:
                return
            if text.strip().lower().startswith("tel:"):
                text = text.partition(";")[0]  # what follows is for exchanges: ";ext=12"
        if check_reach(kind, text) is None:
            rank = 0 if "PREF" in types else 1 if types & {"CELL", "IPHONE"} else 2
            self.found.append((rank, Reach(kind, as_kept(kind, text))))


def _decoded(data: bytes) -> str:
    """The text of a file in whatever encoding it seems to have, its lines whole and ended by a line feed."""
    if data.startswith(_UTF_16):
        return _FOLD.sub("", "\n".join(data.decode("utf-16", "replace").splitlines()))
    # Unfolded first: some break a line between the bytes of one letter.
    data = _FOLD_IN_BYTES.sub(b"", data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
    try:
        return data.decode()
    except UnicodeDecodeError:
        declared = dict.fromkeys(_charset(match) for match in _CHARSET.finditer(data))
        return "\n".join(_decoded_line(line, tuple(declared)) for line in data.split(b"\n"))


def _decoded_line(line: bytes, declared: Sequence[str]) -> str:
    """One line in UTF-8, in the encoding that it or the file declares, in Korean, or in a western one."""
    own = [_charset(match) for match in _CHARSET.finditer(line)]
    for encoding in ("utf-8", *own, *declared, "euc-kr"):
        try:
            return line.decode(encoding)
        except (LookupError, UnicodeError):
            continue
    return line.decode("cp1252", "replace")


def _charset(match: re.Match[bytes]) -> str:
    return match[1].decode("ascii", "replace")


def _cards(text: str) -> Iterator[str | None]:
    """The lines of each card, without its pictures; None for a card without an end."""
    bounds = [*(match.end() for match in _CARD.finditer(text)), len(text)]
    for start, following in pairwise(bounds):
        end = _END.search(text, start, following)
        yield None if end is None else _PICTURE.sub("", text[start : end.start()])


def _read_card(text: str | None) -> _Card | None:
    if text is None:
        return None
    card = _Card()
    # vobject knows the encoding in capitals only.
    text = _QUOTED_PRINTABLE.sub(lambda match: match[1] + match[2].upper(), text.strip("\n"))
    for logical, _ in getLogicalLines(io.StringIO(text)):
        try:
            card.take(textLineToContentLine(logical))
        except (VObjectError, LookupError, ValueError):
            continue  # a line that says nothing that can be read; the others do
    return card


def _types(line: ContentLine) -> frozenset[str]:
    """What a line says of its kind: "TYPE=CELL,VOICE", "CELL;VOICE" in version 2.1, "PREF=1" in 4.0."""
    words = [*line.singletonparams, *line.params.get("TYPE", []), *(["PREF"] if "PREF" in line.params else [])]
    return frozenset(word.strip().upper() for each in words for word in each.split(","))


def _composed(parts: Sequence[str | Sequence[str]]) -> str:
    """A name of its parts: family, given, additional, before, after."""
    family, given, additional, before, after = [*map(_joined, parts), "", "", "", "", ""][:5]
    if any(
        unicodedata.name(letter, "").startswith(("HANGUL", "CJK", "HIRAGANA", "KATAKANA")) for letter in family + given
    ):
        return family + given
    return " ".join((before, given, additional, family, after))


def _joined(part: str | Sequence[str]) -> str:
    return part if isinstance(part, str) else " ".join(part)


def _unescaped(value: str) -> str:
    return _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def _tidy(name: str) -> str:
    """A name in one line, without what is not seen."""
    spaced = " ".join(unicodedata.normalize("NFC", name).split())
    seen = (letter for letter in spaced if unicodedata.category(letter) not in ("Cc", "Cf", "Cs") or letter in _JOINERS)
    return "".join(seen)[:LONGEST_NAME].strip()
