"""No room: a small disk that is really full, and a limit on the size of files."""

import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from herwidget.core.ports import JournalTrouble
from herwidget.journal.journal import Journal
from tests.journal.children import limit_files, result_of
from tests.journal.examples import all_words, say, trouble_when_opened, trouble_when_said
from tests.journal.mounting import fill_up, mount_small_disk

FULL = JournalTrouble.FULL
LONG_WORDS = "외로움 " * 200_000

Observed = dict[str, object]


def test_a_full_disk_is_told_and_takes_answers_again_once_there_is_room(disk: Path) -> None:
    assert result_of(_write_while_full, disk) == {
        "full": [FULL] * 3,
        "long words on a disk with some room": FULL,
        "readable while full": ["before"],
        "after there was room": None,
        "words": ["before", "after"],
        "check": "ok",
    }


def _write_while_full(disk: Path) -> Observed:
    mount_small_disk(disk)
    path = disk / "herwidget" / "journal.sqlite"
    journal = Journal(path)
    say(journal, "before")
    filler = fill_up(disk)
    full = [trouble_when_said(journal, LONG_WORDS) for _ in range(3)]
    readable = all_words(journal)
    filler.unlink()
    long_words = trouble_when_said(journal, LONG_WORDS)
    observed = {
        "full": full,
        "long words on a disk with some room": long_words,
        "readable while full": readable,
        "after there was room": trouble_when_said(journal, "after"),
    }
    journal.close()
    return observed | _found_in(path)


def test_a_journal_cannot_be_opened_or_made_on_a_full_disk_and_is_whole_when_there_is_room(disk: Path) -> None:
    assert result_of(_open_while_full, disk) == {
        "opened": FULL,
        "made": FULL,
        "made in a new folder": FULL,
        "made once there was room": [None, None],
        "words": ["before"],
        "check": "ok",
    }


def _open_while_full(disk: Path) -> Observed:
    mount_small_disk(disk, 1024)
    path = disk / "herwidget" / "journal.sqlite"
    journal = Journal(path)
    say(journal, "before")
    journal.close()
    others = [disk / "herwidget" / "new.sqlite", disk / "folder" / "new.sqlite"]
    filler = fill_up(disk)
    opened, made, made_in_folder = (trouble_when_opened(each) for each in (path, *others))
    filler.unlink()
    return {
        "opened": opened,
        "made": made,
        "made in a new folder": made_in_folder,
        "made once there was room": [trouble_when_opened(other) for other in others],
    } | _found_in(path)


def test_a_disk_that_fills_up_byte_by_byte_keeps_all_it_acknowledged(disk: Path) -> None:
    acknowledged, kept, last, check = result_of(_write_until_full, disk)
    assert last is FULL
    assert acknowledged > 20
    assert kept == [str(number) * 300 for number in range(acknowledged)]
    assert check == "ok"


def _write_until_full(disk: Path) -> tuple[int, list[str], JournalTrouble | None, str]:
    mount_small_disk(disk, 320)
    path, ballast = disk / "journal.sqlite", disk / "ballast"
    ballast.write_bytes(b"x" * 64 * 1024)
    journal = Journal(path)
    number = 0
    while (trouble := trouble_when_said(journal, str(number) * 300)) is None:
        number += 1
    journal.close()
    ballast.unlink()
    journal = Journal(path)
    words, check = all_words(journal), journal.check()
    journal.close()
    return number, words, trouble, check


@pytest.mark.parametrize("limit", [0, 5000, 70_000])
def test_a_limit_on_the_size_of_files_is_a_full_disk(path: Path, limit: int) -> None:
    assert result_of(_write_within_limit, path, limit) == {
        "long words": FULL,
        "readable": ["before"],
        "without the limit": None,
        "words": ["before", "after"],
        "check": "ok",
    }


def _write_within_limit(path: Path, limit: int) -> Observed:
    journal = Journal(path)
    say(journal, "before")
    limit_files(limit)
    long_words, readable = trouble_when_said(journal, LONG_WORDS), all_words(journal)
    limit_files(resource.RLIM_INFINITY)
    observed: Observed = {
        "long words": long_words,
        "readable": readable,
        "without the limit": trouble_when_said(journal, "after"),
    }
    journal.close()
    return observed | _found_in(path)


@pytest.mark.parametrize("limit", [100, 4096])
@pytest.mark.parametrize("exists", [True, False])
def test_opening_under_a_limit_is_a_full_disk_too(path: Path, limit: int, exists: bool) -> None:
    if exists:
        Journal(path).close()
    assert result_of(_under_limit, limit, trouble_when_opened, path) is FULL
    assert trouble_when_opened(path) is None


def _under_limit(limit: int, action: Callable[[Path], JournalTrouble | None], path: Path) -> JournalTrouble | None:
    limit_files(limit)
    return action(path)


def _found_in(path: Path) -> Observed:
    journal = Journal(path)
    words, check = all_words(journal), journal.check()
    journal.close()
    return {"words": words, "check": check}
