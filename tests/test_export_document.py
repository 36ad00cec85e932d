"""`docs/export.md` tells the columns and keys that an export has, in both languages, and so does its Korean one."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from herwidget.core.export import COLUMNS, FORMAT, VERSION, json_pieces
from herwidget.desktop.resources import resources_folder
from herwidget.journal.export import TABLES
from herwidget.ui.export_words import table_words

DOCUMENTS = sorted((Path(__file__).parents[1] / "docs").glob("export*.md"))


def halves(document: Path) -> tuple[str, str]:
    """What it tells of tables, and of documents for programs."""
    _, table, everything = document.read_text(encoding="utf-8").split("\n## ")
    return table, everything


def rows(text: str) -> list[list[str]]:
    """The rows of a table of Markdown, without its head."""
    lines = [line for line in text.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_column_is_told_with_its_headings(document: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(resources_folder() / "translations" / "herwidget_ko.qm"))
    headings = table_words("en").headings
    told = [(row[0].strip("`"), row[1], row[2]) for row in rows(halves(document)[0])]
    assert told == [(name, headings[name], translator.translate("Export", headings[name])) for name in COLUMNS]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_key_is_told(document: Path) -> None:
    made = "".join(json_pieces([(name, ()) for name in TABLES], (), "now"))
    told = {row[0].strip("`"): row[1] for row in rows(halves(document)[1])}
    assert list(told) == re.findall(r'^"(\w+)":', made, re.MULTILINE)
    assert told["format"] == f"`{FORMAT}`" and told["version"].startswith(f"`{VERSION}`")
