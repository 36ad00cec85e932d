"""Small widgets that more than one screen uses."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QActionGroup,
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtGui import Qt as TextQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from herwidget.core.people import Person, initial
from herwidget.ui.theme import BODY_PIXELS, ThemeKeeper
from herwidget.ui.typeface import serif
from herwidget.ui.words import keep_words

_LONGEST_NAME = 240
# Badge colours of the design; a person keeps theirs by the number of their row.
_BADGES = ("#8A6D5A", "#5A7A8A", "#7A5A8A", "#5F7A5A", "#8A5A66", "#5A608A")


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """A plain-text label; `role` is one the style sheet knows."""
    made = QLabel(keep_words(text))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setAccessibleName(text)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def say(shown: QLabel, text: str) -> None:
    """Let a label say something else, to the eye and to a screen reader."""
    shown.setText(keep_words(text))
    shown.setAccessibleName(text)


def tooltip(text: str) -> str:
    """A text that a person wrote, for a tooltip: what Qt would take for rich text is shown as it was typed."""
    if not TextQt.mightBeRichText(text):
        return text
    from html import escape

    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>")


class Shortened(QLabel):
    """A text in one line, shortened at its end where there is no room; the whole of it is its tooltip then."""

    def __init__(self, text: str, role: str = "") -> None:
        super().__init__(" ".join(text.split()))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip("" if self._shown() == self.text() else tooltip(self.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter, self._shown())

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())


def heading(text: str, pixels: int) -> QLabel:
    """A question or a heading, in the serif."""
    made = label(text, wrap=True)
    font = serif(pixels)
    made.setFont(font)
    # The style sheet's size for everything would win over the font otherwise.
    made.setStyleSheet(f"font-size: {pixels}px; font-weight: 500; font-family: {_families(font)};")
    return made


def button(
    text: str, role: str, clicked: Callable[[], Any] | None = None, kind: type[QPushButton] = QPushButton
) -> QPushButton:
    """A push button of one of the style sheet's roles."""
    made = kind(text)
    made.setProperty("role", role)
    made.setAccessibleName(text.replace("&", ""))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if clicked is not None:
        made.clicked.connect(lambda: clicked())
    return made


def flush_left(made: QPushButton) -> QPushButton:
    """Set a plain button's word, not its padding, on the left edge of the text above it."""
    made.setStyleSheet("padding-left: 0; padding-right: 6px; text-align: left;")
    return made


def rule() -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setProperty("role", "rule")
    made.setFixedHeight(1)
    return made


def panel(role: str = "panel") -> QFrame:
    """A rounded surface."""
    made = QFrame()
    made.setProperty("role", role)
    return made


def leaves_enter(event: QKeyEvent) -> bool:
    """Whether it is Enter, which then goes on to the window: the themes of GNOME and Xfce let it press any button."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    event.ignore()
    return True


class Chip(QPushButton):
    """An option that Space turns on and off, and Enter does not."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not leaves_enter(event):
            super().keyPressEvent(event)


def chip(text: str, *, person: Person | None = None) -> QPushButton:
    """A rounded option that can be on; with a person's badge where one is given. A long name is shortened in it."""
    # Measured in the bold of a chosen option, so that choosing moves nothing.
    bold = QFont()
    bold.setPixelSize(BODY_PIXELS)
    bold.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(bold)
    shown = text if person is None else metrics.elidedText(text, Qt.TextElideMode.ElideRight, _LONGEST_NAME)
    shown_text = shown.replace("&", "&&")
    # The space stands between badge and name.
    made = button(shown_text if person is None else f" {shown_text}", "chip", kind=Chip)
    made.setAccessibleName(text)
    if shown != text:
        made.setToolTip(tooltip(text))
    made.setCheckable(True)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    if person is not None:
        made.setIcon(QIcon(badge(person, 20, made.devicePixelRatioF())))
        made.setIconSize(QSize(20, 20))
    icon_width = 26 if person is not None else 0
    made.setMinimumWidth(min(320, metrics.horizontalAdvance(shown) + icon_width + 30))
    return made


def badge(person: Person, size: int, ratio: float) -> QPixmap:
    """A person's round badge with the first letter of the name, `size` pixels wide."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_BADGES[person.id % len(_BADGES)]))
    painter.drawEllipse(QRectF(0, 0, size, size))
    font = QFont()
    font.setPixelSize(round(size * 0.5))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, initial(person.name))
    painter.end()
    return pixmap


class Switch(QCheckBox):
    """An on-off switch as the design draws it; on is told by place as well as by colour."""

    def __init__(self, theme: ThemeKeeper, name: str, description: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setFixedSize(40, 26)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(40, 26)

    def hitButton(self, position: Any) -> bool:
        return bool(self.rect().contains(position))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(3, 3, 34, 20)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        if self.hasFocus():
            painter.setPen(QColor(colours.ember))
            painter.drawRoundedRect(track.adjusted(-2.5, -2.5, 2.5, 2.5), 12.5, 12.5)
        if self.isChecked():
            fill, edge, knob, place, radius = colours.ember, colours.ember, colours.on_ember, 27, 7
        else:  # seen by its edge and its knob, in light and in dark
            fill, edge, knob, place, radius = colours.line, colours.ink_3, colours.ink_3, 13, 6
        painter.setPen(QColor(edge))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), 9.5, 9.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(knob))
        painter.drawEllipse(QPointF(place, 13), radius, radius)


class MenuField(QPushButton):
    """A field that shows the choice made and opens the others as a menu."""

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[str, object]], current: object) -> None:
        super().__init__()
        self._name = name
        self.setProperty("role", "field")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        menu = QMenu(self)
        menu.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        group = QActionGroup(menu)
        for text, value in options:
            action = menu.addAction(text)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(partial(self._choose, text, value))
            if value == current:
                action.setChecked(True)
                self.say(text)
        # The keyboard begins at what is chosen; a menu forgets that when it is laid out, so it comes after.
        begin = partial(QTimer.singleShot, 0, menu, lambda: menu.setActiveAction(group.checkedAction()))
        menu.aboutToShow.connect(begin)
        self.setMenu(menu)

    def say(self, text: str) -> None:
        """Show `text` as what is chosen."""
        self.setText(f"{text}  ▾")
        self.setAccessibleName(f"{self._name}: {text}")

    def _choose(self, text: str, value: object) -> None:
        self.say(text)
        self.chosen.emit(value)


class ClickableLabel(QLabel):
    """Text that works as the label of another control: a click on it is a click on that."""

    def __init__(self, text: str, control: QAbstractButton) -> None:
        super().__init__(keep_words(text))
        self._control = control
        self.setAccessibleName(text)
        self.setWordWrap(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._control.click()


def press_focused_button(window: QWidget) -> bool:
    """Enter on a button is a click on it, unless it is an option that Space turns on; whether there was one."""
    focused = window.focusWidget()
    if isinstance(focused, QPushButton) and not focused.isCheckable():
        focused.click()
        return True
    return False


def clear(widget: QWidget) -> None:
    """Take a widget off the screen for good."""
    widget.hide()
    widget.deleteLater()


def _families(font: QFont) -> str:
    return ", ".join(f'"{family}"' for family in font.families())


def scroll_area_of(widget: QWidget) -> QScrollArea | None:
    """What the page that holds a widget is scrolled by."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above
