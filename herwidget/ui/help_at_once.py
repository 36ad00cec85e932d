"""Shows the help card when words that were just kept may mean danger. What was found is told to nobody."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QRect

from herwidget.core.danger import DangerPhrases, newly_means_danger, parse_danger
from herwidget.ui.card_frame import CardFrame
from herwidget.ui.help_card import HelpCard
from herwidget.ui.program import Program

log = logging.getLogger(__name__)


class HelpAtOnce:
    """Looks at words, and keeps none of them. Pause, quiet hours and the plan have no say in it."""

    def __init__(self, program: Program, tray_geometry: Callable[[], QRect]) -> None:
        self._program, self._tray_geometry = program, tray_geometry
        self._card: HelpCard | None = None

    @property
    def is_open(self) -> bool:
        """Whether the card is on the screen."""
        return self._card is not None and self._card.isVisible()

    def look_at(self, text: str, before: str, beside: CardFrame | None) -> None:
        """Show the card where `text` may mean danger and `before`, which stood there until now, did not.

        `beside` is the card that is written on: it keeps its place and the keyboard.
        """
        if self._phrases is None or not newly_means_danger(text, before, self._phrases):
            return
        if self._card is None:
            self._card = HelpCard(self._program, self._tray_geometry)
        shown = beside is not None and beside.isVisible()
        self._card.show_at_once(beside.surface() if beside is not None and shown else None)

    def make_room(self, other: CardFrame) -> None:
        """Another card has come: the help card stands beside it."""
        if self._card is not None:
            self._card.stand_beside(other.surface())

    def take_keyboard(self) -> None:
        """What was written on has gone, and the keyboard with it: it goes to the card, where one is open."""
        if self._card is not None:
            self._card.take_keyboard()

    @cached_property
    def _phrases(self) -> DangerPhrases | None:
        """Read when first wanted; None where the file cannot be read."""
        try:
            return parse_danger((self._program.resources / "danger.toml").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            log.error("help is not shown at once: %s", error)
            return None
