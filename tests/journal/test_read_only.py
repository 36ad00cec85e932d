"""A journal that this user may read but not write."""

import resource
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from herwidget.core.ports import JournalTrouble
from herwidget.journal.journal import Journal
from tests.journal.children import become_nobody, give_to_nobody, limit_files, result_of
from tests.journal.examples import all_words, say, trouble_when_opened, trouble_when_said
from tests.journal.mounting import can_mount, make_read_only, mount_small_disk

READ_ONLY = JournalTrouble.READ_ONLY


@pytest.fixture
def public_path() -> Iterator[Path]:
    """A journal with one answer, where every user can reach it; pytest's own folders are closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(folder, "herwidget", "journal.sqlite")
        journal = Journal(path)
        say(journal, "before")
        journal.close()
        give_to_nobody(path.parent, path)
        yield path
        path.parent.chmod(0o700)
        path.chmod(0o600)


@pytest.mark.parametrize("folder_mode", [0o700, 0o500], ids=oct)
@pytest.mark.parametrize("file_mode", [0o600, 0o400, 0o000], ids=oct)
def test_what_may_not_be_written_is_read_only_until_it_may(public_path: Path, folder_mode: int, file_mode: int) -> None:
    before = public_path.read_bytes()
    public_path.chmod(file_mode)
    public_path.parent.chmod(folder_mode)
    writable = (folder_mode, file_mode) == (0o700, 0o600)
    assert result_of(_open_as_nobody, public_path) is (None if writable else READ_ONLY)
    assert list(public_path.parent.iterdir()) == [public_path]
    public_path.parent.chmod(0o700)
    public_path.chmod(0o600)
    assert public_path.read_bytes() == before
    assert result_of(_write_as_nobody, public_path) == (None, ["before", "after"])


@pytest.mark.parametrize("name", ["new.sqlite", "folder/new.sqlite"])
def test_nothing_new_can_be_made_in_a_folder_that_may_not_be_written(public_path: Path, name: str) -> None:
    public_path.parent.chmod(0o500)
    assert result_of(_open_as_nobody, public_path.parent / name) is READ_ONLY
    assert list(public_path.parent.iterdir()) == [public_path]


def test_a_folder_that_may_not_be_entered_is_read_only_or_unreachable(public_path: Path) -> None:
    public_path.parent.chmod(0o000)
    assert result_of(_open_as_nobody, public_path) in (READ_ONLY, JournalTrouble.UNREACHABLE)


def test_a_journal_that_turns_read_only_while_it_is_open_is_told_as_that_and_not_as_full(public_path: Path) -> None:
    """As when the system makes a failing disk read-only; here a limit refuses the writes."""
    assert result_of(_write_while_refused, public_path) == (READ_ONLY, None, ["before", "after"])


def _write_while_refused(path: Path) -> tuple[JournalTrouble | None, JournalTrouble | None, list[str]]:
    become_nobody()
    journal = Journal(path)
    path.chmod(0o400)
    limit_files(0)
    refused = trouble_when_said(journal, "no")
    limit_files(resource.RLIM_INFINITY)
    path.chmod(0o600)
    trouble, words = trouble_when_said(journal, "after"), all_words(journal)
    journal.close()
    return refused, trouble, words


def _write_as_nobody(path: Path) -> tuple[JournalTrouble | None, list[str]]:
    become_nobody()
    journal = Journal(path)
    trouble, words = trouble_when_said(journal, "after"), all_words(journal)
    journal.close()
    return trouble, words


def _open_as_nobody(path: Path) -> JournalTrouble | None:
    become_nobody()
    return trouble_when_opened(path)


def test_a_disk_that_takes_no_more_writes_is_read_only(tmp_path: Path) -> None:
    if not result_of(can_mount, tmp_path):
        pytest.skip("this system lets no test mount a disk of its own")
    assert result_of(_open_on_read_only_disk, tmp_path) == [READ_ONLY] * 3


def _open_on_read_only_disk(disk: Path) -> list[JournalTrouble | None]:
    mount_small_disk(disk)
    path = disk / "journal.sqlite"
    Journal(path).close()
    make_read_only(disk)
    return [trouble_when_opened(each) for each in (path, disk / "new.sqlite", disk / "folder" / "new.sqlite")]
