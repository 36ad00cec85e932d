"""What the charts draw with: text, mood marks, contact dots."""

from collections.abc import Iterator
from functools import lru_cache
from math import inf

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from herwidget.core.prompts import HEAVIEST_MOOD, WARMEST_MOOD
from herwidget.ui.charts.chart import Look
from herwidget.ui.typeface import interface_font
from herwidget.ui.words import translate

LABEL_PIXELS = 11


@lru_cache(maxsize=8)
def font(pixels: int = LABEL_PIXELS, *, bold: bool = False) -> QFont:
    """The interface's font at a size in pixels."""
    made = QFont(interface_font())
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def text_width(text: str, pixels: int = LABEL_PIXELS) -> float:
    """How wide a line of text is."""
    return QFontMetricsF(font(pixels)).horizontalAdvance(text)


def draw_text(
    painter: QPainter,
    box: QRectF,
    text: str,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    pixels: int = LABEL_PIXELS,
    *,
    bold: bool = False,
) -> None:
    """One line in the middle of the box's height, shortened where it is too long."""
    drawn = font(pixels, bold=bold)
    metrics = QFontMetricsF(drawn)
    painter.setFont(drawn)
    painter.setPen(QColor(colour))
    shown = (
        text
        if metrics.horizontalAdvance(text) <= box.width()
        else metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    )
    painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)


def mood_level(mean: float) -> int:
    """The mood, 1-5, whose colour stands for a mean."""
    return min(WARMEST_MOOD, max(HEAVIEST_MOOD, int(mean + 0.5)))


def mood_colour(look: Look, mean: float | None) -> QColor:
    """The colour of a mean mood; that of an empty cell for None."""
    return QColor(look.colours.moods[0 if mean is None else mood_level(mean)])


# A mood is told by the shape of its cell as well: from nearly square when heavy to round when warm.
_ROUNDNESS = (0.26, 0.06, 0.2, 0.4, 0.68, 1.0)


def draw_cell(painter: QPainter, look: Look, box: QRectF, mean: float | None) -> None:
    """A cell in the colour and the shape of its mood."""
    level = 0 if mean is None else mood_level(mean)
    radius = min(box.width(), box.height()) / 2 * _ROUNDNESS[level]
    painter.setPen(QPen(QColor(look.colours.cell_edge), 1) if level and look.colours.cell_edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.colours.moods[level]))
    painter.drawRoundedRect(box, radius, radius)


_KEY_CELL, _KEY_GAP = 11.4, 18.0
KEY_ROW = 20


def mood_key(look: Look) -> tuple[str, ...]:
    """The words of the key to the moods' cells, an empty cell first."""
    return (translate("Charts", "not told"), *look.moods)


def mood_key_width(look: Look) -> float:
    """How wide the key is in one row."""
    return sum(_KEY_CELL + 10 + text_width(name) + _KEY_GAP for name in mood_key(look))


def mood_key_rows(look: Look, width: float) -> int:
    """How many rows the key takes where there is no more room than `width`."""
    return 1 + sum(begins_row for begins_row, _, _ in _mood_key_places(look, width))


def draw_mood_key(painter: QPainter, look: Look, x: float, y: float, width: float = inf) -> None:
    """A cell of each mood with its name, from `x` on, in rows of `width`; the middle of the first is at `y`."""
    names = mood_key(look)
    for level, (begins_row, left, text) in enumerate(_mood_key_places(look, width)):
        y += KEY_ROW * begins_row
        draw_cell(painter, look, QRectF(x + left, y - _KEY_CELL / 2, _KEY_CELL, _KEY_CELL), level or None)
        place = QRectF(x + left + _KEY_CELL + 6, y - KEY_ROW / 2, text, KEY_ROW)
        draw_text(painter, place, names[level], look.colours.ink_3)


def _mood_key_places(look: Look, width: float) -> Iterator[tuple[bool, float, float]]:
    """Of each part of the key: whether it begins another row, how far from the left it is, how wide its text is."""
    x = 0.0
    for name in mood_key(look):
        text = text_width(name) + 4
        part = _KEY_CELL + 6 + text
        begins_row = x > 0 and x + part > width
        x = 0.0 if begins_row else x
        yield begins_row, x, text
        x += part + _KEY_GAP


def draw_disc(painter: QPainter, centre: QPointF, radius: float, colour: str, *, filled: bool = True) -> None:
    """A dot, or a ring of the same size."""
    painter.setPen(QPen(QColor(colour), 1.3))
    painter.setBrush(QColor(colour) if filled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius, radius)
