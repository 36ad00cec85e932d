"""The Debian package in the life of a person who has never seen Python: installed, used, upgraded, removed, purged.

One story, in the order of the tests; each needs the ones before it.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from clean_system import PERSON, PERSON_ID, CleanSystem, NoCleanSystem, PersonsSession, wait_for

from herwidget import __version__
from tests.session.configuration import write_xfce_panel_configuration
from tests.session.desktop import SCREEN_SIZE

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "packages"
README = ROOT / "README.md"
ARTIFACTS = ROOT / "test-artifacts" / "packages"
NEXT_VERSION = f"{__version__}+next"
# A minute goes by in two seconds, half an hour after midnight in Seoul: nothing is asked for hours.
FAST_CLOCK = "2026-11-24T15:30:00Z;30"
JOURNAL = f"/home/{PERSON}/.local/share/herwidget/journal.db"


def package(version: str) -> Path:
    architecture = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    path = OUT / f"herwidget_{version}-1_{architecture.stdout.strip()}.deb"
    assert path.is_file(), f"{path} is missing: run `make packages`"
    return path


@pytest.fixture(scope="module")
def system() -> Iterator[CleanSystem]:
    try:
        with CleanSystem(OUT / "clean") as made:
            made.run("apt-get update")
            made.run(f"useradd --create-home --uid {PERSON_ID} {PERSON}")
            yield made
    except NoCleanSystem as error:
        pytest.fail(str(error))


@pytest.fixture(scope="module")
def session(system: CleanSystem) -> PersonsSession:
    system.install(*PersonsSession.PACKAGES)
    return PersonsSession(system, ":73", lambda folder: write_xfce_panel_configuration(folder, *SCREEN_SIZE))


def answers(system: CleanSystem) -> list[tuple[object, ...]]:
    """What the journal holds, read as any program would; nothing while there is none, or it is just being made."""
    if not system.file(JOURNAL).exists():
        return []
    # The one file is a whole journal at any time; a copy of it is read, so that nothing is left beside the original.
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(system.file(JOURNAL), folder)
        with closing(sqlite3.connect(copy)) as connection:
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'answers'").fetchone():
                return []
            return connection.execute("SELECT step, value, local_day FROM answers ORDER BY id").fetchall()


def tables(system: CleanSystem) -> set[str]:
    """The tables of the journal, read from a copy."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(system.file(JOURNAL), folder)
        with closing(sqlite3.connect(copy)) as connection:
            return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def checksum(system: CleanSystem) -> str:
    return hashlib.sha256(system.file(JOURNAL).read_bytes()).hexdigest()


def answer_a_card(system: CleanSystem, session: PersonsSession) -> None:
    before = len(answers(system))

    def came(count: int) -> bool:
        return len(answers(system)) >= before + count

    def mood_is_kept() -> bool:
        # A window that has just come may not have the keyboard yet; choosing the same mood again changes nothing.
        session.wait_for_window()
        session.run("xdotool key 4")
        return came(1)

    session.run("herwidget check-in")
    wait_for(mood_is_kept, "the mood", lambda: system.log("herwidget"))
    session.run("xdotool key --delay 200 Return 2 Return")
    wait_for(lambda: came(2), "the answer", lambda: str(answers(system)))
    session.wait_until_no_window()


def test_installs_with_apt_where_there_is_no_python(system: CleanSystem) -> None:
    assert system.code("command -v python3") != 0
    # What is merely recommended would hide what is missing among what it depends on.
    system.install(package(__version__))
    assert system.run("herwidget --version", as_person=True) == f"herwidget {__version__}"


def test_every_library_is_found(system: CleanSystem) -> None:
    # The plugin for GTK is used where GTK is.
    missing = system.run(
        "inside=/usr/lib/herwidget/_internal; "
        "find $inside -name '*.so*' -type f ! -name libqgtk3.so | while read -r file; do "
        "LD_LIBRARY_PATH=$inside:$inside/PySide6:$inside/PySide6/Qt/lib:$inside/shiboken6 ldd $file | "
        'sed -n "s|^|$file |; /=> not found/p"; done'
    )
    assert missing == ""


