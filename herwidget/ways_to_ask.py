"""How a check-in comes to the person: on the card, or as a notification that leads to the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from herwidget.core.ports import NotificationResponse, Notifier
from herwidget.core.settings import AskWith
from herwidget.ui.tray import Tray, TrayNotifier
from herwidget.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from herwidget.cards import Cards
    from herwidget.services.check_in import CheckIn
    from herwidget.ui.program import Program


class WaysToAsk:
    """Shows a check-in the way the person wants it. `answered` is called when they click on a notification."""

    def __init__(self, program: Program, cards: Cards, tray: Tray, answered: Callable[[], None]) -> None:
        self._program, self._cards, self._tray, self._answered = program, cards, tray, answered
        self._notifier: Notifier | None = None
        self.by_hand = False
        """Whether the person is asking for the one that comes: that is the card, with the keyboard."""

    def put(self, check_in: CheckIn) -> None:
        """Show a check-in."""
        if self._program.settings.ask_with is AskWith.CARD or self.by_hand:
            self._cards.show_check_in(check_in, take_focus=self.by_hand)
            return
        title = translate("App", "Herwidget")
        body = translate("App", "A small question, when you like")
        shown = self._notifiers().notify(title, body, translate("App", "Answer"), self._responded)
        if not shown:
            self._cards.show_check_in(check_in, take_focus=False)

    def taken_away(self, check_in: CheckIn) -> None:
        """A check-in is over."""
        self.withdraw()
        self._cards.take_away(check_in)

    def withdraw(self) -> None:
        """Take a notification back that nobody has answered."""
        if self._notifier is not None:
            self._notifier.withdraw()

    def _responded(self, response: NotificationResponse) -> None:
        if response is NotificationResponse.OPENED:
            self._answered()

    def _notifiers(self) -> Notifier:
        if self._notifier is None:
            from herwidget.desktop.notifications.chain import NotifierChain
            from herwidget.desktop.notifications.dbus_notifier import DBusNotifier
            from herwidget.desktop.notifications.plyer_notifier import PlyerNotifier

            self._notifier = NotifierChain([DBusNotifier(), TrayNotifier(self._tray), PlyerNotifier()])
        return self._notifier
