"""The files that come with the program."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from herwidget.desktop import resources


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


def test_the_real_files_can_be_read() -> None:
    assert {"ideas.toml", "steps.toml"} <= set(resources.bank_texts())
    assert tomllib.loads(resources.help_lines_text())