def test_doctor_finds_nothing_in_the_way(system: CleanSystem) -> None:
    told = system.run("herwidget doctor", as_person=True)
    assert "98 questions" in told or "questions from" in told
    assert "✗" not in told
    system.run("apt-get purge -y herwidget")
    system.install(package(__version__), recommended=True)
    assert system.code("command -v python3") != 0, "the package or what it recommends brings a Python along"


def test_manual_completions_and_menu_entry_are_where_they_are_looked_for(system: CleanSystem) -> None:
    installed = system.run("dpkg -L herwidget").splitlines()
    for place in (
        "/usr/bin/herwidget",
        "/usr/share/man/man1/herwidget.1.gz",
        "/usr/share/man/ko/man1/herwidget.1.gz",
        "/usr/share/bash-completion/completions/herwidget",
        "/usr/share/zsh/vendor-completions/_herwidget",
        "/usr/share/fish/vendor_completions.d/herwidget.fish",
        "/usr/share/applications/io.github.herwidget.Herwidget.desktop",
        "/usr/share/metainfo/io.github.herwidget.Herwidget.metainfo.xml",
        "/usr/share/icons/hicolor/scalable/apps/io.github.herwidget.Herwidget.svg",
        "/usr/share/icons/hicolor/48x48/apps/io.github.herwidget.Herwidget.png",
        "/usr/share/doc/herwidget/copyright",
    ):
        assert place in installed
    assert [path for path in installed if not path.startswith("/usr") and path != "/."] == []


def test_a_check_in_in_a_session_is_kept(system: CleanSystem, session: PersonsSession) -> None:
    session.start("herwidget", "herwidget --background")
    session.wait_for_icon()
    session.screenshot(ARTIFACTS / "tray.png")
    answer_a_card(system, session)
    assert answers(system)[0] == ("mood", 4, "2026-11-24")
    assert "Traceback" not in system.log("herwidget"), system.log("herwidget")
    assert system.code("command -v python3") != 0


def test_an_upgrade_leaves_the_running_program_and_the_journal_alone(
    system: CleanSystem, session: PersonsSession
) -> None:
    kept, before = answers(system), checksum(system)
    system.run("cp -a /usr/lib/herwidget /var/tmp/before")
    system.install(package(NEXT_VERSION))
    assert system.run("dpkg-query -W -f '${Version}' herwidget") == f"{NEXT_VERSION}-1"
    assert answers(system) == kept
    # The window's code is read only now. In the worst case nothing in the new file is where it was in the old one, and
    # no library of Qt fits those that were read.
    system.run("head -c 9000000 /dev/zero >/var/tmp/other && mv /var/tmp/other /usr/lib/herwidget/herwidget")
    system.run("rm -r /usr/lib/herwidget/_internal/PySide6")
    session.run("/var/tmp/before/herwidget history")
    session.wait_for_window()
    wait_for(lambda: checksum(system) == before, "the journal to be left alone", lambda: system.log("herwidget"))
    session.screenshot(ARTIFACTS / "window-after-upgrade.png")
    assert "Traceback" not in system.log("herwidget"), system.log("herwidget")
    assert "Error" not in system.file(f"/home/{PERSON}/.local/state/herwidget/log/herwidget.log").read_text()
    system.stop("herwidget")


def test_with_nothing_open_it_goes_on_as_the_next_version(system: CleanSystem, session: PersonsSession) -> None:
    system.install(package(__version__))
    kept = answers(system)
    session.start("herwidget", "herwidget --background", HERWIDGET_TEST_CLOCK=FAST_CLOCK)
    session.wait_for_icon()
    system.install(package(NEXT_VERSION))
    wait_for(lambda: "next" in tables(system), "the next version", lambda: system.log("herwidget"))
    assert system.runs("herwidget"), "in the same process, which the session knows"
    session.wait_for_icon()
    assert answers(system)[: len(kept)] == kept
    backups = [path.name for path in system.file(JOURNAL).parent.joinpath("backups").iterdir()]
    assert any("before" in name for name in backups), backups
    assert system.run("herwidget --version", as_person=True) == f"herwidget {NEXT_VERSION}"
    system.stop("herwidget")


