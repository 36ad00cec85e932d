"""The settings' export: it writes what the person chose, and says beside the button what became of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QScrollArea

from herwidget.core.prompts import PromptKind, StepAnswer, StepName
from herwidget.ui.export_row import ExportRow
from herwidget.ui.window import Window
from tests.ui.conftest import ZONE, Desk


@pytest.fixture
def row(desk: Desk) -> ExportRow:
    """The row on a desk with one answer."""
    prompt = desk.journal.add_prompt(PromptKind.DAY, desk.now.date(), None, desk.now, desk.now, ZONE)
    desk.journal.save_answer(prompt.id, StepAnswer(StepName.MOOD, "mood", "mood", 4), desk.now, ZONE)
    return ExportRow(desk.program)


def said(row: ExportRow) -> tuple[str, str]:
    sentence = row.below.sentence
    assert sentence is not None
    return sentence.accessibleName(), sentence.property("role")


def test_what_was_written_is_said_there(row: ExportRow, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    row.export_to(path, replace=False)
    assert said(row) == (
        f"1 answer was exported: {path}\n"
        "Herwidget does not protect this file: whoever can open it can read what you told.",
        "notice",
    )
    assert "Light" in path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(("name", "reason"), [("mine.txt", ".csv or .json"), ("nowhere/mine.csv", "another place")])
def test_what_could_not_be_written_is_said_there(row: ExportRow, tmp_path: Path, name: str, reason: str) -> None:
    row.export_to(tmp_path / name, replace=True)
    sentence, role = said(row)
    assert role == "trouble" and sentence.startswith("Nothing was exported") and reason in sentence


def test_a_journal_that_cannot_be_read_is_said_there(row: ExportRow, desk: Desk, tmp_path: Path) -> None:
    desk.journal.connection.execute("UPDATE answers SET note = CAST(x'ff' AS TEXT)")
    desk.journal.connection.commit()
    row.export_to(tmp_path / "mine.csv", replace=False)
    sentence, role = said(row)
    assert role == "trouble" and "damaged" in sentence and not (tmp_path / "mine.csv").exists()
    desk.program.opened, desk.program.trouble = None, "It cannot be opened."
    row.export_to(tmp_path / "mine.csv", replace=False)
    assert said(row) == ("It cannot be opened.", "trouble")


@pytest.mark.parametrize(
    ("chosen", "written"),
    [
        (("told.csv", "(*.csv)"), "told.csv"),
        (("told.json", "(*.csv)"), "told.json"),
        (("herwidget.csv", "All (*.json)"), "herwidget.json"),
        (("told", "All (*.json)"), "told.json"),
        (("told", "Table (*.csv)"), "told.csv"),
        (("", ""), None),
    ],
)
def test_the_dialogs_choice_is_written(
    row: ExportRow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    chosen: tuple[str, str],
    written: str | None,
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    answer = (str(folder / chosen[0]) if chosen[0] else "", chosen[1])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)  # the system's own dialog
    row.button.click()
    QCoreApplication.processEvents()
    assert [one.name for one in folder.iterdir()] == ([written] if written else [])
    if written:
        # The dialog asked before; of a name that got its ending only afterwards it could not.
        (folder / written).write_text("mine")
        row.button.click()
        assert ((folder / written).read_text() == "mine") == (chosen[0] != written)


def test_what_is_said_is_in_view_at_the_pages_end(desk: Desk, tmp_path: Path) -> None:
    window = Window(desk.program, "settings", lambda: None)
    window.resize(900, 500)
    window.show()
    QCoreApplication.processEvents()
    (exporting,) = (one for one in window.findChildren(QPushButton) if one.text() == "Export…")
    page = exporting.parentWidget()
    while not isinstance(page, QScrollArea):
        assert page is not None
        page = page.parentWidget()
    page.ensureWidgetVisible(exporting, 0, 0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine.csv"), ""))
        exporting.click()
    told = next(one for one in window.findChildren(QLabel) if one.property("role") == "notice")
    for _ in range(3):  # laid out, brought into view, painted
        QCoreApplication.processEvents()
    assert told.visibleRegion().boundingRect().height() == told.height() > 0
    window.close()
