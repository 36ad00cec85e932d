"""The charts as pictures without their words, and pictures compared.

Fonts differ between machines, so nothing is written in these pictures and every text is taken to be as wide.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from herwidget.ui.charts import after_chart, rhythm_chart, thread_chart, year_chart
from herwidget.ui.charts.chart import Chart
from herwidget.ui.theme import DARK, DARK_HIGH, LIGHT, LIGHT_HIGH
from tests.ui.charts.sample import NAMES, charts

APPROVED = Path(__file__).parent / "approved"
ARTIFACTS = Path(__file__).parents[3] / "test-artifacts"
THEMES = {"light": LIGHT, "dark": DARK, "light-high": LIGHT_HIGH, "dark-high": DARK_HIGH}
CASES = [(name, theme, 1.0) for name in NAMES for theme in THEMES if not (name == "thread-months" and "high" in theme)]
CASES += [("thread-days", "light", 2.0)]
"""The approved pictures: chart, theme, device pixels for each pixel."""
WIDTH = 560
_TEXT_WIDTH = 30.0
# Curves are smoothed a little differently by each version of Qt; a mark that moved changes more, and more strongly.
_SAME_COLOUR, _SAME_SHARE = 40, 0.0003
_STEP = 16


@contextmanager
def without_words() -> Iterator[None]:
    """In here charts write nothing, and take every text to be as wide as any other."""
    with ExitStack() as stack:
        for module in (after_chart, rhythm_chart, thread_chart, year_chart):
            stack.enter_context(patch.object(module, "draw_text", lambda *_given, **_named: None))
            stack.enter_context(patch.object(module, "text_width", lambda *_given: _TEXT_WIDTH))
        yield


def picture(chart: Chart, ratio: float = 1.0, width: int = WIDTH) -> QImage:
    """The chart on its surface."""
    image = QImage(QSize(width, round(chart.lay_out(width))) * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(chart.look.colours.surface))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chart.paint(painter)
    painter.end()
    return image


def case_picture(name: str, theme: str, ratio: float) -> QImage:
    """One of the pictures of `CASES`, as the program draws it now."""
    with without_words():
        return picture(charts(THEMES[theme])[NAMES.index(name)], ratio)


def small(image: QImage) -> QImage:
    """The picture with few colours, for a small file; none is further from its own than half a step."""
    made = image.convertToFormat(QImage.Format.Format_RGB32)
    data, line = bytearray(bytes(made.constBits())), made.bytesPerLine()
    for place, value in enumerate(data):
        data[place] = min(255, (value + _STEP // 2) // _STEP * _STEP)
    return QImage(data, made.width(), made.height(), line, QImage.Format.Format_RGB32).copy()


def file_name(name: str, theme: str, ratio: float) -> str:
    """The approved picture's file."""
    return f"{name}-{theme}{f'-{ratio:g}x' if ratio != 1 else ''}.png"


@dataclass
class Compared:
    """How two pictures differ: in how many of their pixels clearly, and where (red on grey)."""

    differing: int
    pixels: int
    image: QImage

    @property
    def same(self) -> bool:
        """Whether nobody would call them two pictures."""
        return self.differing <= self.pixels * _SAME_SHARE


def compare(actual: QImage, approved: QImage) -> Compared:
    """Two pictures, pixel by pixel; of different sizes, they differ everywhere."""
    pixels = actual.width() * actual.height()
    shown = actual.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_RGB32)
    if actual.size() != approved.size():
        return Compared(pixels, pixels, shown)
    one, other = (each.convertToFormat(QImage.Format.Format_RGB32) for each in (actual, approved))
    differing, line = 0, one.bytesPerLine()
    ones, others = bytes(one.constBits()), bytes(other.constBits())
    for y in range(one.height()):
        begin = y * line
        if ones[begin : begin + line] == others[begin : begin + line]:
            continue
        for x in range(one.width()):
            place = begin + 4 * x
            if any(abs(ones[place + part] - others[place + part]) > _SAME_COLOUR for part in range(3)):
                differing += 1
                shown.setPixelColor(x, y, QColor("#FF0000"))
    return Compared(differing, pixels, shown)
