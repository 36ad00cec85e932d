"""Where a dialog that asks for a file begins."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from herwidget.ui.usual_folder import usual_folder

DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


def test_it_is_the_home_until_the_folder_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert usual_folder(DOCUMENTS) == tmp_path
    (tmp_path / "Documents").mkdir()
    assert usual_folder(DOCUMENTS) == tmp_path / "Documents"
