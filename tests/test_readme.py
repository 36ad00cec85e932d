"""The README says the same in both languages: the same headings, commands, table rows, names and links."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
ENGLISH, KOREAN = ROOT / "README.md", ROOT / "README.ko.md"
CODE_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```\n", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Section:
    """What stands between two headings and is not said in a language."""

    level: int
    commands: tuple[str, ...]
    paragraphs: int
    points: int
    rows: tuple[tuple[str, ...], ...]
    """The code in each row of its tables."""
    code: tuple[str, ...]
    links: tuple[str, ...]


def code_in(text: str) -> tuple[str, ...]:
    """What stands between backticks, in the order of the alphabet: each language has its own order of words."""
    return tuple(sorted(re.findall(r"`([^`]+)`", text)))


def sections(path: Path) -> list[Section]:
    """The sections of a README, that before the second heading first."""
    found = []
    text = path.read_text(encoding="utf-8")
    commands_of: dict[str, tuple[str, ...]] = {}

    def set_aside(block: re.Match[str]) -> str:
        name = f"@{len(commands_of)}@"
        commands_of[name] = tuple(line.split("#")[0].rstrip() for line in block[2].splitlines())
        return f"{name}\n"

    for section in re.split(r"^(?=#+ )", CODE_BLOCK.sub(set_aside, text), flags=re.MULTILINE)[1:]:
        lines = section.splitlines()
        found.append(
            Section(
                len(lines[0]) - len(lines[0].lstrip("#")),
                tuple(command for name in re.findall(r"@\d@", section) for command in commands_of[name]),
                len(re.findall(r"\n\n+", section.strip())),
                sum(line.startswith("- ") for line in lines),
                tuple(code_in(line) for line in lines if line.startswith("|")),
                code_in(section),
                tuple(sorted(re.findall(r"\]\(([^)]+)\)", section))),
            )
        )
    return found


def test_both_have_the_same_parts() -> None:
    english, korean = sections(ENGLISH), sections(KOREAN)
    assert len(english) == len(korean) > 5
    other = {"README.ko.md", "README.md"}
    for one, same in zip(english, korean, strict=True):
        for part in ("level", "commands", "paragraphs", "points", "rows", "code"):
            assert getattr(one, part) == getattr(same, part), f"{part}, after {one.code[:3]}"
        assert set(one.links) - other == set(same.links) - other


def test_each_leads_to_the_other_at_its_beginning() -> None:
    assert "[한국어](README.ko.md)" in "".join(ENGLISH.read_text(encoding="utf-8").splitlines()[:4])
    assert "[English](README.md)" in "".join(KOREAN.read_text(encoding="utf-8").splitlines()[:4])


def test_what_they_link_to_is_there() -> None:
    for path in (ENGLISH, KOREAN):
        for section in sections(path):
            assert [link for link in section.links if "://" not in link and not (ROOT / link).exists()] == []
