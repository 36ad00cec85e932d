"""The smallest PySide6 program with a tray icon and a menu."""

import sys

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

application = QApplication(sys.argv)
pixmap = QPixmap(32, 32)
pixmap.fill(QColor("#DD5F3F"))
menu = QMenu()
menu.addAction("Quit").triggered.connect(application.quit)
icon = QSystemTrayIcon(QIcon(pixmap))
icon.setContextMenu(menu)
icon.show()
sys.exit(application.exec())
