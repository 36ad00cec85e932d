"""The cards near the tray: check-in, suggestion, help at once. One owner, so that none covers another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer

from herwidget.core.ports import JournalError
from herwidget.ui.program import Program

if TYPE_CHECKING:
    from herwidget.core.reaching_out import OfferedSuggestion
    from herwidget.services.check_in import CheckIn
    from herwidget.services.noticing import Noticing
    from herwidget.ui.card import Card
    from herwidget.ui.help_at_once import HelpAtOnce
    from herwidget.ui.suggestion_card import SuggestionCard

# One card has gone before the next one comes.
_AFTER_THE_CARD_MILLISECONDS = 400


class Cards(QObject):
    """At most one check-in or suggestion at a time; the help card stands beside it.

    `fail_on` is told what the journal could not do.
    """

    def __init__(
        self, program: Program, tray_geometry: Callable[[], QRect], fail_on: Callable[[JournalError], None]
    ) -> None:
        super().__init__()
        self._program, self._tray_geometry, self._fail_on = program, tray_geometry, fail_on
        self._card: Card | None = None
        self._suggestion: SuggestionCard | None = None
        self._help: HelpAtOnce | None = None
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_THE_CARD_MILLISECONDS)
        self._soon.timeout.connect(self._suggest_if_due)

    @property
    def suggestion_may_follow(self) -> bool:
        """Whether it is about to be looked at whether a suggestion is due."""
        return self._soon.isActive()

    @property
    def hold_journal(self) -> bool:
        """Whether a card is open that has still to write to the journal."""
        return self._card is not None or self._suggestion is not None

    def show_check_in(self, check_in: CheckIn, *, take_focus: bool) -> None:
        """Show a check-in; a suggestion that is open makes room for it."""
        from herwidget.ui.card import Card

        opened = self._program.opened
        if opened is None:
            return
        self._put_suggestion_away()
        if self._card is not None and self._card.is_of(check_in):
            self._card.adopt(check_in)
        elif self._card is not None:
            self._card.put_away()
            self._card = None
        if self._card is None:
            self._card = Card(self._program, check_in, opened.asker.later_choices, self._tray_geometry)
        self._card.appear(take_focus=take_focus)
        if self._help is not None:
            self._help.make_room(self._card)

    def take_away(self, check_in: CheckIn) -> None:
        """A check-in is over; where the person ended it, and their days say so, a suggestion follows."""
        if self._card is not None:
            had_keyboard = self._card.isActiveWindow()
            self._card.put_away()
            self._card = None
            if had_keyboard and self._help is not None:
                self._help.take_keyboard()
        self._program.state_changed.emit()
        if check_in.answered and check_in.closed_by_person:
            self._soon.start()

    def reach_out(self) -> None:
        """The person wants to reach out now: the suggestion that is open, or a new one in the check-in's place.

        Raises:
            JournalError: none could be made.
        """
        assert self._program.opened is not None, "asked for with an open journal only"
        if self._suggestion is None:
            noticing = self._program.opened.noticing()
            offered = noticing.begin(by_hand=True)
            if self._card is not None:
                # What was answered is kept, and what is being written too.
                self._card.close()
            self._show_suggestion(noticing, offered)
        assert self._suggestion is not None
        self._suggestion.appear(take_focus=True)

    def look_at_words(self, text: str, before: str) -> None:
        """Show help at once where words that were kept may mean danger, whatever is planned or paused."""
        from herwidget.ui.help_at_once import HelpAtOnce

        if self._help is None:
            self._help = HelpAtOnce(self._program, self._tray_geometry)
        self._help.look_at(text, before, self._card)

    def save_draft(self) -> None:
        """The program ends: keep what is written on the check-in."""
        if self._card is not None:
            self._card.save_draft()

    def _suggest_if_due(self) -> None:
        opened, helps = self._program.opened, self._help is not None and self._help.is_open
        if opened is None or helps or self.hold_journal:
            return
        try:
            noticing = opened.noticing()
            if noticing.suggestion_due():
                self._show_suggestion(noticing, noticing.begin(by_hand=False))
        except JournalError as error:
            self._fail_on(error)
        else:
            if self._suggestion is not None:
                self._suggestion.appear(take_focus=False)

    def _show_suggestion(self, noticing: Noticing, offered: OfferedSuggestion) -> None:
        from herwidget.ui.suggestion_card import SuggestionCard

        self._suggestion = SuggestionCard(self._program, noticing, offered, self._tray_geometry)
        self._suggestion.ended.connect(self._put_suggestion_away)
        if self._help is not None:
            self._help.make_room(self._suggestion)

    def _put_suggestion_away(self) -> None:
        if self._suggestion is not None:
            self._suggestion.put_away()
            self._suggestion = None
            self._program.state_changed.emit()
