"""Documents in both languages say the same: the same headings, commands, table rows, names and links."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAIRS = [(ROOT / f"{name}.md", ROOT / f"{name}.ko.md") for name in ("README", "docs/export")]
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


@pytest.mark.parametrize(("english", "korean"), PAIRS)
def test_both_have_the_same_parts(english: Path, korean: Path) -> None:
    assert len(sections(english)) == len(sections(korean)) > 2
    for one, same in zip(sections(english), sections(korean), strict=True):
        for part in ("level", "commands", "paragraphs", "points", "rows", "code"):
            assert getattr(one, part) == getattr(same, part), f"{part}, after {one.code[:3]}"
        # Of the languages' own documents, each leads to its own.
        assert {link.replace(".ko.md", ".md") for link in one.links} == {
            link.replace(".ko.md", ".md") for link in same.links
        }


@pytest.mark.parametrize(("english", "korean"), PAIRS)
def test_each_leads_to_the_other_at_its_beginning(english: Path, korean: Path) -> None:
    assert f"English · [한국어]({korean.name})" == english.read_text(encoding="utf-8").splitlines()[2]
    assert f"[English]({english.name}) · 한국어" == korean.read_text(encoding="utf-8").splitlines()[2]


@pytest.mark.parametrize("path", [path for pair in PAIRS for path in pair])
def test_what_it_links_to_is_there(path: Path) -> None:
    for section in sections(path):
        files = [link.split("#")[0] for link in section.links if "://" not in link]
        assert [file for file in files if file and not (path.parent / file).exists()] == []
