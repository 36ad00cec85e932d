"""Several ways to notify, tried in the order of preference."""

import logging
from collections.abc import Callable, Sequence

from herwidget.core.ports import NotificationResponse, Notifier

log = logging.getLogger(__name__)


class NotifierChain:
    """Itself a way to notify: the first that is compatible and works. The best is tried first each time.

    `used` is the name of the one that worked last, None before that and when none did.
    """

    name = "chain"

    def __init__(self, notifiers: Sequence[Notifier]) -> None:
        self.used: str | None = None
        self._notifiers = tuple(notifiers)
        self._last: Notifier | None = None

    def is_compatible(self) -> bool:
        """Whether any of them can work on this desktop now."""
        return any(_is_compatible(notifier) for notifier in self._notifiers)

    def notify(self, title: str, body: str, action: str, respond: Callable[[NotificationResponse], None]) -> bool:
        """Show it the best way that works; False when none does. What was shown before goes away."""
        before = self._last
        for notifier in self._notifiers:
            if _is_compatible(notifier) and _notify(notifier, title, body, action, respond):
                self._last = notifier
                if before is not None and before is not notifier:
                    _withdraw(before)
                if self.used != notifier.name:
                    log.info("notifications are shown by way of %s", notifier.name)
                self.used = notifier.name
                return True
        log.warning("no way to show a notification works")
        self.used = None
        return False

    def withdraw(self) -> None:
        """Take back what was last shown."""
        if self._last is not None:
            _withdraw(self._last)
            self._last = None


def _is_compatible(notifier: Notifier) -> bool:
    try:
        return notifier.is_compatible()
    except Exception as error:
        _log_failure(notifier, error)
        return False


def _notify(
    notifier: Notifier, title: str, body: str, action: str, respond: Callable[[NotificationResponse], None]
) -> bool:
    try:
        return notifier.notify(title, body, action, respond)
    except Exception as error:
        _log_failure(notifier, error)
        return False


def _withdraw(notifier: Notifier) -> None:
    try:
        notifier.withdraw()
    except Exception as error:
        _log_failure(notifier, error)


def _log_failure(notifier: Notifier, error: Exception) -> None:
    # One broken way must not keep the next from being tried.
    log.warning("notifying by way of %s failed (%s)", notifier.name, type(error).__name__)
