"""The zone in force."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest
import tzlocal

from herwidget.desktop.zone import current_zone

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no TZ variable")


@pytest.fixture(autouse=True)
def own_zone() -> Iterator[None]:
    before = os.environ.get("TZ")
    yield
    if before is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = before
    time.tzset()


def test_a_change_is_noticed_while_the_program_runs() -> None:
    for name in ("Asia/Seoul", "America/New_York", "Europe/Berlin", ":Asia/Tokyo"):
        os.environ["TZ"] = name
        assert current_zone() == name.lstrip(":")


def test_the_c_library_follows() -> None:
    os.environ["TZ"] = "Asia/Seoul"
    current_zone()
    assert time.localtime(0).tm_hour == 9


def test_the_systems_own_zone_is_a_name() -> None:
    os.environ.pop("TZ", None)
    assert "/" in current_zone() or current_zone() == "UTC"


def _raise(error: Exception) -> Any:
    raise error


@pytest.mark.parametrize("error", [KeyError("conflicting"), ValueError("offsets"), PermissionError()])
def test_what_cannot_be_found_out_is_utc(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    monkeypatch.setattr(tzlocal, "reload_localzone", lambda: _raise(error))
    assert current_zone() == "UTC"


@pytest.mark.parametrize("name", [None, "", "Moon/Tranquility", "../etc"])
def test_a_name_that_nobody_knows_is_utc(monkeypatch: pytest.MonkeyPatch, name: str | None) -> None:
    monkeypatch.setattr(tzlocal, "reload_localzone", lambda: None)
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: name)
    assert current_zone() == "UTC"
