"""The files that come with the program."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from herwidget.core.questions import BankError
from herwidget.desktop import resources
from herwidget.environment import load_bank


def test_a_checkout_has_them_beside_the_package() -> None:
    assert resources.resources_folder() == Path(__file__).resolve().parents[2] / "resources"


def test_an_installed_package_has_them_inside(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    (folder / "herwidget" / "resources").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", folder / "herwidget")
    assert resources.resources_folder() == folder / "herwidget" / "resources"


def test_the_bank_is_every_toml_file_by_name(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    questions = folder / "resources" / "questions"
    questions.mkdir(parents=True)
    (questions / "two.toml").write_text("x = '둘'", encoding="utf-8")
    (questions / "one.toml").write_text("x = 1")
    (questions / "notes.md").write_text("not a question")
    monkeypatch.setattr(resources, "_PACKAGE", folder / "herwidget")
    assert resources.bank_texts() == {"one.toml": "x = 1", "two.toml": "x = '둘'"}


@pytest.mark.parametrize(
    ("content", "line"), [(b"\xff", 1), (b"x = 1\ny = '\xeb\x91'\n", 2), (b"a\n\n\xed\xa0\x80", 3)]
)
def test_a_bank_file_that_is_not_utf_8_is_refused_with_its_line(
    monkeypatch: pytest.MonkeyPatch, folder: Path, content: bytes, line: int
) -> None:
    questions = folder / "resources" / "questions"
    questions.mkdir(parents=True)
    (questions / "one.toml").write_text("x = 1")
    (questions / "two.toml").write_bytes(content)
    monkeypatch.setattr(resources, "_PACKAGE", folder / "herwidget")
    with pytest.raises(BankError) as caught:
        resources.bank_texts()
    assert (caught.value.file, caught.value.line, caught.value.entry) == ("two.toml", line, "")
    assert "UTF-8" in caught.value.reason


def test_a_missing_bank_is_refused(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", folder / "herwidget")
    with pytest.raises(BankError) as caught:
        load_bank()
    assert (caught.value.file, caught.value.line, caught.value.entry) == ("questions", 1, "")
    assert caught.value.reason


def test_a_bank_file_that_cannot_be_read_is_refused(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    (folder / "resources" / "questions" / "one.toml").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", folder / "herwidget")
    with pytest.raises(BankError) as caught:
        resources.bank_texts()
    assert caught.value.file == "one.toml"


def test_the_real_files_can_be_read() -> None:
    assert {"ideas.toml", "steps.toml"} <= set(resources.bank_texts())
    assert tomllib.loads(resources.help_lines_text())
