"""Opens what a person chose: their mail program, their telephone, a link. Nothing is sent by itself."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_address(uri: str) -> bool:
    """Hand a URI of `core/reach.py` to the desktop; whether a program took it."""
    url = QUrl(uri, QUrl.ParsingMode.TolerantMode)
    return url.isValid() and QDesktopServices.openUrl(url)
