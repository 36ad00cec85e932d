"""Where a dialog that asks for a file begins."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def usual_folder(kind: QStandardPaths.StandardLocation) -> Path:
    """The person's folder for documents, pictures and the like; their home where it is not there."""
    folder = Path(QStandardPaths.writableLocation(kind))
    return folder if folder.is_dir() else Path.home()
