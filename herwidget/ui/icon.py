"""The program's icon, drawn: an ember that says nothing of anybody's mood; a ring while paused."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

EMBER = "#DD5F3F"
_SIZES = (16, 22, 24, 32, 48, 64)


def program_icon(*, paused: bool = False) -> QIcon:
    """The icon in the sizes that trays and windows ask for."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_draw(size, paused=paused))
    return icon


def _draw(size: int, *, paused: bool) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle, ember = QPointF(size / 2, size / 2), QColor(EMBER)
    if paused:
        pen = painter.pen()
        pen.setColor(ember)
        pen.setWidthF(size / 9)
        painter.setPen(pen)
        painter.drawEllipse(middle, size * 0.30, size * 0.30)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        halo = QColor(ember)
        halo.setAlphaF(0.28)
        painter.setBrush(halo)
        painter.drawEllipse(middle, size * 0.46, size * 0.46)
        painter.setBrush(ember)
        painter.drawEllipse(middle, size * 0.32, size * 0.32)
    painter.end()
    return pixmap
