"""From the moment at which a question is due until its card is on the screen.

The clock runs from the beginning of the tick that decides to ask (`App._tick`) until a second client of the
X server sees the card's red button. Beside it stands the moment when the program itself had the card painted and
sent off. There is no compositor, so the card does not fade in, and the presence of the person is really asked for.
"""

import json
import sys
from dataclasses import dataclass, field

from benchmarks.screen_watch import ScreenWatch
from benchmarks.table import NotMeasured
from tests.session.configuration import PANEL_HEIGHT
from tests.session.desktop import SCREEN_SIZE, DesktopSession
from tests.session.picture import Box
from tests.session.processes import Process, wait_for

# A strip above the panel that the row of buttons at the card's lower edge runs through.
_STRIP = Box(SCREEN_SIZE[0] - 400, SCREEN_SIZE[1] - PANEL_HEIGHT - 56, 400, 24)
_TIMEOUT = 60.0


@dataclass
class CardTimes:
    """Milliseconds since the tick: until the program had painted the card, and until it was seen on the screen."""

    painted: list[float] = field(default_factory=list)
    seen: list[float] = field(default_factory=list)


def measure_cards(session: DesktopSession, starts: int, cards: int) -> tuple[CardTimes, CardTimes]:
    """The first card of each of several starts, and the later ones of all.

    Raises:
        NotMeasured: not every card was seen.
    """
    first, later = CardTimes(), CardTimes()
    for start in range(starts):
        # A mouse that was not moved for some minutes would mean that nobody is there to be asked.
        session.move_pointer(100 + start, 100)
        for number, (painted, seen) in enumerate(_cards_of_one_start(session, start, cards)):
            times = later if number else first
            times.painted.append(painted)
            times.seen.append(seen)
    return first, later


def _cards_of_one_start(session: DesktopSession, start: int, cards: int) -> list[tuple[float, float]]:
    journal = session.home / "cards" / f"{start}.db"
    process = session.start([sys.executable, "-m", "benchmarks.card_probe", journal, str(cards)])
    try:
        wait_for(lambda: _lines(process) or process.exit_code is not None, _TIMEOUT, "the program to be ready")
        if process.exit_code is not None:
            raise NotMeasured(f"the program ended\n{process.stderr_text()}")
        ember = bytes.fromhex(str(_lines(process)[0]["ember"]).removeprefix("#"))
        with ScreenWatch(session.display, _STRIP, ember, 0.001) as screen:
            process.wait_exit(_TIMEOUT)
    finally:
        process.end()
    told = _lines(process)[1:]
    if process.exit_code or not len(told) == len(screen.appearances) == cards:
        counts = f"{len(told)} painted, {len(screen.appearances)} seen on the screen, {cards} expected"
        raise NotMeasured(f"cards: {counts}\n{process.stderr_text()}")
    return [
        ((float(card["painted"]) - float(card["due"])) * 1000, (seen - float(card["due"])) * 1000)
        for card, seen in zip(told, screen.appearances, strict=True)
    ]


def _lines(process: Process) -> list[dict[str, float | str]]:
    return [json.loads(line) for line in process.stdout_text().splitlines(keepends=True) if line.endswith("\n")]
