"""`docs/export.md` tells the columns and keys that an export has, in both languages."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from herwidget.core.export import COLUMNS, FORMAT, VERSION, json_pieces
from herwidget.desktop.resources import resources_folder
from herwidget.environment import Translations
from herwidget.journal.export import TABLES
from herwidget.ui.export_words import table_words

DOCUMENT = (Path(__file__).parents[1] / "docs" / "export.md").read_text(encoding="utf-8")
TABLE, ALL = DOCUMENT.split("## All of it")


def rows(text: str) -> list[list[str]]:
    """The rows of a table of Markdown, without its head."""
    lines = [line for line in text.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize(("language", "place"), [("en", 1), ("ko", 2)])
def test_every_column_is_told_with_its_heading(language: str, place: int) -> None:
    _application = QCoreApplication.instance() or QCoreApplication([])
    translations = Translations(resources_folder())
    translations.use(language)
    headings = table_words(language).headings
    translations.use("en")
    assert [(row[0].strip("`"), row[place]) for row in rows(TABLE)] == [(name, headings[name]) for name in COLUMNS]


def test_every_key_is_told() -> None:
    made = "".join(json_pieces([(name, ()) for name in TABLES], (), "now"))
    assert [row[0].strip("`") for row in rows(ALL)] == re.findall(r'^"(\w+)":', made, re.MULTILINE)
    assert f"| `{FORMAT}` |" in ALL and f"| `{VERSION}`;" in ALL
