"""What has to be told apart can be: contrasts (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio) and shapes."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QTimeEdit, QWidget

from herwidget.core.history.records import HourSummary
from herwidget.ui.charts import rhythm_chart
from herwidget.ui.charts.drawing import draw_cell, draw_disc
from herwidget.ui.charts.rhythm_chart import FEW, RhythmChart
from herwidget.ui.theme import LIGHT, Colours, style_sheet
from tests.ui.charts.pictures import THEMES, picture
from tests.ui.charts.sample import look

HIGH = {name: colours for name, colours in THEMES.items() if colours.high_contrast}
BACKGROUNDS = ("paper", "surface", "sunken", "dusk_soft", "ember_soft", "sage_soft")
MARK, TEXT = 3.0, 4.5


def luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str | QColor, other: str | QColor) -> float:
    darker, lighter = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
def test_texts_can_be_read(colours: Colours) -> None:
    low = {
        (text, behind): round(contrast(getattr(colours, text), getattr(colours, behind)), 2)
        for text in ("ink", "ink_2", "ink_3")
        for behind in BACKGROUNDS
    }
    low[("dusk", "dusk_soft")] = contrast(colours.dusk, colours.dusk_soft)
    low[("on_ember", "ember")] = contrast(colours.on_ember, colours.ember)
    low[("sage", "surface")] = contrast(colours.sage, colours.surface)
    for mood, (text, behind) in enumerate(zip(colours.on_moods, colours.moods, strict=True)):
        low[("on_moods", str(mood))] = contrast(text, behind)
    assert {pair: ratio for pair, ratio in low.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("colours", HIGH.values(), ids=HIGH)
def test_marks_stand_out_where_contrast_is_wanted(colours: Colours) -> None:
    marks = {f"mood {mood}": colours.moods[mood] for mood in range(1, 6)}
    marks |= {name: getattr(colours, name) for name in ("sage", "ink", "dusk", "grid", "line", "ember")}
    for behind in ("surface", "sunken", "dusk_soft"):
        ratios = {name: contrast(mark, getattr(colours, behind)) for name, mark in marks.items()}
        assert {name: ratio for name, ratio in ratios.items() if ratio < MARK} == {}, behind
    assert colours.bar_opacity == 1.0
    assert contrast(colours.cell_edge, colours.surface) >= MARK


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("mood", range(1, 6))
@pytest.mark.parametrize("moods", [FEW - 1, FEW])
def test_the_number_in_a_cell_can_be_read(
    colours: Colours, mood: int, moods: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[tuple[str, str]] = []

    def note(_painter: QPainter, _box: QRectF, text: str, colour: str, *_more: object, **_named: object) -> None:
        written.append((text, colour))

    monkeypatch.setattr(rhythm_chart, "draw_text", note)
    chart = RhythmChart(look(colours), [HourSummary(2, 15, moods, float(mood))])
    drawn = picture(chart)
    centre = chart.outline(2 * 12 + 5).center()
    ((_, ink),) = [one for one in written[-200:] if one[0] == str(moods) and one[1] != colours.ink_3]
    assert contrast(ink, drawn.pixelColor(centre.toPoint())) >= TEXT


@pytest.mark.parametrize("colours", HIGH.values(), ids=HIGH)
@pytest.mark.parametrize("mood", range(1, 6))
def test_a_cell_of_few_moods_stands_out_where_contrast_is_wanted(colours: Colours, mood: int) -> None:
    chart = RhythmChart(look(colours), [HourSummary(2, 15, 1, float(mood))])
    drawn, cell = picture(chart), chart.outline(2 * 12 + 5)
    row = [drawn.pixelColor(x, round(cell.center().y())) for x in range(round(cell.left()), round(cell.right()))]
    assert max(contrast(colour, colours.surface) for colour in row[: len(row) // 3]) >= MARK


def covered(level: int, size: float, ratio: int = 8) -> float:
    """How many pixels a mood's cell covers, all moods being of one colour."""
    colours = replace(LIGHT, moods=("#000000",) * 6, cell_edge="")
    image = QImage(round(size) * ratio, round(size) * ratio, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    draw_cell(painter, look(colours), QRectF(0, 0, size, size), level)
    painter.end()
    return sum(255 - value for value in bytes(image.constBits())) / 255 / ratio**2


@pytest.mark.parametrize("size", [12.0, 31.0])
def test_moods_differ_in_shape_as_well(size: float) -> None:
    shares = [covered(level, size) / size**2 for level in range(1, 6)]
    for heavier, lighter in pairwise(shares):
        assert heavier - lighter > 0.006
    assert shares[0] > 0.99 and shares[4] == pytest.approx(3.1416 / 4, abs=0.01)


def test_ways_of_being_heard_differ_in_shape() -> None:
    seen = []
    for filled in (True, False):
        image = QImage(40, 40, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        draw_disc(painter, QRectF(0, 0, 40, 40).center(), 12, "#000000", filled=filled)
        painter.end()
        seen.append((image.pixelColor(20, 20).lightness() < 10, image.pixelColor(20, 8).lightness() < 10))
    assert seen == [(True, True), (False, True)]


@pytest.mark.parametrize("colours", HIGH.values(), ids=HIGH)
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTimeEdit, QPushButton])
def test_fields_have_an_edge_where_contrast_is_wanted(
    application: QApplication, colours: Colours, kind: type[QWidget]
) -> None:
    paper, field = QWidget(), kind()
    field.setParent(paper)
    if kind is QPushButton:
        field.setProperty("role", "field")
    paper.setStyleSheet(f"{style_sheet(colours)} QWidget {{ background: {colours.paper}; }}")
    field.resize(120, 40)
    drawn = field.grab().toImage()
    edge = (drawn.pixelColor(x, drawn.height() // 2) for x in range(3))
    assert max(contrast(colour, colours.paper) for colour in edge) >= MARK
