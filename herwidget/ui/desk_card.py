"""The desk card: this week's cells and a question, small, on the desktop under all windows; off until it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QEnterEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QScreen,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from herwidget.core.desk_place import DEFAULT_PLACE, Box, DeskPlace
from herwidget.core.desk_question import desk_question
from herwidget.core.history.records import DaySummary
from herwidget.core.local_time import local_day
from herwidget.core.ports import JournalError
from herwidget.core.questions import HEARD_BY_SOMEONE
from herwidget.ui.card_frame import CardFrame
from herwidget.ui.charts.chart import Look
from herwidget.ui.controls import button, heading, label, press_focused_button, say, tooltip
from herwidget.ui.desk_card_parts import LAMP, LAMP_RADIUS, DayCell, Ember
from herwidget.ui.history import History
from herwidget.ui.history_words import weekday_long
from herwidget.ui.program import Open, Program
from herwidget.ui.theme import SMALL_PIXELS
from herwidget.ui.words import translate

WIDTH = 300
_EDGE = 20
_QUESTION_PIXELS = 16
_KEY_STEP, _SMALL_KEY_STEP = 16, 1
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


@dataclass(frozen=True)
class Week:
    """What the card tells; `days` are those of the week that were told of."""

    today: date
    question: str
    days: tuple[DaySummary, ...]
    heard_on: date | None
    heard_by: str

    @property
    def monday(self) -> date:
        """Where the week begins, as in the rhythm: each day has its place, so that cells need no captions."""
        return self.today - timedelta(days=self.today.weekday())


class DeskCard(CardFrame):
    """Stays on the desktop until it is switched off; can be moved, by hand or with the arrow keys.

    `keep_on_desktop` tells the window manager of X11 what Qt has no words for.
    """

    def __init__(self, program: Program, keep_on_desktop: Callable[[int], None]) -> None:
        super().__init__(program, QRect, width=WIDTH)
        self._keep_on_desktop = keep_on_desktop
        self._is_x11 = QGuiApplication.platformName() == "xcb"
        # X11's window managers may hide tool windows of a program that is not in use; elsewhere they stay, unlisted.
        kind = Qt.WindowType.Window if self._is_x11 else Qt.WindowType.Tool
        self.setWindowFlags(
            kind
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnBottomHint
            | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setWindowTitle("Herwidget")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._opened: Open | None = None
        self._history: History | None = None
        self._week: Week | None = None
        self._at = QPoint()
        """Where the card was put, without its shadow: while the window is new, Qt may still think it elsewhere."""
        self._placed = QSize()
        self._dragged_on: QScreen | None = None
        self._free: Box | None = None
        """What panels left free of its screen when it was put there."""
        self._pressed_at = self._grip = QPoint()
        self._pressed = self._moving = False
        self._build()
        self.refresh()
        program.state_changed.connect(self.refresh)
        program.language_changed.connect(self.refresh)
        program.theme.changed.connect(self.refresh)

    def appear(self, *, take_focus: bool) -> None:
        """Show the card where it was left."""
        if self._is_x11 and not self.isVisible():
            # Qt looks at this when the window is made, which asking for its number does.
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not take_focus)
            self._keep_on_desktop(int(self.winId()))
        super().appear(take_focus=take_focus)
        if take_focus:
            self.setFocus()

    def refresh(self) -> None:
        """Tell what the journal holds now; nothing of the person where it cannot be read."""
        week = self._week = self._read()
        self._ember.lit = week is not None
        say(self._kicker, translate("DeskCard", "This week"))
        question = week.question if week else translate("DeskCard", "There is nothing to show here for now.")
        say(self._question, question)
        self._question.setVisible(bool(question))
        self.setAccessibleName(question or self._kicker.accessibleName())
        self._tell_days()
        self._answer.setText(translate("DeskCard", "Answer"))
        self._answer.setAccessibleName(translate("DeskCard", "Answer"))
        self._answer.setStyleSheet(
            f"color: {self._program.theme.colours.ember}; font-weight: 600; font-size: {SMALL_PIXELS}px;"
        )
        self._tell_last_heard()
        hide = translate("DeskCard", "Hide the desk card")
        self._ember.setAccessibleName(hide)
        self._ember.setToolTip(f"{hide} (Esc)")
        for part in (self._cells, self._foot):
            part.setVisible(week is not None)
        self._column.setContentsMargins(0, _EDGE - 9, 0, _EDGE - 8 if week else _EDGE)
        self.fit()
        self.update()

    def follow_clock(self) -> None:
        """A minute has passed: after midnight it is another day, and a panel may stand where it did not."""
        if self._week is not None and self._week.today != self._today():
            self.refresh()
        # With several screens nothing tells that a panel came or went.
        screen = self._wanted_screen()
        if screen is not None and self.isVisible() and not self._moving and self._free_of(screen) != self._free:
            self._place_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._hide()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            press_focused_button(self)
        elif key in _ARROWS:
            step = _SMALL_KEY_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _KEY_STEP
            across, down = _ARROWS[key]
            self._move_card(self._at + QPoint(across, down) * step, self.screen())
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS and not event.isAutoRepeat():
            self._remember()
        super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        on_the_card = self.body.geometry().contains(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not on_the_card:
            event.ignore()
            return
        window = self.windowHandle()
        # On Wayland only the compositor can move it. Elsewhere the end of its move is not told, so it is done by hand.
        if not (QGuiApplication.platformName() == "wayland" and window is not None and window.startSystemMove()):
            self._pressed = True
            self._pressed_at = event.globalPosition().toPoint()
            self._grip = event.position().toPoint() - self.body.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if not self._pressed:
            return
        if not self._moving:
            if (at - self._pressed_at).manhattanLength() < QApplication.startDragDistance():
                return
            self._moving = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._move_card(at - self._grip, QGuiApplication.screenAt(at) or self.screen())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._moving:
            self.unsetCursor()
            self._remember()
        self._pressed = self._moving = False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._ember.offer(offered=True)

    def leaveEvent(self, event: QEvent) -> None:
        self._ember.offer(offered=False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window manager's close is the same as Esc."""
        event.setAccepted(self._program.ending)
        if not self._program.ending:
            self._hide()

    def sizeHint(self) -> QSize:
        return self.size()

    def _build(self) -> None:
        self._column = QVBoxLayout(self.body)
        self._column.setSpacing(0)
        header = _row(right=_EDGE - (LAMP - 2 * int(LAMP_RADIUS)) // 2)
        self._kicker = label("", "kicker")
        self._ember = Ember(self._program, self._hide)
        header.addWidget(self._kicker, 1)
        header.addWidget(self._ember)
        self._column.addLayout(header)
        question = _row()
        self._question = heading("", _QUESTION_PIXELS)
        question.addWidget(self._question)
        self._column.addLayout(question)
        self._cells = QWidget()
        row = _row(self._cells, top=12)
        row.setSpacing(6)
        self._days = [DayCell(self._program) for _ in range(7)]
        for cell in self._days:
            row.addWidget(cell)
        self._column.addWidget(self._cells)
        self._foot = QWidget()
        # The word, not its padding, ends at the right edge.
        foot = _row(self._foot, right=_EDGE - 6, top=6)
        foot.setSpacing(8)
        self._heard = label("", "why")
        self._answer = button("", "plain", self._program.check_in_wanted.emit)
        foot.addWidget(self._heard, 1)
        foot.addWidget(self._answer)
        self._column.addWidget(self._foot)

    def _today(self) -> date:
        return local_day(self._program.clock(), self._program.zone())

    def _read(self) -> Week | None:
        opened, today = self._program.opened, self._today()
        if opened is None:
            return None
        try:
            if opened is not self._opened or self._history is None:
                self._opened, self._history = opened, opened.history()
            journal = self._history.journal
            question = desk_question(opened.bank, today, opened.seed())
            days = tuple(journal.day_summaries(today - timedelta(days=today.weekday()), today))
            last = journal.last_heard()
            # Whoever was put away is not named any more.
            people = [one for one in opened.people.people() if one.id in last]
        except JournalError:
            return None
        unnamed = [day.day for day in days if day.heard in HEARD_BY_SOMEONE]
        heard_on = max([*unnamed, *(last[one.id] for one in people)], default=None)
        names = ", ".join(one.name for one in people if last[one.id] == heard_on)
        text = question.text.of(self._program.language) if question else ""
        return Week(today, text, days, heard_on, names)

    def _tell_days(self) -> None:
        week, opened = self._week, self._program.opened
        if week is None or opened is None:
            return
        look = Look.of(self._program.theme.colours, self._program.language, opened.bank)
        means = {one.day: one.mean for one in week.days}
        for number, cell in enumerate(self._days):
            day = week.monday + timedelta(days=number)
            cell.tell(day, means.get(day), look, to_come=day > week.today)

    def _tell_last_heard(self) -> None:
        week = self._week
        text = ""
        if week is not None and week.heard_on is not None:
            when = _day_words(week.heard_on, week.today, self._program.language)
            if week.heard_by:
                when = translate("DeskCard", "{day}, {names}").format(day=when, names=week.heard_by)
            text = translate("DeskCard", "Last heard: {when}").format(when=when)
        self._heard.ensurePolished()
        self._answer.ensurePolished()
        room = WIDTH - 2 * _EDGE - self._answer.sizeHint().width()
        shown = QFontMetrics(self._heard.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
        self._heard.setText(shown)
        self._heard.setToolTip(tooltip(text) if shown != text else "")
        # A label without words would still be read out.
        self._heard.setAccessibleName(text or " ")

    def _hide(self) -> None:
        self._program.change_settings(desk_card=False)

    def _move_card(self, wanted: QPoint, screen: QScreen) -> None:
        if self._dragged_on is not screen:
            self._dragged_on, self._free = screen, self._free_of(screen)
        assert self._free is not None
        self._put(*self._free.holding(self.body.width(), self.body.height(), wanted.x(), wanted.y()))

    def _put(self, x: int, y: int) -> None:
        self._at = QPoint(x, y)
        self.move(x - self._margin, y - self._margin)

    def _remember(self) -> None:
        card = QRect(self._at, self.body.size())
        screen = QGuiApplication.screenAt(card.center()) or self.screen()
        place = DeskPlace.nearest(self._free_of(screen), _box(card), screen.name())
        self._dragged_on = None
        if place != self._program.settings.desk_card_place:
            self._program.change_settings(desk_card_place=place)

    def _place(self) -> None:
        """To where it was left, unless it is there: a window manager may have moved it in the meantime."""
        if not self._moving and not (self.isVisible() and self._placed == self.body.size()):
            self._place_anew()

    def _place_anew(self) -> None:
        """Where it was left; in the usual corner of the primary screen where that screen is gone."""
        place, screen = self._program.settings.desk_card_place, self._wanted_screen()
        if screen is not None:
            if place.screen and not place.is_on(screen.name()):
                place = DEFAULT_PLACE
            free = self._free = self._free_of(screen)
            self._placed = self.body.size()
            self._put(*place.on(free, self.body.width(), self.body.height()))

    def _wanted_screen(self) -> QScreen | None:
        """The screen where it was left, or the primary one where that is gone; None while there is no screen."""
        place = self._program.settings.desk_card_place
        primary: QScreen | None = QGuiApplication.primaryScreen()
        return next((one for one in QGuiApplication.screens() if place.is_on(one.name())), primary)

    def _free_of(self, screen: QScreen) -> Box:
        return _box(self._work_area(screen))

    def _screens_changed(self) -> None:
        if self.isVisible():
            self._place_anew()


def _row(holder: QWidget | None = None, *, right: int = _EDGE, top: int = 0) -> QHBoxLayout:
    row = QHBoxLayout(holder) if holder is not None else QHBoxLayout()
    row.setContentsMargins(_EDGE, top, right, 0)
    row.setSpacing(0)
    return row


def _box(rectangle: QRect) -> Box:
    return Box(rectangle.x(), rectangle.y(), rectangle.width(), rectangle.height())


def _day_words(day: date, today: date, language: str) -> str:
    """Today, the weekday within the last six days, else the date; the year where it is another."""
    if day == today:
        return translate("DeskCard", "today")
    if timedelta() < today - day <= timedelta(days=6):
        return weekday_long(day.weekday(), language)
    korean = language == "ko"
    pattern = "M월 d일" if korean else "d MMMM"
    if day.year != today.year:
        pattern = "yyyy년 M월 d일" if korean else "d MMMM yyyy"
    locale = QLocale(QLocale.Language.Korean if korean else QLocale.Language.English)
    return locale.toString(QDate(day.year, day.month, day.day), pattern)
