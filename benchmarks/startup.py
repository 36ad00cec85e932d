"""Time to tray: from the moment a process is made until the panel says that it has its icon, and until it shows it.

The panel says so with the signal StatusNotifierItemRegistered; that the item is the program's own is checked by
its process number. It then asks the program for the pixels, which have to wait while the program is busy with
something else; when they are in the panel is seen by a second client of the X server.

The programs take turns, so that what else the machine does falls on all of them alike.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from jeepney import HeaderFields, MatchRule, Message, MessageType, message_bus
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

from benchmarks.programs import ICON_COLOUR, PROGRAMS, Program
from benchmarks.screen_watch import ScreenWatch
from benchmarks.table import NotMeasured
from tests.session.bus import WATCHER
from tests.session.configuration import PANEL_HEIGHT
from tests.session.desktop import SCREEN_SIZE, DesktopSession
from tests.session.picture import Box
from tests.session.processes import wait_for

_REGISTERED = "StatusNotifierItemRegistered"
_TIMEOUT = 20.0
# What comes after the icon, in the program and in the panel, is let go by before the next start.
_AFTERMATH = 0.5
# The end of the panel that the tray is at.
_TRAY = Box(SCREEN_SIZE[0] - 250, SCREEN_SIZE[1] - PANEL_HEIGHT, 250, PANEL_HEIGHT)


@dataclass
class StartTimes:
    """Milliseconds since the start: until the panel had the icon, and until it showed it."""

    registered: list[float] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)


class TrayListener:
    """Hears at once, by a message and not by asking, that the panel has taken an icon."""

    def __init__(self, session: DesktopSession) -> None:
        self._session = session
        self._connection = open_dbus_connection(session.bus_address)
        rule = MatchRule(type="signal", interface=WATCHER, member=_REGISTERED)
        unwrap_msg(self._connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=_TIMEOUT))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._connection.close()

    def icon_of(self, pid: int) -> float:
        """Wait for the icon of a process; when it was there, on the monotonic clock.

        Raises:
            NotMeasured: it did not come.
        """
        deadline = time.monotonic() + _TIMEOUT
        while True:
            try:
                message = self._connection.receive(timeout=max(0.0, deadline - time.monotonic()))
            except TimeoutError:
                raise NotMeasured(f"no tray icon within {_TIMEOUT:g} s") from None
            now = time.monotonic()
            if _is_registration(message) and self._session.tray_item_of(pid) == message.body[0]:
                return now


def _is_registration(message: Message) -> bool:
    header = message.header
    return header.message_type is MessageType.signal and header.fields.get(HeaderFields.member) == _REGISTERED


def measure_startup(
    session: DesktopSession, rounds: int, programs: Sequence[Program] = PROGRAMS
) -> dict[Program, StartTimes]:
    """The times of each program in each round; one more round, before the others, only warms up.

    Raises:
        NotMeasured: a program did not come up.
    """
    with TrayListener(session) as listener, ScreenWatch(session.display, _TRAY, ICON_COLOUR, 0.004) as tray:
        for program in programs:
            _start_once(session, listener, tray, program, StartTimes())
        measured = {program: StartTimes() for program in programs}
        for _ in range(rounds):
            for program, times in measured.items():
                _start_once(session, listener, tray, program, times)
    return measured


def _start_once(
    session: DesktopSession, listener: TrayListener, tray: ScreenWatch, program: Program, times: StartTimes
) -> None:
    before = len(tray.appearances)
    began = time.monotonic()
    process = session.start(program.argv)
    try:
        registered = listener.icon_of(process.pid)
        wait_for(lambda: len(tray.appearances) > before, _TIMEOUT, "the icon's pixels in the panel")
    except (NotMeasured, TimeoutError) as reason:
        raise NotMeasured(f"{program.name}: {reason}\n{process.stderr_text()}") from reason
    times.registered.append((registered - began) * 1000)
    times.shown.append((tray.appearances[before] - began) * 1000)
    time.sleep(_AFTERMATH)
    process.end()
    wait_for(lambda: not session.tray_items(), what="the icon to be gone")
    time.sleep(_AFTERMATH)
