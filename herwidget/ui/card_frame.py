"""The card's window: frameless, rounded, with its own shadow; near the tray, taking no focus unasked."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from herwidget.ui.controls import clear
from herwidget.ui.layout import height_of
from herwidget.ui.program import Program
from herwidget.ui.sheet import Sheet
from herwidget.ui.theme import CARD_RADIUS
from herwidget.ui.work_area import work_area

CARD_WIDTH = 384
SHADOW = 34
_EDGE = 10
_FADE_MILLISECONDS = 170


class CardFrame(QWidget):
    """A rounded surface of its own; `body` holds what it shows, which may be a sheet."""

    def __init__(self, program: Program, tray_geometry: Callable[[], QRect], *, width: int = CARD_WIDTH) -> None:
        super().__init__(None, Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        # macOS hides the tool windows of a program that is not in front, as this one hardly ever is.
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self._program, self._theme, self._tray_geometry = program, program.theme, tray_geometry
        self._asked_at: QPoint | None = None
        """Where the pointer was when the person asked for it, None when it came by itself."""
        # Without a compositor what should be see-through would be black: the card then ends at its own edge.
        self._margin = SHADOW if program.translucent else 0
        if program.translucent:
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        # Wayland has no opacity for a whole window.
        self._fades = program.motion and program.translucent and QGuiApplication.platformName() == "xcb"
        self._card_width = width
        self._shadow = QPixmap()
        self._wanted = QSize()
        self._sheet: Sheet | None = None
        self._room = QRect()
        """What panels leave free of its screen."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(self._margin, self._margin, self._margin, self._margin)
        self.body = QWidget(self)
        outer.addWidget(self.body)
        self._fade = QPropertyAnimation(self, b"windowOpacity", self)
        self._fade.setDuration(_FADE_MILLISECONDS)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._theme.changed.connect(self._retheme)
        screens = QGuiApplication.instance()
        assert isinstance(screens, QGuiApplication)
        screens.screenAdded.connect(self._screen_added)
        screens.screenRemoved.connect(self._screens_changed)
        screens.primaryScreenChanged.connect(self._screens_changed)
        for screen in QGuiApplication.screens():
            self._watch(screen)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet in the place of the one that was shown."""
        column = self.body.layout()
        if column is None:
            column = QVBoxLayout(self.body)
            column.setContentsMargins(0, 0, 0, 0)
        if self._sheet is not None:
            column.removeWidget(self._sheet)
            clear(self._sheet)
        self._sheet = sheet
        column.addWidget(sheet)
        # A layout leaves out what is not shown yet, and Qt would show it only later.
        sheet.show()
        self.fit()

    def fit(self) -> None:
        """Take the height that the contents need and the screen has; the corner at the tray stays where it is."""
        if self.isVisible():
            self._settle()

    def surface(self) -> QRect:
        """Where it is on the screen, without its shadow."""
        margin = self._margin
        return self.geometry().adjusted(margin, margin, -margin, -margin)

    def appear(self, *, take_focus: bool) -> None:
        """Show the card at its place: where the person asked for it, they look."""
        self._asked_at = QCursor.pos() if take_focus else None
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not take_focus)
        self._settle()
        if self._fades and not self.isVisible():
            self.setWindowOpacity(0.0)
            self._fade.setStartValue(0.0)
            self._fade.setEndValue(1.0)
            self._fade.start()
        is_new = self.windowHandle() is None
        self.show()
        if is_new and QGuiApplication.platformName() == "wayland":
            # Where it is told only now.
            self.windowHandle().screenChanged.connect(self._screens_changed)
        if take_focus:
            self.raise_()
            self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._sheet is None or not self._sheet.take_key(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._margin:
            painter.drawPixmap(0, 0, self._shadow_pixmap())
        colours = self._theme.colours
        rectangle = QRectF(self.rect()).adjusted(self._margin, self._margin, -self._margin, -self._margin)
        painter.setPen(QColor(colours.line))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(rectangle.adjusted(0.5, 0.5, -0.5, -0.5), CARD_RADIUS, CARD_RADIUS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shadow = QPixmap()
        if event.size() != self._wanted:
            # A Wayland compositor may go back to a floating window's first size; the card knows better.
            QTimer.singleShot(0, self, self._insist)
        if not self._margin:
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), CARD_RADIUS, CARD_RADIUS)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def _insist(self) -> None:
        if self._wanted.isValid() and self.size() != self._wanted:
            self.resize(self._wanted)

    def _retheme(self) -> None:
        self._shadow = QPixmap()
        self.update()

    def _settle(self) -> None:
        """Take size and place."""
        layout, width, screen = self.body.layout(), self._card_width, self._wanted_screen()
        assert layout is not None
        if self._sheet is not None and screen is not None:
            self._room = self._work_area(screen)
            width = min(width, self._room.width() - 2 * _EDGE)
            self._sheet.fit(width, self._room.height() - 2 * _EDGE)
        layout.activate()
        height = height_of(layout, width)
        self.body.setFixedSize(width, height)
        self._wanted = QSize(width + 2 * self._margin, height + 2 * self._margin)
        self.setFixedSize(self._wanted)
        self._place()

    def _wanted_screen(self) -> QScreen | None:
        """The tray's screen, or where that does not tell its place, the one where the person clicked, or the primary.

        Wayland alone knows where it has put the card.
        """
        if self.isVisible() and QGuiApplication.platformName() == "wayland":
            return self.screen()
        tray = self._tray_geometry()
        near = tray.center() if tray.isValid() else self._asked_at
        return (QGuiApplication.screenAt(near) if near is not None else None) or QGuiApplication.primaryScreen()

    def _place(self) -> None:
        """In the corner of its screen that is next to the tray; Wayland places windows itself.

        A StatusNotifier tray does not tell where it is: then it is the right end of the panel.
        """
        screen = self._wanted_screen()
        if screen is None:
            return
        tray, whole, free = self._tray_geometry(), screen.geometry(), self._room
        at_left = tray.isValid() and tray.center().x() < whole.center().x()
        if tray.isValid():
            at_top = tray.center().y() < whole.center().y()
        else:
            at_top = free.top() > whole.top() and free.bottom() >= whole.bottom()
        card = QRect(QPoint(0, 0), self.size()).adjusted(self._margin, self._margin, -self._margin, -self._margin)
        x = free.left() + _EDGE if at_left else free.right() + 1 - _EDGE - card.width()
        y = free.top() + _EDGE if at_top else free.bottom() + 1 - _EDGE - card.height()
        self.move(max(x, free.left()) - self._margin, max(y, free.top()) - self._margin)

    def _work_area(self, screen: QScreen) -> QRect:
        return work_area(screen, self._program.free_of_panels)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._screens_changed)
        screen.availableGeometryChanged.connect(self._screens_changed)

    def _screen_added(self, screen: QScreen) -> None:
        self._watch(screen)
        self._screens_changed()

    def _screens_changed(self) -> None:
        """A cable was pulled, a panel moved: what is shown must not be left beside every screen, nor under a panel."""
        self.fit()

    def _shadow_pixmap(self) -> QPixmap:
        """Two soft layers as the design has them, drawn once for a size."""
        if not self._shadow.isNull():
            return self._shadow
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        card = QRectF(self.rect()).adjusted(self._margin, self._margin, -self._margin, -self._margin)
        colours = self._theme.colours
        layers = self._margin
        for layer in range(layers):
            spread = layers - layer
            # Quadratic falloff comes from many thin layers, each a little smaller than the one before.
            colour = QColor(*colours.shadow)
            colour.setAlphaF(colours.shadow_opacity * 2 * (layer + 1) / (layers * layers) * 0.9)
            painter.setBrush(colour)
            grown = card.adjusted(-spread, -spread, spread, spread).translated(0, 8 if spread < layers - 8 else 2)
            painter.drawRoundedRect(grown.intersected(QRectF(self.rect())), CARD_RADIUS + spread, CARD_RADIUS + spread)
        painter.end()
        self._shadow = pixmap
        return pixmap
