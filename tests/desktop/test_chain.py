"""Several ways to notify, in order."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from herwidget.core.ports import NotificationResponse, Notifier
from herwidget.desktop.notifications.chain import NotifierChain

TEXTS = ("title of Mina", "body", "action")


class Way:
    """A made-up way to notify that keeps a diary."""

    def __init__(self, name: str, compatible: bool = True, works: bool | Exception = True) -> None:
        self.name, self.compatible, self.works = name, compatible, works
        self.diary: list[str] = []

    def is_compatible(self) -> bool:
        return self.compatible

    def notify(self, title: str, body: str, action: str, respond: Callable[[NotificationResponse], None]) -> bool:
        self.diary.append("notify")
        if isinstance(self.works, Exception):
            raise self.works
        if self.works:
            respond(NotificationResponse.OPENED)
        return self.works

    def withdraw(self) -> None:
        self.diary.append("withdraw")


def _show(chain: Notifier) -> bool:
    return chain.notify(*TEXTS, lambda _response: None)


def test_the_first_that_is_compatible_and_works_is_used() -> None:
    ways = [Way("a", compatible=False), Way("b", works=False), Way("c"), Way("d")]
    chain = NotifierChain(ways)
    assert _show(chain)
    assert [way.diary for way in ways] == [[], ["notify"], ["notify"], []]
    assert chain.used == "c"


def test_the_answer_is_handed_on() -> None:
    answers: list[NotificationResponse] = []
    NotifierChain([Way("a")]).notify(*TEXTS, answers.append)
    assert answers == [NotificationResponse.OPENED]


def test_the_name_of_the_one_used_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    chain = NotifierChain([Way("a")])
    _show(chain)
    _show(chain)
    assert caplog.messages == ["notifications are shown by way of a"]


def test_one_that_raises_is_passed_over_without_its_message(caplog: pytest.LogCaptureFixture) -> None:
    chain = NotifierChain([Way("a", works=RuntimeError("about Mina")), Way("b")])
    assert _show(chain)
    assert chain.used == "b"
    assert "RuntimeError" in caplog.text and "Mina" not in caplog.text


def test_none_works(caplog: pytest.LogCaptureFixture) -> None:
    chain = NotifierChain([Way("a", works=False), Way("b", compatible=False)])
    assert not _show(chain)
    assert chain.used is None
    assert "no way" in caplog.text
    assert not _show(NotifierChain([]))


def test_the_best_is_tried_again_each_time_and_the_other_taken_back() -> None:
    best, other = Way("best", works=False), Way("other")
    chain = NotifierChain([best, other])
    _show(chain)
    best.works = True
    _show(chain)
    assert (best.diary, other.diary) == (["notify", "notify"], ["notify", "withdraw"])
    chain.withdraw()
    chain.withdraw()
    assert best.diary == ["notify", "notify", "withdraw"]


def test_compatible_when_one_is() -> None:
    assert NotifierChain([Way("a", compatible=False), Way("b")]).is_compatible()
    assert not NotifierChain([Way("a", compatible=False)]).is_compatible()
