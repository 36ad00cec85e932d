"""A journal that this user may read but not write."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from herwidget.core.ports import JournalTrouble
from herwidget.journal.journal import Journal
from tests.journal.children import become_nobody, give_to_nobody, result_of
from tests.journal.examples import all_words, everything, say, trouble_when_opened, trouble_when_said
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


def test_a_file_that_may_not_be_written_can_be_read(public_path: Path) -> None:
    public_path.chmod(0o400)
    before = public_path.read_bytes()
    assert result_of(_read_and_write, public_path) == (["before"], READ_ONLY, ["before"])
    assert public_path.read_bytes() == before
    _assert_mended(public_path)


def _read_and_write(path: Path) -> tuple[list[str], JournalTrouble | None, list[str]]:
    become_nobody()
    journal = Journal(path)
    words, trouble, still = all_words(journal), trouble_when_said(journal, "no"), all_words(journal)
    journal.close()
    return words, trouble, still


@pytest.mark.parametrize("mode", [0o600, 0o400], ids=oct)
def test_a_folder_that_may_not_be_written_is_read_only(public_path: Path, mode: int) -> None:
    public_path.chmod(mode)
    public_path.parent.chmod(0o500)
    before = public_path.read_bytes()
    assert result_of(_open_as_nobody, public_path) is READ_ONLY
    assert public_path.read_bytes() == before
    assert list(public_path.parent.iterdir()) == [public_path]
    _assert_mended(public_path)


@pytest.mark.parametrize("name", ["new.sqlite", "folder/new.sqlite"])
def test_nothing_new_can_be_made_in_a_folder_that_may_not_be_written(public_path: Path, name: str) -> None:
    public_path.parent.chmod(0o500)
    assert result_of(_open_as_nobody, public_path.parent / name) is READ_ONLY
    assert list(public_path.parent.iterdir()) == [public_path]


def test_a_folder_that_may_not_be_entered_is_read_only_or_unreachable(public_path: Path) -> None:
    public_path.parent.chmod(0o000)
    assert result_of(_open_as_nobody, public_path) in (READ_ONLY, JournalTrouble.UNREACHABLE)


def test_a_file_that_may_not_be_read_is_unreachable(public_path: Path) -> None:
    public_path.chmod(0o000)
    assert result_of(_open_as_nobody, public_path) is JournalTrouble.UNREACHABLE


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


def _assert_mended(path: Path) -> None:
    path.parent.chmod(0o700)
    path.chmod(0o600)
    journal = Journal(path)
    assert all_words(journal) == ["before"]
    assert everything(journal)
    assert trouble_when_said(journal, "after") is None
    journal.close()
