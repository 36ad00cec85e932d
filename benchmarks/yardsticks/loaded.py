"""The smallest tray program, with the libraries that Herwidget rests on imported once its icon is there."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon


def load() -> None:
    """Import them as a program does that uses them; nothing is made with them."""
    import apscheduler.schedulers.background  # noqa: F401
    import sqlite_utils  # noqa: F401
    from plyer import notification  # noqa: F401


application = QApplication(sys.argv)
pixmap = QPixmap(32, 32)
pixmap.fill(QColor("#DD5F3F"))
menu = QMenu()
menu.addAction("Quit").triggered.connect(application.quit)
icon = QSystemTrayIcon(QIcon(pixmap))
icon.setContextMenu(menu)
icon.show()
QTimer.singleShot(0, load)
sys.exit(application.exec())
