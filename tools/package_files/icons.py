"""The program's icon in the forms that desktops want, all drawn from the one SVG file."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from herwidget import APP_ID
from herwidget.desktop.resources import resources_folder

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Of the pictures in a theme, in pixels."""

_ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
# What Apple calls a picture of so many pixels; on a screen of double density a name of its own for the same one.
_ICNS_KINDS = (
    *((b"ic07", 128), (b"ic08", 256), (b"ic09", 512)),
    *((b"ic11", 32), (b"ic12", 64), (b"ic13", 256), (b"ic14", 512), (b"ic10", 1024)),
)

# The part of its side that an icon leaves free there at each edge.
_MACOS_MARGIN = 0.1


def write_theme(theme: Path) -> None:
    """The icon as it was drawn, and as pictures for what cannot draw it, in a folder like hicolor."""
    scalable = theme / "scalable" / "apps" / f"{APP_ID}.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    scalable.write_bytes(_drawn().read_bytes())
    for size in SIZES:
        path = theme / f"{size}x{size}" / "apps" / f"{APP_ID}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(png(size))


def ico() -> bytes:
    """The icon of a Windows program: a list of pictures, and the pictures as PNG, which Windows reads since Vista."""
    pictures = [(size, png(size)) for size in _ICO_SIZES]
    place = 6 + 16 * len(pictures)
    head = [struct.pack("<HHH", 0, 1, len(pictures))]
    for size, picture in pictures:
        side = size % 256  # 0 stands for 256
        head.append(struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place))
        place += len(picture)
    return b"".join((*head, *(picture for _, picture in pictures)))


def icns() -> bytes:
    """The icon of a macOS program: blocks of a name, a length and a PNG."""
    blocks = [_block(kind, png(size, _MACOS_MARGIN)) for kind, size in _ICNS_KINDS]
    return _block(b"icns", b"".join(blocks))


def png(size: int, margin: float = 0.0) -> bytes:
    """A picture of `size` by `size` pixels, with nothing on a part `margin` of it at each side."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    _paint(picture, size * (1 - 2 * margin))
    return _written(picture, b"png")


def bmp(width: int, height: int, background: str, side: float) -> bytes:
    """A picture for the pages of an installer: the icon, `side` pixels wide, in the middle of a surface."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor(background))
    _paint(picture, side)
    return _written(picture, b"bmp")


def _paint(picture: QImage, side: float) -> None:
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)
    QSvgRenderer(str(_drawn())).render(painter, place)
    painter.end()


def _written(picture: QImage, kind: bytes) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, kind).write(picture)
    return bytes(buffer.data().data())


def _block(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack(">I", len(content) + 8) + content


def _drawn() -> Path:
    return resources_folder() / "icons" / "herwidget.svg"
