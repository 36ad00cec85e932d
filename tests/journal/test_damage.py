"""A damaged file is told as one, and left as it is for whoever may mend it."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from herwidget.core.ports import JournalError, JournalTrouble
from herwidget.journal.backups import tend
from herwidget.journal.checks import at_rest
from herwidget.journal.journal import Journal
from tests.journal.damage import PAGE, fill, is_sound, read
from tests.journal.examples import LONG_AGO, NOW, TODAY, all_words, everything, say, trouble_when_said
from tests.journal.histories import live, mood, remove

DAMAGED = JournalTrouble.DAMAGED
FUZZ_ROUNDS = 300


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a filled journal."""
    path = tmp_path_factory.mktemp("sound") / "journal.sqlite"
    fill(path)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the damaged file lies, alone in its folder."""
    return tmp_path / "journal.sqlite"


def _assert_left_alone(path: Path, before: bytes) -> None:
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_damage_found_while_leftovers_are_erased_undoes_no_removal_and_is_told_by_the_next_backup(path: Path) -> None:
    journal = Journal(path)
    for words in ("kept", "removed"):
        live(journal, NOW, mood(words=words))
    patience = journal.rows("PRAGMA busy_timeout")[0][0]
    (page,) = journal.rows("SELECT rootpage FROM sqlite_master WHERE name = 'periods'")[0]
    journal.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(b"?" * PAGE)
    journal = Journal(path)
    remove(journal, "removed")
    assert all_words(journal) == ["kept"]
    assert journal.rows("PRAGMA busy_timeout")[0][0] == patience > 1000
    with pytest.raises(JournalError) as caught:
        tend(path, TODAY)
    assert caught.value.trouble is JournalTrouble.DAMAGED
    journal.close()


@pytest.mark.parametrize("filling", [b"\0", b"\xff", b"x"])
@pytest.mark.parametrize("length", [16, 100, PAGE])
def test_an_overwritten_header_is_damage(path: Path, sound: bytes, filling: bytes, length: int) -> None:
    damaged = filling * length + sound[length:]
    path.write_bytes(damaged)
    assert read(path) is DAMAGED
    _assert_left_alone(path, damaged)


@pytest.mark.parametrize("filling", [b"\0", b"\xff", b"Herwidget"])
def test_an_overwritten_page_is_damage_wherever_it_lies(path: Path, sound: bytes, filling: bytes) -> None:
    path.write_bytes(sound)
    whole = read(path)
    told = 0
    pages = len(sound) // PAGE
    assert pages > 30
    for page in range(1, pages):
        damaged = sound[: page * PAGE] + (filling * PAGE)[:PAGE] + sound[(page + 1) * PAGE :]
        path.write_bytes(damaged)
        found = read(path)
        told += found is DAMAGED
        assert found in (DAMAGED, whole)  # pages that are free, or that no question needs, say nothing
        _assert_left_alone(path, damaged)
    assert told > pages // 4


def test_sqlites_own_check_finds_an_overwritten_page(path: Path, sound: bytes) -> None:
    path.write_bytes(sound)
    assert is_sound(path)
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'answers'").fetchone()[0] - 1
    path.write_bytes(sound[: page * PAGE] + b"\xff" * PAGE + sound[(page + 1) * PAGE :])
    assert not is_sound(path)


@pytest.mark.parametrize("left", [2, 15, 16, 60, 99, 100, 511, 512, PAGE - 1, PAGE, PAGE + 1, 5 * PAGE, -PAGE])
def test_a_file_that_is_cut_off_is_damaged(path: Path, sound: bytes, left: int) -> None:
    path.write_bytes(sound[:left])
    assert read(path) is DAMAGED
    _assert_left_alone(path, sound[:left])


@pytest.mark.parametrize("place", [18, 19], ids=["to write", "to read"])
@pytest.mark.parametrize("number", [3, 255])
def test_a_number_of_a_format_that_no_sqlite_writes_is_damage(
    path: Path, sound: bytes, place: int, number: int
) -> None:
    spoilt = sound[:place] + bytes([number]) + sound[place + 1 :]
    path.write_bytes(spoilt)
    with pytest.raises(JournalError) as caught, at_rest(path):
        pass
    assert caught.value.trouble is DAMAGED
    _assert_left_alone(path, spoilt)


def test_whatever_bytes_are_spoilt_nothing_but_a_trouble_is_told(path: Path, sound: bytes) -> None:
    chance = random.Random(11)
    found: list[object] = []
    for _ in range(FUZZ_ROUNDS):
        damaged = bytearray(sound)
        for _ in range(chance.choice([1, 1, 5, 50])):
            start = chance.randrange(100, len(sound)) if chance.random() < 0.7 else chance.randrange(PAGE)
            spoilt = chance.randbytes(chance.choice([1, 1, 4, 200]))
            damaged[start : start + len(spoilt)] = spoilt
        path.write_bytes(damaged)
        found.append(read(path))
        for companion in path.parent.glob("*-*"):
            companion.unlink()
    assert DAMAGED in found
    assert all(isinstance(each, list | JournalTrouble) for each in found)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE prompts SET kind = 'noon'",
        "UPDATE prompts SET planned_at = 'soon'",
        "UPDATE prompts SET plan_day = '2026-13-41'",
        "UPDATE answers SET step = 'hat' WHERE id = 1",
        "UPDATE answers SET local_day = 'X'",
        "UPDATE answers SET answered_at = 'then'",
        "UPDATE answers SET words = CAST(x'ff41' AS TEXT)",
        "UPDATE people SET reach_kind = 'pigeon'",
        "UPDATE pauses SET until_at = 'never'",
        "ALTER TABLE answers RENAME TO replies",
        "ALTER TABLE prompts RENAME COLUMN zone TO zome",
        "ALTER TABLE _sqlite_migrations RENAME COLUMN applied_at TO applied",
    ],
)
def test_rows_that_make_no_sense_are_damage(path: Path, sound: bytes, change: str) -> None:
    path.write_bytes(sound)
    with closing(sqlite3.connect(path, isolation_level=None)) as tool:
        tool.execute(change)
    before = path.read_bytes()
    assert read(path) is DAMAGED
    _assert_left_alone(path, before)


def test_what_a_person_wrote_is_in_no_error(path: Path) -> None:
    journal = Journal(path)
    say(journal, "a secret")
    with journal.connection as connection:
        connection.execute("UPDATE answers SET words = CAST(x'ff' || words AS TEXT)")
    with pytest.raises(JournalError) as caught:
        everything(journal)
    journal.close()
    assert caught.value.trouble is DAMAGED
    assert "secret" not in f"{caught.value} {caught.value.__cause__}"
    assert caught.value.__suppress_context__


def test_damage_in_one_table_leaves_the_others_to_be_read_and_written(path: Path, sound: bytes) -> None:
    path.write_bytes(sound)
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'people'").fetchone()[0] - 1
    path.write_bytes(sound[: page * PAGE] + b"\xff" * PAGE + sound[(page + 1) * PAGE :])
    journal = Journal(path)
    with pytest.raises(JournalError) as caught:
        journal.people()
    assert caught.value.trouble is DAMAGED
    with pytest.raises(JournalError) as caught:
        journal.add_person("Ana", NOW)
    assert caught.value.trouble is DAMAGED
    assert not journal.connection.in_transaction
    assert len(journal.prompts_since(LONG_AGO)) == 150
    assert trouble_when_said(journal, "still here") is None
    journal.close()
