"""The cards near the tray: one at a time, a suggestion after what the person ended, and all can be closed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from herwidget.cards import Cards
from herwidget.core.ports import JournalError
from herwidget.core.suggestion import SuggestionAnswer
from herwidget.services.asker import Asker
from herwidget.services.check_in import CheckIn
from herwidget.ui.card import Card
from herwidget.ui.suggestion_card import SuggestionCard
from tests.ui.conftest import Desk
from tests.ui.test_suggestion_card import add, drift, kept


class Table:
    """The cards of a desk, whose asker puts its check-ins there."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.troubles = desk, list[JournalError]()
        self.cards = Cards(desk.program, QRect, self.troubles.append)
        opened = desk.program.opened
        assert opened is not None
        self.asker: Asker = opened.asker
        self.asker._put = lambda check_in: self.cards.show_check_in(check_in, take_focus=True)
        self.asker._taken_away = self.cards.take_away

    def check_ins(self) -> list[Card]:
        return [one for one in self._visible() if isinstance(one, Card)]

    def suggestions(self) -> list[SuggestionCard]:
        return [one for one in self._visible() if isinstance(one, SuggestionCard)]

    def _visible(self) -> list[QWidget]:
        # Other tests of this process may have left cards of other programs.
        own = [one for one in QApplication.topLevelWidgets() if getattr(one, "_program", None) is self.desk.program]
        return [one for one in own if one.isVisible()]

    def answer(self, end: Callable[[CheckIn], None]) -> None:
        check_in = self.asker.begin_by_hand()
        check_in.keep(value=2)
        end(check_in)


@pytest.fixture
def table(desk: Desk) -> Table:
    add(desk, "Mina")
    drift(desk)
    return Table(desk)


def test_a_suggestion_follows_a_check_in_that_the_person_ended(table: Table) -> None:
    table.answer(CheckIn.close)
    loop, deadline = QEventLoop(), QDeadlineTimer(10_000)
    while not table.suggestions() and not deadline.hasExpired():
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 100)
    assert len(table.suggestions()) == 1 and not table.check_ins()
    assert kept(table.desk)[0][0] is None


@pytest.mark.parametrize(
    "end",
    [lambda check_in: check_in.later(check_in.prompt.planned_at + timedelta(minutes=30)), CheckIn.expire],
    ids=["put off", "untouched"],
)
def test_none_follows_one_that_was_put_off_or_left(table: Table, end: Callable[[CheckIn], None]) -> None:
    table.answer(end)
    assert not table.cards.suggestion_may_follow
    assert not table.suggestions() and kept(table.desk) == []


def test_a_check_in_takes_the_place_of_a_suggestion_which_stays_unanswered(table: Table) -> None:
    table.cards.reach_out()
    assert len(table.suggestions()) == 1
    table.asker.begin_by_hand()
    QCoreApplication.processEvents()
    assert len(table.check_ins()) == 1 and not table.suggestions()
    assert kept(table.desk)[0][0] is None
    table.cards.reach_out()
    assert len(table.suggestions()) == 1 and not table.check_ins()


def test_every_card_can_be_closed_when_the_journal_is_gone(table: Table) -> None:
    table.cards.reach_out()
    (card,) = table.suggestions()
    table.desk.journal.close()
    QTest.keyClick(card, Qt.Key.Key_Escape)
    QCoreApplication.processEvents()
    assert not table.suggestions() and not table.cards.hold_journal


def test_stop_holds_although_the_journal_cannot_be_written(table: Table) -> None:
    table.cards.reach_out()
    (card,) = table.suggestions()
    table.desk.break_journal()
    card._answer(SuggestionAnswer.STOPPED)
    table.desk.mend_journal()
    assert not table.desk.program.settings.suggestions and not table.suggestions()