def test_the_older_version_refuses_the_newer_journal_kindly(system: CleanSystem) -> None:
    system.install(package(__version__))
    before = checksum(system)
    told = system.run("herwidget status 2>&1", as_person=True, check=False)
    assert "newer" in told and "Traceback" not in told
    assert system.code("herwidget status", as_person=True) == 1
    assert checksum(system) == before
    system.install(package(NEXT_VERSION))


def test_the_next_version_goes_on_with_the_journal(system: CleanSystem, session: PersonsSession) -> None:
    kept = answers(system)
    session.start("herwidget", "herwidget --background")
    session.wait_for_icon()
    answer_a_card(system, session)
    assert answers(system)[: len(kept)] == kept
    system.stop("herwidget")


def test_removed_while_it_runs_it_ends(system: CleanSystem, session: PersonsSession) -> None:
    kept = answers(system)
    session.start("herwidget", "herwidget --background", HERWIDGET_TEST_CLOCK=FAST_CLOCK)
    session.wait_for_icon()
    system.run("DEBIAN_FRONTEND=noninteractive apt-get remove -y herwidget")
    wait_for(lambda: not system.runs("herwidget"), "its end", lambda: system.log("herwidget"))
    assert "Traceback" not in system.log("herwidget"), system.log("herwidget")
    assert answers(system) == kept


@pytest.mark.parametrize("way", ["remove", "purge"])
def test_removal_and_purge_leave_the_journal_where_it_was(system: CleanSystem, way: str) -> None:
    before, kept = checksum(system), answers(system)
    assert len(kept) >= 4
    # A removed package without settings in /etc leaves nothing for apt to purge.
    system.install(package(NEXT_VERSION))
    system.run(f"DEBIAN_FRONTEND=noninteractive apt-get {way} -y herwidget")
    assert system.run("find /usr /etc /opt /var/lib/dpkg/info -iname '*herwidget*'") == ""
    assert (checksum(system), answers(system)) == (before, kept)


def said_to_do(*beginnings: str) -> list[str]:
    """The commands in README's section on installing that begin so."""
    (section,) = re.findall(r"^## Install$(.*?)^## ", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [command for command in re.findall(r"`([^`]+)`", section) if command.startswith(beginnings)]


def test_the_readme_is_followed_word_for_word(system: CleanSystem) -> None:
    """By a person who may become root, as on a computer of one's own; what the README calls by hand is said by hand."""
    system.install("sudo", "man-db", "xz-utils")
    system.run(f"echo '{PERSON} ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/{PERSON}")
    (archive,) = (path for path in OUT.glob(f"herwidget-{__version__}-linux-*.tar.xz"))
    system.run(f"install -d -o {PERSON} -g {PERSON} /home/{PERSON}/Downloads")
    for file in (package(__version__), archive):
        shutil.copy(file, system.file(f"/home/{PERSON}/Downloads"))

    (install,), (remove,) = said_to_do("sudo apt install"), said_to_do("sudo apt remove")
    manuals = said_to_do("man ")
    assert len(manuals) == 2
    system.run(f"cd Downloads && yes | {install}", as_person=True)
    assert system.run("herwidget --version", as_person=True) == f"herwidget {__version__}"
    for manual in manuals:
        assert "--background" in system.run(f"{manual} | cat", as_person=True)
    system.run(f"yes | {remove}", as_person=True)
    assert system.code("command -v herwidget") != 0

    put_in, take_out = (command for command in said_to_do("./install"))
    folder = f"Downloads/{archive.name.removesuffix('.tar.xz')}"
    system.run(f"cd Downloads && tar -xf {archive.name}", as_person=True)
    system.run(f"cd {folder} && {put_in}", as_person=True)
    assert system.run(".local/bin/herwidget --version", as_person=True) == f"herwidget {__version__}"
    system.run(f"cd {folder} && {take_out}", as_person=True)
    assert system.code("test -e .local/bin/herwidget", as_person=True) != 0


def test_what_was_mounted_was_never_seen_outside(system: CleanSystem) -> None:
    assert system.run("mount | grep -c ' on /proc '") == "1"
    assert str(system.root) not in Path("/proc/mounts").read_text()
