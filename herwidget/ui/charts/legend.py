"""A chart's legend: its signs drawn, not written, for few fonts have them; a font that has is large."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from herwidget.ui.charts.chart import Look
from herwidget.ui.charts.drawing import draw_disc, draw_text, text_width

_SIGNS, _SIGN_WIDTH, _GAP, _LINE = "●○◆", 13.0, 14.0, 16.0


def legend_items(text: str) -> list[tuple[str, str]]:
    """The parts of a legend as (sign, words); three spaces stand between them, the sign may be empty."""
    parts = [part.strip() for part in text.split("   ") if part.strip()]
    return [(part[0], part[1:].strip()) if part[0] in _SIGNS else ("", part) for part in parts]


def legend_width(text: str) -> float:
    """How wide a legend is in one line."""
    items = legend_items(text)
    return sum(_width(item) for item in items) + _GAP * max(0, len(items) - 1)


def draw_legend(painter: QPainter, look: Look, x: float, y: float, text: str, width: float | None = None) -> float:
    """A legend from `x` on, the middle of its first line at `y`, in lines of `width`; the height it takes."""
    begin, top = x, y
    for sign, words in legend_items(text):
        wide = _width((sign, words))
        if width is not None and x > begin and x + wide > begin + width:
            x, y = begin, y + _LINE
        if sign:
            _draw_sign(painter, look, QPointF(x + 5, y), sign)
        left = x + (_SIGN_WIDTH if sign else 0)
        draw_text(painter, QRectF(left, y - 8, wide, 16), words, look.colours.ink_3)
        x += wide + _GAP
    return y - top + _LINE


class Legend(QWidget):
    """The legend on the screen; `folded` goes on in the next line where there is no room."""

    def __init__(self, look: Look, text: str, *, folded: bool = False) -> None:
        super().__init__()
        self._look, self._folded = look, folded
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(folded)
        self.setSizePolicy(policy)
        self.tell(text)

    def tell(self, text: str) -> None:
        """Show another legend."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(legend_width(self._text)) + 2, round(_LINE))

    def minimumSizeHint(self) -> QSize:
        # One that does not fold is hidden where it has no room, and must not keep its panel wide for that.
        return QSize(60, round(_LINE))

    def hasHeightForWidth(self) -> bool:
        return self._folded

    def heightForWidth(self, width: int) -> int:
        x, lines = 0.0, 1
        for item in legend_items(self._text):
            if x > 0 and x + _width(item) > width:
                x, lines = 0.0, lines + 1
            x += _width(item) + _GAP
        return round(lines * _LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_legend(painter, self._look, 0, _LINE / 2, self._text, self.width() if self._folded else None)


def _width(item: tuple[str, str]) -> float:
    return (_SIGN_WIDTH if item[0] else 0) + text_width(item[1]) + 2


def _draw_sign(painter: QPainter, look: Look, centre: QPointF, sign: str) -> None:
    if sign == "◆":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.colours.ember))
        up, right = QPointF(0, 4), QPointF(4, 0)
        painter.drawPolygon([centre - up, centre + right, centre + up, centre - right])
    else:
        draw_disc(painter, centre, 3.4 if sign == "●" else 2.8, look.colours.sage, filled=sign == "●")
