"""A chart as a picture of its own: PNG, SVG or PDF, with title, legend and what it rests on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSaveFile, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from herwidget.ui.charts.chart import Chart
from herwidget.ui.charts.drawing import draw_mood_key, draw_text, in_lines, text_width
from herwidget.ui.charts.legend import draw_legend, legend_width
from herwidget.ui.words import translate, unbroken

ENDINGS = (".png", ".svg", ".pdf")
_WIDTH, _MARGIN, _HEAD, _KEY, _FOOT = 860.0, 28.0, 52.0, 24.0, 34.0
_FOOT_LINE = 16.0
_PNG_RATIO = 2
_POINTS_PER_INCH = 72


class NotSaved(Exception):
    """The picture could not be written; `reason` is the system's word for it."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")


def save_chart(chart: Chart, path: Path, note: str) -> None:
    """Write `chart` to `path`, in the form that its ending names; a file that is there is replaced whole or not at all.

    `note` says under the chart what its figures rest on. The chart is laid out anew: its view has to do so again.

    Raises:
        ValueError: the ending is none of `ENDINGS`.
        NotSaved: the file could not be written.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ValueError(path.suffix)
    made = {".png": _png, ".svg": _svg, ".pdf": _pdf}[ending](chart, note)
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly) or file.write(made) != made.size() or not file.commit():
        raise NotSaved(path, file.errorString())


def _sheet(chart: Chart, note: str) -> QSizeF:
    key = _KEY if chart.has_cells else 0.0
    return QSizeF(_WIDTH, _HEAD + chart.lay_out(_WIDTH - 2 * _MARGIN) + key + _foot(_note_lines(note)))


def _note_lines(note: str) -> list[str]:
    """The note in lines that leave room for the name at the right."""
    return in_lines(unbroken(note), _WIDTH - 3 * _MARGIN - text_width(_name()))


def _foot(lines: list[str]) -> float:
    return _FOOT + _FOOT_LINE * (len(lines) - 1)


def _name() -> str:
    return translate("Charts", "Herwidget")


def _paint(painter: QPainter, chart: Chart, size: QSizeF, note: str) -> None:
    colours = chart.look.colours
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(colours.surface))
    line = QRectF(_MARGIN, 16, _WIDTH - 2 * _MARGIN, 20)
    draw_text(painter, line, chart.title, colours.ink, pixels=14, bold=True)
    draw_legend(painter, chart.look, line.right() - legend_width(chart.legend), line.center().y(), chart.legend)
    painter.save()
    painter.translate(_MARGIN, _HEAD)
    chart.paint(painter)
    painter.restore()
    lines = _note_lines(note)
    if chart.has_cells:
        draw_mood_key(painter, chart.look, _MARGIN + 1, size.height() - _foot(lines) - _KEY / 2 + 2)
    foot = QRectF(_MARGIN, size.height() - 26, _WIDTH - 2 * _MARGIN, _FOOT_LINE)
    draw_text(painter, foot, _name(), colours.ink_3, Qt.AlignmentFlag.AlignRight)
    for above, text in enumerate(reversed(lines)):
        draw_text(painter, foot.translated(0, -_FOOT_LINE * above), text, colours.ink_3)


def _png(chart: Chart, note: str) -> QByteArray:
    size = _sheet(chart, note)
    image = QImage((size * _PNG_RATIO).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PNG_RATIO)
    painter = QPainter(image)
    _paint(painter, chart, size, note)
    painter.end()
    return _filled(lambda buffer: QImageWriter(buffer, b"PNG").write(image))


def _svg(chart: Chart, note: str) -> QByteArray:
    size = _sheet(chart, note)

    def write(buffer: QBuffer) -> None:
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(size.toSize())
        generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
        generator.setTitle(chart.title)
        generator.setDescription(chart.summary())
        painter = QPainter(generator)
        _paint(painter, chart, size, note)
        painter.end()

    return _filled(write)


def _pdf(chart: Chart, note: str) -> QByteArray:
    size = _sheet(chart, note)

    def write(buffer: QBuffer) -> None:
        writer = QPdfWriter(buffer)
        writer.setResolution(_POINTS_PER_INCH)
        writer.setTitle(chart.title)
        writer.setCreator("Herwidget")
        writer.setPageLayout(
            QPageLayout(QPageSize(size, QPageSize.Unit.Point), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        )
        painter = QPainter(writer)
        _paint(painter, chart, size, note)
        painter.end()

    return _filled(write)


def _filled(write: Callable[[QBuffer], object]) -> QByteArray:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write(buffer)
    buffer.close()
    return buffer.data()
