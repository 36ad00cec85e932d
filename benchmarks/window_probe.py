"""Herwidget itself; run inside a session, it opens its window, uses it and closes it, and tells what that took.

Arguments: the task ("open", "remember" or "use"), a journal, how many windows, and along how many bars of a range the
mouse goes at most. Writes lines of JSON, the first one when
it begins. The window is opened as a click in the tray's menu opens it; keys and the mouse come as events of Qt. A
paint counts from the moment at which the event after it is handled: it was sent to the X server then.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from benchmarks.processes import memory_of
from herwidget import app, launch
from herwidget.environment import Environment, Options
from herwidget.services.check_in import CheckIn

if TYPE_CHECKING:
    from herwidget.ui.charts.chart_view import ChartView
    from herwidget.ui.window import Window

_TASK, _JOURNAL, _WINDOWS, _HOVERS = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
_ICON_FIRST, _QUIET_BEFORE, _BETWEEN_LOOKS, _QUIET_AFTER, _AFTER_HOVER = 1200, 700, 50, 400, 40  # milliseconds
# Nobody has read the page and pressed a key any sooner.
_HAND_AT_THE_KEYS = 1000
_IDLE, _OPEN, _CLOSED = 3000, 1000, 4000
_STILL, _PATIENCE = 0.25, 20.0  # seconds
# Nothing of these is read before a window is opened.
_OF_THE_WINDOW = (
    *("herwidget.ui.window", "herwidget.ui.pages", "herwidget.ui.thread_page", "herwidget.ui.charts"),
    *("herwidget.core.charts", "herwidget.core.history", "herwidget.journal.history"),
)
# From three months, where a window begins, to a week, to all and back again.
_KEYS = "++----++"
_PAINTED = QEvent.Type(QEvent.registerEventType())


class MeasuredApp(app.App):
    """The program as it is, but for notes of the time when the window and its charts have been painted."""

    def begin(self, *, background: bool, wanted: dict[str, str]) -> None:
        """Start as always; some time later the task begins."""
        super().begin(background=background, wanted=wanted)
        self._painting: set[QObject] = set()
        self._paints: list[tuple[float, frozenset[QObject]]] = []
        self._watching_charts = False
        self._views: list[ChartView] = []
        self._bubbles: list[QWidget] = []
        self._steps = {"open": self._open_often, "remember": self._remember, "use": self._use}[_TASK]()
        QTimer.singleShot(_ICON_FIRST, self, self._go_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An event of high priority is next after a paint."""
        if event.type() is QEvent.Type.Paint:
            if not self._painting:
                QCoreApplication.postEvent(self, QEvent(_PAINTED), Qt.EventPriority.HighEventPriority.value)
            self._painting.add(watched)
        return False

    def customEvent(self, event: QEvent) -> None:
        self._paints.append((time.monotonic(), frozenset(self._painting)))
        self._painting.clear()
        if not self._watching_charts:
            # The window has its first picture, and what a page shows is read next.
            self._watch_charts()

    def _watch_charts(self) -> None:
        """Watch all charts and bubbles from their beginning; to look for them would have Qt wrap all that is there."""
        from herwidget.ui.charts.chart_view import Bubble, ChartView

        def watching(make: Callable[..., None], made: list[Any]) -> Callable[..., None]:
            def make_and_watch(widget: QObject, *given: object) -> None:
                make(widget, *given)
                made.append(widget)
                widget.installEventFilter(self)

            return make_and_watch

        self._watching_charts = True
        patch.object(ChartView, "__init__", watching(ChartView.__init__, self._views)).start()
        patch.object(Bubble, "__init__", watching(Bubble.__init__, self._bubbles)).start()

    def _show_card(self, check_in: CheckIn, *, take_focus: bool) -> None:
        sys.exit("a question came while the window was measured")

    @property
    def _shown(self) -> "Window":
        assert self._windows._window is not None
        return self._windows._window

    def _go_on(self) -> None:
        wait = next(self._steps, None)
        if wait is None:
            self._qt.quit()
        else:
            QTimer.singleShot(wait, self, self._go_on)

    # Tasks, and their parts, do one step after another and give the milliseconds to wait after each.

    def _open_often(self) -> Iterator[int]:
        self._tell_beginning()
        for _ in range(_WINDOWS):
            yield from self._open()
            size = self._shown.size()
            _tell(
                opened=self._opened,
                painted=self._time_of_paint([self._shown]),
                # A chart may be painted more than once while the page finds its layout.
                whole=max(at for at, painted in self._paints if painted & set(self._charts())),
                width=size.width(),
                height=size.height(),
            )
            yield from self._close()

    def _remember(self) -> Iterator[int]:
        self.ticked.emit()  # the first tick has more to do than those of every minute
        yield _IDLE
        self._tell_beginning()
        _tell_memory("idle")
        for _ in range(_WINDOWS):
            yield from self._open()
            yield _OPEN
            _tell_memory("open")
            yield from self._close()
            yield _CLOSED
            _tell_memory("closed")

    def _use(self) -> Iterator[int]:
        self._tell_beginning()
        for number in range(_WINDOWS):
            yield from self._open()
            yield _HAND_AT_THE_KEYS
            seen = {str(self._shown.view.range)}
            for key in _KEYS:
                yield from self._change_range(key, seen)
            if number == _WINDOWS - 1:
                for key in "--":
                    yield from self._change_range(key, seen)
                    yield from self._hover()
            yield from self._close()

    def _open(self) -> Iterator[int]:
        yield _QUIET_BEFORE
        self._paints.clear()
        self._views.clear()
        self._bubbles.clear()
        self._opened = time.monotonic()
        self.program.window_wanted.emit("thread")
        self._shown.installEventFilter(self)
        yield from self._until_painted(self._charts)

    def _close(self) -> Iterator[int]:
        self._shown.close()
        yield _QUIET_AFTER
        if self._windows.window_is_open:
            sys.exit("the window did not close")

    def _change_range(self, key: str, seen: set[str]) -> Iterator[int]:
        """Press a key and tell when the thread is painted, and when all that follows from the range is."""
        view, before = self._thread(), str(self._shown.view.range)
        self._paints.clear()
        began = time.monotonic()
        code = Qt.Key.Key_Plus if key == "+" else Qt.Key.Key_Minus
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.postEvent(view, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, key))
        yield from self._until_painted(lambda: [view])
        now = str(self._shown.view.range)
        if now == before:
            sys.exit(f"the range did not change: {key} at {before}")
        _tell(
            range=now,
            anew=now not in seen,
            painted=self._time_of_paint([view]) - began,
            whole=self._paints[-1][0] - began,
        )
        seen.add(now)

    def _hover(self) -> Iterator[int]:
        """Move the mouse from bar to bar and tell when the outline and the bubble are painted."""
        view = self._thread()
        for mark in range(min(view.chart.count, _HOVERS)):
            began = time.monotonic()
            yield from self._point_at(view, mark)
            both = [view, self._bubbles[-1]]
            yield from self._until_painted(both.copy, still=0)
            _tell(hover=str(self._shown.view.range), painted=self._time_of_paint(both) - began)

    def _point_at(self, view: "ChartView", mark: int) -> Iterator[int]:
        place, none = view.chart.outline(mark).center(), Qt.MouseButton.NoButton
        if view.chart.mark_at(place.x(), place.y()) != mark:
            sys.exit(f"bar {mark} is not where it says it is")
        on_screen, keys = QPointF(view.mapToGlobal(place)), Qt.KeyboardModifier.NoModifier
        self._paints.clear()
        QCoreApplication.postEvent(view, QMouseEvent(QEvent.Type.MouseMove, place, on_screen, none, none, keys))
        yield _AFTER_HOVER

    def _until_painted(self, wanted: Callable[[], Collection[QObject]], still: float = _STILL) -> Iterator[int]:
        """Wait until what is wanted was painted, all of it, and then nothing any more."""
        deadline = time.monotonic() + _PATIENCE
        while not (
            (widgets := wanted())
            and all(any(widget in painted for _, painted in self._paints) for widget in widgets)
            and time.monotonic() - self._paints[-1][0] >= still
        ):
            if time.monotonic() > deadline:
                sys.exit(f"not painted within {_PATIENCE:g} s: {wanted()}")
            yield _BETWEEN_LOOKS

    def _time_of_paint(self, widgets: Collection[QObject]) -> float:
        """When the last of the widgets had been painted once."""
        return max(min(at for at, painted in self._paints if widget in painted) for widget in widgets)

    def _charts(self) -> "list[ChartView]":
        """Those on the screen."""
        return [view for view in self._views if isValid(view) and not view.visibleRegion().isEmpty()]

    def _thread(self) -> "ChartView":
        return next(view for view in self._charts() if view.chart.name == "thread")

    def _tell_beginning(self) -> None:
        read = [name for name in sys.modules if name.startswith(_OF_THE_WINDOW)]
        _tell(read=read, sage=self.program.theme.colours.sage)


def _tell_memory(when: str) -> None:
    _tell(when=when, memory=asdict(memory_of([os.getpid()])))


def _tell(**figures: object) -> None:
    print(json.dumps(figures), flush=True)


def main() -> int:
    """Run the program by its own entry."""
    environment = Environment.find(Options(journal=_JOURNAL))
    with patch.object(launch, "App", MeasuredApp):
        return launch.run(environment, background=True, wanted={})


if __name__ == "__main__":
    sys.exit(main())
